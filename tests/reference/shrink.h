/* SPDX-License-Identifier: Apache-2.0 */
/* shrink.h - the smallest policy and facts that still show a difference. */
#ifndef REFERENCE_SHRINK_H
#define REFERENCE_SHRINK_H

#include "compare.h"

/* A copy that may be changed: the rules and entities, not the conditions. */
struct policy *shrink_copy(const struct policy *policy);

/* Leave out what the difference does not need. The policy is changed in place (its
 * entities too); false, and nothing useful, if there is no difference at all. */
bool shrink(struct policy *policy, struct scene *scene, struct writing *report);

#endif
