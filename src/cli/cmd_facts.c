/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_facts.c - assay facts: what is read from certificates. */
#include <stdio.h>

#include <assay-tools.h>

#include "cli/messages.h"
#include "cli/option.h"
#include "cli/tell.h"

const struct option_row cmd_facts_options[] = {
	{ 'l', "list", NULL, NULL, "print which facts there are, and what they mean" },
	OPTIONS_END
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	(void)call;
	(void)id;
	(void)argument;
	*(bool *)user = true;
	return OPTION_TAKEN;
}

/* Print the text, if there is one. */
static void print_text(struct assay_text *text)
{
	const char *bytes;
	size_t length;

	if (!text)
		return;
	bytes = assay_text_bytes(text, &length);
	fwrite(bytes, 1, length, stdout);
	assay_text_free(text);
}

static int print_list(void)
{
	struct assay_text *list = NULL;
	enum assay_status status = assay_fact_list(&list);

	print_text(list);
	return status_to_exit(status, EXIT_TROUBLE);
}

static int print_facts(const struct call *call)
{
	struct messages messages = messages_on(stderr);
	struct assay_text *json = NULL;
	enum assay_status status = assay_facts((const char *const *)call->argv,
		(size_t)call->argc, messages_take, &messages, &json);
	bool refused = messages.counts[ASSAY_ERROR] > 0;

	print_text(json);
	messages_done(&messages);
	return refused ? EXIT_TROUBLE : status_to_exit(status, EXIT_TROUBLE);
}

int cmd_facts(struct call *call)
{
	bool list = false;
	int status = option_read(call, take_option, &list);

	if (status != OPTION_TAKEN)
		return status;
	if (list && call->argc > 0)
		return call_wrong(call, "--list takes no certificate");
	if (!list && call->argc == 0)
		return call_wrong(call, "a certificate is needed; `-` is standard input");
	return list ? print_list() : print_facts(call);
}
