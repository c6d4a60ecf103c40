/* SPDX-License-Identifier: Apache-2.0 */
/* build.h - the nodes of conditions as the parser makes them. Private to this room. */
#ifndef GRAMMAR_BUILD_H
#define GRAMMAR_BUILD_H

#include "grammar/state.h"

/* A fact, a definition or a value. */
struct expr *build_word(struct parse *p, struct word word);

/* Lengthen a chain of `and`, `or`, `+` or `-`; one that is too long is told and stays as it is. */
struct expr *build_chain(struct parse *p, enum expr_kind kind, struct expr *left,
                         struct expr *right);

struct expr *build_operation(struct parse *p, enum expr_kind kind, enum expr_op op,
                             struct expr *left, struct expr *right);
struct expr *build_aggregate(struct parse *p, enum expr_op op, struct span at, struct word name);

/* `expr` about `left`, written at `at`. */
struct expr *build_wrapped(struct expr *expr, struct span at, struct expr *left);

#endif
