/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/calendar.h"
#include "base/number.h"
#include "model/certificate.h"
#include "tests/unit/shop_input.h"

static struct shop shop;

static int open_shop(void **state)
{
	(void)state;
	shop_open(&shop);
	return 0;
}

static int close_shop(void **state)
{
	(void)state;
	shop_close(&shop);
	return 0;
}

static void read_string(const char *string)
{
	shop_read(&shop, text_from(string));
}

/* Everything told so far, which is then forgotten. */
static void assert_told(const char *expected)
{
	assert_string_equal(buffer_view(&shop.troubles).at, expected);
	buffer_reset(&shop.troubles);
}

static const struct value *visit_value(enum visit_fact fact)
{
	assert_true(shop.visits.count > 0);
	return &shop.visits.records[shop.visits.count - 1]->values[fact];
}

static const struct value *site_value(enum site_fact fact)
{
	const struct record *site = world_find(shop.world,
		shop.model->entities[SHOP_SITE], TEXT(""));

	assert_non_null(site);
	return &site->values[fact];
}

static void assert_number(const struct value *value, enum type type,
                          int64_t number)
{
	assert_int_equal(value->state, STATE_PRESENT);
	assert_int_equal(value->type, type);
	assert_true(value->as.number == number);
}

static void assert_text(const struct value *value, enum type type,
                        const char *text)
{
	assert_int_equal(value->state, STATE_PRESENT);
	assert_int_equal(value->type, type);
	assert_true(text_equal(value_as_text(value), text_from(text)));
}

static void assert_state(const struct value *value, enum state state,
                         const char *why)
{
	assert_string_equal(state_name(value->state), state_name(state));
	if (why)
		assert_string_equal(value->as.text, why);
	else
		assert_null(value->as.text);
}

/* --- facts --- */

static void every_type_is_read(void **state)
{
	int64_t since, build;

	(void)state;
	read_string("{\"format\": \"assay-facts 1\",\n"
	            "\"site\": {\"version\": 2006, \"open\": true,"
	            " \"build\": \"5.00.9040.1000\", \"since\": \"2026-11-22\","
	            " \"break\": \"30 days\", \"purpose\": \"1.3.6.1\","
	            " \"signs\": [\"1.2.3\", \"server-auth\", \"1.2.3\"]},\n"
	            "\"till\": [{\"name\": \"T1\", \"kind\": \"self-service\"}],\n"
	            "\"visit\": {\"id\": \"V1\", \"paid\": [\"card\", \"card\"],"
	            " \"age\": -3, \"tags\": [\"a\\u0062\", \"\"],"
	            " \"till\": \"T1\", \"notes\": \"\\\"x\\\"\"}}");
	assert_told("");
	calendar_parse(TEXT("2026-11-22"), &since);
	version_parse(TEXT("5.0.9040.1000"), &build);
	assert_number(site_value(SITE_VERSION), TYPE_INTEGER, 2006);
	assert_number(site_value(SITE_OPEN), TYPE_BOOL, 1);
	assert_number(site_value(SITE_BUILD), TYPE_VERSION, build);
	assert_number(site_value(SITE_SINCE), TYPE_DATE, since);
	assert_number(site_value(SITE_BREAK), TYPE_DURATION, INT64_C(30) * 86400);
	assert_text(site_value(SITE_PURPOSE), TYPE_OID, "1.3.6.1");
	assert_int_equal(site_value(SITE_SIGNS)->type, TYPE_SET);
	assert_int_equal(site_value(SITE_SIGNS)->as.list->count, 2);
	assert_text(&site_value(SITE_SIGNS)->as.list->items[1], TYPE_OID,
	            "1.3.6.1.5.5.7.3.1");
	assert_number(visit_value(VISIT_PAID), TYPE_SET, 1 << PAID_CARD);
	assert_number(visit_value(VISIT_AGE), TYPE_INTEGER, -3);
	assert_int_equal(visit_value(VISIT_TAGS)->type, TYPE_LIST);
	assert_text(&visit_value(VISIT_TAGS)->as.list->items[0], TYPE_TEXT, "ab");
	assert_text(visit_value(VISIT_NOTES), TYPE_TEXT, "\"x\"");
	assert_int_equal(visit_value(VISIT_TILL)->type, TYPE_RECORD);
	assert_number(&visit_value(VISIT_TILL)->as.record->values[TILL_KIND],
	              TYPE_CHOICE, KIND_SELF_SERVICE);
	assert_state(visit_value(VISIT_FAST), STATE_MISSING, NULL);
}

