/* SPDX-License-Identifier: Apache-2.0 */
/* What DER allows passes the walk, and nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <openssl/err.h>

#include "certgen.h"
#include "facts/der.h"

static struct arena arena;

/* Why the first item of these bytes is refused; NULL if it is not. */
static const char *refusal(const char *digits)
{
	struct der der = der_over(certgen_hex(&arena, digits));
	struct der_item item;

	if (der_next(&der, &item))
		return NULL;
	assert_null(item.start);
	ERR_clear_error();
	return der.why;
}

static void an_item_is_found_where_it_stands(void **state)
{
	struct text bytes = certgen_hex(&arena, "30 03 02 01 05 05 00");
	struct der der = der_over(bytes), inside;
	struct der_item item, number;
	int64_t value;

	(void)state;
	assert_true(der_next(&der, &item));
	assert_ptr_equal(item.start, bytes.at);
	assert_int_equal(item.tag, DER_SEQUENCE);
	assert_int_equal(der_whole(&item).length, 5);
	inside = der_inside(&item);
	assert_true(der_only(&inside, DER_INTEGER, &number));
	assert_true(der_integer(&number, &value));
	assert_int_equal(value, 5);
	assert_true(der_next(&der, &item));
	assert_int_equal(item.tag, DER_NULL);
	assert_true(der_at_end(&der));
	assert_false(der_next(&der, &item));
}

static void what_der_does_not_allow_is_refused(void **state)
{
	static const char *const bytes[] = {
		"", "30", "30 01", "30 80 00 00", "30 81 01 00", "30 82 00 80",
		"30 85 01 00 00 00 00", "1f", "1f 1e 00", "1f 80 1f 00", "04 02 00",
		"30 84 ff ff ff ff", "30 ff", "04 80 00 00", "1f ff ff ff ff ff ff 00",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bytes / sizeof bytes[0]; i++)
		assert_non_null(refusal(bytes[i]));
	assert_string_equal(refusal("30 80 00 00"),
		"a length is indefinite, which DER does not allow");
	assert_string_equal(refusal("30 81 01 00"),
		"a tag or length is longer than DER allows");
}

static void long_tags_and_lengths_pass_in_their_shortest_form(void **state)
{
	struct text long_one = certgen_item(&arena, 0x04,
		certgen_repeat(&arena, TEXT("x"), 70000));
	struct der der = der_over(long_one);
	struct der_item item;

	(void)state;
	assert_null(refusal("1f 1f 00"));
	assert_null(refusal("9f 81 00 00"));
	assert_true(der_only(&der, DER_OCTET_STRING, &item));
	assert_int_equal(item.length, 70000);
	assert_null(refusal("30 00"));
}

static void a_refusal_leaves_the_place_as_it_was(void **state)
{
	struct der der = der_over(certgen_hex(&arena, "02 01 05 30 80"));
	struct der_item item;
	const unsigned char *at = der.at;

	(void)state;
	assert_false(der_expect(&der, DER_SEQUENCE, &item));
	assert_ptr_equal(der.at, at);
	assert_true(der_optional(&der, DER_SEQUENCE, &item));
	assert_null(item.start);
	assert_ptr_equal(der.at, at);
	assert_true(der_optional(&der, DER_INTEGER, &item));
	assert_non_null(item.start);
	assert_false(der_optional(&der, DER_SEQUENCE, &item));
	ERR_clear_error();
}

static struct der_item item_of(const char *digits)
{
	struct der der = der_over(certgen_hex(&arena, digits));
	struct der_item item;

	assert_true(der_next(&der, &item));
	return item;
}

