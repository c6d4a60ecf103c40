/* SPDX-License-Identifier: Apache-2.0 */
#include "code/verify.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "tests/unit/verify_trial.h"

static void operands_fit_their_fact(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = trial_visit(&t, OP_RANGE);
	trial_refuse(&t, o + 1, 11, trial_at(&t, o, "RANGE: expected a variable below 11 as operand 1, "
	             "found 11"));
	trial_refuse(&t, o + 1, 1, trial_at(&t, o, "RANGE: expected a variable of this fact"));
	trial_refuse(&t, o + 2, 9, trial_at(&t, o, "RANGE: expected a base below 5 as operand 2, "
	             "found 9"));
	trial_refuse(&t, o + 3, 0, trial_at(&t, o, "RANGE: expected a fact that is a number, or a "
	             "function of it that is one"));
	trial_refuse(&t, o + 4, CODE_LENGTH, trial_at(&t, o, "RANGE: expected a fact that is a number, "
	             "or a function of it that is one"));
	o = trial_visit(&t, OP_WORDS);
	trial_refuse(&t, o + 4, 3, trial_at(&t, o, "WORDS: expected a bool or one-of of as many words"));
	o = trial_visit(&t, OP_TEXT);
	trial_refuse(&t, o + 3, 1, trial_at(&t, o, "TEXT: expected a fact that is a text"));
	o = trial_visit(&t, OP_MEMBER);
	trial_refuse(&t, o + 4, 2, trial_at(&t, o, "MEMBER: expected a set of words that has the word"));
	o = trial_visit(&t, OP_PRESENT);
	trial_refuse(&t, o + 3, 0, trial_at(&t, o, "PRESENT: expected a fact that is optional"));
	o = trial_visit(&t, OP_OPEN);
	trial_refuse(&t, o + 3, 0, trial_at(&t, o, "OPEN: expected a derived fact or an invariant"));
	o = trial_visit(&t, OP_HOLDS);
	trial_refuse(&t, o + 3, 2, trial_at(&t, o, "HOLDS: expected a set or list of texts"));
	o = trial_visit(&t, OP_MATCH);
	trial_refuse(&t, o + 4, PATTERN_COUNT, trial_at(&t, o, "MATCH: expected a pattern below 6 as "
	             "operand 4, found 6"));
	o = trial_visit(&t, OP_MADE);
	trial_refuse(&t, o + 4, 128, trial_at(&t, o, "MADE: expected kinds of characters below 128 as "
	             "operand 4, found 128"));
	trial_refuse(&t, o + 3, 1, trial_at(&t, o, "MADE: expected a fact that is a text"));
	trial_close(&t);
}

static void constants_rise_and_maps_stay_below_the_size(void **state)
{
	struct trial t;
	uint32_t *o, constant;

	(void)state;
	trial_open(&t);
	o = trial_visit(&t, OP_RANGE);
	constant = o[5];
	trial_refuse(&t, o + 6, 90, trial_at(&t, o, arena_printf(&t.sample.arena, "RANGE: expected "
	             "constants below %u, found 90 from %u", t.sample.e.constant_count,
	             constant).at));
	trial_refuse(&t, o + 7, t.sample.e.map_count, trial_at(&t, o, arena_printf(&t.sample.arena,
	             "RANGE: expected a map of 4 bytes from %u, found the end",
	             t.sample.e.map_count).at));
	t.sample.e.maps[1] = 2;
	assert_false(trial_verify(&t));
	assert_string_equal(t.why.reason, "expected map bytes below 2, found 2");
	t.sample.e.maps[1] = 1;
	t.sample.e.maps[3] = 1;
	assert_false(trial_verify(&t));
	assert_string_equal(t.why.reason, "expected the last byte of the map to be the value for "
	                    "absent");
	t.sample.e.maps[3] = 0;
	o = trial_visit(&t, OP_TEXT);
	t.sample.e.constants[o[4]]++;
	assert_false(trial_verify(&t));
	assert_string_equal(t.why.at.detail, "TEXT");
	t.sample.e.constants[o[4]]--;
	trial_accept(&t);
	trial_close(&t);
}

