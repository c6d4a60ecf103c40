/* SPDX-License-Identifier: Apache-2.0 */
/* What a table gives for the record being read.
 *
 * For each column the rows are found that its value allows; a value that is not known allows every
 * row. Where one row is left, it decides; where more are left, they decide if they say the same. */
#include "facts/mapped_state.h"
#include "facts/show.h"

struct deciding {
	struct mapped *m;
	const struct mapping_table *table;
	uint64_t rows;          /* that may still be the one */
	struct value unknown;   /* the first that is not known; present if all are */
	bool all_bad;           /* of those, none is just missing */
	bool open;              /* text that is not known may be one that no row lists */
	uint32_t unlisted;      /* an input of which no row lists the value, or NO_SLOT */
	struct value values[MAPPING_MAX_INPUTS + 1];
};

static uint64_t all_rows(const struct mapping_table *table)
{
	return table->row_count == 64 ? UINT64_MAX : (UINT64_C(1) << table->row_count) - 1;
}

/* --- one column --- */

/* How well a cell fits a value: by `any`, as one of the others, perhaps, by a pattern, by name. */
enum fit { FIT_NOT, FIT_OTHER, FIT_PERHAPS, FIT_PATTERN, FIT_NAMED, FIT_ANY };

static enum fit fit_among(const struct mapped *m, const struct mapping_test *test,
                          struct text text)
{
	const struct mapping_parameter *p = &m->mapping->parameters[test->parameter];

	if (!p->set)
		return FIT_PERHAPS;
	for (uint32_t i = 0; i < p->texts.count; i++)
		if (text_equal_folded(p->texts.at[i], text))
			return FIT_PATTERN;
	return FIT_NOT;
}

static enum fit fit_test(const struct mapped *m, const struct mapping_test *test,
                         const struct value *value)
{
	bool absent = value->state == STATE_ABSENT;

	switch (test->kind) {
	case MAPPING_ANY:
		return FIT_ANY;
	case MAPPING_OTHER:
		return absent ? FIT_NOT : FIT_OTHER;
	case MAPPING_ABSENT:
		return absent ? FIT_NAMED : FIT_NOT;
	case MAPPING_AMONG:
		return absent ? FIT_NOT : fit_among(m, test, value_as_text(value));
	case MAPPING_EQUAL: case MAPPING_PATTERN:
		if (absent || !mapping_test_text(test, value_as_text(value)))
			return FIT_NOT;
		return test->kind == MAPPING_EQUAL ? FIT_NAMED : FIT_PATTERN;
	case MAPPING_RANGE:
		break;
	}
	return !absent && value->as.number >= test->low && value->as.number <= test->high
	       ? FIT_NAMED : FIT_NOT;
}

/* Rows by how well their cells fit. */
struct fits {
	uint64_t rows[FIT_ANY + 1];
};

static struct fits fits_of(const struct deciding *d, uint32_t input, const struct value *value)
{
	struct fits fits = { { 0 } };

	for (uint32_t r = 0; r < d->table->row_count; r++) {
		const struct mapping_cell *cell = &d->table->rows[r].cells[input];

		for (uint32_t i = 0; i < cell->count; i++)
			fits.rows[fit_test(d->m, &cell->tests[i], value)] |= UINT64_C(1) << r;
	}
	return fits;
}

/* The first parameter that a row of the mask asks for and that is not set. */
static const char *unset_parameter(const struct deciding *d, uint32_t input, uint64_t mask)
{
	for (uint32_t r = 0; r < d->table->row_count; r++) {
		const struct mapping_cell *cell = &d->table->rows[r].cells[input];

		for (uint32_t i = 0; mask >> r & 1 && i < cell->count; i++) {
			const struct mapping_parameter *p =
				&d->m->mapping->parameters[cell->tests[i].parameter];

			if (cell->tests[i].kind == MAPPING_AMONG && !p->set)
				return arena_printf(d->m->arena,
					"the parameter %.*s of the mapping is not set",
					TEXT_ARGS(p->type.name)).at;
		}
	}
	return NULL;
}

/* Is a row left in which text of this column need not be listed? */
static bool takes_any_text(const struct deciding *d, uint32_t input)
{
	for (uint32_t r = 0; r < d->table->row_count; r++) {
		const struct mapping_cell *cell = &d->table->rows[r].cells[input];

		for (uint32_t i = 0; d->rows >> r & 1 && i < cell->count; i++)
			if (cell->tests[i].kind == MAPPING_ANY
			    || cell->tests[i].kind == MAPPING_OTHER)
				return true;
	}
	return false;
}

/* --- all columns --- */

static struct value input_value(struct deciding *d, uint32_t index)
{
	struct mapping_input input = d->table->inputs[index];
	const struct mapping_parameter *p;

	if (!input.is_parameter)
		return mapped_column_value(d->m, input.index);
	p = &d->m->mapping->parameters[input.index];
	if (p->set)
		return value_number(p->type.type, p->number);
	return value_in_state(STATE_MISSING, arena_printf(d->m->arena,
		"the parameter %.*s of the mapping is not set", TEXT_ARGS(p->type.name)).at);
}

