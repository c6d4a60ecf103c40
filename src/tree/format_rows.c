/* SPDX-License-Identifier: Apache-2.0 */
/* format_rows.c - tables: columns as wide as their widest cell, note marks as [1], and the line
 * of dashes drawn anew. */
#include <inttypes.h>

#include "tree/format_part.h"

static void flat_item(struct buffer *out, const struct cell_item *item)
{
	if (item->quoted)
		buffer_byte(out, '"');
	buffer_text(out, item->text);
	if (item->quoted)
		buffer_byte(out, '"');
	for (size_t i = 0; i < sizeof item->marks / sizeof *item->marks && item->marks[i]; i++)
		buffer_printf(out, "[%" PRIu32 "]", item->marks[i]);
}

static bool is_conflict(const struct cell_item *item)
{
	return !item->quoted && item->next->quoted && !item->marks[0]
	    && (text_equal(item->text, TEXT("conflict"))
	        || text_equal(item->text, TEXT("not known")));
}

/* Items with a comma between them; but: conflict "why", not known "why". */
static void flat_items(struct buffer *out, const struct cell *cell)
{
	for (const struct cell_item *item = cell->first; item; item = item->next) {
		flat_item(out, item);
		if (item->next)
			buffer_string(out, is_conflict(item) ? " " : ", ");
	}
}

/* As it was written, in the input of a mapping's test. */
static void flat_cell(struct format *f, const struct cell *cell)
{
	if (f->raw_cells)
		buffer_text(&f->scratch, ast_cell_text(f->file->source, cell));
	else
		flat_items(&f->scratch, cell);
}

static uint32_t measure(struct format *f, const struct cell *cell)
{
	buffer_reset(&f->scratch);
	flat_cell(f, cell);
	return format_width(buffer_view(&f->scratch));
}

static uint32_t width_at(const struct format *f, uint32_t column)
{
	uint32_t width;

	memcpy(&width, f->widths.at + column * sizeof width, sizeof width);
	return width;
}

/* A column is at least one wide, so that its dashes are three. */
static void widen(struct format *f, uint32_t column, uint32_t width)
{
	const uint32_t one = 1;

	if (column * sizeof width >= f->widths.length)
		buffer_add(&f->widths, &one, sizeof one);
	if (width > width_at(f, column))
		memcpy(f->widths.at + column * sizeof width, &width, sizeof width);
}

static void measure_row(struct format *f, const struct row *row)
{
	bool dashes = ast_row_is_rule(row);
	uint32_t column = 0;

	for (const struct cell *cell = row->first; cell; cell = cell->next)
		widen(f, column++, dashes ? 1 : measure(f, cell));
}

static void put_dashes(struct format *f, const struct row *row)
{
	uint32_t column = 0;

	for (const struct cell *cell = row->first; cell; cell = cell->next) {
		format_string(f, "|");
		buffer_repeat(f->out, '-', width_at(f, column++) + 2);
	}
	format_string(f, "|");
}

static void put_cells(struct format *f, const struct row *row)
{
	uint32_t column = 0;

	for (const struct cell *cell = row->first; cell; cell = cell->next) {
		uint32_t width = measure(f, cell);

		format_string(f, "| ");
		buffer_text(f->out, buffer_view(&f->scratch));
		buffer_repeat(f->out, ' ', width_at(f, column++) - width + 1);
	}
	format_string(f, "|");
}

void format_rows(struct format *f, uint32_t column, const struct rows *rows)
{
	buffer_reset(&f->widths);
	for (const struct row *row = rows->first; row; row = row->next)
		measure_row(f, row);
	for (const struct row *row = rows->first; row; row = row->next) {
		format_begin(f, column, (struct span){ row->at.from, row->at.from });
		if (ast_row_is_rule(row))
			put_dashes(f, row);
		else
			put_cells(f, row);
	}
}
