/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/quote.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A line of `before` dots, a mark, and `after` dots. */
static struct quote quote_dots(struct buffer *line, uint32_t before,
                               const char *mark, uint32_t after)
{
	buffer_reset(line);
	buffer_repeat(line, '.', before);
	buffer_string(line, mark);
	buffer_repeat(line, '.', after);
	return quote_mark(buffer_view(line), before,
	                  before + (uint32_t)strlen(mark));
}

#define ELLIPSIS "\xe2\x80\xa6"
#define DOTS_20 "...................."

static void eighty_columns_are_shown_whole(void **state)
{
	struct buffer out = { 0 };
	struct buffer line = { 0 };
	struct quote quote = quote_dots(&line, 78, "xx", 0);

	(void)state;
	quote_line(&out, &quote);
	assert_true(text_equal(buffer_view(&out), buffer_view(&line)));
	assert_int_equal(quote.mark, 78);
	assert_int_equal(quote.marked, 2);
	buffer_done(&line);
	buffer_done(&out);
}

static void a_long_line_is_cut_behind_an_early_mark(void **state)
{
	struct buffer out = { 0 };
	struct buffer line = { 0 };
	struct quote quote = quote_dots(&line, 17, "xy", 1000);

	(void)state;
	quote_line(&out, &quote);
	assert_string_equal(out.at, ".................xy"
	                    DOTS_20 DOTS_20 DOTS_20 ELLIPSIS);
	assert_int_equal(quote.mark, 17);
	assert_int_equal(quote.marked, 2);
	buffer_done(&line);
	buffer_done(&out);
}

static void a_long_line_is_cut_on_both_sides_of_a_late_mark(void **state)
{
	struct buffer out = { 0 };
	struct buffer line = { 0 };
	struct quote quote = quote_dots(&line, 500, "xy", 500);

	(void)state;
	quote_line(&out, &quote);
	assert_string_equal(out.at, ELLIPSIS "...................xy"
	                    DOTS_20 DOTS_20 "................." ELLIPSIS);
	assert_int_equal(quote.mark, 20);
	assert_int_equal(quote.marked, 2);
	buffer_done(&line);
	buffer_done(&out);
}

static void a_long_line_is_cut_before_a_mark_at_its_end(void **state)
{
	struct buffer out = { 0 };
	struct buffer line = { 0 };
	struct quote quote = quote_dots(&line, 500, "", 0);

	(void)state;
	quote_line(&out, &quote);
	assert_string_equal(out.at, ELLIPSIS DOTS_20 DOTS_20 DOTS_20
	                    "..................");
	assert_int_equal(quote.mark, 79);
	assert_int_equal(quote.marked, 1);
	buffer_done(&line);
	buffer_done(&out);
}

/* Whatever the lengths are, at most 80 columns are shown, the mark stands
 * among them, and it begins below what is marked. */
static void the_mark_is_always_in_the_window(void **state)
{
	struct buffer out = { 0 };
	struct buffer line = { 0 };

	(void)state;
	for (uint32_t before = 0; before < 130; before++)
		for (uint32_t after = 0; after < 130; after += 3) {
			struct quote q = quote_dots(&line, before, "<xxxx>",
			                            after);
			struct text shown;

			buffer_reset(&out);
			quote_line(&out, &q);
			shown = buffer_view(&out);
			assert_in_range(q.mark + q.marked, 1, 80);
			assert_int_equal(q.marked, 6);
			if (q.cut_left)
				shown.at += 2, shown.length -= 2;
			assert_in_range(shown.length, q.mark + q.marked, 82);
			assert_memory_equal(shown.at + q.mark, "<xxxx>", 6);
		}
	buffer_done(&line);
	buffer_done(&out);
}

static void a_mark_wider_than_the_window_ends_with_it(void **state)
{
	struct buffer out = { 0 };
	struct buffer line = { 0 };
	struct quote quote;

	(void)state;
	buffer_repeat(&line, 'x', 300);
	quote = quote_mark(buffer_view(&line), 100, 290);
	assert_int_equal(quote.mark, 20);
	assert_int_equal(quote.mark + quote.marked, 79);
	quote_line(&out, &quote);
	assert_int_equal(out.length, 78 + 2 * strlen(ELLIPSIS));
	buffer_done(&line);
	buffer_done(&out);
}

/* Every second offset cuts a character of two columns in half. */
static void a_wide_character_that_half_fits_is_left_out(void **state)
{
	struct buffer out = { 0 };
	struct buffer line = { 0 };
	struct quote quote;

	(void)state;
	for (int i = 0; i < 200; i++)
		buffer_string(&line, "\xe4\xb8\xad");
	quote = quote_mark(buffer_view(&line), 300, 303);
	quote_line(&out, &quote);
	assert_int_equal(quote.from, 180);
	assert_true(text_starts(buffer_view(&out),
	                        TEXT(ELLIPSIS " \xe4\xb8\xad")));
	assert_true(text_ends(buffer_view(&out),
	                      TEXT("\xe4\xb8\xad " ELLIPSIS)));
	assert_int_equal(quote.mark, 20);
	assert_int_equal(quote.marked, 2);
	buffer_done(&line);
	buffer_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(eighty_columns_are_shown_whole),
		cmocka_unit_test(a_long_line_is_cut_behind_an_early_mark),
		cmocka_unit_test(
			a_long_line_is_cut_on_both_sides_of_a_late_mark),
		cmocka_unit_test(a_long_line_is_cut_before_a_mark_at_its_end),
		cmocka_unit_test(the_mark_is_always_in_the_window),
		cmocka_unit_test(a_mark_wider_than_the_window_ends_with_it),
		cmocka_unit_test(a_wide_character_that_half_fits_is_left_out),
	};

	return cmocka_run_group_tests_name("quote", tests, NULL, NULL);
}
