/* SPDX-License-Identifier: Apache-2.0 */
#include "tree/format.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/reading.h"

/* The layout of `text`, which must be read without mistakes and pass the general test. */
static void check_layout(const char *text, const char *layout)
{
	struct reading reading;

	reading_open(&reading, text_from(text));
	if (reading.diags.first)
		fail_msg("%s: %.*s", text, TEXT_ARGS(reading.diags.first->text));
	assert_string_equal(reading.layout.at ? reading.layout.at : "", layout);
	assert_null(reading_trouble(&reading));
	reading_close(&reading);
}

/* It is laid out as it stands. */
static void check_kept(const char *text)
{
	check_layout(text, text);
}

static void an_empty_file_stays_empty(void **state)
{
	(void)state;
	check_layout("", "");
	check_layout("\n \n\t\n", "");
	check_layout("\n\n# a\n\n\n  # b", "# a\n\n# b\n");
}

static void a_rule_has_its_clauses_in_columns(void **state)
{
	(void)state;
	check_layout("language 1\n\n\nrule a.b on certificate,\n device.cert \"T\" cite page \"x\"\n"
	             "severity high level supported\n\n\nwhen a\n  unless [old] b \"why\"\n"
	             "require c check manually \"look\" caution when d \"e\"\nfix \"f \\\"g\\\\\"\n"
	             "rule c.d on certificate \"U\"",
	             "language 1\n"
	             "\n"
	             "rule a.b on certificate, device.cert \"T\"\n"
	             "  cite     page \"x\"\n"
	             "  severity high\n"
	             "  level    supported\n"
	             "\n"
	             "  when     a\n"
	             "  unless   [old] b \"why\"\n"
	             "  require  c\n"
	             "  check manually \"look\"\n"
	             "  caution  when d \"e\"\n"
	             "  fix      \"f \\\"g\\\\\"\n"
	             "\n"
	             "rule c.d on certificate \"U\"\n");
}

static void short_items_stand_together_as_the_author_has_them(void **state)
{
	(void)state;
	check_layout("language 1\npolicy a 1.0 \"A\"\nuse model m 1\nuse policy b\n\n\n"
	             "applies when c >= 5\nsource s \"S\"  dated 2026-01-31\n"
	             "parameter p: integer=-5 \"P\"\nparameter long-name: one of a,b = b \"L\"\n"
	             "profile q \"Q\"\np: 5\nlong-name: a\nwithout r.s\ndefine d on e=f\n"
	             "define g on e = h\ncontext e \"E\"\n",
	             "language 1\n"
	             "policy a 1.0 \"A\"\n"
	             "use model m 1\n"
	             "use policy b\n"
	             "\n"
	             "applies when c >= 5\n"
	             "source s \"S\" dated 2026-01-31\n"
	             "parameter p: integer = -5             \"P\"\n"
	             "parameter long-name: one of a, b = b  \"L\"\n"
	             "profile q \"Q\"\n"
	             "  p:         5\n"
	             "  long-name: a\n"
	             "  without r.s\n"
	             "\n"
	             "define d on e = f\n"
	             "define g on e = h\n"
	             "\n"
	             "context e \"E\"\n");
}

static void an_entity_has_its_facts_in_columns(void **state)
{
	(void)state;
	check_layout("context till \"Till\"\n"
	             " name: text key \"Name\"\n"
	             "  kind: one of staffed,self called \"Self\" ordered \"Who\"\n"
	             " cert: certificate optional\n"
	             "\n\n"
	             "  many-of-them: list of certificate up to 64 \"Many\"\n"
	             "  fast: bool \"Derived\" = (kind is present) and kind = self\n"
	             "  third: integer = lookup build.third in builds \"Looked up\"\n"
	             "  invariant a = b \"why\"\n"
	             "  mode: one of x, y \"Mode\" by\n|a|mode|\n|:-|-|\n|no|conflict \"w\"|\n",
	             "context till \"Till\"\n"
	             "  name:          text key                                    \"Name\"\n"
	             "  kind:          one of staffed, self called \"Self\" ordered  \"Who\"\n"
	             "  cert:          certificate optional\n"
	             "\n"
	             "  many-of-them:  list of certificate up to 64                \"Many\"\n"
	             "  fast:          bool = kind is present and kind = self      \"Derived\"\n"
	             "  third:         integer = lookup build.third in builds      \"Looked up\"\n"
	             "  invariant a = b \"why\"\n"
	             "  mode:          one of x, y \"Mode\" by\n"
	             "    | a  | mode         |\n"
	             "    |----|--------------|\n"
	             "    | no | conflict \"w\" |\n");
}

