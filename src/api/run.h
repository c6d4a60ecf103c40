/* SPDX-License-Identifier: Apache-2.0 */
/* run.h - what stands behind an assay_run. Private to this room. */
#ifndef API_RUN_H
#define API_RUN_H

#include <assay-tools.h>

#include "api/handle.h"
#include "explain/ask.h"
#include "explain/explain.h"
#include "explain/needs.h"
#include "jobs/describe.h"
#include "jobs/evaluation.h"
#include "jobs/mappings.h"
#include "jobs/recorder.h"

struct assay_run {
	const struct assay_policy *policy;
	struct assay_run_options options;
	struct arena arena, words;      /* of the run; of one finding */
	struct evaluation *evaluation;
	struct assay_summary summary;
	struct mapping_list mappings;   /* installed; found once one is looked for */
	bool mappings_found;
	bool finished;
	struct explainer explainer;
	struct assay_explain_options explain;   /* all zero: nothing is to be explained */
	struct assay_ask_options ask;           /* likewise */
	struct assay_needs_options needs;       /* likewise */
	struct needs *needing;
	const struct record *needed;    /* of the last finding, and its check */
	uint32_t needed_check;
};

/* needs.c: which certificates the record of a finding has to have; once for each record. */
void run_needs(struct assay_run *run, const struct vm *vm, const struct vm_finding *found);

/* ask.c: answer what a table would allow. */
void run_ask(struct assay_run *run, const struct vm *vm, const struct vm_finding *found,
             const struct described *described, const struct assay_finding *finding);

/* explain.c: what it tells, for other questions too. */
const struct assay_case *run_cases(struct assay_run *run, const struct change_cases *cases);
const struct assay_table *run_table(struct assay_run *run, const struct page_table *table);

/* Ask the machine about findings from now on; before any input is added. */
void run_explain_begin(struct assay_run *run);

/* explain.c: explain a finding, if somebody wants it, while it is reported. */
void run_explain(struct assay_run *run, const struct vm *vm, const struct vm_finding *found,
                 const struct described *described, const struct assay_finding *finding);

/* mapping.c: add the input if exactly one mapping is for it, which is told. ASSAY_USAGE if there is
 * none; if there are several, that is told. */
enum assay_status mapping_recognize(struct assay_run *run, const char *name, struct text bytes);

#endif
