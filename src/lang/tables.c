/* SPDX-License-Identifier: Apache-2.0 */
/* tables.c - `allow FACT by FACT, ...`: a decision table as a requirement. */
#include "lang/checker.h"

enum { MAX_TABLE_NOTES = 16 };

struct note {
	const struct clause *clause;
	int64_t number;
	bool covers, widens;            /* decided by parameters */
	bool used;
};

struct table {
	struct scope *scope;
	struct instance *instance;
	const struct item *item;
	const struct clause *allow;
	struct operand target;
	struct operand *columns;
	uint32_t column_count;
	struct note notes[MAX_TABLE_NOTES];
	uint32_t note_count;
};

const struct clause *clause_find(const struct clauses *clauses, enum clause_kind kind)
{
	for (const struct clause *c = clauses->first; c; c = c->next)
		if (c->kind == kind)
			return c;
	return NULL;
}

static bool parameter_condition(struct table *t, const struct clause *clause)
{
	struct scope scope = { .c = t->scope->c, .frame = t->scope->frame,
	                       .self = t->scope->self, .parameters_only = true };
	struct condition *condition = condition_resolve(&scope, clause->condition);

	while (condition && condition->kind != CONDITION_CONSTANT) {
		bool left, right;

		if (condition->kind == CONDITION_NOT) {
			left = condition->left->truth;
			return condition->left->kind == CONDITION_CONSTANT && !left;
		}
		left = condition->left && condition->left->truth;
		right = condition->right && condition->right->truth;
		return condition->kind == CONDITION_AND ? left && right : left || right;
	}
	return condition && condition->truth;
}

static void read_note(struct table *t, const struct clause *clause)
{
	struct note *note = &t->notes[t->note_count];
	struct checker *c = t->scope->c;

	for (uint32_t i = 0; i < t->note_count; i++)
		if (t->notes[i].number == clause->number) {
			diag_say(c->diags, MSG_E0408, clause->at, (int)clause->number);
			return;
		}
	if (t->note_count == MAX_TABLE_NOTES) {
		diag_say(c->diags, MSG_E0409, clause->at, (int)MAX_TABLE_NOTES);
		return;
	}
	*note = (struct note){ .clause = clause, .number = clause->number };
	for (const struct clause *n = clause->clauses.first; n; n = n->next) {
		if (n->kind == CLAUSE_NOTE_COVERS)
			note->covers |= parameter_condition(t, n);
		if (n->kind == CLAUSE_NOTE_WIDENS)
			note->widens |= parameter_condition(t, n);
	}
	t->note_count++;
}

static struct note *find_note(struct table *t, uint32_t mark, struct span at)
{
	for (uint32_t i = 0; i < t->note_count; i++)
		if (t->notes[i].number == mark) {
			t->notes[i].used = true;
			return &t->notes[i];
		}
	diag_say(t->scope->c->diags, MSG_E0410, at, (int)mark);
	return NULL;
}

static uint32_t notes_of(struct table *t, const struct cell *cell)
{
	uint32_t mask = 0;

	for (const struct cell_item *item = cell->first; item; item = item->next)
		for (int i = 0; i < 4 && item->marks[i]; i++) {
			struct note *note = find_note(t, item->marks[i], item->at);

			if (note)
				mask |= 1u << (note - t->notes);
		}
	return mask;
}

/* The words of `A covers B` clauses: is `value` added where `listed` stands? */
static bool is_covered(struct table *t, int64_t listed, int64_t value)
{
	const struct fact *fact = t->target.words;

	for (const struct clause *c = t->item->clauses.first; c; c = c->next)
		if (c->kind == CLAUSE_COVERS
		    && fact_choice_by_label(fact, c->words.first->text) == listed
		    && fact_choice_by_label(fact, c->words.last->text) == value)
			return true;
	return false;
}

static void check_covers(struct table *t)
{
	for (const struct clause *c = t->item->clauses.first; c; c = c->next) {
		if (c->kind != CLAUSE_COVERS)
			continue;
		for (const struct word *w = c->words.first; w; w = w->next)
			if (fact_choice_by_label(t->target.words, w->text) == NO_SLOT)
				cell_say_value(t->scope->c, w->at, w->text, t->target.words);
	}
}

/* Which values of the target a row allows, and the notes on each. */
struct allowed {
	bool any;
	uint64_t values;
	uint32_t notes[64];
};

