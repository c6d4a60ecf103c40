/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/json_place.h"

#include "base/buffer.h"
#include "facts/json_reader.h"

#define ALONE UINT32_MAX

/* A value that is a record's, by docs/facts.md: of an entity, or an element of its array. */
struct entry {
	uint32_t offset;
	uint32_t index;                 /* in the array; ALONE without one */
	uint64_t line;
	struct text entity;             /* as written; borrowed */
};

struct json_places {
	struct arena *arena;
	struct text bytes;
	struct entry *entries;          /* by offset */
	uint32_t count, capacity;
	bool walked;
	uint32_t counted;               /* lines were counted up to this byte */
	uint64_t line;                  /* there */
};

struct json_places *json_places_new(struct arena *arena, struct text bytes)
{
	struct json_places *places = arena_alloc(arena, sizeof *places);

	*places = (struct json_places){ .arena = arena, .bytes = bytes, .line = 1 };
	return places;
}

/* --- where records begin --- */

static uint64_t count_lines(struct text bytes, uint32_t from, uint32_t to)
{
	uint64_t lines = 0;

	while (from < to) {
		const char *end = memchr(bytes.at + from, '\n', to - from);

		if (!end)
			break;
		lines++;
		from = (uint32_t)(end - bytes.at) + 1;
	}
	return lines;
}

static void add_entry(struct json_places *p, const struct json_reader *reader, struct text entity,
                      uint32_t index)
{
	p->line += count_lines(p->bytes, p->counted, reader->start);
	p->counted = reader->start;
	p->entries = arena_grow(p->arena, p->entries, &p->capacity, p->count + 1,
	                        sizeof *p->entries);
	p->entries[p->count++] = (struct entry){ reader->start, index, p->line, entity };
}

static void walk_entity(struct json_places *p, struct json_reader *reader)
{
	struct text entity = reader->raw;
	uint32_t index = 0;

	if (reader_next(reader) != READER_ARRAY) {
		add_entry(p, reader, entity, ALONE);
		reader_skip(reader);
		return;
	}
	while (reader_next(reader) > READER_END && reader->token != READER_ARRAY_END) {
		add_entry(p, reader, entity, index++);
		reader_skip(reader);
	}
}

static void walk(struct json_places *p)
{
	struct json_reader reader;
	uint32_t begin;

	p->walked = true;
	reader_open(&reader, p->bytes);
	if (text_starts(p->bytes, TEXT("\xef\xbb\xbf")))
		reader.at = 3;
	while (reader_begin(&reader)) {
		begin = reader.at;
		if (reader_next(&reader) == READER_OBJECT)
			while (reader.depth > 0 && reader_next(&reader) == READER_NAME)
				walk_entity(p, &reader);
		else
			reader_skip(&reader);
		reader_next(&reader);
		if (reader.token == READER_ERROR && !reader_resume(&reader, begin))
			return;
	}
}

/* The last record that begins at or before the offset. */
static const struct entry *entry_before(const struct json_places *p, uint32_t offset)
{
	uint32_t low = 0, high = p->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (p->entries[middle].offset <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? &p->entries[low - 1] : NULL;
}

/* --- inside a record --- */

static void add_name(struct buffer *path, const struct json_reader *reader)
{
	char decoded[READER_NAME_BYTES];

	buffer_byte(path, '.');
	buffer_text(path, reader_name(reader, decoded));
}

/* Is the value that was begun the one wanted, or is that inside it? Else it is passed. */
static bool is_towards(struct json_reader *reader, uint32_t offset)
{
	struct json_reader after = *reader;

	if (reader->start == offset)
		return true;
	if (reader_skip(&after) && after.at <= offset) {
		*reader = after;
		return false;
	}
	return true;
}

/* Go down to the value that begins at the offset, from the value just begun. */
static bool descend(struct json_reader *reader, uint32_t offset, struct buffer *path)
{
	while (reader->start != offset) {
		bool object = reader->token == READER_OBJECT, found = false;
		size_t length = path->length;
		uint32_t index = 0;

		if (!object && reader->token != READER_ARRAY)
			return false;
		while (!found && reader_next(reader) > READER_END
		       && reader->token != READER_OBJECT_END
		       && reader->token != READER_ARRAY_END) {
			path->length = length;
			if (object) {
				add_name(path, reader);
				reader_next(reader);
			} else {
				buffer_printf(path, "[%u]", index++);
			}
			found = is_towards(reader, offset);
		}
		if (!found || reader->token == READER_ERROR)
			return false;
	}
	return true;
}

static bool find_member(struct json_reader *reader, struct text member, struct buffer *path)
{
	char decoded[READER_NAME_BYTES];

	if (reader->token != READER_OBJECT)
		return false;
	while (reader_next(reader) == READER_NAME) {
		bool found = text_equal(reader_name(reader, decoded), member);

		if (found)
			add_name(path, reader);
		reader_next(reader);
		if (found)
			return reader->token != READER_ERROR;
		if (!reader_skip(reader))
			return false;
	}
	return false;
}

static bool find_in(const struct json_places *p, const struct entry *entry, uint32_t offset,
                    struct text member, struct buffer *path, uint32_t *start)
{
	struct json_reader reader;

	buffer_text(path, entry->entity);
	if (entry->index != ALONE)
		buffer_printf(path, "[%u]", entry->index);
	reader_open(&reader, p->bytes);
	reader.at = entry->offset;
	if (!reader_begin(&reader) || reader_next(&reader) == READER_ERROR
	    || !descend(&reader, offset, path))
		return false;
	if (member.length && !find_member(&reader, member, path))
		return false;
	*start = reader.start;
	return true;
}

bool json_places_find(struct json_places *places, uint64_t offset, struct text member,
                      struct arena *arena, struct json_place *place)
{
	const struct entry *entry;
	struct buffer path = { .arena = arena };
	uint32_t start;

	if (!places->walked)
		walk(places);
	entry = offset < places->bytes.length ? entry_before(places, (uint32_t)offset) : NULL;
	if (!entry)
		return false;
	if (!find_in(places, entry, (uint32_t)offset, member, &path, &start))
		return false;
	place->line = entry->line + count_lines(places->bytes, entry->offset, start);
	place->path = buffer_view(&path);
	return true;
}
