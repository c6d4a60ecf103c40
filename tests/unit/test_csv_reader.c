/* SPDX-License-Identifier: Apache-2.0 */
/* CSV as Windows writes it, its damage, and its encodings; and the reader against a second,
 * slower one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "facts/csv_reader.h"

/* --- what was read, as text: a record in brackets, a refusal with its place --- */

static void print_record(struct buffer *out, const struct csv_reader *reader, struct arena *arena)
{
	struct text text;

	buffer_byte(out, '[');
	for (uint32_t i = 0; i < reader->count; i++) {
		if (i > 0)
			buffer_byte(out, '|');
		if (csv_text(reader, i, arena, &text))
			buffer_text(out, text);
		else
			buffer_string(out, "(not text)");
	}
	buffer_byte(out, ']');
}

static void print_fault(struct buffer *out, const struct csv_reader *reader)
{
	static const char *const names[] = { "fine", "nul", "behind", "open", "long field",
		"long record", "many", "cut" };

	buffer_printf(out, "<%u:%u %s>", (unsigned)reader->fault_place.lines + 1,
	              (unsigned)csv_column(reader, &reader->fault_place), names[reader->fault]);
}

static void print_all(struct buffer *out, struct text bytes, const struct csv_options *options)
{
	struct arena arena = { 0 };
	struct csv_reader reader;
	enum csv_step step;

	csv_open(&reader, bytes, options, &arena);
	while ((step = csv_next(&reader)) != CSV_END)
		if (step == CSV_RECORD)
			print_record(out, &reader, &arena);
		else
			print_fault(out, &reader);
	buffer_byte(out, '\0');
	arena_free(&arena);
}

static void check_bytes(struct text bytes, struct csv_options options, const char *expected)
{
	struct buffer out = { 0 };
	char *copy = malloc(bytes.length ? bytes.length : 1);

	/* As long as it is, so that reading past it is seen. */
	memcpy(copy, bytes.length ? bytes.at : "", bytes.length);
	print_all(&out, (struct text){ copy, bytes.length }, &options);
	assert_string_equal(out.at, expected);
	free(copy);
	buffer_done(&out);
}

#define CHECK(bytes, expected) \
	check_bytes(TEXT(bytes), (struct csv_options){ 0 }, expected)

/* --- records and fields --- */

static void fields_are_parted_and_lines_end(void **state)
{
	(void)state;
	CHECK("", "");
	CHECK("\n\r\n\n", "");
	CHECK("a,b\r\n1,2\r\n", "[a|b][1|2]");
	CHECK("a,b\n1,2", "[a|b][1|2]");
	CHECK("a,b\r1,2\r", "[a|b][1|2]");
	CHECK("a,b\n\n,\n", "[a|b][|]");
	CHECK("a,b,\n , x ,\n", "[a|b|][ | x |]");
}

static void quotes_hold_what_parts_and_ends(void **state)
{
	(void)state;
	CHECK("a,b\n\"1,\r\n2\",\"\"\n", "[a|b][1,\r\n2|]");
	CHECK("a,b\n\"say \"\"x\"\"\",\"\"\"\"\n", "[a|b][say \"x\"|\"]");
	CHECK("a,b\n24\" wide,x\"\n", "[a|b][24\" wide|x\"]");
}

static void the_delimiter_is_the_one_that_the_header_holds_most_of(void **state)
{
	(void)state;
	CHECK("a;b;c\n1,5;2;3\n", "[a|b|c][1,5|2|3]");
	CHECK("a\tb\n1;2\t3\n", "[a|b][1;2|3]");
	CHECK("\"a;;;\",b\n1;,2\n", "[a;;;|b][1;|2]");
	CHECK("a\n1;2\n", "[a][1;2]");
	CHECK("sep=|\r\na|b\r\n", "[a|b]");
	check_bytes(TEXT("a,b,c;d\n"), (struct csv_options){ .delimiter = ';' }, "[a,b,c|d]");
	check_bytes(TEXT("sep=|\na;b\n"), (struct csv_options){ .delimiter = ';' }, "[a|b]");
}

static void the_line_with_the_type_is_passed(void **state)
{
	(void)state;
	CHECK("#TYPE Selected.System.Management.Automation.PSCustomObject\r\n\"a\",\"b\"\r\n",
	      "[a|b]");
	CHECK("#type", "");
	CHECK("a\n#TYPE x\n", "[a][#TYPE x]");
}

