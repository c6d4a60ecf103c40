/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_check.c - assay check: what is wrong with policies, models and tests. */
#include <string.h>

#include "cli/file.h"
#include "cli/option.h"
#include "cli/policy.h"
#include "cli/tell.h"

enum { OPTION_FORMAT = OPTION_LONG + 16 };

const struct option_row cmd_check_options[] = {
	{ OPTION_FORMAT, "format", "FORMAT", "text json", "how to print" },
	POLICY_OPTIONS,
	OPTIONS_END
};

struct checking {
	struct policy_options policy;
	struct messages messages;
	struct json_out json;
	bool as_json;
	size_t files;
	int status;
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct checking *checking = user;

	if (id != OPTION_FORMAT)
		return policy_take_option(call, id, argument, &checking->policy);
	checking->as_json = strcmp(argument, "json") == 0;
	return OPTION_TAKEN;
}

static void note_status(struct checking *checking, int status)
{
	if (status > checking->status)
		checking->status = status;
}

static void check_file(const char *path, void *user)
{
	struct checking *checking = user;
	struct assay_compile_options compile = policy_compile_options(&checking->policy,
		&checking->messages);
	struct assay_policy *policy = NULL;
	enum assay_status result = assay_policy_open(path, &compile, &policy);

	checking->files++;
	note_status(checking, status_to_exit(result, EXIT_MISTAKES));
	assay_policy_free(policy);
}

static void check_all(const struct call *call, struct checking *checking)
{
	for (int i = 0; i < call->argc; i++) {
		size_t before = checking->files;

		if (!file_walk(call->argv[i], check_file, checking)) {
			note_status(checking, EXIT_TROUBLE);
		} else if (checking->files == before) {
			tell("%s: there is no .assay file in this folder", call->argv[i]);
			note_status(checking, EXIT_TROUBLE);
		}
	}
}

int cmd_check(struct call *call)
{
	struct checking checking = { .messages = messages_on(stdout) };
	int status = option_read(call, take_option, &checking);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc == 0)
		return call_wrong(call, "a file or folder is needed");
	if (checking.as_json) {
		checking.messages.json = &checking.json;
		json_out_open(&checking.json, '[');
	}
	check_all(call, &checking);
	messages_sum_up(&checking.messages);
	if (checking.as_json) {
		putchar('\n');
		json_out_close(&checking.json, ']');
		putchar('\n');
	}
	messages_done(&checking.messages);
	policy_options_done(&checking.policy);
	return checking.status;
}
