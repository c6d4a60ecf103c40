/* SPDX-License-Identifier: Apache-2.0 */
/* Facts made by chance. */
#include "generator.h"

/* Of the certificates the last one can't be read: nothing is known of it. */
enum { BASE_DATE = 1767225600, DAY = 86400, CERTIFICATES = MAX_RECORDS };

static const char *some_key(struct random *random, const struct fact *fact)
{
	int number = random_below(random, 10) == 0 ? 9 : 1 + random_below(random, 2);

	if (fact->target->kind == ENTITY_CERTIFICATE)
		number = random_chance(random, 10) ? CERTIFICATES : 1 + random_below(random, CERTIFICATES - 1);
	return store_print("%s-%d", fact->target->name, number);
}

static bool has_item(const struct value *value, const char *item)
{
	for (int i = 0; i < value->count; i++)
		if (value->items[i] == item)
			return true;
	return false;
}

/* A list may hold a text twice; of a set it would count once. */
static struct value some_texts(struct random *random, const struct fact *fact)
{
	struct value value = { 0 };

	for (int i = random_below(random, 4); i > 0; i--) {
		const char *text = generate_text(random);

		if (fact->kind == KIND_TEXT_LIST || !has_item(&value, text))
			value.items[value.count++] = text;
	}
	return value;
}

static struct value some_records(struct random *random, const struct fact *fact)
{
	struct value value = { 0 };

	for (int i = 1; i <= 2; i++)
		if (random_chance(random, 60))
			value.items[value.count++] = store_print("%s-%d", fact->target->name, i);
	if (random_chance(random, 10))
		value.items[value.count++] = store_print("%s-%d", fact->target->name,
			fact->target->kind == ENTITY_CERTIFICATE ? CERTIFICATES : 9);
	return value;
}

static struct value near_pool(struct random *random, const struct fact *fact)
{
	struct value value = fact->pool[random_below(random, fact->pool_count)];

	if (fact->kind == KIND_TEXT && random_chance(random, 50))
		value.text = generate_text(random);
	if (fact->kind == KIND_VERSION && random_chance(random, 30))
		value.number = version_pack(random_below(random, 7), random_below(random, 4),
		                            random_below(random, 10), random_below(random, 3));
	if (fact->kind == KIND_DATE && random_chance(random, 50))
		value.number += (random_below(random, 9) - 4) * DAY;
	if (fact->kind != KIND_TEXT && fact->kind != KIND_DURATION && value.number > 0 &&
	    random_chance(random, 40))
		value.number += random_below(random, 3) - 1;
	if (fact->kind == KIND_INTEGER && random_chance(random, 5))
		value.number = random_chance(random, 50) ? INT64_MAX : INT64_MIN;
	return value;
}

struct value generate_value(struct random *random, const struct fact *fact)
{
	switch (fact->kind) {
	case KIND_BOOL:
		return (struct value){ .number = random_below(random, 2) };
	case KIND_CHOICE:
		return (struct value){ .number = random_below(random, fact->word_count) };
	case KIND_WORDS:
		return (struct value){ .number = random_below(random,
		                                              1 << fact->word_count) };
	case KIND_TEXTS:
	case KIND_TEXT_LIST:
		return some_texts(random, fact);
	case KIND_REFERENCE:
		return (struct value){ .text = some_key(random, fact) };
	case KIND_LIST:
		return some_records(random, fact);
	case KIND_INTEGER:
	case KIND_DATE:
	case KIND_DURATION:
	case KIND_VERSION:
	case KIND_TEXT:
		break;
	}
	return near_pool(random, fact);
}

/* A value of the wrong type or out of range; NULL: say it by its state. */
static const char *unreadable(struct random *random, const struct fact *fact)
{
	static const char *const spellings[] = {
		[KIND_BOOL] = "\"perhaps\"", [KIND_CHOICE] = "\"nothing-of-that\"",
		[KIND_INTEGER] = "\"x\"", [KIND_DATE] = "\"2026-13-01\"",
		[KIND_DURATION] = "true", [KIND_VERSION] = "\"1.99999\"", [KIND_TEXT] = "7",
		[KIND_WORDS] = "[\"nothing-of-that\"]", [KIND_TEXTS] = "[1]",
		[KIND_TEXT_LIST] = "[\"a\", \"b\", \"c\", \"d\"]", [KIND_REFERENCE] = "5",
		[KIND_LIST] = "[\"a\", \"b\", \"c\", \"d\"]"
	};

	if (random_chance(random, 50))
		return NULL;
	if (!fact->optional && random_chance(random, 40))
		return "null";
	return spellings[fact->kind];
}

static void fill_derived(struct random *random, const struct fact *fact, struct cell *cell)
{
	int die = random_below(random, 100);

	if (die < 20) {
		cell->state = STATE_PRESENT;
		cell->value = generate_value(random, fact);
	} else if (die < 23) {
		cell->state = STATE_UNDECODABLE;
	}
}

static void fill_base(struct random *random, const struct fact *fact, int unknown,
                      struct cell *cell)
{
	int die = random_below(random, 100);

	if (die < unknown) {
		die = random_below(random, 10);
		cell->state = die < 7 ? STATE_MISSING : die < 8 ? STATE_UNDECODABLE :
		              die < 9 ? STATE_DUPLICATE : STATE_CONFLICT;
		if (cell->state == STATE_MISSING && random_chance(random, 15))
			cell->spelling = "{\"state\": \"missing\"}";
		if (cell->state == STATE_UNDECODABLE)
			cell->spelling = unreadable(random, fact);
		if (cell->state == STATE_DUPLICATE && random_chance(random, 50))
			cell->spelling = store_print("null, \"%s\": null", fact->name);
	} else if (fact->optional && random_chance(random, 25)) {
		cell->state = STATE_ABSENT;
	} else {
		cell->state = STATE_PRESENT;
		cell->value = generate_value(random, fact);
	}
}

static void fill_record(struct random *random, struct record *record, int unknown)
{
	for (int i = 0; i < record->entity->fact_count; i++) {
		const struct fact *fact = &record->entity->facts[i];
		struct cell *cell = &record->cells[i];

		if (fact->key) {
			cell->state = STATE_PRESENT;
			cell->value.text = record->key;
		} else if (fact->derivation != DERIVED_NOT) {
			fill_derived(random, fact, cell);
		} else {
			fill_base(random, fact, unknown, cell);
		}
	}
}

struct scene *generate_facts(struct random *random, const struct policy *policy)
{
	struct scene *scene = store_take(sizeof *scene);
	int unknown = 10 + random_below(random, 60);

	scene->policy = policy;
	scene->now = BASE_DATE + random_below(random, 5) * DAY;
	scene->complete = random_chance(random, 60);
	for (int e = 0; e < policy->entity_count; e++) {
		const struct entity *entity = policy->entities[e];

		scene->counts[e] = entity->kind == ENTITY_SINGLE ? 1 :
		                   entity->kind == ENTITY_CERTIFICATE ? CERTIFICATES :
		                   1 + random_below(random, 2);
		for (int i = 0; i < scene->counts[e]; i++) {
			struct record *record = &scene->records[e][i];

			record->entity = entity;
			record->given = entity->kind != ENTITY_SINGLE ||
			                random_chance(random, 90);
			if (entity->kind != ENTITY_SINGLE)
				record->key = store_print("%s-%d", entity->name, i + 1);
			if (entity->kind == ENTITY_CERTIFICATE && i == CERTIFICATES - 1)
				continue;
			if (record->given)
				fill_record(random, record, unknown);
		}
	}
	return scene;
}
