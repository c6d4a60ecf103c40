/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/limit.h"

#include "facts/inventory.h"

enum { MOST_KINDS = 256 };      /* beyond them, nothing more is told one by one */

struct limit_kind {
	uint64_t kind;
	uint32_t told;
};

struct limit_group {
	uint64_t group;
	uint64_t left;
	enum inventory_fault fault;
	const char *what;
};

void limit_begin(struct limit *limit, struct arena *arena)
{
	*limit = (struct limit){ .arena = arena };
}

static struct limit_kind *kind_of(struct limit *limit, uint64_t kind)
{
	for (uint32_t i = 0; i < limit->kind_count; i++)
		if (limit->kinds[i].kind == kind)
			return &limit->kinds[i];
	if (limit->kind_count == MOST_KINDS)
		return NULL;
	limit->kinds = arena_grow(limit->arena, limit->kinds, &limit->kind_capacity,
	                          limit->kind_count + 1, sizeof *limit->kinds);
	limit->kinds[limit->kind_count] = (struct limit_kind){ kind, 0 };
	return &limit->kinds[limit->kind_count++];
}

static void leave(struct limit *limit, const struct inventory_trouble *trouble)
{
	struct limit_group *group = limit->groups;
	uint32_t count = limit->group_count;

	while (count > 0 && group->group != trouble->group)
		group++, count--;
	if (count == 0) {
		limit->groups = arena_grow(limit->arena, limit->groups, &limit->group_capacity,
		                           limit->group_count + 1, sizeof *limit->groups);
		group = &limit->groups[limit->group_count++];
		*group = (struct limit_group){ trouble->group, 0, trouble->fault,
			arena_text(limit->arena, text_from(trouble->what)).at };
	}
	group->left += trouble->count;
}

bool limit_admits(struct limit *limit, const struct inventory_trouble *trouble)
{
	struct limit_kind *kind = trouble->rest ? NULL : kind_of(limit, trouble->kind);

	if (kind && kind->told < trouble->most) {
		kind->told++;
		return true;
	}
	leave(limit, trouble);
	return false;
}

void limit_end(struct limit *limit, struct text file,
               void (*tell)(void *user, const struct inventory_trouble *trouble), void *user)
{
	for (uint32_t i = 0; i < limit->group_count; i++) {
		const struct limit_group *group = &limit->groups[i];
		struct text text = inventory_more(limit->arena, group->left, group->what);

		tell(user, &(struct inventory_trouble){ .fault = group->fault, .file = file,
			.text = text.at, .count = group->left, .rest = true });
	}
}
