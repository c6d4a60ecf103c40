/* SPDX-License-Identifier: Apache-2.0 */
#include "code/verify.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "tests/unit/verify_trial.h"

static void the_sample_is_accepted(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t);
	trial_accept(&t);
	trial_close(&t);
}

static void numbers_stay_in_the_range_of_their_column(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t);
	trial_refuse(&t, CELL(&t, rule, 0, title), 2, "rule, row 0, title: expected a string, found 2");
	trial_refuse(&t, CELL(&t, rule, 1, selected), 2,
	             "rule, row 1, selected: expected less than 2, found 2");
	trial_refuse(&t, CELL(&t, rule, 0, file), 1,
	             "rule, row 0, file: expected less than 1, found 1");
	trial_refuse(&t, CELL(&t, fact, 0, target), 5,
	             "fact, row 0, target: expected less than 5, found 5");
	trial_refuse(&t, CELL(&t, check, 0, clause_count), UINT32_MAX,
	             "check, row 0, first_clause: expected rows below 2, found 4294967295 from 0");
	trial_refuse(&t, CELL(&t, check, 1, clause_count), UINT32_MAX,
	             "check, row 1, first_clause: expected rows below 2, found 4294967295 from 1");
	trial_refuse(&t, CELL(&t, frame, 0, check_count), 1, "frame, row 3, first_check: expected "
	             "ranges of 2 rows in all, found more");
	trial_close(&t);
}

static void strings_end_with_zeros(void **state)
{
	struct trial t;
	char *pool;

	(void)state;
	trial_open(&t);
	pool = t.sample.e.strings;
	pool[4] = 1;
	assert_false(trial_verify(&t));
	assert_string_equal(t.why.at.section, "strings");
	assert_string_equal(t.why.reason, "expected 0 after a string, found 1");
	pool[4] = 0;
	pool[3] = 1;
	assert_false(trial_verify(&t));
	assert_string_equal(t.why.at.section, "strings");
	pool[3] = 0;
	trial_accept(&t);
	trial_close(&t);
}

static void certificates_have_the_facts_that_readers_fill(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t);
	trial_refuse(&t, CELL(&t, fact, 0, type), TYPE_DATE, "fact, row 0: expected the "
	             "certificate's fact version as this library knows it");
	trial_refuse(&t, CELL(&t, choice, 0, name), *CELL(&t, choice, 1, name),
	             "fact, row 10: expected the certificate's fact subject-string-types as this "
	             "library knows it");
	trial_close(&t);
}

static void a_model_is_sound(void **state)
{
	struct trial t;
	uint32_t site, till, visits;

	(void)state;
	trial_open(&t);
	site = *CELL(&t, entity, SAMPLE_SITE, first_fact);
	till = *CELL(&t, entity, SAMPLE_TILL, first_fact);
	visits = *CELL(&t, entity, SAMPLE_VISIT, first_fact);
	trial_refuse(&t, CELL(&t, entity, SAMPLE_TILL, kind), ENTITY_STREAM,
	             "entity, row 2, kind: expected no stream but entity 3");
	trial_refuse(&t, CELL(&t, entity, SAMPLE_TILL, key), 2, "entity, row 2, key: expected a "
	             "text that is not optional, found fact 1");
	trial_refuse(&t, CELL(&t, fact, till + 3, cap), 257, arena_printf(&t.sample.arena,
	             "fact, row %u, cap: expected 1 to 256 elements, found 257", till + 3).at);
	trial_refuse(&t, CELL(&t, fact, till + 1, choice_count), 0, arena_printf(&t.sample.arena,
	             "fact, row %u, choice_count: expected 1 to 63 words, found 0", till + 1).at);
	trial_refuse(&t, CELL(&t, fact, site, target), 1, arena_printf(&t.sample.arena,
	             "fact, row %u, target: expected no entity, found 1", site).at);
	trial_refuse(&t, CELL(&t, fact, visits + 2, target), SAMPLE_SITE + 1,
	             arena_printf(&t.sample.arena, "fact, row %u, target: expected a certificate "
	             "or a context with a key, found entity 1", visits + 2).at);
	trial_close(&t);
}

static void every_entity_has_one_frame(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t);
	trial_refuse(&t, CELL(&t, frame, 1, entity), 0, "frame, row 1, entity: expected one frame "
	             "of entity 0");
	t.sample.e.counts[TABLE_frame]--;
	assert_false(trial_verify(&t));
	assert_string_equal(t.why.reason, "expected 4 rows, found 3");
	trial_close(&t);
}

