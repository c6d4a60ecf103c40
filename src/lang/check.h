/* SPDX-License-Identifier: Apache-2.0 */
/* check.h - from trees to a checked policy. */
#ifndef LANG_CHECK_H
#define LANG_CHECK_H

#include "diag/diag.h"
#include "lang/checked.h"
#include "model/mapping.h"
#include "tree/ast.h"

struct check_setting {
	struct text name, value;
};

struct check_input {
	const struct sources *sources;
	const struct file_tree *model;          /* NULL: bare certificates */
	const struct file_tree *const *files;   /* the policy first, then those it uses */
	uint32_t file_count;
	struct text profile;                    /* empty: none */
	const struct check_setting *settings;   /* parameters, after the profile */
	uint32_t setting_count;
};

/* Resolve and check. Mistakes are said to `diags`; the result is never NULL but means nothing
 * when there were errors. Everything lives in `arena`. */
struct checked_policy *check_policy(struct arena *arena, struct diags *diags,
                                    const struct check_input *input);

/* A fact model alone: its entities (never NULL), for tests and inventories. */
struct model *check_model(struct arena *arena, struct diags *diags,
                          const struct sources *sources, const struct file_tree *file);

struct check_mapping_input {
	const struct sources *sources;
	const struct file_tree *model;
	const struct file_tree *mapping;
	const struct check_setting *settings;
	uint32_t setting_count;
};

/* A mapping, type-checked against its model. Like check_policy, never NULL. */
struct mapping *check_mapping(struct arena *arena, struct diags *diags,
                              const struct check_mapping_input *input);

#endif
