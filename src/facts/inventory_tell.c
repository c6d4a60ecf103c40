/* SPDX-License-Identifier: Apache-2.0 */
/* What is said of an input: where it is, how often it is said, and how many are left unsaid. */
#include "facts/inventory_state.h"

#include "facts/names.h"
#include "facts/show.h"

/* --- where --- */

void inventory_locate(struct inventory *inventory, uint32_t offset)
{
	const struct text bytes = inventory->input->bytes;
	const char *end;

	if (offset < inventory->located) {
		inventory->located = inventory->line_start = 0;
		inventory->lines = inventory->input->line;
	}
	while (inventory->located < offset) {
		end = memchr(bytes.at + inventory->located, '\n',
		             offset - inventory->located);
		if (!end)
			break;
		inventory->located = (uint32_t)(end - bytes.at) + 1;
		inventory->line_start = inventory->located;
		inventory->lines++;
	}
	inventory->located = offset;
}

void inventory_enter(struct inventory *inventory, struct inventory_step step)
{
	if (inventory->depth < INVENTORY_DEPTH)
		inventory->path[inventory->depth] = step;
	inventory->depth++;
}

void inventory_leave(struct inventory *inventory)
{
	inventory->depth--;
}

void inventory_element(struct inventory *inventory, uint64_t number)
{
	if (inventory->depth <= INVENTORY_DEPTH)
		inventory->path[inventory->depth - 1].number = number;
}

struct text inventory_path(const struct inventory *inventory)
{
	struct arena *arena = inventory->input->messages;
	struct text path = TEXT("");

	for (uint32_t i = 0; i < inventory->depth && i < INVENTORY_DEPTH; i++) {
		const struct inventory_step *step = &inventory->path[i];

		path = arena_printf(arena, "%.*s%s%.*s", TEXT_ARGS(path),
		                    i ? "." : "", TEXT_ARGS(step->name));
		if (step->number)
			path = arena_printf(arena, "%.*s[%llu]", TEXT_ARGS(path),
			                    (unsigned long long)step->number - 1);
	}
	return path;
}

/* --- saying --- */

static void say(struct inventory *inventory, struct inventory_trouble *trouble)
{
	trouble->file = inventory->input->name;
	inventory->sink->trouble(inventory->sink->user, trouble);
	arena_reset(inventory->input->messages);
}

static void tell(struct inventory *inventory, enum inventory_fault fault,
                 uint32_t offset, struct text text)
{
	struct inventory_trouble trouble = {
		.fault = fault,
		.offset = inventory->input->offset + offset,
		.text = text.at,
		.count = 1,
	};

	inventory_locate(inventory, offset);
	trouble.line = inventory->lines + 1;
	trouble.column = offset - inventory->line_start + 1;
	say(inventory, &trouble);
}

void inventory_tell(struct inventory *inventory, enum inventory_fault fault,
                    uint32_t offset, struct text text)
{
	if (inventory->told[fault]++ < INVENTORY_TOLD)
		tell(inventory, fault, offset, text);
}

void inventory_misfit(struct inventory *inventory, uint32_t offset,
                      struct text why)
{
	uint32_t at = inventory->depth < INVENTORY_DEPTH ? inventory->depth
	                                                 : INVENTORY_DEPTH;
	uint64_t *told = NULL;
	struct text path;

	inventory->misfits++;
	while (at > 0 && !told)
		told = inventory->path[--at].told;
	if (told && (*told)++ >= INVENTORY_TOLD_FACT)
		return;
	path = inventory_path(inventory);
	tell(inventory, INVENTORY_MISFIT, offset,
	     arena_printf(inventory->input->messages, "%.*s: %.*s",
	                  TEXT_ARGS(path), TEXT_ARGS(why)));
}

/* --- names that the model lacks --- */

static struct inventory_remark *remark_on(struct inventory *inventory,
                                          const struct entity *entity,
                                          struct text name)
{
	uint32_t hash = text_hash(name);
	struct inventory_remark *remark = inventory->remarks;

