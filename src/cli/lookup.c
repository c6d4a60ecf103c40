/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lookup.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"

static int compare(const void *a, const void *b)
{
	return strcmp(((const struct lookup_entry *)a)->key, ((const struct lookup_entry *)b)->key);
}

struct lookup_entry *lookup_add(struct lookup *lookup, const char *key)
{
	struct lookup_entry wanted = { .key = (char *)key }, *entry;
	struct lookup_entry *const *found = tfind(&wanted, &lookup->root, compare);

	if (found)
		return *found;
	entry = memory_new(1, sizeof *entry);
	*entry = (struct lookup_entry){ .key = memory_copy(key), .next = lookup->last };
	memory_need(tsearch(entry, &lookup->root, compare));
	lookup->last = entry;
	lookup->count++;
	return entry;
}

void lookup_done(struct lookup *lookup)
{
	while (lookup->last) {
		struct lookup_entry *entry = lookup->last;

		lookup->last = entry->next;
		tdelete(entry, &lookup->root, compare);
		free(entry->key);
		free(entry);
	}
}
