/* SPDX-License-Identifier: Apache-2.0 */
/* compare.h - does the system under test say what the reference says?
 *
 * Two properties: results, named facts and cautions are those of the reference; and what
 * a decided finding says it rests on suffices: with every other fact missing, the result
 * is the same.
 */
#ifndef REFERENCE_COMPARE_H
#define REFERENCE_COMPARE_H

#include "evaluate.h"
#include "subject.h"

struct trial {
	const struct policy *policy;
	const struct plans *plans;
	const struct assay_policy *compiled;
	uint64_t sample;                        /* so many findings, one is tried again with
	                                           only what it rests on */
	uint64_t findings, skipped, places;     /* counted up; places: findings about one */
	uint64_t results[RESULT_NOTCHECKED + 1];
};

/* Compare for one set of facts. False where they differ: `report` then says how. */
bool compare_facts(struct trial *trial, const struct scene *scene, struct writing *report);

/* "visit/visit-1", "visit/visit-1/cert" */
const char *subject_text(const struct rule *rule, const struct record *record);

#endif
