/* SPDX-License-Identifier: Apache-2.0 */
/* mapping_table.c - the table that gives a fact, from its rows. */
#include "base/number.h"
#include "lang/mapper.h"
#include "model/oid.h"

struct reading {
	struct mapper *m;
	const struct fact *fact;
	struct mapping_input *inputs;
	struct mapping_table *table;
};

/* --- cells that are asked --- */

/* The type of the values in a column, and what people call them. */
struct asked {
	struct text name;
	struct fact type;       /* a bool, integer, version, date, one-of or text */
	bool optional;
	const char *holds;
};

static enum type value_type(enum column_type column)
{
	switch (column) {
	case COLUMN_INTEGER: return TYPE_INTEGER;
	case COLUMN_BOOL: case COLUMN_BITS: return TYPE_BOOL;
	case COLUMN_VERSION: return TYPE_VERSION;
	case COLUMN_DATE: return TYPE_DATE;
	case COLUMN_TEXT: case COLUMN_FILE: case COLUMN_SPLIT: break;
	}
	return TYPE_TEXT;
}

static struct asked asked_of(const struct mapper *m, struct mapping_input input)
{
	const struct mapping_column *column = &m->columns[input.index];

	if (input.is_parameter) {
		const struct fact *type = &m->parameters[input.index].type;

		return (struct asked){ type->name, *type, false, "a parameter" };
	}
	return (struct asked){ column->name, { .name = column->name,
		.type = value_type(column->type) }, column->optional,
		mapping_holds(column->type) };
}

struct fact mapping_asked_type(const struct mapper *m, struct mapping_input input)
{
	return asked_of(m, input).type;
}

static bool say_cell(const struct reading *r, const struct cell_item *item,
                     const struct asked *asked)
{
	diag_say(r->m->c.diags, MSG_E0810, item->at, TEXT_ARGS(item->text),
	         TEXT_ARGS(asked->name), asked->holds);
	return false;
}

/* "*6.1", "Windows*", "*": with anything before or after it. */
static void take_text(struct text text, struct mapping_test *test)
{
	test->kind = MAPPING_EQUAL;
	if (text.length && *text.at == '*') {
		test->open_start = true;
		text = (struct text){ text.at + 1, text.length - 1 };
	}
	if (text.length && text.at[text.length - 1] == '*') {
		test->open_end = true;
		text.length--;
	}
	if (test->open_start || test->open_end)
		test->kind = MAPPING_PATTERN;
	test->text = text;
}

/* in PARAMETER */
static bool take_among(const struct reading *r, const struct cell_item *item,
                       struct mapping_test *test)
{
	struct text name = text_trim((struct text){ item->text.at + 3, item->text.length - 3 });
	struct mapping_input input;

	if (!mapping_find_input(r->m, name, item->at, &input))
		return false;
	test->kind = MAPPING_AMONG;
	test->parameter = input.index;
	if (input.is_parameter && r->m->parameters[input.index].type.type == TYPE_SET)
		return true;
	diag_say(r->m->c.diags, MSG_E0801, item->at, TEXT_ARGS(name));
	return false;
}

/* The numbers from `low` to `high` that an operator leaves of all. */
static void take_operator(enum expr_op op, int64_t number, struct mapping_test *test)
{
	test->low = op == OPERATOR_LESS || op == OPERATOR_AT_MOST ? INT64_MIN : number;
	test->high = op == OPERATOR_GREATER || op == OPERATOR_AT_LEAST ? INT64_MAX : number;
	if (op == OPERATOR_LESS)
		test->high = number == INT64_MIN ? number : number - 1;
	if (op == OPERATOR_GREATER)
		test->low = number == INT64_MAX ? number : number + 1;
}

static bool take_number(const struct reading *r, const struct cell_item *item,
                        const struct asked *asked, struct mapping_test *test)
{
	struct cell_range range = { OPERATOR_EQUAL, item->text, { "", 0 } };
	struct operand first, second;

	test->kind = MAPPING_RANGE;
	if (type_is_ordered(asked->type.type))
		range = cell_range(item->text);
	if (item->quoted || !operand_from_text(range.first, &asked->type, &first)
	    || (range.second.length
	        && !operand_from_text(range.second, &asked->type, &second)))
		return say_cell(r, item, asked);
	take_operator(range.op, first.number, test);
	if (range.second.length)
		test->high = second.number;
	return true;
}

static bool take_item(const struct reading *r, const struct cell_item *item,
                      const struct asked *asked, struct mapping_test *test)
{
	if (item->quoted && asked->type.type == TYPE_TEXT) {
		take_text(item->text, test);
		return true;
	}
	if (!item->quoted && text_equal_folded(item->text, TEXT("any")))
		test->kind = MAPPING_ANY;
	else if (!item->quoted && text_equal_folded(item->text, TEXT("other")))
		test->kind = MAPPING_OTHER;
	else if (!item->quoted && asked->optional
	         && text_equal_folded(item->text, TEXT("absent")))
		test->kind = MAPPING_ABSENT;
	else if (!item->quoted && asked->type.type == TYPE_TEXT
	         && text_starts(item->text, TEXT("in ")))
		return take_among(r, item, test);
	else if (asked->type.type == TYPE_TEXT || asked->type.type == TYPE_SET)
		return say_cell(r, item, asked);
	else
		return take_number(r, item, asked, test);
	return true;
}