static void what_does_not_fit_goes_below(void **state)
{
	(void)state;
	check_kept("context e \"E\"\n"
	           "  short:  text  \"Short\"\n"
	           "  other:  one of a-long-value called \"A long value\", another-long-value called "
	           "\"Another long value\",\n"
	           "                 third optional  \"What it is\"\n"
	           "  third:  bool\n"
	           "    \"A text that is so long that it finds no place beside the name and the type "
	           "of the fact\"\n"
	           "  value:  bool\n"
	           "    = a-first-condition = some-value and a-second-condition = some-value "
	           "and a-third-value\n"
	           "  invariant a-first-condition = some-value and a-second-condition = some-value\n"
	           "            \"a reason that is long\"\n");
	check_kept("rule a-long-name.of-a-rule on a-place-to-look-at, another-place-to-look-at, "
	           "a-third-one,\n"
	           "  place-number.four\n"
	           "  \"A very long title that stands on a line of its own below what it is the title "
	           "of\"\n"
	           "  require  a\n");
}

static void long_conditions_are_broken_at_their_words(void **state)
{
	(void)state;
	check_kept("define d on e =\n"
	           "  a-first-condition = some-value\n"
	           "  and (a-second-condition = some-value or a-third-condition = some-value)\n"
	           "  and not (a-fourth-condition = some-value and a-fifth-condition)\n"
	           "\n"
	           "rule a.b on e \"T\"\n"
	           "  require  a-first-condition = some-value\n"
	           "           or (a-second-condition = some-value\n"
	           "               and a-third-condition = some-value\n"
	           "               and a-fourth-condition = some-value)\n"
	           "  require  all device where (location = internet and client-auth is present)\n"
	           "           have (every ca in client-auth.issuers has (ca in roots))\n"
	           "  require  every ca in trusted-roots has (\n"
	           "             ca.self-issued or some upper in roots has (upper.subject-name = "
	           "ca.issuer))\n"
	           "  require  a-fact-with-a-name in a-first-value, a-second-value, a-third-value, "
	           "a-fourth-value,\n"
	           "                                 a-fifth-value\n"
	           "  require  a-fact-with-a-long-name-that-is-a-text made of lower-case, upper-case, "
	           "digits, hyphen,\n"
	           "                                                          dot\n"
	           "  unless   [name] a-first-condition = some-value and a-second-condition = "
	           "some-value\n"
	           "                  \"a reason that is long\"\n");
}

static void parentheses_stand_where_they_are_needed(void **state)
{
	(void)state;
	check_layout("define d on e = (((a = b)))\n"
	             "define d on e = (a and b) and (c and (d))\n"
	             "define d on e = (a or b) and not (c) and (not d)\n"
	             "define d on e = not (not a) or not (b or c) or (d and e)\n",
	             "define d on e = a = b\n"
	             "define d on e = a and b and (c and d)\n"
	             "define d on e = (a or b) and not c and not d\n"
	             "define d on e = not (not a) or not (b or c) or (d and e)\n");
}

static void a_lookup_has_its_types_on_its_line(void **state)
{
	(void)state;
	check_layout("lookup a integer   to one of b called \"B\",c\n| x | y |\n|--|--|\n| 1 | b |\n",
	             "lookup a integer to one of b called \"B\", c\n"
	             "  | x | y |\n"
	             "  |---|---|\n"
	             "  | 1 | b |\n");
	check_kept("lookup a one of x, y to text\n"
	           "  | x | y   |\n"
	           "  |---|-----|\n"
	           "  | x | \"1\" |\n");
}

