/* SPDX-License-Identifier: Apache-2.0 */
/* prove.h - tables are complete and no two rows overlap (DMN's hit policy "unique"). */
#ifndef COMPILE_PROVE_H
#define COMPILE_PROVE_H

#include "diag/diag.h"
#include "lang/checked.h"

/* Prove every table of the policy; what is missing or doubled is said as the row. */
void prove_tables(struct arena *arena, struct diags *diags, const struct checked_policy *policy);

#endif
