/* SPDX-License-Identifier: Apache-2.0 */
/* forms.h - the certificates in bytes, in whatever form they arrive, recognised by what they are.
 *
 * DER, one or several in a row; PEM with any label (RFC 7468), several to a text, with other text
 * around; base64 without PEM's lines; PKCS #7 (.p7b); PKCS #12 (.pfx); requests, PKCS #10, which
 * are certificates to be. Text may begin with a byte order mark of UTF-8, or be UTF-16. Of a
 * TRUSTED CERTIFICATE what OpenSSL appends is left out. What is found is not yet read: cert_read
 * says whether it is a certificate. Time is linear in the bytes.
 */
#ifndef FORMS_FORMS_H
#define FORMS_FORMS_H

#include "forms/container.h"

enum form_trouble {
	FORM_DAMAGED,           /* meant as a certificate, but can't be decoded */
	FORM_FOREIGN,           /* something else, such as a key */
	FORM_NOTHING            /* the bytes as a whole hold nothing known */
};

struct form_found {
	struct text der;        /* valid during the call; empty if its container keeps it */
	const char *why;        /* then: why; static */
	const struct container *container;      /* what its container says; NULL if nothing */
	bool beside;            /* another one in the container has a key; it is mostly its chain */
	bool request;           /* it is a request for a certificate */
	bool inside;            /* of a container, that others may share the offset with */
	uint64_t offset;        /* of its block, container or first byte */
	uint32_t ordinal;       /* which it is, from 1, damaged ones counted */
};

/* False stops the visit. */
typedef bool form_found_fn(const struct form_found *found, void *user);

struct form_refused {
	enum form_trouble trouble;
	bool inside;
	uint64_t offset;
	uint32_t ordinal;       /* of a damaged one; else 0 */
	const char *why;        /* static */
};
typedef bool form_refused_fn(const struct form_refused *refused, void *user);

struct form_visitor {
	struct arena *arena;    /* for decoded bytes and containers; not to be reset meanwhile */
	form_found_fn *found;
	form_refused_fn *refused;       /* may be NULL */
	/* A password to try, from 0; NULL when there is none left. May be NULL. */
	const char *(*password)(void *user, unsigned int attempt);
	void *user;
	uint32_t found_count;   /* set by forms_each */
	uint32_t refused_count;
};

/* May bytes that begin so hold certificates? False where something else, such as facts, is as
 * likely. */
bool forms_may_hold(struct text head);

/* Visit all of `bytes` in order. If they hold nothing, refused is called once, with FORM_NOTHING.
 * False if a call stopped the visit. */
bool forms_each(struct text bytes, struct form_visitor *visitor);

#endif
