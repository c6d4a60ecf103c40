/* SPDX-License-Identifier: Apache-2.0 */
#include "vm/witness.h"

/* Memory for the key: that of the one which gives way, if it is large enough. */
static char *memory_for(struct arena *arena, struct text old, uint32_t *capacity, uint32_t length)
{
	if (length < *capacity)
		return (char *)old.at;
	*capacity = length > UINT32_MAX / 2 ? UINT32_MAX : length * 2 + 32;
	return arena_alloc(arena, *capacity);
}

void witness_add(struct witnesses *witnesses, struct arena *arena, struct text key)
{
	uint32_t at = witnesses->count, last, capacity;
	char *memory;

	while (at > 0 && text_compare(key, witnesses->keys[at - 1]) < 0)
		at--;
	if (at == MAX_WITNESSES)
		return;
	last = witnesses->count < MAX_WITNESSES ? witnesses->count++ : MAX_WITNESSES - 1;
	capacity = witnesses->capacities[last];
	memory = memory_for(arena, witnesses->keys[last], &capacity, key.length);
	for (uint32_t i = last; i > at; i--) {
		witnesses->keys[i] = witnesses->keys[i - 1];
		witnesses->capacities[i] = witnesses->capacities[i - 1];
	}
	if (key.length)
		memcpy(memory, key.at, key.length);
	memory[key.length] = '\0';
	witnesses->keys[at] = (struct text){ memory, key.length };
	witnesses->capacities[at] = capacity;
}

void witness_merge(struct witnesses *into, struct arena *arena, const struct witnesses *from)
{
	for (uint32_t i = 0; i < from->count; i++)
		witness_add(into, arena, from->keys[i]);
}
