/* SPDX-License-Identifier: Apache-2.0 */
/* Exports read by a mapping: what each column and table gives, and what is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "facts/mapped.h"
#include "tests/unit/mapping_trial.h"

struct trial_case {
	const char *mapping;
	struct text input;
	const char *expected;
	const struct check_setting *settings;
};

static void check_case(const struct trial_case *c)
{
	struct mapping_trial trial;

	mapping_trial_open(&trial, c->mapping, c->settings);
	for (const struct diag *d = trial.diags.first; d; d = d->next)
		fprintf(stderr, "%.*s\n", TEXT_ARGS(d->text));
	assert_int_equal(trial.diags.errors, 0);
	assert_string_equal(mapping_trial_read(&trial, c->input, INVENTORY_BOTH), c->expected);
	mapping_trial_close(&trial);
}

#define CHECK(mapping, input, expected) \
	check_case(&(struct trial_case){ mapping, TEXT(input), expected, NULL })

/* --- columns --- */

static void titles_are_found_whatever_their_case_and_with_a_0_behind_them(void **state)
{
	static const char mapping[] = "from columns\n  Id: text required called \"Id\", \"Number\"\n"
		"  Age: integer\nto visit\n  id: Id\n  age: Age\n";

	(void)state;
	CHECK(mapping, "AGE;ID\n5;a\n", "{\"visit\": {\"id\": \"a\", \"age\": 5}}\n");
	CHECK(mapping, "id0, Age0\na,5\n", "{\"visit\": {\"id\": \"a\", \"age\": 5}}\n");
	/* The first title counts, wherever it stands. */
	CHECK(mapping, "Number,Id,Age\nb,a,5\n", "{\"visit\": {\"id\": \"a\", \"age\": 5}}\n");
	CHECK(mapping, "Number,Age\nb,5\n", "{\"visit\": {\"id\": \"b\", \"age\": 5}}\n");
	CHECK(mapping, "Number,x\nb,5\n",
	      "0:0 remark: the mapping m also reads columns that are not there: Age\n"
	      "{\"visit\": {\"id\": \"b\", \"age\": {\"state\": \"missing\", \"why\": "
	      "\"the input has no column Age\"}}}\n");
	CHECK(mapping, "x\nb\n", "0:0 broken: this is no input for the mapping m, which needs the "
	      "column Id; found \"x\"\n");
	CHECK(mapping, "", "0:0 broken: it has no line with titles\n");
}

static void a_title_that_is_there_twice_has_to_say_the_same(void **state)
{
	(void)state;
	CHECK("from columns\n  Id: text\n  Age: integer\nto visit\n  id: Id\n  age: Age\n",
	      "Id,Age,Age0\na,5,5\nb,5,6\n",
	      "{\"visit\": {\"id\": \"a\", \"age\": 5}}\n"
	      "3:3 misfit: age: column Age: it is there twice, and differs\n"
	      "{\"visit\": {\"id\": \"b\", \"age\": {\"state\": \"duplicate\", \"why\": "
	      "\"column Age: it is there twice, and differs\"}}}\n");
}

static void what_stands_for_nothing_is_not_known(void **state)
{
	(void)state;
	CHECK("from columns\n  unknown: \"n/a\"\n  Id: text\n  Age: integer optional\n"
	      "  Fast: bool\nto visit\n  id: Id\n  age: Age\n  fast: Fast\n",
	      "Id,Age,Fast\na,,NULL\nb,NULL,N/A\nNULL, ,1\n",
	      "{\"visit\": {\"id\": \"a\", \"age\": null, \"fast\": {\"state\": \"missing\", "
	      "\"why\": \"column Fast is empty\"}}}\n"
	      "{\"visit\": {\"id\": \"b\", \"age\": null, \"fast\": {\"state\": \"missing\", "
	      "\"why\": \"column Fast is empty\"}}}\n"
	      "4:1 remark: visit: no usable `id` (column Id is empty); the record is called #3\n"
	      "{\"visit\": {\"id\": {\"state\": \"missing\", \"why\": \"column Id is empty\"}, "
	      "\"age\": null, \"fast\": true}}\n");
}

