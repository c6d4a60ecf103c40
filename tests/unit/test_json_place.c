/* SPDX-License-Identifier: Apache-2.0 */
/* Where a fact stands in an input, told from the offset that its record remembers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "facts/json_place.h"

static struct arena arena;

static int empty_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* The value that begins at the first `what` in the text stands at this line and path; or "". */
static void assert_place(const char *text, const char *what, const char *member,
                         unsigned line, const char *path)
{
	struct json_places *places = json_places_new(&arena, text_from(text));
	const char *at = strstr(text, what);
	struct json_place place = { 0 };
	bool found;

	assert_non_null(at);
	found = json_places_find(places, (uint64_t)(at - text), text_from(member), &arena,
	                         &place);
	assert_int_equal(found, *path != '\0');
	if (!found)
		return;
	assert_string_equal(place.path.at, path);
	assert_int_equal(place.line, line);
}

static const char sample[] =
	"{\"format\": \"assay-facts 1\",\n"
	" \"site\": {\"version\": 2010},\n"
	" \"device\": [{\"id\": \"A\", \"no\": [1, {\"x\": 2}]},\n"
	"  {\"id\": \"B\",\n"
	"   \"cert\": {\"key.bits\": 1024},\n"
	"   \"roots\": [\"root.pem\", {\"ca\": true}]}]}\n"
	"{\"device\": {\"id\": \"C\", \"cert\": {\"pem\": \"X\"}}}\n";

static void records_have_line_and_path(void **state)
{
	(void)state;
	assert_place(sample, "{\"version\"", "", 2, "site");
	assert_place(sample, "{\"id\": \"A\"", "", 3, "device[0]");
	assert_place(sample, "{\"id\": \"B\"", "", 4, "device[1]");
	assert_place(sample, "{\"id\": \"C\"", "", 7, "device");
}

static void facts_have_the_place_of_their_value(void **state)
{
	(void)state;
	assert_place(sample, "{\"version\"", "version", 2, "site.version");
	assert_place(sample, "{\"id\": \"B\"", "roots", 6, "device[1].roots");
	assert_place(sample, "{\"id\": \"B\"", "join", 0, "");
}

static void what_is_written_inside_a_record_is_found(void **state)
{
	(void)state;
	assert_place(sample, "{\"key.bits\"", "", 5, "device[1].cert");
	assert_place(sample, "{\"key.bits\"", "key.bits", 5, "device[1].cert.key.bits");
	assert_place(sample, "{\"ca\"", "ca", 6, "device[1].roots[1].ca");
	assert_place(sample, "\"root.pem\"", "", 6, "device[1].roots[0]");
	assert_place(sample, "{\"x\"", "x", 3, "device[0].no[1].x");
	assert_place(sample, "{\"pem\"", "", 7, "device.cert");
}

static void nothing_is_said_of_what_begins_nowhere(void **state)
{
	struct json_place place;
	struct json_places *places = json_places_new(&arena, text_from(sample));

	(void)state;
	assert_place(sample, "format", "", 0, "");
	assert_place(sample, "2010", "version", 0, "");
	assert_place(sample, "ersion\"", "", 0, "");
	assert_false(json_places_find(places, UINT64_MAX, TEXT(""), &arena, &place));
	assert_place("", "", "", 0, "");
	assert_place("{\"device\": [1, 2", "2", "", 1, "device[1]");
}

static void a_damaged_line_does_not_hide_the_next(void **state)
{
	static const char lines[] =
		"{\"device\": {\"id\": \"A\"}}\n"
		"{\"device\": {\"id\": \"B\", }}\n"
		"{\"device\": {\"id\": \"C\"}}\n";

	(void)state;
	assert_place(lines, "{\"id\": \"C\"", "id", 3, "device.id");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(records_have_line_and_path, empty_arena),
		cmocka_unit_test_teardown(facts_have_the_place_of_their_value, empty_arena),
		cmocka_unit_test_teardown(what_is_written_inside_a_record_is_found, empty_arena),
		cmocka_unit_test_teardown(nothing_is_said_of_what_begins_nowhere, empty_arena),
		cmocka_unit_test_teardown(a_damaged_line_does_not_hide_the_next, empty_arena),
	};

	return cmocka_run_group_tests_name("json_place", tests, NULL, NULL);
}
