/* SPDX-License-Identifier: Apache-2.0 */
#include "model/record.h"

struct record *record_new(struct arena *arena, const struct entity *entity)
{
	struct record *record = arena_alloc(arena, sizeof *record
		+ entity->fact_count * sizeof record->values[0]);

	record->entity = entity;
	if (entity->blank)
		memcpy(record->values, entity->blank->values,
		       entity->fact_count * sizeof record->values[0]);
	return record;
}

struct world *world_new(struct arena *arena, const struct model *model)
{
	struct world *world = arena_alloc(arena, sizeof *world);

	world->model = model;
	world->arena = arena;
	world->tables = arena_array(arena, model->entity_count,
	                            sizeof *world->tables);
	return world;
}

struct record *world_find(const struct world *world, const struct entity *entity,
                          struct text key)
{
	const struct record_table *table = &world->tables[entity->index];
	uint32_t at;

	if (entity_is_single(entity))
		return table->count ? table->records[0] : NULL;
	at = map_get(&table->keys, key);
	return at == MAP_NONE ? NULL : table->records[at];
}

bool world_add(struct world *world, struct record *record)
{
	struct record_table *table = &world->tables[record->entity->index];

	if (world_find(world, record->entity, record->key))
		return false;
	table->records = arena_grow(world->arena, table->records,
	                            &table->capacity, table->count + 1,
	                            sizeof *table->records);
	map_put(&table->keys, world->arena, record->key, table->count);
	table->records[table->count++] = record;
	return true;
}
