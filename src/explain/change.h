/* SPDX-License-Identifier: Apache-2.0 */
/* change.h - on which conditions a rule says what, and what would have to change for it to say
 * another. */
#ifndef EXPLAIN_CHANGE_H
#define EXPLAIN_CHANGE_H

#include "code/wording.h"
#include "explain/origin.h"
#include "vm/what_if.h"

enum { CHANGE_MOST_CASES = 8 };

/* The conditions of one case, all of which hold; none: in any case. */
struct change_case {
	enum vm_result result;
	const char **conditions;
	uint32_t count;
	const char **then;              /* of a change: what follows for derived facts */
	uint32_t then_count;
};

struct change_cases {
	struct change_case *all;
	uint32_t count, capacity;
	bool cut;                       /* there are more */
};

/* A question about one finding, while it is reported. */
struct change {
	struct explainer *x;
	const struct vm *vm;
	struct what_if what_if;
	struct wording wording;
	bool has_choice;                /* the fact behind `group` is taken to be `word` */
	uint32_t group, word;
};
void change_begin(struct change *c, struct explainer *x, const struct vm *vm, uint32_t check);

/* From now on ask about the subject as if the one-of or bool behind the group were this word. */
void change_choose(struct change *c, uint32_t group, uint32_t word);

/* For each result that the facts not known leave open: the conditions on which it comes out. */
void change_outcomes(struct change *c, struct change_cases *out);

/* The smallest changes of facts by which a rule that fails would pass or be exempt: of single
 * facts or, when no single one does, of two. What can't be changed is left out: keys, and
 * facts in `fixed` (a byte by group; may be NULL). */
void change_ways_out(struct change *c, const uint8_t *fixed, struct change_cases *out);

/* How facts and those derived from them share in what is said. */
enum change_words {
	CHANGE_DERIVED,         /* derived facts, where they say it all: fewer words */
	CHANGE_BASE             /* what people can change; derived facts as what follows */
};

/* The conditions of a way over what is free in c->what_if, as cases with this result. */
void change_say(struct change *c, enum change_words words, enum vm_result result,
                const struct residual *way, struct change_cases *out);

#endif
