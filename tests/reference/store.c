/* SPDX-License-Identifier: Apache-2.0 */
#include "store.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STORE_SIZE = 64 << 20 };

static char *store;
static size_t used;

static void out_of_memory(void)
{
	fputs("Bail out! the reference evaluator is out of memory\n", stdout);
	exit(99);
}

void *store_take(size_t size)
{
	void *piece;

	if (!store && !(store = malloc(STORE_SIZE)))
		out_of_memory();
	size = (size + 15) & ~(size_t)15;
	if (size > STORE_SIZE - used)
		out_of_memory();
	piece = store + used;
	used += size;
	return memset(piece, 0, size);
}

const char *store_print(const char *format, ...)
{
	char line[256];
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	if (length < 0 || (size_t)length >= sizeof line)
		out_of_memory();
	return memcpy(store_take((size_t)length + 1), line, (size_t)length + 1);
}

size_t store_mark(void)
{
	return used;
}

void store_release(size_t mark)
{
	used = mark;
}

void store_done(void)
{
	free(store);
	store = NULL;
	used = 0;
}

static void reserve(struct writing *out, size_t more)
{
	size_t wanted = out->length + more + 1;

	if (wanted <= out->capacity)
		return;
	out->capacity = wanted * 2;
	out->at = realloc(out->at, out->capacity);
	if (!out->at)
		out_of_memory();
}

void write_text(struct writing *out, const char *format, ...)
{
	va_list arguments, again;
	int length;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length > 0) {
		reserve(out, (size_t)length);
		vsnprintf(out->at + out->length, (size_t)length + 1, format, again);
		out->length += (size_t)length;
	}
	va_end(again);
}

void writing_done(struct writing *out)
{
	free(out->at);
	*out = (struct writing){ 0 };
}
