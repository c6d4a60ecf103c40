/* SPDX-License-Identifier: Apache-2.0 */
/* The values of a slot that must be told apart. */
#include <string.h>

#include "complete.h"

struct range {
	int64_t least, most;
};

static struct range range_of(const struct slot *slot, const struct fact *fact)
{
	switch (slot->aspect) {
	case ASPECT_COUNT:
		return (struct range){ 0, fact->cap };
	case ASPECT_LENGTH:
		return (struct range){ 0, INT64_MAX };
	case ASPECT_FIRST:
	case ASPECT_SECOND:
	case ASPECT_THIRD:
	case ASPECT_FOURTH:
		return (struct range){ 0, 32767 };
	case ASPECT_PATTERN:
	case ASPECT_MEMBER:
	case ASPECT_ATOM:
		return (struct range){ 0, 1 };
	case ASPECT_WHOLE:
	case ASPECT_NOW:
	case ASPECT_JOINT:
		break;
	}
	if (slot->aspect == ASPECT_WHOLE && fact->kind == KIND_VERSION)
		return (struct range){ 0, (INT64_C(1) << 60) - 1 };
	return (struct range){ INT64_MIN, INT64_MAX };
}

/* Each constant, and one value of each gap that has any. */
static int split_range(const struct slot *slot, struct range range, int64_t *candidates)
{
	int64_t next = range.least;
	int count = 0;

	for (int i = 0; i < slot->cut_count; i++) {
		int64_t cut = slot->cuts[i];

		if (cut < range.least || cut > range.most)
			continue;
		if (next < cut)
			candidates[count++] = cut - 1;
		candidates[count++] = cut;
		if (cut == range.most)
			return count;
		next = cut + 1;
	}
	candidates[count++] = next;
	return count;
}

static int all_below(int64_t limit, int64_t *candidates)
{
	for (int64_t i = 0; i < limit; i++)
		candidates[i] = i;
	return (int)limit;
}

static int whole_candidates(const struct slot *slot, const struct fact *fact,
                            int64_t *candidates)
{
	int count;

	switch (fact->kind) {
	case KIND_BOOL:
		return all_below(2, candidates);
	case KIND_CHOICE:
		return all_below(fact->word_count, candidates);
	case KIND_TEXT:
		count = all_below(slot->constant_count, candidates);
		candidates[count] = VALUE_OTHER;
		return count + 1;
	case KIND_INTEGER:
	case KIND_DATE:
	case KIND_DURATION:
	case KIND_VERSION:
		return split_range(slot, range_of(slot, fact), candidates);
	case KIND_WORDS:
	case KIND_TEXTS:
	case KIND_TEXT_LIST:
	case KIND_REFERENCE:
	case KIND_LIST:
		break;
	}
	candidates[0] = 1;
	return 1;
}

int slot_candidates(const struct plan *plan, int slot, bool may_be_absent,
                    int64_t *candidates)
{
	const struct slot *at = &plan->slots[slot];
	const struct fact *fact = at->place.length ? at->place.steps[at->place.length - 1] :
	                          NULL;
	int count;

	if (at->aspect == ASPECT_ATOM || at->aspect == ASPECT_PATTERN ||
	    at->aspect == ASPECT_MEMBER)
		return all_below(2, candidates);
	if (at->aspect != ASPECT_WHOLE)
		return split_range(at, range_of(at, fact), candidates);
	count = whole_candidates(at, fact, candidates);
	if (may_be_absent)
		candidates[count++] = VALUE_ABSENT;
	return count;
}

static int64_t text_number(const struct slot *slot, const char *text)
{
	for (int i = 0; i < slot->constant_count; i++)
		if (strcmp(slot->constants[i], text) == 0)
			return i;
	return VALUE_OTHER;
}

static bool has_member(const struct slot *slot, const struct value *value)
{
	if (!slot->member.text)
		return value->number >> slot->member.number & 1;
	for (int i = 0; i < value->count; i++)
		if (strcmp(value->items[i], slot->member.text) == 0)
			return true;
	return false;
}

static int64_t whole_number(const struct slot *slot, const struct value *value)
{
	switch (slot->place.steps[slot->place.length - 1]->kind) {
	case KIND_TEXT:
		return text_number(slot, value->text);
	case KIND_WORDS:
	case KIND_TEXTS:
	case KIND_TEXT_LIST:
	case KIND_REFERENCE:
	case KIND_LIST:
		return 1;
	case KIND_BOOL:
	case KIND_CHOICE:
	case KIND_INTEGER:
	case KIND_DATE:
	case KIND_DURATION:
	case KIND_VERSION:
		break;
	}
	return value->number;
}

int64_t slot_number(const struct slot *slot, const struct value *value, int64_t now)
{
	switch (slot->aspect) {
	case ASPECT_WHOLE:
		return whole_number(slot, value);
	case ASPECT_COUNT:
		return value->count;
	case ASPECT_LENGTH:
		return text_length(value->text);
	case ASPECT_FIRST:
	case ASPECT_SECOND:
	case ASPECT_THIRD:
	case ASPECT_FOURTH:
		return version_part(value->number, (enum measure)slot->aspect);
	case ASPECT_NOW:
		return value->number - now;
	case ASPECT_PATTERN:
		return text_passes(slot->what, value->text);
	case ASPECT_MEMBER:
		return has_member(slot, value);
	case ASPECT_ATOM:
	case ASPECT_JOINT:
		break;
	}
	return 0;
}
