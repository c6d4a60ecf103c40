/* SPDX-License-Identifier: Apache-2.0 */
/* arena.h - memory that is freed all at once.
 *
 * An arena is one life: a compilation, a loaded policy, a record. Allocation
 * never returns NULL: when memory ends, guard_no_memory() takes over.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/text.h"

struct arena_block;

struct arena {
	struct arena_block *head;       /* newest block; NULL when empty */
	size_t used;                    /* bytes handed out of head */
};

/* Zeroed, aligned for any type; lives until arena_free or arena_reset. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed elements; refuses a product that overflows as if memory ended. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Grow an array of *capacity elements so that `need` fit; the old one stays behind. */
void *arena_grow(struct arena *arena, void *array, uint32_t *capacity,
                 uint32_t need, size_t size);

/* A copy, with a NUL after it that is not counted. */
struct text arena_text(struct arena *arena, struct text text);

/* Like sprintf, into the arena. */
struct text arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Give everything back. */
void arena_free(struct arena *arena);

/* The same, for guard_keep. */
void arena_cleanup(void *arena);

/* Forget everything but keep the largest block for reuse. */
void arena_reset(struct arena *arena);

#endif
