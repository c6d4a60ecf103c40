/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/guard.h"

static void memory_is_zeroed_and_aligned(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t size = 1; size < 3000; size += 13) {
		unsigned char *memory = arena_alloc(&arena, size);

		assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(memory[i], 0);
		memset(memory, 0xa5, size);
	}
	arena_free(&arena);
}

static void pieces_do_not_overlap(void **state)
{
	struct arena arena = { 0 };
	unsigned char *pieces[500];

	(void)state;
	for (size_t i = 0; i < 500; i++) {
		pieces[i] = arena_alloc(&arena, i * 7 % 400 + 1);
		memset(pieces[i], (int)(i % 251), i * 7 % 400 + 1);
	}
	for (size_t i = 0; i < 500; i++)
		for (size_t at = 0; at < i * 7 % 400 + 1; at++)
			assert_int_equal(pieces[i][at], i % 251);
	arena_free(&arena);
}

static void a_piece_larger_than_a_block_is_met(void **state)
{
	struct arena arena = { 0 };
	char *large = arena_alloc(&arena, 1000000);

	(void)state;
	large[999999] = 1;
	assert_non_null(arena_alloc(&arena, 1));
	arena_free(&arena);
	assert_null(arena.head);
}

static void a_product_that_overflows_is_refused(void **state)
{
	struct arena arena = { 0 };
	struct guard guard;

	(void)state;
	if (GUARD_ENTER(&guard) == 0) {
		arena_array(&arena, SIZE_MAX / 2, 3);
		guard_leave(&guard);
		fail_msg("the array was made");
	}
	if (GUARD_ENTER(&guard) == 0) {
		arena_alloc(&arena, SIZE_MAX - 3);
		guard_leave(&guard);
		fail_msg("the memory was found");
	}
	arena_free(&arena);
}

static void a_grown_array_keeps_its_elements(void **state)
{
	struct arena arena = { 0 };
	uint32_t capacity = 0;
	uint32_t *numbers = NULL;

	(void)state;
	for (uint32_t i = 0; i < 5000; i++) {
		numbers = arena_grow(&arena, numbers, &capacity, i + 1,
		                     sizeof *numbers);
		assert_true(capacity > i);
		assert_int_equal(numbers[i], 0);
		numbers[i] = i + 1;
	}
	for (uint32_t i = 0; i < 5000; i++)
		assert_int_equal(numbers[i], i + 1);
	arena_free(&arena);
}

static void growing_to_what_fits_changes_nothing(void **state)
{
	struct arena arena = { 0 };
	uint32_t capacity = 0;
	char *array = arena_grow(&arena, NULL, &capacity, 3, 1);
	uint32_t before = capacity;

	(void)state;
	assert_ptr_equal(arena_grow(&arena, array, &capacity, before, 1),
	                 array);
	assert_int_equal(capacity, before);
	arena_free(&arena);
}

static void a_text_is_copied_with_its_nul_bytes(void **state)
{
	struct arena arena = { 0 };
	char bytes[] = "a\0b";
	struct text copy = arena_text(&arena, (struct text){ bytes, 3 });

	(void)state;
	bytes[0] = 'x';
	assert_int_equal(copy.length, 3);
	assert_memory_equal(copy.at, "a\0b", 4);
	assert_string_equal(arena_text(&arena, (struct text){ 0 }).at, "");
	arena_free(&arena);
}

static void printing_measures_first(void **state)
{
	struct arena arena = { 0 };
	struct text text = arena_printf(&arena, "%05d %s", 42, "x");
	struct text wide = arena_printf(&arena, "%*d", 20000, 1);

	(void)state;
	assert_int_equal(text.length, 7);
	assert_string_equal(text.at, "00042 x");
	assert_int_equal(wide.length, 20000);
	assert_string_equal(wide.at + 19999, "1");
	assert_string_equal(arena_printf(&arena, "%s", "").at, "");
	arena_free(&arena);
}

static void a_reset_arena_hands_out_zeroed_memory_again(void **state)
{
	struct arena arena = { 0 };
	const struct arena_block *kept;
	unsigned char *again;

	(void)state;
	memset(arena_alloc(&arena, 100), 0xff, 100);
	memset(arena_alloc(&arena, 100000), 0xff, 100000);
	kept = arena.head;
	memset(arena_alloc(&arena, 9000), 0xff, 9000);
	arena_reset(&arena);
	assert_ptr_equal(arena.head, kept);
	again = arena_alloc(&arena, 100000);
	assert_ptr_equal(arena.head, kept);
	for (size_t i = 0; i < 100000; i++)
		assert_int_equal(again[i], 0);
	arena_free(&arena);
	arena_reset(&arena);
	assert_null(arena.head);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned),
		cmocka_unit_test(pieces_do_not_overlap),
		cmocka_unit_test(a_piece_larger_than_a_block_is_met),
		cmocka_unit_test(a_product_that_overflows_is_refused),
		cmocka_unit_test(a_grown_array_keeps_its_elements),
		cmocka_unit_test(growing_to_what_fits_changes_nothing),
		cmocka_unit_test(a_text_is_copied_with_its_nul_bytes),
		cmocka_unit_test(printing_measures_first),
		cmocka_unit_test(a_reset_arena_hands_out_zeroed_memory_again),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
