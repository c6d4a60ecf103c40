/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/ask.h"

enum { MOST_NAMES = 64, MOST_DEPTH = 16 };

#define FAILS (UINT32_C(1) << VM_FAIL)
#define PASSES (UINT32_C(1) << VM_PASS)

struct asking {
	struct explainer *x;
	struct change change;
	const struct vm_finding *finding;
	const struct row_check *check;
	uint32_t group;                 /* of the fact that the table allows */
	struct vm_fact target;
	uint8_t *fixed;                 /* groups that stay as they are */
};

static uint32_t group_named(const struct asking *a, struct text name)
{
	const struct row_frame *frame = a->change.wording.frame;

	for (uint32_t g = 0; g < frame->group_count; g++) {
		const struct row_group *row = &a->x->program->group[frame->first_group + g];

		if ((row->kind == GROUP_FACT || row->kind == GROUP_DERIVED)
		    && text_equal(program_text(a->x->program, row->name), name))
			return g;
	}
	return NO_GROUP;
}

/* A fact, what it is derived from and what is derived from it are the same to who asks. */
static void fix_related(struct asking *a, uint32_t group)
{
	const struct what_if *w = &a->change.what_if;

	a->fixed[group] = 1;
	for (uint32_t g = 0; g < a->change.wording.frame->group_count; g++)
		a->fixed[g] |= what_if_follows(w, group, g) || what_if_follows(w, g, group);
}

static void fix_name(struct asking *a, struct text name)
{
	uint32_t group = group_named(a, name);

	if (group != NO_GROUP)
		fix_related(a, group);
}

static void fix_expr(struct asking *a, const struct expr *expr, uint32_t depth)
{
	struct text names[MOST_NAMES];
	uint32_t count = written_names(expr, names, MOST_NAMES);

	for (uint32_t i = 0; i < count; i++) {
		const struct item *definition = written_definition(&a->x->written, names[i]);

		if (definition && depth < MOST_DEPTH)
			fix_expr(a, definition->condition, depth + 1);
		else
			fix_name(a, names[i]);
	}
}

/* The question is about this subject in its row: what the row and the `when`s ask of it stays. */
static void fix_facts(struct asking *a, const struct item *item)
{
	a->fixed = arena_alloc(a->x->words, a->change.wording.frame->group_count + 1);
	fix_related(a, a->group);
	for (const struct clause *c = item->clauses.first; c; c = c->next) {
		if (c->kind == CLAUSE_WHEN)
			fix_expr(a, c->condition, 0);
		if (c->kind != CLAUSE_ALLOW)
			continue;
		for (const struct word *w = c->words.first; w; w = w->next)
			fix_name(a, w->text);
	}
}

/* Which notes bind the value: those that could decide if all else were free. */
static void list_notes(struct asking *a, uint32_t word, struct ask_value *out)
{
	uint8_t *clauses = arena_alloc(a->x->words, a->check->clause_count + 1);
	struct what_if *w = &a->change.what_if;
	const uint32_t *groups;
	uint32_t count = what_if_groups(w, &groups);

	what_if_reset(w);
	for (uint32_t i = 0; i < count; i++)
		if (!a->fixed[groups[i]] && vm_group_kind(a->change.vm, groups[i]) != GROUP_DERIVED)
			what_if_free(w, groups[i]);
	what_if_choose(w, a->group, word);
	what_if_results(w, clauses);
	out->notes = arena_array(a->x->words, a->check->clause_count + 1, sizeof *out->notes);
	for (uint32_t i = 0; i < a->check->clause_count; i++) {
		const struct row_clause *clause = &a->x->program->clause[a->check->first_clause
			+ i];
		const char *mark = program_string(a->x->program, clause->name);
		bool is_new = clauses[i] && text_equal(program_text(a->x->program, clause->kind),
		                                       TEXT("note"));

		for (uint32_t n = 0; n < out->note_count; n++)
			is_new = is_new && strcmp(out->notes[n], mark) != 0;
		if (is_new)
			out->notes[out->note_count++] = mark;
	}
}

/* The first clause that leaves the value out. */
static const char *silent_reason(const struct asking *a, const uint8_t *clauses)
{
	const struct program *p = a->x->program;

	for (uint32_t i = 0; i < a->check->clause_count; i++) {
		const struct row_clause *clause = &p->clause[a->check->first_clause + i];

		if (clauses[i])
			return program_text(p, clause->message).length
				? program_string(p, clause->message)
				: program_string(p, clause->text);
	}
	return "";
}

/* The remarks that surely hold for the value. */
static void list_cautions(struct asking *a, uint32_t word, struct ask_value *out)
{
	struct describe_with with = { a->x->words, a->x->program, a->x->names };

	out->cautions = arena_array(a->x->words, a->check->caution_count + 1,
	                            sizeof *out->cautions);
	for (uint32_t i = 0; i < a->check->caution_count; i++) {
		const struct row_caution *caution = &a->x->program->caution[
			a->check->first_caution + i];
		struct what_if w;

		what_if_begin_diagram(&w, a->x->words, a->change.vm, caution->diagram);
		what_if_choose(&w, a->group, word);
		if (what_if_holds(&w))
			out->cautions[out->caution_count++] = describe_message(&with, a->change.vm,
				a->finding, caution->first_piece, caution->piece_count);
	}
}

