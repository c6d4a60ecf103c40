/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/inventory.h"

#include "facts/inventory_state.h"
#include "facts/names.h"
#include "facts/show.h"

/* The value just begun is of no use where it stands. */
static void refuse_value(struct inventory *inventory, const char *expected)
{
	struct arena *messages = inventory->input->messages;
	uint32_t offset = inventory->json.start;
	struct text found = reader_describe(&inventory->json, messages);
	struct text path = inventory_path(inventory);
	struct text text = arena_printf(messages,
		"%.*s: expected %s, found %.*s", TEXT_ARGS(path), expected,
		TEXT_ARGS(found));

	if (reader_skip(&inventory->json))
		inventory_tell(inventory, INVENTORY_REFUSED, offset, text);
}

/* --- records --- */

/* A record that should have a key and has none. */
static void tell_keyless(struct inventory *inventory,
                         const struct record *record, uint32_t offset)
{
	struct arena *messages = inventory->input->messages;
	const struct entity *entity = record->entity;
	const struct value *key = &record->values[entity->key];
	struct text path = inventory_path(inventory);
	const char *why = "it is empty";

	if (key->state != STATE_PRESENT)
		why = key->as.text ? key->as.text : state_name(key->state);
	inventory_tell(inventory, INVENTORY_REMARK, offset,
		arena_printf(messages,
			"%.*s: no usable `%.*s` (%s); the record is called %.*s",
			TEXT_ARGS(path),
			TEXT_ARGS(entity->facts[entity->key].name), why,
			TEXT_ARGS(record->key)));
}

static bool has_key(const struct record *record)
{
	uint32_t slot = record->entity->key;

	return slot != NO_SLOT
	    && record->values[slot].state == STATE_PRESENT
	    && record->values[slot].length > 0;
}

/* The value of its key fact, or its number; in a piece its line. */
static void give_key(struct inventory *inventory, struct record *record,
                     uint32_t offset, uint64_t ordinal)
{
	uint32_t slot = record->entity->key;

	if (has_key(record)) {
		record->key = value_as_text(&record->values[slot]);
		return;
	}
	if (inventory->input->is_piece) {
		inventory_locate(inventory, offset);
		ordinal = inventory->lines + 1;
	}
	record->key = arena_printf(inventory->arena, "#%llu",
	                           (unsigned long long)ordinal);
	if (slot != NO_SLOT)
		tell_keyless(inventory, record, offset);
}

static void deliver_context(struct inventory *inventory, struct record *record,
                            uint32_t offset)
{
	struct arena *messages = inventory->input->messages;
	const struct inventory_sink *sink = inventory->sink;
	const struct entity *entity = record->entity;
	struct text text, path;

	if (!inventory->input->is_late && sink->context(sink->user, record))
		return;
	path = inventory_path(inventory);
	text = show_text(record->key, messages);
	if (inventory->input->is_late)
		text = arena_printf(messages,
			"%.*s: a context comes too late here, and is not used; in a large input it "
			"stands among the first %u MiB, or in an input of its own",
			TEXT_ARGS(path), INVENTORY_WINDOW >> 20);
	else if (entity_is_single(entity))
		text = arena_printf(messages,
			"%.*s: given before; this one is not used",
			TEXT_ARGS(path));
	else
		text = arena_printf(messages,
			"%.*s: %.*s was given before; this one is not used",
			TEXT_ARGS(path), TEXT_ARGS(text));
	inventory_tell(inventory, INVENTORY_REFUSED, offset, text);
}

/* The object just begun is a record. */
static void read_record(struct inventory *inventory,
                        struct inventory_table *table)
{
	const struct entity *entity = table->entity;
	uint32_t offset = inventory->json.start;
	struct record *record = record_new(inventory->arena, entity);

	record->file = inventory->input->name;
	record->offset = inventory->input->offset + offset;
	reader_next(&inventory->json);
	if (!inventory_members(inventory, table, record))
		return;
	table->ordinal++;
	if (!entity_is_single(entity))
		give_key(inventory, record, offset, table->ordinal);
	if (entity == inventory->model->stream)
		inventory->sink->stream(inventory->sink->user, record);
	else
		deliver_context(inventory, record, offset);
}

