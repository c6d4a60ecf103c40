/* SPDX-License-Identifier: Apache-2.0 */
/* source.h - the texts of a compilation, and places in them.
 *
 * All texts share one address space, so a place is two numbers and needs no
 * file beside it. Line and column are computed only when somebody looks.
 */
#ifndef DIAG_SOURCE_H
#define DIAG_SOURCE_H

#include "base/arena.h"

/* Half-open range of bytes. {0, 0} is nowhere. */
struct span {
	uint32_t from, to;
};

struct source {
	struct text name;       /* as the user gave it */
	struct text text;       /* whole, in memory */
	uint32_t base;          /* address of its first byte; never 0 */
};

struct sources {
	struct arena *arena;
	struct source **all;
	uint32_t count, capacity;
};

/* Take in a text; name and text are copied to the arena. NULL when the address space is full. */
struct source *sources_add(struct sources *sources, struct text name,
                           struct text text);

/* The text that holds this address; NULL for {0, 0}. */
const struct source *sources_find(const struct sources *sources, uint32_t at);

/* The bytes of a span, borrowed. */
struct text sources_text(const struct sources *sources, struct span span);

struct position {
	uint32_t line, column;  /* from 1; the column counts bytes */
	struct text whole;      /* the line without its end */
};

struct position source_position(const struct source *source, uint32_t at);

static inline struct span span_join(struct span a, struct span b)
{
	return (struct span){ a.from, b.to };
}

#endif
