/* SPDX-License-Identifier: Apache-2.0 */
/* glyph.h - text on a terminal: how wide it is, and what must not reach it as it is.
 *
 * A character that could not be seen, or that would steer the terminal, is shown as `\u{1b}`,
 * a byte that is not UTF-8 as `\x{ff}`.
 */
#ifndef CLI_GLYPH_H
#define CLI_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { GLYPH_BYTES = 16 };

/* How the first character of a text is shown. */
struct glyph {
	size_t bytes;           /* that it has in the text; 0 at its end */
	uint32_t character;     /* UINT32_MAX where the byte is not UTF-8 */
	bool hidden;
	int width;              /* columns, of what is shown */
	char shown[GLYPH_BYTES];
};

struct glyph glyph_first(const char *text);

/* Columns of the text as it is shown. */
int glyph_width(const char *text);

void glyph_print(FILE *out, const char *text);

#endif
