/* SPDX-License-Identifier: Apache-2.0 */
/* Derivations and invariants: which of them bind the facts of a plan. */
#include "plan.h"

#include <string.h>

#include "store.h"

static uint64_t slots_of_node(const struct node *node)
{
	switch (node->kind) {
	case NODE_YES:
	case NODE_NO:
		return 0;
	case NODE_NOT:
		return slots_of_node(node->first);
	case NODE_AND:
	case NODE_OR:
		return slots_of_node(node->first) | slots_of_node(node->second);
	case NODE_COMPARE:
	case NODE_PRESENT:
	case NODE_BIT:
		break;
	}
	return UINT64_C(1) << node->slot;
}

static uint64_t slots_of_record(struct plan *plan, struct place record)
{
	uint64_t slots = 0;

	for (; record.length > 0; record.length--)
		slots |= UINT64_C(1) << plan_slot(plan, &record, ASPECT_WHOLE);
	return slots;
}

static struct constraint *add_constraint(struct plan *plan, enum constraint_kind kind,
                                         const struct place *record, int index)
{
	struct constraint *constraint = &plan->constraints[plan->constraint_count];

	if (plan->constraint_count == MAX_CONSTRAINTS) {
		plan->too_large = true;
		return constraint - 1;
	}
	plan->constraint_count++;
	constraint->kind = kind;
	constraint->record = *record;
	constraint->entity = place_entity(plan, record);
	constraint->index = index;
	return constraint;
}

static int64_t value_in_slot(struct plan *plan, int slot, enum kind kind,
                             const struct value *value)
{
	if (kind == KIND_TEXT)
		return plan_constant(plan, slot, value->text);
	if (kind != KIND_CHOICE)
		plan_cut(plan, slot, value->number);
	return value->number;
}

static void derive_by_lookup(struct plan *plan, struct constraint *constraint,
                             const struct fact *fact)
{
	const struct lookup *lookup = fact->lookup;
	struct place place = place_of(&constraint->record, &fact->operand.path);
	int key = plan_slot(plan, &place, (enum aspect)fact->operand.measure);

	constraint->inputs[0] = key;
	constraint->uses |= UINT64_C(1) << key;
	constraint->key_count = lookup->count;
	for (int i = 0; i < lookup->count; i++) {
		constraint->keys[i] = value_in_slot(plan, key, lookup->from,
		                                    &lookup->keys[i]);
		constraint->results[i] = value_in_slot(plan, constraint->result, lookup->to,
		                                       &lookup->results[i]);
	}
}

static void derive_by_table(struct plan *plan, struct constraint *constraint,
                            const struct fact *fact)
{
	for (int i = 0; i < fact->grid->column_count; i++) {
		struct place place = place_of(&constraint->record, &fact->grid->columns[i]);

		constraint->inputs[i] = plan_slot(plan, &place, ASPECT_WHOLE);
		constraint->uses |= UINT64_C(1) << constraint->inputs[i];
	}
}

struct constraint *plan_derive(struct plan *plan, const struct place *record, int index)
{
	static const enum constraint_kind kinds[] = {
		[DERIVED_BY_CONDITION] = CONSTRAINT_CONDITION,
		[DERIVED_BY_LOOKUP] = CONSTRAINT_LOOKUP,
		[DERIVED_BY_TABLE] = CONSTRAINT_TABLE
	};
	const struct fact *fact = &place_entity(plan, record)->facts[index];
	struct constraint *constraint;
	struct place place = *record;

	constraint = add_constraint(plan, kinds[fact->derivation], record, index);
	place.steps[place.length++] = fact;
	constraint->result = plan_slot(plan, &place, ASPECT_WHOLE);
	if (fact->derivation == DERIVED_BY_CONDITION) {
		constraint->node = plan_expand(plan, record, fact->condition);
		constraint->uses |= slots_of_node(constraint->node);
	}
	if (fact->derivation == DERIVED_BY_LOOKUP)
		derive_by_lookup(plan, constraint, fact);
	if (fact->derivation == DERIVED_BY_TABLE)
		derive_by_table(plan, constraint, fact);
	constraint->uses |= slots_of_record(plan, *record) |
	                    UINT64_C(1) << constraint->result;
	return constraint;
}

