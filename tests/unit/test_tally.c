/* SPDX-License-Identifier: Apache-2.0 */
/* What docs/language.md promises of fleets, for all states: the order and grouping of records don't matter, and knowing
 * less never decides more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "vm/machine.h"

enum { STATES = 256 };          /* sets of the eight truth vectors of three conditions */

static uint8_t joined[STATES][STATES];

static int fill(void **state)
{
	(void)state;
	for (uint32_t a = 0; a < STATES; a++)
		for (uint32_t b = 0; b < STATES; b++)
			joined[a][b] = (uint8_t)tally_join(a, b);
	return 0;
}

static void joining_is_or_of_every_pair(void **state)
{
	(void)state;
	for (uint32_t x = 0; x < 8; x++)
		for (uint32_t y = 0; y < 8; y++)
			assert_int_equal(joined[1u << x][1u << y], 1u << (x | y));
	for (uint32_t a = 0; a < STATES; a++)
		for (uint32_t b = 0; b < STATES; b++) {
			uint32_t all = 0;

			for (uint32_t x = 0; x < 8; x++)
				for (uint32_t y = 0; y < 8; y++)
					if (a >> x & 1 && b >> y & 1)
						all |= 1u << (x | y);
			assert_int_equal(joined[a][b], all);
		}
}

static void no_record_changes_nothing(void **state)
{
	(void)state;
	for (uint32_t a = 0; a < STATES; a++)
		assert_int_equal(joined[a][1], a);
}

static void the_order_of_records_does_not_matter(void **state)
{
	(void)state;
	for (uint32_t a = 0; a < STATES; a++)
		for (uint32_t b = 0; b < STATES; b++)
			assert_int_equal(joined[a][b], joined[b][a]);
}

static void the_grouping_of_records_does_not_matter(void **state)
{
	uint32_t wrong = 0;

	(void)state;
	for (uint32_t a = 0; a < STATES; a++)
		for (uint32_t b = 0; b < STATES; b++)
			for (uint32_t c = 0; c < STATES; c++)
				wrong += joined[joined[a][b]][c] != joined[a][joined[b][c]];
	assert_int_equal(wrong, 0);
}

static void knowing_less_of_a_record_never_leaves_out_a_state(void **state)
{
	(void)state;
	for (uint32_t a = 0; a < STATES; a++)
		for (uint32_t vector = 0; vector < 8; vector++)
			for (uint32_t b = 0; b < STATES; b++) {
				uint32_t more = joined[a | 1u << vector][b];

				assert_int_equal(joined[a][b] & ~more, 0);
			}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joining_is_or_of_every_pair),
		cmocka_unit_test(no_record_changes_nothing),
		cmocka_unit_test(the_order_of_records_does_not_matter),
		cmocka_unit_test(the_grouping_of_records_does_not_matter),
		cmocka_unit_test(knowing_less_of_a_record_never_leaves_out_a_state),
	};

	return cmocka_run_group_tests(tests, fill, NULL);
}
