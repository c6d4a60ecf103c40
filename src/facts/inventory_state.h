/* SPDX-License-Identifier: Apache-2.0 */
/* inventory_state.h - what the modules that make up an inventory share. Private to them. */
#ifndef FACTS_INVENTORY_STATE_H
#define FACTS_INVENTORY_STATE_H

#include "facts/inventory_input.h"
#include "facts/json_reader.h"

enum { INVENTORY_REMARKS = 64 };

/* The facts of an entity by name. Records of one input mostly give them in one order:
 * hence a guess, from the fact just read, at the next. */
struct inventory_table {
	const struct entity *entity;
	struct map slots;
	uint32_t *next;         /* by slot + 1; 0 stands for the start */
	uint64_t ordinal;       /* records of this input so far */
};

struct inventory {
	const struct model *model;
	struct inventory_table *tables;
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
	uint32_t remark_count;          /* names told of, so as to tell once */
	struct inventory_remark {
		const struct entity *entity;    /* NULL: it is an entity's name */
		uint32_t hash, length;
	} remarks[INVENTORY_REMARKS];
};

/* Tell the sink; the text ends in NUL. */
void inventory_tell(struct inventory *inventory, enum inventory_fault fault,
                    uint32_t offset, struct text text);

/* Is the name news? If so it is remembered. After INVENTORY_REMARKS of them nothing is. */
bool inventory_is_news(struct inventory *inventory, const struct entity *entity,
                       struct text name);

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
