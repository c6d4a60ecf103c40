/* SPDX-License-Identifier: Apache-2.0 */
/* json_escape.h - what the escapes in a JSON string stand for (RFC 8259, section 7). */
#ifndef FACTS_JSON_ESCAPE_H
#define FACTS_JSON_ESCAPE_H

#include "base/text.h"

/* The character that the escape at `at` (a backslash) stands for; UTF8_BAD if it stands
 * for none, as half of a surrogate pair does. *length gets its bytes: 2, 6 or 12. */
uint32_t json_escape_read(struct text text, uint32_t at, uint32_t *length);

/* What makes the escape at `at` unfit: it is no escape, half a pair, or U+0000. */
const char *json_escape_fault(struct text text, uint32_t at);

/* The text that a string whose escapes are all right stands for. It goes to `out`, which has
 * room for as many bytes as the string has: no escape is shorter than what it means. */
struct text json_escape_decode(struct text raw, char *out);

#endif
