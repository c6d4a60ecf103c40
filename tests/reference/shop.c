/* SPDX-License-Identifier: Apache-2.0 */
#include "shop.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct entity site, till, visit;
struct policy policy;
struct scene scene;

struct fact *shop_add_fact(struct entity *entity, const char *name, enum kind kind)
{
	struct fact *fact = &entity->facts[entity->fact_count++];

	fact->name = name;
	fact->kind = kind;
	fact->cap = 3;
	return fact;
}

struct fact *shop_fact(struct entity *entity, const char *name)
{
	for (int i = 0; i < entity->fact_count; i++)
		if (strcmp(entity->facts[i].name, name) == 0)
			return &entity->facts[i];
	fail_msg("no fact %s", name);
	return NULL;
}

void shop_add_words(struct fact *fact, const char *a, const char *b, const char *c)
{
	const char *const words[] = { a, b, c };

	for (int i = 0; i < 3 && words[i]; i++)
		fact->words[fact->word_count++] = words[i];
}

static void add_record(struct entity *entity, const char *key)
{
	struct record *record = &scene.records[entity->index][scene.counts[entity->index]++];

	record->entity = entity;
	record->given = true;
	record->key = key;
}

int shop_open(void **state)
{
	(void)state;
	site = (struct entity){ .name = "site", .kind = ENTITY_SINGLE };
	till = (struct entity){ .name = "till", .kind = ENTITY_KEYED, .index = 1 };
	visit = (struct entity){ .name = "visit", .kind = ENTITY_STREAM, .index = 2 };
	policy = (struct policy){ .entity_count = 3, .entities = { &site, &till, &visit },
	                          .rule_count = 1 };
	shop_add_fact(&site, "open", KIND_BOOL);
	shop_add_words(shop_add_fact(&till, "kind", KIND_CHOICE), "staffed", "self-service", NULL);
	shop_add_fact(&visit, "a", KIND_BOOL);
	shop_add_fact(&visit, "b", KIND_BOOL);
	shop_add_fact(&visit, "age", KIND_INTEGER)->optional = true;
	shop_add_fact(&visit, "till", KIND_REFERENCE)->target = &till;
	shop_add_fact(&visit, "name", KIND_TEXT);
	shop_add_words(shop_add_fact(&visit, "place", KIND_CHOICE), "in", "out", "far");
	shop_add_fact(&visit, "n", KIND_INTEGER);
	shop_add_fact(&visit, "m", KIND_INTEGER);
	shop_add_fact(&visit, "tags", KIND_TEXTS);
	scene = (struct scene){ .policy = &policy };
	add_record(&site, NULL);
	add_record(&till, "T1");
	add_record(&visit, "V1");
	policy.rules[0] = (struct rule){ .id = "r", .entity = &visit };
	return 0;
}

int shop_close(void **state)
{
	(void)state;
	store_done();
	return 0;
}

struct cell *shop_cell_of(struct entity *entity, const char *name)
{
	return &scene.records[entity->index][0].cells[fact_index(entity,
	                                                         shop_fact(entity, name))];
}

void shop_give(struct entity *entity, const char *name, int64_t number)
{
	*shop_cell_of(entity, name) = (struct cell){ .state = STATE_PRESENT,
	                                        .value.number = number };
}

void shop_give_text(struct entity *entity, const char *name, const char *text)
{
	*shop_cell_of(entity, name) = (struct cell){ .state = STATE_PRESENT, .value.text = text };
}

struct path shop_own(const char *name)
{
	struct path path = { .start = FROM_RECORD, .length = 1 };

	path.steps[0] = shop_fact(&visit, name);
	return path;
}

struct condition *shop_test(enum condition_kind kind, const char *name)
{
	struct condition *condition = store_take(sizeof *condition);

	condition->kind = kind;
	condition->left.path = shop_own(name);
	condition->value_count = 1;
	return condition;
}

struct condition *shop_truth(const char *name)
{
	return shop_test(CONDITION_TRUTH, name);
}

struct condition *shop_compare(const char *name, enum comparison comparison, int64_t number)
{
	struct condition *condition = shop_test(CONDITION_COMPARE, name);

	condition->comparison = comparison;
	condition->right.kind = OPERAND_VALUE;
	condition->right.value.number = number;
	return condition;
}

struct condition *shop_join(enum condition_kind kind, struct condition *first,
                              struct condition *second)
{
	struct condition *condition = store_take(sizeof *condition);

	condition->kind = kind;
	condition->first = first;
	condition->second = second;
	return condition;
}

struct condition *shop_not(struct condition *condition)
{
	return shop_join(CONDITION_NOT, condition, NULL);
}

struct condition *shop_and(struct condition *first, struct condition *second)
{
	return shop_join(CONDITION_AND, first, second);
}

struct condition *shop_or(struct condition *first, struct condition *second)
{
	return shop_join(CONDITION_OR, first, second);
}

void shop_require(const struct condition *condition)
{
	struct rule *rule = &policy.rules[0];

	rule->requires[rule->require_count++] = condition;
}

struct finding shop_decide(void)
{
	const struct plans *plans = plans_for(&policy);
	const struct scene *settled = settle(plans, &scene);
	const struct rule *rule = &policy.rules[0];

	assert_non_null(settled);
	return evaluate(plans, settled, 0, &settled->records[rule->entity->index][0]);
}

void shop_expect(enum result result, const char *names)
{
	struct finding finding = shop_decide();
	struct writing got = { 0 };
	int count = 0;

	for (const char *at = names; *at; count++) {
		size_t length = strcspn(at, " ");

		assert_true(names_have(&finding.names,
		                       store_print("%.*s", (int)length, at)));
		at += length + (at[length] == ' ');
	}
	for (int i = 0; i < finding.names.count; i++)
		write_text(&got, "%s ", finding.names.at[i]);
	assert_string_equal(result_text(finding.result), result_text(result));
	if (count != finding.names.count)
		fail_msg("expected '%s', got '%s'", names, got.at);
	writing_done(&got);
}
