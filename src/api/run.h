/* SPDX-License-Identifier: Apache-2.0 */
/* run.h - what stands behind an assay_run. Private to this room. */
#ifndef API_RUN_H
#define API_RUN_H

#include <assay-tools.h>

#include "api/handle.h"
#include "explain/explain.h"
#include "jobs/describe.h"
#include "jobs/place.h"

struct assay_run {
	const struct assay_policy *policy;
	struct assay_run_options options;
	struct arena arena, words;      /* of the run; of one finding */
	struct evaluation *evaluation;
	struct place_names names;       /* of certificates, in `words` */
	struct describe_with describe;
	struct assay_summary summary;
	bool finished;
	struct explainer explainer;
	struct assay_explain_options explain;   /* on_explanation is NULL: nothing is to be explained */
};

/* explain.c: explain a finding, if somebody wants it, while it is reported. */
void run_explain(struct assay_run *run, const struct vm *vm, const struct vm_finding *found,
                 const struct described *described, const struct assay_finding *finding);

#endif
