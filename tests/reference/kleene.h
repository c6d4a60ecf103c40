/* SPDX-License-Identifier: Apache-2.0 */
/* kleene.h - reading facts by their place, and conditions in three-valued logic. */
#ifndef REFERENCE_KLEENE_H
#define REFERENCE_KLEENE_H

#include "facts.h"
#include "plan.h"

enum truth { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN };

/* What is found at a place. */
struct reading {
	enum state state;
	bool beyond;                    /* a reference on the way is not known */
	const struct value *value;      /* where present */
	const struct record *record;    /* that holds the fact; NULL: none is known */
	int known;                      /* steps of the place that are known */
};

struct reading read_place(const struct scene *scene, const struct record *root,
                          const struct place *place);

/* The place, up to its first step that is not known. */
const char *reading_name(const struct place *place, const struct reading *reading);

enum { MAX_NAMES = 24 };

/* Names, each once. */
struct names {
	int count;
	const char *at[MAX_NAMES];
};

void names_add(struct names *names, const char *name);
bool names_have(const struct names *names, const char *name);

/* An atom decided by itself, from the facts of a run. */
struct verdict_of_atom {
	enum truth truth;
	struct names names;             /* facts that it reads and that are not known */
	bool bad;                       /* all of them are undecodable, duplicate or in
	                                   conflict */
};

struct verdict_of_atom decide_atom(const struct scene *scene, const struct record *root,
                                   const struct place *record,
                                   const struct condition *condition);

#endif
