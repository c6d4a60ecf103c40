/* SPDX-License-Identifier: Apache-2.0 */
/* mapping_proof.c - are the rows of a mapping's table complete, and no two for one combination?
 *
 * The values of each column are cut into regions that its cells tell apart: each text, pattern and
 * parameter that is listed, the numbers between the bounds that occur, absent, and the rest. For a
 * region, the rows that take it are a mask. Text that no row lists need not be covered: it is told
 * where it is read. Which of two patterns holds for a text is seen there, too.
 */
#include <stdlib.h>

#include "lang/mapper.h"
#include "model/value_text.h"

enum { MOST_STEPS = 1 << 20 };

enum region_kind { REGION_TEST, REGION_NUMBERS, REGION_ABSENT, REGION_REST };

struct region {
	enum region_kind kind;
	const struct mapping_test *test;        /* of text: the first that lists it */
	int64_t low, high;
	uint64_t rows;          /* that take it */
};

struct asked_column {
	struct fact type;       /* to print values */
	struct region *regions;
	uint32_t count;
};

struct prover {
	struct mapper *m;
	const struct mapping_table *table;
	const struct rows *rows;
	struct asked_column *columns;
	const struct region **chosen;   /* by column */
	uint32_t steps;
};

/* --- regions --- */

static bool is_text(const struct mapping_test *test)
{
	return test->kind == MAPPING_EQUAL || test->kind == MAPPING_PATTERN
	    || test->kind == MAPPING_AMONG;
}

static bool same_text(const struct mapping_test *a, const struct mapping_test *b)
{
	return a->kind == b->kind && a->open_start == b->open_start && a->open_end == b->open_end
	    && (a->kind == MAPPING_AMONG ? a->parameter == b->parameter
	                                 : text_equal_folded(a->text, b->text));
}

static bool lists(const struct mapping_test *test, const struct region *region)
{
	switch (region->kind) {
	case REGION_TEST:
		return is_text(test) && same_text(test, region->test);
	case REGION_NUMBERS:
		return test->kind == MAPPING_RANGE && test->low <= region->low
		    && test->high >= region->high;
	case REGION_ABSENT:
		return test->kind == MAPPING_ABSENT;
	case REGION_REST:
		break;
	}
	return false;
}

static bool cell_has(const struct mapping_cell *cell, enum mapping_test_kind kind)
{
	for (uint32_t i = 0; i < cell->count; i++)
		if (cell->tests[i].kind == kind)
			return true;
	return false;
}

/* Rows of which a cell lists the region; or, if there is none and it is not absent, those for the
 * others; and those for any. */
static uint64_t rows_of(const struct mapping_table *table, uint32_t column,
                        const struct region *region)
{
	uint64_t listed = 0, other = 0, any = 0;

	for (uint32_t r = 0; r < table->row_count; r++) {
		const struct mapping_cell *cell = &table->rows[r].cells[column];
		uint64_t row = UINT64_C(1) << r;

		for (uint32_t i = 0; i < cell->count; i++)
			if (lists(&cell->tests[i], region))
				listed |= row;
		if (cell_has(cell, MAPPING_OTHER))
			other |= row;
		if (cell_has(cell, MAPPING_ANY))
			any |= row;
	}
	return any | (listed || region->kind == REGION_ABSENT ? listed : other);
}

static void add_region(struct prover *p, uint32_t column, struct region region)
{
	struct asked_column *c = &p->columns[column];

	for (uint32_t i = 0; i < c->count; i++)
		if (region.kind == REGION_TEST && c->regions[i].kind == REGION_TEST
		    && same_text(region.test, c->regions[i].test))
			return;
	region.rows = rows_of(p->table, column, &region);
	c->regions[c->count++] = region;
}

static int compare_bounds(const void *a, const void *b)
{
	const int64_t *one = a, *two = b;

	return *one < *two ? -1 : *one > *two;
}

/* Where a region of numbers begins: at the lowest, at each bound, behind each upper one. */
static uint32_t bounds_of(const struct prover *p, uint32_t column, int64_t *bounds)
{
	uint32_t count = 0;

	for (uint32_t r = 0; r < p->table->row_count; r++) {
		const struct mapping_cell *cell = &p->table->rows[r].cells[column];

		for (uint32_t i = 0; i < cell->count; i++) {
			const struct mapping_test *test = &cell->tests[i];

			if (test->kind != MAPPING_RANGE)
				continue;
			bounds[count++] = test->low;
			if (test->high < INT64_MAX)
				bounds[count++] = test->high + 1;
		}
	}
	return count;
}

