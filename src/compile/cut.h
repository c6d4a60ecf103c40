/* SPDX-License-Identifier: Apache-2.0 */
/* cut.h - one variable of a frame's diagrams: a fact cut into regions, or an atom. */
#ifndef COMPILE_CUT_H
#define COMPILE_CUT_H

#include "lang/checked.h"
#include "space/space.h"

enum variable_kind {
	VARIABLE_OPEN,          /* of a binding: 0 settled, 1 open */
	VARIABLE_NUMBER, VARIABLE_NOW, VARIABLE_WORDS, VARIABLE_TEXT,
	VARIABLE_PRESENT, VARIABLE_MEMBER, VARIABLE_HOLDS, VARIABLE_MATCH, VARIABLE_MADE,
	VARIABLE_ATOM, VARIABLE_FLEET, VARIABLE_SUM
};

/* A test that the regions of a variable must tell apart. */
struct region_test {
	enum relation relation;
	int64_t number;
	struct text text;
	uint64_t mask;
};

struct cut_variable {
	enum variable_kind kind;
	struct path path;
	enum function function;
	int64_t number;                 /* member; kinds of characters */
	struct text text;               /* member or pattern */
	enum relation relation;         /* pattern */
	const struct condition *atom;   /* condition of an atom, aggregate of a sum */
	bool negative_atom;
	const struct instance *fleet;   /* whose aggregates */
	struct region_test *tests;
	uint32_t test_count, test_capacity;
	int64_t *numbers;               /* constants, sorted */
	struct text *texts;
	uint32_t constant_count;
	uint8_t *map;                   /* region -> class; the last is absent */
	uint32_t map_count;
	uint32_t size;                  /* classes */
	uint32_t absent;                /* class + 1, or 0 */
	uint32_t level;                 /* place in the order */
	uint32_t created;
	bool emitted;
};

#endif
