/* SPDX-License-Identifier: Apache-2.0 */
#include "plan.h"

#include <string.h>

#include "store.h"

struct place place_of(const struct place *record, const struct path *path)
{
	struct place place = *record;

	if (path->start == FROM_CONTEXT)
		place = (struct place){ .context = path->context };
	for (int i = 0; i < path->length; i++)
		place.steps[place.length++] = path->steps[i];
	return place;
}

/* The record that holds the fact at this place. */
struct place place_record(const struct place *place)
{
	struct place record = *place;

	record.length--;
	return record;
}

bool place_equal(const struct place *a, const struct place *b)
{
	if (a->context != b->context || a->length != b->length)
		return false;
	for (int i = 0; i < a->length; i++)
		if (a->steps[i] != b->steps[i])
			return false;
	return true;
}

const struct entity *place_entity(const struct plan *plan, const struct place *record)
{
	if (record->length > 0)
		return record->steps[record->length - 1]->target;
	return record->context ? record->context : plan->root;
}

const struct node *plan_node(struct node node)
{
	struct node *kept = store_take(sizeof *kept);

	*kept = node;
	return kept;
}

static bool same_slot(const struct slot *a, const struct slot *b)
{
	if (a->aspect != b->aspect || !place_equal(&a->place, &b->place))
		return false;
	if (a->aspect == ASPECT_ATOM)
		return condition_equal(a->what, b->what,
		                       a->place.length == 0 ? a->place.context : NULL);
	if (a->aspect == ASPECT_PATTERN && a->what->kind == CONDITION_MADE)
		return b->what->kind == CONDITION_MADE &&
		       classes_equal(a->what->number, b->what->number);
	if (a->aspect == ASPECT_PATTERN)
		return a->what->kind == b->what->kind &&
		       strcmp(a->what->values[0].text, b->what->values[0].text) == 0;
	if (a->aspect == ASPECT_MEMBER && a->member.text)
		return strcmp(a->member.text, b->member.text) == 0;
	return a->aspect != ASPECT_MEMBER || a->member.number == b->member.number;
}

/* A part is tied to the fact as a whole: it means nothing where that is absent. */
static void tie_part(struct plan *plan, int part)
{
	struct constraint *tie = &plan->constraints[plan->constraint_count];

	if (plan->constraint_count == MAX_CONSTRAINTS) {
		plan->too_large = true;
		return;
	}
	plan->constraint_count++;
	tie->kind = CONSTRAINT_PART;
	tie->result = part;
	tie->inputs[0] = plan->slots[part].whole;
	tie->uses = (UINT64_C(1) << part) | (UINT64_C(1) << tie->inputs[0]);
}

static int add_slot(struct plan *plan, struct slot slot)
{
	int index = plan->slot_count;
	bool alone = slot.aspect == ASPECT_ATOM || slot.aspect == ASPECT_JOINT;

	for (int i = 0; i < index; i++)
		if (same_slot(&plan->slots[i], &slot))
			return i;
	if (slot.aspect != ASPECT_WHOLE && !alone) {
		slot.whole = plan_slot(plan, &slot.place, ASPECT_WHOLE);
		index = plan->slot_count;
	}
	if (index == MAX_SLOTS) {
		plan->too_large = true;
		return 0;
	}
	plan->slot_count++;
	if (slot.aspect == ASPECT_WHOLE || alone) {
		slot.whole = index;
		slot.group = plan->group_count++;
	} else {
		slot.group = plan->slots[slot.whole].group;
	}
	plan->slots[index] = slot;
	if (slot.whole != index)
		tie_part(plan, index);
	return index;
}

int plan_slot(struct plan *plan, const struct place *place, enum aspect aspect)
{
	struct place record = *place;

	while (--record.length > 0)
		add_slot(plan, (struct slot){ .aspect = ASPECT_WHOLE, .place = record });
	return add_slot(plan, (struct slot){ .aspect = aspect, .place = *place });
}

