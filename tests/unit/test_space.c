/* SPDX-License-Identifier: Apache-2.0 */
/* Diagrams against tables of values: what a diagram says is compared with the
 * same function written out for every assignment. */
#include "space/space.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { VARIABLES = 5, POINTS = 2 * 3 * 1 * 4 * 3, POOL = 60, ROUNDS = 40 };

static const uint8_t sizes[VARIABLES] = { 2, 3, 1, 4, 3 };

/* A function twice: as a diagram, and as its value at each point. The first
 * variable weighs most, so points are in the order of assignments. */
struct function {
	space_ref ref;
	uint8_t at[POINTS];
	bool yes_or_no;
};

static uint32_t next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static uint32_t weight(uint32_t variable)
{
	uint32_t product = 1;

	for (uint32_t v = variable + 1; v < VARIABLES; v++)
		product *= sizes[v];
	return product;
}

static uint32_t value_at(uint32_t point, uint32_t variable)
{
	return point / weight(variable) % sizes[variable];
}

/* Where the point goes when one variable is given a value. */
static uint32_t point_with(uint32_t point, uint32_t variable, uint32_t value)
{
	return point + value * weight(variable)
	     - value_at(point, variable) * weight(variable);
}

static space_ref follow(struct space *space, space_ref ref, uint32_t point)
{
	while (!space_is_terminal(ref)) {
		uint32_t v = space_variable(space, ref);

		ref = space_child(space, ref, value_at(point, v));
	}
	return ref;
}

static void check_function(struct space *space, const struct function *f)
{
	for (uint32_t p = 0; p < POINTS; p++)
		assert_int_equal(space_number(follow(space, f->ref, p)),
		                 f->at[p]);
}

static struct function make_test(struct space *space, uint32_t *seed)
{
	uint32_t variable = next_random(seed) % VARIABLES;
	uint64_t values = next_random(seed);
	struct function f = { .ref = space_test(space, variable, values),
	                      .yes_or_no = true };

	for (uint32_t p = 0; p < POINTS; p++)
		f.at[p] = values >> value_at(p, variable) & 1;
	return f;
}

static struct function make_and(struct space *space, const struct function *a,
                                const struct function *b)
{
	struct function f = { .ref = space_and(space, a->ref, b->ref),
	                      .yes_or_no = true };

	for (uint32_t p = 0; p < POINTS; p++)
		f.at[p] = a->at[p] && b->at[p];
	return f;
}

static struct function make_or(struct space *space, const struct function *a,
                               const struct function *b)
{
	struct function f = { .ref = space_or(space, a->ref, b->ref),
	                      .yes_or_no = true };

	for (uint32_t p = 0; p < POINTS; p++)
		f.at[p] = a->at[p] || b->at[p];
	return f;
}

static struct function make_not(struct space *space, const struct function *a)
{
	struct function f = { .ref = space_not(space, a->ref),
	                      .yes_or_no = true };

	for (uint32_t p = 0; p < POINTS; p++)
		f.at[p] = !a->at[p];
	return f;
}

static struct function make_if(struct space *space, const struct function *c,
                               const struct function *a,
                               const struct function *b)
{
	struct function f = { .ref = space_if(space, c->ref, a->ref, b->ref),
	                      .yes_or_no = a->yes_or_no && b->yes_or_no };

	for (uint32_t p = 0; p < POINTS; p++)
		f.at[p] = c->at[p] ? a->at[p] : b->at[p];
	return f;
}

static struct function make_fix(struct space *space, const struct function *a,
                                uint32_t *seed)
{
	uint32_t v = next_random(seed) % VARIABLES;
	uint32_t value = next_random(seed) % sizes[v];
	struct function f = { .ref = space_fix(space, a->ref, v, value),
	                      .yes_or_no = a->yes_or_no };

	for (uint32_t p = 0; p < POINTS; p++)
		f.at[p] = a->at[point_with(p, v, value)];
	return f;
}

static struct function make_constant(uint32_t number)
{
	struct function f = { .ref = space_terminal(number),
	                      .yes_or_no = number < 2 };

	memset(f.at, (int)number, sizeof f.at);
	return f;
}

struct pool {
	struct space *space;
	struct function all[POOL];
	uint32_t count;
	uint32_t seed;
};

static const struct function *pick(struct pool *pool)
{
	return &pool->all[next_random(&pool->seed) % pool->count];
}

static const struct function *pick_condition(struct pool *pool)
{
	const struct function *f = pick(pool);

	while (!f->yes_or_no)
		f = pick(pool);
	return f;
}

static struct function make_random(struct pool *pool)
{
	struct space *space = pool->space;

	switch (next_random(&pool->seed) % 8) {
	case 0:
		return make_test(space, &pool->seed);
	case 1:
		return make_constant(next_random(&pool->seed) % 4);
	case 2:
		return make_and(space, pick_condition(pool),
		                pick_condition(pool));
	case 3:
		return make_or(space, pick_condition(pool),
		               pick_condition(pool));
	case 4:
		return make_not(space, pick_condition(pool));
	case 5:
		return make_fix(space, pick(pool), &pool->seed);
	default:
		return make_if(space, pick_condition(pool), pick(pool),
		               pick(pool));
	}
}

static void fill_pool(struct pool *pool, struct arena *arena, uint32_t seed)
{
	pool->space = space_new(arena, sizes, VARIABLES, 100000);
	pool->seed = seed;
	pool->count = 0;
	while (pool->count < 6)
		pool->all[pool->count++] = make_test(pool->space, &pool->seed);
	while (pool->count < POOL) {
		struct function f = make_random(pool);

		pool->all[pool->count++] = f;
	}
}

