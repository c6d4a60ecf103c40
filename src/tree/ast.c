/* SPDX-License-Identifier: Apache-2.0 */
#include "tree/ast.h"

struct expr *ast_expr(struct arena *arena, enum expr_kind kind, struct span at)
{
	struct expr *expr = arena_alloc(arena, sizeof *expr);

	expr->kind = kind;
	expr->at = at;
	return expr;
}

struct expr *ast_binary(struct arena *arena, enum expr_kind kind, struct expr *left,
                        struct expr *right)
{
	struct expr *expr = ast_expr(arena, kind, span_join(left->at, right->at));

	expr->left = left;
	expr->right = right;
	return expr;
}

struct clause *ast_clause(struct arena *arena, enum clause_kind kind, struct span at)
{
	struct clause *clause = arena_alloc(arena, sizeof *clause);

	clause->kind = kind;
	clause->at = at;
	return clause;
}

struct item *ast_item(struct arena *arena, enum item_kind kind, struct span at)
{
	struct item *item = arena_alloc(arena, sizeof *item);

	item->kind = kind;
	item->at = at;
	return item;
}

void ast_words_add(struct arena *arena, struct words *words, struct word word)
{
	struct word *copy = arena_alloc(arena, sizeof *copy);

	*copy = word;
	copy->next = NULL;
	TREE_ADD(*words, copy);
	words->count++;
}

static bool item_is_rule(const struct cell_item *item)
{
	bool dash = false;

	for (uint32_t i = 0; i < item->text.length; i++) {
		if (item->text.at[i] == '-')
			dash = true;
		else if (item->text.at[i] != ':')
			return false;
	}
	return dash && !item->quoted && !item->next;
}

bool ast_row_is_rule(const struct row *row)
{
	for (const struct cell *cell = row->first; cell; cell = cell->next)
		if (!cell->first || !item_is_rule(cell->first))
			return false;
	return row->first != NULL;
}

struct text ast_cell_text(const struct source *source, const struct cell *cell)
{
	struct text text = { source->text.at + (cell->at.from - source->base),
	                     cell->at.to - cell->at.from };

	return text_trim(text);
}
