/* SPDX-License-Identifier: Apache-2.0 */
/* One fact's value from JSON: what docs/facts.md says each type looks like. */
#include "facts/inventory_state.h"

#include "base/calendar.h"
#include "base/number.h"
#include "facts/names.h"
#include "model/oid.h"

struct text inventory_text(struct inventory *inventory)
{
	struct text text = reader_string(&inventory->json, inventory->arena);

	if (inventory->input->borrow || inventory->json.escaped)
		return text;
	return arena_text(inventory->arena, text);
}

/* --- values that can't be used --- */

/* The value that begins at `offset` can't be used; it was passed. */
static struct value undecodable(struct inventory *inventory, uint32_t offset,
                                struct text why)
{
	inventory_misfit(inventory, offset, why);
	return value_in_state(STATE_UNDECODABLE, why.at);
}

/* Not what was expected; the value is passed. */
static struct value unfit(struct inventory *inventory, const char *expected)
{
	uint32_t offset = inventory->json.start;
	struct text found = reader_describe(&inventory->json, inventory->arena);

	if (!reader_skip(&inventory->json))
		return value_in_state(STATE_MISSING, NULL);
	return undecodable(inventory, offset,
		arena_printf(inventory->arena, "expected %s, found %.*s",
		             expected, TEXT_ARGS(found)));
}

static bool is_certificate(const struct fact *fact)
{
	return fact->target && fact->target->kind == ENTITY_CERTIFICATE;
}

static const char *expectation(enum type type, const struct fact *fact)
{
	switch (type) {
	case TYPE_BOOL:     return "true or false";
	case TYPE_INTEGER:  return "an integer";
	case TYPE_TEXT:     return "text";
	case TYPE_DATE:     return "a date such as \"2026-11-22\"";
	case TYPE_DURATION: return "seconds or text such as \"30 days\"";
	case TYPE_VERSION:  return "a version such as \"1.2.3.4\"";
	case TYPE_OID:      return "an object identifier or its name";
	case TYPE_CHOICE:   return "one of its words";
	case TYPE_SET:
	case TYPE_LIST:     return "an array";
	case TYPE_RECORD:   return is_certificate(fact)
	                           ? "a path or an object" : "a key in quotes";
	case TYPE_COUNT:    break;
	}
	return "nothing";
}

/* --- one value --- */

static bool parse_duration(struct text text, int64_t *seconds)
{
	const char *gap = memchr(text.at, ' ', text.length);
	uint32_t digits = gap ? (uint32_t)(gap - text.at) : 0;
	struct text unit = { gap ? gap + 1 : NULL, text.length - digits };
	int64_t each;

	if (!gap)
		return false;
	unit.length--;
	each = duration_unit(unit);
	return each > 0
	    && number_parse((struct text){ text.at, digits }, seconds)
	    && !__builtin_mul_overflow(*seconds, each, seconds);
}

/* Of the types whose values are numbers but stand in JSON as text. */
static bool parse_number(enum type type, struct text text, int64_t *number)
{
	if (text.length == 0)
		return false;
	if (type == TYPE_DATE)
		return calendar_parse(text, number);
	if (type == TYPE_DURATION)
		return parse_duration(text, number);
	return type == TYPE_VERSION && version_parse(text, number);
}

static struct value read_choice(struct inventory *inventory,
                                const struct fact *fact)
{
	struct text word = reader_string(&inventory->json, inventory->arena);
	uint32_t choice = fact_choice(fact, word);
	struct text found, advice;

	if (choice != NO_SLOT)
		return value_number(TYPE_CHOICE, choice);
	found = reader_describe(&inventory->json, inventory->arena);
	advice = names_advice(names_of_choices(fact), word, inventory->arena);
	return undecodable(inventory, inventory->json.start,
		arena_printf(inventory->arena,
			"expected one of its words, found %.*s%.*s",
			TEXT_ARGS(found), TEXT_ARGS(advice)));
}

static struct value read_certificate(struct inventory *inventory)
{
	uint32_t offset = inventory->json.start;
	struct value instead = value_in_state(STATE_MISSING, NULL);
	struct record *record = inventory_certificate(inventory, &instead);

	if (!record && instead.state == STATE_UNDECODABLE)
		return undecodable(inventory, offset, text_from(instead.as.text));
	return record ? value_record(record) : instead;
}