static void a_duration_is_seconds_too(void **state)
{
	(void)state;
	read_string("{\"site\": {\"break\": 90}}");
	assert_number(site_value(SITE_BREAK), TYPE_DURATION, 90);
}

/* Read a visit with one fact, and see what came of it. */
static void assert_visit(const char *member, enum visit_fact fact,
                         enum state state, const char *why)
{
	struct text bytes = arena_printf(&shop.arena,
		"{\"visit\": {\"id\": \"V\", %s, \"notes\": \"read\"}}", member);

	shop_read(&shop, bytes);
	assert_state(visit_value(fact), state, why);
	assert_text(visit_value(VISIT_NOTES), TYPE_TEXT, "read");
}

static void null_is_absent_only_where_that_can_be(void **state)
{
	(void)state;
	assert_visit("\"age\": null", VISIT_AGE, STATE_ABSENT, NULL);
	assert_told("");
	assert_visit("\"paid\": null", VISIT_PAID, STATE_UNDECODABLE,
	             "null, but it is not optional");
	assert_told("1:31 misfit: visit.paid: null, but it is not optional\n");
}

static void a_value_of_another_type_is_undecodable_and_says_why(void **state)
{
	(void)state;
	assert_visit("\"age\": \"2048\"", VISIT_AGE, STATE_UNDECODABLE,
	             "expected an integer, found text \"2048\"");
	assert_visit("\"age\": 20.0", VISIT_AGE, STATE_UNDECODABLE,
	             "expected an integer, found number 20.0");
	assert_visit("\"age\": 9223372036854775808", VISIT_AGE,
	             STATE_UNDECODABLE,
	             "expected an integer, found number 9223372036854775808");
	assert_visit("\"age\": {\"n\": [1, {}]}", VISIT_AGE, STATE_UNDECODABLE,
	             "expected an integer, found an object");
	assert_visit("\"paid\": \"card\"", VISIT_PAID, STATE_UNDECODABLE,
	             "expected an array, found text \"card\"");
	assert_visit("\"till\": 7", VISIT_TILL, STATE_UNDECODABLE,
	             "expected a key in quotes, found number 7");
	assert_visit("\"fast\": 1", VISIT_FAST, STATE_UNDECODABLE,
	             "expected true or false, found number 1");
	assert_visit("\"tags\": [\"a\", [\"b\"], \"c\"]", VISIT_TAGS,
	             STATE_UNDECODABLE,
	             "element 2: expected text, found an array");
	assert_visit("\"tills\": [\"T\", null]", VISIT_TILLS, STATE_UNDECODABLE,
	             "element 2: expected a key in quotes, found null");
	assert_told("1:30 misfit: visit.age: expected an integer, found text \"2048\"\n"
	            "1:30 misfit: visit.age: expected an integer, found number 20.0\n"
	            "1:30 misfit: visit.age: expected an integer, found number 9223372036854775808\n"
	            "1:30 misfit: visit.age: expected an integer, found an object\n"
	            "1:31 misfit: visit.paid: expected an array, found text \"card\"\n"
	            "1:31 misfit: visit.till: expected a key in quotes, found number 7\n"
	            "1:31 misfit: visit.fast: expected true or false, found number 1\n"
	            "1:37 misfit: visit.tags[1]: expected text, found an array\n"
	            "1:38 misfit: visit.tills[1]: expected a key in quotes, found null\n");
}

