/* SPDX-License-Identifier: Apache-2.0 */
/* coverage.h - which results of rules tests expect, gathered and printed. */
#ifndef CLI_COVERAGE_H
#define CLI_COVERAGE_H

#include <assay-tools.h>

#include "cli/json_out.h"
#include "cli/lookup.h"
#include "cli/page.h"
#include "cli/pool.h"

/* Empty when zeroed. */
struct coverage {
	struct assay_coverage *rules;   /* in the order of their coming */
	size_t count;
	struct lookup places;           /* file and id -> index, a size_t */
	struct pool pool;
};

/* An assay_coverage_fn; user is a struct coverage. A rule that came before gains what tests of another
 * path expect of it. */
void coverage_take(const struct assay_coverage *rule, void *user);

/* Rules that can fail or pass as no test expects. */
size_t coverage_gaps(const struct coverage *coverage);

/* A table of all rules, and what is lacking. */
void coverage_print(struct page *page, const struct coverage *coverage);

/* The member `rules`. */
void coverage_write(struct json_out *json, const struct coverage *coverage);

void coverage_done(struct coverage *coverage);

#endif
