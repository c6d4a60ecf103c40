/* SPDX-License-Identifier: Apache-2.0 */
/* What is said of an input: where it is, how often it is said, and how many are left unsaid. */
#include "facts/inventory.h"

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

/* What a message is one of, and where those are counted that are left untold. */
struct kind {
	uint64_t kind, group;
	uint32_t most;
	const char *what;
};

/* Numbers of groups: faults, the two kinds of unknown names, facts whose values do not fit. */
enum { GROUP_FACTS = INVENTORY_FAULTS, GROUP_ENTITIES, GROUP_MISFITS };

static void tell(struct inventory *inventory, struct inventory_trouble trouble, uint32_t offset,
                 const struct kind *kind)
{
	trouble.offset = inventory->input->offset + offset;
	trouble.count = 1;
	trouble.kind = kind->kind;
	trouble.group = kind->group;
	trouble.most = kind->most;
	trouble.what = kind->what;
	inventory_locate(inventory, offset);
	trouble.line = inventory->lines + 1;
	trouble.column = offset - inventory->line_start + 1;
	say(inventory, &trouble);
}

static struct kind kind_of_fault(enum inventory_fault fault)
{
	static const char *const what[INVENTORY_FAULTS] = {
		[INVENTORY_BROKEN] = "places that can't be read",
		[INVENTORY_REFUSED] = "values and records that are not used",
		[INVENTORY_UNREADABLE] = "certificates that can't be read",
		[INVENTORY_REMARK] = "records without a usable key",
		[INVENTORY_MISFIT] = "values that do not fit",
	};

	return (struct kind){ fault, fault, INVENTORY_TOLD, what[fault] };
}

void inventory_tell(struct inventory *inventory, enum inventory_fault fault,
                    uint32_t offset, struct text text)
{
	struct kind kind = kind_of_fault(fault);

	if (inventory->told[fault]++ < INVENTORY_TOLD)
		tell(inventory, (struct inventory_trouble){ .fault = fault, .text = text.at },
		     offset, &kind);
}

static struct kind kind_of_misfit(struct inventory *inventory, const struct inventory_table *table,
                                  uint32_t slot)
{
	uint64_t index = (uint64_t)(table - inventory->tables);
	uint64_t group = GROUP_MISFITS + index * MODEL_MAX_FACTS + slot;

	return (struct kind){ group, group, INVENTORY_TOLD_FACT,
		arena_printf(inventory->input->messages,
			"values of `%.*s` of a %.*s that do not fit",
			TEXT_ARGS(table->entity->facts[slot].name),
			TEXT_ARGS(table->entity->name)).at };
}

/* The fact that a counter belongs to. */
static struct kind kind_of_counter(struct inventory *inventory, const uint64_t *told)
{
	for (uint32_t i = 0; told && i < inventory->table_count; i++) {
		const struct inventory_table *table = &inventory->tables[i];

		if (told >= table->told && told < table->told + table->entity->fact_count)
			return kind_of_misfit(inventory, table, (uint32_t)(told - table->told));
	}
	return kind_of_fault(INVENTORY_MISFIT);
}

void inventory_misfit(struct inventory *inventory, uint32_t offset,
                      struct text why)
{
	uint32_t at = inventory->depth < INVENTORY_DEPTH ? inventory->depth
	                                                 : INVENTORY_DEPTH;
	uint64_t *told = NULL;
	struct text path;
	struct kind kind;

