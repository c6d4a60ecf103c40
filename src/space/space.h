/* SPDX-License-Identifier: Apache-2.0 */
/* space.h - reduced ordered multi-valued decision diagrams.
 *
 * A diagram maps an assignment of small numbers to variables to a terminal, a
 * 31-bit number. Variables are numbered in their order; variable v takes the
 * values 0 .. size(v)-1. Nodes are shared: two diagrams of one space are equal
 * as functions exactly when their references are equal. Everything lives in
 * the space's arena; nothing is freed one by one.
 *
 * When more than `limit` nodes were made, or some hundred steps of work done for
 * each of them, every operation returns SPACE_FULL and space_is_full says so;
 * SPACE_FULL as an operand gives SPACE_FULL. So time and memory are bounded, and
 * the same questions in the same order fill a space at the same point.
 */
#ifndef SPACE_SPACE_H
#define SPACE_SPACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { SPACE_MAX_SIZE = 64 };           /* values of one variable */

typedef uint32_t space_ref;

#define SPACE_FULL UINT32_MAX
#define SPACE_NO  space_terminal(0)
#define SPACE_YES space_terminal(1)

struct space;

/* `sizes[v]` is the number of values of variable v, 1 to SPACE_MAX_SIZE. */
struct space *space_new(struct arena *arena, const uint8_t *sizes,
                        uint32_t variables, uint32_t limit);
bool space_is_full(const struct space *space);

/* Terminals; `number` is below 2^31 - 1. */
space_ref space_terminal(uint32_t number);
bool space_is_terminal(space_ref ref);
uint32_t space_number(space_ref ref);

/* The diagram that is SPACE_YES where `variable` has one of the values in the bit mask. */
space_ref space_test(struct space *space, uint32_t variable, uint64_t values);

/* A node by its children: children[i] for value i, all of later variables or terminals. */
space_ref space_node(struct space *space, uint32_t variable, const space_ref *children);

/* Where `condition` (SPACE_YES/SPACE_NO leaves only) is yes: `then`, else `otherwise`. */
space_ref space_if(struct space *space, space_ref condition, space_ref then, space_ref otherwise);
space_ref space_and(struct space *space, space_ref a, space_ref b);
space_ref space_or(struct space *space, space_ref a, space_ref b);
space_ref space_not(struct space *space, space_ref a);

/* `diagram` with variable fixed to value. */
space_ref space_fix(struct space *space, space_ref diagram, uint32_t variable, uint32_t value);

/* Looking inside. The variable of a terminal is the number of variables. */
uint32_t space_variable(const struct space *space, space_ref node);
space_ref space_child(const struct space *space, space_ref node, uint32_t value);
uint32_t space_size(const struct space *space, uint32_t variable);

/* Number of inner nodes reachable from `diagram`. */
uint32_t space_count(struct space *space, space_ref diagram);

/* The inner nodes reachable from `diagram`, each before its children (sorted by variable,
 * then by first visit in depth-first order, so that equal input gives equal order). */
struct space_list {
	space_ref *nodes;
	uint32_t count;
};
struct space_list space_nodes(struct space *space, space_ref diagram, struct arena *arena);

/* An assignment on which `diagram` gives `terminal`: values[v] for each variable, 0xff where
 * it does not matter; the least one in variable order. False when there is none. */
bool space_witness(struct space *space, space_ref diagram, uint32_t terminal, uint8_t *values);

#endif
