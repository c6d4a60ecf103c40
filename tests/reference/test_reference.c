/* SPDX-License-Identifier: Apache-2.0 */
/* The reference evaluator by itself: cases worked out by hand from docs/language.md. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "shop.h"

static void a_missing_fact_is_neither_true_nor_false(void **state)
{
	(void)state;
	shop_require(shop_truth("a"));
	shop_expect(RESULT_UNKNOWN, "a");
}

static void a_fact_or_its_opposite_holds_whatever_it_is(void **state)
{
	(void)state;
	shop_require(shop_or(shop_truth("a"), shop_not(shop_truth("a"))));
	shop_expect(RESULT_PASS, "");
}

static void what_is_not_needed_is_not_named(void **state)
{
	(void)state;
	shop_give(&visit, "a", 0);
	shop_require(shop_and(shop_or(shop_truth("a"), shop_truth("b")),
	                      shop_or(shop_truth("a"), shop_compare("n", LESS, 3))));
	shop_expect(RESULT_UNKNOWN, "b n");
	shop_give(&visit, "b", 0);
	shop_expect(RESULT_FAIL, "");
}

static void two_facts_that_decide_only_together_are_both_named(void **state)
{
	(void)state;
	visit.invariants[visit.invariant_count++] =
		shop_or(shop_and(shop_truth("a"), shop_truth("b")),
		        shop_and(shop_not(shop_truth("a")), shop_not(shop_truth("b"))));
	shop_require(shop_truth("a"));
	assert_true(shop_decide().loose);
	shop_expect(RESULT_UNKNOWN, "a b");
}

static void there_is_no_integer_between_three_and_four(void **state)
{
	(void)state;
	shop_require(shop_not(shop_and(shop_compare("n", GREATER, 3), shop_compare("n", LESS, 4))));
	shop_expect(RESULT_PASS, "");
	policy.rules[0].requires[0] =
		shop_not(shop_and(shop_compare("n", GREATER, 3), shop_compare("n", LESS, 5)));
	shop_expect(RESULT_UNKNOWN, "n");
}

static void an_optional_fact_that_is_missing_may_be_absent(void **state)
{
	(void)state;
	shop_require(shop_test(CONDITION_PRESENT, "age"));
	shop_expect(RESULT_UNKNOWN, "age");
	shop_cell_of(&visit, "age")->state = STATE_UNDECODABLE;
	shop_expect(RESULT_PASS, "");
	shop_cell_of(&visit, "age")->state = STATE_CONFLICT;
	shop_expect(RESULT_ERROR, "age");
	shop_cell_of(&visit, "age")->state = STATE_ABSENT;
	shop_expect(RESULT_FAIL, "");
}

static void a_bad_fact_that_decides_is_an_error(void **state)
{
	(void)state;
	shop_require(shop_or(shop_truth("a"), shop_truth("b")));
	shop_cell_of(&visit, "b")->state = STATE_DUPLICATE;
	shop_expect(RESULT_ERROR, "b");
	shop_give(&visit, "a", 1);
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_ERROR, "b");
}

static void a_bad_fact_that_decides_nothing_leaves_unknown(void **state)
{
	(void)state;
	shop_require(shop_or(shop_truth("a"),
	                     shop_and(shop_truth("b"), shop_not(shop_truth("b")))));
	shop_cell_of(&visit, "b")->state = STATE_UNDECODABLE;
	shop_expect(RESULT_UNKNOWN, "a");
}

static void the_first_clause_that_decides_wins(void **state)
{
	struct rule *rule = &policy.rules[0];

	(void)state;
	rule->whens[rule->when_count++] = shop_truth("a");
	rule->unlesses[rule->unless_count++].condition = shop_truth("b");
	shop_require(shop_compare("n", GREATER, 0));
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_NOTAPPLICABLE, "");
	shop_give(&visit, "a", 1);
	shop_give(&visit, "b", 1);
	shop_expect(RESULT_EXEMPT, "");
	shop_give(&visit, "b", 0);
	shop_expect(RESULT_UNKNOWN, "n");
	shop_give(&visit, "n", 1);
	shop_expect(RESULT_PASS, "");
	shop_cell_of(&visit, "b")->state = STATE_MISSING;
	shop_expect(RESULT_PASS, "");
	rule->manual = true;
	shop_give(&visit, "b", 0);
	shop_expect(RESULT_NOTCHECKED, "");
}

static void the_reference_is_named_for_what_lies_behind_it(void **state)
{
	struct path path = shop_own("till");
	struct condition *condition = shop_compare("n", EQUAL, 1);

	(void)state;
	path.steps[path.length++] = shop_fact(&till, "kind");
	condition->left.path = path;
	shop_require(condition);
	shop_expect(RESULT_UNKNOWN, "till");
	shop_give_text(&visit, "till", "T9");
	shop_expect(RESULT_UNKNOWN, "till");
	shop_give_text(&visit, "till", "T1");
	shop_expect(RESULT_UNKNOWN, "till.kind");
	shop_give(&till, "kind", 1);
	shop_expect(RESULT_PASS, "");
}

static void a_broken_invariant_puts_its_facts_in_conflict(void **state)
{
	(void)state;
	visit.invariants[visit.invariant_count++] = shop_or(shop_truth("a"), shop_truth("b"));
	shop_require(shop_truth("a"));
	shop_give(&visit, "a", 0);
	shop_give(&visit, "b", 0);
	shop_expect(RESULT_ERROR, "a");
	shop_cell_of(&visit, "b")->state = STATE_MISSING;
	shop_expect(RESULT_FAIL, "");
	policy.rules[0].requires[0] = shop_truth("b");
	shop_expect(RESULT_PASS, "");
}

static void facts_that_contradict_one_another_only_together_are_an_error(void **state)
{
	(void)state;
	visit.invariants[visit.invariant_count++] = shop_or(shop_truth("a"), shop_truth("b"));
	visit.invariants[visit.invariant_count++] =
		shop_or(shop_truth("a"), shop_not(shop_truth("b")));
	shop_require(shop_truth("b"));
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_ERROR, "");
}

/* c = a and b */
static void derive_c(void)
{
	struct fact *fact = shop_add_fact(&visit, "c", KIND_BOOL);

	fact->derivation = DERIVED_BY_CONDITION;
	fact->condition = shop_and(shop_truth("a"), shop_truth("b"));
}

