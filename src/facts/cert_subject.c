/* SPDX-License-Identifier: Apache-2.0 */
/* What single attributes of the two names say, and the names as they are encoded. */
#include "facts/cert_attribute.h"
#include "facts/cert_name.h"

static const char common_name[] = "\x55\x04\x03";
static const char organization[] = "\x55\x04\x0a";

static struct value raw_value(struct cert *cert, enum cert_part part)
{
	if (cert->flaws[part])
		return cert_undecodable(cert->flaws[part]);
	return value_text(TYPE_TEXT, der_hex(cert->arena,
		der_whole(&cert->parts[part])));
}

struct value cert_fact_SUBJECT_RAW(struct cert *cert)
{
	return raw_value(cert, PART_SUBJECT);
}

struct value cert_fact_ISSUER_RAW(struct cert *cert)
{
	return raw_value(cert, PART_ISSUER);
}

static void write_hex_attribute(struct cert_sink *sink, struct text type,
                                const struct cert_attribute *attribute)
{
	cert_sink_text(sink, type);
	cert_sink_byte(sink, '=');
	cert_attribute_hex(sink, attribute);
}

/* "O=Example, Inc.", nothing escaped, in the arena. NULL, or the flaw. */
static const char *plain_text(struct cert *cert,
                              const struct cert_attribute *attribute,
                              struct text *text)
{
	struct cert_sink sink = { .at = NULL };
	struct text type, value;
	const char *flaw = cert_attribute_type(cert->arena, attribute->type,
	                                       &type);

	if (flaw)
		return flaw;
	if (cert_string_is(attribute->value.tag)) {
		flaw = cert_string_text(cert->arena, attribute->value.tag,
		                        der_contents(&attribute->value), &value);
		if (!flaw)
			*text = arena_printf(cert->arena, "%.*s=%.*s",
			                     TEXT_ARGS(type), TEXT_ARGS(value));
		return flaw;
	}
	write_hex_attribute(&sink, type, attribute);
	sink.at = arena_alloc(cert->arena, sink.length + 1);
	sink.length = 0;
	write_hex_attribute(&sink, type, attribute);
	*text = (struct text){ sink.at, (uint32_t)sink.length };
	return NULL;
}

static struct value attributes_value(struct cert *cert, enum cert_part part)
{
	struct cert_attributes walk;
	struct cert_attribute attribute;
	struct cert_items items = { .count = 0 };
	struct text text;
	const char *flaw = cert->flaws[part];

	if (flaw)
		return cert_undecodable(flaw);
	walk = cert_attributes_over(&cert->parts[part]);
	while (!flaw && cert_attributes_next(&walk, &attribute)) {
		flaw = plain_text(cert, &attribute, &text);
		if (!flaw && !cert_items_add(cert, &items,
		                             value_text(TYPE_TEXT, text)))
			flaw = "there are more than 256 attributes";
	}
	if (!flaw)
		flaw = walk.flaw;
	if (flaw)
		return cert_undecodable_at(cert, cert_name_of(part), flaw);
	return cert_items_value(cert, &items);
}

struct value cert_fact_SUBJECT_ATTRIBUTES(struct cert *cert)
{
	return attributes_value(cert, PART_SUBJECT);
}

struct value cert_fact_ISSUER_ATTRIBUTES(struct cert *cert)
{
	return attributes_value(cert, PART_ISSUER);
}

static enum certificate_string kind_of(uint8_t tag)
{
	switch (tag) {
	case DER_PRINTABLE_STRING: return CERTIFICATE_STRING_IS_PRINTABLE;
	case DER_UTF8_STRING:      return CERTIFICATE_STRING_IS_UTF8;
	case DER_BMP_STRING:       return CERTIFICATE_STRING_IS_BMP;
	case DER_IA5_STRING:       return CERTIFICATE_STRING_IS_IA5;
	case DER_T61_STRING:       return CERTIFICATE_STRING_IS_TELETEX;
	case DER_UNIVERSAL_STRING: return CERTIFICATE_STRING_IS_UNIVERSAL;
	case DER_NUMERIC_STRING:   return CERTIFICATE_STRING_IS_NUMERIC;
	default:                   return CERTIFICATE_STRING_IS_OTHER;
	}
}

