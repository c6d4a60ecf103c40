/* SPDX-License-Identifier: Apache-2.0 */
/* equal.c - do two trees say the same? Spans count only where they tell that something is there.
 *
 * The parser bounds how deep conditions nest and how long they are, so walking them may recurse.
 */
#include "tree/ast.h"

static bool words_equal(const struct word *a, const struct word *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!text_equal(a->text, b->text) || !a->at.to != !b->at.to)
			return false;
	return a == b;
}

/* One word, whatever stands behind it in a list. */
static bool word_equal(struct word a, struct word b)
{
	return text_equal(a.text, b.text) && !a.at.to == !b.at.to;
}

static bool expr_equal(const struct expr *a, const struct expr *b);

static bool exprs_equal(const struct expr *a, const struct expr *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!expr_equal(a, b))
			return false;
	return a == b;
}

static bool expr_equal(const struct expr *a, const struct expr *b)
{
	if (!a || !b)
		return a == b;
	return a->kind == b->kind && a->op == b->op && a->number == b->number
	    && text_equal(a->text, b->text) && word_equal(a->name, b->name)
	    && expr_equal(a->left, b->left) && exprs_equal(a->items, b->items)
	    && (a->kind == EXPR_IN || expr_equal(a->right, b->right));
}

/* --- tables -------------------------------------------------------------- */

static bool item_equal(const struct cell_item *a, const struct cell_item *b)
{
	return a->quoted == b->quoted && text_equal(a->text, b->text)
	    && memcmp(a->marks, b->marks, sizeof a->marks) == 0;
}

static bool cell_equal(const struct cell *a, const struct cell *b)
{
	const struct cell_item *one = a->first, *other = b->first;

	for (; one && other; one = one->next, other = other->next)
		if (!item_equal(one, other))
			return false;
	return one == other;
}

/* Lines of dashes are the same however long their dashes. */
static bool row_equal(const struct row *a, const struct row *b)
{
	const struct cell *one = a->first, *other = b->first;

	if (a->count != b->count || ast_row_is_rule(a) != ast_row_is_rule(b))
		return false;
	if (ast_row_is_rule(a))
		return true;
	for (; one && other; one = one->next, other = other->next)
		if (!cell_equal(one, other))
			return false;
	return one == other;
}

static bool rows_equal(const struct rows *a, const struct rows *b)
{
	const struct row *one = a->first, *other = b->first;

	for (; one && other; one = one->next, other = other->next)
		if (!row_equal(one, other))
			return false;
	return one == other;
}

/* --- clauses, facts and tests -------------------------------------------- */

static bool clauses_equal(const struct clause *a, const struct clause *b);

static bool clause_equal(const struct clause *a, const struct clause *b)
{
	return a->kind == b->kind && a->number == b->number && word_equal(a->name, b->name)
	    && words_equal(a->words.first, b->words.first) && word_equal(a->text, b->text)
	    && expr_equal(a->condition, b->condition) && rows_equal(&a->rows, &b->rows)
	    && clauses_equal(a->clauses.first, b->clauses.first);
}

static bool clauses_equal(const struct clause *a, const struct clause *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!clause_equal(a, b))
			return false;
	return a == b;
}

static bool type_equal(const struct type_tree *a, const struct type_tree *b)
{
	return a->form == b->form && a->cap == b->cap
	    && words_equal(a->words.first, b->words.first)
	    && words_equal(a->labels.first, b->labels.first)
	    && words_equal(a->modifiers.first, b->modifiers.first);
}

static bool fact_equal(const struct fact_tree *a, const struct fact_tree *b)
{
	return a->kind == b->kind && word_equal(a->name, b->name) && word_equal(a->doc, b->doc)
	    && type_equal(&a->type, &b->type) && expr_equal(a->value, b->value)
	    && rows_equal(&a->rows, &b->rows);
}