static bool read_item(struct table *t, const struct cell_item *item, struct allowed *allowed)
{
	struct operand value;
	uint32_t notes = 0;
	uint32_t count = t->target.type == TYPE_BOOL ? 2 : t->target.words->choice_count;

	if (item->quoted || !operand_from_text(item->text, t->target.words, &value)) {
		cell_say_value(t->scope->c, item->at, item->text, t->target.words);
		return false;
	}
	for (int i = 0; i < 4 && item->marks[i]; i++) {
		struct note *note = find_note(t, item->marks[i], item->at);

		if (note)
			notes |= 1u << (note - t->notes);
	}
	allowed->values |= UINT64_C(1) << value.number;
	allowed->notes[value.number] = notes;
	for (uint32_t v = 0; v < count; v++)
		if (is_covered(t, value.number, v) && !(allowed->values >> v & 1)) {
			allowed->values |= UINT64_C(1) << v;
			allowed->notes[v] = notes;
		}
	return true;
}

static bool read_allowed(struct table *t, const struct cell *cell, uint32_t row_notes,
                         struct allowed *allowed)
{
	uint32_t count = t->target.type == TYPE_BOOL ? 2 : t->target.words->choice_count;
	uint64_t all = count == 64 ? UINT64_MAX : (UINT64_C(1) << count) - 1;
	uint32_t marked = row_notes | notes_of(t, cell);

	*allowed = (struct allowed){ 0 };
	if (!cell->first) {
		diag_say(t->scope->c->diags, MSG_E0403, cell->at);
		return false;
	}
	if (!cell->first->next
	    && text_equal_folded(cell->first->text, TEXT("any"))) {
		allowed->values = all;
		row_notes = marked;
	} else {
		for (const struct cell_item *i = cell->first; i; i = i->next)
			if (!read_item(t, i, allowed))
				return false;
	}
	for (uint32_t n = 0; n < t->note_count; n++) {
		if (!(marked >> n & 1))
			continue;
		if (t->notes[n].widens)
			allowed->values = all;
		if (t->notes[n].covers)
			row_notes |= 1u << n;
	}
	for (uint32_t v = 0; v < count; v++)
		allowed->notes[v] |= row_notes;
	return true;
}

static struct decision *note_decision(struct table *t, uint32_t mask, struct decision *decision)
{
	struct checker *c = t->scope->c;

	for (uint32_t n = t->note_count; n-- > 0; ) {
		const struct clause *note = t->notes[n].clause;

		if (!(mask >> n & 1))
			continue;
		for (const struct clause *r = note->clauses.first; r; r = r->next) {
			struct condition *condition;
			uint32_t clause;

			if (r->kind != CLAUSE_REQUIRE)
				continue;
			condition = condition_resolve(t->scope, r->condition);
			if (!condition)
				return NULL;
			clause = instance_add_clause(c, t->instance, (struct checked_clause){
				"note", r->at, arena_printf(c->arena, "%d", (int)note->number),
				note->text.text });
			decision = decision_if(c, condition, decision,
			                       decision_leaf(c, OUTCOME_FAIL, clause));
		}
	}
	return decision;
}

static struct decision *row_decision(struct table *t, const struct row *row,
                                     const struct allowed *allowed)
{
	struct checker *c = t->scope->c;
	uint32_t clause = instance_add_clause(c, t->instance,
		(struct checked_clause){ "row", row->at, { "", 0 }, { "", 0 } });
	struct decision *decision = decision_leaf(c, OUTCOME_FAIL, clause);
	uint64_t left = allowed->values;

	for (uint32_t v = 0; v < 64; v++) {
		struct decision *then;
		uint64_t same = 0;

		if (!(left >> v & 1))
			continue;
		for (uint32_t w = v; w < 64; w++)
			if (left >> w & 1 && allowed->notes[w] == allowed->notes[v])
				same |= UINT64_C(1) << w;
		left &= ~same;
		then = note_decision(t, allowed->notes[v], decision_leaf(c, OUTCOME_PASS, clause));
		if (!then)
			return NULL;
		decision = decision_if(c, condition_words(c, t->target, same, row->at), then,
		                       decision);
	}
	return decision;
}