static void integers_have_the_fewest_octets(void **state)
{
	static const struct {
		const char *digits;
		bool proper;
		int64_t value;
	} rows[] = {
		{ "02 00", false, 0 }, { "02 01 00", true, 0 },
		{ "02 01 7f", true, 127 }, { "02 01 80", true, -128 },
		{ "02 02 00 7f", false, 0 }, { "02 02 00 80", true, 128 },
		{ "02 02 ff 80", false, 0 }, { "02 02 ff 7f", true, -129 },
		{ "02 08 7f ff ff ff ff ff ff ff", true, INT64_MAX },
		{ "02 08 80 00 00 00 00 00 00 00", true, INT64_MIN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct der_item item = item_of(rows[i].digits);
		int64_t value;

		assert_int_equal(der_integer_flaw(&item) == NULL, rows[i].proper);
		if (rows[i].proper) {
			assert_true(der_integer(&item, &value));
			assert_true(value == rows[i].value);
		}
	}
}

static void numbers_over_63_bits_do_not_fit(void **state)
{
	struct der_item item = item_of("02 09 00 80 00 00 00 00 00 00 00");
	int64_t value;

	(void)state;
	assert_null(der_integer_flaw(&item));
	assert_false(der_integer(&item, &value));
	assert_int_equal(der_integer_bits(&item), 64);
}

static void bits_are_counted_from_the_highest_one(void **state)
{
	struct der_item zero = item_of("02 01 00"), one = item_of("02 01 01");
	struct der_item high = item_of("02 02 00 ff"), odd = item_of("02 02 01 00");

	(void)state;
	assert_int_equal(der_integer_bits(&zero), 0);
	assert_int_equal(der_integer_bits(&one), 1);
	assert_int_equal(der_integer_bits(&high), 8);
	assert_int_equal(der_integer_bits(&odd), 9);
}

/* "" when the identifier is refused. */
static const char *dotted(const char *digits)
{
	struct text text;

	ERR_set_mark();
	if (der_oid_text(&arena, certgen_hex(&arena, digits), &text))
		text = TEXT("");
	ERR_pop_to_mark();
	return text.at;
}

static void identifiers_are_written_with_dots(void **state)
{
	(void)state;
	assert_string_equal(dotted("2a 86 48 86 f7 0d"), "1.2.840.113549");
	assert_string_equal(dotted("00"), "0.0");
	assert_string_equal(dotted("27"), "0.39");
	assert_string_equal(dotted("28"), "1.0");
	assert_string_equal(dotted("50"), "2.0");
	assert_string_equal(dotted("88 37"), "2.999");
	assert_string_equal(dotted("2a 81 ff ff ff ff ff ff ff ff 7f"),
	                    "1.2.18446744073709551615");
	assert_string_equal(dotted("69 82 80 80 80 80 80 80 80 80 00"),
	                    "2.25.18446744073709551616");
}

static void broken_identifiers_are_refused(void **state)
{
	struct text text, endless = CERTGEN_JOIN(&arena,
		certgen_repeat(&arena, TEXT("\x81"), 100000), { "\x01", 1 });

	(void)state;
	assert_string_equal(dotted(""), "");
	assert_string_equal(dotted("2a 86"), "");
	assert_string_equal(dotted("2a 80 01"), "");
	assert_string_equal(dotted("80 01"), "");
	assert_non_null(der_oid_text(&arena, endless, &text));
}

static void a_boolean_is_all_zeros_or_all_ones(void **state)
{
	struct der_item no = item_of("01 01 00"), yes = item_of("01 01 ff");
	struct der_item ber = item_of("01 01 01"), two = item_of("01 02 ff ff");
	bool value;

	(void)state;
	assert_null(der_boolean(&no, &value));
	assert_false(value);
	assert_null(der_boolean(&yes, &value));
	assert_true(value);
	assert_non_null(der_boolean(&ber, &value));
	assert_non_null(der_boolean(&two, &value));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_is_found_where_it_stands),
		cmocka_unit_test(what_der_does_not_allow_is_refused),
		cmocka_unit_test(long_tags_and_lengths_pass_in_their_shortest_form),
		cmocka_unit_test(a_refusal_leaves_the_place_as_it_was),
		cmocka_unit_test(integers_have_the_fewest_octets),
		cmocka_unit_test(numbers_over_63_bits_do_not_fit),
		cmocka_unit_test(bits_are_counted_from_the_highest_one),
		cmocka_unit_test(identifiers_are_written_with_dots),
		cmocka_unit_test(broken_identifiers_are_refused),
		cmocka_unit_test(a_boolean_is_all_zeros_or_all_ones),
	};
	int failed = cmocka_run_group_tests_name("der", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
