/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/number.h"
#include "model/record.h"
#include "model/value_text.h"

static struct buffer out;

static int discard(void **state)
{
	(void)state;
	buffer_done(&out);
	return 0;
}

static void assert_written(const struct fact *fact, struct value value,
                           const char *expected)
{
	buffer_reset(&out);
	buffer_string(&out, "");
	value_write(&out, fact, &value);
	assert_string_equal(out.at, expected);
}

static void assert_number(enum type type, int64_t number, const char *expected)
{
	const struct fact fact = { .type = type };

	assert_written(&fact, value_number(type, number), expected);
}

static void numbers_are_written_as_their_types(void **state)
{
	const struct fact bits = { .type = TYPE_INTEGER, .unit = TEXT("bits") };
	int64_t version;

	(void)state;
	assert_number(TYPE_BOOL, 1, "yes");
	assert_number(TYPE_BOOL, 0, "no");
	assert_number(TYPE_INTEGER, INT64_MIN, "-9223372036854775808");
	assert_written(&bits, value_number(TYPE_INTEGER, 2048), "2048 bits");
	assert_number(TYPE_DURATION, INT64_C(30) * 86400, "30 days");
	assert_number(TYPE_DURATION, 1, "1 second");
	assert_true(version_parse(TEXT("5.00.9040"), &version));
	assert_number(TYPE_VERSION, version, "5.0.9040");
}

static void a_date_has_a_time_unless_it_is_midnight(void **state)
{
	(void)state;
	assert_number(TYPE_DATE, 0, "1970-01-01");
	assert_number(TYPE_DATE, 1, "1970-01-01T00:00:01Z");
	assert_number(TYPE_DATE, -1, "1969-12-31T23:59:59Z");
	assert_number(TYPE_DATE, -86400, "1969-12-31");
}

static void assert_text(struct text text, const char *expected)
{
	const struct fact fact = { .type = TYPE_TEXT, .element = TYPE_TEXT };

	assert_written(&fact, value_text(TYPE_TEXT, text), expected);
}

static void text_is_quoted_and_nothing_in_it_is_hidden(void **state)
{
	(void)state;
	assert_text(TEXT(""), "\"\"");
	assert_text(TEXT("a b"), "\"a b\"");
	assert_text(TEXT("\"\\"), "\"\\\"\\\\\"");
	assert_text(TEXT("\xc3\xa9\xf0\x9f\x98\x80"),
	            "\"\xc3\xa9\xf0\x9f\x98\x80\"");
	assert_text(TEXT("a\nb\t\x1b\0c"), "\"a\\u{a}b\\u{9}\\u{1b}\\u{0}c\"");
	assert_text(TEXT("a\xe2\x80\x8b"), "\"a\\u{200b}\"");
	assert_text(TEXT("a\xff\xc3"), "\"a\\x{ff}\\x{c3}\"");
}

static void an_object_identifier_has_its_name_if_there_is_one(void **state)
{
	const struct fact fact = { .type = TYPE_OID };

	(void)state;
	assert_written(&fact, value_text(TYPE_OID, TEXT("1.3.6.1.5.5.7.3.1")),
	               "server-auth");
	assert_written(&fact, value_text(TYPE_OID, TEXT("1.2.3.4")), "1.2.3.4");
}

static struct choice words[] = {
	{ .name = { "cash", 4 } }, { .name = { "card", 4 } },
};

static void words_are_written_by_name(void **state)
{
	const struct fact one = { .type = TYPE_CHOICE, .choices = words,
	                          .choice_count = 2 };
	const struct fact set = { .type = TYPE_SET, .element = TYPE_CHOICE,
	                          .choices = words, .choice_count = 2 };

	(void)state;
	assert_written(&one, value_number(TYPE_CHOICE, 1), "card");
	assert_written(&set, value_number(TYPE_SET, 3), "cash, card");
	assert_written(&set, value_number(TYPE_SET, 2), "card");
	assert_written(&set, value_number(TYPE_SET, 0), "none");
}

static void elements_stand_in_their_order(void **state)
{
	const struct fact fact = { .type = TYPE_LIST, .element = TYPE_TEXT };
	const struct value items[] = {
		value_text(TYPE_TEXT, TEXT("b")),
		value_in_state(STATE_MISSING, "lost"),
		value_text(TYPE_TEXT, TEXT("a")),
	};
	const struct list list = { 3, items }, empty = { 0, NULL };

	(void)state;
	assert_written(&fact, value_list(TYPE_LIST, &list),
	               "\"b\", missing, \"a\"");
	assert_written(&fact, value_list(TYPE_LIST, &empty), "none");
}

static void a_record_is_written_as_its_key(void **state)
{
	const struct fact fact = { .type = TYPE_RECORD, .element = TYPE_RECORD };
	const struct entity entity = { .kind = ENTITY_CONTEXT };
	struct record record = { .entity = &entity, .key = TEXT("MP-1.example") };

	(void)state;
	assert_written(&fact, value_record(&record), "MP-1.example");
	record.key = TEXT("the first");
	assert_written(&fact, value_record(&record), "\"the first\"");
	assert_written(&fact, value_text(TYPE_TEXT, TEXT("T1")), "T1");
}

static struct text name_it(void *user, const struct record *record)
{
	(void)record;
	return text_from(user);
}

static void a_certificate_is_written_as_where_it_is(void **state)
{
	const struct fact fact = { .type = TYPE_RECORD, .element = TYPE_RECORD };
	const struct entity entity = { .kind = ENTITY_CERTIFICATE };
	struct record record = { .entity = &entity, .key = TEXT("site.pem#2") };
	struct value value = value_record(&record);
	char name[] = "site.json:3 (gateway.server-auth)";
	struct value_names names = { name_it, name };
	struct buffer named = { 0 };

	(void)state;
	assert_written(&fact, value, "site.pem#2");
	record.key = TEXT("");
	assert_written(&fact, value, "a certificate");
	value_write_named(&named, &fact, &value, &names);
	assert_string_equal(named.at, "site.json:3 (gateway.server-auth)");
	buffer_done(&named);
}

static void other_states_are_written_by_name(void **state)
{
	const struct fact fact = { .type = TYPE_INTEGER };

	(void)state;
	assert_written(&fact, value_in_state(STATE_ABSENT, NULL), "absent");
	assert_written(&fact, value_in_state(STATE_CONFLICT, "x"), "conflict");
	assert_written(&fact, value_in_state(STATE_MISSING, NULL), "missing");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_written_as_their_types),
		cmocka_unit_test(a_date_has_a_time_unless_it_is_midnight),
		cmocka_unit_test(text_is_quoted_and_nothing_in_it_is_hidden),
		cmocka_unit_test(an_object_identifier_has_its_name_if_there_is_one),
		cmocka_unit_test(words_are_written_by_name),
		cmocka_unit_test(elements_stand_in_their_order),
		cmocka_unit_test(a_record_is_written_as_its_key),
		cmocka_unit_test(a_certificate_is_written_as_where_it_is),
		cmocka_unit_test(other_states_are_written_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, discard);
}
