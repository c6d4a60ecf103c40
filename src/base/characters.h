/* SPDX-License-Identifier: Apache-2.0 */
/* characters.h - what a text is made of: kinds of characters, none in two of them, as bits of a
 * mask, so that two masks are equal exactly when they allow the same texts.
 */
#ifndef BASE_CHARACTERS_H
#define BASE_CHARACTERS_H

#include "base/buffer.h"

enum characters {
	CHARACTERS_LOWER       = 1,     /* a to z */
	CHARACTERS_UPPER       = 2,     /* A to Z */
	CHARACTERS_DIGITS      = 4,
	CHARACTERS_HYPHEN      = 8,
	CHARACTERS_DOT         = 16,
	CHARACTERS_OTHER_ASCII = 32,    /* U+0020 to U+007E, but for those above */
	CHARACTERS_OTHER_LATIN = 64,    /* U+00A0 to U+00FF */
	CHARACTERS_LETTERS = CHARACTERS_LOWER | CHARACTERS_UPPER,
	CHARACTERS_ASCII   = CHARACTERS_LETTERS | CHARACTERS_DIGITS | CHARACTERS_HYPHEN
	                   | CHARACTERS_DOT | CHARACTERS_OTHER_ASCII,
	CHARACTERS_ALL     = 127
};

/* A named class of characters: a row of characters.def. */
struct character_class {
	struct text name;
	uint32_t kinds;         /* bits of enum characters */
};

/* The class at this index, or NULL behind the last; the class of this name, or NULL. */
const struct character_class *characters_class(uint32_t index);
const struct character_class *characters_find(struct text name);

/* The names of the widest classes that make up the kinds, with commas between. */
void characters_write(struct buffer *out, uint32_t kinds);

/* Is each character of this text of one of these kinds? So it is for the empty text, and never for one
 * with bytes that are not UTF-8. */
bool characters_make(uint32_t kinds, struct text text);

#endif
