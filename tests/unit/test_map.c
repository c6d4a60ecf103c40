/* SPDX-License-Identifier: Apache-2.0 */
#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

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

/* --- an enemy's keys --- */

enum { BLOCKS = 12, BLOCK = 6, GUESSES = 65536, MANY = 1 << BLOCKS };

/* All bytes of a block but its last one, and the state of FNV-1a after them. */
struct guess {
	uint32_t state;
	unsigned char bytes[BLOCK - 1];
};

static uint32_t fnv(uint32_t state, unsigned char byte)
{
	return (state ^ byte) * 16777619u;
}

static int compare_guesses(const void *a, const void *b)
{
	uint32_t left = ((const struct guess *)a)->state >> 8;
	uint32_t right = ((const struct guess *)b)->state >> 8;

	return (left > right) - (left < right);
}

/* Two blocks that lead from the state to the same one, which is the result: their states
 * before the last byte agree but for eight bits, and those it can make equal. */
static uint32_t find_pair(uint32_t state, unsigned char pair[2][BLOCK])
{
	static struct guess guesses[GUESSES];
	uint32_t at = 0;

	for (uint32_t i = 0; i < GUESSES; i++) {
		uint64_t bytes = (i + 1) * UINT64_C(0x9e3779b97f4a7c15) >> 8;

		guesses[i].state = state;
		for (uint32_t j = 0; j < BLOCK - 1; j++, bytes >>= 8) {
			guesses[i].bytes[j] = (unsigned char)bytes;
			guesses[i].state = fnv(guesses[i].state, (unsigned char)bytes);
		}
	}
	qsort(guesses, GUESSES, sizeof *guesses, compare_guesses);
	while (compare_guesses(&guesses[at], &guesses[at + 1]) != 0)
		assert_true(++at + 1 < GUESSES);
	for (uint32_t i = 0; i < 2; i++) {
		memcpy(pair[i], guesses[at + i].bytes, BLOCK - 1);
		pair[i][BLOCK - 1] = (unsigned char)guesses[at + i].state;
	}
	return fnv(guesses[at].state, pair[0][BLOCK - 1]);
}

/* The longest row of taken places: a look-up may have to go through all of it. */
static uint32_t longest_row(const struct map *map)
{
	uint32_t longest = 0, row = 0;

	for (uint32_t i = 0; i < map->capacity; i++) {
		row = map->entries[i].hash ? row + 1 : 0;
		longest = row > longest ? row : longest;
	}
	return longest;
}

static void keys_that_collide_under_a_known_hash_do_not_here(void **state)
{
	unsigned char pairs[BLOCKS][2][BLOCK];
	uint32_t hash = 2166136261u;
	struct arena arena = { 0 };
	struct map map = { 0 };

	(void)state;
	for (uint32_t i = 0; i < BLOCKS; i++)
		hash = find_pair(hash, pairs[i]);
	for (uint32_t i = 0; i < MANY; i++) {
		char *key = arena_alloc(&arena, BLOCKS * BLOCK);

		for (uint32_t j = 0; j < BLOCKS; j++)
			memcpy(key + (size_t)j * BLOCK, pairs[j][i >> j & 1], BLOCK);
		assert_int_equal(text_hash((struct text){ key, BLOCKS * BLOCK }), hash);
		map_put(&map, &arena, (struct text){ key, BLOCKS * BLOCK }, i);
	}
	assert_int_equal(map.count, MANY);
	assert_true(longest_row(&map) < 256);
	arena_free(&arena);
}

static void no_two_maps_hash_alike(void **state)
{
	struct arena arena = { 0 };
	struct map maps[2] = { { 0 }, { 0 } };

	(void)state;
	for (uint32_t i = 0; i < 100; i++)
		for (uint32_t m = 0; m < 2; m++)
			map_put(&maps[m], &arena, arena_printf(&arena, "k%u", i), i);
	assert_int_equal(maps[0].capacity, maps[1].capacity);
	assert_memory_not_equal(maps[0].entries, maps[1].entries,
	                        maps[0].capacity * sizeof *maps[0].entries);
	assert_true(hash_text(maps[0].key, TEXT("k")) != hash_text(maps[1].key, TEXT("k")));
	arena_free(&arena);
}

/* From the paper's appendix and its reference implementation: key 00..0f, text 00, 01, ... */
static void the_hash_is_siphash(void **state)
{
	const struct hash_key key = { { 0x0706050403020100u, 0x0f0e0d0c0b0a0908u } };
	char bytes[15];

	(void)state;
	for (int i = 0; i < 15; i++)
		bytes[i] = (char)i;
	assert_true(hash_text(key, (struct text){ bytes, 15 }) == 0xa129ca6149be45e5u);
	assert_true(hash_text(key, (struct text){ bytes, 8 }) == 0x93f5f5799a932462u);
	assert_true(hash_text(key, TEXT("")) == 0x726fdb47dd0e0e31u);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_map_has_nothing),
		cmocka_unit_test(many_keys_keep_their_values),
		cmocka_unit_test(a_second_value_replaces_and_tells_the_first),
		cmocka_unit_test(keys_are_bytes_with_a_length),
		cmocka_unit_test(keys_that_collide_under_a_known_hash_do_not_here),
		cmocka_unit_test(no_two_maps_hash_alike),
		cmocka_unit_test(the_hash_is_siphash),
	};

	return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
