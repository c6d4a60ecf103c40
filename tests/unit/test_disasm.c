/* SPDX-License-Identifier: Apache-2.0 */
#include "code/disasm.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/unit/sample_program.h"

static void listing_of(struct buffer *out, struct sample *sample)
{
	struct arena scratch = { 0 };

	emitter_program(&sample->e, &sample->program);
	disasm_program(out, &sample->program, &scratch);
	arena_free(&scratch);
}

static void holds(const struct buffer *listing, const char *part)
{
	if (!strstr(listing->at, part))
		fail_msg("`%s` is not in the listing:\n%s", part, listing->at);
}

static void a_listing_says_what_the_program_is(void **state)
{
	struct sample sample;
	struct buffer out = { 0 };

	(void)state;
	sample_open(&sample);
	listing_of(&out, &sample);
	assert_true(text_starts(buffer_view(&out),
		TEXT("policy sample 1.0.0 \"A sample\"\n  model shop, stream visit\n"
		     "  language 1, image format 1, ")));
	holds(&out, "\n  sha256 ");
	holds(&out, "\nframe of visit: at most 165 instructions, 9 values on the stack\n"
	      "  base 0: the subject, a visit\n"
	      "  base 1: the site\n"
	      "  base 2: reached as till\n"
	      "  base 3: each of till.certs\n"
	      "  base 4: each of till.tags\n");
	buffer_done(&out);
	sample_close(&sample);
}

static void operands_are_facts_and_values(void **state)
{
	struct sample sample;
	struct buffer out = { 0 };

	(void)state;
	sample_open(&sample);
	listing_of(&out, &sample);
	holds(&out, "RANGE    v2 = age: < 18 or absent | >= 18\n");
	holds(&out, "WORDS    v4 = till.kind: staffed | self-service\n");
	holds(&out, "TEXT     v1 = id: \"bcd\" | another text\n");
	holds(&out, "MEMBER   v5 = paid includes self-service\n");
	holds(&out, "MATCH    v6 = id starts with \"x\"\n");
	holds(&out, "HOLDS    v7 = till.tags includes \"y\"\n");
	holds(&out, "EACH     every element of till.certs as base 3, at most 3\n");
	holds(&out, "    EACH     some element of till.tags as base 4, at most 7\n");
	holds(&out, "      LOAD     length element of till.tags\n");
	holds(&out, "MADE     v9 = id made of dot, letters\n");
	holds(&out, "CONSISTS ascii\n");
	holds(&out, "ALIKE    matches\n");
	holds(&out, "FLEET    v0 = conditions of tally 0\n");
	holds(&out, "SUM      v1 = tally 1 >= 1\n");
	buffer_done(&out);
	sample_close(&sample);
}

static void diagrams_tell_where_values_lead(void **state)
{
	struct sample sample;
	struct buffer out = { 0 };

	(void)state;
	sample_open(&sample);
	listing_of(&out, &sample);
	holds(&out, " age:\n              < 18 or absent -> conflict \"too young\"\n");
	holds(&out, " till.kind:\n              staffed -> no\n"
	      "              self-service -> yes\n");
	holds(&out, "              < 18 or absent -> fail [require, line 1]\n");
	holds(&out, " -> no condition\n");
	holds(&out, " -> conditions 1 2\n");
	holds(&out, " -> adds 1\n");
	holds(&out, "              none or 1 or 2 -> fail [require, line 1]\n");
	holds(&out, "  sample.assay:1: rule\n");
	buffer_done(&out);
	sample_close(&sample);
}

static void lines_are_not_longer_than_80_columns(void **state)
{
	struct sample sample;
	struct buffer out = { 0 };
	struct row_about *about;
	uint32_t column = 0;

	(void)state;
	sample_open(&sample);
	about = (struct row_about *)(void *)sample.e.rows[TABLE_about];
	about->title = emit_string(&sample.e, TEXT("A title of so many words that it does not "
		"fit into one line of eighty columns, and then some more, and some more of them"));
	listing_of(&out, &sample);
	for (size_t i = 0; i < out.length; i++) {
		column = out.at[i] == '\n' ? 0 : column + 1;
		assert_true(column <= 80);
	}
	holds(&out, "into one line\n                of eighty columns");
	buffer_done(&out);
	sample_close(&sample);
}

static void names_from_outside_do_not_drive_the_terminal(void **state)
{
	struct sample sample;
	struct buffer out = { 0 };
	struct row_about *about;

	(void)state;
	sample_open(&sample);
	about = (struct row_about *)(void *)sample.e.rows[TABLE_about];
	about->name = emit_string(&sample.e, TEXT("a\x1b[2J\nb"));
	listing_of(&out, &sample);
	assert_null(strchr(out.at, '\x1b'));
	assert_null(strstr(out.at, "\nb"));
	buffer_done(&out);
	sample_close(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_listing_says_what_the_program_is),
		cmocka_unit_test(operands_are_facts_and_values),
		cmocka_unit_test(diagrams_tell_where_values_lead),
		cmocka_unit_test(lines_are_not_longer_than_80_columns),
		cmocka_unit_test(names_from_outside_do_not_drive_the_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
