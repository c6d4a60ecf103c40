/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

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

/* --- records --- */

static void a_record_knows_where_it_came_from(void **state)
{
	(void)state;
	read_string("{\"visit\": {\"id\": \"V1\"}}\n{\"visit\": {\"id\": \"V2\"}}\n");
	assert_int_equal(shop.visits.count, 2);
	assert_true(text_equal(shop.visits.records[1]->key, TEXT("V2")));
	assert_true(text_equal(shop.visits.records[1]->file, TEXT("in.json")));
	assert_int_equal(shop.visits.records[1]->offset, 34);
}

static void a_record_without_a_usable_key_is_numbered(void **state)
{
	(void)state;
	read_string("{\"visit\": [{\"id\": \"V1\"},\n"
	            "{\"age\": 1},\n {\"id\": 7}, {\"id\": \"\"}]}");
	assert_told("2:1 remark: visit[1]: no usable `id` (missing);"
	            " the record is called #2\n"
	            "3:9 misfit: visit[2].id: expected text, found number 7\n"
	            "3:2 remark: visit[2]: no usable `id` (expected text, found"
	            " number 7); the record is called #3\n"
	            "3:13 remark: visit[3]: no usable `id` (it is empty);"
	            " the record is called #4\n");
	assert_int_equal(shop.visits.count, 4);
	assert_true(text_equal(shop.visits.records[2]->key, TEXT("#3")));
	assert_number(&shop.visits.records[1]->values[VISIT_AGE], TYPE_INTEGER, 1);
}

static void a_second_context_of_one_key_is_refused(void **state)
{
	(void)state;
	read_string("{\"till\": [{\"name\": \"T\"}, {\"name\": \"T\"}],"
	            " \"site\": {\"version\": 1}}\n{\"site\": {\"version\": 2}}");
	assert_told("1:26 refused: till[1]: \"T\" was given before; this one is not"
	            " used\n2:10 refused: site: given before; this one is not"
	            " used\n");
	assert_number(site_value(SITE_VERSION), TYPE_INTEGER, 1);
	assert_int_equal(shop.contexts.count, 2);
}

static void unknown_names_are_told_once_and_passed_over(void **state)
{
	(void)state;
	read_string("{\"shoe\": 1, \"tills\": {\"a\": [1]}, \"shoe\": [],\n"
	            "\"visit\": [{\"agee\": 1, \"id\": \"A\", \"x\": {}},"
	            " {\"id\": \"B\", \"agee\": 2, \"invariant-1\": true}]}");
	assert_told("1:2 refused: there is no entity of this name \"shoe\";"
	            " known: site, till, visit, certificate\n"
	            "1:13 refused: there is no entity of this name \"tills\";"
	            " did you mean `till`?\n"
	            "0:0 refused: 1 more: names of entities that the model"
	            " lacks\n"
	            "2:12 remark: visit[0]: there is no fact of this name \"agee\";"
	            " did you mean `age`?\n"
	            "2:34 remark: visit[0]: there is no fact of this name \"x\";"
	            " known: id, paid, till, age, fast, tills, tags, cards"
	            " and 1 more\n"
	            "2:67 remark: visit[1]: there is no fact of this name"
	            " \"invariant-1\"; known: id, paid, till, age, fast, tills,"
	            " tags, cards and 1 more\n"
	            "0:0 remark: 1 more: names of facts that the model"
	            " lacks\n");
	assert_int_equal(shop.visits.count, 2);
	assert_state(visit_value(VISIT_HIDDEN), STATE_MISSING, NULL);
}

static void only_so_many_unknown_names_are_told(void **state)
{
	struct buffer text = { 0 };

	(void)state;
	buffer_string(&text, "{\"visit\": {\"id\": \"V\"");
	for (int i = 0; i < 1000; i++)
		buffer_printf(&text, ", \"unknown-%d\": 1", i);
	buffer_string(&text, "}}");
	shop_read(&shop, buffer_view(&text));
	assert_int_equal(shop.visits.count, 1);
	assert_int_equal(shop.trouble_count, 64 + 1);
	assert_int_equal(shop.troubled, 1000);
	buffer_done(&text);
}

