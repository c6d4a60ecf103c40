/* SPDX-License-Identifier: Apache-2.0 */
#include "evaluate.h"

#include <string.h>

enum { TABLE_SIZE = 1 << 16 };

/* The completions of one finding, kept to be compared with one another. */
struct kept {
	const struct bound *bound;
	int count;
	bool results[RESULT_NOTCHECKED + 1];
};

static uint8_t vectors[MAX_COMPLETIONS][MAX_SLOTS];
static bool fails[MAX_COMPLETIONS];

const char *result_text(enum result result)
{
	static const char *const texts[] = { "fail", "error", "unknown", "pass", "exempt",
	                                     "notapplicable", "notchecked" };

	return texts[result];
}

/* In one completion; *at gets the step that decided. */
static enum result decide(const struct plan *plan, const int64_t *values, int *at)
{
	for (int i = 0; i < plan->step_count; i++) {
		const struct step *step = &plan->steps[i];

		*at = i;

		switch (step->kind) {
		case STEP_WHEN:
			if (!node_holds(step->node, values))
				return RESULT_NOTAPPLICABLE;
			break;
		case STEP_UNLESS:
			if (node_holds(step->node, values))
				return RESULT_EXEMPT;
			break;
		case STEP_MANUAL:
			return RESULT_NOTCHECKED;
		case STEP_REQUIRE:
			if (!node_holds(step->node, values))
				return RESULT_FAIL;
			break;
		}
	}
	*at = plan->step_count;
	return RESULT_PASS;
}

static void keep(const int64_t *values, const uint8_t *indexes, void *user)
{
	struct kept *kept = user;
	int at;
	enum result result = decide(kept->bound->plan, values, &at);

	kept->results[result] = true;
	memcpy(vectors[kept->count], indexes, (size_t)kept->bound->plan->slot_count);
	fails[kept->count++] = result == RESULT_FAIL;
}

/* The completion as one number, leaving out the slots in the mask. */
static uint64_t number_of(const struct bound *bound, const uint8_t *vector, uint64_t mask)
{
	uint64_t number = 1;

	for (int i = 0; i < bound->plan->slot_count; i++)
		if (bound->counts[i] > 1 && !(mask >> i & 1))
			number = number * (uint64_t)bound->counts[i] + vector[i];
	return number;
}

/* Are there two completions that differ in these slots only, one failing and one not? */
static bool flips(const struct kept *kept, uint64_t mask)
{
	static struct {
		uint64_t number;
		uint8_t seen;
	} table[TABLE_SIZE];
	uint64_t size = 16;

	while (size < 2 * (uint64_t)kept->count)
		size *= 2;
	memset(table, 0, (size_t)size * sizeof table[0]);
	for (int i = 0; i < kept->count; i++) {
		uint64_t number = number_of(kept->bound, vectors[i], mask);
		uint64_t at = (number * 0x9e3779b97f4a7c15u >> 40) % size;

		while (table[at].seen && table[at].number != number)
			at = (at + 1) % size;
		table[at].number = number;
		table[at].seen |= fails[i] ? 1 : 2;
		if (table[at].seen == 3)
			return true;
	}
	return false;
}

/* Does another value of the slot, all others as they are, break a law or decide elsewhere? */
static bool slot_matters(const struct bound *bound, int64_t *values, int slot)
{
	int64_t value = values[slot];
	bool matters = false;
	int before, after;

	decide(bound->plan, values, &before);
	for (int i = 0; i < bound->counts[slot] && !matters; i++) {
		enum broken broken;

		values[slot] = bound->candidates[slot][i];
		broken = what_breaks(bound, values);
		decide(bound->plan, values, &after);
		matters = broken == BROKEN_LAW || (broken == BROKEN_NOTHING && after != before);
	}
	values[slot] = value;
	return matters;
}

