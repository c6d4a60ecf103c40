/* SPDX-License-Identifier: Apache-2.0 */
/* Comparisons with one fact, or of two. */
#include "generator.h"

enum { DAY = 86400 };

const char *generate_text(struct random *random)
{
	static const char *const texts[] = {
		"abc", "ABC", "abcd", "b", "", "x.example.org", "X.Example.ORG",
		"a.x.example.org", "example.org", "caf\xc3\xa9", "a-0", "B 1.", "\xe2\x82\xac"
	};

	return texts[random_below(random, (int)(sizeof texts / sizeof *texts))];
}

struct value generate_constant(struct generator *generator, const struct fact *fact)
{
	int64_t near = random_below(generator->random, 5) - 1;
	struct value value;

	if (fact->kind == KIND_CHOICE || fact->kind == KIND_WORDS)
		return (struct value){ .number = random_below(generator->random,
		                                              fact->word_count) };
	if (fact->kind == KIND_BOOL)
		return (struct value){ .number = random_below(generator->random, 2) };
	if (fact->kind == KIND_TEXTS || fact->kind == KIND_TEXT_LIST)
		return (struct value){ .text = generate_text(generator->random) };
	value = fact->pool[random_below(generator->random, fact->pool_count)];
	if (fact->kind == KIND_INTEGER && random_chance(generator->random, 30))
		value.number += near;
	return value;
}

static enum comparison pick_comparison(struct random *random, const struct fact *fact)
{
	bool orders = fact->kind == KIND_INTEGER || fact->kind == KIND_DATE ||
	              fact->kind == KIND_DURATION || fact->kind == KIND_VERSION ||
	              fact->ordered;

	return (enum comparison)random_below(random, orders ? 6 : 2);
}

static const struct parameter *pick_parameter(struct generator *generator, enum kind kind)
{
	for (int i = 0; i < generator->policy->parameter_count; i++)
		if (generator->policy->parameters[i].kind == kind &&
		    random_chance(generator->random, 60))
			return &generator->policy->parameters[i];
	return NULL;
}

static void compare_constant(struct generator *generator, struct condition *condition)
{
	const struct fact *fact = path_end(&condition->left.path);
	const struct parameter *parameter = NULL;

	if (fact->kind == KIND_INTEGER && random_chance(generator->random, 25))
		parameter = pick_parameter(generator, KIND_INTEGER);
	if (fact->kind == KIND_DATE && random_chance(generator->random, 20))
		condition->left.shift = (random_below(generator->random, 9) - 4) * DAY;
	condition->right.kind = parameter ? OPERAND_PARAMETER : OPERAND_VALUE;
	condition->right.parameter = parameter;
	if (!parameter)
		condition->right.value = generate_constant(generator, fact);
}

static void compare_now(struct generator *generator, struct condition *condition)
{
	int64_t shift = (random_below(generator->random, 7) - 3) * DAY;

	condition->right.kind = OPERAND_NOW;
	if (random_chance(generator->random, 50))
		condition->right.shift = shift;
	else
		condition->left.shift = shift;
	if (condition->comparison < LESS)
		condition->comparison += LESS;
}

static void compare_part(struct generator *generator, struct condition *condition,
                         enum measure measure, int least)
{
	condition->left.measure = measure;
	condition->comparison = (enum comparison)random_below(generator->random, 6);
	condition->right.kind = OPERAND_VALUE;
	condition->right.value.number = least + random_below(generator->random, 3);
}

static struct condition *compare_fact(struct scope *scope, const struct path *path)
{
	struct generator *generator = scope->generator;
	const struct fact *fact = path_end(path);
	struct condition *condition = condition_on(CONDITION_COMPARE, path);

	condition->comparison = pick_comparison(generator->random, fact);
	if (fact->kind == KIND_VERSION && fact->by_parts)
		compare_part(generator, condition,
		             (enum measure)(MEASURE_FIRST + random_below(generator->random,
		                                                         4)), 1);
	else if (fact->kind == KIND_DATE && fact->by_now)
		compare_now(generator, condition);
	else
		compare_constant(generator, condition);
	return condition;
}

static struct condition *one_of_values(struct scope *scope, const struct path *path)
{
	struct condition *condition = condition_on(CONDITION_IN, path);
	const struct fact *fact = path_end(path);
	int wanted = 1 + random_below(scope->generator->random, 2);

	for (int i = 0; i < 4 && condition->value_count < wanted; i++) {
		struct value value = generate_constant(scope->generator, fact);
		bool again = condition->value_count > 0 &&
		             condition->values[0].number == value.number &&
		             condition->values[0].text == value.text;

		if (!again)
			condition->values[condition->value_count++] = value;
	}
	return condition;
}

static struct condition *test_text(struct scope *scope, const struct path *path)
{
	static const char *const wanted[][3] = {
		{ "ab", "x.", "a" }, { "org", "c", "d" }, { "b", "example", "x" },
		{ "abc", "X.EXAMPLE.org", "B" },
		{ "*.example.org", "x.example.org", "*.x.example.org" }
	};
	struct random *random = scope->generator->random;
	struct condition *condition;
	int test = random_below(random, 7);

	if (test == 6) {
		condition = condition_on(CONDITION_MADE, path);
		condition->number = 1 + random_below(random, 255);
		return condition;
	}
	if (test == 5) {
		condition = condition_on(CONDITION_COMPARE, path);
		compare_part(scope->generator, condition, MEASURE_LENGTH, 2);
		return condition;
	}
	condition = condition_on((enum condition_kind)(CONDITION_STARTS + test), path);
	if (!scope->own_only && random_chance(random, 45) &&
	    generate_path(scope, 1u << KIND_TEXT, &condition->right.path))
		return condition;
	condition->right.path.length = 0;
	condition->value_count = 1;
	condition->values[0].text = wanted[test][random_below(random, 3)];
	return condition;
}

