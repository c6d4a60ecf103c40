/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/page_table.h"

static const struct clause *find(const struct item *item, enum clause_kind kind)
{
	for (const struct clause *c = item ? item->clauses.first : NULL; c; c = c->next)
		if (c->kind == kind)
			return c;
	return NULL;
}

static const struct item *item_of(struct explainer *x, const struct row_rule *rule)
{
	return rule->is_table ? written_rule(&x->written, program_text(x->program, rule->id))
	                      : NULL;
}

struct text page_table_target(struct explainer *x, const struct row_rule *rule)
{
	const struct clause *allow = find(item_of(x, rule), CLAUSE_ALLOW);

	return allow ? allow->name.text : TEXT("");
}

/* Does a value of a cell stand for the word: by itself, as `any`, or since it covers it? */
static bool stands_for(const struct item *item, const struct cell_item *value,
                       const struct fact *target, int64_t word)
{
	if (text_equal_folded(value->text, TEXT("any")))
		return true;
	if (target->type == TYPE_BOOL)
		return text_equal_folded(value->text, word ? TEXT("yes") : TEXT("no"));
	if (fact_choice_by_label(target, value->text) == word)
		return true;
	for (const struct clause *c = item->clauses.first; c; c = c->next)
		if (c->kind == CLAUSE_COVERS
		    && text_equal_folded(c->words.first->text, value->text)
		    && fact_choice_by_label(target, c->words.last->text) == word)
			return true;
	return false;
}

static const char *item_words(struct explainer *x, const struct cell_item *item)
{
	struct buffer text = { .arena = x->words };

	buffer_text(&text, item->text);
	for (int i = 0; i < 4 && item->marks[i]; i++)
		buffer_printf(&text, "[%u]", item->marks[i]);
	return buffer_view(&text).at;
}

static void read_cell(struct explainer *x, const struct cell *cell, struct page_cell *out)
{
	uint32_t count = 0;

	for (const struct cell_item *i = cell->first; i; i = i->next)
		count++;
	out->items = arena_array(x->words, count + 1, sizeof *out->items);
	for (const struct cell_item *i = cell->first; i; i = i->next)
		out->items[out->count++].text = item_words(x, i);
}

static void read_row(struct explainer *x, const struct row *row, struct page_row *out)
{
	struct page_cell *cell = arena_array(x->words, row->count + 1, sizeof *cell);

	out->cells = cell;
	for (const struct cell *c = row->first; c; c = c->next)
		read_cell(x, c, cell++);
}

/* The head is free text: its commas are no list. */
static void read_head(struct explainer *x, const struct row *row, struct page_cell *head)
{
	head->items = arena_array(x->words, row->count + 1, sizeof *head->items);
	for (const struct cell *c = row->first; c; c = c->next) {
		struct buffer text = { .arena = x->words };

		for (const struct cell_item *i = c->first; i; i = i->next)
			buffer_printf(&text, "%s%s", i == c->first ? "" : ", ",
			              item_words(x, i));
		head->items[head->count++].text = buffer_view(&text).at;
	}
}

/* A clause that decides belongs to the row clause that stands before it. */
static bool is_chosen(const struct explainer *x, const struct row_check *check,
                      const uint8_t *clauses, uint32_t from)
{
	bool in_row = false;

	for (uint32_t i = 0; i < check->clause_count; i++) {
		const struct row_clause *clause = &x->program->clause[check->first_clause + i];

		if (text_equal(program_text(x->program, clause->kind), TEXT("row")))
			in_row = clause->from == from;
		if (in_row && clauses[i])
			return true;
	}
	return false;
}

static void choose_items(const struct item *item, const struct row *row, struct page_cell *last,
                         const struct fact *target, int64_t word)
{
	uint32_t i = 0;

	for (const struct cell_item *v = row->last->first; v; v = v->next, i++)
		last->items[i].chosen = word >= 0 && stands_for(item, v, target, word);
}

static bool has_mark(const struct row *row, int64_t mark)
{
	for (const struct cell *c = row->first; c; c = c->next)
		for (const struct cell_item *i = c->first; i; i = i->next)
			for (int m = 0; m < 4; m++)
				if (i->marks[m] && i->marks[m] == mark)
					return true;
	return false;
}

static void read_note(struct explainer *x, const struct clause *clause, struct page_note *out)
{
	uint32_t most = 0;

	*out = (struct page_note){ .title = arena_text(x->words, clause->text.text).at };
	out->mark = arena_printf(x->words, "%lld", (long long)clause->number).at;
	for (const struct clause *r = clause->clauses.first; r; r = r->next)
		most++;
	out->requires = arena_array(x->words, most + 1, sizeof *out->requires);
	for (const struct clause *r = clause->clauses.first; r; r = r->next)
		if (r->kind == CLAUSE_REQUIRE)
			out->requires[out->count++] = written_line(&x->written, r->at, x->words).at;
}

static void read_notes(struct explainer *x, const struct item *item, struct page_table *out)
{
	uint32_t count = 0;

	for (const struct clause *c = item->clauses.first; c; c = c->next)
		count += c->kind == CLAUSE_NOTE;
	out->notes = arena_array(x->words, count + 1, sizeof *out->notes);
	for (const struct clause *c = item->clauses.first; c; c = c->next)
		if (c->kind == CLAUSE_NOTE)
			read_note(x, c, &out->notes[out->note_count++]);
}

static void apply_notes(const struct item *item, const struct row *row, struct page_table *out)
{
	uint32_t i = 0;

	for (const struct clause *c = item->clauses.first; c; c = c->next)
		if (c->kind == CLAUSE_NOTE)
			out->notes[i++].applies |= has_mark(row, c->number);
}

bool page_table_read(struct explainer *x, const struct row_check *check, const uint8_t *clauses,
                     const struct fact *target, int64_t chosen, struct page_table *out)
{
	const struct item *item = item_of(x, &x->program->rule[check->rule]);
	const struct clause *rows = find(item, CLAUSE_ROWS), *allow = find(item, CLAUSE_ALLOW);
	const struct source *source;

	*out = (struct page_table){ .columns = 0 };
	source = item ? sources_find(&x->written.load.sources, item->at.from) : NULL;
	if (!rows || !allow || !source || !rows->rows.first)
		return false;
	out->columns = rows->rows.first->count;
	out->by = &allow->words;
	out->target = arena_text(x->words, allow->name.text).at;
	read_head(x, rows->rows.first, &out->head);
	out->rows = arena_array(x->words, rows->rows.count + 1, sizeof *out->rows);
	read_notes(x, item, out);
	for (const struct row *r = rows->rows.first->next; r; r = r->next) {
		struct page_row *row = &out->rows[out->row_count];

		if (ast_row_is_rule(r) || r->count != out->columns)
			continue;
		out->row_count++;
		row->from = r->at.from - source->base;
		row->chosen = is_chosen(x, check, clauses, row->from);
		read_row(x, r, row);
		if (!row->chosen)
			continue;
		apply_notes(item, r, out);
		if (target)
			choose_items(item, r, &row->cells[out->columns - 1], target, chosen);
	}
	return true;
}
