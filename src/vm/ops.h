/* SPDX-License-Identifier: Apache-2.0 */
/* ops.h - one function for each instruction of ops.def. Private to this room; included by loop.c.
 *
 * `o` points at the operands. Each function leaves vm as the row in ops.def says.
 */
#ifndef VM_OPS_H
#define VM_OPS_H

#include "base/match.h"
#include "base/utf8.h"
#include "vm/machine.h"

static const struct value absent_value = { .state = STATE_ABSENT };

static inline const struct value *fetch(const struct vm *vm, uint32_t base, uint32_t slot)
{
	return vm->reach[base] == REACH_ABSENT ? &absent_value : &vm->bases[base][slot];
}

static inline bool is_bad(const struct value *value)
{
	return value->state >= STATE_UNDECODABLE;
}

/* --- records --- */

static inline void note_reading(struct vm *vm, uint32_t base, const struct value *value,
                                uint32_t reading)
{
	if (value->state == STATE_PRESENT || value->state == STATE_ABSENT)
		return;
	vm->reading_unknown |= UINT64_C(1) << reading;
	vm->reading_missing |= !is_bad(value) && vm->reach[base] != REACH_BAD;
}

static inline void op_BASE(struct vm *vm, const uint32_t *o)
{
	const struct value *value = fetch(vm, o[1], o[2]);
	const struct row_base *row = &vm->program->base[vm->frame->first_base + o[0]];
	uint32_t entity = row->entity - 1;

	vm->bases[o[0]] = vm->model->entities[entity]->blank->values;
	if (value->state == STATE_PRESENT) {
		vm->bases[o[0]] = value->as.record->values;
		vm->reach[o[0]] = REACH_THERE;
	} else if (value->state == STATE_ABSENT) {
		vm->reach[o[0]] = REACH_ABSENT;
	} else {
		vm->reach[o[0]] = is_bad(value) || vm->reach[o[1]] == REACH_BAD
			? REACH_BAD : REACH_MISSING;
	}
}

static inline void op_STEP(struct vm *vm, const uint32_t *o)
{
	op_BASE(vm, o);
	if (vm->reach[o[0]] >= REACH_MISSING
	    && (vm->reach[o[1]] < REACH_MISSING || !vm->noted[o[1]]))
		note_reading(vm, o[1], fetch(vm, o[1], o[2]), o[3]);
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

static inline int64_t function_value(const struct value *value, uint32_t function)
{
	switch ((enum code_function)function) {
	case CODE_FIRST:  return value->as.number >> 48 & 0xffff;
	case CODE_SECOND: return value->as.number >> 32 & 0xffff;
	case CODE_THIRD:  return value->as.number >> 16 & 0xffff;
	case CODE_FOURTH: return value->as.number & 0xffff;
	case CODE_LENGTH: return utf8_length(value_as_text(value));
	case CODE_COUNT:  return value->as.list ? value->as.list->count : 0;
	case CODE_WHOLE:
	case CODE_FUNCTION_COUNT:
	default:
		return value->as.number;
	}
}

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

/* The difference of two times, at most as far as numbers go. */
static inline int64_t time_less(int64_t a, int64_t b)
{
	int64_t result;

	if (__builtin_sub_overflow(a, b, &result))
		return a < 0 ? INT64_MIN : INT64_MAX;
	return result;
}

static inline int64_t time_plus(int64_t a, int64_t b)
{
	int64_t result;

	if (__builtin_add_overflow(a, b, &result))
		return b < 0 ? INT64_MIN : INT64_MAX;
	return result;
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

static inline bool text_is_like(struct text text, uint32_t pattern, struct text with)
{
	switch ((enum code_pattern)pattern) {
	case PATTERN_STARTS:   return text_starts(text, with);
	case PATTERN_ENDS:     return text_ends(text, with);
	case PATTERN_CONTAINS: return text_contains(text, with);
	case PATTERN_MATCHES:  return match_dns(text, with);
	case PATTERN_FOLDED:   return text_equal_folded(text, with);
	case PATTERN_EQUALS:
	case PATTERN_COUNT:
	default:               return text_equal(text, with);
	}
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
		&& text_is_like(value_as_text(value), o[3], program_text(vm->program, o[4])));
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
	tally_add(vm, o[0], &vm->program->diagram[o[1]]);
}

static inline void op_CHECK(struct vm *vm, const uint32_t *o)
{
	if (vm->parts & RUN_CHECK)
		decide_check(vm, o[0]);
}

/* --- the stack: facts, and truths as bools, missing where unknown --- */

static inline void push(struct vm *vm, struct value value)
{
	vm->stack[vm->height++] = value;
}

static inline void push_truth(struct vm *vm, int truth)
{
	push(vm, truth < 0 ? (struct value){ 0 } : value_number(TYPE_BOOL, truth));
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

	if (vm->reach[o[0]] < REACH_MISSING || !vm->noted[o[0]])
		note_reading(vm, o[0], value, o[3]);
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
		&& text_is_like(value_as_text(value), o[0], program_text(vm->program, o[1])));
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