static bool facts_equal(const struct fact_tree *a, const struct fact_tree *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!fact_equal(a, b))
			return false;
	return a == b;
}

static bool given_equal(const struct given *a, const struct given *b);

static bool fields_equal(const struct field *a, const struct field *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!word_equal(a->name, b->name) || !given_equal(a->value, b->value))
			return false;
	return a == b;
}

static bool givens_equal(const struct given *a, const struct given *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!given_equal(a, b))
			return false;
	return a == b;
}

static bool given_equal(const struct given *a, const struct given *b)
{
	return a->kind == b->kind && expr_equal(a->literal, b->literal)
	    && word_equal(a->name, b->name) && givens_equal(a->items, b->items)
	    && fields_equal(a->fields.first, b->fields.first);
}

static bool setups_equal(const struct setup *a, const struct setup *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (a->kind != b->kind || !word_equal(a->name, b->name)
		    || !word_equal(a->key, b->key) || !expr_equal(a->date, b->date)
		    || !expr_equal(a->value, b->value) || !rows_equal(&a->rows, &b->rows)
		    || !fields_equal(a->fields.first, b->fields.first))
			return false;
	return a == b;
}

static bool expect_equal(const struct expect *a, const struct expect *b)
{
	return word_equal(a->rule, b->rule) && word_equal(a->result, b->result)
	    && word_equal(a->subject, b->subject) && word_equal(a->mark, b->mark)
	    && a->is_record == b->is_record && word_equal(a->key, b->key)
	    && fields_equal(a->fields.first, b->fields.first)
	    && a->note == b->note && words_equal(a->facts.first, b->facts.first);
}

static bool expects_equal(const struct expect *a, const struct expect *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!expect_equal(a, b))
			return false;
	return a == b;
}

static bool settings_equal(const struct setting *a, const struct setting *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!word_equal(a->name, b->name) || !expr_equal(a->value, b->value))
			return false;
	return a == b;
}

static bool columns_equal(const struct column_tree *a, const struct column_tree *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (a->kind != b->kind || !word_equal(a->name, b->name)
		    || !word_equal(a->type, b->type) || a->number != b->number
		    || !word_equal(a->separator, b->separator)
		    || !words_equal(a->modifiers.first, b->modifiers.first)
		    || !words_equal(a->titles.first, b->titles.first))
			return false;
	return a == b;
}

static bool origins_equal(const struct origin_tree *a, const struct origin_tree *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!word_equal(a->name, b->name) || !rows_equal(&a->rows, &b->rows)
		    || !words_equal(a->columns.first, b->columns.first))
			return false;
	return a == b;
}

/* --- files --------------------------------------------------------------- */

static bool head_equal(const struct item *a, const struct item *b)
{
	return a->kind == b->kind && word_equal(a->name, b->name)
	    && word_equal(a->title, b->title) && text_equal(a->version.text, b->version.text)
	    && words_equal(a->places.first, b->places.first) && type_equal(&a->type, &b->type)
	    && type_equal(&a->from, &b->from);
}

static bool body_equal(const struct item *a, const struct item *b)
{
	return expr_equal(a->condition, b->condition) && expr_equal(a->date, b->date)
	    && rows_equal(&a->rows, &b->rows)
	    && clauses_equal(a->clauses.first, b->clauses.first)
	    && facts_equal(a->facts.first, b->facts.first)
	    && columns_equal(a->columns.first, b->columns.first)
	    && origins_equal(a->origins.first, b->origins.first)
	    && settings_equal(a->settings, b->settings) && setups_equal(a->setups, b->setups)
	    && expects_equal(a->expects, b->expects);
}

bool ast_equal(const struct file_tree *a, const struct file_tree *b)
{
	const struct item *one = a->first, *other = b->first;

	if (a->language != b->language)
		return false;
	for (; one && other; one = one->next, other = other->next)
		if (!head_equal(one, other) || !body_equal(one, other))
			return false;
	return one == other;
}
