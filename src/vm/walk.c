/* SPDX-License-Identifier: Apache-2.0 */
/* walk.c - diagrams, with all facts known or with some not.
 *
 * A node is three words, TEST, variable, number of targets, and its targets, which are later
 * nodes or leaves. As long as each variable has one value, one path is followed. Otherwise
 * all nodes that completions reach are marked, in one pass, since jumps only go forward.
 */
#include "vm/machine.h"

static uint64_t allowed(const struct vm *vm, uint32_t variable)
{
	if (vm->class[variable] != CLASS_MANY)
		return UINT64_C(1) << vm->class[variable];
	return vm->allow[variable];
}

static void mark_target(struct vm *vm, const struct row_diagram *diagram, uint32_t target)
{
	if (target & CODE_LEAF)
		vm->leaf_seen[target & ~CODE_LEAF] = 1;
	else
		vm->seen[target - diagram->start] = 1;
}

/* Is something known of the variable: its value, or that some can't be? */
static bool is_informed(const struct vm *vm, uint32_t variable)
{
	uint32_t size = vm->variables[variable].size;

	return vm->class[variable] != CLASS_MANY
	    || (size < 64 && vm->allow[variable] != (UINT64_C(1) << size) - 1);
}

void walk_all(struct vm *vm, const struct row_diagram *diagram)
{
	const uint32_t *code = vm->program->code;
	uint32_t end = diagram->start + diagram->words;

	memset(vm->seen, 0, diagram->words);
	memset(vm->leaf_seen, 0, diagram->leaf_count);
	mark_target(vm, diagram, diagram->entry);
	vm->trail_count = 0;
	for (uint32_t at = diagram->start; at < end; at += 3 + code[at + 2]) {
		uint64_t values;

		if (!vm->seen[at - diagram->start])
			continue;
		if (is_informed(vm, code[at + 1]))
			vm->trail[vm->trail_count++] = code[at + 1];
		values = allowed(vm, code[at + 1]);
		for (uint32_t v = 0; v < code[at + 2]; v++)
			if (values >> v & 1)
				mark_target(vm, diagram, code[at + 3 + v]);
	}
}

/* Pairs of nodes that two completions reach together. A leaf is numbered after the nodes. */
struct pairs {
	struct vm *vm;
	const struct row_diagram *diagram;
	const uint8_t *free;
	bool leaves;                    /* do any two leaves differ, also a conflict from another? */
	bool differs;
};

static bool is_fail(const struct pairs *p, uint32_t target)
{
	const struct row_leaf *leaf = &p->vm->program->leaf[p->diagram->first_leaf
		+ (target & ~CODE_LEAF)];

	return leaf->kind == CODE_LEAF_OUTCOME && leaf->outcome == CODE_FAIL;
}

static bool is_conflict(const struct pairs *p, uint32_t target)
{
	return p->vm->program->leaf[p->diagram->first_leaf + (target & ~CODE_LEAF)].kind
		== CODE_LEAF_CONFLICT;
}

static uint32_t ordinal(const struct pairs *p, uint32_t target)
{
	if (target & CODE_LEAF)
		return p->diagram->nodes + (target & ~CODE_LEAF);
	return p->vm->ordinals[target - p->diagram->start];
}

static void meet(struct pairs *p, uint32_t a, uint32_t b)
{
	uint64_t size = p->diagram->nodes + p->diagram->leaf_count;
	uint64_t x, y;

	if (a & b & CODE_LEAF) {
		p->differs |= p->leaves ? a != b : is_fail(p, a) != is_fail(p, b);
		return;
	}
	x = ordinal(p, a);
	y = ordinal(p, b);
	x = x < y ? x * size + y : y * size + x;
	p->vm->pairs[x / 64] |= UINT64_C(1) << x % 64;
}

static uint32_t variable_at(const struct pairs *p, uint32_t target)
{
	return target & CODE_LEAF ? UINT32_MAX : p->vm->code[target + 1];
}

