/* SPDX-License-Identifier: Apache-2.0 */
/* The list of extensions (RFC 5280 4.2), and what those say of the key and its use. */
#include "facts/cert_ext.h"

/* The last octet of id-ce (2.5.29); the first two are 55 1d. */
static int standard_find(unsigned char last)
{
	switch (last) {
	case 14: return EXTENSION_SUBJECT_KEY;
	case 15: return EXTENSION_KEY_USAGE;
	case 17: return EXTENSION_ALTERNATIVE_NAMES;
	case 19: return EXTENSION_BASIC;
	case 31: return EXTENSION_CRL_POINTS;
	case 32: return EXTENSION_POLICIES;
	case 35: return EXTENSION_AUTHORITY_KEY;
	case 37: return EXTENSION_EXTENDED_USAGE;
	default: return -1;
	}
}

/* id-pe-authorityInfoAccess, and Windows' own: 1.3.6.1.4.1.311.20.2, .21.7 and .21.10. */
static const struct {
	struct text oid;
	enum cert_extension extension;
} others[] = {
	{ { "\x2b\x06\x01\x05\x05\x07\x01\x01", 8 }, EXTENSION_AUTHORITY_ACCESS },
	{ { "\x2b\x06\x01\x04\x01\x82\x37\x14\x02", 9 }, EXTENSION_TEMPLATE_NAME },
	{ { "\x2b\x06\x01\x04\x01\x82\x37\x15\x07", 9 }, EXTENSION_TEMPLATE },
	{ { "\x2b\x06\x01\x04\x01\x82\x37\x15\x0a", 9 }, EXTENSION_APPLICATION_POLICIES },
};

static int extension_find(struct text oid)
{
	if (oid.length == 3 && memcmp(oid.at, "\x55\x1d", 2) == 0)
		return standard_find((unsigned char)oid.at[2]);
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (text_equal(others[i].oid, oid))
			return (int)others[i].extension;
	return -1;
}

/* Extension ::= SEQUENCE { OID, critical BOOLEAN DEFAULT FALSE, OCTET STRING }. */
static const char *extension_note(struct cert *cert,
                                  const struct der_item *extension)
{
	struct der inside = der_inside(extension);
	struct der_item oid, critical, value;
	int known;

	if (!der_expect(&inside, DER_OID, &oid)
	    || !der_optional(&inside, DER_BOOLEAN, &critical)
	    || !der_only(&inside, DER_OCTET_STRING, &value))
		return inside.why;
	known = extension_find(der_contents(&oid));
	if (known >= 0) {
		cert->extension_counts[known]++;
		cert->extensions[known] = der_contents(&value);
	}
	return NULL;
}

/* Where an extension can't be read, a second one of any kind may hide: none is known then. */
static const char *extensions_list(struct cert *cert)
{
	const struct der_item *part = &cert->parts[PART_EXTENSIONS];
	struct der outside, inside;
	struct der_item list, extension;
	const char *flaw = cert->flaws[PART_EXTENSIONS];

	if (flaw || !part->start)
		return flaw;
	outside = der_inside(part);
	if (!der_only(&outside, DER_SEQUENCE, &list))
		return outside.why;
	inside = der_inside(&list);
	while (!flaw && !der_at_end(&inside)) {
		if (!der_expect(&inside, DER_SEQUENCE, &extension))
			return inside.why;
		flaw = extension_note(cert, &extension);
	}
	return flaw;
}

/* Which of several counts is nothing to guess at (RFC 5280 4.2). */
static struct value duplicate(struct cert *cert, enum cert_extension which)
{
	static const char *const names[EXTENSION_COUNT] = {
		[EXTENSION_SUBJECT_KEY] = "subject key id",
		[EXTENSION_KEY_USAGE] = "key usage",
		[EXTENSION_ALTERNATIVE_NAMES] = "alternative names",
		[EXTENSION_BASIC] = "basic constraints",
		[EXTENSION_AUTHORITY_KEY] = "authority key id",
		[EXTENSION_EXTENDED_USAGE] = "extended key usage",
		[EXTENSION_CRL_POINTS] = "CRL distribution points",
		[EXTENSION_POLICIES] = "certificate policies",
		[EXTENSION_AUTHORITY_ACCESS] = "authority information access",
		[EXTENSION_TEMPLATE_NAME] = "template name",
		[EXTENSION_TEMPLATE] = "template",
		[EXTENSION_APPLICATION_POLICIES] = "application policies",
	};