static bool read_cell(const struct reading *r, const struct cell *cell,
                      struct mapping_input input, struct mapping_cell *out)
{
	struct asked asked = asked_of(r->m, input);
	struct mapping_test *tests;
	uint32_t count = 0;

	for (const struct cell_item *item = cell->first; item; item = item->next)
		count++;
	if (count == 0) {
		diag_say(r->m->c.diags, MSG_E0403, cell->at);
		return false;
	}
	out->tests = tests = arena_array(r->m->c.arena, count, sizeof *tests);
	for (const struct cell_item *item = cell->first; item; item = item->next)
		if (!take_item(r, item, &asked, &tests[out->count++]))
			return false;
	return true;
}

/* --- the last cell --- */

static bool read_outcome(const struct reading *r, const struct cell *cell, struct mapping_row *row)
{
	const struct cell_item *item = cell->first;
	const struct fact *fact = r->fact;
	struct operand value;

	if (item && item->next && !item->quoted && item->next->quoted && !item->next->next) {
		row->why = arena_text(r->m->c.arena, item->next->text).at;
		row->outcome = text_equal(item->text, TEXT("conflict")) ? MAPPING_CONFLICT
		                                                       : MAPPING_NOT_KNOWN;
		if (row->outcome == MAPPING_CONFLICT || text_equal(item->text, TEXT("not known")))
			return true;
	} else if (item && !item->next && item->quoted == (fact->type == TYPE_TEXT)
	           && operand_from_text(item->text, fact, &value)) {
		row->value = value.kind == OPERAND_NUMBER
			? value_number(fact->type, value.number)
			: value_text(fact->type, value.text);
		if (fact->type != TYPE_OID || oid_is_valid(value.text))
			return true;
		row->value = value_text(TYPE_OID, oid_by_name(value.text));
		if (row->value.length)
			return true;
	}
	diag_say(r->m->c.diags, MSG_E0405, cell->at, TEXT_ARGS(fact->name));
	return false;
}

/* --- rows --- */

static bool read_head(const struct reading *r, const struct row *head)
{
	const struct cell *cell = head->first;

	for (; cell->next; cell = cell->next) {
		struct mapping_input *input = &r->inputs[r->table->input_count++];

		if (!cell->first || cell->first->next) {
			diag_say(r->m->c.diags, MSG_E0406, cell->at);
			return false;
		}
		if (!mapping_find_input(r->m, cell->first->text, cell->first->at, input))
			return false;
		if (!input->is_parameter && r->m->columns[input->index].type == COLUMN_SPLIT) {
			diag_say(r->m->c.diags, MSG_E0411, cell->at, TEXT_ARGS(cell->first->text));
			return false;
		}
	}
	if (cell->first && text_equal(cell->first->text, r->fact->name))
		return true;
	diag_say(r->m->c.diags, MSG_E0815, cell->at, TEXT_ARGS(r->fact->name));
	return false;
}

static bool read_row(const struct reading *r, const struct row *tree, struct mapping_row *row)
{
	const struct cell *cell = tree->first;
	struct mapping_cell *cells = arena_array(r->m->c.arena, r->table->input_count,
	                                         sizeof *cells);

	if (tree->count != r->table->input_count + 1) {
		diag_say(r->m->c.diags, MSG_E0401, tree->at, (int)r->table->input_count + 1,
		         (int)tree->count);
		return false;
	}
	row->cells = cells;
	for (uint32_t i = 0; i < r->table->input_count; i++, cell = cell->next)
		if (!read_cell(r, cell, r->inputs[i], &cells[i]))
			return false;
	return read_outcome(r, cell, row);
}

static bool can_be_given(const struct fact *fact)
{
	switch ((int)fact->type) {
	case TYPE_BOOL: case TYPE_INTEGER: case TYPE_TEXT: case TYPE_DATE: case TYPE_VERSION:
	case TYPE_OID: case TYPE_CHOICE:
		return true;
	default:
		return false;
	}
}

const struct mapping_table *mapping_table_read(struct mapper *m, const struct rows *rows,
                                               const struct fact *fact)
{
	const struct row *head = rows->first;
	struct mapping_table *table = arena_alloc(m->c.arena, sizeof *table);
	struct reading r = { .m = m, .fact = fact, .table = table };
	struct mapping_row *out = arena_array(m->c.arena, rows->count, sizeof *out);
	uint32_t count = 0;

	if (!can_be_given(fact)) {
		diag_say(m->c.diags, MSG_E0812, head->at, TEXT_ARGS(fact->name),
		         fact_type_text(&m->c, fact));
		return NULL;
	}
	for (const struct row *row = mapping_next_row(head); row; row = mapping_next_row(row))
		count++;
	if (count > MAPPING_MAX_ROWS || head->count > MAPPING_MAX_INPUTS + 1) {
		diag_say(m->c.diags, MSG_E0811, head->at, (int)MAPPING_MAX_ROWS,
		         (int)MAPPING_MAX_INPUTS + 1);
		return NULL;
	}
	table->inputs = r.inputs = arena_array(m->c.arena, head->count, sizeof *r.inputs);
	table->rows = out;
	if (!read_head(&r, head))
		return NULL;
	for (const struct row *row = mapping_next_row(head); row; row = mapping_next_row(row))
		if (!read_row(&r, row, &out[table->row_count++]))
			return NULL;
	mapping_prove(m, table, rows);
	return table;
}
