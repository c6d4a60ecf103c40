/* SPDX-License-Identifier: Apache-2.0 */
/* format_entity.c - types, the facts of an entity, and parameters: what stands in columns. */
#include <inttypes.h>

#include "tree/format_part.h"

/* --- types --------------------------------------------------------------- */

static void flat_label(struct buffer *out, const struct word *label)
{
	if (!label->at.to)
		return;
	buffer_string(out, " called ");
	format_quoted(out, label->text);
}

static const char *type_head(const struct type_tree *type)
{
	switch (type->form) {
	case TYPE_TREE_ONE_OF: return "one of ";
	case TYPE_TREE_SET: return "set of ";
	case TYPE_TREE_LIST: return "list of ";
	case TYPE_TREE_PLAIN: break;
	}
	return "";
}

static void flat_type_end(struct buffer *out, const struct type_tree *type)
{
	if (type->form == TYPE_TREE_LIST)
		buffer_printf(out, " up to %" PRId64, type->cap);
	for (const struct word *word = type->modifiers.first; word; word = word->next) {
		buffer_byte(out, ' ');
		buffer_text(out, word->text);
	}
}

static void flat_type(struct buffer *out, const struct type_tree *type)
{
	const struct word *label = type->labels.first;

	buffer_string(out, type_head(type));
	for (const struct word *word = type->words.first; word; word = word->next) {
		buffer_text(out, word->text);
		if (label) {
			flat_label(out, label);
			label = label->next;
		}
		if (word->next)
			buffer_string(out, ", ");
	}
	flat_type_end(out, type);
}

/* Up to here comments inside the type move before what it belongs to. */
static uint32_t type_first_end(const struct type_tree *type)
{
	if (type->words.count > 1)
		return type->words.first->at.to;
	return type->modifiers.last ? type->modifiers.last->at.to : type->at.to;
}

static uint32_t type_end(const struct type_tree *type)
{
	return type->modifiers.last ? type->modifiers.last->at.to : type->at.to;
}

/* The values of a type below one another as far as they do not fit. */
static void break_type(struct format *f, const struct type_tree *type)
{
	const struct word *label = type->labels.first;
	uint32_t column;

	format_string(f, type_head(type));
	column = format_column(f);
	for (const struct word *word = type->words.first; word; word = word->next) {
		buffer_reset(&f->scratch);
		buffer_text(&f->scratch, word->text);
		if (label) {
			flat_label(&f->scratch, label);
			label = label->next;
		}
		if (word->next)
			buffer_byte(&f->scratch, ',');
		if (word != type->words.first) {
			format_comments(f, column, word->at.from);
			format_piece(f, column, buffer_view(&f->scratch));
		} else {
			format_text(f, buffer_view(&f->scratch));
		}
	}
	f->indent = column;
	buffer_reset(&f->scratch);
	flat_type_end(&f->scratch, type);
	if (f->scratch.length)
		format_text(f, buffer_view(&f->scratch));
}

static uint32_t type_width(struct format *f, const struct type_tree *type)
{
	buffer_reset(&f->scratch);
	flat_type(&f->scratch, type);
	return format_width(buffer_view(&f->scratch));
}

static void put_type(struct format *f, const struct type_tree *type)
{
	if (format_has_comment(f, type_end(type))
	    || format_column(f) + type_width(f, type) > FORMAT_COLUMNS)
		break_type(f, type);
	else
		format_text(f, buffer_view(&f->scratch));
}

/* --- columns ------------------------------------------------------------- */

/* What is said of a fact or parameter behind its line. */
struct doc_line {
	uint32_t end;           /* columns before it */
	uint32_t width;         /* of it; 0 when there is none */
};

static uint32_t quoted_width(struct format *f, const struct word *text)
{
	if (!text->at.to)
		return 0;
	buffer_reset(&f->scratch);
	format_quoted(&f->scratch, text->text);
	return format_width(buffer_view(&f->scratch));
}

/* Longer lines have no say in where the docs begin. */
enum { VOTER_COLUMNS = 64 };

/* For each column, how many docs could begin there. */
struct doc_columns {
	uint32_t fitting[FORMAT_COLUMNS];
};

static void take_line(struct doc_columns *columns, struct doc_line line)
{
	if (line.width == 0 || line.end > VOTER_COLUMNS)
		return;
	for (uint32_t at = line.end + 2; at < FORMAT_COLUMNS && at + line.width <= FORMAT_COLUMNS;
	     at++)
		columns->fitting[at]++;
}

/* Where the most docs can begin; 0 when none can. */
static uint32_t best_column(const struct doc_columns *columns)
{
	uint32_t best = 0;

	for (uint32_t at = 1; at < FORMAT_COLUMNS; at++)
		if (columns->fitting[at] > columns->fitting[best])
			best = at;
	return best;
}

/* The doc at the column where docs begin, or behind the line, or below it. */
static void put_doc(struct format *f, const struct word *doc, uint32_t begin, uint32_t below)
{
	uint32_t width = quoted_width(f, doc);
	uint32_t column = format_column(f) + 2;

	if (!width)
		return;
	if (begin && begin + width <= FORMAT_COLUMNS) {
		below = begin;
		column = column < begin ? begin : column;
	}
	format_comments(f, below, doc->at.from);
	if (f->commented || column + width > FORMAT_COLUMNS)
		format_line(f, below);
	else
		format_space(f, column);
	format_text(f, buffer_view(&f->scratch));
}

/* --- facts --------------------------------------------------------------- */

