/* SPDX-License-Identifier: Apache-2.0 */
/* verify_stack.c - what the instructions of a condition do to the stack.
 *
 * Heights come from ops.def; kinds of values from the table below. While an EACH is open, its
 * result lies under the values of its body.
 */
#include "code/verifier.h"

static const char *const kind_names[STACK_KIND_COUNT] = {
	[STACK_NONE] = "nothing", [STACK_TRUTH] = "a truth", [STACK_NUMBER] = "a number",
	[STACK_TEXT] = "a text", [STACK_RECORD] = "a record", [STACK_WORDS] = "a set of words",
	[STACK_TEXTS] = "a set or list of texts", [STACK_RECORDS] = "a list of records",
};

bool verify_function(const struct operand_fact *fact, uint32_t function)
{
	switch ((int)function) {
	case CODE_WHOLE:
		return true;
	case CODE_LENGTH:
		return fact->type == TYPE_TEXT;
	case CODE_COUNT:
		return fact->type == TYPE_LIST
			|| (fact->type == TYPE_SET && fact->element != TYPE_CHOICE);
	default:
		return fact->type == TYPE_VERSION;
	}
}

static enum stack_kind kind_of_many(const struct operand_fact *fact)
{
	switch ((int)fact->element) {
	case TYPE_CHOICE: return STACK_WORDS;
	case TYPE_RECORD: return STACK_RECORDS;
	default:          return STACK_TEXTS;
	}
}

static enum stack_kind kind_of_fact(const struct operand_fact *fact, uint32_t function)
{
	if (function != CODE_WHOLE)
		return STACK_NUMBER;
	switch ((int)fact->type) {
	case TYPE_TEXT: case TYPE_OID: return STACK_TEXT;
	case TYPE_SET: case TYPE_LIST: return kind_of_many(fact);
	case TYPE_RECORD:              return STACK_RECORD;
	default:                       return STACK_NUMBER;
	}
}

/* What an instruction pops, the top of the stack last; NONE stands for a kind that is looked
 * at by itself. And what it pushes. */
struct effect {
	enum stack_kind pops[2], pushes;
};

static const struct effect effects[OP_COUNT] = {
	[OP_ATOM]    = { { STACK_TRUTH }, STACK_NONE },
	[OP_PUSH]    = { { STACK_NONE }, STACK_NUMBER },
	[OP_CURRENT] = { { STACK_NONE }, STACK_NUMBER },
	[OP_STRING]  = { { STACK_NONE }, STACK_TEXT },
	[OP_ADD]     = { { STACK_NUMBER }, STACK_NUMBER },
	[OP_LESS]    = { { STACK_NUMBER, STACK_NUMBER }, STACK_TRUTH },
	[OP_AT_MOST] = { { STACK_NUMBER, STACK_NUMBER }, STACK_TRUTH },
	[OP_EQUAL]   = { { STACK_NONE, STACK_NONE }, STACK_TRUTH },
	[OP_AMONG]   = { { STACK_NUMBER }, STACK_TRUTH },
	[OP_LIKE]    = { { STACK_TEXT }, STACK_TRUTH },
	[OP_ALIKE]   = { { STACK_TEXT, STACK_TEXT }, STACK_TRUTH },
	[OP_CONSISTS] = { { STACK_TEXT }, STACK_TRUTH },
	[OP_HAS]     = { { STACK_WORDS }, STACK_TRUTH },
	[OP_IN]      = { { STACK_NONE, STACK_NONE }, STACK_TRUTH },
	[OP_THERE]   = { { STACK_NONE }, STACK_TRUTH },
	[OP_TRUTH]   = { { STACK_NONE }, STACK_TRUTH },
	[OP_NOT]     = { { STACK_TRUTH }, STACK_TRUTH },
	[OP_AND]     = { { STACK_TRUTH, STACK_TRUTH }, STACK_TRUTH },
	[OP_OR]      = { { STACK_TRUTH, STACK_TRUTH }, STACK_TRUTH },
	[OP_EACH]    = { { STACK_NONE }, STACK_TRUTH },
	[OP_NEXT]    = { { STACK_TRUTH }, STACK_NONE },
};

static bool refuse(const struct walk *w, const struct instruction *ins, const char *wanted,
                   enum stack_kind found)
{
	return trouble_say(w->v->why, place_code(ins), "expected %s on the stack, found %s",
	                   wanted, kind_names[found]);
}

/* The set or list lies under its element. */
static bool element_fits(enum stack_kind many, enum stack_kind one)
{
	return (many == STACK_TEXTS && one == STACK_TEXT)
	    || (many == STACK_RECORDS && one == STACK_RECORD);
}

