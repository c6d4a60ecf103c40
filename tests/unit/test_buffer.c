/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/guard.h"

static void an_empty_buffer_is_an_empty_text(void **state)
{
	struct buffer buffer = { 0 };

	(void)state;
	assert_int_equal(buffer_view(&buffer).length, 0);
	assert_non_null(buffer_view(&buffer).at);
	buffer_reset(&buffer);
	buffer_done(&buffer);
}

static void what_is_added_follows_what_was_there(void **state)
{
	struct buffer buffer = { 0 };

	(void)state;
	buffer_string(&buffer, "a");
	buffer_text(&buffer, TEXT("b\0c"));
	buffer_byte(&buffer, 'd');
	buffer_repeat(&buffer, '-', 3);
	buffer_repeat(&buffer, '+', 0);
	buffer_printf(&buffer, "%d%s", 12, "x");
	buffer_printf(&buffer, "%s", "");
	buffer_add(&buffer, NULL, 0);
	assert_true(text_equal(buffer_view(&buffer), TEXT("ab\0cd---12x")));
	assert_int_equal(buffer.at[buffer.length], '\0');
	buffer_done(&buffer);
	assert_null(buffer.at);
}

/* Each length from 0 passes every edge of the capacity. */
static void every_length_has_room_for_its_nul(void **state)
{
	(void)state;
	for (int first = 240; first < 270; first++)
		for (int more = 0; more < 270; more++) {
			struct buffer buffer = { 0 };

			buffer_printf(&buffer, "%*s", first, "x");
			buffer_printf(&buffer, "%*s", more, "");
			assert_int_equal(buffer.length, first + more);
			assert_true(buffer.length < buffer.capacity);
			assert_int_equal(strlen(buffer.at), buffer.length);
			assert_int_equal(buffer.at[first - 1], 'x');
			buffer_done(&buffer);
		}
}

static void a_reset_buffer_keeps_its_memory(void **state)
{
	struct buffer buffer = { 0 };
	size_t capacity;

	(void)state;
	buffer_repeat(&buffer, 'x', 5000);
	capacity = buffer.capacity;
	buffer_reset(&buffer);
	assert_string_equal(buffer.at, "");
	assert_int_equal(buffer.capacity, capacity);
	buffer_string(&buffer, "y");
	assert_string_equal(buffer.at, "y");
	buffer_done(&buffer);
}

static void a_length_beyond_memory_leaves_the_buffer_as_it_was(void **state)
{
	static struct buffer buffer;
	struct guard guard;

	(void)state;
	buffer_string(&buffer, "kept");
	if (GUARD_ENTER(&guard) == 0) {
		buffer_add(&buffer, "", SIZE_MAX - 2);
		guard_leave(&guard);
		fail_msg("there was room");
	}
	assert_string_equal(buffer.at, "kept");
	buffer_done(&buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_buffer_is_an_empty_text),
		cmocka_unit_test(what_is_added_follows_what_was_there),
		cmocka_unit_test(every_length_has_room_for_its_nul),
		cmocka_unit_test(a_reset_buffer_keeps_its_memory),
		cmocka_unit_test(
			a_length_beyond_memory_leaves_the_buffer_as_it_was),
	};

	return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
