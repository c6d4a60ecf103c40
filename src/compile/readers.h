/* SPDX-License-Identifier: Apache-2.0 */
/* readers.h - which derived facts follow from facts that nothing else reads. */
#ifndef COMPILE_READERS_H
#define COMPILE_READERS_H

#include "lang/checked.h"

enum { READER_RULE = INT32_MAX };

/* Who reads the facts of a frame, as far as its conditions were offered. */
struct readers {
	const struct frame *frame;
	uint32_t *of;                   /* each fact: 0, its only reader, or READER_RULE */
	uint8_t *privacy;               /* each binding, once asked */
};

void readers_begin(struct readers *readers, struct arena *arena, const struct frame *frame);

/* The reader, a binding's index + 1 or READER_RULE, reads this fact. */
void readers_note(struct readers *readers, struct path path, uint32_t reader);

/* Does nothing else read what the derivation reads, directly or by other derived facts? Then the values of its
 * fact need to be told apart only as far as rules do: one that is given restricts facts that no rule sees. Once all
 * is offered. */
bool readers_are_private(const struct readers *readers, const struct binding *binding);

#endif