static struct value kinds_value(struct cert *cert, enum cert_part part)
{
	struct cert_attributes walk;
	struct cert_attribute attribute;
	int64_t mask = 0;

	if (cert->flaws[part])
		return cert_undecodable(cert->flaws[part]);
	walk = cert_attributes_over(&cert->parts[part]);
	while (cert_attributes_next(&walk, &attribute))
		mask |= (int64_t)1 << kind_of(attribute.value.tag);
	if (walk.flaw)
		return cert_undecodable_at(cert, cert_name_of(part), walk.flaw);
	return value_number(TYPE_SET, mask);
}

struct value cert_fact_SUBJECT_STRING_TYPES(struct cert *cert)
{
	return kinds_value(cert, PART_SUBJECT);
}

struct value cert_fact_ISSUER_STRING_TYPES(struct cert *cert)
{
	return kinds_value(cert, PART_ISSUER);
}

static struct value string_value(struct cert *cert, const char *name,
                                 const struct der_item *item)
{
	struct text text;
	const char *flaw = cert_string_text(cert->arena, item->tag,
	                                    der_contents(item), &text);

	return flaw ? cert_undecodable_at(cert, name, flaw)
	            : value_text(TYPE_TEXT, text);
}

/* The last attribute of that type in the subject. */
static struct value last_value(struct cert *cert, struct text type,
                               const char *name)
{
	struct cert_attributes walk;
	struct cert_attribute attribute, last = { .starts = false };

	if (cert->flaws[PART_SUBJECT])
		return cert_undecodable(cert->flaws[PART_SUBJECT]);
	walk = cert_attributes_over(&cert->parts[PART_SUBJECT]);
	while (cert_attributes_next(&walk, &attribute))
		if (text_equal(attribute.type, type))
			last = attribute;
	if (walk.flaw)
		return cert_undecodable_at(cert, "subject", walk.flaw);
	return last.value.start ? string_value(cert, name, &last.value)
	                        : cert_absent();
}

struct value cert_fact_COMMON_NAME(struct cert *cert)
{
	return last_value(cert, TEXT(common_name), "common name");
}

struct value cert_fact_ORGANIZATION(struct cert *cert)
{
	return last_value(cert, TEXT(organization), "organization");
}

struct value cert_fact_COMMON_NAMES(struct cert *cert)
{
	struct cert_attributes walk;
	struct cert_attribute attribute;
	struct cert_items items = { .count = 0 };
	struct value value;

	if (cert->flaws[PART_SUBJECT])
		return cert_undecodable(cert->flaws[PART_SUBJECT]);
	walk = cert_attributes_over(&cert->parts[PART_SUBJECT]);
	while (cert_attributes_next(&walk, &attribute)) {
		if (!text_equal(attribute.type, TEXT(common_name)))
			continue;
		value = string_value(cert, "common name", &attribute.value);
		if (value.state != STATE_PRESENT)
			return value;
		if (!cert_items_add(cert, &items, value))
			return cert_undecodable(
				"there are more than 256 common names");
	}
	if (walk.flaw)
		return cert_undecodable_at(cert, "subject", walk.flaw);
	return items.count ? cert_items_value(cert, &items) : cert_absent();
}

/* The common name, and how much of it stands before its first dot. */
static uint32_t prefix_length(struct text name)
{
	const char *dot = name.length ? memchr(name.at, '.', name.length) : NULL;

	return dot ? (uint32_t)(dot - name.at) : name.length;
}

struct value cert_fact_COMMON_NAME_PREFIX(struct cert *cert)
{
	struct value name = cert_fact_COMMON_NAME(cert);

	if (name.state == STATE_PRESENT)
		name.length = prefix_length(value_as_text(&name));
	return name;
}

struct value cert_fact_COMMON_NAME_DOMAIN(struct cert *cert)
{
	struct value name = cert_fact_COMMON_NAME(cert);
	uint32_t prefix;

	if (name.state != STATE_PRESENT)
		return name;
	prefix = prefix_length(value_as_text(&name));
	if (prefix == name.length)
		return cert_absent();
	return value_text(TYPE_TEXT, (struct text){ name.as.text + prefix + 1,
	                                            name.length - prefix - 1 });
}
