/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_facts.c - assay facts: what is read from certificates. */
#include <stdio.h>

#include <assay-tools.h>

#include "cli/messages.h"
#include "cli/option.h"
#include "cli/password.h"
#include "cli/tell.h"

const struct option_row cmd_facts_options[] = {
	{ 'l', "list", NULL, NULL, "print which facts there are, and what they mean" },
	PASSWORD_OPTIONS,
	OPTIONS_END
};

struct wish {
	bool list;
	struct passwords passwords;
	struct messages messages;
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct wish *wish = user;

	if (password_is_option(id))
		return password_take_option(call, id, argument, &wish->passwords);
	wish->list = true;
	return OPTION_TAKEN;
}

static int print_list(void)
{
	struct assay_text *list = NULL;
	enum assay_status status = assay_fact_list(&list);
	const char *bytes;
	size_t length;

	if (list) {
		bytes = assay_text_bytes(list, &length);
		fwrite(bytes, 1, length, stdout);
		assay_text_free(list);
	}
	return status_to_exit(status, EXIT_TROUBLE);
}

static void print_lines(const char *bytes, size_t length, void *user)
{
	(void)user;
	fwrite(bytes, 1, length, stdout);
}

static void take_message(const struct assay_message *message, void *user)
{
	messages_take(message, &((struct wish *)user)->messages);
}

static const char *next_password(const char *file, unsigned int attempt, void *user)
{
	return password_next(&((struct wish *)user)->passwords, file, attempt);
}

static int print_facts(const struct call *call, struct wish *wish)
{
	struct assay_facts_options options = ASSAY_FACTS_OPTIONS_INIT;
	enum assay_status status;

	wish->messages = messages_on(stderr);
	options.on_lines = print_lines;
	options.on_message = take_message;
	options.password = next_password;
	options.user = wish;
	status = assay_facts((const char *const *)call->argv, (size_t)call->argc, &options);
	messages_done(&wish->messages);
	return status_to_exit(status, EXIT_TROUBLE);
}

static int run(const struct call *call, struct wish *wish)
{
	if (wish->list && call->argc > 0)
		return call_wrong(call, "--list takes no certificate");
	if (!wish->list && call->argc == 0)
		return call_wrong(call, "a certificate is needed; `-` is standard input");
	return wish->list ? print_list() : print_facts(call, wish);
}

int cmd_facts(struct call *call)
{
	struct wish wish = { .list = false };
	int status = option_read(call, take_option, &wish);

	if (status == OPTION_TAKEN)
		status = run(call, &wish);
	password_done(&wish.passwords);
	return status;
}
