/* SPDX-License-Identifier: Apache-2.0 */
/* mapped_state.h - what the modules that read by a mapping share. Private to mapped*.c. */
#ifndef FACTS_MAPPED_STATE_H
#define FACTS_MAPPED_STATE_H

#include "facts/csv_reader.h"
#include "facts/inventory_input.h"
#include "model/mapping.h"

enum {
	MAPPED_PLACES = 4,              /* titles in one input that are one column's */
	MAPPED_TOLD = 10,               /* faults of a kind, of one input */
	MAPPED_TOLD_FACT = 5            /* values of one fact that do not fit */
};

/* Where a column stands in the input being read. */
struct mapped_column {
	uint32_t places[MAPPED_PLACES];
	uint32_t count;                 /* 0: the input has no such column */
	const char *empty, *lacking;    /* why it is not known */
};

/* A fact of the record's model, and how it comes about. */
struct mapped_fact {
	const struct mapping_origin *origin;
	const struct fact *fact;
	uint32_t slot;
	uint64_t told;                  /* values of this input that do not fit */
};

struct mapped_target {
	const struct entity *entity;
	struct mapped_fact *facts;
	uint32_t count;
	uint64_t ordinal;               /* records of this input so far */
};

struct mapped {
	const struct mapping *mapping;
	const struct model *model;
	struct mapped_target *targets;
	struct mapped_column *columns;

	/* of the input being read */
	const struct inventory_input *input;
	struct csv_reader csv;
	struct arena *header;           /* for titles, places and lines */
	struct texts titles;
	struct texts lines;             /* of MAPPING_LINES: the values beside the titles */
	const uint32_t *line_offsets;   /* and where they stand */
	uint64_t told[INVENTORY_FAULTS];
	uint64_t misfits;

	/* where mapped_line came to */
	uint32_t located;
	uint64_t located_lines;

	/* of the record being read */
	struct arena *arena;
	struct value *values;           /* by column */
	bool *known;                    /* is the value of the column made already? */
};

/* The text in a place of the record; false, with the bytes, if it is not of the encoding. */
bool mapped_text(const struct mapped *m, uint32_t place, struct text *text);

/* mapped_column.c: what a column of the record holds: a text, number, bool, version or date; of
 * `split` the text. In another state, why. */
struct value mapped_column_value(struct mapped *m, uint32_t column);

/* mapped_table.c: what a table gives for the record. */
struct value mapped_table_value(struct mapped *m, const struct mapping_table *table);

/* mapped_value.c: the value of a fact of the record. */
struct value mapped_fact_value(struct mapped *m, const struct mapped_fact *fact);

/* mapped_date.c: "22.11.2026 10:30", "11/22/2026 10:30:00 AM", "2026-11-22 10:30:00.000": seconds,
 * taking it for UTC. False if it is no date in this order. */
bool mapped_date(struct text text, enum date_order order, int64_t *seconds);

/* mapped_lines.c: split the input into lines of `name : value`. */
void mapped_read_lines(struct mapped *m);

/* mapped_tell.c */
struct mapped_place {
	uint64_t offset, line, column;
};

/* Of a byte of the record being read. */
struct mapped_place mapped_place_at(const struct mapped *m, uint32_t offset);

/* Of the first column of the record that the origin reads; of the record if there is none. */
struct mapped_place mapped_place_of(const struct mapped *m, const struct mapping_origin *origin);
void mapped_tell(struct mapped *m, enum inventory_fault fault, struct mapped_place place,
                 struct text text);
void mapped_misfit(struct mapped *m, struct mapped_fact *fact, struct mapped_place place,
                   const char *why);
void mapped_tell_rest(struct mapped *m);

static inline struct value mapped_undecodable(struct text why)
{
	return value_in_state(STATE_UNDECODABLE, why.at);
}

#endif
