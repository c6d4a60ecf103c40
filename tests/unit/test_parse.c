/* SPDX-License-Identifier: Apache-2.0 */
#include "grammar/parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/reading.h"

/* A mistake that is to be told, and where. */
struct mistake {
	enum message code;
	uint32_t line, column;
	const char *text;       /* part of what is said; NULL for any */
};

static void check_one(const struct reading *reading, const struct diag *diag,
                      const struct mistake *wanted)
{
	struct position at = source_position(reading->file->source, diag->at.from);

	assert_string_equal(message_code(diag->code), message_code(wanted->code));
	assert_int_equal(at.line, wanted->line);
	assert_int_equal(at.column, wanted->column);
	if (wanted->text && !text_contains(diag->text, text_from(wanted->text)))
		assert_string_equal(diag->text.at, wanted->text);
}

/* Exactly these mistakes, in this order; the list ends with line 0. */
static void check_text(struct text text, const struct mistake *wanted)
{
	struct reading reading;
	const struct diag *diag;

	reading_open(&reading, text);
	for (diag = reading.diags.first; diag && wanted->line; diag = diag->next)
		check_one(&reading, diag, wanted++);
	assert_null(diag);
	assert_int_equal(wanted->line, 0);
	reading_close(&reading);
}

#define CHECK(string, ...)                                                      \
	do {                                                                    \
		static const struct mistake wanted[] = { __VA_ARGS__, { 0 } };  \
		check_text(TEXT(string), wanted);                               \
	} while (0)

#define RULE "rule a.b on certificate \"t\"\n"

static void check_clean(struct text text)
{
	static const struct mistake none[] = { { 0 } };

	check_text(text, none);
}

static void a_file_may_be_empty(void **state)
{
	struct reading reading;

	(void)state;
	check_clean(TEXT(""));
	check_clean(TEXT("\n\n  \t\n"));
	reading_open(&reading, TEXT("# a\n  # b"));
	assert_int_equal(reading.diags.count, 0);
	assert_null(reading.file->first);
	assert_int_equal(reading_comments(&reading), 2);
	assert_true(reading.file->comments->alone);
	reading_close(&reading);
}

static void line_ends_and_a_byte_order_mark_do_not_matter(void **state)
{
	struct reading one, other;

	(void)state;
	reading_open(&one, TEXT("language 1\n" RULE "  | a |\n  |---|\n  require x # y\n"));
	reading_open(&other, TEXT("\xef\xbb\xbflanguage 1\r\nrule a.b on certificate \"t\"\r\n"
	                          "  | a |\r\n  |---|\r\n  require x # y"));
	assert_int_equal(one.diags.count, 0);
	assert_int_equal(other.diags.count, 0);
	assert_true(ast_equal(one.file, other.file));
	assert_string_equal(one.layout.at, other.layout.at);
	reading_close(&one);
	reading_close(&other);
}

static void each_mistake_is_told_at_its_place(void **state)
{
	(void)state;
	CHECK("language 1\n"
	      RULE
	      "  require key.bits >=\n"
	      "  when = 5\n"
	      "  require a == b\n"
	      "  severity\n"
	      "  fix\n"
	      "  unless a \"x\"\n"
	      "rule on certificate \"x\"\n"
	      "  require (a or\n"
	      "  require b and and c\n"
	      "context e \"e\"\n"
	      "  a: one of \"x\"\n"
	      "  b: text\n"
	      "  c: list of text\n"
	      "  d: bool\n"
	      "test \"t\"\n"
	      "  given e { a }\n"
	      "  expect x\n"
	      "  expect x.y pass at 5\n",
	      { MSG_E0001, 4, 3, "expected a fact or a value, not `when`" },
	      { MSG_E0001, 4, 8, "expected a condition, not `=`" },
	      { MSG_E0015, 5, 13, "`=`" },
	      { MSG_E0001, 7, 3, "expected a word, not `fix`" },
	      { MSG_E0001, 8, 3, "expected text in quotes, not `unless`" },
	      { MSG_E0001, 8, 10, "expected `[`, not `a`" },
	      { MSG_E0001, 9, 6, "expected a word, not `on`" },
	      { MSG_E0001, 11, 3, "expected a condition, not `require`" },
	      { MSG_E0001, 11, 17, "expected a condition, not `and`" },
	      { MSG_E0001, 13, 13, "expected a word, not text in quotes" },
	      { MSG_E0001, 16, 3, "expected `up to`, not `d`" },
	      { MSG_E0001, 18, 13, "expected `}` or a name with a colon, not `a`" },
	      { MSG_E0001, 20, 3, "expected `{`, a word, text in quotes, a number or a dotted number, "
	        "not `expect`" },
	      { MSG_E0001, 20, 22, "expected `[` or `note`, not `5`" });
}

