/* SPDX-License-Identifier: Apache-2.0 */
/* complete.h - every completion of what a plan depends on, one by one.
 *
 * A plan is bound to the facts of a run: each slot then has the values that it can
 * take, one if the fact is known. The completions are all combinations of these that
 * break no constraint.
 */
#ifndef REFERENCE_COMPLETE_H
#define REFERENCE_COMPLETE_H

#include "kleene.h"

enum { MAX_CANDIDATES = 32, MAX_COMPLETIONS = 20000 };

/* A fact or an atom, as far as this run knows it. */
struct group {
	bool known;
	bool bad;                       /* undecodable, duplicate or in conflict */
	bool fleet;                     /* an aggregate */
	struct names names;             /* what it is called where it is not known */
	uint64_t slots, followers;      /* its slots; those of derived facts that follow */
};

struct bound {
	const struct plan *plan;
	const struct scene *scene;
	const struct record *root;
	int counts[MAX_SLOTS];
	int64_t candidates[MAX_SLOTS][MAX_CANDIDATES];
	struct group groups[MAX_GROUPS];
	bool open[MAX_CONSTRAINTS];     /* the constraint is in force */
	bool too_large;
};

/* `free_fact`, if not NULL, is a derived fact of the root whose own state does not
 * count: all that it could be is tried. */
struct bound *bind_plan(const struct plan *plan, const struct scene *scene,
                        const struct record *root, const struct fact *free_fact);

/* What a choice of all slots' values breaks, if anything: only what ties the parts of a text or version to the
 * whole, or a derivation or invariant. */
enum broken { BROKEN_NOTHING, BROKEN_PARTS, BROKEN_LAW };
enum broken what_breaks(const struct bound *bound, const int64_t *values);

/* Called for each completion with the value of every slot, and its index among the
 * candidates. */
typedef void completion_fn(const int64_t *values, const uint8_t *indexes, void *user);

/* False if there were too many. */
bool complete_all(const struct bound *bound, completion_fn *each, void *user);

/* Candidates for a slot of which nothing is known; their number is the result. */
int slot_candidates(const struct plan *plan, int slot, bool may_be_absent,
                    int64_t *candidates);

/* The number of a value in a slot. */
int64_t slot_number(const struct slot *slot, const struct value *value, int64_t now);

#endif
