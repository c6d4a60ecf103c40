/* SPDX-License-Identifier: Apache-2.0 */
/* buffer.h - text that grows.
 *
 * Owned by whoever made it; buffer_done gives the memory back. When memory
 * ends, guard_no_memory() takes over and the buffer stays as it was. One that
 * has an arena grows there and needs no giving back:
 *
 *	struct buffer text = { .arena = arena };
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

#include "base/arena.h"

struct buffer {
	char *at;               /* NUL-terminated once anything was added */
	size_t length, capacity;
	struct arena *arena;    /* NULL: the heap */
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_text(struct buffer *buffer, struct text text);
void buffer_string(struct buffer *buffer, const char *string);
void buffer_byte(struct buffer *buffer, char byte);
void buffer_repeat(struct buffer *buffer, char byte, size_t count);
void buffer_printf(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Room for that many bytes at the end, which the caller fills and counts in `length`. */
char *buffer_room(struct buffer *buffer, size_t length);
void buffer_reset(struct buffer *buffer);

/* Back to a length that it had. */
void buffer_cut(struct buffer *buffer, size_t length);

void buffer_done(struct buffer *buffer);

/* The same, for guard_keep. */
void buffer_cleanup(void *buffer);

/* What is in it now, borrowed until it next changes. */
struct text buffer_view(const struct buffer *buffer);

#endif
