/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_fmt.c - assay fmt: policies in their canonical form. */
#include <stdio.h>
#include <string.h>

#include <assay-tools.h>

#include "cli/file.h"
#include "cli/option.h"
#include "cli/policy.h"
#include "cli/tell.h"

enum { OPTION_CHECK = OPTION_LONG + 16, OPTION_STDOUT };

const struct option_row cmd_fmt_options[] = {
	{ OPTION_CHECK, "check", NULL, NULL,
	  "write nothing, name the files that differ from their canonical form" },
	{ OPTION_STDOUT, "stdout", NULL, NULL, "print the text instead of writing it" },
	OPTIONS_END
};

struct formatting {
	bool check, print;
	struct messages messages;
	int status;
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct formatting *formatting = user;

	(void)call;
	(void)argument;
	if (id == OPTION_CHECK)
		formatting->check = true;
	else
		formatting->print = true;
	return OPTION_TAKEN;
}

static void note_status(struct formatting *formatting, int status)
{
	if (status > formatting->status)
		formatting->status = status;
}

static void use_text(struct formatting *formatting, const char *path, const struct file *old,
	const struct assay_text *text)
{
	size_t length;
	const char *bytes = assay_text_bytes(text, &length);
	bool same = length == old->length && memcmp(bytes, old->bytes, length) == 0;

	if (formatting->check) {
		if (!same) {
			printf("%s\n", path);
			note_status(formatting, EXIT_MISTAKES);
		}
	} else if (formatting->print || strcmp(path, "-") == 0) {
		fwrite(bytes, 1, length, stdout);
	} else if (!same && !file_replace(path, bytes, length)) {
		note_status(formatting, EXIT_TROUBLE);
	}
}

static void format_file(const char *path, void *user)
{
	struct formatting *formatting = user;
	struct policy_options none = { 0 };
	struct assay_compile_options compile = policy_compile_options(&none,
		&formatting->messages);
	struct assay_text *text = NULL;
	enum assay_status result;
	struct file old;

	if (!file_read(path, &old)) {
		note_status(formatting, EXIT_TROUBLE);
		return;
	}
	result = assay_format(path, old.bytes, old.length, &compile, &text);
	note_status(formatting, status_to_exit(result, EXIT_MISTAKES));
	if (result == ASSAY_OK)
		use_text(formatting, path, &old, text);
	assay_text_free(text);
	file_free(&old);
}

int cmd_fmt(struct call *call)
{
	struct formatting formatting = { .messages = messages_on(stderr) };
	int status = option_read(call, take_option, &formatting);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc == 0)
		return call_wrong(call, "a file is needed; `-` is standard input");
	for (int i = 0; i < call->argc; i++)
		if (!file_walk(call->argv[i], format_file, &formatting))
			note_status(&formatting, EXIT_TROUBLE);
	messages_sum_up(&formatting.messages);
	messages_done(&formatting.messages);
	return formatting.status;
}
