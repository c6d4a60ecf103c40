/* SPDX-License-Identifier: Apache-2.0 */
/* A plan and the facts of a run: what is known, and what could be. */
#include "aggregate.h"
#include "complete.h"

static void bind_one(struct bound *bound, int slot, int64_t value)
{
	bound->counts[slot] = 1;
	bound->candidates[slot][0] = value;
}

static void add_candidate(struct bound *bound, int slot, int64_t value)
{
	for (int i = 0; i < bound->counts[slot]; i++)
		if (bound->candidates[slot][i] == value)
			return;
	if (bound->counts[slot] == MAX_CANDIDATES)
		bound->too_large = true;
	else
		bound->candidates[slot][bound->counts[slot]++] = value;
}

static bool may_be_absent(const struct fact *fact, const struct reading *reading)
{
	return fact->optional && (reading->beyond || reading->state == STATE_MISSING ||
	                          reading->state == STATE_CONFLICT);
}

static void bind_fact(struct bound *bound, int slot, const struct fact *free_fact)
{
	const struct slot *at = &bound->plan->slots[slot];
	const struct fact *fact = at->place.steps[at->place.length - 1];
	struct reading reading = read_place(bound->scene, bound->root, &at->place);
	struct group *group = &bound->groups[at->group];
	bool free = fact == free_fact && reading.record == bound->root;

	if (!free && reading.state == STATE_PRESENT) {
		group->known = true;
		bind_one(bound, slot, slot_number(at, reading.value, bound->scene->now));
		return;
	}
	if (!free && reading.state == STATE_ABSENT) {
		group->known = true;
		bind_one(bound, slot, at->aspect == ASPECT_WHOLE ? VALUE_ABSENT : 0);
		return;
	}
	bound->counts[slot] = slot_candidates(bound->plan, slot,
	                                      may_be_absent(fact, &reading),
	                                      bound->candidates[slot]);
	if (free && reading.state == STATE_PRESENT)
		add_candidate(bound, slot, slot_number(at, reading.value, bound->scene->now));
	group->bad = state_is_bad(reading.state);
	names_add(&group->names, reading_name(&at->place, &reading));
}

static void bind_atom(struct bound *bound, int slot)
{
	const struct slot *at = &bound->plan->slots[slot];
	struct group *group = &bound->groups[at->group];
	struct verdict_of_atom verdict;

	if (bound->plan->bodies[slot]) {
		group->fleet = true;
		verdict = (struct verdict_of_atom){ 0 };
		if (!decide_number(bound->scene, bound->plan->bodies[slot], at->what,
		                   &verdict.truth))
			bound->too_large = true;
		names_add(&verdict.names, "fleet");
	} else {
		verdict = decide_atom(bound->scene, bound->root, &at->place, at->what);
	}
	if (verdict.truth != TRUTH_UNKNOWN) {
		group->known = true;
		bind_one(bound, slot, verdict.truth == TRUTH_YES);
		return;
	}
	group->bad = verdict.bad;
	group->names = verdict.names;
	bound->counts[slot] = slot_candidates(bound->plan, slot, false,
	                                      bound->candidates[slot]);
}

static void bind_joint(struct bound *bound, int slot)
{
	struct group *group = &bound->groups[bound->plan->slots[slot].group];
	unsigned vectors;

	if (!decide_joint(bound->scene, bound->plan, &vectors))
		bound->too_large = true;
	for (int vector = 0; vector < 1 << bound->plan->joint_count; vector++)
		if (vectors >> vector & 1)
			add_candidate(bound, slot, vector);
	group->fleet = true;
	group->known = bound->counts[slot] == 1;
	names_add(&group->names, "fleet");
}

/* A derivation or invariant that is in conflict binds nothing. */
static bool is_open(const struct bound *bound, const struct constraint *constraint,
                    const struct fact *free_fact)
{
	struct place place = constraint->record;
	const struct entity *entity = constraint->entity;
	struct reading reading;

	if (constraint->kind == CONSTRAINT_PART)
		return true;
	place.steps[place.length++] = &entity->facts[0];
	reading = read_place(bound->scene, bound->root, &place);
	if (!reading.record)
		return true;
	if (constraint->kind == CONSTRAINT_INVARIANT)
		return !reading.record->broken[constraint->index];
	return !reading.record->closed[constraint->index] ||
	       (&entity->facts[constraint->index] == free_fact &&
	        reading.record == bound->root);
}

/* A derived fact follows with all its parts. */
static uint64_t with_parts(const struct plan *plan, int whole)
{
	uint64_t slots = 0;

	for (int i = 0; i < plan->slot_count; i++)
		if (plan->slots[i].whole == whole)
			slots |= UINT64_C(1) << i;
	return slots;
}

static bool follows(const struct bound *bound, int constraint, const struct group *group)
{
	const struct constraint *at = &bound->plan->constraints[constraint];
	uint64_t reach = group->slots | group->followers;

	if (!bound->open[constraint] || at->kind == CONSTRAINT_PART || at->result < 0)
		return false;
	if (bound->groups[bound->plan->slots[at->result].group].known)
		return false;           /* it is fixed, and so does not follow from others */
	return !(reach >> at->result & 1) && (at->uses & reach);
}

static void find_followers(struct bound *bound, struct group *group)
{
	const struct plan *plan = bound->plan;
	bool grew = true;

	while (grew) {
		grew = false;
		for (int i = 0; i < plan->constraint_count; i++) {
			if (!follows(bound, i, group))
				continue;
			group->followers |= with_parts(plan, plan->constraints[i].result);
			grew = true;
		}
	}
}

struct bound *bind_plan(const struct plan *plan, const struct scene *scene,
                        const struct record *root, const struct fact *free_fact)
{
	struct bound *bound = store_take(sizeof *bound);

	*bound = (struct bound){ .plan = plan, .scene = scene, .root = root,
	                         .too_large = plan->too_large };
	for (int i = 0; i < plan->slot_count && !bound->too_large; i++) {
		bound->groups[plan->slots[i].group].slots |= UINT64_C(1) << i;
		if (plan->slots[i].aspect == ASPECT_ATOM)
			bind_atom(bound, i);
		else if (plan->slots[i].aspect == ASPECT_JOINT)
			bind_joint(bound, i);
		else
			bind_fact(bound, i, free_fact);
	}
	for (int i = 0; i < plan->constraint_count; i++)
		bound->open[i] = is_open(bound, &plan->constraints[i], free_fact);
	for (int i = 0; i < plan->group_count; i++)
		find_followers(bound, &bound->groups[i]);
	return bound;
}