/* --- encodings --- */

static void a_byte_order_mark_tells_the_encoding(void **state)
{
	(void)state;
	CHECK("\xef\xbb\xbf\"a\",b\n", "[a|b]");
	CHECK("\xff\xfe" "a\0,\0\x1e\x01\r\0\n\0\"\0\"\0\"\0\"\0,\0\x3d\xd8\x00\xde\n\0",
	      "[a|\xc4\x9e][\"|\xf0\x9f\x98\x80]");
	CHECK("\xfe\xff" "\0a\0,\x01\x1e\0\n\0#\0T\0,", "[a|\xc4\x9e][#T|]");
	CHECK("\xff\xfe#\0T\0y\0p\0e\0\n\0s\0e\0p\0=\0;\0\n\0a\0;\0b\0", "[a|b]");
	CHECK("\xff\xfe", "");
}

static void an_ansi_code_page_is_declared_and_never_guessed(void **state)
{
	struct csv_options ansi = { .charset = CHARSET_WINDOWS_1252 };

	(void)state;
	CHECK("n\xe4me,b\nM\xfcller,x\n", "[(not text)|b][(not text)|x]");
	check_bytes(TEXT("n\xe4me,b\nM\xfcller,\x80\n\x81,\"\xff\"\"\"\n"), ansi,
	            "[n\xc3\xa4me|b][M\xc3\xbcller|\xe2\x82\xac][(not text)|\xc3\xbf\"]");
	/* A mark says more than a declaration. */
	check_bytes(TEXT("\xef\xbb\xbf\xc3\xa4\n"), ansi, "[\xc3\xa4]");
}

static void halves_of_characters_are_no_text(void **state)
{
	(void)state;
	CHECK("\xff\xfe" "a\0\n\0\x3d\xd8\n\0b\0", "[a][(not text)][b]");
	CHECK("\xff\xfe" "a\0\n\0b", "[a]<2:1 cut>");
	CHECK("\xff\xfe" "a\0\n\0\"\0b\0x", "[a]<2:1 open><2:3 cut>");
}

/* --- damage --- */

static void a_nul_costs_its_record(void **state)
{
	(void)state;
	CHECK("a,b\n1,x\0y\n3,4\n", "[a|b]<2:4 nul>[3|4]");
	CHECK("a,b\n\"1\n\0\",2\n3,4\n", "[a|b]<3:1 nul>[3|4]");
	CHECK("a\0,\0b\0\n\0", "<1:2 nul><2:1 nul>");
}

static void text_behind_a_quote_costs_its_first_line(void **state)
{
	(void)state;
	CHECK("a,b\n\"1\"x,2\n3,4\n", "[a|b]<2:4 behind>[3|4]");
	CHECK("a,b\n\"1,2\n\"3\",\"4\"\n5,6\n", "[a|b]<3:2 behind>[3|4][5|6]");
	/* Up to the mistake no field goes over a line end again. */
	CHECK("a\n\"1\n2\n\"3\n\"4\n5\"\n", "[a]<4:2 behind>[2]<5:2 behind>[4\n5]");
}

static void an_open_quote_costs_its_line(void **state)
{
	(void)state;
	CHECK("a,b\n1,\"2\n3,4\n\n5,6", "[a|b]<2:3 open>[3|4][5|6]");
	CHECK("\"", "<1:1 open>");
	CHECK("\"\"\"", "<1:1 open>");
}

static void fill(struct buffer *bytes, uint32_t count)
{
	buffer_repeat(bytes, 'x', count);
}

static void what_is_too_large_is_refused_and_passed(void **state)
{
	struct buffer bytes = { 0 };

	(void)state;
	buffer_string(&bytes, "a,b\n\"");
	fill(&bytes, CSV_MAX_FIELD + 1);
	buffer_string(&bytes, "\nPC9,no\n\",2\n3,4\n");
	check_bytes(buffer_view(&bytes), (struct csv_options){ 0 },
	            "[a|b]<2:1 long field>[3|4]");
	buffer_reset(&bytes);
	for (uint32_t i = 0; i < CSV_MAX_FIELDS; i++)
		buffer_byte(&bytes, ',');
	buffer_string(&bytes, "\n1\n");
	check_bytes(buffer_view(&bytes), (struct csv_options){ 0 }, "<1:1 many>[1]");
	buffer_reset(&bytes);
	for (uint32_t i = 0; i < 5; i++) {
		fill(&bytes, CSV_MAX_FIELD);
		buffer_byte(&bytes, ';');
	}
	buffer_string(&bytes, "\n1\n");
	check_bytes(buffer_view(&bytes), (struct csv_options){ 0 }, "<1:1 long record>[1]");
	buffer_done(&bytes);
}

