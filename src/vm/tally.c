/* SPDX-License-Identifier: Apache-2.0 */
/* tally.c - what is kept of the stream: joint truth vectors, sums, witnesses.
 *
 * The state of joint conditions is the set of truth vectors that the fleet so far can have; a record adds
 * the set that its completions allow; sets are combined by OR of their members, pairwise, which is
 * commutative and associative.
 */
#include "vm/machine.h"

static void direction(const struct vm *vm, uint32_t tally, struct tally_state *state)
{
	const struct row_diagram *diagram =
		&vm->program->diagram[vm->program->tally[tally].diagram];

	for (uint32_t i = 0; i < diagram->leaf_count; i++) {
		const struct row_leaf *leaf = &vm->program->leaf[diagram->first_leaf + i];

		if (leaf->kind != CODE_LEAF_TALLY)
			continue;
		state->rises |= vm->program->constants[leaf->value] > 0;
		state->falls |= vm->program->constants[leaf->value] < 0;
	}
}

void tally_start(struct vm *vm)
{
	vm->tallies = arena_array(vm->arena, vm->program->tally_count + 1, sizeof *vm->tallies);
	for (uint32_t i = 0; i < vm->program->tally_count; i++) {
		vm->tallies[i].vectors = 1;
		if (vm->program->tally[i].kind == TALLY_SUM)
			direction(vm, i, &vm->tallies[i]);
	}
}

uint32_t tally_join(uint32_t a, uint32_t b)
{
	uint32_t result = 0;

	for (uint32_t x = 0; x < 8; x++)
		for (uint32_t y = 0; y < 8 && a >> x & 1; y++)
			if (b >> y & 1)
				result |= 1u << (x | y);
	return result;
}

static void add_joint(struct vm *vm, struct tally_state *state, uint32_t vectors, uint32_t all)
{
	if (vectors == 0)
		vectors = all;
	if (!(vectors & 1))
		witness_add(&state->witnesses, vm->arena, vm->record->key);
	if (vectors != 1)
		state->vectors = tally_join(state->vectors, vectors);
}

static void add_sum(struct vm *vm, struct tally_state *state, int64_t least, int64_t greatest)
{
	state->least += least;
	state->greatest += greatest;
	if (state->falls ? greatest < 0 : least > 0)
		witness_add(&state->witnesses, vm->arena, vm->record->key);
}

struct seen {
	uint32_t vectors;
	int64_t least, greatest;
	bool any;
};

static void see_leaf(const struct vm *vm, struct seen *seen, const struct row_leaf *leaf, bool joint)
{
	int64_t weight;

	if (leaf->kind != CODE_LEAF_TALLY)
		return;
	if (joint) {
		seen->vectors |= 1u << leaf->value;
		return;
	}
	weight = vm->program->constants[leaf->value];
	seen->least = !seen->any || weight < seen->least ? weight : seen->least;
	seen->greatest = !seen->any || weight > seen->greatest ? weight : seen->greatest;
	seen->any = true;
}

static void see_all(const struct vm *vm, struct seen *seen, const struct row_diagram *diagram,
                    bool joint)
{
	for (uint32_t i = 0; i < diagram->leaf_count; i++)
		see_leaf(vm, seen, &vm->program->leaf[diagram->first_leaf + i], joint);
}

void tally_add(struct vm *vm, uint32_t tally, const struct row_diagram *diagram)
{
	const struct row_tally *row = &vm->program->tally[tally];
	bool joint = row->kind == TALLY_JOINT;
	uint32_t reached = walk_diagram(vm, diagram);
	struct seen seen = { 0 };

	for (uint32_t i = 0; i < diagram->leaf_count; i++)
		if (reached == MANY_LEAVES ? vm->leaf_seen[i] : reached == i)
			see_leaf(vm, &seen, &vm->program->leaf[diagram->first_leaf + i], joint);
	if (!joint && !seen.any)
		see_all(vm, &seen, diagram, joint);
	if (joint)
		add_joint(vm, &vm->tallies[tally], seen.vectors, (1u << (1u << row->bits)) - 1);
	else
		add_sum(vm, &vm->tallies[tally], seen.least, seen.greatest);
}

uint64_t tally_vectors(const struct vm *vm, uint32_t tally)
{
	uint32_t all = (1u << (1u << vm->program->tally[tally].bits)) - 1;

	if (vm->options.complete)
		return vm->tallies[tally].vectors;
	return tally_join(vm->tallies[tally].vectors, all);
}

void tally_bounds(const struct vm *vm, uint32_t tally, int64_t *least, int64_t *greatest)
{
	const struct tally_state *state = &vm->tallies[tally];

	*least = state->falls && !vm->options.complete ? INT64_MIN : state->least;
	*greatest = state->rises && !vm->options.complete ? INT64_MAX : state->greatest;
}

uint32_t vm_witnesses(const struct vm *vm, uint32_t tally, const struct text **keys)
{
	*keys = vm->tallies[tally].witnesses.keys;
	return vm->tallies[tally].witnesses.count;
}

/* --- handing over ------------------------------------------------------ */

struct vm_seen {
	struct tally_state *tallies;
};

static void merge(struct tally_state *into, struct arena *arena, const struct tally_state *from)
{
	into->vectors = tally_join(into->vectors, from->vectors);
	into->least += from->least;
	into->greatest += from->greatest;
	witness_merge(&into->witnesses, arena, &from->witnesses);
}

const struct vm_seen *vm_take_seen(struct vm *vm, struct arena *arena)
{
	uint32_t count = vm->program->tally_count;
	struct vm_seen *seen = arena_alloc(arena, sizeof *seen);

	seen->tallies = arena_array(arena, count + 1, sizeof *seen->tallies);
	for (uint32_t i = 0; i < count; i++) {
		seen->tallies[i].vectors = 1;
		merge(&seen->tallies[i], arena, &vm->tallies[i]);
		vm->tallies[i].vectors = 1;
		vm->tallies[i].least = vm->tallies[i].greatest = 0;
		vm->tallies[i].witnesses.count = 0;
	}
	return seen;
}

void vm_add_seen(struct vm *vm, const struct vm_seen *seen)
{
	for (uint32_t i = 0; i < vm->program->tally_count; i++)
		merge(&vm->tallies[i], vm->arena, &seen->tallies[i]);
}
