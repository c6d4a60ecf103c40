/* SPDX-License-Identifier: Apache-2.0 */
/* signers.h - which members of a pool signed a certificate: OpenSSL verifies it. */
#ifndef CHAINS_SIGNERS_H
#define CHAINS_SIGNERS_H

#include "chains/pool.h"

/* Find the signers of each member. Once, when all were added. */
void pool_seal(struct pool *pool);

/* Find the signers of the member, which may be one of the pool's; the list lives in the arena.
 *
 * The best come first, whatever order they were added in: those that OpenSSL takes for its issuer by
 * what both say (RFC 5280 4.2.1.1), trusted ones, those valid now, those not signed with SHA-1,
 * those valid longer, then by fingerprint. It itself is not among them. */
void signers_find(struct member *member, const struct pool *pool, struct arena *arena);

#endif
