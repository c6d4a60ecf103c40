/* SPDX-License-Identifier: Apache-2.0 */
/* The members of a record, and certificates, which are records inside records. */
#include "facts/inventory_state.h"

#include "facts/show.h"

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
	struct arena *arena = inventory->arena;
	struct record *record = new_certificate(inventory, offset);
	struct text why = arena_text(arena, text_from(wanted->why)), shown, path;

	if (wanted->is_path) {
		shown = show_text(wanted->source, arena);
		why = arena_printf(arena, "%.*s: %.*s", TEXT_ARGS(shown),
		                   TEXT_ARGS(why));
		record->key = wanted->source;
	}
	path = inventory_path(inventory);
	inventory_tell(inventory, INVENTORY_UNREADABLE, offset,
		arena_printf(inventory->input->messages, "%.*s: %.*s",
		             TEXT_ARGS(path), TEXT_ARGS(why)));
	for (uint32_t i = 0; i < record->entity->fact_count; i++)
		if (record->values[i].state == STATE_MISSING)
			record->values[i].as.text = why.at;
	return record;
}

static struct record *load(struct inventory *inventory, bool is_path)
{
	const struct inventory_sink *sink = inventory->sink;
	uint32_t offset = inventory->json.start;
	struct inventory_wanted wanted = {
		.source = inventory_text(inventory),
		.is_path = is_path,
		.file = inventory->input->name,
		.arena = inventory->arena,
		.why = "certificates can't be read here",
	};
	struct record *record = NULL;

	if (sink->load)
		record = sink->load(sink->user, &wanted);
	return record ? record : unreadable(inventory, offset, &wanted);
}

/* { "pem": "..." }, which begins at the offset; the name was read. */
static struct record *read_pem(struct inventory *inventory, uint64_t offset,
                               struct value *unfit)
{
	struct json_reader *json = &inventory->json;
	struct record *record = NULL;

	if (reader_next(json) == READER_STRING)
		record = load(inventory, false);
	if (record) {
		record->key = TEXT("");
		record->file = inventory->input->name;
		record->offset = offset;
	}
	reader_skip(json);
	if (record && reader_next(json) == READER_OBJECT_END)
		return record;
	reader_leave(json, json->depth - 1);
	*unfit = value_in_state(STATE_UNDECODABLE,
		"an object with `pem` holds text and nothing else");
	return NULL;
}

struct record *inventory_certificate(struct inventory *inventory,
                                     struct value *unfit)
{
	struct json_reader *json = &inventory->json;
	struct record *record;

	if (json->token == READER_STRING)
		return load(inventory, true);
	record = new_certificate(inventory, json->start);
	reader_next(json);
	if (json->token == READER_NAME && text_equal(json->raw, TEXT("pem")))
		return read_pem(inventory, record->offset, unfit);
	return inventory_members(inventory, inventory->certificate, record)
	       ? record : NULL;
}
