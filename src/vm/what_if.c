/* SPDX-License-Identifier: Apache-2.0 */
#include "vm/what_if.h"

#include "code/setters.h"
#include "vm/machine.h"

static uint64_t all_values(const struct vm *vm, uint32_t variable)
{
	uint32_t size = vm->variables[variable].size;

	return size >= 64 ? UINT64_MAX : (UINT64_C(1) << size) - 1;
}

/* Each node of the diagram: the word where it begins. */
#define EACH_NODE(w, at)                                                              \
	(uint32_t at = (w)->diagram->start; at < (w)->diagram->start + (w)->diagram->words; \
	 at += 3 + (w)->vm->code[at + 2])

void what_if_begin_diagram(struct what_if *w, struct arena *arena, const struct vm *vm,
                           uint32_t diagram)
{
	*w = (struct what_if){ .arena = arena, .vm = vm,
	                       .diagram = &vm->program->diagram[diagram] };
	w->setters = setters_find(vm->program, vm->frame, arena);
	w->allow = arena_array(arena, vm->frame->variable_count + 1, sizeof *w->allow);
	w->asked = arena_alloc(arena, vm->frame->variable_count + 1);
	w->freed = arena_alloc(arena, vm->frame->group_count + 1);
	for EACH_NODE(w, at)
		w->asked[vm->code[at + 1]] = 1;
	what_if_reset(w);
}

void what_if_begin(struct what_if *w, struct arena *arena, const struct vm *vm, uint32_t check)
{
	what_if_begin_diagram(w, arena, vm, vm->program->check[check].diagram);
}

void what_if_reset(struct what_if *w)
{
	const struct vm *vm = w->vm;

	memset(w->freed, 0, vm->frame->group_count);
	for (uint32_t v = 0; v < vm->frame->variable_count; v++)
		w->allow[v] = w->asked[v] ? what_if_now(w, v) : all_values(vm, v);
}

uint64_t what_if_now(const struct what_if *w, uint32_t variable)
{
	if (w->vm->class[variable] == CLASS_MANY)
		return w->vm->allow[variable];
	return UINT64_C(1) << w->vm->class[variable];
}

bool what_if_is_binding(const struct what_if *w, uint32_t variable)
{
	return w->setters[variable] && w->setters[variable][0] == OP_OPEN;
}

/* --- what follows --- */

/* Is the base reached through the reference behind the group? */
static bool is_behind(const struct vm *vm, uint32_t base, const struct row_group *group)
{
	const struct row_base *rows = vm->program->base + vm->frame->first_base;

	while (rows[base].kind == CODE_BASE_STEP || rows[base].kind == CODE_BASE_ELEMENT) {
		if (rows[base].parent == group->base && rows[base].slot == group->slot)
			return true;
		base = rows[base].parent;
	}
	return false;
}

static bool is_fact(const struct row_group *row)
{
	return row->kind == GROUP_FACT || row->kind == GROUP_DERIVED;
}

static bool links_to_freed(const struct what_if *w, const struct row_group *row)
{
	for (uint32_t i = 0; i < row->link_count; i++)
		if (w->freed[w->vm->program->link[row->first_link + i].group])
			return true;
	return false;
}

static bool is_in_conflict(const struct vm *vm, uint32_t base, uint32_t slot)
{
	return !base_is_of_element(vm, base) && vm->bases[base][slot].state == STATE_CONFLICT;
}

bool what_if_follows(const struct what_if *w, uint32_t group, uint32_t from)
{
	const struct vm *vm = w->vm;
	const struct row_group *row = &vm->groups[group], *of = &vm->groups[from];

	if (group == from)
		return false;
	if (is_fact(row) && is_fact(of) && is_behind(vm, row->base, of))
		return true;
	if (row->kind == GROUP_FACT
	    || (row->kind == GROUP_DERIVED && is_in_conflict(vm, row->base, row->slot)))
		return false;
	for (uint32_t i = 0; i < row->link_count; i++)
		if (vm->program->link[row->first_link + i].group == from)
			return true;
	return false;
}

