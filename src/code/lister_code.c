/* SPDX-License-Identifier: Apache-2.0 */
/* lister_code.c - the instructions of a frame, with what their operands mean. */
#include "base/characters.h"
#include "code/lister.h"
#include "code/setters.h"

static void write_cuts(const struct lister *l, const uint32_t *o)
{
	uint32_t size = l->program->variable[l->frame->first_variable + o[0]].size;

	buffer_string(l->out, ": ");
	for (uint32_t value = 0; value < size; value++) {
		buffer_string(l->out, value ? " | " : "");
		lister_values(l, o[0], UINT64_C(1) << value);
	}
}

static void write_variable(const struct lister *l, const uint32_t *code)
{
	buffer_printf(l->out, "v%u = ", code[1]);
	lister_variable(l, code[1]);
	if (code[0] == OP_PRESENT)
		buffer_string(l->out, " is present");
	if (code[0] == OP_RANGE || code[0] == OP_NOW || code[0] == OP_WORDS || code[0] == OP_TEXT)
		write_cuts(l, code + 1);
}

static void write_each(const struct lister *l, const uint32_t *o)
{
	buffer_string(l->out, o[5] ? "every element of " : "some element of ");
	lister_path(l, o[0], o[1]);
	buffer_printf(l->out, " as base %u, at most %u", o[3], o[4]);
}

static void write_check(const struct lister *l, uint32_t index)
{
	const struct row_check *check = &l->program->check[l->frame->first_check + index];
	const struct row_base *place = &l->program->base[l->frame->first_base + check->place];

	lister_text(l, l->program->rule[check->rule].id);
	if (check->place) {
		buffer_string(l->out, " at ");
		lister_text(l, place->name);
	}
	if (check->approximate)
		buffer_string(l->out, ", approximate");
}

/* An operation on the stack. */
static void write_stack(const struct lister *l, const uint32_t *code)
{
	const int64_t *constants = l->program->constants;
	const uint32_t *o = code + 1;

	switch ((int)code[0]) {
	case OP_LOAD:
		lister_function(l, o, o[2]);
		break;
	case OP_PUSH:
	case OP_ADD:
		lister_number(l, NULL, constants[o[0]]);
		break;
	case OP_STRING:
		lister_quoted(l, program_text(l->program, o[0]));
		break;
	case OP_AMONG:
		buffer_printf(l->out, "mask %#llx", (unsigned long long)constants[o[0]]
		              | (unsigned long long)constants[o[1]] << 32);
		break;
	case OP_LIKE:
		buffer_printf(l->out, "%s ", lister_pattern(o[0]));
		lister_quoted(l, program_text(l->program, o[1]));
		break;
	case OP_ALIKE:
		buffer_string(l->out, lister_pattern(o[0]));
		break;
	case OP_CONSISTS:
		characters_write(l->out, o[0]);
		break;
	case OP_HAS:
		buffer_printf(l->out, "word %u", o[0]);
		break;
	case OP_TRUTH:
		buffer_string(l->out, o[0] ? "yes" : "no");
		break;
	case OP_EACH:
		write_each(l, o);
		break;
	default:
		break;
	}
}

static void write_operands(const struct lister *l, const uint32_t *code)
{
	const uint32_t *o = code + 1;

	switch ((int)code[0]) {
	case OP_STEP:
	case OP_BASE:
		buffer_printf(l->out, "base %u = ", o[0]);
		lister_path(l, o[1], o[2]);
		break;
	case OP_CONTEXT:
		buffer_printf(l->out, "base %u = ", o[0]);
		lister_text(l, l->program->entity[o[1]].name);
		break;
	case OP_DERIVE:
	case OP_BIND:
		lister_path(l, 0, o[0]);
		break;
	case OP_MARK:
		lister_path(l, 0, o[1]);
		buffer_string(l->out, " for ");
		lister_path(l, 0, o[0]);
		break;
	case OP_TALLY:
		buffer_printf(l->out, "tally %u", o[0]);
		break;
	case OP_CHECK:
		write_check(l, o[0]);
		break;
	default:
		if (operation_info(code[0])->operands[0] == 'V')
			write_variable(l, code);
		else
			write_stack(l, code);
		break;
	}
}

static void write_check_diagrams(const struct lister *l, uint32_t index)
{
	const struct row_check *check = &l->program->check[l->frame->first_check + index];
	struct diagram_use use = { .op = OP_CHECK, .check = check };

	lister_diagram(l, check->diagram, &use);
	use.op = OP_EACH;
	for (uint32_t i = 0; i < check->caution_count; i++) {
		buffer_printf(l->out, "%10s%s %u\n", "", "caution", i + 1);
		lister_diagram(l, l->program->caution[check->first_caution + i].diagram, &use);
	}
}

static void write_diagrams(const struct lister *l, const uint32_t *code)
{
	struct diagram_use use = { .op = code[0] };

	switch ((int)code[0]) {
	case OP_DERIVE:
	case OP_BIND:
		use.fact = lister_fact(l, 0, code[1]);
		lister_diagram(l, code[2], &use);
		break;
	case OP_TALLY:
		use.tally_kind = l->program->tally[code[1]].kind;
		lister_diagram(l, code[2], &use);
		break;
	case OP_CHECK:
		write_check_diagrams(l, code[1]);
		break;
	default:
		break;
	}
}

/* The first line of a place in a file, with the number of that line. */
static void write_source(const struct lister *l, const struct row_place *place)
{
	const struct row_file *file = &l->program->file[place->file];
	struct text whole = program_text(l->program, file->text), line;
	uint32_t start = 0, end = place->from, number = 1;

	for (uint32_t i = 0; i < place->from; i++)
		if (whole.at[i] == '\n') {
			start = i + 1;
			number++;
		}
	while (end < whole.length && whole.at[end] != '\n')
		end++;
	line = text_trim((struct text){ whole.at + start, end - start });
	buffer_string(l->out, "\n  ");
	lister_text(l, file->name);
	buffer_printf(l->out, ":%u: ", number);
	lister_line(l, line);
	buffer_byte(l->out, '\n');
}

/* The place that starts at a word; NULL if none does. */
static const struct row_place *place_of(const struct program *program, uint32_t word)
{
	uint32_t low = 0, high = program->place_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (program->place[middle].word < word)
			low = middle + 1;
		else
			high = middle;
	}
	return low < program->place_count && program->place[low].word == word
		? &program->place[low] : NULL;
}

void lister_code(struct lister *l)
{
	const uint32_t *code = l->program->code;
	uint32_t at = l->frame->start, depth = 0;
	const struct row_place *place;

	l->setters = setters_find(l->program, l->frame, l->scratch);
	for (; ; at += operation_info(code[at])->words) {
		place = place_of(l->program, at);
		if (place)
			write_source(l, place);
		depth -= code[at] == OP_NEXT;
		buffer_printf(l->out, "%8u  %*s%-8s", at, (int)depth * 2, "",
		              operation_info(code[at])->name);
		depth += code[at] == OP_EACH;
		if (code[at] != OP_END && operation_info(code[at])->words > 1) {
			buffer_string(l->out, " ");
			write_operands(l, code + at);
		}
		while (l->out->at[l->out->length - 1] == ' ')
			l->out->at[--l->out->length] = '\0';
		buffer_byte(l->out, '\n');
		write_diagrams(l, code + at);
		if (code[at] == OP_END)
			return;
	}
}
