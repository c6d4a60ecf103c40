/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/suggest.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The suggestion for `wanted` among a NULL-terminated list. */
static struct suggest among(const char *wanted, const char *const *candidates)
{
	struct suggest suggest = suggest_for(text_from(wanted));

	for (size_t i = 0; candidates[i]; i++)
		suggest_offer(&suggest, text_from(candidates[i]));
	return suggest;
}

static void check_pair(const char *wanted, const char *candidate,
                       uint32_t distance)
{
	const char *const one[] = { candidate, NULL };
	struct suggest suggest = among(wanted, one);

	assert_true(text_equal(suggest.best, text_from(candidate)));
	assert_int_equal(suggest.distance, distance);
}

static void check_none(const char *wanted, const char *candidate)
{
	const char *const one[] = { candidate, NULL };

	assert_int_equal(among(wanted, one).best.length, 0);
}

static void one_slip_is_one_step(void **state)
{
	(void)state;
	check_pair("key.bit", "key.bits", 1);
	check_pair("key.bitss", "key.bits", 1);
	check_pair("kez.bits", "key.bits", 1);
	check_pair("key.btis", "key.bits", 1);
	check_pair("ekybits", "keybits", 1);
	check_pair("Key.Bits", "key.bits", 0);
	check_pair("key.bits", "key.bits", 0);
	check_pair("subjct-nmae", "subject-name", 2);
}

static void what_is_far_away_is_not_offered(void **state)
{
	(void)state;
	check_none("key.bits", "not-before");
	check_none("is", "in");
	check_none("a", "b");
	check_none("abc", "xyz");
	check_none("", "a");
	check_none("a", "");
	check_none("abcdef", "abcxyz");
}

static void the_nearest_wins_and_the_first_of_equals(void **state)
{
	const char *const names[] = { "key.kind", "key.bits", "key.bite",
	                              "key.bots", NULL };
	const char *const equals[] = { "fix-b", "fix-a", NULL };

	(void)state;
	assert_true(text_equal(among("key.bit", names).best,
	                       TEXT("key.bits")));
	assert_true(text_equal(among("fix-c", equals).best, TEXT("fix-b")));
}

static void nothing_offered_is_nothing_found(void **state)
{
	struct suggest suggest = suggest_for(TEXT("key"));

	(void)state;
	assert_int_equal(suggest.best.length, 0);
}

static void long_names_are_left_alone(void **state)
{
	char name[66];

	(void)state;
	memset(name, 'a', sizeof name);
	name[64] = '\0';
	check_pair(name, name, 0);
	name[64] = 'a';
	name[65] = '\0';
	check_none(name, name);
	check_none(name, "aaa");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_slip_is_one_step),
		cmocka_unit_test(what_is_far_away_is_not_offered),
		cmocka_unit_test(the_nearest_wins_and_the_first_of_equals),
		cmocka_unit_test(nothing_offered_is_nothing_found),
		cmocka_unit_test(long_names_are_left_alone),
	};

	return cmocka_run_group_tests_name("suggest", tests, NULL, NULL);
}