static void an_entity_is_what_its_kind_says(void **state)
{
	(void)state;
	read_string("{\"site\": [{\"version\": 1}], \"till\": [1, {\"name\": \"T\"},"
	            " [\"x\"]],\n\"visit\": null}");
	assert_told("1:10 refused: site: expected an object, found an array\n"
	            "1:37 refused: till[0]: expected an object, found number 1\n"
	            "1:55 refused: till[2]: expected an object, found an array\n"
	            "2:10 refused: visit: expected an object, found null\n");
	assert_int_equal(shop.contexts.count, 1);
	assert_int_equal(shop.visits.count, 0);
}

static void the_stream_may_stand_before_its_contexts(void **state)
{
	(void)state;
	read_string("{\"visit\": {\"id\": \"V\", \"till\": \"T\"}}"
	            "{\"till\": {\"name\": \"T\"}}");
	assert_int_equal(visit_value(VISIT_TILL)->type, TYPE_RECORD);
}

static void both_passes_at_once_read_the_same(void **state)
{
	(void)state;
	shop_pass(&shop, TEXT("{\"till\": {\"name\": \"T\"}, \"x\": 1,"
	                      " \"visit\": {\"id\": \"V\", \"till\": \"T\"}} !"),
	          INVENTORY_BOTH, true);
	assert_int_equal(shop.contexts.count, 1);
	assert_int_equal(shop.visits.count, 1);
	assert_int_equal(shop.trouble_count, 2);
	/* Not linked yet: the key. */
	assert_text(visit_value(VISIT_TILL), TYPE_TEXT, "T");
}

static void text_is_copied_where_it_is_not_borrowed(void **state)
{
	static const char text[] = "{\"till\": {\"name\": \"T1\"}, \"visit\": "
		"{\"id\": \"V\\u0031\", \"notes\": \"note\", \"till\": \"T1\"}}";
	char *bytes = malloc(sizeof text - 1);

	(void)state;
	memcpy(bytes, text, sizeof text - 1);
	shop_pass(&shop, (struct text){ bytes, sizeof text - 1 },
	          INVENTORY_BOTH, false);
	memset(bytes, 'x', sizeof text - 1);
	free(bytes);
	assert_true(text_equal(shop.visits.records[0]->key, TEXT("V1")));
	assert_true(text_equal(shop.contexts.records[0]->key, TEXT("T1")));
	assert_text(visit_value(VISIT_NOTES), TYPE_TEXT, "note");
}

/* --- texts and damage --- */

static void another_format_is_refused(void **state)
{
	(void)state;
	read_string("{\"format\": \"assay-facts 2\", \"visit\": {\"id\": \"A\"}}\n"
	            "{\"format\": \"assay-facts 1\", \"visit\": {\"id\": \"B\"}}\n");
	assert_told("1:12 broken: format: expected \"assay-facts 1\", found text"
	            " \"assay-facts 2\"; the rest of this object is not used\n");
	assert_int_equal(shop.visits.count, 1);
	assert_true(text_equal(shop.visits.records[0]->key, TEXT("B")));
}

static void a_text_that_is_no_object_is_passed_over(void **state)
{
	(void)state;
	read_string("[{\"visit\": {}}]\n\"x\" {\"visit\": {\"id\": \"A\"}}");
	assert_told("1:1 broken: expected an object of entities, found an array\n"
	            "2:1 broken: expected an object of entities, found text"
	            " \"x\"\n");
	assert_int_equal(shop.visits.count, 1);
}

/* The keys of all visits read, in order, without B: what was complete before the damage
 * is kept. */
static struct text undamaged_keys(void)
{
	struct text keys = TEXT("");

	for (uint32_t i = 0; i < shop.visits.count; i++)
		if (!text_equal(shop.visits.records[i]->key, TEXT("B")))
			keys = arena_printf(&shop.arena, "%.*s%.*s",
				TEXT_ARGS(keys),
				TEXT_ARGS(shop.visits.records[i]->key));
	return keys;
}

