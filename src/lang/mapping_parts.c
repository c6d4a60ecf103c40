/* SPDX-License-Identifier: Apache-2.0 */
/* mapping_parts.c - the columns of a mapping, what holds for all of them, and its parameters. */
#include "diag/suggest.h"
#include "lang/check.h"
#include "lang/mapper.h"

static void suggest(struct mapper *m, struct diag *diag, const struct suggest *suggest)
{
	if (suggest->best.length)
		diag_help(m->c.diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest->best));
}

static struct texts texts_of(struct arena *arena, const struct words *words)
{
	struct text *all = arena_array(arena, words->count, sizeof *all);
	uint32_t count = 0;

	for (const struct word *word = words->first; word; word = word->next)
		all[count++] = word->text;
	return (struct texts){ all, count };
}

/* --- types of columns --- */

static const struct {
	const char *word, *holds;
	enum column_type type;
} types[] = {
	{ "text", "text", COLUMN_TEXT },
	{ "integer", "a number", COLUMN_INTEGER },
	{ "bool", "yes or no", COLUMN_BOOL },
	{ "version", "a version", COLUMN_VERSION },
	{ "date", "a date", COLUMN_DATE },
	{ "bits", "yes or no", COLUMN_BITS },
	{ "split", "several texts", COLUMN_SPLIT },
	{ "", "the name of the input", COLUMN_FILE },
};

enum { TYPES = sizeof types / sizeof *types };

const char *mapping_holds(enum column_type type)
{
	for (int i = 0; i < TYPES; i++)
		if (types[i].type == type)
			return types[i].holds;
	return "nothing";
}

static bool find_type(struct mapper *m, const struct word *word, enum column_type *type)
{
	struct suggest near = suggest_for(word->text);

	for (int i = 0; i < TYPES; i++) {
		if (text_equal(word->text, text_from(types[i].word))) {
			*type = types[i].type;
			return true;
		}
		suggest_offer(&near, text_from(types[i].word));
	}
	suggest(m, diag_say(m->c.diags, MSG_E0802, word->at, TEXT_ARGS(word->text)), &near);
	return false;
}

static const char *const orders[] = {
	[DATE_YEAR_MONTH_DAY] = "year-month-day",
	[DATE_DAY_MONTH_YEAR] = "day-month-year",
	[DATE_MONTH_DAY_YEAR] = "month-day-year",
};

static bool take_order(struct mapping_column *column, struct text word)
{
	for (enum date_order i = DATE_YEAR_MONTH_DAY; i <= DATE_MONTH_DAY_YEAR; i++)
		if (column->type == COLUMN_DATE && text_equal(word, text_from(orders[i]))) {
			column->order = i;
			return true;
		}
	return false;
}

static bool say_modifier(struct mapper *m, const struct word *word, enum column_type type)
{
	struct suggest near = suggest_for(word->text);

	suggest_offer(&near, TEXT("required"));
	suggest_offer(&near, TEXT("optional"));
	for (int i = 0; type == COLUMN_DATE && i < 3; i++)
		suggest_offer(&near, text_from(orders[i]));
	suggest(m, diag_say(m->c.diags, MSG_E0803, word->at, TEXT_ARGS(word->text)), &near);
	return false;
}

static bool take_modifiers(struct mapper *m, const struct column_tree *tree,
                           struct mapping_column *column)
{
	bool ordered = column->type != COLUMN_DATE;

	for (const struct word *word = tree->modifiers.first; word; word = word->next) {
		if (text_equal(word->text, TEXT("required")))
			column->required = true;
		else if (text_equal(word->text, TEXT("optional")))
			column->optional = true;
		else if (take_order(column, word->text))
			ordered = true;
		else
			return say_modifier(m, word, column->type);
	}
	if (!ordered)
		diag_say(m->c.diags, MSG_E0816, tree->type.at, TEXT_ARGS(tree->type.text),
		         "the order of its parts: `date day-month-year`, `month-day-year` or "
		         "`year-month-day`");
	return ordered;
}

/* `bits 1024`, `split at ";"`, and neither number nor separator behind the others. */
static void take_details(struct mapper *m, const struct column_tree *tree,
                         struct mapping_column *column)
{
	const char *needs = NULL;

	column->bits = tree->number;
	column->separator = tree->separator.text;
	if (column->type == COLUMN_BITS && tree->number <= 0)
		needs = "a number: `bits 1024`";
	else if (column->type == COLUMN_SPLIT && tree->separator.text.length == 0)
		needs = "what stands between the parts: `split at \";\"`";
	if (needs)
		diag_say(m->c.diags, MSG_E0816, tree->type.at, TEXT_ARGS(tree->type.text), needs);
	else if ((column->type != COLUMN_BITS && tree->number)
	         || (column->type != COLUMN_SPLIT && tree->separator.at.to))
		diag_say(m->c.diags, MSG_E0803, span_join(tree->type.at, tree->separator.at.to
		         ? tree->separator.at : tree->type.at), TEXT_ARGS(tree->type.text));
}