static void conditions_are_spaced(void **state)
{
	(void)state;
	check_layout("define d on e = a=5 bits and b<=1.2 and c>2026-01-01 and d != -5 and f\n"
	             "define d on e = a   in x,y and s includes\n q and l excludes \"r\"\n"
	             "define d on e = t starts   with \"x\" and t ends with \"\\\"\" and\n"
	             " t contains \"\"\n"
	             "define d on e = t matches \"*.a\" and t equals \"x\" ignoring   case\n"
	             "define d on e = t matches u.v and \"a\"   equals u ignoring case\n"
	             "define d on e = t made   of letters,hyphen and not u made of digits\n"
	             "define d on e = f is present or g is absent or h = yes or i = no\n"
	             "define d on e = every x in l has(some y in x.l has(x=y.z))\n"
	             "define d on e = any v where(a)or no v where(b)or all v have(c)\n"
	             "define d on e = count v where(a)>=5 and count l=3 and length t>2\n"
	             "define d on e = at   least 95 percent of v where(c)have(d)\n"
	             "define d on certificate = now - b > 1 day and b + 2 days <= now\n",
	             "define d on e = a = 5 bits and b <= 1.2 and c > 2026-01-01 and d != -5 and f\n"
	             "define d on e = a in x, y and s includes q and l excludes \"r\"\n"
	             "define d on e = t starts with \"x\" and t ends with \"\\\"\" and t contains \"\"\n"
	             "define d on e = t matches \"*.a\" and t equals \"x\" ignoring case\n"
	             "define d on e = t matches u.v and \"a\" equals u ignoring case\n"
	             "define d on e = t made of letters, hyphen and not u made of digits\n"
	             "define d on e = f is present or g is absent or h = yes or i = no\n"
	             "define d on e = every x in l has (some y in x.l has (x = y.z))\n"
	             "define d on e = any v where (a) or no v where (b) or all v have (c)\n"
	             "define d on e = count v where (a) >= 5 and count l = 3 and length t > 2\n"
	             "define d on e = at least 95 percent of v where (c) have (d)\n"
	             "define d on certificate = now - b > 1 day and b + 2 days <= now\n");
}

static void tables_are_padded_by_width(void **state)
{
	(void)state;
	check_layout("table t.u on e \"T\"\nallow a by b,c\nHTTP covers E-HTTP\n\n"
	             "|Fast|Kind|\n|:--|-:|\n"
	             "| no,  yes |a<sup>[Note 1](#n)</sup>,\"b\"[2]|\n"
	             "| \xe3\x81\xaf\xe3\x81\x84\xe3\x80\x81 x | < 5<br>any|\n|||\n"
	             "\nnote [1] \"N\" {covers row when p\nwidens row when q require r\n\n"
	             "caution when s \"t\"}\nnote [2] \"M\" { }",
	             "table t.u on e \"T\"\n"
	             "  allow    a by b, c\n"
	             "  HTTP     covers E-HTTP\n"
	             "\n"
	             "  | Fast    | Kind         |\n"
	             "  |---------|--------------|\n"
	             "  | no, yes | a[1], \"b\"[2] |\n"
	             "  | \xe3\x81\xaf\xe3\x81\x84, x | < 5, any     |\n"
	             "  |         |              |\n"
	             "\n"
	             "  note [1] \"N\" {\n"
	             "    covers  row when p\n"
	             "    widens  row when q\n"
	             "    require r\n"
	             "\n"
	             "    caution when s \"t\"\n"
	             "  }\n"
	             "  note [2] \"M\" {\n"
	             "  }\n");
}

static void tests_keep_their_order(void **state)
{
	(void)state;
	check_layout("test \"T\"\ngiven site{version:2006,open:yes,}\n"
	             "expect a.b fail for c,d at note[1] on device/PC1\n"
	             "given till \"T 1\" { } given till T1 { x: -5, y: 30 days, z: [], w: absent }\n"
	             "given e 1.2 { c: certificate{n:[\"a\",b]} }\n\n"
	             "given now 2026-01-31\ngiven profile p\ngiven fleet   complete\n"
	             "expect a.c exempt at [old]\n",
	             "test \"T\"\n"
	             "  given site { version: 2006, open: yes }\n"
	             "  expect a.b fail on device/PC1 at note [1] for c, d\n"
	             "  given till \"T 1\" { }\n"
	             "  given till T1 { x: -5, y: 30 days, z: [], w: absent }\n"
	             "  given e 1.2 { c: certificate { n: [\"a\", b] } }\n"
	             "\n"
	             "  given now 2026-01-31\n"
	             "  given profile p\n"
	             "  given fleet complete\n"
	             "  expect a.c exempt at [old]\n");
}

