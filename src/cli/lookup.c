/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lookup.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"

/* FNV-1a. */
static uint64_t hash_of(const char *key)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (; *key; key++)
		hash = (hash ^ (unsigned char)*key) * 0x100000001b3u;
	return hash;
}

/* The entry of the key, or the free one where it belongs. */
static struct lookup_entry *find(const struct lookup *lookup, const char *key)
{
	size_t mask = lookup->capacity - 1, at = (size_t)hash_of(key) & mask;

	while (lookup->entries[at].key && strcmp(lookup->entries[at].key, key) != 0)
		at = (at + 1) & mask;
	return &lookup->entries[at];
}

static void grow(struct lookup *lookup)
{
	struct lookup larger = { NULL, lookup->capacity ? 2 * lookup->capacity : 16,
		lookup->count };

	larger.entries = memory_new(larger.capacity, sizeof *larger.entries);
	for (size_t i = 0; i < lookup->capacity; i++)
		if (lookup->entries[i].key)
			*find(&larger, lookup->entries[i].key) = lookup->entries[i];
	free(lookup->entries);
	*lookup = larger;
}

struct lookup_entry *lookup_add(struct lookup *lookup, const char *key)
{
	struct lookup_entry *entry;

	if (lookup->count * 4 >= lookup->capacity * 3)
		grow(lookup);
	entry = find(lookup, key);
	if (!entry->key) {
		entry->key = memory_copy(key);
		lookup->count++;
	}
	return entry;
}

void lookup_done(struct lookup *lookup)
{
	for (size_t i = 0; i < lookup->capacity; i++)
		free(lookup->entries[i].key);
	free(lookup->entries);
}