static bool in_type(const struct fact *type, int64_t low)
{
	if (type->type == TYPE_BOOL)
		return low <= 1;
	return type->type != TYPE_CHOICE || low < (int64_t)type->choice_count;
}

static void cut_numbers(struct prover *p, uint32_t column, uint32_t most)
{
	const struct fact *type = &p->columns[column].type;
	int64_t *bounds = arena_array(p->m->c.arena, most + 66, sizeof *bounds);
	uint32_t count = bounds_of(p, column, bounds);

	if (type->type == TYPE_BOOL || type->type == TYPE_CHOICE)
		for (uint32_t i = 0; i < (type->type == TYPE_BOOL ? 2 : type->choice_count); i++)
			bounds[count++] = i;
	else
		bounds[count++] = INT64_MIN;
	qsort(bounds, count, sizeof *bounds, compare_bounds);
	for (uint32_t i = 0; i < count; i++) {
		struct region region = { .kind = REGION_NUMBERS, .low = bounds[i],
		                         .high = INT64_MAX };

		if ((i && bounds[i] == bounds[i - 1]) || !in_type(type, bounds[i]))
			continue;
		for (uint32_t j = i + 1; j < count && region.high == INT64_MAX; j++)
			if (bounds[j] > bounds[i])
				region.high = bounds[j] - 1;
		if (type->type == TYPE_BOOL || type->type == TYPE_CHOICE)
			region.high = region.low;
		add_region(p, column, region);
	}
}

static void cut_column(struct prover *p, uint32_t column)
{
	const struct mapping_input input = p->table->inputs[column];
	struct asked_column *c = &p->columns[column];
	uint32_t most = 3;
	bool rest = false;

	for (uint32_t r = 0; r < p->table->row_count; r++) {
		most += 2 * p->table->rows[r].cells[column].count;
		rest |= cell_has(&p->table->rows[r].cells[column], MAPPING_OTHER);
	}
	c->regions = arena_array(p->m->c.arena, most + 66, sizeof *c->regions);
	if (c->type.type != TYPE_TEXT && c->type.type != TYPE_SET) {
		cut_numbers(p, column, most);
	} else {
		for (uint32_t r = 0; r < p->table->row_count; r++) {
			const struct mapping_cell *cell = &p->table->rows[r].cells[column];

			for (uint32_t i = 0; i < cell->count; i++)
				if (is_text(&cell->tests[i]))
					add_region(p, column, (struct region){
						.kind = REGION_TEST, .test = &cell->tests[i] });
		}
		if (rest)
			add_region(p, column, (struct region){ .kind = REGION_REST });
	}
	if (!input.is_parameter && p->m->columns[input.index].optional)
		add_region(p, column, (struct region){ .kind = REGION_ABSENT });
}

/* --- telling --- */

static void print_number(struct buffer *out, const struct fact *type, int64_t number)
{
	struct value value = value_number(type->type, number);

	value_write(out, type, &value);
}

static void print_numbers(struct buffer *out, const struct fact *type, const struct region *region)
{
	if (region->low == INT64_MIN && region->high == INT64_MAX) {
		buffer_string(out, "any");
	} else if (region->low == INT64_MIN) {
		buffer_string(out, "<= ");
		print_number(out, type, region->high);
	} else if (region->high == INT64_MAX) {
		buffer_string(out, ">= ");
		print_number(out, type, region->low);
	} else {
		print_number(out, type, region->low);
		if (region->high == region->low)
			return;
		buffer_string(out, " to ");
		print_number(out, type, region->high);
	}
}

