/* SPDX-License-Identifier: Apache-2.0 */
/* SafeBags (RFC 7292 4.2) and the attributes on them. */
#include "base/guard.h"
#include "facts/cert_string.h"
#include "facts/der.h"
#include "forms/pkcs12_part.h"

static struct pkcs12_bag *bag_add(struct pkcs12 *pkcs12, struct pkcs12_bags *bags)
{
	bags->all = arena_grow(pkcs12->arena, bags->all, &bags->capacity, bags->count + 1,
	                       sizeof *bags->all);
	return &bags->all[bags->count++];
}

/* A string on a bag, as UTF-8 without the NUL that Windows may write; NULL if there is none, or
 * none that can be read. */
static struct text text_on(struct pkcs12 *pkcs12, const PKCS12_SAFEBAG *bag, int nid)
{
	const ASN1_TYPE *value = PKCS12_SAFEBAG_get0_attr(bag, nid);
	struct text bytes, text = { NULL, 0 };

	if (!value || !cert_string_is((uint8_t)value->type))
		return text;
	bytes.at = (const char *)ASN1_STRING_get0_data(value->value.asn1_string);
	bytes.length = (uint32_t)ASN1_STRING_length(value->value.asn1_string);
	if (value->type == V_ASN1_BMPSTRING && text_ends(bytes, TEXT("\0\0")))
		bytes.length -= 2;
	if (cert_string_text(pkcs12->arena, (uint8_t)value->type, bytes, &text))
		return (struct text){ NULL, 0 };
	if (text.length == 0)
		text.at = "";
	return text;
}

static struct text key_id_on(struct pkcs12 *pkcs12, const PKCS12_SAFEBAG *bag)
{
	const ASN1_TYPE *value = PKCS12_SAFEBAG_get0_attr(bag, NID_localKeyID);

	if (!value || value->type != V_ASN1_OCTET_STRING)
		return (struct text){ NULL, 0 };
	return arena_text(pkcs12->arena, (struct text){
		(const char *)ASN1_STRING_get0_data(value->value.octet_string),
		(uint32_t)ASN1_STRING_length(value->value.octet_string) });
}

/* SafeBag ::= SEQUENCE { certBag, [0] SEQUENCE { x509Certificate, [0] OCTET STRING }, ... }: the
 * octets, whether OpenSSL could decode them or not. */
static struct text octets_in(struct text bag)
{
	struct der outside = der_over(bag), inside, held, certificate;
	struct der_item whole, ignored, holder, cert_bag, octets;

	if (!der_only(&outside, DER_SEQUENCE, &whole))
		return (struct text){ NULL, 0 };
	inside = der_inside(&whole);
	if (!der_expect(&inside, DER_OID, &ignored)
	    || !der_expect(&inside, DER_CONTEXT_HOLDS, &holder))
		return (struct text){ NULL, 0 };
	held = der_inside(&holder);
	if (!der_only(&held, DER_SEQUENCE, &cert_bag))
		return (struct text){ NULL, 0 };
	held = der_inside(&cert_bag);
	if (!der_expect(&held, DER_OID, &ignored)
	    || !der_only(&held, DER_CONTEXT_HOLDS, &holder))
		return (struct text){ NULL, 0 };
	certificate = der_inside(&holder);
	return der_only(&certificate, DER_OCTET_STRING, &octets)
		? der_contents(&octets) : (struct text){ NULL, 0 };
}

static void free_der(void *der)
{
	OPENSSL_free(der);
}

static void add_certificate(struct pkcs12 *pkcs12, const PKCS12_SAFEBAG *source)
{
	struct guard_cleanup cleanup;
	struct pkcs12_bag *bag;
	unsigned char *der = NULL;
	int length;

	if (PKCS12_SAFEBAG_get_bag_nid(source) != NID_x509Certificate)
		return;
	length = i2d_PKCS12_SAFEBAG(source, &der);
	if (length <= 0)
		guard_no_memory();      /* what was decoded can be encoded */
	guard_keep(&cleanup, free_der, der);
	bag = bag_add(pkcs12, &pkcs12->certificates);
	bag->der = arena_text(pkcs12->arena, octets_in((struct text){ (const char *)der,
	                                                              (uint32_t)length }));
	guard_give_back(&cleanup);
	bag->key_id = key_id_on(pkcs12, source);
	bag->container.name = text_on(pkcs12, source, NID_friendlyName);
	bag->container.knows_name = true;
}

static enum certificate_protection protection_of(const PKCS12_SAFEBAG *source)
{
	const X509_SIG *sealed;
	const X509_ALGOR *algorithm = NULL;

	if (PKCS12_SAFEBAG_get_nid(source) == NID_keyBag)
		return CERTIFICATE_PROTECTION_IS_NONE;
	sealed = PKCS12_SAFEBAG_get0_pkcs8(source);
	if (sealed)
		X509_SIG_get0(sealed, &algorithm, NULL);
	return algorithm ? pbe_read(algorithm).protection : CERTIFICATE_PROTECTION_IS_OTHER;
}

static void add_key(struct pkcs12 *pkcs12, const PKCS12_SAFEBAG *source)
{
	struct pkcs12_bag *bag = bag_add(pkcs12, &pkcs12->keys);

	bag->source = source;
	bag->key_id = key_id_on(pkcs12, source);
	bag->container.key = CONTAINER_KEY_THERE;
	bag->container.provider = text_on(pkcs12, source, NID_ms_csp_name);
	bag->container.name = text_on(pkcs12, source, NID_friendlyName);
	bag->container.protection = protection_of(source);
}

void pkcs12_sort(struct pkcs12 *pkcs12, const STACK_OF(PKCS12_SAFEBAG) *bags, uint32_t depth)
{
	for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); i++) {
		const PKCS12_SAFEBAG *bag = sk_PKCS12_SAFEBAG_value(bags, i);

		if (pkcs12->bag_count++ == PKCS12_MAX_BAGS) {
			pkcs12->sealed = "the PKCS #12 has more than 65,536 parts";
			return;
		}
		switch (PKCS12_SAFEBAG_get_nid(bag)) {
		case NID_certBag:
			add_certificate(pkcs12, bag);
			break;
		case NID_keyBag:
		case NID_pkcs8ShroudedKeyBag:
			add_key(pkcs12, bag);
			break;
		case NID_safeContentsBag:
			if (depth < PKCS12_MAX_NESTING)
				pkcs12_sort(pkcs12, PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
			else
				pkcs12->sealed = "parts of the PKCS #12 are nested too deep";
			break;
		default:
			break;
		}
	}
}
