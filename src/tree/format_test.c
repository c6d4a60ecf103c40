/* SPDX-License-Identifier: Apache-2.0 */
/* format_test.c - tests: what is given and expected, in the author's order. */
#include <inttypes.h>

#include "tree/format_part.h"

/* --- on one line --------------------------------------------------------- */

static void flat_given(struct buffer *out, const struct given *given);

static void flat_fields(struct buffer *out, const struct fields *fields)
{
	buffer_string(out, fields->first ? "{ " : "{ }");
	for (const struct field *field = fields->first; field; field = field->next) {
		buffer_text(out, field->name.text);
		buffer_string(out, ": ");
		flat_given(out, field->value);
		buffer_string(out, field->next ? ", " : " }");
	}
}

static void flat_items(struct buffer *out, const struct given *given)
{
	buffer_byte(out, '[');
	for (const struct given *item = given->items; item; item = item->next) {
		flat_given(out, item);
		if (item->next)
			buffer_string(out, ", ");
	}
	buffer_byte(out, ']');
}

static void flat_given(struct buffer *out, const struct given *given)
{
	switch (given->kind) {
	case GIVEN_LITERAL:
		format_flat(out, given->literal);
		break;
	case GIVEN_ABSENT:
		buffer_string(out, "absent");
		break;
	case GIVEN_LIST:
		flat_items(out, given);
		break;
	case GIVEN_RECORD:
		buffer_text(out, given->name.text);
		buffer_byte(out, ' ');
		flat_fields(out, &given->fields);
		break;
	}
}

/* --- broken -------------------------------------------------------------- */

static void put_given(struct format *f, const struct given *given, uint32_t after);

static bool given_fits(struct format *f, const struct given *given, uint32_t after)
{
	buffer_reset(&f->scratch);
	flat_given(&f->scratch, given);
	return !format_has_comment(f, given->at.to)
	    && format_column(f) + format_width(buffer_view(&f->scratch)) + after
	       <= FORMAT_COLUMNS;
}

/* Up to here comments inside the value move before the field that has it. */
static uint32_t given_first_end(const struct given *given)
{
	if (given->kind == GIVEN_LIST && given->items)
		return given_first_end(given->items);
	if (given->kind == GIVEN_RECORD && given->fields.first)
		return given_first_end(given->fields.first->value);
	return given->at.to;
}

/* What stands before the part at `at`, with its comments and a space or a new line. */
static void begin_part(struct format *f, uint32_t column, struct span at, uint32_t width)
{
	format_comments(f, column, at.from);
	format_inner_comments(f, column, at.to);
	if (f->commented || format_column(f) + 1 + width > FORMAT_COLUMNS)
		format_line(f, column);
	else
		format_string(f, " ");
}

static uint32_t field_width(struct format *f, const struct field *field)
{
	buffer_reset(&f->scratch);
	buffer_text(&f->scratch, field->name.text);
	buffer_string(&f->scratch, ": ");
	flat_given(&f->scratch, field->value);
	return format_width(buffer_view(&f->scratch)) + 2;
}

/* A record that does not fit stands in lines of its own between the braces. */
static void put_fields(struct format *f, const struct fields *fields, uint32_t outer,
                       uint32_t end)
{
	uint32_t column = outer + 2;
	bool apart = true;      /* the next field begins a line */

	format_string(f, "{");
	for (const struct field *field = fields->first; field; field = field->next) {
		struct span at = { field->name.at.from, given_first_end(field->value) };
		size_t line;

		begin_part(f, column, at, apart ? FORMAT_COLUMNS : field_width(f, field));
		line = f->line;
		f->indent = column;
		format_text(f, field->name.text);
		format_string(f, ": ");
		put_given(f, field->value, 1);
		if (field->next)
			format_string(f, ",");
		apart = f->line != line && field->value->kind == GIVEN_RECORD;
	}
	format_comments(f, column, end);
	format_line(f, outer);
	format_string(f, "}");
}

static void put_items(struct format *f, const struct given *given)
{
	uint32_t column;

	format_string(f, "[");
	column = format_column(f);
	for (const struct given *item = given->items; item; item = item->next) {
		if (item != given->items) {
			struct span at = { item->at.from, given_first_end(item) };

			buffer_reset(&f->scratch);
			flat_given(&f->scratch, item);
			begin_part(f, column, at,
			           format_width(buffer_view(&f->scratch)) + 1);
		}
		f->indent = column;
		put_given(f, item, 1);
		if (item->next)
			format_string(f, ",");
	}
	format_comments(f, column, given->at.to - 1);
	format_string(f, "]");
}

static void put_given(struct format *f, const struct given *given, uint32_t after)
{
	if (given_fits(f, given, after) || given->kind == GIVEN_LITERAL
	    || given->kind == GIVEN_ABSENT) {
		format_text(f, buffer_view(&f->scratch));
	} else if (given->kind == GIVEN_LIST) {
		put_items(f, given);
	} else {
		uint32_t outer = f->indent;

		format_text(f, given->name.text);
		format_string(f, " ");
		put_fields(f, &given->fields, outer, given->at.to - 1);
	}
}

