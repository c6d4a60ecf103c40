/* SPDX-License-Identifier: Apache-2.0 */
/* pbe.h - encryption by a password, as an AlgorithmIdentifier names it (RFC 7292 appendix C,
 * RFC 8018).
 *
 * What it costs is looked at before anything is derived: a file can ask for 2^31 iterations, which
 * take OpenSSL a quarter of an hour.
 */
#ifndef FORMS_PBE_H
#define FORMS_PBE_H

#include <openssl/x509.h>

#include "model/certificate.h"

enum {
	PBE_MAX_ITERATIONS = 1000000,           /* of one derivation: about 0.4 s */
	PBE_MAX_ALL = 8 * PBE_MAX_ITERATIONS    /* of all in one file, with all passwords */
};

/* What may still be spent, and where algorithms come from. */
struct pbe_means {
	int64_t iterations;
	OSSL_LIB_CTX *legacy;           /* has RC2; made when it is first needed */
	OSSL_PROVIDER *providers[2];
};

struct pbe {
	enum certificate_protection protection;
	int64_t iterations;
	int times;                      /* that they are gone through */
	bool needs_legacy;
	const char *why;                /* it can't be used; static */
};

struct pbe pbe_read(const X509_ALGOR *algorithm);

/* Pay for a derivation. NULL, or why it is too much; static. */
const char *pbe_spend(struct pbe_means *means, int64_t iterations, int times);

/* The library context for it; false if this OpenSSL lacks its algorithms. NULL is the default. */
bool pbe_context(struct pbe_means *means, const struct pbe *pbe, OSSL_LIB_CTX **context);

void pbe_done(struct pbe_means *means);

#endif
