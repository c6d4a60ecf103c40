/* SPDX-License-Identifier: Apache-2.0 */
/* origin.h - values of facts with where they come from: an input, or other facts. */
#ifndef EXPLAIN_ORIGIN_H
#define EXPLAIN_ORIGIN_H

#include "explain/written.h"
#include "jobs/place.h"

enum origin_kind {
	ORIGIN_NONE,            /* no input says it */
	ORIGIN_FACTS,           /* an input of facts */
	ORIGIN_CERTIFICATE,     /* read from a certificate */
	ORIGIN_DERIVED          /* follows from the facts below it */
};

/* All texts are NUL-terminated. */
struct origin_value {
	uint32_t depth;         /* 0: the rule asks it; else the value before, less deep, follows */
	const char *path;       /* "management-point.mode" */
	const char *state, *value, *why;        /* as in a finding */
	const char *label;      /* of a word: as people read it; else empty */
	const char *meaning;    /* what the fact is, from the model */
	enum origin_kind kind;
	struct text file;       /* input */
	uint64_t line, offset;  /* of facts; of a certificate */
	const char *where;      /* path in the input; of a derived fact: where that is written */
	const char *how;        /* derived: "lookup site-builds", "a table", "a condition" */
	bool decides;           /* it is not known, and the result depends on it */
};

struct origin_list {
	struct origin_value *all;
	uint32_t count, capacity;
};

/* What explaining needs, made once for a run. */
struct explainer {
	struct arena *words;            /* of what is being explained */
	struct evaluation *evaluation;
	const struct program *program;
	const struct value_names *names;
	struct written written;
};

/* Add the fact, and below it what it is derived from. */
void origin_add(struct explainer *x, struct origin_list *list, const struct vm_fact *fact);

/* Add that more records may exist. */
void origin_add_fleet(struct explainer *x, struct origin_list *list);

/* The fact that a path from a record leads to, as rules write it: `gateway.trusted-roots`,
 * `site.version`. The part of a version (`.first`) is passed over. False when a record on the
 * way is not there. */
bool origin_resolve(struct explainer *x, const struct record *record, struct text path,
                    struct vm_fact *fact);

#endif
