/* SPDX-License-Identifier: Apache-2.0 */
/* state.h - what the scanner and the parser share. Private to this room. */
#ifndef GRAMMAR_STATE_H
#define GRAMMAR_STATE_H

#include "base/arena.h"
#include "diag/diag.h"
#include "tree/ast.h"

struct parse {
	struct arena *arena;
	struct diags *diags;
	struct file_tree *file;
	uint32_t offset;        /* address of the next byte to scan */
	uint32_t open_at;       /* where the text being scanned began */
	struct buffer *text;    /* its bytes so far; between texts, room for a message */
	uint32_t depth;         /* open parentheses, brackets and braces */
	uint32_t links;         /* of `and`, `or`, `+` and `-` in this part of the policy */
	bool ended;             /* nothing more is to be read */
	uint32_t quiet;         /* mistakes before this are one with another that was told */
	bool line_begun;        /* a token stands before on this line */
};

/* Depth and links together bound how deep a tree is, so that those who walk it may recurse. */
enum { PARSE_MAX_DEPTH = 100, PARSE_MAX_LINKS = 1000, PARSE_MAX_SIZE = 4 << 20,
       NAME_BYTES = 64 };

#endif