static void a_derived_fact_follows_from_those_it_uses(void **state)
{
	(void)state;
	derive_c();
	shop_require(shop_truth("c"));
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_FAIL, "");
	shop_give(&visit, "a", 1);
	shop_expect(RESULT_UNKNOWN, "b");
	shop_give(&visit, "b", 1);
	shop_expect(RESULT_PASS, "");
}

static void a_derived_fact_that_is_given_says_something_of_those_it_uses(void **state)
{
	(void)state;
	derive_c();
	shop_give(&visit, "c", 1);
	shop_require(shop_and(shop_truth("c"), shop_truth("b")));
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_ERROR, "c");
	policy.rules[0].requires[0] = shop_truth("b");
	shop_expect(RESULT_UNKNOWN, "b");
}

static void a_row_may_say_that_a_record_contradicts_itself(void **state)
{
	struct fact *fact = shop_add_fact(&visit, "t", KIND_CHOICE);
	static const struct grid rows = { 1, 2, { { 0 } }, { { .cells = { 1 }, .value = -1 },
	                                                     { .cells = { 2 }, .value = 1 } } };
	struct grid *grid = store_take(sizeof *grid);

	(void)state;
	shop_add_words(fact, "x", "y", NULL);
	*grid = rows;
	grid->columns[0] = shop_own("a");
	fact->derivation = DERIVED_BY_TABLE;
	fact->grid = grid;
	shop_require(shop_compare("t", EQUAL, 1));
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_ERROR, "t");
}

static void a_key_that_the_lookup_does_not_list_derives_nothing(void **state)
{
	struct fact *fact = shop_add_fact(&visit, "y", KIND_INTEGER);
	static const struct lookup lookup = { "map", KIND_INTEGER, KIND_INTEGER, NULL, NULL, 1,
	                                      { { .number = 7 } }, { { .number = 70 } } };

	(void)state;
	fact->derivation = DERIVED_BY_LOOKUP;
	fact->lookup = &lookup;
	fact->operand.path = shop_own("n");
	shop_require(shop_compare("y", EQUAL, 70));
	shop_give(&visit, "n", 7);
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "n", 8);
	shop_expect(RESULT_UNKNOWN, "y");
	shop_give(&visit, "y", 70);
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "n", 7);
	shop_give(&visit, "y", 71);
	shop_expect(RESULT_ERROR, "y");
}