/* Free what follows from the groups freed so far; false when nothing did. */
static bool free_more(struct what_if *w, uint32_t from)
{
	const struct vm *vm = w->vm;
	bool grown = false;

	for (uint32_t g = 0; g < vm->frame->group_count; g++) {
		const struct row_group *row = &vm->groups[g];
		bool follows = what_if_follows(w, g, from);

		if (w->freed[g])
			continue;
		if (row->kind == GROUP_ATOM
		    || (row->kind == GROUP_DERIVED && !is_in_conflict(vm, row->base, row->slot)))
			follows = follows || links_to_freed(w, row);
		grown |= follows;
		w->freed[g] = follows;
	}
	return grown;
}

/* Is it a fact whose value follows from others, by its derivation or since an invariant left no other? */
static bool is_bound(const struct what_if *w, uint32_t variable)
{
	const struct vm *vm = w->vm;
	const struct row_group *row = &vm->groups[vm->variables[variable].group];

	return row->kind == GROUP_DERIVED && !what_if_is_binding(w, variable)
	    && !base_is_of_element(vm, row->base) && !is_in_conflict(vm, row->base, row->slot)
	    && !(vm->bases[row->base][row->slot].flags & VALUE_GIVEN);
}

/* Derivations and invariants restrict what is free now; those in conflict never do. */
void what_if_loosen(struct what_if *w)
{
	for (uint32_t v = 0; v < w->vm->frame->variable_count; v++) {
		const uint32_t *setter = w->setters[v];

		if (!w->asked[v] || !setter)
			continue;
		if (what_if_is_binding(w, v) && !is_in_conflict(w->vm, setter[2], setter[3]))
			w->allow[v] = 2;
		else if (is_bound(w, v))
			w->allow[v] = all_values(w->vm, v);
	}
}

bool what_if_is_freed(const struct what_if *w, uint32_t variable)
{
	return w->freed[w->vm->variables[variable].group] && !what_if_is_binding(w, variable);
}

static void allow_freed(struct what_if *w)
{
	for (uint32_t v = 0; v < w->vm->frame->variable_count; v++)
		if (what_if_is_freed(w, v))
			w->allow[v] = all_values(w->vm, v);
	what_if_loosen(w);
}

void what_if_free_alone(struct what_if *w, uint32_t group)
{
	w->freed[group] = 1;
	allow_freed(w);
}

void what_if_free(struct what_if *w, uint32_t group)
{
	w->freed[group] = 1;
	while (free_more(w, group))
		;
	allow_freed(w);
}

bool what_if_choose(struct what_if *w, uint32_t group, uint32_t word)
{
	bool asked = false;

	what_if_free(w, group);
	for (uint32_t v = 0; v < w->vm->frame->variable_count; v++) {
		const uint32_t *setter = w->setters[v];

		if (!w->asked[v] || w->vm->variables[v].group != group || !setter)
			continue;
		if (setter[0] == OP_OPEN)
			w->allow[v] = 1;
		if (setter[0] != OP_WORDS || word >= setter[4])
			continue;
		w->allow[v] = UINT64_C(1) << w->vm->maps[setter[5] + word];
		asked = true;
	}
	return asked;
}

uint32_t what_if_groups(const struct what_if *w, const uint32_t **groups)
{
	const struct vm *vm = w->vm;
	uint8_t *seen = arena_alloc(w->arena, vm->frame->group_count + 1);
	uint32_t *list = arena_array(w->arena, vm->frame->group_count + 1, sizeof *list);
	uint32_t count = 0;

	for (uint32_t v = 0; v < vm->frame->variable_count; v++) {
		uint32_t group = vm->variables[v].group;

		if (!w->asked[v] || seen[group] || what_if_is_binding(w, v))
			continue;
		seen[group] = 1;
		list[count++] = group;
	}
	*groups = list;
	return count;
}

/* --- reading the diagram --- */

/* Which leaves can be reached, a byte for each. */
static const uint8_t *reach_leaves(const struct what_if *w)
{
	const uint32_t *code = w->vm->code;
	uint8_t *seen = arena_alloc(w->arena, w->diagram->words + 1);
	uint8_t *leaves = arena_alloc(w->arena, w->diagram->leaf_count + 1);

	if (w->diagram->entry & CODE_LEAF)
		leaves[w->diagram->entry & ~CODE_LEAF] = 1;
	else
		seen[w->diagram->entry - w->diagram->start] = 1;
	for EACH_NODE(w, at) {
		for (uint32_t i = 0; i < code[at + 2] && seen[at - w->diagram->start]; i++) {
			uint32_t target = code[at + 3 + i];

			if (!(w->allow[code[at + 1]] >> i & 1))
				continue;
			if (target & CODE_LEAF)
				leaves[target & ~CODE_LEAF] = 1;
			else
				seen[target - w->diagram->start] = 1;
		}
	}
	return leaves;
}