static void nothing_is_used_before_it_is_set(void **state)
{
	struct trial t;
	uint32_t *o, *base = NULL;

	(void)state;
	trial_open(&t);
	base = trial_visit(&t, OP_BASE);
	o = trial_visit(&t, OP_LOAD);
	trial_refuse(&t, base + 2, VISIT_TILL, trial_at(&t, base, "BASE: expected base 2 to be set "
	             "before"));
	trial_refuse(&t, o + 1, VISIT_TAG, trial_at(&t, o, "LOAD: expected base 4 to be set before"));
	o = trial_word(&t, SAMPLE_VISIT, OP_LOAD, 2);
	trial_refuse(&t, o + 1, VISIT_CERT, trial_at(&t, o, "LOAD: expected base 3 to be set before"));
	o = trial_visit(&t, OP_BIND);
	trial_refuse(&t, o + 2, 1, arena_printf(&t.sample.arena, "code, word %u, TEST: expected "
	             "variable 4 to be set before the diagram is used",
	             t.sample.program.diagram[1].start).at);
	trial_refuse(&t, CELL(&t, piece, 0, base), VISIT_CERT, trial_at(&t, trial_visit(&t, OP_CHECK),
	             "CHECK: expected the records that its messages show to be set before"));
	trial_close(&t);
}

static void the_stack_holds_what_instructions_want(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = trial_visit(&t, OP_LESS);
	trial_refuse(&t, o, OP_AND, trial_at(&t, o, "AND: expected a truth on the stack, found a "
	             "number"));
	o = trial_visit(&t, OP_EQUAL);
	trial_refuse(&t, o, OP_LESS, trial_at(&t, o, "LESS: expected a number on the stack, found a "
	             "text"));
	o = trial_visit(&t, OP_IN);
	trial_refuse(&t, o, OP_EQUAL, trial_at(&t, o, "EQUAL: expected two numbers, texts or records on "
	             "the stack, found a text"));
	o = trial_visit(&t, OP_HAS);
	trial_refuse(&t, o + 1, 2, trial_at(&t, o, "HAS: expected a set that has the word on the stack, "
	             "found a set of words"));
	o = trial_visit(&t, OP_CONSISTS);
	trial_refuse(&t, o - 2, CODE_LENGTH, trial_at(&t, o, "CONSISTS: expected a text on the stack, "
	             "found a number"));
	o = trial_visit(&t, OP_ALIKE);
	trial_refuse(&t, o + 1, PATTERN_COUNT, trial_at(&t, o, "ALIKE: expected a pattern below 6 as "
	             "operand 1, found 6"));
	trial_refuse(&t, o - 2, CODE_LENGTH, trial_at(&t, o, "ALIKE: expected a text on the stack, "
	             "found a number"));
	o = trial_visit(&t, OP_CURRENT);
	trial_refuse(&t, o, OP_NOT, trial_at(&t, o, "NOT: expected a truth on the stack, found a "
	             "number"));
	o = trial_visit(&t, OP_NOT);
	trial_refuse(&t, o, OP_AND, trial_at(&t, trial_visit(&t, OP_ATOM) - 1,
	             "AND: expected 2 values on the stack, found 1"));
	o = trial_word(&t, SAMPLE_VISIT, OP_LOAD, 5);
	trial_refuse(&t, o + 3, CODE_COUNT, trial_at(&t, o, "LOAD: expected a function that the fact "
	             "has"));
	o = trial_visit(&t, OP_BASE);
	trial_refuse(&t, o, OP_STEP, trial_at(&t, o, "STEP: expected to stand in EACH"));
	o = trial_visit(&t, OP_TRUTH);
	trial_refuse(&t, o + 1, 2, trial_at(&t, o, "TRUTH: expected 0 or 1"));
	trial_close(&t);
}

static void loops_are_balanced_and_keep_to_their_list(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = trial_visit(&t, OP_EACH);
	trial_refuse(&t, o + 5, 4, trial_at(&t, o, "EACH: expected at most 3 elements, then 0 or 1, "
	             "found 4, 1"));
	trial_refuse(&t, o + 4, VISIT_TAG, trial_at(&t, o, "EACH: expected the element of the list, "
	             "found base 4"));
	trial_refuse(&t, o + 6, 2, trial_at(&t, o, "EACH: expected at most 3 elements, then 0 or 1, "
	             "found 3, 2"));
	o = trial_word(&t, SAMPLE_VISIT, OP_NEXT, 1);
	trial_refuse(&t, o, OP_NOT, trial_at(&t, trial_visit(&t, OP_ATOM),
	             "ATOM: expected NEXT before it"));
	o = trial_visit(&t, OP_NEXT);
	trial_refuse(&t, o, OP_AND, trial_at(&t, o, "AND: expected 2 values on the stack, found 1"));
	trial_close(&t);
}

