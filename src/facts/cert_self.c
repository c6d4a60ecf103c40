/* SPDX-License-Identifier: Apache-2.0 */
/* Is a certificate signed by its own key? The one fact for which OpenSSL decodes it and computes. */
#include <openssl/err.h>
#include <openssl/x509.h>

#include "facts/cert_part.h"

/* Larger keys take OpenSSL long, or it refuses them. */
enum { SELF_MAX_BITS = 16384 };

/* As X509_verify says: 1, 0, or negative when it can't be told. */
static int verify(struct text der, const char **why)
{
	const unsigned char *at = (const unsigned char *)der.at;
	X509 *x509 = d2i_X509(NULL, &at, (long)der.length);
	EVP_PKEY *key = x509 ? X509_get0_pubkey(x509) : NULL;
	int verdict = -1;

	if (!x509)
		*why = "OpenSSL can't decode the certificate";
	else if (!key)
		*why = "OpenSSL can't use the key";
	else
		verdict = X509_verify(x509, key);
	if (key && verdict < 0)
		*why = "OpenSSL can't verify this signature";
	X509_free(x509);
	return verdict;
}

struct value cert_fact_SELF_SIGNED(struct cert *cert)
{
	struct value issued = cert_fact_SELF_ISSUED(cert), bits;
	const char *why = NULL;
	int verdict;

	if (issued.state != STATE_PRESENT || !issued.as.number)
		return issued;
	bits = cert_fact_KEY_BITS(cert);
	if (bits.state == STATE_PRESENT && bits.as.number > SELF_MAX_BITS)
		return cert_undecodable("signature: keys over 16384 bits are "
		                        "not verified with");
	verdict = verify(cert->der, &why);
	if (verdict < 0)
		return cert_undecodable_at(cert, "signature", why);
	return value_number(TYPE_BOOL, verdict);
}
