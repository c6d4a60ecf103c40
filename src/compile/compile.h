/* SPDX-License-Identifier: Apache-2.0 */
/* compile.h - from a checked policy to a program. */
#ifndef COMPILE_COMPILE_H
#define COMPILE_COMPILE_H

#include "code/program.h"
#include "diag/diag.h"
#include "lang/checked.h"

struct compile_input {
	const struct checked_policy *policy;
	const struct sources *sources;          /* the policy first; each becomes a file of the program */
	const uint8_t *roles;                   /* of each source: 0 policy, 1 used policy, 2 model */
};

/* Prove the tables, build the diagrams, write the program. False after mistakes, which are said to
 * `diags`; nothing may be done with `program` then. All lives in `arena`, with much scratch beside it. */
bool compile_program(struct arena *arena, struct diags *diags, const struct compile_input *input,
                     struct program *program);

#endif
