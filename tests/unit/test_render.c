/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/render.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <jansson.h>

/* One text, one message about it, and what is written for it. */
struct scene {
	struct arena arena;
	struct sources sources;
	struct diags diags;
	struct source *source;
	struct buffer out;
};

static int set_up(void **state)
{
	static struct scene scene;

	scene = (struct scene){ 0 };
	scene.sources.arena = &scene.arena;
	diags_init(&scene.diags, &scene.arena);
	*state = &scene;
	return 0;
}

static int tear_down(void **state)
{
	struct scene *scene = *state;

	buffer_done(&scene->out);
	arena_free(&scene->arena);
	return 0;
}

static void add_source(struct scene *scene, const char *name, struct text text)
{
	scene->source = sources_add(&scene->sources, text_from(name), text);
	assert_non_null(scene->source);
}

static struct span span_at(const struct scene *scene, uint32_t from,
                           uint32_t to)
{
	return (struct span){ scene->source->base + from,
	                      scene->source->base + to };
}

/* The span of `part` in the newest text. */
static struct span span_of(const struct scene *scene, const char *part)
{
	const char *at = strstr(scene->source->text.at, part);
	uint32_t from;

	assert_non_null(at);
	from = (uint32_t)(at - scene->source->text.at);
	return span_at(scene, from, from + (uint32_t)strlen(part));
}

static void check_text(struct scene *scene, const struct diag *diag,
                       const char *expected)
{
	buffer_reset(&scene->out);
	render_text(&scene->out, &scene->sources, diag, false);
	assert_string_equal(scene->out.at, expected);
}

static void the_place_is_quoted_and_underlined(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a.assay",
	           TEXT("one\ntwo\n\trequire key.bit >= 1\nfour\n"));
	diag = diag_say(&scene->diags, MSG_E0001, span_of(scene, "key.bit"),
	                "there is no fact called `key.bit`");
	diag_help(&scene->diags, diag, "did you mean `key.bits`?");
	check_text(scene, diag,
	           "error[E0001]: there is no fact called `key.bit`\n"
	           " --> a.assay:3:10\n"
	           "  |\n"
	           "3 |  require key.bit >= 1\n"
	           "  |          ^^^^^^^\n"
	           "  = help: did you mean `key.bits`?\n");
}

static void the_gutter_is_as_wide_as_its_numbers(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a.assay",
	           TEXT("first\n\n\n\n\n\n\n\n\n\n\nlast\n"));
	diag = diag_say(&scene->diags, MSG_E0001, span_of(scene, "last"), "x");
	diag_note(&scene->diags, diag, span_of(scene, "first"), "it is here");
	diag_note(&scene->diags, diag, (struct span){ 0, 0 }, "two\nlines");
	check_text(scene, diag,
	           "error[E0001]: x\n"
	           "  --> a.assay:12:1\n"
	           "   |\n"
	           "12 | last\n"
	           "   | ^^^^\n"
	           "   = note: two\n"
	           "           lines\n"
	           "note: it is here\n"
	           "  --> a.assay:1:1\n"
	           "   |\n"
	           " 1 | first\n"
	           "   | -----\n");
}

static void a_note_may_stand_in_another_text(void **state)
{
	struct scene *scene = *state;
	struct span first;
	struct diag *diag;

	add_source(scene, "one.assay", TEXT("rule a\n"));
	first = span_of(scene, "a");
	add_source(scene, "two.assay", TEXT("rule a\r\n"));
	diag = diag_say(&scene->diags, MSG_E0001, span_of(scene, "a"),
	                "`a` is declared twice");
	diag_note(&scene->diags, diag, first, "it is declared here");
	check_text(scene, diag,
	           "error[E0001]: `a` is declared twice\n"
	           " --> two.assay:1:6\n"
	           "  |\n"
	           "1 | rule a\n"
	           "  |      ^\n"
	           "note: it is declared here\n"
	           " --> one.assay:1:6\n"
	           "  |\n"
	           "1 | rule a\n"
	           "  |      -\n");
}

static void a_message_about_no_place_quotes_nothing(void **state)
{
	struct scene *scene = *state;
	struct diag *diag = diag_say(&scene->diags, MSG_E0007,
	                             (struct span){ 0, 0 });

	diag_help(&scene->diags, diag, "divide it");
	check_text(scene, diag,
	           "error[E0007]: the file is too large\n"
	           "  = help: divide it\n");
}