static void what_was_expected_is_told_in_the_words_of_the_language(void **state)
{
	(void)state;
	CHECK("banana\n", { MSG_E0001, 1, 1, "a declaration such as `rule` or `test`, not" });
	CHECK(RULE "  banana\n",
	      { MSG_E0001, 2, 3, "expected a clause such as `when` or `require`, not `banana`" });
	CHECK(RULE "  require a b\n",
	      { MSG_E0001, 2, 13, "expected a comparison such as `=` or `in`, `and`, `or` or a "
	                          "clause such as `when` or `require`, not `b`" });
	CHECK(RULE "  note [1] \"n\" {\n    fix \"x\"\n  }\n",
	      { MSG_E0001, 3, 5, "`}` or a clause such as `require` or `caution`, not `fix`" });
	CHECK(RULE "  require a and b or c\n", { MSG_E0001, 2, 19, "mixed without" });
	CHECK(RULE "  caution a \"x\"\n", { MSG_E0001, 2, 11, "expected `when`, not `a`" });
	CHECK(RULE "  require a made of = b\n", { MSG_E0001, 2, 21, "expected a word or text in quotes" });
	CHECK("parameter p: integer =", { MSG_E0001, 1, 23, "not the end of the file" });
}

static void a_slip_of_the_pen_is_put_right(void **state)
{
	struct reading reading;

	(void)state;
	reading_open(&reading, TEXT(RULE "  requier a = b\n"));
	assert_int_equal(reading.diags.count, 1);
	assert_true(reading.diags.first->has_fix);
	assert_true(text_equal(reading.diags.first->fix, TEXT("require")));
	reading_close(&reading);
}

static void words_of_the_language_are_no_names(void **state)
{
	(void)state;
	CHECK("policy test 1.0 \"x\"\n", { MSG_E0013, 1, 8, "`test`" });
	CHECK(RULE "  require level = 3\n  require\n  fix \"x\"\n",
	      { MSG_E0013, 2, 11, "`level`" }, { MSG_E0001, 4, 3, "a condition" });
	CHECK("context e \"x\"\n  when: text\n", { MSG_E0013, 2, 3, "`when`" });
	CHECK(RULE "  check \"x\"\n", { MSG_E0013, 2, 3, "`check`" });
	CHECK(RULE "  require one in set\n  require list = up\n  require of = 3\n",
	      { MSG_E0001, 4, 11, "expected a condition, not `of`" });
}

static void a_phrase_ends_where_its_last_word_ends(void **state)
{
	struct reading reading;

	(void)state;
	reading_open(&reading, TEXT("context e \"x\"\n  a: one offer\n  b: set of-x\n"
	                            "  d: made of-x\n  c: one of x\n"));
	/* A type and its modifier; "of" alone is no modifier. */
	assert_int_equal(reading.diags.count, 0);
	assert_int_equal(reading.file->first->facts.first->type.form, TYPE_TREE_PLAIN);
	assert_int_equal(reading.file->first->facts.last->type.form, TYPE_TREE_ONE_OF);
	reading_close(&reading);
}

static void names_have_at_most_64_bytes(void **state)
{
#define LONG "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff1234"
	(void)state;
	check_clean(TEXT(RULE "  require " LONG "\n"));
	CHECK(RULE "  require " LONG "5\n", { MSG_E0014, 2, 11, NULL });
	CHECK("context e \"x\"\n  " LONG "5: text\n", { MSG_E0014, 2, 3, NULL });
#undef LONG
}

static void text_ends_on_its_line(void **state)
{
	(void)state;
	CHECK("rule a.b on certificate \"t\n  require = a\n",
	      { MSG_E0003, 1, 25, NULL }, { MSG_E0001, 2, 11, NULL });
	CHECK("policy a 1.0 \"t", { MSG_E0003, 1, 14, NULL });
	CHECK(RULE "  fix \"a\\q\"\n  fix \"a\\\n", { MSG_E0008, 2, 9, NULL },
	      { MSG_E0008, 3, 9, NULL }, { MSG_E0003, 3, 7, NULL });
	CHECK(RULE "  | \"a |\n", { MSG_E0003, 2, 5, NULL });
}

