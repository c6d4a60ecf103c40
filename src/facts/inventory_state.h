/* SPDX-License-Identifier: Apache-2.0 */
/* inventory_state.h - what the modules that make up an inventory share. Private to them. */
#ifndef FACTS_INVENTORY_STATE_H
#define FACTS_INVENTORY_STATE_H

#include "facts/inventory_input.h"
#include "facts/json_reader.h"

enum {
	INVENTORY_REMARKS = 64,         /* names that the model lacks, told of by one input */
	INVENTORY_TOLD = 10,            /* of other faults of a kind */
	INVENTORY_TOLD_FACT = 5,        /* of values of one fact that do not fit */
	INVENTORY_DEPTH = 4             /* an entity, its fact, that one's fact, and one to spare */
};

/* The facts of an entity by name. Records of one input mostly give them in one order:
 * hence a guess, from the fact just read, at the next. */
struct inventory_table {
	const struct entity *entity;
	struct map slots;
	uint32_t *next;         /* by slot + 1; 0 stands for the start */
	uint64_t ordinal;       /* records of this input so far */
	uint64_t *told;         /* by slot: values of this input that do not fit */
};

/* A step on the way to the value being read. */
struct inventory_step {
	struct text name;
	uint64_t number;        /* of the element, from 1; 0: it is in no array */
	uint64_t *told;         /* values of the fact that do not fit; NULL for an entity */
};

struct inventory {
	const struct model *model;
	struct inventory_table *tables;
	uint32_t table_count;
	struct map entities;            /* name -> index in tables */
	struct inventory_table *certificate;

	/* of the input being read */
	const struct inventory_input *input;
	const struct inventory_sink *sink;
	struct json_reader json;
	struct arena *arena;            /* of the record being read */
	uint32_t located;               /* line counting came as far as this */
	uint64_t lines;                 /* line ends before it */
	uint32_t line_start;            /* where the line there begins */
	struct inventory_step path[INVENTORY_DEPTH];
	uint32_t depth;
	uint64_t told[INVENTORY_FAULTS];        /* but misfits and unknown names */
	uint64_t misfits;
	uint64_t unknown_left, unknown_entities_left;
	uint32_t remark_count;          /* names told of, so as to tell once */
	struct inventory_remark {
		const struct entity *entity;    /* NULL: it is an entity's name */
		uint32_t hash, length;
		uint64_t count;
	} remarks[INVENTORY_REMARKS];
};

/* Count line ends up to the offset, from where counting last came to. */
void inventory_locate(struct inventory *inventory, uint32_t offset);

/* Step into an entity or a fact and out of it; and say which element of it is read, from 1, or 0. */
void inventory_enter(struct inventory *inventory, struct inventory_step step);
void inventory_element(struct inventory *inventory, uint64_t number);
void inventory_leave(struct inventory *inventory);

/* "device[2].client-auth.key.bits", elements counted from 0 as JSON does; among the messages. */
struct text inventory_path(const struct inventory *inventory);

/* Tell the sink, unless the like was told INVENTORY_TOLD times; the text ends in NUL. */
void inventory_tell(struct inventory *inventory, enum inventory_fault fault,
                    uint32_t offset, struct text text);

/* The value being read, at `offset`, does not fit for this reason. */
void inventory_misfit(struct inventory *inventory, uint32_t offset,
                      struct text why);

/* A name that the entity lacks; or, if that is NULL, the model. */
void inventory_unknown(struct inventory *inventory, const struct entity *entity,
                       struct text name, uint32_t offset);

/* Tell how much was not told. The whole of an input was read. */
void inventory_tell_rest(struct inventory *inventory);

/* In the pass that tells what is about no record. */
static inline bool inventory_is_first(const struct inventory *inventory)
{
	return inventory->input->pass & INVENTORY_CONTEXTS;
}

/* Read the members of an object into the record. The last token read is the first name
 * or the end. False after an error. */
bool inventory_members(struct inventory *inventory,
                       struct inventory_table *table, struct record *record);

/* Read the value whose first token is the last one read. After an error in the text the
 * value is missing. */
struct value inventory_value(struct inventory *inventory,
                             const struct fact *fact);

/* Read a certificate likewise: text (a path), an object of facts, or one with `pem`. NULL,
 * with *unfit set, if it is anything else; then its value was passed. A record made here
 * has no key. */
struct record *inventory_certificate(struct inventory *inventory,
                                     struct value *unfit);

/* The last string: borrowed if the input is, else in the arena. */
struct text inventory_text(struct inventory *inventory);

#endif
