/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/guard.h"

static void reserve(struct buffer *buffer, size_t more)
{
	size_t grown = buffer->capacity ? buffer->capacity : 256;
	char *larger;

	if (more < buffer->capacity - buffer->length)
		return;
	if (more >= SIZE_MAX / 2 - buffer->length)
		guard_no_memory();
	while (grown - buffer->length <= more)
		grown *= 2;
	if (buffer->arena) {
		larger = arena_alloc(buffer->arena, grown);
		if (buffer->length)
			memcpy(larger, buffer->at, buffer->length + 1);
	} else {
		larger = realloc(buffer->at, grown);
	}
	if (!larger)
		guard_no_memory();
	buffer->at = larger;
	buffer->capacity = grown;
}

char *buffer_room(struct buffer *buffer, size_t length)
{
	reserve(buffer, length);
	return buffer->at + buffer->length;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
	reserve(buffer, length);
	if (length)
		memcpy(buffer->at + buffer->length, bytes, length);
	buffer->length += length;
	buffer->at[buffer->length] = '\0';
}

void buffer_text(struct buffer *buffer, struct text text)
{
	buffer_add(buffer, text.at, text.length);
}

void buffer_string(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, string, strlen(string));
}

void buffer_byte(struct buffer *buffer, char byte)
{
	buffer_add(buffer, &byte, 1);
}

void buffer_repeat(struct buffer *buffer, char byte, size_t count)
{
	reserve(buffer, count);
	memset(buffer->at + buffer->length, byte, count);
	buffer->length += count;
	buffer->at[buffer->length] = '\0';
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list args, again;
	int length;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length > 0) {
		reserve(buffer, (size_t)length);
		vsnprintf(buffer->at + buffer->length, (size_t)length + 1,
		          format, again);
		buffer->length += (size_t)length;
	}
	va_end(again);
}

void buffer_cut(struct buffer *buffer, size_t length)
{
	buffer->length = length;
	buffer->at[length] = '\0';
}

void buffer_reset(struct buffer *buffer)
{
	buffer->length = 0;
	if (buffer->at)
		buffer->at[0] = '\0';
}

void buffer_done(struct buffer *buffer)
{
	if (!buffer->arena)
		free(buffer->at);
	*buffer = (struct buffer){ .arena = buffer->arena };
}

void buffer_cleanup(void *buffer)
{
	buffer_done(buffer);
}

struct text buffer_view(const struct buffer *buffer)
{
	return (struct text){ buffer->at ? buffer->at : "",
	                      (uint32_t)buffer->length };
}
