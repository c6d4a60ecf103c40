/* SPDX-License-Identifier: Apache-2.0 */
#include "history/history.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <sqlite3.h>
#include <zstd.h>

#include "history/schema.h"

enum { BUSY = 10000 /* milliseconds */, COMPRESSION = 3, BLOCK_MOST = 1 << 30 };

struct history {
	sqlite3 *database;
	sqlite3_stmt *add;              /* a block */
	bool open;                      /* a transaction */
	ZSTD_CCtx *compressor;
	ZSTD_DCtx *decompressor;
	char why[HISTORY_WHY];
};

const char *history_why(const struct history *history)
{
	return history->why;
}

/* Keep what SQLite says; the result is false. */
static bool trouble(struct history *history)
{
	snprintf(history->why, sizeof history->why, "%s", sqlite3_errmsg(history->database));
	return false;
}

static bool say(struct history *history, const char *why)
{
	snprintf(history->why, sizeof history->why, "%s", why);
	return false;
}

/* --- opening ----------------------------------------------------------- */

/* Make the folders that the path goes through. */
static bool make_folders(const char *path)
{
	char *copy = strdup(path);
	bool good = copy != NULL;

	for (char *at = copy; good && (at = strchr(at + 1, '/'));) {
		*at = '\0';
		good = mkdir(copy, 0700) == 0 || errno == EEXIST;
		*at = '/';
	}
	free(copy);
	return good;
}

static bool open_database(struct history *history, const char *path)
{
	const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
	const char *why;

	if (!make_folders(path))
		return say(history, strerror(errno));
	if (sqlite3_open_v2(path, &history->database, flags, NULL) != SQLITE_OK)
		return trouble(history);
	sqlite3_busy_timeout(history->database, BUSY);
	why = schema_prepare(history->database);
	return why ? say(history, why) : true;
}

struct history *history_open(const char *path, char why[HISTORY_WHY])
{
	struct history *history = calloc(1, sizeof *history);

	if (!history) {
		snprintf(why, HISTORY_WHY, "there is no memory for it");
		return NULL;
	}
	history->compressor = ZSTD_createCCtx();
	history->decompressor = ZSTD_createDCtx();
	if (history->compressor && history->decompressor && open_database(history, path))
		return history;
	snprintf(why, HISTORY_WHY, "%s", *history->why ? history->why : "there is no memory for it");
	history_close(history);
	return NULL;
}

void history_close(struct history *history)
{
	if (!history)
		return;
	if (history->open)
		history_commit(history);
	sqlite3_finalize(history->add);
	sqlite3_close(history->database);
	ZSTD_freeCCtx(history->compressor);
	ZSTD_freeDCtx(history->decompressor);
	free(history);
}

/* --- statements -------------------------------------------------------- */

static bool run_text(struct history *history, const char *text)
{
	return sqlite3_exec(history->database, text, NULL, NULL, NULL) == SQLITE_OK
	    || trouble(history);
}

/* Every change happens in a transaction, which history_commit ends. */
static bool begin(struct history *history)
{
	if (!history->open && !run_text(history, "BEGIN IMMEDIATE"))
		return false;
	return history->open = true;
}

bool history_commit(struct history *history)
{
	if (history->open && !run_text(history, "COMMIT"))
		return false;
	history->open = false;
	return true;
}

static sqlite3_stmt *prepare(struct history *history, const char *text)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(history->database, text, -1, &statement, NULL) == SQLITE_OK)
		return statement;
	trouble(history);
	return NULL;
}

/* Run a statement that gives no rows, and give it back. */
static bool finish(struct history *history, sqlite3_stmt *statement)
{
	bool good = sqlite3_step(statement) == SQLITE_DONE;

	if (!good)
		trouble(history);
	sqlite3_finalize(statement);
	return good;
}

static void bind_text(sqlite3_stmt *statement, int at, const char *text)
{
	sqlite3_bind_text(statement, at, text ? text : "", -1, SQLITE_STATIC);
}

/* --- runs -------------------------------------------------------------- */

