/* SPDX-License-Identifier: Apache-2.0 */
/* Facts and their states: what happens before any rule. */
#include "evaluate.h"

struct plans *plans_for(const struct policy *policy)
{
	struct plans *plans = store_take(sizeof *plans);

	plans->policy = policy;
	for (int e = 0; e < policy->entity_count; e++) {
		const struct entity *entity = policy->entities[e];

		for (int i = 0; i < entity->invariant_count; i++)
			plans->invariants[e][i] = plan_for_condition(
				entity, entity->invariants[i], false);
		for (int i = 0; i < entity->fact_count; i++)
			if (entity->facts[i].derivation != DERIVED_NOT)
				plans->facts[e][i] = plan_for_fact(entity, &entity->facts[i]);
	}
	for (int r = 0; r < policy->rule_count; r++) {
		const struct rule *rule = &policy->rules[r];
		int count = 0;

		plans->rules[r] = plan_for_rule(policy, rule);
		for (int i = 0; i < rule->caution_count; i++) {
			plans->caution_texts[r][count] = rule->cautions[i].text;
			plans->cautions[r][count++] = plan_for_caution(
				rule, rule->cautions[i].condition);
		}
		for (int i = 0; rule->table && i < rule->table->note_count; i++) {
			const struct caution *caution = &rule->table->notes[i].caution;

			if (!caution->condition)
				continue;
			plans->caution_texts[r][count] = caution->text;
			plans->cautions[r][count++] = plan_for_caution(rule, caution->condition);
		}
		plans->caution_counts[r] = count;
	}
	return plans;
}

/* A reference to a record that does not exist is missing. */
static void drop_dangling(struct scene *scene, struct record *record)
{
	for (int i = 0; i < record->entity->fact_count; i++) {
		const struct fact *fact = &record->entity->facts[i];
		struct cell *cell = &record->cells[i];

		if (fact->kind == KIND_REFERENCE && cell->state == STATE_PRESENT &&
		    !scene_find(scene, fact->target, cell->value.text))
			cell->state = STATE_MISSING;
	}
}

struct satisfied {
	const struct node *invariant;
	bool found;
};

static void see_satisfied(const int64_t *values, const uint8_t *indexes, void *user)
{
	struct satisfied *satisfied = user;

	(void)indexes;
	satisfied->found |= node_holds(satisfied->invariant, values);
}

static void put_in_conflict(const struct plan *plan, struct record *record)
{
	for (int i = 0; i < plan->slot_count; i++) {
		const struct place *place = &plan->slots[i].place;

		if (plan->slots[i].aspect != ASPECT_WHOLE)
			continue;
		record->cells[fact_index(record->entity, place->steps[0])].state =
			STATE_CONFLICT;
	}
}

/* Step 1; every invariant is judged by the facts as they were read. */
static bool settle_invariants(const struct plans *plans, const struct scene *scene,
                              struct record *record)
{
	const struct entity *entity = record->entity;

	for (int i = 0; i < entity->invariant_count; i++) {
		const struct plan *plan = plans->invariants[entity->index][i];
		struct satisfied satisfied = { plan->steps[0].node, false };

		if (!complete_all(bind_plan(plan, scene, record, NULL), see_satisfied,
		                  &satisfied))
			return false;
		record->broken[i] = !satisfied.found;
	}
	for (int i = 0; i < entity->invariant_count; i++)
		if (record->broken[i])
			put_in_conflict(plans->invariants[entity->index][i], record);
	return true;
}

/* The candidates of the derived fact that some completion gives. */
struct possible {
	int slot;
	uint64_t indexes;
};

static void see_value(const int64_t *values, const uint8_t *indexes, void *user)
{
	struct possible *possible = user;

	(void)values;
	possible->indexes |= UINT64_C(1) << indexes[possible->slot];
}

static bool is_one(uint64_t set)
{
	return set && !(set & (set - 1));
}

static void derive_value(struct cell *cell, const struct slot *slot, int64_t number)
{
	cell->state = STATE_PRESENT;
	cell->value = (struct value){ .number = number };
	if (slot->place.steps[slot->place.length - 1]->kind == KIND_TEXT)
		cell->value.text = slot->constants[number];
}

static bool is_possible(const struct bound *bound, const struct possible *possible,
                        int64_t number)
{
	for (int i = 0; i < bound->counts[possible->slot]; i++)
		if (bound->candidates[possible->slot][i] == number)
			return possible->indexes >> i & 1;
	return false;
}

/* Is the candidate one value, or does it stand for many? */
static bool is_exact(const struct slot *slot, enum kind kind, int64_t number)
{
	if (kind == KIND_TEXT)
		return number >= 0;
	for (int i = 0; i < slot->cut_count; i++)
		if (slot->cuts[i] == number)
			return true;
	return kind == KIND_BOOL || kind == KIND_CHOICE;
}

static void settle_cell(const struct bound *bound, const struct possible *possible,
                        struct record *record, int index)
{
	const struct slot *slot = &bound->plan->slots[possible->slot];
	struct cell *cell = &record->cells[index];

	if (possible->indexes == 0 ||
	    (cell->state == STATE_PRESENT &&
	     !is_possible(bound, possible,
	                  slot_number(slot, &cell->value, bound->scene->now)))) {
		cell->state = STATE_CONFLICT;
		record->closed[index] = true;
		return;
	}
	if (cell->state == STATE_PRESENT || !is_one(possible->indexes))
		return;
	for (int i = 0; i < bound->counts[possible->slot]; i++)
		if ((possible->indexes >> i & 1) &&
		    is_exact(slot, record->entity->facts[index].kind,
		             bound->candidates[possible->slot][i]))
			derive_value(cell, slot, bound->candidates[possible->slot][i]);
}

/* Step 2. */
static bool settle_derived(const struct plans *plans, const struct scene *scene,
                           struct record *record, int index)
{
	const struct fact *fact = &record->entity->facts[index];
	const struct plan *plan = plans->facts[record->entity->index][index];
	struct bound *bound;
	struct possible possible = { 0 };

	if (record->cells[index].state == STATE_CONFLICT) {
		record->closed[index] = true;
		return true;
	}
	bound = bind_plan(plan, scene, record, fact);
	possible.slot = plan->constraints[0].result;
	if (!complete_all(bound, see_value, &possible))
		return false;
	settle_cell(bound, &possible, record, index);
	return true;
}

static bool settle_record(const struct plans *plans, const struct scene *scene,
                          struct record *record)
{
	size_t mark = store_mark();
	bool done = settle_invariants(plans, scene, record);

	for (int i = 0; done && i < record->entity->fact_count; i++)
		if (record->entity->facts[i].derivation != DERIVED_NOT)
			done = settle_derived(plans, scene, record, i);
	store_release(mark);
	return done;
}

struct scene *settle(const struct plans *plans, const struct scene *scene)
{
	struct scene *settled = store_take(sizeof *settled);

	*settled = *scene;
	for (int e = 0; e < scene->policy->entity_count; e++)
		for (int i = 0; i < settled->counts[e]; i++)
			drop_dangling(settled, &settled->records[e][i]);
	for (int e = 0; e < scene->policy->entity_count; e++)
		for (int i = 0; i < settled->counts[e]; i++)
			if (!settle_record(plans, settled, &settled->records[e][i]))
				return NULL;
	return settled;
}
