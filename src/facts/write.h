/* SPDX-License-Identifier: Apache-2.0 */
/* write.h - records as JSON in the format that inventory.h reads (docs/facts.md).
 *
 * One line each, facts in the model's order, the same bytes for the same record. What was
 * written and is read again is the same record, in every state; only repeats in a set, and
 * the keys of certificates, are not kept.
 */
#ifndef FACTS_WRITE_H
#define FACTS_WRITE_H

#include "base/buffer.h"
#include "model/record.h"

/* Which facts that others derive are written besides those that were given. */
enum write_derived { WRITE_GIVEN, WRITE_DERIVED };

/* The line that names the format; it stands first. */
void write_format(struct buffer *out);

/* {"till": {"name": "T1", ...}} and a line end. A missing fact is left out, unless there is
 * a reason for it. */
void write_record(struct buffer *out, const struct record *record,
                  enum write_derived derived);

#endif