void plan_cut(struct plan *plan, int slot, int64_t number)
{
	struct slot *at = &plan->slots[slot];
	int i = 0;

	while (i < at->cut_count && at->cuts[i] < number)
		i++;
	if (i < at->cut_count && at->cuts[i] == number)
		return;
	if (at->cut_count == MAX_CUTS) {
		plan->too_large = true;
		return;
	}
	memmove(at->cuts + i + 1, at->cuts + i, sizeof *at->cuts * (size_t)(at->cut_count - i));
	at->cuts[i] = number;
	at->cut_count++;
}

int64_t plan_constant(struct plan *plan, int slot, const char *text)
{
	struct slot *at = &plan->slots[slot];

	for (int i = 0; i < at->constant_count; i++)
		if (strcmp(at->constants[i], text) == 0)
			return i;
	if (at->constant_count == MAX_CUTS) {
		plan->too_large = true;
		return 0;
	}
	at->constants[at->constant_count] = text;
	return at->constant_count++;
}

/* `fact comparison value`, where the value is a constant. */
static const struct node *expand_constant(struct plan *plan, const struct place *place,
                                          const struct operand *left,
                                          enum comparison comparison,
                                          const struct value *value)
{
	int slot = plan_slot(plan, place, (enum aspect)left->measure);
	struct node node = { NODE_COMPARE, slot, comparison, value->number - left->shift,
	                     NULL, NULL };

	if (left->measure == MEASURE_WHOLE && path_end(&left->path)->kind == KIND_TEXT)
		node.number = plan_constant(plan, slot, value->text);
	else
		plan_cut(plan, slot, node.number);
	return plan_node(node);
}

/* Of a comparison and its opposite, one is the atom: `=`, `<` or `<=`. */
static bool is_opposite(const struct condition *condition)
{
	return condition->kind == CONDITION_COMPARE &&
	       (condition->comparison == DIFFERENT || condition->comparison == GREATER ||
	        condition->comparison == AT_LEAST);
}

static const struct condition *opposite_of(const struct condition *condition)
{
	static const enum comparison opposites[] = {
		[EQUAL] = DIFFERENT, [DIFFERENT] = EQUAL, [LESS] = AT_LEAST,
		[AT_MOST] = GREATER, [GREATER] = AT_MOST, [AT_LEAST] = LESS
	};
	struct condition *opposite = store_take(sizeof *opposite);

	*opposite = *condition;
	opposite->comparison = opposites[condition->comparison];
	return opposite;
}

static const struct node *expand_atom(struct plan *plan, const struct place *record,
                                      const struct condition *condition)
{
	bool opposite = is_opposite(condition);
	int slot = add_slot(plan, (struct slot){ .aspect = ASPECT_ATOM, .place = *record,
	                                         .what = opposite ? opposite_of(condition) :
	                                         condition });

	return plan_node((struct node){ NODE_COMPARE, slot, EQUAL, !opposite, NULL, NULL });
}

/* Every comparison of a count is one of whether it is at least some number. */
static const struct node *expand_at_least(struct plan *plan, const struct place *record,
                                          const struct condition *count, int64_t number)
{
	struct condition *condition = store_take(sizeof *condition);

	*condition = *count;
	condition->comparison = AT_LEAST;
	condition->number = number;
	return expand_atom(plan, record, condition);
}

static const struct node *expand_count(struct plan *plan, const struct place *record,
                                       const struct condition *count)
{
	enum comparison comparison = count->comparison;
	bool above = comparison == AT_MOST || comparison == GREATER;
	struct node node = { .kind = NODE_NOT };

	node.first = expand_at_least(plan, record, count, count->number + above);
	if (comparison == LESS || comparison == AT_MOST)
		return plan_node(node);
	if (comparison == AT_LEAST || comparison == GREATER)
		return node.first;
	node.second = node.first;
	node.first = expand_at_least(plan, record, count, count->number + 1);
	node.first = plan_node((struct node){ .kind = NODE_NOT, .first = node.first });
	node.kind = NODE_AND;
	if (comparison == EQUAL)
		return plan_node(node);
	return plan_node((struct node){ .kind = NODE_NOT, .first = plan_node(node) });
}

