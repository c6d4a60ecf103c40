/* SPDX-License-Identifier: Apache-2.0 */
/* lower.h - conditions and decisions as decision diagrams. */
#ifndef COMPILE_LOWER_H
#define COMPILE_LOWER_H

#include "code/program.h"
#include "compile/numbering.h"
#include "compile/variables.h"

enum { LOWER_LIMIT = 200000 };          /* nodes made while a diagram is built */

/* What a diagram's terminals mean. */
struct leaves {
	struct row_leaf *rows;
	uint32_t count, capacity;
};

/* What the diagrams of one frame share: nodes, and what each binding demands. */
struct lowering_space {
	struct space *space;
	space_ref *holds;               /* by binding */
	bool *known;                    /* is holds set */
};

struct lowering {
	struct arena *arena;
	struct variables *variables;
	struct space *space;
	struct lowering_space *shared;
	struct leaves leaves;
	bool whole;                     /* clauses are atoms */
	const struct instance *instance;
	const struct condition *joint[CODE_MAX_TALLIES + 1];
	uint32_t joint_count;
};

void lower_share(struct lowering_space *shared, struct arena *arena,
                 const struct variables *variables);
void lower_begin(struct lowering *l, struct arena *arena, struct variables *variables,
                 struct lowering_space *shared);

/* SPACE_YES where the condition holds. */
space_ref lower_condition(struct lowering *l, const struct condition *condition);

/* Terminals are indexes of l->leaves. */
space_ref lower_decision(struct lowering *l, const struct decision *decision);

/* A terminal for a leaf; equal leaves share one. */
space_ref lower_leaf(struct lowering *l, struct row_leaf leaf);

/* The diagram under the bindings that its facts have: what contradicts them leads to a conflict leaf. */
space_ref lower_bind(struct lowering *l, space_ref diagram, const bool *bindings);

/* Which bindings bind a condition or decision: marks them in `bindings` (one per binding of the frame). */
void bindings_of_condition(const struct frame *frame, const struct condition *condition, bool *bindings,
                           bool *facts);
void bindings_of_decision(const struct frame *frame, const struct decision *decision, bool *bindings,
                          bool *facts);
void bindings_close(const struct frame *frame, bool *bindings, bool *facts);

#endif
