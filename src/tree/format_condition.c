/* SPDX-License-Identifier: Apache-2.0 */
/* format_condition.c - conditions: on one line where they fit, else broken at `and`, `or`, `have`
 * and between the values of `in`. Parentheses stand where the grammar needs them. */
#include <inttypes.h>

#include "tree/format_part.h"

static const char *const operator_texts[] = {
	[OPERATOR_EQUAL] = " = ", [OPERATOR_DIFFERENT] = " != ", [OPERATOR_LESS] = " < ",
	[OPERATOR_AT_MOST] = " <= ", [OPERATOR_GREATER] = " > ", [OPERATOR_AT_LEAST] = " >= ",
	[OPERATOR_STARTS] = " starts with ", [OPERATOR_ENDS] = " ends with ",
	[OPERATOR_CONTAINS] = " contains ", [OPERATOR_MATCHES] = " matches ",
	[OPERATOR_FOLDED] = " equals ", [OPERATOR_EVERY] = "every ", [OPERATOR_SOME] = "some ",
	[OPERATOR_ANY] = "any ", [OPERATOR_NO] = "no ", [OPERATOR_ALL] = "all ",
	[OPERATOR_COUNT] = "count ", [OPERATOR_PERCENT] = "at least "
};

static bool is_chain(const struct expr *expr)
{
	return expr->kind == EXPR_AND || expr->kind == EXPR_OR;
}

/* A link of a chain or what `not` negates: mixing `and` with `or` needs parentheses. */
static bool needs_parentheses(const struct expr *part, bool below_not)
{
	return is_chain(part) || (below_not && part->kind == EXPR_NOT);
}

/* --- on one line --------------------------------------------------------- */

static void flat_part(struct buffer *out, const struct expr *part, bool below_not)
{
	bool wrapped = needs_parentheses(part, below_not);

	if (wrapped)
		buffer_byte(out, '(');
	format_flat(out, part);
	if (wrapped)
		buffer_byte(out, ')');
}

static void flat_between(struct buffer *out, const struct expr *expr, const char *between)
{
	format_flat(out, expr->left);
	buffer_string(out, between);
	format_flat(out, expr->right);
}

static void flat_chain(struct buffer *out, const struct expr *expr)
{
	if (expr->left->kind == expr->kind)
		flat_chain(out, expr->left);
	else
		flat_part(out, expr->left, false);
	buffer_string(out, expr->kind == EXPR_AND ? " and " : " or ");
	flat_part(out, expr->right, false);
}

static void flat_number(struct buffer *out, const struct expr *expr)
{
	if (expr->number < 0)
		buffer_byte(out, '-');
	buffer_text(out, expr->text);
	if (expr->name.text.length) {
		buffer_byte(out, ' ');
		buffer_text(out, expr->name.text);
	}
}

static const char *before_choices(const struct expr *expr)
{
	return expr->kind == EXPR_IN ? " in " : " made of ";
}

static void flat_choices(struct buffer *out, const struct expr *expr)
{
	format_flat(out, expr->left);
	buffer_string(out, before_choices(expr));
	for (const struct expr *item = expr->items; item; item = item->next) {
		format_flat(out, item);
		if (item->next)
			buffer_string(out, ", ");
	}
}

/* "every x in LIST has (", "count E", "at least 95 percent of E" */
static void flat_head(struct buffer *out, const struct expr *expr)
{
	buffer_string(out, operator_texts[expr->op]);
	if (expr->op == OPERATOR_PERCENT)
		buffer_printf(out, "%" PRId64 " percent of ", expr->number);
	buffer_text(out, expr->name.text);
	if (expr->kind == EXPR_AGGREGATE)
		return;
	buffer_string(out, " in ");
	format_flat(out, expr->left);
	buffer_string(out, " has (");
}

static void flat_wrapped(struct buffer *out, const char *before, const struct expr *expr)
{
	if (!expr)
		return;
	buffer_string(out, before);
	format_flat(out, expr);
	buffer_byte(out, ')');
}

static void flat_aggregate(struct buffer *out, const struct expr *expr)
{
	flat_head(out, expr);
	flat_wrapped(out, " where (", expr->left);
	flat_wrapped(out, " have (", expr->right);
}

static void flat_lookup(struct buffer *out, const struct expr *expr)
{
	buffer_string(out, "lookup ");
	format_flat(out, expr->left);
	buffer_string(out, " in ");
	buffer_text(out, expr->name.text);
}

static void flat_before(struct buffer *out, const char *before, const struct expr *expr)
{
	buffer_string(out, before);
	format_flat(out, expr->left);
}

