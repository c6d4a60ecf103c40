/* SPDX-License-Identifier: Apache-2.0 */
/* What OpenSSL says of the extensions. */
#include "opinion.h"

#include <arpa/inet.h>
#include <openssl/x509v3.h>

/* A decoded extension. If there is none, `instead`: absent, or no opinion where it is there twice or
 * OpenSSL can't decode it. */
static void *extension_of(X509 *x509, int nid, struct text *instead)
{
	int critical;
	void *value = X509_get_ext_d2i(x509, nid, &critical, NULL);

	*instead = critical == -1 ? opinion_absent() : opinion_none();
	return value;
}

static struct text usage_of(struct arena *arena, X509 *x509)
{
	struct text out;
	ASN1_BIT_STRING *bits = extension_of(x509, NID_key_usage, &out);
	long long mask = 0;

	for (int i = 0; bits && i < 9; i++)
		mask |= (long long)ASN1_BIT_STRING_get_bit(bits, i) << i;
	if (bits)
		out = opinion_number(arena, mask);
	ASN1_BIT_STRING_free(bits);
	return out;
}

static struct text purposes_of(struct arena *arena, X509 *x509)
{
	struct text out;
	EXTENDED_KEY_USAGE *list = extension_of(x509, NID_ext_key_usage, &out);

	if (list)
		out = TEXT("");
	for (int i = 0; i < sk_ASN1_OBJECT_num(list); i++)
		out = opinion_joined(arena, out, opinion_oid(arena,
			sk_ASN1_OBJECT_value(list, i)));
	EXTENDED_KEY_USAGE_free(list);
	return out;
}

/* The bytes of an extension that OpenSSL has no decoder for; NULL, and `instead`, as above. */
static const unsigned char *bytes_of(X509 *x509, const char *dotted, long *length,
                                     struct text *instead)
{
	ASN1_OBJECT *object = OBJ_txt2obj(dotted, 1);
	int at = X509_get_ext_by_OBJ(x509, object, -1);
	bool twice = at >= 0 && X509_get_ext_by_OBJ(x509, object, at) >= 0;
	const ASN1_OCTET_STRING *value;

	ASN1_OBJECT_free(object);
	*instead = at < 0 ? opinion_absent() : opinion_none();
	if (at < 0 || twice)
		return NULL;
	value = X509_EXTENSION_get_data(X509_get_ext(x509, at));
	*length = ASN1_STRING_length(value);
	return ASN1_STRING_get0_data(value);
}

static struct text policies_text(struct arena *arena, CERTIFICATEPOLICIES *list,
                                 struct text instead)
{
	struct text out = TEXT("");

	if (!list)
		return instead;
	for (int i = 0; i < sk_POLICYINFO_num(list); i++)
		out = opinion_joined(arena, out, opinion_oid(arena,
			sk_POLICYINFO_value(list, i)->policyid));
	CERTIFICATEPOLICIES_free(list);
	return out;
}

static struct text certificate_policies_of(struct arena *arena, X509 *x509)
{
	struct text instead;
	CERTIFICATEPOLICIES *list = extension_of(x509, NID_certificate_policies, &instead);

	return policies_text(arena, list, instead);
}

static struct text application_of(struct arena *arena, X509 *x509)
{
	struct text instead;
	long length;
	const unsigned char *at = bytes_of(x509, "1.3.6.1.4.1.311.21.10", &length, &instead);

	return policies_text(arena, at ? d2i_CERTIFICATEPOLICIES(NULL, &at, length) : NULL,
	                     instead);
}

static struct text template_name_of(struct arena *arena, X509 *x509)
{
	struct text out;
	long length;
	const unsigned char *at = bytes_of(x509, "1.3.6.1.4.1.311.20.2", &length, &out);
	ASN1_STRING *string = at ? d2i_DIRECTORYSTRING(NULL, &at, length) : NULL;

	if (string)
		out = opinion_utf8(arena, string);
	ASN1_STRING_free(string);
	return out;
}

/* Member `which` of the template's sequence. */
static struct text template_of(struct arena *arena, X509 *x509, int which)
{
	struct text out;
	long length;
	const unsigned char *at = bytes_of(x509, "1.3.6.1.4.1.311.21.7", &length, &out);
	ASN1_SEQUENCE_ANY *list = at ? d2i_ASN1_SEQUENCE_ANY(NULL, &at, length) : NULL;
	const ASN1_TYPE *any = which < sk_ASN1_TYPE_num(list) ? sk_ASN1_TYPE_value(list, which)
	                                                      : NULL;

	if (list && !any)
		out = opinion_absent();
	if (any && which == 0 && any->type == V_ASN1_OBJECT)
		out = opinion_oid(arena, any->value.object);
	else if (any && which && any->type == V_ASN1_INTEGER)
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

	if (ASN1_STRING_length(string) != 4 && ASN1_STRING_length(string) != 16)
		return opinion_none();
	inet_ntop(family, ASN1_STRING_get0_data(string), out, sizeof out);
	/* RFC 5952 does not want the end of these as IPv4. */
	if (family == AF_INET6 && strchr(out, '.'))
		return opinion_none();
	return arena_text(arena, text_from(out));
}

static struct text other_of(struct arena *arena, const OTHERNAME *other, const char **kind)
{
	struct text oid = opinion_oid(arena, other->type_id);

	*kind = "other";
	if (!text_equal(oid, TEXT("1.3.6.1.4.1.311.20.2.3")))
		return oid;
	*kind = "upn";
	return ASN1_tag2bit(other->value->type) & (B_ASN1_DIRECTORYSTRING)
		? opinion_utf8(arena, other->value->value.asn1_string) : opinion_none();
}

