/* SPDX-License-Identifier: Apache-2.0 */
/* names.h - telling a person which names there are, when one was written that is none. */
#ifndef FACTS_NAMES_H
#define FACTS_NAMES_H

#include "base/buffer.h"
#include "model/entity.h"

/* Names by index; an empty one is not for people and passed over. */
struct names {
	struct text (*at)(const void *of, uint32_t index);
	const void *of;
	uint32_t count;
};

struct names names_of_choices(const struct fact *fact);
struct names names_of_facts(const struct entity *entity);
struct names names_of_entities(const struct model *model);

/* "; did you mean `windows-10`?" if one is near enough, else "; known: a, b, c" with the
 * first few. Near is: equal without regard to case and to `_` for `-`; one byte lacking,
 * too many, wrong, or two swapped; or one begins with the other. */
struct text names_advice(struct names names, struct text wanted,
                         struct arena *arena);

#endif
