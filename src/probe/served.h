/* SPDX-License-Identifier: Apache-2.0 */
/* served.h - what OpenSSL says of certificates that a server sent. */
#ifndef PROBE_SERVED_H
#define PROBE_SERVED_H

#include <openssl/x509.h>

#include "base/arena.h"
#include "model/value.h"
#include "probe/address.h"

/* A name as RFC 4514 writes it, in the arena. False if it can't be written as UTF-8. */
bool served_name(struct arena *arena, const X509_NAME *name, struct text *text);

struct served {
	const struct text *ders;        /* the leaf, then what was sent with it */
	uint32_t count;                 /* at least 1 */
	const STACK_OF(X509) *roots;    /* where chains may end; NULL: not told */
	/* What is said of them. */
	struct value *name_matches;     /* bool: the leaf is for the host of the address (RFC 6125 6.4) */
	struct value *in_order;         /* bool: each was issued by the next, signatures verified */
	struct value *complete;         /* bool: it ends at a root, sent or told */
	struct value *missing_issuer;   /* text: who issued the last one that the leaf leads to; absent:
	                                   that one issued itself */
};

void served_judge(struct arena *arena, const struct address *address, const struct served *served);

#endif
