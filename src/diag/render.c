/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/render.h"

#include "base/json.h"
#include "diag/quote.h"

static const char *severity_name(enum severity severity)
{
	static const char *const names[] = {
		[SEVERITY_ERROR] = "error",
		[SEVERITY_WARNING] = "warning",
		[SEVERITY_NOTE] = "note",
	};

	return names[severity];
}

/* Where a span begins and ends; source is NULL when it is nowhere. */
struct place {
	const struct source *source;
	struct position from, to;
};

static struct place place_of(const struct sources *sources, struct span span)
{
	struct place place = { sources_find(sources, span.from),
		{ 0, 0, { 0, 0 } }, { 0, 0, { 0, 0 } } };
	uint32_t end;

	if (!place.source)
		return place;
	end = place.source->base + place.source->text.length;
	if (span.to < span.from)
		span.to = span.from;
	if (span.to > end)
		span.to = end;
	place.from = source_position(place.source, span.from);
	place.to = source_position(place.source, span.to);
	return place;
}

/* --- for people -------------------------------------------------------- */

#define BOLD   "1"
#define RED    "1;31"
#define YELLOW "1;33"
#define BLUE   "1;34"
#define CYAN   "1;36"

struct page {
	struct buffer *out;
	const struct sources *sources;
	bool color;
	size_t gutter;          /* digits of the greatest line number */
};

static const char *severity_ink(enum severity severity)
{
	static const char *const inks[] = {
		[SEVERITY_ERROR] = RED,
		[SEVERITY_WARNING] = YELLOW,
		[SEVERITY_NOTE] = CYAN,
	};

	return inks[severity];
}

static void ink(const struct page *page, const char *color)
{
	if (page->color)
		buffer_printf(page->out, "\033[%sm", color);
}

static void plain(const struct page *page)
{
	if (page->color)
		buffer_string(page->out, "\033[0m");
}

static void add_painted(const struct page *page, const char *color,
                        const char *string)
{
	ink(page, color);
	buffer_string(page->out, string);
	plain(page);
}

/* The gutter of a line without a number, and what stands on it. */
static void add_gutter(const struct page *page, const char *sign)
{
	buffer_repeat(page->out, ' ', page->gutter + 1);
	add_painted(page, BLUE, sign);
}

static void add_number(const struct page *page, uint32_t line)
{
	ink(page, BLUE);
	buffer_printf(page->out, "%*u |", (int)page->gutter, (unsigned)line);
	plain(page);
}

/* One line of the text is quoted; a span that goes on is marked to its end. */
static void add_quote(const struct page *page, const struct place *place,
                      char mark, const char *color)
{
	struct text line = place->from.whole;
	uint32_t from = place->from.column - 1;
	uint32_t to = place->to.line == place->from.line
	            ? place->to.column - 1 : line.length;
	struct quote quote = quote_mark(line, from, to);

	add_gutter(page, "|");
	buffer_byte(page->out, '\n');
	add_number(page, place->from.line);
	if (line.length > 0)
		buffer_byte(page->out, ' ');
	quote_line(page->out, &quote);
	buffer_byte(page->out, '\n');
	add_gutter(page, "|");
	buffer_repeat(page->out, ' ', quote.mark + 1);
	ink(page, color);
	buffer_repeat(page->out, mark, quote.marked);
	plain(page);
	buffer_byte(page->out, '\n');
}

static void add_place(const struct page *page, const struct place *place)
{
	buffer_repeat(page->out, ' ', page->gutter);
	add_painted(page, BLUE, "--> ");
	quote_text(page->out, place->source->name);
	buffer_printf(page->out, ":%u:%u\n", (unsigned)place->from.line,
	              (unsigned)place->from.column);
}

/* The first line of `text`, which moves on to the next one. */
static struct text take_line(struct text *text)
{
	const char *end = text->length
	                ? memchr(text->at, '\n', text->length) : NULL;
	struct text line = *text;

	if (!end) {
		text->length = 0;
		return line;
	}
	line.length = (uint32_t)(end - text->at);
	text->at += line.length + 1;
	text->length -= line.length + 1;
	return line;
}

/* "   = help: ...", further lines below the first. */
static void add_remark(const struct page *page, const char *kind,
                       struct text text)
{
	size_t indent = page->gutter + strlen(" = : ") + strlen(kind);

	add_gutter(page, "= ");
	add_painted(page, BOLD, kind);
	buffer_string(page->out, ": ");
	quote_text(page->out, take_line(&text));
	buffer_byte(page->out, '\n');
	while (text.length > 0) {
		buffer_repeat(page->out, ' ', indent);
		quote_text(page->out, take_line(&text));
		buffer_byte(page->out, '\n');
	}
}