static void hidden_characters_are_refused_everywhere(void **state)
{
	(void)state;
	CHECK(RULE "  fix \"a\xe2\x80\xae\" # \xe2\x80\x8b\n  require \x01 a\n",
	      { MSG_E0004, 3, 11, "U+0001" }, { MSG_E0004, 2, 9, "U+202E" },
	      { MSG_E0004, 2, 16, "U+200B" });
	CHECK("policy a 1.0 \"\0\"\n", { MSG_E0004, 1, 15, "U+0000" });
	CHECK("\0", { MSG_E0004, 1, 1, "U+0000" });
	CHECK("# a\rrule\n", { MSG_E0004, 1, 4, "U+000D" });
	CHECK("# \xc3\x28\n\xff\n", { MSG_E0005, 1, 3, NULL }, { MSG_E0005, 2, 1, NULL });
	CHECK(RULE "  require a; b\n", { MSG_E0002, 2, 12, NULL });
	CHECK(RULE "  require \xd0\xb0\n", { MSG_E0002, 2, 11, NULL });
}

static void a_comment_begins_after_white_space(void **state)
{
	(void)state;
	CHECK(RULE "  require a#b\n", { MSG_E0012, 2, 12, NULL });
	CHECK(RULE "  | a |#b\n", { MSG_E0012, 2, 8, NULL });
	check_clean(TEXT(RULE "  | C# | # C\n  require x\t# y\n"));
}

static void a_row_ends_with_a_bar(void **state)
{
	(void)state;
	CHECK(RULE "  | a | b\n  | c |\n  require = x\n",
	      { MSG_E0001, 2, 10, "a row of a table ends with `|`" }, { MSG_E0001, 4, 11, NULL });
	CHECK(RULE "  | a | b", { MSG_E0001, 2, 10, "a row of a table ends with `|`" });
	CHECK(RULE "  | a # b |\n", { MSG_E0001, 2, 12, "a row of a table ends with `|`" });
	CHECK(RULE "  | [1] a |\n", { MSG_E0011, 2, 5, NULL });
	CHECK(RULE "  | a[1][2][3][4][5] |\n", { MSG_E0001, 2, 18, "four note marks" });
}

/* The texts of the first cell of the first clause. */
static const struct cell_item *first_items(const struct reading *reading)
{
	assert_int_equal(reading->diags.count, 0);
	return reading->file->first->clauses.first->rows.first->first->first;
}

static void cells_are_cut_at_commas_of_any_script(void **state)
{
	struct reading reading;
	const struct cell_item *item;

	(void)state;
	reading_open(&reading, TEXT(RULE "| \xe3\x83\xaf\xe3\x83\xbc\xe3\x82\xaf\xe3\x80\x81"
	                                 "\xe3\x81\xaf\xe3\x81\x84 x<sup>[Note 2](#y)</sup>, z|"));
	item = first_items(&reading);
	assert_true(text_equal(item->text, TEXT("\xe3\x83\xaf\xe3\x83\xbc\xe3\x82\xaf")));
	assert_true(text_equal(item->next->text, TEXT("\xe3\x81\xaf\xe3\x81\x84 x")));
	assert_int_equal(item->next->marks[0], 2);
	assert_true(text_equal(item->next->next->text, TEXT("z")));
	assert_null(item->next->next->next);
	reading_close(&reading);
}

static void a_limit_in_a_cell_is_one_value(void **state)
{
	struct reading reading;

	(void)state;
	reading_open(&reading, TEXT(RULE "| < 2026-01-31 |"));
	assert_true(text_equal(first_items(&reading)->text, TEXT("< 2026-01-31")));
	assert_null(first_items(&reading)->next);
	reading_close(&reading);
	reading_open(&reading, TEXT(RULE "| <=30 days |"));
	assert_true(text_equal(first_items(&reading)->text, TEXT("<=30 days")));
	reading_close(&reading);
}

static void covering_a_row_is_no_covered_value(void **state)
{
	(void)state;
	check_clean(TEXT("table a.b on e \"t\"\n  HTTP covers E-HTTP\n"
	                 "  note [1] \"n\" { require a covers row when b }\n"));
}

static void a_fact_is_described_once(void **state)
{
	(void)state;
	CHECK("context e \"x\"\n  a: bool \"one\" = b \"two\"\n",
	      { MSG_E0001, 2, 21, "what the fact is was said before its value" });
}

