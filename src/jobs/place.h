/* SPDX-License-Identifier: Apache-2.0 */
/* place.h - where in the inputs of an evaluation something was read.
 *
 * Nothing is kept for it while records are read; inputs are read again when somebody asks.
 */
#ifndef JOBS_PLACE_H
#define JOBS_PLACE_H

#include "model/value_text.h"
#include "jobs/evaluate.h"

enum place_kind {
	PLACE_NONE,             /* of no input: made here, or given by a program */
	PLACE_FACTS,            /* JSON or an export: line, and path or column */
	PLACE_CERTIFICATE       /* in a file of certificates: offset */
};

struct place {
	enum place_kind kind;
	struct text file;
	uint64_t line;          /* from 1 */
	uint64_t offset;
	struct text path;       /* "device[5].client-auth"; in the arena */
};

/* Of the record; with a member, of that fact of it. A fact that the record's object does not
 * mention has no place. */
struct place place_find(struct evaluation *e, const struct record *record, struct text member,
                        struct arena *arena);

/* "site.json:12 (gateway.server-auth)", "gateway.pem, byte 0"; empty for none. */
struct text place_words(const struct place *place, struct arena *arena);

/* Names for certificates by their places, in the arena. */
struct place_names {
	struct value_names names;
	struct evaluation *evaluation;
	struct arena *arena;
};
void place_names_init(struct place_names *names, struct evaluation *e, struct arena *arena);

#endif
