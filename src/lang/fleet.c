/* SPDX-License-Identifier: Apache-2.0 */
/* fleet.c - conditions on the whole stream. */
#include "lang/checker.h"

static bool aggregate_may_stand(struct scope *scope, const struct expr *expr)
{
	struct checker *c = scope->c;
	struct diag *diag;

	if (!text_equal(expr->name.text, c->model->stream->name)) {
		diag = diag_say(c->diags, MSG_E0303, expr->name.at, TEXT_ARGS(expr->name.text));
		diag_help(c->diags, diag, "the stream of this model is `%.*s`",
		          TEXT_ARGS(c->model->stream->name));
		return false;
	}
	if (!scope->aggregates) {
		diag_say(c->diags, MSG_E0304, expr->at);
		return false;
	}
	return true;
}

static bool resolve_parts(struct scope *scope, const struct expr *expr, struct condition *condition)
{
	struct checker *c = scope->c;
	struct frame *stream = c->out->frames[c->model->stream->index];
	struct scope inner = { .c = c, .frame = stream, .self = base_self(c, stream),
	                       .all_present = scope->all_present };

	if (expr->left) {
		condition->left = condition_resolve(&inner, expr->left);
		if (!condition->left)
			return false;
		inner.known = known_after(c, condition->left, true, NULL);
	}
	if (expr->right)
		condition->right = condition_resolve(&inner, expr->right);
	return !expr->right || condition->right;
}

/* count compared with a number: sums of +1 (or -1) against a bound. */
static struct condition *count_condition(struct checker *c, struct condition *sum, enum expr_op op,
                                         int64_t number)
{
	struct condition *other;

	sum->aggregate = AGGREGATE_SUM;
	sum->weights[0] = sum->weights[1] = 1;
	sum->b.number = number;
	switch ((int)op) {
	case OPERATOR_AT_LEAST:
		return sum;
	case OPERATOR_GREATER:
		sum->b.number++;
		return sum;
	case OPERATOR_LESS:
		return condition_not(c, sum);
	case OPERATOR_AT_MOST:
		sum->b.number++;
		return condition_not(c, sum);
	default:
		break;
	}
	other = arena_alloc(c->arena, sizeof *other);
	*other = *sum;
	other->b.number++;
	sum = condition_join(c, CONDITION_AND, sum, condition_not(c, other));
	return op == OPERATOR_EQUAL ? sum : condition_not(c, sum);
}

struct condition *condition_aggregate(struct scope *scope, const struct expr *expr,
                                      enum expr_op op, int64_t number)
{
	struct checker *c = scope->c;
	struct condition *condition = condition_constant(c, true, expr->at);

	if (!aggregate_may_stand(scope, expr))
		return NULL;
	condition->kind = CONDITION_AGGREGATE;
	if (!resolve_parts(scope, expr, condition))
		return NULL;
	switch ((int)expr->op) {
	case OPERATOR_ANY:
		condition->aggregate = AGGREGATE_ANY;
		return condition;
	case OPERATOR_NO:
		condition->aggregate = AGGREGATE_ANY;
		return condition_not(c, condition);
	case OPERATOR_ALL:
		/* None with `where` lacks `have`. */
		condition->aggregate = AGGREGATE_ANY;
		condition->right = condition_not(c, condition->right);
		condition->left = condition->left ? condition_join(c, CONDITION_AND,
			condition->left, condition->right) : condition->right;
		condition->right = NULL;
		return condition_not(c, condition);
	case OPERATOR_PERCENT:
		if (expr->number > 100) {
			diag_say(c->diags, MSG_E0009, expr->at);
			return NULL;
		}
		condition->aggregate = AGGREGATE_SUM;
		condition->weights[0] = 100 - expr->number;
		condition->weights[1] = -expr->number;
		return condition;
	default:
		if (number > INT64_C(1) << 40) {
			diag_say(c->diags, MSG_E0009, expr->at);
			return NULL;
		}
		return count_condition(c, condition, op, number);
	}
}
