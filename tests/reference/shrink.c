/* SPDX-License-Identifier: Apache-2.0 */
#include "shrink.h"

#include <string.h>

struct shrinking {
	struct policy *policy;
	struct scene *scene;
	int tries;                      /* that are left */
};

struct policy *shrink_copy(const struct policy *policy)
{
	struct policy *copy = store_take(sizeof *copy);

	*copy = *policy;
	return copy;
}

/* Do they still differ? */
static bool differs(const struct policy *policy, const struct scene *scene,
                    struct writing *report)
{
	size_t mark = store_mark();
	struct writing messages = { 0 };
	struct trial trial = { .policy = policy, .sample = 1 };
	struct assay_policy *compiled = subject_compile(policy, &messages);
	bool different = false;

	trial.compiled = compiled;
	if (compiled) {
		trial.plans = plans_for(policy);
		different = !compare_facts(&trial, scene, report);
	}
	assay_policy_free(compiled);
	writing_done(&messages);
	store_release(mark);
	return different;
}

static bool still(struct shrinking *shrinking)
{
	struct writing report = { 0 };
	bool different = shrinking->tries-- > 0 &&
	                 differs(shrinking->policy, shrinking->scene, &report);

	writing_done(&report);
	return different;
}

static void keep_one_rule(struct shrinking *shrinking)
{
	struct policy *policy = shrinking->policy;
	struct policy *before = shrink_copy(policy);

	for (int i = 0; i < before->rule_count && before->rule_count > 1; i++) {
		policy->rules[0] = before->rules[i];
		policy->rule_count = 1;
		if (still(shrinking))
			return;
		*policy = *before;
	}
}

/* Try without element `index` of an array of pointers or structs. */
static bool drop_element(struct shrinking *shrinking, void *array, int *count, int index,
                         size_t size)
{
	char *at = (char *)array + (size_t)index * size;
	char kept[sizeof(struct caution) + sizeof(struct unless)];
	size_t behind = (size_t)(*count - index - 1) * size;

	memcpy(kept, at, size);
	memmove(at, at + size, behind);
	--*count;
	if (still(shrinking))
		return true;
	memmove(at + size, at, behind);
	memcpy(at, kept, size);
	++*count;
	return false;
}

static void drop_elements(struct shrinking *shrinking, void *array, int *count, size_t size)
{
	for (int i = *count - 1; i >= 0; i--)
		drop_element(shrinking, array, count, i, size);
}

/* Put one side in the place of an `and`, `or` or `not`, as long as it helps. */
static void simplify(struct shrinking *shrinking, const struct condition **at)
{
	bool simpler = true;

	while (simpler) {
		const struct condition *whole = *at;

		simpler = false;
		if (whole->kind != CONDITION_AND && whole->kind != CONDITION_OR &&
		    whole->kind != CONDITION_NOT)
			return;
		*at = whole->first;
		simpler = still(shrinking);
		if (!simpler && whole->second) {
			*at = whole->second;
			simpler = still(shrinking);
		}
		if (!simpler)
			*at = whole;
	}
}

static void shrink_rule(struct shrinking *shrinking, struct rule *rule)
{
	drop_elements(shrinking, rule->cautions, &rule->caution_count,
	              sizeof rule->cautions[0]);
	drop_elements(shrinking, rule->unlesses, &rule->unless_count,
	              sizeof rule->unlesses[0]);
	if (!rule->table)       /* whose columns they may guard */
		drop_elements(shrinking, rule->whens, &rule->when_count,
		              sizeof rule->whens[0]);
	if (rule->require_count > 1)
		drop_elements(shrinking, rule->requires, &rule->require_count,
		              sizeof rule->requires[0]);
	for (int i = 0; i < rule->when_count && !rule->table; i++)
		simplify(shrinking, &rule->whens[i]);
	for (int i = 0; i < rule->require_count; i++)
		simplify(shrinking, &rule->requires[i]);
}

static void shrink_model(struct shrinking *shrinking)
{
	struct policy *policy = shrinking->policy;

	for (int e = 0; e < policy->entity_count; e++) {
		struct entity *entity = policy->entities[e];

		drop_elements(shrinking, entity->invariants, &entity->invariant_count,
		              sizeof entity->invariants[0]);
		for (int i = 0; i < entity->fact_count; i++) {
			enum derivation derivation = entity->facts[i].derivation;

			if (derivation == DERIVED_NOT)
				continue;
			entity->facts[i].derivation = DERIVED_NOT;
			if (!still(shrinking))
				entity->facts[i].derivation = derivation;
		}
	}
}

static void shrink_record(struct shrinking *shrinking, struct record *record)
{
	for (int i = 0; i < record->entity->fact_count; i++) {
		struct cell before = record->cells[i];

		if (record->entity->facts[i].key ||
		    (before.state == STATE_MISSING && !before.spelling))
			continue;
		record->cells[i] = (struct cell){ 0 };
		if (!still(shrinking))
			record->cells[i] = before;
	}
}

static void shrink_scene(struct shrinking *shrinking)
{
	struct scene *scene = shrinking->scene;

	for (int e = 0; e < scene->policy->entity_count; e++) {
		enum entity_kind kind = scene->policy->entities[e]->kind;

		while (scene->counts[e] > 0 && kind != ENTITY_SINGLE &&
		       kind != ENTITY_CERTIFICATE) {
			scene->counts[e]--;
			if (still(shrinking))
				continue;
			scene->counts[e]++;
			break;
		}
		for (int i = 0; i < scene->counts[e]; i++)
			shrink_record(shrinking, &scene->records[e][i]);
	}
}

bool shrink(struct policy *policy, struct scene *scene, struct writing *report)
{
	struct shrinking shrinking = { policy, scene, 1000 };

	scene->policy = policy;
	if (!still(&shrinking))
		return false;
	keep_one_rule(&shrinking);
	if (policy->applies) {
		const struct condition *applies = policy->applies;

		policy->applies = NULL;
		if (!still(&shrinking))
			policy->applies = applies;
	}
	shrink_scene(&shrinking);
	for (int i = 0; i < policy->rule_count; i++)
		shrink_rule(&shrinking, &policy->rules[i]);
	shrink_model(&shrinking);
	shrink_scene(&shrinking);
	return differs(policy, scene, report);
}
