/* SPDX-License-Identifier: Apache-2.0 */
/* ops.h - one function for each instruction of ops.def that reaches records or computes variables; those of
 * the stack are in stack.h. Private to this room; included by loop.c.
 *
 * `o` points at the operands. Each function leaves vm as the row in ops.def says.
 */
#ifndef VM_OPS_H
#define VM_OPS_H

#include "vm/fetch.h"

/* --- records --- */

/* Of a record of the base's entity of which nothing is known. */
static inline const struct value *blank_values(const struct vm *vm, uint32_t base)
{
	const struct row_base *row = &vm->program->base[vm->frame->first_base + base];

	return vm->model->entities[row->entity - 1]->blank->values;
}

static inline void op_BASE(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);

	if (value->state == STATE_PRESENT) {
		vm->bases[o[0]] = value->as.record->values;
		vm->reach[o[0]] = REACH_THERE;
	} else if (value->state == STATE_ABSENT) {
		vm->bases[o[0]] = vm->absent;
		vm->reach[o[0]] = REACH_ABSENT;
	} else {
		vm->bases[o[0]] = blank_values(vm, o[0]);
		vm->reach[o[0]] = is_bad(value) || vm->reach[o[1]] == REACH_BAD
			? REACH_BAD : REACH_MISSING;
	}
}

static inline void op_STEP(struct vm *vm, const uint32_t *o)
{
	op_BASE(vm, o);
	if (vm->reach[o[0]] >= REACH_MISSING)
		note_fact(vm, o[1], fetch(vm, o[1], o[2]), o[3]);
	vm->noted[o[0]] = true;
}

static inline void op_CONTEXT(struct vm *vm, const uint32_t *o)
{
	const struct entity *entity = vm->model->entities[o[1]];
	const struct record *record = world_find(vm->world, entity, TEXT(""));

	vm->bases[o[0]] = record ? record->values : entity->blank->values;
	vm->reach[o[0]] = REACH_THERE;
}

/* --- the subject's own derived facts --- */

static inline void op_DERIVE(struct vm *vm, const uint32_t *o)
{
	if (vm->parts & RUN_DERIVE)
		derive_fact(vm, o[0], &vm->program->diagram[o[1]]);
}

static inline void op_BIND(struct vm *vm, const uint32_t *o)
{
	if (vm->parts & RUN_DERIVE)
		derive_invariant(vm, o[0], &vm->program->diagram[o[1]]);
}

static inline void op_MARK(struct vm *vm, const uint32_t *o)
{
	const struct value *invariant = &vm->record->values[o[0]];

	if (vm->parts & RUN_DERIVE && invariant->state == STATE_CONFLICT)
		vm->record->values[o[1]] = value_in_state(STATE_CONFLICT,
		                                          invariant->as.text);
}

/* --- variables --- */

static inline uint32_t region_of(const int64_t *constants, uint32_t count, int64_t number)
{
	uint32_t i = 0;

	while (i < count && number > constants[i])
		i++;
	return 2 * i + (i < count && number == constants[i]);
}

static inline void set_fact(struct vm *vm, const uint32_t *o, const struct value *value,
                            uint32_t region, uint32_t absent, uint32_t map)
{
	if (value->state == STATE_PRESENT)
		set_class(vm, o[0], vm->maps[map + region]);
	else if (value->state == STATE_ABSENT)
		set_class(vm, o[0], vm->maps[map + absent]);
	else
		set_many(vm, o[0], o[1], value);
}

static inline void op_RANGE(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);
	uint32_t region = 0;

	if (value->state == STATE_PRESENT)
		region = region_of(vm->constants + o[4], o[5],
		                   o[3] ? function_value(value, o[3]) : value->as.number);
	set_fact(vm, o, value, region, 2 * o[5] + 1, o[6]);
}

static inline void op_NOW(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);
	uint32_t region = 0;

	if (value->state == STATE_PRESENT)
		region = region_of(vm->constants + o[3], o[4],
		                   time_less(value->as.number, vm->options.now));
	set_fact(vm, o, value, region, 2 * o[4] + 1, o[5]);
}

static inline void op_WORDS(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);

	set_fact(vm, o, value, (uint32_t)value->as.number, o[3], o[4]);
}

static inline void op_TEXT(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);
	uint32_t region = 0;

	if (value->state == STATE_PRESENT)
		while (region < o[4] && !text_equal(value_as_text(value),
		       program_text(vm->program,
		                    (uint32_t)vm->constants[o[3] + region])))
			region++;
	set_fact(vm, o, value, region, o[4] + 1, o[5]);
}

static inline void set_truth(struct vm *vm, const uint32_t *o, const struct value *value, bool truth)
{
	if (value->state == STATE_PRESENT)
		set_class(vm, o[0], truth);
	else if (value->state == STATE_ABSENT)
		set_class(vm, o[0], 0);
	else
		set_many(vm, o[0], o[1], value);
}

static inline void op_MATCH(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);

	set_truth(vm, o, value, value->state == STATE_PRESENT
		&& match_text((enum pattern)o[3], value_as_text(value),
		              program_text(vm->program, o[4])));
}

static inline void op_MADE(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);

	set_truth(vm, o, value, value->state == STATE_PRESENT
		&& characters_make(o[3], value_as_text(value)));
}

static inline void op_MEMBER(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);

	set_truth(vm, o, value, value->as.number >> o[3] & 1);
}

static inline bool list_holds(const struct value *value, struct text text)
{
	const struct list *list = value->as.list;

	for (uint32_t i = 0; list && i < list->count; i++)
		if (list->items[i].state == STATE_PRESENT
		    && text_equal(value_as_text(&list->items[i]), text))
			return true;
	return false;
}

static inline void op_HOLDS(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);

	set_truth(vm, o, value, value->state == STATE_PRESENT
		&& list_holds(value, program_text(vm->program, o[3])));
}

static inline void op_PRESENT(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);

	if (value->state == STATE_UNDECODABLE || value->state == STATE_DUPLICATE)
		set_class(vm, o[0], 1);
	else
		set_truth(vm, o, value, true);
}

static inline void op_OPEN(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);

	set_class(vm, o[0], value->flags & VALUE_OPEN ? 1 : 0);
}

static inline void op_FLEET(struct vm *vm, const uint32_t *o)
{
	uint64_t vectors = tally_vectors(vm, o[1]);

	if (vectors && (vectors & (vectors - 1)) == 0) {
		set_class(vm, o[0], (uint32_t)__builtin_ctzll(vectors));
		return;
	}
	vm->class[o[0]] = CLASS_MANY;
	vm->allow[o[0]] = vectors;
	vm->knowledge[o[0]] = UNKNOWN_MISSING;
}

static inline void op_SUM(struct vm *vm, const uint32_t *o)
{
	int64_t least, greatest, bound = vm->constants[o[2]];

	tally_bounds(vm, o[1], &least, &greatest);
	if (least >= bound || greatest < bound) {
		set_class(vm, o[0], least >= bound);
		return;
	}
	vm->class[o[0]] = CLASS_MANY;
	vm->allow[o[0]] = 3;
	vm->knowledge[o[0]] = UNKNOWN_MISSING;
}

static inline void op_TALLY(struct vm *vm, const uint32_t *o)
{
	if (vm->parts & RUN_CHECK)
		tally_add(vm, o[0], &vm->program->diagram[o[1]]);
}

static inline void op_CHECK(struct vm *vm, const uint32_t *o)
{
	if (vm->parts & RUN_CHECK)
		decide_check(vm, o[0]);
}

#endif
