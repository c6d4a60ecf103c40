/* SPDX-License-Identifier: Apache-2.0 */
/* inventory.h - facts from JSON: an input becomes records of the model's entities.
 *
 * docs/facts.md describes the input. It is read in one pass; records are handed to the
 * sink as soon as they are complete, in the order of the input. Damage costs what it
 * damages: a value that can't be used makes its fact undecodable, a record without form
 * is passed over, a broken text ends the reading unless a line after it is plainly a text
 * of its own. The sink is told of all but the first.
 *
 * A context may stand after stream records that refer to it, hence the passes: read all
 * inputs for INVENTORY_CONTEXTS, then all for INVENTORY_STREAM, linking each record.
 * Everything that is not about a record is told in the pass that reads contexts.
 *
 * Ownership: nothing is freed here. Names of inputs, and their bytes when `borrow` is set,
 * must outlive the records. The sink may reset the arena `stream` whenever it is called
 * with a stream record or a bare certificate, as the last thing that it does.
 */
#ifndef FACTS_INVENTORY_H
#define FACTS_INVENTORY_H

#include "facts/inventory_input.h"

struct inventory;

/* What reading needs, made once; for one thread at a time. Lives in the arena. */
struct inventory *inventory_new(struct arena *arena, const struct model *model);

void inventory_read(struct inventory *inventory,
                    const struct inventory_input *input);

/* "7 more: values that do not fit"; in the arena. */
struct text inventory_more(struct arena *arena, uint64_t count, const char *what);

/* Turn the keys that the record refers by into records of the world; a key without a
 * record becomes a missing value that says so. Done once contexts are complete; memory
 * comes from the arena. Linking twice is harmless. */
void inventory_link(const struct world *world, struct record *record,
                    struct arena *arena);

#endif