static void bind_run(sqlite3_stmt *s, const struct history_run *run, enum history_state state)
{
	sqlite3_bind_int(s, 1, (int)state);
	sqlite3_bind_int64(s, 2, run->started);
	sqlite3_bind_int64(s, 3, run->finished);
	sqlite3_bind_int64(s, 4, run->as_of);
	bind_text(s, 5, run->policy);
	bind_text(s, 6, run->policy_version);
	bind_text(s, 7, run->policy_digest);
	bind_text(s, 8, run->engine);
	bind_text(s, 9, run->parameters);
	bind_text(s, 10, run->facts_digest);
	bind_text(s, 11, run->findings_digest);
	sqlite3_bind_int(s, 12, run->complete);
	sqlite3_bind_int64(s, 13, (sqlite3_int64)run->subjects);
	sqlite3_bind_int64(s, 14, (sqlite3_int64)run->refused);
	sqlite3_bind_int(s, 15, run->exit_status);
}

bool history_begin(struct history *history, struct history_run *run)
{
	sqlite3_stmt *s;

	if (!begin(history))
		return false;
	s = prepare(history, "INSERT INTO run VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
		" ?12, ?13, ?14, ?15)");
	if (!s)
		return false;
	bind_run(s, run, HISTORY_RUNNING);
	if (!finish(history, s))
		return false;
	run->id = sqlite3_last_insert_rowid(history->database);
	return history_commit(history);
}

static bool put_tally(struct history *history, const struct history_run *run, int level, int result)
{
	sqlite3_stmt *s = prepare(history, "INSERT OR REPLACE INTO tally VALUES (?1, ?2, ?3, ?4)");

	if (!s)
		return false;
	sqlite3_bind_int64(s, 1, run->id);
	sqlite3_bind_int(s, 2, level);
	sqlite3_bind_int(s, 3, result);
	sqlite3_bind_int64(s, 4, (sqlite3_int64)run->counts[level][result]);
	return finish(history, s);
}

bool history_finish(struct history *history, const struct history_run *run)
{
	sqlite3_stmt *s;

	if (!begin(history))
		return false;
	s = prepare(history, "UPDATE run SET (state, started, finished, as_of, policy, policy_version,"
		" policy_digest, engine, parameters, facts_digest, findings_digest, complete,"
		" subjects, refused, exit_status) = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
		" ?12, ?13, ?14, ?15) WHERE id = ?16");
	if (!s)
		return false;
	bind_run(s, run, HISTORY_FINISHED);
	sqlite3_bind_int64(s, 16, run->id);
	if (!finish(history, s))
		return false;
	for (int level = 0; level < HISTORY_LEVELS; level++)
		for (int result = 0; result < HISTORY_RESULTS; result++)
			if (run->counts[level][result] && !put_tally(history, run, level, result))
				return false;
	return history_commit(history);
}

bool history_remove(struct history *history, int64_t run)
{
	sqlite3_stmt *s;

	if (!begin(history) || !(s = prepare(history, "DELETE FROM run WHERE id = ?1")))
		return false;
	sqlite3_bind_int64(s, 1, run);
	if (!finish(history, s))
		return false;
	if (sqlite3_changes(history->database) == 0)
		return say(history, "there is no such run");
	return history_commit(history);
}

static const char *column(sqlite3_stmt *statement, int at)
{
	const unsigned char *text = sqlite3_column_text(statement, at);

	return text ? (const char *)text : "";
}

static bool read_tallies(struct history *history, struct history_run *run)
{
	sqlite3_stmt *s = prepare(history, "SELECT level, result, count FROM tally WHERE run = ?1");
	int status;

	if (!s)
		return false;
	sqlite3_bind_int64(s, 1, run->id);
	while ((status = sqlite3_step(s)) == SQLITE_ROW) {
		int level = sqlite3_column_int(s, 0), result = sqlite3_column_int(s, 1);

		if (level >= 0 && level < HISTORY_LEVELS && result >= 0 && result < HISTORY_RESULTS)
			run->counts[level][result] = (uint64_t)sqlite3_column_int64(s, 2);
	}
	if (status != SQLITE_DONE)
		trouble(history);
	sqlite3_finalize(s);
	return status == SQLITE_DONE;
}

static struct history_run run_of(sqlite3_stmt *s)
{
	return (struct history_run){ .id = sqlite3_column_int64(s, 0),
		.state = sqlite3_column_int(s, 1) ? HISTORY_FINISHED : HISTORY_RUNNING,
		.started = sqlite3_column_int64(s, 2), .finished = sqlite3_column_int64(s, 3),
		.as_of = sqlite3_column_int64(s, 4), .policy = column(s, 5),
		.policy_version = column(s, 6), .policy_digest = column(s, 7),
		.engine = column(s, 8), .parameters = column(s, 9), .facts_digest = column(s, 10),
		.findings_digest = column(s, 11), .complete = sqlite3_column_int(s, 12) != 0,
		.subjects = (uint64_t)sqlite3_column_int64(s, 13),
		.refused = (uint64_t)sqlite3_column_int64(s, 14),
		.exit_status = sqlite3_column_int(s, 15) };
}

