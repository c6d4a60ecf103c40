/* SPDX-License-Identifier: Apache-2.0 */
/* quote.h - text from outside, shown so that it can't drive a terminal.
 *
 * Control and hidden characters are written <U+202E>, bytes that are not UTF-8
 * <E9>, a tab as one space. Columns are those of a terminal.
 */
#ifndef DIAG_QUOTE_H
#define DIAG_QUOTE_H

#include "base/buffer.h"

enum { QUOTE_COLUMNS = 80 };

/* Add all of it. */
void quote_text(struct buffer *out, struct text text);

/* A line with some of its bytes marked, and the window of at most QUOTE_COLUMNS
 * columns that is shown of it: around the mark when the line is longer. */
struct quote {
	struct text line;
	uint32_t from, to;              /* columns shown, an ellipsis included */
	bool cut_left, cut_right;       /* is there an ellipsis? */
	uint32_t mark;                  /* columns before the mark, as shown */
	uint32_t marked;                /* columns marked, at least one */
};

/* `from` and `to` are offsets in the line; where they are equal, or at its end, one column
 * is marked. */
struct quote quote_mark(struct text line, uint32_t from, uint32_t to);

/* Add what is shown of the line, without a line feed. */
void quote_line(struct buffer *out, const struct quote *quote);

#endif
