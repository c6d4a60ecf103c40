/* SPDX-License-Identifier: Apache-2.0 */
/* The arena with a block for each thing in it, and none kept for reuse: so each allocation is one of
 * the system's, and can be made to fail. */
#define ARENA_BLOCK 1
#define arena_reset arena_reset_and_keep
#include "base/arena.c"
#undef arena_reset

void arena_reset(struct arena *arena);

void arena_reset(struct arena *arena)
{
	arena_free(arena);
}