static void a_comparison_of_two_facts_counts_as_one(void **state)
{
	struct condition *two = shop_compare("n", LESS, 0);

	(void)state;
	two->right = (struct operand){ .kind = OPERAND_FACT, .path = shop_own("m") };
	shop_require(shop_or(two, shop_not(two)));
	shop_expect(RESULT_PASS, "");
	policy.rules[0].requires[0] = two;
	shop_expect(RESULT_UNKNOWN, "n m");
	shop_give(&visit, "n", 1);
	shop_expect(RESULT_UNKNOWN, "m");
	shop_cell_of(&visit, "m")->state = STATE_DUPLICATE;
	shop_expect(RESULT_ERROR, "m");
	shop_give(&visit, "m", 2);
	shop_expect(RESULT_PASS, "");
}

static struct condition *any_place(int64_t place)
{
	struct condition *condition = store_take(sizeof *condition);

	condition->kind = CONDITION_ANY;
	condition->entity = &visit;
	condition->first = shop_compare("place", EQUAL, place);
	return condition;
}

static void any_of_one_rule_are_decided_together(void **state)
{
	(void)state;
	policy.rules[0].entity = &site;
	scene.complete = true;
	shop_require(shop_or(shop_or(any_place(0), any_place(1)), any_place(2)));
	shop_expect(RESULT_PASS, "");
	policy.rules[0].requires[0] = shop_or(any_place(0), any_place(1));
	shop_expect(RESULT_UNKNOWN, "fleet");
}

static void a_fleet_that_is_not_complete_may_hold_more(void **state)
{
	(void)state;
	policy.rules[0].entity = &site;
	shop_require(shop_not(any_place(0)));
	shop_give(&visit, "place", 1);
	shop_expect(RESULT_UNKNOWN, "fleet");
	scene.complete = true;
	shop_expect(RESULT_PASS, "");
	scene.complete = false;
	shop_give(&visit, "place", 0);
	shop_expect(RESULT_FAIL, "");
}

static void a_count_is_kept_as_least_and_most(void **state)
{
	struct condition *count = any_place(0);

	(void)state;
	policy.rules[0].entity = &site;
	count->kind = CONDITION_COUNT;
	count->comparison = AT_LEAST;
	count->number = 1;
	shop_require(count);
	shop_expect(RESULT_UNKNOWN, "fleet");
	shop_give(&visit, "place", 0);
	shop_expect(RESULT_PASS, "");
	count->number = 2;
	shop_expect(RESULT_UNKNOWN, "fleet");
	scene.complete = true;
	shop_expect(RESULT_FAIL, "");
}

static void a_share_of_none_is_enough(void **state)
{
	struct condition *share = any_place(0);

	(void)state;
	policy.rules[0].entity = &site;
	share->kind = CONDITION_SHARE;
	share->second = shop_truth("a");
	share->number = 50;
	scene.complete = true;
	shop_require(share);
	shop_give(&visit, "place", 1);
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "place", 0);
	shop_expect(RESULT_UNKNOWN, "fleet");
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_FAIL, "");
}

static void tests_of_one_text_are_independent_but_a_constant_decides_them(void **state)
{
	struct condition *equal = shop_compare("name", EQUAL, 0);
	struct condition *starts = shop_test(CONDITION_STARTS, "name");

	(void)state;
	equal->right.value.text = "abc";
	starts->values[0].text = "a";
	shop_require(shop_or(shop_not(equal), starts));
	shop_expect(RESULT_PASS, "");
	policy.rules[0].requires[0] = shop_or(equal, shop_not(starts));
	shop_expect(RESULT_UNKNOWN, "name");
}

/* some or every text of the set `tags` */
static struct condition *of_tags(enum condition_kind kind, struct path *element)
{
	struct condition *quantifier;
	struct fact *text = store_take(sizeof *text);

