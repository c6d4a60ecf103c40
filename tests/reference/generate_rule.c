/* SPDX-License-Identifier: Apache-2.0 */
/* Policies made by chance: parameters, definitions, rules. */
#include "generator.h"

static void add_parameter(struct generator *generator, enum kind kind)
{
	struct random *random = generator->random;
	struct policy *policy = generator->policy;
	struct parameter *parameter = &policy->parameters[policy->parameter_count++];
	int count = 10;

	parameter->name = generate_name(generator, "p");
	parameter->kind = kind;
	if (kind == KIND_CHOICE) {
		parameter->word_count = count = 3;
		for (int i = 0; i < 3; i++)
			parameter->words[i] = store_print("%s-%c", parameter->name, 'a' + i);
	}
	if (kind == KIND_BOOL)
		count = 2;
	parameter->standard.number = random_below(random, count);
	parameter->profile.number = random_below(random, count);
	parameter->setting.number = random_below(random, count);
	parameter->in_profile = random_chance(random, 50);
	parameter->set = random_chance(random, 25);
	parameter->value = parameter->standard;
	if (policy->use_profile && parameter->in_profile)
		parameter->value = parameter->profile;
	if (parameter->set)
		parameter->value = parameter->setting;
}

struct condition *generate_parameter_test(struct generator *generator)
{
	struct policy *policy = generator->policy;
	struct condition *condition;
	const struct parameter *parameter;

	if (policy->parameter_count == 0)
		return NULL;
	parameter = &policy->parameters[random_below(generator->random,
	                                             policy->parameter_count)];
	condition = condition_new(parameter->kind == KIND_BOOL ? CONDITION_PARAMETER :
	                          CONDITION_COMPARE);
	condition->parameter = parameter;
	condition->left.kind = OPERAND_PARAMETER;
	condition->left.parameter = parameter;
	condition->comparison = (enum comparison)random_below(
		generator->random, parameter->kind == KIND_INTEGER ? 6 : 2);
	condition->right.kind = OPERAND_VALUE;
	condition->right.value.number = random_below(
		generator->random, parameter->kind == KIND_INTEGER ? 10 : 3);
	return condition;
}

static struct scope scope_of(struct generator *generator, const struct entity *entity)
{
	return (struct scope){ .generator = generator, .self = entity,
	                       .limit = entity->fact_count, .quantifiers = 2 };
}

/* One that is declared: certificates are not. */
static const struct entity *some_entity(struct generator *generator)
{
	struct policy *policy = generator->policy;
	const struct entity *entity;

	do {
		entity = policy->entities[random_below(generator->random, policy->entity_count)];
	} while (entity->kind == ENTITY_CERTIFICATE);
	return entity;
}

static void add_definition(struct generator *generator)
{
	struct policy *policy = generator->policy;
	struct definition *definition = &policy->definitions[policy->definition_count];
	const struct entity *entity = policy->entities[policy->entity_count - 1];
	struct scope scope;

	if (random_chance(generator->random, 30))
		entity = some_entity(generator);
	scope = scope_of(generator, entity);
	definition->name = generate_name(generator, "is-so");
	definition->entity = entity;
	definition->condition = generate_condition(&scope,
	                                           1 + random_below(generator->random, 2));
	policy->definition_count++;
}

struct condition *generate_aggregate(struct scope *scope)
{
	struct generator *generator = scope->generator;
	struct random *random = generator->random;
	const struct entity *stream = policy_stream(generator->policy);
	struct scope body = scope_of(generator, stream);
	struct condition *condition;
	int kind = random_below(random, 5);

	if (kind < 3 && --*scope->aggregates < 0)
		kind = 3 + random_below(random, 2);
	body.quantifiers = 1;
	body.in_aggregate = body.no_definitions = true;
	condition = condition_new((enum condition_kind)(CONDITION_ANY + kind));
	condition->entity = stream;
	condition->first = generate_condition(&body, 1);
	if (condition->kind == CONDITION_COUNT) {
		condition->comparison = (enum comparison)random_below(random, 6);
		condition->number = random_below(random, 4);
	}
	if (condition->kind == CONDITION_SHARE)
		condition->number = 10 * (1 + random_below(random, 10));
	if (condition->kind == CONDITION_ALL || condition->kind == CONDITION_SHARE)
		condition->second = generate_condition(&body, 1);
	return condition;
}