static void what_export_csv_flattened_is_no_value(void **state)
{
	(void)state;
	CHECK("from columns\n  Id: text\nto visit\n  id: Id\n",
	      "Id\nSystem.String[]\nSystem.Object\nSystems\nMicrosoft Windows\n",
	      "2:1 misfit: id: column Id: \"System.String[]\" is the type of what was there, not "
	      "its value; Select-Object has to write the value out\n"
	      "2:1 remark: visit: no usable `id` (column Id: \"System.String[]\" is the type of "
	      "what was there, not its value; Select-Object has to write the value out); the "
	      "record is called #1\n"
	      "{\"visit\": {\"id\": {\"state\": \"undecodable\", \"why\": \"column Id: "
	      "\\\"System.String[]\\\" is the type of what was there, not its value; "
	      "Select-Object has to write the value out\"}}}\n"
	      "3:1 misfit: id: column Id: \"System.Object\" is the type of what was there, not "
	      "its value; Select-Object has to write the value out\n"
	      "3:1 remark: visit: no usable `id` (column Id: \"System.Object\" is the type of "
	      "what was there, not its value; Select-Object has to write the value out); the "
	      "record is called #2\n"
	      "{\"visit\": {\"id\": {\"state\": \"undecodable\", \"why\": \"column Id: "
	      "\\\"System.Object\\\" is the type of what was there, not its value; "
	      "Select-Object has to write the value out\"}}}\n"
	      "{\"visit\": {\"id\": \"Systems\"}}\n"
	      "{\"visit\": {\"id\": \"Microsoft Windows\"}}\n");
}

static void columns_have_types(void **state)
{
	(void)state;
	CHECK("from columns\n  Id: text\n  Age: integer\n  Fast: bool\n  Build: version\n"
	      "  Flags: bits 192\nto visit\n  id: Id\n  age: Age\n  fast: Fast\n  build: Build\n"
	      "  member: Flags\n",
	      "Id,Age,Fast,Build,Flags\na, 7 ,TRUE,10.0.22631.3007,480\nb,-1,no,1.2,31\n"
	      "c,7.5,2,10,64\n",
	      "{\"visit\": {\"id\": \"a\", \"age\": 7, \"fast\": true, \"member\": true, "
	      "\"build\": \"10.0.22631.3007\"}}\n"
	      "{\"visit\": {\"id\": \"b\", \"age\": -1, \"fast\": false, \"member\": false, "
	      "\"build\": \"1.2\"}}\n"
	      "4:3 misfit: age: column Age: expected a number, found \"7.5\"\n"
	      "4:7 misfit: fast: column Fast: expected True, 1 or Yes, or False, 0 or No, found "
	      "\"2\"\n"
	      "4:12 misfit: member: column Flags: expected all or none of the bits 192, found "
	      "\"64\"\n"
	      "{\"visit\": {\"id\": \"c\", \"age\": {\"state\": \"undecodable\", \"why\": "
	      "\"column Age: expected a number, found \\\"7.5\\\"\"}, \"fast\": {\"state\": "
	      "\"undecodable\", \"why\": \"column Fast: expected True, 1 or Yes, or False, 0 or "
	      "No, found \\\"2\\\"\"}, \"member\": {\"state\": \"undecodable\", \"why\": "
	      "\"column Flags: expected all or none of the bits 192, found \\\"64\\\"\"}, "
	      "\"build\": \"10.0\"}}\n");
}

static void dates_have_the_order_that_is_declared(void **state)
{
	(void)state;
	CHECK("from columns\n  Id: text\n  D: date day-month-year\nto visit\n  id: Id\n  come: D\n",
	      "Id,D\na,22.11.2026 10:30:05\nb,1/2/2026\nc,22. 11. 2026 9:05\n",
	      "{\"visit\": {\"id\": \"a\", \"come\": \"2026-11-22T10:30:05Z\"}}\n"
	      "{\"visit\": {\"id\": \"b\", \"come\": \"2026-02-01T00:00:00Z\"}}\n"
	      "{\"visit\": {\"id\": \"c\", \"come\": \"2026-11-22T09:05:00Z\"}}\n");
	CHECK("from columns\n  Id: text\n  D: date month-day-year\nto visit\n  id: Id\n  come: D\n",
	      "Id,D\na,11/22/2026 12:30:05 AM\nb,1/2/2026 1:00 pm\n",
	      "{\"visit\": {\"id\": \"a\", \"come\": \"2026-11-22T00:30:05Z\"}}\n"
	      "{\"visit\": {\"id\": \"b\", \"come\": \"2026-01-02T13:00:00Z\"}}\n");
	CHECK("from columns\n  Id: text\n  D: date year-month-day\nto visit\n  id: Id\n  come: D\n",
	      "Id,D\na,2026-11-22 10:30:05.000\nb,2026-11-22T10:30:05+01:00\nc,22/11/2026\n",
	      "{\"visit\": {\"id\": \"a\", \"come\": \"2026-11-22T10:30:05Z\"}}\n"
	      "{\"visit\": {\"id\": \"b\", \"come\": \"2026-11-22T09:30:05Z\"}}\n"
	      "4:3 misfit: come: column D: expected a date such as 2026-11-22 10:30, found "
	      "\"22/11/2026\"\n"
	      "{\"visit\": {\"id\": \"c\", \"come\": {\"state\": \"undecodable\", \"why\": "
	      "\"column D: expected a date such as 2026-11-22 10:30, found \\\"22/11/2026\\\"\"}}}"
	      "\n");
}