/* --- lines --------------------------------------------------------------- */

/* A key is quoted where the author quoted it. */
static void put_key(struct format *f, const struct word *key)
{
	const struct source *source = f->file->source;

	if (!key->at.to)
		return;
	buffer_reset(&f->scratch);
	buffer_byte(&f->scratch, ' ');
	if (source->text.at[key->at.from - source->base] == '"')
		format_quoted(&f->scratch, key->text);
	else
		buffer_text(&f->scratch, key->text);
	format_text(f, buffer_view(&f->scratch));
}

/* A record that is given or expected; `end` is behind its brace. */
struct record_part {
	struct word name, key;
	const struct fields *fields;
	uint32_t end;
};

static uint32_t setup_first_end(const struct setup *setup)
{
	if (setup->kind == SETUP_INPUT)
		return setup->name.at.to;
	if (setup->kind != SETUP_RECORD)
		return setup->at.to;
	return setup->key.at.to ? setup->key.at.to : setup->name.at.to;
}

static void put_record(struct format *f, const struct record_part *part)
{
	format_text(f, part->name.text);
	put_key(f, &part->key);
	format_string(f, " ");
	buffer_reset(&f->scratch);
	flat_fields(&f->scratch, part->fields);
	if (!format_has_comment(f, part->end)
	    && format_column(f) + format_width(buffer_view(&f->scratch)) <= FORMAT_COLUMNS)
		format_text(f, buffer_view(&f->scratch));
	else
		put_fields(f, part->fields, 2, part->end - 1);
}

static void put_setup(struct format *f, const struct setup *setup)
{
	format_begin(f, 2, (struct span){ setup->at.from, setup_first_end(setup) });
	format_string(f, "given ");
	switch (setup->kind) {
	case SETUP_NOW:
		format_string(f, "now ");
		format_text(f, setup->date->text);
		break;
	case SETUP_PROFILE:
		format_string(f, "profile ");
		format_text(f, setup->name.text);
		break;
	case SETUP_COMPLETE:
		format_string(f, "fleet complete");
		break;
	case SETUP_INPUT:
		format_text(f, setup->name.text);
		f->tight = true;
		f->raw_cells = true;
		format_rows(f, 4, &setup->rows);
		f->raw_cells = false;
		break;
	case SETUP_PARAMETER:
		format_string(f, "parameter ");
		format_text(f, setup->name.text);
		format_string(f, " ");
		format_condition(f, setup->value, 0);
		break;
	case SETUP_RECORD:
		put_record(f, &(struct record_part){ setup->name, setup->key, &setup->fields,
		                                     setup->at.to });
		break;
	}
}

/* The facts stand whole on the line or begin a new one. */
static void put_facts(struct format *f, const struct words *facts)
{
	if (!facts->first)
		return;
	buffer_reset(&f->scratch);
	for (const struct word *word = facts->first; word; word = word->next) {
		buffer_string(&f->scratch, word == facts->first ? "for " : ", ");
		buffer_text(&f->scratch, word->text);
	}
	format_piece(f, 4, buffer_view(&f->scratch));
}

static void put_expected_record(struct format *f, const struct expect *expect)
{
	uint32_t end = expect->key.at.to ? expect->key.at.to : expect->rule.at.to;

	format_begin(f, 2, (struct span){ expect->at.from, end });
	format_string(f, "expect ");
	put_record(f, &(struct record_part){ expect->rule, expect->key, &expect->fields,
	                                     expect->at.to });
}

static void put_expect(struct format *f, const struct expect *expect)
{
	if (expect->is_record) {
		put_expected_record(f, expect);
		return;
	}
	format_begin(f, 2, expect->at);
	format_string(f, "expect ");
	format_text(f, expect->rule.text);
	format_piece(f, 4, expect->result.text);
	if (expect->subject.at.to) {
		buffer_reset(&f->scratch);
		buffer_string(&f->scratch, "on ");
		buffer_text(&f->scratch, expect->subject.text);
		format_piece(f, 4, buffer_view(&f->scratch));
	}
	if (expect->note) {
		buffer_reset(&f->scratch);
		buffer_printf(&f->scratch, "at note [%" PRId64 "]", expect->note);
		format_piece(f, 4, buffer_view(&f->scratch));
	}
	if (expect->mark.at.to) {
		buffer_reset(&f->scratch);
		buffer_string(&f->scratch, "at [");
		buffer_text(&f->scratch, expect->mark.text);
		buffer_byte(&f->scratch, ']');
		format_piece(f, 4, buffer_view(&f->scratch));
	}
	put_facts(f, &expect->facts);
}

void format_test(struct format *f, const struct item *item)
{
	const struct setup *setup = item->setups;
	const struct expect *expect = item->expects;

	while (setup || expect)
		if (setup && (!expect || setup->at.from < expect->at.from)) {
			put_setup(f, setup);
			setup = setup->next;
		} else {
			put_expect(f, expect);
			expect = expect->next;
		}
}
