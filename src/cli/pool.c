/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/pool.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"

enum { BLOCK = 16384 };

struct pool_block {
	struct pool_block *before;
	alignas(max_align_t) char bytes[];
};

void *pool_new(struct pool *pool, size_t size)
{
	size_t align = alignof(max_align_t);
	struct pool_block *block;

	size = (size + align - 1) / align * align;
	if (pool->capacity - pool->used < size) {
		pool->capacity = size > BLOCK ? size : BLOCK;
		block = memory_new(1, sizeof *block + pool->capacity);
		block->before = pool->blocks;
		pool->blocks = block;
		pool->used = 0;
	}
	pool->used += size;
	return pool->blocks->bytes + (pool->used - size);
}

char *pool_copy(struct pool *pool, const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(pool_new(pool, size), text, size);
}

void pool_done(struct pool *pool)
{
	while (pool->blocks) {
		struct pool_block *before = pool->blocks->before;

		free(pool->blocks);
		pool->blocks = before;
	}
	*pool = (struct pool){ NULL, 0, 0 };
}
