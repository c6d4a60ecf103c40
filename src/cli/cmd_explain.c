/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_explain.c - assay explain: the long form of messages. */
#include <ctype.h>
#include <stdio.h>

#include "cli/option.h"
#include "cli/tell.h"

const struct option_row cmd_explain_options[] = {
	OPTIONS_END
};

/* Codes are written in capitals, but not by everybody. */
static int explain(const char *word)
{
	char code[16];
	const char *text;
	size_t length = 0;

	for (; length < sizeof code - 1 && word[length]; length++)
		code[length] = (char)toupper((unsigned char)word[length]);
	code[length] = '\0';
	text = assay_explain(code);
	if (!text) {
		tell("there is no message with the code `%s`", word);
		tell_hint("a code is a letter and four digits, such as E0001");
		return EXIT_USAGE;
	}
	fputs(text, stdout);
	return EXIT_FINE;
}

int cmd_explain(struct call *call)
{
	int status = option_read(call, NULL, NULL);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc == 0)
		return call_wrong(call, "the code of a message is needed");
	status = EXIT_FINE;
	for (int i = 0; i < call->argc; i++) {
		int one;

		if (i > 0)
			putchar('\n');
		if (call->argc > 1)
			printf("%s:\n", call->argv[i]);
		one = explain(call->argv[i]);
		if (one > status)
			status = one;
	}
	return status;
}
