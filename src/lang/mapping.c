/* SPDX-License-Identifier: Apache-2.0 */
/* mapping.c - from the tree of a mapping to a checked one. */
#include "lang/mapper.h"

#include "diag/suggest.h"
#include "lang/check.h"

/* --- does a column give a fact? --- */

static bool text_gives(enum type type)
{
	return type == TYPE_TEXT || type == TYPE_CHOICE || type == TYPE_OID
	    || type == TYPE_RECORD;
}

static bool column_gives(enum column_type column, const struct fact *fact)
{
	switch (column) {
	case COLUMN_TEXT: case COLUMN_FILE:
		return text_gives(fact->type);
	case COLUMN_INTEGER:
		return fact->type == TYPE_INTEGER;
	case COLUMN_BOOL: case COLUMN_BITS:
		return fact->type == TYPE_BOOL;
	case COLUMN_VERSION:
		return fact->type == TYPE_VERSION;
	case COLUMN_DATE:
		return fact->type == TYPE_DATE;
	case COLUMN_SPLIT:
		return fact->type == TYPE_SET || fact->type == TYPE_LIST;
	}
	return false;
}

static bool read_origin_columns(struct mapper *m, const struct origin_tree *tree,
                                const struct fact *fact, struct mapping_origin *origin)
{
	uint32_t *columns = arena_array(m->c.arena, tree->columns.count, sizeof *columns);

	origin->columns = columns;
	for (const struct word *word = tree->columns.first; word; word = word->next) {
		uint32_t *index = &columns[origin->column_count++];
		enum column_type type;

		if (!mapping_find_column(m, word->text, word->at, index))
			return false;
		type = m->columns[*index].type;
		if (column_gives(type, fact))
			continue;
		diag_say(m->c.diags, MSG_E0806, word->at, TEXT_ARGS(fact->name),
		         fact_type_text(&m->c, fact), TEXT_ARGS(word->text), mapping_holds(type));
		return false;
	}
	return true;
}

/* --- targets --- */

static bool find_slot(struct mapper *m, const struct entity *entity, const struct word *name,
                      uint32_t *slot)
{
	struct suggest near = suggest_for(name->text);
	struct diag *diag;

	*slot = entity_slot(entity, name->text);
	if (*slot != NO_SLOT && !(entity->facts[*slot].flags & FACT_HIDDEN))
		return true;
	for (uint32_t i = 0; i < entity->fact_count; i++)
		if (!(entity->facts[i].flags & FACT_HIDDEN))
			suggest_offer(&near, entity->facts[i].name);
	diag = diag_say(m->c.diags, MSG_E0101, name->at, TEXT_ARGS(name->text));
	if (near.best.length)
		diag_help(m->c.diags, diag, "did you mean `%.*s`?", TEXT_ARGS(near.best));
	return false;
}

static bool has_origin(const struct mapping_target *target, uint32_t slot)
{
	for (uint32_t i = 0; i < target->origin_count; i++)
		if (target->origins[i].slot == slot)
			return true;
	return false;
}

static bool read_origin(struct mapper *m, const struct mapping_target *target,
                        const struct origin_tree *tree, struct mapping_origin *origin)
{
	const struct fact *fact;

	if (!find_slot(m, target->entity, &tree->name, &origin->slot))
		return false;
	fact = &target->entity->facts[origin->slot];
	if (has_origin(target, origin->slot)) {
		diag_say(m->c.diags, MSG_E0807, tree->name.at, TEXT_ARGS(fact->name));
		return false;
	}
	if (tree->columns.first)
		return read_origin_columns(m, tree, fact, origin);
	origin->table = mapping_table_read(m, &tree->rows, fact);
	return origin->table != NULL;
}

static const struct entity *find_entity(struct mapper *m, const struct word *name)
{
	const struct model *model = m->c.model;
	const struct entity *entity = model_entity(model, name->text);
	struct suggest near = suggest_for(name->text);
	struct diag *diag;

	if (entity && entity != model->certificate)
		return entity;
	for (uint32_t i = 0; i < model->entity_count; i++)
		if (model->entities[i] != model->certificate)
			suggest_offer(&near, model->entities[i]->name);
	diag = diag_say(m->c.diags, MSG_E0609, name->at, TEXT_ARGS(name->text));
	if (near.best.length)
		diag_help(m->c.diags, diag, "did you mean `%.*s`?", TEXT_ARGS(near.best));
	return NULL;
}

