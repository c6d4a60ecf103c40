/* SPDX-License-Identifier: Apache-2.0 */
/* charset.h - the encodings in which Windows saves text, turned into UTF-8.
 *
 * Nothing is guessed: UTF-16 is known by its byte order mark, an ANSI code page by being
 * declared; all else is UTF-8.
 */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include "base/text.h"

enum charset {
	CHARSET_UTF8,
	CHARSET_UTF16_LE,       /* RFC 2781 */
	CHARSET_UTF16_BE,
	CHARSET_WINDOWS_1252,   /* Western Europe; five of its bytes mean nothing */
	CHARSET_COUNT
};

/* "utf-8", "utf-16le", "utf-16be", "windows-1252", without regard to case. False if it is none of
 * these. */
bool charset_by_name(struct text name, enum charset *charset);
const char *charset_name(enum charset charset);

/* The encoding that a byte order mark at the start tells; *mark gets its bytes. Without one it is
 * CHARSET_UTF8 and 0. */
enum charset charset_of_mark(struct text bytes, uint32_t *mark);

/* Bytes of the smallest unit: 1 or 2. */
static inline uint32_t charset_width(enum charset charset)
{
	return charset == CHARSET_UTF16_LE || charset == CHARSET_UTF16_BE ? 2 : 1;
}

/* The unit at `at`, of which all bytes are there. */
static inline uint32_t charset_unit(enum charset charset, struct text bytes, uint32_t at)
{
	const unsigned char *unit = (const unsigned char *)bytes.at + at;

	if (charset == CHARSET_UTF16_LE)
		return (uint32_t)unit[0] | (uint32_t)unit[1] << 8;
	if (charset == CHARSET_UTF16_BE)
		return (uint32_t)unit[1] | (uint32_t)unit[0] << 8;
	return unit[0];
}

/* The character at `at`, UTF8_BAD if the bytes are none; *length gets its bytes, at least 1. */
uint32_t charset_next(enum charset charset, struct text bytes, uint32_t at, uint32_t *length);

#endif
