/* SPDX-License-Identifier: Apache-2.0 */
/* map.h - from text to a number, in an arena. Keys are borrowed.
 *
 * Each map hashes in its own way, which nobody can foresee: keys may come from an enemy. So nothing
 * may depend on the order of the entries.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"
#include "base/hash.h"

struct map_entry {
	struct text key;
	uint32_t value;
	uint32_t hash;          /* 0 when the place is free */
};

struct map {
	struct map_entry *entries;
	uint32_t capacity;      /* a power of two, or 0 */
	uint32_t count;
	struct hash_key key;    /* zero until there is an entry */
};

#define MAP_NONE UINT32_MAX

/* The value of `key`, or MAP_NONE. */
uint32_t map_get(const struct map *map, struct text key);

/* Set the value of `key`; the result is the old value, or MAP_NONE. */
uint32_t map_put(struct map *map, struct arena *arena, struct text key,
                 uint32_t value);

#endif
