/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_build.c - assay build: a policy as an image. */
#include <stdio.h>

#include "cli/file.h"
#include "cli/option.h"
#include "cli/policy.h"

const struct option_row cmd_build_options[] = {
	{ 'o', "output", "FILE", NULL, "write the image to this file" },
	POLICY_OPTIONS,
	OPTIONS_END
};

struct building {
	struct policy_options policy;
	const char *output;
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct building *building = user;

	if (id != 'o')
		return policy_take_option(call, id, argument, &building->policy);
	building->output = argument;
	return OPTION_TAKEN;
}

static int build(const char *path, const struct building *building)
{
	struct assay_policy *policy;
	const void *image;
	size_t length;
	int status;

	policy = policy_open(path, &building->policy, EXIT_MISTAKES, &status);
	if (!policy)
		return status;
	image = assay_policy_image(policy, &length);
	if (file_replace(building->output, image, length))
		printf("%s\n", assay_policy_digest(policy));
	else
		status = EXIT_TROUBLE;
	assay_policy_free(policy);
	return status;
}

int cmd_build(struct call *call)
{
	struct building building = { .output = NULL };
	int status = option_read(call, take_option, &building);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc != 1)
		status = call_wrong(call, "one policy is needed");
	else if (!building.output)
		status = call_wrong(call, "-o is needed: where to write the image");
	else
		status = build(call->argv[0], &building);
	policy_options_done(&building.policy);
	return status;
}
