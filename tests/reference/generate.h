/* SPDX-License-Identifier: Apache-2.0 */
/* generate.h - models, policies and facts made by chance, the same for the same seed.
 *
 * What is made is valid: comparisons with optional facts have the guards that the
 * language asks for, tables cover every combination once, nothing is derived from itself.
 */
#ifndef REFERENCE_GENERATE_H
#define REFERENCE_GENERATE_H

#include "facts.h"
#include "random.h"

struct policy *generate_policy(struct random *random);

/* Facts for the policy, with its states mixed at random. */
struct scene *generate_facts(struct random *random, const struct policy *policy);

#endif
