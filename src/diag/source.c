/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/source.h"

struct source *sources_add(struct sources *sources, struct text name,
                           struct text text)
{
	struct source *source = arena_alloc(sources->arena, sizeof *source);
	uint32_t base = 1;

	if (sources->count > 0) {
		const struct source *last = sources->all[sources->count - 1];
		base = last->base + last->text.length + 1;
	}
	if (text.length >= UINT32_MAX - base - 1)
		return NULL;
	source->name = arena_text(sources->arena, name);
	source->text = arena_text(sources->arena, text);
	source->base = base;
	sources->all = arena_grow(sources->arena, sources->all,
	                          &sources->capacity, sources->count + 1,
	                          sizeof *sources->all);
	sources->all[sources->count++] = source;
	return source;
}

const struct source *sources_find(const struct sources *sources, uint32_t at)
{
	for (uint32_t i = 0; i < sources->count; i++) {
		const struct source *s = sources->all[i];

		if (at >= s->base && at <= s->base + s->text.length)
			return s;
	}
	return NULL;
}

struct text sources_text(const struct sources *sources, struct span span)
{
	const struct source *source = sources_find(sources, span.from);

	if (!source || span.to < span.from
	    || span.to > source->base + source->text.length)
		return (struct text){ "", 0 };
	return (struct text){ source->text.at + (span.from - source->base),
	                      span.to - span.from };
}

struct position source_position(const struct source *source, uint32_t at)
{
	const char *text = source->text.at, *end_of_line;
	uint32_t offset = at - source->base;
	uint32_t start = 0, end;
	uint32_t line = 1;

	while ((end_of_line = memchr(text + start, '\n', offset - start)) != NULL) {
		line++;
		start = (uint32_t)(end_of_line - text) + 1;
	}
	for (end = start; end < source->text.length; end++)
		if (source->text.at[end] == '\n')
			break;
	if (end > start && source->text.at[end - 1] == '\r')
		end--;
	return (struct position){ line, offset - start + 1,
		{ source->text.at + start, end - start } };
}