/* Of any type, from the string just read. */
static struct value read_string(struct inventory *inventory, enum type type,
                                const struct fact *fact)
{
	struct text text;
	int64_t number;

	if (type == TYPE_CHOICE)
		return read_choice(inventory, fact);
	if (type == TYPE_RECORD && is_certificate(fact))
		return read_certificate(inventory);
	if (type == TYPE_TEXT || type == TYPE_RECORD)
		return value_text(TYPE_TEXT, inventory_text(inventory));
	text = reader_string(&inventory->json, inventory->arena);
	if (type == TYPE_OID && oid_is_valid(text))
		return value_text(TYPE_OID, inventory_text(inventory));
	if (type == TYPE_OID && oid_by_name(text).length > 0)
		return value_text(TYPE_OID, oid_by_name(text));
	if (parse_number(type, text, &number))
		return value_number(type, number);
	return unfit(inventory, expectation(type, fact));
}

static struct value read_scalar(struct inventory *inventory, enum type type,
                                const struct fact *fact)
{
	const enum reader_token token = inventory->json.token;

	if (token == READER_STRING)
		return read_string(inventory, type, fact);
	if (token == READER_INTEGER
	    && (type == TYPE_INTEGER || type == TYPE_DURATION))
		return value_number(type, inventory->json.number);
	if ((token == READER_TRUE || token == READER_FALSE)
	    && type == TYPE_BOOL)
		return value_number(TYPE_BOOL, token == READER_TRUE);
	return unfit(inventory, expectation(type, fact));
}

/* --- objects that stand for a value --- */

/* The state of that name, except present; or STATE_COUNT. */
static enum state state_named(struct text name)
{
	for (enum state state = 0; state < STATE_COUNT; state++)
		if (state != STATE_PRESENT
		    && text_equal(name, text_from(state_name(state))))
			return state;
	return STATE_COUNT;
}

/* { "state": S, "why": W } */
static struct value read_state(struct inventory *inventory,
                               const struct fact *fact)
{
	struct text why = { NULL, 0 };
	uint32_t offset = inventory->json.start;
	enum state state = STATE_COUNT;
	bool fits = true;

	while (reader_next(&inventory->json) == READER_NAME) {
		bool is_state = text_equal(inventory->json.raw, TEXT("state"));
		bool is_why = text_equal(inventory->json.raw, TEXT("why"));

		if (reader_next(&inventory->json) == READER_STRING && is_state)
			state = state_named(inventory->json.raw);
		else if (inventory->json.token == READER_STRING && is_why)
			why = arena_text(inventory->arena,
				reader_string(&inventory->json,
				              inventory->arena));
		else
			fits = false;
		if (!reader_skip(&inventory->json))
			break;
	}
	if (inventory->json.token == READER_ERROR)
		return value_in_state(STATE_MISSING, NULL);
	if (!fits || state == STATE_COUNT)
		return undecodable(inventory, offset, TEXT(
			"an object with `state` holds one of missing, absent, "
			"undecodable, duplicate, conflict, and perhaps `why`"));
	if (state == STATE_ABSENT && !(fact->flags & FACT_OPTIONAL))
		return undecodable(inventory, offset,
		                   TEXT("absent, but it is not optional"));
	return value_in_state(state, why.at);
}

static int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool decode_hex(struct text hex, char *out)
{
	for (uint32_t i = 0; i + 1 < hex.length; i += 2) {
		int high = digit_of(hex.at[i]), low = digit_of(hex.at[i + 1]);

		if (high < 0 || low < 0)
			return false;
		out[i / 2] = (char)(high << 4 | low);
	}
	return hex.length % 2 == 0;
}

/* { "hex": "61ff" }, for text that JSON can't hold. */
static struct value read_hex(struct inventory *inventory)
{
	uint32_t offset = inventory->json.start;
	struct text hex = TEXT("");
	char *bytes;
	bool fits;

	reader_next(&inventory->json);
	fits = reader_next(&inventory->json) == READER_STRING;
	if (fits)
		hex = inventory->json.raw;
	bytes = arena_alloc(inventory->arena, (size_t)hex.length / 2 + 1);
	fits = fits && decode_hex(hex, bytes);
	if (!reader_skip(&inventory->json)
	    || (fits && reader_next(&inventory->json) == READER_OBJECT_END))
		return value_text(TYPE_TEXT,
			(struct text){ bytes, hex.length / 2 });
	if (!reader_leave(&inventory->json, inventory->json.depth - 1))
		return value_in_state(STATE_MISSING, NULL);
	return undecodable(inventory, offset, TEXT(
		"an object with `hex` holds pairs of 0-9, a-f and nothing else"));
}

/* Is this the first name of the object just begun? */
static bool begins_with(const struct inventory *inventory, struct text name)
{
	struct json_reader ahead = inventory->json;

	return reader_next(&ahead) == READER_NAME
	    && text_equal(ahead.raw, name);
}

static struct value read_object(struct inventory *inventory, enum type type,
                                const struct fact *fact)
{
	bool certificate = type == TYPE_RECORD && is_certificate(fact);

	if (begins_with(inventory, TEXT("state"))
	    && !(certificate && entity_slot(fact->target, TEXT("state"))
	                        != NO_SLOT))
		return read_state(inventory, fact);
	if (type == TYPE_TEXT && begins_with(inventory, TEXT("hex")))
		return read_hex(inventory);
	if (certificate)
		return read_certificate(inventory);
	return unfit(inventory, expectation(type, fact));
}

