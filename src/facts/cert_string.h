/* SPDX-License-Identifier: Apache-2.0 */
/* cert_string.h - the kinds of string in a certificate, character by character.
 *
 * Strict where a value could be read in two ways: NUL, bytes that are not of
 * the kind's encoding, surrogates. Lenient where it could not: any ASCII in
 * PrintableString and NumericString. T61String is read as Latin-1.
 */
#ifndef FACTS_CERT_STRING_H
#define FACTS_CERT_STRING_H

#include "facts/der.h"

struct cert_string {
	uint8_t tag;                    /* its kind */
	struct text bytes;
	uint32_t at;                    /* of the next character */
};

#define CERT_STRING_BAD UINT32_MAX

/* Is an item with this tag a string? */
bool cert_string_is(uint8_t tag);

struct cert_string cert_string_over(uint8_t tag, struct text bytes);

/* The next character; CERT_STRING_BAD where there is none (`at` stays). Not past the end. */
uint32_t cert_string_next(struct cert_string *string);

/* Why the character at `at` can't be read, in the arena. */
const char *cert_string_flaw(struct arena *arena,
                             const struct cert_string *string);

/* Text that is measured first (`at` is NULL) and written then. */
struct cert_sink {
	char *at;
	size_t length;
};

void cert_sink_byte(struct cert_sink *sink, char byte);
void cert_sink_text(struct cert_sink *sink, struct text text);
void cert_sink_character(struct cert_sink *sink, uint32_t character);
void cert_sink_hex(struct cert_sink *sink, unsigned char byte);

/* The whole string as UTF-8 in the arena; NULL, or why not. */
const char *cert_string_text(struct arena *arena, uint8_t tag,
                             struct text bytes, struct text *text);

#endif
