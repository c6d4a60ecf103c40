/* SPDX-License-Identifier: Apache-2.0 */
/* page_table.h - a decision table as its page prints it, with the rows and the cell that are
 * the subject's. */
#ifndef EXPLAIN_PAGE_TABLE_H
#define EXPLAIN_PAGE_TABLE_H

#include "explain/origin.h"

/* All texts are NUL-terminated and in the arena. */
struct page_item {
	const char *text;       /* "E-HTTP[1]" */
	bool chosen;            /* in the row of the subject: the value that it has */
};

struct page_cell {
	struct page_item *items;
	uint32_t count;
};

struct page_row {
	struct page_cell *cells;
	uint32_t from;          /* first byte in the file of the rule, as in row_clause */
	bool chosen;            /* the subject is in it, or may be */
};

struct page_note {
	const char *mark;       /* "1" */
	const char *title;
	const char **requires;  /* as written */
	uint32_t count;
	bool applies;           /* its mark stands in a chosen row */
};

struct page_table {
	struct page_cell head;
	uint32_t columns;
	struct page_row *rows;
	uint32_t row_count;
	struct page_note *notes;
	uint32_t note_count;
	const char *target;     /* the fact of the last column: "management-point.mode" */
	const struct words *by; /* the facts of the other columns */
};

/* The table of a rule. False when it is none, or is not written down. `clauses` has a byte for
 * each clause of the check: may it decide? `chosen` is the word of the last column's fact that
 * the subject has, as a label, or empty. */
bool page_table_read(struct explainer *x, const struct row_check *check, const uint8_t *clauses,
                     const struct fact *target, int64_t chosen, struct page_table *out);

/* The name of the fact that a table allows values of; empty if the rule is no table. */
struct text page_table_target(struct explainer *x, const struct row_rule *rule);

#endif
