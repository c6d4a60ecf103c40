/* SPDX-License-Identifier: Apache-2.0 */
/* verify_trial.h - the sample program, changed in one place at a time and verified. */
#ifndef TESTS_VERIFY_TRIAL_H
#define TESTS_VERIFY_TRIAL_H

#include "code/verify.h"
#include "tests/unit/sample_program.h"

struct trial {
	struct sample sample;
	struct arena scratch;
	struct image_trouble why;
	struct buffer text;             /* of why */
};

void trial_open(struct trial *t);
void trial_close(struct trial *t);

/* Verify it as it is now; and fail unless it is accepted. */
bool trial_verify(struct trial *t);
void trial_accept(struct trial *t);

/* Refused with these words when the place has this value; then it is as it was. */
void trial_refuse(struct trial *t, uint32_t *place, uint32_t value, const char *what);

/* A column of a row that may be changed. */
#define CELL(t, table, row, column) \
	(&((struct row_##table *)(void *)(t)->sample.e.rows[TABLE_##table])[row].column)

/* The n-th such instruction of a frame; its operands follow it. */
uint32_t *trial_word(struct trial *t, uint32_t entity, uint32_t op, uint32_t n);
uint32_t *trial_visit(struct trial *t, uint32_t op);

/* A message about an instruction of the frame of visits. */
const char *trial_at(struct trial *t, const uint32_t *place, const char *what);

#endif
