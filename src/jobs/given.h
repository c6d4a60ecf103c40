/* SPDX-License-Identifier: Apache-2.0 */
/* given.h - what a test gives, as the JSON that facts are read from (docs/facts.md). */
#ifndef JOBS_GIVEN_H
#define JOBS_GIVEN_H

#include "base/buffer.h"
#include "model/entity.h"
#include "tree/ast.h"

/* Add `{"entity": {...}}`. A record without a key gets `ordinal` as one. */
void given_write(struct buffer *out, const struct model *model, const struct setup *setup,
                 uint32_t ordinal);

#endif