static const struct node *expand_compare(struct plan *plan, const struct place *record,
                                         const struct condition *condition)
{
	const struct operand *left = &condition->left, *right = &condition->right;
	struct place place;
	int slot;

	if (left->kind == OPERAND_PARAMETER)
		return plan_node((struct node){
			.kind = compare_numbers(left->parameter->value.number,
			                        condition->comparison,
			                        right->value.number) ? NODE_YES : NODE_NO });
	place = place_of(record, &left->path);
	switch (right->kind) {
	case OPERAND_VALUE:
		return expand_constant(plan, &place, left, condition->comparison,
		                       &right->value);
	case OPERAND_PARAMETER:
		return expand_constant(plan, &place, left, condition->comparison,
		                       &right->parameter->value);
	case OPERAND_NOW:
		slot = plan_slot(plan, &place, ASPECT_NOW);
		plan_cut(plan, slot, right->shift - left->shift);
		return plan_node((struct node){ NODE_COMPARE, slot, condition->comparison,
		                                right->shift - left->shift, NULL, NULL });
	case OPERAND_FACT:
		break;
	}
	return expand_atom(plan, record, condition);
}

static const struct node *expand_in(struct plan *plan, const struct place *record,
                                    const struct condition *condition)
{
	struct place place = place_of(record, &condition->left.path);
	const struct node *any = plan_node((struct node){ .kind = NODE_NO });

	for (int i = 0; i < condition->value_count; i++)
		any = plan_node((struct node){
			.kind = NODE_OR, .first = any,
			.second = expand_constant(plan, &place, &condition->left, EQUAL,
			                          &condition->values[i]) });
	return any;
}

/* A test of a text, or of a member of a set. */
static const struct node *expand_part(struct plan *plan, const struct place *record,
                                      const struct condition *condition)
{
	struct place place = place_of(record, &condition->left.path);
	struct slot part = { .aspect = ASPECT_PATTERN, .place = place, .what = condition };
	int64_t wanted = condition->kind != CONDITION_EXCLUDES;
	int slot;

	plan_slot(plan, &place, ASPECT_WHOLE);
	if (condition->kind == CONDITION_INCLUDES || condition->kind == CONDITION_EXCLUDES) {
		part.aspect = ASPECT_MEMBER;
		part.member = condition->values[0];
	}
	slot = add_slot(plan, part);
	return plan_node((struct node){ NODE_COMPARE, slot, EQUAL, wanted, NULL, NULL });
}

static const struct node *expand_presence(struct plan *plan, const struct place *record,
                                          const struct condition *condition)
{
	struct place place = place_of(record, &condition->left.path);
	struct node present = { .kind = NODE_PRESENT };

	present.slot = plan_slot(plan, &place, ASPECT_WHOLE);
	if (condition->kind == CONDITION_PRESENT)
		return plan_node(present);
	return plan_node((struct node){ .kind = NODE_NOT, .first = plan_node(present) });
}

/* `any` and `no` ask the same of a record. */
static bool same_question(const struct condition *a, const struct condition *b)
{
	return (a->kind == CONDITION_ALL) == (b->kind == CONDITION_ALL) &&
	       condition_equal(a->first, b->first, NULL) &&
	       condition_equal(a->second, b->second, NULL);
}

