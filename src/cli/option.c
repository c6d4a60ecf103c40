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
	char letters[2 * MOST_ROWS + 3];
};

static struct getopt_table table_of(const struct option_row *row, bool in_order)
{
	struct getopt_table table = { 0 };
	char *letter = table.letters;

	if (in_order)
		*letter++ = '-';
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

static int take_one(struct call *call, int id, option_fn *take, void *user)
{
	if (id == ':')
		return call_wrong(call, "`%s` needs an argument", call->argv[optind - 1]);
	if (id == '?')
		return wrong_option(call, optopt);
	return take_option(call, id, take, user);
}

int option_read(struct call *call, option_fn *take, void *user)
{
	struct getopt_table table = table_of(call->command->options, false);
	int id, status = OPTION_TAKEN;

	opterr = 0;
	while (status == OPTION_TAKEN) {
		id = getopt_long(call->argc, call->argv, table.letters, table.rows, NULL);
		if (id == -1)
			break;
		status = take_one(call, id, take, user);
	}
	call->argc -= optind;
	call->argv += optind;
	return status;
}

/* Operands move to the front, where what was read stood. */
static int take_operand(struct call *call, char *operand, int *count, option_fn *take, void *user)
{
	call->argv[(*count)++] = operand;
	return take(call, OPTION_OPERAND, operand, user);
}

int option_read_in_order(struct call *call, option_fn *take, void *user)
{
	struct getopt_table table = table_of(call->command->options, true);
	int id, status = OPTION_TAKEN, count = 0;

	opterr = 0;
	while (status == OPTION_TAKEN) {
		id = getopt_long(call->argc, call->argv, table.letters, table.rows, NULL);
		if (id == -1)
			break;
		status = id == OPTION_OPERAND
			? take_operand(call, optarg, &count, take, user)
			: take_one(call, id, take, user);
	}
	for (; status == OPTION_TAKEN && optind < call->argc; optind++)
		status = take_operand(call, call->argv[optind], &count, take, user);
	call->argc = count;
	return status;
}
