/* SPDX-License-Identifier: Apache-2.0 */
/* verify_columns.c - strings, and every column by its kind in tables.def. */
#include <stdlib.h>

#include "code/verifier.h"

enum column_kind { COLUMN_NUMBER, COLUMN_STRING, COLUMN_BELOW, COLUMN_RANGE, COLUMN_WORD };

struct column {
	enum column_kind kind;
	uint64_t limit;                 /* BELOW: first number too large; RANGE: rows there are */
	uint64_t total;                 /* RANGE: rows named so far */
	struct trouble_place at;
};

static struct trouble_place string_at(uint32_t byte)
{
	return (struct trouble_place){ "strings", "byte", byte, "" };
}

/* One string; *next is where the next one starts. */
static bool read_string(struct verifier *v, uint32_t at, uint32_t *next)
{
	const char *pool = v->program->strings;
	uint32_t left = v->program->string_bytes - at, length;
	uint64_t whole;

	if (left < 4)
		return trouble_say(v->why, string_at(at), "expected a length, found the end");
	memcpy(&length, pool + at, 4);
	whole = ((uint64_t)length + 8) / 4 * 4;
	if (whole > left)
		return trouble_say(v->why, string_at(at), "expected at most %u bytes, found %u",
		                   left - 4, length);
	for (uint64_t i = 4 + (uint64_t)length; i < whole; i++)
		if (pool[at + i] != '\0')
			return trouble_say(v->why, string_at(at + (uint32_t)i),
			                   "expected 0 after a string, found %u",
			                   (unsigned char)pool[at + i]);
	v->strings[at / 4] = 1;
	*next = at + (uint32_t)whole;
	return true;
}

bool verify_strings(struct verifier *v)
{
	uint32_t bytes = v->program->string_bytes;

	v->strings = arena_alloc(v->scratch, bytes / 4 + 1);
	for (uint32_t at = 0; at < bytes; )
		if (!read_string(v, at, &at))
			return false;
	return true;
}

bool verify_is_string(const struct verifier *v, int64_t offset)
{
	return offset >= 0 && offset < v->program->string_bytes && offset % 4 == 0
	    && v->strings[offset / 4];
}

static uint32_t rows_of(const struct program *program, const char *name)
{
	uint32_t count = 0;

	for (int t = 0; t < TABLE_COUNT; t++)
		if (strcmp(table_info((enum table)t)->name, name) == 0)
			program_rows(program, (enum table)t, &count);
	return count;
}

/* What a kind of tables.def asks. */
static struct column column_of(const struct program *program, const char *kind)
{
	const char *about = strchr(kind, '_');
	struct column column = { .kind = COLUMN_NUMBER };

	if (strcmp(kind, "STRING") == 0)
		column.kind = COLUMN_STRING;
	else if (strcmp(kind, "WORD") == 0)
		column.kind = COLUMN_WORD;
	else if (about && strncmp(kind, "FIRST_", 6) == 0)
		column.kind = COLUMN_RANGE;
	else if (about)
		column.kind = COLUMN_BELOW;
	if (!about)
		column.limit = program->code_count;
	else if (strncmp(kind, "BOUNDED_", 8) == 0)
		column.limit = strtoul(about + 1, NULL, 10);
	else
		column.limit = rows_of(program, about + 1);
	column.limit += strncmp(kind, "MAYBE_", 6) == 0;
	return column;
}

static bool check_number(struct verifier *v, struct column *column, const uint32_t *number)
{
	switch (column->kind) {
	case COLUMN_STRING:
		return verify_is_string(v, number[0])
			|| trouble_say(v->why, column->at, "expected a string, found %u", *number);
	case COLUMN_BELOW:
		return number[0] < column->limit
			|| trouble_say(v->why, column->at, "expected less than %u, found %u",
			               (uint32_t)column->limit, *number);
	case COLUMN_WORD:
		return number[0] <= column->limit
			|| trouble_say(v->why, column->at, "expected at most %u, found %u",
			               (uint32_t)column->limit, *number);
	case COLUMN_RANGE:
		column->total += number[1];
		if ((uint64_t)number[0] + number[1] > column->limit)
			return trouble_say(v->why, column->at, "expected rows below %u, found %u "
			                   "from %u", (uint32_t)column->limit, number[1], *number);
		return column->total <= column->limit
			|| trouble_say(v->why, column->at, "expected ranges of %u rows in all, "
			               "found more", (uint32_t)column->limit);
	case COLUMN_NUMBER:
	default:
		return true;
	}
}

static bool check_column(struct verifier *v, enum table table, uint32_t index)
{
	const struct table_info *info = table_info(table);
	struct column column = column_of(v->program, info->kinds[index]);
	uint32_t count;
	const uint32_t *rows = program_rows(v->program, table, &count);

	for (uint32_t row = 0; row < count; row++) {
		column.at = place_row(table, row, info->columns[index]);
		if (!check_number(v, &column, rows + (size_t)row * info->column_count + index))
			return false;
	}
	return true;
}

bool verify_columns(struct verifier *v)
{
	for (int t = 0; t < TABLE_COUNT; t++)
		for (uint32_t i = 0; i < table_info((enum table)t)->column_count; i++)
			if (!check_column(v, (enum table)t, i))
				return false;
	return true;
}
