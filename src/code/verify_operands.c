/* SPDX-License-Identifier: Apache-2.0 */
/* verify_operands.c - operands by their letters in ops.def, as far as a letter alone says it. */
#include "base/characters.h"
#include "code/verifier.h"

struct operand {
	struct walk *w;
	struct instruction *instruction;
	uint32_t index, value;
	uint32_t base;                  /* the last one before this */
};

static bool refuse(const struct operand *o, const char *wanted, uint32_t limit)
{
	return trouble_say(o->w->v->why, place_code(o->instruction), "expected %s below %u as "
	                   "operand %u, found %u", wanted, limit, o->index + 1, o->value);
}

static bool below(const struct operand *o, const char *wanted, uint32_t limit)
{
	return o->value < limit || refuse(o, wanted, limit);
}

/* Does the instruction set this base, instead of using it? */
static bool is_target(const struct operand *o)
{
	uint32_t op = o->instruction->op;

	return ((op == OP_BASE || op == OP_STEP || op == OP_CONTEXT) && o->index == 0)
	    || (op == OP_EACH && o->index == 3);
}

static bool check_base(struct operand *o)
{
	const struct walk *w = o->w;

	if (!below(o, "a base", w->frame->base_count))
		return false;
	if (is_target(o) && o->instruction->op != OP_EACH)
		return true;
	if (w->base_set[o->value] == is_target(o))
		return trouble_say(w->v->why, place_code(o->instruction),
		                   is_target(o) ? "expected base %u not to be set yet"
		                   : "expected base %u to be set before", o->value);
	if (!is_target(o))
		o->base = o->value;
	return true;
}

static bool check_slot(const struct operand *o)
{
	const struct walk *w = o->w;

	return verify_fact(w->v, w->frame, o->base, o->value, &o->instruction->fact)
	    || trouble_say(w->v->why, place_code(o->instruction),
	                   "expected a fact of base %u, found slot %u", o->base, o->value);
}

/* Readings are bits of a 64-bit mask, and links of the atom's group. */
static bool check_reading(const struct operand *o)
{
	if (!below(o, "a reading", 64))
		return false;
	if (o->value >= o->w->readings)
		o->w->readings = o->value + 1;
	return true;
}

static bool check_letter(struct operand *o, char letter)
{
	const struct program *p = o->w->v->program;

	switch (letter) {
	case 'B':
		return check_base(o);
	case 'S':
		return check_slot(o);
	case 'V':
		return below(o, "a variable", o->w->frame->variable_count);
	case 'K':       /* how many there must be is the instruction's business */
		return below(o, "a constant", p->constant_count + 1);
	case 'T':
		return verify_is_string(o->w->v, o->value)
		    || trouble_say(o->w->v->why, place_code(o->instruction),
		                   "expected a string as operand %u, found %u", o->index + 1,
		                   o->value);
	case 'M':
		return below(o, "a map", p->map_count + 1);
	case 'D':
		return below(o, "a diagram", p->diagram_count);
	case 'F':
		return below(o, "a function", CODE_FUNCTION_COUNT);
	case 'R':
		return check_reading(o);
	case 'L':
		return below(o, "a tally", p->tally_count);
	case 'P':
		return below(o, "a pattern", PATTERN_COUNT);
	case 'C':
		return below(o, "kinds of characters", CHARACTERS_ALL + 1);
	default:        /* N: any number */
		return true;
	}
}

bool verify_operands(struct walk *w, struct instruction *instruction)
{
	struct operand operand = { .w = w, .instruction = instruction };

	for (uint32_t i = 0; i + 1 < instruction->info->words; i++) {
		operand.index = i;
		operand.value = instruction->operands[i];
		if (!check_letter(&operand, instruction->info->operands[i]))
			return false;
	}
	return true;
}
