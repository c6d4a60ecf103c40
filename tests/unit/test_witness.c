/* SPDX-License-Identifier: Apache-2.0 */
/* The smallest keys stay, however they came. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "vm/witness.h"

enum { KEYS = 40 };

static struct text key(char buffer[16], uint32_t number)
{
	return (struct text){ buffer, (uint32_t)snprintf(buffer, 16, "PC%03u", number) };
}

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % limit;
}

static void shuffle(uint32_t *numbers, uint32_t *seed)
{
	for (uint32_t i = KEYS - 1; i > 0; i--) {
		uint32_t j = random_below(seed, i + 1), kept = numbers[i];

		numbers[i] = numbers[j];
		numbers[j] = kept;
	}
}

static void assert_smallest(const struct witnesses *witnesses)
{
	char buffer[16];

	assert_int_equal(witnesses->count, MAX_WITNESSES);
	for (uint32_t i = 0; i < MAX_WITNESSES; i++)
		assert_true(text_equal(witnesses->keys[i], key(buffer, i / 2)));
}

/* Each key twice, in any order, in one or in three parts. */
static void order_and_grouping_do_not_matter(void **state)
{
	uint32_t numbers[KEYS], seed = 1;
	char buffer[16];

	(void)state;
	for (uint32_t i = 0; i < KEYS; i++)
		numbers[i] = i / 2;
	for (int round = 0; round < 100; round++) {
		struct arena arena = { 0 };
		struct witnesses all = { 0 }, parts[3] = { { .count = 0 } }, sum = { 0 };

		shuffle(numbers, &seed);
		for (uint32_t i = 0; i < KEYS; i++) {
			witness_add(&all, &arena, key(buffer, numbers[i]));
			witness_add(&parts[random_below(&seed, 3)], &arena,
			            key(buffer, numbers[i]));
		}
		for (uint32_t i = 0; i < 3; i++)
			witness_merge(&sum, &arena, &parts[i]);
		assert_smallest(&all);
		assert_smallest(&sum);
		arena_free(&arena);
	}
}

static void memory_does_not_go_with_the_number_of_keys(void **state)
{
	struct arena arena = { 0 };
	struct witnesses witnesses = { 0 };
	struct arena_block *first;
	char buffer[16];

	(void)state;
	witness_add(&witnesses, &arena, key(buffer, 100000));
	first = arena.head;
	for (uint32_t i = 0; i < 100000; i++)
		witness_add(&witnesses, &arena, key(buffer, 100000 - i));
	assert_ptr_equal(arena.head, first);
	arena_free(&arena);
}

static void a_longer_key_gets_memory_of_its_own(void **state)
{
	struct arena arena = { 0 };
	struct witnesses witnesses = { 0 };
	char *text = calloc(1, 5000);

	(void)state;
	for (uint32_t i = 0; i < 5000; i += 7) {
		memset(text, 'a', i);
		witness_add(&witnesses, &arena, (struct text){ text, i });
		witness_add(&witnesses, &arena, (struct text){ "b", 1 });
	}
	assert_int_equal(witnesses.count, MAX_WITNESSES);
	assert_int_equal(witnesses.keys[0].length, 0);
	assert_int_equal(witnesses.keys[9].length, 63);
	free(text);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order_and_grouping_do_not_matter),
		cmocka_unit_test(memory_does_not_go_with_the_number_of_keys),
		cmocka_unit_test(a_longer_key_gets_memory_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
