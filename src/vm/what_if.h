/* SPDX-License-Identifier: Apache-2.0 */
/* what_if.h - what a rule would say of a subject if its facts were other than they are.
 *
 * A question begins with what the machine knows of the subject. Facts are then set free or fixed,
 * with all that follows from them, and the rule's diagram is read again: which results can come
 * out, and on which conditions. The machine is only looked at; memory comes from the arena.
 */
#ifndef VM_WHAT_IF_H
#define VM_WHAT_IF_H

#include "space/space.h"
#include "vm/vm.h"

struct what_if {
	struct arena *arena;
	const struct vm *vm;
	const struct row_diagram *diagram;
	const uint32_t **setters;       /* code/setters.h */
	uint64_t *allow;                /* by variable: the values that it may have */
	uint8_t *asked;                 /* by variable: does the diagram ask it */
	uint8_t *freed;                 /* by group */
};

/* Ask about a check (a row), or about a diagram of its frame, such as that of a caution, while the
 * check's finding is reported. */
void what_if_begin(struct what_if *w, struct arena *arena, const struct vm *vm, uint32_t check);
void what_if_begin_diagram(struct what_if *w, struct arena *arena, const struct vm *vm,
                           uint32_t diagram);

/* Forget what was freed and fixed. */
void what_if_reset(struct what_if *w);

/* Let the fact or atom behind a group be anything, and with it what follows: the facts of the
 * record that it leads to, the conditions that read it, the facts derived from it. */
void what_if_free(struct what_if *w, uint32_t group);

/* Let derived facts follow anew from what they are derived from: values that are settled may be settled
 * by facts that are about to be free. Freeing does it. */
void what_if_loosen(struct what_if *w);

/* Let only this be anything, and derivations restrict it as they do. */
void what_if_free_alone(struct what_if *w, uint32_t group);

/* Was the fact or atom that the variable is of set free? */
bool what_if_is_freed(const struct what_if *w, uint32_t variable);

/* Fix the one-of or bool behind a group to a word, whatever it is derived from; what follows
 * from it is free. False when the diagram does not ask about it: any word is as good as
 * another. */
bool what_if_choose(struct what_if *w, uint32_t group, uint32_t word);

/* The groups that the diagram asks about, each once, in order. In the arena. */
uint32_t what_if_groups(const struct what_if *w, const uint32_t **groups);

/* The values that the variable has as the facts are now. */
uint64_t what_if_now(const struct what_if *w, uint32_t variable);

/* Does the variable say whether a derivation or invariant restricts the facts? No fact then. */
bool what_if_is_binding(const struct what_if *w, uint32_t variable);

/* Does the fact behind `group` follow from the one behind `from`? */
bool what_if_follows(const struct what_if *w, uint32_t group, uint32_t from);

/* The results that can come out, a bit each (1 << VM_FAIL, ...); 0 when the facts contradict one
 * another. With `clauses`, one byte for each clause of the check is set where it can decide. */
uint32_t what_if_results(const struct what_if *w, uint8_t *clauses);

/* Of a diagram of truths: is it surely true? */
bool what_if_holds(const struct what_if *w);

/* --- conditions --- */

/* The ways to the results asked for, and the ways to others, over what is not known. */
struct residual {
	struct space *space;
	space_ref yes, no;
	uint32_t variables;
};

/* `space` may be that of another residual of the same frame, or NULL for a new one. */
void residual_begin(const struct what_if *w, uint32_t results, struct space *space,
                    struct residual *r);

/* No longer tell the values of a variable apart. Both ways may then overlap. */
void residual_hide(struct residual *r, uint32_t variable);
bool residual_overlaps(const struct residual *r);

struct literal {
	uint32_t variable;
	uint64_t values;
};

/* All literals hold: no literal, always. */
struct conjunction {
	struct literal *literals;
	uint32_t count;
};

/* One of them holds. */
struct conditions {
	struct conjunction *all;
	uint32_t count;
	bool cut;                       /* there are more */
};

/* The ways to yes as few short conjunctions: each excludes all of no; at most `most`. */
void residual_conditions(const struct residual *r, struct arena *arena, uint32_t most,
                         struct conditions *out);

#endif