static void text_that_is_no_value_of_its_type_is_undecodable(void **state)
{
	static const struct {
		const char *text;
		enum site_fact fact;
		const char *why;
	} cases[] = {
		{ "{\"site\": {\"since\": \"2026-02-30\"}}", SITE_SINCE,
		  "expected a date such as \"2026-11-22\","
		  " found text \"2026-02-30\"" },
		{ "{\"site\": {\"build\": \"1.2.3.4.5\"}}", SITE_BUILD,
		  "expected a version such as \"1.2.3.4\","
		  " found text \"1.2.3.4.5\"" },
		{ "{\"site\": {\"break\": \"30 moons\"}}", SITE_BREAK,
		  "expected seconds or text such as \"30 days\","
		  " found text \"30 moons\"" },
		{ "{\"site\": {\"break\": \"9223372036854775807 days\"}}",
		  SITE_BREAK,
		  "expected seconds or text such as \"30 days\","
		  " found text \"9223372036854775807 days\"" },
		{ "{\"site\": {\"break\": \"\"}}", SITE_BREAK,
		  "expected seconds or text such as \"30 days\","
		  " found text \"\"" },
		{ "{\"site\": {\"purpose\": \"1\"}}", SITE_PURPOSE,
		  "expected an object identifier or its name,"
		  " found text \"1\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		shop_close(&shop);
		shop_open(&shop);
		read_string(cases[i].text);
		assert_state(site_value(cases[i].fact), STATE_UNDECODABLE,
		             cases[i].why);
	}
}

static void an_unknown_word_is_undecodable_and_the_near_ones_are_told(void **state)
{
	const struct record *till;

	(void)state;
	assert_visit("\"paid\": [\"cash\", \"Card\"]", VISIT_PAID,
	             STATE_UNDECODABLE,
	             "element 2: expected one of its words, found text \"Card\";"
	             " did you mean `card`?");
	read_string("{\"till\": {\"name\": \"T\", \"kind\": \"robot\"}}");
	till = shop.contexts.records[0];
	assert_state(&till->values[TILL_KIND], STATE_UNDECODABLE,
	             "expected one of its words, found text \"robot\";"
	             " known: staffed, self-service");
}

static void a_list_over_its_cap_is_undecodable(void **state)
{
	(void)state;
	assert_visit("\"tags\": [\"a\", \"b\", \"c\", {\"d\": []}]", VISIT_TAGS,
	             STATE_UNDECODABLE,
	             "expected at most 2 elements, found more");
	assert_told("1:42 misfit: visit.tags: expected at most 2 elements, found more\n");
}

static void of_values_that_do_not_fit_a_few_are_told_and_the_rest_counted(void **state)
{
	struct buffer text = { 0 };

	(void)state;
	buffer_string(&text, "{\"visit\": [{\"id\": \"V\"}");
	for (int i = 0; i < 1000; i++)
		buffer_string(&text, ",\n{\"id\": \"W\", \"age\": true}");
	buffer_string(&text, ", {\"id\": \"X\", \"paid\": 1}]}");
	shop_read(&shop, buffer_view(&text));
	assert_told("2:20 misfit: visit[1].age: expected an integer, found true\n"
	            "3:20 misfit: visit[2].age: expected an integer, found true\n"
	            "4:20 misfit: visit[3].age: expected an integer, found true\n"
	            "5:20 misfit: visit[4].age: expected an integer, found true\n"
	            "6:20 misfit: visit[5].age: expected an integer, found true\n"
	            "1001:47 misfit: visit[1001].paid: expected an array, found number 1\n"
	            "0:0 misfit: 995 more: values of `age` of a visit that do not fit\n");
	assert_int_equal(shop.troubled, 1001);
	buffer_done(&text);
}

static void a_fact_given_twice_is_duplicate(void **state)
{
	(void)state;
	assert_visit("\"age\": 1, \"paid\": [], \"age\": {\"x\": 1}",
	             VISIT_AGE, STATE_DUPLICATE,
	             "line 1 gives it again, as an object");
	assert_told("1:52 misfit: visit.age: given before in this record;"
	            " expected one value, found another, an object\n");
	assert_number(visit_value(VISIT_PAID), TYPE_SET, 0);
	assert_visit("\"age\": 1, \"\\u0061ge\": 1,\n\"age\": 2", VISIT_AGE,
	             STATE_DUPLICATE, "line 2 gives it again, as number 2");
}

static void states_can_be_given(void **state)
{
	(void)state;
	assert_visit("\"age\": {\"state\": \"undecodable\", \"why\": \"worn\"}",
	             VISIT_AGE, STATE_UNDECODABLE, "worn");
	assert_visit("\"age\": {\"state\": \"duplicate\"}", VISIT_AGE,
	             STATE_DUPLICATE, NULL);
	assert_visit("\"age\": {\"why\": \"x\", \"state\": \"conflict\"}",
	             VISIT_AGE, STATE_UNDECODABLE,
	             "expected an integer, found an object");
	assert_visit("\"age\": {\"state\": \"conflict\"}", VISIT_AGE,
	             STATE_CONFLICT, NULL);
	assert_visit("\"age\": {\"state\": \"absent\"}", VISIT_AGE,
	             STATE_ABSENT, NULL);
	assert_visit("\"age\": {\"state\": \"missing\"}", VISIT_AGE,
	             STATE_MISSING, NULL);
	assert_visit("\"paid\": {\"state\": \"absent\"}", VISIT_PAID,
	             STATE_UNDECODABLE, "absent, but it is not optional");
	assert_visit("\"age\": {\"state\": \"present\"}", VISIT_AGE,
	             STATE_UNDECODABLE,
	             "an object with `state` holds one of missing, absent, "
	             "undecodable, duplicate, conflict, and perhaps `why`");
	assert_told("1:30 misfit: visit.age: expected an integer, found an object\n"
	            "1:31 misfit: visit.paid: absent, but it is not optional\n"
	            "1:30 misfit: visit.age: an object with `state` holds one of missing, absent,"
	            " undecodable, duplicate, conflict, and perhaps `why`\n");
	assert_visit("\"tags\": [{\"state\": \"missing\"}]", VISIT_TAGS,
	             STATE_UNDECODABLE, "element 1: missing");
	assert_told("1:51 misfit: visit.tags[0]: expected a value, since it is an element,"
	            " found missing\n");
}

static void text_that_json_cannot_hold_is_given_in_hexadecimal(void **state)
{
	(void)state;
	read_string("{\"visit\": {\"id\": {\"hex\": \"610062\"},"
	            " \"notes\": {\"hex\": \"6g\"},"
	            " \"tags\": [{\"hex\": \"ff\"}]}}");
	assert_told("1:46 misfit: visit.notes: an object with `hex` holds pairs of 0-9, a-f"
	            " and nothing else\n");
	assert_int_equal(shop.visits.records[0]->key.length, 3);
	assert_memory_equal(shop.visits.records[0]->key.at, "a\0b", 3);
	assert_text(&visit_value(VISIT_TAGS)->as.list->items[0], TYPE_TEXT,
	            "\xff");
	assert_int_equal(visit_value(VISIT_NOTES)->state, STATE_UNDECODABLE);
}

static void a_derived_fact_may_be_given(void **state)
{
	(void)state;
	read_string("{\"visit\": [{\"id\": \"V\", \"fast\": true}]}");
	assert_number(visit_value(VISIT_FAST), TYPE_BOOL, 1);
	assert_int_equal(visit_value(VISIT_FAST)->flags, VALUE_GIVEN);
}

/* --- references and certificates --- */

static void a_reference_to_no_record_is_missing_and_says_so(void **state)
{
	const struct list *tills;

	(void)state;
	read_string("{\"visit\": {\"id\": \"V\", \"till\": \"T9\","
	            " \"tills\": [\"T1\", \"T2\", {\"state\": \"missing\"}]},"
	            " \"till\": {\"name\": \"T1\"}}");
	assert_told("");
	assert_state(visit_value(VISIT_TILL), STATE_MISSING,
	             "there is no till \"T9\"");
	tills = visit_value(VISIT_TILLS)->as.list;
	assert_int_equal(tills->count, 3);
	assert_int_equal(tills->items[0].type, TYPE_RECORD);
	assert_ptr_equal(tills->items[0].as.record, shop.contexts.records[0]);
	assert_state(&tills->items[1], STATE_MISSING, "there is no till \"T2\"");
	assert_state(&tills->items[2], STATE_MISSING, NULL);
}

static const struct record *till_certificate(uint32_t index)
{
	const struct value *value =
		&shop.contexts.records[index]->values[TILL_CERT];

	assert_int_equal(value->state, STATE_PRESENT);
	assert_int_equal(value->type, TYPE_RECORD);
	return value->as.record;
}

static void certificates_are_paths_or_pem_or_facts(void **state)
{
	const struct record *facts;

	(void)state;
	read_string("{\"till\": [{\"name\": \"A\", \"cert\": \"good.pem\"},\n"
	            "{\"name\": \"B\", \"cert\": {\"pem\": \"PEM\"}},\n"
	            "{\"name\": \"C\", \"cert\": {\"key.bits\": 512,"
	            " \"key.curve\": null, \"ca\": \"no\"}},\n"
	            "{\"name\": \"D\", \"cert\": null},\n"
	            "{\"name\": \"E\", \"cert\": {\"pem\": \"PEM\", \"ca\": true}},\n"
	            "{\"name\": \"F\", \"cert\": 1}]}");
	assert_told("3:66 misfit: till[2].cert.ca: expected true or false, found text \"no\"\n"
	            "5:23 misfit: till[4].cert: an object with `pem` holds text and nothing else\n"
	            "6:23 misfit: till[5].cert: expected a path or an object, found number 1\n");
	assert_number(&till_certificate(0)->values[CERTIFICATE_KEY_BITS],
	              TYPE_INTEGER, 2048);
	assert_true(text_equal(till_certificate(0)->key, TEXT("good.pem")));
	assert_true(text_equal(till_certificate(1)->key, TEXT("")));
	assert_int_equal(till_certificate(1)->offset, 67);
	facts = till_certificate(2);
	assert_number(&facts->values[CERTIFICATE_KEY_BITS], TYPE_INTEGER, 512);
	assert_state(&facts->values[CERTIFICATE_KEY_CURVE], STATE_ABSENT, NULL);
	assert_state(&facts->values[CERTIFICATE_CA], STATE_UNDECODABLE,
	             "expected true or false, found text \"no\"");
	assert_state(&facts->values[CERTIFICATE_SHA256], STATE_MISSING, NULL);
	assert_state(&shop.contexts.records[3]->values[TILL_CERT],
	             STATE_ABSENT, NULL);
	assert_state(&shop.contexts.records[4]->values[TILL_CERT],
	             STATE_UNDECODABLE,
	             "an object with `pem` holds text and nothing else");
	assert_state(&shop.contexts.records[5]->values[TILL_CERT],
	             STATE_UNDECODABLE,
	             "expected a path or an object, found number 1");
}

static void a_certificate_that_cannot_be_read_is_there_but_unknown(void **state)
{
	const struct record *certificate;

	(void)state;
	read_string("{\"till\": [\n {\"name\": \"A\", \"cert\": \"bad.pem\"}]}");
	assert_told("2:24 unreadable: till[0].cert: \"bad.pem\": there is no such certificate\n");
	certificate = till_certificate(0);
	assert_true(text_equal(certificate->key, TEXT("bad.pem")));
	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++)
		assert_state(&certificate->values[i], STATE_MISSING,
		             "\"bad.pem\": there is no such certificate");
}