/* "before", count times "each", "after" */
static struct buffer repeat(const char *before, const char *each, uint32_t count)
{
	struct buffer text = { 0 };

	buffer_string(&text, before);
	while (count-- > 0)
		buffer_string(&text, each);
	return text;
}

static void check_repeated(const char *before, const char *each, uint32_t count,
                           struct mistake mistake)
{
	struct buffer text = repeat(before, each, count);
	struct mistake wanted[] = { mistake, { 0 } };

	check_text(buffer_view(&text), wanted);
	buffer_done(&text);
}

static void deep_nesting_ends_the_reading(void **state)
{
	(void)state;
	check_repeated(RULE "  require ", "(", 100000,
	               (struct mistake){ MSG_E0006, 2, 111, NULL });
	check_repeated(RULE "  require ", "every x in y has (", 5000,
	               (struct mistake){ MSG_E0006, 2, 11 + 100 * 18 + 17, NULL });
	check_repeated("test \"t\"\n  given a { b: ", "[", 100000,
	               (struct mistake){ MSG_E0006, 2, 115, NULL });
	check_repeated("test \"t\"\n  given a { b: ", "c { b: ", 5000,
	               (struct mistake){ MSG_E0006, 2, 11 + 5 + 99 * 7 + 2, NULL });
}

static void what_was_left_open_does_not_count_as_nesting(void **state)
{
	struct buffer text = repeat(RULE, "  require (a\n", 99);
	struct reading reading;

	(void)state;
	reading_open(&reading, buffer_view(&text));
	assert_int_equal(reading.diags.count, 99);
	for (const struct diag *diag = reading.diags.first; diag; diag = diag->next)
		assert_int_equal(diag->code, MSG_E0001);
	reading_close(&reading);
	buffer_done(&text);
}

/* A chain is deep on its left, and those who walk it recurse. */
static void a_long_chain_is_refused(void **state)
{
	struct buffer text = repeat(RULE "  require a", " and a", 1000);
	struct buffer sums = repeat(RULE "  require a", " + a", 100000);
	static const struct mistake wanted[] = { { MSG_E0001, 2, 11 + 4 * 1000 + 4,
	                                           "give a part of it a name" }, { 0 } };

	(void)state;
	check_clean(buffer_view(&text));
	check_text(buffer_view(&sums), wanted);
	buffer_done(&text);
	buffer_done(&sums);
}

static void a_long_token_is_read(void **state)
{
	struct buffer text = repeat("# ", "0123456789", 100000);

	(void)state;
	check_clean(buffer_view(&text));
	buffer_done(&text);
	text = repeat("policy a 1.0 \"", "0123456789", 100000);
	buffer_string(&text, "\"");
	check_clean(buffer_view(&text));
	buffer_done(&text);
}

static void a_file_over_4_mib_is_not_read(void **state)
{
	struct buffer text = repeat("", "# 3456789 123456\n", 5 * 1024 * 1024 / 17);
	struct reading reading;

	(void)state;
	reading_open(&reading, buffer_view(&text));
	assert_int_equal(reading.diags.count, 1);
	assert_int_equal(reading.diags.first->code, MSG_E0007);
	assert_null(reading.file->comments);
	reading_close(&reading);
	text.length = 4u << 20;
	reading_open(&reading, buffer_view(&text));
	assert_int_equal(reading.diags.count, 0);
	reading_close(&reading);
	buffer_done(&text);
}

static void at_most_100_mistakes_are_told(void **state)
{
	struct buffer text = repeat(RULE, "  require = a\n", 1000);
	struct reading reading;

	(void)state;
	reading_open(&reading, buffer_view(&text));
	assert_int_equal(reading.diags.count, MAX_MISTAKES);
	assert_true(reading.diags.too_many);
	reading_close(&reading);
	buffer_done(&text);
}

