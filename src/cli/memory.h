/* SPDX-License-Identifier: Apache-2.0 */
/* memory.h - memory of the program. When there is none left, the program says so and ends. */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

#include <stddef.h>

/* The memory, if there is any. */
void *memory_need(void *memory);

/* `count` things of `size` bytes, zeroed. */
void *memory_new(size_t count, size_t size);

char *memory_copy(const char *text);

/* What printf would print. */
char *memory_print(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Room for one more: an array of `count` things of `size` bytes, grown by doubling. */
void *memory_grow(void *array, size_t count, size_t size);

#endif
