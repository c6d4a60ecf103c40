/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/help.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/choice.h"
#include "cli/memory.h"
#include "cli/page.h"

enum { HELP_COLUMN = 26 };

/* Names of an option: its letter, then all rows with its id. The result is the last row. */
static const struct option_row *put_names(struct page *page, const struct option_row *row)
{
	char name[80];

	snprintf(name, sizeof name, "  -%c, ", row->id);
	page_put(page, PAGE_PLAIN, row->id < OPTION_LONG ? name : "      ");
	for (;; row++) {
		snprintf(name, sizeof name, "--%s", row->name);
		page_put(page, PAGE_BOLD, name);
		if (row[1].id != row->id)
			break;
		page_put(page, PAGE_PLAIN, ", ");
	}
	snprintf(name, sizeof name, " %s", row->argument ? row->argument : "");
	page_put(page, PAGE_PLAIN, row->argument ? name : "");
	return row;
}

/* What it does, and ": one (default), two" if it chooses between words. */
static void put_help(struct page *page, const struct option_row *row)
{
	char word[CHOICE_BYTES], text[256];
	size_t length = (size_t)snprintf(text, sizeof text, "%s", row->help);

	for (size_t i = 0; length < sizeof text && choice_at(row->choices, i, word); i++)
		length += (size_t)snprintf(text + length, sizeof text - length,
			i ? ", %s" : ": %s (default)", word);
	page_words(page, text);
}

static void print_options(struct page *page, const struct option_row *row)
{
	const struct option_row *last;

	for (; row->name; row = last + 1) {
		page->indent = HELP_COLUMN;
		last = put_names(page, row);
		if (page->column + 2 > HELP_COLUMN)
			page_end(page);
		page_tab(page, HELP_COLUMN);
		put_help(page, row);
		page_end(page);
	}
	page->indent = 0;
}

/* With a capital and a full stop. */
static void print_sentence(struct page *page, const char *text)
{
	char *sentence = memory_print("%s.", text);

	sentence[0] = (char)toupper((unsigned char)sentence[0]);
	page_words(page, sentence);
	free(sentence);
}

void help_print(const struct command *command)
{
	struct page page = page_open();

	page_words(&page, "usage: assay");
	page_words(&page, command->name);
	page_words(&page, command->usage);
	page_blank(&page);
	print_sentence(&page, command->summary);
	page_blank(&page);
	page_words(&page, "Options:");
	page_end(&page);
	print_options(&page, command->options);
}

void help_overview(void)
{
	struct page page = page_open();
	const struct command *command;

	page_words(&page, "usage: assay COMMAND [OPTION]... [OPERAND]...");
	page_blank(&page);
	page_words(&page, "Commands:");
	page_end(&page);
	for (size_t i = 0; (command = command_at(i)); i++) {
		page_tab(&page, 2);
		page_put(&page, PAGE_BOLD, command->name);
		page_tab(&page, 14);
		page.indent = 14;
		page_words(&page, command->summary);
		page.indent = 0;
		page_end(&page);
	}
	page_blank(&page);
	page_words(&page, "`assay help COMMAND` says more about one of them; assay(1) says "
		"everything.");
	page_end(&page);
}
