/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions that are said of a diagram say what it says: of every assignment. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "vm/what_if.h"

enum { VARIABLES = 4, ASSIGNMENTS = 2 * 3 * 4 * 2, MANY = 64 };

static const uint8_t sizes[VARIABLES] = { 2, 3, 4, 2 };
static struct arena arena;
static uint64_t state = 1;

static uint32_t chance(uint32_t below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % below;
}

/* Each assignment leads to yes (1), to no (2) or to neither (0). */
static void draw(uint8_t *leads)
{
	uint32_t sure = chance(4);

	for (int i = 0; i < ASSIGNMENTS; i++)
		leads[i] = (uint8_t)chance(sure == 0 ? 2 : 3);
}

static void values_of(uint32_t assignment, uint32_t values[VARIABLES])
{
	for (int v = 0; v < VARIABLES; v++) {
		values[v] = assignment % sizes[v];
		assignment /= sizes[v];
	}
}

static space_ref diagram_of(struct space *space, const uint8_t *leads, uint8_t wanted)
{
	space_ref all = SPACE_NO;

	for (uint32_t i = 0; i < ASSIGNMENTS; i++) {
		uint32_t values[VARIABLES];
		space_ref one = SPACE_YES;

		if (leads[i] != wanted)
			continue;
		values_of(i, values);
		for (uint32_t v = 0; v < VARIABLES; v++)
			one = space_and(space, one, space_test(space, v,
			                                       UINT64_C(1) << values[v]));
		all = space_or(space, all, one);
	}
	return all;
}

static bool holds(const struct conjunction *and, const uint32_t values[VARIABLES])
{
	for (uint32_t i = 0; i < and->count; i++)
		if (!(and->literals[i].values >> values[and->literals[i].variable] & 1))
			return false;
	return true;
}

static bool one_holds(const struct conditions *conditions, uint32_t assignment)
{
	uint32_t values[VARIABLES];

	values_of(assignment, values);
	for (uint32_t i = 0; i < conditions->count; i++)
		if (holds(&conditions->all[i], values))
			return true;
	return false;
}

static struct residual residual_of(const uint8_t *leads)
{
	struct residual r = { .variables = VARIABLES };

	r.space = space_new(&arena, sizes, VARIABLES, 100000);
	r.yes = diagram_of(r.space, leads, 1);
	r.no = diagram_of(r.space, leads, 2);
	return r;
}

static void conditions_hold_where_yes_is_and_not_where_no_is(void **context)
{
	(void)context;
	for (int round = 0; round < 500; round++) {
		uint8_t leads[ASSIGNMENTS];
		struct conditions conditions;
		struct residual r;

		draw(leads);
		r = residual_of(leads);
		residual_conditions(&r, &arena, MANY, &conditions);
		assert_false(conditions.cut);
		for (uint32_t i = 0; i < ASSIGNMENTS; i++)
			if (leads[i] != 0)
				assert_int_equal(one_holds(&conditions, i), leads[i] == 1);
		arena_reset(&arena);
	}
}

static void what_is_too_long_is_cut_off_and_still_true(void **context)
{
	(void)context;
	for (int round = 0; round < 100; round++) {
		uint8_t leads[ASSIGNMENTS];
		struct conditions conditions;
		struct residual r;

		draw(leads);
		r = residual_of(leads);
		residual_conditions(&r, &arena, 1, &conditions);
		assert_int_equal(conditions.count, 1);
		for (uint32_t i = 0; i < ASSIGNMENTS; i++)
			if (leads[i] == 2)
				assert_false(one_holds(&conditions, i));
		arena_reset(&arena);
	}
}

static void what_holds_in_any_case_asks_nothing(void **context)
{
	struct residual r = { .variables = VARIABLES, .yes = SPACE_YES, .no = SPACE_NO };
	struct conditions conditions;

	(void)context;
	r.space = space_new(&arena, sizes, VARIABLES, 1000);
	residual_conditions(&r, &arena, MANY, &conditions);
	assert_int_equal(conditions.count, 1);
	assert_int_equal(conditions.all[0].count, 0);
	r.yes = SPACE_NO;
	residual_conditions(&r, &arena, MANY, &conditions);
	assert_int_equal(conditions.count, 0);
	arena_reset(&arena);
}

static void what_is_hidden_is_not_told_apart(void **context)
{
	struct residual r = { .variables = VARIABLES };
	struct conditions conditions;
	space_ref a, b;

	(void)context;
	r.space = space_new(&arena, sizes, VARIABLES, 1000);
	a = space_test(r.space, 0, 1);
	b = space_test(r.space, 2, 3);
	r.yes = space_and(r.space, a, b);
	r.no = space_and(r.space, space_not(r.space, a), space_not(r.space, b));
	residual_hide(&r, 0);
	assert_false(residual_overlaps(&r));
	residual_conditions(&r, &arena, MANY, &conditions);
	assert_int_equal(conditions.count, 1);
	assert_int_equal(conditions.all[0].count, 1);
	assert_int_equal(conditions.all[0].literals[0].variable, 2);
	assert_int_equal(conditions.all[0].literals[0].values, 3);
	residual_hide(&r, 2);
	assert_true(residual_overlaps(&r));
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions_hold_where_yes_is_and_not_where_no_is),
		cmocka_unit_test(what_is_too_long_is_cut_off_and_still_true),
		cmocka_unit_test(what_holds_in_any_case_asks_nothing),
		cmocka_unit_test(what_is_hidden_is_not_told_apart),
	};

	return cmocka_run_group_tests_name("residual", tests, NULL, NULL);
}
