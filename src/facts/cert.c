/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/cert.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "base/guard.h"
#include "facts/cert_part.h"

struct value cert_undecodable(const char *why)
{
	return value_in_state(STATE_UNDECODABLE, why);
}

struct value cert_undecodable_at(struct cert *cert, const char *what,
                                 const char *why)
{
	return cert_undecodable(
		arena_printf(cert->arena, "%s: %s", what, why).at);
}

bool cert_items_add(struct cert *cert, struct cert_items *items,
                    struct value value)
{
	if (items->count == MODEL_MAX_LIST)
		return false;
	items->items = arena_grow(cert->arena, items->items, &items->capacity,
	                          items->count + 1, sizeof *items->items);
	items->items[items->count++] = value;
	return true;
}

struct value cert_items_value(struct cert *cert,
                              const struct cert_items *items)
{
	struct list *list = arena_alloc(cert->arena, sizeof *list);

	list->count = items->count;
	list->items = items->items;
	return value_list(TYPE_SET, list);
}

/* version [0] EXPLICIT INTEGER DEFAULT v1 (RFC 5280 4.1.2.1). */
struct value cert_fact_VERSION(struct cert *cert)
{
	const struct der_item *part = &cert->parts[PART_VERSION];
	struct der inside;
	struct der_item number;
	const char *flaw = cert->flaws[PART_VERSION];
	int64_t version;

	if (flaw)
		return cert_undecodable(flaw);
	if (!part->start)
		return value_number(TYPE_INTEGER, 1);
	inside = der_inside(part);
	if (!der_only(&inside, DER_INTEGER, &number))
		return cert_undecodable_at(cert, "version", inside.why);
	flaw = der_integer_flaw(&number);
	if (flaw)
		return cert_undecodable_at(cert, "version", flaw);
	if (!der_integer(&number, &version) || version < 0 || version > 2)
		return cert_undecodable("the version is none of 1, 2 and 3");
	return value_number(TYPE_INTEGER, version + 1);
}

/* The magnitude of a negative number: its octets inverted, plus one. */
static struct text magnitude(struct cert *cert, const struct der_item *number)
{
	char *octets = arena_alloc(cert->arena, number->length);
	unsigned int carry = 1;

	for (uint32_t i = number->length; i-- > 0;) {
		unsigned int octet = (~number->at[i] & 0xffU) + carry;

		octets[i] = (char)(octet & 0xff);
		carry = octet >> 8;
	}
	return (struct text){ octets, number->length };
}

struct value cert_fact_SERIAL(struct cert *cert)
{
	const struct der_item *number = &cert->parts[PART_SERIAL];
	const char *flaw = cert->flaws[PART_SERIAL];
	struct text octets, digits;
	bool negative;

	if (flaw)
		return cert_undecodable(flaw);
	flaw = der_integer_flaw(number);
	if (flaw)
		return cert_undecodable_at(cert, "serial", flaw);
	negative = number->at[0] & 0x80;
	octets = negative ? magnitude(cert, number) : der_contents(number);
	if (octets.length > 1 && octets.at[0] == 0) {
		octets.at++;
		octets.length--;
	}
	digits = der_hex(cert->arena, octets);
	if (negative)
		digits = arena_printf(cert->arena, "-%s", digits.at);
	return value_text(TYPE_TEXT, digits);
}

static struct value fingerprint(struct cert *cert, const EVP_MD *digest)
{
	unsigned char octets[EVP_MAX_MD_SIZE];
	unsigned int length = 0;
	int done = 0;

	for (int tries = 0; tries < 2 && done != 1; tries++) {
		if (tries > 0)
			guard_probe();
		done = EVP_Digest(cert->der.at, cert->der.length, octets, &length,
		                  digest, NULL);
	}
	if (done != 1)
		return cert_undecodable("OpenSSL does not offer this digest");
	return value_text(TYPE_TEXT, der_hex(cert->arena,
		(struct text){ (const char *)octets, length }));
}

struct value cert_fact_SHA1(struct cert *cert)
{
	return fingerprint(cert, EVP_sha1());
}

struct value cert_fact_SHA256(struct cert *cert)
{
	return fingerprint(cert, EVP_sha256());
}

static const struct {
	uint8_t tag;
	bool optional;
	const char *name;
} layout[PART_COUNT] = {
	[PART_VERSION] = { DER_CONTEXT_HOLDS, true, "version" },
	[PART_SERIAL] = { DER_INTEGER, false, "serial" },
	[PART_SIGNATURE] = { DER_SEQUENCE, false, "inner signature algorithm" },
	[PART_ISSUER] = { DER_SEQUENCE, false, "issuer" },
	[PART_VALIDITY] = { DER_SEQUENCE, false, "validity" },
	[PART_SUBJECT] = { DER_SEQUENCE, false, "subject" },
	[PART_KEY] = { DER_SEQUENCE, false, "public key" },
	[PART_ISSUER_UNIQUE] = { DER_CONTEXT | 1, true, "issuer unique id" },
	[PART_SUBJECT_UNIQUE] = { DER_CONTEXT | 2, true, "subject unique id" },
	[PART_EXTENSIONS] = { DER_CONTEXT_HOLDS | 3, true, "extensions" },
	[PART_ALGORITHM] = { DER_SEQUENCE, false, "signature algorithm" },
	[PART_VALUE] = { DER_BIT_STRING, false, "signature" },
};

