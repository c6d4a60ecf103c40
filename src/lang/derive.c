/* SPDX-License-Identifier: Apache-2.0 */
/* derive.c - derived facts and invariants, resolved where a frame uses them. */
#include "lang/checker.h"

struct decision *decision_if(struct checker *c, struct condition *condition, struct decision *yes,
                             struct decision *no)
{
	struct decision *decision = arena_alloc(c->arena, sizeof *decision);

	decision->kind = DECISION_IF;
	decision->condition = condition;
	decision->yes = yes;
	decision->no = no;
	return decision;
}

static struct decision *leaf(struct checker *c, enum leaf_kind kind, int64_t value)
{
	struct decision *decision = arena_alloc(c->arena, sizeof *decision);

	decision->kind = DECISION_LEAF;
	decision->leaf = kind;
	decision->value = value;
	decision->clause = NO_CLAUSE;
	return decision;
}

static struct binding *find_binding(struct frame *frame, struct path path)
{
	for (uint32_t i = 0; i < frame->binding_count; i++)
		if (path_equal(frame->bindings[i]->path, path))
			return frame->bindings[i];
	return NULL;
}

static struct binding *add_binding(struct checker *c, struct frame *frame, struct path path)
{
	struct binding *binding = arena_alloc(c->arena, sizeof *binding);

	binding->path = path;
	binding->index = frame->binding_count;
	frame->bindings = arena_grow(c->arena, frame->bindings, &frame->binding_capacity,
	                             frame->binding_count + 1, sizeof *frame->bindings);
	frame->bindings[frame->binding_count++] = binding;
	return binding;
}

static const struct derivation *find_derivation(const struct checker *c, struct path path)
{
	for (uint32_t i = 0; i < c->derivation_count; i++)
		if (c->derivations[i].entity == path.base->entity
		    && c->derivations[i].slot == path.slot)
			return &c->derivations[i];
	return NULL;
}

static struct decision *from_condition(struct scope *scope, const struct expr *expr)
{
	struct condition *condition = condition_resolve(scope, expr);

	if (!condition)
		return NULL;
	return decision_if(scope->c, condition, leaf(scope->c, LEAF_VALUE, 1),
	                   leaf(scope->c, LEAF_VALUE, 0));
}

static struct lookup *find_lookup(struct checker *c, const struct word *name)
{
	for (uint32_t i = 0; i < c->lookup_count; i++)
		if (text_equal(c->lookups[i].item->name.text, name->text))
			return &c->lookups[i];
	diag_say(c->diags, MSG_E0104, name->at, TEXT_ARGS(name->text));
	return NULL;
}

/* The same value where other words are declared: theirs by name. False if they lack it. */
static bool value_among(const struct fact *from, const struct fact *words, struct operand *value)
{
	uint32_t choice;

	if (from->type != TYPE_CHOICE)
		return true;
	choice = fact_choice(words, from->choices[value->number].name);
	value->number = choice;
	value->words = words;
	return choice != NO_SLOT;
}

static void say_lookup(struct checker *c, const struct expr *expr, const struct lookup *lookup)
{
	diag_say(c->diags, MSG_E0404, expr->at, TEXT_ARGS(expr->name.text),
	         fact_type_text(c, &lookup->from), fact_type_text(c, &lookup->to));
}

static struct decision *value_leaf(struct checker *c, const struct operand *value)
{
	struct decision *decision = leaf(c, LEAF_VALUE, value->number);

	decision->text = value->text;
	return decision;
}

static struct decision *from_lookup(struct scope *scope, const struct expr *expr,
                                    const struct fact *fact)
{
	struct checker *c = scope->c;
	struct lookup *lookup = find_lookup(c, &expr->name);
	struct decision *decision = leaf(c, LEAF_FREE, 0);
	struct operand key;

	if (!lookup || !operand_resolve(scope, expr->left, NULL, &key))
		return NULL;
	if (key.type != lookup->from.type || fact->type != lookup->to.type) {
		say_lookup(c, expr, lookup);
		return NULL;
	}
	for (uint32_t i = lookup->count; i-- > 0; ) {
		struct lookup_row row = lookup->rows[i];
		struct condition *same;

		if (!value_among(&lookup->from, key.words, &row.key)
		    || !value_among(&lookup->to, fact, &row.value)) {
			say_lookup(c, expr, lookup);
			return NULL;
		}
		same = condition_compare(scope, OPERATOR_EQUAL, key, row.key, expr->at);
		if (!same)
			return NULL;
		decision = decision_if(c, same, value_leaf(c, &row.value), decision);
	}
	return decision;
}

/* The last cell of a row: a value, or conflict "why". */
static struct decision *last_cell(struct scope *scope, const struct cell *cell,
                                  const struct fact *fact)
{
	const struct cell_item *item = cell->first;
	struct decision *decision;
	struct operand value;

	if (item && item->next && !item->quoted && item->next->quoted
	    && text_equal(item->text, TEXT("conflict"))) {
		decision = leaf(scope->c, LEAF_CONFLICT, 0);
		decision->why = item->next->text;
		return decision;
	}
	if (!item || item->next || item->quoted != (fact->type == TYPE_TEXT)
	    || !operand_from_text(item->text, fact, &value)) {
		diag_say(scope->c->diags, MSG_E0405, cell->at, TEXT_ARGS(fact->name));
		return NULL;
	}
	return value_leaf(scope->c, &value);
}

static const struct cell *cell_at(const struct row *row, uint32_t column)
{
	const struct cell *cell = row->first;

	while (column-- > 0)
		cell = cell->next;
	return cell;
}