static void diagrams_only_lead_forward(void **state)
{
	struct trial t;
	uint32_t start;
	uint32_t *node;

	(void)state;
	trial_open(&t);
	start = t.sample.program.diagram[4].start;
	node = t.sample.e.code + start;
	trial_refuse(&t, node + 4, start, trial_at(&t, node, arena_printf(&t.sample.arena, "TEST: "
	             "expected a later node of the diagram, found %u", start).at));
	trial_refuse(&t, node + 4, start + 1, trial_at(&t, node, arena_printf(&t.sample.arena, "TEST: "
	             "expected a later node of the diagram, found %u", start + 1).at));
	trial_refuse(&t, node + 4, CODE_LEAF | 2, trial_at(&t, node, "TEST: expected a leaf below 2, "
	             "found 2"));
	trial_refuse(&t, node + 6, 2, trial_at(&t, node, "TEST: expected variables to rise, found 2 "
	             "after 2"));
	trial_refuse(&t, node + 2, 3, trial_at(&t, node, "TEST: expected 2 targets in the diagram, "
	             "found 3"));
	trial_refuse(&t, node + 4, CODE_LEAF, "diagram, row 4, depth: expected 1, found 2");
	trial_refuse(&t, CELL(&t, diagram, 4, depth), 1,
	             "diagram, row 4, depth: expected 2, found 1");
	trial_refuse(&t, CELL(&t, diagram, 4, nodes), 1,
	             "diagram, row 4, nodes: expected 2, found 1");
	trial_refuse(&t, CELL(&t, diagram, 4, entry), start + 5, arena_printf(&t.sample.arena,
	             "diagram, row 4, entry: expected its first word, found %u", start + 5).at);
	trial_refuse(&t, CELL(&t, diagram, 4, words), 5, trial_at(&t, node,
	             arena_printf(&t.sample.arena, "TEST: expected a later node of the diagram, "
	             "found %u", start + 5).at));
	trial_close(&t);
}

static void leaves_fit_their_use(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t);
	trial_refuse(&t, CELL(&t, leaf, 2, kind), CODE_LEAF_TALLY, trial_at(&t,
	             trial_visit(&t, OP_DERIVE), "DERIVE: expected no leaves of the kinds 0x10 in "
	             "diagram 1"));
	trial_refuse(&t, CELL(&t, leaf, 2, value), 99, arena_printf(&t.sample.arena,
	             "leaf, row 2, value: expected a constant below %u, found 99",
	             t.sample.e.constant_count).at);
	trial_refuse(&t, CELL(&t, leaf, 3, value), trial_visit(&t, OP_RANGE)[5],
	             trial_at(&t, trial_visit(&t, OP_DERIVE),
	                      "DERIVE: expected values that the derived fact can have"));
	trial_refuse(&t, CELL(&t, leaf, 5, value), 4, trial_at(&t, trial_visit(&t, OP_TALLY),
	             "TALLY: expected leaves that the tally can add"));
	trial_refuse(&t, CELL(&t, leaf, 8, clause), 2, trial_at(&t, trial_visit(&t, OP_CHECK),
	             "CHECK: expected leaves that name clauses of the check"));
	trial_refuse(&t, CELL(&t, group, 10, direct), 1, trial_at(&t, trial_visit(&t, OP_CHECK),
	             "CHECK: expected the records of derived facts to be set before"));
	trial_refuse(&t, CELL(&t, leaf, 8, kind), CODE_LEAF_FREE, trial_at(&t, trial_visit(&t, OP_CHECK),
	             "CHECK: expected no leaves of the kinds 0x8 in diagram 4"));
	trial_refuse(&t, CELL(&t, leaf, 11, value), trial_visit(&t, OP_RANGE)[5],
	             trial_at(&t, trial_visit(&t, OP_CHECK),
	                "CHECK: expected a caution that holds (1) or not (0)"));
	trial_close(&t);
}

