/* SPDX-License-Identifier: Apache-2.0 */
/* atoms.h - conditions as instructions of the stack machine. */
#ifndef COMPILE_ATOMS_H
#define COMPILE_ATOMS_H

#include "compile/emitter.h"
#include "lang/checked.h"

/* Numbers the facts that an atom reads, for results that name them. */
struct readings {
	uint32_t (*group_of)(void *user, struct path path);
	void *user;
	const struct frame *frame;
	uint32_t groups[64];
	uint32_t count;
};

/* Write the instructions that leave the truth of `condition` on the stack. */
void emit_condition(struct emitter *e, struct readings *readings, const struct condition *condition);

#endif
