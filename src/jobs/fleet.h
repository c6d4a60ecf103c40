/* SPDX-License-Identifier: Apache-2.0 */
/* fleet.h - a long input of lines, judged by several threads: what is found comes in the order of the input, and is
 * the same for any number of threads.
 *
 * The calling thread reads pieces and hands on what was found in them; workers judge them. Memory goes with
 * the number of threads.
 */
#ifndef JOBS_FLEET_H
#define JOBS_FLEET_H

#include "jobs/evaluate.h"

/* Judge the stream's records of an input of lines. Contexts must be complete. */
void fleet_judge(struct evaluation *e, const struct input *input);

/* End the workers; NULL is fine. */
void fleet_free(struct fleet *fleet);

#endif
