/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"

#include "base/utf8.h"

#define REPLACEMENT "\xef\xbf\xbd"      /* U+FFFD */

/* The letter of a short escape, or 0. */
static char short_escape(uint32_t character)
{
	switch (character) {
	case '"':  return '"';
	case '\\': return '\\';
	case '\b': return 'b';
	case '\f': return 'f';
	case '\n': return 'n';
	case '\r': return 'r';
	case '\t': return 't';
	default:   return 0;
	}
}

/* RFC 8259, section 7: beyond U+FFFF a pair of surrogates. */
static void add_escape(struct buffer *out, uint32_t character)
{
	if (character > 0xffff) {
		character -= 0x10000;
		buffer_printf(out, "\\u%04x", 0xd800 + (character >> 10));
		character = 0xdc00 + (character & 0x3ff);
	}
	buffer_printf(out, "\\u%04x", character);
}

/* Hidden characters are escaped besides control characters, so that a terminal
 * or an editor shows what is there. */
static bool is_plain(uint32_t character)
{
	if (character < 0x80)
		return character >= 0x20 && character < 0x7f
		    && character != '"' && character != '\\';
	return character != UTF8_BAD && !utf8_is_hidden(character);
}

static void add_special(struct buffer *out, uint32_t character)
{
	char letter = short_escape(character);

	if (character == UTF8_BAD) {
		buffer_string(out, REPLACEMENT);
	} else if (letter) {
		buffer_byte(out, '\\');
		buffer_byte(out, letter);
	} else {
		add_escape(out, character);
	}
}

void json_text(struct buffer *out, struct text text)
{
	uint32_t length, from = 0;

	buffer_byte(out, '"');
	for (uint32_t at = 0; at < text.length; at += length) {
		uint32_t character = utf8_next(text, at, &length);

		if (is_plain(character))
			continue;
		if (at > from)
			buffer_add(out, text.at + from, at - from);
		add_special(out, character);
		from = at + length;
	}
	if (text.length > from)
		buffer_add(out, text.at + from, text.length - from);
	buffer_byte(out, '"');
}

void json_key(struct buffer *out, bool *first, const char *key)
{
	if (!*first)
		buffer_string(out, ", ");
	*first = false;
	json_text(out, text_from(key));
	buffer_string(out, ": ");
}
