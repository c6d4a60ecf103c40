/* SPDX-License-Identifier: Apache-2.0 */
/* format_mapping.c - the columns of a mapping, and where its facts come from. */
#include <inttypes.h>

#include "tree/format_part.h"

/* --- columns --------------------------------------------------------------- */

static void flat_type(struct buffer *out, const struct column_tree *column)
{
	buffer_text(out, column->type.text);
	if (column->number)
		buffer_printf(out, " %" PRId64, column->number);
	if (column->separator.at.to) {
		buffer_string(out, " at ");
		format_quoted(out, column->separator.text);
	}
	for (const struct word *word = column->modifiers.first; word; word = word->next) {
		buffer_byte(out, ' ');
		buffer_text(out, word->text);
	}
}

static uint32_t type_width(struct format *f, const struct column_tree *column)
{
	buffer_reset(&f->scratch);
	if (column->kind == COLUMN_TREE_COLUMN)
		flat_type(&f->scratch, column);
	return format_width(buffer_view(&f->scratch));
}

/* Where what stands behind the names begins, and what stands behind the types. */
struct layout {
	uint32_t types, titles;
};

static struct layout layout_of(struct format *f, const struct columns_tree *columns)
{
	uint32_t names = 0, types = 0;

	for (const struct column_tree *c = columns->first; c; c = c->next) {
		uint32_t width = type_width(f, c);

		names = c->name.text.length > names ? c->name.text.length : names;
		if (c->titles.first && width > types)
			types = width;
	}
	return (struct layout){ 2 + names + 3, 2 + names + 3 + types + 1 };
}

/* Texts with commas between them, below one another as far as they do not fit. */
static void put_texts(struct format *f, const struct words *texts)
{
	uint32_t column = format_column(f);

	for (const struct word *word = texts->first; word; word = word->next) {
		buffer_reset(&f->scratch);
		format_quoted(&f->scratch, word->text);
		if (word->next)
			buffer_byte(&f->scratch, ',');
		if (word == texts->first) {
			format_text(f, buffer_view(&f->scratch));
		} else {
			format_comments(f, column, word->at.from);
			format_piece(f, column, buffer_view(&f->scratch));
		}
	}
}

/* Up to here comments inside the column move before it. */
static uint32_t column_first_end(const struct column_tree *column)
{
	if (column->titles.first)
		return column->titles.first->at.to;
	return column->at.to;
}

static void put_column(struct format *f, const struct column_tree *column,
                       const struct layout *layout)
{
	format_begin(f, 2, (struct span){ column->at.from, column_first_end(column) });
	format_text(f, column->name.text);
	format_string(f, ":");
	format_space(f, layout->types);
	if (column->kind == COLUMN_TREE_OPTION) {
		put_texts(f, &column->titles);
		return;
	}
	buffer_reset(&f->scratch);
	flat_type(&f->scratch, column);
	format_text(f, buffer_view(&f->scratch));
	if (!column->titles.first)
		return;
	format_space(f, layout->titles);
	format_string(f, "called ");
	put_texts(f, &column->titles);
}

void format_columns(struct format *f, const struct columns_tree *columns)
{
	struct layout layout = layout_of(f, columns);

	for (const struct column_tree *c = columns->first; c; c = c->next)
		put_column(f, c, &layout);
}

/* --- origins --------------------------------------------------------------- */

static void put_origin(struct format *f, const struct origin_tree *origin, uint32_t names)
{
	uint32_t end = origin->columns.first ? origin->columns.first->at.to : origin->name.at.to;

	format_begin(f, 2, (struct span){ origin->at.from, end });
	format_text(f, origin->name.text);
	format_string(f, ":");
	format_space(f, names);
	if (origin->rows.first) {
		format_string(f, "by");
		f->tight = true;
		format_rows(f, 4, &origin->rows);
		return;
	}
	for (const struct word *word = origin->columns.first; word; word = word->next) {
		buffer_reset(&f->scratch);
		buffer_string(&f->scratch, word == origin->columns.first ? "" : "or ");
		buffer_text(&f->scratch, word->text);
		if (word == origin->columns.first) {
			format_text(f, buffer_view(&f->scratch));
		} else {
			format_comments(f, names, word->at.from);
			format_piece(f, names, buffer_view(&f->scratch));
		}
	}
}

void format_origins(struct format *f, const struct origins_tree *origins)
{
	uint32_t longest = 0;

	for (const struct origin_tree *o = origins->first; o; o = o->next)
		if (o->name.text.length > longest)
			longest = o->name.text.length;
	for (const struct origin_tree *o = origins->first; o; o = o->next)
		put_origin(f, o, 2 + longest + 3);
}
