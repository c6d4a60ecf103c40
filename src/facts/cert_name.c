/* SPDX-License-Identifier: Apache-2.0 */
/* Names: as text (RFC 4514), for comparison (RFC 5280 7.1), and single attributes of them. */
#include "facts/cert_part.h"

#include <stdlib.h>

#include "facts/cert_string.h"

#define OCTETS(literal) { literal, sizeof(literal) - 1 }

/* One attribute of a name. */
struct attribute {
	struct text type;               /* contents of the object identifier */
	struct der_item value;
	bool starts;                    /* the first of its relative name */
};

/* Name ::= SEQUENCE OF SET OF SEQUENCE { type, value } (RFC 5280 4.1.2.4). */
struct walk {
	struct der names, attributes;
	const char *flaw;
};

static struct walk walk_over(const struct der_item *name)
{
	struct walk walk = { .names = der_inside(name) };

	walk.attributes.at = walk.attributes.end = walk.names.at;
	return walk;
}

static bool walk_enter(struct walk *walk)
{
	struct der_item set;

	if (!der_expect(&walk->names, DER_SET, &set)) {
		walk->flaw = walk->names.why;
		return false;
	}
	walk->attributes = der_inside(&set);
	return true;
}

/* False at the end, and when walk->flaw is set. */
static bool walk_next(struct walk *walk, struct attribute *attribute)
{
	struct der inside;
	struct der_item pair, type;

	attribute->starts = der_at_end(&walk->attributes);
	if (attribute->starts
	    && (der_at_end(&walk->names) || !walk_enter(walk)))
		return false;
	if (!der_expect(&walk->attributes, DER_SEQUENCE, &pair)) {
		walk->flaw = walk->attributes.why;
		return false;
	}
	inside = der_inside(&pair);
	if (!der_expect(&inside, DER_OID, &type)
	    || !der_next(&inside, &attribute->value)) {
		walk->flaw = inside.why;
		return false;
	}
	if (!der_at_end(&inside))
		walk->flaw = "an attribute has more than one value";
	attribute->type = der_contents(&type);
	return !walk->flaw;
}

/* Attribute types with a short name; all others are written as dotted numbers. */
static const struct {
	struct text oid;
	struct text name;
} types[] = {
	{ OCTETS("\x55\x04\x03"), OCTETS("CN") },
	{ OCTETS("\x55\x04\x06"), OCTETS("C") },
	{ OCTETS("\x55\x04\x0a"), OCTETS("O") },
	{ OCTETS("\x55\x04\x0b"), OCTETS("OU") },
	{ OCTETS("\x55\x04\x07"), OCTETS("L") },
	{ OCTETS("\x55\x04\x08"), OCTETS("ST") },
	{ OCTETS("\x55\x04\x09"), OCTETS("STREET") },
	{ OCTETS("\x55\x04\x04"), OCTETS("SN") },
	{ OCTETS("\x55\x04\x05"), OCTETS("serialNumber") },
	{ OCTETS("\x55\x04\x0c"), OCTETS("title") },
	{ OCTETS("\x55\x04\x0d"), OCTETS("description") },
	{ OCTETS("\x55\x04\x0f"), OCTETS("businessCategory") },
	{ OCTETS("\x55\x04\x11"), OCTETS("postalCode") },
	{ OCTETS("\x55\x04\x29"), OCTETS("name") },
	{ OCTETS("\x55\x04\x2a"), OCTETS("GN") },
	{ OCTETS("\x55\x04\x2b"), OCTETS("initials") },
	{ OCTETS("\x55\x04\x2c"), OCTETS("generationQualifier") },
	{ OCTETS("\x55\x04\x2e"), OCTETS("dnQualifier") },
	{ OCTETS("\x55\x04\x41"), OCTETS("pseudonym") },
	{ OCTETS("\x55\x04\x61"), OCTETS("organizationIdentifier") },
	{ OCTETS("\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x19"), OCTETS("DC") },
	{ OCTETS("\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x01"), OCTETS("UID") },
	{ OCTETS("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01"),
	  OCTETS("emailAddress") },
};

static bool type_name(struct text oid, struct text *name)
{
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		if (text_equal(types[i].oid, oid)) {
			*name = types[i].name;
			return true;
		}
	}
	return false;
}

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

