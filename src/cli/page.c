/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/page.h"

#include <string.h>

#include "cli/glyph.h"
#include "cli/terminal.h"

/* Other white space is shown as what it is. */
static const char white[] = " ";

struct page page_open(void)
{
	return (struct page){ stdout, terminal_width(), terminal_color(stdout), 0, 0, false,
		false };
}

void page_tab(struct page *page, int column)
{
	for (; page->column < column; page->column++)
		fputc(' ', page->out);
	page->pending = false;
}

void page_end(struct page *page)
{
	if (page->column > 0)
		fputc('\n', page->out);
	page->column = 0;
	page->begun = page->pending = false;
}

void page_blank(struct page *page)
{
	page_end(page);
	fputc('\n', page->out);
}

void page_put(struct page *page, enum page_style style, const char *text)
{
	static const char *const inks[] = {
		[PAGE_PLAIN] = "", [PAGE_BOLD] = "1", [PAGE_RED] = "1;31",
		[PAGE_MAGENTA] = "1;35", [PAGE_YELLOW] = "1;33", [PAGE_GREEN] = "1;32",
		[PAGE_CYAN] = "36",
	};
	bool inked = page->color && style != PAGE_PLAIN;

	if (inked)
		fprintf(page->out, "\033[%sm", inks[style]);
	glyph_print(page->out, text);
	if (inked)
		fputs("\033[0m", page->out);
	page->column += glyph_width(text);
	page->begun = page->begun || *text;
}

/* Begin a line where words of this width don't fit; else leave the spaces that are due. */
static void make_room(struct page *page, int width, int spaces)
{
	if (page->begun && page->column + spaces + width > page->width)
		page_end(page);
	page_tab(page, page->begun ? page->column + spaces : page->indent);
}

/* The next word, which begins at `*text`, glyph by glyph; `*text` is moved past it. */
static void put_word(struct page *page, const char **text, size_t length)
{
	const char *end = *text + length;
	struct glyph glyph;

	for (; *text < end; *text += glyph.bytes) {
		glyph = glyph_first(*text);
		fputs(glyph.shown, page->out);
		page->column += glyph.width;
	}
	page->begun = true;
}

/* Columns of the first `length` bytes. */
static int width_of(const char *text, size_t length)
{
	const char *end = text + length;
	struct glyph glyph;
	int width = 0;

	for (; text < end; text += glyph.bytes) {
		glyph = glyph_first(text);
		width += glyph.width;
	}
	return width;
}

/* How much of a word that begins a line stands on it: one that is too wide for any line is
 * broken after the last mark that fits, if there is one. */
static size_t broken_length(const struct page *page, const char *text, size_t length)
{
	int room = page->width - page->indent;
	size_t fits = 0;

	if (width_of(text, length) <= room)
		return length;
	for (size_t i = 1; i < length && width_of(text, i) <= room; i++)
		if (strchr("/,;=&?:", text[i - 1]))
			fits = i;
	return fits ? fits : length;
}

/* The next word of the text, which is moved to the one after it. */
static void next_word(struct page *page, const char **text)
{
	size_t length = strcspn(*text, white), piece;

	make_room(page, width_of(*text, length), page->pending);
	while ((piece = broken_length(page, *text, length)) < length) {
		put_word(page, text, piece);
		page_end(page);
		page_tab(page, page->indent);
		length -= piece;
	}
	put_word(page, text, length);
	*text += strspn(*text, white);
	page->pending = true;
}

void page_words(struct page *page, const char *text)
{
	text += strspn(text, white);
	while (*text)
		next_word(page, &text);
}

void page_item(struct page *page, const char *text, int spaces)
{
	make_room(page, glyph_width(text), spaces);
	page->pending = false;
	text += strspn(text, white);
	if (*text)
		next_word(page, &text);
	page->indent += 2;
	page_words(page, text);
	page->indent -= 2;
	page->pending = false;
}

void page_right(struct page *page, const char *text)
{
	int at = page->width - glyph_width(text);

	if (page->begun && page->column + 2 > at) {
		page_end(page);
		page_tab(page, page->indent);
	}
	page_tab(page, at);
	page_put(page, PAGE_PLAIN, text);
}