/* Call `check` with many pools of random functions. */
static void with_pools(void (*check)(struct pool *pool))
{
	struct arena arena = { 0 };
	static struct pool pool;

	for (uint32_t round = 1; round <= ROUNDS; round++) {
		fill_pool(&pool, &arena, round * 2654435761u);
		check(&pool);
		arena_reset(&arena);
	}
	arena_free(&arena);
}

static void check_values(struct pool *pool)
{
	for (uint32_t i = 0; i < pool->count; i++)
		check_function(pool->space, &pool->all[i]);
}

static void diagrams_say_what_their_expressions_say(void **state)
{
	(void)state;
	with_pools(check_values);
}

static void check_canonicity(struct pool *pool)
{
	for (uint32_t i = 0; i < pool->count; i++)
		for (uint32_t j = 0; j < i; j++) {
			const struct function *a = &pool->all[i];
			const struct function *b = &pool->all[j];

			assert_int_equal(a->ref == b->ref,
			                 !memcmp(a->at, b->at, POINTS));
		}
}

static void equal_functions_are_one_reference(void **state)
{
	(void)state;
	with_pools(check_canonicity);
}

/* Number of different functions of the variables from `variable` on that are
 * left when the earlier ones are fixed, and that depend on it. */
static uint32_t count_by_hand(const struct function *f, uint32_t variable)
{
	uint32_t part = weight(variable) * sizes[variable];
	uint32_t count = 0;

	for (uint32_t from = 0; from < POINTS; from += part) {
		const uint8_t *at = f->at + from;
		bool depends = false, known = false;

		for (uint32_t i = weight(variable); i < part; i++)
			depends |= at[i] != at[i % weight(variable)];
		for (uint32_t before = 0; before < from; before += part)
			known |= !memcmp(f->at + before, at, part);
		count += depends && !known;
	}
	return count;
}

static void check_counts(struct pool *pool)
{
	for (uint32_t i = 0; i < pool->count; i++) {
		uint32_t expected = 0;

		for (uint32_t v = 0; v < VARIABLES; v++)
			expected += count_by_hand(&pool->all[i], v);
		assert_int_equal(space_count(pool->space, pool->all[i].ref),
		                 expected);
	}
}

static void a_diagram_has_no_node_too_many(void **state)
{
	(void)state;
	with_pools(check_counts);
}

static uint32_t place_in(const struct space_list *list, space_ref ref)
{
	uint32_t i = 0;

	while (i < list->count && list->nodes[i] != ref)
		i++;
	return i;
}

static void check_list(struct space *space, const struct space_list *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		space_ref node = list->nodes[i];
		uint32_t v = space_variable(space, node);

		assert_int_equal(place_in(list, node), i);
		if (i > 0)
			assert_true(space_variable(space, list->nodes[i - 1])
			            <= v);
		for (uint32_t value = 0; value < sizes[v]; value++) {
			space_ref child = space_child(space, node, value);

			if (!space_is_terminal(child))
				assert_in_range(place_in(list, child), i + 1,
				                list->count - 1);
		}
	}
}

static void check_lists(struct pool *pool)
{
	struct arena arena = { 0 };

	for (uint32_t i = 0; i < pool->count; i++) {
		space_ref ref = pool->all[i].ref;
		struct space_list list = space_nodes(pool->space, ref, &arena);

		assert_int_equal(list.count, space_count(pool->space, ref));
		if (list.count)
			assert_int_equal(list.nodes[0], ref);
		check_list(pool->space, &list);
	}
	arena_free(&arena);
}

static void nodes_are_listed_once_and_before_their_children(void **state)
{
	(void)state;
	with_pools(check_lists);
}

/* Every point that the witness describes has the terminal; the least of them
 * is the least point of all that has it. */
static void check_witness(struct space *space, const struct function *f,
                          uint32_t terminal)
{
	uint32_t first = 0, least = 0;
	uint8_t values[VARIABLES];
	bool found = space_witness(space, f->ref, terminal, values);

	while (first < POINTS && f->at[first] != terminal)
		first++;
	assert_int_equal(found, first < POINTS);
	if (!found)
		return;
	for (uint32_t v = 0; v < VARIABLES; v++)
		least += (values[v] == 0xff ? 0 : values[v]) * weight(v);
	assert_int_equal(least, first);
	for (uint32_t p = 0; p < POINTS; p++) {
		bool described = true;

		for (uint32_t v = 0; v < VARIABLES; v++)
			described &= values[v] == 0xff
			          || values[v] == value_at(p, v);
		if (described)
			assert_int_equal(f->at[p], terminal);
	}
}

static void check_witnesses(struct pool *pool)
{
	for (uint32_t i = 0; i < pool->count; i++)
		for (uint32_t terminal = 0; terminal < 5; terminal++)
			check_witness(pool->space, &pool->all[i], terminal);
}

static void a_witness_is_the_least_assignment(void **state)
{
	(void)state;
	with_pools(check_witnesses);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(diagrams_say_what_their_expressions_say),
		cmocka_unit_test(equal_functions_are_one_reference),
		cmocka_unit_test(a_diagram_has_no_node_too_many),
		cmocka_unit_test(
			nodes_are_listed_once_and_before_their_children),
		cmocka_unit_test(a_witness_is_the_least_assignment),
	};

	return cmocka_run_group_tests_name("space", tests, NULL, NULL);
}
