/* SPDX-License-Identifier: Apache-2.0 */
/* pool.h - memory that is given back all at once. */
#ifndef CLI_POOL_H
#define CLI_POOL_H

#include <stddef.h>

struct pool_block;

/* Empty when zeroed. */
struct pool {
	struct pool_block *blocks;
	size_t used, capacity;  /* of the newest block */
};

/* Zeroed, aligned for any type. */
void *pool_new(struct pool *pool, size_t size);
char *pool_copy(struct pool *pool, const char *text);

void pool_done(struct pool *pool);

#endif
