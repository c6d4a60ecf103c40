/* SPDX-License-Identifier: Apache-2.0 */
/* Fact models made by chance. */
#include <string.h>

#include "generator.h"

enum { DAY = 86400, BASE_DATE = 1767225600 };

const char *generate_name(struct generator *generator, const char *stem)
{
	return store_print("%s%d", stem, ++generator->serial);
}

void generate_pool(struct generator *generator, struct fact *fact)
{
	struct random *random = generator->random;
	int first = random_below(random, 9);

	fact->pool_count = 3;
	for (int i = 0; i < 3; i++) {
		struct value *value = &fact->pool[i];

		value->number = first + (i == 2 ? 5 : i);
		if (fact->kind == KIND_DATE)
			value->number = BASE_DATE + (first + 4 * i - 8) * DAY;
		if (fact->kind == KIND_DURATION)
			value->number = (first + 1 + i) * DAY;
		if (fact->kind == KIND_VERSION)
			value->number = version_pack(5, i, first, 0);
		if (fact->kind == KIND_TEXT)
			value->text = generate_text(random);
	}
}

static struct fact *add_fact(struct generator *generator, struct entity *entity,
                             enum kind kind, const char *stem)
{
	struct fact *fact = &entity->facts[entity->fact_count++];

	fact->kind = kind;
	fact->name = generate_name(generator, stem);
	fact->cap = 3;
	if (kind == KIND_CHOICE || kind == KIND_WORDS)
		fact->word_count = 2 + random_below(generator->random, 3);
	for (int i = 0; i < fact->word_count; i++) {
		fact->words[i] = store_print("%s-%c", fact->name, 'a' + i);
		if (random_chance(generator->random, 20))
			fact->labels[i] = store_print("The %c of %s", 'A' + i, fact->name);
	}
	fact->ordered = kind == KIND_CHOICE && random_chance(generator->random, 40);
	fact->by_parts = random_chance(generator->random, 40);
	fact->by_patterns = random_chance(generator->random, 60);
	fact->by_now = random_chance(generator->random, 50);
	generate_pool(generator, fact);
	return fact;
}

static void add_key(struct generator *generator, struct entity *entity)
{
	struct fact *fact = add_fact(generator, entity, KIND_TEXT, "id");

	fact->key = true;
	fact->by_patterns = false;
}

static void add_base(struct generator *generator, struct entity *entity, int count)
{
	static const struct {
		enum kind kind;
		const char *stem;
	} kinds[] = {
		{ KIND_BOOL, "b" }, { KIND_CHOICE, "k" }, { KIND_BOOL, "b" },
		{ KIND_CHOICE, "k" }, { KIND_INTEGER, "n" }, { KIND_INTEGER, "n" },
		{ KIND_DATE, "d" }, { KIND_DURATION, "u" }, { KIND_VERSION, "v" },
		{ KIND_TEXT, "t" }, { KIND_WORDS, "w" }, { KIND_TEXTS, "s" },
		{ KIND_TEXT_LIST, "l" }
	};

	for (int i = 0; i < count; i++) {
		int pick = random_below(generator->random,
		                        (int)(sizeof kinds / sizeof *kinds));
		struct fact *fact = add_fact(generator, entity, kinds[pick].kind,
		                             kinds[pick].stem);

		fact->optional = random_chance(generator->random, 30);
	}
}

static void add_link(struct generator *generator, struct entity *entity,
                     const struct entity *target, enum kind kind)
{
	struct fact *fact = add_fact(generator, entity, kind,
	                             kind == KIND_LIST ? "many" : "to");

	fact->target = target;
	fact->optional = random_chance(generator->random, kind == KIND_LIST ? 20 : 50);
}

static struct scope scope_of_model(struct generator *generator, const struct entity *entity)
{
	return (struct scope){ .generator = generator, .self = entity,
	                       .limit = entity->fact_count, .quantifiers = 1,
	                       .no_definitions = true };
}

static int values_of(const struct fact *fact)
{
	return fact->kind == KIND_BOOL ? 2 : fact->word_count;
}

/* Some of the set bits, but not all and not none. */
static uint32_t part_of(struct random *random, uint32_t set)
{
	for (;;) {
		uint32_t part = set & (uint32_t)random_next(random);

		if (part && part != set)
			return part;
	}
}

void generate_rows(struct generator *generator, struct grid *grid, int cuts)
{
	grid->row_count = 1;
	for (int i = 0; i < grid->column_count; i++)
		grid->rows[0].cells[i] = (1u << values_of(path_end(&grid->columns[i]))) - 1;
	for (int i = 0; i < cuts && grid->row_count < MAX_ROWS; i++) {
		struct row *row = &grid->rows[random_below(generator->random,
		                                           grid->row_count)];
		int column = random_below(generator->random, grid->column_count);
		uint32_t part, whole = row->cells[column];

		if (!(whole & (whole - 1)))
			continue;
		part = part_of(generator->random, whole);
		grid->rows[grid->row_count] = *row;
		grid->rows[grid->row_count++].cells[column] = part;
		row->cells[column] = whole & ~part;
	}
}

