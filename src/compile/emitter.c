/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/emitter.h"

void emitter_init(struct emitter *e, struct arena *arena)
{
	*e = (struct emitter){ .arena = arena };
	emit_string(e, TEXT(""));
}

uint32_t emit_row(struct emitter *e, enum table table, const void *row)
{
	uint32_t columns = table_info(table)->column_count;

	e->rows[table] = arena_grow(e->arena, e->rows[table], &e->capacities[table],
	                            e->counts[table] + 1, columns * sizeof(uint32_t));
	memcpy(e->rows[table] + (size_t)e->counts[table] * columns, row,
	       columns * sizeof(uint32_t));
	return e->counts[table]++;
}

uint32_t emit_string(struct emitter *e, struct text text)
{
	uint32_t place = map_get(&e->string_places, text);
	uint32_t bytes = (4 + text.length + 1 + 3) / 4 * 4;

	if (place != MAP_NONE)
		return place;
	place = e->string_bytes;
	e->strings = arena_grow(e->arena, e->strings, &e->string_capacity,
	                        place + bytes, 1);
	memset(e->strings + place, 0, bytes);
	memcpy(e->strings + place, &text.length, 4);
	if (text.length)
		memcpy(e->strings + place + 4, text.at, text.length);
	e->string_bytes += bytes;
	map_put(&e->string_places, e->arena, arena_text(e->arena, text), place);
	return place;
}

uint32_t emit_constants(struct emitter *e, const int64_t *constants, uint32_t count)
{
	for (uint32_t i = 0; count > 0 && i + count <= e->constant_count; i++)
		if (memcmp(e->constants + i, constants, count * sizeof *constants) == 0)
			return i;
	e->constants = arena_grow(e->arena, e->constants, &e->constant_capacity,
	                          e->constant_count + count, sizeof *e->constants);
	if (count)
		memcpy(e->constants + e->constant_count, constants, count * sizeof *constants);
	e->constant_count += count;
	return e->constant_count - count;
}

uint32_t emit_map(struct emitter *e, const uint8_t *bytes, uint32_t count)
{
	for (uint32_t i = 0; count > 0 && i + count <= e->map_count; i++)
		if (memcmp(e->maps + i, bytes, count) == 0)
			return i;
	e->maps = arena_grow(e->arena, e->maps, &e->map_capacity, e->map_count + count, 1);
	if (count)
		memcpy(e->maps + e->map_count, bytes, count);
	e->map_count += count;
	return e->map_count - count;
}

uint32_t emit_word(struct emitter *e, uint32_t word)
{
	e->code = arena_grow(e->arena, e->code, &e->code_capacity, e->code_count + 1,
	                     sizeof *e->code);
	e->code[e->code_count] = word;
	return e->code_count++;
}

void emit_operation(struct emitter *e, enum operation op, const uint32_t *operands)
{
	emit_word(e, op);
	for (uint32_t i = 0; i + 1 < operation_info(op)->words; i++)
		emit_word(e, operands[i]);
}

void emitter_program(const struct emitter *e, struct program *program)
{
	*program = (struct program){
		.strings = e->strings, .string_bytes = e->string_bytes,
		.constants = e->constants, .constant_count = e->constant_count,
		.maps = e->maps, .map_count = e->map_count,
		.code = e->code, .code_count = e->code_count,
	};
	for (int t = 0; t < TABLE_COUNT; t++)
		program_set_rows(program, (enum table)t, e->rows[t], e->counts[t]);
}
