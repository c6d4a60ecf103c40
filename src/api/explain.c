/* SPDX-License-Identifier: Apache-2.0 */
/* explain.c - assay_run_explain. */
#include "api/run.h"

enum assay_status assay_run_explain(struct assay_run *run,
	const struct assay_explain_options *options)
{
	if (options->size != sizeof *options || !options->on_explanation || run->finished
	    || run->evaluation->first)
		return ASSAY_USAGE;
	run->explain = *options;
	run_explain_begin(run);
	return ASSAY_OK;
}

static const struct assay_value *public_values(struct assay_run *run,
                                               const struct origin_list *list)
{
	static const char *const sources[] = {
		[ORIGIN_NONE] = "none", [ORIGIN_FACTS] = "facts",
		[ORIGIN_CERTIFICATE] = "certificate", [ORIGIN_DERIVED] = "derived",
	};
	struct assay_value *out = arena_array(&run->words, list->count + 1, sizeof *out);

	for (uint32_t i = 0; i < list->count; i++) {
		const struct origin_value *v = &list->all[i];

		out[i] = (struct assay_value){ .depth = v->depth, .path = v->path,
			.state = v->state, .value = v->value, .why = v->why, .label = v->label,
			.meaning = v->meaning, .source = sources[v->kind],
			.file = arena_text(&run->words, v->file).at, .line = (uint32_t)v->line,
			.offset = v->offset, .where = v->where, .how = v->how,
			.decides = v->decides };
	}
	return out;
}

const struct assay_case *run_cases(struct assay_run *run, const struct change_cases *cases)
{
	struct assay_case *out = arena_array(&run->words, cases->count + 1, sizeof *out);

	for (uint32_t i = 0; i < cases->count; i++) {
		const struct change_case *c = &cases->all[i];

		out[i] = (struct assay_case){ (enum assay_result)c->result, c->conditions,
		                              c->count, c->then, c->then_count };
	}
	return out;
}

static const struct assay_name *public_names(struct assay_run *run, const struct explained *e)
{
	struct assay_name *out = arena_array(&run->words, e->name_count + 1, sizeof *out);

	for (uint32_t i = 0; i < e->name_count; i++)
		out[i] = (struct assay_name){ e->names[i].name, e->names[i].text,
		                              e->names[i].place, e->names[i].is_parameter };
	return out;
}

static const struct assay_note *public_notes(struct assay_run *run, const struct page_table *table)
{
	struct assay_note *out = arena_array(&run->words, table->note_count + 1, sizeof *out);

	for (uint32_t i = 0; i < table->note_count; i++) {
		const struct page_note *n = &table->notes[i];

		out[i] = (struct assay_note){ n->mark, n->title, n->requires, n->count,
		                              n->applies };
	}
	return out;
}

static size_t count_items(const struct page_table *table)
{
	size_t count = table->head.count;

	for (uint32_t r = 0; r < table->row_count; r++)
		for (uint32_t c = 0; c < table->columns; c++)
			count += table->rows[r].cells[c].count;
	return count;
}

static void add_items(struct assay_table *out, struct assay_cell *cells,
                      const struct page_cell *cell, uint32_t row, uint32_t column)
{
	for (uint32_t i = 0; i < cell->count; i++)
		cells[out->cell_count++] = (struct assay_cell){ cell->items[i].text, row, column,
		                                                cell->items[i].chosen };
}

const struct assay_table *run_table(struct assay_run *run, const struct page_table *table)
{
	struct assay_table *out = arena_alloc(&run->words, sizeof *out);
	struct assay_cell *cells = arena_array(&run->words, count_items(table) + 1, sizeof *cells);
	char *chosen = arena_alloc(&run->words, table->row_count + 1);

	*out = (struct assay_table){ .row_count = table->row_count,
		.column_count = table->columns, .cells = cells, .chosen_rows = chosen,
		.note_count = table->note_count, .target = table->target };
	out->notes = public_notes(run, table);
	for (uint32_t c = 0; c < table->head.count; c++)
		cells[out->cell_count++] = (struct assay_cell){ table->head.items[c].text, 0, c,
		                                                0 };
	for (uint32_t r = 0; r < table->row_count; r++) {
		chosen[r] = table->rows[r].chosen;
		for (uint32_t c = 0; c < table->columns; c++)
			add_items(out, cells, &table->rows[r].cells[c], r + 1, c);
	}
	return out;
}

void run_explain(struct assay_run *run, const struct vm *vm, const struct vm_finding *found,
                 const struct described *described, const struct assay_finding *finding)
{
	const struct assay_explain_options *options = &run->explain;
	struct assay_explanation out = { .size = sizeof out, .finding = finding };
	struct explained explained;

	if (!options->on_explanation
	    || (options->wants && !options->wants(finding, options->user)))
		return;
	explain_finding(&run->explainer, vm, found, described, &explained);
	out.cite = explained.cite;
	out.place = explained.place;
	out.names = public_names(run, &explained);
	out.name_count = explained.name_count;
	out.values = public_values(run, &explained.values);
	out.value_count = explained.values.count;
	out.outcomes = run_cases(run, &explained.outcomes);
	out.outcome_count = explained.outcomes.count;
	out.outcomes_cut = explained.outcomes.cut;
	out.ways = run_cases(run, &explained.ways);
	out.way_count = explained.ways.count;
	out.ways_cut = explained.ways.cut;
	out.table = explained.has_table ? run_table(run, &explained.table) : NULL;
	options->on_explanation(&out, options->user);
}
