/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/option.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/choice.h"
#include "cli/help.h"
#include "cli/nearest.h"
#include "cli/terminal.h"

enum { MOST_ROWS = 32 };

/* The table as getopt_long wants it. */
struct getopt_table {
	struct option rows[MOST_ROWS + 1];
	char letters[2 * MOST_ROWS + 2];
};

static struct getopt_table table_of(const struct option_row *row)
{
	struct getopt_table table = { 0 };
	char *letter = table.letters;

	*letter++ = ':';
	for (size_t i = 0; row->name && i < MOST_ROWS; row++, i++) {
		table.rows[i].name = row->name;
		table.rows[i].has_arg = row->argument ? required_argument : no_argument;
		table.rows[i].val = row->id;
		if (row->id >= OPTION_LONG)
			continue;
		*letter++ = (char)row->id;
		if (row->argument)
			*letter++ = ':';
	}
	return table;
}

static const struct option_row *row_of(const struct option_row *row, int id)
{
	while (row->name && row->id != id)
		row++;
	return row;
}

static int wrong_choice(const struct call *call, const struct option_row *row, const char *word)
{
	char choice[CHOICE_BYTES], list[128] = "";
	size_t length = 0;

	for (size_t i = 0; choice_at(row->choices, i, choice); i++)
		length += (size_t)snprintf(list + length, sizeof list - length, "%s`%s`",
			i ? ", " : "", choice);
	return call_wrong(call, "--%s is one of %s, not `%s`", row->name, list, word);
}

/* What getopt_long stumbled over, as it was written. */
static int wrong_option(const struct call *call, int letter)
{
	const char *word = call->argv[optind - 1];
	struct nearest nearest;
	char name[64];

	if (letter && letter < OPTION_LONG && strncmp(word, "--", 2) != 0)
		return call_wrong(call, "there is no option `-%c`", letter);
	snprintf(name, sizeof name, "%.*s", (int)strcspn(word, "="), word);
	if (letter)
		return call_wrong(call, "`%s` takes no argument", name);
	nearest = nearest_to(name + strspn(name, "-"));
	for (const struct option_row *row = call->command->options; row->name; row++)
		nearest_offer(&nearest, row->name);
	if (nearest.best)
		return call_wrong(call, "there is no option `%s`; did you mean `--%s`?",
			name, nearest.best);
	return call_wrong(call, "there is no option `%s`", name);
}

static int take_option(struct call *call, int id, option_fn *take, void *user)
{
	const struct option_row *row = row_of(call->command->options, id);

	if (row->choices && !choice_has(row->choices, optarg))
		return wrong_choice(call, row, optarg);
	if (id == 'h') {
		help_print(call->command);
		return EXIT_FINE;
	}
	if (id == OPTION_COLOR) {
		terminal_set_color(optarg);
		return OPTION_TAKEN;
	}
	return take(call, id, optarg, user);
}

int option_read(struct call *call, option_fn *take, void *user)
{
	struct getopt_table table = table_of(call->command->options);
	int id, status = OPTION_TAKEN;

	opterr = 0;
	while (status == OPTION_TAKEN) {
		id = getopt_long(call->argc, call->argv, table.letters, table.rows, NULL);
		if (id == -1)
			break;
		if (id == ':')
			status = call_wrong(call, "`%s` needs an argument", call->argv[optind - 1]);
		else if (id == '?')
			status = wrong_option(call, optopt);
		else
			status = take_option(call, id, take, user);
	}
	call->argc -= optind;
	call->argv += optind;
	return status;
}