/* The value just begun is a certificate that belongs to no record. */
static void read_bare(struct inventory *inventory, struct inventory_table *table)
{
	struct arena *messages = inventory->input->messages;
	const struct inventory_sink *sink = inventory->sink;
	uint32_t offset = inventory->json.start;
	struct value unfit = { 0 };
	struct record *record = inventory_certificate(inventory, &unfit);

	if (inventory->json.token == READER_ERROR)
		return;
	table->ordinal++;
	if (!record) {
		inventory_tell(inventory, INVENTORY_REFUSED, offset,
			arena_printf(messages, "%.*s: %s",
			             TEXT_ARGS(inventory_path(inventory)),
			             unfit.as.text));
		return;
	}
	if (record->key.length == 0)
		record->key = arena_printf(inventory->arena, "%.*s#%llu",
			TEXT_ARGS(inventory->input->name),
			(unsigned long long)table->ordinal);
	if (table->entity == inventory->model->stream)
		sink->stream(sink->user, record);
	else
		sink->certificate(sink->user, record);
}

static void read_one(struct inventory *inventory, struct inventory_table *table)
{
	enum reader_token token = inventory->json.token;

	if (table == inventory->certificate
	    && (token == READER_OBJECT || token == READER_STRING))
		read_bare(inventory, table);
	else if (token == READER_OBJECT)
		read_record(inventory, table);
	else
		refuse_value(inventory, "an object");
}

/* --- texts --- */

static bool is_wanted(const struct inventory *inventory,
                      const struct inventory_table *table)
{
	enum inventory_pass pass = inventory->input->pass;

	if (table->entity == inventory->model->stream)
		return pass & INVENTORY_STREAM;
	if (table == inventory->certificate)
		return pass & INVENTORY_STREAM && inventory->sink->certificate;
	return pass & INVENTORY_CONTEXTS;
}

/* The value just begun holds the records of an entity. */
static void read_entity(struct inventory *inventory,
                        struct inventory_table *table)
{
	struct json_reader *json = &inventory->json;
	uint64_t number = 0;

	inventory->arena = table->entity->kind == ENTITY_CONTEXT
	                   ? inventory->input->contexts
	                   : inventory->input->stream;
	if (!is_wanted(inventory, table)) {
		reader_skip(json);
		return;
	}
	inventory_enter(inventory, (struct inventory_step){ table->entity->name, 0, NULL });
	if (json->token == READER_ARRAY && !entity_is_single(table->entity))
		while (reader_next(json) > READER_END
		       && json->token != READER_ARRAY_END) {
			inventory_element(inventory, ++number);
			read_one(inventory, table);
		}
	else
		read_one(inventory, table);
	inventory_leave(inventory);
}

/* The value just begun is of an entity that the model lacks. */
static void pass_unknown(struct inventory *inventory, struct text name,
                         uint32_t offset)
{
	if (reader_skip(&inventory->json) && inventory_is_first(inventory))
		inventory_unknown(inventory, NULL, name, offset);
}

/* The value just begun names the format. False if it is another one. */
static bool check_format(struct inventory *inventory)
{
	struct arena *messages = inventory->input->messages;
	uint32_t offset = inventory->json.start;
	struct text found;

	if (inventory->json.token == READER_STRING
	    && text_equal(inventory->json.raw, TEXT("assay-facts 1")))
		return true;
	found = reader_describe(&inventory->json, messages);
	if (reader_leave(&inventory->json, 0) && inventory_is_first(inventory))
		inventory_tell(inventory, INVENTORY_BROKEN, offset,
			arena_printf(messages,
				"format: expected \"assay-facts 1\", found %.*s; "
				"the rest of this object is not used",
				TEXT_ARGS(found)));
	return false;
}

static void read_member(struct inventory *inventory)
{
	uint32_t offset = inventory->json.start, index;
	char buffer[READER_NAME_BYTES];
	struct text name = reader_name(&inventory->json, buffer);

	index = map_get(&inventory->entities, name);
	reader_next(&inventory->json);
	if (index != MAP_NONE)
		read_entity(inventory, &inventory->tables[index]);
	else if (text_equal(name, TEXT("format")))
		check_format(inventory);
	else
		pass_unknown(inventory, name, offset);
}

static void read_text(struct inventory *inventory)
{
	struct arena *messages = inventory->input->messages;
	struct json_reader *json = &inventory->json;
	uint32_t offset;
	struct text found;

	if (reader_next(json) == READER_OBJECT) {
		while (json->depth > 0 && reader_next(json) == READER_NAME)
			read_member(inventory);
	} else if (json->token != READER_ERROR) {
		offset = json->start;
		found = reader_describe(json, messages);
		if (reader_skip(json) && inventory_is_first(inventory))
			inventory_tell(inventory, INVENTORY_BROKEN, offset,
				arena_printf(messages,
					"expected an object of entities, "
					"found %.*s", TEXT_ARGS(found)));
	}
	reader_next(json);
}

