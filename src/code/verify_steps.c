/* SPDX-License-Identifier: Apache-2.0 */
/* verify_steps.c - instructions that reach records, set variables and decide, each by itself. */
#include "code/verifier.h"

enum { MOST_WORK = 1 << 26 };           /* constants, texts and map bytes of all */

typedef bool checker(struct walk *w, const struct instruction *ins);

static bool expect(const struct walk *w, const struct instruction *ins, bool good,
                   const char *wanted)
{
	return good || trouble_say(w->v->why, place_code(ins), "expected %s", wanted);
}

/* It is set until the EACH ends in which it was first set. */
static void set_base(struct walk *w, uint32_t base)
{
	if (w->base_set[base])
		return;
	w->base_set[base] = true;
	w->scoped[w->scoped_count++] = base;
}

static bool step_base(struct walk *w, const struct instruction *ins)
{
	const uint32_t *o = ins->operands;
	const struct row_base *base = &w->bases[o[0]];

	if (!expect(w, ins, base->kind == CODE_BASE_STEP && base->parent == o[1]
	            && base->slot == o[2], "the parent and slot of the base"))
		return false;
	set_base(w, o[0]);
	return true;
}

static bool step_step(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, w->nesting > 0, "to stand in EACH") && step_base(w, ins);
}

static bool step_context(struct walk *w, const struct instruction *ins)
{
	const uint32_t *o = ins->operands;
	const struct row_base *base = &w->bases[o[0]];

	if (!expect(w, ins, base->kind == CODE_BASE_CONTEXT && base->entity - 1 == o[1],
	            "the entity of the base, a context"))
		return false;
	set_base(w, o[0]);
	return true;
}

/* The variable of an instruction is set from here on. */
static bool set_variable(struct walk *w, const struct instruction *ins, uint32_t least)
{
	const struct row_variable *variable = &w->variables[ins->operands[0]];

	if (variable->size < least)
		return trouble_say(w->v->why, place_code(ins), "expected a variable of %u values, "
		                   "found one of %u", least, variable->size);
	w->variable_set[ins->operands[0]] = true;
	return true;
}

/* The variable must belong to the group of the fact that the instruction reads. */
static bool set_from_fact(struct walk *w, const struct instruction *ins, uint32_t least)
{
	const uint32_t *o = ins->operands;
	const struct row_group *group = &w->groups[w->variables[o[0]].group];

	return expect(w, ins, group->kind <= GROUP_BINDING && group->base == o[1]
	              && group->slot == o[2], "a variable of this fact")
	    && set_variable(w, ins, least);
}

/* Constants that must rise, and the map of the regions that they cut, one for absent last. */
struct cuts {
	uint32_t constants, count, map;
	uint64_t regions;
	bool texts, numbers;
};

static bool rises(struct walk *w, const struct cuts *cuts, uint32_t i)
{
	const struct program *p = w->v->program;
	const int64_t *number = p->constants + cuts->constants + i;

	if (cuts->texts && !verify_is_string(w->v, number[0]))
		return false;
	if (i == 0)
		return true;
	if (!cuts->texts)
		return number[-1] < number[0];
	w->v->work += program_text(p, (uint32_t)number[0]).length;
	return text_compare(program_text(p, (uint32_t)number[-1]),
	                    program_text(p, (uint32_t)number[0])) < 0;
}

static bool check_constants(struct walk *w, const struct instruction *ins, const struct cuts *cuts)
{
	if (cuts->count > w->v->program->constant_count - cuts->constants)
		return trouble_say(w->v->why, place_code(ins), "expected constants below %u, "
		                   "found %u from %u", w->v->program->constant_count, cuts->count,
		                   cuts->constants);
	for (uint32_t i = 0; i < cuts->count; i++)
		if (!rises(w, cuts, i))
			return trouble_say(w->v->why, place_code(ins), "expected %s in rising "
			                   "order, found otherwise at %u",
			                   cuts->texts ? "strings" : "constants",
			                   cuts->constants + i);
	return true;
}

