/* SPDX-License-Identifier: Apache-2.0 */
#include "base/map.h"

static uint32_t hash_of(const struct map *map, struct text key)
{
	uint32_t hash = (uint32_t)hash_text(map->key, key);

	return hash ? hash : 1;
}

static struct map_entry *place_of(const struct map *map, struct text key,
                                  uint32_t hash)
{
	uint32_t mask = map->capacity - 1;
	uint32_t i = hash & mask;

	while (map->entries[i].hash != 0
	       && (map->entries[i].hash != hash
	           || !text_equal(map->entries[i].key, key)))
		i = (i + 1) & mask;
	return &map->entries[i];
}

uint32_t map_get(const struct map *map, struct text key)
{
	struct map_entry *entry;

	if (map->count == 0)
		return MAP_NONE;
	entry = place_of(map, key, hash_of(map, key));
	return entry->hash ? entry->value : MAP_NONE;
}

static void grow(struct map *map, struct arena *arena)
{
	struct map old = *map;

	if (old.capacity == 0)
		map->key = hash_key_new();
	map->capacity = old.capacity ? old.capacity * 2 : 16;
	map->entries = arena_array(arena, map->capacity, sizeof *map->entries);
	for (uint32_t i = 0; i < old.capacity; i++)
		if (old.entries[i].hash)
			*place_of(map, old.entries[i].key,
			          old.entries[i].hash) = old.entries[i];
}

uint32_t map_put(struct map *map, struct arena *arena, struct text key,
                 uint32_t value)
{
	struct map_entry *entry;
	uint32_t old = MAP_NONE, hash;

	if (map->count >= map->capacity / 2)
		grow(map, arena);
	hash = hash_of(map, key);
	entry = place_of(map, key, hash);
	if (entry->hash)
		old = entry->value;
	else
		map->count++;
	*entry = (struct map_entry){ key, value, hash };
	return old;
}