	return value_in_state(STATE_DUPLICATE, arena_printf(cert->arena,
		"%s: the extension is there %u times, where one is allowed",
		names[which], cert->extension_counts[which]).at);
}

bool cert_extension(struct cert *cert, enum cert_extension which,
                    struct cert_found *found)
{
	if (!cert->extensions_read) {
		cert->extensions_flaw = extensions_list(cert);
		cert->extensions_read = true;
	}
	found->bytes = cert->extensions[which];
	if (cert->extensions_flaw)
		found->instead = cert_undecodable_at(cert, "extensions",
		                                     cert->extensions_flaw);
	else if (cert->extension_counts[which] == 0)
		found->instead = cert->request ? value_in_state(STATE_MISSING,
			"the request does not ask for it; its issuer decides")
			: cert_absent();
	else if (cert->extension_counts[which] > 1)
		found->instead = duplicate(cert, which);
	else
		return true;
	return false;
}

/* KeyUsage ::= BIT STRING, the first bit the highest (RFC 5280 4.2.1.3). */
static const char *read_key_usage(struct text bytes, int64_t *mask)
{
	struct der in = der_over(bytes);
	struct der_item bits;
	unsigned int unused;

	if (!der_only(&in, DER_BIT_STRING, &bits))
		return in.why;
	if (bits.length == 0)
		return "the BIT STRING is empty";
	unused = bits.at[0];
	if (unused > 7 || (unused && bits.length == 1))
		return "the BIT STRING leaves out more bits than it has";
	if (bits.at[bits.length - 1] & ((1U << unused) - 1) & 0xff
	    && bits.length > 1)
		return "the BIT STRING has bits set that it leaves out";
	*mask = 0;
	for (uint32_t bit = 0; bit < CERTIFICATE_USAGE_COUNT; bit++) {
		uint32_t octet = 1 + bit / 8;

		if (octet < bits.length && bits.at[octet] & (0x80 >> bit % 8))
			*mask |= (int64_t)1 << bit;
	}
	return NULL;
}

struct value cert_fact_KEY_USAGE(struct cert *cert)
{
	struct cert_found found;
	const char *flaw;
	int64_t mask = 0;

	if (!cert_extension(cert, EXTENSION_KEY_USAGE, &found))
		return found.instead;
	flaw = read_key_usage(found.bytes, &mask);
	if (flaw)
		return cert_undecodable_at(cert, "key usage", flaw);
	return value_number(TYPE_SET, mask);
}

/* ExtKeyUsageSyntax ::= SEQUENCE OF OID (RFC 5280 4.2.1.12). */
static const char *read_purposes(struct cert *cert, struct text bytes,
                                 struct cert_items *items)
{
	struct der outside = der_over(bytes), inside;
	struct der_item list, oid;
	struct text dotted;
	const char *flaw;

	if (!der_only(&outside, DER_SEQUENCE, &list))
		return outside.why;
	inside = der_inside(&list);
	while (!der_at_end(&inside)) {
		if (!der_expect(&inside, DER_OID, &oid))
			return inside.why;
		flaw = der_oid_text(cert->arena, der_contents(&oid), &dotted);
		if (flaw)
			return flaw;
		if (!cert_items_add(cert, items, value_text(TYPE_OID, dotted)))
			return "it has more than 256 purposes";
	}
	return NULL;
}

struct value cert_fact_EXTENDED_KEY_USAGE(struct cert *cert)
{
	struct cert_found found;
	struct cert_items items = { .count = 0 };
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_EXTENDED_USAGE, &found))
		return found.instead;
	flaw = read_purposes(cert, found.bytes, &items);
	if (flaw)
		return cert_undecodable_at(cert, "extended key usage", flaw);
	return cert_items_value(cert, &items);
}

/* BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLen INTEGER OPTIONAL }
 * (RFC 5280 4.2.1.9). */
struct basic {
	struct der_item ca, path;       /* start is NULL if there is none */
};

static const char *read_basic(struct text bytes, struct basic *basic)
{
	struct der outside = der_over(bytes), inside;
	struct der_item whole;

	if (!der_only(&outside, DER_SEQUENCE, &whole))
		return outside.why;
	inside = der_inside(&whole);
	if (!der_optional(&inside, DER_BOOLEAN, &basic->ca)
	    || !der_optional(&inside, DER_INTEGER, &basic->path))
		return inside.why;
	return der_at_end(&inside)
		? NULL : "there is another kind of value here";
}

struct value cert_fact_CA(struct cert *cert)
{
	struct cert_found found;
	struct basic basic;
	bool ca = false;
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_BASIC, &found))
		return found.instead.state == STATE_ABSENT
			? value_number(TYPE_BOOL, 0) : found.instead;
	flaw = read_basic(found.bytes, &basic);
	if (!flaw && basic.ca.start)
		flaw = der_boolean(&basic.ca, &ca);
	if (flaw)
		return cert_undecodable_at(cert, "basic constraints", flaw);
	return value_number(TYPE_BOOL, ca);
}

static const char *read_path_length(const struct der_item *path,
                                    int64_t *number)
{
	const char *flaw = der_integer_flaw(path);

	if (flaw)
		return flaw;
	if (!der_integer(path, number))
		return "the path length is over 63 bits";
	return *number < 0 ? "the path length is negative" : NULL;
}

struct value cert_fact_PATH_LENGTH(struct cert *cert)
{
	struct cert_found found;
	struct basic basic;
	int64_t number = 0;
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_BASIC, &found))
		return found.instead;
	flaw = read_basic(found.bytes, &basic);
	if (!flaw && !basic.path.start)
		return cert_absent();
	if (!flaw)
		flaw = read_path_length(&basic.path, &number);
	if (flaw)
		return cert_undecodable_at(cert, "basic constraints", flaw);
	return value_number(TYPE_INTEGER, number);
}

/* SubjectKeyIdentifier ::= OCTET STRING (RFC 5280 4.2.1.2). */
struct value cert_fact_SUBJECT_KEY_ID(struct cert *cert)
{
	struct cert_found found;
	struct der in;
	struct der_item id;

	if (!cert_extension(cert, EXTENSION_SUBJECT_KEY, &found))
		return found.instead;
	in = der_over(found.bytes);
	if (!der_only(&in, DER_OCTET_STRING, &id))
		return cert_undecodable_at(cert, "subject key id", in.why);
	return value_text(TYPE_TEXT, der_hex(cert->arena, der_contents(&id)));
}

/* AuthorityKeyIdentifier ::= SEQUENCE { [0] key id, [1] issuer, [2] serial }, all optional
 * (RFC 5280 4.2.1.1). */
struct value cert_fact_AUTHORITY_KEY_ID(struct cert *cert)
{
	struct cert_found found;
	struct der outside, inside;
	struct der_item whole, id, ignored;

	if (!cert_extension(cert, EXTENSION_AUTHORITY_KEY, &found))
		return found.instead;
	outside = der_over(found.bytes);
	if (!der_only(&outside, DER_SEQUENCE, &whole))
		return cert_undecodable_at(cert, "authority key id",
		                           outside.why);
	inside = der_inside(&whole);
	if (!der_optional(&inside, DER_CONTEXT, &id)
	    || !der_optional(&inside, DER_CONTEXT_HOLDS | 1, &ignored)
	    || !der_optional(&inside, DER_CONTEXT | 2, &ignored))
		return cert_undecodable_at(cert, "authority key id",
		                           inside.why);
	if (!der_at_end(&inside))
		return cert_undecodable_at(cert, "authority key id",
			"there is another kind of value here");
	if (!id.start)
		return cert_absent();
	return value_text(TYPE_TEXT, der_hex(cert->arena, der_contents(&id)));
}