/* --- inputs --- */

/* Tell of the damage and go on after it, if that can be. */
static bool recover(struct inventory *inventory, uint32_t begin)
{
	struct arena *messages = inventory->input->messages;
	struct json_reader broken = inventory->json;
	bool resumed = reader_resume(&inventory->json, begin);
	struct text what, then = TEXT("");

	if (!inventory_is_first(inventory))
		return resumed;
	what = reader_explain(&broken, messages);
	if (resumed) {
		inventory_locate(inventory, inventory->json.at);
		then = arena_printf(messages,
			"; reading goes on at line %llu",
			(unsigned long long)inventory->lines + 1);
	} else if (broken.error.offset < inventory->input->bytes.length) {
		then = TEXT("; nothing after it is read");
	}
	inventory_tell(inventory, INVENTORY_BROKEN, broken.error.offset,
		arena_printf(messages, "%.*s%.*s", TEXT_ARGS(what),
		             TEXT_ARGS(then)));
	return resumed;
}

/* Past a byte order mark. False if the encoding that it tells is another one. */
static bool skip_mark(struct inventory *inventory)
{
	const struct text bytes = inventory->input->bytes;

	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		inventory->json.at = 3;
	if (!text_starts(bytes, TEXT("\xff\xfe"))
	    && !text_starts(bytes, TEXT("\xfe\xff")))
		return true;
	if (inventory_is_first(inventory))
		inventory_tell(inventory, INVENTORY_BROKEN, 0,
			TEXT("this is UTF-16; facts are read as UTF-8"));
	return false;
}

static void begin_input(struct inventory *inventory,
                        const struct inventory_input *input)
{
	inventory->input = input;
	inventory->sink = input->sink;
	inventory->arena = input->stream;
	inventory->located = inventory->line_start = 0;
	inventory->lines = input->line;
	inventory->remark_count = inventory->depth = 0;
	inventory->unknown_left = inventory->unknown_entities_left = 0;
	memset(inventory->told, 0, sizeof inventory->told);
	for (uint32_t i = 0; i < inventory->table_count; i++) {
		struct inventory_table *table = &inventory->tables[i];

		table->ordinal = 0;
		memset(table->told, 0, table->entity->fact_count * sizeof *table->told);
	}
	reader_open(&inventory->json, input->bytes);
}

static void read_texts(struct inventory *inventory)
{
	uint32_t begin;

	while (reader_begin(&inventory->json)) {
		begin = inventory->json.at;
		arena_reset(inventory->input->messages);
		read_text(inventory);
		if (inventory->json.token == READER_ERROR
		    && !recover(inventory, begin))
			return;
	}
}

void inventory_read(struct inventory *inventory,
                    const struct inventory_input *input)
{
	begin_input(inventory, input);
	if (skip_mark(inventory))
		read_texts(inventory);
	inventory_tell_rest(inventory);
}

static void fill_table(struct inventory_table *table, struct arena *arena,
                       const struct entity *entity)
{
	table->entity = entity;
	table->next = arena_array(arena, (size_t)entity->fact_count + 1,
	                          sizeof *table->next);
	table->next[entity->fact_count] = NO_SLOT;
	table->told = arena_array(arena, entity->fact_count, sizeof *table->told);
	for (uint32_t slot = 0; slot < entity->fact_count; slot++) {
		table->next[slot] = NO_SLOT;
		if (!(entity->facts[slot].flags & FACT_HIDDEN))
			map_put(&table->slots, arena, entity->facts[slot].name,
			        slot);
	}
}

/* The certificate stands last if the model does not list it. */
static const struct entity *entity_at(const struct model *model, uint32_t index)
{
	if (index < model->entity_count)
		return model->entities[index];
	return model_entity(model, model->certificate->name)
	       ? NULL : model->certificate;
}

struct inventory *inventory_new(struct arena *arena, const struct model *model)
{
	struct inventory *inventory = arena_alloc(arena, sizeof *inventory);
	struct inventory_table *table;

	inventory->model = model;
	inventory->tables = arena_array(arena,
	                                (size_t)model->entity_count + 1,
	                                sizeof *inventory->tables);
	for (uint32_t i = 0; i <= model->entity_count; i++) {
		const struct entity *entity = entity_at(model, i);

		if (!entity)
			break;
		table = &inventory->tables[inventory->table_count++];
		fill_table(table, arena, entity);
		map_put(&inventory->entities, arena, entity->name, i);
		if (entity == model->certificate)
			inventory->certificate = table;
	}
	return inventory;
}
