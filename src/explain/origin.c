/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/origin.h"

#include "code/wording.h"

enum { MOST_DEPTH = 8, MOST_NAMES = 32, MOST_VALUES = 512 };

/* --- paths --- */

static bool is_part(struct text rest)
{
	return text_equal(rest, TEXT("first")) || text_equal(rest, TEXT("second"))
	    || text_equal(rest, TEXT("third")) || text_equal(rest, TEXT("fourth"));
}

static bool take_fact(const struct record *record, uint32_t slot, struct vm_fact *fact)
{
	*fact = (struct vm_fact){ .fact = &record->entity->facts[slot], .record = record,
		.value = &record->values[slot], .slot = slot };
	return true;
}

/* The record that the first part of a path leads to from a record; NULL if there is none. */
static const struct record *step_to(struct explainer *x, const struct record *record,
                                    struct text name)
{
	uint32_t slot = entity_slot(record->entity, name);
	const struct entity *entity;

	if (slot != NO_SLOT) {
		const struct value *value = &record->values[slot];

		return value->state == STATE_PRESENT && value->type == TYPE_RECORD
			? value->as.record : NULL;
	}
	entity = model_entity(x->evaluation->model, name);
	return entity && entity_is_single(entity)
		? world_find(x->evaluation->world, entity, TEXT("")) : NULL;
}

bool origin_resolve(struct explainer *x, const struct record *record, struct text path,
                    struct vm_fact *fact)
{
	uint32_t slot = entity_slot(record->entity, path);

	if (slot != NO_SLOT)
		return take_fact(record, slot, fact);
	for (uint32_t i = 0; i < path.length; i++) {
		struct text head = { path.at, i };
		struct text rest = { path.at + i + 1, path.length - i - 1 };
		const struct record *next;

		if (path.at[i] != '.')
			continue;
		slot = entity_slot(record->entity, head);
		if (slot != NO_SLOT && is_part(rest))
			return take_fact(record, slot, fact);
		next = step_to(x, record, head);
		if (next && origin_resolve(x, next, rest, fact))
			return true;
	}
	return false;
}

/* --- values --- */

static const char *value_words(struct explainer *x, const struct vm_fact *fact)
{
	struct buffer text = { .arena = x->words };

	if (fact->value->state != STATE_PRESENT)
		return "";
	value_write_named(&text, fact->fact, fact->value, x->names);
	return buffer_view(&text).at;
}

static const char *label_words(struct explainer *x, const struct vm_fact *fact)
{
	struct buffer text = { .arena = x->words };

	if (fact->value->state != STATE_PRESENT || fact->value->type != TYPE_CHOICE)
		return "";
	wording_word(&text, fact->fact, fact->value->as.number);
	return buffer_view(&text).at;
}

static void note_place(struct explainer *x, struct origin_value *out, const struct vm_fact *fact)
{
	struct place place = place_find(x->evaluation, fact->record, fact->fact->name, x->words);

	out->file = place.file;
	out->line = place.line;
	out->offset = place.offset;
	if (place.kind == PLACE_FACTS)
		out->kind = ORIGIN_FACTS;
	else if (place.kind == PLACE_CERTIFICATE)
		out->kind = ORIGIN_CERTIFICATE;
	if (place.kind == PLACE_NONE) {         /* where it is not */
		place = place_find(x->evaluation, fact->record, TEXT(""), x->words);
		out->line = place.line;
	}
	out->where = place.kind == PLACE_FACTS ? place.path.at : "";
}

static bool is_derived(const struct vm_fact *fact)
{
	return fact->fact->flags & FACT_DERIVED && !(fact->value->flags & VALUE_GIVEN);
}

static void add_value(struct explainer *x, struct origin_list *list, const struct vm_fact *fact,
                      uint32_t depth);

/* Names that the definition of the fact reads. */
static uint32_t names_of(const struct fact_tree *tree, struct text names[MOST_NAMES])
{
	uint32_t count = 0;

	if (tree->value)
		return written_names(tree->value, names, MOST_NAMES);
	if (!tree->rows.first)
		return 0;
	for (const struct cell *c = tree->rows.first->first; c && c->next; c = c->next)
		if (c->first && count < MOST_NAMES)
			names[count++] = c->first->text;
	return count;
}