static void note_unknown(struct deciding *d, struct value value)
{
	if (d->unknown.state == STATE_PRESENT
	    || (d->all_bad && value.state == STATE_MISSING))
		d->unknown = value;
	if (value.state == STATE_MISSING)
		d->all_bad = false;
}

/* A name goes before patterns and parameters, these before what is other. A parameter that is not
 * set may have the text or not. */
static void narrow(struct deciding *d, uint32_t index)
{
	struct fits fits = fits_of(d, index, &d->values[index]);
	uint64_t rows = fits.rows[FIT_NAMED], perhaps = rows ? 0 : fits.rows[FIT_PERHAPS];
	const char *why;

	if (!rows)
		rows = fits.rows[FIT_PATTERN];
	if (!rows)
		rows = fits.rows[FIT_OTHER];
	rows |= fits.rows[FIT_ANY];
	if (perhaps && d->rows & perhaps) {
		why = unset_parameter(d, index, perhaps);
		note_unknown(d, value_in_state(STATE_MISSING, why));
		d->open = d->open || !rows;
	}
	rows |= perhaps;
	if (rows == 0 && d->unlisted == NO_SLOT)
		d->unlisted = index;
	d->rows &= rows;
}

static void ask(struct deciding *d, uint32_t index)
{
	struct value *value = &d->values[index];

	*value = input_value(d, index);
	if (value->state == STATE_PRESENT || value->state == STATE_ABSENT)
		narrow(d, index);
	else
		note_unknown(d, *value);
}

static bool is_text_input(const struct deciding *d, uint32_t index)
{
	struct mapping_input input = d->table->inputs[index];
	enum column_type type = d->m->mapping->columns[input.index].type;

	return !input.is_parameter && (type == COLUMN_TEXT || type == COLUMN_FILE);
}

/* --- the answer --- */

static struct value outcome(const struct mapping_row *row)
{
	switch (row->outcome) {
	case MAPPING_CONFLICT:
		return value_in_state(STATE_CONFLICT, row->why);
	case MAPPING_NOT_KNOWN:
		return value_in_state(STATE_MISSING, row->why);
	case MAPPING_VALUE:
		break;
	}
	return row->value;
}

static bool same(const struct mapping_row *a, const struct mapping_row *b)
{
	if (a->outcome != b->outcome || a->outcome != MAPPING_VALUE)
		return a->outcome == b->outcome && a->outcome == MAPPING_CONFLICT;
	if (a->value.type == TYPE_TEXT || a->value.type == TYPE_OID)
		return text_equal(value_as_text(&a->value), value_as_text(&b->value));
	return a->value.as.number == b->value.as.number;
}

/* The one row that is left, or the first of several that say the same; else NULL. */
static const struct mapping_row *only_row(const struct deciding *d)
{
	const struct mapping_row *only = NULL;

	for (uint32_t r = 0; r < d->table->row_count; r++) {
		const struct mapping_row *row = &d->table->rows[r];

		if (!(d->rows >> r & 1))
			continue;
		if (only && !same(only, row))
			return NULL;
		only = only ? only : row;
	}
	return only;
}

static struct text input_name(const struct deciding *d, uint32_t index)
{
	struct mapping_input input = d->table->inputs[index];

	return input.is_parameter ? d->m->mapping->parameters[input.index].type.name
	                          : d->m->mapping->columns[input.index].name;
}

/* No row is left: of one column no row lists the value, or the values do not go together. */
static struct value unfit(const struct deciding *d)
{
	struct arena *arena = d->m->arena;
	struct text shown;

	if (d->unlisted == NO_SLOT)
		return mapped_undecodable(TEXT("no row of its table has these values together"));
	if (!is_text_input(d, d->unlisted))
		return mapped_undecodable(arena_printf(arena,
			"column %.*s: no row of the table has this value",
			TEXT_ARGS(input_name(d, d->unlisted))));
	shown = show_text(value_as_text(&d->values[d->unlisted]), arena);
	return mapped_undecodable(arena_printf(arena,
		"column %.*s: %.*s is not among the values that the mapping knows",
		TEXT_ARGS(input_name(d, d->unlisted)), TEXT_ARGS(shown)));
}

struct value mapped_table_value(struct mapped *m, const struct mapping_table *table)
{
	struct deciding d = { .m = m, .table = table, .rows = all_rows(table), .all_bad = true,
	                      .unlisted = NO_SLOT,
	                      .unknown.state = STATE_PRESENT };
	const struct mapping_row *row;

	for (uint32_t i = 0; i < table->input_count; i++)
		ask(&d, i);
	for (uint32_t i = 0; i < table->input_count; i++)
		if (d.values[i].state != STATE_PRESENT && d.values[i].state != STATE_ABSENT
		    && is_text_input(&d, i) && !takes_any_text(&d, i))
			d.open = true;
	if (d.rows == 0)
		return unfit(&d);
	row = only_row(&d);
	if (row && !d.open)
		return outcome(row);
	if (d.unknown.state == STATE_PRESENT)
		return mapped_undecodable(TEXT("several rows of its table fit, and they differ"));
	return value_in_state(d.all_bad ? STATE_UNDECODABLE : STATE_MISSING, d.unknown.as.text);
}
