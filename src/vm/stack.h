/* SPDX-License-Identifier: Apache-2.0 */
/* stack.h - the instructions of atoms: facts on a stack, and truths as bools, missing where unknown.
 * Private to this room; included by loop.c.
 */
#ifndef VM_STACK_H
#define VM_STACK_H

#include "vm/fetch.h"

static inline void push(struct vm *vm, struct value value)
{
	vm->stack[vm->height++] = value;
}

static inline void push_truth(struct vm *vm, int truth)
{
	static const struct value unknown;

	push(vm, truth < 0 ? unknown : value_number(TYPE_BOOL, truth));
}

static inline struct value *top(struct vm *vm)
{
	return &vm->stack[vm->height - 1];
}

static inline int truth_of(const struct value *value)
{
	return value->state == STATE_PRESENT ? (int)value->as.number : -1;
}

static inline void op_LOAD(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[0], o[1]);

	note_fact(vm, o[0], value, o[3]);
	push(vm, *value);
	if (o[2] && value->state == STATE_PRESENT)
		*top(vm) = value_number(TYPE_INTEGER, function_value(value, o[2]));
}

static inline void op_PUSH(struct vm *vm, const uint32_t *o)
{
	push(vm, value_number(TYPE_INTEGER, vm->constants[o[0]]));
}

static inline void op_CURRENT(struct vm *vm, const uint32_t *o)
{
	(void)o;
	push(vm, value_number(TYPE_DATE, vm->options.now));
}

static inline void op_STRING(struct vm *vm, const uint32_t *o)
{
	push(vm, value_text(TYPE_TEXT, program_text(vm->program, o[0])));
}

static inline void op_ADD(struct vm *vm, const uint32_t *o)
{
	if (top(vm)->state == STATE_PRESENT)
		top(vm)->as.number = time_plus(top(vm)->as.number,
		                               vm->constants[o[0]]);
}

/* Of two operands: -2 when one is absent (no), -1 when one is not known, else 0. */
static inline int operands_state(const struct value *a, const struct value *b)
{
	if (a->state == STATE_ABSENT || b->state == STATE_ABSENT)
		return -2;
	return a->state == STATE_PRESENT && b->state == STATE_PRESENT ? 0 : -1;
}

static inline void compare_numbers(struct vm *vm, bool or_equal)
{
	const struct value *b = &vm->stack[--vm->height];
	const struct value *a = &vm->stack[--vm->height];
	int state = operands_state(a, b);

	if (state)
		push_truth(vm, state == -2 ? 0 : -1);
	else
		push_truth(vm, or_equal ? a->as.number <= b->as.number
		                        : a->as.number < b->as.number);
}

static inline void op_LESS(struct vm *vm, const uint32_t *o)
{
	(void)o;
	compare_numbers(vm, false);
}

static inline void op_AT_MOST(struct vm *vm, const uint32_t *o)
{
	(void)o;
	compare_numbers(vm, true);
}

static inline int prints_equal(const struct record *a, const struct record *b, uint32_t slot)
{
	const struct value *x = &a->values[slot], *y = &b->values[slot];

	if (x->state != STATE_PRESENT || y->state != STATE_PRESENT)
		return -1;
	return text_equal(value_as_text(x), value_as_text(y));
}

/* Certificates are equal by SHA-256, else by SHA-1; other records when they are the same. */
static inline int records_equal(const struct vm *vm, const struct record *a, const struct record *b)
{
	int equal;

	if (a == b)
		return 1;
	if (a->entity->kind != ENTITY_CERTIFICATE)
		return a->entity == b->entity && text_equal(a->key, b->key);
	equal = prints_equal(a, b, vm->sha256_slot);
	return equal >= 0 ? equal : prints_equal(a, b, vm->sha1_slot);
}

static inline int values_equal(const struct vm *vm, const struct value *a, const struct value *b)
{
	int state = operands_state(a, b);

	if (state)
		return state == -2 ? 0 : -1;
	if (a->type == TYPE_RECORD)
		return records_equal(vm, a->as.record, b->as.record);
	if (a->type == TYPE_TEXT || a->type == TYPE_OID)
		return text_equal(value_as_text(a), value_as_text(b));
	return a->as.number == b->as.number;
}

static inline void op_EQUAL(struct vm *vm, const uint32_t *o)
{
	const struct value *b = &vm->stack[--vm->height];
	const struct value *a = &vm->stack[--vm->height];

	(void)o;
	push_truth(vm, values_equal(vm, a, b));
}