static const char *flaw_at(struct cert *cert, const struct der *der,
                           const char *name)
{
	long at = (long)(der->at - (const unsigned char *)cert->der.at);

	return arena_printf(cert->arena, "byte %ld (%s): %s", at, name,
	                    der->why).at;
}

static bool find_part(struct cert *cert, struct der *der, uint32_t i)
{
	if (layout[i].optional)
		return der_optional(der, layout[i].tag, &cert->parts[i]);
	return der_expect(der, layout[i].tag, &cert->parts[i]);
}

/* Find the parts from `first` to `last`; NULL, or why one is out of reach. */
static const char *find_parts(struct cert *cert, struct der *der,
                              enum cert_part first, enum cert_part last)
{
	const char *flaw = NULL;

	for (uint32_t i = first; i <= (uint32_t)last; i++) {
		if (!flaw && !find_part(cert, der, i))
			flaw = flaw_at(cert, der, layout[i].name);
		cert->flaws[i] = flaw;
	}
	if (flaw || der_at_end(der))
		return flaw;
	der->why = "there is more here than a certificate has";
	cert->flaws[last] = flaw_at(cert, der, layout[last].name);
	return cert->flaws[last];
}

/* Certificate ::= SEQUENCE { SEQUENCE { version to extensions }, algorithm, signature }
 * (RFC 5280 4.1). NULL, or the first flaw. */
static const char *find_all(struct cert *cert)
{
	struct der outside = der_over(cert->der), inside, signed_part;
	struct der_item whole, part;
	const char *flaw, *outer;

	if (!der_only(&outside, DER_SEQUENCE, &whole)) {
		flaw = flaw_at(cert, &outside, "certificate");
		goto unreached;
	}
	inside = der_inside(&whole);
	if (!der_expect(&inside, DER_SEQUENCE, &part)) {
		flaw = flaw_at(cert, &inside, "signed part");
		goto unreached;
	}
	signed_part = der_inside(&part);
	flaw = find_parts(cert, &signed_part, PART_VERSION, PART_EXTENSIONS);
	outer = find_parts(cert, &inside, PART_ALGORITHM, PART_VALUE);
	return flaw ? flaw : outer;
unreached:
	for (uint32_t i = 0; i < PART_COUNT; i++)
		cert->flaws[i] = flaw;
	return flaw;
}

static bool is_decoded(struct text der)
{
	const unsigned char *at = (const unsigned char *)der.at;
	const unsigned char *end = at + der.length;
	X509 *x509;

	x509 = d2i_X509(NULL, &at, (long)der.length);
	X509_free(x509);
	return x509 && at == end;
}

/* Does OpenSSL decode it as one certificate? */
static bool has_second_verdict(struct text der)
{
	if (der.length > CERT_MAX_SECOND)
		return false;
	if (is_decoded(der))
		return true;
	guard_probe();
	return is_decoded(der);
}

typedef struct value reader(struct cert *cert);

/* NULL for what only a container can say. */
static reader *const readers[CERTIFICATE_FACT_COUNT] = {
#define FACT(id, spelling, type, element, flags, unit, documentation) \
	[CERTIFICATE_##id] = cert_fact_##id,
#define CONTAINER_FACT(id, spelling, type, element, flags, unit, documentation)
#include "model/certificate.def"
};

void cert_read_facts(struct cert *cert, struct record *record, const uint64_t *wanted)
{
	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++)
		if (readers[i] && (!wanted || wanted[i / 64] >> i % 64 & 1))
			record->values[i] = cert_second_verdict(cert,
				(enum certificate_fact)i, readers[i](cert));
}

struct cert_result cert_read(struct arena *arena, const struct entity *entity,
                             struct text der, const uint64_t *wanted)
{
	struct cert cert = { .arena = arena, .der = der };
	struct record *record = NULL;
	const char *flaw;

	if (der.length == 0)
		return (struct cert_result){ NULL, "it is empty" };
	if (der.length > CERT_MAX)
		return (struct cert_result){ NULL, "it is larger than 1 MiB" };
	ERR_set_mark();
	flaw = find_all(&cert);
	if (!flaw || has_second_verdict(der)) {
		record = record_new(arena, entity);
		cert_read_facts(&cert, record, wanted);
	}
	ERR_pop_to_mark();
	return (struct cert_result){ record, record ? NULL : flaw };
}