static void derivations_are_of_facts_that_are_derived(void **state)
{
	struct trial t;
	uint32_t *o, fast;

	(void)state;
	trial_open(&t);
	o = trial_visit(&t, OP_DERIVE);
	trial_refuse(&t, o + 1, 1, trial_at(&t, o, "DERIVE: expected a derived fact of single "
	             "values"));
	fast = t.sample.program.entity[SAMPLE_VISIT].first_fact + o[1];
	trial_refuse(&t, CELL(&t, fact, fast, type), TYPE_TEXT, trial_at(&t, o, "DERIVE: expected "
	             "values that the derived fact can have"));
	o = trial_visit(&t, OP_BIND);
	trial_refuse(&t, o + 1, 4, trial_at(&t, o, "BIND: expected an invariant"));
	o = trial_visit(&t, OP_MARK);
	trial_refuse(&t, o + 1, 4, trial_at(&t, o, "MARK: expected an invariant"));
	trial_refuse(&t, o + 2, 4, trial_at(&t, o, "MARK: expected a base fact"));
	trial_refuse(&t, o + 2, 6, trial_at(&t, o, "MARK: expected a fact of base 0, found slot 6"));
	trial_close(&t);
}

static void tallies_are_of_the_stream(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = trial_word(&t, SAMPLE_SITE, OP_FLEET, 0);
	trial_refuse(&t, o + 2, 1, trial_at(&t, o, "FLEET: expected a tally of its kind"));
	trial_refuse(&t, o + 1, 1, trial_at(&t, o, "FLEET: expected a variable of 4 values, found one of "
	             "2"));
	o = trial_visit(&t, OP_TALLY);
	trial_refuse(&t, o + 2, 3, trial_at(&t, o, "TALLY: expected the diagram of the tally, once"));
	trial_refuse(&t, CELL(&t, about, 0, stream), SAMPLE_SITE,
	             "entity, row 1, kind: expected a stream, found 0");
	trial_close(&t);
}

static void frames_end_and_decide_their_checks(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = trial_visit(&t, OP_CHECK);
	trial_refuse(&t, o + 1, 1, trial_at(&t, o, "CHECK: expected a check of the frame, once"));
	o = trial_word(&t, SAMPLE_CERTIFICATE, OP_END, 0);
	trial_refuse(&t, o, OP_TEST, trial_at(&t, o, arena_printf(&t.sample.arena, "TEST: expected an "
	             "instruction of a frame, found %u", (unsigned)OP_TEST).at));
	trial_refuse(&t, o, OP_COUNT, arena_printf(&t.sample.arena, "code, word 0: expected an "
	             "instruction of a frame, found %u", (unsigned)OP_COUNT).at);
	trial_refuse(&t, CELL(&t, frame, 1, start), 0, "code, word 0, END: expected words of its "
	             "own, found that word 0 belongs to something else");
	trial_close(&t);
}

static void bounds_are_what_was_measured(void **state)
{
	struct trial t;
	uint32_t stack, bound;

	(void)state;
	trial_open(&t);
	verify_measure(&t.sample.program, 0, &stack, &bound);
	assert_int_equal(stack, 0);
	assert_int_equal(bound, 1);
	/* FLEET, SUM, CHECK with two nodes, END. */
	verify_measure(&t.sample.program, 3, &stack, &bound);
	assert_int_equal(stack, 0);
	assert_int_equal(bound, 6);
	/* 23 before the atom; in it a loop of 3 times 7 and an inner loop of 7 times 4, and 32
	 * beside; CHECK with three nodes, END. */
	verify_measure(&t.sample.program, 2, &stack, &bound);
	assert_int_equal(stack, 9);
	assert_int_equal(bound, 23 + 3 * (7 + 7 * 4) + 32 + 4 + 1);
	trial_refuse(&t, CELL(&t, frame, 2, bound), bound + 1, arena_printf(&t.sample.arena,
	             "frame, row 2, bound: expected %u, found %u", bound, bound + 1).at);
	trial_refuse(&t, CELL(&t, frame, 2, stack), 10,
	             "frame, row 2, stack: expected 9, found 10");
	trial_close(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(operands_fit_their_fact),
		cmocka_unit_test(constants_rise_and_maps_stay_below_the_size),
		cmocka_unit_test(nothing_is_used_before_it_is_set),
		cmocka_unit_test(the_stack_holds_what_instructions_want),
		cmocka_unit_test(loops_are_balanced_and_keep_to_their_list),
		cmocka_unit_test(diagrams_only_lead_forward),
		cmocka_unit_test(leaves_fit_their_use),
		cmocka_unit_test(derivations_are_of_facts_that_are_derived),
		cmocka_unit_test(tallies_are_of_the_stream),
		cmocka_unit_test(frames_end_and_decide_their_checks),
		cmocka_unit_test(bounds_are_what_was_measured),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