/* Does the rule depend on the fact? */
static bool depends_on(const struct kept *kept, const struct group *group)
{
	const struct bound *bound = kept->bound;
	int64_t values[MAX_SLOTS];

	for (int i = 0; i < kept->count; i++) {
		for (int slot = 0; slot < bound->plan->slot_count; slot++)
			values[slot] = bound->candidates[slot][vectors[i][slot]];
		for (int slot = 0; slot < bound->plan->slot_count; slot++)
			if ((group->slots >> slot & 1) && slot_matters(bound, values, slot))
				return true;
	}
	return false;
}

static uint64_t reach_of(const struct group *group)
{
	return group->slots | group->followers;
}

static void add_names(struct names *names, const struct group *group)
{
	for (int i = 0; i < group->names.count; i++)
		names_add(names, group->names.at[i]);
}

/* Name each fact, or each bad one, that alone changes whether a completion fails. */
static void name_alone(const struct kept *kept, bool only_bad, struct names *names)
{
	const struct bound *bound = kept->bound;

	for (int i = 0; i < bound->plan->group_count; i++) {
		const struct group *group = &bound->groups[i];

		if (!group->known && (group->bad || !only_bad) &&
		    flips(kept, reach_of(group)) && depends_on(kept, group))
			add_names(names, group);
	}
}

static uint64_t reach_of_bad(const struct kept *kept)
{
	const struct bound *bound = kept->bound;
	uint64_t reach = 0;

	for (int i = 0; i < bound->plan->group_count; i++)
		if (!bound->groups[i].known && bound->groups[i].bad
		    && depends_on(kept, &bound->groups[i]))
			reach |= reach_of(&bound->groups[i]);
	return reach;
}

/* Some completions fail and some don't. */
static void decide_mixed(const struct kept *kept, struct finding *finding)
{
	const struct bound *bound = kept->bound;
	uint64_t bad = reach_of_bad(kept);
	bool error = bad && flips(kept, bad);

	finding->result = error ? RESULT_ERROR : RESULT_UNKNOWN;
	name_alone(kept, error, &finding->names);
	if (finding->names.count > 0)
		return;
	finding->loose = true;
	for (int i = 0; i < bound->plan->group_count; i++)
		if (!bound->groups[i].known)
			add_names(&finding->names, &bound->groups[i]);
}

static void decide_rule(const struct kept *kept, struct finding *finding)
{
	if (kept->count == 0) {
		finding->result = RESULT_ERROR;
		return;
	}
	if (kept->results[RESULT_FAIL]) {
		for (int i = RESULT_FAIL + 1; i <= RESULT_NOTCHECKED; i++)
			if (kept->results[i]) {
				decide_mixed(kept, finding);
				return;
			}
		finding->result = RESULT_FAIL;
		return;
	}
	finding->result = RESULT_PASS;
	while (!kept->results[finding->result])
		finding->result++;
}

static void add_cautions(const struct plans *plans, const struct scene *scene, int rule,
                         const struct record *record, struct finding *finding)
{
	for (int i = 0; i < plans->caution_counts[rule]; i++) {
		struct kept kept = { 0 };

		kept.bound = bind_plan(plans->cautions[rule][i], scene, record, NULL);
		if (!complete_all(kept.bound, keep, &kept))
			finding->skipped = true;
		if (kept.results[RESULT_PASS] && !kept.results[RESULT_FAIL])
			names_add(&finding->cautions, plans->caution_texts[rule][i]);
	}
}

struct finding evaluate(const struct plans *plans, const struct scene *scene, int rule,
                        const struct record *record)
{
	struct finding finding = { 0 };
	struct kept kept = { 0 };

	kept.bound = bind_plan(plans->rules[rule], scene, record, NULL);
	if (!complete_all(kept.bound, keep, &kept)) {
		finding.skipped = true;
		return finding;
	}
	decide_rule(&kept, &finding);
	add_cautions(plans, scene, rule, record, &finding);
	return finding;
}