static void texts_become_words_sets_keys_and_identifiers(void **state)
{
	(void)state;
	CHECK("from columns\n  Id: text\n  Paid: split at \";\"\n  Goods: split at \", \"\n"
	      "  Till: text\n  Use: text\nto visit\n  id: Id\n  paid: Paid\n  goods: Goods\n"
	      "  till: Till\n  purpose: Use\n",
	      "Id,Paid,Goods,Till,Use\na,card;CASH ; ,\"x, y, x\",T1,server-auth\n"
	      "b,cart,x,T2,1.2.3\n",
	      "{\"visit\": {\"id\": \"a\", \"paid\": [\"cash\", \"card\"], \"goods\": [\"x\", "
	      "\"y\"], \"till\": \"T1\", \"purpose\": \"1.3.6.1.5.5.7.3.1\"}}\n"
	      "3:3 misfit: paid: expected one of its words, found \"cart\"; did you mean `card`?\n"
	      "{\"visit\": {\"id\": \"b\", \"paid\": {\"state\": \"undecodable\", \"why\": "
	      "\"expected one of its words, found \\\"cart\\\"; did you mean `card`?\"}, "
	      "\"goods\": [\"x\"], \"till\": \"T2\", \"purpose\": \"1.2.3\"}}\n");
}

static void the_first_column_that_is_known_counts(void **state)
{
	(void)state;
	CHECK("from columns\n  Id: text\n  Name: text\nto visit\n  id: Name or Id or file-name\n",
	      "Id,Name\na,n\nb,\nNULL,\n",
	      "{\"visit\": {\"id\": \"n\"}}\n{\"visit\": {\"id\": \"b\"}}\n"
	      "{\"visit\": {\"id\": \"PC7\"}}\n");
}

/* --- tables --- */

#define KIND(rows) \
	"parameter old: set of text \"Who is old\"\n" \
	"parameter strict: bool \"Is it strict\"\n" \
	"from columns\n  Id: text\n  Age: integer optional\n  Name: text\n" \
	"to visit\n  id: Id\n  kind: by\n" rows

static const char by_age[] = KIND(
	"    | Age | kind |\n    |-|-|\n"
	"    | >= 60 | old |\n"
	"    | 0 to 59 | young |\n"
	"    | < 0 | conflict \"nobody is younger than that\" |\n"
	"    | absent | not known \"nobody asked\" |\n");

static void a_table_decides_by_numbers(void **state)
{
	(void)state;
	CHECK(by_age, "Id,Age,Name\na,60,\nb,59,\nc,-5,\nd,,\n",
	      "{\"visit\": {\"id\": \"a\", \"kind\": \"old\"}}\n"
	      "{\"visit\": {\"id\": \"b\", \"kind\": \"young\"}}\n"
	      "4:3 misfit: kind: nobody is younger than that\n"
	      "{\"visit\": {\"id\": \"c\", \"kind\": {\"state\": \"conflict\", \"why\": "
	      "\"nobody is younger than that\"}}}\n"
	      "{\"visit\": {\"id\": \"d\", \"kind\": {\"state\": \"missing\", \"why\": "
	      "\"nobody asked\"}}}\n");
}

