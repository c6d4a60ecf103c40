/* SPDX-License-Identifier: Apache-2.0 */
/* reading.h - a policy text, read and laid out, for tests. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "base/buffer.h"
#include "diag/diag.h"
#include "tree/ast.h"

struct reading {
	struct arena arena;
	struct sources sources;
	struct diags diags;
	struct file_tree *file;
	struct buffer layout;           /* empty when there are mistakes */
};

/* Read `text` and, if it has no mistakes, lay it out. */
void reading_open(struct reading *reading, struct text text);
void reading_close(struct reading *reading);

uint32_t reading_comments(const struct reading *reading);

/* What does not hold of the layout of what was read: that it is read as the same tree, keeps its
 * comments, and is laid out the same again. NULL when all of it holds. */
const char *reading_trouble(const struct reading *reading);

#endif