static bool check_map(struct walk *w, const struct instruction *ins, const struct cuts *cuts)
{
	const struct row_variable *variable = &w->variables[ins->operands[0]];
	const uint8_t *map = w->v->program->maps + cuts->map;

	if (cuts->regions + 1 > w->v->program->map_count - cuts->map)
		return trouble_say(w->v->why, place_code(ins), "expected a map of %u bytes from "
		                   "%u, found the end", (uint32_t)cuts->regions + 1, cuts->map);
	for (uint64_t i = 0; i <= cuts->regions; i++)
		if (map[i] >= variable->size)
			return trouble_say(w->v->why, place_code(ins), "expected map bytes below "
			                   "%u, found %u", variable->size, map[i]);
	return !variable->absent
	    || expect(w, ins, map[cuts->regions] == variable->absent - 1,
	              "the last byte of the map to be the value for absent");
}

static bool check_cuts(struct walk *w, const struct instruction *ins, const struct cuts *cuts)
{
	w->v->work += cuts->regions + cuts->count;
	return expect(w, ins, w->v->work <= MOST_WORK, "less to verify")
	    && (!(cuts->texts || cuts->numbers) || check_constants(w, ins, cuts))
	    && check_map(w, ins, cuts) && set_from_fact(w, ins, 1);
}

static bool step_range(struct walk *w, const struct instruction *ins)
{
	const uint32_t *o = ins->operands;
	enum type type = ins->fact.type;
	bool number = type == TYPE_INTEGER || type == TYPE_DATE || type == TYPE_DURATION
		|| type == TYPE_VERSION;
	struct cuts cuts = { .constants = o[4], .count = o[5], .map = o[6], .numbers = true,
	                     .regions = 2 * (uint64_t)o[5] + 1 };

	return expect(w, ins, (o[3] || number) && verify_function(&ins->fact, o[3]),
	              "a fact that is a number, or a function of it that is one")
	    && check_cuts(w, ins, &cuts);
}

static bool step_now(struct walk *w, const struct instruction *ins)
{
	const uint32_t *o = ins->operands;
	struct cuts cuts = { .constants = o[3], .count = o[4], .map = o[5], .numbers = true,
	                     .regions = 2 * (uint64_t)o[4] + 1 };

	return expect(w, ins, ins->fact.type == TYPE_DATE, "a fact that is a date")
	    && check_cuts(w, ins, &cuts);
}

static bool step_words(struct walk *w, const struct instruction *ins)
{
	const uint32_t *o = ins->operands;
	uint32_t words = ins->fact.type == TYPE_BOOL ? 2
		: ins->fact.type == TYPE_CHOICE ? ins->fact.choice_count : 0;
	struct cuts cuts = { .map = o[4], .regions = o[3] };

	return expect(w, ins, words && o[3] == words, "a bool or one-of of as many words")
	    && check_cuts(w, ins, &cuts);
}

static bool is_text(enum type type)
{
	return type == TYPE_TEXT || type == TYPE_OID;
}

static bool step_text(struct walk *w, const struct instruction *ins)
{
	const uint32_t *o = ins->operands;
	struct cuts cuts = { .constants = o[3], .count = o[4], .map = o[5], .texts = true,
	                     .regions = (uint64_t)o[4] + 1 };

	return expect(w, ins, is_text(ins->fact.type), "a fact that is a text")
	    && check_cuts(w, ins, &cuts);
}

static bool step_match(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, is_text(ins->fact.type), "a fact that is a text")
	    && set_from_fact(w, ins, 2);
}

static bool step_member(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, ins->fact.type == TYPE_SET && ins->fact.element == TYPE_CHOICE
	              && ins->operands[3] < ins->fact.choice_count,
	              "a set of words that has the word")
	    && set_from_fact(w, ins, 2);
}

static bool step_holds(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, (ins->fact.type == TYPE_SET || ins->fact.type == TYPE_LIST)
	              && is_text(ins->fact.element), "a set or list of texts")
	    && set_from_fact(w, ins, 2);
}

static bool step_present(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, ins->fact.flags & FACT_OPTIONAL, "a fact that is optional")
	    && set_from_fact(w, ins, 2);
}

static bool step_open(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, ins->fact.flags & FACT_DERIVED, "a derived fact or an invariant")
	    && set_from_fact(w, ins, 2);
}

