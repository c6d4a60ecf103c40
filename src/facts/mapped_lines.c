/* SPDX-License-Identifier: Apache-2.0 */
/* Text with `name : value` in each line, such as `dsregcmd /status` prints. Lines without a colon
 * are frames and headings. Whatever space stands around names and values is not theirs. */
#include "facts/mapped_state.h"

enum { MOST_LINE = 4096, MOST_LINES = CSV_MAX_FIELDS };

struct lines {
	struct mapped *m;
	struct text *titles, *values;
	uint32_t *offsets;
	uint32_t count;
};

static uint32_t line_end(const struct csv_reader *csv, uint32_t at)
{
	uint32_t width = charset_width(csv->charset);

	for (; csv->bytes.length - at >= width; at += width)
		if (charset_unit(csv->charset, csv->bytes, at) == '\n')
			return at;
	return csv->bytes.length;
}

/* The line as a field of its own, so that it becomes text as fields do. */
static bool line_text(struct lines *lines, uint32_t from, uint32_t to, struct text *text)
{
	struct csv_reader *csv = &lines->m->csv;

	csv->fields[0] = (struct csv_field){ .from = from, .to = to };
	return csv_text(csv, 0, lines->m->header, text);
}

static void refuse(struct lines *lines, uint32_t from, const char *why)
{
	mapped_tell(lines->m, INVENTORY_BROKEN, mapped_place_at(lines->m, from),
	            text_from(why));
}

static void take_line(struct lines *lines, uint32_t from, uint32_t to)
{
	struct text text;
	const char *colon;
	uint32_t length;

	if (to - from > MOST_LINE) {
		refuse(lines, from, "this line is longer than 4,096 bytes");
		return;
	}
	if (!line_text(lines, from, to, &text)) {
		refuse(lines, from, "this line is not text; if it is in an ANSI code page, that has "
		       "to be said: encoding windows-1252");
		return;
	}
	if (text.length && memchr(text.at, '\0', text.length)) {
		refuse(lines, from, csv_explain(CSV_NUL));
		return;
	}
	colon = text.length ? memchr(text.at, ':', text.length) : NULL;
	if (!colon)
		return;
	if (lines->count == MOST_LINES) {
		refuse(lines, from, "this is more than 4,096 lines");
		return;
	}
	length = (uint32_t)(colon - text.at);
	lines->titles[lines->count] = text_trim((struct text){ text.at, length });
	lines->values[lines->count] = text_trim((struct text){ colon + 1,
	                                                       text.length - length - 1 });
	lines->offsets[lines->count++] = from;
}

void mapped_read_lines(struct mapped *m)
{
	struct csv_reader *csv = &m->csv;
	struct lines lines = { .m = m };
	uint32_t width = charset_width(csv->charset);
	struct csv_place begin = csv->now;

	lines.titles = arena_array(m->header, MOST_LINES, sizeof *lines.titles);
	lines.values = arena_array(m->header, MOST_LINES, sizeof *lines.values);
	lines.offsets = arena_array(m->header, MOST_LINES, sizeof *lines.offsets);
	csv->start = begin;
	for (uint32_t at = begin.at, end; at < csv->bytes.length; at = end) {
		end = line_end(csv, at);
		take_line(&lines, at, end);
		end = csv->bytes.length - end >= width ? end + width : csv->bytes.length;
	}
	m->titles = (struct texts){ lines.titles, lines.count };
	m->lines = (struct texts){ lines.values, lines.count };
	m->line_offsets = lines.offsets;
}
