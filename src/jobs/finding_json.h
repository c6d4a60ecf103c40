/* SPDX-License-Identifier: Apache-2.0 */
/* finding_json.h - a finding as a JSON object on one line (docs/schema/results.json). */
#ifndef JOBS_FINDING_JSON_H
#define JOBS_FINDING_JSON_H

#include "jobs/describe.h"

/* Without a line end; NUL-terminated, in the arena. */
struct text finding_json(struct arena *arena, const struct program *program,
                         const struct described *finding);

#endif
