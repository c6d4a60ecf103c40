/* SPDX-License-Identifier: Apache-2.0 */
/* explain.h - why a rule says of a subject what it says.
 *
 * All texts are NUL-terminated and live in the explainer's words or the program.
 */
#ifndef EXPLAIN_EXPLAIN_H
#define EXPLAIN_EXPLAIN_H

#include "explain/change.h"
#include "explain/page_table.h"
#include "jobs/describe.h"

/* A name that the deciding clause uses: a definition or a parameter. */
struct explained_name {
	const char *name;
	const char *text;       /* definition: what it stands for; parameter: its value */
	const char *place;      /* "cmg.assay:39" */
	bool is_parameter;
};

struct explained {
	const struct described *finding;
	const char *cite;       /* titles, dates and sections of the sources */
	const char *place;      /* of the clause, or of the rule */
	struct explained_name *names;
	uint32_t name_count;
	struct origin_list values;      /* what the result rests on */
	struct change_cases outcomes;   /* of a result that is not known: what comes out when */
	struct change_cases ways;       /* of a failure: changes after which it would pass */
	bool has_table;
	struct page_table table;
};

void explainer_init(struct explainer *x, struct arena *arena, const struct describe_with *with,
                    struct evaluation *e);

/* Only while the finding is being reported. */
void explain_finding(struct explainer *x, const struct vm *vm, const struct vm_finding *finding,
                     const struct described *described, struct explained *out);

/* What a rule cites, with what its sources are called: `"The manual" (2026-01-31), age`. */
const char *explain_cite(struct explainer *x, const struct row_rule *rule);

#endif