static void describe_derivation(struct explainer *x, struct origin_value *out,
                                const struct fact_tree *tree)
{
	const struct item *lookup;

	out->where = written_place(&x->written, tree->at, x->words).at;
	if (!tree->value) {
		out->how = "a table";
	} else if (tree->value->kind == EXPR_LOOKUP) {
		lookup = written_lookup(&x->written, tree->value->name.text);
		out->how = arena_printf(x->words, "lookup %.*s",
		                        TEXT_ARGS(tree->value->name.text)).at;
		if (lookup)
			out->where = written_place(&x->written, lookup->at, x->words).at;
	} else {
		out->how = "a condition";
	}
}

/* Does the path begin with a fact of the entity, not with the name of a context? */
static bool begins_with_fact(const struct entity *entity, struct text path)
{
	for (uint32_t i = 0; i <= path.length; i++)
		if ((i == path.length || path.at[i] == '.')
		    && entity_slot(entity, (struct text){ path.at, i }) != NO_SLOT)
			return true;
	return false;
}

/* What a derived fact reads, below it. */
static void add_sources(struct explainer *x, struct origin_list *list, const struct vm_fact *fact,
                        const struct fact_tree *tree, uint32_t depth)
{
	struct text names[MOST_NAMES], prefix = fact->name;
	uint32_t count = names_of(tree, names);

	prefix.length -= fact->fact->name.length < prefix.length ? fact->fact->name.length
	                                                         : prefix.length;
	for (uint32_t i = 0; i < count; i++) {
		struct vm_fact source;

		if (!origin_resolve(x, fact->record, names[i], &source))
			continue;
		source.name = source.record == fact->record ? source.fact->name : names[i];
		if (begins_with_fact(fact->record->entity, source.name))
			source.name = arena_printf(x->words, "%.*s%.*s", TEXT_ARGS(prefix),
			                           TEXT_ARGS(source.name));
		add_value(x, list, &source, depth);
	}
}

static struct origin_value *new_value(struct explainer *x, struct origin_list *list,
                                      const char *path, enum state state)
{
	struct origin_value *out;

	list->all = arena_grow(x->words, list->all, &list->capacity, list->count + 1,
	                       sizeof *list->all);
	out = &list->all[list->count++];
	*out = (struct origin_value){ .path = path, .state = state_name(state), .value = "",
		.label = "", .why = "", .meaning = "", .where = "", .how = "" };
	return out;
}

void origin_add_fleet(struct explainer *x, struct origin_list *list)
{
	struct origin_value *out = new_value(x, list, "fleet", STATE_MISSING);

	out->why = "more records may exist";
	out->meaning = "All records. If those given are all, say so (--complete).";
}

static void add_value(struct explainer *x, struct origin_list *list, const struct vm_fact *fact,
                      uint32_t depth)
{
	const struct fact_tree *tree = NULL;
	struct origin_value *out;

	if (list->count == MOST_VALUES)
		return;
	out = new_value(x, list, arena_text(x->words, fact->name).at,
	                (enum state)fact->value->state);
	out->depth = depth;
	if (fact->value->state != STATE_PRESENT && fact->value->as.text)
		out->why = fact->value->as.text;
	if (!fact->fact)
		return;
	out->value = value_words(x, fact);
	out->label = label_words(x, fact);
	out->meaning = arena_text(x->words, fact->fact->doc).at;
	if (!fact->record)
		return;
	if (is_derived(fact))
		tree = written_fact(&x->written, fact->record->entity->name, fact->fact->name);
	if (!tree) {
		note_place(x, out, fact);
		return;
	}
	out->kind = ORIGIN_DERIVED;
	describe_derivation(x, out, tree);
	if (depth < MOST_DEPTH)
		add_sources(x, list, fact, tree, depth + 1);
}

static bool is_listed(const struct origin_list *list, struct text name)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (text_equal(text_from(list->all[i].path), name))
			return true;
	return false;
}

void origin_add(struct explainer *x, struct origin_list *list, const struct vm_fact *fact)
{
	if (!is_listed(list, fact->name))
		add_value(x, list, fact, 0);
}
