/* SPDX-License-Identifier: Apache-2.0 */
/* CSV. The first byte says what is declared. Whatever the rest: records come in the order of the
 * input and end before the next begins, and what is read, written with all fields in quotes, is
 * read as the same. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "facts/csv_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "this does not hold: %s\n", what);
	abort();
}

static void check_record(const struct csv_reader *reader)
{
	uint32_t at = reader->start.at;

	check(reader->count > 0, "a record has a field");
	for (uint32_t i = 0; i < reader->count; i++) {
		const struct csv_field *field = &reader->fields[i];

		check(field->from >= at && field->from <= field->to, "fields stand in order");
		check(field->to - field->from <= CSV_MAX_FIELD, "no field is too long");
		at = field->to;
	}
	check(at <= reader->now.at, "a record ends before the next");
}

static void check_fault(const struct csv_reader *reader)
{
	const struct csv_place *place = &reader->fault_place;

	check(*csv_explain(reader->fault) != '\0', "a fault has a reason");
	check(place->at >= reader->start.at && place->at <= reader->bytes.length,
	      "a fault is in the record or behind it");
	check(csv_column(reader, place) >= 1 && place->line_start <= place->at,
	      "a fault has a place in its line");
}

static void write_field(struct buffer *out, struct text text)
{
	buffer_byte(out, '"');
	for (uint32_t i = 0; i < text.length; i++) {
		if (text.at[i] == '"')
			buffer_byte(out, '"');
		buffer_byte(out, text.at[i]);
	}
	buffer_byte(out, '"');
}

static void write_record(struct buffer *out, const struct csv_reader *reader, struct arena *arena)
{
	struct text text;

	for (uint32_t i = 0; i < reader->count; i++) {
		if (i > 0)
			buffer_byte(out, ';');
		if (csv_text(reader, i, arena, &text))
			write_field(out, text);
		else
			buffer_string(out, "\"?\"");
	}
	buffer_string(out, "\r\n");
}

/* Write all records; the result is how many were refused. */
static uint32_t rewrite(struct buffer *out, struct text bytes, const struct csv_options *options)
{
	struct arena arena = { 0 };
	struct csv_reader reader;
	struct csv_place before = { 0 };
	uint32_t refused = 0;
	enum csv_step step;

	csv_open(&reader, bytes, options, &arena);
	while ((step = csv_next(&reader)) != CSV_END) {
		check(reader.now.at > before.at, "reading goes on");
		check(reader.now.lines >= before.lines, "lines are counted upwards");
		before = reader.now;
		if (step == CSV_RECORD) {
			check_record(&reader);
			write_record(out, &reader, &arena);
		} else {
			check_fault(&reader);
			refused++;
		}
	}
	arena_free(&arena);
	return refused;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct csv_options options = { 0 }, plain = { .delimiter = ';' };
	struct buffer once = { 0 }, again = { 0 };

	if (length < 1 || length > UINT32_MAX)
		return 0;
	options.charset = (enum charset)(bytes[0] % CHARSET_COUNT);
	options.delimiter = ",;\t\0"[bytes[0] / CHARSET_COUNT % 4];
	rewrite(&once, (struct text){ (const char *)bytes + 1, (uint32_t)length - 1 }, &options);
	/* A quote before all, so that the mark, #TYPE and sep= are not meant. */
	check(rewrite(&again, buffer_view(&once), &plain) == 0 || once.length > CSV_MAX_FIELD,
	      "what is written is read");
	check(text_equal(buffer_view(&once), buffer_view(&again)) || once.length > CSV_MAX_FIELD,
	      "what is written is read as the same");
	buffer_done(&once);
	buffer_done(&again);
	return 0;
}
