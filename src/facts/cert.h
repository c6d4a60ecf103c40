/* SPDX-License-Identifier: Apache-2.0 */
/* cert.h - the facts of one certificate (RFC 5280) from its DER.
 *
 * A certificate is walked in place; only the wanted facts are computed. A fact
 * that can't be read is undecodable and says why; the other facts stay. Facts
 * of an extension that occurs twice are duplicate. Bytes that are not laid out
 * as a certificate in DER are given to OpenSSL's decoder for a second verdict:
 * if it reads them, the parts that the walk could not reach are undecodable;
 * if not, they are no certificate.
 *
 * A request (PKCS #10) is read as the certificate that it asks for: subject, key and requested
 * extensions are known, all else is missing.
 */
#ifndef FACTS_CERT_H
#define FACTS_CERT_H

#include "model/certificate.h"
#include "model/record.h"

enum {
	CERT_MAX = 1 << 20,             /* bytes; larger ones are refused */
	CERT_MAX_SECOND = 1 << 18       /* the most that gets a second verdict */
};

struct cert_result {
	struct record *record;          /* NULL if it is no certificate */
	const char *why;                /* then: why not; in the arena or static */
};

/* Read `der`, which must be one certificate and nothing else. `wanted` is a mask of
 * CERTIFICATE_MASK numbers, or NULL for all facts; facts that are not wanted, and those of a
 * container, stay as in a blank record. The record lives in the arena, does not point into `der`,
 * and has neither key, file nor offset. `entity` is one made by certificate_entity_new. */
struct cert_result cert_read(struct arena *arena, const struct entity *entity,
                             struct text der, const uint64_t *wanted);

/* The same of a request: one CertificationRequest (RFC 2986 4.2) in DER and nothing else. Facts
 * that are for the issuer to decide are missing and say so, as are those of extensions that are
 * not asked for. Windows' requests name the provider of the key. */
struct cert_result cert_read_request(struct arena *arena, const struct entity *entity,
                                     struct text der, const uint64_t *wanted);

#endif
