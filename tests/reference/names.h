/* SPDX-License-Identifier: Apache-2.0 */
/* names.h - the names that findings give to facts: what they stand for. */
#ifndef REFERENCE_NAMES_H
#define REFERENCE_NAMES_H

#include "kleene.h"

/* The same names, without the subject's own before them: `site.open` in a rule on site is
 * `open`. */
struct names names_normal(const struct rule *rule, const struct names *names);

/* Copy the fact of this name from one scene to the other, with the references on the way;
 * of a list, all that its records hold. */
void names_restore(const struct policy *policy, const struct rule *rule,
                   const struct record *subject, const char *name,
                   const struct scene *from, struct scene *to);

#endif
