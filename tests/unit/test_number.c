/* SPDX-License-Identifier: Apache-2.0 */
#include "base/number.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(array) (sizeof (array) / sizeof *(array))

static int64_t number_of(const char *text)
{
	int64_t number = 77;

	assert_true(number_parse(text_from(text), &number));
	return number;
}

static void numbers_are_read_to_their_limits(void **state)
{
	(void)state;
	assert_int_equal(number_of("0"), 0);
	assert_int_equal(number_of("-0"), 0);
	assert_int_equal(number_of("-1"), -1);
	assert_int_equal(number_of("007"), 7);
	assert_true(number_of("9223372036854775807") == INT64_MAX);
	assert_true(number_of("-9223372036854775808") == INT64_MIN);
	assert_true(number_of("-9223372036854775807") == INT64_MIN + 1);
}

static void what_is_no_number_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "-", "+1", "1 ", " 1", "1.0", "1e3", "0x1", "--1", "1-",
		"9223372036854775808", "-9223372036854775809",
		"18446744073709551616", "99999999999999999999999", "\xd9\xa1",
	};
	int64_t number = 77;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (number_parse(text_from(bad[i]), &number))
			fail_msg("accepted: %s", bad[i]);
	assert_false(number_parse(TEXT("1\0"), &number));
	assert_int_equal(number, 77);
}

static int64_t version_of(const char *text)
{
	int64_t version = 77;

	assert_true(version_parse(text_from(text), &version));
	return version;
}

static void versions_are_packed_highest_first(void **state)
{
	(void)state;
	assert_int_equal(version_of("1.2.3.4"), 0x0001000200030004);
	assert_int_equal(version_of("5.00.9040.1000"),
	                 INT64_C(5) << 48 | 9040 << 16 | 1000);
	assert_int_equal(version_of("10"), INT64_C(10) << 48);
	assert_int_equal(version_of("10.0"), version_of("10.0.0.0"));
	assert_int_equal(version_of("32767.32767.32767.32767"),
	                 0x7fff7fff7fff7fff);
	assert_true(version_of("2.10") > version_of("2.9.9.9"));
}

static void what_is_no_version_is_refused(void **state)
{
	static const char *const bad[] = {
		"", ".", "1.", ".1", "1..2", "1.2.3.4.5", "1.2.3.4.", "32768",
		"1.32768", "1.2x", "5x", "x", "-1", "1,2", "1.2 ",
		"99999999999999999999",
	};
	int64_t version = 77;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (version_parse(text_from(bad[i]), &version))
			fail_msg("accepted: %s", bad[i]);
	assert_int_equal(version, 77);
}

static void versions_are_written_without_trailing_zeros(void **state)
{
	static const char *const pairs[][2] = {
		{ "0", "0.0" }, { "10", "10.0" }, { "5.00.9040", "5.0.9040" },
		{ "1.2.3.4", "1.2.3.4" }, { "1.0.0.4", "1.0.0.4" },
		{ "1.2.0.0", "1.2" },
		{ "32767.32767.32767.32767", "32767.32767.32767.32767" },
	};
	char out[VERSION_TEXT];

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		size_t length = version_format(version_of(pairs[i][0]), out);

		assert_string_equal(out, pairs[i][1]);
		assert_int_equal(length, strlen(out));
	}
	assert_true(version_format(-1, out) < VERSION_TEXT);
}

static void object_identifiers_are_told_from_others(void **state)
{
	static const char *const good[] = {
		"1.3.6.1.5.5.7.3.1", "0.0", "2.5", "2.999.1", "1.39", "0.9",
		"2.25.329800735698586629295641978511506172918",
	};
	static const char *const bad[] = {
		"", "1", "1.", ".1", "3.1", "1.40", "0.40", "1.100", "1..2",
		"1.02", "01.2", "00.1", "1.2.03", "1.2.", "1.2.a", "1.-2",
		"12.1", " 1.2", "1.2 ",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		if (!oid_is_valid(text_from(good[i])))
			fail_msg("refused: %s", good[i]);
	for (size_t i = 0; i < COUNT(bad); i++)
		if (oid_is_valid(text_from(bad[i])))
			fail_msg("accepted: %s", bad[i]);
}

static void check_duration(int64_t seconds, const char *expected)
{
	char out[DURATION_TEXT];

	assert_int_equal(duration_format(seconds, out), strlen(expected));
	assert_string_equal(out, expected);
}

static void durations_have_the_largest_unit_that_divides_them(void **state)
{
	(void)state;
	check_duration(0, "0 seconds");
	check_duration(1, "1 second");
	check_duration(90, "90 seconds");
	check_duration(60, "1 minute");
	check_duration(7200, "2 hours");
	check_duration(30 * 86400, "30 days");
	check_duration(14 * 86400, "2 weeks");
	check_duration(-86400, "-1 days");
	check_duration(INT64_MIN, "-9223372036854775808 seconds");
}

static void units_have_a_singular(void **state)
{
	(void)state;
	assert_int_equal(duration_unit(TEXT("second")), 1);
	assert_int_equal(duration_unit(TEXT("minutes")), 60);
	assert_int_equal(duration_unit(TEXT("hour")), 3600);
	assert_int_equal(duration_unit(TEXT("days")), 86400);
	assert_int_equal(duration_unit(TEXT("weeks")), 604800);
	assert_int_equal(duration_unit(TEXT("bits")), 0);
	assert_int_equal(duration_unit(TEXT("Days")), 0);
	assert_int_equal(duration_unit(TEXT("")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_read_to_their_limits),
		cmocka_unit_test(what_is_no_number_is_refused),
		cmocka_unit_test(versions_are_packed_highest_first),
		cmocka_unit_test(what_is_no_version_is_refused),
		cmocka_unit_test(versions_are_written_without_trailing_zeros),
		cmocka_unit_test(object_identifiers_are_told_from_others),
		cmocka_unit_test(
			durations_have_the_largest_unit_that_divides_them),
		cmocka_unit_test(units_have_a_singular),
	};

	return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