static struct condition *test_list(struct scope *scope, const struct path *path)
{
	struct random *random = scope->generator->random;
	struct condition *condition;
	const struct fact *fact = path_end(path);
	int cap = fact->cap;

	if (fact->kind != KIND_WORDS && fact->kind != KIND_TEXTS &&
	    (fact->kind == KIND_LIST || random_chance(random, 30))) {
		condition = condition_on(CONDITION_COMPARE, path);
		compare_part(scope->generator, condition, MEASURE_COUNT, 0);
		if (condition->right.value.number > cap)
			condition->right.value.number = cap;
		if (scope->in_aggregate)        /* never true or false of all lists */
			condition->comparison = EQUAL;
		return condition;
	}
	condition = condition_on(random_chance(random, 50) ? CONDITION_INCLUDES :
	                         CONDITION_EXCLUDES, path);
	condition->value_count = 1;
	condition->values[0] = generate_constant(scope->generator, fact);
	return condition;
}

/* A text of the set or list, as a fact; NULL if its elements are records. */
static const struct fact *element_of(struct generator *generator, const struct fact *fact)
{
	struct fact *element;

	if (fact->kind == KIND_LIST)
		return NULL;
	element = store_take(sizeof *element);
	element->kind = KIND_TEXT;
	element->by_patterns = random_chance(generator->random, 75);
	generate_pool(generator, element);
	return element;
}

static struct condition *quantify(struct scope *scope, const struct path *path)
{
	struct generator *generator = scope->generator;
	struct scope inner = *scope;
	struct condition *condition = condition_on(
		random_chance(generator->random, 50) ? CONDITION_EVERY : CONDITION_SOME,
		path);

	condition->entity = path_end(path)->target;
	condition->element = element_of(generator, path_end(path));
	condition->variable = generate_name(generator, "x");
	inner.variable = condition;
	inner.quantifiers--;
	inner.aggregates = NULL;
	inner.no_definitions = true;
	condition->first = generate_condition(&inner, 1 + random_below(generator->random, 2));
	return condition;
}

/* A comparison of two facts of one kind; NULL if there is no second one. */
static struct condition *compare_two(struct scope *scope, const struct path *path)
{
	const struct fact *fact = path_end(path);
	struct condition *condition = condition_on(CONDITION_COMPARE, path);
	struct path other;

	if (!generate_path(scope, 1u << fact->kind, &other) || path_equal(path, &other))
		return NULL;
	condition->comparison = pick_comparison(scope->generator->random, fact);
	condition->right.kind = OPERAND_FACT;
	condition->right.path = other;
	if (fact->kind == KIND_DATE && random_chance(scope->generator->random, 30))
		condition->left.shift = DAY;
	return condition;
}

static struct condition *in_list(struct scope *scope, const struct path *path)
{
	struct condition *condition = condition_on(CONDITION_IN_LIST, path);

	if (!generate_path(scope, 1u << KIND_TEXT_LIST | 1u << KIND_TEXTS,
	                   &condition->right.path))
		return NULL;
	condition->right.kind = OPERAND_FACT;
	return condition;
}

static struct condition *test_number(struct scope *scope, const struct path *path)
{
	struct random *random = scope->generator->random;
	const struct fact *fact = path_end(path);
	struct condition *two = NULL;
	bool whole = !(fact->kind == KIND_VERSION && fact->by_parts) &&
	             !(fact->kind == KIND_DATE && fact->by_now);

	if (!scope->own_only && whole && random_chance(random, 20))
		two = compare_two(scope, path);
	if (two)
		return two;
	if (whole && random_chance(random, 15))
		return one_of_values(scope, path);
	return compare_fact(scope, path);
}

static struct condition *test_any_text(struct scope *scope, const struct path *path)
{
	struct random *random = scope->generator->random;
	struct condition *two = NULL;
	int die = random_below(random, 100);

	if (!scope->own_only && die < 15)
		two = compare_two(scope, path);
	else if (!scope->own_only && die < 30)
		two = in_list(scope, path);
	if (two)
		return two;
	if (path_end(path)->by_patterns && die < 75)
		return test_text(scope, path);
	return die % 2 ? one_of_values(scope, path) : compare_fact(scope, path);
}

struct condition *generate_test_of(struct scope *scope, const struct path *path)
{
	struct random *random = scope->generator->random;

	switch (path_end(path)->kind) {
	case KIND_BOOL:
		return random_chance(random, 80) ? condition_on(CONDITION_TRUTH, path) :
		       compare_fact(scope, path);
	case KIND_CHOICE:
		return random_chance(random, 50) ? one_of_values(scope, path) :
		       compare_fact(scope, path);
	case KIND_INTEGER:
	case KIND_DATE:
	case KIND_DURATION:
	case KIND_VERSION:
		return test_number(scope, path);
	case KIND_TEXT:
		return test_any_text(scope, path);
	case KIND_WORDS:
		return test_list(scope, path);
	case KIND_TEXTS:
	case KIND_TEXT_LIST:
		return scope->quantifiers > 0 && !scope->own_only && random_chance(random, 40) ?
		       quantify(scope, path) : test_list(scope, path);
	case KIND_LIST:
		return scope->quantifiers > 0 && random_chance(random, 75) ?
		       quantify(scope, path) : test_list(scope, path);
	case KIND_REFERENCE:
		break;
	}
	return condition_on(random_chance(random, 50) ? CONDITION_PRESENT : CONDITION_ABSENT,
	                    path);
}
