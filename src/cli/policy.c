/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/policy.h"

#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"
#include "cli/option.h"
#include "cli/tell.h"
#include "cli/terminal.h"

int setting_take(const struct call *call, const char *option, const char *argument,
	const struct setting_list *list)
{
	const char *equals = strchr(argument, '=');
	struct assay_setting *setting;
	char *name;

	if (!equals || equals == argument)
		return call_wrong(call, "--%s wants NAME=VALUE, not `%s`", option, argument);
	*list->all = memory_grow(*list->all, *list->count, sizeof **list->all);
	setting = &(*list->all)[(*list->count)++];
	name = memory_copy(argument);
	name[equals - argument] = '\0';
	setting->name = name;
	setting->value = equals + 1;
	return OPTION_TAKEN;
}

int policy_take_option(const struct call *call, int id, const char *argument,
	struct policy_options *options)
{
	if (id == OPTION_SET)
		return setting_take(call, "set", argument, &(struct setting_list){
			&options->settings, &options->setting_count });
	if (id == OPTION_PROFILE) {
		options->profile = argument;
		return OPTION_TAKEN;
	}
	options->include = memory_grow(options->include, options->include_count,
		sizeof *options->include);
	options->include[options->include_count++] = argument;
	return OPTION_TAKEN;
}

struct assay_compile_options policy_compile_options(const struct policy_options *options,
	struct messages *messages)
{
	struct assay_compile_options compile = ASSAY_COMPILE_OPTIONS_INIT;

	compile.on_message = messages_take;
	compile.user = messages;
	compile.include = options->include;
	compile.include_count = options->include_count;
	compile.profile = options->profile;
	compile.settings = options->settings;
	compile.setting_count = options->setting_count;
	compile.color = terminal_color(messages->out);
	return compile;
}

struct assay_policy *policy_open(const char *path, const struct policy_options *options,
	int mistakes, int *status)
{
	struct messages messages = messages_on(stderr);
	struct assay_compile_options compile = policy_compile_options(options, &messages);
	struct assay_policy *policy = NULL;
	enum assay_status result = assay_policy_open(path, &compile, &policy);

	messages_sum_up(&messages);
	if (result != ASSAY_OK && messages.said.count == 0)
		tell("%s: this is not a policy that can be used", path);
	messages_done(&messages);
	*status = status_to_exit(result, mistakes);
	return policy;
}

void policy_options_done(struct policy_options *options)
{
	for (size_t i = 0; i < options->setting_count; i++)
		free((char *)options->settings[i].name);
	free(options->settings);
	free(options->include);
}
