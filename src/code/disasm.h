/* SPDX-License-Identifier: Apache-2.0 */
/* disasm.h - a program as people read it. */
#ifndef CODE_DISASM_H
#define CODE_DISASM_H

#include "base/buffer.h"
#include "code/program.h"

/* Add a listing of a verified program: what it is, then for every frame its records, its
 * instructions with the facts and values that they speak of, and its diagrams where they are
 * used. Equal programs have equal listings. */
void disasm_program(struct buffer *out, const struct program *program, struct arena *scratch);

#endif