/* --- what holds for all columns --- */

static void take_delimiter(struct mapper *m, const struct word *word)
{
	unsigned char byte = word->text.length == 1 ? (unsigned char)*word->text.at : 0;

	if (text_equal(word->text, TEXT("tab")))
		byte = '\t';
	if (byte == 0 || byte > 0x7e || byte == '"' || byte == '\n' || byte == '\r')
		diag_say(m->c.diags, MSG_E0805, word->at, TEXT_ARGS(word->text), "delimiter");
	else
		m->out->delimiter = (char)byte;
}

static void take_encoding(struct mapper *m, const struct word *word)
{
	if (!charset_by_name(word->text, &m->out->charset))
		diag_say(m->c.diags, MSG_E0805, word->at, TEXT_ARGS(word->text), "encoding");
}

static void take_option(struct mapper *m, const struct column_tree *tree)
{
	const struct word *word = tree->titles.first;
	struct suggest near = suggest_for(tree->name.text);

	suggest_offer(&near, TEXT("delimiter"));
	suggest_offer(&near, TEXT("encoding"));
	suggest_offer(&near, TEXT("unknown"));
	if (text_equal(tree->name.text, TEXT("unknown")))
		m->out->unknown = texts_of(m->c.arena, &tree->titles);
	else if (text_equal(tree->name.text, TEXT("delimiter")) && !word->next)
		take_delimiter(m, word);
	else if (text_equal(tree->name.text, TEXT("encoding")) && !word->next)
		take_encoding(m, word);
	else
		suggest(m, diag_say(m->c.diags, MSG_E0804, tree->name.at,
		                    TEXT_ARGS(tree->name.text)), &near);
}

/* --- columns --- */

static bool has_name(const struct mapper *m, struct text name)
{
	for (uint32_t i = 0; i < m->out->column_count; i++)
		if (text_equal(m->columns[i].name, name))
			return true;
	for (uint32_t i = 0; i < m->out->parameter_count; i++)
		if (text_equal(m->parameters[i].type.name, name))
			return true;
	return false;
}

static void read_column(struct mapper *m, const struct column_tree *tree)
{
	struct mapping_column column = { .name = tree->name.text };

	if (has_name(m, tree->name.text)) {
		diag_say(m->c.diags, MSG_E0511, tree->name.at, TEXT_ARGS(tree->name.text));
		return;
	}
	if (tree->titles.first) {
		column.titles = texts_of(m->c.arena, &tree->titles);
	} else {
		struct text *title = arena_alloc(m->c.arena, sizeof *title);

		*title = column.name;
		column.titles = (struct texts){ title, 1 };
	}
	if (find_type(m, &tree->type, &column.type) && take_modifiers(m, tree, &column))
		take_details(m, tree, &column);
	m->columns[m->out->column_count++] = column;
}

void mapping_read_columns(struct mapper *m)
{
	const struct word *form = &m->from->name;
	uint32_t count = 1;

	if (text_equal(form->text, TEXT("lines")))
		m->out->form = MAPPING_LINES;
	else if (!text_equal(form->text, TEXT("columns")))
		diag_say(m->c.diags, MSG_E0814, form->at, TEXT_ARGS(form->text));
	for (const struct column_tree *t = m->from->columns.first; t; t = t->next)
		count++;
	if (count > MAPPING_MAX_COLUMNS) {
		diag_say(m->c.diags, MSG_E0514, form->at, (int)MAPPING_MAX_COLUMNS);
		return;
	}
	m->columns = arena_array(m->c.arena, count, sizeof *m->columns);
	for (const struct column_tree *t = m->from->columns.first; t; t = t->next)
		if (t->kind == COLUMN_TREE_OPTION)
			take_option(m, t);
		else
			read_column(m, t);
	if (!has_name(m, TEXT("file-name")))
		m->columns[m->out->column_count++] = (struct mapping_column){
			.name = TEXT("file-name"), .type = COLUMN_FILE };
	m->out->columns = m->columns;
}

bool mapping_find_input(struct mapper *m, struct text name, struct span at,
                        struct mapping_input *input)
{
	struct suggest near = suggest_for(name);

	for (uint32_t i = 0; i < m->out->column_count; i++) {
		if (text_equal(m->columns[i].name, name)) {
			*input = (struct mapping_input){ false, i };
			return true;
		}
		suggest_offer(&near, m->columns[i].name);
	}
	for (uint32_t i = 0; i < m->out->parameter_count; i++) {
		if (text_equal(m->parameters[i].type.name, name)) {
			*input = (struct mapping_input){ true, i };
			return true;
		}
		suggest_offer(&near, m->parameters[i].type.name);
	}
	suggest(m, diag_say(m->c.diags, MSG_E0801, at, TEXT_ARGS(name)), &near);
	return false;
}

