/* SPDX-License-Identifier: Apache-2.0 */
/* print.h - a model and a policy as assay text. */
#ifndef REFERENCE_PRINT_H
#define REFERENCE_PRINT_H

#include "policy.h"
#include "store.h"

/* The model is called `shapes`, the policy `chance`. */
void print_model(struct writing *out, const struct policy *policy);
void print_policy(struct writing *out, const struct policy *policy);

/* A value as it stands in a policy; `words` are those of a one-of. */
void print_value(struct writing *out, enum kind kind, const char *const *words,
                 const struct value *value);
void print_condition(struct writing *out, const struct condition *condition);

/* "2026-11-22T10:30:00Z" */
const char *date_text(int64_t seconds);

#endif