/* Make sure that what is on the way of a path is present, by `when`s. */
static bool make_sure(struct rule *rule, struct scope *scope, const struct path *path)
{
	struct path guards[MAX_STEPS];
	int count = path_guards(scope, path, guards);

	if (rule->when_count + count > MAX_CLAUSES || scope->sure_count + count > MAX_SURE)
		return false;
	for (int i = 0; i < count; i++) {
		rule->whens[rule->when_count++] = condition_on(CONDITION_PRESENT, &guards[i]);
		scope->sure[scope->sure_count++] = guards[i];
	}
	return true;
}

static void choose_favourites(struct scope *scope)
{
	unsigned all = (1u << (KIND_LIST + 1)) - 1;
	int count = 2 + random_below(scope->generator->random, MAX_FAVOURITES - 1);

	for (int i = 0; i < count; i++) {
		struct path path;

		if (generate_path(scope, all, &path))
			scope->favourites[scope->favourite_count++] = path;
	}
}

static uint32_t any_part(struct random *random, int count)
{
	uint32_t part;

	do {
		part = (uint32_t)random_next(random) & ((1u << count) - 1);
	} while (part == 0);
	return part;
}

static int values_of(const struct fact *fact)
{
	return fact->kind == KIND_BOOL ? 2 : fact->word_count;
}

static void fill_rows(struct generator *generator, struct decision_table *table)
{
	struct random *random = generator->random;
	int count = values_of(path_end(&table->allow));

	for (int i = 0; i < table->grid.row_count; i++) {
		struct row *row = &table->grid.rows[i];

		row->allowed = any_part(random, count);
		for (int note = 0; note < table->note_count; note++) {
			uint8_t mark = (uint8_t)(1u << note);
			bool first = i == note % table->grid.row_count;

			if (first ? random_chance(random, 50) : random_chance(random, 15))
				row->row_marks |= mark;
			else
				for (int v = 0; v < count; v++)
					if ((row->allowed >> v & 1) &&
					    (first || random_chance(random, 30)))
						row->marks[v] |= mark;
		}
	}
}

static void add_note(struct scope *scope, struct decision_table *table)
{
	struct generator *generator = scope->generator;
	struct note *note = &table->notes[table->note_count++];

	if (random_chance(generator->random, 75))
		note->require = generate_condition(scope, 1);
	if (random_chance(generator->random, 30))
		note->covers = generate_parameter_test(generator);
	if (!note->require || random_chance(generator->random, 25))
		note->widens = generate_parameter_test(generator);
	if (!note->require && !note->widens)
		note->require = generate_condition(scope, 1);
	if (random_chance(generator->random, 15)) {
		struct scope alone = scope_of(generator, scope->self);

		alone.quantifiers = 1;
		note->caution.condition = generate_condition(&alone, 1);
		note->caution.text = store_print("note %d says: take care",
		                                 ++generator->serial);
	}
}

static bool is_taken(const struct decision_table *table, const struct path *path)
{
	if (table->allow.length > 0 && path_equal(&table->allow, path))
		return true;
	for (int i = 0; i < table->grid.column_count; i++)
		if (path_equal(&table->grid.columns[i], path))
			return true;
	return false;
}

static bool choose_columns(struct rule *rule, struct scope *scope,
                           struct decision_table *table)
{
	unsigned finite = 1u << KIND_BOOL | 1u << KIND_CHOICE;
	int wanted = 1 + random_below(scope->generator->random, 3);

	if (!generate_path(scope, 1u << KIND_CHOICE, &table->allow) ||
	    !make_sure(rule, scope, &table->allow))
		return false;
	for (int i = 0; i < 20 && table->grid.column_count < wanted; i++) {
		struct path path;

		if (generate_path(scope, finite, &path) && !is_taken(table, &path) &&
		    make_sure(rule, scope, &path))
			table->grid.columns[table->grid.column_count++] = path;
	}
	return table->grid.column_count > 0;
}

static void add_table(struct rule *rule, struct scope *scope)
{
	struct generator *generator = scope->generator;
	struct random *random = generator->random;
	struct decision_table *table = store_take(sizeof *table);

	scope->quantifiers = 1;
	if (!choose_columns(rule, scope, table))
		return;
	scope->aggregates = NULL;
	while (table->note_count < MAX_NOTES && random_chance(random, 40))
		add_note(scope, table);
	generate_rows(generator, &table->grid, random_below(random, 7));
	fill_rows(generator, table);
	table->covering = -1;
	if (random_chance(random, 25)) {
		int count = values_of(path_end(&table->allow));

		table->covering = random_below(random, count);
		table->covered = (table->covering + 1) % count;
	}
	rule->table = table;
}

