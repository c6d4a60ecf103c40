/* SPDX-License-Identifier: Apache-2.0 */
/* What a column of the record being read holds. */
#include "base/number.h"
#include "facts/mapped_state.h"
#include "facts/show.h"

/* --- what stands for nothing --- */

static bool is_unknown(const struct mapping *mapping, struct text text)
{
	if (text.length == 0 || text_equal(text, TEXT("NULL")))
		return true;
	for (uint32_t i = 0; i < mapping->unknown.count; i++)
		if (text_equal_folded(text, mapping->unknown.at[i]))
			return true;
	return false;
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
	    || (c && strchr("._`[],+#", c));
}

/* The name of a .NET type: what Export-Csv writes for a list or an object. */
static bool is_flattened(struct text text)
{
	if (!text_starts(text, TEXT("System.")) && !text_starts(text, TEXT("Microsoft."))
	    && !text_starts(text, TEXT("IResultObject#")))
		return false;
	for (uint32_t i = 0; i < text.length; i++)
		if (!is_name(text.at[i]))
			return false;
	return true;
}

/* --- types --- */

static struct value misfit(const struct mapped *m, uint32_t column, const char *expected,
                           struct text found)
{
	struct text name = m->mapping->columns[column].name;
	struct text shown = show_text(found, m->arena);

	return mapped_undecodable(arena_printf(m->arena, "column %.*s: expected %s, found %.*s",
		TEXT_ARGS(name), expected, TEXT_ARGS(shown)));
}

/* As PowerShell, SQL and dsregcmd write it. */
static bool read_bool(struct text text, int64_t *number)
{
	static const struct text no[] = { TEXT("False"), TEXT("0"), TEXT("No") };
	static const struct text yes[] = { TEXT("True"), TEXT("1"), TEXT("Yes") };

	for (uint32_t i = 0; i < 3; i++) {
		*number = text_equal_folded(text, yes[i]);
		if (*number || text_equal_folded(text, no[i]))
			return true;
	}
	return false;
}

static struct value read_bits(const struct mapped *m, uint32_t column, struct text text)
{
	int64_t bits = m->mapping->columns[column].bits, number;

	if (!number_parse(text, &number) || number < 0)
		return misfit(m, column, "a number", text);
	if ((number & bits) == bits || (number & bits) == 0)
		return value_number(TYPE_BOOL, (number & bits) == bits);
	return misfit(m, column, arena_printf(m->arena, "all or none of the bits %lld",
	                                      (long long)bits).at, text);
}

static const char *order_text(enum date_order order)
{
	switch (order) {
	case DATE_DAY_MONTH_YEAR: return "a date such as 22.11.2026 10:30";
	case DATE_MONTH_DAY_YEAR: return "a date such as 11/22/2026 10:30 AM";
	case DATE_YEAR_MONTH_DAY: break;
	}
	return "a date such as 2026-11-22 10:30";
}

static struct value read_typed(const struct mapped *m, uint32_t column, struct text text)
{
	const struct mapping_column *c = &m->mapping->columns[column];
	struct text trimmed = text_trim(text);
	int64_t number;

	switch (c->type) {
	case COLUMN_INTEGER:
		if (number_parse(trimmed, &number))
			return value_number(TYPE_INTEGER, number);
		return misfit(m, column, "a number", text);
	case COLUMN_BOOL:
		if (read_bool(trimmed, &number))
			return value_number(TYPE_BOOL, number);
		return misfit(m, column, "True, 1 or Yes, or False, 0 or No", text);
	case COLUMN_VERSION:
		if (version_parse(trimmed, &number))
			return value_number(TYPE_VERSION, number);
		return misfit(m, column, "a version such as 10.0.22631.3007", text);
	case COLUMN_DATE:
		if (mapped_date(trimmed, c->order, &number))
			return value_number(TYPE_DATE, number);
		return misfit(m, column, order_text(c->order), text);
	case COLUMN_BITS:
		return read_bits(m, column, trimmed);
	case COLUMN_TEXT: case COLUMN_SPLIT: case COLUMN_FILE:
		break;
	}
	return value_text(TYPE_TEXT, text);
}

/* --- texts --- */

static struct value not_text(const struct mapped *m, uint32_t column, struct text bytes)
{
	struct text name = m->mapping->columns[column].name;
	struct text shown = show_text(bytes, m->arena);

	return mapped_undecodable(arena_printf(m->arena, "column %.*s: %.*s is not %s; if this is "
		"an ANSI code page, it has to be said: encoding windows-1252", TEXT_ARGS(name),
		TEXT_ARGS(shown), charset_name(m->csv.charset)));
}

static struct value flattened(const struct mapped *m, uint32_t column, struct text text)
{
	struct text name = m->mapping->columns[column].name;
	struct text shown = show_text(text, m->arena);

	return mapped_undecodable(arena_printf(m->arena, "column %.*s: %.*s is the type of what was "
		"there, not its value; Select-Object has to write the value out",
		TEXT_ARGS(name), TEXT_ARGS(shown)));
}

/* The text of the column, or a state. A title that the input has twice has to say the same. */
static struct value read_places(const struct mapped *m, uint32_t column, struct text *text)
{
	const struct mapped_column *c = &m->columns[column];
	struct text other;

	for (uint32_t i = 0; i < c->count; i++) {
		if (!mapped_text(m, c->places[i], &other))
			return not_text(m, column, other);
		if (i > 0 && !text_equal(*text, other))
			return value_in_state(STATE_DUPLICATE, arena_printf(m->arena,
				"column %.*s: it is there twice, and differs",
				TEXT_ARGS(m->mapping->columns[column].name)).at);
		*text = other;
	}
	return value_text(TYPE_TEXT, *text);
}

static struct text file_name(struct text path)
{
	uint32_t dot;

	for (uint32_t i = path.length; i > 0; i--)
		if (path.at[i - 1] == '/') {
			path = (struct text){ path.at + i, path.length - i };
			break;
		}
	for (dot = path.length; dot > 1 && path.at[dot - 1] != '.'; dot--)
		;
	if (dot > 1)
		path.length = dot - 1;
	return path;
}

static struct value read_column(const struct mapped *m, uint32_t column)
{
	const struct mapping_column *c = &m->mapping->columns[column];
	struct text text = TEXT("");
	struct value value;

	if (c->type == COLUMN_FILE)
		return value_text(TYPE_TEXT, file_name(m->input->name));
	if (m->columns[column].count == 0)
		return value_in_state(STATE_MISSING, m->columns[column].lacking);
	value = read_places(m, column, &text);
	if (value.state != STATE_PRESENT)
		return value;
	if (is_unknown(m->mapping, text_trim(text)))
		return c->optional ? value_in_state(STATE_ABSENT, NULL)
		                   : value_in_state(STATE_MISSING, m->columns[column].empty);
	if (is_flattened(text_trim(text)))
		return flattened(m, column, text);
	return read_typed(m, column, text);
}

struct value mapped_column_value(struct mapped *m, uint32_t column)
{
	if (!m->known[column]) {
		m->values[column] = read_column(m, column);
		m->known[column] = true;
	}
	return m->values[column];
}