/* Kinds that the table leaves open. */
static bool check_open_kinds(const struct walk *w, const struct instruction *ins,
                             const struct stack_entry *popped)
{
	switch ((int)ins->op) {
	case OP_EQUAL:
		return popped[0].kind == popped[1].kind
		    && popped[0].kind >= STACK_NUMBER && popped[0].kind <= STACK_RECORD
			? true : refuse(w, ins, "two numbers, texts or records", popped[1].kind);
	case OP_IN:
		return element_fits(popped[0].kind, popped[1].kind)
			? true : refuse(w, ins, "a set or list and an element", popped[1].kind);
	case OP_THERE:
		return popped[0].kind != STACK_TRUTH
			? true : refuse(w, ins, "a fact", popped[0].kind);
	case OP_HAS:
		return ins->operands[0] < popped[0].words
			? true : refuse(w, ins, "a set that has the word", popped[0].kind);
	default:
		return true;
	}
}

static bool pop_kinds(struct walk *w, const struct instruction *ins)
{
	uint32_t floor = w->nesting ? w->each[w->nesting - 1].floor : 0;
	uint32_t pops = ins->info->pops;
	const struct stack_entry *popped;

	if (w->height < floor + pops)
		return trouble_say(w->v->why, place_code(ins), "expected %u values on the stack, "
		                   "found %u", pops, w->height - floor);
	popped = w->stack + w->height - pops;
	for (uint32_t i = 0; i < pops; i++) {
		enum stack_kind wanted = effects[ins->op].pops[i];

		if (wanted != STACK_NONE && popped[i].kind != wanted)
			return refuse(w, ins, kind_names[wanted], popped[i].kind);
	}
	w->height -= pops;
	return check_open_kinds(w, ins, popped);
}

static bool push_kind(struct walk *w, const struct instruction *ins)
{
	struct stack_entry entry = { effects[ins->op].pushes, 0 };

	if (ins->info->pushes == 0)
		return true;
	if (w->height == CODE_MAX_STACK)
		return trouble_say(w->v->why, place_code(ins), "expected at most %u values on the "
		                   "stack", CODE_MAX_STACK);
	if (ins->op == OP_LOAD) {
		entry.kind = kind_of_fact(&ins->fact, ins->operands[2]);
		entry.words = ins->fact.choice_count;
	}
	w->stack[w->height++] = entry;
	return true;
}

static bool open_each(struct walk *w, const struct instruction *ins)
{
	const uint32_t *o = ins->operands;
	const struct row_base *element = &w->bases[o[3]];

	if (w->nesting == CODE_MAX_NESTING)
		return trouble_say(w->v->why, place_code(ins), "expected at most %u EACH in one "
		                   "another", CODE_MAX_NESTING);
	if (element->kind != CODE_BASE_ELEMENT || element->parent != o[0]
	    || element->slot != o[1])
		return trouble_say(w->v->why, place_code(ins), "expected the element of the list, "
		                   "found base %u", o[3]);
	if (o[4] != ins->fact.cap || o[5] > 1)
		return trouble_say(w->v->why, place_code(ins), "expected at most %u elements, then "
		                   "0 or 1, found %u, %u", ins->fact.cap, o[4], o[5]);
	w->each[w->nesting++] = (struct each){ o[3], w->height, w->scoped_count };
	w->base_set[o[3]] = true;
	w->scoped[w->scoped_count++] = o[3];
	return true;
}

static bool close_each(struct walk *w, const struct instruction *ins)
{
	const struct each *each;

	if (w->nesting == 0)
		return trouble_say(w->v->why, place_code(ins), "expected an EACH before it");
	each = &w->each[w->nesting - 1];
	if (w->height != each->floor)
		return trouble_say(w->v->why, place_code(ins), "expected one value of the body, "
		                   "found %u", w->height - each->floor + 1);
	while (w->scoped_count > each->scoped)
		w->base_set[w->scoped[--w->scoped_count]] = false;
	w->nesting--;
	return true;
}

static bool check_numbers(const struct walk *w, const struct instruction *ins)
{
	const struct program *p = w->v->program;
	const uint32_t *o = ins->operands;
	bool good = true;

	if (ins->op == OP_PUSH || ins->op == OP_ADD)
		good = o[0] < p->constant_count;
	else if (ins->op == OP_TRUTH)
		good = o[0] <= 1;
	else if (ins->op == OP_LOAD)
		good = verify_function(&ins->fact, o[2]);
	else if (ins->op == OP_AMONG)
		good = o[0] < p->constant_count && o[1] < p->constant_count
			&& p->constants[o[0]] >= 0 && p->constants[o[0]] <= UINT32_MAX
			&& p->constants[o[1]] >= 0 && p->constants[o[1]] <= UINT32_MAX;
	return good || trouble_say(w->v->why, place_code(ins), "expected %s",
		ins->op == OP_LOAD ? "a function that the fact has"
		: ins->op == OP_TRUTH ? "0 or 1"
		: ins->op == OP_AMONG ? "two constants of 32 bits" : "a constant");
}

bool verify_stack(struct walk *w, const struct instruction *ins)
{
	if (!check_numbers(w, ins) || !pop_kinds(w, ins) || !push_kind(w, ins))
		return false;
	if (ins->op == OP_EACH)
		return open_each(w, ins);
	if (ins->op == OP_NEXT)
		return close_each(w, ins);
	return true;
}