static const char by_name[] = KIND(
	"    | Name | kind |\n    |-|-|\n"
	"    | \"Ada\", \"*grand*\" | old |\n"
	"    | \"young*\", \"*ling\" | young |\n"
	"    | in old | old |\n"
	"    | \"youngster grandling\" | unborn |\n");

static void names_go_before_patterns(void **state)
{
	static const struct check_setting settings[] = { { TEXT("old"), TEXT("Bob, young Eve") },
	                                                 { TEXT(""), TEXT("") } };

	(void)state;
	check_case(&(struct trial_case){ by_name, TEXT("Id,Age,Name\n1,,ADA\n2,,a Grandson\n"
	      "3,,Youngster\n4,,bob\n5,,youngster grandling\n6,,young grandson\n7,,Young Eve\n"
	      "8,,Zoe\n"),
	      "{\"visit\": {\"id\": \"1\", \"kind\": \"old\"}}\n"
	      "{\"visit\": {\"id\": \"2\", \"kind\": \"old\"}}\n"
	      "{\"visit\": {\"id\": \"3\", \"kind\": \"young\"}}\n"
	      "{\"visit\": {\"id\": \"4\", \"kind\": \"old\"}}\n"
	      "{\"visit\": {\"id\": \"5\", \"kind\": \"unborn\"}}\n"
	      "7:4 misfit: kind: several rows of its table fit, and they differ\n"
	      "{\"visit\": {\"id\": \"6\", \"kind\": {\"state\": \"undecodable\", \"why\": "
	      "\"several rows of its table fit, and they differ\"}}}\n"
	      "8:4 misfit: kind: several rows of its table fit, and they differ\n"
	      "{\"visit\": {\"id\": \"7\", \"kind\": {\"state\": \"undecodable\", \"why\": "
	      "\"several rows of its table fit, and they differ\"}}}\n"
	      "9:4 misfit: kind: column Name: \"Zoe\" is not among the values that the mapping "
	      "knows\n"
	      "{\"visit\": {\"id\": \"8\", \"kind\": {\"state\": \"undecodable\", \"why\": "
	      "\"column Name: \\\"Zoe\\\" is not among the values that the mapping knows\"}}}\n",
	      settings });
	CHECK(by_name, "Id,Age,Name\n1,,ADA\n2,,bob\n3,,grandma\n4,,young\n",
	      "{\"visit\": {\"id\": \"1\", \"kind\": \"old\"}}\n"
	      "{\"visit\": {\"id\": \"2\", \"kind\": {\"state\": \"missing\", \"why\": "
	      "\"the parameter old of the mapping is not set\"}}}\n"
	      "{\"visit\": {\"id\": \"3\", \"kind\": \"old\"}}\n"
	      "{\"visit\": {\"id\": \"4\", \"kind\": {\"state\": \"missing\", \"why\": "
	      "\"the parameter old of the mapping is not set\"}}}\n");
}

static const char by_both[] = KIND(
	"    | Name | strict | Age | kind |\n    |-|-|-|-|\n"
	"    | \"x\" | any | any | old |\n"
	"    | other | yes | < 9 | young |\n"
	"    | other | yes | >= 9, absent | old |\n"
	"    | other | no | any | old |\n");

static void what_is_not_known_matters_only_where_rows_differ(void **state)
{
	static const struct check_setting strict[] = { { TEXT("strict"), TEXT("yes") },
	                                               { TEXT(""), TEXT("") } };
	static const struct check_setting lax[] = { { TEXT("strict"), TEXT("no") },
	                                            { TEXT(""), TEXT("") } };

	(void)state;
	check_case(&(struct trial_case){ by_both, TEXT("Id,Age,Name\n1,5,NULL\n2,10,NULL\n3,?,y\n"
		"4,?,x\n"),
		"{\"visit\": {\"id\": \"1\", \"kind\": {\"state\": \"missing\", \"why\": "
		"\"column Name is empty\"}}}\n"
		"{\"visit\": {\"id\": \"2\", \"kind\": \"old\"}}\n"
		"4:5 misfit: kind: column Age: expected a number, found \"?\"\n"
		"{\"visit\": {\"id\": \"3\", \"kind\": {\"state\": \"undecodable\", \"why\": "
		"\"column Age: expected a number, found \\\"?\\\"\"}}}\n"
		"{\"visit\": {\"id\": \"4\", \"kind\": \"old\"}}\n", strict });
	check_case(&(struct trial_case){ by_both, TEXT("Id,Age,Name\n1,5,NULL\n"),
		"{\"visit\": {\"id\": \"1\", \"kind\": \"old\"}}\n", lax });
	CHECK(by_both, "Id,Age,Name\n1,5,z\n2,50,z\n",
		"{\"visit\": {\"id\": \"1\", \"kind\": {\"state\": \"missing\", \"why\": "
		"\"the parameter strict of the mapping is not set\"}}}\n"
		"{\"visit\": {\"id\": \"2\", \"kind\": \"old\"}}\n");
}

