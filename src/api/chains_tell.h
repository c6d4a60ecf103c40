/* SPDX-License-Identifier: Apache-2.0 */
/* chains_tell.h - chains as assay_chains tells them. */
#ifndef API_CHAINS_TELL_H
#define API_CHAINS_TELL_H

#include <assay-tools.h>

#include "chains/chain.h"

/* Which members of the pool a file holds, in its order. */
struct chain_file {
	const char *path;
	uint32_t *members;
	uint32_t count, capacity;
};

/* Tell of the chain of each certificate that signed no other one of its file. The arena is for what is told, and
 * reset. */
void chains_tell(const struct pool *pool, const struct chain_file *file,
                 const struct assay_chain_options *options, struct arena *arena);

#endif
