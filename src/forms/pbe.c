/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/pbe.h"

#include <openssl/provider.h>

/* The number of iterations; over every limit if it is no proper number. */
static int64_t iteration_count(const ASN1_INTEGER *number)
{
	int64_t count;

	return number && ASN1_INTEGER_get_int64(&count, number) && count > 0 ? count : INT64_MAX;
}

/* PBKDF2-params; SHA-1 where no other function is named (RFC 8018 A.2). */
static void read_pbkdf2(struct pbe *pbe, const X509_ALGOR *kdf, bool *sha256)
{
	PBKDF2PARAM *params = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM),
	                                                kdf->parameter);

	if (!params) {
		pbe->why = "the parameters of its encryption are broken";
		return;
	}
	pbe->iterations = iteration_count(params->iter);
	*sha256 = params->prf && OBJ_obj2nid(params->prf->algorithm) == NID_hmacWithSHA256;
	PBKDF2PARAM_free(params);
}

/* PBES2-params (RFC 8018 A.4). */
static void read_pbes2(struct pbe *pbe, const X509_ALGOR *algorithm)
{
	PBE2PARAM *params = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM),
	                                              algorithm->parameter);
	bool sha256 = false;
	int cipher;

	if (!params) {
		pbe->why = "the parameters of its encryption are broken";
		return;
	}
	cipher = OBJ_obj2nid(params->encryption->algorithm);
	if (OBJ_obj2nid(params->keyfunc->algorithm) == NID_id_pbkdf2)
		read_pbkdf2(pbe, params->keyfunc, &sha256);
	else
		pbe->why = "its key is derived in a way that is not supported";
	if (cipher == NID_rc2_cbc) {
		pbe->protection = CERTIFICATE_PROTECTION_IS_RC2;
		pbe->needs_legacy = true;
	} else if (cipher == NID_aes_256_cbc && sha256) {
		pbe->protection = CERTIFICATE_PROTECTION_IS_AES256_SHA256;
	}
	PBE2PARAM_free(params);
}

/* pkcs-12PbeParams, and those of PBES1. */
static void read_salt_and_count(struct pbe *pbe, const X509_ALGOR *algorithm)
{
	PBEPARAM *params = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBEPARAM),
	                                             algorithm->parameter);

	pbe->iterations = params ? iteration_count(params->iter) : 0;
	if (!params)
		pbe->why = "the parameters of its encryption are broken";
	/* Once for the key and once for the initialization vector. */
	pbe->times = 2;
	PBEPARAM_free(params);
}

struct pbe pbe_read(const X509_ALGOR *algorithm)
{
	struct pbe pbe = { .protection = CERTIFICATE_PROTECTION_IS_OTHER, .times = 1 };

	switch (OBJ_obj2nid(algorithm->algorithm)) {
	case NID_pbes2:
		read_pbes2(&pbe, algorithm);
		return pbe;
	case NID_pbe_WithSHA1And3_Key_TripleDES_CBC:
		pbe.protection = CERTIFICATE_PROTECTION_IS_DES_EDE3_SHA1;
		break;
	case NID_pbe_WithSHA1And40BitRC2_CBC:
	case NID_pbe_WithSHA1And128BitRC2_CBC:
	case NID_pbeWithSHA1AndRC2_CBC:
	case NID_pbeWithMD5AndRC2_CBC:
		pbe.protection = CERTIFICATE_PROTECTION_IS_RC2;
		pbe.needs_legacy = true;
		break;
	case NID_pbe_WithSHA1And2_Key_TripleDES_CBC:
		break;
	case NID_pbe_WithSHA1And128BitRC4:
	case NID_pbe_WithSHA1And40BitRC4:
	case NID_pbeWithMD5AndDES_CBC:
	case NID_pbeWithSHA1AndDES_CBC:
		pbe.needs_legacy = true;
		break;
	default:
		pbe.why = "its kind of encryption is not supported";
		return pbe;
	}
	read_salt_and_count(&pbe, algorithm);
	return pbe;
}

const char *pbe_spend(struct pbe_means *means, int64_t iterations, int times)
{
	if (iterations > PBE_MAX_ITERATIONS)
		return "it asks for more than 1,000,000 iterations to derive a key";
	if (iterations * times > means->iterations)
		return "it asks for more than 8,000,000 iterations in all to derive keys";
	means->iterations -= iterations * times;
	return NULL;
}

bool pbe_context(struct pbe_means *means, const struct pbe *pbe, OSSL_LIB_CTX **context)
{
	static const char *const names[] = { "default", "legacy" };

	*context = NULL;
	if (!pbe->needs_legacy)
		return true;
	if (!means->legacy) {
		means->legacy = OSSL_LIB_CTX_new();
		for (int i = 0; means->legacy && i < 2; i++)
			means->providers[i] = OSSL_PROVIDER_load(means->legacy, names[i]);
	}
	*context = means->legacy;
	return means->providers[0] && means->providers[1];
}

void pbe_done(struct pbe_means *means)
{
	for (int i = 0; i < 2; i++)
		if (means->providers[i])
			OSSL_PROVIDER_unload(means->providers[i]);
	OSSL_LIB_CTX_free(means->legacy);
	*means = (struct pbe_means){ 0 };
}
