/* SPDX-License-Identifier: Apache-2.0 */
/* evaluate.h - what docs/language.md says about a policy and facts, by brute force.
 *
 * First every record is settled (facts that contradict the model, derived facts), then
 * each rule is decided in every completion, and the results are put together.
 */
#ifndef REFERENCE_EVALUATE_H
#define REFERENCE_EVALUATE_H

#include "complete.h"

/* The plans of a policy, made once. */
struct plans {
	const struct policy *policy;
	const struct plan *invariants[MAX_ENTITIES][MAX_INVARIANTS];
	const struct plan *facts[MAX_ENTITIES][MAX_FACTS];
	const struct plan *rules[MAX_RULES];
	const struct plan *cautions[MAX_RULES][MAX_CLAUSES + MAX_NOTES];
	const char *caution_texts[MAX_RULES][MAX_CLAUSES + MAX_NOTES];
	int caution_counts[MAX_RULES];
};

struct plans *plans_for(const struct policy *policy);

/* "Before any rule": a copy of the scene in which each fact has its final state. NULL if
 * that takes too many completions. */
struct scene *settle(const struct plans *plans, const struct scene *scene);

enum result { RESULT_FAIL, RESULT_ERROR, RESULT_UNKNOWN, RESULT_PASS, RESULT_EXEMPT,
              RESULT_NOTAPPLICABLE, RESULT_NOTCHECKED };

struct finding {
	enum result result;
	struct names names;             /* of an unknown or an error */
	bool loose;                     /* no fact does so alone: the names may be any of
	                                   `names` */
	struct names cautions;
	bool skipped;                   /* too many completions */
};

/* What a rule says of a record of a settled scene. */
struct finding evaluate(const struct plans *plans, const struct scene *scene, int rule,
                        const struct record *record);

const char *result_text(enum result result);

#endif