static uint32_t names_end(const struct facts_tree *facts)
{
	uint32_t longest = 0;

	for (const struct fact_tree *fact = facts->first; fact; fact = fact->next)
		if (fact->kind == FACT_TREE_FACT && fact->name.text.length > longest)
			longest = fact->name.text.length;
	return 2 + longest + 3;
}

/* How wide a given fact is up to its doc, were it on one line; derived ones have no say. */
static struct doc_line fact_line(struct format *f, const struct fact_tree *fact, uint32_t names)
{
	struct doc_line line = { 0, 0 };

	if (fact->kind != FACT_TREE_FACT || fact->rows.first || fact->value)
		return line;
	line.width = quoted_width(f, &fact->doc);
	line.end = names + type_width(f, &fact->type);
	return line;
}

static uint32_t docs_begin(struct format *f, const struct facts_tree *facts, uint32_t names)
{
	struct doc_columns columns = { { 0 } };

	for (const struct fact_tree *fact = facts->first; fact; fact = fact->next)
		take_line(&columns, fact_line(f, fact, names));
	return best_column(&columns);
}

static void put_invariant(struct format *f, const struct fact_tree *fact)
{
	format_begin(f, 2, (struct span){ fact->at.from, format_first_end(fact->value) });
	format_string(f, "invariant ");
	f->indent = format_column(f);
	format_condition(f, fact->value, 0);
	format_comments(f, 12, fact->doc.at.from);
	format_quoted_piece(f, 12, fact->doc);
}

static void put_table_doc(struct format *f, const struct fact_tree *fact)
{
	if (fact->doc.at.to) {
		format_comments(f, 4, fact->doc.at.from);
		format_quoted_piece(f, 4, fact->doc);
	}
	format_piece(f, 4, TEXT("by"));
	f->tight = true;
	format_rows(f, 4, &fact->rows);
}

static uint32_t fact_first_end(const struct fact_tree *fact)
{
	uint32_t end = type_first_end(&fact->type);

	if (fact->value && fact->type.words.count < 2)
		return format_first_end(fact->value);
	return end;
}

/* The value stands whole on the line or begins a new one. */
static void put_value(struct format *f, const struct expr *value, uint32_t below)
{
	uint32_t width;

	format_comments(f, below, value->at.from);
	format_inner_comments(f, below, format_first_end(value));
	buffer_reset(&f->scratch);
	format_flat(&f->scratch, value);
	width = format_width(buffer_view(&f->scratch));
	if (f->commented || format_has_comment(f, format_last_end(value))
	    || format_column(f) + 3 + width > FORMAT_COLUMNS) {
		format_line(f, below);
		format_string(f, "= ");
	} else {
		format_string(f, " = ");
	}
	f->indent = format_column(f);
	format_condition(f, value, 0);
}

static void put_fact(struct format *f, const struct fact_tree *fact, uint32_t names,
                     uint32_t docs)
{
	format_begin(f, 2, (struct span){ fact->at.from, fact_first_end(fact) });
	format_text(f, fact->name.text);
	format_string(f, ":");
	format_space(f, names);
	put_type(f, &fact->type);
	if (fact->rows.first) {
		put_table_doc(f, fact);
		return;
	}
	if (fact->value)
		put_value(f, fact->value, 4);
	put_doc(f, &fact->doc, docs, 4);
}

void format_facts(struct format *f, const struct facts_tree *facts)
{
	uint32_t names = names_end(facts);
	uint32_t docs = docs_begin(f, facts, names);

	for (const struct fact_tree *fact = facts->first; fact; fact = fact->next)
		if (fact->kind == FACT_TREE_INVARIANT)
			put_invariant(f, fact);
		else
			put_fact(f, fact, names, docs);
}

/* --- parameters ---------------------------------------------------------- */

static void flat_parameter(struct buffer *out, const struct item *item)
{
	buffer_string(out, "parameter ");
	buffer_text(out, item->name.text);
	buffer_string(out, ": ");
	flat_type(out, &item->type);
	if (!item->condition)
		return;
	buffer_string(out, " = ");
	format_flat(out, item->condition);
}

uint32_t format_parameter_docs(struct format *f, const struct item *item)
{
	struct doc_columns columns = { { 0 } };

	for (; item && item->kind == ITEM_PARAMETER; item = item->next) {
		struct doc_line line = { 0, quoted_width(f, &item->title) };

		buffer_reset(&f->scratch);
		flat_parameter(&f->scratch, item);
		line.end = format_width(buffer_view(&f->scratch));
		take_line(&columns, line);
	}
	return best_column(&columns);
}

void format_parameter(struct format *f, const struct item *item, uint32_t docs)
{
	format_string(f, "parameter ");
	format_text(f, item->name.text);
	format_string(f, ": ");
	put_type(f, &item->type);
	if (item->condition)
		put_value(f, item->condition, 2);
	put_doc(f, &item->title, docs, 2);
}

uint32_t format_parameter_first_end(const struct item *item)
{
	if (item->type.words.count > 1)
		return type_first_end(&item->type);
	return item->condition ? item->condition->at.to : type_end(&item->type);
}

void format_lookup_types(struct format *f, const struct item *item)
{
	format_string(f, " ");
	put_type(f, &item->from);
	format_comments(f, 2, item->type.at.from);
	format_string(f, " to ");
	put_type(f, &item->type);
}

uint32_t format_lookup_first_end(const struct item *item)
{
	return item->from.words.count > 1 ? type_first_end(&item->from)
	                                  : type_first_end(&item->type);
}