static bool step_atom(struct walk *w, const struct instruction *ins)
{
	const struct row_group *group = &w->groups[w->variables[ins->operands[0]].group];
	uint32_t readings = w->readings;

	w->readings = 0;
	return expect(w, ins, group->kind == GROUP_ATOM && group->link_count >= readings,
	              "a variable of an atom that has all its readings")
	    && set_variable(w, ins, 2);
}

/* Of an aggregate: rules that ask for it stand in other frames than the stream's. */
static bool check_aggregate(struct walk *w, const struct instruction *ins, uint32_t kind)
{
	const struct program *p = w->v->program;
	const struct row_group *group = &w->groups[w->variables[ins->operands[0]].group];

	return expect(w, ins, w->frame->entity != p->about->stream,
	              "no aggregate in the frame of the stream")
	    && expect(w, ins, p->tally[ins->operands[1]].kind == kind, "a tally of its kind")
	    && expect(w, ins, group->kind == GROUP_FLEET, "a variable of the fleet");
}

static bool step_fleet(struct walk *w, const struct instruction *ins)
{
	return check_aggregate(w, ins, TALLY_JOINT)
	    && set_variable(w, ins, 1u << w->v->program->tally[ins->operands[1]].bits);
}

static bool step_sum(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, ins->operands[2] < w->v->program->constant_count, "a constant")
	    && check_aggregate(w, ins, TALLY_SUM) && set_variable(w, ins, 2);
}

/* A value that the derived fact can have. */
static bool check_values(struct walk *w, const struct instruction *ins)
{
	const struct diagram_summary *found = &w->v->diagrams[ins->operands[1]];
	int64_t most = INT64_MAX, least = INT64_MIN;

	if (!(found->kinds >> CODE_LEAF_VALUE & 1))
		return true;
	if (ins->fact.type == TYPE_BOOL || ins->fact.type == TYPE_CHOICE) {
		least = 0;
		most = ins->fact.type == TYPE_BOOL ? 1 : (int64_t)ins->fact.choice_count - 1;
	}
	return expect(w, ins, found->least >= least && found->most <= most
	              && (ins->fact.type != TYPE_VERSION || found->versions)
	              && (!is_text(ins->fact.type) || found->strings),
	              "values that the derived fact can have");
}

static bool step_derive(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, ins->fact.type < TYPE_SET
	              && (ins->fact.flags & (FACT_DERIVED | FACT_HIDDEN)) == FACT_DERIVED,
	              "a derived fact of single values")
	    && verify_diagram_use(w, ins, ins->operands[1], 1u << CODE_LEAF_VALUE
	                          | 1u << CODE_LEAF_CONFLICT | 1u << CODE_LEAF_FREE)
	    && check_values(w, ins);
}

static bool step_bind(struct walk *w, const struct instruction *ins)
{
	return expect(w, ins, ins->fact.flags & FACT_HIDDEN, "an invariant")
	    && verify_diagram_use(w, ins, ins->operands[1],
	                          1u << CODE_LEAF_VALUE | 1u << CODE_LEAF_CONFLICT);
}

static bool step_mark(struct walk *w, const struct instruction *ins)
{
	const struct program *p = w->v->program;
	const struct row_fact *facts = p->fact + p->entity[w->frame->entity].first_fact;

	return expect(w, ins, facts[ins->operands[0]].flags & FACT_HIDDEN, "an invariant")
	    && expect(w, ins, !(facts[ins->operands[1]].flags & FACT_DERIVED), "a base fact");
}

static bool step_tally(struct walk *w, const struct instruction *ins)
{
	struct verifier *v = w->v;
	uint32_t tally = ins->operands[0], diagram = ins->operands[1];
	const struct row_tally *row = &v->program->tally[tally];
	uint32_t limit = row->kind == TALLY_JOINT ? 1u << row->bits : v->program->constant_count;

	if (!expect(w, ins, w->frame->entity == v->program->about->stream,
	            "to stand in the frame of the stream")
	    || !expect(w, ins, !v->tallied[tally] && row->diagram == diagram,
	               "the diagram of the tally, once")
	    || !expect(w, ins, row->kind == TALLY_SUM || row->bits > 0, "a tally of conditions")
	    || !verify_diagram_use(w, ins, diagram,
	                           1u << CODE_LEAF_TALLY | 1u << CODE_LEAF_CONFLICT))
		return false;
	v->tallied[tally] = 1;
	return !(v->diagrams[diagram].kinds >> CODE_LEAF_TALLY & 1)
	    || expect(w, ins, v->diagrams[diagram].tally < limit
	              && (row->kind == TALLY_JOINT || !v->diagrams[diagram].heavy),
	              "leaves that the tally can add");
}