	text->kind = KIND_TEXT;
	quantifier = shop_test(kind, "tags");
	quantifier->variable = "x";
	quantifier->element = text;
	*element = (struct path){ .start = FROM_VARIABLE, .variable = quantifier, .length = 1,
	                          .steps = { text } };
	return quantifier;
}

static void a_quantifier_ranges_over_the_texts_of_a_set(void **state)
{
	struct path element;
	struct condition *every = of_tags(CONDITION_EVERY, &element);
	struct cell *tags = shop_cell_of(&visit, "tags");

	(void)state;
	every->first = shop_test(CONDITION_MADE, "name");
	every->first->left.path = element;
	every->first->number = 1 << 3;          /* digits */
	shop_require(every);
	shop_expect(RESULT_UNKNOWN, "tags");
	tags->state = STATE_PRESENT;
	shop_expect(RESULT_PASS, "");
	tags->value.count = 2;
	tags->value.items[0] = "12";
	tags->value.items[1] = "";
	shop_expect(RESULT_PASS, "");
	tags->value.items[1] = "1a";
	shop_expect(RESULT_FAIL, "");
}

static void atoms_that_say_the_same_are_one_however_they_are_written(void **state)
{
	struct path element;
	struct condition *one = of_tags(CONDITION_SOME, &element);
	struct condition *other;

	(void)state;
	one->first = shop_test(CONDITION_MADE, "name");
	one->first->left.path = element;
	one->first->number = 1 << 2;            /* letters */
	other = of_tags(CONDITION_SOME, &element);
	other->first = shop_test(CONDITION_MADE, "name");
	other->first->left.path = element;
	other->first->number = 1 << 0 | 1 << 1; /* lower-case, upper-case */
	shop_require(shop_or(one, shop_not(other)));
	shop_expect(RESULT_PASS, "");
	other->first->number = 1 << 0;
	shop_expect(RESULT_UNKNOWN, "tags");
}

static void a_pattern_that_is_a_fact_is_an_atom(void **state)
{
	struct condition *starts = shop_test(CONDITION_STARTS, "name");
	struct condition *equal = shop_compare("name", EQUAL, 0);

	(void)state;
	starts->right.path = shop_own("name");
	equal->right.value.text = "abc";
	shop_require(shop_or(starts, equal));
	shop_expect(RESULT_UNKNOWN, "name");
	shop_give_text(&visit, "name", "abcd");
	shop_expect(RESULT_PASS, "");
}

static void a_caution_stands_where_its_condition_surely_holds(void **state)
{
	struct rule *rule = &policy.rules[0];

	(void)state;
	rule->cautions[rule->caution_count++] =
		(struct caution){ "odd", shop_or(shop_truth("a"), shop_truth("b")) };
	shop_require(shop_truth("a"));
	assert_int_equal(shop_decide().cautions.count, 0);
	shop_give(&visit, "b", 1);
	assert_int_equal(shop_decide().cautions.count, 1);
	shop_expect(RESULT_UNKNOWN, "a");
}

/* allow place by a; note 1 demands b. */
static struct decision_table *shop_table(void)
{
	struct decision_table *table = store_take(sizeof *table);

	table->allow = shop_own("place");
	table->grid.columns[table->grid.column_count++] = shop_own("a");
	table->grid.row_count = 2;
	table->grid.rows[0] = (struct row){ .cells = { 1 }, .allowed = 1 };
	table->grid.rows[1] = (struct row){ .cells = { 2 }, .allowed = 3, .marks = { 1, 0 } };
	table->note_count = 1;
	table->notes[0].require = shop_truth("b");
	table->covering = -1;
	policy.rules[0].table = table;
	return table;
}

static void a_note_demands_more_where_it_stands(void **state)
{
	(void)state;
	shop_table();
	shop_give(&visit, "a", 1);
	shop_give(&visit, "place", 0);
	shop_expect(RESULT_UNKNOWN, "b");
	shop_give(&visit, "place", 1);
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_FAIL, "");
}

