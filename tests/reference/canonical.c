/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions in the one form that all which say the same have: without definitions and parameters,
 * with `not` before `=`, `<` and `<=` instead of their opposites, and with the set of words that a
 * bool or one-of may be. */
#include "policy.h"
#include "store.h"

static const struct condition *joined(enum condition_kind kind, const struct condition *first,
                                      const struct condition *second)
{
	struct condition *condition = store_take(sizeof *condition);

	condition->kind = kind;
	condition->first = (struct condition *)first;
	condition->second = (struct condition *)second;
	return condition;
}

static const struct condition *constant(bool truth)
{
	struct condition *condition = store_take(sizeof *condition);

	condition->kind = CONDITION_CONSTANT;
	condition->number = truth;
	return condition;
}

static const struct condition *negated(const struct condition *condition)
{
	return joined(CONDITION_NOT, condition, NULL);
}

static bool has_words(const struct operand *left)
{
	const struct fact *fact = path_end(&left->path);

	return left->measure == MEASURE_WHOLE &&
	       (fact->kind == KIND_BOOL || fact->kind == KIND_CHOICE);
}

static const struct condition *words(const struct condition *like, int64_t set)
{
	struct condition *condition = store_take(sizeof *condition);

	condition->kind = CONDITION_WORDS;
	condition->left = like->left;
	condition->number = set;
	return condition;
}

static const struct value *constant_of(const struct operand *operand)
{
	return operand->kind == OPERAND_PARAMETER ? &operand->parameter->value :
	       operand->kind == OPERAND_VALUE ? &operand->value : NULL;
}

static const struct condition *compare_words(const struct condition *condition, int64_t number)
{
	const struct fact *fact = path_end(&condition->left.path);
	int count = fact->kind == KIND_BOOL ? 2 : fact->word_count;
	int64_t set = 0;

	for (int i = 0; i < count; i++)
		if (compare_numbers(i, condition->comparison, number))
			set |= INT64_C(1) << i;
	return words(condition, set);
}

/* `fact + a` compared with `b`, as `fact` with `b - a`. */
static const struct condition *moved(const struct condition *condition)
{
	struct condition *copy = store_take(sizeof *copy);
	const struct value *value = constant_of(&condition->right);

	*copy = *condition;
	if (value) {
		copy->right = (struct operand){ .kind = OPERAND_VALUE, .value = *value };
		copy->right.value.number -= copy->left.shift;
		copy->left.shift = 0;
	} else if (copy->right.kind == OPERAND_NOW) {
		copy->right.shift -= copy->left.shift;
		copy->left.shift = 0;
	}
	return copy;
}

static const struct condition *compare(const struct condition *condition)
{
	static const enum comparison positive[] = {
		[EQUAL] = EQUAL, [DIFFERENT] = EQUAL, [LESS] = LESS, [AT_LEAST] = LESS,
		[AT_MOST] = AT_MOST, [GREATER] = AT_MOST
	};
	const struct value *value = constant_of(&condition->right);
	struct condition *copy = store_take(sizeof *copy);

	if (condition->left.kind == OPERAND_PARAMETER)
		return constant(compare_numbers(condition->left.parameter->value.number,
		                                condition->comparison, value->number));
	if (value && has_words(&condition->left))
		return compare_words(condition, value->number);
	*copy = *moved(condition);
	copy->comparison = positive[condition->comparison];
	return copy->comparison == condition->comparison ? copy : negated(copy);
}

static const struct condition *one_of(const struct condition *condition)
{
	const struct condition *any = NULL;
	int64_t set = 0;

	for (int i = 0; i < condition->value_count; i++) {
		struct condition one = { .kind = CONDITION_COMPARE, .left = condition->left };

		set |= INT64_C(1) << (condition->values[i].number & 63);
		one.right.kind = OPERAND_VALUE;
		one.right.value = condition->values[i];
		any = any ? joined(CONDITION_OR, any, compare(&one)) : compare(&one);
	}
	return has_words(&condition->left) ? words(condition, set) : any;
}

static const struct condition *copied(const struct condition *condition)
{
	struct condition *copy = store_take(sizeof *copy);

	*copy = *condition;
	copy->origin = condition->origin ? condition->origin : condition;
	if (condition->first)
		copy->first = (struct condition *)condition_canonical(condition->first);
	if (condition->second)
		copy->second = (struct condition *)condition_canonical(condition->second);
	return copy;
}

/* The same in another kind, which says the opposite. */
static const struct condition *opposite(const struct condition *condition,
                                        enum condition_kind kind)
{
	struct condition *copy = store_take(sizeof *copy);

	*copy = *condition;
	copy->kind = kind;
	return negated(copy);
}

const struct condition *condition_canonical(const struct condition *condition)
{
	switch ((int)condition->kind) {
	case CONDITION_DEFINITION:
		return condition_canonical(condition->definition->condition);
	case CONDITION_PARAMETER:
		return constant(condition->parameter->value.number != 0);
	case CONDITION_TRUTH:
		return words(condition, 2);
	case CONDITION_COMPARE:
		return compare(condition);
	case CONDITION_IN:
		return one_of(condition);
	case CONDITION_EXCLUDES:
		return opposite(condition, CONDITION_INCLUDES);
	case CONDITION_ABSENT:
		return opposite(condition, CONDITION_PRESENT);
	default:
		return copied(condition);
	}
}
