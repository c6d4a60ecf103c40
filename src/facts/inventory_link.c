/* SPDX-License-Identifier: Apache-2.0 */
/* From keys to records. */
#include "facts/inventory.h"

#include "facts/show.h"

static bool is_key(const struct fact *fact, enum type type,
                   const struct value *value)
{
	return type == TYPE_RECORD && fact->target->kind != ENTITY_CERTIFICATE
	    && value->state == STATE_PRESENT && value->type == TYPE_TEXT;
}

static struct value find(const struct world *world, const struct entity *entity,
                         const struct value *key, struct arena *arena)
{
	struct text text = value_as_text(key), shown;
	struct record *record = world_find(world, entity, text);
	struct value value;

	if (record) {
		value = value_record(record);
	} else {
		shown = show_text(text, arena);
		value = value_in_state(STATE_MISSING,
			arena_printf(arena, "there is no %.*s %.*s",
			             TEXT_ARGS(entity->name),
			             TEXT_ARGS(shown)).at);
	}
	value.flags = key->flags;
	return value;
}

static bool has_keys(const struct fact *fact, const struct value *value)
{
	const struct list *list = value->as.list;

	if (fact->type != TYPE_LIST || value->state != STATE_PRESENT)
		return false;
	for (uint32_t i = 0; i < list->count; i++)
		if (is_key(fact, fact->element, &list->items[i]))
			return true;
	return false;
}

static void link_list(const struct world *world, const struct fact *fact,
                      struct value *value, struct arena *arena)
{
	const struct list *keys = value->as.list;
	struct list *list = arena_alloc(arena, sizeof *list);
	struct value *items = arena_array(arena, keys->count, sizeof *items);

	for (uint32_t i = 0; i < keys->count; i++)
		items[i] = is_key(fact, fact->element, &keys->items[i])
		           ? find(world, fact->target, &keys->items[i], arena)
		           : keys->items[i];
	*list = (struct list){ keys->count, items };
	value->as.list = list;
}

void inventory_link(const struct world *world, struct record *record,
                    struct arena *arena)
{
	const struct entity *entity = record->entity;

	for (uint32_t i = 0; i < entity->fact_count; i++) {
		const struct fact *fact = &entity->facts[i];
		struct value *value = &record->values[i];

		if (is_key(fact, fact->type, value))
			*value = find(world, fact->target, value, arena);
		else if (has_keys(fact, value))
			link_list(world, fact, value, arena);
	}
}
