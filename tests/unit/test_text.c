/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void equality_is_of_all_bytes(void **state)
{
	(void)state;
	assert_true(text_equal(TEXT("a\0b"), TEXT("a\0b")));
	assert_false(text_equal(TEXT("a\0b"), TEXT("a\0c")));
	assert_false(text_equal(TEXT("a"), TEXT("ab")));
	assert_true(text_equal((struct text){ 0 }, TEXT("")));
	assert_true(text_equal(text_from("ab"), TEXT("ab")));
}

static void order_is_by_unsigned_bytes_and_prefixes_come_first(void **state)
{
	(void)state;
	assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
	assert_true(text_compare(TEXT("\xff"), TEXT("a")) > 0);
	assert_true(text_compare(TEXT("a"), TEXT("aa")) < 0);
	assert_true(text_compare(TEXT("aa"), TEXT("a")) > 0);
	assert_true(text_compare(TEXT(""), (struct text){ 0 }) == 0);
	assert_true(text_compare(TEXT("ab"), TEXT("ab")) == 0);
}

static void only_ascii_letters_are_folded(void **state)
{
	(void)state;
	assert_true(text_equal_folded(TEXT("aZ9"), TEXT("Az9")));
	assert_false(text_equal_folded(TEXT("["), TEXT("{")));
	assert_false(text_equal_folded(TEXT("@"), TEXT("`")));
	assert_false(text_equal_folded(TEXT("\xc3\x84"), TEXT("\xc3\xa4")));
	assert_false(text_equal_folded(TEXT("a"), TEXT("ab")));
}

static void starts_and_ends_are_told(void **state)
{
	(void)state;
	assert_true(text_starts(TEXT("abc"), TEXT("ab")));
	assert_true(text_starts(TEXT("abc"), TEXT("")));
	assert_true(text_starts(TEXT("abc"), TEXT("abc")));
	assert_false(text_starts(TEXT("abc"), TEXT("abcd")));
	assert_false(text_starts(TEXT("abc"), TEXT("bc")));
	assert_true(text_ends(TEXT("abc"), TEXT("bc")));
	assert_true(text_ends(TEXT("abc"), TEXT("")));
	assert_true(text_ends((struct text){ 0 }, (struct text){ 0 }));
	assert_false(text_ends(TEXT("abc"), TEXT("ab")));
	assert_false(text_ends(TEXT("c"), TEXT("bc")));
}

static void a_part_is_found_anywhere(void **state)
{
	(void)state;
	assert_true(text_contains(TEXT("abcabd"), TEXT("abd")));
	assert_true(text_contains(TEXT("abc"), TEXT("a")));
	assert_true(text_contains(TEXT("abc"), TEXT("")));
	assert_true(text_contains((struct text){ 0 }, TEXT("")));
	assert_true(text_contains(TEXT("a\0b"), TEXT("\0b")));
	assert_false(text_contains(TEXT("abc"), TEXT("ac")));
	assert_false(text_contains(TEXT("ab"), TEXT("abc")));
	assert_false(text_contains(TEXT(""), TEXT("a")));
}

static void trimming_takes_white_space_from_both_ends(void **state)
{
	(void)state;
	assert_true(text_equal(text_trim(TEXT(" \t a b\r\n")), TEXT("a b")));
	assert_true(text_equal(text_trim(TEXT(" \n")), TEXT("")));
	assert_true(text_equal(text_trim(TEXT("a")), TEXT("a")));
	assert_true(text_equal(text_trim(TEXT("\0")), TEXT("\0")));
}

/* The published values of 32-bit FNV-1a. */
static void the_hash_is_fnv(void **state)
{
	(void)state;
	assert_int_equal(text_hash(TEXT("")), 0x811c9dc5u);
	assert_int_equal(text_hash(TEXT("a")), 0xe40c292cu);
	assert_int_equal(text_hash(TEXT("foobar")), 0xbf9cf968u);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equality_is_of_all_bytes),
		cmocka_unit_test(
			order_is_by_unsigned_bytes_and_prefixes_come_first),
		cmocka_unit_test(only_ascii_letters_are_folded),
		cmocka_unit_test(starts_and_ends_are_told),
		cmocka_unit_test(a_part_is_found_anywhere),
		cmocka_unit_test(trimming_takes_white_space_from_both_ends),
		cmocka_unit_test(the_hash_is_fnv),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
