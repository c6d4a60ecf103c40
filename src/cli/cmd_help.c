/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_help.c - assay help. */
#include "cli/help.h"
#include "cli/option.h"

const struct option_row cmd_help_options[] = {
	OPTIONS_END
};

int cmd_help(struct call *call)
{
	const struct command *command;
	int status = option_read(call, NULL, NULL);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc == 0) {
		help_overview();
		return EXIT_FINE;
	}
	if (call->argc > 1)
		return call_wrong(call, "one command is explained at a time");
	command = command_find(call->argv[0]);
	if (!command)
		return command_unknown(call->argv[0]);
	help_print(command);
	return EXIT_FINE;
}