static void certificates_are_named_by_fingerprint_or_stand_in_the_text(void **state)
{
	const struct record *unknown;

	(void)state;
	read_string("{\"till\": [{\"name\": \"A\", \"cert\": {\"fingerprint\": \"sha1:aa\"}},\n"
	            "{\"name\": \"B\", \"cert\": \"sha1:aa\"},\n"
	            "{\"name\": \"C\", \"cert\": {\"der\": \"PEM\"}},\n"
	            "{\"name\": \"D\", \"cert\": {\"fingerprint\":"
	            " \"AA:BB 0102030405060708090a0b0c0d0e0f101112\"}}]}");
	assert_told("4:39 unreadable: till[3].cert:"
	            " \"AA:BB 0102030405060708090a0b0c0d0e0f101112\":"
	            " there is no such certificate\n");
	for (uint32_t i = 0; i < 3; i++)
		assert_number(&till_certificate(i)->values[CERTIFICATE_KEY_BITS],
		              TYPE_INTEGER, 2048);
	unknown = till_certificate(3);
	assert_true(text_equal(value_as_text(&unknown->values[CERTIFICATE_SHA1]),
	                       TEXT("aabb0102030405060708090a0b0c0d0e0f101112")));
	assert_int_equal(unknown->values[CERTIFICATE_SHA256].state, STATE_MISSING);
	assert_int_equal(unknown->values[CERTIFICATE_KEY_BITS].state, STATE_MISSING);
}

