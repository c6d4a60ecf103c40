/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/tell.h"
#include "cli/terminal.h"

static int print_version(void)
{
	printf("assay %s (language %d, image format %d)\n", assay_version(),
		assay_language_version(), assay_image_version());
	return EXIT_FINE;
}

/* An option that stands before any command. */
static int run_option(const char *option)
{
	if (strcmp(option, "--version") == 0 || strcmp(option, "-V") == 0)
		return print_version();
	if (strcmp(option, "--help") == 0 || strcmp(option, "-h") == 0) {
		help_overview();
		return EXIT_FINE;
	}
	tell("there is no option `%s` before a command", option);
	tell_hint("usage: assay COMMAND [OPTION]... [OPERAND]...");
	tell_hint("`assay help` lists the commands");
	return EXIT_USAGE;
}

static int run(int argc, char **argv)
{
	struct call call = { NULL, argc - 1, argv + 1 };

	if (argc < 2) {
		tell("a command is needed");
		tell_hint("`assay help` lists them");
		return EXIT_USAGE;
	}
	if (argv[1][0] == '-')
		return run_option(argv[1]);
	call.command = command_find(argv[1]);
	return call.command ? call.command->run(&call) : command_unknown(argv[1]);
}

int main(int argc, char **argv)
{
	terminal_open();
	return terminal_close(run(argc, argv));
}