	for (; remark < inventory->remarks + inventory->remark_count; remark++)
		if (remark->entity == entity && remark->hash == hash
		    && remark->length == name.length)
			return remark;
	if (inventory->remark_count == INVENTORY_REMARKS)
		return NULL;
	inventory->remark_count++;
	*remark = (struct inventory_remark){ entity, hash, name.length, 0 };
	return remark;
}

void inventory_unknown(struct inventory *inventory, const struct entity *entity,
                       struct text name, uint32_t offset)
{
	struct arena *arena = inventory->input->messages;
	struct inventory_remark *remark = remark_on(inventory, entity, name);
	struct text shown, advice, path;

	if (!remark || remark->count++ > 0) {
		inventory->unknown_left += entity != NULL;
		inventory->unknown_entities_left += entity == NULL;
		return;
	}
	shown = show_text(name, arena);
	if (entity) {
		advice = names_advice(names_of_facts(entity), name, arena);
		path = inventory_path(inventory);
		tell(inventory, INVENTORY_REMARK, offset,
			arena_printf(arena, "%.*s: there is no fact of this name %.*s%.*s",
			             TEXT_ARGS(path), TEXT_ARGS(shown),
			             TEXT_ARGS(advice)));
		return;
	}
	advice = names_advice(names_of_entities(inventory->model), name, arena);
	tell(inventory, INVENTORY_REFUSED, offset,
		arena_printf(arena, "there is no entity of this name %.*s%.*s",
		             TEXT_ARGS(shown), TEXT_ARGS(advice)));
}

/* --- the rest --- */

static void tell_rest(struct inventory *inventory, enum inventory_fault fault,
                      uint64_t count, struct text text)
{
	struct inventory_trouble trouble = {
		.fault = fault,
		.offset = inventory->input->offset,
		.text = text.at,
		.count = count,
	};

	if (count > 0)
		say(inventory, &trouble);
}

/* "3 more: X" */
static struct text more(struct inventory *inventory, uint64_t count, const char *what)
{
	return arena_printf(inventory->input->messages, "%llu more: %s",
	                    (unsigned long long)count, what);
}

static uint64_t over(uint64_t told, uint64_t most)
{
	return told > most ? told - most : 0;
}

static void tell_rest_of_facts(struct inventory *inventory,
                               const struct inventory_table *table)
{
	struct arena *arena = inventory->input->messages;

	for (uint32_t slot = 0; slot < table->entity->fact_count; slot++) {
		uint64_t left = over(table->told[slot], INVENTORY_TOLD_FACT);

		if (left > 0)
			tell_rest(inventory, INVENTORY_MISFIT, left,
				arena_printf(arena,
					"%llu more: values of `%.*s` of a %.*s that do not fit",
					(unsigned long long)left,
					TEXT_ARGS(table->entity->facts[slot].name),
					TEXT_ARGS(table->entity->name)));
	}
}

void inventory_tell_rest(struct inventory *inventory)
{
	static const char *const what[INVENTORY_FAULTS] = {
		[INVENTORY_BROKEN] = "places that can't be read",
		[INVENTORY_REFUSED] = "values and records that are not used",
		[INVENTORY_UNREADABLE] = "certificates that can't be read",
		[INVENTORY_REMARK] = "records without a usable key",
	};
	uint64_t left;

	for (uint32_t fault = 0; fault < INVENTORY_FAULTS; fault++) {
		left = over(inventory->told[fault], INVENTORY_TOLD);
		tell_rest(inventory, (enum inventory_fault)fault, left,
		          more(inventory, left, what[fault]));
	}
	left = inventory->unknown_entities_left;
	tell_rest(inventory, INVENTORY_REFUSED, left,
		more(inventory, left, "names of entities that the model lacks"));
	left = inventory->unknown_left;
	tell_rest(inventory, INVENTORY_REMARK, left,
		more(inventory, left, "names of facts that the model lacks"));
	for (uint32_t i = 0; i < inventory->table_count; i++)
		tell_rest_of_facts(inventory, &inventory->tables[i]);
}
