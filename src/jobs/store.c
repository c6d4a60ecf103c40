/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/store.h"

#include "base/map.h"

struct kept {
	struct form_found found;        /* its texts are in the arena */
	struct text key, file;
	struct fingerprint sha1, sha256;
};

struct store {
	struct arena *arena;
	struct kept **all;
	uint32_t count, capacity;
	struct map by_sha1, by_sha256;  /* index in all */
};

struct store *store_new(struct arena *arena)
{
	struct store *store = arena_alloc(arena, sizeof *store);

	store->arena = arena;
	return store;
}

static struct text octets(const struct fingerprint *fingerprint)
{
	return (struct text){ fingerprint->octets, fingerprint->length };
}

static struct container *copy_container(struct arena *arena, const struct container *from)
{
	struct container *container = arena_alloc(arena, sizeof *container);

	*container = *from;
	if (container->provider.at)
		container->provider = arena_text(arena, container->provider);
	if (container->name.at)
		container->name = arena_text(arena, container->name);
	return container;
}

static void add(struct store *store, struct kept *kept)
{
	store->all = arena_grow(store->arena, (void *)store->all, &store->capacity,
	                        store->count + 1, sizeof *store->all);
	store->all[store->count] = kept;
	map_put(&store->by_sha1, store->arena, octets(&kept->sha1), store->count);
	map_put(&store->by_sha256, store->arena, octets(&kept->sha256), store->count);
	store->count++;
}

/* The same one with a key is worth more than without. */
void store_add(struct store *store, const struct form_found *found, struct text key,
               struct text file)
{
	struct kept one = { .found = *found }, *kept;
	uint32_t other;

	if (found->request || !fingerprint_of(found->der, FINGERPRINT_SHA1, &one.sha1)
	    || !fingerprint_of(found->der, FINGERPRINT_SHA256, &one.sha256))
		return;
	other = map_get(&store->by_sha256, octets(&one.sha256));
	if (other != MAP_NONE && (!found->container || store->all[other]->found.container))
		return;
	kept = arena_alloc(store->arena, sizeof *kept);
	*kept = one;
	kept->found.der = arena_text(store->arena, found->der);
	if (found->container)
		kept->found.container = copy_container(store->arena, found->container);
	kept->key = arena_text(store->arena, key);
	kept->file = arena_text(store->arena, file);
	add(store, kept);
}

struct record *store_read(const struct store *store, const struct fingerprint *fingerprint,
                          struct certificate_visit *visit)
{
	const struct map *map = fingerprint->length == FINGERPRINT_SHA1 ? &store->by_sha1
	                                                                : &store->by_sha256;
	uint32_t index = map_get(map, octets(fingerprint));
	const struct kept *kept;
	struct record *record;

	if (index == MAP_NONE)
		return NULL;
	kept = store->all[index];
	record = certificate_read(visit, &kept->found);
	if (!record)
		return NULL;
	record->key = kept->key;
	record->file = kept->file;
	record->offset = kept->found.offset;
	return record;
}
