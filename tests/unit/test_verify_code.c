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
	o = visit(&t, OP_RANGE);
	refused_with(&t, o + 1, 10, at(&t, o, "RANGE: expected a variable below 10 as operand 1, "
	             "found 10"));
	refused_with(&t, o + 1, 1, at(&t, o, "RANGE: expected a variable of this fact"));
	refused_with(&t, o + 2, 9, at(&t, o, "RANGE: expected a base below 5 as operand 2, "
	             "found 9"));
	refused_with(&t, o + 3, 0, at(&t, o, "RANGE: expected a fact that is a number, or a "
	             "function of it that is one"));
	refused_with(&t, o + 4, CODE_LENGTH, at(&t, o, "RANGE: expected a fact that is a number, "
	             "or a function of it that is one"));
	o = visit(&t, OP_WORDS);
	refused_with(&t, o + 4, 3, at(&t, o, "WORDS: expected a bool or one-of of as many words"));
	o = visit(&t, OP_TEXT);
	refused_with(&t, o + 3, 1, at(&t, o, "TEXT: expected a fact that is a text"));
	o = visit(&t, OP_MEMBER);
	refused_with(&t, o + 4, 2, at(&t, o, "MEMBER: expected a set of words that has the word"));
	o = visit(&t, OP_PRESENT);
	refused_with(&t, o + 3, 0, at(&t, o, "PRESENT: expected a fact that is optional"));
	o = visit(&t, OP_OPEN);
	refused_with(&t, o + 3, 0, at(&t, o, "OPEN: expected a derived fact or an invariant"));
	o = visit(&t, OP_HOLDS);
	refused_with(&t, o + 3, 2, at(&t, o, "HOLDS: expected a set or list of texts"));
	o = visit(&t, OP_MATCH);
	refused_with(&t, o + 4, PATTERN_COUNT, at(&t, o, "MATCH: expected a pattern below 6 as "
	             "operand 4, found 6"));
	trial_close(&t);
}

static void constants_rise_and_maps_stay_below_the_size(void **state)
{
	struct trial t;
	uint32_t *o, constant;

	(void)state;
	trial_open(&t);
	o = visit(&t, OP_RANGE);
	constant = o[5];
	refused_with(&t, o + 6, 90, at(&t, o, arena_printf(&t.sample.arena, "RANGE: expected "
	             "constants below %u, found 90 from %u", t.sample.e.constant_count,
	             constant).at));
	refused_with(&t, o + 7, t.sample.e.map_count, at(&t, o, arena_printf(&t.sample.arena,
	             "RANGE: expected a map of 4 bytes from %u, found the end",
	             t.sample.e.map_count).at));
	t.sample.e.maps[1] = 2;
	assert_false(accepted(&t));
	assert_string_equal(t.why.reason, "expected map bytes below 2, found 2");
	t.sample.e.maps[1] = 1;
	t.sample.e.maps[3] = 1;
	assert_false(accepted(&t));
	assert_string_equal(t.why.reason, "expected the last byte of the map to be the value for "
	                    "absent");
	t.sample.e.maps[3] = 0;
	o = visit(&t, OP_TEXT);
	t.sample.e.constants[o[4]]++;
	assert_false(accepted(&t));
	assert_string_equal(t.why.at.detail, "TEXT");
	t.sample.e.constants[o[4]]--;
	is_accepted(&t);
	trial_close(&t);
}

static void nothing_is_used_before_it_is_set(void **state)
{
	struct trial t;
	uint32_t *o, *base = NULL;

	(void)state;
	trial_open(&t);
	base = visit(&t, OP_BASE);
	o = visit(&t, OP_LOAD);
	refused_with(&t, base + 2, VISIT_TILL, at(&t, base, "BASE: expected base 2 to be set "
	             "before"));
	refused_with(&t, o + 1, VISIT_TAG, at(&t, o, "LOAD: expected base 4 to be set before"));
	o = word(&t, SAMPLE_VISIT, OP_LOAD, 2);
	refused_with(&t, o + 1, VISIT_CERT, at(&t, o, "LOAD: expected base 3 to be set before"));
	o = visit(&t, OP_BIND);
	refused_with(&t, o + 2, 1, arena_printf(&t.sample.arena, "code, word %u, TEST: expected "
	             "variable 4 to be set before the diagram is used",
	             t.sample.program.diagram[1].start).at);
	refused_with(&t, CELL(&t, piece, 0, base), VISIT_CERT, at(&t, visit(&t, OP_CHECK),
	             "CHECK: expected the records that its messages show to be set before"));
	trial_close(&t);
}