static bool has_column(const struct grid *grid, const struct path *path)
{
	for (int i = 0; i < grid->column_count; i++)
		if (path_equal(&grid->columns[i], path))
			return true;
	return false;
}

static bool derive_by_table(struct generator *generator, struct entity *entity)
{
	struct scope scope = scope_of_model(generator, entity);
	struct grid *grid = store_take(sizeof *grid);
	struct fact *fact;
	int wanted = 1 + random_below(generator->random, 3);

	for (int i = 0; i < 20 && grid->column_count < wanted; i++) {
		struct path path, guards[MAX_STEPS];

		if (generate_path(&scope, 1u << KIND_BOOL | 1u << KIND_CHOICE, &path) &&
		    path_guards(&scope, &path, guards) == 0 && !has_column(grid, &path))
			grid->columns[grid->column_count++] = path;
	}
	if (grid->column_count == 0)
		return false;
	fact = add_fact(generator, entity,
	                random_chance(generator->random, 70) ? KIND_CHOICE : KIND_BOOL, "m");
	generate_rows(generator, grid, 1 + random_below(generator->random, 5));
	for (int i = 0; i < grid->row_count; i++)
		grid->rows[i].value = random_chance(generator->random, 12) ? -1 :
		                      random_below(generator->random, values_of(fact));
	grid->rows[0].value = 0;
	fact->derivation = DERIVED_BY_TABLE;
	fact->grid = grid;
	return true;
}

static bool derive_by_condition(struct generator *generator, struct entity *entity)
{
	struct scope scope = scope_of_model(generator, entity);
	struct condition *condition = generate_condition(
		&scope, 1 + random_below(generator->random, 2));
	struct fact *fact = add_fact(generator, entity, KIND_BOOL, "c");

	fact->derivation = DERIVED_BY_CONDITION;
	fact->condition = condition;
	return true;
}

static void add_lookup_key(struct lookup *lookup, const struct fact *fact, int64_t number)
{
	struct value key = { .number = number };

	if (lookup->from == KIND_TEXT)
		key = fact->pool[number];
	for (int i = 0; i < lookup->count; i++)
		if (lookup->from == KIND_TEXT ? strcmp(lookup->keys[i].text, key.text) == 0 :
		    lookup->keys[i].number == number)
			return;
	lookup->keys[lookup->count++] = key;
}

static struct value lookup_result(struct generator *generator, const struct fact *fact, int index)
{
	struct value value = { .number = 100 + random_below(generator->random, 3) };

	if (fact->kind == KIND_VERSION)
		value.number = version_pack(5, index, 0, 0);
	if (fact->kind == KIND_CHOICE)
		value.number = random_below(generator->random, fact->word_count);
	if (fact->kind == KIND_TEXT)
		value.text = generate_text(generator->random);
	return value;
}

/* From the values of the key, or of its first part, to those of the fact. */
static struct lookup *add_lookup(struct generator *generator, const struct fact *key,
                                 const struct fact *fact)
{
	struct policy *policy = generator->policy;
	struct lookup *lookup = &policy->lookups[policy->lookup_count++];
	int wanted = 2 + random_below(generator->random, 2);
	int64_t start = key->kind == KIND_VERSION ? 5 : key->kind == KIND_INTEGER ?
	                key->pool[0].number : 0;

	lookup->name = generate_name(generator, "map");
	lookup->from = key->kind == KIND_VERSION ? KIND_INTEGER : key->kind;
	lookup->from_words = key;
	lookup->to = fact->kind;
	lookup->to_words = fact;
	if (key->kind == KIND_CHOICE && wanted > key->word_count)
		wanted = key->word_count;
	for (int i = 0; i < wanted; i++)
		add_lookup_key(lookup, key, start + i);
	for (int i = 0; i < lookup->count; i++)
		lookup->results[i] = lookup_result(generator, fact, i);
	return lookup;
}

static bool derive_by_lookup(struct generator *generator, struct entity *entity)
{
	static const enum kind kinds[] = { KIND_INTEGER, KIND_INTEGER, KIND_VERSION, KIND_CHOICE,
	                                   KIND_TEXT, KIND_TEXT };
	struct scope scope = scope_of_model(generator, entity);
	struct path path, guards[MAX_STEPS];
	struct fact *fact;
	const struct fact *key;

	if (generator->policy->lookup_count == MAX_LOOKUPS ||
	    !generate_path(&scope, 1u << KIND_INTEGER | 1u << KIND_VERSION |
	                   1u << KIND_TEXT | 1u << KIND_CHOICE, &path) ||
	    path_guards(&scope, &path, guards) > 0)
		return false;
	key = path_end(&path);
	if (key->kind == KIND_VERSION && !key->by_parts)
		return false;
	fact = add_fact(generator, entity, kinds[random_below(generator->random, 6)], "y");
	fact->derivation = DERIVED_BY_LOOKUP;
	fact->operand.path = path;
	if (key->kind == KIND_VERSION)
		fact->operand.measure = MEASURE_FIRST;
	fact->lookup = add_lookup(generator, key, fact);
	for (int i = 0; i < fact->pool_count; i++)
		fact->pool[i] = fact->lookup->results[i % fact->lookup->count];
	return true;
}

