/* SPDX-License-Identifier: Apache-2.0 */
/* page.h - text for a person: words wrapped at a width, indented, perhaps coloured.
 *
 * What is put on the page is shown as glyph.h says, so nothing in it can steer a terminal.
 */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include <stdbool.h>
#include <stdio.h>

enum page_style { PAGE_PLAIN, PAGE_BOLD, PAGE_RED, PAGE_MAGENTA, PAGE_YELLOW, PAGE_GREEN,
                  PAGE_CYAN };

struct page {
	FILE *out;
	int width;
	bool color;
	int indent;             /* where lines begin that words are wrapped to */
	int column;             /* where the next character goes */
	bool begun;             /* something stands on this line */
	bool pending;           /* a space is due before the next word */
};

/* A page on standard output. */
struct page page_open(void);

/* The text as it is, in a style, without wrapping. */
void page_put(struct page *page, enum page_style style, const char *text);

/* Go to a column, if the line has not passed it. */
void page_tab(struct page *page, int column);

/* The words of the text, with one space between; the first is kept on this line if it fits. */
void page_words(struct page *page, const char *text);

/* The words, kept together on one line if they fit there, with a space before as needed. */
void page_item(struct page *page, const char *text, int spaces);

/* Put text at the right margin, on this line if it fits, else on the next. */
void page_right(struct page *page, const char *text);

/* End the line, if anything is on it. */
void page_end(struct page *page);

void page_blank(struct page *page);

#endif
