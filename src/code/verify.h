/* SPDX-License-Identifier: Apache-2.0 */
/* verify.h - may this program run?
 *
 * Whatever the machine relies on without looking is held here: that every number is in its
 * range, that instructions fit the facts they work on, that everything is set before it is
 * used, and that each frame ends within its bounds. A program that is not accepted must not run.
 */
#ifndef CODE_VERIFY_H
#define CODE_VERIFY_H

#include "code/program.h"
#include "code/trouble.h"

/* Accept the program, or refuse it and say why. Takes time and memory in proportion to its size. */
bool verify_program(const struct program *program, struct arena *scratch,
                    struct image_trouble *why);

/* The columns `stack` and `bound` that a frame must have: the most values on the stack, and the
 * most instructions for one record, an instruction in EACH counted for every element that a
 * list may have, a diagram by its depth. For programs whose rows are in their ranges: the
 * compiler's own, and those that are being verified. */
void verify_measure(const struct program *program, uint32_t frame, uint32_t *stack,
                    uint32_t *bound);

#endif