static bool header_columns(struct scope *scope, const struct row *header, struct proof *proof,
                           struct operand *columns)
{
	uint32_t i = 0;

	for (const struct cell *cell = header->first; cell->next; cell = cell->next, i++) {
		struct expr word = { .kind = EXPR_WORD, .at = cell->at };

		if (!cell->first || cell->first->next) {
			diag_say(scope->c->diags, MSG_E0406, cell->at);
			return false;
		}
		word.text = cell->first->text;
		word.at = cell->first->at;
		if (!operand_resolve(scope, &word, NULL, &columns[i]))
			return false;
		proof->columns[i] = columns[i].path;
	}
	return true;
}

/* The condition under which a row is the one; the last column is not asked. */
static struct condition *row_condition(struct scope *scope, const struct row *row,
                                       const struct operand *columns)
{
	struct condition *all = NULL;
	uint32_t i = 0;

	for (const struct cell *cell = row->first; cell->next; cell = cell->next, i++) {
		struct condition *one = cell_condition(scope, cell, columns[i]);

		if (!one)
			return NULL;
		all = all ? condition_join(scope->c, CONDITION_AND, all, one) : one;
	}
	return all;
}

void proof_add(struct checker *c, struct proof *proof)
{
	if (c->out->last_proof)
		c->out->last_proof->next = proof;
	else
		c->out->proofs = proof;
	c->out->last_proof = proof;
}

struct proof *proof_new(struct checker *c, struct frame *frame, const struct rows *rows,
                               uint32_t columns)
{
	struct proof *proof = arena_alloc(c->arena, sizeof *proof);

	proof->frame = frame;
	proof->rows = arena_array(c->arena, rows->count, sizeof *proof->rows);
	proof->row_spans = arena_array(c->arena, rows->count, sizeof *proof->row_spans);
	proof->columns = arena_array(c->arena, columns, sizeof *proof->columns);
	proof->column_count = columns;
	proof->at = rows->first->at;
	return proof;
}

static struct decision *from_table(struct scope *scope, const struct fact_tree *tree,
                                   const struct fact *fact, bool prove)
{
	struct checker *c = scope->c;
	const struct row *header = tree->rows.first;
	uint32_t columns = header->count - 1;
	struct proof *proof = proof_new(c, scope->frame, &tree->rows, columns + 1);
	struct operand *operands = arena_array(c->arena, columns + 1, sizeof *operands);
	struct decision **place, *decision = NULL;

	proof->column_count = columns;
	if (columns == 0 || !header_columns(scope, header, proof, operands))
		return NULL;
	place = &decision;
	for (const struct row *row = header->next; row; row = row->next) {
		struct condition *when;
		struct decision *value;

		if (ast_row_is_rule(row))
			continue;
		if (row->count != header->count) {
			diag_say(c->diags, MSG_E0401, row->at, (int)header->count, (int)row->count);
			return NULL;
		}
		when = row_condition(scope, row, operands);
		value = last_cell(scope, cell_at(row, columns), fact);
		if (!when || !value)
			return NULL;
		proof->row_spans[proof->row_count] = row->at;
		proof->rows[proof->row_count++] = when;
		*place = decision_if(c, when, value, leaf(c, LEAF_FREE, 0));
		place = &(*place)->no;
	}
	if (prove)
		proof_add(c, proof);
	return decision;
}

static struct decision *resolve_derivation(struct scope *scope, const struct derivation *derivation,
                                           const struct fact *fact)
{
	const struct fact_tree *tree = derivation->tree;
	struct decision *decision;

	if (tree->kind == FACT_TREE_INVARIANT) {
		decision = from_condition(scope, tree->value);
		if (decision) {
			decision->no->leaf = LEAF_CONFLICT;
			decision->no->why = tree->doc.text;
		}
		return decision;
	}
	if (!tree->value)
		return from_table(scope, tree, fact, scope->self->kind == BASE_SELF);
	if (tree->value->kind == EXPR_LOOKUP)
		return from_lookup(scope, tree->value, fact);
	return from_condition(scope, tree->value);
}

/* A derivation speaks of records that are there. */
static const struct known *known_steps(struct checker *c, const struct base *base)
{
	const struct known *known = NULL;

	for (; base->kind == BASE_STEP; base = base->parent)
		known = known_path(c, (struct path){ base->parent, base->slot }, known);
	return known;
}

/* Its facts are decided by themselves, for each element. */
static bool is_below_element(const struct base *base)
{
	while (base->kind == BASE_STEP)
		base = base->parent;
	return base->kind == BASE_ELEMENT;
}

void derive_path(struct checker *c, struct frame *frame, struct path path)
{
	const struct derivation *derivation;
	struct scope scope = { .c = c, .frame = frame, .self = path.base };
	struct binding *binding;

	if (!path.base->entity || is_below_element(path.base)
	    || !(path_fact(path)->flags & FACT_DERIVED) || find_binding(frame, path))
		return;
	derivation = find_derivation(c, path);
	if (!derivation)
		return;
	binding = add_binding(c, frame, path);
	scope.known = known_steps(c, path.base);
	binding->decision = resolve_derivation(&scope, derivation, path_fact(path));
}

void derive_base(struct checker *c, struct frame *frame, struct base *base)
{
	if (!base->entity || is_below_element(base))
		return;
	for (uint32_t i = 0; i < base->entity->fact_count; i++)
		if (base->entity->facts[i].flags & FACT_HIDDEN)
			derive_path(c, frame, (struct path){ base, i });
}