static void bare_certificates_are_read_with_the_stream(void **state)
{
	(void)state;
	shop_pass(&shop, TEXT("{\"certificate\": [\"good.pem\", {\"ca\": true},"
	                      " 3, {\"pem\": \"PEM\"}]}"),
	          INVENTORY_CONTEXTS, true);
	assert_int_equal(shop.certificates.count, 0);
	shop_pass(&shop, TEXT("{\"certificate\": [\"good.pem\", {\"ca\": true},"
	                      " 3, {\"pem\": \"PEM\"}]}"),
	          INVENTORY_STREAM, true);
	assert_told("1:44 refused: certificate[2]: expected an object, found number 3\n");
	assert_int_equal(shop.certificates.count, 3);
	assert_true(text_equal(shop.certificates.records[0]->key,
	                       TEXT("good.pem")));
	assert_true(text_equal(shop.certificates.records[1]->key,
	                       TEXT("in.json#2")));
	assert_true(text_equal(shop.certificates.records[2]->key,
	                       TEXT("in.json#3")));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_shop, close_shop)
	const struct CMUnitTest tests[] = {
		TEST(every_type_is_read),
		TEST(a_duration_is_seconds_too),
		TEST(null_is_absent_only_where_that_can_be),
		TEST(a_value_of_another_type_is_undecodable_and_says_why),
		TEST(text_that_is_no_value_of_its_type_is_undecodable),
		TEST(an_unknown_word_is_undecodable_and_the_near_ones_are_told),
		TEST(a_list_over_its_cap_is_undecodable),
		TEST(of_values_that_do_not_fit_a_few_are_told_and_the_rest_counted),
		TEST(a_fact_given_twice_is_duplicate),
		TEST(states_can_be_given),
		TEST(text_that_json_cannot_hold_is_given_in_hexadecimal),
		TEST(a_derived_fact_may_be_given),
		TEST(a_reference_to_no_record_is_missing_and_says_so),
		TEST(certificates_are_paths_or_pem_or_facts),
		TEST(certificates_are_named_by_fingerprint_or_stand_in_the_text),
		TEST(a_certificate_that_cannot_be_read_is_there_but_unknown),
		TEST(bare_certificates_are_read_with_the_stream),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
