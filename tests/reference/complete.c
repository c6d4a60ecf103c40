/* SPDX-License-Identifier: Apache-2.0 */
#include "complete.h"

static uint64_t bit(int slot)
{
	return UINT64_C(1) << slot;
}

/* Slots in the order in which they are given a value: known ones, free ones, derived
 * ones (by the order of the model, so each after those that it uses). */
struct order {
	int count;
	int slots[MAX_SLOTS];
	uint64_t constraints[MAX_SLOTS];        /* decidable once that slot has its value */
};

static bool is_result(const struct bound *bound, int slot)
{
	for (int i = 0; i < bound->plan->constraint_count; i++)
		if (bound->open[i] && bound->plan->constraints[i].result == slot &&
		    bound->plan->constraints[i].kind != CONSTRAINT_PART)
			return true;
	return false;
}

static int rank_of(const struct bound *bound, int slot)
{
	const struct slot *at = &bound->plan->slots[slot];
	const struct fact *fact;
	const struct entity *entity;

	if (bound->counts[slot] <= 1)
		return 0;
	if (!is_result(bound, slot))
		return at->whole == slot ? 1 : 2;
	fact = at->place.steps[at->place.length - 1];
	entity = bound->root->entity;
	if (at->place.context)
		entity = at->place.context;
	if (at->place.length > 1)
		entity = at->place.steps[at->place.length - 2]->target;
	return 3 + entity->index * MAX_FACTS + fact_index(entity, fact);
}

static void order_slots(const struct bound *bound, struct order *order)
{
	uint64_t done = 0, decided = 0;

	for (int rank = 0; rank < 3 + MAX_ENTITIES * MAX_FACTS; rank++)
		for (int slot = 0; slot < bound->plan->slot_count; slot++)
			if (rank_of(bound, slot) == rank)
				order->slots[order->count++] = slot;
	for (int i = 0; i < order->count; i++) {
		done |= bit(order->slots[i]);
		for (int c = 0; c < bound->plan->constraint_count; c++) {
			if (!bound->open[c] || (decided & bit(c)) ||
			    (bound->plan->constraints[c].uses & ~done))
				continue;
			order->constraints[i] |= bit(c);
			decided |= bit(c);
		}
	}
}

/* The same side of every number that the slot is compared with? */
static bool same_region(const struct slot *slot, int64_t a, int64_t b)
{
	for (int i = 0; i < slot->cut_count; i++)
		if ((a < slot->cuts[i]) != (b < slot->cuts[i]) ||
		    (a > slot->cuts[i]) != (b > slot->cuts[i]))
			return false;
	return true;
}

/* A constant decides the tests of a text; a fact that is absent has no parts. */
static bool part_fits(const struct bound *bound, const struct constraint *constraint,
                      const int64_t *values)
{
	const struct slot *part = &bound->plan->slots[constraint->result];
	const struct slot *whole = &bound->plan->slots[constraint->inputs[0]];
	int64_t value = values[constraint->inputs[0]];
	int64_t chosen = values[constraint->result];
	struct value constant = { 0 };

	if (bound->counts[constraint->result] == 1)
		return true;
	if (value == VALUE_ABSENT)
		return chosen == bound->candidates[constraint->result][0];
	if ((part->aspect != ASPECT_PATTERN && part->aspect != ASPECT_LENGTH) || value < 0)
		return true;
	constant.text = whole->constants[value];
	value = slot_number(part, &constant, 0);
	return part->aspect == ASPECT_PATTERN ? value == chosen :
	       same_region(part, value, chosen);
}

static bool lookup_fits(const struct constraint *constraint, const int64_t *values)
{
	for (int i = 0; i < constraint->key_count; i++)
		if (constraint->keys[i] == values[constraint->inputs[0]])
			return values[constraint->result] == constraint->results[i];
	return true;
}