/* --- records --- */

static void one_line_gives_records_of_several_entities(void **state)
{
	static const char mapping[] = "from columns\n  Till: text\n  Kind: text\n  Visit: text\n"
		"to visit\n  id: Visit\n  till: Till\nto till\n  name: Till\n  kind: Kind\n";
	struct mapping_trial trial;
	struct text input = TEXT("Till,Kind,Visit\nT1,Self Service,V1\ntwice,staffed,V2\n");

	(void)state;
	mapping_trial_open(&trial, mapping, NULL);
	assert_string_equal(mapping_trial_read(&trial, input, INVENTORY_BOTH),
		"{\"till\": {\"name\": \"T1\", \"kind\": \"self-service\"}}\n"
		"{\"visit\": {\"id\": \"V1\", \"till\": \"T1\"}}\n"
		"{\"till\": {\"name\": \"twice\", \"kind\": \"staffed\"}}\n"
		"3:1 refused: till: \"twice\" was given before; this one is not used\n"
		"{\"visit\": {\"id\": \"V2\", \"till\": \"twice\"}}\n");
	assert_string_equal(mapping_trial_read(&trial, input, INVENTORY_STREAM),
		"{\"visit\": {\"id\": \"V1\", \"till\": \"T1\"}}\n"
		"{\"visit\": {\"id\": \"V2\", \"till\": \"twice\"}}\n");
	mapping_trial_close(&trial);
}

static void lines_that_cannot_be_read_are_told_and_passed(void **state)
{
	(void)state;
	CHECK("from columns\n  Id: text\n  Age: integer\nto visit\n  id: Id\n",
	      "Id,Age\n-,---\n\"a\"x,1\nb\nc,1,2\nd,1\n",
	      "3:4 broken: text behind the quote that closes a field; this record is not used\n"
	      "4:1 broken: 1 fields under 2 titles; this record is not used\n"
	      "5:1 broken: 3 fields under 2 titles; this record is not used\n"
	      "{\"visit\": {\"id\": \"d\"}}\n");
}

static void of_much_trouble_the_first_is_told_and_the_rest_counted(void **state)
{
	struct buffer bytes = { 0 };
	struct mapping_trial trial;
	const char *out, *line;
	int told = 0;

	(void)state;
	buffer_string(&bytes, "Id,Age\n");
	for (int i = 0; i < 1000; i++)
		buffer_string(&bytes, "a,x\nb\n");
	mapping_trial_open(&trial, "from columns\n  Id: text\n  Age: integer\nto visit\n  id: Id\n"
	                   "  age: Age\n", NULL);
	out = mapping_trial_read(&trial, buffer_view(&bytes), INVENTORY_BOTH);
	for (line = out; (line = strstr(line, " misfit: age: ")) != NULL; line++)
		told++;
	assert_int_equal(told, 5);
	assert_non_null(strstr(out, "0:0 misfit: 995 more: values of `age` that do not fit\n"));
	assert_non_null(strstr(out, "0:0 broken: 990 more: lines that can't be read\n"));
	buffer_done(&bytes);
	mapping_trial_close(&trial);
}

static void a_certificate_that_cannot_be_had_is_there_and_not_known(void **state)
{
	(void)state;
	CHECK("from columns\n  T: text\n  C: text optional\nto till\n  name: T\n  cert: C\n",
	      "T,C\nT1,\n",
	      "{\"till\": {\"name\": \"T1\", \"cert\": null}}\n");
}

/* --- lines --- */

static const char lines_mapping[] =
	"from lines\n  Fast: bool called \"Is fast\"\n  Name: text\n  Age: integer\n"
	"to visit\n  id: Name or file-name\n  fast: Fast\n  age: Age\n";

