/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The encoding of RFC 3629 written down once more, without any check. */
static uint32_t encode(uint32_t c, char out[4])
{
	static const uint32_t first[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	uint32_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (uint32_t i = length; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(first[length] | c);
	return length;
}

static void every_character_is_read_back(void **state)
{
	char bytes[4];
	uint32_t length;

	(void)state;
	for (uint32_t c = 0; c <= 0x10ffff; c++) {
		struct text text = { bytes, encode(c, bytes) };

		if (c >= 0xd800 && c <= 0xdfff) {
			assert_int_equal(utf8_next(text, 0, &length), UTF8_BAD);
			assert_int_equal(length, 1);
			continue;
		}
		assert_int_equal(utf8_next(text, 0, &length), c);
		assert_int_equal(length, text.length);
	}
}

static void a_character_cut_short_is_bad(void **state)
{
	char bytes[4];
	uint32_t length;

	(void)state;
	for (uint32_t c = 0x80; c <= 0x10ffff; c += 0x3f) {
		uint32_t whole = encode(c, bytes);

		for (uint32_t cut = 1; cut < whole; cut++) {
			struct text text = { bytes, cut };

			assert_int_equal(utf8_next(text, 0, &length), UTF8_BAD);
			assert_int_equal(length, 1);
		}
	}
}

static void other_forms_are_bad(void **state)
{
	static const char *const bad[] = {
		"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf",
		"\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
		"\xff", "\xfe", "\xed\xa0\x80", "\xc3(", "\xe2\x82(",
		"\xf0\x9f\x98(", "\xf8\x88\x80\x80\x80",
	};
	uint32_t length;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_int_equal(utf8_next(text_from(bad[i]), 0, &length),
		                 UTF8_BAD);
		assert_int_equal(length, 1);
		assert_int_equal(utf8_first_bad(text_from(bad[i])), 0);
	}
}

static void the_first_bad_byte_is_found(void **state)
{
	(void)state;
	assert_int_equal(utf8_first_bad(TEXT("")), 0);
	assert_int_equal(utf8_first_bad(TEXT("a\xc3\xa4\0b")), 5);
	assert_int_equal(utf8_first_bad(TEXT("a\xc3\xa4\xa4")), 3);
	assert_int_equal(utf8_first_bad(TEXT("abc\xe2\x82")), 3);
}

static void bad_bytes_count_one_each(void **state)
{
	(void)state;
	assert_int_equal(utf8_length(TEXT("")), 0);
	assert_int_equal(utf8_length(TEXT("a\xc3\xa4\xf0\x9f\x98\x80")), 3);
	assert_int_equal(utf8_length(TEXT("\xe2\x82z\xff")), 4);
}

static void columns_are_those_of_a_terminal(void **state)
{
	(void)state;
	assert_int_equal(utf8_width('a'), 1);
	assert_int_equal(utf8_width(0xe9), 1);
	assert_int_equal(utf8_width(0x301), 0);
	assert_int_equal(utf8_width(0x200b), 0);
	assert_int_equal(utf8_width('\n'), 0);
	assert_int_equal(utf8_width(0x4e2d), 2);
	assert_int_equal(utf8_width(0xac00), 2);
	assert_int_equal(utf8_width(0x1161), 0);
	assert_int_equal(utf8_width(0xff21), 2);
	assert_int_equal(utf8_width(0xff71), 1);
	assert_int_equal(utf8_width(0x1f600), 2);
	assert_int_equal(utf8_width(0x2190), 1);
	assert_int_equal(utf8_width(0x10ffff), 1);
	assert_int_equal(utf8_text_width(TEXT("e\xcc\x81\xe4\xb8\xad!")), 4);
	assert_int_equal(utf8_text_width(TEXT("\xff\xff")), 2);
}

static void hidden_characters_are_known(void **state)
{
	static const uint32_t hidden[] = {
		0, 7, 8, 11, 0x1b, 0x1f, 0x7f, 0x80, 0x9b, 0x9f, 0xad, 0x61c,
		0x180e, 0x200b, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a,
		0x202e, 0x2060, 0x2066, 0x2069, 0x3164, 0xfe0f, 0xfeff, 0xffa0,
		0xfff9, 0xe0001, 0xe0041, 0xe007f, 0xe0100,
	};
	static const uint32_t shown[] = {
		'\t', '\n', '\r', ' ', '~', 0xa0, 0xe9, 0x301, 0x2014, 0x2027,
		0x3000, 0x4e2d, 0xfffd, 0x1f600, 0xdffff, 0xf0000,
	};

	(void)state;
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
		assert_true(utf8_is_hidden(hidden[i]));
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		assert_false(utf8_is_hidden(shown[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_is_read_back),
		cmocka_unit_test(a_character_cut_short_is_bad),
		cmocka_unit_test(other_forms_are_bad),
		cmocka_unit_test(the_first_bad_byte_is_found),
		cmocka_unit_test(bad_bytes_count_one_each),
		cmocka_unit_test(columns_are_those_of_a_terminal),
		cmocka_unit_test(hidden_characters_are_known),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