/* Where a node leads for one value of a variable, its own or a later one's. */
static uint32_t step(const struct pairs *p, uint32_t target, uint32_t variable, uint32_t value)
{
	if (variable_at(p, target) != variable)
		return target;
	return p->vm->code[target + 3 + value];
}

static bool leads_on(const struct pairs *p, uint32_t target)
{
	return p->leaves || !(target & CODE_LEAF) || !is_conflict(p, target);
}

/* The different places that a node leads to for the values allowed, conflicts left out. */
static uint32_t list_steps(const struct pairs *p, uint32_t node, uint32_t variable,
                           uint32_t steps[64])
{
	uint64_t values = allowed(p->vm, variable);
	uint32_t count = 0;

	for (; values; values &= values - 1) {
		uint32_t target = step(p, node, variable, (uint32_t)__builtin_ctzll(values));
		uint32_t i = 0;

		while (i < count && steps[i] != target)
			i++;
		if (i == count && leads_on(p, target))
			steps[count++] = target;
	}
	return count;
}

static void expand_free(struct pairs *p, uint32_t a, uint32_t b, uint32_t variable)
{
	uint32_t from_a[64], from_b[64];
	uint32_t m = list_steps(p, a, variable, from_a);
	uint32_t n = list_steps(p, b, variable, from_b);

	for (uint32_t i = 0; i < m; i++)
		for (uint32_t j = 0; j < n; j++)
			meet(p, from_a[i], from_b[j]);
}

static void expand(struct pairs *p, uint32_t a, uint32_t b)
{
	uint32_t x = variable_at(p, a), y = variable_at(p, b);
	uint32_t variable = x < y ? x : y;
	uint64_t values = allowed(p->vm, variable);

	if (p->free[variable]) {
		expand_free(p, a, b, variable);
		return;
	}
	for (; values; values &= values - 1) {
		uint32_t v = (uint32_t)__builtin_ctzll(values);
		uint32_t s = step(p, a, variable, v), t = step(p, b, variable, v);

		if (leads_on(p, s) && leads_on(p, t))
			meet(p, s, t);
	}
}

static void number_nodes(struct vm *vm, const struct row_diagram *diagram)
{
	const uint32_t *code = vm->program->code;
	uint32_t end = diagram->start + diagram->words, n = 0;

	for (uint32_t at = diagram->start; at < end; at += 3 + code[at + 2])
		vm->ordinals[at - diagram->start] = n, vm->addresses[n++] = at;
	for (uint32_t leaf = 0; leaf < diagram->leaf_count; leaf++)
		vm->addresses[n++] = CODE_LEAF | leaf;
}

/* Steps lead to later nodes only, so one pass over the pairs in order meets them all. */
static bool walk_pairs(struct vm *vm, const struct row_diagram *diagram, const uint8_t *free,
                       bool leaves)
{
	struct pairs p = { vm, diagram, free, leaves, false };
	uint64_t size = diagram->nodes + diagram->leaf_count;
	uint64_t words = (size * size + 63) / 64;

	number_nodes(vm, diagram);
	memset(vm->pairs, 0, (size_t)words * sizeof *vm->pairs);
	meet(&p, diagram->entry, diagram->entry);
	for (uint64_t w = 0; w < words && !p.differs; w++)
		while (vm->pairs[w] && !p.differs) {
			uint64_t bit = w * 64 + (uint64_t)__builtin_ctzll(vm->pairs[w]);

			vm->pairs[w] &= vm->pairs[w] - 1;
			expand(&p, vm->addresses[bit / size], vm->addresses[bit % size]);
		}
	return p.differs;
}

bool walk_differs(struct vm *vm, const struct row_diagram *diagram, const uint8_t *free)
{
	return walk_pairs(vm, diagram, free, false);
}

bool walk_depends(struct vm *vm, const struct row_diagram *diagram, const uint8_t *free)
{
	return walk_pairs(vm, diagram, free, true);
}
