/* SPDX-License-Identifier: Apache-2.0 */
/* ask.c - assay_run_ask. */
#include "api/run.h"

enum assay_status assay_run_ask(struct assay_run *run, const struct assay_ask_options *options)
{
	if (options->size != sizeof *options || !options->on_answer || run->finished
	    || run->evaluation->first)
		return ASSAY_USAGE;
	run->ask = *options;
	run_explain_begin(run);
	return ASSAY_OK;
}

static const struct assay_option *public_options(struct assay_run *run,
                                                 const struct ask_answer *answer)
{
	static const char *const verdicts[] = {
		[ASK_WORKS] = "works", [ASK_DEPENDS] = "depends", [ASK_CHANGE] = "change",
		[ASK_NEVER] = "no", [ASK_SILENT] = "silent",
	};
	struct assay_option *out = arena_array(&run->words, answer->value_count + 1, sizeof *out);

	for (uint32_t i = 0; i < answer->value_count; i++) {
		const struct ask_value *v = &answer->values[i];

		out[i] = (struct assay_option){ .word = v->word, .label = v->label,
			.verdict = verdicts[v->verdict], .has_now = v->has_now,
			.cases = run_cases(run, &v->cases), .case_count = v->cases.count,
			.cases_cut = v->cases.cut, .notes = v->notes,
			.note_count = v->note_count, .reason = v->reason,
			.cautions = v->cautions, .caution_count = v->caution_count };
	}
	return out;
}

void run_ask(struct assay_run *run, const struct vm *vm, const struct vm_finding *found,
             const struct described *described, const struct assay_finding *finding)
{
	const struct assay_ask_options *options = &run->ask;
	struct assay_answer out = { .size = sizeof out, .finding = finding };
	struct ask_answer answer;

	if (!options->on_answer || !described->rule->is_table
	    || (options->wants && !options->wants(finding, options->user))
	    || !ask_table(&run->explainer, vm, found, described, &answer))
		return;
	out.cite = answer.cite;
	out.place = answer.place;
	out.applies = answer.applies;
	out.options = public_options(run, &answer);
	out.option_count = answer.value_count;
	out.table = answer.applies ? run_table(run, &answer.table) : NULL;
	options->on_answer(&out, options->user);
}
