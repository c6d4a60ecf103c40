/* SPDX-License-Identifier: Apache-2.0 */
/* text.h - bytes with a length. NUL is a byte like any other. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct text {
	const char *at;         /* borrowed; never NULL when length > 0 */
	uint32_t length;        /* bytes */
};

/* A text from a string literal, and from a NUL-terminated string. */
#define TEXT(literal) ((struct text){ (literal), (uint32_t)(sizeof(literal) - 1) })

static inline struct text text_from(const char *string)
{
	return (struct text){ string, (uint32_t)strlen(string) };
}

static inline bool text_equal(struct text a, struct text b)
{
	return a.length == b.length
	    && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

/* Byte order, a shorter prefix first; negative, zero or positive. */
int text_compare(struct text a, struct text b);

/* Equal when ASCII letters are folded. */
bool text_equal_folded(struct text a, struct text b);

bool text_starts(struct text a, struct text prefix);
bool text_ends(struct text a, struct text suffix);
bool text_contains(struct text a, struct text part);

/* Without ASCII white space at both ends. */
struct text text_trim(struct text a);

/* FNV-1a: the same everywhere and always, and easy to collide. For what nobody gains by that. */
uint32_t text_hash(struct text a);

/* For printf("%.*s", TEXT_ARGS(t)). */
#define TEXT_ARGS(t) (int)(t).length, (t).at

#endif