static void print_region(const struct prover *p, struct buffer *out, uint32_t column)
{
	const struct region *region = p->chosen[column];
	const struct mapping_test *test = region ? region->test : NULL;

	if (!region)
		buffer_string(out, "any");
	else if (region->kind == REGION_NUMBERS)
		print_numbers(out, &p->columns[column].type, region);
	else if (!test)
		buffer_string(out, region->kind == REGION_ABSENT ? "absent" : "other");
	else if (test->kind == MAPPING_AMONG)
		buffer_printf(out, "in %.*s",
		              TEXT_ARGS(p->m->parameters[test->parameter].type.name));
	else
		buffer_printf(out, "\"%s%.*s%s\"", test->open_start ? "*" : "",
		              TEXT_ARGS(test->text), test->open_end ? "*" : "");
}

static void print_row(const struct prover *p, struct buffer *out)
{
	buffer_byte(out, '|');
	for (uint32_t i = 0; i < p->table->input_count; i++) {
		buffer_byte(out, ' ');
		print_region(p, out, i);
		buffer_string(out, " |");
	}
}

/* --- proving --- */

static void say_hole(const struct prover *p)
{
	struct buffer text = { .arena = p->m->c.arena };
	struct diag *diag = diag_say(p->m->c.diags, MSG_E0415, p->rows->first->at);

	print_row(p, &text);
	diag_help(p->m->c.diags, diag, "add a row for %s ... |", text.at);
}

/* Do the rows of the mask cover all that the columns from here on can hold? */
static bool covers(struct prover *p, uint32_t column, uint64_t mask)
{
	const struct asked_column *c = &p->columns[column];

	if (mask && column == p->table->input_count)
		return true;
	/* What is too large to be proved is told where it is read. */
	if (mask == 0 || ++p->steps > MOST_STEPS)
		return mask != 0;
	if (c->count == 0)
		return covers(p, column + 1, mask);
	for (uint32_t i = 0; i < c->count; i++) {
		p->chosen[column] = &c->regions[i];
		if (!covers(p, column + 1, mask & c->regions[i].rows))
			return false;
		p->chosen[column] = NULL;
	}
	return true;
}

/* A region of each column that both rows take; false where one has none. */
static bool overlap(struct prover *p, uint64_t both)
{
	for (uint32_t column = 0; column < p->table->input_count; column++) {
		const struct asked_column *c = &p->columns[column];
		bool found = c->count == 0;

		p->chosen[column] = NULL;
		for (uint32_t i = 0; i < c->count && !found; i++)
			if ((c->regions[i].rows & both) == both) {
				p->chosen[column] = &c->regions[i];
				found = true;
			}
		if (!found)
			return false;
	}
	return true;
}

static struct span span_of(const struct prover *p, uint32_t index)
{
	const struct row *row = mapping_next_row(p->rows->first);

	while (index-- > 0)
		row = mapping_next_row(row);
	return row->at;
}

static void say_overlap(const struct prover *p, uint32_t one, uint32_t other)
{
	struct buffer text = { .arena = p->m->c.arena };
	struct diag *diag = diag_say(p->m->c.diags, MSG_E0416, span_of(p, other));

	print_row(p, &text);
	diag_help(p->m->c.diags, diag, "both cover %s ... |", text.at);
	diag_note(p->m->c.diags, diag, span_of(p, one), "this row covers it too");
}

static void prove_unique(struct prover *p)
{
	for (uint32_t i = 0; i < p->table->row_count; i++)
		for (uint32_t j = i + 1; j < p->table->row_count; j++)
			if (overlap(p, UINT64_C(1) << i | UINT64_C(1) << j)) {
				say_overlap(p, i, j);
				return;
			}
}

static uint64_t all_rows(const struct mapping_table *table)
{
	return table->row_count == 64 ? UINT64_MAX : (UINT64_C(1) << table->row_count) - 1;
}

void mapping_prove(struct mapper *m, const struct mapping_table *table, const struct rows *rows)
{
	struct prover p = { .m = m, .table = table, .rows = rows };

	p.columns = arena_array(m->c.arena, table->input_count, sizeof *p.columns);
	p.chosen = arena_array(m->c.arena, table->input_count, sizeof(const struct region *));
	for (uint32_t i = 0; i < table->input_count; i++) {
		p.columns[i].type = mapping_asked_type(m, table->inputs[i]);
		cut_column(&p, i);
	}
	if (!covers(&p, 0, all_rows(table)))
		say_hole(&p);
	for (uint32_t i = 0; i < table->input_count; i++)
		p.chosen[i] = NULL;
	prove_unique(&p);
}
