/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/json_escape.h"

#include "base/utf8.h"

/* The number that four hexadecimal digits at `at` make, or UTF8_BAD. */
static uint32_t hexadecimal(struct text text, uint32_t at)
{
	uint32_t number = 0;

	if (text.length < 4 || at > text.length - 4)
		return UTF8_BAD;
	for (uint32_t i = at; i < at + 4; i++) {
		char c = text.at[i];

		if (c >= '0' && c <= '9')
			number = number << 4 | (uint32_t)(c - '0');
		else if ((c | ' ') >= 'a' && (c | ' ') <= 'f')
			number = number << 4 | (uint32_t)((c | ' ') - 'a' + 10);
		else
			return UTF8_BAD;
	}
	return number;
}

uint32_t json_escape_read(struct text text, uint32_t at, uint32_t *length)
{
	static const char letters[] = "\"\\/bfnrt";
	static const char meanings[] = "\"\\/\b\f\n\r\t";
	char letter = at + 1 < text.length ? text.at[at + 1] : '\0';
	const char *found = letter ? strchr(letters, letter) : NULL;
	uint32_t high, low;

	*length = 2;
	if (found)
		return (uint32_t)meanings[found - letters];
	if (letter != 'u')
		return UTF8_BAD;
	*length = 6;
	high = hexadecimal(text, at + 2);
	if (high < 0xd800 || high > 0xdfff)
		return high;
	*length = 12;
	low = at + 8 <= text.length && text.at[at + 6] == '\\'
	      && text.at[at + 7] == 'u' ? hexadecimal(text, at + 8) : 0;
	if (high > 0xdbff || low < 0xdc00 || low > 0xdfff)
		return UTF8_BAD;
	return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

const char *json_escape_fault(struct text text, uint32_t at)
{
	uint32_t number = UTF8_BAD;

	if (text.length - at >= 2 && text.at[at + 1] == 'u')
		number = hexadecimal(text, at + 2);
	if (number == 0)
		return "\\u0000 in a string";
	if (number != UTF8_BAD)
		return "half a surrogate pair";
	return "an escape that JSON has not";
}

struct text json_escape_decode(struct text raw, char *out)
{
	uint32_t length, used = 0;

	for (uint32_t at = 0; at < raw.length; at += length) {
		length = 1;
		if (raw.at[at] == '\\')
			used += utf8_write(json_escape_read(raw, at, &length),
			                   out + used);
		else
			out[used++] = raw.at[at];
	}
	return (struct text){ out, used };
}
