/* SPDX-License-Identifier: Apache-2.0 */
/* run_program.h - run any verified program over records made by chance. */
#ifndef TESTS_RUN_PROGRAM_H
#define TESTS_RUN_PROGRAM_H

#include "code/program.h"

/* Facts of the right type in every state, references that lead somewhere or nowhere, lists up to their cap. The result is
 * the number of findings. Whatever the program, nothing may be read or written out of bounds. */
uint32_t run_program(const struct program *program, uint64_t seed);

#endif
