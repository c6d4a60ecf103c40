/* SPDX-License-Identifier: Apache-2.0 */
/* What OpenSSL says of the extensions. */
#include "opinion.h"

#include <arpa/inet.h>
#include <openssl/x509v3.h>

static struct text usage_of(struct arena *arena, X509 *x509)
{
	uint32_t bits = X509_get_key_usage(x509);
	long long mask = 0;

	if (bits == UINT32_MAX)
		return opinion_absent();
	for (int i = 0; i < 9; i++)
		if (bits & (i == 8 ? KU_DECIPHER_ONLY : KU_DIGITAL_SIGNATURE >> i))
			mask |= 1LL << i;
	return opinion_number(arena, mask);
}

static struct text purposes_of(struct arena *arena, X509 *x509)
{
	EXTENDED_KEY_USAGE *list = X509_get_ext_d2i(x509, NID_ext_key_usage, NULL, NULL);
	struct text out = TEXT("");

	if (!list)
		return opinion_absent();
	for (int i = 0; i < sk_ASN1_OBJECT_num(list); i++)
		out = opinion_joined(arena, out, opinion_oid(arena,
			sk_ASN1_OBJECT_value(list, i)));
	EXTENDED_KEY_USAGE_free(list);
	return out;
}

/* The value of an extension that OpenSSL has no decoder for; NULL if there is none. */
static const ASN1_OCTET_STRING *value_of(X509 *x509, const char *dotted)
{
	ASN1_OBJECT *object = OBJ_txt2obj(dotted, 1);
	int at = X509_get_ext_by_OBJ(x509, object, -1);

	ASN1_OBJECT_free(object);
	return at < 0 ? NULL : X509_EXTENSION_get_data(X509_get_ext(x509, at));
}

static struct text policies_text(struct arena *arena, CERTIFICATEPOLICIES *list)
{
	struct text out = TEXT("");

	if (!list)
		return opinion_absent();
	for (int i = 0; i < sk_POLICYINFO_num(list); i++)
		out = opinion_joined(arena, out, opinion_oid(arena,
			sk_POLICYINFO_value(list, i)->policyid));
	CERTIFICATEPOLICIES_free(list);
	return out;
}

static struct text application_of(struct arena *arena, X509 *x509)
{
	const ASN1_OCTET_STRING *value = value_of(x509, "1.3.6.1.4.1.311.21.10");
	const unsigned char *at = value ? ASN1_STRING_get0_data(value) : NULL;

	return policies_text(arena, value
		? d2i_CERTIFICATEPOLICIES(NULL, &at, ASN1_STRING_length(value)) : NULL);
}

static struct text template_name_of(struct arena *arena, X509 *x509)
{
	const ASN1_OCTET_STRING *value = value_of(x509, "1.3.6.1.4.1.311.20.2");
	const unsigned char *at = value ? ASN1_STRING_get0_data(value) : NULL;
	ASN1_TYPE *any = value ? d2i_ASN1_TYPE(NULL, &at, ASN1_STRING_length(value)) : NULL;
	struct text out = any ? opinion_utf8(arena, any->value.asn1_string) : opinion_absent();

	ASN1_TYPE_free(any);
	return out;
}

/* Member `which` of the template's sequence. */
static struct text template_of(struct arena *arena, X509 *x509, int which)
{
	const ASN1_OCTET_STRING *value = value_of(x509, "1.3.6.1.4.1.311.21.7");
	const unsigned char *at = value ? ASN1_STRING_get0_data(value) : NULL;
	ASN1_SEQUENCE_ANY *list = value
		? d2i_ASN1_SEQUENCE_ANY(NULL, &at, ASN1_STRING_length(value)) : NULL;
	const ASN1_TYPE *any = which < sk_ASN1_TYPE_num(list) ? sk_ASN1_TYPE_value(list, which)
	                                                      : NULL;
	struct text out = opinion_absent();

	if (any && which == 0)
		out = opinion_oid(arena, any->value.object);
	else if (any)
		out = opinion_number(arena, ASN1_INTEGER_get(any->value.integer));
	sk_ASN1_TYPE_pop_free(list, ASN1_TYPE_free);
	return out;
}

static struct text octets_of(const ASN1_STRING *string)
{
	return (struct text){ (const char *)ASN1_STRING_get0_data(string),
	                      (uint32_t)ASN1_STRING_length(string) };
}

static struct text address_of(struct arena *arena, const ASN1_STRING *string)
{
	char out[INET6_ADDRSTRLEN] = "";
	int family = ASN1_STRING_length(string) == 4 ? AF_INET : AF_INET6;

	inet_ntop(family, ASN1_STRING_get0_data(string), out, sizeof out);
	return arena_text(arena, text_from(out));
}

static struct text other_of(struct arena *arena, const OTHERNAME *other, const char **kind)
{
	struct text oid = opinion_oid(arena, other->type_id);

	*kind = "other";
	if (!text_equal(oid, TEXT("1.3.6.1.4.1.311.20.2.3")))
		return oid;
	*kind = "upn";
	return opinion_utf8(arena, other->value->value.asn1_string);
}

/* A name, and its kind as the fact alternative-names has it. */
static struct text name_of(struct arena *arena, const GENERAL_NAME *name, const char **kind)
{
	int type;
	const void *value = GENERAL_NAME_get0_value(name, &type);

