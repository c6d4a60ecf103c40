/* SPDX-License-Identifier: Apache-2.0 */
#include "base/guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void a_guard_that_is_left_was_not_jumped_to(void **state)
{
	struct guard guard;
	volatile int jumps = 0;

	(void)state;
	if (GUARD_ENTER(&guard))
		jumps++;
	else
		guard_leave(&guard);
	assert_int_equal(jumps, 0);
}

static void allocate_too_much(void)
{
	guard_no_memory();
}

static void run_out_of_memory(void)
{
	allocate_too_much();
}

static void the_end_of_memory_jumps_to_the_guard(void **state)
{
	struct guard guard;
	volatile int jumps = 0;

	(void)state;
	if (GUARD_ENTER(&guard) == 0)
		run_out_of_memory();
	else
		jumps++;
	assert_int_equal(jumps, 1);
}

static void the_innermost_guard_is_first(void **state)
{
	struct guard outer, inner;
	volatile int order = 0;

	(void)state;
	if (GUARD_ENTER(&outer)) {
		order = order * 10 + 1;
	} else {
		if (GUARD_ENTER(&inner))
			order = order * 10 + 2;
		else
			run_out_of_memory();
		run_out_of_memory();
	}
	assert_int_equal(order, 21);
}

static void a_guard_that_is_left_is_not_jumped_to(void **state)
{
	struct guard outer, inner;
	volatile int order = 0;

	(void)state;
	if (GUARD_ENTER(&outer)) {
		order = order * 10 + 1;
	} else {
		if (GUARD_ENTER(&inner))
			order = order * 10 + 2;
		guard_leave(&inner);
		run_out_of_memory();
	}
	assert_int_equal(order, 1);
}

static void note(void *what)
{
	char *notes = what;

	notes[strlen(notes)] = '1';
}

static void what_is_kept_is_given_back_when_memory_ends(void **state)
{
	char first[8] = "k", second[8] = "k", third[8] = "k";
	struct guard_cleanup cleanups[3];
	struct guard guard;

	(void)state;
	if (!GUARD_ENTER(&guard)) {
		guard_keep(&cleanups[0], note, first);
		guard_keep(&cleanups[1], note, second);
		guard_give_back(&cleanups[1]);
		guard_keep(&cleanups[2], note, third);
		run_out_of_memory();
	}
	assert_string_equal(first, "k1");
	assert_string_equal(second, "k1");
	assert_string_equal(third, "k1");
}

static void what_an_outer_guard_keeps_stays_until_memory_ends_there(void **state)
{
	char outside[8] = "k", inside[8] = "k";
	struct guard_cleanup cleanups[2];
	struct guard outer, inner;

	(void)state;
	if (!GUARD_ENTER(&outer)) {
		guard_keep(&cleanups[0], note, outside);
		if (!GUARD_ENTER(&inner)) {
			guard_keep(&cleanups[1], note, inside);
			run_out_of_memory();
		}
		assert_string_equal(outside, "k");
		assert_string_equal(inside, "k1");
		guard_give_back(&cleanups[0]);
		guard_leave(&outer);
	}
	assert_string_equal(outside, "k1");
}

static void without_a_guard_what_is_kept_is_given_back_by_hand(void **state)
{
	char notes[8] = "k";
	struct guard_cleanup cleanup;

	(void)state;
	guard_keep(&cleanup, note, notes);
	guard_give_back(&cleanup);
	assert_string_equal(notes, "k1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_guard_that_is_left_was_not_jumped_to),
		cmocka_unit_test(the_end_of_memory_jumps_to_the_guard),
		cmocka_unit_test(the_innermost_guard_is_first),
		cmocka_unit_test(a_guard_that_is_left_is_not_jumped_to),
		cmocka_unit_test(what_is_kept_is_given_back_when_memory_ends),
		cmocka_unit_test(what_an_outer_guard_keeps_stays_until_memory_ends_there),
		cmocka_unit_test(without_a_guard_what_is_kept_is_given_back_by_hand),
	};

	return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
