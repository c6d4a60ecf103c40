/* SPDX-License-Identifier: Apache-2.0 */
/* tests.c - assay_run_tests: the tests that stand in policies. */
#include <assay-tools.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "api/handle.h"
#include "base/guard.h"
#include "jobs/input.h"
#include "jobs/selftest.h"

enum { MAX_FOLDER_FILES = 10000, MAX_FOLDER_DEPTH = 8 };

struct testing {
	const struct assay_test_options *test;
	const struct assay_compile_options *options;
	struct selftest selftest;
};

static void on_test(const struct selftest_result *result, void *user)
{
	const struct testing *testing = user;
	struct assay_test test = { result->name.at, result->file, result->line,
	                           result->passed, result->detail };

	if (testing->test->on_test)
		testing->test->on_test(&test, testing->test->user);
}

static void on_load(const struct load *load, void *user)
{
	const struct testing *testing = user;

	if (load->diags.errors)
		tell_diags(load, testing->options);
}

/* A file or folder whose tests can't be run. */
static void refuse(struct testing *testing, const char *path, const char *why)
{
	testing->selftest.broken = true;
	tell_input(testing->options->on_message, testing->options->user, ASSAY_ERROR, path, why);
}

static void on_unreadable(const char *path, const char *why, void *user)
{
	refuse(user, path, why);
}

/* --- folders ------------------------------------------------------------ */

struct names {
	const char **all;
	uint32_t count, capacity;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void close_folder(void *folder)
{
	closedir(folder);
}

static void add_names(struct arena *arena, DIR *folder, const char *path, struct names *names)
{
	struct dirent *entry;

	while ((entry = readdir(folder)) != NULL && names->count <= MAX_FOLDER_FILES) {
		if (entry->d_name[0] == '.')
			continue;
		names->all = arena_grow(arena, names->all, &names->capacity, names->count + 1,
		                        sizeof *names->all);
		names->all[names->count++] = arena_printf(arena, "%s/%s", path,
		                                          entry->d_name).at;
	}
	if (names->count)
		qsort(names->all, names->count, sizeof *names->all, compare_names);
}

/* False, and told, if the folder can't be listed. */
static bool list_folder(struct testing *testing, const char *path, struct names *names)
{
	DIR *folder = opendir(path);
	struct guard_cleanup cleanup;

	if (!folder && errno == ENOMEM)
		guard_no_memory();
	if (!folder) {
		refuse(testing, path, "this folder can't be read");
		return false;
	}
	guard_keep(&cleanup, close_folder, folder);
	add_names(testing->selftest.arena, folder, path, names);
	guard_give_back(&cleanup);
	if (names->count <= MAX_FOLDER_FILES)
		return true;
	refuse(testing, path, "it holds more than 10000 files");
	return false;
}

static void test_path(struct testing *testing, const char *path, int depth)
{
	struct names names = { 0 };

	if (!input_is_folder(path)) {
		selftest_file(&testing->selftest, path);
		return;
	}
	if (depth > MAX_FOLDER_DEPTH) {
		refuse(testing, path, "folders are nested deeper than 8");
		return;
	}
	if (!list_folder(testing, path, &names))
		return;
	for (uint32_t i = 0; i < names.count; i++)
		if (input_is_folder(names.all[i])
		    || text_ends(text_from(names.all[i]), TEXT(".assay")))
			test_path(testing, names.all[i], depth + 1);
}

/* --- all of it ----------------------------------------------------------- */

static void tell_coverage(const struct testing *testing, const struct rule_coverage *rule)
{
	struct assay_coverage coverage = { .size = sizeof coverage, .rule = rule->id.at,
		.level = rule->level, .file = rule->file, .line = rule->line };

	for (uint32_t i = 0; i < ASSAY_RESULT_COUNT; i++) {
		coverage.reachable[i] = rule->reachable >> i & 1;
		coverage.expected[i] = rule->held[i];
	}
	testing->test->on_coverage(&coverage, testing->test->user);
}

static enum assay_status run(const char *path, struct arena *arena, struct testing *testing,
                             struct assay_test_summary *summary)
{
	struct selftest *s = &testing->selftest;
	struct load load;

	if (!input_is_folder(path) && !input_exists(path)) {
		refuse(testing, path, "there is no such file or folder");
		return ASSAY_UNREADABLE;
	}
	load_begin(&load, arena, testing->options);
	*s = (struct selftest){ .arena = arena, .coverage.arena = arena, .folders = load.folders,
		.folder_count = load.folder_count, .on_test = on_test, .on_load = on_load,
		.on_unreadable = on_unreadable, .user = testing };
	test_path(testing, path, 0);
	summary->passed = s->passed;
	summary->failed = s->failed;
	summary->untested = coverage_untested(&s->coverage);
	for (uint32_t i = 0; testing->test->on_coverage && i < s->coverage.count; i++)
		tell_coverage(testing, &s->coverage.rules[i]);
	return s->broken ? ASSAY_MISTAKES : ASSAY_OK;
}

enum assay_status assay_run_tests(const char *path, const struct assay_test_options *options,
	struct assay_test_summary *summary)
{
	struct testing testing = { .test = options,
		.options = options->compile ? options->compile : &default_options };
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct arena arena = { 0 };
	struct guard guard;

	if (options->size != sizeof *options || summary->size != sizeof *summary)
		return ASSAY_USAGE;
	if (!GUARD_ENTER(&guard)) {
		status = run(path, &arena, &testing, summary);
		guard_leave(&guard);
	}
	arena_free(&arena);
	return status;
}
