/* SPDX-License-Identifier: Apache-2.0 */
/* decide.c - what a rule says about a subject ("Results" in docs/language.md). */
#include "vm/machine.h"

enum vm_result outcome_result(uint32_t outcome)
{
	static const enum vm_result results[] = {
		[CODE_FAIL] = VM_FAIL, [CODE_PASS] = VM_PASS, [CODE_EXEMPT] = VM_EXEMPT,
		[CODE_NOTAPPLICABLE] = VM_NOTAPPLICABLE, [CODE_NOTCHECKED] = VM_NOTCHECKED,
	};

	return results[outcome];
}

static void add_group(uint32_t *groups, uint32_t *count, uint32_t most, uint32_t group)
{
	for (uint32_t i = 0; i < *count; i++)
		if (groups[i] == group)
			return;
	if (*count < most)
		groups[(*count)++] = group;
}

uint32_t vm_asked_groups(const struct vm *vm, const struct vm_finding *finding, uint32_t *groups,
                         uint32_t most)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < finding->asked_count; i++) {
		uint32_t group = vm->variables[finding->asked[i]].group;

		if (vm->groups[group].kind != GROUP_BINDING)
			add_group(groups, &count, most, group);
	}
	return count;
}

static void take_leaf(struct vm_finding *finding, const struct leaf_plan *leaf)
{
	finding->result = leaf->result;
	finding->clause = leaf->clause;
}

static struct leaf_plan plan_leaf(const struct vm *vm, const struct row_check *check,
                                  const struct row_leaf *leaf)
{
	struct leaf_plan plan = { VM_ERROR, NULL };

	if (leaf->kind != CODE_LEAF_OUTCOME)
		return plan;
	plan.result = outcome_result(leaf->outcome);
	if (leaf->clause)
		plan.clause = &vm->program->clause[check->first_clause + leaf->clause - 1];
	return plan;
}

static struct check_plan plan_check(const struct vm *vm, const struct row_check *check)
{
	const struct program *program = vm->program;
	const struct row_diagram *diagram = &program->diagram[check->diagram];
	struct leaf_plan *leaves = arena_array(vm->arena, diagram->leaf_count, sizeof *leaves);

	for (uint32_t l = 0; l < diagram->leaf_count; l++)
		leaves[l] = plan_leaf(vm, check, &program->leaf[diagram->first_leaf + l]);
	return (struct check_plan){ .row = check, .diagram = diagram, .leaves = leaves,
		.place = check->place, .selected = program->rule[check->rule].selected,
		.has_cautions = check->caution_count > 0 };
}

void plan_checks(struct vm *vm)
{
	const struct program *program = vm->program;

	vm->plans = arena_array(vm->arena, program->check_count + 1, sizeof *vm->plans);
	for (uint32_t i = 0; i < program->check_count; i++)
		vm->plans[i] = plan_check(vm, &program->check[i]);
}

/* Of a derived fact (others read nothing directly): is one of those that its definition reads among these? */
static bool reads_one(const struct vm *vm, const struct row_group *row, const uint8_t *groups)
{
	for (uint32_t i = 0; i < row->direct; i++)
		if (groups[vm->program->link[row->first_link + i].group])
			return true;
	return false;
}

/* One that has a value is fixed, one in conflict follows from nothing. */
static bool may_follow(const struct vm *vm, const struct row_group *row)
{
	uint8_t state = vm->bases[row->base][row->slot].state;

	return state != STATE_PRESENT && state != STATE_CONFLICT;
}

/* Add the derived facts that follow from these groups. */
static void add_followers(const struct vm *vm, uint8_t *groups)
{
	bool grown = true;

	while (grown) {
		grown = false;
		for (uint32_t g = 0; g < vm->frame->group_count; g++) {
			const struct row_group *row = &vm->groups[g];

			if (groups[g] || !reads_one(vm, row, groups) || !may_follow(vm, row))
				continue;
			groups[g] = 1;
			grown = true;
		}
	}
}

