/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/csv_reader.h"

#include "base/utf8.h"

/* No unit of two bytes has this value. */
#define UNIT_END UINT32_MAX

static uint32_t width(const struct csv_reader *reader)
{
	return charset_width(reader->charset);
}

/* The unit at `at`, or UNIT_END if it is not whole. */
static uint32_t unit_at(const struct csv_reader *reader, uint32_t at)
{
	if (reader->bytes.length - at < width(reader))
		return UNIT_END;
	return charset_unit(reader->charset, reader->bytes, at);
}

static void pass_unit(struct csv_reader *reader)
{
	reader->now.at += width(reader);
}

static void pass_line_end(struct csv_reader *reader)
{
	pass_unit(reader);
	reader->now.lines++;
	reader->now.line_start = reader->now.at;
}

uint64_t csv_column(const struct csv_reader *reader, const struct csv_place *place)
{
	return (place->at - place->line_start) / width(reader) + 1;
}

/* The first fault of a record is the one that is told. */
static void blame(struct csv_reader *reader, enum csv_fault fault, struct csv_place place)
{
	if (reader->fault != CSV_FINE)
		return;
	reader->fault = fault;
	reader->fault_place = place;
}

/* The end of the record that began at `start` can't be known. */
static void blame_quote(struct csv_reader *reader, enum csv_fault fault, struct csv_place place)
{
	reader->fault = fault;
	reader->fault_place = place;
	if (reader->one_line_until < reader->now.at)
		reader->one_line_until = reader->now.at;
}

/* --- fields --- */

static bool is_line_end(uint32_t unit)
{
	return unit == '\n' || unit == '\r';
}

static bool ends_field(const struct csv_reader *reader, uint32_t unit)
{
	return unit == (unsigned char)reader->delimiter || is_line_end(unit) || unit == UNIT_END;
}

/* Up to the delimiter, line end or end. */
static void scan_plain(struct csv_reader *reader, struct csv_field *field)
{
	uint32_t unit;

	field->from = reader->now.at;
	while (!ends_field(reader, unit = unit_at(reader, reader->now.at))) {
		if (unit == 0)
			blame(reader, CSV_NUL, reader->now);
		pass_unit(reader);
	}
	field->to = reader->now.at;
}

/* Behind the quote that closes the field. False if none does, or none may. */
static bool scan_quoted(struct csv_reader *reader, struct csv_field *field)
{
	for (;;) {
		uint32_t unit = unit_at(reader, reader->now.at);

		if (unit == UNIT_END
		    || (is_line_end(unit) && reader->now.at < reader->one_line_until))
			return false;
		if (unit == '\n') {
			pass_line_end(reader);
			continue;
		}
		if (unit == 0)
			blame(reader, CSV_NUL, reader->now);
		field->to = reader->now.at;
		pass_unit(reader);
		if (unit != '"')
			continue;
		if (unit_at(reader, reader->now.at) != '"')
			return true;
		field->doubled = true;
		pass_unit(reader);
	}
}

/* A field that begins with a quote. False if the record's end can't be known. */
static bool read_quoted(struct csv_reader *reader, struct csv_field *field)
{
	struct csv_place quote = reader->now;

	pass_unit(reader);
	field->quoted = true;
	field->from = field->to = reader->now.at;
	if (!scan_quoted(reader, field)) {
		blame_quote(reader, CSV_OPEN_QUOTE, quote);
		return false;
	}
	if (ends_field(reader, unit_at(reader, reader->now.at)))
		return true;
	blame_quote(reader, CSV_BEHIND_QUOTE, reader->now);
	return false;
}

static bool read_field(struct csv_reader *reader, struct csv_field *field)
{
	struct csv_place place = reader->now;

	*field = (struct csv_field){ 0 };
	if (unit_at(reader, reader->now.at) != '"')
		scan_plain(reader, field);
	else if (!read_quoted(reader, field))
		return false;
	if (field->to - field->from > CSV_MAX_FIELD)
		blame(reader, CSV_LONG_FIELD, place);
	return true;
}

/* --- records --- */

static void pass_record_end(struct csv_reader *reader)
{
	uint32_t unit = unit_at(reader, reader->now.at);

	if (unit == '\r') {
		pass_unit(reader);
		if (unit_at(reader, reader->now.at) != '\n') {
			reader->now.lines++;
			reader->now.line_start = reader->now.at;
			return;
		}
		unit = '\n';
	}
	if (unit == '\n')
		pass_line_end(reader);
}

/* Go on at the line behind the first one of the record that can't be read. */
static void resume(struct csv_reader *reader)
{
	uint32_t unit;

	reader->now = reader->start;
	while ((unit = unit_at(reader, reader->now.at)) != UNIT_END && !is_line_end(unit))
		pass_unit(reader);
	pass_record_end(reader);
}

static void check_size(struct csv_reader *reader)
{
	uint32_t at = reader->now.at;

	if (at - reader->start.at > CSV_MAX_RECORD)
		blame(reader, CSV_LONG_RECORD, reader->start);
	if (reader->count > CSV_MAX_FIELDS)
		blame(reader, CSV_MANY_FIELDS, reader->start);
	if (unit_at(reader, at) == UNIT_END && at < reader->bytes.length) {
		blame(reader, CSV_CUT, reader->now);
		reader->now.at = reader->bytes.length;
	}
}

/* The fields at `at`, up to a line end. False if the record's end can't be known. */
static bool read_fields(struct csv_reader *reader)
{
	struct csv_field surplus = { 0 };

	for (;;) {
		struct csv_field *field = reader->count < CSV_MAX_FIELDS
			? &reader->fields[reader->count] : &surplus;

		if (!read_field(reader, field))
			return false;
		reader->count++;
		if (unit_at(reader, reader->now.at) != (unsigned char)reader->delimiter)
			return true;
		pass_unit(reader);
	}
}

