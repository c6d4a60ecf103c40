/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/structure.h"

#include "facts/der.h"

/* The header of an item, lax: BER's lengths are good enough to look inside. */
struct peek {
	const unsigned char *at, *end;
	const unsigned char *inside;    /* contents of the item just taken */
	const unsigned char *inside_end;
	uint8_t tag;
	bool definite;                  /* it says where it ends, and that is not past the end */
	bool is_long;                   /* the length takes more than one octet */
};

static struct peek peek_over(struct text bytes)
{
	const unsigned char *at = (const unsigned char *)bytes.at;

	return (struct peek){ .at = at, .end = at ? at + bytes.length : at };
}

static struct peek peek_inside(const struct peek *peek)
{
	return (struct peek){ .at = peek->inside, .end = peek->inside_end };
}

/* The length octets after the tag; false if they are not there. */
static bool peek_length(struct peek *peek, const unsigned char *at)
{
	uint64_t length = *at & 0x7f;
	bool indefinite = *at == 0x80;

	peek->is_long = *at & 0x80;
	at++;
	if (peek->is_long) {
		if (length > 4 || (uint64_t)(peek->end - at) < length)
			return false;
		for (uint64_t count = length, i = length = 0; i < count; i++)
			length = length << 8 | *at++;
	}
	peek->inside = at;
	peek->definite = !indefinite && length <= (uint64_t)(peek->end - at);
	peek->inside_end = peek->definite ? at + length : peek->end;
	return true;
}

/* Take the next item, which goes to the end if its length is not definite. */
static bool peek_next(struct peek *peek)
{
	if (peek->end - peek->at < 2 || !peek_length(peek, peek->at + 1))
		return false;
	peek->tag = *peek->at;
	peek->at = peek->inside_end;
	return true;
}

static bool peek_tag(struct peek *peek, uint8_t tag)
{
	return peek->at < peek->end && *peek->at == tag && peek_next(peek);
}

/* Take two; the second one is open then. */
static bool peek_two_sequences(struct peek *peek)
{
	for (int i = 0; i < 2; i++)
		if (!peek_tag(peek, DER_SEQUENCE))
			return false;
	return true;
}

static bool peek_is(const struct peek *peek, struct text contents)
{
	return (size_t)(peek->inside_end - peek->inside) == contents.length
	    && memcmp(peek->inside, contents.at, contents.length) == 0;
}

#define OID_SIGNED_DATA TEXT("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02")
#define OID_DATA TEXT("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01")

/* PFX ::= SEQUENCE { version 3, ContentInfo, MacData OPTIONAL }; `peek` is past the version. */
static bool is_pkcs12(struct peek peek)
{
	struct peek inside;

	if (!peek_is(&peek, TEXT("\x03")) || !peek_tag(&peek, DER_SEQUENCE))
		return false;
	inside = peek_inside(&peek);
	return peek_tag(&inside, DER_OID)
	    && (peek_is(&inside, OID_DATA) || peek_is(&inside, OID_SIGNED_DATA));
}

/* CertificationRequestInfo ::= SEQUENCE { version, subject, key, [0] attributes }. A key holds an
 * algorithm; the issuer of a version 1 certificate, which stands there too, holds sets. */
static bool is_request(struct peek peek)
{
	struct peek key;

	if (!peek_tag(&peek, DER_INTEGER) || !peek_two_sequences(&peek))
		return false;
	key = peek_inside(&peek);
	return peek_tag(&key, DER_SEQUENCE);
}

/* TBSCertList ::= SEQUENCE { version OPTIONAL, algorithm, issuer, a time, ... }. */
static bool is_revocation_list(struct peek peek)
{
	if (peek_tag(&peek, DER_INTEGER) && !peek_is(&peek, TEXT("\x01")))
		return false;
	return peek_two_sequences(&peek)
	    && (peek_tag(&peek, DER_UTC_TIME) || peek_tag(&peek, DER_GENERALIZED_TIME));
}

struct kind {
	enum structure structure;
	const char *why;
};

#define FOREIGN(why) ((struct kind){ STRUCTURE_FOREIGN, why ", not a certificate" })

/* It begins with a sequence, as what is signed does. `whole` is past it. */
static struct kind kind_of_signed(const struct peek *whole)
{
	struct peek inside = peek_inside(whole), beside = *whole;

	if (peek_tag(&inside, DER_OID)) {
		if (peek_tag(&beside, DER_BIT_STRING))
			return FOREIGN("a public key");
		if (peek_tag(&beside, DER_OCTET_STRING))
			return FOREIGN("an encrypted private key");
	}
	inside = peek_inside(whole);
	if (is_request(inside))
		return (struct kind){ STRUCTURE_REQUEST, NULL };
	if (is_revocation_list(inside))
		return FOREIGN("a revocation list");
	return (struct kind){ STRUCTURE_CERTIFICATE, NULL };
}

static struct kind kind_of(const struct peek *outside)
{
	struct peek inside = peek_inside(outside);

	if (inside.at == inside.end)
		return FOREIGN("a DER structure that is empty");
	if (!peek_next(&inside))
		return (struct kind){ STRUCTURE_CERTIFICATE, NULL };
	switch (inside.tag) {
	case DER_SEQUENCE:
		return kind_of_signed(&inside);
	case DER_OID:
		return peek_is(&inside, OID_SIGNED_DATA)
			? (struct kind){ STRUCTURE_SIGNED_DATA, NULL }
			: FOREIGN("PKCS #7 of another kind, or another structure that"
			          " begins with an object identifier");
	case DER_INTEGER:
		return is_pkcs12(inside)
			? (struct kind){ STRUCTURE_PKCS12, NULL }
			: FOREIGN("a private key or another structure that begins"
			          " with a number");
	default:
		return FOREIGN("a DER structure");
	}
}

/* '0' begins text too, but then no long length follows; a short one must be filled by items. */
static bool is_filled(const struct peek *outside)
{
	struct text bytes = { (const char *)outside->inside,
	                      (uint32_t)(outside->inside_end - outside->inside) };
	struct der inside = der_over(bytes);
	struct der_item part;

	if (outside->is_long || !outside->definite)
		return outside->is_long;
	while (!der_at_end(&inside))
		if (!der_next(&inside, &part))
			return false;
	return true;
}

enum structure structure_at(struct text bytes, uint32_t *length)
{
	struct peek outside = peek_over(bytes);

	if (!peek_tag(&outside, DER_SEQUENCE) || !is_filled(&outside))
		return STRUCTURE_NONE;
	*length = (uint32_t)(outside.inside_end - (const unsigned char *)bytes.at);
	return kind_of(&outside).structure;
}

const char *structure_why_foreign(struct text bytes)
{
	struct peek outside = peek_over(bytes);
	const char *why = peek_next(&outside) ? kind_of(&outside).why : NULL;

	return why ? why : "a DER structure, not a certificate";
}
