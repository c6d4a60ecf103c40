/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli/nearest.h"
#include "cli/tell.h"

static const struct command commands[] = {
#define COMMAND(name, function, usage, summary) \
	{ #name, function, function##_options, usage, summary },
#include "cli/commands.def"
#undef COMMAND
};

const struct command *command_at(size_t index)
{
	return index < sizeof commands / sizeof *commands ? &commands[index] : NULL;
}

const struct command *command_find(const char *name)
{
	const struct command *command;

	for (size_t i = 0; (command = command_at(i)); i++)
		if (strcmp(command->name, name) == 0)
			return command;
	return NULL;
}

int command_unknown(const char *name)
{
	struct nearest nearest = nearest_to(name);
	const struct command *command;

	for (size_t i = 0; (command = command_at(i)); i++)
		nearest_offer(&nearest, command->name);
	if (nearest.best)
		tell("there is no command `%s`; did you mean `%s`?", name, nearest.best);
	else
		tell("there is no command `%s`", name);
	tell_hint("`assay help` lists the commands");
	return EXIT_USAGE;
}

int call_wrong(const struct call *call, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	tell_list(call->command->name, format, arguments);
	va_end(arguments);
	tell_hint("usage: assay %s %s", call->command->name, call->command->usage);
	tell_hint("`assay help %s` says more", call->command->name);
	return EXIT_USAGE;
}

int status_to_exit(enum assay_status status, int mistakes)
{
	static const int exits[] = {
		[ASSAY_OK] = EXIT_FINE,
		[ASSAY_UNREADABLE] = EXIT_TROUBLE,
		[ASSAY_REFUSED] = EXIT_TROUBLE,
		[ASSAY_USAGE] = EXIT_USAGE,
		[ASSAY_NO_MEMORY] = EXIT_TROUBLE,
	};

	return status == ASSAY_MISTAKES ? mistakes : exits[status];
}