static struct value_walk value_over(const struct attribute *attribute,
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

static void write_hex(struct cert_sink *sink, unsigned char byte)
{
	static const char digits[] = "0123456789abcdef";

	cert_sink_byte(sink, digits[byte >> 4]);
	cert_sink_byte(sink, digits[byte & 15]);
}

/* Escapes of RFC 4514 2.4; control characters besides. */
static void write_escaped(struct cert_sink *sink, uint32_t character,
                          bool first, bool last)
{
	bool edge = (first && (character == ' ' || character == '#'))
		|| (last && character == ' ');

	if (character < 0x20 || character == 0x7f) {
		cert_sink_byte(sink, '\\');
		write_hex(sink, (unsigned char)character);
		return;
	}
	if (edge || (character < 0x80
	             && strchr("\"+,;<>\\", (int)character)))
		cert_sink_byte(sink, '\\');
	cert_sink_character(sink, character);
}

/* A value that is no string: its DER in hexadecimal (RFC 4514 2.4). */
static void write_der(struct cert_sink *sink, const struct attribute *attribute)
{
	struct text whole = der_whole(&attribute->value);

	cert_sink_byte(sink, '#');
	for (uint32_t i = 0; i < whole.length; i++)
		write_hex(sink, (unsigned char)whole.at[i]);
}

/* False when the value is not of its encoding. */
static bool write_value(struct cert_sink *sink,
                        const struct attribute *attribute, bool folded)
{
	struct value_walk walk = value_over(attribute, folded);
	bool first = true;

	while (!value_at_end(&walk)) {
		uint32_t character = value_next(&walk);

		if (character)
			write_escaped(sink, character, first,
			              value_at_end(&walk));
		first = false;
	}
	return !walk.bad;
}

static const char *value_flaw(struct cert *cert,
                              const struct attribute *attribute)
{
	struct cert_string string = cert_string_over(attribute->value.tag,
		der_contents(&attribute->value));

	while (cert_string_next(&string) != CERT_STRING_BAD)
		;
	return cert_string_flaw(cert->arena, &string);
}

/* Types without a short name have their value in hexadecimal, but not for comparison. */
static bool write_attribute(struct cert_sink *sink, struct text type,
                            const struct attribute *attribute, bool folded)
{
	struct text ignored;

	cert_sink_text(sink, type);
	cert_sink_byte(sink, '=');
	if (cert_string_is(attribute->value.tag)
	    && (folded || type_name(attribute->type, &ignored)))
		return write_value(sink, attribute, folded);
	write_der(sink, attribute);
	return true;
}

/* "CN=x", in the arena; NULL, or the flaw. */
static const char *attribute_text(struct cert *cert,
                                  const struct attribute *attribute,
                                  bool folded, struct text *text)
{
	struct cert_sink sink = { .at = NULL };
	struct text type;
	const char *flaw = NULL;

	if (!type_name(attribute->type, &type))
		flaw = der_oid_text(cert->arena, attribute->type, &type);
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
	struct walk walk = walk_over(name);
	struct attribute attribute;
	uint32_t count = 0;

	while (walk_next(&walk, &attribute))
		count++;
	if (walk.flaw)
		return walk.flaw;
	texts->count = count;
	texts->items = arena_array(cert->arena, count, sizeof *texts->items);
	texts->starts = arena_array(cert->arena, count, sizeof *texts->starts);
	walk = walk_over(name);
	for (uint32_t i = 0; walk_next(&walk, &attribute); i++) {
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

static const char *part_name(enum cert_part part)
{
	return part == PART_SUBJECT ? "subject" : "issuer";
}

static struct value name_value(struct cert *cert, enum cert_part part,
                               bool folded)
{
	struct cert_sink sink = { .at = NULL };
	struct texts texts = { .count = 0 };
	const char *flaw = cert->flaws[part];

	if (flaw)
		return cert_undecodable(flaw);
	flaw = texts_read(cert, &cert->parts[part], folded, &texts);
	if (flaw)
		return cert_undecodable_at(cert, part_name(part), flaw);
	write_name(&sink, &texts, folded);
	sink.at = arena_alloc(cert->arena, sink.length + 1);
	sink.length = 0;
	write_name(&sink, &texts, folded);
	return value_text(TYPE_TEXT, (struct text){ sink.at,
	                                            (uint32_t)sink.length });
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

/* The last attribute of that type in the subject. */
static struct value subject_attribute(struct cert *cert, struct text type,
                                      const char *name)
{
	struct attribute attribute, last = { .starts = false };
	struct walk walk;
	struct text text;
	const char *flaw = cert->flaws[PART_SUBJECT];

	if (flaw)
		return cert_undecodable(flaw);
	walk = walk_over(&cert->parts[PART_SUBJECT]);
	while (walk_next(&walk, &attribute))
		if (text_equal(attribute.type, type))
			last = attribute;
	if (walk.flaw)
		return cert_undecodable_at(cert, "subject", walk.flaw);
	if (!last.value.start)
		return cert_absent();
	flaw = cert_string_text(cert->arena, last.value.tag,
	                        der_contents(&last.value), &text);
	if (flaw)
		return cert_undecodable_at(cert, name, flaw);
	return value_text(TYPE_TEXT, text);
}

struct value cert_fact_COMMON_NAME(struct cert *cert)
{
	return subject_attribute(cert, TEXT("\x55\x04\x03"), "common name");
}

struct value cert_fact_ORGANIZATION(struct cert *cert)
{
	return subject_attribute(cert, TEXT("\x55\x04\x0a"), "organization");
}