/* Is there a mistake in an origin of the key? Then it is not said that it has none. */
static bool speaks_of(const struct item *item, struct text name)
{
	for (const struct origin_tree *t = item->origins.first; t; t = t->next)
		if (text_equal(t->name.text, name))
			return true;
	return false;
}

static void read_target(struct mapper *m, const struct item *item, struct mapping_target *target)
{
	struct mapping_origin *origins;
	uint32_t count = 0, key;

	target->entity = find_entity(m, &item->name);
	if (!target->entity)
		return;
	for (const struct origin_tree *t = item->origins.first; t; t = t->next)
		count++;
	target->origins = origins = arena_array(m->c.arena, count, sizeof *origins);
	for (const struct origin_tree *t = item->origins.first; t; t = t->next)
		target->origin_count += read_origin(m, target, t,
		                                    &origins[target->origin_count]);
	key = target->entity->key;
	if (key != NO_SLOT && !speaks_of(item, target->entity->facts[key].name))
		diag_say(m->c.diags, MSG_E0808, item->name.at,
		         TEXT_ARGS(target->entity->facts[key].name),
		         TEXT_ARGS(target->entity->name));
}

static void read_targets(struct mapper *m, const struct file_tree *file)
{
	struct mapping_target *targets;
	uint32_t count = 0;

	for (const struct item *i = file->first; i; i = i->next)
		count += i->kind == ITEM_TO;
	m->out->targets = targets = arena_array(m->c.arena, count, sizeof *targets);
	for (const struct item *i = file->first; i; i = i->next)
		if (i->kind == ITEM_TO)
			read_target(m, i, &targets[m->out->target_count++]);
}

/* --- the file --- */

static bool belongs(const struct item *item)
{
	switch ((int)item->kind) {
	case ITEM_MAPPING: case ITEM_USE_MODEL: case ITEM_PARAMETER: case ITEM_FROM:
	case ITEM_TO: case ITEM_TEST: case ITEM_SOURCE:
		return true;
	default:
		return false;
	}
}

static void read_head(struct mapper *m, const struct file_tree *file)
{
	uint32_t parameters = 0;

	for (const struct item *i = file->first; i; i = i->next) {
		parameters += i->kind == ITEM_PARAMETER;
		if (i->kind == ITEM_MAPPING) {
			m->out->name = i->name.text;
			m->out->version = i->version.text;
			m->out->title = i->title.text;
		}
		if (!belongs(i) || (i->kind == ITEM_FROM && m->from))
			diag_say(m->c.diags, MSG_E0813, i->at);
		else if (i->kind == ITEM_FROM)
			m->from = i;
	}
	m->out->parameters = m->parameters =
		arena_array(m->c.arena, parameters, sizeof *m->parameters);
	for (const struct item *i = file->first; i; i = i->next)
		if (i->kind == ITEM_PARAMETER)
			mapping_read_parameter(m, i);
}

struct mapping *check_mapping(struct arena *arena, struct diags *diags,
                              const struct check_mapping_input *input)
{
	struct mapper m = { .out = arena_alloc(arena, sizeof *m.out) };
	const struct item *first = input->mapping->first;

	m.c = (struct checker){ .arena = arena, .diags = diags, .sources = input->sources };
	m.c.model = check_model(arena, diags, input->sources, input->model);
	m.out->model = m.c.model;
	checker_language(&m.c, input->mapping);
	read_head(&m, input->mapping);
	if (m.from)
		mapping_read_columns(&m);
	for (uint32_t i = 0; i < input->setting_count; i++)
		mapping_set_parameter(&m, &input->settings[i]);
	read_targets(&m, input->mapping);
	for (const struct item *i = first; i; i = i->next)
		if (i->kind == ITEM_TEST && m.from)
			trial_check_mapping(&m.c, m.out, i);
	if (first && diags->errors == 0 && (!m.from || m.out->target_count == 0))
		diag_say(diags, MSG_E0809, first->at);
	return m.out;
}