static void a_span_over_lines_is_marked_to_the_end_of_its_first(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a", TEXT("ab cd\r\nef\n"));
	diag = diag_say(&scene->diags, MSG_E0001, span_at(scene, 3, 9), "x");
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:1:4\n  |\n"
	           "1 | ab cd\n  |    ^^\n");
}

static void ends_of_lines_and_texts_can_be_marked(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a", TEXT("ab\ncd\n"));
	diag = diag_say(&scene->diags, MSG_E0001, span_at(scene, 2, 3), "x");
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:1:3\n  |\n"
	           "1 | ab\n  |   ^\n");
	diag = diag_say(&scene->diags, MSG_E0001, span_at(scene, 6, 6), "x");
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:3:1\n  |\n3 |\n  | ^\n");
	diag = diag_say(&scene->diags, MSG_E0001, span_at(scene, 6, 600), "x");
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:3:1\n  |\n3 |\n  | ^\n");
}

static void a_span_that_leaves_its_text_ends_with_it(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a", TEXT("ab\ncd"));
	diag = diag_say(&scene->diags, MSG_E0001, span_at(scene, 4, 99), "x");
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:2:2\n  |\n"
	           "2 | cd\n  |  ^\n");
	buffer_reset(&scene->out);
	render_json(&scene->out, &scene->sources, diag);
	assert_non_null(strstr(scene->out.at,
	                       "\"endLine\": 2, \"endColumn\": 3,"));
}

static void marks_stand_below_wide_and_combined_characters(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a", TEXT("\"\xe4\xb8\xad\xe6\x96\x87 e\xcc\x81\" "
	                            "\xe4\xb8\xad x"));
	diag = diag_say(&scene->diags, MSG_E0001,
	                span_of(scene, "\xe4\xb8\xad x"), "x");
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:1:14\n  |\n"
	           "1 | \"\xe4\xb8\xad\xe6\x96\x87 e\xcc\x81\" "
	           "\xe4\xb8\xad x\n"
	           "  |          ^^^^\n");
}

static void a_hostile_text_cannot_drive_the_terminal(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a\033[2J\nb",
	           TEXT("x\033[31m\xe2\x80\xae\rq\xff\x7f here"));
	diag = diag_say(&scene->diags, MSG_E0001, span_of(scene, "here"),
	                "no `\a\n\xc2\x9b`");
	diag_help(&scene->diags, diag, "a\033b");
	check_text(scene, diag,
	           "error[E0001]: no `<U+0007><U+000A><U+009B>`\n"
	           " --> a<U+001B>[2J<U+000A>b:1:15\n"
	           "  |\n"
	           "1 | x<U+001B>[31m<U+202E><U+000D>q<FF><U+007F> here\n"
	           "  |                                            ^^^^\n"
	           "  = help: a<U+001B>b\n");
}

static void an_escape_is_underlined_whole(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a", TEXT("a\xe2\x80\xae" "b"));
	diag = diag_say(&scene->diags, MSG_E0004, span_at(scene, 1, 4),
	                0x202eu);
	check_text(scene, diag,
	           "error[E0004]: the hidden character U+202E is not allowed\n"
	           " --> a:1:2\n  |\n"
	           "1 | a<U+202E>b\n"
	           "  |  ^^^^^^^^\n");
}

static void a_fix_without_help_is_told_in_words(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a", TEXT("one two"));
	diag = diag_say(&scene->diags, MSG_E0001, span_of(scene, "one"), "x");
	diag_fix(&scene->diags, diag, span_of(scene, "two"), TEXT("three"));
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:1:1\n  |\n"
	           "1 | one two\n  | ^^^\n"
	           "  = help: write `three` instead of `two`\n");
	diag_fix(&scene->diags, diag, span_of(scene, "two"), TEXT(""));
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:1:1\n  |\n"
	           "1 | one two\n  | ^^^\n"
	           "  = help: delete `two`\n");
	diag_fix(&scene->diags, diag, span_at(scene, 3, 3), TEXT(";"));
	check_text(scene, diag,
	           "error[E0001]: x\n --> a:1:1\n  |\n"
	           "1 | one two\n  | ^^^\n"
	           "  = help: insert `;`\n");
}