bool history_runs(struct history *history, history_run_fn *visit, void *user)
{
	sqlite3_stmt *s = prepare(history, "SELECT * FROM run ORDER BY id DESC");
	bool more = true, good = true;
	int status = SQLITE_DONE;

	if (!s)
		return false;
	while (more && good && (status = sqlite3_step(s)) == SQLITE_ROW) {
		struct history_run run = run_of(s);

		good = read_tallies(history, &run);
		more = good && visit(&run, user);
	}
	if (status != SQLITE_DONE && status != SQLITE_ROW)
		good = trouble(history);
	sqlite3_finalize(s);
	return good;
}

/* --- blocks ------------------------------------------------------------ */

/* The text, compressed, as a parameter; it is copied by SQLite. */
static bool bind_compressed(struct history *history, int at, struct text text)
{
	size_t room = ZSTD_compressBound(text.length), length;
	void *bytes = malloc(room);

	if (!bytes)
		return say(history, "there is no memory for it");
	length = ZSTD_compressCCtx(history->compressor, bytes, room, text.at, text.length,
	                           COMPRESSION);
	if (ZSTD_isError(length)) {
		free(bytes);
		return say(history, ZSTD_getErrorName(length));
	}
	sqlite3_bind_blob64(history->add, at, bytes, length, free);
	return true;
}

bool history_add(struct history *history, int64_t run, const struct history_block *block)
{
	if (!begin(history))
		return false;
	if (!history->add)
		history->add = prepare(history, "INSERT INTO block (run, piece, findings, names, state)"
			" VALUES (?1, ?2, ?3, ?4, ?5)");
	if (!history->add)
		return false;
	sqlite3_bind_int64(history->add, 1, run);
	sqlite3_bind_int64(history->add, 2, (sqlite3_int64)block->piece);
	if (!bind_compressed(history, 3, block->findings)
	    || !bind_compressed(history, 4, block->names)
	    || !bind_compressed(history, 5, block->state))
		return false;
	if (sqlite3_step(history->add) != SQLITE_DONE)
		trouble(history);
	return sqlite3_reset(history->add) == SQLITE_OK;
}

/* A column, decompressed; the size that it claims to have is not believed beyond reason. */
static bool read_compressed(struct history *history, sqlite3_stmt *s, int at, struct buffer *out)
{
	const void *bytes = sqlite3_column_blob(s, at);
	size_t length = (size_t)sqlite3_column_bytes(s, at);
	unsigned long long size = ZSTD_getFrameContentSize(bytes, length);

	if (size > BLOCK_MOST)
		return say(history, "a block of findings is damaged");
	buffer_reset(out);
	length = ZSTD_decompressDCtx(history->decompressor, buffer_room(out, (size_t)size + 1),
	                             (size_t)size, bytes, length);
	if (ZSTD_isError(length) || length != size)
		return say(history, "a block of findings is damaged");
	out->length = length;
	out->at[length] = '\0';
	return true;
}

bool history_blocks(struct history *history, int64_t run, history_block_fn *visit, void *user)
{
	sqlite3_stmt *s = prepare(history, "SELECT piece, findings, names, state FROM block"
		" WHERE run = ?1 ORDER BY piece");
	struct buffer parts[3] = { { .length = 0 } };
	bool good = s != NULL, more = true;
	int status = SQLITE_DONE;

	if (s)
		sqlite3_bind_int64(s, 1, run);
	while (good && more && (status = sqlite3_step(s)) == SQLITE_ROW) {
		struct history_block block = { .piece = (uint64_t)sqlite3_column_int64(s, 0) };

		for (int i = 0; i < 3; i++)
			good = good && read_compressed(history, s, i + 1, &parts[i]);
		block.findings = buffer_view(&parts[0]);
		block.names = buffer_view(&parts[1]);
		block.state = buffer_view(&parts[2]);
		more = good && visit(&block, user);
	}
	if (status != SQLITE_DONE && status != SQLITE_ROW)
		good = trouble(history);
	sqlite3_finalize(s);
	for (int i = 0; i < 3; i++)
		buffer_done(&parts[i]);
	return good;
}
