/* SPDX-License-Identifier: Apache-2.0 */
/* compare.c - conditions on one or two operands, in a canonical form. */
#include "lang/checker.h"

static struct condition *condition_new(struct checker *c, enum condition_kind kind, struct span at)
{
	struct condition *condition = arena_alloc(c->arena, sizeof *condition);

	condition->kind = kind;
	condition->at = at;
	return condition;
}

struct condition *condition_constant(struct checker *c, bool truth, struct span at)
{
	struct condition *condition = condition_new(c, CONDITION_CONSTANT, at);

	condition->truth = truth;
	return condition;
}

struct condition *condition_not(struct checker *c, struct condition *left)
{
	struct condition *condition;

	if (!left)
		return NULL;
	condition = condition_new(c, CONDITION_NOT, left->at);
	condition->left = left;
	return condition;
}

struct condition *condition_join(struct checker *c, enum condition_kind kind,
                                 struct condition *left, struct condition *right)
{
	struct condition *condition;

	if (!left || !right)
		return NULL;
	condition = condition_new(c, kind, span_join(left->at, right->at));
	condition->left = left;
	condition->right = right;
	return condition;
}

struct condition *condition_words(struct checker *c, struct operand a, uint64_t mask, struct span at)
{
	struct condition *condition = condition_new(c, CONDITION_TEST, at);

	condition->relation = RELATION_WORDS;
	condition->a = a;
	condition->mask = mask;
	return condition;
}

struct condition *condition_test(struct checker *c, struct operand a, enum relation relation,
                                 struct operand b, struct span at)
{
	struct condition *condition = condition_new(c, CONDITION_TEST, at);

	condition->relation = relation;
	condition->a = a;
	condition->b = b;
	return condition;
}

static bool types_agree(struct checker *c, const struct operand *a, const struct operand *b,
                        enum expr_op op, struct span at)
{
	bool equality = op == OPERATOR_EQUAL || op == OPERATOR_DIFFERENT;
	bool ordered = type_is_ordered(a->type)
		|| (a->type == TYPE_CHOICE && a->words->flags & FACT_ORDERED);

	if (a->type != b->type
	    || (a->type == TYPE_CHOICE && b->words->choices != a->words->choices
	        && b->kind == OPERAND_FACT)) {
		struct diag *diag = diag_say(c->diags, MSG_E0210, at, operand_type_text(c, a),
		                             operand_type_text(c, b));

		diag_note(c->diags, diag, a->at, "this is %s", operand_type_text(c, a));
		diag_note(c->diags, diag, b->at, "this is %s", operand_type_text(c, b));
		return false;
	}
	if (a->type == TYPE_SET || a->type == TYPE_LIST
	    || (a->type == TYPE_RECORD && !equality)) {
		diag_say(c->diags, MSG_E0211, at, operand_type_text(c, a));
		return false;
	}
	if (!equality && !ordered) {
		diag_say(c->diags, MSG_E0212, at, operand_type_text(c, a));
		return false;
	}
	return true;
}

static enum expr_op mirrored(enum expr_op op)
{
	switch ((int)op) {
	case OPERATOR_LESS:     return OPERATOR_GREATER;
	case OPERATOR_GREATER:  return OPERATOR_LESS;
	case OPERATOR_AT_MOST:  return OPERATOR_AT_LEAST;
	case OPERATOR_AT_LEAST: return OPERATOR_AT_MOST;
	default:                return op;
	}
}

static bool holds(enum expr_op op, int64_t a, int64_t b)
{
	switch ((int)op) {
	case OPERATOR_EQUAL:     return a == b;
	case OPERATOR_DIFFERENT: return a != b;
	case OPERATOR_LESS:      return a < b;
	case OPERATOR_AT_MOST:   return a <= b;
	case OPERATOR_GREATER:   return a > b;
	default:                 return a >= b;
	}
}

static uint64_t words_mask(const struct operand *a, enum expr_op op, int64_t number)
{
	uint32_t count = a->type == TYPE_BOOL ? 2 : a->words->choice_count;
	uint64_t mask = 0;

	for (uint32_t i = 0; i < count; i++)
		if (holds(op, i, number))
			mask |= UINT64_C(1) << i;
	return mask;
}

/* =, < and <= as they are; the others as the negation of one of these. */
static struct condition *canonical(struct checker *c, struct condition *condition, enum expr_op op)
{
	static const struct {
		enum relation relation;
		bool negated;
	} forms[] = {
		[OPERATOR_EQUAL] = { RELATION_EQUAL, false },
		[OPERATOR_DIFFERENT] = { RELATION_EQUAL, true },
		[OPERATOR_LESS] = { RELATION_LESS, false },
		[OPERATOR_AT_LEAST] = { RELATION_LESS, true },
		[OPERATOR_AT_MOST] = { RELATION_AT_MOST, false },
		[OPERATOR_GREATER] = { RELATION_AT_MOST, true },
	};

	condition->relation = forms[op].relation;
	return forms[op].negated ? condition_not(c, condition) : condition;
}

static struct condition *constants(struct checker *c, enum expr_op op, struct operand *a,
                                   struct operand *b, struct span at)
{
	bool equal = a->kind == OPERAND_TEXT && text_equal(a->text, b->text);

	if (a->kind == OPERAND_TEXT)
		return condition_constant(c, equal == (op == OPERATOR_EQUAL), at);
	return condition_constant(c, holds(op, a->number, b->number), at);
}

/* The constant of `fact + a op constant` without the a. */
static bool move_over(struct checker *c, struct operand *a, struct operand *b, struct span at)
{
	if (__builtin_sub_overflow(b->number, a->number, &b->number)) {
		diag_say(c->diags, MSG_E0009, at);
		return false;
	}
	a->number = 0;
	return true;
}