/* --- sets and lists --- */

static struct value read_element(struct inventory *inventory,
                                 const struct fact *fact)
{
	if (inventory->json.token == READER_OBJECT)
		return read_object(inventory, fact->element, fact);
	return read_scalar(inventory, fact->element, fact);
}

/* A record of a list may be missing; nothing else may be in another state. */
static bool is_usable(const struct fact *fact, const struct value *item)
{
	return item->state == STATE_PRESENT
	    || (item->state == STATE_MISSING && fact->element == TYPE_RECORD);
}

static bool is_among(const struct value *items, uint32_t count,
                     const struct value *item)
{
	for (uint32_t i = 0; i < count; i++)
		if (item->type == TYPE_CHOICE
		    ? items[i].as.number == item->as.number
		    : text_equal(value_as_text(&items[i]),
		                 value_as_text(item)))
			return true;
	return false;
}

/* The list, for the sake of an element, which is told of unless it has been. */
static struct value unfit_list(struct inventory *inventory, uint32_t number,
                               const struct value *item, bool told)
{
	uint32_t offset = inventory->json.start;
	const char *why = item->as.text ? item->as.text
	                                : state_name(item->state);

	if (!told)
		inventory_misfit(inventory, offset, arena_printf(
			inventory->input->messages,
			"expected a value, since it is an element, found %s",
			state_name(item->state)));
	return value_in_state(STATE_UNDECODABLE,
		arena_printf(inventory->arena, "element %u: %s", number, why).at);
}

static struct value long_list(struct inventory *inventory, uint32_t cap,
                              uint32_t outside)
{
	uint32_t offset = inventory->json.start;

	inventory_element(inventory, 0);
	if (!reader_leave(&inventory->json, outside))
		return value_in_state(STATE_MISSING, NULL);
	return undecodable(inventory, offset, arena_printf(inventory->arena,
		"expected at most %u elements, found more", cap));
}

static struct value make_list(struct inventory *inventory,
                              const struct fact *fact,
                              const struct value *items, uint32_t count)
{
	struct value *copy;
	struct list *list;
	uint64_t mask = 0;

	if (fact->type == TYPE_SET && fact->element == TYPE_CHOICE) {
		for (uint32_t i = 0; i < count; i++)
			mask |= (uint64_t)1 << items[i].as.number;
		return value_number(TYPE_SET, (int64_t)mask);
	}
	list = arena_alloc(inventory->arena, sizeof *list);
	copy = arena_array(inventory->arena, count, sizeof *copy);
	if (count > 0)
		memcpy(copy, items, count * sizeof *copy);
	*list = (struct list){ count, copy };
	return value_list(fact->type, list);
}

static struct value read_array(struct inventory *inventory,
                               const struct fact *fact)
{
	struct value items[MODEL_MAX_LIST], item = { 0 };
	uint32_t cap = fact->cap > 0 && fact->cap < MODEL_MAX_LIST
	               ? fact->cap : MODEL_MAX_LIST;
	uint32_t outside = inventory->json.depth - 1, count = 0, number = 0;
	uint64_t misfits;

	while (reader_next(&inventory->json) != READER_ARRAY_END) {
		if (count == cap)
			return long_list(inventory, cap, outside);
		inventory_element(inventory, ++number);
		misfits = inventory->misfits;
		item = read_element(inventory, fact);
		if (inventory->json.token == READER_ERROR)
			return value_in_state(STATE_MISSING, NULL);
		if (!is_usable(fact, &item)) {
			item = unfit_list(inventory, number, &item,
			                  inventory->misfits > misfits);
			reader_leave(&inventory->json, outside);
			return item;
		}
		if (fact->type != TYPE_SET || !is_among(items, count, &item))
			items[count++] = item;
	}
	return make_list(inventory, fact, items, count);
}

struct value inventory_value(struct inventory *inventory,
                             const struct fact *fact)
{
	const enum reader_token token = inventory->json.token;

	if (token == READER_NULL && fact->flags & FACT_OPTIONAL)
		return value_in_state(STATE_ABSENT, NULL);
	if (token == READER_NULL)
		return undecodable(inventory, inventory->json.start,
		                   TEXT("null, but it is not optional"));
	if (token == READER_OBJECT)
		return read_object(inventory, fact->type, fact);
	if (token == READER_ARRAY
	    && (fact->type == TYPE_SET || fact->type == TYPE_LIST))
		return read_array(inventory, fact);
	return read_scalar(inventory, fact->type, fact);
}