static bool resolve_columns(struct table *t)
{
	uint32_t i = 0;
	struct expr word = { .kind = EXPR_WORD };

	word.text = t->allow->name.text;
	word.at = t->allow->name.at;
	if (!operand_resolve(t->scope, &word, NULL, &t->target))
		return false;
	if (t->target.kind != OPERAND_FACT
	    || (t->target.type != TYPE_CHOICE && t->target.type != TYPE_BOOL)) {
		diag_say(t->scope->c->diags, MSG_E0411, word.at, TEXT_ARGS(word.text));
		return false;
	}
	if (!scope_check_present(t->scope, t->target.path, true, word.at))
		return false;
	t->columns = arena_array(t->scope->c->arena, t->allow->words.count, sizeof *t->columns);
	t->column_count = t->allow->words.count;
	for (const struct word *w = t->allow->words.first; w; w = w->next) {
		word.text = w->text;
		word.at = w->at;
		if (!operand_resolve(t->scope, &word, NULL, &t->columns[i]))
			return false;
		if (t->columns[i].kind != OPERAND_FACT) {
			diag_say(t->scope->c->diags, MSG_E0411, w->at, TEXT_ARGS(w->text));
			return false;
		}
		i++;
	}
	return true;
}

static struct decision **add_row(struct table *t, const struct row *row, struct proof *proof,
                                 struct decision **place)
{
	struct checker *c = t->scope->c;
	struct condition *when = NULL;
	struct allowed allowed;
	struct decision *decision;
	const struct cell *cell = row->first;
	uint32_t row_notes = 0;

	for (uint32_t i = 0; i < t->column_count; i++, cell = cell->next) {
		struct condition *one = cell_condition(t->scope, cell, t->columns[i]);

		if (!one)
			return NULL;
		row_notes |= notes_of(t, cell);
		when = when ? condition_join(c, CONDITION_AND, when, one) : one;
	}
	if (!read_allowed(t, cell, row_notes, &allowed))
		return NULL;
	decision = row_decision(t, row, &allowed);
	if (!decision)
		return NULL;
	proof->row_spans[proof->row_count] = row->at;
	proof->rows[proof->row_count++] = when;
	*place = decision_if(c, when, decision, decision);
	return &(*place)->no;
}

static void check_notes_used(struct table *t)
{
	for (uint32_t i = 0; i < t->note_count; i++)
		if (!t->notes[i].used)
			diag_say(t->scope->c->diags, MSG_W0401, t->notes[i].clause->at,
			         (int)t->notes[i].number);
}

static bool table_open(struct table *t, const struct clause **rows)
{
	struct checker *c = t->scope->c;

	t->allow = clause_find(&t->item->clauses, CLAUSE_ALLOW);
	*rows = clause_find(&t->item->clauses, CLAUSE_ROWS);
	if (!t->allow || !*rows || (*rows)->rows.count < 2) {
		diag_say(c->diags, MSG_E0412, t->item->name.at);
		return false;
	}
	if (!resolve_columns(t))
		return false;
	check_covers(t);
	for (const struct clause *n = t->item->clauses.first; n; n = n->next)
		if (n->kind == CLAUSE_NOTE)
			read_note(t, n);
	return true;
}

static void proof_columns(struct table *t, struct proof *proof)
{
	for (uint32_t i = 0; i < t->column_count; i++)
		proof->columns[i] = t->columns[i].path;
}

struct decision *table_decision(struct scope *scope, struct instance *instance,
                                const struct item *item, bool prove)
{
	struct table t = { .scope = scope, .instance = instance, .item = item };
	struct decision *decision = NULL, **place = &decision;
	const struct clause *rows;
	struct proof *proof;
	uint32_t want;

	if (!table_open(&t, &rows))
		return NULL;
	want = t.column_count + 1;
	proof = proof_new(scope->c, scope->frame, &rows->rows, t.column_count);
	proof_columns(&t, proof);
	for (const struct row *row = rows->rows.first->next; row && place; row = row->next) {
		if (ast_row_is_rule(row))
			continue;
		if (row->count != want) {
			diag_say(scope->c->diags, MSG_E0401, row->at, (int)want, (int)row->count);
			return NULL;
		}
		place = add_row(&t, row, proof, place);
	}
	if (!place || !decision)
		return NULL;
	if (prove) {
		proof_add(scope->c, proof);
		check_notes_used(&t);
	}
	return decision;
}