uint32_t what_if_results(const struct what_if *w, uint8_t *clauses)
{
	const uint8_t *leaves = reach_leaves(w);
	uint32_t results = 0;

	for (uint32_t i = 0; i < w->diagram->leaf_count; i++) {
		const struct row_leaf *row = &w->vm->program->leaf[w->diagram->first_leaf + i];

		if (!leaves[i] || row->kind != CODE_LEAF_OUTCOME)
			continue;
		results |= 1u << outcome_result(row->outcome);
		if (clauses && row->clause)
			clauses[row->clause - 1] = 1;
	}
	return results;
}

bool what_if_holds(const struct what_if *w)
{
	const uint8_t *leaves = reach_leaves(w);
	bool yes = false, no = false;

	for (uint32_t i = 0; i < w->diagram->leaf_count; i++) {
		const struct row_leaf *row = &w->vm->program->leaf[w->diagram->first_leaf + i];

		if (!leaves[i] || row->kind != CODE_LEAF_VALUE)
			continue;
		yes |= w->vm->constants[row->value] != 0;
		no |= w->vm->constants[row->value] == 0;
	}
	return yes && !no;
}

/* --- as conditions --- */

enum { RESIDUAL_LIMIT = 50000 };

static struct space *new_space(const struct what_if *w)
{
	const struct vm *vm = w->vm;
	uint8_t *sizes = arena_alloc(w->arena, vm->frame->variable_count + 1);

	for (uint32_t v = 0; v < vm->frame->variable_count; v++)
		sizes[v] = (uint8_t)(vm->variables[v].size ? vm->variables[v].size : 1);
	return space_new(w->arena, sizes, vm->frame->variable_count, RESIDUAL_LIMIT);
}

/* A way that is being followed: to these results. */
struct way {
	const struct what_if *w;
	struct space *space;
	uint32_t results;
	space_ref *refs;                /* by word of the diagram: of the node there */
};

static space_ref target_ref(const struct way *way, uint32_t target)
{
	const struct what_if *w = way->w;
	const struct row_leaf *leaf;

	if (!(target & CODE_LEAF))
		return way->refs[target - w->diagram->start];
	leaf = &w->vm->program->leaf[w->diagram->first_leaf + (target & ~CODE_LEAF)];
	if (leaf->kind != CODE_LEAF_OUTCOME)
		return SPACE_NO;
	return way->results >> outcome_result(leaf->outcome) & 1 ? SPACE_YES : SPACE_NO;
}

static space_ref node_ref(const struct way *way, const uint32_t *node)
{
	uint64_t allow = way->w->allow[node[1]];
	space_ref children[SPACE_MAX_SIZE];

	if (allow && (allow & (allow - 1)) == 0)
		return target_ref(way, node[3 + (uint32_t)__builtin_ctzll(allow)]);
	for (uint32_t i = 0; i < node[2]; i++)
		children[i] = allow >> i & 1 ? target_ref(way, node[3 + i]) : SPACE_NO;
	return space_node(way->space, node[1], children);
}

/* Nodes lead forward only: from the last to the first, children are there before their parents. */
static space_ref follow(const struct what_if *w, struct space *space, uint32_t results)
{
	struct way way = { w, space, results, NULL };
	uint32_t *nodes = arena_array(w->arena, w->diagram->nodes + 1, sizeof *nodes);
	uint32_t count = 0;

	way.refs = arena_array(w->arena, w->diagram->words + 1, sizeof *way.refs);
	for EACH_NODE(w, at)
		nodes[count++] = at;
	while (count-- > 0)
		way.refs[nodes[count] - w->diagram->start] =
			node_ref(&way, w->vm->code + nodes[count]);
	return target_ref(&way, w->diagram->entry);
}

void residual_begin(const struct what_if *w, uint32_t results, struct space *space,
                    struct residual *r)
{
	*r = (struct residual){ .space = space ? space : new_space(w),
	                        .variables = w->vm->frame->variable_count };
	r->yes = follow(w, r->space, results);
	r->no = follow(w, r->space, ~results);
}
