/* SPDX-License-Identifier: Apache-2.0 */
/* setters.h - the instruction that computes each variable of a frame. */
#ifndef CODE_SETTERS_H
#define CODE_SETTERS_H

#include "code/program.h"

/* By variable, counted in the frame; NULL for one that nothing computes. In the arena. */
const uint32_t **setters_find(const struct program *program, const struct row_frame *frame,
                              struct arena *arena);

#endif
