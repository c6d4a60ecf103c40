/* SPDX-License-Identifier: Apache-2.0 */
/* Where revocation lists, the issuer's certificate and OCSP responders are (RFC 5280 4.2.1.13 and
 * 4.2.2.1). */
#include "facts/cert_ext.h"
#include "facts/cert_general.h"

/* DistributionPointName ::= CHOICE { fullName [0] GeneralNames, relative name [1] }. */
static const char *read_point_name(struct cert *cert, const struct der_item *name,
                                   struct cert_items *items)
{
	struct der inside = der_inside(name), names;
	struct der_item full, relative;

	if (!der_optional(&inside, DER_CONTEXT_HOLDS, &full)
	    || !der_optional(&inside, DER_CONTEXT_HOLDS | 1, &relative))
		return inside.why;
	if (!der_at_end(&inside) || (full.start && relative.start))
		return "there is another kind of value here";
	if (!full.start)
		return NULL;
	names = der_inside(&full);
	return cert_general_uris(cert, &names, items);
}

/* DistributionPoint ::= SEQUENCE { [0] name, [1] reasons, [2] issuer }, all optional. */
static const char *read_point(struct cert *cert, const struct der_item *point,
                              struct cert_items *items)
{
	struct der inside = der_inside(point);
	struct der_item name, ignored;

	if (!der_optional(&inside, DER_CONTEXT_HOLDS, &name)
	    || !der_optional(&inside, DER_CONTEXT | 1, &ignored)
	    || !der_optional(&inside, DER_CONTEXT_HOLDS | 2, &ignored))
		return inside.why;
	if (!der_at_end(&inside))
		return "there is another kind of value here";
	return name.start ? read_point_name(cert, &name, items) : NULL;
}

static struct value urls_value(struct cert *cert, const char *name,
                               const char *flaw, const struct cert_items *items)
{
	if (flaw)
		return cert_undecodable_at(cert, name, flaw);
	return items->count ? cert_items_value(cert, items) : cert_absent();
}

/* CRLDistributionPoints ::= SEQUENCE OF DistributionPoint. */
struct value cert_fact_CRL_URLS(struct cert *cert)
{
	struct cert_found found;
	struct cert_items items = { .count = 0 };
	struct der outside, inside;
	struct der_item list, point;
	const char *flaw = NULL;

	if (!cert_extension(cert, EXTENSION_CRL_POINTS, &found))
		return found.instead;
	outside = der_over(found.bytes);
	if (!der_only(&outside, DER_SEQUENCE, &list))
		return urls_value(cert, "CRL distribution points", outside.why, &items);
	inside = der_inside(&list);
	while (!flaw && !der_at_end(&inside))
		flaw = der_expect(&inside, DER_SEQUENCE, &point)
			? read_point(cert, &point, &items) : inside.why;
	return urls_value(cert, "CRL distribution points", flaw, &items);
}

/* AccessDescription ::= SEQUENCE { method OID, location GeneralName }. */
static const char *read_access(struct cert *cert, const struct der_item *access,
                               struct text method, struct cert_items *items)
{
	struct der inside = der_inside(access), location;
	struct der_item oid, name;

	if (!der_expect(&inside, DER_OID, &oid))
		return inside.why;
	location = inside;
	if (!cert_general_next(&inside, &name))
		return inside.why;
	if (!der_at_end(&inside))
		return "bytes follow the location";
	if (!text_equal(der_contents(&oid), method))
		return NULL;
	return cert_general_uris(cert, &location, items);
}

/* AuthorityInfoAccessSyntax ::= SEQUENCE OF AccessDescription. */
static struct value access_value(struct cert *cert, struct text method)
{
	struct cert_found found;
	struct cert_items items = { .count = 0 };
	struct der outside, inside;
	struct der_item list, access;
	const char *flaw = NULL;

	if (!cert_extension(cert, EXTENSION_AUTHORITY_ACCESS, &found))
		return found.instead;
	outside = der_over(found.bytes);
	if (!der_only(&outside, DER_SEQUENCE, &list))
		return urls_value(cert, "authority information access", outside.why, &items);
	inside = der_inside(&list);
	while (!flaw && !der_at_end(&inside))
		flaw = der_expect(&inside, DER_SEQUENCE, &access)
			? read_access(cert, &access, method, &items) : inside.why;
	return urls_value(cert, "authority information access", flaw, &items);
}

struct value cert_fact_OCSP_URLS(struct cert *cert)
{
	return access_value(cert, TEXT("\x2b\x06\x01\x05\x05\x07\x30\x01"));
}

struct value cert_fact_CA_ISSUER_URLS(struct cert *cert)
{
	return access_value(cert, TEXT("\x2b\x06\x01\x05\x05\x07\x30\x02"));
}
