/* SPDX-License-Identifier: Apache-2.0 */
/* What runs found is kept: whole, through crashes, and beside other processes. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "history/history.h"

static char folder[] = "/tmp/assay-history-XXXXXX";
static char path[64];
static unsigned int number;

/* A database of its own for each case. */
static const char *new_path(void)
{
	snprintf(path, sizeof path, "%s/%u/runs.db", folder, number++);
	return path;
}

static struct history *open_history(const char *at)
{
	char why[HISTORY_WHY] = "";
	struct history *history = history_open(at, why);

	assert_string_equal(why, "");
	assert_non_null(history);
	return history;
}

static struct history_run a_run(const char *policy)
{
	return (struct history_run){ .started = 100, .as_of = 90, .policy = policy,
		.policy_version = "1.2.3", .policy_digest = "ab", .engine = "0.1.0",
		.parameters = "{}", .facts_digest = "", .findings_digest = "" };
}

static struct buffer lines(uint64_t piece, uint32_t count)
{
	struct buffer text = { 0 };

	for (uint32_t i = 0; i < count; i++)
		buffer_printf(&text, "{\"rule\": \"client-auth.required\", \"subject\": \"device/PC%u\", "
			"\"piece\": %u}\n", i, (unsigned int)piece);
	return text;
}

static void add(struct history *history, int64_t run, uint64_t piece)
{
	struct buffer text = lines(piece, 500);

	assert_true(history_add(history, run, &(struct history_block){ piece,
		buffer_view(&text), TEXT("device/PC1\n"), TEXT("") }));
	buffer_done(&text);
}

struct seen {
	uint32_t runs;
	uint64_t blocks, next;
	struct history_run last;
};

static bool see_run(const struct history_run *run, void *user)
{
	struct seen *seen = user;

	seen->runs++;
	seen->last = *run;
	seen->last.policy = "";
	return true;
}

static bool see_block(const struct history_block *block, void *user)
{
	struct seen *seen = user;
	struct buffer expected = lines(block->piece, 500);

	assert_int_equal(block->piece, seen->next++);
	assert_true(text_equal(block->findings, buffer_view(&expected)));
	assert_true(text_equal(block->names, TEXT("device/PC1\n")));
	buffer_done(&expected);
	seen->blocks++;
	return true;
}

static void what_was_added_is_there_again(void **state)
{
	struct history *history = open_history(new_path());
	struct history_run run = a_run("cmg");
	struct seen seen = { 0 };

	(void)state;
	assert_true(history_begin(history, &run));
	for (uint64_t piece = 0; piece < 20; piece++)
		add(history, run.id, piece);
	run.finished = 120;
	run.counts[1][4] = 77;
	run.subjects = 500;
	run.exit_status = 1;
	assert_true(history_finish(history, &run));
	history_close(history);
	history = open_history(path);
	assert_true(history_runs(history, see_run, &seen));
	assert_int_equal(seen.runs, 1);
	assert_int_equal(seen.last.state, HISTORY_FINISHED);
	assert_int_equal(seen.last.counts[1][4], 77);
	assert_int_equal(seen.last.subjects, 500);
	assert_int_equal(seen.last.exit_status, 1);
	assert_true(history_blocks(history, run.id, see_block, &seen));
	assert_int_equal(seen.blocks, 20);
	assert_true(history_remove(history, run.id));
	assert_false(history_remove(history, run.id));
	assert_string_equal(history_why(history), "there is no such run");
	seen = (struct seen){ 0 };
	assert_true(history_blocks(history, run.id, see_block, &seen));
	assert_int_equal(seen.blocks, 0);
	history_close(history);
}

static uint64_t size_of(const char *at)
{
	FILE *file = fopen(at, "rb");
	long size;

	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	size = ftell(file);
	fclose(file);
	return (uint64_t)size;
}

static void a_finding_takes_a_few_bytes(void **state)
{
	struct history *history = open_history(new_path());
	struct history_run run = a_run("cmg");

	(void)state;
	assert_true(history_begin(history, &run));
	for (uint64_t piece = 0; piece < 200; piece++)
		add(history, run.id, piece);
	assert_true(history_finish(history, &run));
	history_close(history);
	assert_true(size_of(path) < 100 * 200 * 500);
}