static void the_stack_holds_what_instructions_want(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = visit(&t, OP_LESS);
	refused_with(&t, o, OP_AND, at(&t, o, "AND: expected a truth on the stack, found a "
	             "number"));
	o = visit(&t, OP_EQUAL);
	refused_with(&t, o, OP_LESS, at(&t, o, "LESS: expected a number on the stack, found a "
	             "text"));
	o = visit(&t, OP_IN);
	refused_with(&t, o, OP_EQUAL, at(&t, o, "EQUAL: expected two numbers, texts or records on "
	             "the stack, found a text"));
	o = visit(&t, OP_HAS);
	refused_with(&t, o + 1, 2, at(&t, o, "HAS: expected a set that has the word on the stack, "
	             "found a set of words"));
	o = visit(&t, OP_CURRENT);
	refused_with(&t, o, OP_NOT, at(&t, o, "NOT: expected a truth on the stack, found a "
	             "number"));
	o = visit(&t, OP_NOT);
	refused_with(&t, o, OP_AND, at(&t, visit(&t, OP_ATOM) - 1, "AND: expected 2 values on the "
	             "stack, found 1"));
	o = visit(&t, OP_BASE);
	refused_with(&t, o, OP_STEP, at(&t, o, "STEP: expected to stand in EACH"));
	o = visit(&t, OP_TRUTH);
	refused_with(&t, o + 1, 2, at(&t, o, "TRUTH: expected 0 or 1"));
	trial_close(&t);
}

static void loops_are_balanced_and_keep_to_their_list(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = visit(&t, OP_EACH);
	refused_with(&t, o + 5, 4, at(&t, o, "EACH: expected at most 3 elements, then 0 or 1, "
	             "found 4, 1"));
	refused_with(&t, o + 4, VISIT_TAG, at(&t, o, "EACH: expected the element of the list, "
	             "found base 4"));
	refused_with(&t, o + 6, 2, at(&t, o, "EACH: expected at most 3 elements, then 0 or 1, "
	             "found 3, 2"));
	o = word(&t, SAMPLE_VISIT, OP_NEXT, 1);
	refused_with(&t, o, OP_NOT, at(&t, visit(&t, OP_ATOM), "ATOM: expected NEXT before it"));
	o = visit(&t, OP_NEXT);
	refused_with(&t, o, OP_AND, at(&t, o, "AND: expected 2 values on the stack, found 1"));
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
	refused_with(&t, node + 4, start, at(&t, node, arena_printf(&t.sample.arena, "TEST: "
	             "expected a later node of the diagram, found %u", start).at));
	refused_with(&t, node + 4, start + 1, at(&t, node, arena_printf(&t.sample.arena, "TEST: "
	             "expected a later node of the diagram, found %u", start + 1).at));
	refused_with(&t, node + 4, CODE_LEAF | 2, at(&t, node, "TEST: expected a leaf below 2, "
	             "found 2"));
	refused_with(&t, node + 6, 2, at(&t, node, "TEST: expected variables to rise, found 2 "
	             "after 2"));
	refused_with(&t, node + 2, 3, at(&t, node, "TEST: expected 2 targets in the diagram, "
	             "found 3"));
	refused_with(&t, node + 4, CODE_LEAF, "diagram, row 4, depth: expected 1, found 2");
	refused_with(&t, CELL(&t, diagram, 4, depth), 1,
	             "diagram, row 4, depth: expected 2, found 1");
	refused_with(&t, CELL(&t, diagram, 4, nodes), 1,
	             "diagram, row 4, nodes: expected 2, found 1");
	refused_with(&t, CELL(&t, diagram, 4, entry), start + 5, arena_printf(&t.sample.arena,
	             "diagram, row 4, entry: expected its first word, found %u", start + 5).at);
	refused_with(&t, CELL(&t, diagram, 4, words), 5, at(&t, node,
	             arena_printf(&t.sample.arena, "TEST: expected a later node of the diagram, "
	             "found %u", start + 5).at));
	trial_close(&t);
}

