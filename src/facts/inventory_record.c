/* SPDX-License-Identifier: Apache-2.0 */
/* The members of a record, and certificates, which are records inside records. */
#include "facts/inventory_state.h"

#include "facts/named.h"
#include "facts/show.h"
#include "model/certificate.h"

/* --- members --- */

static uint32_t find_slot(struct inventory_table *table, uint32_t previous,
                          struct text name)
{
	uint32_t guess = table->next[previous];
	uint32_t slot;

	if (guess != NO_SLOT
	    && text_equal(table->entity->facts[guess].name, name))
		return guess;
	slot = map_get(&table->slots, name);
	if (slot == MAP_NONE)
		return NO_SLOT;
	return table->next[previous] = slot;
}

/* The fact whose value was just begun was given before, too. */
static struct value read_again(struct inventory *inventory)
{
	uint32_t offset = inventory->json.start;
	struct text found = reader_describe(&inventory->json, inventory->arena);
	struct text why;

	if (!reader_skip(&inventory->json))
		return value_in_state(STATE_MISSING, NULL);
	inventory_locate(inventory, offset);
	why = arena_printf(inventory->arena, "line %llu gives it again, as %.*s",
	                   (unsigned long long)inventory->lines + 1,
	                   TEXT_ARGS(found));
	inventory_misfit(inventory, offset,
		arena_printf(inventory->input->messages,
		             "given before in this record; expected one value, "
		             "found another, %.*s", TEXT_ARGS(found)));
	return value_in_state(STATE_DUPLICATE, why.at);
}

static struct value read_fact(struct inventory *inventory,
                              const struct fact *fact, bool again)
{
	struct value value = again ? read_again(inventory)
	                           : inventory_value(inventory, fact);

	if (fact->flags & FACT_DERIVED && value.state != STATE_MISSING)
		value.flags = VALUE_GIVEN;
	return value;
}

/* A fact that is given as missing keeps what a blank record says of it. */
static void keep(struct value *kept, struct value value)
{
	if (value.state == STATE_MISSING)
		value.flags = kept->flags;
	*kept = value;
}

bool inventory_members(struct inventory *inventory,
                       struct inventory_table *table, struct record *record)
{
	struct json_reader *json = &inventory->json;
	uint64_t seen[MODEL_MAX_FACTS / 64] = { 0 };
	char buffer[READER_NAME_BYTES];
	uint32_t slot, place = 0;

	for (; json->token == READER_NAME; reader_next(json)) {
		struct text name = reader_name(json, buffer);

		slot = find_slot(table, place, name);
		if (slot == NO_SLOT) {
			inventory_unknown(inventory, table->entity, name, json->start);
			reader_skip(json);
			continue;
		}
		reader_next(json);
		inventory_enter(inventory, (struct inventory_step){
			table->entity->facts[slot].name, 0, &table->told[slot] });
		keep(&record->values[slot],
		     read_fact(inventory, &table->entity->facts[slot],
		               seen[slot / 64] >> slot % 64 & 1));
		inventory_leave(inventory);
		seen[slot / 64] |= (uint64_t)1 << slot % 64;
		place = slot + 1;
	}
	return json->token == READER_OBJECT_END;
}

/* --- certificates --- */

static struct record *new_certificate(struct inventory *inventory,
                                      uint32_t offset)
{
	struct record *record = record_new(inventory->arena,
	                                   inventory->certificate->entity);

	record->file = inventory->input->name;
	record->offset = inventory->input->offset + offset;
	return record;
}

/* One that is named but can't be had: it is there, and nothing is known of it. */
static struct record *unreadable(struct inventory *inventory, uint32_t offset,
                                 const struct inventory_wanted *wanted)
{
	struct record *record = new_certificate(inventory, offset);
	struct text why = named_missing(record, wanted), path;

	path = inventory_path(inventory);
	inventory_tell(inventory, INVENTORY_UNREADABLE, offset,
		arena_printf(inventory->input->messages, "%.*s: %.*s",
		             TEXT_ARGS(path), TEXT_ARGS(why)));
	return record;
}

/* The value begins at `begin`, the text of it perhaps later. */
static struct record *load(struct inventory *inventory, enum inventory_source kind,
                           uint64_t begin)
{
	const struct inventory_sink *sink = inventory->sink;
	uint32_t offset = inventory->json.start;
	struct inventory_wanted wanted = {
		.source = inventory_text(inventory),
		.kind = kind,
		.file = inventory->input->name,
		.arena = inventory->arena,
		.why = "certificates can't be read here",
	};
	struct record *record = NULL;

	if (sink->load)
		record = sink->load(sink->user, &wanted);
	if (record && kind == INVENTORY_INLINE) {
		record->key = TEXT("");
		record->file = inventory->input->name;
		record->offset = begin;
	}
	return record ? record : unreadable(inventory, offset, &wanted);
}

/* What the name that begins an object announces; INVENTORY_PATH if it is a fact's. */
static enum inventory_source announced(const struct json_reader *json)
{
	if (json->token != READER_NAME)
		return INVENTORY_PATH;
	if (text_equal(json->raw, TEXT("pem")) || text_equal(json->raw, TEXT("der")))
		return INVENTORY_INLINE;
	return text_equal(json->raw, TEXT("fingerprint")) ? INVENTORY_FINGERPRINT
	                                                  : INVENTORY_PATH;
}

/* { "pem": "..." } and its like, which begins at the offset; the name was read. */
static struct record *read_named(struct inventory *inventory, enum inventory_source kind,
                                 uint64_t offset, struct value *unfit)
{
	struct json_reader *json = &inventory->json;
	struct text name = arena_text(inventory->arena, json->raw);
	struct record *record = NULL;

	if (reader_next(json) == READER_STRING)
		record = load(inventory, kind, offset);
	reader_skip(json);
	if (record && reader_next(json) == READER_OBJECT_END)
		return record;
	reader_leave(json, json->depth - 1);
	*unfit = value_in_state(STATE_UNDECODABLE, arena_printf(inventory->arena,
		"an object with `%.*s` holds text and nothing else", TEXT_ARGS(name)).at);
	return NULL;
}

struct record *inventory_certificate(struct inventory *inventory,
                                     struct value *unfit)
{
	struct json_reader *json = &inventory->json;
	enum inventory_source kind;
	struct record *record;

	if (json->token == READER_STRING)
		return load(inventory, named_kind(json->raw),
		            inventory->input->offset + json->start);
	record = new_certificate(inventory, json->start);
	reader_next(json);
	kind = announced(json);
	if (kind != INVENTORY_PATH)
		return read_named(inventory, kind, record->offset, unfit);
	return inventory_members(inventory, inventory->certificate, record)
	       ? record : NULL;
}
