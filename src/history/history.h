/* SPDX-License-Identifier: Apache-2.0 */
/* history.h - what runs found, kept in an SQLite database.
 *
 * A run is a row; its findings are blocks of lines (NDJSON, as `assay eval --format ndjson` prints them), and so
 * are the names of the subjects that it saw, compressed by zstd: alike as they are, a finding takes a few dozen
 * bytes. Blocks are numbered as the pieces of the input, so that a run that was cut off can go on.
 *
 * The journal is a write-ahead log, so that a crash leaves what was committed, and several
 * processes can use one database; one that writes makes others wait up to ten seconds.
 *
 * Functions that can fail return false, and history_why says why; the handle stays usable.
 */
#ifndef HISTORY_HISTORY_H
#define HISTORY_HISTORY_H

#include "base/buffer.h"

struct history;

enum { HISTORY_WHY = 300, HISTORY_LEVELS = 3, HISTORY_RESULTS = 9 };

enum history_state {
	HISTORY_RUNNING,                /* or cut off */
	HISTORY_FINISHED
};

/* One run. Texts are NUL-terminated and borrowed from whoever gave the struct. */
struct history_run {
	int64_t id;
	enum history_state state;
	int64_t started, finished;      /* seconds since 1970-01-01T00:00:00Z; 0: not yet */
	int64_t as_of;                  /* the time that it was evaluated for */
	const char *policy, *policy_version, *policy_digest;
	const char *engine;             /* version of the library */
	const char *parameters;         /* as one line of JSON */
	const char *facts_digest;       /* SHA-256 of the inputs, lower-case hexadecimal */
	const char *findings_digest;    /* of all findings as lines, likewise */
	bool complete;                  /* the records were declared to be the whole fleet */
	uint64_t counts[HISTORY_LEVELS][HISTORY_RESULTS];       /* by level and result */
	uint64_t subjects, refused;
	int exit_status;
};

/* A part of a run. */
struct history_block {
	uint64_t piece;
	struct text findings;           /* lines */
	struct text names;              /* of subjects, lines */
	struct text state;              /* what is needed to go on after it; may be empty */
};

/* Open a database, or make it, with its folders (for the user alone). NULL, and why, when it can't be, is
 * another program's, or of a newer version. */
struct history *history_open(const char *path, char why[HISTORY_WHY]);
void history_close(struct history *history);
const char *history_why(const struct history *history);

/* Begin a run: `run->id` is set, its result is not yet known. */
bool history_begin(struct history *history, struct history_run *run);

/* Add a block; nothing is lost by a crash once history_commit was called. */
bool history_add(struct history *history, int64_t run, const struct history_block *block);
bool history_commit(struct history *history);

/* The run is finished: its counts, digests and exit status are known. */
bool history_finish(struct history *history, const struct history_run *run);

/* Forget a run. */
bool history_remove(struct history *history, int64_t run);

/* Visit runs, newest first; `visit` returns false to stop. */
typedef bool history_run_fn(const struct history_run *run, void *user);
bool history_runs(struct history *history, history_run_fn *visit, void *user);

/* Visit the blocks of a run in order. */
typedef bool history_block_fn(const struct history_block *block, void *user);
bool history_blocks(struct history *history, int64_t run, history_block_fn *visit, void *user);

#endif