static void damage_costs_only_its_line(void **state)
{
	static const char *const damaged[] = {
		"{\"visit\": {\"id\": \"B\"",             /* cut off */
		"{\"visit\": {\"id\": \"B",
		"{\"visit\": {\"id\": ",
		"{\"visit\": [",
		"{\"visit\": {\"id\": \"B\"},",
		"{\"visit\": {\"id\": \"B\", \"notes\": \"\x80\"}}",
		"{\"visit\": {\"id\": \"B\", \"notes\": \"\\ud800\"}}",
		"{\"visit\": {\"id\": \"B\" \"age\": 1}}",
		"{\"visit\": {\"id\": \"B\", \"age\": 01}}",
		"{\"visit\": {\"id\": \"B\", \"age\": 1,}}",
		"{\"visit\": {\"id\": \"B\", \"x\": nul}}",
		"hello", "}", "]", ",", "\x01",
	};

	(void)state;
	for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++) {
		struct text bytes;

		shop_close(&shop);
		shop_open(&shop);
		bytes = arena_printf(&shop.arena,
			"{\"visit\": {\"id\": \"A\"}}\r\n%s\r\n\r\n"
			"{\"visit\": {\"id\": \"C\"}}\n%s\n%s\n"
			"{\"visit\": {\"id\": \"D\"}}\n",
			damaged[i], damaged[i], damaged[i]);
		shop_read(&shop, bytes);
		assert_string_equal(undamaged_keys().at, "ACD");
		assert_true(shop.trouble_count >= 2);
	}
}

static void the_first_line_may_be_the_damaged_one(void **state)
{
	(void)state;
	read_string("{\"visit\": [\n{\"visit\": {\"id\": \"B\"}}\n"
	            "{\"visit\": {\"id\": \"C\"}}");
	assert_told("1:12 broken: a text cut off at the end of its line;"
	            " reading goes on at line 2\n");
	assert_int_equal(shop.visits.count, 2);
}

static void an_array_of_lines_is_no_sequence_of_texts(void **state)
{
	(void)state;
	read_string("{\"visit\": [\n{\"id\": \"A\"},\n{\"id\": \"B\"}\n]}\n"
	            "{\"visit\": [\n{\"id\": \"C\"}\n\n , {\"id\": \"D\"}\n]}\n"
	            "{\"visit\":\n{\"id\": \"E\"}\n}");
	assert_told("");
	assert_int_equal(shop.visits.count, 5);
}

static void damage_in_a_long_text_ends_the_reading(void **state)
{
	(void)state;
	read_string("{\n \"till\": {\"name\": \"T\"},\n \"visit\": [\n"
	            "  {\"id\": \"A\"},\n  {\"id\": \"B\" 1},\n"
	            "  {\"id\": \"C\"}\n ]\n}\n");
	assert_told("5:14 broken: expected `,` or `}`, found `1`;"
	            " nothing after it is read\n");
	assert_int_equal(shop.contexts.count, 1);
	assert_int_equal(shop.visits.count, 1);
}

static void a_text_that_ends_too_soon_is_told_at_its_end(void **state)
{
	(void)state;
	read_string("{\n \"visit\": [\n  {\"id\": \"A\"},\n");
	assert_told("4:1 broken: expected a value, found the end\n");
	assert_int_equal(shop.visits.count, 1);
}

static void marks_of_encodings_are_known(void **state)
{
	(void)state;
	read_string("\xef\xbb\xbf{\"visit\": {\"id\": \"A\"}}");
	assert_told("");
	assert_int_equal(shop.visits.count, 1);
	shop_read(&shop, TEXT("\xff\xfe{\0}\0"));
	assert_told("1:1 broken: this is UTF-16; facts are read as UTF-8\n");
}