static void a_long_record_stands_in_lines_of_its_own(void **state)
{
	(void)state;
	check_kept("test \"T\"\n"
	           "  given device PC1 {\n"
	           "    join: ad-domain, os: windows-10, location: internet, client-auth: absent,\n"
	           "    names: [\"a-long-name.example.org\", \"another-long-name.example.org\",\n"
	           "            \"a-third-long-name.example.org\"],\n"
	           "    cert: certificate {\n"
	           "      subject-name: \"CN=A rather long name,O=Example\", key.algorithm: rsa, "
	           "key.bits: 2048\n"
	           "    },\n"
	           "    last: 5\n"
	           "  }\n");
}

static void a_comment_on_a_line_stays_on_it(void **state)
{
	(void)state;
	check_kept("# file\n"
	           "\n"
	           "# language\n"
	           "language 1  # one\n"
	           "policy a 1.0 \"A\"  # policy\n"
	           "\n"
	           "# rule\n"
	           "rule a.b on e \"T\"  # head\n"
	           "  # severity\n"
	           "  severity high  # high\n"
	           "\n"
	           "  # apart\n"
	           "\n"
	           "  require  a in b,  # b\n"
	           "                c,\n"
	           "                # d\n"
	           "                d\n"
	           "  require  a  # a\n"
	           "           # b\n"
	           "           and b  # and b\n"
	           "           and (c  # c\n"
	           "                or d)\n"
	           "  unless   [n] a  # why\n"
	           "               \"why\"\n"
	           "  # of the rule\n"
	           "\n"
	           "  # of the rule too\n"
	           "\n"
	           "# of the next\n"
	           "table c.d on e \"U\"\n"
	           "  | a |  # row\n"
	           "  |---|\n"
	           "  # between\n"
	           "  | b |\n"
	           "  note [1] \"N\" {  # note\n"
	           "    # clause\n"
	           "    require a\n"
	           "    # last\n"
	           "  }  # closed\n"
	           "\n"
	           "# end\n");
	check_kept("context e \"E\"\n"
	           "  # a\n"
	           "  a:  one of b,  # b\n"
	           "             c called \"C\",  # c\n"
	           "             d optional  # d\n"
	           "                                          \"A\"  # doc\n"
	           "  b:  text                                \"B\"\n"
	           "\n"
	           "test \"T\"\n"
	           "  given e {  # given\n"
	           "    a: b,  # a\n"
	           "    # c\n"
	           "    c: d\n"
	           "    # e: f\n"
	           "  }\n");
}

static void a_comment_inside_a_part_moves_before_it(void **state)
{
	(void)state;
	check_layout("rule a.b # 1\n on # 2\n # 3\n e \"T\" # 4\n"
	             " require # 5\n  not # 6\n  a # 7\n and b = # 8\n  c # 9\n"
	             " cite # 10\n  s \"x\"\n",
	             "# 1\n"
	             "# 2\n"
	             "# 3\n"
	             "rule a.b on e \"T\"  # 4\n"
	             "  # 5\n"
	             "  # 6\n"
	             "  require  not a  # 7\n"
	             "           # 8\n"
	             "           and b = c  # 9\n"
	             "  # 10\n"
	             "  cite     s \"x\"\n");
}

static void a_comment_goes_with_what_it_is_indented_as(void **state)
{
	(void)state;
	check_layout("  rule a.b on e \"T\"\n    require a\n     # rule a.b\n\n"
	             "    # rule a.b too\n  # rule c.d\n     # rule c.d too\n  rule c.d on e \"U\"\n"
	             "      # in c.d\n# file\n",
	             "rule a.b on e \"T\"\n"
	             "  require  a\n"
	             "  # rule a.b\n"
	             "\n"
	             "  # rule a.b too\n"
	             "\n"
	             "# rule c.d\n"
	             "# rule c.d too\n"
	             "rule c.d on e \"U\"\n"
	             "  # in c.d\n"
	             "# file\n");
}

static void line_ends_are_line_feeds(void **state)
{
	(void)state;
	check_layout("language 1\r\n\r\n\r\nrule a.b on e \"T\" # c \r\n  |a|\r\n\r\n  require x",
	             "language 1\n"
	             "\n"
	             "rule a.b on e \"T\"  # c\n"
	             "  | a |\n"
	             "\n"
	             "  require  x\n");
}

/* --- files --------------------------------------------------------------- */

static struct buffer read_whole(const char *path)
{
	struct buffer text = { 0 };
	FILE *file = fopen(path, "rb");
	char bytes[4096];
	size_t got;

	assert_non_null(file);
	while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
		buffer_add(&text, bytes, got);
	fclose(file);
	return text;
}