/* Taking the colours away leaves the plain form. */
static void colour_adds_escapes_and_nothing_else(void **state)
{
	struct scene *scene = *state;
	struct buffer bare = { 0 };
	struct diag *diag;

	add_source(scene, "a", TEXT("one two"));
	diag = diag_say(&scene->diags, MSG_E0001, span_of(scene, "two"), "x");
	diag_note(&scene->diags, diag, span_of(scene, "one"), "y");
	diag_help(&scene->diags, diag, "z");
	render_text(&scene->out, &scene->sources, diag, true);
	assert_non_null(strstr(scene->out.at, "\033[1;31merror[E0001]\033[0m"));
	for (size_t i = 0; i < scene->out.length; i++) {
		if (scene->out.at[i] == '\033')
			i += strcspn(scene->out.at + i, "m");
		else
			buffer_byte(&bare, scene->out.at[i]);
	}
	check_text(scene, diag, bare.at);
	assert_null(strchr(scene->out.at, '\033'));
	buffer_done(&bare);
}

static void json_has_places_notes_and_the_fix(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;

	add_source(scene, "a.assay", TEXT("one\n\xc3\xa4 key.bit\nlast"));
	diag = diag_say(&scene->diags, MSG_E0001, span_of(scene, "key.bit"),
	                "no `key.bit`");
	diag_note(&scene->diags, diag, span_of(scene, "one"), "n1");
	diag_note(&scene->diags, diag, (struct span){ 0, 0 }, "n2");
	diag_help(&scene->diags, diag, "h");
	diag_fix(&scene->diags, diag, span_of(scene, "bit\nla"), TEXT("\""));
	render_json(&scene->out, &scene->sources, diag);
	assert_string_equal(scene->out.at,
		"{\"code\": \"E0001\", \"severity\": \"error\", "
		"\"message\": \"no `key.bit`\", \"file\": \"a.assay\", "
		"\"line\": 2, \"column\": 4, \"endLine\": 2, "
		"\"endColumn\": 11, \"help\": \"h\", "
		"\"notes\": [{\"message\": \"n1\", \"file\": \"a.assay\", "
		"\"line\": 1, \"column\": 1, \"endLine\": 1, "
		"\"endColumn\": 4}, {\"message\": \"n2\"}], "
		"\"fix\": {\"file\": \"a.assay\", \"line\": 2, "
		"\"column\": 8, \"endLine\": 3, \"endColumn\": 3, "
		"\"replacement\": \"\\\"\"}}");
}

static void json_of_a_hostile_text_is_json(void **state)
{
	struct scene *scene = *state;
	struct diag *diag;
	json_t *read;

	add_source(scene, "a\xff\"", TEXT("x\033"));
	diag = diag_say(&scene->diags, MSG_E0001, span_at(scene, 1, 2),
	                "\xe2\x80\xae\x01\\");
	render_json(&scene->out, &scene->sources, diag);
	read = json_loadb(scene->out.at, scene->out.length,
	                  JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(read);
	assert_string_equal(json_string_value(json_object_get(read, "message")),
	                    "\xe2\x80\xae\x01\\");
	assert_string_equal(json_string_value(json_object_get(read, "file")),
	                    "a\xef\xbf\xbd\"");
	assert_null(json_object_get(read, "fix"));
	json_decref(read);
}

#define scene_test(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		scene_test(the_place_is_quoted_and_underlined),
		scene_test(the_gutter_is_as_wide_as_its_numbers),
		scene_test(a_note_may_stand_in_another_text),
		scene_test(a_message_about_no_place_quotes_nothing),
		scene_test(
			a_span_over_lines_is_marked_to_the_end_of_its_first),
		scene_test(ends_of_lines_and_texts_can_be_marked),
		scene_test(a_span_that_leaves_its_text_ends_with_it),
		scene_test(marks_stand_below_wide_and_combined_characters),
		scene_test(a_hostile_text_cannot_drive_the_terminal),
		scene_test(an_escape_is_underlined_whole),
		scene_test(a_fix_without_help_is_told_in_words),
		scene_test(colour_adds_escapes_and_nothing_else),
		scene_test(json_has_places_notes_and_the_fix),
		scene_test(json_of_a_hostile_text_is_json),
	};

	return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
