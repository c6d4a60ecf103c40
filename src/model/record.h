/* SPDX-License-Identifier: Apache-2.0 */
/* record.h - the facts of one thing: an array of values indexed by slot. */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "base/arena.h"
#include "base/map.h"
#include "model/entity.h"

struct record {
	const struct entity *entity;
	struct text key;        /* value of the key fact; of a certificate: where
	                           it came from ("site.pem#2"); empty if it is
	                           written down inside another record */
	struct text file;       /* the input it was read from; may be empty */
	uint64_t offset;        /* of its first byte in that input */
	struct value values[];  /* entity->fact_count of them */
};

/* A record of which nothing is known. Lives in the arena. */
struct record *record_new(struct arena *arena, const struct entity *entity);

/* The context records of a run, by entity and key; and how to find them. */
struct world {
	const struct model *model;
	struct record_table *tables;    /* one per entity of the model */
	struct arena *arena;
};

struct record_table {
	struct record **records;
	uint32_t count, capacity;
	struct map keys;                /* key -> index in records */
};

struct world *world_new(struct arena *arena, const struct model *model);

/* Keep a context record. For an entity without key there is one. The result is false,
 * and nothing is kept, when a record with this key is there already. */
bool world_add(struct world *world, struct record *record);

/* The record of `entity` with this key (ignored when the entity is single); NULL if none. */
struct record *world_find(const struct world *world, const struct entity *entity,
                          struct text key);

#endif
