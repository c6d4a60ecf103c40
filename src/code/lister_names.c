/* SPDX-License-Identifier: Apache-2.0 */
/* lister_names.c - facts, values and variables in words. */
#include "base/characters.h"
#include "code/lister.h"
#include "diag/quote.h"
#include "model/value_text.h"

static const struct fact plain_text = { .type = TYPE_TEXT };

enum { MOST_TEXT = 240 };               /* bytes of one text that are shown */

/* The start of a text that is shown, up to a whole character. */
static struct text shown(struct text text)
{
	if (text.length <= MOST_TEXT)
		return text;
	text.length = MOST_TEXT;
	while (text.length > MOST_TEXT - 4 && ((unsigned char)text.at[text.length] & 0xc0) == 0x80)
		text.length--;
	return text;
}

void lister_line(const struct lister *l, struct text text)
{
	quote_text(l->out, shown(text));
	buffer_string(l->out, text.length > MOST_TEXT ? "..." : "");
}

void lister_text(const struct lister *l, uint32_t offset)
{
	lister_line(l, program_text(l->program, offset));
}

void lister_quoted(const struct lister *l, struct text text)
{
	struct value value = value_text(TYPE_TEXT, shown(text));

	value_write(l->out, &plain_text, &value);
	buffer_string(l->out, text.length > MOST_TEXT ? "..." : "");
}

static const struct row_base *base_at(const struct lister *l, uint32_t base)
{
	return &l->program->base[l->frame->first_base + base];
}

const struct fact *lister_fact(const struct lister *l, uint32_t base, uint32_t slot)
{
	const struct row_base *row = base_at(l, base);

	return row->entity ? &l->model->entities[row->entity - 1]->facts[slot] : &plain_text;
}

void lister_path(const struct lister *l, uint32_t base, uint32_t slot)
{
	const struct row_base *row = base_at(l, base);

	if (row->entity == 0)
		buffer_string(l->out, "element of ");
	lister_text(l, row->name);
	if (row->entity == 0)
		return;
	if (program_text(l->program, row->name).length)
		buffer_byte(l->out, '.');
	lister_line(l, lister_fact(l, base, slot)->name);
}

/* Operands start with a base and a slot. */
void lister_function(const struct lister *l, const uint32_t *operands, uint32_t function)
{
	static const char *const before[] = {
		[CODE_WHOLE] = "", [CODE_FIRST] = "", [CODE_SECOND] = "", [CODE_THIRD] = "",
		[CODE_FOURTH] = "", [CODE_LENGTH] = "length ", [CODE_COUNT] = "count ",
	};
	static const char *const behind[] = {
		[CODE_WHOLE] = "", [CODE_FIRST] = ".first", [CODE_SECOND] = ".second",
		[CODE_THIRD] = ".third", [CODE_FOURTH] = ".fourth", [CODE_LENGTH] = "",
		[CODE_COUNT] = "",
	};

	buffer_string(l->out, before[function]);
	lister_path(l, operands[0], operands[1]);
	buffer_string(l->out, behind[function]);
}

/* A number as a value of the fact; a plain number without one. */
void lister_number(const struct lister *l, const struct fact *fact, int64_t number)
{
	static const struct fact integer = { .type = TYPE_INTEGER };
	const struct fact *as = fact ? fact : &integer;
	struct value value = value_number(as->type, number);

	value_write(l->out, as, &value);
}

const char *lister_pattern(uint32_t pattern)
{
	static const char *const names[PATTERN_COUNT] = {
		[PATTERN_STARTS] = "starts with", [PATTERN_ENDS] = "ends with",
		[PATTERN_CONTAINS] = "contains", [PATTERN_MATCHES] = "matches",
		[PATTERN_FOLDED] = "equals, ignoring case,", [PATTERN_EQUALS] = "equals",
	};

	return names[pattern];
}

static void two_valued(const struct lister *l, const uint32_t *code)
{
	const uint32_t *o = code + 1;
	const struct fact *fact = lister_fact(l, o[1], o[2]);

	lister_path(l, o[1], o[2]);
	switch ((int)code[0]) {
	case OP_MATCH:
		buffer_printf(l->out, " %s ", lister_pattern(o[3]));
		lister_quoted(l, program_text(l->program, o[4]));
		break;
	case OP_MADE:
		buffer_string(l->out, " made of ");
		characters_write(l->out, o[3]);
		break;
	case OP_MEMBER:
		buffer_string(l->out, " includes ");
		if (fact->choices)
			lister_line(l, fact->choices[o[3]].name);
		break;
	case OP_HOLDS:
		buffer_string(l->out, " includes ");
		lister_quoted(l, program_text(l->program, o[3]));
		break;
	case OP_OPEN:
		buffer_string(l->out, " is open");
		break;
	default:
		break;
	}
}

void lister_variable(const struct lister *l, uint32_t variable)
{
	const uint32_t *code = l->setters[variable], *o;
	const struct row_variable *row = &l->program->variable[l->frame->first_variable
		+ variable];

	if (!code) {
		buffer_printf(l->out, "variable %u", variable);
		return;
	}
	o = code + 1;
	switch ((int)code[0]) {
	case OP_RANGE:
		lister_function(l, o + 1, o[3]);
		break;
	case OP_NOW:
		lister_path(l, o[1], o[2]);
		buffer_string(l->out, " - now");
		break;
	case OP_ATOM:
		lister_text(l, l->program->group[l->frame->first_group + row->group].name);
		break;
	case OP_FLEET:
		buffer_printf(l->out, "conditions of tally %u", o[1]);
		break;
	case OP_SUM:
		buffer_printf(l->out, "tally %u >= ", o[1]);
		lister_number(l, NULL, l->program->constants[o[2]]);
		break;
	default:
		two_valued(l, code);
		break;
	}
}