	inventory->misfits++;
	while (at > 0 && !told)
		told = inventory->path[--at].told;
	if (told && (*told)++ >= INVENTORY_TOLD_FACT)
		return;
	kind = kind_of_counter(inventory, told);
	path = inventory_path(inventory);
	tell(inventory, (struct inventory_trouble){ .fault = INVENTORY_MISFIT,
		.text = arena_printf(inventory->input->messages, "%.*s: %.*s", TEXT_ARGS(path),
		                     TEXT_ARGS(why)).at }, offset, &kind);
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

static struct kind kind_of_unknown(const struct inventory *inventory,
                                   const struct inventory_remark *remark)
{
	uint64_t index = remark->entity ? remark->entity->index : inventory->model->entity_count;

	return (struct kind){ UINT64_C(1) << 63 | index << 32 | remark->hash,
		remark->entity ? GROUP_FACTS : GROUP_ENTITIES, 1,
		remark->entity ? "names of facts that the model lacks"
		               : "names of entities that the model lacks" };
}

void inventory_unknown(struct inventory *inventory, const struct entity *entity,
                       struct text name, uint32_t offset)
{
	struct arena *arena = inventory->input->messages;
	struct inventory_remark *remark = remark_on(inventory, entity, name);
	struct text shown, advice, path, text;
	struct kind kind;

	if (!remark || remark->count++ > 0) {
		inventory->unknown_left += entity != NULL;
		inventory->unknown_entities_left += entity == NULL;
		return;
	}
	kind = kind_of_unknown(inventory, remark);
	shown = show_text(name, arena);
	if (entity) {
		advice = names_advice(names_of_facts(entity), name, arena);
		path = inventory_path(inventory);
		text = arena_printf(arena, "%.*s: there is no fact of this name %.*s%.*s",
		                    TEXT_ARGS(path), TEXT_ARGS(shown), TEXT_ARGS(advice));
	} else {
		advice = names_advice(names_of_entities(inventory->model), name, arena);
		text = arena_printf(arena, "there is no entity of this name %.*s%.*s",
		                    TEXT_ARGS(shown), TEXT_ARGS(advice));
	}
	tell(inventory, (struct inventory_trouble){ .text = text.at,
		.fault = entity ? INVENTORY_REMARK : INVENTORY_REFUSED }, offset, &kind);
}

/* --- the rest --- */

struct text inventory_more(struct arena *arena, uint64_t count, const char *what)
{
	return arena_printf(arena, "%llu more: %s", (unsigned long long)count, what);
}

static void tell_rest(struct inventory *inventory, enum inventory_fault fault,
                      uint64_t count, const struct kind *kind)
{
	struct inventory_trouble trouble = {
		.fault = fault,
		.offset = inventory->input->offset,
		.count = count,
		.rest = true,
		.group = kind->group,
		.what = kind->what,
	};

	if (count == 0)
		return;
	trouble.text = inventory_more(inventory->input->messages, count, kind->what).at;
	say(inventory, &trouble);
}

static uint64_t over(uint64_t told, uint64_t most)
{
	return told > most ? told - most : 0;
}

static void tell_rest_of_facts(struct inventory *inventory,
                               const struct inventory_table *table)
{
	for (uint32_t slot = 0; slot < table->entity->fact_count; slot++) {
		uint64_t left = over(table->told[slot], INVENTORY_TOLD_FACT);
		struct kind kind;

		if (left == 0)
			continue;
		kind = kind_of_misfit(inventory, table, slot);
		tell_rest(inventory, INVENTORY_MISFIT, left, &kind);
	}
}

static void tell_rest_of_names(struct inventory *inventory)
{
	const struct inventory_remark fact = { .entity = inventory->model->certificate };
	const struct inventory_remark entity = { .entity = NULL };
	struct kind kind = kind_of_unknown(inventory, &entity);

	tell_rest(inventory, INVENTORY_REFUSED, inventory->unknown_entities_left, &kind);
	kind = kind_of_unknown(inventory, &fact);
	tell_rest(inventory, INVENTORY_REMARK, inventory->unknown_left, &kind);
}

void inventory_tell_rest(struct inventory *inventory)
{
	for (uint32_t fault = 0; fault < INVENTORY_FAULTS; fault++) {
		struct kind kind = kind_of_fault((enum inventory_fault)fault);

		tell_rest(inventory, (enum inventory_fault)fault,
		          over(inventory->told[fault], INVENTORY_TOLD), &kind);
	}
	tell_rest_of_names(inventory);
	for (uint32_t i = 0; i < inventory->table_count; i++)
		tell_rest_of_facts(inventory, &inventory->tables[i]);
}