	switch (type) {
	case GEN_DNS:      *kind = "dns";       return octets_of(value);
	case GEN_EMAIL:    *kind = "email";     return octets_of(value);
	case GEN_URI:      *kind = "uri";       return octets_of(value);
	case GEN_IPADD:    *kind = "ip";        return address_of(arena, value);
	case GEN_DIRNAME:  *kind = "directory"; return opinion_rfc4514(arena, value);
	case GEN_RID:      *kind = "rid";       return opinion_oid(arena, value);
	default:           return other_of(arena, value, kind);
	}
}

/* Of one kind, or with their kinds all, or the first. */
static struct text names_of(struct arena *arena, X509 *x509, const char *wanted, int most)
{
	GENERAL_NAMES *list = X509_get_ext_d2i(x509, NID_subject_alt_name, NULL, NULL);
	struct text out = TEXT("");

	for (int i = 0; i < sk_GENERAL_NAME_num(list) && i < most; i++) {
		const char *kind;
		struct text text = name_of(arena, sk_GENERAL_NAME_value(list, i), &kind);

		if (!wanted)
			text = arena_printf(arena, "%s:%.*s", kind, TEXT_ARGS(text));
		else if (strcmp(kind, wanted) != 0)
			continue;
		out = most == 1 ? text : opinion_joined(arena, out, text);
	}
	GENERAL_NAMES_free(list);
	return out.length ? out : opinion_absent();
}

static struct text authority_of(struct arena *arena, X509 *x509)
{
	BASIC_CONSTRAINTS *basic = X509_get_ext_d2i(x509, NID_basic_constraints, NULL, NULL);
	int ca = basic && basic->ca;

	BASIC_CONSTRAINTS_free(basic);
	return opinion_number(arena, ca);
}

static struct text path_of(struct arena *arena, X509 *x509)
{
	long length = X509_get_pathlen(x509);

	return length < 0 ? opinion_absent() : opinion_number(arena, length);
}

static struct text add_uri(struct arena *arena, struct text list, const GENERAL_NAME *name)
{
	return name->type == GEN_URI
		? opinion_joined(arena, list, octets_of(name->d.uniformResourceIdentifier)) : list;
}

static struct text lists_of(struct arena *arena, X509 *x509)
{
	CRL_DIST_POINTS *list = X509_get_ext_d2i(x509, NID_crl_distribution_points, NULL, NULL);
	struct text out = TEXT("");

	for (int i = 0; i < sk_DIST_POINT_num(list); i++) {
		const DIST_POINT_NAME *name = sk_DIST_POINT_value(list, i)->distpoint;

		if (!name || name->type != 0)
			continue;
		for (int j = 0; j < sk_GENERAL_NAME_num(name->name.fullname); j++)
			out = add_uri(arena, out, sk_GENERAL_NAME_value(name->name.fullname, j));
	}
	CRL_DIST_POINTS_free(list);
	return out.length ? out : opinion_absent();
}

static struct text access_of(struct arena *arena, X509 *x509, int method)
{
	AUTHORITY_INFO_ACCESS *list = X509_get_ext_d2i(x509, NID_info_access, NULL, NULL);
	struct text out = TEXT("");

	for (int i = 0; i < sk_ACCESS_DESCRIPTION_num(list); i++) {
		const ACCESS_DESCRIPTION *access = sk_ACCESS_DESCRIPTION_value(list, i);

		if (OBJ_obj2nid(access->method) == method)
			out = add_uri(arena, out, access->location);
	}
	AUTHORITY_INFO_ACCESS_free(list);
	return out.length ? out : opinion_absent();
}

struct text opinion_extension(struct arena *arena, X509 *x509, enum certificate_fact fact)
{
	enum { ALL = 1 << 20 };

	switch ((int)fact) {
	case CERTIFICATE_KEY_USAGE: return usage_of(arena, x509);
	case CERTIFICATE_EXTENDED_KEY_USAGE: return purposes_of(arena, x509);
	case CERTIFICATE_APPLICATION_POLICIES: return application_of(arena, x509);
	case CERTIFICATE_CERTIFICATE_POLICIES:
		return policies_text(arena, X509_get_ext_d2i(x509, NID_certificate_policies,
		                                             NULL, NULL));
	case CERTIFICATE_TEMPLATE_NAME: return template_name_of(arena, x509);
	case CERTIFICATE_TEMPLATE: return template_of(arena, x509, 0);
	case CERTIFICATE_TEMPLATE_MAJOR: return template_of(arena, x509, 1);
	case CERTIFICATE_TEMPLATE_MINOR: return template_of(arena, x509, 2);
	case CERTIFICATE_ALTERNATIVE_NAMES: return names_of(arena, x509, NULL, ALL);
	case CERTIFICATE_FIRST_ALTERNATIVE_NAME: return names_of(arena, x509, NULL, 1);
	case CERTIFICATE_DNS_NAMES: return names_of(arena, x509, "dns", ALL);
	case CERTIFICATE_IP_ADDRESSES: return names_of(arena, x509, "ip", ALL);
	case CERTIFICATE_EMAIL_ADDRESSES: return names_of(arena, x509, "email", ALL);
	case CERTIFICATE_URIS: return names_of(arena, x509, "uri", ALL);
	case CERTIFICATE_UPNS: return names_of(arena, x509, "upn", ALL);
	case CERTIFICATE_CA: return authority_of(arena, x509);
	case CERTIFICATE_PATH_LENGTH: return path_of(arena, x509);
	case CERTIFICATE_CRL_URLS: return lists_of(arena, x509);
	case CERTIFICATE_CA_ISSUER_URLS: return access_of(arena, x509, NID_ad_ca_issuers);
	case CERTIFICATE_OCSP_URLS: return access_of(arena, x509, NID_ad_OCSP);
	default: return opinion_none();
	}
}
