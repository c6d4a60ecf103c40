/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/coverage.h"

#include "jobs/describe.h"

#define BIT(result) (1u << (result))

/* A rule in a frame. */
struct place {
	const struct program *program;
	const struct row_frame *frame;
	const struct row_diagram *diagram;
};

/* The results of its leaves, and whether facts that contradict one another lead to one. */
static uint32_t leaf_results(const struct place *place, bool *conflicts)
{
	uint32_t results = 0;

	for (uint32_t i = 0; i < place->diagram->leaf_count; i++) {
		const struct row_leaf *leaf =
			&place->program->leaf[place->diagram->first_leaf + i];

		if (leaf->kind == CODE_LEAF_OUTCOME)
			results |= BIT(outcome_result(leaf->outcome));
		*conflicts |= leaf->kind == CODE_LEAF_CONFLICT;
	}
	return results;
}

/* What is asked: facts, which may be missing or bad, and what only more records of the fleet can tell. */
static void find_asked(const struct place *place, bool *facts, bool *fleet)
{
	const struct program *p = place->program;
	uint32_t end = place->diagram->start + place->diagram->words;

	for (uint32_t at = place->diagram->start; at < end; at += 3 + p->code[at + 2]) {
		uint32_t variable = place->frame->first_variable + p->code[at + 1];
		uint32_t group = place->frame->first_group + p->variable[variable].group;

		if (p->group[group].kind == GROUP_FLEET)
			*fleet = true;
		else if (p->group[group].kind != GROUP_BINDING)
			*facts = true;
	}
}

static uint32_t reachable_results(const struct place *place)
{
	bool conflicts = false, facts = false, fleet = false;
	uint32_t results = leaf_results(place, &conflicts);
	bool turns = results & BIT(VM_FAIL) && results & ~BIT(VM_FAIL);

	find_asked(place, &facts, &fleet);
	if (turns && (facts || fleet))
		results |= BIT(VM_UNKNOWN);
	if ((turns && facts) || conflicts)
		results |= BIT(VM_ERROR);
	return results;
}

static struct text key_of(const struct coverage *c, const struct program *p,
                          const struct row_rule *row)
{
	return arena_printf(c->arena, "%s\n%s", program_string(p, p->file[row->file].name),
	                    program_string(p, row->id));
}

struct rule_coverage *coverage_find(const struct coverage *coverage, const struct program *program,
                                    struct text id)
{
	uint32_t index = MAP_NONE;

	for (uint32_t i = 0; i < program->rule_count && index == MAP_NONE; i++)
		if (text_equal(program_text(program, program->rule[i].id), id))
			index = map_get(&coverage->index,
			                key_of(coverage, program, &program->rule[i]));
	return index == MAP_NONE ? NULL : &coverage->rules[index];
}

static struct rule_coverage *find_or_add(struct coverage *c, const struct program *p,
                                         const struct row_rule *row)
{
	struct text key = key_of(c, p, row);
	uint32_t index = map_get(&c->index, key);
	struct rule_coverage *rule;

	if (index != MAP_NONE)
		return &c->rules[index];
	c->rules = arena_grow(c->arena, c->rules, &c->capacity, c->count + 1, sizeof *c->rules);
	map_put(&c->index, c->arena, key, c->count);
	rule = &c->rules[c->count++];
	*rule = (struct rule_coverage){ .id = program_text(p, row->id), .level = rule_level_name(row),
		.file = program_string(p, p->file[row->file].name),
		.line = program_rule_line(p, row) };
	return rule;
}

void coverage_add(struct coverage *coverage, const struct program *program)
{
	for (uint32_t r = 0; r < program->rule_count; r++)
		find_or_add(coverage, program, &program->rule[r]);
	for (uint32_t f = 0; f < program->frame_count; f++) {
		const struct row_frame *frame = &program->frame[f];

		for (uint32_t i = 0; i < frame->check_count; i++) {
			const struct row_check *check = &program->check[frame->first_check + i];
			const struct row_rule *row = &program->rule[check->rule];
			struct place place = { program, frame,
			                       &program->diagram[check->diagram] };

			if (row->selected)
				find_or_add(coverage, program, row)->reachable |=
					reachable_results(&place);
		}
	}
}

uint64_t coverage_untested(const struct coverage *coverage)
{
	uint64_t count = 0;

	for (uint32_t i = 0; i < coverage->count; i++)
		count += !coverage->rules[i].named;
	return count;
}
