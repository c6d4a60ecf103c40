/* SPDX-License-Identifier: Apache-2.0 */
/* format.h - a file in its canonical layout.
 *
 * What is written parses as an equal tree (ast_equal), holds every comment, and is laid out
 * the same when it is formatted again. One blank line stands around each item with a body;
 * elsewhere a blank line of the author's is kept, but never two. Lines are kept within
 * 100 columns where that needs no cut through a text.
 */
#ifndef TREE_FORMAT_H
#define TREE_FORMAT_H

#include "base/buffer.h"
#include "tree/ast.h"

/* Add the layout of `file` to `out`. The file was parsed without mistakes and belongs to
 * `sources`. Lines end in a line feed alone; an empty file gives nothing. */
void format_file(struct buffer *out, const struct sources *sources, const struct file_tree *file);

#endif
