/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/tell.h"

void *memory_need(void *memory)
{
	if (memory)
		return memory;
	tell("there is no memory left");
	exit(EXIT_TROUBLE);
}

void *memory_new(size_t count, size_t size)
{
	return memory_need(calloc(count ? count : 1, size));
}

char *memory_copy(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(memory_new(size, 1), text, size);
}

char *memory_print(const char *format, ...)
{
	va_list arguments, again;
	char *text;
	int length;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	text = memory_new((size_t)(length < 0 ? 0 : length) + 1, 1);
	if (length > 0)
		vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

void *memory_grow(void *array, size_t count, size_t size)
{
	if (count & (count - 1))
		return array;
	return memory_need(count > SIZE_MAX / 2 / size ? NULL
			: realloc(array, (count ? 2 * count : 1) * size));
}