static void leaves_fit_their_use(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t);
	refused_with(&t, CELL(&t, leaf, 2, kind), CODE_LEAF_TALLY, at(&t, visit(&t, OP_DERIVE),
	             "DERIVE: expected no leaves of the kinds 0x10 in diagram 1"));
	refused_with(&t, CELL(&t, leaf, 2, value), 99, arena_printf(&t.sample.arena,
	             "leaf, row 2, value: expected a constant below %u, found 99",
	             t.sample.e.constant_count).at);
	refused_with(&t, CELL(&t, leaf, 3, value), visit(&t, OP_RANGE)[5],
	             at(&t, visit(&t, OP_DERIVE), "DERIVE: expected values that the derived fact "
	                "can have"));
	refused_with(&t, CELL(&t, leaf, 5, value), 4, at(&t, visit(&t, OP_TALLY),
	             "TALLY: expected leaves that the tally can add"));
	refused_with(&t, CELL(&t, leaf, 8, clause), 2, at(&t, visit(&t, OP_CHECK),
	             "CHECK: expected leaves that name clauses of the check"));
	refused_with(&t, CELL(&t, leaf, 8, kind), CODE_LEAF_FREE, at(&t, visit(&t, OP_CHECK),
	             "CHECK: expected no leaves of the kinds 0x8 in diagram 4"));
	refused_with(&t, CELL(&t, leaf, 11, value), visit(&t, OP_RANGE)[5],
	             at(&t, visit(&t, OP_CHECK),
	                "CHECK: expected a caution that holds (1) or not (0)"));
	trial_close(&t);
}

static void derivations_are_of_facts_that_are_derived(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = visit(&t, OP_DERIVE);
	refused_with(&t, o + 1, 1, at(&t, o, "DERIVE: expected a derived fact of a number, word "
	             "or date"));
	o = visit(&t, OP_BIND);
	refused_with(&t, o + 1, 4, at(&t, o, "BIND: expected an invariant"));
	o = visit(&t, OP_MARK);
	refused_with(&t, o + 1, 4, at(&t, o, "MARK: expected an invariant"));
	refused_with(&t, o + 2, 4, at(&t, o, "MARK: expected a base fact"));
	refused_with(&t, o + 2, 6, at(&t, o, "MARK: expected a fact of base 0, found slot 6"));
	trial_close(&t);
}

static void tallies_are_of_the_stream(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = word(&t, SAMPLE_SITE, OP_FLEET, 0);
	refused_with(&t, o + 2, 1, at(&t, o, "FLEET: expected a tally of its kind"));
	refused_with(&t, o + 1, 1, at(&t, o, "FLEET: expected a variable of 4 values, found one of "
	             "2"));
	o = visit(&t, OP_TALLY);
	refused_with(&t, o + 2, 3, at(&t, o, "TALLY: expected the diagram of the tally, once"));
	refused_with(&t, CELL(&t, about, 0, stream), SAMPLE_SITE,
	             "entity, row 1, kind: expected a stream, found 0");
	trial_close(&t);
}

static void frames_end_and_decide_their_checks(void **state)
{
	struct trial t;
	uint32_t *o;

	(void)state;
	trial_open(&t);
	o = visit(&t, OP_CHECK);
	refused_with(&t, o + 1, 1, at(&t, o, "CHECK: expected a check of the frame, once"));
	o = word(&t, SAMPLE_CERTIFICATE, OP_END, 0);
	refused_with(&t, o, OP_TEST, at(&t, o, arena_printf(&t.sample.arena, "TEST: expected an "
	             "instruction of a frame, found %u", (unsigned)OP_TEST).at));
	refused_with(&t, o, OP_COUNT, arena_printf(&t.sample.arena, "code, word 0: expected an "
	             "instruction of a frame, found %u", (unsigned)OP_COUNT).at);
	refused_with(&t, CELL(&t, frame, 1, start), 0, "code, word 0, END: expected words of its "
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
	/* 22 before the atom; in it a loop of 3 times 7 and an inner loop of 7 times 4, and 25
	 * beside; CHECK with three nodes, END. */
	verify_measure(&t.sample.program, 2, &stack, &bound);
	assert_int_equal(stack, 7);
	assert_int_equal(bound, 22 + 3 * (7 + 7 * 4) + 25 + 4 + 1);
	refused_with(&t, CELL(&t, frame, 2, bound), bound + 1, arena_printf(&t.sample.arena,
	             "frame, row 2, bound: expected %u, found %u", bound, bound + 1).at);
	refused_with(&t, CELL(&t, frame, 2, stack), 9,
	             "frame, row 2, stack: expected 7, found 9");
	trial_close(&t);
}

static const uint32_t odd_values[] = { 0, 1, 2, 3, 5, 0x7fffffff, CODE_LEAF, CODE_LEAF | 1,
                                       UINT32_MAX - 1, UINT32_MAX };

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
