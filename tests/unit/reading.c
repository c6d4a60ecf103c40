/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/unit/reading.h"

#include "grammar/parse.h"
#include "tree/format.h"

void reading_open(struct reading *reading, struct text text)
{
	const struct source *source;

	*reading = (struct reading){ .sources.arena = NULL };
	reading->sources.arena = &reading->arena;
	diags_init(&reading->diags, &reading->arena);
	source = sources_add(&reading->sources, TEXT("test.assay"), text);
	reading->file = parse_policy(&reading->arena, &reading->diags, source);
	if (reading->diags.count == 0)
		format_file(&reading->layout, &reading->sources, reading->file);
}

void reading_close(struct reading *reading)
{
	buffer_done(&reading->layout);
	arena_free(&reading->arena);
}

uint32_t reading_comments(const struct reading *reading)
{
	uint32_t count = 0;

	for (const struct comment *comment = reading->file->comments; comment;
	     comment = comment->next)
		count++;
	return count;
}

static const char *compare(const struct reading *first, const struct reading *again)
{
	if (again->diags.count > 0)
		return "the layout has no mistakes";
	if (!ast_equal(first->file, again->file))
		return "the layout is read as the same tree";
	if (reading_comments(first) != reading_comments(again))
		return "the layout keeps the comments";
	if (!text_equal(buffer_view(&first->layout), buffer_view(&again->layout)))
		return "the layout is laid out the same";
	return NULL;
}

const char *reading_trouble(const struct reading *reading)
{
	struct reading again;
	const char *trouble;

	reading_open(&again, buffer_view(&reading->layout));
	trouble = compare(reading, &again);
	reading_close(&again);
	return trouble;
}
