/* SPDX-License-Identifier: Apache-2.0 */
/* mapping_trial.h - a mapping text and an input, read into facts as text, for tests.
 *
 * The model has a context `shop` (single), a context `till` with the key `name`, and the stream
 * `visit` with the key `id`.
 */
#ifndef TESTS_UNIT_MAPPING_TRIAL_H
#define TESTS_UNIT_MAPPING_TRIAL_H

#include "base/buffer.h"
#include "diag/diag.h"
#include "facts/inventory_input.h"
#include "lang/check.h"

struct mapping_trial {
	struct arena arena, contexts, stream, messages, scratch;
	struct sources sources;
	struct diags diags;
	struct mapping *mapping;
	struct buffer out;              /* records, then what was told, a line each */
};

/* Check the mapping: what stands behind `use model shop 1`. */
void mapping_trial_open(struct mapping_trial *trial, const char *text,
                        const struct check_setting *settings);
void mapping_trial_close(struct mapping_trial *trial);

/* Read an input called "in/PC7.csv" in one pass or two; the result is trial->out, with a NUL. */
const char *mapping_trial_read(struct mapping_trial *trial, struct text bytes,
                               enum inventory_pass pass);

#endif
