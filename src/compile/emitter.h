/* SPDX-License-Identifier: Apache-2.0 */
/* emitter.h - a program as it is being written: tables, pools and code that only grow. */
#ifndef COMPILE_EMITTER_H
#define COMPILE_EMITTER_H

#include "base/map.h"
#include "code/program.h"

struct emitter {
	struct arena *arena;
	uint32_t *rows[TABLE_COUNT];
	uint32_t counts[TABLE_COUNT], capacities[TABLE_COUNT];
	char *strings;
	uint32_t string_bytes, string_capacity;
	struct map string_places;
	int64_t *constants;
	uint32_t constant_count, constant_capacity;
	uint8_t *maps;
	uint32_t map_count, map_capacity;
	uint32_t *code;
	uint32_t code_count, code_capacity;
};

void emitter_init(struct emitter *e, struct arena *arena);

/* Append a row (a struct row_...); the result is its index. */
uint32_t emit_row(struct emitter *e, enum table table, const void *row);

/* Offset of a string; equal strings share one. */
uint32_t emit_string(struct emitter *e, struct text text);

/* Index of the first of these constants, or map bytes; runs are shared when they stand there already. */
uint32_t emit_constants(struct emitter *e, const int64_t *constants, uint32_t count);
uint32_t emit_map(struct emitter *e, const uint8_t *bytes, uint32_t count);

/* Append a word of code; the result is its index. */
uint32_t emit_word(struct emitter *e, uint32_t word);

/* Append an instruction: EMIT(e, RANGE, operand, ...). Operations without operands are single words. */
void emit_operation(struct emitter *e, enum operation op, const uint32_t *operands);
#define EMIT(e, op, ...) emit_operation(e, OP_##op, (uint32_t[]){ __VA_ARGS__ })

/* The program so far; it borrows from the arena. */
void emitter_program(const struct emitter *e, struct program *program);

#endif
