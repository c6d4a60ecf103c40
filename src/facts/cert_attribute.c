/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/cert_attribute.h"

#define OCTETS(literal) { literal, sizeof(literal) - 1 }

struct cert_attributes cert_attributes_over(const struct der_item *name)
{
	struct cert_attributes walk = { .names = der_inside(name) };

	walk.attributes.at = walk.attributes.end = walk.names.at;
	return walk;
}

static bool enter(struct cert_attributes *walk)
{
	struct der_item set;

	if (!der_expect(&walk->names, DER_SET, &set)) {
		walk->flaw = walk->names.why;
		return false;
	}
	walk->attributes = der_inside(&set);
	return true;
}

bool cert_attributes_next(struct cert_attributes *walk,
                          struct cert_attribute *attribute)
{
	struct der inside;
	struct der_item pair, type;

	attribute->starts = der_at_end(&walk->attributes);
	if (attribute->starts
	    && (der_at_end(&walk->names) || !enter(walk)))
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

bool cert_attribute_name(struct text type, struct text *name)
{
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		if (text_equal(types[i].oid, type)) {
			*name = types[i].name;
			return true;
		}
	}
	return false;
}

const char *cert_attribute_type(struct arena *arena, struct text type,
                                struct text *name)
{
	if (cert_attribute_name(type, name))
		return NULL;
	return der_oid_text(arena, type, name);
}

void cert_attribute_hex(struct cert_sink *sink,
                        const struct cert_attribute *attribute)
{
	struct text whole = der_whole(&attribute->value);

	cert_sink_byte(sink, '#');
	for (uint32_t i = 0; i < whole.length; i++)
		cert_sink_hex(sink, (unsigned char)whole.at[i]);
}
