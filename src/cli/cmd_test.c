/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_test.c - assay test: do the rules mean what their tests say? */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <assay-tools.h>

#include "cli/coverage.h"
#include "cli/glyph.h"
#include "cli/memory.h"
#include "cli/option.h"
#include "cli/page.h"
#include "cli/policy.h"
#include "cli/tell.h"

enum { OPTION_FORMAT = OPTION_LONG + 16, OPTION_COVERAGE };

const struct option_row cmd_test_options[] = {
	{ OPTION_FORMAT, "format", "FORMAT", "text json tap", "how to print" },
	{ OPTION_COVERAGE, "coverage", NULL, NULL,
	  "for each rule, which of the results that it can have tests expect" },
	{ 'v', "verbose", NULL, NULL, "name the tests that pass, too" },
	POLICY_INCLUDE_OPTION,
	OPTIONS_END
};

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_TAP };

struct testing {
	struct policy_options policy;
	struct messages messages;
	struct page page;
	struct json_out json;
	struct coverage coverage;
	enum format format;
	bool verbose, covers;
	uint64_t count, failed, untested;
	int status;
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct testing *testing = user;

	if (id == OPTION_FORMAT)
		testing->format = strcmp(argument, "text") == 0 ? FORMAT_TEXT
			: strcmp(argument, "json") == 0 ? FORMAT_JSON : FORMAT_TAP;
	else if (id == OPTION_COVERAGE)
		testing->covers = true;
	else if (id == 'v')
		testing->verbose = true;
	else
		return policy_take_option(call, id, argument, &testing->policy);
	return OPTION_TAKEN;
}

/* Where, and its name; in TAP a `#` would begin a directive. */
static void print_name(const struct assay_test *test, bool tap)
{
	char *name = memory_new(2 * strlen(test->name) + 1, 1), *to = name;

	for (const char *from = test->name; *from; from++) {
		if (tap && *from == '#')
			*to++ = '\\';
		*to++ = *from;
	}
	glyph_print(stdout, test->file);
	printf(":%" PRIu32 ": ", test->line);
	glyph_print(stdout, name);
	putchar('\n');
	free(name);
}

/* Each line of the detail: a remark of TAP, or a paragraph. */
static void print_detail(struct testing *testing, const char *detail)
{
	char *copy = memory_copy(detail), *rest = NULL;

	for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		if (testing->format == FORMAT_TAP) {
			fputs("# ", stdout);
			glyph_print(stdout, line);
			putchar('\n');
		} else {
			testing->page.indent = 6;
			page_item(&testing->page, line, 0);
			page_end(&testing->page);
		}
	}
	free(copy);
}

static void write_test(struct json_out *json, const struct assay_test *test)
{
	json_out_line(json);
	json_out_open(json, '{');
	json_out_text_member(json, "name", test->name);
	json_out_text_member(json, "file", test->file);
	json_out_number_member(json, "line", test->line);
	json_out_bool_member(json, "passed", test->passed);
	json_out_text_member(json, "detail", test->passed ? "" : test->detail);
	json_out_close(json, '}');
}

static void print_test(struct testing *testing, const struct assay_test *test)
{
	if (testing->format == FORMAT_TAP) {
		printf("%sok %" PRIu64 " - ", test->passed ? "" : "not ", testing->count);
		print_name(test, true);
	} else if (testing->verbose || !test->passed) {
		page_put(&testing->page, test->passed ? PAGE_GREEN : PAGE_RED,
			test->passed ? "pass" : "fail");
		fputs("  ", stdout);
		print_name(test, false);
		testing->page = page_open();
	}
	if (!test->passed)
		print_detail(testing, test->detail);
}

static void take_test(const struct assay_test *test, void *user)
{
	struct testing *testing = user;

	testing->count++;
	if (testing->format == FORMAT_JSON)
		write_test(&testing->json, test);
	else
		print_test(testing, test);
}

static void take_coverage(const struct assay_coverage *rule, void *user)
{
	coverage_take(rule, &((struct testing *)user)->coverage);
}

static void run_path(struct testing *testing, const char *path)
{
	struct assay_compile_options compile = policy_compile_options(&testing->policy,
		&testing->messages);
	struct assay_test_summary summary = { .size = sizeof summary };
	struct assay_test_options test = ASSAY_TEST_OPTIONS_INIT;
	int status;

	test.compile = &compile;
	test.on_test = take_test;
	test.on_coverage = testing->covers ? take_coverage : NULL;
	test.user = testing;
	status = status_to_exit(assay_run_tests(path, &test, &summary), EXIT_MISTAKES);
	testing->failed += summary.failed;
	testing->untested += summary.untested;
	if (status > testing->status)
		testing->status = status;
}

static const char *plural(uint64_t count)
{
	return count == 1 ? "" : "s";
}

static void print_sum(const struct testing *testing)
{
	uint64_t passed = testing->count - testing->failed;
	size_t gaps = coverage_gaps(&testing->coverage);

	printf("%" PRIu64 " test%s passed", passed, plural(passed));
	if (testing->failed > 0)
		printf(", %" PRIu64 " failed", testing->failed);
	if (testing->untested > 0)
		printf("; %" PRIu64 " rule%s no test", testing->untested,
			testing->untested == 1 ? " has" : "s have");
	if (gaps > 0)
		printf("; of %zu rule%s no test expects the fail or the pass", gaps, plural(gaps));
	putchar('\n');
}

static void write_sum(struct testing *testing)
{
	struct json_out *json = &testing->json;

	putchar('\n');
	json_out_close(json, ']');
	if (testing->covers)
		coverage_write(json, &testing->coverage);
	json_out_key(json, "summary");
	json_out_open(json, '{');
	json_out_number_member(json, "passed", testing->count - testing->failed);
	json_out_number_member(json, "failed", testing->failed);
	json_out_number_member(json, "untested", testing->untested);
	json_out_close(json, '}');
	json_out_close(json, '}');
	putchar('\n');
}

static void begin(struct testing *testing)
{
	testing->page = page_open();
	if (testing->format != FORMAT_JSON)
		return;
	json_out_open(&testing->json, '{');
	json_out_key(&testing->json, "tests");
	json_out_open(&testing->json, '[');
}

static void end(struct testing *testing)
{
	messages_sum_up(&testing->messages);
	if (testing->count == 0 && testing->status == EXIT_FINE) {
		tell("there is no test");
		testing->status = EXIT_TROUBLE;
	}
	if (testing->format == FORMAT_JSON) {
		write_sum(testing);
	} else if (testing->format == FORMAT_TAP) {
		printf("1..%" PRIu64 "\n", testing->count);
	} else if (testing->count > 0) {
		if (testing->covers)
			coverage_print(&testing->page, &testing->coverage);
		print_sum(testing);
	}
	if (testing->failed > 0 && testing->status == EXIT_FINE)
		testing->status = EXIT_MISTAKES;
}

int cmd_test(struct call *call)
{
	struct testing testing = { .messages = messages_on(stderr) };
	int status = option_read(call, take_option, &testing);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc == 0)
		return call_wrong(call, "a file or folder is needed");
	begin(&testing);
	for (int i = 0; i < call->argc; i++)
		run_path(&testing, call->argv[i]);
	end(&testing);
	coverage_done(&testing.coverage);
	messages_done(&testing.messages);
	policy_options_done(&testing.policy);
	return testing.status;
}