static void add_invariant(struct plan *plan, const struct place *record, int index)
{
	struct constraint *constraint;

	constraint = add_constraint(plan, CONSTRAINT_INVARIANT, record, index);
	constraint->result = -1;
	constraint->node = plan_expand(plan, record, constraint->entity->invariants[index]);
	constraint->uses |= slots_of_node(constraint->node) |
	                    slots_of_record(plan, *record);
}

static bool has_constraint(const struct plan *plan, bool invariant,
                           const struct place *record, int index)
{
	for (int i = 0; i < plan->constraint_count; i++) {
		const struct constraint *constraint = &plan->constraints[i];

		if (constraint->kind != CONSTRAINT_PART && constraint->index == index &&
		    (constraint->kind == CONSTRAINT_INVARIANT) == invariant &&
		    place_equal(&constraint->record, record))
			return true;
	}
	return false;
}

/* Is it one of the references that lead to the record? */
static bool leads_to(const struct place *place, const struct place *record)
{
	struct place start = *record;

	if (place->length > record->length)
		return false;
	start.length = place->length;
	return place_equal(place, &start);
}

static bool shares_fact(const struct plan *plan, const struct plan *other,
                        const struct place *record)
{
	for (int i = 0; i < other->slot_count; i++) {
		if (other->slots[i].aspect != ASPECT_WHOLE ||
		    leads_to(&other->slots[i].place, record))
			continue;
		for (int j = 0; j < plan->slot_count; j++)
			if (plan->slots[j].aspect == ASPECT_WHOLE &&
			    place_equal(&plan->slots[j].place, &other->slots[i].place))
				return true;
	}
	return false;
}

/* Does the invariant bind a fact of the plan? */
static bool binds(const struct plan *plan, const struct place *record, int index)
{
	size_t mark = store_mark();
	struct plan *alone = store_take(sizeof *alone);
	bool result;

	alone->root = plan->root;
	add_invariant(alone, record, index);
	result = shares_fact(plan, alone, record);
	store_release(mark);
	return result;
}

static bool uses_result(const struct plan *plan, const struct place *record,
                        const struct fact *fact)
{
	struct place place = *record;

	place.steps[place.length++] = fact;
	for (int i = 0; i < plan->slot_count; i++)
		if (plan->slots[i].aspect == ASPECT_WHOLE &&
		    place_equal(&plan->slots[i].place, &place))
			return true;
	return false;
}

/* What binds facts of the plan and is about this record; true if the plan grew. */
static bool close_record(struct plan *plan, const struct place *record)
{
	const struct entity *entity = place_entity(plan, record);
	bool grew = false;

	for (int i = 0; i < entity->fact_count; i++) {
		const struct fact *fact = &entity->facts[i];

		if (fact->derivation == DERIVED_NOT ||
		    has_constraint(plan, false, record, i) ||
		    !uses_result(plan, record, fact))
			continue;
		plan_derive(plan, record, i);
		grew = true;
	}
	for (int i = 0; i < entity->invariant_count; i++) {
		if (has_constraint(plan, true, record, i) || !binds(plan, record, i))
			continue;
		add_invariant(plan, record, i);
		grew = true;
	}
	return grew;
}

void plan_close(struct plan *plan)
{
	bool grew = true;

	while (grew && !plan->too_large) {
		struct place root = { .context = plan->root->kind == ENTITY_SINGLE ?
		                      plan->root : NULL };

		grew = close_record(plan, &root);
		for (int i = 0; i < plan->slot_count && !plan->too_large; i++) {
			struct place record;

			if (plan->slots[i].aspect != ASPECT_WHOLE)
				continue;
			record = place_record(&plan->slots[i].place);
			grew |= close_record(plan, &record);
		}
	}
}
