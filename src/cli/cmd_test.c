/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_test.c - assay test: do the rules mean what their tests say? */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <assay-tools.h>

#include "cli/glyph.h"
#include "cli/memory.h"
#include "cli/option.h"
#include "cli/page.h"
#include "cli/policy.h"
#include "cli/tell.h"

enum { OPTION_FORMAT = OPTION_LONG + 16 };

const struct option_row cmd_test_options[] = {
	{ OPTION_FORMAT, "format", "FORMAT", "text tap", "how to print" },
	{ 'v', "verbose", NULL, NULL, "name the tests that pass, too" },
	POLICY_INCLUDE_OPTION,
	OPTIONS_END
};

struct testing {
	struct policy_options policy;
	struct messages messages;
	struct page page;
	bool tap, verbose;
	uint64_t count, failed, untested;
	int status;
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct testing *testing = user;

	if (id == OPTION_FORMAT)
		testing->tap = strcmp(argument, "tap") == 0;
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
		if (testing->tap) {
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

static void take_test(const struct assay_test *test, void *user)
{
	struct testing *testing = user;

	testing->count++;
	if (testing->tap) {
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

static void run_path(struct testing *testing, const char *path)
{
	struct assay_compile_options compile = policy_compile_options(&testing->policy,
		&testing->messages);
	struct assay_test_summary summary = { .size = sizeof summary };
	enum assay_status result = assay_run_tests(path, &compile, take_test, testing, &summary);
	int status = status_to_exit(result, EXIT_MISTAKES);

	testing->failed += summary.failed;
	testing->untested += summary.untested;
	if (status > testing->status)
		testing->status = status;
}

static const char *plural(uint64_t count)
{
	return count == 1 ? "" : "s";
}

static void sum_up(const struct testing *testing)
{
	uint64_t passed = testing->count - testing->failed;

	if (testing->tap) {
		printf("1..%" PRIu64 "\n", testing->count);
		return;
	}
	printf("%" PRIu64 " test%s passed", passed, plural(passed));
	if (testing->failed > 0)
		printf(", %" PRIu64 " failed", testing->failed);
	if (testing->untested > 0)
		printf("; %" PRIu64 " rule%s no test", testing->untested,
			testing->untested == 1 ? " has" : "s have");
	putchar('\n');
}

int cmd_test(struct call *call)
{
	struct testing testing = { .messages = messages_on(stderr) };
	int status = option_read(call, take_option, &testing);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc == 0)
		return call_wrong(call, "a file or folder is needed");
	testing.page = page_open();
	for (int i = 0; i < call->argc; i++)
		run_path(&testing, call->argv[i]);
	messages_sum_up(&testing.messages);
	if (testing.count == 0 && testing.status == EXIT_FINE) {
		tell("there is no test");
		testing.status = EXIT_TROUBLE;
	}
	if (testing.count > 0 || testing.tap)
		sum_up(&testing);
	if (testing.failed > 0 && testing.status == EXIT_FINE)
		testing.status = EXIT_MISTAKES;
	messages_done(&testing.messages);
	policy_options_done(&testing.policy);
	return testing.status;
}
