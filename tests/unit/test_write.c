/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#include "facts/write.h"
#include "model/certificate.h"
#include "tests/unit/shop_input.h"

static struct shop shop;
static struct buffer out;

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
	buffer_done(&out);
	return 0;
}

static void write_all(const struct shop_records *records,
                      enum write_derived derived)
{
	for (uint32_t i = 0; i < records->count; i++)
		write_record(&out, records->records[i], derived);
}

static void write_shop(enum write_derived derived)
{
	buffer_reset(&out);
	write_format(&out);
	write_all(&shop.contexts, derived);
	write_all(&shop.visits, derived);
	write_all(&shop.certificates, derived);
}

/* What is read is written so, and is told of `told` times; and what is written is read as the
 * same, without a word. */
static void assert_written_with(const char *input, uint32_t told, const char *expected)
{
	struct text again;

	shop_read(&shop, text_from(input));
	assert_int_equal(shop.trouble_count, told);
	shop.trouble_count = 0;
	write_shop(WRITE_GIVEN);
	assert_string_equal(out.at, expected);
	again = arena_text(&shop.arena, buffer_view(&out));
	shop.contexts.count = shop.visits.count = shop.certificates.count = 0;
	shop.world = world_new(&shop.arena, shop.model);
	shop_read(&shop, again);
	assert_int_equal(shop.trouble_count, 0);
	write_shop(WRITE_GIVEN);
	assert_string_equal(out.at, expected);
}

static void assert_written(const char *input, const char *expected)
{
	assert_written_with(input, 0, expected);
}

#define FORMAT "{\"format\": \"assay-facts 1\"}\n"

static void every_type_is_written_as_it_is_read(void **state)
{
	(void)state;
	assert_written(
		"{\"site\": {\"signs\": [\"client-auth\"], \"open\": false,\n"
		"\"build\": \"5.00.9040.1000\", \"since\": \"2026-11-22\",\n"
		"\"break\": \"1 week\", \"purpose\": \"1.3.6.1\","
		"\"version\": -2006}, \"till\": {\"name\": \"T\\u00e9\\n\","
		"\"kind\": \"staffed\"}, \"visit\": {\"id\": \"V\","
		"\"paid\": [\"card\", \"cash\"], \"fast\": true,"
		"\"tags\": [\"b\", \"a\"], \"cards\": [\"2\", \"1\", \"2\"]}}",
		FORMAT "{\"site\": {\"version\": -2006, \"open\": false,"
		" \"build\": \"5.0.9040.1000\","
		" \"since\": \"2026-11-22T00:00:00Z\", \"break\": 604800,"
		" \"purpose\": \"1.3.6.1\","
		" \"signs\": [\"1.3.6.1.5.5.7.3.2\"]}}\n"
		"{\"till\": {\"name\": \"T\xc3\xa9\\n\", \"kind\": \"staffed\"}}\n"
		"{\"visit\": {\"id\": \"V\", \"paid\": [\"cash\", \"card\"],"
		" \"fast\": true, \"tags\": [\"b\", \"a\"],"
		" \"cards\": [\"2\", \"1\"]}}\n");
}

static void every_state_is_written(void **state)
{
	(void)state;
	assert_written_with(
		"{\"visit\": {\"id\": \"V\", \"age\": null, \"notes\": \"\","
		"\"notes\": \"\", \"paid\": {\"state\": \"conflict\","
		"\"why\": \"both\"}, \"cards\": 1, \"tags\":"
		"{\"state\": \"missing\", \"why\": \"lost\"}}}", 2,
		FORMAT "{\"visit\": {\"id\": \"V\","
		" \"paid\": {\"state\": \"conflict\", \"why\": \"both\"},"
		" \"age\": null,"
		" \"tags\": {\"state\": \"missing\", \"why\": \"lost\"},"
		" \"cards\": {\"state\": \"undecodable\","
		" \"why\": \"expected an array, found number 1\"},"
		" \"notes\": {\"state\": \"duplicate\","
		" \"why\": \"line 1 gives it again, as text \\\"\\\"\"}}}\n");
}

static void references_are_written_as_keys(void **state)
{
	(void)state;
	assert_written(
		"{\"till\": {\"name\": \"T\"}, \"visit\": {\"id\": \"V\","
		"\"till\": \"T\", \"tills\": [\"T\", \"U\"]}}",
		FORMAT "{\"till\": {\"name\": \"T\"}}\n"
		"{\"visit\": {\"id\": \"V\", \"till\": \"T\", \"tills\": [\"T\","
		" {\"state\": \"missing\","
		" \"why\": \"there is no till \\\"U\\\"\"}]}}\n");
}

static void certificates_are_written_as_their_facts(void **state)
{
	(void)state;
	assert_written(
		"{\"site\": {\"roots\": [\"good.pem\", {}]}, \"certificate\":"
		"[{\"pem\": \"PEM\"}, {\"key-usage\": [\"crl-sign\"],"
		"\"key.algorithm\": \"ec\"}]}",
		FORMAT "{\"site\": {\"roots\": [{\"key.bits\": 2048}, {}]}}\n"
		"{\"certificate\": {\"key.bits\": 2048}}\n"
		"{\"certificate\": {\"key.algorithm\": \"ec\","
		" \"key-usage\": [\"crl-sign\"]}}\n");
}

static void text_that_json_cannot_hold_is_written_in_hexadecimal(void **state)
{
	(void)state;
	assert_written(
		"{\"visit\": {\"id\": \"V\", \"notes\": {\"hex\": \"00ff\"},"
		"\"tags\": [{\"hex\": \"c3\"}, {\"hex\": \"c3a9\"}]}}",
		FORMAT "{\"visit\": {\"id\": \"V\", \"tags\":"
		" [{\"hex\": \"c3\"}, \"\xc3\xa9\"],"
		" \"notes\": {\"hex\": \"00ff\"}}}\n");
}

static void derived_facts_are_written_if_asked_for(void **state)
{
	struct record *visit = record_new(&shop.arena, shop.model->stream);

	(void)state;
	visit->values[VISIT_FAST] = value_number(TYPE_BOOL, 1);
	visit->values[VISIT_HIDDEN] = value_number(TYPE_BOOL, 1);
	write_record(&out, visit, WRITE_GIVEN);
	assert_string_equal(out.at, "{\"visit\": {}}\n");
	buffer_reset(&out);
	write_record(&out, visit, WRITE_DERIVED);
	assert_string_equal(out.at, "{\"visit\": {\"fast\": true}}\n");
}

static void each_line_is_json(void **state)
{
	json_t *line;

	(void)state;
	shop_read(&shop, TEXT("{\"visit\": {\"id\": \"\\\"\\\\\\u001b\\u200b\","
	                      "\"notes\": {\"hex\": \"ff\"}, \"age\": []}}"));
	write_record(&out, shop.visits.records[0], WRITE_GIVEN);
	line = json_loadb(out.at, out.length, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(line);
	assert_string_equal(json_string_value(json_object_get(
		json_object_get(line, "visit"), "id")),
		"\"\\\x1b\xe2\x80\x8b");
	json_decref(line);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_shop, close_shop)
	const struct CMUnitTest tests[] = {
		TEST(every_type_is_written_as_it_is_read),
		TEST(every_state_is_written),
		TEST(references_are_written_as_keys),
		TEST(certificates_are_written_as_their_facts),
		TEST(text_that_json_cannot_hold_is_written_in_hexadecimal),
		TEST(derived_facts_are_written_if_asked_for),
		TEST(each_line_is_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
