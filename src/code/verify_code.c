/* SPDX-License-Identifier: Apache-2.0 */
/* verify_code.c - the instructions of a frame, from its start to END. */
#include "code/verifier.h"

struct trouble_place place_code(const struct instruction *instruction)
{
	return (struct trouble_place){ "code", "word", instruction->at,
		instruction->op < OP_COUNT ? operation_info(instruction->op)->name : "" };
}

bool verify_take(struct verifier *v, struct trouble_place at, uint32_t start, uint32_t words)
{
	for (uint32_t i = start; i < start + words; i++)
		if (v->taken[i])
			return trouble_say(v->why, at, "expected words of its own, found that word "
			                   "%u belongs to something else", i);
	memset(v->taken + start, 1, words);
	return true;
}

/* May it stand between values on the stack, and in EACH? */
static bool is_inner(uint32_t op)
{
	return op == OP_BASE || op >= OP_LOAD;
}

static bool decode(struct walk *w, uint32_t at, struct instruction *ins)
{
	const struct program *p = w->v->program;

	*ins = (struct instruction){ .at = at, .op = OP_COUNT };
	if (at >= p->code_count)
		return trouble_say(w->v->why, place_code(ins), "expected END, found the end of the "
		                   "code");
	ins->op = p->code[at];
	if (ins->op >= OP_COUNT || ins->op == OP_TEST)
		return trouble_say(w->v->why, place_code(ins), "expected an instruction of a "
		                   "frame, found %u", ins->op);
	ins->info = operation_info(ins->op);
	ins->operands = p->code + at + 1;
	if (ins->info->words > p->code_count - at)
		return trouble_say(w->v->why, place_code(ins), "expected %u operands, found the "
		                   "end of the code", ins->info->words - 1);
	return verify_take(w->v, place_code(ins), at, ins->info->words);
}

/* What must be over before an instruction. */
static bool check_before(struct walk *w, const struct instruction *ins)
{
	if (is_inner(ins->op) && ins->op != OP_END)
		return true;
	if (w->nesting)
		return trouble_say(w->v->why, place_code(ins), "expected NEXT before it");
	if (w->height != ins->info->pops)
		return trouble_say(w->v->why, place_code(ins), "expected %u values on the stack, "
		                   "found %u", ins->info->pops, w->height);
	return true;
}

static bool run(struct walk *w)
{
	uint32_t at = w->frame->start;
	struct instruction ins;

	do {
		if (!decode(w, at, &ins) || !check_before(w, &ins) || !verify_operands(w, &ins)
		    || !verify_stack(w, &ins) || !verify_step(w, &ins))
			return false;
		at += ins.info->words;
	} while (ins.op != OP_END);
	return true;
}

bool verify_code(struct verifier *v, uint32_t frame)
{
	const struct program *p = v->program;
	const struct row_frame *row = &p->frame[frame];
	struct walk w = { .v = v, .index = frame, .frame = row };

	w.bases = p->base + row->first_base;
	w.groups = p->group + row->first_group;
	w.variables = p->variable + row->first_variable;
	w.base_set = arena_array(v->scratch, row->base_count, sizeof *w.base_set);
	w.scoped = arena_array(v->scratch, row->base_count, sizeof *w.scoped);
	w.variable_set = arena_array(v->scratch, (size_t)row->variable_count + 1,
	                              sizeof *w.variable_set);
	w.base_set[0] = true;
	return run(&w);
}
