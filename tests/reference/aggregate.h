/* SPDX-License-Identifier: Apache-2.0 */
/* aggregate.h - what a whole fleet says. */
#ifndef REFERENCE_AGGREGATE_H
#define REFERENCE_AGGREGATE_H

#include "kleene.h"

/* The truth of a count or a share; false if there were too many completions. */
bool decide_number(const struct scene *scene, const struct plan *body,
                   const struct condition *aggregate, enum truth *truth);

/* The truth vectors that the fleet allows for the any, no and all of a rule, bit n for
 * vector n; false if there were too many completions. */
bool decide_joint(const struct scene *scene, const struct plan *plan, unsigned *vectors);

#endif
