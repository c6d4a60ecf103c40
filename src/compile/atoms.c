/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/atoms.h"

/* The ordinal of a fact among those the atom reads; after 63, all share the last. */
static uint32_t reading_of(struct readings *readings, struct path path)
{
	uint32_t group = readings->group_of(readings->user, path);

	for (uint32_t i = 0; i < readings->count; i++)
		if (readings->groups[i] == group)
			return i;
	if (readings->count == 64)
		return 63;
	readings->groups[readings->count] = group;
	return readings->count++;
}

static uint32_t constant(struct emitter *e, int64_t number)
{
	return emit_constants(e, &number, 1);
}

static void emit_operand(struct emitter *e, struct readings *readings,
                         const struct operand *operand)
{
	switch (operand->kind) {
	case OPERAND_FACT:
		EMIT(e, LOAD, operand->path.base->index, operand->path.slot,
		     (uint32_t)operand->function, reading_of(readings, operand->path));
		break;
	case OPERAND_NUMBER:
		EMIT(e, PUSH, constant(e, operand->number));
		return;
	case OPERAND_TEXT:
		EMIT(e, STRING, emit_string(e, operand->text));
		return;
	case OPERAND_NOW:
	default:
		emit_word(e, OP_CURRENT);
		break;
	}
	if (operand->number)
		EMIT(e, ADD, constant(e, operand->number));
}

static void emit_relation(struct emitter *e, enum relation relation)
{
	if (relation >= RELATION_STARTS && relation <= RELATION_FOLDED)
		EMIT(e, ALIKE, (uint32_t)relation_pattern(relation));
	else
		emit_word(e, relation == RELATION_LESS ? OP_LESS
		          : relation == RELATION_AT_MOST ? OP_AT_MOST : OP_EQUAL);
}

static void emit_test(struct emitter *e, struct readings *readings, const struct condition *test)
{
	const struct fact *fact = path_fact(test->a.path);

	emit_operand(e, readings, &test->a);
	switch (test->relation) {
	case RELATION_LESS: case RELATION_AT_MOST: case RELATION_EQUAL:
		if (test->with_now)
			emit_word(e, OP_CURRENT);
		if (test->with_now && test->b.number)
			EMIT(e, ADD, constant(e, test->b.number));
		if (!test->with_now)
			EMIT(e, PUSH, constant(e, test->b.number));
		emit_relation(e, test->relation);
		break;
	case RELATION_WORDS:
		EMIT(e, AMONG, constant(e, (int64_t)(test->mask & UINT32_MAX)),
		     constant(e, (int64_t)(test->mask >> 32)));
		break;
	case RELATION_MEMBER:
		if (fact->element == TYPE_CHOICE) {
			EMIT(e, HAS, (uint32_t)test->b.number);
		} else {
			EMIT(e, STRING, emit_string(e, test->b.text));
			emit_word(e, OP_IN);
		}
		break;
	case RELATION_PRESENT:
		emit_word(e, OP_THERE);
		break;
	case RELATION_MADE:
		EMIT(e, CONSISTS, (uint32_t)test->b.number);
		break;
	case RELATION_TEXT: case RELATION_STARTS: case RELATION_ENDS: case RELATION_CONTAINS:
	case RELATION_MATCHES: case RELATION_FOLDED:
	default:
		EMIT(e, LIKE, (uint32_t)relation_pattern(test->relation),
		     emit_string(e, test->b.text));
		break;
	}
}

static const struct base *element_of(const struct base *base)
{
	while (base && base->kind == BASE_STEP)
		base = base->parent;
	return base && base->kind == BASE_ELEMENT ? base : NULL;
}

static bool base_is_under(const struct base *base, const struct base *step)
{
	while (base && base != step)
		base = base->kind == BASE_STEP || base->kind == BASE_ELEMENT ? base->parent : NULL;
	return base != NULL;
}

/* Does the condition read a fact of this record, or through it? */
static bool reads_base(const struct condition *condition, const struct base *step)
{
	return condition && (base_is_under(condition->a.path.base, step)
		|| base_is_under(condition->b.path.base, step)
		|| reads_base(condition->left, step) || reads_base(condition->right, step));
}

/* The records that the body reaches through an element. */
static void emit_element_steps(struct emitter *e, struct readings *readings,
                               const struct condition *quantifier)
{
	for (uint32_t i = 0; i < readings->frame->base_count; i++) {
		const struct base *base = readings->frame->bases[i];

		if (base->kind == BASE_STEP && element_of(base) == quantifier->element
		    && reads_base(quantifier->left, base))
			EMIT(e, STEP, base->index, base->parent->index, base->slot,
			     reading_of(readings, (struct path){ base->parent, base->slot }));
	}
}

static void emit_quantifier(struct emitter *e, struct readings *readings,
                            const struct condition *condition)
{
	struct path list = condition->a.path;
	uint32_t cap = path_fact(list)->cap;

	EMIT(e, EACH, list.base->index, list.slot, reading_of(readings, list),
	     condition->element->index, cap, condition->truth);
	emit_element_steps(e, readings, condition);
	emit_condition(e, readings, condition->left);
	emit_word(e, OP_NEXT);
}

void emit_condition(struct emitter *e, struct readings *readings, const struct condition *condition)
{
	switch (condition->kind) {
	case CONDITION_CONSTANT:
		EMIT(e, TRUTH, condition->truth);
		break;
	case CONDITION_NOT:
		emit_condition(e, readings, condition->left);
		emit_word(e, OP_NOT);
		break;
	case CONDITION_AND:
	case CONDITION_OR:
		emit_condition(e, readings, condition->left);
		emit_condition(e, readings, condition->right);
		emit_word(e, condition->kind == CONDITION_AND ? OP_AND : OP_OR);
		break;
	case CONDITION_COMPARE:
		emit_operand(e, readings, &condition->a);
		emit_operand(e, readings, &condition->b);
		emit_relation(e, condition->relation);
		break;
	case CONDITION_ELEMENT:
		emit_operand(e, readings, &condition->b);
		emit_operand(e, readings, &condition->a);
		emit_word(e, OP_IN);
		break;
	case CONDITION_QUANTIFIER:
		emit_quantifier(e, readings, condition);
		break;
	case CONDITION_TEST:
	case CONDITION_AGGREGATE:
	default:
		emit_test(e, readings, condition);
		break;
	}
}