static void add_requirement(struct rule *rule, struct scope *scope)
{
	struct random *random = scope->generator->random;
	int die = random_below(random, 100);

	if (die < 5) {
		rule->manual = true;
		return;
	}
	if (die < 30 && scope->self->fact_count > 2)
		add_table(rule, scope);
	if (rule->table)
		return;
	for (int i = random_chance(random, 30); i >= 0; i--)
		rule->requires[rule->require_count++] =
			generate_condition(scope, 1 + random_below(random, 3));
}

static void add_caution(struct rule *rule, struct generator *generator)
{
	struct scope scope = scope_of(generator, rule_about(rule));
	struct caution *caution = &rule->cautions[rule->caution_count++];

	caution->text = store_print("take care %d", ++generator->serial);
	caution->condition = generate_condition(&scope,
	                                        1 + random_below(generator->random, 2));
}

static void add_clauses(struct rule *rule, struct scope *scope)
{
	struct generator *generator = scope->generator;
	struct random *random = generator->random;
	struct path path;

	if (random_chance(random, 30) &&
	    generate_path(scope, 1u << KIND_REFERENCE | 1u << KIND_INTEGER |
	                  1u << KIND_CHOICE | 1u << KIND_LIST, &path))
		make_sure(rule, scope, &path);
	if (random_chance(random, 45))
		rule->whens[rule->when_count++] =
			generate_condition(scope, 1 + random_below(random, 2));
	while (rule->unless_count < 2 && random_chance(random, 30)) {
		struct unless *unless = &rule->unlesses[rule->unless_count++];

		unless->name = generate_name(generator, "let");
		unless->condition = generate_condition(scope, 1);
	}
	add_requirement(rule, scope);
	while (rule->caution_count < 2 && random_chance(random, 15))
		add_caution(rule, generator);
}

/* A certificate of the entity that a rule is about; mostly, where it has one, none. */
static const struct fact *some_place(struct random *random, const struct entity *entity)
{
	for (int i = 0; i < entity->fact_count; i++)
		if (entity->facts[i].kind == KIND_REFERENCE &&
		    entity->facts[i].target->kind == ENTITY_CERTIFICATE && random_chance(random, 45))
			return &entity->facts[i];
	return NULL;
}

static void add_rule(struct generator *generator)
{
	static const char *const levels[] = { "required", "recommended", "supported" };
	struct policy *policy = generator->policy;
	struct random *random = generator->random;
	struct rule *rule = &policy->rules[policy->rule_count++];
	int aggregates = MAX_JOINT_AGGREGATES;
	struct scope scope;

	rule->entity = policy_stream(policy);
	if (random_chance(random, 35))
		rule->entity = some_entity(generator);
	rule->place = some_place(random, rule->entity);
	rule->id = generate_name(generator, "chk.r");
	rule->level = levels[random_chance(random, 70) ? 0 : random_below(random, 3)];
	rule->left_out = policy->use_profile && random_chance(random, 10);
	scope = scope_of(generator, rule_about(rule));
	if (!rule->place && rule->entity->kind != ENTITY_STREAM && random_chance(random, 60))
		scope.aggregates = &aggregates;
	choose_favourites(&scope);
	add_clauses(rule, &scope);
}

void generate_rules(struct generator *generator)
{
	struct policy *policy = generator->policy;
	struct random *random = generator->random;
	int rules = 2 + random_below(random, 4);

	policy->has_profile = random_chance(random, 40);
	policy->use_profile = policy->has_profile && random_chance(random, 60);
	if (random_chance(random, 40))
		add_parameter(generator, KIND_BOOL);
	if (random_chance(random, 40))
		add_parameter(generator, KIND_INTEGER);
	if (random_chance(random, 30))
		add_parameter(generator, KIND_CHOICE);
	while (policy->definition_count < MAX_DEFINITIONS && random_chance(random, 40))
		add_definition(generator);
	if (random_chance(random, 15)) {
		struct scope scope = { .generator = generator, .contexts_only = true };

		policy->applies = generate_condition(&scope, 1);
	}
	while (policy->rule_count < rules)
		add_rule(generator);
}

struct policy *generate_policy(struct random *random)
{
	struct policy *policy = store_take(sizeof *policy);
	struct generator generator = { .random = random, .policy = policy };

	policy->reversed = random_chance(random, 30);
	generate_entities(&generator);
	generate_rules(&generator);
	return policy;
}
