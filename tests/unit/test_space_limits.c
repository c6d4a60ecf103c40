/* SPDX-License-Identifier: Apache-2.0 */
/* Diagrams at their edges: many values, many variables, full spaces. */
#include "space/space.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { VARIABLES = 5 };

static const uint8_t sizes[VARIABLES] = { 2, 3, 1, 4, 3 };

static void a_variable_that_does_not_matter_is_left_open(void **state)
{
	struct arena arena = { 0 };
	struct space *space = space_new(&arena, sizes, VARIABLES, 100);
	space_ref f = space_and(space, space_test(space, 1, 1u << 2),
	                        space_test(space, 4, 1u << 1));
	uint8_t values[VARIABLES];

	(void)state;
	assert_true(space_witness(space, f, 1, values));
	assert_memory_equal(values, ((uint8_t[]){ 0xff, 2, 0xff, 0xff, 1 }),
	                    VARIABLES);
	assert_true(space_witness(space, f, 0, values));
	assert_memory_equal(values,
	                    ((uint8_t[]){ 0xff, 0, 0xff, 0xff, 0xff }),
	                    VARIABLES);
	assert_false(space_witness(space, f, 2, values));
	arena_free(&arena);
}

static void sixty_four_values_are_told_apart(void **state)
{
	static const uint8_t wide[] = { 64 };
	struct arena arena = { 0 };
	struct space *space = space_new(&arena, wide, 1, 100);
	space_ref last = space_test(space, 0, UINT64_C(1) << 63);

	(void)state;
	for (uint32_t v = 0; v < 64; v++)
		assert_int_equal(space_child(space, last, v),
		                 v == 63 ? SPACE_YES : SPACE_NO);
	assert_int_equal(space_test(space, 0, UINT64_MAX), SPACE_YES);
	assert_int_equal(space_test(space, 0, 0), SPACE_NO);
	assert_int_equal(space_not(space, last),
	                 space_test(space, 0, UINT64_MAX >> 1));
	arena_free(&arena);
}

static void a_node_whose_children_are_equal_is_its_child(void **state)
{
	struct arena arena = { 0 };
	struct space *space = space_new(&arena, sizes, VARIABLES, 100);
	space_ref later = space_test(space, 3, 5);
	space_ref same[] = { later, later, later };
	space_ref mixed[] = { later, SPACE_NO, later };
	space_ref node;

	(void)state;
	assert_int_equal(space_node(space, 1, same), later);
	node = space_node(space, 1, mixed);
	assert_int_equal(space_variable(space, node), 1);
	assert_int_equal(space_node(space, 1, mixed), node);
	assert_int_equal(space_count(space, node), 2);
	arena_free(&arena);
}

enum { MANY = 300 };

/* Is an even number of the pairs (v, v + MANY/2) equal? Hard in this order. */
static space_ref pair_up(struct space *space, uint32_t pairs)
{
	space_ref all = SPACE_YES;

	for (uint32_t v = 0; v < pairs; v++) {
		space_ref a = space_test(space, v, 2);
		space_ref b = space_test(space, v + MANY / 2, 2);

		all = space_and(space, all,
		                space_if(space, a, b, space_not(space, b)));
	}
	return all;
}

static struct space *new_binary(struct arena *arena, uint32_t limit)
{
	uint8_t twos[MANY];

	memset(twos, 2, sizeof twos);
	return space_new(arena, twos, MANY, limit);
}

static void a_full_space_says_so_and_stays_full(void **state)
{
	struct arena arena = { 0 };
	struct space *space = new_binary(&arena, 1000);
	space_ref small = pair_up(space, 3);
	uint8_t values[MANY];

	(void)state;
	assert_false(space_is_full(space));
	assert_int_equal(pair_up(space, 40), SPACE_FULL);
	assert_true(space_is_full(space));
	assert_int_equal(space_test(space, 0, 1), SPACE_FULL);
	assert_int_equal(space_and(space, small, small), SPACE_FULL);
	assert_int_equal(space_not(space, SPACE_YES), SPACE_FULL);
	assert_int_equal(space_fix(space, small, 0, 1), SPACE_FULL);
	assert_false(space_witness(space, SPACE_FULL, 1, values));
	assert_true(space_witness(space, small, 1, values));
	arena_free(&arena);
}

static void the_limit_is_exact(void **state)
{
	struct arena arena = { 0 };
	struct space *space = space_new(&arena, sizes, VARIABLES, 3);
	space_ref first = space_test(space, 0, 1);

	(void)state;
	assert_int_not_equal(space_test(space, 1, 1), SPACE_FULL);
	assert_int_not_equal(space_test(space, 3, 1), SPACE_FULL);
	assert_int_equal(space_test(space, 0, 1), first);
	assert_false(space_is_full(space));
	assert_int_equal(space_test(space, 4, 1), SPACE_FULL);
	assert_true(space_is_full(space));
	arena_free(&arena);
}

