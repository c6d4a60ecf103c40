/* SPDX-License-Identifier: Apache-2.0 */
/* wording.h - conditions as a person would write them: `key.bits < 2048 bits`, `join is
 * Workgroup or AD domain-joined`, `client-auth is present`. Words are written by their labels.
 *
 */
#ifndef CODE_WORDING_H
#define CODE_WORDING_H

#include "base/buffer.h"
#include "code/program.h"

struct wording {
	const struct program *program;
	const struct model *model;
	const struct row_frame *frame;
	const uint32_t **setters;       /* code/setters.h */
	struct text fleet;              /* what the rule asks of the fleet; or empty */
};

/* The variable has one of the values: not none of them, and not all. */
void wording_condition(const struct wording *w, struct buffer *out, uint32_t variable,
                       uint64_t values);

/* A value of a one-of or bool: its label; `yes`, `no`. */
void wording_word(struct buffer *out, const struct fact *fact, int64_t word);

#endif
