/* SPDX-License-Identifier: Apache-2.0 */
/* Names: as text (RFC 4514) and for comparison (RFC 5280 7.1). */
#include "facts/cert_name.h"

#include <stdlib.h>

#include "facts/cert_attribute.h"

static bool is_white(uint32_t character)
{
	return character == ' ' || (character >= '\t' && character <= '\r');
}

/* The value of an attribute, character by character, perhaps folded: letters in lower case, no
 * white space around and one space for each white space inside. */
struct value_walk {
	struct cert_string string;
	bool folded;
	bool bad;
};

static void skip_white(struct value_walk *walk)
{
	struct cert_string before;

	do
		before = walk->string;
	while (walk->string.at < walk->string.bytes.length
	       && is_white(cert_string_next(&walk->string)));
	if (before.at < before.bytes.length)
		walk->string = before;
}

static struct value_walk value_over(const struct cert_attribute *attribute,
                                    bool folded)
{
	struct value_walk walk = {
		cert_string_over(attribute->value.tag,
		                 der_contents(&attribute->value)),
		folded, false
	};

	if (folded)
		skip_white(&walk);
	return walk;
}

static bool value_at_end(const struct value_walk *walk)
{
	return walk->bad || walk->string.at == walk->string.bytes.length;
}

/* The next character; 0 when white space at the end was left out, or when walk->bad is set. */
static uint32_t value_next(struct value_walk *walk)
{
	uint32_t character = cert_string_next(&walk->string);

	walk->bad = character == CERT_STRING_BAD;
	if (walk->bad)
		return 0;
	if (!walk->folded)
		return character;
	if (is_white(character)) {
		skip_white(walk);
		return value_at_end(walk) ? 0 : ' ';
	}
	return character >= 'A' && character <= 'Z'
		? character - 'A' + 'a' : character;
}

static bool is_special(uint32_t character)
{
	switch (character) {
	case '"': case '+': case ',': case ';': case '<': case '>': case '\\':
		return true;
	default:
		return false;
	}
}

/* Escapes of RFC 4514 2.4; control characters besides. */
static void write_escaped(struct cert_sink *sink, uint32_t character,
                          bool first, bool last)
{
	bool edge = (first && (character == ' ' || character == '#'))
		|| (last && character == ' ');

	if (character < 0x20 || character == 0x7f) {
		cert_sink_byte(sink, '\\');
		cert_sink_hex(sink, (unsigned char)character);
		return;
	}
	if (edge || is_special(character))
		cert_sink_byte(sink, '\\');
	cert_sink_character(sink, character);
}

/* How many of the next octets are characters that are written as they are, wherever they stand. */
static uint32_t plain_octets(const struct value_walk *walk)
{
	const struct cert_string *string = &walk->string;
	uint32_t at = string->at;

	if (string->tag == DER_BMP_STRING || string->tag == DER_UNIVERSAL_STRING)
		return 0;
	while (at < string->bytes.length) {
		unsigned char octet = (unsigned char)string->bytes.at[at];

		if (octet <= ' ' || octet == '#' || octet >= 0x7f || is_special(octet)
		    || (walk->folded && octet >= 'A' && octet <= 'Z'))
			break;
		at++;
	}
	return at - string->at;
}

static void write_plain(struct cert_sink *sink, struct value_walk *walk)
{
	uint32_t octets = plain_octets(walk);

	cert_sink_text(sink, (struct text){ walk->string.bytes.at + walk->string.at, octets });
	walk->string.at += octets;
}

/* False when the value is not of its encoding. */
static bool write_value(struct cert_sink *sink,
                        const struct cert_attribute *attribute, bool folded)
{
	struct value_walk walk = value_over(attribute, folded);
	bool first = true;

	while (!value_at_end(&walk)) {
		uint32_t character = value_next(&walk);

		if (character)
			write_escaped(sink, character, first,
			              value_at_end(&walk));
		first = false;
		write_plain(sink, &walk);
	}
	return !walk.bad;
}

static const char *value_flaw(struct cert *cert,
                              const struct cert_attribute *attribute)
{
	struct cert_string string = cert_string_over(attribute->value.tag,
		der_contents(&attribute->value));

	while (cert_string_next(&string) != CERT_STRING_BAD)
		;
	return cert_string_flaw(cert->arena, &string);
}

/* As text, not in hexadecimal? Types without a short name only for comparison. NumericString is not
 * one of the kinds that are compared as text (RFC 5280 7.1), nor does OpenSSL. */
static bool is_text(const struct cert_attribute *attribute, bool folded)
{
	struct text ignored;

	if (!cert_string_is(attribute->value.tag))
		return false;
	return folded ? attribute->value.tag != DER_NUMERIC_STRING
	              : cert_attribute_name(attribute->type, &ignored);
}

static bool write_attribute(struct cert_sink *sink, struct text type,
                            const struct cert_attribute *attribute, bool folded)
{
	cert_sink_text(sink, type);
	cert_sink_byte(sink, '=');
	if (is_text(attribute, folded))
		return write_value(sink, attribute, folded);
	cert_attribute_hex(sink, attribute);
	return true;
}

