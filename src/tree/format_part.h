/* SPDX-License-Identifier: Apache-2.0 */
/* format_part.h - what the parts of the formatter share; for format*.c only.
 *
 * Lines are begun by format_line or format_begin and filled by format_text. A comment ends its
 * line: whatever is written after one goes to a line of its own, so no comment can swallow
 * what follows it.
 */
#ifndef TREE_FORMAT_PART_H
#define TREE_FORMAT_PART_H

#include "base/buffer.h"
#include "tree/ast.h"

enum { FORMAT_COLUMNS = 100 };

struct format {
	struct buffer *out;
	const struct file_tree *file;
	const struct comment *comment;  /* the next one to write */
	struct buffer scratch;          /* what is measured before it is written */
	struct buffer widths;           /* uint32_t for each column of a table */
	size_t line;                    /* where the current line begins in out */
	uint32_t indent;                /* columns before the text of the current line */
	bool commented;                 /* the current line ends in a comment */
	bool raw_cells;                 /* cells of tables stay as they were written */
	bool tight;                     /* no blank line may stand next */
};

/* --- lines (format_line.c) --- */

/* What is written next begins a line at `column`. */
void format_line(struct format *f, uint32_t column);

/* What is written next has one blank line before it; not so at the begin of the file. */
void format_blank(struct format *f);

/* Columns of a text without control characters; quick for ASCII, which nearly all is. */
uint32_t format_width(struct text text);

/* The column at which the next text would stand. */
uint32_t format_column(const struct format *f);

void format_text(struct format *f, struct text text);
void format_string(struct format *f, const char *string);
void format_space(struct format *f, uint32_t column);

/* Text after a space, not at the begin of a line; on a new line at `column` if it does not fit. */
void format_piece(struct format *f, uint32_t column, struct text text);

/* Quoted text with its escapes. */
void format_quoted(struct buffer *out, struct text text);
void format_quoted_piece(struct format *f, uint32_t column, struct word text);

/* Did the author leave a blank line before this place? */
bool format_had_blank(const struct format *f, uint32_t at);

/* The comments before `at`: behind what stood before them on their line, or on lines of their
 * own at `column`. */
void format_comments(struct format *f, uint32_t column, uint32_t at);

/* The comments inside a part, up to `to`: on lines of their own before it. */
void format_inner_comments(struct format *f, uint32_t column, uint32_t to);

/* Is there a comment before `at` that is not written yet? */
bool format_has_comment(const struct format *f, uint32_t at);

/* Begin a line at `column` for what stands at `part`: the comments before it, the author's blank
 * line, and the comments inside it. */
void format_begin(struct format *f, uint32_t column, struct span part);

/* Where the next word after `at` begins, which stands behind what is written: past white space
 * and comments. */
uint32_t format_next(const struct format *f, uint32_t at);

/* The comments that are left of an item; the next one begins at `next` (the end of the file when
 * there is none). Those on lines indented deeper than that belong to the item. */
void format_tail(struct format *f, uint32_t next);

/* --- conditions (format_condition.c) --- */

/* On one line. */
void format_flat(struct buffer *out, const struct expr *expr);

/* Here, broken where it does not fit with `after` columns behind it. */
void format_condition(struct format *f, const struct expr *expr, uint32_t after);

/* Up to here comments inside the condition move before it. */
uint32_t format_first_end(const struct expr *expr);

/* Comments from here on are behind the condition, though a parenthesis may close behind them. */
uint32_t format_last_end(const struct expr *expr);

/* --- tables (format_rows.c) --- */

void format_rows(struct format *f, uint32_t column, const struct rows *rows);

/* --- types, entities and parameters (format_entity.c) --- */

void format_facts(struct format *f, const struct facts_tree *facts);

/* Where the docs of this and the parameters right behind it begin. */
uint32_t format_parameter_docs(struct format *f, const struct item *item);
void format_parameter(struct format *f, const struct item *item, uint32_t docs);

/* Up to here comments inside the parameter move before it. */
uint32_t format_parameter_first_end(const struct item *item);

/* From what to what a lookup is. */
void format_lookup_types(struct format *f, const struct item *item);
uint32_t format_lookup_first_end(const struct item *item);

/* --- mappings (format_mapping.c) --- */

void format_columns(struct format *f, const struct columns_tree *columns);
void format_origins(struct format *f, const struct origins_tree *origins);

/* --- tests (format_test.c) --- */

void format_test(struct format *f, const struct item *item);

#endif