static void ask_value(struct asking *a, uint32_t word, struct ask_value *out)
{
	uint8_t *clauses = arena_alloc(a->x->words, a->check->clause_count + 1);
	struct residual way;
	uint32_t results;

	out->reason = "";
	what_if_reset(&a->change.what_if);
	what_if_choose(&a->change.what_if, a->group, word);
	results = what_if_results(&a->change.what_if, clauses);
	if (!(results & (FAILS | PASSES))) {
		out->verdict = ASK_SILENT;
		out->reason = silent_reason(a, clauses);
	} else if (!(results & FAILS)) {
		out->verdict = ASK_WORKS;
	} else if (results != FAILS) {
		out->verdict = ASK_DEPENDS;
		residual_begin(&a->change.what_if, results & ~FAILS, NULL, &way);
		change_say(&a->change, CHANGE_DERIVED, VM_PASS, &way, &out->cases);
	} else {
		change_choose(&a->change, a->group, word);
		change_ways_out(&a->change, a->fixed, &out->cases);
		out->verdict = out->cases.count ? ASK_CHANGE : ASK_NEVER;
	}
	list_notes(a, word, out);
	list_cautions(a, word, out);
}

static const char *word_text(struct explainer *x, const struct fact *fact, uint32_t word,
                             bool label)
{
	struct buffer text = { 0 };
	struct value value = value_number(fact->type, word);
	const char *copy;

	if (label)
		wording_word(&text, fact, word);
	else
		value_write(&text, fact, &value);
	copy = arena_text(x->words, buffer_view(&text)).at;
	buffer_done(&text);
	return copy;
}

static void ask_values(struct asking *a, struct ask_answer *out)
{
	const struct fact *fact = a->target.fact;
	uint32_t words = fact->type == TYPE_BOOL ? 2 : fact->choice_count;

	out->values = arena_array(a->x->words, words + 1, sizeof *out->values);
	for (uint32_t word = 0; word < words; word++) {
		struct ask_value *one = &out->values[out->value_count++];

		one->word = word_text(a->x, fact, word, false);
		one->label = word_text(a->x, fact, word, true);
		one->has_now = a->target.value->state == STATE_PRESENT
			&& a->target.value->as.number == word;
		ask_value(a, word, one);
	}
}

/* The rows that the subject is in, whatever the value; and the table as printed. */
static void read_table(struct asking *a, struct ask_answer *out)
{
	uint8_t *clauses = arena_alloc(a->x->words, a->check->clause_count + 1);

	what_if_reset(&a->change.what_if);
	for (uint32_t word = 0; word < out->value_count; word++) {
		what_if_choose(&a->change.what_if, a->group, word);
		what_if_results(&a->change.what_if, clauses);
	}
	page_table_read(a->x, a->check, clauses, a->target.fact, -1, &out->table);
}

/* The fact that the table allows. One behind a record that is not there has its model all the
 * same. */
static bool find_target(struct asking *a, const struct row_rule *rule)
{
	const struct row_frame *frame = a->change.wording.frame;
	const struct row_group *row;
	const struct row_base *base;

	a->group = group_named(a, page_table_target(a->x, rule));
	if (a->group == NO_GROUP || !vm_group_fact(a->change.vm, a->group, &a->target))
		return false;
	row = &a->x->program->group[frame->first_group + a->group];
	base = &a->x->program->base[frame->first_base + row->base];
	if (base->entity == 0)
		return false;
	a->target.fact = &a->x->evaluation->model->entities[base->entity - 1]->facts[row->slot];
	return a->target.fact->type == TYPE_CHOICE || a->target.fact->type == TYPE_BOOL;
}

bool ask_table(struct explainer *x, const struct vm *vm, const struct vm_finding *finding,
               const struct described *described, struct ask_answer *out)
{
	struct asking a = { .x = x, .finding = finding,
	                    .check = &x->program->check[finding->check] };
	const struct item *item = described->rule->is_table
		? written_rule(&x->written, program_text(x->program, described->rule->id)) : NULL;

	*out = (struct ask_answer){ .finding = described };
	if (!item || finding->result == VM_NOTSELECTED)
		return false;
	change_begin(&a.change, x, vm, finding->check);
	if (!find_target(&a, described->rule))
		return false;
	out->cite = explain_cite(x, described->rule);
	out->place = written_place(&x->written, item->at, x->words).at;
	out->applies = finding->result != VM_NOTAPPLICABLE;
	if (!out->applies)
		return true;
	fix_facts(&a, item);
	ask_values(&a, out);
	read_table(&a, out);
	return true;
}