static inline void replace_truth(struct vm *vm, const struct value *value, int truth)
{
	int known = value->state == STATE_PRESENT ? truth
		: value->state == STATE_ABSENT ? 0 : -1;

	vm->height--;
	push_truth(vm, known);
}

static inline void op_AMONG(struct vm *vm, const uint32_t *o)
{
	const int64_t *constants = vm->constants;
	uint64_t mask = (uint64_t)constants[o[0]] | (uint64_t)constants[o[1]] << 32;
	const struct value *value = top(vm);

	replace_truth(vm, value, mask >> (value->as.number & 63) & 1);
}

static inline void op_LIKE(struct vm *vm, const uint32_t *o)
{
	const struct value *value = top(vm);

	replace_truth(vm, value, value->state == STATE_PRESENT
		&& match_text((enum pattern)o[0], value_as_text(value),
		              program_text(vm->program, o[1])));
}

static inline void op_ALIKE(struct vm *vm, const uint32_t *o)
{
	const struct value *b = &vm->stack[--vm->height];
	const struct value *a = &vm->stack[--vm->height];
	int state = operands_state(a, b);

	if (state)
		push_truth(vm, state == -2 ? 0 : -1);
	else
		push_truth(vm, match_text((enum pattern)o[0], value_as_text(a),
		                          value_as_text(b)));
}

static inline void op_CONSISTS(struct vm *vm, const uint32_t *o)
{
	const struct value *value = top(vm);

	replace_truth(vm, value, value->state == STATE_PRESENT
		&& characters_make(o[0], value_as_text(value)));
}

static inline void op_HAS(struct vm *vm, const uint32_t *o)
{
	const struct value *value = top(vm);

	replace_truth(vm, value, value->as.number >> o[0] & 1);
}

static inline void op_IN(struct vm *vm, const uint32_t *o)
{
	const struct value *a = &vm->stack[--vm->height];
	const struct value *list = &vm->stack[--vm->height];
	int result = 0, state = operands_state(list, a);

	(void)o;
	if (list->state == STATE_PRESENT && (!list->as.list || list->as.list->count == 0))
		state = -2;
	if (state) {
		push_truth(vm, state == -2 ? 0 : -1);
		return;
	}
	for (uint32_t i = 0; list->as.list && i < list->as.list->count; i++) {
		int equal = values_equal(vm, &list->as.list->items[i], a);

		if (equal == 1) {
			push_truth(vm, 1);
			return;
		}
		result = equal < 0 ? -1 : result;
	}
	push_truth(vm, result);
}

static inline void op_THERE(struct vm *vm, const uint32_t *o)
{
	uint8_t state = top(vm)->state;

	(void)o;
	vm->height--;
	if (state == STATE_ABSENT)
		push_truth(vm, 0);
	else
		push_truth(vm, state == STATE_MISSING || state == STATE_CONFLICT ? -1 : 1);
}

static inline void op_TRUTH(struct vm *vm, const uint32_t *o)
{
	push_truth(vm, o[0] != 0);
}

static inline void op_NOT(struct vm *vm, const uint32_t *o)
{
	int truth = truth_of(top(vm));

	(void)o;
	vm->height--;
	push_truth(vm, truth < 0 ? -1 : !truth);
}

static inline int kleene(int a, int b, int decides)
{
	if (a == decides || b == decides)
		return decides;
	return a < 0 || b < 0 ? -1 : !decides;
}

static inline void op_AND(struct vm *vm, const uint32_t *o)
{
	int b = truth_of(&vm->stack[--vm->height]);
	int a = truth_of(&vm->stack[--vm->height]);

	(void)o;
	push_truth(vm, kleene(a, b, 0));
}

static inline void op_OR(struct vm *vm, const uint32_t *o)
{
	int b = truth_of(&vm->stack[--vm->height]);
	int a = truth_of(&vm->stack[--vm->height]);

	(void)o;
	push_truth(vm, kleene(a, b, 1));
}

static inline void op_ATOM(struct vm *vm, const uint32_t *o)
{
	int truth = truth_of(&vm->stack[--vm->height]);

	if (truth >= 0) {
		set_class(vm, o[0], (uint32_t)truth);
	} else {
		vm->class[o[0]] = CLASS_MANY;
		vm->allow[o[0]] = 3;
		vm->atom_unknown[o[0]] = vm->reading_unknown;
		vm->knowledge[o[0]] = vm->reading_missing ? UNKNOWN_MISSING : UNKNOWN_BAD;
	}
	vm->reading_unknown = 0;
	vm->reading_missing = false;
}

#endif