/* Each line leaves a quote open to the end: reading on must not cost the rest of the input each. */
static void many_open_quotes_take_little_time(void **state)
{
	static const char *const lines[] = { "a\",\"b\n", "a\",\"b\r", "\"x\n", "\"x\"y\r\n" };
	struct arena arena = { 0 };
	struct csv_reader reader;
	uint32_t steps = 0;

	(void)state;
	for (uint32_t kind = 0; kind < 4; kind++) {
		struct buffer bytes = { 0 };

		for (uint32_t i = 0; i < 400000; i++)
			buffer_string(&bytes, lines[kind]);
		csv_open(&reader, buffer_view(&bytes), &(struct csv_options){ .delimiter = ',' },
		         &arena);
		while (csv_next(&reader) != CSV_END)
			steps++;
		buffer_done(&bytes);
	}
	assert_true(steps >= 400000);
	arena_free(&arena);
}

/* --- a second reader: one state for each byte, and nothing else --- */

enum reference_state { BEGIN, PLAIN, QUOTED, QUOTE };

/* Print the records of well-formed lines; false where the input is not well-formed. */
static bool refer(struct buffer *out, struct text bytes)
{
	enum reference_state now = BEGIN;
	bool open = false;      /* a record has begun */

	for (uint32_t i = 0; i < bytes.length; i++) {
		char byte = bytes.at[i];

		if (now == QUOTED) {
			if (byte == '"')
				now = QUOTE;
			else
				buffer_byte(out, byte);
			continue;
		}
		if (now == QUOTE && byte == '"') {
			buffer_byte(out, byte);
			now = QUOTED;
			continue;
		}
		if (!open && byte == '\n')
			continue;
		if (!open)
			buffer_byte(out, '[');
		open = byte != '\n';
		if (byte == '\n' || byte == ',') {
			buffer_byte(out, byte == ',' ? '|' : ']');
			now = BEGIN;
		} else if (now == QUOTE) {
			return false;
		} else if (now == BEGIN && byte == '"') {
			now = QUOTED;
		} else {
			buffer_byte(out, byte);
			now = PLAIN;
		}
	}
	if (open)
		buffer_byte(out, ']');
	buffer_byte(out, '\0');
	return now != QUOTED;
}

static uint32_t random_next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

static void both_readers_agree_on_all_well_formed_texts(void **state)
{
	static const char letters[] = "a,\"\n\",\"x";
	uint32_t seed = 1, good = 0;

	(void)state;
	for (uint32_t round = 0; round < 200000; round++) {
		char text[16];
		uint32_t length = random_next(&seed) % sizeof text;
		struct buffer expected = { 0 }, found = { 0 };

		for (uint32_t i = 0; i < length; i++)
			text[i] = letters[random_next(&seed) % (sizeof letters - 1)];
		print_all(&found, (struct text){ text, length },
		          &(struct csv_options){ .delimiter = ',' });
		if (refer(&expected, (struct text){ text, length })) {
			good++;
			assert_string_equal(found.at, expected.at);
		} else {
			assert_non_null(strchr(found.at, '<'));
		}
		buffer_done(&expected);
		buffer_done(&found);
	}
	assert_true(good > 20000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_parted_and_lines_end),
		cmocka_unit_test(quotes_hold_what_parts_and_ends),
		cmocka_unit_test(the_delimiter_is_the_one_that_the_header_holds_most_of),
		cmocka_unit_test(the_line_with_the_type_is_passed),
		cmocka_unit_test(a_byte_order_mark_tells_the_encoding),
		cmocka_unit_test(an_ansi_code_page_is_declared_and_never_guessed),
		cmocka_unit_test(halves_of_characters_are_no_text),
		cmocka_unit_test(a_nul_costs_its_record),
		cmocka_unit_test(text_behind_a_quote_costs_its_first_line),
		cmocka_unit_test(an_open_quote_costs_its_line),
		cmocka_unit_test(what_is_too_large_is_refused_and_passed),
		cmocka_unit_test(many_open_quotes_take_little_time),
		cmocka_unit_test(both_readers_agree_on_all_well_formed_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
