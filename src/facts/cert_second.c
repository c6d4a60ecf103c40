/* SPDX-License-Identifier: Apache-2.0 */
/* OpenSSL's verdict on what a reader could not read. OpenSSL takes more than DER and more than the
 * readers do; where it decodes what they refuse, the reason says so, because other programs may then
 * see a value where this one sees none. */
#include <openssl/x509v3.h>

#include "facts/cert.h"
#include "facts/cert_ext.h"

/* What a fact is read from. */
struct origin {
	uint8_t kind;                   /* enum origin_kind */
	uint8_t which;                  /* enum cert_part, cert_extension, or which time */
};

enum origin_kind { FROM_OTHERS, FROM_PART, FROM_TIME, FROM_EXTENSION };

static const struct origin origins[CERTIFICATE_FACT_COUNT] = {
#define PART(fact, part) [CERTIFICATE_##fact] = { FROM_PART, PART_##part },
#define EXTENSION(fact, extension) \
	[CERTIFICATE_##fact] = { FROM_EXTENSION, EXTENSION_##extension },
	PART(SERIAL, SERIAL)
	PART(SUBJECT, SUBJECT)
	PART(SUBJECT_NAME, SUBJECT)
	PART(SUBJECT_RAW, SUBJECT)
	PART(SUBJECT_ATTRIBUTES, SUBJECT)
	PART(SUBJECT_STRING_TYPES, SUBJECT)
	PART(COMMON_NAME, SUBJECT)
	PART(COMMON_NAMES, SUBJECT)
	PART(COMMON_NAME_PREFIX, SUBJECT)
	PART(COMMON_NAME_DOMAIN, SUBJECT)
	PART(ORGANIZATION, SUBJECT)
	PART(ISSUER, ISSUER)
	PART(ISSUER_NAME, ISSUER)
	PART(ISSUER_RAW, ISSUER)
	PART(ISSUER_ATTRIBUTES, ISSUER)
	PART(ISSUER_STRING_TYPES, ISSUER)
	PART(KEY_ALGORITHM, KEY)
	PART(KEY_BITS, KEY)
	PART(KEY_CURVE, KEY)
	PART(KEY_EXPONENT, KEY)
	PART(SIGNATURE_ALGORITHM, ALGORITHM)
	PART(SIGNATURE_DIGEST, ALGORITHM)
	[CERTIFICATE_VALID_FROM] = { FROM_TIME, 0 },
	[CERTIFICATE_VALID_UNTIL] = { FROM_TIME, 1 },
	EXTENSION(KEY_USAGE, KEY_USAGE)
	EXTENSION(EXTENDED_KEY_USAGE, EXTENDED_USAGE)
	EXTENSION(APPLICATION_POLICIES, APPLICATION_POLICIES)
	EXTENSION(CERTIFICATE_POLICIES, POLICIES)
	EXTENSION(TEMPLATE_NAME, TEMPLATE_NAME)
	EXTENSION(TEMPLATE, TEMPLATE)
	EXTENSION(TEMPLATE_MAJOR, TEMPLATE)
	EXTENSION(TEMPLATE_MINOR, TEMPLATE)
	EXTENSION(ALTERNATIVE_NAMES, ALTERNATIVE_NAMES)
	EXTENSION(FIRST_ALTERNATIVE_NAME, ALTERNATIVE_NAMES)
	EXTENSION(DNS_NAMES, ALTERNATIVE_NAMES)
	EXTENSION(IP_ADDRESSES, ALTERNATIVE_NAMES)
	EXTENSION(EMAIL_ADDRESSES, ALTERNATIVE_NAMES)
	EXTENSION(URIS, ALTERNATIVE_NAMES)
	EXTENSION(UPNS, ALTERNATIVE_NAMES)
	EXTENSION(CA, BASIC)
	EXTENSION(PATH_LENGTH, BASIC)
	EXTENSION(SUBJECT_KEY_ID, SUBJECT_KEY)
	EXTENSION(AUTHORITY_KEY_ID, AUTHORITY_KEY)
	EXTENSION(CRL_URLS, CRL_POINTS)
	EXTENSION(CA_ISSUER_URLS, AUTHORITY_ACCESS)
	EXTENSION(OCSP_URLS, AUTHORITY_ACCESS)
#undef PART
#undef EXTENSION
};

/* Does OpenSSL decode the bytes, all of them, as that? */
static bool decodes(struct text bytes, const ASN1_ITEM *as)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	const unsigned char *end = at + bytes.length;
	ASN1_VALUE *value;

	if (bytes.length == 0 || bytes.length > CERT_MAX_SECOND)
		return false;
	value = ASN1_item_d2i(NULL, &at, (long)bytes.length, as);
	ASN1_item_free(value, as);
	return value && at == end;
}

