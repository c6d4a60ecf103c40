/* SPDX-License-Identifier: Apache-2.0 */
/* From what a column holds to the value of a fact. */
#include "base/number.h"
#include "facts/mapped_state.h"
#include "facts/named.h"
#include "facts/names.h"
#include "facts/show.h"
#include "model/oid.h"

static bool is_certificate(const struct fact *fact)
{
	return fact->target && fact->target->kind == ENTITY_CERTIFICATE;
}

static struct value unfit(const struct mapped *m, const char *expected, struct text found)
{
	struct text shown = show_text(found, m->arena);

	return mapped_undecodable(arena_printf(m->arena, "expected %s, found %.*s", expected,
	                                       TEXT_ARGS(shown)));
}

/* --- certificates --- */

/* One that is named but can't be had: it is there, and nothing is known of it. */
static struct record *unreadable(struct mapped *m, const struct inventory_wanted *wanted)
{
	struct record *record = record_new(m->arena, m->model->certificate);
	struct text why = named_missing(record, wanted);

	record->file = m->input->name;
	mapped_tell(m, INVENTORY_UNREADABLE, mapped_place_of(m, NULL), why);
	return record;
}

static struct value load(struct mapped *m, struct text text)
{
	const struct inventory_sink *sink = m->input->sink;
	struct inventory_wanted wanted = { .source = text, .file = m->input->name,
		.kind = named_kind(text), .arena = m->arena,
		.why = "certificates can't be read here" };
	struct record *record = sink->load ? sink->load(sink->user, &wanted) : NULL;

	if (!record)
		record = unreadable(m, &wanted);
	if (record->key.length == 0)
		record->key = m->input->name;
	return value_record(record);
}

/* --- one text --- */

static struct value from_word(const struct mapped *m, const struct fact *fact, struct text text)
{
	uint32_t choice = fact_choice_by_label(fact, text_trim(text));
	struct text shown, advice;

	if (choice != NO_SLOT)
		return value_number(TYPE_CHOICE, choice);
	shown = show_text(text, m->arena);
	advice = names_advice(names_of_choices(fact), text, m->arena);
	return mapped_undecodable(arena_printf(m->arena, "expected one of its words, found %.*s%.*s",
	                                       TEXT_ARGS(shown), TEXT_ARGS(advice)));
}

static struct value from_text(struct mapped *m, const struct fact *fact, enum type type,
                              struct text text)
{
	struct text trimmed = text_trim(text);

	if (type == TYPE_CHOICE)
		return from_word(m, fact, text);
	if (type == TYPE_RECORD && is_certificate(fact))
		return load(m, trimmed);
	if (type != TYPE_OID)
		return value_text(TYPE_TEXT, text);
	if (oid_is_valid(trimmed))
		return value_text(TYPE_OID, trimmed);
	if (oid_by_name(trimmed).length > 0)
		return value_text(TYPE_OID, oid_by_name(trimmed));
	return unfit(m, "an object identifier or its name", text);
}

/* --- several texts --- */

/* The next of the texts in *rest, without white space around it; false if there is none. */
static bool next_part(struct text *rest, struct text separator, struct text *part)
{
	for (uint32_t i = 0; i + separator.length <= rest->length; i++)
		if (memcmp(rest->at + i, separator.at, separator.length) == 0) {
			*part = text_trim((struct text){ rest->at, i });
			i += separator.length;
			*rest = (struct text){ rest->at + i, rest->length - i };
			return true;
		}
	*part = text_trim(*rest);
	*rest = (struct text){ NULL, 0 };
	return part->length > 0;
}

static bool is_among(const struct value *items, uint32_t count, const struct value *item)
{
	for (uint32_t i = 0; i < count; i++)
		if (item->type == TYPE_CHOICE ? items[i].as.number == item->as.number
		    : text_equal(value_as_text(&items[i]), value_as_text(item)))
			return true;
	return false;
}

static struct value make_list(struct mapped *m, const struct fact *fact,
                              const struct value *items, uint32_t count)
{
	struct list *list;
	struct value *copy;
	uint64_t mask = 0;

	if (fact->type == TYPE_SET && fact->element == TYPE_CHOICE) {
		for (uint32_t i = 0; i < count; i++)
			mask |= UINT64_C(1) << items[i].as.number;
		return value_number(TYPE_SET, (int64_t)mask);
	}
	list = arena_alloc(m->arena, sizeof *list);
	copy = arena_array(m->arena, count, sizeof *copy);
	if (count)
		memcpy(copy, items, count * sizeof *copy);
	*list = (struct list){ count, copy };
	return value_list(fact->type, list);
}

static struct value from_split(struct mapped *m, const struct fact *fact, struct text text,
                               struct text separator)
{
	struct value items[MODEL_MAX_LIST];
	uint32_t cap = fact->cap && fact->cap < MODEL_MAX_LIST ? fact->cap : MODEL_MAX_LIST;
	uint32_t count = 0;
	struct text part;

	while (next_part(&text, separator, &part)) {
		struct value item;

		if (part.length == 0)
			continue;
		item = from_text(m, fact, fact->element, part);
		if (item.state != STATE_PRESENT)
			return item;
		if (fact->type == TYPE_SET && is_among(items, count, &item))
			continue;
		if (count == cap)
			return mapped_undecodable(arena_printf(m->arena,
				"more than %u elements", cap));
		items[count++] = item;
	}
	return make_list(m, fact, items, count);
}

/* --- facts --- */

static struct value from_column(struct mapped *m, const struct fact *fact, uint32_t column)
{
	const struct mapping_column *c = &m->mapping->columns[column];
	struct value value = mapped_column_value(m, column);

	if (value.state == STATE_ABSENT && !(fact->flags & FACT_OPTIONAL))
		return value_in_state(STATE_MISSING, m->columns[column].empty);
	if (value.state != STATE_PRESENT || value.type != TYPE_TEXT)
		return value;
	if (c->type == COLUMN_SPLIT)
		return from_split(m, fact, value_as_text(&value), c->separator);
	return from_text(m, fact, fact->type, value_as_text(&value));
}

struct value mapped_fact_value(struct mapped *m, const struct mapped_fact *fact)
{
	const struct mapping_origin *origin = fact->origin;
	struct value value = { 0 };

	if (origin->table)
		return mapped_table_value(m, origin->table);
	for (uint32_t i = 0; i < origin->column_count; i++) {
		value = from_column(m, fact->fact, origin->columns[i]);
		if (value.state != STATE_MISSING)
			break;
	}
	return value;
}
