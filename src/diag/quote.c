/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/quote.h"

#include <stdio.h>

#include "base/utf8.h"

enum { BEFORE_MARK = 20 };      /* columns kept before a mark */

#define ELLIPSIS "\xe2\x80\xa6"

/* One character as it is shown. */
struct cell {
	uint32_t length;        /* bytes in the text */
	uint32_t width;         /* columns */
	char instead[12];       /* shown instead of it; empty if it is shown */
};

/* What is shown instead of a byte that is not UTF-8, or of a character that can't be seen. */
static void write_instead(struct cell *cell, bool is_byte, unsigned value)
{
	int length = is_byte
		? snprintf(cell->instead, sizeof cell->instead, "<%02X>", value)
		: snprintf(cell->instead, sizeof cell->instead, "<U+%04X>", value);

	cell->width = (uint32_t)length;
}

static struct cell cell_at(struct text text, uint32_t at)
{
	struct cell cell = { 0 };
	uint32_t character = utf8_next(text, at, &cell.length);

	if (character == '\t')
		cell.instead[0] = ' ', cell.width = 1;
	else if (character == UTF8_BAD)
		write_instead(&cell, true, (unsigned char)text.at[at]);
	else if (character < 0x20 || utf8_is_hidden(character))
		write_instead(&cell, false, character);
	else
		cell.width = (uint32_t)utf8_width(character);
	return cell;
}

static void add_cell(struct buffer *out, const struct cell *cell,
                     const char *bytes)
{
	if (cell->instead[0])
		buffer_string(out, cell->instead);
	else
		buffer_add(out, bytes, cell->length);
}

void quote_text(struct buffer *out, struct text text)
{
	struct cell cell;

	for (uint32_t at = 0; at < text.length; at += cell.length) {
		cell = cell_at(text, at);
		add_cell(out, &cell, text.at + at);
	}
}

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static uint32_t greatest(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

/* Columns of the bytes before the offset `to`. */
static uint32_t columns_before(struct text line, uint32_t to)
{
	uint32_t columns = 0;
	struct cell cell;

	for (uint32_t at = 0; at < line.length && at < to; at += cell.length) {
		cell = cell_at(line, at);
		columns += cell.width;
	}
	return columns;
}

struct quote quote_mark(struct text line, uint32_t from, uint32_t to)
{
	uint32_t start = columns_before(line, from);
	uint32_t end = greatest(columns_before(line, to), start + 1);
	uint32_t total = greatest(columns_before(line, line.length), end);
	struct quote quote = { .line = line, .to = total };

	if (total > QUOTE_COLUMNS) {
		if (end >= QUOTE_COLUMNS && start > BEFORE_MARK)
			quote.from = least(start - BEFORE_MARK,
			                   total - QUOTE_COLUMNS);
		quote.to = quote.from + QUOTE_COLUMNS;
		quote.cut_left = quote.from > 0;
		quote.cut_right = quote.to < total;
	}
	end = least(end, quote.to - quote.cut_right);
	quote.mark = start - quote.from;
	quote.marked = end - start;
	return quote;
}

/* A character that only half fits is shown as spaces. */
void quote_line(struct buffer *out, const struct quote *quote)
{
	uint32_t from = quote->from + quote->cut_left;
	uint32_t to = quote->to - quote->cut_right;
	uint32_t column = 0, next;
	struct cell cell;

	if (quote->cut_left)
		buffer_string(out, ELLIPSIS);
	for (uint32_t at = 0; at < quote->line.length && column <= to;
	     at += cell.length, column = next) {
		cell = cell_at(quote->line, at);
		next = column + cell.width;
		if (column >= from && next <= to)
			add_cell(out, &cell, quote->line.at + at);
		else if (next > from && column < to)
			buffer_repeat(out, ' ', least(next, to)
			              - greatest(column, from));
	}
	if (quote->cut_right)
		buffer_string(out, ELLIPSIS);
}
