/* SPDX-License-Identifier: Apache-2.0 */
/* What OpenSSL says of the two names. */
#include "opinion.h"

#include <openssl/bio.h>

static struct text raw_of(struct arena *arena, const X509_NAME *name)
{
	unsigned char *bytes = NULL;
	int length = i2d_X509_NAME(name, &bytes);
	struct text out = opinion_octets(arena, bytes, (size_t)length);

	OPENSSL_free(bytes);
	return out;
}

static bool is_known(int nid)
{
	static const int known[] = {
		NID_commonName, NID_countryName, NID_organizationName, NID_organizationalUnitName,
		NID_localityName, NID_stateOrProvinceName, NID_streetAddress, NID_surname,
		NID_serialNumber, NID_title, NID_description, NID_businessCategory,
		NID_postalCode, NID_name, NID_givenName, NID_initials, NID_generationQualifier,
		NID_dnQualifier, NID_pseudonym, NID_organizationIdentifier, NID_domainComponent,
		NID_userId, NID_pkcs9_emailAddress
	};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (known[i] == nid)
			return true;
	return false;
}

/* OpenSSL has short names for other types, too; we write those as numbers. */
static bool has_known_types(const X509_NAME *name)
{
	for (int i = 0; i < X509_NAME_entry_count(name); i++)
		if (!is_known(OBJ_obj2nid(X509_NAME_ENTRY_get_object(
			X509_NAME_get_entry(name, i)))))
			return false;
	return true;
}

struct text opinion_rfc4514(struct arena *arena, const X509_NAME *name)
{
	BIO *bio;
	unsigned long flags = XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB;
	struct text out;
	char *bytes;
	long length;

	if (!has_known_types(name))
		return opinion_none();
	bio = BIO_new(BIO_s_mem());
	X509_NAME_print_ex(bio, name, 0, flags);
	length = BIO_get_mem_data(bio, &bytes);
	out = arena_text(arena, (struct text){ bytes, (uint32_t)length });
	BIO_free(bio);
	return out;
}

static struct text type_of(struct arena *arena, const ASN1_OBJECT *object)
{
	int nid = OBJ_obj2nid(object);

	return is_known(nid) ? text_from(OBJ_nid2sn(nid)) : opinion_oid(arena, object);
}

static struct text attributes_of(struct arena *arena, const X509_NAME *name)
{
	struct text out = TEXT("");

	for (int i = 0; i < X509_NAME_entry_count(name); i++) {
		const X509_NAME_ENTRY *entry = X509_NAME_get_entry(name, i);
		struct text type = type_of(arena, X509_NAME_ENTRY_get_object(entry));
		struct text value = opinion_utf8(arena, X509_NAME_ENTRY_get_data(entry));

		if (!value.at)
			return value;
		out = opinion_joined(arena, out, arena_printf(arena, "%.*s=%.*s",
			TEXT_ARGS(type), TEXT_ARGS(value)));
	}
	return out;
}

static int string_kind(int type)
{
	switch (type) {
	case V_ASN1_PRINTABLESTRING: return CERTIFICATE_STRING_IS_PRINTABLE;
	case V_ASN1_UTF8STRING:      return CERTIFICATE_STRING_IS_UTF8;
	case V_ASN1_BMPSTRING:       return CERTIFICATE_STRING_IS_BMP;
	case V_ASN1_IA5STRING:       return CERTIFICATE_STRING_IS_IA5;
	case V_ASN1_T61STRING:       return CERTIFICATE_STRING_IS_TELETEX;
	case V_ASN1_UNIVERSALSTRING: return CERTIFICATE_STRING_IS_UNIVERSAL;
	case V_ASN1_NUMERICSTRING:   return CERTIFICATE_STRING_IS_NUMERIC;
	default:                     return CERTIFICATE_STRING_IS_OTHER;
	}
}

static struct text kinds_of(struct arena *arena, const X509_NAME *name)
{
	long long mask = 0;

	for (int i = 0; i < X509_NAME_entry_count(name); i++)
		mask |= 1LL << string_kind(ASN1_STRING_type(
			X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, i))));
	return opinion_number(arena, mask);
}

/* All attributes of a type, and the last of them. */
static struct text all_of(struct arena *arena, const X509_NAME *name, int nid, struct text *last)
{
	struct text out = TEXT("");
	int at = -1;

	*last = opinion_absent();
	while ((at = X509_NAME_get_index_by_NID(name, nid, at)) >= 0) {
		*last = opinion_utf8(arena, X509_NAME_ENTRY_get_data(
			X509_NAME_get_entry(name, at)));
		out = opinion_joined(arena, out, *last);
	}
	return out.length ? out : opinion_absent();
}

/* The common name up to, or after, its first dot. */
static struct text part_of(struct arena *arena, const X509_NAME *name, bool after)
{
	struct text last;
	const char *dot;

	all_of(arena, name, NID_commonName, &last);
	if (!last.at)
		return last;
	dot = strchr(last.at, '.');
	if (after)
		return dot ? text_from(dot + 1) : opinion_absent();
	return dot ? (struct text){ last.at, (uint32_t)(dot - last.at) } : last;
}

static struct text one_name(struct arena *arena, const X509_NAME *name, int wanted)
{
	switch (wanted) {
	case CERTIFICATE_SUBJECT: return opinion_rfc4514(arena, name);
	case CERTIFICATE_SUBJECT_RAW: return raw_of(arena, name);
	case CERTIFICATE_SUBJECT_ATTRIBUTES: return attributes_of(arena, name);
	default: return kinds_of(arena, name);
	}
}

struct text opinion_name(struct arena *arena, X509 *x509, enum certificate_fact fact)
{
	const X509_NAME *subject = X509_get_subject_name(x509);
	const X509_NAME *issuer = X509_get_issuer_name(x509);
	struct text last;

	switch ((int)fact) {
	case CERTIFICATE_SUBJECT: case CERTIFICATE_SUBJECT_RAW:
	case CERTIFICATE_SUBJECT_ATTRIBUTES: case CERTIFICATE_SUBJECT_STRING_TYPES:
		return one_name(arena, subject, (int)fact);
	case CERTIFICATE_ISSUER: return one_name(arena, issuer, CERTIFICATE_SUBJECT);
	case CERTIFICATE_ISSUER_RAW: return one_name(arena, issuer, CERTIFICATE_SUBJECT_RAW);
	case CERTIFICATE_ISSUER_ATTRIBUTES:
		return one_name(arena, issuer, CERTIFICATE_SUBJECT_ATTRIBUTES);
	case CERTIFICATE_ISSUER_STRING_TYPES:
		return one_name(arena, issuer, CERTIFICATE_SUBJECT_STRING_TYPES);
	case CERTIFICATE_COMMON_NAMES: return all_of(arena, subject, NID_commonName, &last);
	case CERTIFICATE_COMMON_NAME:
		all_of(arena, subject, NID_commonName, &last);
		return last;
	case CERTIFICATE_ORGANIZATION:
		all_of(arena, subject, NID_organizationName, &last);
		return last;
	case CERTIFICATE_COMMON_NAME_PREFIX: return part_of(arena, subject, false);
	case CERTIFICATE_COMMON_NAME_DOMAIN: return part_of(arena, subject, true);
	case CERTIFICATE_SELF_ISSUED:
		return opinion_number(arena, X509_NAME_cmp(subject, issuer) == 0);
	default: return opinion_none();
	}
}