static void pass_empty_lines(struct csv_reader *reader)
{
	while (is_line_end(unit_at(reader, reader->now.at)))
		pass_record_end(reader);
}

enum csv_step csv_next(struct csv_reader *reader)
{
	pass_empty_lines(reader);
	reader->start = reader->now;
	reader->count = 0;
	reader->fault = CSV_FINE;
	if (reader->now.at == reader->bytes.length)
		return CSV_END;
	if (!read_fields(reader)) {
		resume(reader);
		return CSV_REFUSED;
	}
	check_size(reader);
	pass_record_end(reader);
	return reader->fault == CSV_FINE ? CSV_RECORD : CSV_REFUSED;
}

/* --- the start --- */

/* Does the line at `at` begin so, without regard to case? */
static bool line_begins(const struct csv_reader *reader, const char *word)
{
	for (uint32_t at = reader->now.at; *word; word++, at += width(reader)) {
		uint32_t unit = unit_at(reader, at);

		if (unit >= 'a' && unit <= 'z')
			unit -= 'a' - 'A';
		if (unit != (unsigned char)*word)
			return false;
	}
	return true;
}

static void pass_line(struct csv_reader *reader)
{
	while (!is_line_end(unit_at(reader, reader->now.at))
	       && unit_at(reader, reader->now.at) != UNIT_END)
		pass_unit(reader);
	pass_record_end(reader);
}

/* `sep=;` alone on its line, as Excel understands it. */
static void take_separator(struct csv_reader *reader, bool wanted)
{
	uint32_t at = reader->now.at + 4 * width(reader);
	uint32_t unit;

	if (!line_begins(reader, "SEP=") || at > reader->bytes.length)
		return;
	unit = unit_at(reader, at);
	if (unit == 0 || unit > 0x7e || unit == '"' || is_line_end(unit)
	    || !(is_line_end(unit_at(reader, at + width(reader)))))
		return;
	if (wanted)
		reader->delimiter = (char)unit;
	pass_line(reader);
}

/* The delimiter that stands most often outside of quotes in the first record. */
static char find_delimiter(const struct csv_reader *reader)
{
	static const char candidates[] = ",;\t";
	uint32_t counts[3] = { 0 }, unit, best = 0;
	bool inside = false;

	for (uint32_t at = reader->now.at; (unit = unit_at(reader, at)) != UNIT_END; at += width(reader)) {
		if (unit == '"')
			inside = !inside;
		else if (!inside && is_line_end(unit))
			break;
		for (uint32_t i = 0; !inside && i < 3; i++)
			counts[i] += unit == (unsigned char)candidates[i];
	}
	for (uint32_t i = 1; i < 3; i++)
		if (counts[i] > counts[best])
			best = i;
	return candidates[best];
}

void csv_open(struct csv_reader *reader, struct text bytes, const struct csv_options *options,
              struct arena *arena)
{
	uint32_t mark;
	enum charset charset = charset_of_mark(bytes, &mark);

	*reader = (struct csv_reader){ .bytes = bytes, .now = { mark, mark, 0 },
	                               .charset = mark ? charset : options->charset,
	                               .delimiter = options->delimiter };
	reader->fields = arena_array(arena, CSV_MAX_FIELDS, sizeof *reader->fields);
	if (line_begins(reader, "#TYPE"))
		pass_line(reader);
	take_separator(reader, !reader->delimiter);
	if (!reader->delimiter)
		reader->delimiter = find_delimiter(reader);
}

/* --- text --- */

static bool make_text(const struct csv_reader *reader, const struct csv_field *field, char *out,
                      uint32_t *used)
{
	struct text bytes = { reader->bytes.at, field->to };
	uint32_t length, character;

	for (uint32_t at = field->from; at < field->to; at += length) {
		character = charset_next(reader->charset, bytes, at, &length);
		if (character == UTF8_BAD)
			return false;
		*used += utf8_write(character, out + *used);
		if (character == '"' && field->doubled)
			length *= 2;
	}
	return true;
}

bool csv_text(const struct csv_reader *reader, uint32_t index, struct arena *arena,
              struct text *text)
{
	const struct csv_field *field = &reader->fields[index];
	uint32_t used = 0;
	char *out;

	*text = (struct text){ reader->bytes.at + field->from, field->to - field->from };
	if (reader->charset == CHARSET_UTF8 && !field->doubled)
		return utf8_first_bad(*text) == text->length;
	/* One byte of windows-1252 makes at most three of UTF-8. */
	out = arena_alloc(arena, (size_t)text->length * 3 + 1);
	if (!make_text(reader, field, out, &used))
		return false;
	*text = (struct text){ out, used };
	return true;
}

const char *csv_explain(enum csv_fault fault)
{
	static const char *const texts[] = {
		[CSV_FINE] = "",
		[CSV_NUL] = "a NUL byte; text has none, and UTF-16 begins with a byte order mark",
		[CSV_BEHIND_QUOTE] = "text behind the quote that closes a field",
		[CSV_OPEN_QUOTE] = "the quote that opens this field is never closed",
		[CSV_LONG_FIELD] = "this field is longer than 1 MiB",
		[CSV_LONG_RECORD] = "this record is longer than 4 MiB",
		[CSV_MANY_FIELDS] = "this record has more than 4,096 fields",
		[CSV_CUT] = "the input ends in the middle of a character",
	};

	return texts[fault];
}
