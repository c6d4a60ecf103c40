/* SPDX-License-Identifier: Apache-2.0 */
#include "base/charset.h"

#include "base/utf8.h"

static const char *const names[CHARSET_COUNT] = {
	[CHARSET_UTF8] = "utf-8",
	[CHARSET_UTF16_LE] = "utf-16le",
	[CHARSET_UTF16_BE] = "utf-16be",
	[CHARSET_WINDOWS_1252] = "windows-1252",
};

/* Bytes 80 to 9F of windows-1252, as its mapping to Unicode has them; 0 where they mean nothing. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
	0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

bool charset_by_name(struct text name, enum charset *charset)
{
	for (enum charset i = CHARSET_UTF8; i < CHARSET_COUNT; i++)
		if (text_equal_folded(name, text_from(names[i]))) {
			*charset = i;
			return true;
		}
	return false;
}

const char *charset_name(enum charset charset)
{
	return names[charset];
}

enum charset charset_of_mark(struct text bytes, uint32_t *mark)
{
	*mark = 2;
	if (text_starts(bytes, TEXT("\xff\xfe")))
		return CHARSET_UTF16_LE;
	if (text_starts(bytes, TEXT("\xfe\xff")))
		return CHARSET_UTF16_BE;
	*mark = text_starts(bytes, TEXT("\xef\xbb\xbf")) ? 3 : 0;
	return CHARSET_UTF8;
}

static bool is_between(uint32_t unit, uint32_t first, uint32_t last)
{
	return unit >= first && unit <= last;
}

static uint32_t utf16_next(enum charset charset, struct text bytes, uint32_t at, uint32_t *length)
{
	uint32_t left = bytes.length - at, high, low;

	*length = left < 2 ? left : 2;
	if (left < 2)
		return UTF8_BAD;
	high = charset_unit(charset, bytes, at);
	if (!is_between(high, 0xd800, 0xdfff))
		return high;
	if (high > 0xdbff || left < 4)
		return UTF8_BAD;
	low = charset_unit(charset, bytes, at + 2);
	if (!is_between(low, 0xdc00, 0xdfff))
		return UTF8_BAD;
	*length = 4;
	return 0x10000 + ((high & 0x3ff) << 10 | (low & 0x3ff));
}

uint32_t charset_next(enum charset charset, struct text bytes, uint32_t at, uint32_t *length)
{
	unsigned char byte;

	if (charset == CHARSET_UTF8)
		return utf8_next(bytes, at, length);
	if (charset != CHARSET_WINDOWS_1252)
		return utf16_next(charset, bytes, at, length);
	*length = 1;
	byte = (unsigned char)bytes.at[at];
	if (!is_between(byte, 0x80, 0x9f))
		return byte;
	return windows_1252[byte - 0x80] ? windows_1252[byte - 0x80] : UTF8_BAD;
}
