/* SPDX-License-Identifier: Apache-2.0 */
/* The reader against jansson, the strictest library there is, and against its own
 * promises where jansson makes none: depth, offsets, sequences. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "facts/json_reader.h"

static struct arena arena;

/* --- what jansson makes of a document, and what the reader does --- */

static json_t *build(struct json_reader *reader);

static json_t *build_object(struct json_reader *reader)
{
	json_t *object = json_object();

	while (reader_next(reader) == READER_NAME) {
		struct text name = reader_string(reader, &arena);
		char *key = strndup(name.length ? name.at : "", name.length);
		json_t *value;

		reader_next(reader);
		value = build(reader);
		if (!value || json_object_set_new(object, key, value) != 0) {
			free(key);
			json_decref(object);
			return NULL;
		}
		free(key);
	}
	if (reader->token == READER_OBJECT_END)
		return object;
	json_decref(object);
	return NULL;
}

static json_t *build_array(struct json_reader *reader)
{
	json_t *array = json_array();

	while (reader_next(reader) != READER_ARRAY_END) {
		json_t *value = build(reader);

		if (!value) {
			json_decref(array);
			return NULL;
		}
		json_array_append_new(array, value);
	}
	return array;
}

/* jansson refuses numbers that it can't hold; the reader leaves that to its caller. */
static json_t *build_number(const struct json_reader *reader)
{
	char digits[512];
	double real;

	if (reader->raw.length >= sizeof digits)
		return NULL;
	memcpy(digits, reader->raw.at, reader->raw.length);
	digits[reader->raw.length] = '\0';
	if (!strpbrk(digits, ".eE"))
		return NULL;
	real = strtod(digits, NULL);
	return json_real(real);         /* NULL for an infinity */
}

/* The value that starts with the last token; NULL if it is broken. */
static json_t *build(struct json_reader *reader)
{
	struct text text;

	switch (reader->token) {
	case READER_OBJECT:
		return build_object(reader);
	case READER_ARRAY:
		return build_array(reader);
	case READER_STRING:
		text = reader_string(reader, &arena);
		return json_stringn(text.length ? text.at : "", text.length);
	case READER_INTEGER:
		return json_integer(reader->number);
	case READER_NUMBER:
		return build_number(reader);
	case READER_TRUE:
		return json_true();
	case READER_FALSE:
		return json_false();
	case READER_NULL:
		return json_null();
	case READER_ERROR: case READER_END: case READER_NAME:
	case READER_OBJECT_END: case READER_ARRAY_END:
		break;
	}
	return NULL;
}

/* A text that is the whole document, or NULL. */
static json_t *build_document(struct json_reader *reader, struct text text)
{
	json_t *value = NULL;

	reader_open(reader, text);
	if (reader_begin(reader)) {
		reader_next(reader);
		value = build(reader);
	}
	if (value && (reader_next(reader) != READER_END || reader_begin(reader))) {
		json_decref(value);
		value = NULL;
	}
	return value;
}

static bool is_skipped(struct text text)
{
	struct json_reader reader;

	reader_open(&reader, text);
	return reader_begin(&reader) && reader_next(&reader) != READER_ERROR
	    && reader_skip(&reader) && reader_next(&reader) == READER_END
	    && !reader_begin(&reader);
}

static bool is_too_deep(const struct json_reader *reader)
{
	return reader->token == READER_ERROR && reader->error.fault
	    && strcmp(reader->error.fault, "nesting deeper than 32") == 0;
}

/* jansson takes NUL after a number for the end of the document. */
static json_t *load(const char *bytes, size_t length, json_error_t *error)
{
	if (memchr(bytes, '\0', length))
		return NULL;
	return json_loadb(bytes, length, JSON_DECODE_ANY, error);
}

