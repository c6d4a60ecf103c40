/* SPDX-License-Identifier: Apache-2.0 */
/* command.h - the commands, and how one of them is called. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include <assay.h>

/* Of the program, as docs/language.md defines them; EXIT_MISTAKES is for the author's commands. */
enum { EXIT_FINE = 0, EXIT_MISTAKES = 1, EXIT_TROUBLE = 3, EXIT_USAGE = 64 };

/* An option. Rows in a sequence with one id are names of one option, and the first has its help. */
struct option_row {
	int id;                 /* the letter of its short form, or from OPTION_LONG up */
	const char *name;
	const char *argument;   /* what help calls it; NULL if it takes none */
	const char *choices;    /* what it may be (choice.h), the default first; or NULL */
	const char *help;
};

enum { OPTION_LONG = 256, OPTION_COLOR };

/* The last rows of every table. */
#define OPTIONS_END \
	{ OPTION_COLOR, "color", "WHEN", "auto always never", "use colours" }, \
	{ 'h', "help", NULL, NULL, "print this help" }, \
	{ 0, NULL, NULL, NULL, NULL }

/* A call of a command; argv[0] is its name until the options are read, then come operands only. */
struct call {
	const struct command *command;
	int argc;
	char **argv;
};

typedef int command_fn(struct call *call);      /* the result is an exit status */

struct command {
	const char *name;
	command_fn *run;
	const struct option_row *options;
	const char *usage, *summary;
};

#define COMMAND(name, function, usage, summary) \
	command_fn function; \
	extern const struct option_row function##_options[];
#include "cli/commands.def"
#undef COMMAND

/* The command at this place of the list; NULL past its end. */
const struct command *command_at(size_t index);

/* NULL if there is none of this name. */
const struct command *command_find(const char *name);

/* Say that there is no such command, and which was perhaps meant; the result is EXIT_USAGE. */
int command_unknown(const char *name);

/* Say that the call is wrong, and how it is right; the result is EXIT_USAGE. */
int call_wrong(const struct call *call, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* A status of the library as an exit status; `mistakes` is that of a policy with mistakes. */
int status_to_exit(enum assay_status status, int mistakes);

#endif