static void trees_are_equal_if_they_say_the_same(void **state)
{
	static const char *const different[] = {
		RULE "require a", RULE "require b", RULE "require a = b", RULE "require a != b",
		RULE "require not a", RULE "require a and b", RULE "require a or b",
		RULE "require a and b and c", RULE "require a and (b and c)",
		RULE "require a in b", RULE "require a in b, c", RULE "require a in c, b",
		RULE "require a is present", RULE "require a is absent", RULE "require a = \"b\"",
		RULE "require a = 5", RULE "require a = -5", RULE "require a = 5 days",
		RULE "require a starts with \"x\"", RULE "require a ends with \"x\"",
		RULE "require any e where (a)", RULE "require no e where (a)",
		RULE "require all e have (a)", RULE "require all e where (a) have (a)",
		RULE "when a", RULE "fix \"a\"", RULE "severity low", RULE "severity high",
		RULE "| a |", RULE "| b |", RULE "| a[1] |", RULE "| \"a\" |", RULE "| a, a |",
		RULE "| a | a |", RULE "| a |\n| a |", RULE "|---|", RULE "note [1] \"n\" { }",
		RULE "note [2] \"n\" { }", RULE "note [1] \"n\" { require a }",
		"context e \"e\"", "stream e \"e\"", "context e \"e\" a: text",
		"context e \"e\" a: text \"\"", "context e \"e\" a: text optional",
		"context e \"e\" a: set of a", "context e \"e\" a: one of a",
		"context e \"e\" a: one of a called \"b\"", "context e \"e\" invariant a \"b\"",
		"test \"t\"", "test \"t\" given e { }", "test \"t\" given e a { }",
		"test \"t\" given e { a: 5 }", "test \"t\" given e { a: [5] }",
		"test \"t\" given e { a: absent }", "test \"t\" given e { a: c { } }",
		"test \"t\" given now 2026-01-01", "test \"t\" given now 2026-01-02",
		"test \"t\" expect a pass", "test \"t\" expect a pass for b",
		"test \"t\" expect a pass at note [1]", "test \"t\" expect a pass on b",
		"test \"t\" expect a { }", "test \"t\" expect a b { }", "test \"t\" expect a { b: 5 }",
		"test \"t\" given a\n| b |\n", "test \"t\" given a\n| c |\n",
		"test \"t\" given parameter a 5", "test \"t\" given parameter a yes",
		"mapping m 1 \"m\"", "mapping m 2 \"m\"", "from columns", "from lines",
		"from columns a: text", "from columns a: text required", "from columns a: \"b\"",
		"from columns a: text called \"b\"", "from columns a: text called \"b\", \"c\"",
		"from columns a: bits 5", "from columns a: bits 6", "from columns a: b at \"c\"",
		"to e", "to e a: b", "to e a: b or c", "to e a: by\n| b |\n", "to f",
		"parameter a: bool", "parameter a: bool = yes",
		"profile p \"p\"", "profile p \"p\" a: 5", "profile p \"p\" without a",
		"language 1", "language 2", "# nothing",
	};
	enum { COUNT = sizeof different / sizeof *different };
	struct reading readings[COUNT];

	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		reading_open(&readings[i], text_from(different[i]));
		assert_int_equal(readings[i].diags.count, 0);
		for (size_t j = 0; j <= i; j++)
			if (ast_equal(readings[i].file, readings[j].file) != (i == j))
				fail_msg("%s | %s", different[i], different[j]);
	}
	for (size_t i = 0; i < COUNT; i++)
		reading_close(&readings[i]);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_may_be_empty),
		cmocka_unit_test(line_ends_and_a_byte_order_mark_do_not_matter),
		cmocka_unit_test(each_mistake_is_told_at_its_place),
		cmocka_unit_test(what_was_expected_is_told_in_the_words_of_the_language),
		cmocka_unit_test(a_slip_of_the_pen_is_put_right),
		cmocka_unit_test(words_of_the_language_are_no_names),
		cmocka_unit_test(a_phrase_ends_where_its_last_word_ends),
		cmocka_unit_test(names_have_at_most_64_bytes),
		cmocka_unit_test(text_ends_on_its_line),
		cmocka_unit_test(hidden_characters_are_refused_everywhere),
		cmocka_unit_test(a_comment_begins_after_white_space),
		cmocka_unit_test(a_row_ends_with_a_bar),
		cmocka_unit_test(cells_are_cut_at_commas_of_any_script),
		cmocka_unit_test(a_limit_in_a_cell_is_one_value),
		cmocka_unit_test(covering_a_row_is_no_covered_value),
		cmocka_unit_test(a_fact_is_described_once),
		cmocka_unit_test(deep_nesting_ends_the_reading),
		cmocka_unit_test(what_was_left_open_does_not_count_as_nesting),
		cmocka_unit_test(a_long_chain_is_refused),
		cmocka_unit_test(a_long_token_is_read),
		cmocka_unit_test(a_file_over_4_mib_is_not_read),
		cmocka_unit_test(at_most_100_mistakes_are_told),
		cmocka_unit_test(trees_are_equal_if_they_say_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
