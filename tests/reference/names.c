/* SPDX-License-Identifier: Apache-2.0 */
#include "names.h"

#include <string.h>

enum { MAX_PARTS = 12 };

struct parts {
	int count;
	const char *at[MAX_PARTS];
};

static struct parts split(const char *name)
{
	struct parts parts = { 0 };

	while (*name && parts.count < MAX_PARTS) {
		size_t length = strcspn(name, ".");

		parts.at[parts.count++] = store_print("%.*s", (int)length, name);
		name += length + (name[length] == '.');
	}
	return parts;
}

static struct parts normal_parts(const struct rule *rule, const char *name)
{
	struct parts parts = split(name);

	if (parts.count > 1 && strcmp(parts.at[0], rule->entity->name) == 0) {
		memmove(parts.at, parts.at + 1, sizeof parts.at - sizeof parts.at[0]);
		parts.count--;
	}
	return parts;
}

struct names names_normal(const struct rule *rule, const struct names *names)
{
	struct names normal = { 0 };

	for (int i = 0; i < names->count; i++) {
		struct parts parts = normal_parts(rule, names->at[i]);
		const char *name = parts.at[0];

		for (int j = 1; j < parts.count; j++)
			name = store_print("%s.%s", name, parts.at[j]);
		names_add(&normal, name);
	}
	return normal;
}

static const struct fact *fact_called(const struct entity *entity, const char *name)
{
	for (int i = 0; i < entity->fact_count; i++)
		if (strcmp(entity->facts[i].name, name) == 0)
			return &entity->facts[i];
	return NULL;
}

static struct record *same_record(struct scene *to, const struct scene *from,
                                  const struct record *record)
{
	int e = record->entity->index;

	return &to->records[e][record - from->records[e]];
}

/* The state may have changed since it was written: a spelling does not tell it any more. */
static void restore_cell(const struct record *from, struct record *to, int index)
{
	to->cells[index] = from->cells[index];
	to->cells[index].spelling = NULL;
}

/* All records that a list can hold, whole: which facts of them were read is not said. */
static void restore_entity(const struct entity *entity, const struct scene *from,
                           struct scene *to)
{
	int e = entity->index;

	for (int i = 0; i < from->counts[e]; i++)
		for (int f = 0; f < entity->fact_count; f++)
			restore_cell(&from->records[e][i], &to->records[e][i], f);
	for (int i = 0; i < entity->fact_count; i++)
		if (entity->facts[i].target)
			restore_entity(entity->facts[i].target, from, to);
}

static void restore_steps(const struct parts *parts, int first, const struct record *record,
                          const struct scene *from, struct scene *to)
{
	for (int i = first; i < parts->count && record; i++) {
		const struct fact *fact = fact_called(record->entity, parts->at[i]);
		int index;

		if (!fact)
			return;
		index = fact_index(record->entity, fact);
		restore_cell(record, same_record(to, from, record), index);
		if (fact->kind == KIND_LIST)
			restore_entity(fact->target, from, to);
		if (fact->kind != KIND_REFERENCE ||
		    record->cells[index].state != STATE_PRESENT)
			return;
		record = scene_find(from, fact->target, record->cells[index].value.text);
	}
}

void names_restore(const struct policy *policy, const struct rule *rule,
                   const struct record *subject, const char *name,
                   const struct scene *from, struct scene *to)
{
	struct parts parts = normal_parts(rule, name);
	const struct entity *single = policy->entities[0];

	if (parts.count > 1 && strcmp(parts.at[0], single->name) == 0)
		restore_steps(&parts, 1, scene_single(from, single), from, to);
	else
		restore_steps(&parts, 0, subject, from, to);
}
