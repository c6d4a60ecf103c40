/* SPDX-License-Identifier: Apache-2.0 */
/* lookup.h - things by their text. */
#ifndef CLI_LOOKUP_H
#define CLI_LOOKUP_H

#include <stddef.h>

struct lookup_entry {
	char *key;
	void *value;
};

/* Empty when zeroed. */
struct lookup {
	struct lookup_entry *entries;
	size_t capacity, count;
};

/* The entry of a key, which is added with the value NULL if it is not there. It stays where
 * it is until the next one is added. */
struct lookup_entry *lookup_add(struct lookup *lookup, const char *key);

void lookup_done(struct lookup *lookup);

#endif
