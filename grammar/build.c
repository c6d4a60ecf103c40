/* SPDX-License-Identifier: Apache-2.0 */
#include "grammar/build.h"

struct expr *build_word(struct parse *p, struct word word)
{
	struct expr *expr = ast_expr(p->arena, EXPR_WORD, word.at);

	expr->text = word.text;
	return expr;
}

struct expr *build_chain(struct parse *p, enum expr_kind kind, struct expr *left,
                         struct expr *right)
{
	if (++p->links <= PARSE_MAX_LINKS)
		return ast_binary(p->arena, kind, left, right);
	if (p->links == PARSE_MAX_LINKS + 1)
		diag_say(p->diags, MSG_E0001, right->at,
		         "this is too long; give a part of it a name with `define`");
	return left;
}

struct expr *build_operation(struct parse *p, enum expr_kind kind, enum expr_op op,
                             struct expr *left, struct expr *right)
{
	struct expr *expr = ast_binary(p->arena, kind, left, right);

	expr->op = op;
	return expr;
}

struct expr *build_aggregate(struct parse *p, enum expr_op op, struct span at, struct word name)
{
	struct expr *expr = ast_expr(p->arena, EXPR_AGGREGATE, at);

	expr->op = op;
	expr->name = name;
	return expr;
}

struct expr *build_wrapped(struct expr *expr, struct span at, struct expr *left)
{
	expr->at = at;
	expr->left = left;
	return expr;
}
