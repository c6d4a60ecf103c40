/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/guard.h"

struct arena_block {
	struct arena_block *next;
	size_t size;                    /* of data */
	alignas(max_align_t) char data[];
};

#ifndef ARENA_BLOCK              /* tests have a smaller one */
#define ARENA_BLOCK (16 * 1024)
#endif

static void add_block(struct arena *arena, size_t least)
{
	size_t size = least > ARENA_BLOCK ? least : ARENA_BLOCK;
	struct arena_block *block = NULL;

	if (size <= SIZE_MAX - sizeof *block)
		block = malloc(sizeof *block + size);
	if (!block)
		guard_no_memory();
	block->next = arena->head;
	block->size = size;
	arena->head = block;
	arena->used = 0;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	void *memory;

	if (size > SIZE_MAX - align)
		guard_no_memory();
	size = (size + align - 1) / align * align;
	if (!arena->head || arena->head->size - arena->used < size)
		add_block(arena, size);
	memory = arena->head->data + arena->used;
	arena->used += size;
	return memset(memory, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		guard_no_memory();
	return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, void *array, uint32_t *capacity,
                 uint32_t need, size_t size)
{
	uint32_t grown = *capacity ? *capacity : 8;
	void *larger;

	if (need <= *capacity)
		return array;
	while (grown < need)
		grown = grown > UINT32_MAX / 2 ? need : grown * 2;
	larger = arena_array(arena, grown, size);
	if (*capacity)
		memcpy(larger, array, (size_t)*capacity * size);
	*capacity = grown;
	return larger;
}

struct text arena_text(struct arena *arena, struct text text)
{
	char *copy = arena_alloc(arena, (size_t)text.length + 1);

	if (text.length)
		memcpy(copy, text.at, text.length);
	return (struct text){ copy, text.length };
}

struct text arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	int length;
	char *memory;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	memory = arena_alloc(arena, (size_t)(length < 0 ? 0 : length) + 1);
	if (length > 0)
		vsnprintf(memory, (size_t)length + 1, format, again);
	va_end(again);
	return (struct text){ memory, (uint32_t)(length < 0 ? 0 : length) };
}

void arena_free(struct arena *arena)
{
	struct arena_block *next;

	for (struct arena_block *b = arena->head; b; b = next) {
		next = b->next;
		free(b);
	}
	*arena = (struct arena){ 0 };
}

void arena_cleanup(void *arena)
{
	arena_free(arena);
}

void arena_reset(struct arena *arena)
{
	struct arena_block *keep = arena->head;
	struct arena_block *next;

	for (struct arena_block *b = arena->head; b; b = b->next)
		if (b->size > keep->size)
			keep = b;
	for (struct arena_block *b = arena->head; b; b = next) {
		next = b->next;
		if (b != keep)
			free(b);
	}
	if (keep)
		keep->next = NULL;
	*arena = (struct arena){ .head = keep };
}
