/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_disasm.c - assay disasm: what a policy was compiled to. */
#include <stdio.h>

#include <assay-tools.h>

#include "cli/option.h"
#include "cli/policy.h"
#include "cli/tell.h"

const struct option_row cmd_disasm_options[] = {
	POLICY_OPTIONS,
	OPTIONS_END
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	return policy_take_option(call, id, argument, user);
}

static int disassemble(const char *path, const struct policy_options *options)
{
	struct assay_text *listing = NULL;
	struct assay_policy *policy;
	enum assay_status result;
	const char *bytes;
	size_t length;
	int status;

	policy = policy_open(path, options, EXIT_MISTAKES, &status);
	if (!policy)
		return status;
	result = assay_disassemble(policy, &listing);
	if (result == ASSAY_OK) {
		bytes = assay_text_bytes(listing, &length);
		fwrite(bytes, 1, length, stdout);
	} else {
		tell("%s: there are no instructions to print", path);
	}
	assay_text_free(listing);
	assay_policy_free(policy);
	return status_to_exit(result, EXIT_MISTAKES);
}

int cmd_disasm(struct call *call)
{
	struct policy_options options = { 0 };
	int status = option_read(call, take_option, &options);

	if (status != OPTION_TAKEN)
		return status;
	status = call->argc == 1 ? disassemble(call->argv[0], &options)
		: call_wrong(call, "one policy is needed");
	policy_options_done(&options);
	return status;
}