static void bases_lead_where_their_facts_lead(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t);
	trial_refuse(&t, CELL(&t, base, 4, slot), 1,
	             "base, row 4, slot: expected a fact that is a record");
	trial_refuse(&t, CELL(&t, base, 4, entity), 1,
	             "base, row 4, entity: expected that of the fact's records");
	trial_refuse(&t, CELL(&t, base, 5, parent), 3,
	             "base, row 5, parent: expected a base before this one");
	trial_refuse(&t, CELL(&t, base, 5, slot), 1,
	             "base, row 5, slot: expected a fact that is a list, or a set without words");
	trial_refuse(&t, CELL(&t, base, 3, entity), SAMPLE_TILL + 1,
	             "base, row 3, entity: expected a context with one record");
	trial_close(&t);
}

static void rows_of_a_frame_count_in_their_frame(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t);
	trial_refuse(&t, CELL(&t, group, 1, slot), 6,
	             "group, row 1, slot: expected a fact, found base 0, slot 6");
	trial_refuse(&t, CELL(&t, group, 4, base), 5,
	             "group, row 4, slot: expected a fact, found base 5, slot 1");
	trial_refuse(&t, CELL(&t, group, 8, direct), 2,
	             "group, row 8, direct: expected at most 1, found 2");
	trial_refuse(&t, CELL(&t, link, 0, group), 11,
	             "link, row 0, group: expected less than 11, found 11");
	trial_refuse(&t, CELL(&t, variable, 0, group), 11,
	             "variable, row 0, group: expected less than 11, found 11");
	trial_refuse(&t, CELL(&t, variable, 0, size), 0,
	             "variable, row 0, size: expected 1 to 64, found 0");
	trial_refuse(&t, CELL(&t, variable, 2, absent), 3,
	             "variable, row 2, absent: expected one of several values, found 3 of 2");
	trial_refuse(&t, CELL(&t, check, 0, place), 4,
	             "check, row 0, place: expected a record, found base 4");
	trial_refuse(&t, CELL(&t, piece, 0, slot), 6,
	             "piece, row 0, slot: expected a fact, found base 0, slot 6");
	trial_refuse(&t, CELL(&t, rule, 0, to), 6,
	             "rule, row 0, from: expected a place in a file of 5 bytes, found 0 to 6");
	trial_close(&t);
}

static const uint32_t odd_values[] = { 0, 1, 2, 3, 5, 0x7fffffff, CODE_LEAF, CODE_LEAF | 1,
                                       UINT32_MAX - 1, UINT32_MAX };

/* Tries every odd value in a word; the result counts those that are refused. */
static uint32_t try_word(struct trial *t, uint32_t *place, uint32_t *tried)
{
	uint32_t before = *place, refused = 0;

	for (size_t i = 0; i < sizeof odd_values / sizeof *odd_values + 2; i++) {
		*place = i == 0 ? before + 1 : i == 1 ? before - 1 : odd_values[i - 2];
		if (*place == before)
			continue;
		++*tried;
		refused += !trial_verify(t);
	}
	*place = before;
	return refused;
}

/* What is accepted is run by the fuzzer; here it must only be decided. */
static void every_word_of_code_that_is_changed_is_decided(void **state)
{
	struct trial t;
	uint32_t tried = 0, refused = 0;

	(void)state;
	trial_open(&t);
	for (uint32_t i = 0; i < t.sample.e.code_count; i++)
		refused += try_word(&t, t.sample.e.code + i, &tried);
	trial_accept(&t);
	assert_true(refused > tried / 10 * 9);
	trial_close(&t);
}

static void every_cell_that_is_changed_is_decided(void **state)
{
	struct trial t;
	uint32_t tried = 0, refused = 0;

	(void)state;
	trial_open(&t);
	for (int table = 0; table < TABLE_COUNT; table++)
		for (uint32_t i = 0; i < t.sample.e.counts[table]
		     * table_info((enum table)table)->column_count; i++)
			refused += try_word(&t, t.sample.e.rows[table] + i, &tried);
	trial_accept(&t);
	assert_true(refused > tried / 2);
	trial_close(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sample_is_accepted),
		cmocka_unit_test(numbers_stay_in_the_range_of_their_column),
		cmocka_unit_test(strings_end_with_zeros),
		cmocka_unit_test(certificates_have_the_facts_that_readers_fill),
		cmocka_unit_test(a_model_is_sound),
		cmocka_unit_test(every_entity_has_one_frame),
		cmocka_unit_test(bases_lead_where_their_facts_lead),
		cmocka_unit_test(rows_of_a_frame_count_in_their_frame),
		cmocka_unit_test(every_word_of_code_that_is_changed_is_decided),
		cmocka_unit_test(every_cell_that_is_changed_is_decided),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
