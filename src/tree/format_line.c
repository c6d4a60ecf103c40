/* SPDX-License-Identifier: Apache-2.0 */
/* format_line.c - lines, and the comments between them. */
#include "base/utf8.h"
#include "tree/format_part.h"

uint32_t format_width(struct text text)
{
	for (uint32_t i = 0; i < text.length; i++)
		if ((unsigned char)text.at[i] >= 0x80)
			return utf8_text_width(text);
	return text.length;
}

static bool line_is_empty(const struct format *f)
{
	return f->out->length == f->line;
}

static void end_line(struct format *f)
{
	buffer_byte(f->out, '\n');
	f->line = f->out->length;
	f->commented = false;
}

void format_line(struct format *f, uint32_t column)
{
	if (!line_is_empty(f))
		end_line(f);
	f->indent = column;
}

void format_blank(struct format *f)
{
	if (f->tight)
		return;
	format_line(f, 0);
	end_line(f);
	f->tight = true;
}

uint32_t format_column(const struct format *f)
{
	struct text line = { f->out->at + f->line, (uint32_t)(f->out->length - f->line) };

	return line_is_empty(f) ? f->indent : format_width(line);
}

void format_text(struct format *f, struct text text)
{
	if (f->commented)
		end_line(f);
	if (line_is_empty(f))
		buffer_repeat(f->out, ' ', f->indent);
	buffer_text(f->out, text);
	f->tight = false;
}

void format_string(struct format *f, const char *string)
{
	format_text(f, text_from(string));
}

void format_space(struct format *f, uint32_t column)
{
	uint32_t now = format_column(f);

	if (!f->commented && !line_is_empty(f) && now < column)
		buffer_repeat(f->out, ' ', column - now);
}

void format_piece(struct format *f, uint32_t column, struct text text)
{
	if (f->commented || format_column(f) + 1 + format_width(text) > FORMAT_COLUMNS)
		format_line(f, column);
	else
		buffer_byte(f->out, ' ');
	format_text(f, text);
}

void format_quoted(struct buffer *out, struct text text)
{
	buffer_byte(out, '"');
	for (uint32_t i = 0; i < text.length; i++) {
		if (text.at[i] == '"' || text.at[i] == '\\')
			buffer_byte(out, '\\');
		buffer_byte(out, text.at[i]);
	}
	buffer_byte(out, '"');
}

void format_quoted_piece(struct format *f, uint32_t column, struct word text)
{
	buffer_reset(&f->scratch);
	format_quoted(&f->scratch, text.text);
	format_piece(f, column, buffer_view(&f->scratch));
}

/* --- comments ------------------------------------------------------------ */

bool format_had_blank(const struct format *f, uint32_t at)
{
	const struct source *source = f->file->source;
	uint32_t offset = at - source->base;
	int lines = 0;

	while (offset > 0 && lines < 2) {
		char c = source->text.at[--offset];

		if (c == '\n')
			lines++;
		else if (c != ' ' && c != '\t' && c != '\r')
			break;
	}
	return lines == 2;
}

/* Its column in the source, from 0. */
static uint32_t column_in_source(const struct format *f, uint32_t at)
{
	const struct source *source = f->file->source;
	uint32_t offset = at - source->base;
	uint32_t column = 0;

	while (offset > column && source->text.at[offset - column - 1] != '\n')
		column++;
	return column;
}

bool format_has_comment(const struct format *f, uint32_t at)
{
	return f->comment && f->comment->at.from < at;
}

uint32_t format_next(const struct format *f, uint32_t at)
{
	const struct source *source = f->file->source;
	const struct comment *comment = f->comment;
	uint32_t end = source->base + source->text.length;

	while (at < end) {
		while (comment && comment->at.from < at)
			comment = comment->next;
		if (comment && comment->at.from == at)
			at = comment->at.to;
		else if (strchr(" \t\r\n", source->text.at[at - source->base]))
			at++;
		else
			break;
	}
	return at;
}

static struct text comment_text(const struct format *f)
{
	const struct source *source = f->file->source;
	struct span at = f->comment->at;

	return text_trim((struct text){ source->text.at + (at.from - source->base),
	                                at.to - at.from });
}

/* Write the next comment: behind the current line if it stood behind something. */
static void put_comment(struct format *f, uint32_t column, bool may_trail)
{
	if (may_trail && !f->comment->alone && !line_is_empty(f) && !f->commented)
		format_string(f, "  ");
	else
		format_line(f, column);
	format_text(f, comment_text(f));
	f->commented = true;
	f->comment = f->comment->next;
}

static void put_comment_here(struct format *f, uint32_t column)
{
	if (f->comment->alone && format_had_blank(f, f->comment->at.from))
		format_blank(f);
	put_comment(f, column, true);
}

void format_comments(struct format *f, uint32_t column, uint32_t at)
{
	while (format_has_comment(f, at))
		put_comment_here(f, column);
}

void format_inner_comments(struct format *f, uint32_t column, uint32_t to)
{
	while (format_has_comment(f, to))
		put_comment(f, column, false);
}

void format_begin(struct format *f, uint32_t column, struct span part)
{
	format_comments(f, column, part.from);
	if (format_had_blank(f, part.from))
		format_blank(f);
	format_inner_comments(f, column, part.to);
	format_line(f, column);
}

void format_tail(struct format *f, uint32_t next)
{
	uint32_t outer = 0;

	if (next < f->file->source->base + f->file->source->text.length)
		outer = column_in_source(f, next);
	while (format_has_comment(f, next)) {
		if (f->comment->alone && column_in_source(f, f->comment->at.from) <= outer)
			return;
		put_comment_here(f, 2);
	}
}