/* A name, and its kind as the fact alternative-names has it; none of kinds that are not compared. */
static struct text name_of(struct arena *arena, const GENERAL_NAME *name, const char **kind)
{
	int type;
	const void *value = GENERAL_NAME_get0_value(name, &type);

	*kind = "";
	switch (type) {
	case GEN_DNS:      *kind = "dns";       return octets_of(value);
	case GEN_EMAIL:    *kind = "email";     return octets_of(value);
	case GEN_URI:      *kind = "uri";       return octets_of(value);
	case GEN_IPADD:    *kind = "ip";        return address_of(arena, value);
	case GEN_DIRNAME:  *kind = "directory"; return opinion_rfc4514(arena, value);
	case GEN_RID:      *kind = "rid";       return opinion_oid(arena, value);
	case GEN_OTHERNAME: return other_of(arena, value, kind);
	default:           return opinion_none();
	}
}

/* Of one kind, or with their kinds all, or the first. */
static struct text names_of(struct arena *arena, X509 *x509, const char *wanted, int most)
{
	struct text instead, out = TEXT("");
	GENERAL_NAMES *list = extension_of(x509, NID_subject_alt_name, &instead);

	for (int i = 0; i < sk_GENERAL_NAME_num(list) && i < most; i++) {
		const char *kind;
		struct text text = name_of(arena, sk_GENERAL_NAME_value(list, i), &kind);

		if (!text.at) {
			GENERAL_NAMES_free(list);
			return text;
		}
		if (!wanted)
			text = arena_printf(arena, "%s:%.*s", kind, TEXT_ARGS(text));
		else if (strcmp(kind, wanted) != 0)
			continue;
		out = most == 1 ? text : opinion_joined(arena, out, text);
	}
	if (!list)
		return instead;
	GENERAL_NAMES_free(list);
	return out.length ? out : opinion_absent();
}

static struct text authority_of(struct arena *arena, X509 *x509)
{
	struct text out;
	BASIC_CONSTRAINTS *basic = extension_of(x509, NID_basic_constraints, &out);

	if (basic || out.at)
		out = opinion_number(arena, basic && basic->ca);
	BASIC_CONSTRAINTS_free(basic);
	return out;
}

static struct text path_of(struct arena *arena, X509 *x509)
{
	struct text out;
	BASIC_CONSTRAINTS *basic = extension_of(x509, NID_basic_constraints, &out);

	if (basic)
		out = basic->pathlen ? opinion_number(arena, ASN1_INTEGER_get(basic->pathlen))
		                     : opinion_absent();
	BASIC_CONSTRAINTS_free(basic);
	return out;
}

static struct text key_id_of(struct arena *arena, const ASN1_OCTET_STRING *id)
{
	return id ? opinion_octets(arena, ASN1_STRING_get0_data(id),
	                           (size_t)ASN1_STRING_length(id)) : opinion_absent();
}

static struct text subject_key_of(struct arena *arena, X509 *x509)
{
	struct text out;
	ASN1_OCTET_STRING *id = extension_of(x509, NID_subject_key_identifier, &out);

	if (id)
		out = key_id_of(arena, id);
	ASN1_OCTET_STRING_free(id);
	return out;
}

static struct text authority_key_of(struct arena *arena, X509 *x509)
{
	struct text out;
	AUTHORITY_KEYID *id = extension_of(x509, NID_authority_key_identifier, &out);

	if (id)
		out = key_id_of(arena, id->keyid);
	AUTHORITY_KEYID_free(id);
	return out;
}

static struct text add_uri(struct arena *arena, struct text list, const GENERAL_NAME *name)
{
	return name->type == GEN_URI
		? opinion_joined(arena, list, octets_of(name->d.uniformResourceIdentifier)) : list;
}

static struct text lists_of(struct arena *arena, X509 *x509)
{
	struct text instead, out = TEXT("");
	CRL_DIST_POINTS *list = extension_of(x509, NID_crl_distribution_points, &instead);

	for (int i = 0; i < sk_DIST_POINT_num(list); i++) {
		const DIST_POINT_NAME *name = sk_DIST_POINT_value(list, i)->distpoint;

		if (!name || name->type != 0)
			continue;
		for (int j = 0; j < sk_GENERAL_NAME_num(name->name.fullname); j++)
			out = add_uri(arena, out, sk_GENERAL_NAME_value(name->name.fullname, j));
	}
	if (!list)
		return instead;
	CRL_DIST_POINTS_free(list);
	return out.length ? out : opinion_absent();
}

static struct text access_of(struct arena *arena, X509 *x509, int method)
{
	struct text instead, out = TEXT("");
	AUTHORITY_INFO_ACCESS *list = extension_of(x509, NID_info_access, &instead);

	for (int i = 0; i < sk_ACCESS_DESCRIPTION_num(list); i++) {
		const ACCESS_DESCRIPTION *access = sk_ACCESS_DESCRIPTION_value(list, i);

		if (OBJ_obj2nid(access->method) == method)
			out = add_uri(arena, out, access->location);
	}
	if (!list)
		return instead;
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
	case CERTIFICATE_CERTIFICATE_POLICIES: return certificate_policies_of(arena, x509);
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
	case CERTIFICATE_SUBJECT_KEY_ID: return subject_key_of(arena, x509);
	case CERTIFICATE_AUTHORITY_KEY_ID: return authority_key_of(arena, x509);
	case CERTIFICATE_CRL_URLS: return lists_of(arena, x509);
	case CERTIFICATE_CA_ISSUER_URLS: return access_of(arena, x509, NID_ad_ca_issuers);
	case CERTIFICATE_OCSP_URLS: return access_of(arena, x509, NID_ad_OCSP);
	default: return opinion_none();
	}
}