static const struct node *expand_joint(struct plan *plan, const struct condition *condition)
{
	int bit = 0;
	struct node node = { .kind = NODE_BIT };

	while (bit < plan->joint_count && !same_question(plan->joint[bit], condition))
		bit++;
	if (bit == MAX_JOINT) {
		plan->too_large = true;
		return plan_node((struct node){ .kind = NODE_NO });
	}
	plan->joint[bit] = condition;
	if (bit == plan->joint_count)
		plan->joint_count++;
	node.slot = plan->joint_slot = add_slot(plan, (struct slot){ .aspect = ASPECT_JOINT });
	node.number = bit;
	if (condition->kind == CONDITION_ANY)
		return plan_node(node);
	return plan_node((struct node){ .kind = NODE_NOT, .first = plan_node(node) });
}

static const struct node *expand_joined(struct plan *plan, const struct place *record,
                                        const struct condition *condition)
{
	struct node node = { .kind = NODE_NOT };

	node.first = plan_expand(plan, record, condition->first);
	if (condition->kind == CONDITION_NOT)
		return plan_node(node);
	node.kind = condition->kind == CONDITION_AND ? NODE_AND : NODE_OR;
	node.second = plan_expand(plan, record, condition->second);
	return plan_node(node);
}

const struct node *plan_expand(struct plan *plan, const struct place *record,
                               const struct condition *condition)
{
	struct place place;

	switch (condition->kind) {
	case CONDITION_TRUTH:
		place = place_of(record, &condition->left.path);
		return plan_node((struct node){
			NODE_COMPARE, plan_slot(plan, &place, ASPECT_WHOLE), EQUAL, 1,
			NULL, NULL });
	case CONDITION_PARAMETER:
		return plan_node((struct node){ .kind = condition->parameter->value.number ?
		                                NODE_YES : NODE_NO });
	case CONDITION_DEFINITION:
		return plan_expand(plan, record, condition->definition->condition);
	case CONDITION_COMPARE:
		return expand_compare(plan, record, condition);
	case CONDITION_IN:
		return expand_in(plan, record, condition);
	case CONDITION_INCLUDES:
	case CONDITION_EXCLUDES:
		return expand_part(plan, record, condition);
	case CONDITION_STARTS:
	case CONDITION_ENDS:
	case CONDITION_CONTAINS:
	case CONDITION_FOLDED:
	case CONDITION_MATCHES:
	case CONDITION_MADE:
		if (condition_is_alike(condition))
			return expand_atom(plan, record, condition);
		return expand_part(plan, record, condition);
	case CONDITION_PRESENT:
	case CONDITION_ABSENT:
		return expand_presence(plan, record, condition);
	case CONDITION_ANY:
	case CONDITION_NO:
	case CONDITION_ALL:
		return expand_joint(plan, condition);
	case CONDITION_NOT:
	case CONDITION_AND:
	case CONDITION_OR:
		return expand_joined(plan, record, condition);
	case CONDITION_IN_LIST:
	case CONDITION_EVERY:
	case CONDITION_SOME:
	case CONDITION_SHARE:
	case CONDITION_CONSTANT:
	case CONDITION_WORDS:
		break;
	case CONDITION_COUNT:
		return expand_count(plan, record, condition);
	}
	return expand_atom(plan, record, condition);
}

static bool slot_test(const struct node *node, int64_t value)
{
	return value != VALUE_ABSENT &&
	       compare_numbers(value, node->comparison, node->number);
}

bool node_holds(const struct node *node, const int64_t *values)
{
	switch (node->kind) {
	case NODE_YES:     return true;
	case NODE_NO:      return false;
	case NODE_NOT:     return !node_holds(node->first, values);
	case NODE_AND:     return node_holds(node->first, values) &&
	                          node_holds(node->second, values);
	case NODE_OR:      return node_holds(node->first, values) ||
	                          node_holds(node->second, values);
	case NODE_COMPARE: return slot_test(node, values[node->slot]);
	case NODE_PRESENT: return values[node->slot] != VALUE_ABSENT;
	case NODE_BIT:     return values[node->slot] >> node->number & 1;
	}
	return false;
}
