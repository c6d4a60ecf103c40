/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/inquiry.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/memory.h"
#include "cli/tell.h"

static int take_date(const struct call *call, const char *argument, struct inquiry *inquiry)
{
	if (assay_parse_date(argument, &inquiry->now))
		return OPTION_TAKEN;
	return call_wrong(call, "`%s` is no date; write 2026-11-22 or 2026-11-22T10:30:00Z",
		argument);
}

int inquiry_take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct inquiry *inquiry = user;

	switch (id) {
	case OPTION_INQUIRY_NOW:
		return take_date(call, argument, inquiry);
	case OPTION_INQUIRY_COMPLETE:
		inquiry->complete = true;
		break;
	case OPTION_INQUIRY_AS:
		inquiry->place = argument;
		break;
	case OPTION_INQUIRY_FORMAT:
		inquiry->as_json = strcmp(argument, "json") == 0;
		break;
	case OPTION_INQUIRY_RULE:
		inquiry->rule = argument;
		break;
	case OPTION_INQUIRY_SUBJECT:
		inquiry->subject = argument;
		break;
	case OPTION_INQUIRY_ALL:
		inquiry->all = true;
		break;
	default:
		return inputs_is_option(id)
			? inputs_take_option(call, id, argument, &inquiry->inputs)
			: policy_take_option(call, id, argument, &inquiry->options);
	}
	return OPTION_TAKEN;
}

/* --- beginning --------------------------------------------------------- */

/* Before the run began there is nothing that can be wrong but the place. */
static void take_message(const struct assay_message *message, void *user)
{
	struct inquiry *inquiry = user;

	if (inquiry->begun)
		messages_take(message, &inquiry->messages);
	else
		call_wrong(inquiry->call, "--as %s: %s", inquiry->place, message->text);
}

static const char *next_password(const char *file, unsigned int attempt, void *user)
{
	return password_next(&((struct inquiry *)user)->inputs.passwords, file, attempt);
}

static int check_rule(struct inquiry *inquiry)
{
	struct nearest nearest = nearest_to(inquiry->rule ? inquiry->rule : "");

	for (uint32_t i = 0; i < inquiry->rule_count && inquiry->rule; i++) {
		if (strcmp(inquiry->rules[i].id, inquiry->rule) == 0)
			return OPTION_TAKEN;
		nearest_offer(&nearest, inquiry->rules[i].id);
	}
	if (!inquiry->rule)
		return OPTION_TAKEN;
	if (nearest.best)
		return call_wrong(inquiry->call, "the policy has no rule `%s`; did you mean `%s`?",
			inquiry->rule, nearest.best);
	return call_wrong(inquiry->call, "the policy has no rule `%s`", inquiry->rule);
}

static void list_rules(struct inquiry *inquiry)
{
	inquiry->rule_count = assay_policy_rule_count(inquiry->policy);
	inquiry->rules = memory_new(inquiry->rule_count, sizeof *inquiry->rules);
	for (uint32_t i = 0; i < inquiry->rule_count; i++) {
		inquiry->rules[i].size = sizeof *inquiry->rules;
		assay_policy_rule(inquiry->policy, i, &inquiry->rules[i]);
	}
}

static int run_new(struct inquiry *inquiry)
{
	struct assay_run_options options = ASSAY_RUN_OPTIONS_INIT;
	enum assay_status status;

	options.json = inquiry->as_json;
	options.now = inquiry->now;
	options.complete = inquiry->complete;
	options.place = inquiry->place;
	options.on_message = take_message;
	options.password = next_password;
	options.user = inquiry;
	status = assay_run_new(inquiry->policy, &options, &inquiry->run);
	inquiry->begun = true;
	return status == ASSAY_OK ? OPTION_TAKEN : status_to_exit(status, EXIT_TROUBLE);
}

int inquiry_begin(struct inquiry *inquiry, struct call *call)
{
	int status;

	*inquiry = (struct inquiry){ .now = assay_now(), .call = call,
		.messages = messages_on(stderr) };
	status = option_read(call, inquiry_take_option, inquiry);
	if (status != OPTION_TAKEN)
		return status;
	if (call->argc < 1)
		return call_wrong(call, "a policy is needed");
	if (call->argc == 1 && isatty(STDIN_FILENO))
		return call_wrong(call, "facts or certificates are needed");
	inquiry->policy = policy_open(call->argv[0], &inquiry->options, EXIT_TROUBLE, &status);
	if (!inquiry->policy)
		return status;
	list_rules(inquiry);
	status = check_rule(inquiry);
	return status == OPTION_TAKEN ? run_new(inquiry) : status;
}

/* --- asking ------------------------------------------------------------ */

/* The subject, or a certificate of it. */
static bool begins_with(const char *subject, const char *wanted)
{
	size_t length = strlen(wanted);

	return strncmp(subject, wanted, length) == 0
		&& (subject[length] == '\0' || subject[length] == '/');
}

static void offer(struct inquiry *inquiry, const char *subject)
{
	struct nearest nearest = nearest_to(inquiry->subject);

	nearest_offer(&nearest, subject);
	if (!nearest.best || (inquiry->nearest && nearest.distance >= inquiry->distance))
		return;
	free(inquiry->nearest);
	inquiry->nearest = memory_copy(subject);
	inquiry->distance = nearest.distance;
}

bool inquiry_is_about(struct inquiry *inquiry, const char *subject)
{
	const char *key = strchr(subject, '/');

	if (!inquiry->subject || begins_with(subject, inquiry->subject)
	    || (key && begins_with(key + 1, inquiry->subject))) {
		inquiry->found = true;
		return true;
	}
	if (!inquiry->found) {
		offer(inquiry, subject);
		offer(inquiry, key ? key + 1 : "");
	}
	return false;
}

int inquiry_run(struct inquiry *inquiry)
{
	struct assay_summary summary = { .size = sizeof summary };
	const struct call *call = inquiry->call;

	inputs_add_certificates(&inquiry->inputs, inquiry->run);
	for (int i = 1; i < call->argc; i++)
		assay_run_add_file(inquiry->run, call->argv[i]);
	if (call->argc == 1)
		assay_run_add_file(inquiry->run, "-");
	if (assay_run_finish(inquiry->run) != ASSAY_OK
	    || assay_run_summary(inquiry->run, &summary) != ASSAY_OK) {
		tell("the evaluation could not be finished");
		return EXIT_TROUBLE;
	}
	return summary.refused > 0 ? EXIT_TROUBLE : EXIT_FINE;
}

int inquiry_no_subject(const struct inquiry *inquiry)
{
	if (inquiry->nearest)
		return call_wrong(inquiry->call, "there is no subject `%s`; did you mean `%s`?",
			inquiry->subject, inquiry->nearest);
	return call_wrong(inquiry->call, "there is no subject `%s`", inquiry->subject);
}

void inquiry_done(struct inquiry *inquiry)
{
	assay_run_free(inquiry->run);
	free(inquiry->rules);
	free(inquiry->nearest);
	assay_policy_free(inquiry->policy);
	messages_done(&inquiry->messages);
	policy_options_done(&inquiry->options);
	inputs_done(&inquiry->inputs);
}
