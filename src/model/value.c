/* SPDX-License-Identifier: Apache-2.0 */
#include "model/value.h"

static const struct {
	const char *spelling;
	bool ordered;
} types[TYPE_COUNT] = {
#define TYPE(id, spelling, ordered, doc) [TYPE_##id] = { spelling, ordered },
#include "model/types.def"
#undef TYPE
};

const char *type_spelling(enum type type)
{
	return types[type].spelling;
}

bool type_is_ordered(enum type type)
{
	return types[type].ordered;
}

const char *state_name(enum state state)
{
	static const char *const names[STATE_COUNT] = {
		[STATE_MISSING] = "missing",
		[STATE_PRESENT] = "present",
		[STATE_ABSENT] = "absent",
		[STATE_UNDECODABLE] = "undecodable",
		[STATE_DUPLICATE] = "duplicate",
		[STATE_CONFLICT] = "conflict",
	};

	return names[state];
}