/* What the fix does, in words; only when there is no help. */
static void add_fix(const struct page *page, const struct diag *diag)
{
	struct text old = sources_text(page->sources, diag->fix_at);

	add_gutter(page, "= ");
	add_painted(page, BOLD, "help");
	if (diag->fix.length == 0) {
		buffer_string(page->out, ": delete `");
		quote_text(page->out, old);
		buffer_string(page->out, "`\n");
		return;
	}
	buffer_string(page->out, old.length ? ": write `" : ": insert `");
	quote_text(page->out, diag->fix);
	if (old.length > 0) {
		buffer_string(page->out, "` instead of `");
		quote_text(page->out, old);
	}
	buffer_string(page->out, "`\n");
}

static void add_remarks(const struct page *page, const struct diag *diag)
{
	for (uint32_t i = 0; i < diag->note_count; i++) {
		const struct diag_note *note = &diag->notes[i];

		if (!sources_find(page->sources, note->at.from))
			add_remark(page, "note", note->text);
	}
	if (diag->help.length > 0)
		add_remark(page, "help", diag->help);
	else if (diag->has_fix)
		add_fix(page, diag);
}

static void add_placed_notes(const struct page *page, const struct diag *diag)
{
	for (uint32_t i = 0; i < diag->note_count; i++) {
		const struct diag_note *note = &diag->notes[i];
		struct place place = place_of(page->sources, note->at);

		if (!place.source)
			continue;
		add_painted(page, CYAN, "note");
		buffer_string(page->out, ": ");
		quote_text(page->out, note->text);
		buffer_byte(page->out, '\n');
		add_place(page, &place);
		add_quote(page, &place, '-', CYAN);
	}
}

static void widen_gutter(struct page *page, struct span span)
{
	struct place place = place_of(page->sources, span);
	size_t digits = 1;

	for (uint32_t n = place.from.line; n >= 10; n /= 10)
		digits++;
	if (digits > page->gutter)
		page->gutter = digits;
}

void render_text(struct buffer *out, const struct sources *sources,
                 const struct diag *diag, bool color)
{
	struct page page = { out, sources, color, 0 };
	struct place place = place_of(sources, diag->at);
	const char *inked = severity_ink(diag->severity);

	widen_gutter(&page, diag->at);
	for (uint32_t i = 0; i < diag->note_count; i++)
		widen_gutter(&page, diag->notes[i].at);
	ink(&page, inked);
	buffer_printf(out, "%s[%s]", severity_name(diag->severity),
	              message_code(diag->code));
	plain(&page);
	ink(&page, BOLD);
	buffer_string(out, ": ");
	quote_text(out, diag->text);
	plain(&page);
	buffer_byte(out, '\n');
	if (place.source) {
		add_place(&page, &place);
		add_quote(&page, &place, '^', inked);
	}
	add_remarks(&page, diag);
	add_placed_notes(&page, diag);
}

/* --- for machines ------------------------------------------------------ */

static void add_member(struct buffer *out, bool *first, const char *key,
                       struct text value)
{
	json_key(out, first, key);
	json_text(out, value);
}

static void add_count(struct buffer *out, bool *first, const char *key,
                      uint32_t value)
{
	json_key(out, first, key);
	buffer_printf(out, "%u", (unsigned)value);
}

/* The five members of a place; none when the span is nowhere. */
static void add_span(struct buffer *out, bool *first,
                     const struct sources *sources, struct span span)
{
	struct place place = place_of(sources, span);

	if (!place.source)
		return;
	add_member(out, first, "file", place.source->name);
	add_count(out, first, "line", place.from.line);
	add_count(out, first, "column", place.from.column);
	add_count(out, first, "endLine", place.to.line);
	add_count(out, first, "endColumn", place.to.column);
}

static void add_notes(struct buffer *out, const struct sources *sources,
                      const struct diag *diag)
{
	for (uint32_t i = 0; i < diag->note_count; i++) {
		bool first = true;

		buffer_string(out, i ? ", {" : "{");
		add_member(out, &first, "message", diag->notes[i].text);
		add_span(out, &first, sources, diag->notes[i].at);
		buffer_byte(out, '}');
	}
}

void render_json(struct buffer *out, const struct sources *sources,
                 const struct diag *diag)
{
	bool first = true;

	buffer_byte(out, '{');
	add_member(out, &first, "code", text_from(message_code(diag->code)));
	add_member(out, &first, "severity",
	           text_from(severity_name(diag->severity)));
	add_member(out, &first, "message", diag->text);
	add_span(out, &first, sources, diag->at);
	if (diag->help.length > 0)
		add_member(out, &first, "help", diag->help);
	json_key(out, &first, "notes");
	buffer_byte(out, '[');
	add_notes(out, sources, diag);
	buffer_byte(out, ']');
	if (diag->has_fix && sources_find(sources, diag->fix_at.from)) {
		bool inner = true;

		json_key(out, &first, "fix");
		buffer_byte(out, '{');
		add_span(out, &inner, sources, diag->fix_at);
		add_member(out, &inner, "replacement", diag->fix);
		buffer_byte(out, '}');
	}
	buffer_byte(out, '}');
}