/* Do both say the same? Then the result is whether they accept; else the test fails. */
static bool compare(struct text text)
{
	/* A copy of exactly this size, so that a sanitizer sees any overrun. */
	char *copy = malloc(text.length ? text.length : 1);
	struct text exact = { memcpy(copy, text.at, text.length), text.length };
	struct json_reader reader;
	json_error_t error = { .text = "NUL" };
	json_t *theirs = load(copy, text.length, &error);
	json_t *ours = build_document(&reader, exact);
	bool accepted = ours != NULL;

	if (!is_too_deep(&reader)) {
		if (!ours != !theirs
		    || (ours && !json_equal(ours, theirs)))
			fail_msg("differs on %.*s\njansson: %s", (int)text.length,
			         text.at, theirs ? "accepted" : error.text);
		if (ours && !is_skipped(exact))
			fail_msg("is read but not skipped: %.*s",
			         (int)text.length, text.at);
		if (reader.token == READER_ERROR && is_skipped(exact))
			fail_msg("is skipped but not read: %.*s",
			         (int)text.length, text.at);
	}
	json_decref(ours);
	json_decref(theirs);
	arena_reset(&arena);
	free(copy);
	return accepted;
}

#define CASE(literal) { literal, sizeof(literal) - 1 }

static const struct text good[] = {
	CASE("{}"), CASE("[]"), CASE("0"), CASE("-0"), CASE("null"), CASE("\"\""),
	CASE(" \t\r\n[1 , 2]\n"), CASE("{\"a\":{\"b\":[{}, []]}}"),
	CASE("[1.5, 1e3, 1E+3, 1e-3, -0.0, 0.1e1]"),
	CASE("9223372036854775807"), CASE("-9223372036854775808"),
	CASE("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), CASE("\"\\u00e9\\u20AC\\uD83D\\uDE00\""),
	CASE("\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\""), CASE("\"\x7f\""),
	CASE("\"\xf4\x8f\xbf\xbf\""), CASE("\"\\uffff\xef\xbf\xbf\""),
	CASE("{\"a\\u0062\": \"eight by\", \"ab\": \"eight bytes and more \\\\\"}"),
	CASE("{\"\": true, \"a\": false}"), CASE("{\"twice\": 1, \"twice\": 2}"),
	CASE("[\"1234567\", \"12345678\", \"123456789\"]"),
};

static const struct text bad[] = {
	CASE(""), CASE(" "), CASE("{"), CASE("}"), CASE("[1,]"), CASE("{\"a\":1,}"),
	CASE("{a:1}"), CASE("{'a':1}"), CASE("{\"a\" 1}"), CASE("{\"a\":}"),
	CASE("[1 2]"), CASE("[,1]"), CASE("[1]]"), CASE("[1}"), CASE("{\"a\"]"),
	CASE("01"), CASE("-"), CASE("+1"), CASE("1."), CASE(".5"), CASE("1e"),
	CASE("1e+"), CASE("-01"), CASE("0x10"), CASE("NaN"), CASE("Infinity"),
	CASE("nul"), CASE("nulll"), CASE("True"), CASE("// x\n1"), CASE("/**/1"),
	CASE("9223372036854775808"), CASE("-9223372036854775809"),
	CASE("123456789012345678901234567890"), CASE("1e400"), CASE("-1e400"),
	CASE("\"a"), CASE("\"a\nb\""), CASE("\"\t\""), CASE("\"\x01\""),
	CASE("\"\\u0000\""), CASE("\"\0\""), CASE("\0"), CASE("1\0"),
	CASE("\"\\x\""), CASE("\"\\u12\""), CASE("\"\\u12g4\""), CASE("\"\\"),
	CASE("\"\\ud800\""), CASE("\"\\udc00\""), CASE("\"\\ud800\\u0041\""),
	CASE("\"\\ud800\\ud800\""), CASE("\"\\ud800x\""),
	CASE("\"\xff\""), CASE("\"\xc0\x80\""), CASE("\"\xed\xa0\x80\""),
	CASE("\"\xf4\x90\x80\x80\""), CASE("\"\xe2\x82\""), CASE("\"\xe2\""),
	CASE("\"1234567\x80\""), CASE("\xef\xbb\xbf{}"), CASE("[\"a\",\"b\":1]"),
	CASE("{\"\\u0000\":1}"), CASE("{} {}"), CASE("\"\\\0\""), CASE("\v1"),
};

static void good_documents_are_read_as_jansson_reads_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		if (!compare(good[i]))
			fail_msg("refused: %.*s", TEXT_ARGS(good[i]));
}