struct condition *condition_compare(struct scope *scope, enum expr_op op, struct operand a,
                                    struct operand b, struct span at)
{
	struct checker *c = scope->c;
	struct condition *condition;

	if (!types_agree(c, &a, &b, op, at))
		return NULL;
	if (a.kind != OPERAND_FACT && (b.kind == OPERAND_FACT || b.kind == OPERAND_NOW))
		if (!(a.kind == OPERAND_NOW && b.kind == OPERAND_NOW))
			return condition_compare(scope, mirrored(op), b, a, at);
	if ((a.kind == OPERAND_FACT && !scope_check_present(scope, a.path, true, a.at))
	    || (b.kind == OPERAND_FACT && !scope_check_present(scope, b.path, true, b.at)))
		return NULL;
	if (a.kind == OPERAND_NOW && b.kind != OPERAND_NOW) {
		diag_say(c->diags, MSG_E0213, at);
		return NULL;
	}
	if (a.kind != OPERAND_FACT)
		return constants(c, op, &a, &b, at);
	if (b.kind == OPERAND_NUMBER && (a.type == TYPE_CHOICE || a.type == TYPE_BOOL))
		return condition_words(c, a, words_mask(&a, op, b.number), at);
	if (b.kind == OPERAND_TEXT) {
		condition = condition_test(c, a, RELATION_TEXT, b, at);
		return op == OPERATOR_DIFFERENT ? condition_not(c, condition) : condition;
	}
	if (b.kind == OPERAND_FACT) {
		condition = condition_new(c, CONDITION_COMPARE, at);
		condition->a = a;
		condition->b = b;
		return canonical(c, condition, op);
	}
	if (!move_over(c, &a, &b, at))
		return NULL;
	condition = condition_test(c, a, RELATION_EQUAL, b, at);
	condition->with_now = b.kind == OPERAND_NOW;
	return canonical(c, condition, op);
}

/* `value in LIST`: an element of a list fact. */
static struct condition *element_of(struct scope *scope, struct operand a, struct operand list,
                                    struct span at)
{
	const struct fact *fact = path_fact(list.path);
	struct condition *condition;
	bool same = fact->element == a.type && fact->element != TYPE_CHOICE
		&& (a.type != TYPE_RECORD || a.words->target == fact->target);

	if (!same || a.kind != OPERAND_FACT) {
		diag_say(scope->c->diags, MSG_E0210, at, operand_type_text(scope->c, &a),
		         operand_type_text(scope->c, &list));
		return NULL;
	}
	if (!scope_check_present(scope, a.path, true, a.at)
	    || !scope_check_present(scope, list.path, true, list.at))
		return NULL;
	condition = condition_new(scope->c, CONDITION_ELEMENT, at);
	condition->a = a;
	condition->b = list;
	return condition;
}

static bool is_collection(const struct operand *operand)
{
	return operand->kind == OPERAND_FACT && operand->function == FUNCTION_NONE
	    && (operand->type == TYPE_LIST || operand->type == TYPE_SET);
}

/* `"x" in S` asks for a member, which has words of its own. */
static void say_literal(struct scope *scope, const struct expr *expr)
{
	struct diag *diag = diag_say(scope->c->diags, MSG_E0209, expr->left->at);

	if (expr->items->kind == EXPR_WORD && !expr->items->next)
		diag_help(scope->c->diags, diag, "write `%.*s includes ...`",
		          TEXT_ARGS(expr->items->text));
}

struct condition *condition_in(struct scope *scope, const struct expr *expr)
{
	struct condition *all = NULL;
	struct operand a, b;

	if (expr_is_literal(expr->left)) {
		say_literal(scope, expr);
		return NULL;
	}
	if (!operand_resolve(scope, expr->left, NULL, &a))
		return NULL;
	for (const struct expr *item = expr->items; item; item = item->next) {
		struct condition *one;

		if (!operand_resolve(scope, item, &a, &b))
			return NULL;
		one = is_collection(&b) ? element_of(scope, a, b, expr->at)
			: condition_compare(scope, OPERATOR_EQUAL, a, b, expr->at);
		if (!one)
			return NULL;
		if (all && one->kind == CONDITION_TEST && one->relation == RELATION_WORDS)
			all->mask |= one->mask;
		else
			all = all ? condition_join(scope->c, CONDITION_OR, all, one) : one;
	}
	return all;
}

struct condition *condition_member(struct scope *scope, const struct expr *expr)
{
	struct condition *condition;
	struct operand set, member;
	struct fact like;

	if (!operand_resolve(scope, expr->left, NULL, &set))
		return NULL;
	if (!is_collection(&set)) {
		diag_say(scope->c->diags, MSG_E0216, expr->left->at, operand_type_text(scope->c, &set));
		return NULL;
	}
	if (!scope_check_present(scope, set.path, true, set.at))
		return NULL;
	like = *path_fact(set.path);
	like.type = like.element;
	if (!operand_resolve(scope, expr->right, &(struct operand){ .type = like.element,
	                     .words = &like }, &member))
		return NULL;
	if (member.kind == OPERAND_FACT)
		condition = element_of(scope, member, set, expr->at);
	else if (member.type != like.element) {
		diag_say(scope->c->diags, MSG_E0210, expr->at, operand_type_text(scope->c, &set),
		         operand_type_text(scope->c, &member));
		return NULL;
	} else
		condition = condition_test(scope->c, set, RELATION_MEMBER, member, expr->at);
	return expr->kind == EXPR_EXCLUDES ? condition_not(scope->c, condition) : condition;
}
