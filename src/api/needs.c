/* SPDX-License-Identifier: Apache-2.0 */
/* needs.c - assay_run_needs. */
#include "api/run.h"

static const char *const verdicts[] = {
	[NEED_REQUIRED] = "required", [NEED_CONDITIONAL] = "conditional",
	[NEED_NOT] = "not-required", [NEED_UNASKED] = "unasked",
};

enum assay_status assay_run_needs(struct assay_run *run, const struct assay_needs_options *options)
{
	if (options->size != sizeof *options || !options->on_need || run->finished
	    || run->evaluation->first)
		return ASSAY_USAGE;
	run->needs = *options;
	run_explain_begin(run);
	return ASSAY_OK;
}

static const struct assay_need_rule *public_rules(struct assay_run *run, const struct need *need)
{
	struct assay_need_rule *out = arena_array(&run->words, need->rule_count + 1, sizeof *out);

	for (uint32_t i = 0; i < need->rule_count; i++) {
		const struct need_rule *r = &need->rules[i];

		out[i] = (struct assay_need_rule){ .rule = r->rule,
			.verdict = verdicts[r->verdict], .cases = run_cases(run, &r->cases),
			.case_count = r->cases.count, .cases_cut = r->cases.cut,
			.reason = r->reason, .clause = r->clause, .message = r->message,
			.cite = r->cite };
	}
	return out;
}

static void tell(const struct need *need, void *user)
{
	static const char *const levels[] = { "required", "recommended", "supported" };
	struct assay_run *run = user;
	struct assay_need out = { .size = sizeof out, .subject = need->subject,
		.entity = need->entity, .place = need->place, .meaning = need->meaning,
		.state = need->state, .verdict = verdicts[need->verdict],
		.level = need->verdict == NEED_UNASKED ? "" : levels[need->level],
		.rule_count = need->rule_count };

	out.rules = public_rules(run, need);
	run->needs.on_need(&out, run->needs.user);
}

void run_needs(struct assay_run *run, const struct vm *vm, const struct vm_finding *found)
{
	/* The checks of a record come in order; records may follow one another at one address. */
	bool same = run->needed == found->record && found->check > run->needed_check;

	run->needed = found->record;
	run->needed_check = found->check;
	if (!run->needs.on_need || same)
		return;
	if (!run->needing)
		run->needing = needs_new(&run->arena, &run->explainer);
	needs_of(run->needing, vm, found->record, tell, run);
}
