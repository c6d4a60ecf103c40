/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/show.h"

#include <stdio.h>

#include "base/utf8.h"

enum { LONGEST_SHOWN = 11 };    /* "\u{10ffff}" and its NUL */

static bool is_hidden(uint32_t character)
{
	return character == '\n' || character == '\r' || character == '\t'
	    || utf8_is_hidden(character);
}

/* Write the character at `at`; the result is its bytes in `out`. */
static uint32_t show_character(struct text text, uint32_t at, uint32_t *length,
                               char *out)
{
	uint32_t character = utf8_next(text, at, length);

	if (character == UTF8_BAD)
		return (uint32_t)snprintf(out, LONGEST_SHOWN, "\\x{%02x}",
		                          (unsigned char)text.at[at]);
	if (is_hidden(character))
		return (uint32_t)snprintf(out, LONGEST_SHOWN, "\\u{%x}",
		                          character);
	memcpy(out, text.at + at, *length);
	return *length;
}

struct text show_text(struct text text, struct arena *arena)
{
	char shown[SHOW_BYTES * LONGEST_SHOWN];
	uint32_t used = 0, at = 0, length;

	for (; at < text.length && at < SHOW_BYTES; at += length)
		used += show_character(text, at, &length, shown + used);
	return arena_printf(arena, "\"%.*s%s\"", (int)used, shown,
	                    at < text.length ? "..." : "");
}