static void bad_documents_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (compare(bad[i]))
			fail_msg("accepted: %.*s", TEXT_ARGS(bad[i]));
}

/* --- at random --- */

static uint64_t seed = 20261122;

static uint32_t random_below(uint32_t limit)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 33) % limit;
}

static uint32_t mutate(char *bytes, uint32_t length)
{
	static const char likely[] = "{}[]\",:\\u0123456789abdefnrt-+.eE \n\t"
	                             "\x80\xbf\xc3\xed\xef\xf0\xff\x01";
	uint32_t at = random_below(length + 1);
	uint32_t from = random_below(length + 1);

	switch (random_below(4)) {
	case 0:                 /* another byte */
		if (at < length)
			bytes[at] = likely[random_below(sizeof likely)];
		return length;
	case 1:                 /* one more */
		memmove(bytes + at + 1, bytes + at, length - at);
		bytes[at] = likely[random_below(sizeof likely)];
		return length + 1;
	case 2:                 /* some less */
		if (from < at)
			from = at;
		memmove(bytes + at, bytes + from, length - from);
		return random_below(4) ? length : length - (from - at);
	default:                /* cut off */
		return random_below(8) ? length : at;
	}
}

static void mutations_are_judged_as_jansson_judges_them(void **state)
{
	char bytes[512];
	uint32_t accepted = 0;

	(void)state;
	for (uint32_t i = 0; i < 50000; i++) {
		const struct text from =
			good[random_below(sizeof good / sizeof good[0])];
		uint32_t length = from.length;

		memcpy(bytes, from.at, length);
		for (uint32_t n = 1 + random_below(3); n > 0; n--)
			length = mutate(bytes, length);
		accepted += compare((struct text){ bytes, length });
	}
	/* A test of refusals only, or of acceptances only, would be none. */
	assert_in_range(accepted, 5000, 45000);
}

/* --- what jansson does not promise --- */

static void read_to_error(struct json_reader *reader, struct text text)
{
	reader_open(reader, text);
	while (reader_begin(reader))
		while (reader_next(reader) > READER_END)
			continue;
}

static void nesting_ends_at_the_limit(void **state)
{
	char bytes[2 * READER_MAX_DEPTH + 2];
	struct json_reader reader;

	(void)state;
	memset(bytes, '[', READER_MAX_DEPTH);
	memset(bytes + READER_MAX_DEPTH, ']', READER_MAX_DEPTH);
	assert_true(compare((struct text){ bytes, 2 * READER_MAX_DEPTH }));
	memset(bytes, '[', READER_MAX_DEPTH + 1);
	memset(bytes + READER_MAX_DEPTH + 1, ']', READER_MAX_DEPTH + 1);
	read_to_error(&reader, (struct text){ bytes, sizeof bytes });
	assert_true(is_too_deep(&reader));
	assert_int_equal(reader.error.offset, READER_MAX_DEPTH);
}

static void errors_tell_what_was_expected_and_where(void **state)
{
	static const struct {
		const char *text;
		uint32_t offset;
		const char *explained;
	} cases[] = {
		{ "{\"a\" 1}", 5, "expected `:`, found `1`" },
		{ "{\"a\":1 \"b\":2}", 7, "expected `,` or `}`, found `\"`" },
		{ "[1, 2", 5, "expected `,` or `]`, found the end" },
		{ "[1,\n]", 4, "expected a value, found `]`" },
		{ "{\"a\":1,}", 7, "expected a name in quotes, found `}`" },
		{ "{,}", 1, "expected a name in quotes or `}`, found `,`" },
		{ "[-x]", 2, "expected a digit, found `x`" },
		{ "[\x01]", 1, "expected a value, found the byte 0x01" },
		{ "{\"a\"\n:\"", 6, "a string without an end" },
		{ "[\"ab\n\"]", 4, "a line end in a string" },
		{ "[\"\xc3(\"]", 2, "bytes that are not UTF-8" },
		{ "[\"\\u0000\"]", 2, "\\u0000 in a string" },
		{ "[\"\\ud812\"]", 2, "half a surrogate pair" },
		{ "[\"\\q\"]", 2, "an escape that JSON has not" },
		{ "{\"a\":1\n{\"b\":2}\n", 6,
		  "a text cut off at the end of its line" },
	};
	struct json_reader reader;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		read_to_error(&reader, text_from(cases[i].text));
		assert_int_equal(reader.token, READER_ERROR);
		assert_int_equal(reader.error.offset, cases[i].offset);
		assert_string_equal(reader_explain(&reader, &arena).at,
		                    cases[i].explained);
		assert_int_equal(reader_next(&reader), READER_ERROR);
		assert_false(reader_begin(&reader));
	}
}