/* Which of the variables that are not known may change when (only) these groups do? */
static void free_variables(struct vm *vm, uint8_t *free, const uint8_t *groups)
{
	memcpy(vm->reached_groups, groups, vm->frame->group_count);
	add_followers(vm, vm->reached_groups);
	for (uint32_t i = 0; i < vm->open_count; i++) {
		uint32_t v = vm->open[i];

		free[v] = vm->reached_groups[vm->variables[v].group];
	}
}

struct search {
	struct vm *vm;
	const struct row_diagram *diagram;
	uint8_t *free;                  /* variables that may change */
	uint8_t *groups;                /* groups that do */
	uint8_t *candidates;            /* groups: 0 no, else enum knowledge */
};

static bool differs(struct search *s)
{
	free_variables(s->vm, s->free, s->groups);
	return walk_differs(s->vm, s->diagram, s->free);
}

/* Does the rule depend on the group: on its variables alone? */
static bool depends_on(struct search *s, uint32_t group)
{
	for (uint32_t i = 0; i < s->vm->open_count; i++)
		s->free[s->vm->open[i]] = s->vm->variables[s->vm->open[i]].group == group;
	return walk_depends(s->vm, s->diagram, s->free);
}

static void choose(struct search *s, uint32_t group)
{
	memset(s->groups, 0, s->vm->frame->group_count);
	s->groups[group] = 1;
}

static bool has_followers(struct search *s, uint32_t group)
{
	choose(s, group);
	free_variables(s->vm, s->free, s->groups);
	for (uint32_t i = 0; i < s->vm->open_count; i++)
		if (s->free[s->vm->open[i]]
		    && s->vm->variables[s->vm->open[i]].group != group)
			return true;
	return false;
}

/* The groups that are not known and stand in the diagram where completions go. */
static bool find_candidates(struct search *s)
{
	const uint32_t *code = s->vm->program->code;
	uint32_t end = s->diagram->start + s->diagram->words;
	bool bad = false;

	memset(s->candidates, 0, s->vm->frame->group_count);
	memset(s->free, 0, s->vm->frame->variable_count);
	s->vm->open_count = 0;
	for (uint32_t at = s->diagram->start; at < end; at += 3 + code[at + 2]) {
		uint32_t variable = code[at + 1];

		if (!s->vm->seen[at - s->diagram->start]
		    || s->vm->class[variable] != CLASS_MANY)
			continue;
		if (!s->free[variable])
			s->vm->open[s->vm->open_count++] = variable;
		s->free[variable] = 1;
		s->candidates[s->vm->variables[variable].group] = s->vm->knowledge[variable];
		bad |= s->vm->knowledge[variable] == UNKNOWN_BAD;
	}
	return bad;
}

static void name_alone(struct search *s, struct vm_finding *finding, enum knowledge kind)
{
	uint32_t groups = s->vm->frame->group_count;

	for (uint32_t g = 0; g < groups; g++) {
		if (!s->candidates[g] || (kind == UNKNOWN_BAD && s->candidates[g] != kind))
			continue;
		choose(s, g);
		if (differs(s) && (!has_followers(s, g) || depends_on(s, g)))
			add_group(s->vm->named, &finding->named_count, MAX_NAMED, g);
	}
	finding->named = s->vm->named;
	if (finding->named_count)
		return;
	for (uint32_t g = 0; g < groups; g++)
		if (s->candidates[g] && (kind != UNKNOWN_BAD || s->candidates[g] == kind)
		    && depends_on(s, g))
			add_group(s->vm->named, &finding->named_count, MAX_NAMED, g);
}

/* May changing those that are bad change whether the rule fails? */
static bool bad_decide(struct search *s)
{
	uint32_t groups = s->vm->frame->group_count;

	for (uint32_t g = 0; g < groups; g++)
		if (s->candidates[g] == UNKNOWN_BAD && has_followers(s, g) && !depends_on(s, g))
			s->candidates[g] = 0;
	for (uint32_t g = 0; g < groups; g++)
		s->groups[g] = s->candidates[g] == UNKNOWN_BAD;
	return differs(s);
}

