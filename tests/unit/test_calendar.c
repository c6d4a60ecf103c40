/* SPDX-License-Identifier: Apache-2.0 */
#include "base/calendar.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static int64_t seconds_of(const char *text)
{
	int64_t seconds = INT64_MIN;

	assert_true(calendar_parse(text_from(text), &seconds));
	return seconds;
}

static void known_dates_have_known_seconds(void **state)
{
	(void)state;
	assert_int_equal(seconds_of("1970-01-01"), 0);
	assert_int_equal(seconds_of("2001-09-09T01:46:40Z"), 1000000000);
	assert_int_equal(seconds_of("2038-01-19T03:14:08Z"), 2147483648);
	assert_int_equal(seconds_of("1969-12-31T23:59:59Z"), -1);
	assert_int_equal(seconds_of("2000-02-29"), 951782400);
	assert_int_equal(seconds_of("0000-01-01"), -62167219200);
	assert_int_equal(seconds_of("9999-12-31T23:59:59Z"), 253402300799);
}

static int month_length(int year, int month)
{
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	if (month == 2)
		return leap ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* Counts through ten thousand years, one day after the other. */
static void every_day_follows_the_one_before(void **state)
{
	struct calendar c = { 0, 1, 1, 12, 34, 56 };
	int64_t expected = -62167219200 + 12 * 3600 + 34 * 60 + 56;

	(void)state;
	while (c.year < 10000) {
		struct calendar back = calendar_from(expected);

		assert_true(calendar_is_valid(&c));
		assert_int_equal(calendar_seconds(&c), expected);
		assert_memory_equal(&back, &c, sizeof c);
		expected += 86400;
		if (++c.day <= month_length(c.year, c.month))
			continue;
		c.day = 1;
		if (++c.month <= 12)
			continue;
		c.month = 1;
		c.year++;
	}
}

static void offsets_and_fractions_are_understood(void **state)
{
	(void)state;
	assert_int_equal(seconds_of("1970-01-01T01:00:00+01:00"), 0);
	assert_int_equal(seconds_of("1969-12-31T18:30:00-05:30"), 0);
	assert_int_equal(seconds_of("1970-01-01t00:00:01.999999999999z"), 1);
	assert_int_equal(seconds_of("1970-01-01T00:00:00.5-00:00"), 0);
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "1970", "1970-01", "1970-1-1", "1970-01-1", "70-01-01",
		"1970-13-01", "1970-00-01", "1970-01-00", "1970-01-32",
		"2026-02-29", "1900-02-29", "1970-04-31", " 1970-01-01",
		"1970-01-01 ", "1970-01-01T", "1970-01-01T00:00Z",
		"1970-01-01T00:00:00", "1970-01-01T24:00:00Z",
		"1970-01-01T00:60:00Z", "1970-01-01T00:00:60Z",
		"1970-01-01T00:00:00.Z", "1970-01-01T00:00:00Zx",
		"1970-01-01T00:00:00+1:00", "1970-01-01T00:00:00+24:00",
		"1970-01-01T00:00:00+00:60", "1970-01-01T00:00:00+00",
		"1970-01-01 00:00:00Z", "1970/01/01", "-970-01-01",
		"+970-01-01", "19700101", "0000-01-01T00:00:00+00:01",
		"9999-12-31T23:59:59-00:01",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		int64_t seconds = 77;

		if (calendar_parse(text_from(bad[i]), &seconds))
			fail_msg("accepted: %s", bad[i]);
		assert_int_equal(seconds, 77);
	}
}

static void parts_out_of_range_are_not_valid(void **state)
{
	static const struct calendar bad[] = {
		{ -1, 1, 1, 0, 0, 0 }, { 10000, 1, 1, 0, 0, 0 },
		{ 2000, 0, 1, 0, 0, 0 }, { 2000, 13, 1, 0, 0, 0 },
		{ 2000, 1, 0, 0, 0, 0 }, { 2001, 2, 29, 0, 0, 0 },
		{ 2000, 1, 1, -1, 0, 0 }, { 2000, 1, 1, 24, 0, 0 },
		{ 2000, 1, 1, 0, 60, 0 }, { 2000, 1, 1, 0, 0, 60 },
		{ 2000, 1, 1, 0, -1, 0 }, { 2000, 1, 1, 0, 0, -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(calendar_is_valid(&bad[i]));
}

static void what_is_formatted_is_parsed_back(void **state)
{
	char out[CALENDAR_TEXT];

	(void)state;
	assert_int_equal(calendar_format(0, out), 20);
	assert_string_equal(out, "1970-01-01T00:00:00Z");
	for (int64_t s = -62167219200; s <= 253402300799; s += 86399 * 977) {
		calendar_format(s, out);
		assert_int_equal(seconds_of(out), s);
	}
}

static void the_ends_of_time_are_formatted_too(void **state)
{
	char out[CALENDAR_TEXT];

	(void)state;
	assert_in_range(calendar_format(INT64_MAX, out), 21,
	                CALENDAR_TEXT - 1);
	assert_in_range(calendar_format(INT64_MIN, out), 21,
	                CALENDAR_TEXT - 1);
	calendar_format(253402300800, out);
	assert_string_equal(out, "10000-01-01T00:00:00Z");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_dates_have_known_seconds),
		cmocka_unit_test(every_day_follows_the_one_before),
		cmocka_unit_test(offsets_and_fractions_are_understood),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(parts_out_of_range_are_not_valid),
		cmocka_unit_test(what_is_formatted_is_parsed_back),
		cmocka_unit_test(the_ends_of_time_are_formatted_too),
	};

	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
