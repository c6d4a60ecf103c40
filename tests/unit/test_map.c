/* SPDX-License-Identifier: Apache-2.0 */
#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void an_empty_map_has_nothing(void **state)
{
	struct map map = { 0 };

	(void)state;
	assert_int_equal(map_get(&map, TEXT("x")), MAP_NONE);
	assert_int_equal(map_get(&map, TEXT("")), MAP_NONE);
}

static void many_keys_keep_their_values(void **state)
{
	struct arena arena = { 0 };
	struct map map = { 0 };

	(void)state;
	for (uint32_t i = 0; i < 3000; i++)
		assert_int_equal(map_put(&map, &arena,
		                         arena_printf(&arena, "k%u", i), i),
		                 MAP_NONE);
	assert_int_equal(map.count, 3000);
	for (uint32_t i = 0; i < 3000; i++)
		assert_int_equal(map_get(&map, arena_printf(&arena, "k%u", i)),
		                 i);
	for (uint32_t i = 3000; i < 6000; i++)
		assert_int_equal(map_get(&map, arena_printf(&arena, "k%u", i)),
		                 MAP_NONE);
	arena_free(&arena);
}

static void a_second_value_replaces_and_tells_the_first(void **state)
{
	struct arena arena = { 0 };
	struct map map = { 0 };

	(void)state;
	assert_int_equal(map_put(&map, &arena, TEXT("a"), 1), MAP_NONE);
	assert_int_equal(map_put(&map, &arena, TEXT("a"), 2), 1);
	assert_int_equal(map_get(&map, TEXT("a")), 2);
	assert_int_equal(map.count, 1);
	arena_free(&arena);
}

static void keys_are_bytes_with_a_length(void **state)
{
	struct arena arena = { 0 };
	struct map map = { 0 };

	(void)state;
	map_put(&map, &arena, TEXT("a\0b"), 1);
	map_put(&map, &arena, TEXT("a\0c"), 2);
	map_put(&map, &arena, TEXT("a"), 3);
	map_put(&map, &arena, TEXT(""), 4);
	assert_int_equal(map_get(&map, TEXT("a\0b")), 1);
	assert_int_equal(map_get(&map, TEXT("a\0c")), 2);
	assert_int_equal(map_get(&map, TEXT("a")), 3);
	assert_int_equal(map_get(&map, TEXT("")), 4);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_map_has_nothing),
		cmocka_unit_test(many_keys_keep_their_values),
		cmocka_unit_test(a_second_value_replaces_and_tells_the_first),
		cmocka_unit_test(keys_are_bytes_with_a_length),
	};

	return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
