/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/diag.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct span nowhere = { 0, 0 };

static void what_is_said_is_kept_in_order(void **state)
{
	struct arena arena = { 0 };
	struct diags diags;

	(void)state;
	diags_init(&diags, &arena);
	assert_null(diags.first);
	diag_say(&diags, MSG_E0001, (struct span){ 9, 10 }, "expected a rule");
	diag_say(&diags, MSG_E0004, (struct span){ 1, 4 }, 0x202eu);
	assert_int_equal(diags.count, 2);
	assert_int_equal(diags.errors, 2);
	assert_true(text_equal(diags.first->text, TEXT("expected a rule")));
	assert_int_equal(diags.first->severity, SEVERITY_ERROR);
	assert_int_equal(diags.first->at.from, 9);
	assert_non_null(strstr(diags.first->next->text.at, "U+202E"));
	assert_null(diags.first->next->next);
	arena_free(&arena);
}

static void one_mistake_at_one_place_is_said_once(void **state)
{
	struct arena arena = { 0 };
	struct diags diags;

	(void)state;
	diags_init(&diags, &arena);
	diag_say(&diags, MSG_E0001, (struct span){ 5, 6 }, "first");
	diag_say(&diags, MSG_E0001, (struct span){ 5, 6 }, "second");
	diag_say(&diags, MSG_E0002, (struct span){ 5, 6 });
	diag_say(&diags, MSG_E0001, (struct span){ 5, 7 }, "third");
	diag_say(&diags, MSG_E0001, (struct span){ 6, 7 }, "fourth");
	assert_int_equal(diags.count, 4);
	assert_int_equal(diags.errors, 4);
	assert_true(text_equal(diags.first->text, TEXT("first")));
	assert_false(diags.too_many);
	arena_free(&arena);
}

static void messages_about_no_place_are_told_apart_by_text(void **state)
{
	struct arena arena = { 0 };
	struct diags diags;

	(void)state;
	diags_init(&diags, &arena);
	diag_say(&diags, MSG_E0001, nowhere, "a");
	diag_say(&diags, MSG_E0001, nowhere, "b");
	diag_say(&diags, MSG_E0001, nowhere, "a");
	assert_int_equal(diags.count, 2);
	arena_free(&arena);
}

static void after_a_hundred_mistakes_the_rest_is_counted(void **state)
{
	struct arena arena = { 0 };
	struct diags diags;

	(void)state;
	diags_init(&diags, &arena);
	for (uint32_t i = 1; i <= MAX_MISTAKES; i++)
		diag_say(&diags, MSG_E0002, (struct span){ i, i + 1 });
	assert_int_equal(diags.count, MAX_MISTAKES);
	assert_false(diags.too_many);
	diag_say(&diags, MSG_E0002, (struct span){ 1, 2 });
	assert_false(diags.too_many);
	for (uint32_t i = 1; i <= 5; i++)
		diag_say(&diags, MSG_E0003, (struct span){ i, i + 1 });
	assert_true(diags.too_many);
	assert_int_equal(diags.count, MAX_MISTAKES);
	assert_int_equal(diags.errors, MAX_MISTAKES + 5);
	arena_free(&arena);
}

static void notes_help_and_a_fix_are_added(void **state)
{
	struct arena arena = { 0 };
	struct diags diags;
	struct diag *diag;
	char fix[] = "key.bits";

	(void)state;
	diags_init(&diags, &arena);
	diag = diag_say(&diags, MSG_E0002, (struct span){ 3, 4 });
	diag_note(&diags, diag, (struct span){ 1, 2 }, "see %d", 1);
	diag_note(&diags, diag, nowhere, "see %d", 2);
	diag_note(&diags, diag, nowhere, "see %d", 3);
	diag_note(&diags, diag, nowhere, "see %d", 4);
	diag_help(&diags, diag, "write `%s`", fix);
	diag_fix(&diags, diag, (struct span){ 3, 4 }, text_from(fix));
	fix[0] = 'x';
	assert_int_equal(diag->note_count, MAX_NOTES);
	assert_true(text_equal(diag->notes[0].text, TEXT("see 1")));
	assert_int_equal(diag->notes[0].at.to, 2);
	assert_true(text_equal(diag->notes[2].text, TEXT("see 3")));
	assert_true(text_equal(diag->help, TEXT("write `key.bits`")));
	assert_true(diag->has_fix);
	assert_true(text_equal(diag->fix, TEXT("key.bits")));
	arena_free(&arena);
}

static void a_dropped_message_takes_additions_and_keeps_none(void **state)
{
	struct arena arena = { 0 };
	struct diags diags;
	struct diag *diag;
	size_t used;

	(void)state;
	diags_init(&diags, &arena);
	diag_say(&diags, MSG_E0002, (struct span){ 3, 4 });
	diag = diag_say(&diags, MSG_E0002, (struct span){ 3, 4 });
	used = arena.used;
	diag_note(&diags, diag, nowhere, "note");
	diag_help(&diags, diag, "help");
	diag_fix(&diags, diag, nowhere, TEXT("fix"));
	assert_int_equal(arena.used, used);
	assert_int_equal(diags.first->note_count, 0);
	assert_int_equal(diags.first->help.length, 0);
	assert_false(diags.first->has_fix);
	arena_free(&arena);
}

static void every_message_is_found_by_its_code(void **state)
{
	(void)state;
	for (int m = 0; m < MSG_COUNT; m++) {
		const char *code = message_code((enum message)m);

		assert_int_equal(message_find(text_from(code)), m);
		assert_int_equal(strlen(code), 5);
	}
	assert_int_equal(message_find(TEXT("E9999")), MSG_COUNT);
	assert_int_equal(message_find(TEXT("E000")), MSG_COUNT);
	assert_int_equal(message_find(TEXT("")), MSG_COUNT);
	assert_int_equal(message_find(TEXT("E0001")), MSG_E0001);
}

/* The letter of a code is its severity; the text is no sentence, the
 * explanation is lines of sentences. */
static void every_message_is_in_the_form_of_the_house(void **state)
{
	(void)state;
	for (int m = 0; m < MSG_COUNT; m++) {
		enum message message = (enum message)m;
		const char *text = message_text(message);
		const char *explanation = message_explanation(message);
		size_t length = strlen(text);

		assert_int_equal(message_code(message)[0],
		                 "EWN"[message_severity(message)]);
		assert_true(length > 0 && text[length - 1] != '.');
		assert_false(text[0] >= 'A' && text[0] <= 'Z'
		             && text[1] >= 'a' && text[1] <= 'z');
		length = strlen(explanation);
		assert_true(length > 1 && explanation[length - 1] == '\n');
		assert_non_null(strchr(explanation, '.'));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_said_is_kept_in_order),
		cmocka_unit_test(one_mistake_at_one_place_is_said_once),
		cmocka_unit_test(
			messages_about_no_place_are_told_apart_by_text),
		cmocka_unit_test(after_a_hundred_mistakes_the_rest_is_counted),
		cmocka_unit_test(notes_help_and_a_fix_are_added),
		cmocka_unit_test(
			a_dropped_message_takes_additions_and_keeps_none),
		cmocka_unit_test(every_message_is_found_by_its_code),
		cmocka_unit_test(every_message_is_in_the_form_of_the_house),
	};

	return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
