/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions made by chance. */
#include "generator.h"

struct condition *condition_new(enum condition_kind kind)
{
	struct condition *condition = store_take(sizeof *condition);

	condition->kind = kind;
	return condition;
}

struct condition *condition_join(enum condition_kind kind, struct condition *first,
                                 struct condition *second)
{
	struct condition *condition = condition_new(kind);

	condition->first = first;
	condition->second = second;
	return condition;
}

struct condition *condition_on(enum condition_kind kind, const struct path *path)
{
	struct condition *condition = condition_new(kind);

	condition->left.path = *path;
	return condition;
}

/* --- paths --- */

static const struct fact *pick_fact(struct scope *scope, const struct entity *entity)
{
	int count = entity == scope->self ? scope->limit : entity->fact_count;
	const struct fact *fact;

	if (count == 0)
		return NULL;
	fact = &entity->facts[random_below(scope->generator->random, count)];
	if (fact->key || (scope->own_only && fact->derivation != DERIVED_NOT))
		return NULL;
	return fact;
}

static const struct entity *start_path(struct scope *scope, struct path *path)
{
	struct generator *generator = scope->generator;
	const struct entity *single = generator->policy->entities[0];
	int die = random_below(generator->random, 100);

	*path = (struct path){ .start = FROM_RECORD };
	if (scope->variable && die < 75) {
		path->start = FROM_VARIABLE;
		path->variable = scope->variable;
		return scope->variable->entity;
	}
	if (!scope->own_only && single != scope->self &&
	    (scope->contexts_only || die < 20)) {
		path->start = FROM_CONTEXT;
		path->context = single;
		return single;
	}
	return scope->self;
}

static bool walk_path(struct scope *scope, unsigned kinds, struct path *path)
{
	const struct entity *entity = start_path(scope, path);

	if (path->start == FROM_VARIABLE && path->variable->element) {
		path->steps[path->length++] = path->variable->element;
		return kinds >> KIND_TEXT & 1;
	}
	while (path->length < 3) {
		const struct fact *fact = pick_fact(scope, entity);

		if (!fact)
			return false;
		path->steps[path->length++] = fact;
		if (fact->kind != KIND_REFERENCE)
			return kinds >> fact->kind & 1;
		if ((kinds >> KIND_REFERENCE & 1) && fact->optional &&
		    random_chance(scope->generator->random, 30))
			return true;
		if (scope->own_only)
			return false;
		entity = fact->target;
	}
	return false;
}

static bool favourite_path(struct scope *scope, unsigned kinds, struct path *path)
{
	if (scope->favourite_count == 0 || scope->variable ||
	    !random_chance(scope->generator->random, 65))
		return false;
	*path = scope->favourites[random_below(scope->generator->random,
	                                       scope->favourite_count)];
	return kinds >> path_end(path)->kind & 1;
}

bool generate_path(struct scope *scope, unsigned kinds, struct path *path)
{
	if (favourite_path(scope, kinds, path))
		return true;
	for (int i = 0; i < 30; i++)
		if (walk_path(scope, kinds, path))
			return true;
	return false;
}

static bool is_sure(const struct scope *scope, const struct path *path)
{
	for (int i = 0; i < scope->sure_count; i++)
		if (path_equal(&scope->sure[i], path))
			return true;
	return false;
}

int path_guards(const struct scope *scope, const struct path *path, struct path *guards)
{
	int count = 0;

	for (int i = 0; i < path->length; i++) {
		struct path start = *path;

		start.length = i + 1;
		if (path->steps[i]->optional && !is_sure(scope, &start))
			guards[count++] = start;
	}
	return count;
}

/* --- guards --- */

static struct condition *guard(struct condition *condition, const struct path *guards,
                               int count, bool by_absence)
{
	for (int i = count - 1; i >= 0; i--) {
		struct condition *present = condition_on(
			by_absence ? CONDITION_ABSENT : CONDITION_PRESENT, &guards[i]);

		condition = condition_join(by_absence ? CONDITION_OR : CONDITION_AND,
		                           present, condition);
	}
	return condition;
}

static struct condition *guard_test(struct scope *scope, struct condition *condition)
{
	struct path guards[2 * MAX_STEPS];
	int count = path_guards(scope, &condition->left.path, guards);

	if (condition->kind == CONDITION_PRESENT || condition->kind == CONDITION_ABSENT) {
		const struct fact *last = path_end(&condition->left.path);

		count -= last->optional && count > 0 ? 1 : 0;
	}
	if (condition->right.kind == OPERAND_FACT && condition->right.path.length > 0)
		count += path_guards(scope, &condition->right.path, guards + count);
	return guard(condition, guards, count,
	             random_chance(scope->generator->random, 35));
}

static struct condition *generate_test(struct scope *scope)
{
	struct generator *generator = scope->generator;
	struct condition *condition;
	struct path path;
	unsigned all = (1u << (KIND_LIST + 1)) - 1;

	if (!generate_path(scope, all, &path)) {
		condition = generate_parameter_test(generator);
		if (condition)
			return condition;
		path = (struct path){ .start = FROM_CONTEXT, .length = 1,
		                      .context = generator->policy->entities[0] };
		path.steps[0] = &path.context->facts[0];
		return guard_test(scope, condition_on(CONDITION_TRUTH, &path));
	}
	if (path_end(&path)->optional && random_chance(generator->random, 15))
		condition = condition_on(random_chance(generator->random, 50) ?
		                         CONDITION_PRESENT : CONDITION_ABSENT, &path);
	else
		condition = generate_test_of(scope, &path);
	return guard_test(scope, condition);
}

static struct condition *use_definition(struct scope *scope)
{
	struct generator *generator = scope->generator;

	for (int i = 0; i < generator->policy->definition_count; i++) {
		struct condition *condition;

		if (generator->policy->definitions[i].entity != scope->self ||
		    !random_chance(generator->random, 50))
			continue;
		condition = condition_new(CONDITION_DEFINITION);
		condition->definition = &generator->policy->definitions[i];
		return condition;
	}
	return NULL;
}

static struct condition *generate_leaf(struct scope *scope)
{
	struct random *random = scope->generator->random;
	struct condition *condition = NULL;

	if (scope->aggregates && random_chance(random, 40))
		condition = generate_aggregate(scope);
	else if (!scope->own_only && !scope->in_aggregate && random_chance(random, 6))
		condition = generate_parameter_test(scope->generator);
	else if (!scope->no_definitions && !scope->own_only && !scope->contexts_only &&
	         random_chance(random, 15))
		condition = use_definition(scope);
	if (!condition)
		condition = generate_test(scope);
	if (random_chance(random, 15))
		condition = condition_join(CONDITION_NOT, condition, NULL);
	return condition;
}

struct condition *generate_condition(struct scope *scope, int size)
{
	struct condition *first, *second;
	int left;

	if (size <= 1)
		return generate_leaf(scope);
	left = 1 + random_below(scope->generator->random, size - 1);
	first = generate_condition(scope, left);
	second = generate_condition(scope, size - left);
	return condition_join(random_chance(scope->generator->random, 50) ? CONDITION_AND :
	                      CONDITION_OR, first, second);
}
