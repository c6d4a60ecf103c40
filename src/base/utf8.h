/* SPDX-License-Identifier: Apache-2.0 */
/* utf8.h - UTF-8 (RFC 3629): no overlong forms, no surrogates, at most U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/text.h"

#define UTF8_BAD UINT32_MAX

/* Decode the character at `at`; *length gets its bytes (1 where it is not UTF-8). */
uint32_t utf8_next(struct text text, uint32_t at, uint32_t *length);

/* Write a character (below U+110000); the result is its bytes. */
uint32_t utf8_write(uint32_t character, char out[4]);

/* Offset of the first byte that is not UTF-8, or text.length. */
uint32_t utf8_first_bad(struct text text);

/* Number of characters; bytes that are not UTF-8 count one each. */
uint32_t utf8_length(struct text text);

/* Columns on a terminal: 0, 1 or 2. */
int utf8_width(uint32_t character);
uint32_t utf8_text_width(struct text text);

/* Bidirectional controls, zero-width and other invisible characters, tags, and control
 * characters except tab, line feed and carriage return: refused in policies. */
bool utf8_is_hidden(uint32_t character);

#endif
