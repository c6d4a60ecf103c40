/* SPDX-License-Identifier: Apache-2.0 */
/* pkcs12.h - the certificates in PKCS #12 (RFC 7292), as in .pfx and .p12 files, and what it says
 * of their keys.
 *
 * OpenSSL decodes and decrypts. A certificate whose key is in the file comes first, those beside it
 * after it. What stands on keys, such as the name of a provider, is readable without the password;
 * certificates mostly are not. Then one is told for each key, without its DER, and why.
 */
#ifndef FORMS_PKCS12_H
#define FORMS_PKCS12_H

#include "base/arena.h"
#include "forms/container.h"

enum { PKCS12_MAX = 1 << 24 };          /* bytes */

struct pkcs12_found {
	struct text der;        /* empty if it can't be had */
	const char *why;        /* then: why; static */
	const struct container *container;
	bool beside;            /* it has no key here, but another has: mostly its chain */
};

/* All is valid during the call. False stops. */
typedef bool pkcs12_found_fn(const struct pkcs12_found *found, void *user);

struct pkcs12_visitor {
	struct arena *arena;
	pkcs12_found_fn *found;
	/* A password to try, in UTF-8: the first is 0. NULL when there is none left. The empty one
	 * is tried before. May be NULL. */
	const char *(*password)(void *user, unsigned int attempt);
	void *user;
};

struct pkcs12_trouble {
	const char *why;        /* nothing can be told of it; static. NULL: all is well */
	bool is_empty;          /* it is proper, but has no certificate */
};

struct pkcs12_trouble pkcs12_each(struct text bytes, struct pkcs12_visitor *visitor);

#endif
