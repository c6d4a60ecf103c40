/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/signed_data.h"

#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include "base/guard.h"
#include "facts/der.h"

/* ContentInfo ::= SEQUENCE { OID, [0] SEQUENCE { version, digests, content, [0] certificates, ...
 * } }. */
static bool find_certificates(struct text bytes, struct der_item *certificates)
{
	struct der outside = der_over(bytes), inside, held, data;
	struct der_item whole, ignored, holder, signed_data;

	if (!der_only(&outside, DER_SEQUENCE, &whole))
		return false;
	inside = der_inside(&whole);
	if (!der_expect(&inside, DER_OID, &ignored)
	    || !der_only(&inside, DER_CONTEXT_HOLDS, &holder))
		return false;
	held = der_inside(&holder);
	if (!der_only(&held, DER_SEQUENCE, &signed_data))
		return false;
	data = der_inside(&signed_data);
	return der_expect(&data, DER_INTEGER, &ignored)
	    && der_expect(&data, DER_SET, &ignored)
	    && der_expect(&data, DER_SEQUENCE, &ignored)
	    && der_optional(&data, DER_CONTEXT_HOLDS, certificates);
}

/* Old kinds of certificate (RFC 5652 10.2.2) have other tags, and are passed over. */
static bool walk(const struct der_item *certificates, signed_data_fn *found, void *user)
{
	struct der der = der_inside(certificates);
	struct der_item item;

	while (der_next(&der, &item))
		if (item.tag == DER_SEQUENCE && !found(der_whole(&item), user))
			return true;
	return der_at_end(&der);
}

static void free_der(void *der)
{
	OPENSSL_free(der);
}

static void free_pkcs7(void *pkcs7)
{
	PKCS7_free(pkcs7);
}

static bool visit(const X509 *x509, signed_data_fn *found, void *user)
{
	unsigned char *der = NULL;
	struct guard_cleanup cleanup;
	int length = i2d_X509(x509, &der);
	bool go_on;

	if (length <= 0)
		guard_no_memory();      /* what was decoded can be encoded */
	guard_keep(&cleanup, free_der, der);
	go_on = found((struct text){ (const char *)der, (uint32_t)length }, user);
	guard_give_back(&cleanup);
	return go_on;
}

static const char *decode(struct text bytes, signed_data_fn *found, void *user)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	const STACK_OF(X509) *all;
	struct guard_cleanup cleanup;
	PKCS7 *pkcs7;

	if (bytes.length > SIGNED_DATA_MAX_BER)
		return "the PKCS #7 is not DER, and larger than 1 MiB";
	pkcs7 = d2i_PKCS7(NULL, &at, (long)bytes.length);
	if (!pkcs7) {
		guard_probe();
		at = (const unsigned char *)bytes.at;
		pkcs7 = d2i_PKCS7(NULL, &at, (long)bytes.length);
	}
	if (!pkcs7 || !PKCS7_type_is_signed(pkcs7) || !pkcs7->d.sign) {
		PKCS7_free(pkcs7);
		return "the PKCS #7 is broken or cut off";
	}
	guard_keep(&cleanup, free_pkcs7, pkcs7);
	all = pkcs7->d.sign->cert;
	for (int i = 0; i < sk_X509_num(all); i++)
		if (!visit(sk_X509_value(all, i), found, user))
			break;
	guard_give_back(&cleanup);
	return NULL;
}

const char *signed_data_each(struct text bytes, signed_data_fn *found, void *user)
{
	struct der_item certificates;

	if (!find_certificates(bytes, &certificates))
		return decode(bytes, found, user);
	if (certificates.start && !walk(&certificates, found, user))
		return "the list of certificates in the PKCS #7 is broken";
	return NULL;
}