static bool check_pieces(struct walk *w, const struct instruction *ins, uint32_t first,
                         uint32_t count)
{
	for (uint32_t i = first; i < first + count; i++) {
		const struct row_piece *piece = &w->v->program->piece[i];

		if (!expect(w, ins, piece->kind != 1 || w->base_set[piece->base],
		            "the records that its messages show to be set before"))
			return false;
	}
	return true;
}

static bool check_caution(struct walk *w, const struct instruction *ins, uint32_t index)
{
	const struct row_caution *caution = &w->v->program->caution[index];
	const struct diagram_summary *found = &w->v->diagrams[caution->diagram];

	if (!verify_diagram_use(w, ins, caution->diagram,
	                        1u << CODE_LEAF_VALUE | 1u << CODE_LEAF_CONFLICT))
		return false;
	return expect(w, ins, !(found->kinds >> CODE_LEAF_VALUE & 1)
	              || (found->least >= 0 && found->most <= 1),
	              "a caution that holds (1) or not (0)")
	    && check_pieces(w, ins, caution->first_piece, caution->piece_count);
}

/* What follows from what is asked when checks are decided. */
static bool check_derived(struct walk *w, const struct instruction *ins)
{
	for (uint32_t i = 0; i < w->frame->group_count && !w->derived_set; i++)
		if (!expect(w, ins, w->groups[i].direct == 0
		            || (w->groups[i].kind == GROUP_DERIVED
		                && w->base_set[w->groups[i].base] && w->nesting == 0),
		            "the records of derived facts to be set before"))
			return false;
	w->derived_set = true;
	return true;
}

static bool step_check(struct walk *w, const struct instruction *ins)
{
	uint32_t index = w->frame->first_check + ins->operands[0];
	const struct row_check *check;

	if (!expect(w, ins, ins->operands[0] < w->frame->check_count && !w->v->checks[index],
	            "a check of the frame, once"))
		return false;
	w->v->checks[index] = 1;
	check = &w->v->program->check[index];
	if (!verify_diagram_use(w, ins, check->diagram,
	                        1u << CODE_LEAF_OUTCOME | 1u << CODE_LEAF_CONFLICT)
	    || !expect(w, ins, w->v->diagrams[check->diagram].clause <= check->clause_count,
	               "leaves that name clauses of the check")
	    || !expect(w, ins, w->base_set[check->place], "the place of the check to be set")
	    || !check_pieces(w, ins, check->first_piece, check->piece_count)
	    || !check_derived(w, ins))
		return false;
	for (uint32_t i = 0; i < check->caution_count; i++)
		if (!check_caution(w, ins, check->first_caution + i))
			return false;
	return true;
}

bool verify_step(struct walk *w, const struct instruction *ins)
{
	static checker *const checks[OP_COUNT] = {
		[OP_BASE] = step_base, [OP_CONTEXT] = step_context, [OP_DERIVE] = step_derive,
		[OP_BIND] = step_bind, [OP_MARK] = step_mark, [OP_RANGE] = step_range,
		[OP_NOW] = step_now, [OP_WORDS] = step_words, [OP_TEXT] = step_text,
		[OP_MATCH] = step_match, [OP_MADE] = step_match, [OP_MEMBER] = step_member, [OP_HOLDS] = step_holds,
		[OP_PRESENT] = step_present, [OP_OPEN] = step_open, [OP_ATOM] = step_atom,
		[OP_FLEET] = step_fleet, [OP_SUM] = step_sum, [OP_TALLY] = step_tally,
		[OP_CHECK] = step_check, [OP_STEP] = step_step,
	};

	return !checks[ins->op] || checks[ins->op](w, ins);
}
