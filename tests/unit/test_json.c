/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <jansson.h>

static void check_string(struct text text, const char *expected)
{
	struct buffer out = { 0 };

	json_text(&out, text);
	assert_string_equal(out.at, expected);
	buffer_done(&out);
}

static void plain_text_is_quoted(void **state)
{
	(void)state;
	check_string((struct text){ 0 }, "\"\"");
	check_string(TEXT("a/b \xc3\xa4\xf0\x9f\x98\x80"),
	             "\"a/b \xc3\xa4\xf0\x9f\x98\x80\"");
}

static void special_characters_are_escaped(void **state)
{
	(void)state;
	check_string(TEXT("a\"b\\c"), "\"a\\\"b\\\\c\"");
	check_string(TEXT("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\"");
	check_string(TEXT("\0\x1b["), "\"\\u0000\\u001b[\"");
	check_string(TEXT("\x7f"), "\"\\u007f\"");
}

static void hidden_characters_are_escaped(void **state)
{
	(void)state;
	check_string(TEXT("a\xe2\x80\xae" "b"), "\"a\\u202eb\"");
	check_string(TEXT("\xf3\xa0\x81\x81"), "\"\\udb40\\udc41\"");
}

static void bytes_that_are_no_text_are_replaced_one_by_one(void **state)
{
	(void)state;
	check_string(TEXT("a\xff\xe2\x82z"),
	             "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\"");
}

/* The encoding of RFC 3629, without any check. */
static uint32_t encode(uint32_t c, char out[4])
{
	static const uint32_t first[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	uint32_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (uint32_t i = length; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(first[length] | c);
	return length;
}

static void check_read_back(struct text text)
{
	struct buffer out = { 0 };
	json_t *read;

	json_text(&out, text);
	read = json_loadb(out.at, out.length,
	                  JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	assert_non_null(read);
	assert_int_equal(json_string_length(read), text.length);
	assert_memory_equal(json_string_value(read), text.at, text.length);
	json_decref(read);
	buffer_done(&out);
}

/* An independent reader gets back what went in. */
static void every_character_survives_a_reader(void **state)
{
	char bytes[4];

	(void)state;
	for (uint32_t c = 0; c < 0x110000; c += c < 0x3000 ? 1 : 0x3f)
		if (c < 0xd800 || c > 0xdfff)
			check_read_back((struct text){ bytes,
			                               encode(c, bytes) });
}

static void keys_are_separated_by_commas(void **state)
{
	struct buffer out = { 0 };
	bool first = true;

	(void)state;
	json_key(&out, &first, "a");
	buffer_string(&out, "1");
	json_key(&out, &first, "b\"");
	buffer_string(&out, "2");
	assert_string_equal(out.at, "\"a\": 1, \"b\\\"\": 2");
	assert_false(first);
	buffer_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_is_quoted),
		cmocka_unit_test(special_characters_are_escaped),
		cmocka_unit_test(hidden_characters_are_escaped),
		cmocka_unit_test(
			bytes_that_are_no_text_are_replaced_one_by_one),
		cmocka_unit_test(every_character_survives_a_reader),
		cmocka_unit_test(keys_are_separated_by_commas),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