static void a_part_of_an_input_is_located_in_the_whole(void **state)
{
	(void)state;
	shop.offset = 1000;
	shop.line = 40;
	shop_pass(&shop, TEXT("\n{\"visit\": {\"id\": \"V\"}}\n!"),
	          INVENTORY_BOTH, true);
	assert_told("43:1 broken: expected a value, found `!`;"
	            " nothing after it is read\n");
	assert_int_equal(shop.visits.records[0]->offset, 1011);
}

/* A reader of only what is passed over, told of or refused takes no memory for it. */
static void what_is_not_used_takes_no_memory(void **state)
{
	struct arena contexts = { 0 }, stream = { 0 }, messages = { 0 };
	struct buffer text = { 0 };
	const struct inventory_sink sink = { .user = &shop,
		.trouble = shop_take_trouble };
	struct inventory_input input = { .pass = INVENTORY_BOTH,
		.contexts = &contexts, .stream = &stream,
		.messages = &messages, .sink = &sink };

	(void)state;
	for (int i = 0; i < 2000; i++)
		buffer_printf(&text, "{\"x\": [\"\\u0041 %d\", {\"\\u0041%d\": 1}],"
		              " \"\\u0041%d\": 2, \"till\": [1, \"\\u0041\"]}\n"
		              "\"\\u0041\" \"%d\n", i, i, i, i);
	input.bytes = buffer_view(&text);
	inventory_read(shop.inventory, &input);
	assert_null(contexts.head);
	assert_null(stream.head);
	assert_true(messages.used < 16384);
	assert_int_equal(shop.trouble_count, (64 + 1) + (10 + 1) + (10 + 1));
	assert_int_equal(shop.troubled, 2000 * (2 + 2 + 2));
	arena_free(&messages);
	buffer_done(&text);
}

static void messages_are_one_line_without_hidden_characters(void **state)
{
	(void)state;
	read_string("{\"till\": [{\"name\": \"T\\n\\u200b\"},"
	            " {\"name\": \"T\\n\\u200b\", \"x\xe2\x80\x8b\": 1}],"
	            " \"visit\": {\"id\": \"V\", \"till\": \"\\n\"}}");
	assert_told("1:56 remark: till[1]: there is no fact of this name"
	            " \"x\\u{200b}\"; known: name, kind, cert\n"
	            "1:34 refused: till[1]: \"T\\u{a}\\u{200b}\" was given before;"
	            " this one is not used\n");
	assert_state(visit_value(VISIT_TILL), STATE_MISSING,
	             "there is no till \"\\u{a}\"");
}

static void nothing_comes_of_nothing(void **state)
{
	(void)state;
	read_string("");
	read_string(" \n");
	assert_int_equal(shop.trouble_count, 0);
	assert_int_equal(shop.visits.count, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_shop, close_shop)
	const struct CMUnitTest tests[] = {
		TEST(a_record_knows_where_it_came_from),
		TEST(a_record_without_a_usable_key_is_numbered),
		TEST(a_second_context_of_one_key_is_refused),
		TEST(unknown_names_are_told_once_and_passed_over),
		TEST(only_so_many_unknown_names_are_told),
		TEST(an_entity_is_what_its_kind_says),
		TEST(the_stream_may_stand_before_its_contexts),
		TEST(both_passes_at_once_read_the_same),
		TEST(text_is_copied_where_it_is_not_borrowed),
		TEST(another_format_is_refused),
		TEST(a_text_that_is_no_object_is_passed_over),
		TEST(damage_costs_only_its_line),
		TEST(the_first_line_may_be_the_damaged_one),
		TEST(an_array_of_lines_is_no_sequence_of_texts),
		TEST(damage_in_a_long_text_ends_the_reading),
		TEST(a_text_that_ends_too_soon_is_told_at_its_end),
		TEST(marks_of_encodings_are_known),
		TEST(a_part_of_an_input_is_located_in_the_whole),
		TEST(what_is_not_used_takes_no_memory),
		TEST(messages_are_one_line_without_hidden_characters),
		TEST(nothing_comes_of_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
