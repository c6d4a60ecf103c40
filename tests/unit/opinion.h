/* SPDX-License-Identifier: Apache-2.0 */
/* opinion.h - what OpenSSL's own accessors say of a certificate, as text.
 *
 * Texts are comparable with opinion_ours, but for the case of letters: "-" is
 * absent, members of a set end with "|". `at` is NULL where OpenSSL has no accessor.
 */
#ifndef TESTS_OPINION_H
#define TESTS_OPINION_H

#include <openssl/x509.h>

#include "model/certificate.h"

struct text opinion_openssl(struct arena *arena, X509 *x509, enum certificate_fact fact);

/* Our value of the same fact; a state and its reason where there is no value. */
struct text opinion_ours(struct arena *arena, const struct fact *fact, struct value value);

/* The parts of opinion_openssl. */
struct text opinion_name(struct arena *arena, X509 *x509, enum certificate_fact fact);
struct text opinion_key(struct arena *arena, X509 *x509, enum certificate_fact fact);
struct text opinion_extension(struct arena *arena, X509 *x509, enum certificate_fact fact);

static inline struct text opinion_absent(void)
{
	return TEXT("-");
}

static inline struct text opinion_none(void)
{
	return (struct text){ NULL, 0 };
}

struct text opinion_number(struct arena *arena, long long number);
struct text opinion_octets(struct arena *arena, const unsigned char *octets, size_t length);
struct text opinion_joined(struct arena *arena, struct text list, struct text next);
struct text opinion_utf8(struct arena *arena, const ASN1_STRING *string);
struct text opinion_oid(struct arena *arena, const ASN1_OBJECT *object);

/* A whole name as RFC 4514 wants it. */
struct text opinion_rfc4514(struct arena *arena, const X509_NAME *name);

#endif
