/* SPDX-License-Identifier: Apache-2.0 */
/* fetch.h - what instructions share: facts and what is computed from one. Private to this room. */
#ifndef VM_FETCH_H
#define VM_FETCH_H

#include "base/characters.h"
#include "base/match.h"
#include "base/utf8.h"
#include "vm/machine.h"

/* Of a base that is absent or not known, the facts of a record that is so. */
static inline const struct value *fetch(const struct vm *vm, uint32_t base, uint32_t slot)
{
	return &vm->bases[base][slot];
}

static inline bool is_bad(const struct value *value)
{
	return value->state >= STATE_UNDECODABLE;
}

static inline void note_reading(struct vm *vm, uint32_t base, const struct value *value,
                                uint32_t reading)
{
	if (value->state == STATE_PRESENT || value->state == STATE_ABSENT)
		return;
	vm->reading_unknown |= UINT64_C(1) << reading;
	vm->reading_missing |= !is_bad(value) && vm->reach[base] != REACH_BAD;
}

/* The same, unless the record is not known and a reading says so already. */
static inline void note_fact(struct vm *vm, uint32_t base, const struct value *value,
                             uint32_t reading)
{
	if (vm->reach[base] < REACH_MISSING || !vm->noted[base])
		note_reading(vm, base, value, reading);
}

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

#endif
