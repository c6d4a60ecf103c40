/* SPDX-License-Identifier: Apache-2.0 */
/* limit.h - messages about the pieces of one input, told as if it had been read in one piece: not more than so
 * many of a kind, and in the end how many were left untold. */
#ifndef JOBS_LIMIT_H
#define JOBS_LIMIT_H

#include "facts/inventory_input.h"

struct limit {
	struct arena *arena;
	struct limit_kind *kinds;       /* told so far */
	struct limit_group *groups;     /* left untold so far, in the order in which that began */
	uint32_t kind_count, kind_capacity, group_count, group_capacity;
};

/* What it remembers lives in the arena; that is bounded. */
void limit_begin(struct limit *limit, struct arena *arena);

/* Is it to be told? If not, it is counted. */
bool limit_admits(struct limit *limit, const struct inventory_trouble *trouble);

/* Tell what was left untold. The text is valid during the call. */
void limit_end(struct limit *limit, struct text file,
               void (*tell)(void *user, const struct inventory_trouble *trouble), void *user);

#endif