static void flat_after(struct buffer *out, const struct expr *expr, const char *after)
{
	format_flat(out, expr->left);
	buffer_string(out, after);
}

static void flat_pattern(struct buffer *out, const struct expr *expr)
{
	flat_between(out, expr, operator_texts[expr->op]);
	if (expr->op == OPERATOR_FOLDED)
		buffer_string(out, " ignoring case");
}

static void flat_primary(struct buffer *out, const struct expr *expr)
{
	switch (expr->kind) {
	case EXPR_NUMBER:
		flat_number(out, expr);
		break;
	case EXPR_TEXT:
		format_quoted(out, expr->text);
		break;
	case EXPR_BOOL:
		buffer_string(out, expr->number ? "yes" : "no");
		break;
	case EXPR_NOW:
		buffer_string(out, "now");
		break;
	case EXPR_ERROR: case EXPR_WORD: case EXPR_DOTTED: case EXPR_DATE: case EXPR_NOT:
	case EXPR_AND: case EXPR_OR: case EXPR_COMPARE: case EXPR_IN: case EXPR_INCLUDES:
	case EXPR_EXCLUDES: case EXPR_PATTERN: case EXPR_MADE: case EXPR_PRESENT: case EXPR_ABSENT:
	case EXPR_QUANTIFIER: case EXPR_AGGREGATE: case EXPR_COUNT: case EXPR_LENGTH:
	case EXPR_PLUS: case EXPR_MINUS: case EXPR_LOOKUP:
		buffer_text(out, expr->text);
		break;
	}
}

void format_flat(struct buffer *out, const struct expr *expr)
{
	switch (expr->kind) {
	case EXPR_NOT:
		buffer_string(out, "not ");
		flat_part(out, expr->left, true);
		break;
	case EXPR_AND: case EXPR_OR:
		flat_chain(out, expr);
		break;
	case EXPR_COMPARE:
		flat_between(out, expr, operator_texts[expr->op]);
		break;
	case EXPR_PATTERN:
		flat_pattern(out, expr);
		break;
	case EXPR_IN: case EXPR_MADE:
		flat_choices(out, expr);
		break;
	case EXPR_INCLUDES:
		flat_between(out, expr, " includes ");
		break;
	case EXPR_EXCLUDES:
		flat_between(out, expr, " excludes ");
		break;
	case EXPR_PRESENT:
		flat_after(out, expr, " is present");
		break;
	case EXPR_ABSENT:
		flat_after(out, expr, " is absent");
		break;
	case EXPR_QUANTIFIER:
		flat_head(out, expr);
		flat_wrapped(out, "", expr->right);
		break;
	case EXPR_AGGREGATE:
		flat_aggregate(out, expr);
		break;
	case EXPR_COUNT:
		flat_before(out, "count ", expr);
		break;
	case EXPR_LENGTH:
		flat_before(out, "length ", expr);
		break;
	case EXPR_PLUS:
		flat_between(out, expr, " + ");
		break;
	case EXPR_MINUS:
		flat_between(out, expr, " - ");
		break;
	case EXPR_LOOKUP:
		flat_lookup(out, expr);
		break;
	case EXPR_ERROR: case EXPR_WORD: case EXPR_NUMBER: case EXPR_TEXT: case EXPR_DOTTED:
	case EXPR_DATE: case EXPR_BOOL: case EXPR_NOW:
		flat_primary(out, expr);
		break;
	}
}

/* --- broken -------------------------------------------------------------- */

uint32_t format_first_end(const struct expr *expr)
{
	if (is_chain(expr) || expr->kind == EXPR_NOT)
		return format_first_end(expr->left);
	if (expr->kind == EXPR_QUANTIFIER)
		return format_first_end(expr->right);
	if (expr->kind == EXPR_AGGREGATE)
		return format_first_end(expr->left ? expr->left : expr->right);
	if (expr->kind == EXPR_IN || expr->kind == EXPR_MADE)
		return expr->items->at.to;
	return expr->at.to;
}

uint32_t format_last_end(const struct expr *expr)
{
	const struct expr *last = expr->items;

	if (is_chain(expr) || expr->kind == EXPR_QUANTIFIER
	    || (expr->kind == EXPR_AGGREGATE && expr->right))
		return format_last_end(expr->right);
	if (expr->kind == EXPR_NOT || expr->kind == EXPR_AGGREGATE)
		return format_last_end(expr->left);
	while (last && last->next)
		last = last->next;
	return last ? last->at.to : expr->at.to;
}

/* The comments before a part, and inside its begin. */
static void begin_part(struct format *f, uint32_t column, const struct expr *part)
{
	format_comments(f, column, part->at.from);
	format_inner_comments(f, column, format_first_end(part));
}

