/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_completion.c - assay completion: the tables of commands and options as a script for bash. */
#include <stdio.h>
#include <string.h>

#include "cli/option.h"

const struct option_row cmd_completion_options[] = {
	OPTIONS_END
};

static void print_names(const struct option_row *row)
{
	const char *between = "";

	for (; row->name; row++, between = " ")
		printf("%s--%s", between, row->name);
}

/* What may follow an option that takes an argument: one of its words, else a file. */
static void print_arguments(const struct option_row *row)
{
	for (; row->name; row++)
		if (row->choices)
			printf("\t\t--%s) words='%s' ;;\n", row->name, row->choices);
}

static void print_command(const struct command *command)
{
	printf("\t%s)\n\t\toptions='", command->name);
	print_names(command->options);
	printf("'\n\t\tcase $before in\n");
	print_arguments(command->options);
	printf("\t\tesac\n\t\t;;\n");
}

static void print_commands(void)
{
	const struct command *command;

	for (size_t i = 0; (command = command_at(i)); i++)
		printf("%s%s", i ? " " : "", command->name);
}

static void print_bash(void)
{
	const struct command *command;

	fputs("# Completion for assay, written by `assay completion bash`.\n"
		"_assay()\n{\n"
		"\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
		"\tlocal options= words= commands='", stdout);
	print_commands();
	fputs("'\n\tCOMPREPLY=()\n"
		"\tif [[ $word == = ]]; then\n\t\tword=\n"
		"\telif [[ $before == = ]]; then\n"
		"\t\tbefore=${COMP_WORDS[COMP_CWORD-2]}\n\tfi\n"
		"\tcase ${COMP_WORDS[1]} in\n", stdout);
	for (size_t i = 0; (command = command_at(i)); i++)
		print_command(command);
	fputs("\tesac\n"
		"\tif ((COMP_CWORD == 1)); then\n"
		"\t\twords=\"$commands --help --version\"\n"
		"\telif ((COMP_CWORD == 2)) && [[ $before == help ]]; then\n"
		"\t\twords=$commands\n"
		"\telif ((COMP_CWORD == 2)) && [[ $before == completion ]]; then\n"
		"\t\twords=bash\n"
		"\telif [[ -z $words && $word == -* ]]; then\n"
		"\t\twords=$options\n\tfi\n"
		"\t[[ -z $words ]] ||\n"
		"\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
		"}\ncomplete -o default -F _assay assay\n", stdout);
}

int cmd_completion(struct call *call)
{
	int status = option_read(call, NULL, NULL);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc != 1 || strcmp(call->argv[0], "bash") != 0)
		return call_wrong(call, "the shell has to be `bash`");
	print_bash();
	return EXIT_FINE;
}
