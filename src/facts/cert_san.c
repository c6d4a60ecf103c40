/* SPDX-License-Identifier: Apache-2.0 */
/* The alternative names of the subject (RFC 5280 4.2.1.6), a fact for each kind. */
#include "facts/cert_ext.h"

#include <stdio.h>

#include "facts/cert_string.h"

/* GeneralName ::= CHOICE, by its tag. */
enum {
	NAME_OTHER = DER_CONTEXT_HOLDS | 0,
	NAME_MAIL = DER_CONTEXT | 1,
	NAME_DNS = DER_CONTEXT | 2,
	NAME_X400 = DER_CONTEXT_HOLDS | 3,
	NAME_DIRECTORY = DER_CONTEXT_HOLDS | 4,
	NAME_EDI = DER_CONTEXT_HOLDS | 5,
	NAME_URI = DER_CONTEXT | 6,
	NAME_ADDRESS = DER_CONTEXT | 7,
	NAME_REGISTERED = DER_CONTEXT | 8
};

/* Turns one name into text. NULL, or the flaw; text->at is NULL if the name is none of the
 * wanted ones after all. */
typedef const char *name_reader(struct cert *cert, const struct der_item *name,
                                struct text *text);

static const char *read_ia5(struct cert *cert, const struct der_item *name,
                            struct text *text)
{
	return cert_string_text(cert->arena, DER_IA5_STRING,
	                        der_contents(name), text);
}

/* The longest run of at least two zero groups, the first of equals (RFC 5952 4.2). */
static void find_zeros(const unsigned int groups[8], int *start, int *length)
{
	*start = -1;
	*length = 1;
	for (int i = 0; i < 8; i++) {
		int run = 0;

		while (i + run < 8 && groups[i + run] == 0)
			run++;
		if (run > *length) {
			*start = i;
			*length = run;
		}
		i += run;
	}
}

static struct text write_ip6(struct cert *cert, const unsigned char *at)
{
	unsigned int groups[8];
	int start, length;
	char out[48];
	int used = 0;

	for (int i = 0; i < 8; i++)
		groups[i] = (unsigned int)at[2 * i] << 8 | at[2 * i + 1];
	find_zeros(groups, &start, &length);
	for (int i = 0; i < 8; i++) {
		const char *colon = i == 0 || i == start + length ? "" : ":";
		size_t left = sizeof out - (size_t)used;

		if (i != start) {
			used += snprintf(out + used, left, "%s%x", colon,
			                 groups[i]);
			continue;
		}
		used += snprintf(out + used, left, "::");
		i += length - 1;
	}
	return arena_text(cert->arena,
	                  (struct text){ out, (uint32_t)used });
}

static const char *read_address(struct cert *cert, const struct der_item *name,
                                struct text *text)
{
	const unsigned char *at = name->at;

	if (name->length == 4)
		*text = arena_printf(cert->arena, "%u.%u.%u.%u",
		                     at[0], at[1], at[2], at[3]);
	else if (name->length == 16)
		*text = write_ip6(cert, at);
	else
		return arena_printf(cert->arena,
			"an address has %u octets, neither 4 nor 16",
			name->length).at;
	return NULL;
}

/* OtherName ::= SEQUENCE { type OID, value [0] EXPLICIT ANY }; the user principal name is a
 * UTF8String in it. */
static const char *read_upn(struct cert *cert, const struct der_item *name,
                            struct text *text)
{
	static const char upn[] = "\x2b\x06\x01\x04\x01\x82\x37\x14\x02\x03";
	struct der inside = der_inside(name), deeper;
	struct der_item type, holder, value;

	text->at = NULL;
	if (!der_expect(&inside, DER_OID, &type)
	    || !der_only(&inside, DER_CONTEXT_HOLDS, &holder))
		return inside.why;
	if (!text_equal(der_contents(&type), TEXT(upn)))
		return NULL;
	deeper = der_inside(&holder);
	if (!der_next(&deeper, &value))
		return deeper.why;
	if (!der_at_end(&deeper))
		return "a user principal name has more than one value";
	return cert_string_text(cert->arena, value.tag, der_contents(&value),
	                        text);
}

static bool is_name(uint8_t tag)
{
	switch (tag) {
	case NAME_OTHER:
	case NAME_MAIL:
	case NAME_DNS:
	case NAME_X400:
	case NAME_DIRECTORY:
	case NAME_EDI:
	case NAME_URI:
	case NAME_ADDRESS:
	case NAME_REGISTERED:
		return true;
	default:
		return false;
	}
}

/* What is wanted of the names, and what was found. */
struct wanted {
	uint8_t tag;
	name_reader *read;
	struct cert_items items;
	const char *flaw;               /* of the first wanted name that is broken */
};

static void take_name(struct cert *cert, struct wanted *wanted,
                      const struct der_item *name)
{
	struct text text;

	if (name->tag != wanted->tag || wanted->flaw)
		return;
	wanted->flaw = wanted->read(cert, name, &text);
	if (wanted->flaw || !text.at)
		return;
	if (!cert_items_add(cert, &wanted->items, value_text(TYPE_TEXT, text)))
		wanted->flaw = "there are more than 256 names of this kind";
}

/* GeneralNames ::= SEQUENCE OF GeneralName. NULL, or the flaw. */
static const char *read_names(struct cert *cert, struct text bytes,
                              struct wanted *wanted)
{
	struct der outside = der_over(bytes), inside;
	struct der_item list, name;

	if (!der_only(&outside, DER_SEQUENCE, &list))
		return outside.why;
	inside = der_inside(&list);
	while (!der_at_end(&inside)) {
		if (!der_next(&inside, &name))
			return inside.why;
		if (!is_name(name.tag))
			return "there is another kind of value here";
		take_name(cert, wanted, &name);
	}
	return wanted->flaw;
}

static struct value names(struct cert *cert, uint8_t tag, name_reader *read)
{
	struct cert_found found;
	struct wanted wanted = { .tag = tag, .read = read };
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_ALTERNATIVE_NAMES, &found))
		return found.instead;
	flaw = read_names(cert, found.bytes, &wanted);
	if (flaw)
		return cert_undecodable_at(cert, "alternative names", flaw);
	if (wanted.items.count == 0)
		return cert_absent();
	return cert_items_value(cert, &wanted.items);
}

struct value cert_fact_DNS_NAMES(struct cert *cert)
{
	return names(cert, NAME_DNS, read_ia5);
}

struct value cert_fact_IP_ADDRESSES(struct cert *cert)
{
	return names(cert, NAME_ADDRESS, read_address);
}

struct value cert_fact_EMAIL_ADDRESSES(struct cert *cert)
{
	return names(cert, NAME_MAIL, read_ia5);
}

struct value cert_fact_URIS(struct cert *cert)
{
	return names(cert, NAME_URI, read_ia5);
}

struct value cert_fact_UPNS(struct cert *cert)
{
	return names(cert, NAME_OTHER, read_upn);
}
