/* SPDX-License-Identifier: Apache-2.0 */
/* judge.h - OpenSSL's verdict on a chain, a way from a certificate upwards. */
#ifndef CHAINS_JUDGE_H
#define CHAINS_JUDGE_H

#include "chains/pool.h"

enum {
	CHAIN_MOST = 16,                /* certificates in a chain */
	CHAIN_WAYS = 64,                /* ways that are judged at most */
	CHAIN_FLAWS = 32                /* that are told */
};

/* What is wrong, and where. */
struct chain_flaw {
	uint32_t link;                  /* from 0, the certificate itself */
	int code;                       /* X509_V_ERR_... of OpenSSL */
};

struct chain {
	const struct member *links[CHAIN_MOST];
	uint32_t count;
	bool complete;                  /* the last one is self-signed: a root */
	bool valid;                     /* says OpenSSL */
	bool cut;                       /* not all ways were tried, or it is longer */
	struct chain_flaw flaws[CHAIN_FLAWS];
	uint32_t flaw_count;
};

/* Set `valid` and the flaws from links, count and `complete`. */
void judge_chain(struct chain *chain, const struct pool *pool);

/* A flaw in words, "expired on 2020-01-01"; in the arena or static. */
const char *chain_flaw_text(const struct chain *chain, const struct chain_flaw *flaw,
                            struct arena *arena);

#endif
