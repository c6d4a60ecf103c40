/* SPDX-License-Identifier: Apache-2.0 */
/* Requests (PKCS #10, RFC 2986) as the certificates that they ask for. */
#include <openssl/err.h>

#include "facts/cert.h"
#include "facts/cert_part.h"
#include "facts/cert_string.h"
#include "facts/provider.h"

#define ISSUER_DECIDES "this is a request; its issuer decides"

/* Facts that a request says nothing of. */
static const enum certificate_fact issued[] = {
	CERTIFICATE_VERSION, CERTIFICATE_SERIAL, CERTIFICATE_ISSUER, CERTIFICATE_ISSUER_NAME,
	CERTIFICATE_ISSUER_RAW, CERTIFICATE_ISSUER_ATTRIBUTES, CERTIFICATE_ISSUER_STRING_TYPES,
	CERTIFICATE_VALID_FROM, CERTIFICATE_VALID_UNTIL, CERTIFICATE_SIGNATURE_ALGORITHM,
	CERTIFICATE_SIGNATURE_DIGEST, CERTIFICATE_SELF_ISSUED, CERTIFICATE_SELF_SIGNED,
	CERTIFICATE_SHA1, CERTIFICATE_SHA256,
};

/* szOID_ENROLLMENT_CSP_PROVIDER, 1.3.6.1.4.1.311.13.2.2. */
#define ENROLLMENT_PROVIDER "\x2b\x06\x01\x04\x01\x82\x37\x0d\x02\x02"

/* extensionRequest (RFC 2985 5.4.2), and Microsoft's older 1.3.6.1.4.1.311.2.1.14 of the same
 * form. */
static bool asks_for_extensions(struct text oid)
{
	return text_equal(oid, TEXT("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x0e"))
	    || text_equal(oid, TEXT("\x2b\x06\x01\x04\x01\x82\x37\x02\x01\x0e"));
}

/* Attribute ::= SEQUENCE { OID, SET of values }. The SET holds what [3] of a certificate holds. */
static const char *note_attribute(struct cert *cert, const struct der_item *attribute,
                                  struct der_item *provider)
{
	struct der inside = der_inside(attribute);
	struct der_item oid, values;

	if (!der_expect(&inside, DER_OID, &oid) || !der_only(&inside, DER_SET, &values))
		return inside.why;
	if (text_equal(der_contents(&oid), TEXT(ENROLLMENT_PROVIDER)))
		*provider = values;
	if (!asks_for_extensions(der_contents(&oid)))
		return NULL;
	if (cert->parts[PART_EXTENSIONS].start)
		return "extensions are requested twice";
	cert->parts[PART_EXTENSIONS] = values;
	return NULL;
}

static const char *note_attributes(struct cert *cert, const struct der_item *attributes,
                                   struct der_item *provider)
{
	struct der inside = der_inside(attributes);
	struct der_item attribute;
	const char *flaw = NULL;

	while (!flaw && !der_at_end(&inside)) {
		if (!der_expect(&inside, DER_SEQUENCE, &attribute))
			return inside.why;
		flaw = note_attribute(cert, &attribute, provider);
	}
	return flaw;
}

/* CertificationRequestInfo ::= SEQUENCE { version, subject, key, [0] attributes }. Software exists
 * that leaves out empty attributes. */
static const char *find_info(struct cert *cert, const struct der_item *info,
                             struct der_item *provider)
{
	struct der der = der_inside(info);
	struct der_item version, attributes;

	if (!der_expect(&der, DER_INTEGER, &version)
	    || !der_expect(&der, DER_SEQUENCE, &cert->parts[PART_SUBJECT])
	    || !der_expect(&der, DER_SEQUENCE, &cert->parts[PART_KEY])
	    || !der_optional(&der, DER_CONTEXT_HOLDS, &attributes))
		return der.why;
	if (!der_at_end(&der))
		return "there is more here than a request has";
	if (attributes.start)
		cert->flaws[PART_EXTENSIONS] = note_attributes(cert, &attributes,
		                                               provider);
	return NULL;
}

/* CertificationRequest ::= SEQUENCE { info, algorithm, signature }. NULL, or why it is none. */
static const char *find_request(struct cert *cert, struct der_item *provider)
{
	struct der outside = der_over(cert->der), inside;
	struct der_item whole, info, ignored;

	if (!der_only(&outside, DER_SEQUENCE, &whole))
		return outside.why;
	inside = der_inside(&whole);
	if (!der_expect(&inside, DER_SEQUENCE, &info)
	    || !der_expect(&inside, DER_SEQUENCE, &ignored)
	    || !der_only(&inside, DER_BIT_STRING, &ignored))
		return inside.why;
	return find_info(cert, &info, provider);
}

/* SET { SEQUENCE { key specification, name, BIT STRING } }: where Windows made the key. */
static void read_provider(struct cert *cert, const struct der_item *values, struct record *record)
{
	struct der outside = der_inside(values), inside;
	struct der_item sequence, ignored, name;
	struct text text;

	if (!der_only(&outside, DER_SEQUENCE, &sequence))
		return;
	inside = der_inside(&sequence);
	if (!der_expect(&inside, DER_INTEGER, &ignored)
	    || !der_expect(&inside, DER_BMP_STRING, &name)
	    || cert_string_text(cert->arena, name.tag, der_contents(&name), &text)
	    || text.length == 0)
		return;
	provider_note(record, text);
}

/* The wanted facts without those of the issuer, which are missing. */
static void leave_to_issuer(struct record *record, const uint64_t *wanted,
                            uint64_t asked[CERTIFICATE_MASK])
{
	for (uint32_t i = 0; i < CERTIFICATE_MASK; i++)
		asked[i] = wanted ? wanted[i] : UINT64_MAX;
	for (size_t i = 0; i < sizeof issued / sizeof issued[0]; i++) {
		record->values[issued[i]] = value_in_state(STATE_MISSING, ISSUER_DECIDES);
		asked[issued[i] / 64] &= ~((uint64_t)1 << issued[i] % 64);
	}
}

struct cert_result cert_read_request(struct arena *arena, const struct entity *entity,
                                     struct text der, const uint64_t *wanted)
{
	struct cert cert = { .arena = arena, .der = der, .request = true };
	struct cert_result result = { NULL, NULL };
	struct der_item provider = { NULL, NULL, 0, 0 };
	uint64_t asked[CERTIFICATE_MASK];

	if (der.length > CERT_MAX)
		return (struct cert_result){ NULL, "it is larger than 1 MiB" };
	ERR_set_mark();
	result.why = find_request(&cert, &provider);
	if (!result.why) {
		result.record = record_new(arena, entity);
		leave_to_issuer(result.record, wanted, asked);
		cert_read_facts(&cert, result.record, asked);
		if (provider.start)
			read_provider(&cert, &provider, result.record);
	}
	ERR_pop_to_mark();
	return result;
}