/* The result is whether the file has no mistakes, so that its layout could be tested. */
static bool check_file(const char *path)
{
	struct buffer text = read_whole(path);
	struct reading reading;
	const char *trouble = NULL;
	bool clean;

	reading_open(&reading, buffer_view(&text));
	clean = reading.diags.count == 0;
	if (clean)
		trouble = reading_trouble(&reading);
	if (trouble)
		fail_msg("%s: this does not hold: %s", path, trouble);
	reading_close(&reading);
	buffer_done(&text);
	return clean;
}

/* `text` with `comment` in place of the white space at `at`. */
static void check_with_comment(struct text text, uint32_t at, const char *comment)
{
	struct buffer changed = { 0 };
	struct reading reading;
	const char *trouble = NULL;

	buffer_add(&changed, text.at, at);
	buffer_string(&changed, comment);
	buffer_add(&changed, text.at + at + 1, text.length - at - 1);
	reading_open(&reading, buffer_view(&changed));
	/* It can't stand inside a text, a phrase or a row. */
	if (reading.diags.count == 0)
		trouble = reading_trouble(&reading);
	if (trouble)
		fail_msg("%s: this does not hold: %s", changed.at, trouble);
	reading_close(&reading);
	buffer_done(&changed);
}

static void a_comment_may_stand_anywhere(void **state)
{
	static const char *const names[] = { "conditions", "heads", "model", "table", "tests" };
	const char *top = getenv("top_srcdir");
	char path[4096];

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buffer text;

		snprintf(path, sizeof path, "%s/tests/fuzz/corpus/policy/%s.assay",
		         top ? top : ".", names[i]);
		text = read_whole(path);
		for (uint32_t at = 0; at < text.length; at++)
			if (text.at[at] == ' ' || text.at[at] == '\n') {
				check_with_comment(buffer_view(&text), at, " # c\n");
				check_with_comment(buffer_view(&text), at, "\n # c\n");
				check_with_comment(buffer_view(&text), at, " # c\n\n# d\n\n\n");
			}
		buffer_done(&text);
	}
}

/* Every policy in the folder and those below it; the result is how many were clean. */
static int check_folder(const char *folder)
{
	DIR *entries = opendir(folder);
	const struct dirent *entry;
	int count = 0;

	if (!entries)
		return 0;
	while ((entry = readdir(entries))) {
		char path[4096];
		int length = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);

		assert_in_range(length, 1, sizeof path - 1);
		if (text_ends(text_from(path), TEXT(".assay")))
			count += check_file(path);
		else if (entry->d_name[0] != '.')
			count += check_folder(path);
	}
	closedir(entries);
	return count;
}

static int check_below(const char *folder)
{
	const char *top = getenv("top_srcdir");
	char path[4096];

	snprintf(path, sizeof path, "%s/%s", top ? top : ".", folder);
	return check_folder(path);
}

static void layouts_of_shipped_policies_say_the_same(void **state)
{
	(void)state;
	assert_in_range(check_below("policies"), 1, INT32_MAX);
}

static void layouts_of_tests_say_the_same(void **state)
{
	(void)state;
	assert_in_range(check_below("tests"), 1, INT32_MAX);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_file_stays_empty),
		cmocka_unit_test(a_rule_has_its_clauses_in_columns),
		cmocka_unit_test(short_items_stand_together_as_the_author_has_them),
		cmocka_unit_test(an_entity_has_its_facts_in_columns),
		cmocka_unit_test(what_does_not_fit_goes_below),
		cmocka_unit_test(long_conditions_are_broken_at_their_words),
		cmocka_unit_test(parentheses_stand_where_they_are_needed),
		cmocka_unit_test(a_lookup_has_its_types_on_its_line),
		cmocka_unit_test(conditions_are_spaced),
		cmocka_unit_test(tables_are_padded_by_width),
		cmocka_unit_test(tests_keep_their_order),
		cmocka_unit_test(a_long_record_stands_in_lines_of_its_own),
		cmocka_unit_test(a_comment_on_a_line_stays_on_it),
		cmocka_unit_test(a_comment_inside_a_part_moves_before_it),
		cmocka_unit_test(a_comment_goes_with_what_it_is_indented_as),
		cmocka_unit_test(line_ends_are_line_feeds),
		cmocka_unit_test(a_comment_may_stand_anywhere),
		cmocka_unit_test(layouts_of_shipped_policies_say_the_same),
		cmocka_unit_test(layouts_of_tests_say_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
