/* SPDX-License-Identifier: Apache-2.0 */
/* mapped.h - an export as administrators have it becomes records, as a mapping says.
 *
 * docs/language.md, "Mappings", describes it. The records, how they are handed over, and the two
 * passes are those of inventory.h; an input whose records are all of one kind is read in that
 * kind's pass alone. A value that does not fit makes its fact undecodable, a line that can't be
 * read is passed over; both are told, so many of each input, and then how many more there were.
 */
#ifndef FACTS_MAPPED_H
#define FACTS_MAPPED_H

#include "facts/inventory_input.h"
#include "model/mapping.h"

struct mapped;

/* Bind a mapping to the model of the records. NULL, and why in *why, if it gives a fact that this
 * model lacks or has otherwise. Lives in the arena, as long as the mapping does. */
struct mapped *mapped_new(struct arena *arena, const struct mapping *mapping,
                          const struct model *model, const char **why);

/* input->offset and line are not used. The scratch arena is emptied. */
void mapped_read(struct mapped *mapped, const struct inventory_input *input,
                 struct arena *scratch);

/* The line of a byte of an input, from 1. Quick if asked in the order of the input. */
uint64_t mapped_line(struct mapped *mapped, struct text bytes, uint64_t offset);

/* The first column that a fact of the entity comes from; empty if it comes from none. */
struct text mapped_column_of(const struct mapped *mapped, const struct entity *entity,
                             struct text fact);

/* Does the input begin as the mapping's inputs do: with all columns that are required? */
bool mapped_fits(const struct mapping *mapping, struct text bytes, struct arena *scratch);

#endif
