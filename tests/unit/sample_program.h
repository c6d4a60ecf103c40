/* SPDX-License-Identifier: Apache-2.0 */
/* sample_program.h - a small program, written by hand, that has every instruction but NOW and
 * STEP. */
#ifndef TESTS_SAMPLE_PROGRAM_H
#define TESTS_SAMPLE_PROGRAM_H

#include "compile/emitter.h"

struct sample {
	struct arena arena;
	struct emitter e;               /* its tables may be changed */
	struct program program;
};

/* Frames of the sample, and bases of the frame of visits. */
enum { SAMPLE_CERTIFICATE, SAMPLE_SITE, SAMPLE_TILL, SAMPLE_VISIT };
enum { VISIT_SELF, VISIT_SITE, VISIT_TILL, VISIT_CERT, VISIT_TAG };

void sample_open(struct sample *sample);
void sample_close(struct sample *sample);

/* The code word of the n-th instruction of its kind (from 0) in the frame of an
 * entity. */
uint32_t sample_find(const struct sample *sample, uint32_t entity, uint32_t op, uint32_t n);

#endif
