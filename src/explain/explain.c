/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/explain.h"

enum { MOST_NAMES = 32, MOST_GROUPS = 256 };

void explainer_init(struct explainer *x, struct arena *arena, const struct describe_with *with,
                    struct evaluation *e)
{
	*x = (struct explainer){ .words = with->arena, .evaluation = e,
		.program = with->program, .names = with->names };
	written_init(&x->written, arena, with->program);
}

/* --- citations --- */

static const struct row_document *document_of(const struct program *p, struct text name)
{
	for (uint32_t i = 0; i < p->document_count; i++)
		if (text_equal(program_text(p, p->document[i].name), name))
			return &p->document[i];
	return NULL;
}

static struct text source_of(const struct clause *cite)
{
	return cite->words.first ? cite->words.first->text : TEXT("");
}

/* A source that was cited just before isn't named again. */
static void cite_one(struct explainer *x, struct buffer *out, const struct clause *cite,
                     const struct clause *before)
{
	struct text name = source_of(cite), dated = { 0 };
	const struct row_document *document = document_of(x->program, name);

	if (before && text_equal(source_of(before), name)) {
		buffer_printf(out, "; %.*s", TEXT_ARGS(cite->text.text));
		return;
	}
	buffer_string(out, out->length ? "; " : "");
	if (!document) {
		buffer_text(out, name);
	} else {
		dated = program_text(x->program, document->dated);
		buffer_printf(out, "\"%.*s\"", TEXT_ARGS(program_text(x->program,
		                                                      document->title)));
	}
	if (dated.length)
		buffer_printf(out, " (%.*s)", TEXT_ARGS(dated));
	buffer_printf(out, ", %.*s", TEXT_ARGS(cite->text.text));
}

const char *explain_cite(struct explainer *x, const struct row_rule *rule)
{
	const struct item *item = written_rule(&x->written, program_text(x->program, rule->id));
	const struct clause *before = NULL;
	struct buffer text = { .arena = x->words };

	if (!item)
		return program_string(x->program, rule->cite);
	for (const struct clause *c = item->clauses.first; c; c = c->next) {
		if (c->kind != CLAUSE_CITE)
			continue;
		cite_one(x, &text, c, before);
		before = c;
	}
	return buffer_view(&text).at;
}

/* --- names that the clause uses --- */

static const struct row_parameter *parameter_of(const struct program *p, struct text name)
{
	for (uint32_t i = 0; i < p->parameter_count; i++)
		if (text_equal(program_text(p, p->parameter[i].name), name))
			return &p->parameter[i];
	return NULL;
}

static bool is_named(const struct explained *out, struct text name)
{
	for (uint32_t i = 0; i < out->name_count; i++)
		if (text_equal(text_from(out->names[i].name), name))
			return true;
	return false;
}

static void add_names(struct explainer *x, const struct expr *expr, struct explained *out)
{
	struct text names[MOST_NAMES];
	uint32_t count = written_names(expr, names, MOST_NAMES);

	for (uint32_t i = 0; i < count && out->name_count < MOST_NAMES; i++) {
		const struct item *definition = written_definition(&x->written, names[i]);
		const struct row_parameter *parameter = parameter_of(x->program, names[i]);
		struct explained_name *one = &out->names[out->name_count];

		if ((!definition && !parameter) || is_named(out, names[i]))
			continue;
		out->name_count++;
		*one = (struct explained_name){ .name = arena_text(x->words, names[i]).at,
			.place = "", .is_parameter = parameter != NULL };
		if (parameter) {
			one->text = program_string(x->program, parameter->value);
			continue;
		}
		one->text = written_line(&x->written, definition->condition->at, x->words).at;
		one->place = written_place(&x->written, definition->at, x->words).at;
		add_names(x, definition->condition, out);
	}
}

static void explain_clause(struct explainer *x, const struct vm_finding *finding,
                           struct explained *out)
{
	const struct row_rule *rule = out->finding->rule;
	const struct item *item = written_rule(&x->written, program_text(x->program, rule->id));
	const struct clause *clause = NULL;

