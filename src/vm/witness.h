/* SPDX-License-Identifier: Apache-2.0 */
/* witness.h - the smallest keys of a fleet, however many records there are. Private to this room.
 *
 * A multiset: which keys it holds in the end depends neither on the order nor on the grouping in which
 * they came. Memory goes with the longest keys held, not with how often one is replaced.
 */
#ifndef VM_WITNESS_H
#define VM_WITNESS_H

#include "base/arena.h"

enum { MAX_WITNESSES = 10 };

struct witnesses {
	struct text keys[MAX_WITNESSES];        /* in byte order */
	uint32_t capacities[MAX_WITNESSES];     /* of their memory */
	uint32_t count;
};

/* Take a key, which is copied, unless ten smaller ones are held. */
void witness_add(struct witnesses *witnesses, struct arena *arena, struct text key);

/* Take those of another. */
void witness_merge(struct witnesses *into, struct arena *arena, const struct witnesses *from);

#endif
