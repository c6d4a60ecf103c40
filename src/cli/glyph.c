/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/glyph.h"

#include <string.h>

struct range {
	uint32_t first, last;
};

/* Control, format and filler characters (general categories Cc, Cf, Zl, Zp and blank letters). */
static const struct range hidden[] = {
	{ 0x0, 0x1f }, { 0x7f, 0x9f }, { 0xad, 0xad }, { 0x34f, 0x34f },
	{ 0x61c, 0x61c }, { 0x115f, 0x1160 }, { 0x17b4, 0x17b5 }, { 0x180b, 0x180f },
	{ 0x200b, 0x200f }, { 0x2028, 0x202e }, { 0x2060, 0x206f }, { 0x3164, 0x3164 },
	{ 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 }, { 0xfff0, 0xfffb },
	{ 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff },
};

/* Marks that stand over or under the character before. */
static const struct range flat[] = {
	{ 0x300, 0x36f }, { 0x483, 0x489 }, { 0x591, 0x5bd }, { 0x610, 0x61a },
	{ 0x64b, 0x65f }, { 0xe31, 0xe31 }, { 0xe34, 0xe3a }, { 0x1ab0, 0x1aff },
	{ 0x1dc0, 0x1dff }, { 0x20d0, 0x20ff }, { 0xfe20, 0xfe2f },
};

/* East Asian wide and full width, and emoji. */
static const struct range wide[] = {
	{ 0x1100, 0x115e }, { 0x2e80, 0x303e }, { 0x3041, 0xa4cf }, { 0xac00, 0xd7a3 },
	{ 0xf900, 0xfaff }, { 0xfe30, 0xfe6f }, { 0xff01, 0xff60 }, { 0xffe0, 0xffe6 },
	{ 0x1f300, 0x1f64f }, { 0x1f900, 0x1f9ff }, { 0x20000, 0x3fffd },
};

/* Ranges are in order. */
static bool is_in(uint32_t character, const struct range *ranges, size_t count)
{
	for (size_t i = 0; i < count && character >= ranges[i].first; i++)
		if (character <= ranges[i].last)
			return true;
	return false;
}

#define IS_IN(character, ranges) is_in(character, ranges, sizeof (ranges) / sizeof *(ranges))

/* Bytes of the sequence that a byte begins; 0 if it begins none. */
static size_t sequence_length(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first < 0xe0)
		return 2;
	if (first >= 0xe0 && first < 0xf0)
		return 3;
	return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/* Decode the first character (RFC 3629); false where it is not UTF-8. */
static bool read_character(const char *text, struct glyph *glyph)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	static const unsigned char bits[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	const unsigned char *bytes = (const unsigned char *)text;
	size_t length = sequence_length(bytes[0]);
	uint32_t character = bytes[0] & bits[length];

	if (length == 0)
		return false;
	for (size_t i = 1; i < length; i++) {
		if ((bytes[i] & 0xc0) != 0x80)
			return false;
		character = character << 6 | (bytes[i] & 0x3f);
	}
	glyph->bytes = length;
	glyph->character = character;
	return character >= least[length] && character <= 0x10ffff
		&& (character < 0xd800 || character > 0xdfff);
}

static void show_escaped(struct glyph *glyph, const char *format, unsigned number)
{
	glyph->hidden = true;
	glyph->width = snprintf(glyph->shown, sizeof glyph->shown, format, number);
}

struct glyph glyph_first(const char *text)
{
	struct glyph glyph = { 0, 0, false, 0, "" };

	if (!*text)
		return glyph;
	if (!read_character(text, &glyph)) {
		glyph.bytes = 1;
		glyph.character = UINT32_MAX;
		show_escaped(&glyph, "\\x{%02x}", (unsigned char)*text);
	} else if (IS_IN(glyph.character, hidden)) {
		show_escaped(&glyph, "\\u{%x}", (unsigned)glyph.character);
	} else {
		memcpy(glyph.shown, text, glyph.bytes);
		glyph.width = 1;
		if (glyph.character >= 0x300)
			glyph.width += (int)IS_IN(glyph.character, wide)
				- (int)IS_IN(glyph.character, flat);
	}
	return glyph;
}

int glyph_width(const char *text)
{
	struct glyph glyph;
	int width = 0;

	for (; (glyph = glyph_first(text)).bytes; text += glyph.bytes)
		width += glyph.width;
	return width;
}

void glyph_print(FILE *out, const char *text)
{
	struct glyph glyph;

	for (; (glyph = glyph_first(text)).bytes; text += glyph.bytes)
		fputs(glyph.shown, out);
}
