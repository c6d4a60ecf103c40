/* SPDX-License-Identifier: Apache-2.0 */
/* ask.h - which values of the fact that a table allows would do for a subject, and on which
 * conditions. */
#ifndef EXPLAIN_ASK_H
#define EXPLAIN_ASK_H

#include "explain/explain.h"

enum ask_verdict {
	ASK_WORKS,
	ASK_DEPENDS,            /* on facts that are not known */
	ASK_CHANGE,             /* with a change of other facts */
	ASK_NEVER,
	ASK_SILENT              /* the table does not judge it */
};

/* All texts are NUL-terminated. */
struct ask_value {
	const char *word, *label;
	enum ask_verdict verdict;
	bool has_now;           /* the subject has it */
	struct change_cases cases;      /* conditions, or changes, with which it works */
	const char *reason;     /* why the table is silent; else empty */
	const char **cautions;  /* remarks that would be made */
	uint32_t caution_count;
	const char **notes;     /* marks of the notes that bind it */
	uint32_t note_count;
};

struct ask_answer {
	const struct described *finding;
	const char *cite, *place;
	bool applies;           /* else the finding says why not, and there are no values */
	struct ask_value *values;
	uint32_t value_count;
	struct page_table table;        /* no value of it is chosen; only rows */
};

/* Only while the finding of a table is being reported. False when there is nothing to answer:
 * it is no table, or what it allows is not asked of this subject. */
bool ask_table(struct explainer *x, const struct vm *vm, const struct vm_finding *finding,
               const struct described *described, struct ask_answer *out);

#endif
