/* SPDX-License-Identifier: Apache-2.0 */
/* trouble.h - why an image or a program was refused: where, and in plain words. */
#ifndef CODE_TROUBLE_H
#define CODE_TROUBLE_H

#include "base/buffer.h"

/* A place in a program. Its texts are static. */
struct trouble_place {
	const char *section;    /* "header", a table, "strings", "constants", "maps", "code" */
	const char *unit;       /* what index counts: "byte", "row", "word"; "" for the whole */
	uint32_t index;
	const char *detail;     /* column of a table, name of an instruction, or "" */
};

struct image_trouble {
	struct trouble_place at;
	char reason[200];       /* what was expected and what was found */
};

/* Note a trouble; always false, so that a check can return it. */
bool trouble_say(struct image_trouble *why, struct trouble_place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Add "group, row 3, slot: expected a fact of `site`, found 12". */
void trouble_write(struct buffer *out, const struct image_trouble *why);

#endif