static void each_value_is_fixed_by_itself(void **state)
{
	struct arena arena = { 0 };
	struct space *space = space_new(&arena, sizes, VARIABLES, 100);
	space_ref left = space_test(space, 0, 1);
	space_ref both = space_and(space, left, space_test(space, 1, 2));

	(void)state;
	assert_int_equal(space_fix(space, both, 1, 0), SPACE_NO);
	assert_int_equal(space_fix(space, both, 1, 1), left);
	assert_int_equal(space_fix(space, both, 1, 2), SPACE_NO);
	assert_int_equal(space_fix(space, both, 0, 0),
	                 space_test(space, 1, 2));
	assert_int_equal(space_fix(space, both, 3, 1), both);
	arena_free(&arena);
}

static void full_operands_give_full_results(void **state)
{
	struct arena arena = { 0 };
	struct space *space = space_new(&arena, sizes, VARIABLES, 100);
	space_ref f = space_test(space, 0, 1);
	space_ref children[] = { f, SPACE_FULL, f };

	(void)state;
	assert_int_equal(space_and(space, f, SPACE_FULL), SPACE_FULL);
	assert_int_equal(space_and(space, SPACE_FULL, SPACE_NO), SPACE_FULL);
	assert_int_equal(space_or(space, SPACE_FULL, SPACE_YES), SPACE_FULL);
	assert_int_equal(space_not(space, SPACE_FULL), SPACE_FULL);
	assert_int_equal(space_if(space, SPACE_YES, f, SPACE_FULL),
	                 SPACE_FULL);
	assert_int_equal(space_fix(space, SPACE_FULL, 0, 0), SPACE_FULL);
	children[0] = children[2] = SPACE_NO;
	assert_int_equal(space_node(space, 1, children), SPACE_FULL);
	assert_false(space_is_full(space));
	arena_free(&arena);
}

/* Pairs make more nodes than the limit somewhere; the same everywhere. */
static void the_same_questions_fill_a_space_at_the_same_point(void **state)
{
	struct arena one = { 0 }, two = { 0 };
	struct space *a = new_binary(&one, 5000);
	struct space *b = new_binary(&two, 5000);

	(void)state;
	for (uint32_t pairs = 1; pairs < 20; pairs++)
		assert_int_equal(pair_up(a, pairs), pair_up(b, pairs));
	assert_true(space_is_full(a));
	arena_free(&one);
	arena_free(&two);
}

/* All 256 functions of three variables have fewer nodes than the limit, so only
 * the work can fill the space. */
static void work_without_new_nodes_is_bounded_too(void **state)
{
	static const uint8_t twos[] = { 2, 2, 2 };
	struct arena arena = { 0 };
	struct space *space = space_new(&arena, twos, 3, 300);
	space_ref all[256], made = SPACE_NO;

	(void)state;
	for (uint32_t f = 0; f < 256; f++) {
		all[f] = SPACE_NO;
		for (uint32_t p = 0; p < 8; p++) {
			space_ref point = space_and(space,
				space_test(space, 0, 1u << (p >> 2)),
				space_and(space,
				space_test(space, 1, 1u << (p >> 1 & 1)),
				space_test(space, 2, 1u << (p & 1))));

			if (f >> p & 1)
				all[f] = space_or(space, all[f], point);
		}
	}
	assert_false(space_is_full(space));
	for (uint32_t i = 0; i < 1u << 24 && made != SPACE_FULL; i++)
		made = space_if(space, all[i & 255], all[i >> 8 & 255],
		                all[i >> 16]);
	assert_int_equal(made, SPACE_FULL);
	assert_true(space_is_full(space));
	arena_free(&arena);
}

static void hundreds_of_variables_make_a_small_chain(void **state)
{
	struct arena arena = { 0 };
	struct space *space = new_binary(&arena, 100000);
	space_ref all = SPACE_YES;
	uint8_t values[MANY];

	(void)state;
	for (uint32_t v = MANY; v-- > 0;)
		all = space_and(space, space_test(space, v, 2), all);
	assert_int_equal(space_count(space, all), MANY);
	assert_true(space_witness(space, all, 1, values));
	for (uint32_t v = 0; v < MANY; v++)
		assert_int_equal(values[v], 1);
	assert_int_equal(space_fix(space, all, MANY - 1, 0), SPACE_NO);
	assert_int_equal(space_count(space,
	                 space_fix(space, all, MANY / 2, 1)), MANY - 1);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_variable_that_does_not_matter_is_left_open),
		cmocka_unit_test(sixty_four_values_are_told_apart),
		cmocka_unit_test(a_node_whose_children_are_equal_is_its_child),
		cmocka_unit_test(a_full_space_says_so_and_stays_full),
		cmocka_unit_test(the_limit_is_exact),
		cmocka_unit_test(each_value_is_fixed_by_itself),
		cmocka_unit_test(full_operands_give_full_results),
		cmocka_unit_test(
			the_same_questions_fill_a_space_at_the_same_point),
		cmocka_unit_test(work_without_new_nodes_is_bounded_too),
		cmocka_unit_test(hundreds_of_variables_make_a_small_chain),
	};

	return cmocka_run_group_tests_name("space limits", tests, NULL, NULL);
}
