/* SPDX-License-Identifier: Apache-2.0 */
/* parse.h - text to tree. */
#ifndef GRAMMAR_PARSE_H
#define GRAMMAR_PARSE_H

#include "base/arena.h"
#include "diag/diag.h"
#include "tree/ast.h"

/* Parse `source`. Mistakes are said to `diags`; the tree holds what could be understood and is never NULL.
 * Tree and text values live in `arena`. */
struct file_tree *parse_policy(struct arena *arena, struct diags *diags,
                               const struct source *source);

/* The words of the language, sorted, NULL-terminated: they can't be names. */
const char *const *parse_reserved_words(void);
bool parse_is_reserved(struct text word);

#endif
