/* SPDX-License-Identifier: Apache-2.0 */
/* loop.c - the loop, made from ops.def. Programs are verified, so it has no checks. */
#include <assert.h>

#include "vm/ops.h"
#include "vm/stack.h"

void set_many(struct vm *vm, uint32_t variable, uint32_t base, const struct value *value)
{
	const struct row_variable *row = &vm->variables[variable];
	uint64_t all = row->size == 64 ? UINT64_MAX : (UINT64_C(1) << row->size) - 1;
	bool there = value->state == STATE_UNDECODABLE || value->state == STATE_DUPLICATE;

	if (there && row->absent)
		all &= ~(UINT64_C(1) << (row->absent - 1));
	vm->allow[variable] = all;
	vm->knowledge[variable] = is_bad(value) || vm->reach[base] == REACH_BAD
		? UNKNOWN_BAD : UNKNOWN_MISSING;
	vm->class[variable] = CLASS_MANY;
	if ((all & (all - 1)) == 0)
		set_class(vm, variable, (uint32_t)__builtin_ctzll(all));
}

static void set_element(struct vm *vm, const struct loop *loop)
{
	const struct value *item = &loop->list->items[loop->index];
	const struct row_base *row = &vm->program->base[vm->frame->first_base + loop->base];

	vm->reach[loop->base] = REACH_THERE;
	if (row->entity == 0) {
		vm->bases[loop->base] = item;
	} else if (item->state == STATE_PRESENT) {
		vm->bases[loop->base] = item->as.record->values;
	} else {
		vm->bases[loop->base] = vm->model->entities[row->entity - 1]->blank->values;
		vm->reach[loop->base] = is_bad(item) ? REACH_BAD : REACH_MISSING;
	}
}

/* Begin a loop; the result is where to go on. */
static uint32_t begin_loop(struct vm *vm, uint32_t at)
{
	const uint32_t *o = &vm->program->code[at + 1];
	const struct value *list = fetch(vm, o[0], o[1]);
	uint32_t after = vm->next_of[at] + 1;
	struct loop *loop;

	note_fact(vm, o[0], list, o[2]);
	if (list->state != STATE_PRESENT || !list->as.list || list->as.list->count == 0) {
		push_truth(vm, list->state == STATE_PRESENT ? o[5] != 0
		           : list->state == STATE_ABSENT ? 0 : -1);
		return after;
	}
	loop = &vm->loops[vm->loop_count++];
	*loop = (struct loop){ .list = list->as.list, .back = at + 7, .base = o[3],
	                       .truth = o[5] != 0, .every = o[5] != 0 };
	set_element(vm, loop);
	return loop->back;
}

enum { TRUTH_UNKNOWN = 2 };

static uint32_t next_element(struct vm *vm, uint32_t at)
{
	struct loop *loop = &vm->loops[vm->loop_count - 1];
	int truth = truth_of(&vm->stack[--vm->height]);
	int so_far = loop->truth == TRUTH_UNKNOWN ? -1 : loop->truth;

	so_far = kleene(so_far, truth, loop->every ? 0 : 1);
	loop->truth = (uint8_t)(so_far < 0 ? TRUTH_UNKNOWN : so_far);
	if (++loop->index < loop->list->count) {
		set_element(vm, loop);
		return loop->back;
	}
	vm->loop_count--;
	push_truth(vm, so_far);
	return at + 1;
}

/* Taken by the loop and the walk; never run as instructions. */
static inline void op_EACH(struct vm *vm, const uint32_t *o) { (void)vm; (void)o; }
static inline void op_NEXT(struct vm *vm, const uint32_t *o) { (void)vm; (void)o; }
static inline void op_TEST(struct vm *vm, const uint32_t *o) { (void)vm; (void)o; }
static inline void op_END(struct vm *vm, const uint32_t *o) { (void)vm; (void)o; }


static_assert(OP_NEXT == OP_EACH + 1 && OP_TEST == OP_EACH + 2 && OP_END == OP_EACH + 3
	&& OP_COUNT == OP_EACH + 4, "the loop asks for all of them at once");

static void run(struct vm *vm, const uint32_t *pc)
{
	for (;;) {
		uint32_t op = *pc++;

		if (op >= OP_EACH) {
			uint32_t at = (uint32_t)(pc - 1 - vm->code);

			if (op == OP_END)
				return;
			at = op == OP_EACH ? begin_loop(vm, at) : next_element(vm, at);
			pc = vm->code + at;
			continue;
		}
		switch ((enum operation)op) {
#define OP(name, operands, pops, pushes, doc) \
		case OP_##name: op_##name(vm, pc); pc += sizeof operands - 1; break;
#include "code/ops.def"
#undef OP
		case OP_COUNT:
		default:
			return;
		}
	}
}

/* What is the same for all records of a frame; so which bases STEP computes, too. */
static void begin_frame(struct vm *vm, const struct row_frame *frame)
{
	vm->frame = frame;
	vm->variables = vm->program->variable + frame->first_variable;
	vm->groups = vm->program->group + frame->first_group;
	vm->frame_plans = vm->plans + frame->first_check;
	memset(vm->noted, 0, frame->base_count);
}

void run_frame(struct vm *vm, const struct row_frame *frame, struct record *record, uint32_t parts)
{
	if (vm->frame != frame)
		begin_frame(vm, frame);
	vm->record = record;
	vm->parts = parts;
	vm->bases[0] = record->values;
	vm->reach[0] = REACH_THERE;
	run(vm, vm->code + frame->start);
}
