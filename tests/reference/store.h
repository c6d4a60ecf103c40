/* SPDX-License-Identifier: Apache-2.0 */
/* store.h - memory of the reference evaluator: taken piece by piece, given back in one go.
 *
 * One stack for the whole program: store_mark remembers a height, store_release goes back to
 * it. What is taken is zeroed; the program ends when there is no more.
 */
#ifndef REFERENCE_STORE_H
#define REFERENCE_STORE_H

#include <stddef.h>

void *store_take(size_t size);

/* The printed text, in the store. */
const char *store_print(const char *format, ...) __attribute__((format(printf, 1, 2)));

size_t store_mark(void);
void store_release(size_t mark);
void store_done(void);

/* A text that grows; its bytes are ended by a NUL and are its own. */
struct writing {
	char *at;
	size_t length, capacity;
};

void write_text(struct writing *out, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void writing_done(struct writing *out);

#endif
