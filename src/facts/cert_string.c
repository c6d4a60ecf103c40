/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/cert_string.h"

#include "base/utf8.h"

bool cert_string_is(uint8_t tag)
{
	switch (tag) {
	case DER_UTF8_STRING:
	case DER_NUMERIC_STRING:
	case DER_PRINTABLE_STRING:
	case DER_T61_STRING:
	case DER_IA5_STRING:
	case DER_VISIBLE_STRING:
	case DER_UNIVERSAL_STRING:
	case DER_BMP_STRING:
		return true;
	default:
		return false;
	}
}

static const char *kind_name(uint8_t tag)
{
	switch (tag) {
	case DER_UTF8_STRING:      return "UTF8String";
	case DER_NUMERIC_STRING:   return "NumericString";
	case DER_PRINTABLE_STRING: return "PrintableString";
	case DER_T61_STRING:       return "T61String";
	case DER_IA5_STRING:       return "IA5String";
	case DER_VISIBLE_STRING:   return "VisibleString";
	case DER_UNIVERSAL_STRING: return "UniversalString";
	case DER_BMP_STRING:       return "BMPString";
	default:                   return "value";
	}
}

struct cert_string cert_string_over(uint8_t tag, struct text bytes)
{
	return (struct cert_string){ tag, bytes, 0 };
}

/* A character of a fixed number of octets, the highest first. */
static uint32_t wide_next(const struct cert_string *string, uint32_t width)
{
	uint32_t character = 0;

	if (string->bytes.length - string->at < width)
		return CERT_STRING_BAD;
	for (uint32_t i = 0; i < width; i++)
		character = character << 8
			| (unsigned char)string->bytes.at[string->at + i];
	if (character > 0x10ffff
	    || (character >= 0xd800 && character <= 0xdfff))
		return CERT_STRING_BAD;
	return character;
}

uint32_t cert_string_next(struct cert_string *string)
{
	unsigned char byte = (unsigned char)string->bytes.at[string->at];
	uint32_t width = 1, character = byte;

	if (string->tag == DER_UTF8_STRING) {
		if (byte >= 0x80)
			character = utf8_next(string->bytes, string->at, &width);
	} else if (string->tag == DER_BMP_STRING) {
		width = 2;
		character = wide_next(string, width);
	} else if (string->tag == DER_UNIVERSAL_STRING) {
		width = 4;
		character = wide_next(string, width);
	} else if (string->tag != DER_T61_STRING && byte >= 0x80) {
		character = CERT_STRING_BAD;
	}
	if (character == UTF8_BAD || character == 0)
		return CERT_STRING_BAD;
	string->at += width;
	return character;
}

const char *cert_string_flaw(struct arena *arena,
                             const struct cert_string *string)
{
	const char *kind = kind_name(string->tag);
	uint32_t width = string->tag == DER_BMP_STRING ? 2
		: string->tag == DER_UNIVERSAL_STRING ? 4 : 1;
	uint32_t value = 0;

	if (string->bytes.length - string->at < width)
		return arena_printf(arena, "the %s ends inside a character",
		                    kind).at;
	for (uint32_t i = 0; i < width; i++)
		value = value << 8
			| (unsigned char)string->bytes.at[string->at + i];
	return arena_printf(arena, "the %s holds 0x%0*x at byte %u", kind,
	                    (int)(2 * width), value, string->at).at;
}

void cert_sink_byte(struct cert_sink *sink, char byte)
{
	if (sink->at)
		sink->at[sink->length] = byte;
	sink->length++;
}

void cert_sink_text(struct cert_sink *sink, struct text text)
{
	if (sink->at && text.length)
		memcpy(sink->at + sink->length, text.at, text.length);
	sink->length += text.length;
}

void cert_sink_character(struct cert_sink *sink, uint32_t character)
{
	if (character < 0x80) {
		cert_sink_byte(sink, (char)character);
		return;
	}
	if (character < 0x800) {
		cert_sink_byte(sink, (char)(0xc0 | character >> 6));
	} else {
		if (character < 0x10000) {
			cert_sink_byte(sink, (char)(0xe0 | character >> 12));
		} else {
			cert_sink_byte(sink, (char)(0xf0 | character >> 18));
			cert_sink_byte(sink,
				(char)(0x80 | (character >> 12 & 0x3f)));
		}
		cert_sink_byte(sink, (char)(0x80 | (character >> 6 & 0x3f)));
	}
	cert_sink_byte(sink, (char)(0x80 | (character & 0x3f)));
}

void cert_sink_hex(struct cert_sink *sink, unsigned char byte)
{
	static const char digits[] = "0123456789abcdef";

	cert_sink_byte(sink, digits[byte >> 4]);
	cert_sink_byte(sink, digits[byte & 15]);
}

static bool write_all(struct cert_string *string, struct cert_sink *sink)
{
	while (string->at < string->bytes.length) {
		uint32_t character = cert_string_next(string);

		if (character == CERT_STRING_BAD)
			return false;
		cert_sink_character(sink, character);
	}
	return true;
}

const char *cert_string_text(struct arena *arena, uint8_t tag,
                             struct text bytes, struct text *text)
{
	struct cert_string string = cert_string_over(tag, bytes);
	struct cert_sink sink = { .at = NULL };

	if (!cert_string_is(tag))
		return "the value is not a string";
	if (!write_all(&string, &sink))
		return cert_string_flaw(arena, &string);
	text->length = (uint32_t)sink.length;
	text->at = sink.at = arena_alloc(arena, sink.length + 1);
	sink.length = 0;
	string.at = 0;
	write_all(&string, &sink);
	return NULL;
}