static void lines_with_a_colon_are_one_record(void **state)
{
	(void)state;
	CHECK(lines_mapping, "+---+\r\n| State |\r\n\r\n    Is fast : YES\r\nAGE:5\r\n"
	      "   Other : x : y\r\n",
	      "0:0 remark: the mapping m also reads columns that are not there: Name\n"
	      "{\"visit\": {\"id\": \"PC7\", \"age\": 5, \"fast\": true}}\n");
	CHECK(lines_mapping, "\xff\xfe" "N\0a\0m\0e\0:\0n\0\r\0\n\0i\0s\0 \0F\0a\0s\0t\0:\0N\0O\0\n\0"
	      "a\0g\0e\0:\0x\0",
	      "3:1 misfit: age: column Age: expected a number, found \"x\"\n"
	      "{\"visit\": {\"id\": \"n\", \"age\": {\"state\": \"undecodable\", \"why\": "
	      "\"column Age: expected a number, found \\\"x\\\"\"}, \"fast\": false}}\n");
	CHECK(lines_mapping, "Name: n\nName: m\nIs fast: no\nage: 1\n\xff: 2\n",
	      "5:1 broken: this line is not text; if it is in an ANSI code page, that has to be "
	      "said: encoding windows-1252\n"
	      "1:1 misfit: id: column Name: it is there twice, and differs\n"
	      "1:1 remark: visit: no usable `id` (column Name: it is there twice, and differs); "
	      "the record is called #1\n"
	      "{\"visit\": {\"id\": {\"state\": \"duplicate\", \"why\": \"column Name: it is "
	      "there twice, and differs\"}, \"age\": 1, \"fast\": false}}\n");
}

/* --- which mapping --- */

static void a_mapping_fits_inputs_with_all_its_required_titles(void **state)
{
	struct mapping_trial trial;
	struct arena scratch = { 0 };

	(void)state;
	mapping_trial_open(&trial, "from columns\n  Id: text required\n  Age: integer required\n"
	                   "to visit\n  id: Id\n", NULL);
	assert_true(mapped_fits(trial.mapping, TEXT("x;AGE0;id\n"), &scratch));
	assert_false(mapped_fits(trial.mapping, TEXT("Id,x\n1,Age\n"), &scratch));
	assert_false(mapped_fits(trial.mapping, TEXT(""), &scratch));
	assert_false(mapped_fits(trial.mapping, TEXT("\"Id\"x,Age\n"), &scratch));
	mapping_trial_close(&trial);
	mapping_trial_open(&trial, "from lines\n  Id: text required\nto visit\n  id: Id\n", NULL);
	assert_true(mapped_fits(trial.mapping, TEXT("x\n id : 5\n"), &scratch));
	assert_false(mapped_fits(trial.mapping, TEXT("x\n\xff : 5\n"), &scratch));
	mapping_trial_close(&trial);
	mapping_trial_open(&trial, "from columns\n  Id: text\nto visit\n  id: Id\n", NULL);
	assert_false(mapped_fits(trial.mapping, TEXT("Id\n"), &scratch));
	mapping_trial_close(&trial);
	arena_free(&scratch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(titles_are_found_whatever_their_case_and_with_a_0_behind_them),
		cmocka_unit_test(a_title_that_is_there_twice_has_to_say_the_same),
		cmocka_unit_test(what_stands_for_nothing_is_not_known),
		cmocka_unit_test(what_export_csv_flattened_is_no_value),
		cmocka_unit_test(columns_have_types),
		cmocka_unit_test(dates_have_the_order_that_is_declared),
		cmocka_unit_test(texts_become_words_sets_keys_and_identifiers),
		cmocka_unit_test(the_first_column_that_is_known_counts),
		cmocka_unit_test(a_table_decides_by_numbers),
		cmocka_unit_test(names_go_before_patterns),
		cmocka_unit_test(what_is_not_known_matters_only_where_rows_differ),
		cmocka_unit_test(one_line_gives_records_of_several_entities),
		cmocka_unit_test(lines_that_cannot_be_read_are_told_and_passed),
		cmocka_unit_test(of_much_trouble_the_first_is_told_and_the_rest_counted),
		cmocka_unit_test(a_certificate_that_cannot_be_had_is_there_and_not_known),
		cmocka_unit_test(lines_with_a_colon_are_one_record),
		cmocka_unit_test(a_mapping_fits_inputs_with_all_its_required_titles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
