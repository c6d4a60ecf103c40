/* SPDX-License-Identifier: Apache-2.0 */
/* facts.h - the facts of one run: the records of each entity, with the state of each fact. */
#ifndef REFERENCE_FACTS_H
#define REFERENCE_FACTS_H

#include "policy.h"
#include "store.h"

enum { MAX_RECORDS = 4 };

enum state {
	STATE_MISSING, STATE_PRESENT, STATE_ABSENT, STATE_UNDECODABLE, STATE_DUPLICATE,
	STATE_CONFLICT
};

struct cell {
	enum state state;
	struct value value;
	const char *spelling;           /* JSON to write instead; NULL: the usual one */
};

/* The last three are filled in by settle.h. */
struct record {
	const struct entity *entity;
	const char *key;                /* NULL in a single one */
	bool given;                     /* a single one always exists, given or not */
	struct cell cells[MAX_FACTS];
	bool broken[MAX_INVARIANTS];    /* an invariant that nothing can satisfy */
	bool closed[MAX_FACTS];         /* a derivation that is in conflict */
};

struct scene {
	const struct policy *policy;
	int64_t now;
	bool complete;                  /* the fleet is */
	int counts[MAX_ENTITIES];
	struct record records[MAX_ENTITIES][MAX_RECORDS];
};

static inline bool state_is_known(enum state state)
{
	return state == STATE_PRESENT || state == STATE_ABSENT;
}

static inline bool state_is_bad(enum state state)
{
	return state == STATE_UNDECODABLE || state == STATE_DUPLICATE ||
	       state == STATE_CONFLICT;
}

/* The record of a keyed entity; NULL if there is none. */
const struct record *scene_find(const struct scene *scene, const struct entity *entity,
                                const char *key);

/* The one record of a single context. */
const struct record *scene_single(const struct scene *scene, const struct entity *entity);

/* The index of a fact in its entity. */
int fact_index(const struct entity *entity, const struct fact *fact);

/* The facts as JSON (docs/facts.md). */
void write_facts(struct writing *out, const struct scene *scene);

#endif