static void a_note_may_cover_or_widen_its_rows(void **state)
{
	struct decision_table *table = shop_table();
	struct parameter *parameter = &policy.parameters[policy.parameter_count++];
	struct condition *set = shop_join(CONDITION_PARAMETER, NULL, NULL);

	(void)state;
	parameter->value.number = 1;
	set->parameter = parameter;
	shop_give(&visit, "a", 1);
	shop_give(&visit, "b", 0);
	shop_give(&visit, "place", 1);
	table->notes[0].covers = set;
	shop_expect(RESULT_FAIL, "");
	table->notes[0].covers = NULL;
	shop_give(&visit, "place", 2);
	shop_expect(RESULT_FAIL, "");
	table->notes[0].widens = set;
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "a", 0);
	shop_expect(RESULT_FAIL, "");
}

static void a_value_may_cover_another(void **state)
{
	struct decision_table *table = shop_table();

	(void)state;
	shop_give(&visit, "a", 0);
	shop_give(&visit, "place", 2);
	table->covering = 0;
	table->covered = 2;
	shop_expect(RESULT_PASS, "");
	shop_give(&visit, "a", 1);
	shop_give(&visit, "b", 0);
	shop_expect(RESULT_FAIL, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_open, shop_close)

static void a_place_that_may_be_absent_is_out_of_the_rule_s_sight_there(void **state)
{
	struct fact *place = shop_fact(&visit, "till");
	struct condition *staffed = shop_compare("n", EQUAL, 0);

	(void)state;
	till.kind = ENTITY_CERTIFICATE;
	place->optional = true;
	policy.rules[0].place = place;
	staffed->left.path.steps[0] = shop_fact(&till, "kind");
	shop_require(staffed);
	shop_expect(RESULT_UNKNOWN, "till");
	shop_give(&till, "kind", 1);
	shop_expect(RESULT_UNKNOWN, "till");
	shop_give_text(&visit, "till", "T1");
	shop_expect(RESULT_FAIL, "");
	shop_cell_of(&till, "kind")->state = STATE_UNDECODABLE;
	shop_expect(RESULT_ERROR, "till.kind");
	shop_cell_of(&visit, "till")->state = STATE_CONFLICT;
	shop_expect(RESULT_ERROR, "till");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_missing_fact_is_neither_true_nor_false),
		TEST(a_fact_or_its_opposite_holds_whatever_it_is),
		TEST(what_is_not_needed_is_not_named),
		TEST(two_facts_that_decide_only_together_are_both_named),
		TEST(there_is_no_integer_between_three_and_four),
		TEST(an_optional_fact_that_is_missing_may_be_absent),
		TEST(a_bad_fact_that_decides_is_an_error),
		TEST(a_bad_fact_that_decides_nothing_leaves_unknown),
		TEST(the_first_clause_that_decides_wins),
		TEST(the_reference_is_named_for_what_lies_behind_it),
		TEST(a_broken_invariant_puts_its_facts_in_conflict),
		TEST(facts_that_contradict_one_another_only_together_are_an_error),
		TEST(a_derived_fact_follows_from_those_it_uses),
		TEST(a_derived_fact_that_is_given_says_something_of_those_it_uses),
		TEST(a_row_may_say_that_a_record_contradicts_itself),
		TEST(a_key_that_the_lookup_does_not_list_derives_nothing),
		TEST(a_comparison_of_two_facts_counts_as_one),
		TEST(any_of_one_rule_are_decided_together),
		TEST(a_fleet_that_is_not_complete_may_hold_more),
		TEST(a_count_is_kept_as_least_and_most),
		TEST(a_share_of_none_is_enough),
		TEST(tests_of_one_text_are_independent_but_a_constant_decides_them),
		TEST(a_quantifier_ranges_over_the_texts_of_a_set),
		TEST(atoms_that_say_the_same_are_one_however_they_are_written),
		TEST(a_pattern_that_is_a_fact_is_an_atom),
		TEST(a_caution_stands_where_its_condition_surely_holds),
		TEST(a_note_demands_more_where_it_stands),
		TEST(a_note_may_cover_or_widen_its_rows),
		TEST(a_value_may_cover_another),
		TEST(a_place_that_may_be_absent_is_out_of_the_rule_s_sight_there)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