bool mapping_find_column(struct mapper *m, struct text name, struct span at, uint32_t *index)
{
	struct mapping_input input;

	if (!mapping_find_input(m, name, at, &input))
		return false;
	*index = input.index;
	if (input.is_parameter)
		diag_say(m->c.diags, MSG_E0801, at, TEXT_ARGS(name));
	return !input.is_parameter;
}

/* --- parameters --- */

static bool fits_parameter(const struct fact *type)
{
	return type->type == TYPE_BOOL || type->type == TYPE_CHOICE
	    || (type->type == TYPE_SET && type->element == TYPE_TEXT);
}

/* Its texts from one text with commas between them. */
static void split(struct mapper *m, struct mapping_parameter *parameter, struct text text)
{
	uint32_t most = 1, count = 0, from = 0;
	struct text *all;

	for (uint32_t i = 0; i < text.length; i++)
		most += text.at[i] == ',';
	all = arena_array(m->c.arena, most, sizeof *all);
	for (uint32_t i = 0; i <= text.length; i++)
		if (i == text.length || text.at[i] == ',') {
			struct text one = text_trim((struct text){ text.at + from, i - from });

			if (one.length)
				all[count++] = one;
			from = i + 1;
		}
	parameter->texts = (struct texts){ all, count };
	parameter->set = true;
}

static void take_default(struct mapper *m, const struct expr *expr,
                         struct mapping_parameter *parameter)
{
	struct fact text = { .name = parameter->type.name, .type = TYPE_TEXT };
	struct operand value;

	if (parameter->type.type == TYPE_SET) {
		if (operand_constant(&m->c, expr, &text, &value))
			split(m, parameter, value.text);
	} else if (operand_constant(&m->c, expr, &parameter->type, &value)) {
		parameter->number = value.number;
		parameter->set = true;
	}
}

void mapping_read_parameter(struct mapper *m, const struct item *item)
{
	struct mapping_parameter *parameter = &m->parameters[m->out->parameter_count];

	if (has_name(m, item->name.text)) {
		diag_say(m->c.diags, MSG_E0511, item->name.at, TEXT_ARGS(item->name.text));
		return;
	}
	parameter->type.name = item->name.text;
	parameter->type.doc = item->title.text;
	if (!model_type(&m->c, &item->type, &parameter->type))
		return;
	if (!fits_parameter(&parameter->type)) {
		diag_say(m->c.diags, MSG_E0201, item->type.at, "a bool, a one-of or a set of text");
		return;
	}
	if (item->condition)
		take_default(m, item->condition, parameter);
	m->out->parameter_count++;
}

/* The order of all dates. */
static void take_dates(struct mapper *m, const struct word *word)
{
	for (enum date_order i = DATE_YEAR_MONTH_DAY; i <= DATE_MONTH_DAY_YEAR; i++) {
		if (!text_equal(word->text, text_from(orders[i])))
			continue;
		for (uint32_t k = 0; k < m->out->column_count; k++)
			m->columns[k].order = i;
		return;
	}
	diag_say(m->c.diags, MSG_E0805, word->at, TEXT_ARGS(word->text),
	         "order of a date (day-month-year, month-day-year, year-month-day)");
}

void mapping_set_parameter(struct mapper *m, const struct check_setting *setting)
{
	const struct span nowhere = { 0, 0 };
	struct word word = { .text = setting->value };
	struct suggest near = suggest_for(setting->name);
	struct operand value;

	for (uint32_t i = 0; i < m->out->parameter_count; i++) {
		struct mapping_parameter *p = &m->parameters[i];

		suggest_offer(&near, p->type.name);
		if (!text_equal(p->type.name, setting->name))
			continue;
		if (p->type.type == TYPE_SET) {
			split(m, p, setting->value);
		} else if (operand_from_text(setting->value, &p->type, &value)) {
			p->number = value.number;
			p->set = true;
		} else {
			diag_say(m->c.diags, MSG_E0706, nowhere, TEXT_ARGS(setting->value),
			         TEXT_ARGS(setting->name), fact_type_text(&m->c, &p->type));
		}
		return;
	}
	if (text_equal(setting->name, TEXT("dates")))
		take_dates(m, &word);
	else if (text_equal(setting->name, TEXT("encoding")))
		take_encoding(m, &word);
	else if (text_equal(setting->name, TEXT("delimiter")))
		take_delimiter(m, &word);
	else
		suggest(m, diag_say(m->c.diags, MSG_E0703, nowhere, TEXT_ARGS(setting->name)),
		        &near);
}
