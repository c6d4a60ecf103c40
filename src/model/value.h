/* SPDX-License-Identifier: Apache-2.0 */
/* value.h - the value of one fact in one record, with its state.
 *
 * Values are plain data; what they point to lives as long as their record.
 */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/text.h"

enum type {
#define TYPE(id, spelling, ordered, doc) TYPE_##id,
#include "model/types.def"
#undef TYPE
	TYPE_COUNT
};

/* The states of docs/language.md. MISSING is zero: a blank value is missing. */
enum state {
	STATE_MISSING,
	STATE_PRESENT,
	STATE_ABSENT,
	STATE_UNDECODABLE,
	STATE_DUPLICATE,
	STATE_CONFLICT,
	STATE_COUNT
};

enum {
	/* A derived fact or invariant whose derivation still restricts
	 * the completions of what it is derived from. */
	VALUE_OPEN = 1,
	/* A derived fact whose value was given, not derived. */
	VALUE_GIVEN = 2
};

struct record;
struct value;

struct list {
	uint32_t count;
	const struct value *items;      /* all of one type */
};

struct value {
	uint8_t state;                  /* enum state */
	uint8_t flags;
	uint16_t type;                  /* enum type, when present */
	uint32_t length;                /* of text */
	union {
		int64_t number;         /* bool, integer, date, duration,
		                           version, choice, set of words */
		const char *text;       /* text, oid; when not present: why,
		                           NUL-terminated, or NULL */
		const struct list *list;
		const struct record *record;
	} as;
};

const char *type_spelling(enum type type);
bool type_is_ordered(enum type type);

/* "present", "absent", "missing", ... */
const char *state_name(enum state state);

static inline struct value value_number(enum type type, int64_t number)
{
	return (struct value){ .state = STATE_PRESENT, .type = (uint16_t)type,
	                       .as.number = number };
}

static inline struct value value_text(enum type type, struct text text)
{
	return (struct value){ .state = STATE_PRESENT, .type = (uint16_t)type,
	                       .length = text.length, .as.text = text.at };
}

static inline struct value value_list(enum type type, const struct list *list)
{
	return (struct value){ .state = STATE_PRESENT, .type = (uint16_t)type,
	                       .as.list = list };
}

static inline struct value value_record(const struct record *record)
{
	return (struct value){ .state = STATE_PRESENT, .type = TYPE_RECORD,
	                       .as.record = record };
}

/* A value in a state other than present; `why` may be NULL and is borrowed. */
static inline struct value value_in_state(enum state state, const char *why)
{
	return (struct value){ .state = (uint8_t)state, .as.text = why };
}

static inline struct text value_as_text(const struct value *value)
{
	return (struct text){ value->as.text, value->length };
}

#endif