static void add_derived(struct generator *generator, struct entity *entity)
{
	int die = random_below(generator->random, 100);

	if (die < 40 && derive_by_table(generator, entity))
		return;
	if (die < 60 && derive_by_lookup(generator, entity))
		return;
	derive_by_condition(generator, entity);
}

static void add_invariant(struct generator *generator, struct entity *entity)
{
	struct scope scope = scope_of_model(generator, entity);

	scope.own_only = true;
	entity->invariants[entity->invariant_count++] =
		condition_join(CONDITION_OR, generate_condition(&scope, 1),
		               generate_condition(&scope, 1));
}

/* Some of the facts that each certificate has, of the kinds that others have, too. */
static void add_certificate_facts(struct generator *generator, struct entity *entity)
{
	static const struct {
		const char *name;
		enum kind kind;
		bool optional;
		const char *words[MAX_WORDS];
	} facts[] = {
		{ "version", KIND_INTEGER, false, { NULL } },
		{ "common-name", KIND_TEXT, true, { NULL } },
		{ "valid-until", KIND_DATE, false, { NULL } },
		{ "dns-names", KIND_TEXTS, true, { NULL } },
		{ "ca", KIND_BOOL, false, { NULL } },
		{ "path-length", KIND_INTEGER, true, { NULL } },
		{ "self-issued", KIND_BOOL, false, { NULL } },
		{ "friendly-name", KIND_TEXT, true, { NULL } },
		{ "protection", KIND_CHOICE, false,
		  { "des-ede3-sha1", "aes256-sha256", "rc2", "none", "other" } },
	};

	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		struct fact *fact = &entity->facts[entity->fact_count++];

		*fact = (struct fact){ .name = facts[i].name, .kind = facts[i].kind,
		                       .optional = facts[i].optional, .cap = 3 };
		while (fact->word_count < MAX_WORDS && facts[i].words[fact->word_count]) {
			fact->words[fact->word_count] = facts[i].words[fact->word_count];
			fact->word_count++;
		}
		fact->by_patterns = fact->by_now = random_chance(generator->random, 50);
		generate_pool(generator, fact);
	}
}

static void add_certificates(struct generator *generator, struct entity *holder)
{
	const struct entity *entity = policy_certificate(generator->policy);
	struct random *random = generator->random;

	if (!entity || !random_chance(random, 55))
		return;
	add_link(generator, holder, entity, random_chance(random, 20) ? KIND_LIST : KIND_REFERENCE);
}

static struct entity *add_entity(struct generator *generator, const char *name,
                                 enum entity_kind kind)
{
	struct policy *policy = generator->policy;
	struct entity *entity = store_take(sizeof *entity);

	entity->name = name;
	entity->kind = kind;
	entity->index = policy->entity_count;
	policy->entities[policy->entity_count++] = entity;
	return entity;
}

/* Facts that others follow from, and laws, once the base facts are there. */
static void finish_entity(struct generator *generator, struct entity *entity, int derived)
{
	for (int i = 0; i < derived; i++)
		if (random_chance(generator->random, 60))
			add_derived(generator, entity);
	while (entity->invariant_count < 2 && random_chance(generator->random, 25))
		add_invariant(generator, entity);
}

void generate_entities(struct generator *generator)
{
	struct random *random = generator->random;
	struct entity *site = add_entity(generator, "site", ENTITY_SINGLE);
	struct entity *depot = NULL, *till = NULL, *visit;

	if (random_chance(random, 60))
		add_certificate_facts(generator, add_entity(generator, "certificate",
		                                            ENTITY_CERTIFICATE));
	add_fact(generator, site, KIND_BOOL, "b");
	add_base(generator, site, 1 + random_below(random, 3));
	add_certificates(generator, site);
	finish_entity(generator, site, 1);
	if (random_chance(random, 60)) {
		depot = add_entity(generator, "depot", ENTITY_KEYED);
		add_key(generator, depot);
		add_base(generator, depot, 2 + random_below(random, 2));
		add_certificates(generator, depot);
		finish_entity(generator, depot, 1);
	}
	if (random_chance(random, 60)) {
		till = add_entity(generator, "till", ENTITY_KEYED);
		add_key(generator, till);
		add_base(generator, till, 2 + random_below(random, 2));
		if (depot && random_chance(random, 60))
			add_link(generator, till, depot, random_chance(random, 50) ?
			         KIND_LIST : KIND_REFERENCE);
		add_certificates(generator, till);
		finish_entity(generator, till, 1);
	}
	visit = add_entity(generator, "visit", ENTITY_STREAM);
	add_key(generator, visit);
	add_base(generator, visit, 3 + random_below(random, 3));
	add_certificates(generator, visit);
	if (till && random_chance(random, 80))
		add_link(generator, visit, till, random_chance(random, 40) ? KIND_LIST :
		         KIND_REFERENCE);
	else if (depot && random_chance(random, 80))
		add_link(generator, visit, depot, random_chance(random, 40) ? KIND_LIST :
		         KIND_REFERENCE);
	finish_entity(generator, visit, 2);
}