/* "CN=x", in the arena; NULL, or the flaw. */
static const char *attribute_text(struct cert *cert,
                                  const struct cert_attribute *attribute,
                                  bool folded, struct text *text)
{
	struct cert_sink sink = { .at = NULL };
	struct text type;
	const char *flaw = cert_attribute_type(cert->arena, attribute->type,
	                                       &type);

	if (flaw)
		return flaw;
	if (!write_attribute(&sink, type, attribute, folded))
		return value_flaw(cert, attribute);
	text->length = (uint32_t)sink.length;
	text->at = sink.at = arena_alloc(cert->arena, sink.length + 1);
	sink.length = 0;
	write_attribute(&sink, type, attribute, folded);
	return NULL;
}

/* The texts of a name's attributes, in the order of the certificate. */
struct texts {
	struct text *items;
	bool *starts;
	uint32_t count;
};

static const char *texts_read(struct cert *cert, const struct der_item *name,
                              bool folded, struct texts *texts)
{
	struct cert_attributes walk = cert_attributes_over(name);
	struct cert_attribute attribute;
	uint32_t count = 0;

	while (cert_attributes_next(&walk, &attribute))
		count++;
	if (walk.flaw)
		return walk.flaw;
	texts->count = count;
	texts->items = arena_array(cert->arena, count, sizeof *texts->items);
	texts->starts = arena_array(cert->arena, count, sizeof *texts->starts);
	walk = cert_attributes_over(name);
	for (uint32_t i = 0; cert_attributes_next(&walk, &attribute); i++) {
		const char *flaw = attribute_text(cert, &attribute, folded,
		                                  &texts->items[i]);

		if (flaw)
			return flaw;
		texts->starts[i] = attribute.starts;
	}
	return NULL;
}

static int compare_texts(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* The last relative name that ends before `end`; the result is where it starts. */
static uint32_t relative_start(const struct texts *texts, uint32_t end)
{
	while (!texts->starts[--end])
		;
	return end;
}

/* Relative names from the last to the first (RFC 4514 2.1); for comparison the attributes within
 * one are sorted, since they are a set. */
static void write_name(struct cert_sink *sink, struct texts *texts, bool folded)
{
	uint32_t end = texts->count;

	while (end > 0) {
		uint32_t start = relative_start(texts, end);

		if (folded && end - start > 1)
			qsort(texts->items + start, end - start,
			      sizeof *texts->items, compare_texts);
		if (end < texts->count)
			cert_sink_byte(sink, ',');
		for (uint32_t i = start; i < end; i++) {
			if (i > start)
				cert_sink_byte(sink, '+');
			cert_sink_text(sink, texts->items[i]);
		}
		end = start;
	}
}

const char *cert_name_text(struct cert *cert, const struct der_item *name,
                           bool folded, struct text *text)
{
	struct cert_sink sink = { .at = NULL };
	struct texts texts = { .count = 0 };
	const char *flaw = texts_read(cert, name, folded, &texts);

	if (flaw)
		return flaw;
	write_name(&sink, &texts, folded);
	sink.at = arena_alloc(cert->arena, sink.length + 1);
	sink.length = 0;
	write_name(&sink, &texts, folded);
	*text = (struct text){ sink.at, (uint32_t)sink.length };
	return NULL;
}

static struct value name_value(struct cert *cert, enum cert_part part,
                               bool folded)
{
	const char *flaw = cert->flaws[part];
	struct text text;

	if (flaw)
		return cert_undecodable(flaw);
	flaw = cert_name_text(cert, &cert->parts[part], folded, &text);
	if (flaw)
		return cert_undecodable_at(cert, cert_name_of(part), flaw);
	return value_text(TYPE_TEXT, text);
}

struct value cert_fact_SUBJECT(struct cert *cert)
{
	return name_value(cert, PART_SUBJECT, false);
}

struct value cert_fact_ISSUER(struct cert *cert)
{
	return name_value(cert, PART_ISSUER, false);
}

struct value cert_fact_SUBJECT_NAME(struct cert *cert)
{
	return name_value(cert, PART_SUBJECT, true);
}

struct value cert_fact_ISSUER_NAME(struct cert *cert)
{
	return name_value(cert, PART_ISSUER, true);
}

struct value cert_fact_SELF_ISSUED(struct cert *cert)
{
	const struct der_item *subject = &cert->parts[PART_SUBJECT];
	const struct der_item *issuer = &cert->parts[PART_ISSUER];
	struct value a, b;

	if (subject->start && issuer->start
	    && text_equal(der_contents(subject), der_contents(issuer)))
		return value_number(TYPE_BOOL, 1);
	a = name_value(cert, PART_SUBJECT, true);
	b = name_value(cert, PART_ISSUER, true);
	if (a.state != STATE_PRESENT)
		return a;
	if (b.state != STATE_PRESENT)
		return b;
	return value_number(TYPE_BOOL, text_equal(value_as_text(&a),
	                                          value_as_text(&b)));
}
