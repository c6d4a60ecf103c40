/* SPDX-License-Identifier: Apache-2.0 */
/* run_program.h - run any verified program over records made by chance. */
#ifndef TESTS_RUN_PROGRAM_H
#define TESTS_RUN_PROGRAM_H

#include "code/program.h"

/* Facts of the right type in every state, references that lead somewhere or nowhere, lists up to their cap. Facts of
 * certificates that are not in the mask (program_uses; NULL: all are) are left out. The result is a digest of all
 * findings. Whatever the program, nothing may be read or written out of bounds. */
uint64_t run_program(const struct program *program, uint64_t seed, const uint64_t *mask);

#endif