static void name_facts(struct vm *vm, struct vm_finding *finding, const struct row_diagram *diagram)
{
	struct search s = { vm, diagram, vm->free, vm->chosen, vm->candidates };
	bool error = find_candidates(&s) && bad_decide(&s);

	finding->result = error ? VM_ERROR : VM_UNKNOWN;
	name_alone(&s, finding, error ? UNKNOWN_BAD : UNKNOWN_MISSING);
}

/* Some facts are not known: the outcomes that completions reach. */
static void decide_many(struct vm *vm, struct vm_finding *finding, const struct check_plan *plan)
{
	const struct row_diagram *diagram = plan->diagram;
	const struct leaf_plan *worst = NULL;
	bool fails = false, others = false;

	for (uint32_t i = 0; i < diagram->leaf_count; i++) {
		const struct row_leaf *leaf = &vm->program->leaf[diagram->first_leaf + i];

		if (!vm->leaf_seen[i] || leaf->kind == CODE_LEAF_CONFLICT)
			continue;
		fails |= leaf->outcome == CODE_FAIL;
		others |= leaf->outcome != CODE_FAIL;
		if (!worst || plan->leaves[i].result < worst->result)
			worst = &plan->leaves[i];
	}
	if (!worst)
		finding->result = VM_ERROR;
	else if (fails && others)
		name_facts(vm, finding, diagram);
	else
		take_leaf(finding, worst);
}

/* Cautions walk diagrams too: what the rule rests on is put aside. */
static void keep_trail(struct vm *vm, struct vm_finding *finding)
{
	memcpy(vm->kept, vm->trail, vm->trail_count * sizeof *vm->trail);
	finding->asked = vm->kept;
}

static void find_cautions(struct vm *vm, struct vm_finding *finding, const struct row_check *check)
{
	for (uint32_t i = 0; i < check->caution_count && finding->caution_count < MAX_NAMED; i++) {
		uint32_t row = check->first_caution + i;
		const struct row_diagram *diagram =
			&vm->program->diagram[vm->program->caution[row].diagram];
		uint32_t reached = walk_diagram(vm, diagram);
		bool yes = false, no = false;

		for (uint32_t l = 0; l < diagram->leaf_count; l++) {
			const struct row_leaf *leaf = &vm->program->leaf[diagram->first_leaf + l];

			if (leaf->kind != CODE_LEAF_VALUE
			    || (reached == MANY_LEAVES ? !vm->leaf_seen[l] : reached != l))
				continue;
			yes |= vm->program->constants[leaf->value] != 0;
			no |= vm->program->constants[leaf->value] == 0;
		}
		if (yes && !no)
			vm->cautions[finding->caution_count++] = row;
	}
	finding->cautions = vm->cautions;
}

static void decide_selected(struct vm *vm, struct vm_finding *finding,
                            const struct check_plan *plan)
{
	uint32_t leaf = walk_diagram(vm, plan->diagram);

	finding->asked = vm->trail;
	finding->asked_count = vm->trail_count;
	if (leaf == MANY_LEAVES)
		decide_many(vm, finding, plan);
	else
		take_leaf(finding, &plan->leaves[leaf]);
	if (plan->has_cautions) {
		keep_trail(vm, finding);
		find_cautions(vm, finding, plan->row);
	}
}

void decide_check(struct vm *vm, uint32_t index)
{
	const struct check_plan *plan = &vm->frame_plans[index];
	struct vm_finding *finding = &vm->finding;

	if (plan->place && vm->reach[plan->place] == REACH_ABSENT)
		return;
	finding->check = vm->frame->first_check + index;
	finding->record = vm->record;
	finding->clause = NULL;
	finding->named_count = finding->caution_count = finding->asked_count = 0;
	if (plan->selected)
		decide_selected(vm, finding, plan);
	else
		finding->result = VM_NOTSELECTED;
	if (vm->options.on_finding)
		vm->options.on_finding(vm, finding, vm->options.user);
}
