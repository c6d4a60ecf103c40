/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/cert_general.h"

#include <stdio.h>

#include "facts/cert_name.h"
#include "facts/cert_string.h"

static const char upn[] = "\x2b\x06\x01\x04\x01\x82\x37\x14\x02\x03";

const char *cert_general_ia5(struct cert *cert, const struct der_item *name,
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

const char *cert_general_address(struct cert *cert, const struct der_item *name,
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

/* OtherName ::= SEQUENCE { type OID, value [0] EXPLICIT ANY }. */
static const char *other_open(const struct der_item *name, struct text *type,
                              struct der *value)
{
	struct der inside = der_inside(name);
	struct der_item oid, holder;

	if (!der_expect(&inside, DER_OID, &oid)
	    || !der_only(&inside, DER_CONTEXT_HOLDS, &holder))
		return inside.why;
	*type = der_contents(&oid);
	*value = der_inside(&holder);
	return NULL;
}

/* The user principal name is a UTF8String in it. */
static const char *read_upn(struct cert *cert, struct der *inside,
                            struct text *text)
{
	struct der_item value;

	if (!der_next(inside, &value))
		return inside->why;
	if (!der_at_end(inside))
		return "a user principal name has more than one value";
	return cert_string_text(cert->arena, value.tag, der_contents(&value),
	                        text);
}

const char *cert_general_upn(struct cert *cert, const struct der_item *name,
                             struct text *text)
{
	struct text type;
	struct der value;
	const char *flaw = other_open(name, &type, &value);

	text->at = NULL;
	if (flaw || !text_equal(type, TEXT(upn)))
		return flaw;
	return read_upn(cert, &value, text);
}

static const char *tagged(struct cert *cert, const char *kind, const char *flaw,
                          struct text *text)
{
	if (!flaw)
		*text = arena_printf(cert->arena, "%s:%.*s", kind,
		                     TEXT_ARGS(*text));
	return flaw;
}

static const char *other_text(struct cert *cert, const struct der_item *name,
                              struct text *text)
{
	struct text type;
	struct der value;
	const char *flaw = other_open(name, &type, &value);

	if (flaw)
		return flaw;
	if (text_equal(type, TEXT(upn)))
		return tagged(cert, "upn", read_upn(cert, &value, text), text);
	return tagged(cert, "other", der_oid_text(cert->arena, type, text),
	              text);
}

/* [4] EXPLICIT Name. */
static const char *directory_text(struct cert *cert,
                                  const struct der_item *name,
                                  struct text *text)
{
	struct der inside = der_inside(name);
	struct der_item whole;

	if (!der_only(&inside, DER_SEQUENCE, &whole))
		return inside.why;
	return tagged(cert, "directory",
	              cert_name_text(cert, &whole, false, text), text);
}

static const char *hex_text(struct cert *cert, const char *kind,
                            const struct der_item *name, struct text *text)
{
	*text = der_hex(cert->arena, der_contents(name));
	return tagged(cert, kind, NULL, text);
}

const char *cert_general_text(struct cert *cert, const struct der_item *name,
                              struct text *text)
{
	switch (name->tag) {
	case CERT_GENERAL_OTHER:
		return other_text(cert, name, text);
	case CERT_GENERAL_MAIL:
		return tagged(cert, "email", cert_general_ia5(cert, name, text), text);
	case CERT_GENERAL_DNS:
		return tagged(cert, "dns", cert_general_ia5(cert, name, text), text);
	case CERT_GENERAL_X400:
		return hex_text(cert, "x400", name, text);
	case CERT_GENERAL_DIRECTORY:
		return directory_text(cert, name, text);
	case CERT_GENERAL_EDI:
		return hex_text(cert, "edi", name, text);
	case CERT_GENERAL_URI:
		return tagged(cert, "uri", cert_general_ia5(cert, name, text), text);
	case CERT_GENERAL_ADDRESS:
		return tagged(cert, "ip", cert_general_address(cert, name, text), text);
	case CERT_GENERAL_REGISTERED:
		return tagged(cert, "rid", der_oid_text(cert->arena,
			der_contents(name), text), text);
	default:
		return "there is another kind of value here";
	}
}

static bool is_general(uint8_t tag)
{
	switch (tag) {
	case CERT_GENERAL_OTHER:
	case CERT_GENERAL_MAIL:
	case CERT_GENERAL_DNS:
	case CERT_GENERAL_X400:
	case CERT_GENERAL_DIRECTORY:
	case CERT_GENERAL_EDI:
	case CERT_GENERAL_URI:
	case CERT_GENERAL_ADDRESS:
	case CERT_GENERAL_REGISTERED:
		return true;
	default:
		return false;
	}
}

bool cert_general_next(struct der *der, struct der_item *name)
{
	struct der before = *der;

	if (!der_next(der, name))
		return false;
	if (is_general(name->tag))
		return true;
	*der = before;
	der->why = "there is another kind of value here";
	return false;
}

const char *cert_general_uris(struct cert *cert, struct der *names,
                              struct cert_items *items)
{
	struct der_item name;
	struct text text;

	while (!der_at_end(names)) {
		const char *flaw = NULL;

		if (!cert_general_next(names, &name))
			return names->why;
		if (name.tag != CERT_GENERAL_URI)
			continue;
		flaw = cert_general_ia5(cert, &name, &text);
		if (flaw)
			return flaw;
		if (!cert_items_add(cert, items, value_text(TYPE_TEXT, text)))
			return "there are more than 256 URIs";
	}
	return NULL;
}
