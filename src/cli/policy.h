/* SPDX-License-Identifier: Apache-2.0 */
/* policy.h - the options with which policies are compiled, the same in all commands. */
#ifndef CLI_POLICY_H
#define CLI_POLICY_H

#include <assay.h>

#include "cli/command.h"
#include "cli/messages.h"

enum { OPTION_POLICY = 512, OPTION_PROFILE, OPTION_SET };

#define POLICY_INCLUDE_OPTION \
	{ 'I', "include", "FOLDER", NULL, \
	  "search models and policies in this folder, too; may be repeated" }

#define POLICY_OPTIONS \
	{ OPTION_PROFILE, "profile", "NAME", NULL, "set parameters as this profile says" }, \
	{ OPTION_SET, "set", "NAME=VALUE", NULL, "set a parameter; may be repeated" }, \
	POLICY_INCLUDE_OPTION

/* What the options said; empty when zeroed. */
struct policy_options {
	const char **include;
	struct assay_setting *settings;
	size_t include_count, setting_count;
	const char *profile;
};

/* Take NAME=VALUE, the argument of this option, to the end of a list; names are the list's own. */
struct setting_list {
	struct assay_setting **all;
	size_t *count;
};
int setting_take(const struct call *call, const char *option, const char *argument,
	const struct setting_list *list);

/* Take one of POLICY_OPTIONS (option.h). */
int policy_take_option(const struct call *call, int id, const char *argument,
	struct policy_options *options);

/* For the library; messages go to `messages`. */
struct assay_compile_options policy_compile_options(const struct policy_options *options,
	struct messages *messages);

/* Open a policy, telling its mistakes on standard error. NULL and the exit status if there is none;
 * `mistakes` is the one of a policy with mistakes. */
struct assay_policy *policy_open(const char *path, const struct policy_options *options,
	int mistakes, int *status);

void policy_options_done(struct policy_options *options);

#endif
