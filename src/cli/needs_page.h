/* SPDX-License-Identifier: Apache-2.0 */
/* needs_page.h - which certificates are required, gathered for a person: subjects with one
 * answer stand together. */
#ifndef CLI_NEEDS_PAGE_H
#define CLI_NEEDS_PAGE_H

#include <stdbool.h>

#include <assay-tools.h>

#include "cli/lookup.h"
#include "cli/pool.h"

struct need_answer;
struct need_place;

struct needs_page {
	/* Set by the caller. */
	const struct assay_rule *rules;
	bool all;                       /* every subject is named */
	/* Private. */
	struct need_place *first, **last;
	struct lookup places, answers;
	struct pool pool;
};

void needs_page_take(struct needs_page *needs, const struct assay_need *need);

/* On standard output. */
void needs_page_print(struct needs_page *needs);

void needs_page_done(struct needs_page *needs);

#endif
