/* SPDX-License-Identifier: Apache-2.0 */
/* Is a certificate signed by its own key? The one fact for which OpenSSL decodes it and computes. */
#include <openssl/core_names.h>
#include <openssl/dsa.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "base/guard.h"
#include "facts/cert.h"
#include "facts/cert_part.h"

static int exponent_bits(const EVP_PKEY *key)
{
	BIGNUM *exponent = NULL;
	int bits = 0;

	if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &exponent))
		bits = BN_num_bits(exponent);
	BN_free(exponent);
	return bits;
}

/* OpenSSL computes with no larger keys, but calls the signature bad. */
static bool is_too_large(const EVP_PKEY *key)
{
	int bits = EVP_PKEY_get_bits(key);

	if (EVP_PKEY_is_a(key, "DSA"))
		return bits > OPENSSL_DSA_MAX_MODULUS_BITS;
	return bits > OPENSSL_RSA_MAX_MODULUS_BITS
	    || (bits > OPENSSL_RSA_SMALL_MODULUS_BITS
	        && exponent_bits(key) > OPENSSL_RSA_MAX_PUBEXP_BITS);
}

/* 1, 0, or negative when it can't be told; then why. */
static int verify_with_key(X509 *x509, const char **why)
{
	EVP_PKEY *key = X509_get0_pubkey(x509);
	int verdict;

	*why = "OpenSSL can't use the key";
	if (!key)
		return -1;
	*why = "OpenSSL does not verify with keys of this size";
	if (is_too_large(key))
		return -1;
	*why = "OpenSSL can't verify this kind of signature";
	verdict = X509_verify(x509, key);
	return verdict > 0 ? 1 : verdict;
}

/* The same of what is still to be decoded. */
static int verify(struct text der, const char **why)
{
	const unsigned char *at = (const unsigned char *)der.at;
	X509 *x509 = d2i_X509(NULL, &at, (long)der.length);
	int verdict = -1;

	*why = "OpenSSL can't decode the certificate";
	if (x509)
		verdict = verify_with_key(x509, why);
	X509_free(x509);
	return verdict;
}

struct value cert_fact_SELF_SIGNED(struct cert *cert)
{
	struct value issued = cert_fact_SELF_ISSUED(cert);
	const char *why;
	int verdict;

	if (issued.state != STATE_PRESENT || !issued.as.number)
		return issued;
	if (cert->der.length > CERT_MAX_SECOND)
		return cert_undecodable("signature: the certificate is too large");
	verdict = verify(cert->der, &why);
	if (verdict < 1) {
		guard_probe();          /* it may be for lack of memory */
		verdict = verify(cert->der, &why);
	}
	if (verdict < 0)
		return cert_undecodable_at(cert, "signature", why);
	return value_number(TYPE_BOOL, verdict);
}
