/* SPDX-License-Identifier: Apache-2.0 */
#include "base/characters.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static uint32_t kinds(const char *name)
{
	const struct character_class *class = characters_find(text_from(name));

	assert_non_null(class);
	return class->kinds;
}

/* The class allows what is from one of these to the next, two by two, and nothing else below U+0120. */
static void check_class(const char *name, const char *ranges)
{
	for (uint32_t c = 0; c < 0x120; c++) {
		char bytes[2] = { (char)(c < 0x80 ? c : 0xc0 | c >> 6), (char)(0x80 | (c & 0x3f)) };
		struct text text = { bytes, c < 0x80 ? 1 : 2 };
		bool wanted = false;

		for (const unsigned char *r = (const unsigned char *)ranges; *r; r += 2)
			wanted |= c >= r[0] && c <= r[1];
		if (characters_make(kinds(name), text) != wanted)
			fail_msg("U+%04X in %s", c, name);
	}
}

static void classes_allow_what_the_language_says(void **state)
{
	(void)state;
	check_class("lower-case", "az");
	check_class("upper-case", "AZ");
	check_class("letters", "azAZ");
	check_class("digits", "09");
	check_class("hyphen", "--");
	check_class("dot", "..");
	check_class("ascii", " ~");
	check_class("latin-1", " ~\xa0\xff");
}

static void an_empty_text_is_made_of_anything(void **state)
{
	(void)state;
	assert_true(characters_make(kinds("dot"), TEXT("")));
	assert_true(characters_make(0, TEXT("")));
	assert_false(characters_make(0, TEXT("a")));
}

static void every_character_counts(void **state)
{
	uint32_t name = kinds("lower-case") | kinds("digits") | kinds("hyphen");

	(void)state;
	assert_true(characters_make(name, TEXT("mp-01")));
	assert_false(characters_make(name, TEXT("mp_01")));
	assert_false(characters_make(name, TEXT("mp-01.")));
	assert_false(characters_make(name, TEXT("Mp-01")));
}

static void bytes_that_are_no_characters_are_in_no_class(void **state)
{
	(void)state;
	assert_false(characters_make(CHARACTERS_ALL, TEXT("a\0")));
	assert_false(characters_make(CHARACTERS_ALL, TEXT("\xe9")));
	assert_false(characters_make(CHARACTERS_ALL, TEXT("\xc1\xa1")));
	assert_false(characters_make(CHARACTERS_ALL, TEXT("\xe2\x82\xac")));
}

static void classes_are_found_by_name(void **state)
{
	uint32_t count = 0;

	(void)state;
	while (characters_class(count)) {
		assert_ptr_equal(characters_find(characters_class(count)->name),
		                 characters_class(count));
		count++;
	}
	assert_int_equal(count, 8);
	assert_null(characters_find(TEXT("letter")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(classes_allow_what_the_language_says),
		cmocka_unit_test(an_empty_text_is_made_of_anything),
		cmocka_unit_test(every_character_counts),
		cmocka_unit_test(bytes_that_are_no_characters_are_in_no_class),
		cmocka_unit_test(classes_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
