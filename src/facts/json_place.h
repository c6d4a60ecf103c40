/* SPDX-License-Identifier: Apache-2.0 */
/* json_place.h - where in an input of facts something stands: its line and its path.
 *
 * Records remember the first byte of their object, nothing else. Whoever wants to tell a person
 * where a fact came from asks here: the input is walked once, for where its records begin, when
 * the first question is asked; a question walks one record.
 */
#ifndef FACTS_JSON_PLACE_H
#define FACTS_JSON_PLACE_H

#include "base/arena.h"

struct json_places;

/* Of one input (docs/facts.md); its bytes are borrowed. Lives in the arena. */
struct json_places *json_places_new(struct arena *arena, struct text bytes);

struct json_place {
	uint64_t line;          /* from 1 */
	struct text path;       /* "device[5].client-auth.key.bits", in its text */
};

/* The place of the value that begins at byte `offset` of the input: of a record, or inside one.
 * With a member, the place of that member of the object there; the first if there are several.
 * False when no value begins there, or the object has no such member. */
bool json_places_find(struct json_places *places, uint64_t offset, struct text member,
                      struct arena *arena, struct json_place *place);

#endif