	out->names = arena_array(x->words, MOST_NAMES, sizeof *out->names);
	out->place = item ? written_place(&x->written, item->at, x->words).at : "";
	if (!item || !finding->clause)
		return;
	out->place = arena_printf(x->words, "%s:%u", program_string(x->program,
		x->program->file[rule->file].name), finding->clause->line).at;
	clause = written_clause(&x->written, item, finding->clause->from);
	if (!clause)
		return;
	out->place = written_place(&x->written, clause->at, x->words).at;
	if (clause->condition)
		add_names(x, clause->condition, out);
}

/* --- values --- */

static void add_group(struct explainer *x, const struct vm *vm, uint32_t group,
                      struct origin_list *list, bool unknown)
{
	uint32_t read[64], count;
	struct vm_fact fact;

	if (vm_group_fact(vm, group, &fact)) {
		origin_add(x, list, &fact);
		return;
	}
	if (vm_group_kind(vm, group) == GROUP_FLEET) {
		if (unknown)
			origin_add_fleet(x, list);
		return;
	}
	count = vm_atom_reads(vm, group, read);
	for (uint32_t i = 0; i < count; i++)
		if (vm_group_fact(vm, read[i], &fact) && !fact.of_element)
			origin_add(x, list, &fact);
}

static void mark_deciding(struct explained *out)
{
	for (uint32_t i = 0; i < out->values.count; i++)
		for (uint32_t u = 0; u < out->finding->unknown_count; u++)
			if (strcmp(out->values.all[i].path, out->finding->unknown[u].path) == 0)
				out->values.all[i].decides = true;
}

static void explain_values(struct explainer *x, const struct vm *vm,
                           const struct vm_finding *finding, struct explained *out)
{
	uint32_t groups[MOST_GROUPS];
	uint32_t count = vm_asked_groups(vm, finding, groups, MOST_GROUPS);

	for (uint32_t i = 0; i < count; i++)
		if (vm_group_kind(vm, groups[i]) == GROUP_DERIVED)
			add_group(x, vm, groups[i], &out->values, false);
	for (uint32_t i = 0; i < count; i++)
		add_group(x, vm, groups[i], &out->values, false);
	for (uint32_t i = 0; i < finding->named_count; i++)
		add_group(x, vm, finding->named[i], &out->values, true);
	mark_deciding(out);
}

/* --- tables --- */

/* The clauses that decide, or may. */
static const uint8_t *deciding_clauses(struct explainer *x, const struct change *change,
                                       const struct vm_finding *finding)
{
	const struct row_check *check = &x->program->check[finding->check];
	uint8_t *clauses = arena_alloc(x->words, check->clause_count + 1);

	if (finding->clause)
		clauses[finding->clause - &x->program->clause[check->first_clause]] = 1;
	else
		what_if_results(&change->what_if, clauses);
	return clauses;
}

static void explain_table(struct explainer *x, const struct change *change,
                          const struct vm_finding *finding, struct explained *out)
{
	const struct row_check *check = &x->program->check[finding->check];
	struct text target = page_table_target(x, out->finding->rule);
	struct vm_fact fact = { .fact = NULL };
	int64_t word = -1;

	if (target.length && origin_resolve(x, finding->record, target, &fact)
	    && fact.value->state == STATE_PRESENT)
		word = fact.value->as.number;
	out->has_table = target.length && page_table_read(x, check,
		deciding_clauses(x, change, finding), fact.fact, word, &out->table);
}

void explain_finding(struct explainer *x, const struct vm *vm, const struct vm_finding *finding,
                     const struct described *described, struct explained *out)
{
	struct change change;

	*out = (struct explained){ .finding = described };
	out->cite = explain_cite(x, described->rule);
	explain_clause(x, finding, out);
	explain_values(x, vm, finding, out);
	if (finding->result == VM_NOTSELECTED)
		return;
	change_begin(&change, x, vm, finding->check);
	if (finding->result == VM_UNKNOWN || finding->result == VM_ERROR)
		change_outcomes(&change, &out->outcomes);
	if (finding->result == VM_FAIL)
		change_ways_out(&change, NULL, &out->ways);
	if (described->rule->is_table)
		explain_table(x, &change, finding, out);
}
