/* SPDX-License-Identifier: Apache-2.0 */
/* variables.h - what the diagrams of a frame ask about: facts cut into regions, and atoms.
 *
 * First every condition of the frame is offered; then the variables are sorted into their order and
 * the regions that no condition tells apart are merged; then tests can be asked for.
 */
#ifndef COMPILE_VARIABLES_H
#define COMPILE_VARIABLES_H

#include "compile/cut.h"
#include "compile/readers.h"
#include "diag/diag.h"

struct variables {
	struct arena *arena;
	struct frame *frame;
	struct cut_variable **all;      /* by level once cut */
	uint32_t count, capacity;
	bool cut;
	uint32_t reader;                /* of what is offered: a binding's index + 1, else READER_RULE */
	struct readers readers;
};

void variables_begin(struct variables *v, struct arena *arena, struct frame *frame);

/* Offer all that a condition asks. With `whole`, the condition becomes one atom unless it holds aggregates. */
void variables_offer(struct variables *v, const struct condition *condition,
                     const struct instance *instance, bool whole);
void variables_offer_binding(struct variables *v, const struct binding *binding);

/* Sort and cut. Says E0711 for a fact of more than 64 regions. */
bool variables_cut(struct variables *v, struct diags *diags);

/* After the cut: the variable and the values for which a test holds. A test of a text that equals a constant
 * is decided by it: *by_text is then the variable of the text and *text_values those of its values that decide
 * yes; *text_other those that leave it to `variable`. */
struct cut_test {
	struct cut_variable *variable;
	uint64_t values;
	struct cut_variable *by_text;
	uint64_t text_yes, text_other;
};
struct cut_test variables_test(struct variables *v, const struct condition *test);
struct cut_variable *variables_open(struct variables *v, struct path path);
struct cut_variable *variables_present(struct variables *v, struct path path);
struct cut_variable *variables_atom(struct variables *v, const struct condition *condition);
struct cut_variable *variables_fleet(struct variables *v, const struct instance *instance);
/* The value of a derived fact's variable that stands for the value of this leaf, and what is not told apart from it. */
struct cut_test variables_value(struct variables *v, struct path path,
                                const struct decision *leaf);

bool condition_equal(const struct condition *a, const struct condition *b);
bool condition_has_aggregate(const struct condition *condition);

/* The `any` conditions of an instance, in order of their first use: at most CODE_MAX_TALLIES + 1 are listed. */
uint32_t instance_joint(const struct instance *instance, const struct condition **conditions);

#endif
