/* SPDX-License-Identifier: Apache-2.0 */
#include "compare.h"

#include <string.h>

#include "names.h"

const char *subject_text(const struct rule *rule, const struct record *record)
{
	const char *text = record->entity->name;

	if (record->entity->kind != ENTITY_SINGLE)
		text = store_print("%s/%s", text, record->key);
	return rule->place ? store_print("%s/%s", text, rule->place->name) : text;
}

static bool same_names(const struct names *a, const struct names *b)
{
	if (a->count != b->count)
		return false;
	for (int i = 0; i < a->count; i++)
		if (!names_have(b, a->at[i]))
			return false;
	return true;
}

static bool within(const struct names *few, const struct names *many)
{
	for (int i = 0; i < few->count; i++)
		if (!names_have(many, few->at[i]))
			return false;
	return true;
}

static void write_names(struct writing *out, const char *what, const struct names *names)
{
	write_text(out, "  %s:", what);
	for (int i = 0; i < names->count; i++)
		write_text(out, "%s %s", i ? "," : "", names->at[i]);
	write_text(out, "\n");
}

static void report_difference(struct writing *report, const struct rule *rule,
                              const struct record *record, const struct finding *expected,
                              const struct subject_finding *got)
{
	write_text(report, "rule %s on %s\n expected %s%s\n", rule->id, subject_text(rule, record),
	           result_text(expected->result), expected->loose ? " (loosely)" : "");
	write_names(report, "for", &expected->names);
	write_names(report, "cautions", &expected->cautions);
	if (!got) {
		write_text(report, " got no finding\n");
		return;
	}
	write_text(report, " got %s\n", got->result);
	write_names(report, "for", &got->unknown);
	write_names(report, "cautions", &got->cautions);
	write_names(report, "rests on", &got->facts);
}

static bool agrees(const struct rule *rule,
                   const struct finding *expected, const struct subject_finding *got)
{
	struct names ours = names_normal(rule, &expected->names);
	struct names theirs;

	if (!got || strcmp(got->result, result_text(expected->result)) != 0 ||
	    !same_names(&expected->cautions, &got->cautions))
		return false;
	theirs = names_normal(rule, &got->unknown);
	if (expected->loose)
		return within(&theirs, &ours);
	return same_names(&ours, &theirs);
}

/* The facts that a finding rests on, with everything else missing. */
static struct scene *reduce(const struct trial *trial, const struct scene *settled,
                            const struct rule *rule, const struct record *record,
                            const struct subject_finding *got)
{
	struct scene *reduced = store_take(sizeof *reduced);

	*reduced = *settled;
	for (int e = 0; e < settled->policy->entity_count; e++)
		for (int i = 0; i < settled->counts[e]; i++)
			for (int f = 0; f < MAX_FACTS; f++)
				if (!settled->policy->entities[e]->facts[f].key)
					reduced->records[e][i].cells[f] = (struct cell){ 0 };
	for (int i = 0; i < got->facts.count; i++)
		names_restore(trial->policy, rule, record, got->facts.at[i], settled, reduced);
	return reduced;
}

/* Where facts contradict one another, what is left of them may not. */
static bool has_conflict(const struct scene *settled)
{
	for (int e = 0; e < settled->policy->entity_count; e++)
		for (int i = 0; i < settled->counts[e]; i++)
			for (int f = 0; f < settled->policy->entities[e]->fact_count; f++)
				if (settled->records[e][i].cells[f].state == STATE_CONFLICT)
					return true;
	return false;
}

/* The second property. */
static bool suffices(const struct trial *trial, const struct scene *settled, int rule,
                     const struct record *record, const struct subject_finding *got,
                     struct writing *report)
{
	const struct rule *about = &trial->policy->rules[rule];
	struct subject_run *run;
	const struct subject_finding *again;
	struct scene *reduced;

	if (trial->plans->rules[rule]->joint_count > 0 || strcmp(got->result, "unknown") == 0 ||
	    strcmp(got->result, "error") == 0 || has_conflict(settled))
		return true;
	for (int i = 0; i < trial->plans->rules[rule]->slot_count; i++)
		if (trial->plans->rules[rule]->bodies[i])
			return true;
	run = store_take(sizeof *run);
	reduced = reduce(trial, settled, about, record, got);
	if (!subject_evaluate(trial->compiled, reduced, run, report))
		return false;
	again = subject_find(run, about->id, subject_text(about, record));
	if (again && strcmp(again->result, got->result) == 0)
		return true;
	write_text(report, "rule %s on %s is %s, but with only what it rests on %s\n",
	           about->id, subject_text(about, record), got->result,
	           again ? again->result : "nothing");
	write_names(report, "rests on", &got->facts);
	write_text(report, "facts left:\n");
	write_facts(report, reduced);
	return false;
}

/* A place that is absent is no subject. */
static bool is_no_subject(const struct rule *rule, const struct record *record)
{
	return rule->place && record->cells[fact_index(rule->entity, rule->place)].state ==
	                      STATE_ABSENT;
}

static bool is_left_alone(const struct rule *rule, const struct record *record,
                          const struct subject_run *run, struct writing *report)
{
	const char *subject = subject_text(rule, record);

	if (!subject_find(run, rule->id, subject))
		return true;
	write_text(report, "rule %s on %s: there is no such subject\n", rule->id, subject);
	return false;
}

static bool compare_rule(struct trial *trial, const struct scene *settled, int rule,
                         const struct subject_run *run, struct writing *report)
{
	const struct rule *about = &trial->policy->rules[rule];
	int e = about->entity->index;
	bool same = true;

	for (int i = 0; i < settled->counts[e] && same; i++) {
		const struct record *record = &settled->records[e][i];
		struct finding expected;
		const struct subject_finding *got;

		if (is_no_subject(about, record)) {
			same = is_left_alone(about, record, run, report);
			continue;
		}
		expected = evaluate(trial->plans, settled, rule, record);
		if (expected.skipped) {
			trial->skipped++;
			continue;
		}
		trial->findings++;
		trial->places += about->place != NULL;
		trial->results[expected.result]++;
		got = subject_find(run, about->id, subject_text(about, record));
		same = agrees(about, &expected, got);
		if (!same)
			report_difference(report, about, record, &expected, got);
		else if (trial->findings % trial->sample == 0)
			same = suffices(trial, settled, rule, record, got, report);
	}
	return same;
}

bool compare_facts(struct trial *trial, const struct scene *scene, struct writing *report)
{
	size_t mark = store_mark();
	struct scene *settled = settle(trial->plans, scene);
	struct subject_run *run = store_take(sizeof *run);
	bool same = true;

	if (!settled) {
		trial->skipped++;
		store_release(mark);
		return true;
	}
	if (!subject_evaluate(trial->compiled, scene, run, report)) {
		write_text(report, "the run was refused\n");
		same = false;
	}
	for (int i = 0; i < trial->policy->rule_count && same; i++)
		if (!trial->policy->rules[i].left_out &&
		    !subject_is_approximate(trial->compiled, trial->policy->rules[i].id))
			same = compare_rule(trial, settled, i, run, report);
	store_release(mark);
	return same;
}
