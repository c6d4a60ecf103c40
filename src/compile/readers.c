/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/readers.h"

#include "compile/numbering.h"

enum privacy { PRIVACY_UNKNOWN, PRIVATE, PUBLIC };

void readers_begin(struct readers *r, struct arena *arena, const struct frame *frame)
{
	*r = (struct readers){ .frame = frame };
	r->of = arena_array(arena, frame_fact_count(frame) + 1, sizeof *r->of);
	r->privacy = arena_alloc(arena, frame->binding_count + 1);
}

void readers_note(struct readers *r, struct path path, uint32_t reader)
{
	uint32_t *of = &r->of[frame_fact(r->frame, path)];

	*of = *of == 0 || *of == reader ? reader : READER_RULE;
}

/* Is the fact read by this reader only, and, if it is derived itself, all that it follows from by it? */
static bool is_own(const struct readers *r, struct path path, uint32_t reader)
{
	if (r->of[frame_fact(r->frame, path)] != reader)
		return false;
	for (uint32_t i = 0; i < r->frame->binding_count; i++) {
		const struct binding *binding = r->frame->bindings[i];

		if (binding->path.base == path.base && binding->path.slot == path.slot)
			return readers_are_private(r, binding);
	}
	return true;
}

static bool reads_own(const struct readers *r, const struct condition *condition, uint32_t reader)
{
	switch (condition->kind) {
	case CONDITION_CONSTANT:
		return true;
	case CONDITION_TEST:
		return is_own(r, condition->a.path, reader);
	case CONDITION_NOT:
		return reads_own(r, condition->left, reader);
	case CONDITION_AND: case CONDITION_OR:
		return reads_own(r, condition->left, reader)
		    && reads_own(r, condition->right, reader);
	case CONDITION_COMPARE: case CONDITION_ELEMENT: case CONDITION_QUANTIFIER:
	case CONDITION_AGGREGATE:
	default:                /* an atom may be asked elsewhere */
		return false;
	}
}

static bool decision_is_private(const struct readers *r, const struct decision *decision,
                                uint32_t reader)
{
	for (; decision->kind == DECISION_IF; decision = decision->no)
		if (!reads_own(r, decision->condition, reader)
		    || !decision_is_private(r, decision->yes, reader))
			return false;
	return true;
}

bool readers_are_private(const struct readers *r, const struct binding *binding)
{
	uint8_t *known = &r->privacy[binding->index];

	if (*known == PRIVACY_UNKNOWN)
		*known = decision_is_private(r, binding->decision, binding->index + 1)
			? PRIVATE : PUBLIC;
	return *known == PRIVATE;
}
