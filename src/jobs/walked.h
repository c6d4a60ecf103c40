/* SPDX-License-Identifier: Apache-2.0 */
/* walked.h - folders and archives of an evaluation, file by file. */
#ifndef JOBS_WALKED_H
#define JOBS_WALKED_H

#include "jobs/evaluate.h"

/* Is it a path that is to be walked, or the bytes of an archive? */
bool walked_is(const struct input *input);

/* Read what the pass is for. Where the model has no contexts, that of the stream is for all. */
void walked_read(struct evaluation *e, struct inventory *inventory, const struct input *input,
                 enum inventory_pass pass);

#endif
