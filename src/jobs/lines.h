/* SPDX-License-Identifier: Apache-2.0 */
/* lines.h - a large input, a few lines at a time.
 *
 * Where an input is cut depends on its bytes alone, so that what is found does not depend on who
 * reads the pieces.
 */
#ifndef JOBS_LINES_H
#define JOBS_LINES_H

#include "base/buffer.h"

enum {
	LINES_PIECE = 128 << 10,        /* bytes of a piece at most, unless a line is longer */
	LINES_MOST = 64 << 20           /* bytes of a line at most */
};

/* Whole lines, and where they stand in the input. */
struct piece {
	struct buffer bytes;
	uint64_t offset, line;  /* bytes and line ends before it */
};

struct lines {
	int file;               /* borrowed; -1: nothing but `rest` */
	struct buffer rest;     /* read, but not given yet */
	size_t given;           /* bytes of it that were */
	uint64_t offset, line;  /* of the next piece */
	uint64_t too_long;      /* line, from 1, that is longer than LINES_MOST and was passed; or 0 */
	int error;              /* errno of reading; or 0 */
	bool ended;             /* nothing is left in `file` */
};

/* Read from `file`, after what was read from it already; the bytes are copied. */
void lines_open(struct lines *lines, int file, struct text read);

/* Go on with an open file, of which `read` was read already, behind what was given so far. */
void lines_behind(struct lines *lines, int file, struct text read);

/* Bytes up to the last line end, or all where there is none. */
size_t lines_whole(struct text bytes);

/* The next piece; its buffer is reused. False at the end, after an error, and before a line that is too
 * long: then `too_long` is set, and the next call goes on behind it. */
bool lines_next(struct lines *lines, struct piece *piece);

void lines_close(struct lines *lines);

#endif