static bool row_fits(const struct constraint *constraint, const struct grid *grid,
                     const struct row *row, const int64_t *values)
{
	for (int i = 0; i < grid->column_count; i++)
		if (!(row->cells[i] >> values[constraint->inputs[i]] & 1))
			return false;
	return true;
}

static bool table_fits(const struct constraint *constraint, const int64_t *values)
{
	const struct grid *grid = constraint->entity->facts[constraint->index].grid;

	for (int i = 0; i < grid->row_count; i++)
		if (row_fits(constraint, grid, &grid->rows[i], values))
			return values[constraint->result] == grid->rows[i].value;
	return false;
}

/* Is a reference that leads to the record absent? Then it says nothing. */
static bool is_nowhere(const struct plan *plan, const struct place *record,
                       const int64_t *values)
{
	struct place place = *record;

	for (; place.length > 0; place.length--)
		for (int i = 0; i < plan->slot_count; i++)
			if (plan->slots[i].aspect == ASPECT_WHOLE &&
			    place_equal(&plan->slots[i].place, &place) &&
			    values[i] == VALUE_ABSENT)
				return true;
	return false;
}

static bool fits(const struct bound *bound, const struct constraint *constraint,
                 const int64_t *values)
{
	if (constraint->kind == CONSTRAINT_PART)
		return part_fits(bound, constraint, values);
	if (is_nowhere(bound->plan, &constraint->record, values))
		return true;
	switch (constraint->kind) {
	case CONSTRAINT_INVARIANT:
		return node_holds(constraint->node, values);
	case CONSTRAINT_CONDITION:
		return node_holds(constraint->node, values) ==
		       (values[constraint->result] == 1);
	case CONSTRAINT_LOOKUP:
		return lookup_fits(constraint, values);
	case CONSTRAINT_TABLE:
	case CONSTRAINT_PART:
		break;
	}
	return table_fits(constraint, values);
}

enum broken what_breaks(const struct bound *bound, const int64_t *values)
{
	enum broken broken = BROKEN_NOTHING;

	for (int i = 0; i < bound->plan->constraint_count; i++) {
		const struct constraint *constraint = &bound->plan->constraints[i];

		if (!bound->open[i] || fits(bound, constraint, values))
			continue;
		if (constraint->kind == CONSTRAINT_PART)
			return BROKEN_PARTS;
		broken = BROKEN_LAW;
	}
	return broken;
}

struct search {
	const struct bound *bound;
	struct order order;
	completion_fn *each;
	void *user;
	int found, tried;
	int64_t values[MAX_SLOTS];
	uint8_t indexes[MAX_SLOTS];
};

static bool all_fit(const struct search *search, int depth)
{
	const struct plan *plan = search->bound->plan;

	for (int i = 0; i < plan->constraint_count; i++)
		if ((search->order.constraints[depth] & bit(i)) &&
		    !fits(search->bound, &plan->constraints[i], search->values))
			return false;
	return true;
}

static void search_from(struct search *search, int depth)
{
	const struct bound *bound = search->bound;
	int slot;

	if (search->found >= MAX_COMPLETIONS || search->tried >= 20 * MAX_COMPLETIONS)
		return;
	if (depth == search->order.count) {
		search->found++;
		search->each(search->values, search->indexes, search->user);
		return;
	}
	slot = search->order.slots[depth];
	for (int i = 0; i < bound->counts[slot]; i++) {
		search->tried++;
		search->values[slot] = bound->candidates[slot][i];
		search->indexes[slot] = (uint8_t)i;
		if (all_fit(search, depth))
			search_from(search, depth + 1);
	}
}

bool complete_all(const struct bound *bound, completion_fn *each, void *user)
{
	struct search search = { .bound = bound, .each = each, .user = user };

	if (bound->too_large)
		return false;
	order_slots(bound, &search.order);
	search_from(&search, 0);
	return search.found < MAX_COMPLETIONS && search.tried < 20 * MAX_COMPLETIONS;
}