/* A key that it can use, which is more than its frame. */
static bool decodes_key(struct text bytes)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	EVP_PKEY *key;

	if (bytes.length > CERT_MAX_SECOND)
		return false;
	key = d2i_PUBKEY(NULL, &at, (long)bytes.length);
	EVP_PKEY_free(key);
	return key;
}

static bool decodes_part(const struct cert *cert, enum cert_part part)
{
	struct text bytes = der_whole(&cert->parts[part]);

	switch ((int)part) {
	case PART_SERIAL:
		return decodes(bytes, ASN1_ITEM_rptr(ASN1_INTEGER));
	case PART_KEY:
		return decodes_key(bytes);
	case PART_ALGORITHM:
		return decodes(bytes, ASN1_ITEM_rptr(X509_ALGOR));
	default:
		return decodes(bytes, ASN1_ITEM_rptr(X509_NAME));
	}
}

static bool decodes_time(const struct cert *cert, uint8_t which)
{
	struct der inside = der_inside(&cert->parts[PART_VALIDITY]);
	struct der_item item;
	const unsigned char *at;
	ASN1_TIME *time;
	bool good;

	for (uint8_t i = 0; i <= which; i++)
		if (!der_next(&inside, &item))
			return false;
	at = item.start;
	time = d2i_ASN1_TIME(NULL, &at, (long)der_whole(&item).length);
	good = time && ASN1_TIME_check(time);
	ASN1_TIME_free(time);
	return good;
}

static const ASN1_ITEM *item_of(enum cert_extension extension)
{
	switch (extension) {
	case EXTENSION_SUBJECT_KEY:       return ASN1_ITEM_rptr(ASN1_OCTET_STRING);
	case EXTENSION_KEY_USAGE:         return ASN1_ITEM_rptr(ASN1_BIT_STRING);
	case EXTENSION_ALTERNATIVE_NAMES: return ASN1_ITEM_rptr(GENERAL_NAMES);
	case EXTENSION_BASIC:             return ASN1_ITEM_rptr(BASIC_CONSTRAINTS);
	case EXTENSION_AUTHORITY_KEY:     return ASN1_ITEM_rptr(AUTHORITY_KEYID);
	case EXTENSION_EXTENDED_USAGE:    return ASN1_ITEM_rptr(EXTENDED_KEY_USAGE);
	case EXTENSION_CRL_POINTS:        return ASN1_ITEM_rptr(CRL_DIST_POINTS);
	case EXTENSION_AUTHORITY_ACCESS:  return ASN1_ITEM_rptr(AUTHORITY_INFO_ACCESS);
	case EXTENSION_POLICIES:
	case EXTENSION_APPLICATION_POLICIES:
		return ASN1_ITEM_rptr(CERTIFICATEPOLICIES);
	case EXTENSION_TEMPLATE_NAME:     return ASN1_ITEM_rptr(DIRECTORYSTRING);
	case EXTENSION_TEMPLATE:          return ASN1_ITEM_rptr(ASN1_SEQUENCE_ANY);
	case EXTENSION_COUNT:
	default:                          return NULL;
	}
}

static bool decodes_extension(const struct cert *cert, enum cert_extension extension)
{
	struct text list = der_contents(&cert->parts[PART_EXTENSIONS]);

	if (cert->extensions_flaw)
		return decodes(list, ASN1_ITEM_rptr(X509_EXTENSIONS));
	return decodes(cert->extensions[extension], item_of(extension));
}

static bool decodes_origin(const struct cert *cert, const struct origin *origin)
{
	static const enum cert_part parts[] = {
		[FROM_TIME] = PART_VALIDITY, [FROM_EXTENSION] = PART_EXTENSIONS
	};
	enum cert_part part = origin->kind == FROM_PART ? (enum cert_part)origin->which
	                                                : parts[origin->kind];

	/* Such a certificate is read on only because OpenSSL decodes it. */
	if (cert->flaws[part])
		return !cert->request;
	if (origin->kind == FROM_PART)
		return decodes_part(cert, part);
	if (origin->kind == FROM_TIME)
		return decodes_time(cert, origin->which);
	return decodes_extension(cert, (enum cert_extension)origin->which);
}

struct value cert_second_verdict(struct cert *cert, enum certificate_fact fact,
                                 struct value value)
{
	const struct origin *origin = &origins[fact];

	if (value.state != STATE_UNDECODABLE || origin->kind == FROM_OTHERS
	    || !decodes_origin(cert, origin))
		return value;
	return cert_undecodable(arena_printf(cert->arena,
		"%s; OpenSSL decodes this", value.as.text).at);
}
