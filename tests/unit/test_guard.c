/* SPDX-License-Identifier: Apache-2.0 */
#include "base/guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_guard_that_is_left_was_not_jumped_to),
		cmocka_unit_test(the_end_of_memory_jumps_to_the_guard),
		cmocka_unit_test(the_innermost_guard_is_first),
		cmocka_unit_test(a_guard_that_is_left_is_not_jumped_to),
	};

	return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
