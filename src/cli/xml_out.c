/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/xml_out.h"

#include <inttypes.h>

#include "cli/glyph.h"

/* Char of XML 1.0. */
static bool is_xml(uint32_t character)
{
	return character == '\t' || character == '\n' || character == '\r'
		|| (character >= 0x20 && character != 0xfffe && character < 0xffff)
		|| (character >= 0x10000 && character <= 0x10ffff);
}

static void put_character(FILE *out, const struct glyph *glyph)
{
	switch (glyph->character) {
	case '&':
		fputs("&amp;", out);
		break;
	case '<':
		fputs("&lt;", out);
		break;
	case '>':
		fputs("&gt;", out);
		break;
	case '"':
		fputs("&quot;", out);
		break;
	default:
		if (!glyph->hidden)
			fputs(glyph->shown, out);
		else
			fprintf(out, "&#x%" PRIx32 ";", is_xml(glyph->character)
				? glyph->character : 0xfffd);
	}
}

void xml_out_text(FILE *out, const char *text)
{
	for (struct glyph glyph = glyph_first(text); glyph.bytes; glyph = glyph_first(text)) {
		put_character(out, &glyph);
		text += glyph.bytes;
	}
}

void xml_out_attribute(FILE *out, const char *name, const char *value)
{
	fprintf(out, " %s=\"", name);
	xml_out_text(out, value);
	putc('"', out);
}

void xml_out_element(FILE *out, const char *name, const char *value)
{
	fprintf(out, "<%s>", name);
	xml_out_text(out, value);
	fprintf(out, "</%s>\n", name);
}
