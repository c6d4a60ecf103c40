/* SPDX-License-Identifier: Apache-2.0 */
#include "base/characters.h"

#include "base/utf8.h"

static const struct character_class classes[] = {
#define CLASS(spelling, kinds, documentation) { TEXT(spelling), kinds },
#include "base/characters.def"
#undef CLASS
};

enum { CLASS_COUNT = sizeof classes / sizeof *classes };

const struct character_class *characters_class(uint32_t index)
{
	return index < CLASS_COUNT ? &classes[index] : NULL;
}

const struct character_class *characters_find(struct text name)
{
	for (uint32_t i = 0; i < CLASS_COUNT; i++)
		if (text_equal(classes[i].name, name))
			return &classes[i];
	return NULL;
}

/* The kind of a character; 0 if it has none. */
static uint32_t kind_of(uint32_t c)
{
	if (c >= 'a' && c <= 'z')
		return CHARACTERS_LOWER;
	if (c >= 'A' && c <= 'Z')
		return CHARACTERS_UPPER;
	if (c >= '0' && c <= '9')
		return CHARACTERS_DIGITS;
	if (c == '-')
		return CHARACTERS_HYPHEN;
	if (c == '.')
		return CHARACTERS_DOT;
	if (c >= ' ' && c <= '~')
		return CHARACTERS_OTHER_ASCII;
	return c >= 0xa0 && c <= 0xff ? CHARACTERS_OTHER_LATIN : 0;
}

bool characters_make(uint32_t kinds, struct text text)
{
	uint32_t length;

	for (uint32_t at = 0; at < text.length; at += length)
		if (!(kinds & kind_of(utf8_next(text, at, &length))))
			return false;
	return true;
}

void characters_write(struct buffer *out, uint32_t kinds)
{
	uint32_t count = 0, left = kinds;

	while (characters_class(count))
		count++;
	while (count-- > 0) {
		const struct character_class *class = characters_class(count);

		if (class->kinds & ~kinds || !(class->kinds & left))
			continue;
		buffer_string(out, left == kinds ? "" : ", ");
		buffer_text(out, class->name);
		left &= ~class->kinds;
	}
}
