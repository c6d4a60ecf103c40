/* SPDX-License-Identifier: Apache-2.0 */
/* Which private key in a PKCS #12 belongs to which certificate. */
#include "base/guard.h"
#include "forms/pkcs12_part.h"

enum { MAX_KEYS_OPENED = 16, MAX_COMPARED = 64 };

static void join(struct pkcs12_bag *key, struct pkcs12_bag *certificate)
{
	key->mate = certificate;
	certificate->mate = key;
}

/* localKeyId says it (RFC 7292 4.2, RFC 2985 5.5.2). */
static void match_by_id(struct pkcs12 *pkcs12, struct pkcs12_bag *key)
{
	struct pkcs12_bags *certificates = &pkcs12->certificates;

	for (uint32_t i = 0; key->key_id.at && i < certificates->count; i++) {
		struct pkcs12_bag *certificate = &certificates->all[i];

		if (certificate->key_id.at && !certificate->mate
		    && text_equal(certificate->key_id, key->key_id)) {
			join(key, certificate);
			return;
		}
	}
}

static PKCS8_PRIV_KEY_INFO *decrypt(struct pkcs12 *pkcs12, const PKCS12_SAFEBAG *source)
{
	const X509_SIG *sealed = PKCS12_SAFEBAG_get0_pkcs8(source);
	const X509_ALGOR *algorithm = NULL;
	OSSL_LIB_CTX *context;
	struct pbe pbe;

	if (!sealed || !pkcs12->has_password)
		return NULL;
	X509_SIG_get0(sealed, &algorithm, NULL);
	pbe = pbe_read(algorithm);
	if (pbe.why || pbe_spend(&pkcs12->means, pbe.iterations, pbe.times)
	    || !pbe_context(&pkcs12->means, &pbe, &context))
		return NULL;
	return PKCS8_decrypt_ex(sealed, pkcs12->password, pkcs12->password_length, context, NULL);
}

/* The key itself; NULL if it can't be had. */
static EVP_PKEY *open_key(struct pkcs12 *pkcs12, const PKCS12_SAFEBAG *source)
{
	PKCS8_PRIV_KEY_INFO *opened = NULL;
	EVP_PKEY *key = NULL;

	if (PKCS12_SAFEBAG_get_nid(source) == NID_keyBag) {
		const PKCS8_PRIV_KEY_INFO *plain = PKCS12_SAFEBAG_get0_p8inf(source);

		return plain ? EVP_PKCS82PKEY(plain) : NULL;
	}
	opened = decrypt(pkcs12, source);
	if (opened)
		key = EVP_PKCS82PKEY(opened);
	PKCS8_PRIV_KEY_INFO_free(opened);
	return key;
}

static bool is_mate(const struct pkcs12_bag *certificate, const EVP_PKEY *key)
{
	const unsigned char *at = (const unsigned char *)certificate->der.at;
	X509 *x509 = d2i_X509(NULL, &at, (long)certificate->der.length);
	bool is = x509 && X509_check_private_key(x509, key) == 1;

	X509_free(x509);
	return is;
}

/* The key itself says it; false if it can't be had. */
static bool match_by_key(struct pkcs12 *pkcs12, struct pkcs12_bag *key)
{
	struct pkcs12_bags *certificates = &pkcs12->certificates;
	EVP_PKEY *opened = open_key(pkcs12, key->source);
	uint32_t compared = 0;

	for (uint32_t i = 0; opened && !key->mate && i < certificates->count; i++)
		if (!certificates->all[i].mate && compared++ < MAX_COMPARED
		    && is_mate(&certificates->all[i], opened))
			join(key, &certificates->all[i]);
	EVP_PKEY_free(opened);
	if (!key->mate)
		guard_probe();
	return opened && compared <= MAX_COMPARED;
}

void pkcs12_match(struct pkcs12 *pkcs12)
{
	struct pkcs12_bags *certificates = &pkcs12->certificates, *keys = &pkcs12->keys;
	enum container_key others = CONTAINER_KEY_NONE;
	uint32_t opened = 0;

	for (uint32_t i = 0; i < keys->count; i++)
		match_by_id(pkcs12, &keys->all[i]);
	for (uint32_t i = 0; i < keys->count; i++)
		if (!keys->all[i].mate && (opened++ == MAX_KEYS_OPENED
		                           || !match_by_key(pkcs12, &keys->all[i])))
			others = CONTAINER_KEY_UNKNOWN;
	if (keys->count == 1 && certificates->count == 1 && others == CONTAINER_KEY_UNKNOWN)
		join(&keys->all[0], &certificates->all[0]);
	for (uint32_t i = 0; i < certificates->count; i++) {
		struct pkcs12_bag *certificate = &certificates->all[i];
		struct text name = certificate->container.name;

		if (!certificate->mate) {
			certificate->container.key = others;
			continue;
		}
		certificate->container = certificate->mate->container;
		certificate->container.knows_name = true;
		if (name.at)
			certificate->container.name = name;
	}
}
