/* SPDX-License-Identifier: Apache-2.0 */
/* chain.h - the chain of a certificate: from it to a root.
 *
 * A step leads from a certificate to one that has its issuer's name and whose key verifies its signature.
 * Where there are several, each is followed; OpenSSL's X509_verify_cert judges each way
 * (RFC 5280 6.1), and the first that it finds valid is the chain. If there is none, it is the
 * first among those that reach a root and have the fewest flaws. Neither purposes nor revocation are looked
 * at, and no level of security is asked for: that is for policies to say.
 *
 * Trusted are the pool's trusted members; if none were named, the members that are roots.
 */
#ifndef CHAINS_CHAIN_H
#define CHAINS_CHAIN_H

#include "chains/judge.h"

/* Find the chain; the member stays where it is, and so does the pool, which is sealed. */
void chain_find(struct chain *chain, const struct member *member, const struct pool *pool);

/* Does something below the root have a signature with SHA-1? The link, or the count if none. */
uint32_t chain_sha1_link(const struct chain *chain);

#endif
