/* SPDX-License-Identifier: Apache-2.0 */
/* pem.h - finding the certificates in bytes, recognised by what they are.
 *
 * DER, one or several in a row; PEM (RFC 7468), several to a file, with text
 * around, headers (RFC 1421), CR, LF or both, and a byte order mark of UTF-8.
 * Labels: CERTIFICATE, X509 CERTIFICATE, TRUSTED CERTIFICATE (of which what
 * OpenSSL appends is left out). What is found is not yet read: cert_read says
 * whether it is a certificate. Time is linear in the bytes, whatever they are.
 */
#ifndef FACTS_PEM_H
#define FACTS_PEM_H

#include "base/arena.h"

enum { PEM_MAX = 1 << 23 };     /* bytes between the lines of one block */

enum pem_trouble {
	PEM_DAMAGED,            /* meant as a certificate, but can't be decoded */
	PEM_FOREIGN,            /* something else, such as a key */
	PEM_NOTHING             /* the bytes as a whole hold nothing known */
};

/* A certificate: its DER, valid during the call; where its block or its first byte stands; and
 * which it is, from 1, damaged ones counted. False stops the visit. */
typedef bool pem_found_fn(struct text der, uint64_t offset, uint32_t ordinal,
                          void *user);

/* Something that is none; `why` is static. False stops the visit. */
typedef bool pem_refused_fn(enum pem_trouble trouble, uint64_t offset,
                            const char *why, void *user);

struct pem_visitor {
	struct arena *arena;    /* for decoded bytes; not to be reset during the visit */
	pem_found_fn *found;
	pem_refused_fn *refused;        /* may be NULL */
	void *user;
	uint32_t found_count;   /* set by pem_each */
	uint32_t refused_count;
};

/* Visit all of `bytes` in order. If they hold nothing, refused is called once, with PEM_NOTHING.
 * False if a call stopped the visit. */
bool pem_each(struct text bytes, struct pem_visitor *visitor);

#endif
