/* SPDX-License-Identifier: Apache-2.0 */
/* results.h - what was found, as JSON for programs (docs/schema/results.json): every finding,
 * written when it comes. */
#ifndef CLI_RESULTS_H
#define CLI_RESULTS_H

#include <stdbool.h>

#include <assay.h>

#include "cli/json_out.h"

struct results {
	struct json_out json;
	const struct assay_policy *policy;
	const struct assay_rule *rules;
	const bool *only;               /* by rule; NULL: all */
	bool lines;                     /* a finding a line, and nothing else */
};

void results_begin(struct results *results, int64_t now, bool complete);

/* An assay_finding_fn; user is a struct results. */
void results_take(const struct assay_finding *finding, void *user);

void results_end(struct results *results, const struct assay_summary *summary);

#endif