static void tokens_are_described_briefly(void **state)
{
	static const char *const cases[][2] = {
		{ "\"2048\"", "text \"2048\"" }, { "1.50", "number 1.50" },
		{ "{}", "an object" }, { "[]", "an array" }, { "null", "null" },
		{ "\"01234567890123456789012345678901234567890123456789"
		  "0123456789abc\xc3\xa9 more\"",
		  "text \"01234567890123456789012345678901234567890123456789"
		  "0123456789abc\xc3\xa9...\"" },
		{ "\"\\n\xe2\x80\x8b\"", "text \"\\n\\u{200b}\"" },
	};
	struct json_reader reader;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct text shown;

		reader_open(&reader, text_from(cases[i][0]));
		reader_begin(&reader);
		reader_next(&reader);
		shown = reader_describe(&reader, &arena);
		assert_true(text_equal(shown, text_from(cases[i][1])));
	}
}

static void a_sequence_is_read_text_by_text(void **state)
{
	struct json_reader reader;
	uint32_t count = 0;

	(void)state;
	reader_open(&reader, TEXT(" {}[1]\n\"a\" 2\n\n"));
	for (; reader_begin(&reader); count++) {
		assert_int_not_equal(reader_next(&reader), READER_ERROR);
		assert_true(reader_skip(&reader));
		assert_int_equal(reader_next(&reader), READER_END);
	}
	assert_int_equal(count, 4);
}

static void what_was_begun_can_be_left(void **state)
{
	struct json_reader reader;

	(void)state;
	reader_open(&reader, TEXT("[{\"a\":[1,{\"b\":[2]}],\"c\":3},4]"));
	reader_begin(&reader);
	while (reader_next(&reader) != READER_INTEGER)
		continue;
	assert_int_equal(reader.depth, 3);
	assert_true(reader_leave(&reader, 1));
	assert_int_equal(reader_next(&reader), READER_INTEGER);
	assert_int_equal(reader.number, 4);
}

static void a_line_is_a_text_only_if_nothing_around_it_goes_on(void **state)
{
	(void)state;
	assert_true(reader_is_line(TEXT("{\"a\":1}"), 0, true));
	assert_true(reader_is_line(TEXT("[\n{\"a\":1} \r\n\n{"), 2, true));
	assert_false(reader_is_line(TEXT("[\n{\"a\":1}\n]"), 2, true));
	assert_true(reader_is_line(TEXT("[\n{\"a\":1}\n]"), 2, false));
	assert_false(reader_is_line(TEXT("[\n{\"a\":1}\n,{}]"), 2, true));
	assert_false(reader_is_line(TEXT("[\n{\"a\":1},\n{}]"), 2, false));
	assert_false(reader_is_line(TEXT("[\n{\"a\":\n1}"), 2, false));
	assert_false(reader_is_line(TEXT("[1]\n"), 0, false));
	assert_false(reader_is_line(TEXT("{} {}\n"), 0, false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_documents_are_read_as_jansson_reads_them),
		cmocka_unit_test(bad_documents_are_refused),
		cmocka_unit_test(mutations_are_judged_as_jansson_judges_them),
		cmocka_unit_test(nesting_ends_at_the_limit),
		cmocka_unit_test(errors_tell_what_was_expected_and_where),
		cmocka_unit_test(tokens_are_described_briefly),
		cmocka_unit_test(a_sequence_is_read_text_by_text),
		cmocka_unit_test(what_was_begun_can_be_left),
		cmocka_unit_test(a_line_is_a_text_only_if_nothing_around_it_goes_on),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