/* A process that is killed in the middle loses nothing that was committed, and blocks nobody. */
static void a_crash_leaves_what_was_committed(void **state)
{
	struct seen seen = { 0 };
	struct history *history;
	int status;
	pid_t child;

	(void)state;
	new_path();
	child = fork();
	if (child == 0) {
		struct history_run run = a_run("cmg");

		history = open_history(path);
		history_begin(history, &run);
		for (uint64_t piece = 0; piece < 7; piece++)
			add(history, run.id, piece);
		history_commit(history);
		add(history, run.id, 7);
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	history = open_history(path);
	assert_true(history_runs(history, see_run, &seen));
	assert_int_equal(seen.last.state, HISTORY_RUNNING);
	assert_true(history_blocks(history, seen.last.id, see_block, &seen));
	assert_int_equal(seen.blocks, 7);
	add(history, seen.last.id, 7);
	history_close(history);
}

static void write_runs(int count)
{
	struct history *history = open_history(path);

	for (int i = 0; i < count; i++) {
		struct history_run run = a_run("cmg");

		assert_true(history_begin(history, &run));
		for (uint64_t piece = 0; piece < 5; piece++)
			add(history, run.id, piece);
		assert_true(history_finish(history, &run));
	}
	history_close(history);
}

static void two_processes_share_it(void **state)
{
	struct seen seen = { 0 };
	struct history *history;
	int status;
	pid_t child;

	(void)state;
	new_path();
	child = fork();
	if (child == 0) {
		write_runs(20);
		_exit(0);
	}
	write_runs(20);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	history = open_history(path);
	assert_true(history_runs(history, see_run, &seen));
	assert_int_equal(seen.runs, 40);
	history_close(history);
}

/* Change the database as somebody else would. */
static void change(const char *text)
{
	sqlite3 *database;

	assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
	assert_int_equal(sqlite3_exec(database, text, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(database);
}

static void what_is_not_ours_is_left_alone(void **state)
{
	char why[HISTORY_WHY];

	(void)state;
	history_close(open_history(new_path()));
	change("PRAGMA user_version = 99");
	assert_null(history_open(path, why));
	assert_string_equal(why, "a newer version of assay made it");
	change("PRAGMA user_version = 0; PRAGMA application_id = 0");
	assert_null(history_open(path, why));
	assert_string_equal(why, "it is a database of another program");
	assert_null(history_open("/proc/nowhere/runs.db", why));
	assert_string_not_equal(why, "");
}

static void a_file_that_is_no_database_is_refused(void **state)
{
	char why[HISTORY_WHY];
	FILE *file;

	(void)state;
	history_close(open_history(new_path()));
	file = fopen(path, "wb");
	for (int i = 0; i < 5000; i++)
		fputs("no database ", file);
	fclose(file);
	assert_null(history_open(path, why));
	assert_string_equal(why, "file is not a database");
}

static void a_damaged_block_is_told(void **state)
{
	struct history *history = open_history(new_path());
	struct history_run run = a_run("cmg");
	struct seen seen = { 0 };

	(void)state;
	assert_true(history_begin(history, &run));
	add(history, run.id, 0);
	assert_true(history_finish(history, &run));
	change("UPDATE block SET findings = x'28b52ffd0001020304'");
	assert_false(history_blocks(history, run.id, see_block, &seen));
	assert_string_equal(history_why(history), "a block of findings is damaged");
	change("UPDATE block SET findings = x''");
	assert_false(history_blocks(history, run.id, see_block, &seen));
	history_close(history);
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
	char command[100];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", folder);
	return system(command);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_added_is_there_again),
		cmocka_unit_test(a_finding_takes_a_few_bytes),
		cmocka_unit_test(a_crash_leaves_what_was_committed),
		cmocka_unit_test(two_processes_share_it),
		cmocka_unit_test(what_is_not_ours_is_left_alone),
		cmocka_unit_test(a_file_that_is_no_database_is_refused),
		cmocka_unit_test(a_damaged_block_is_told),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
