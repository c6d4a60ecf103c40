/* SPDX-License-Identifier: Apache-2.0 */
/* lister.h - what the modules of the disassembler share. Private to them. */
#ifndef CODE_LISTER_H
#define CODE_LISTER_H

#include "base/buffer.h"
#include "code/program.h"

struct lister {
	struct buffer *out;
	const struct program *program;
	struct arena *scratch;
	const struct model *model;
	const struct row_frame *frame;
	const uint32_t **setters;       /* by variable: the instruction that sets it */
};

/* What a diagram is for, so that its leaves can be told. */
struct diagram_use {
	uint32_t op;                    /* DERIVE, BIND, TALLY, CHECK; EACH stands for a caution */
	const struct fact *fact;        /* derived */
	const struct row_check *check;
	uint32_t tally_kind;
};

/* lister_names.c: facts, values and variables in words. Long texts are cut. */
void lister_line(const struct lister *l, struct text text);
void lister_text(const struct lister *l, uint32_t offset);
void lister_quoted(const struct lister *l, struct text text);
const struct fact *lister_fact(const struct lister *l, uint32_t base, uint32_t slot);
void lister_path(const struct lister *l, uint32_t base, uint32_t slot);
void lister_function(const struct lister *l, const uint32_t *operands, uint32_t function);
void lister_number(const struct lister *l, const struct fact *fact, int64_t number);
const char *lister_pattern(uint32_t pattern);
void lister_variable(const struct lister *l, uint32_t variable);

/* lister_values.c: some values of a variable, as conditions on its fact. */
void lister_values(const struct lister *l, uint32_t variable, uint64_t values);

/* lister_code.c, lister_diagram.c */
void lister_code(struct lister *l);
void lister_diagram(const struct lister *l, uint32_t diagram, const struct diagram_use *use);

#endif
