/* SPDX-License-Identifier: Apache-2.0 */
/* written.h - what a program was compiled from, looked up by name: rules, definitions, parameters
 * and how facts are derived. The texts stand in the program and are parsed when first asked for.
 */
#ifndef EXPLAIN_WRITTEN_H
#define EXPLAIN_WRITTEN_H

#include "code/program.h"
#include "jobs/load.h"

struct written {
	struct arena *arena;
	const struct program *program;
	struct load load;
	bool loaded;
};

void written_init(struct written *w, struct arena *arena, const struct program *program);

/* NULL when there is none. */
const struct item *written_rule(struct written *w, struct text id);
const struct item *written_definition(struct written *w, struct text name);
const struct item *written_lookup(struct written *w, struct text name);
const struct fact_tree *written_fact(struct written *w, struct text entity, struct text fact);

/* "cmg.assay:77"; what stands there, on one line. In the arena given. */
struct text written_place(struct written *w, struct span at, struct arena *arena);
struct text written_line(struct written *w, struct span at, struct arena *arena);

/* Every word of the expression that may be a name, each once, in order; at most `most`. */
uint32_t written_names(const struct expr *expr, struct text *names, uint32_t most);

/* The clause of the item at this place in its file (as in row_clause); or NULL. */
const struct clause *written_clause(struct written *w, const struct item *item, uint32_t from);

#endif
