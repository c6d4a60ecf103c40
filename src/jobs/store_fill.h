/* SPDX-License-Identifier: Apache-2.0 */
/* store_fill.h - an evaluation's store of certificates, filled from files. */
#ifndef JOBS_STORE_FILL_H
#define JOBS_STORE_FILL_H

#include "jobs/evaluate.h"

/* Take all certificates under a path (or on standard input), telling what can't be used. */
void store_fill(struct evaluation *e, const char *path);

#endif