static void put_part(struct format *f, const struct expr *part, uint32_t after, bool below_not)
{
	bool wrapped = needs_parentheses(part, below_not);

	if (wrapped)
		format_string(f, "(");
	format_condition(f, part, after + wrapped);
	if (wrapped)
		format_string(f, ")");
}

static void break_chain(struct format *f, const struct expr *expr, uint32_t column,
                        uint32_t after)
{
	if (expr->left->kind == expr->kind)
		break_chain(f, expr->left, column, 0);
	else
		put_part(f, expr->left, 0, false);
	begin_part(f, column, expr->right);
	format_line(f, column);
	format_string(f, expr->kind == EXPR_AND ? "and " : "or ");
	put_part(f, expr->right, after, false);
}

static void break_choices(struct format *f, const struct expr *expr)
{
	uint32_t column;

	buffer_reset(&f->scratch);
	flat_after(&f->scratch, expr, before_choices(expr));
	format_text(f, buffer_view(&f->scratch));
	column = format_column(f);
	for (const struct expr *item = expr->items; item; item = item->next) {
		buffer_reset(&f->scratch);
		format_flat(&f->scratch, item);
		if (item->next)
			buffer_byte(&f->scratch, ',');
		if (item == expr->items) {
			format_text(f, buffer_view(&f->scratch));
			f->indent = column;
			continue;
		}
		format_comments(f, column, item->at.from);
		format_inner_comments(f, column, item->at.to);
		format_piece(f, column, buffer_view(&f->scratch));
	}
}

static void put_flat(struct format *f, const struct expr *expr)
{
	buffer_reset(&f->scratch);
	format_flat(&f->scratch, expr);
	format_text(f, buffer_view(&f->scratch));
}

static void put_head(struct format *f, const struct expr *expr)
{
	buffer_reset(&f->scratch);
	flat_head(&f->scratch, expr);
	format_text(f, buffer_view(&f->scratch));
}

static uint32_t flat_width(struct format *f, const struct expr *expr)
{
	buffer_reset(&f->scratch);
	format_flat(&f->scratch, expr);
	return format_width(buffer_view(&f->scratch));
}

/* What stands in parentheses: here, or on a new line if only that keeps it whole or if too little
 * room is left. */
static void put_body(struct format *f, const struct expr *body, uint32_t column, uint32_t after)
{
	uint32_t here = format_column(f);
	uint32_t width = flat_width(f, body) + after;

	if (here + width > FORMAT_COLUMNS
	    && (column + 2 + width <= FORMAT_COLUMNS || here > FORMAT_COLUMNS / 2))
		format_line(f, column + 2);
	format_condition(f, body, after);
	format_string(f, ")");
}

static void break_aggregate(struct format *f, const struct expr *expr, uint32_t after)
{
	uint32_t column = format_column(f);

	put_head(f, expr);
	if (expr->left) {
		format_string(f, " where (");
		put_body(f, expr->left, column, 1);
	}
	if (!expr->right)
		return;
	if (expr->left) {
		begin_part(f, column, expr->right);
		format_line(f, column);
	}
	format_string(f, expr->left ? "have (" : " have (");
	put_body(f, expr->right, column, after + 1);
}

static void break_condition(struct format *f, const struct expr *expr, uint32_t after)
{
	uint32_t column = format_column(f);

	if (is_chain(expr)) {
		break_chain(f, expr, column, after);
	} else if (expr->kind == EXPR_NOT) {
		format_string(f, "not ");
		put_part(f, expr->left, after, true);
	} else if (expr->kind == EXPR_QUANTIFIER) {
		put_head(f, expr);
		put_body(f, expr->right, column, after + 1);
	} else if (expr->kind == EXPR_AGGREGATE) {
		break_aggregate(f, expr, after);
	} else if (expr->kind == EXPR_IN || expr->kind == EXPR_MADE) {
		break_choices(f, expr);
	} else if (expr->kind == EXPR_COMPARE && expr->left->kind == EXPR_AGGREGATE) {
		break_aggregate(f, expr->left, 0);
		format_string(f, operator_texts[expr->op]);
		put_flat(f, expr->right);
	} else {
		put_flat(f, expr);
	}
}

void format_condition(struct format *f, const struct expr *expr, uint32_t after)
{
	uint32_t column = format_column(f);

	if (column + flat_width(f, expr) + after <= FORMAT_COLUMNS
	    && !format_has_comment(f, format_last_end(expr)))
		format_text(f, buffer_view(&f->scratch));
	else
		break_condition(f, expr, after);
}
