/* SPDX-License-Identifier: Apache-2.0 */
/* entity.h - a fact model as loaded: entities, their facts, the words of a one-of.
 *
 * Read-only once built, so that threads may share it.
 */
#ifndef MODEL_ENTITY_H
#define MODEL_ENTITY_H

#include "base/arena.h"
#include "model/value.h"

enum { MODEL_MAX_LIST = 256, MODEL_MAX_WORDS = 63, MODEL_MAX_FACTS = 512 };

enum fact_flag {
	FACT_OPTIONAL = 1,      /* may be absent */
	FACT_KEY      = 2,      /* identifies the record */
	FACT_DERIVED  = 4,      /* defined by others; may also be given */
	FACT_ORDERED  = 8,      /* a one-of with an order */
	FACT_HIDDEN   = 16,     /* an invariant; never read or printed */
	FACT_HEX      = 32      /* a text of lower-case hexadecimal, perhaps behind a minus */
};

enum entity_kind {
	ENTITY_CONTEXT,         /* read first and whole */
	ENTITY_STREAM,          /* read record by record */
	ENTITY_CERTIFICATE      /* built in: model/certificate.def */
};

struct choice {
	struct text name;       /* as written in policies and facts */
	struct text label;      /* as people read it; the name if none was given */
};

struct fact {
	struct text name;
	enum type type;
	enum type element;      /* of a set (CHOICE, OID, TEXT) or a list (TEXT, RECORD) */
	uint32_t flags;         /* enum fact_flag */
	uint32_t cap;           /* of a list */
	struct entity *target;  /* of a RECORD, or of a list of records */
	struct choice *choices; /* of a CHOICE, or of a set of words */
	uint32_t choice_count;
	struct text unit;       /* of an integer; empty if none */
	struct text doc;
	uint32_t order;         /* place in the model's declared order */
};

struct entity {
	struct text name;
	struct text label;
	enum entity_kind kind;
	struct fact *facts;     /* slot = index */
	uint32_t fact_count;
	uint32_t key;           /* slot of the key fact, or NO_SLOT */
	uint32_t index;         /* in the model */
	const struct record *blank;     /* a record of which nothing is known */
};

#define NO_SLOT UINT32_MAX

struct model {
	struct text name;
	struct entity **entities;
	uint32_t entity_count;
	struct entity *stream;          /* exactly one */
	struct entity *certificate;     /* always there */
};

/* The entity or the slot of that name; NULL or NO_SLOT if there is none. */
struct entity *model_entity(const struct model *model, struct text name);
uint32_t entity_slot(const struct entity *entity, struct text name);

/* The index of a declared word, by name, or by name or label without regard to case;
 * NO_SLOT if there is none. */
uint32_t fact_choice(const struct fact *fact, struct text name);
uint32_t fact_choice_by_label(const struct fact *fact, struct text label);

/* A context without a key: one record, reached by its name. */
static inline bool entity_is_single(const struct entity *entity)
{
	return entity->kind == ENTITY_CONTEXT && entity->key == NO_SLOT;
}

#endif
