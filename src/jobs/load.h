/* SPDX-License-Identifier: Apache-2.0 */
/* load.h - a policy from its texts or its image. */
#ifndef JOBS_LOAD_H
#define JOBS_LOAD_H

#include "code/program.h"
#include "diag/diag.h"
#include "lang/check.h"
#include "tree/ast.h"

enum { LOAD_MAX_FILES = 64 };

enum file_role { ROLE_POLICY, ROLE_USED, ROLE_MODEL };

/* What went in, and what came of it. All lives in `arena`. */
struct load {
	struct arena *arena;
	struct sources sources;
	struct diags diags;
	const char *const *folders;     /* searched after the file's own */
	size_t folder_count;
	const struct program *embedded; /* search its texts instead; may be NULL */
	struct text profile;
	const struct check_setting *settings;
	uint32_t setting_count;
	struct file_tree *files[LOAD_MAX_FILES];        /* policies, the first asked for first */
	uint32_t file_count;
	struct file_tree *model;
	struct file_tree *mapping;      /* if the text is one */
	uint8_t roles[LOAD_MAX_FILES + 1];              /* by source */
	const char *paths[LOAD_MAX_FILES + 1];          /* by source; NULL: from memory */
};

void load_init(struct load *load, struct arena *arena);

/* Parse a text and the model and policies that it uses. `path` is where it came from, or NULL.
 * Mistakes are said to load->diags. The result is its tree, or NULL when there are too many files. */
struct file_tree *load_text(struct load *load, struct text name, struct text text, const char *path);

/* The file that a path means: a folder holds one named like itself. In the arena. */
const char *load_path(struct load *load, const char *path);

/* Check and compile what was loaded. False after mistakes. */
bool load_compile(struct load *load, struct program *program);

/* Check the mapping that was loaded, with load->settings. Never NULL. */
struct mapping *load_mapping(struct load *load);

/* Only check: for tests and models. Never NULL. */
struct checked_policy *load_check(struct load *load);

#endif
