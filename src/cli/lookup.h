/* SPDX-License-Identifier: Apache-2.0 */
/* lookup.h - things by their text.
 *
 * A balanced tree, since the texts may come from an enemy who knows how to make a hash collide.
 */
#ifndef CLI_LOOKUP_H
#define CLI_LOOKUP_H

#include <stddef.h>

struct lookup_entry {
	char *key;
	void *value;
	struct lookup_entry *next;      /* private: the one added before */
};

/* Empty when zeroed. */
struct lookup {
	void *root;             /* of tsearch */
	struct lookup_entry *last;
	size_t count;
};

/* The entry of a key, which is added with the value NULL if it is not there. It stays where
 * it is. */
struct lookup_entry *lookup_add(struct lookup *lookup, const char *key);

void lookup_done(struct lookup *lookup);

#endif
