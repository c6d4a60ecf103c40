/* SPDX-License-Identifier: Apache-2.0 */
/* models.c - from the trees of a fact model to entities. */
#include "diag/suggest.h"
#include "lang/checker.h"

static const struct {
	const char *word;
	uint32_t flag;
} modifier_flags[] = {
	{ "optional", FACT_OPTIONAL }, { "key", FACT_KEY }, { "ordered", FACT_ORDERED },
};

static void apply_modifier(struct checker *c, const struct word *word, struct fact *fact)
{
	struct suggest suggest = suggest_for(word->text);
	struct diag *diag;

	for (size_t i = 0; i < sizeof modifier_flags / sizeof *modifier_flags; i++) {
		struct text name = text_from(modifier_flags[i].word);

		suggest_offer(&suggest, name);
		if (text_equal(word->text, name)) {
			fact->flags |= modifier_flags[i].flag;
			return;
		}
	}
	if (fact->type == TYPE_INTEGER && fact->unit.length == 0 && !suggest.best.length) {
		fact->unit = word->text;
		return;
	}
	diag = diag_say(c->diags, MSG_E0503, word->at, TEXT_ARGS(word->text));
	if (suggest.best.length)
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
}

static const enum type plain_types[] = { TYPE_BOOL, TYPE_INTEGER, TYPE_TEXT, TYPE_DATE,
                                         TYPE_DURATION, TYPE_VERSION, TYPE_OID };

enum { PLAIN_TYPES = sizeof plain_types / sizeof *plain_types };

static bool say_type(struct checker *c, const struct word *word)
{
	struct suggest suggest = suggest_for(word->text);
	struct diag *diag = diag_say(c->diags, MSG_E0501, word->at, TEXT_ARGS(word->text));

	for (int i = 0; i < PLAIN_TYPES; i++)
		suggest_offer(&suggest, text_from(type_spelling(plain_types[i])));
	for (uint32_t i = 0; c->model && i < c->model->entity_count; i++)
		suggest_offer(&suggest, c->model->entities[i]->name);
	if (suggest.best.length)
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
	return false;
}

static bool plain_type(struct checker *c, const struct word *word, struct fact *fact)
{
	for (int i = 0; i < PLAIN_TYPES; i++)
		if (text_equal(word->text, text_from(type_spelling(plain_types[i])))) {
			fact->type = plain_types[i];
			return true;
		}
	fact->type = TYPE_RECORD;
	fact->target = c->model ? model_entity(c->model, word->text) : NULL;
	if (!fact->target)
		return say_type(c, word);
	if (fact->target->kind != ENTITY_STREAM && !entity_is_single(fact->target))
		return true;
	diag_say(c->diags, MSG_E0504, word->at, TEXT_ARGS(word->text));
	return false;
}

static bool word_is_state(struct text word)
{
	return text_equal(word, TEXT("missing")) || text_equal(word, TEXT("undecodable"))
	    || text_equal(word, TEXT("duplicate"));
}

static bool declare_words(struct checker *c, const struct type_tree *tree, struct fact *fact)
{
	const struct word *label = tree->labels.first;

	if (tree->words.count > MODEL_MAX_WORDS) {
		diag_say(c->diags, MSG_E0505, tree->at, (int)MODEL_MAX_WORDS);
		return false;
	}
	fact->choices = arena_array(c->arena, tree->words.count, sizeof *fact->choices);
	for (const struct word *w = tree->words.first; w; w = w->next, label = label->next) {
		struct choice choice = { w->text, label->text.length ? label->text : w->text };

		if (fact_choice(fact, w->text) != NO_SLOT || word_is_state(w->text)
		    || fact_choice_by_label(fact, choice.label) != NO_SLOT) {
			diag_say(c->diags, MSG_E0506, w->at, TEXT_ARGS(w->text));
			continue;
		}
		fact->choices[fact->choice_count++] = choice;
	}
	return true;
}

static bool set_type(struct checker *c, const struct type_tree *tree, struct fact *fact)
{
	struct text only = tree->words.first->text;

	fact->type = TYPE_SET;
	fact->cap = MODEL_MAX_LIST;
	if (tree->words.count == 1
	    && (text_equal(only, TEXT("oid")) || text_equal(only, TEXT("text")))) {
		fact->element = text_equal(only, TEXT("oid")) ? TYPE_OID : TYPE_TEXT;
		return true;
	}
	fact->element = TYPE_CHOICE;
	return declare_words(c, tree, fact);
}

static bool list_type(struct checker *c, const struct type_tree *tree, struct fact *fact)
{
	struct fact element = { 0 };

	if (!plain_type(c, tree->words.first, &element))
		return false;
	if (element.type != TYPE_TEXT && element.type != TYPE_RECORD) {
		diag_say(c->diags, MSG_E0507, tree->at);
		return false;
	}
	if (tree->cap < 1 || tree->cap > MODEL_MAX_LIST) {
		diag_say(c->diags, MSG_E0508, tree->at, (int)MODEL_MAX_LIST);
		return false;
	}
	fact->type = TYPE_LIST;
	fact->element = element.type;
	fact->target = element.target;
	fact->cap = (uint32_t)tree->cap;
	return true;
}

bool model_type(struct checker *c, const struct type_tree *tree, struct fact *fact)
{
	bool good;

	switch (tree->form) {
	case TYPE_TREE_ONE_OF:
		fact->type = TYPE_CHOICE;
		good = declare_words(c, tree, fact);
		break;
	case TYPE_TREE_SET:
		good = set_type(c, tree, fact);
		break;
	case TYPE_TREE_LIST:
		good = list_type(c, tree, fact);
		break;
	case TYPE_TREE_PLAIN:
	default:
		good = plain_type(c, tree->words.first, fact);
		break;
	}
	for (const struct word *w = tree->modifiers.first; w; w = w->next)
		apply_modifier(c, w, fact);
	if ((fact->flags & FACT_ORDERED) && fact->type != TYPE_CHOICE)
		diag_say(c->diags, MSG_E0509, tree->at);
	return good;
}

static bool name_is_good(struct checker *c, const struct word *name, const struct entity *entity)
{
	if (memchr(name->text.at, '.', name->text.length)) {
		diag_say(c->diags, MSG_E0510, name->at);
		return false;
	}
	if (entity && entity_slot(entity, name->text) != NO_SLOT) {
		diag_say(c->diags, MSG_E0511, name->at, TEXT_ARGS(name->text));
		return false;
	}
	return true;
}

static void derivation_add(struct checker *c, const struct entity *entity,
                           const struct fact_tree *tree)
{
	c->derivations = arena_grow(c->arena, c->derivations, &c->derivation_capacity,
	                            c->derivation_count + 1, sizeof *c->derivations);
	c->derivations[c->derivation_count++] =
		(struct derivation){ entity, entity->fact_count, tree };
}

static bool derivable(enum type type)
{
	return type == TYPE_BOOL || type == TYPE_CHOICE || type == TYPE_INTEGER
	    || type == TYPE_VERSION || type == TYPE_DATE || type == TYPE_DURATION
	    || type == TYPE_TEXT || type == TYPE_OID;
}

static void check_derived(struct checker *c, const struct fact_tree *tree, struct fact *fact)
{
	bool lookup = tree->value && tree->value->kind == EXPR_LOOKUP;

	if (fact->flags & (FACT_OPTIONAL | FACT_KEY) || !derivable(fact->type)
	    || (tree->value && !lookup && fact->type != TYPE_BOOL)) {
		struct diag *diag = diag_say(c->diags, MSG_E0512, tree->name.at);

		diag_help(c->diags, diag, "a condition derives a `bool`; a table or lookup any "
		          "type of single values; none of them is `optional` or a key");
	}
	fact->flags |= FACT_DERIVED;
}

static void build_key(struct checker *c, struct entity *entity, const struct fact_tree *tree,
                      const struct fact *fact)
{
	if (!(fact->flags & FACT_KEY))
		return;
	if (entity->key != NO_SLOT || fact->type != TYPE_TEXT || fact->flags & FACT_OPTIONAL)
		diag_say(c->diags, MSG_E0513, tree->name.at);
	entity->key = entity->fact_count;
}

static void build_fact(struct checker *c, struct entity *entity, const struct fact_tree *tree,
                       uint32_t *order)
{
	struct fact *fact = &entity->facts[entity->fact_count];
	bool derived = tree->value || tree->rows.count;

	*fact = (struct fact){ .order = ++*order, .doc = tree->doc.text };
	if (tree->kind == FACT_TREE_INVARIANT) {
		fact->name = arena_printf(c->arena, "invariant %u", entity->fact_count);
		fact->type = TYPE_BOOL;
		fact->flags = FACT_HIDDEN | FACT_DERIVED;
		derivation_add(c, entity, tree);
		entity->fact_count++;
		return;
	}
	fact->name = tree->name.text;
	if (!name_is_good(c, &tree->name, entity) || !model_type(c, &tree->type, fact))
		return;
	build_key(c, entity, tree, fact);
	if (derived) {
		check_derived(c, tree, fact);
		derivation_add(c, entity, tree);
	}
	if (tree->doc.at.to == 0)
		diag_say(c->diags, MSG_W0501, tree->name.at, TEXT_ARGS(tree->name.text));
	entity->fact_count++;
}

static void build_entity(struct checker *c, const struct item *item, uint32_t *order)
{
	struct entity *entity = model_entity(c->model, item->name.text);
	uint32_t count = 0;

	if (!entity || entity->facts)
		return;
	for (const struct fact_tree *f = item->facts.first; f; f = f->next)
		count++;
	if (count > MODEL_MAX_FACTS) {
		diag_say(c->diags, MSG_E0514, item->at, (int)MODEL_MAX_FACTS);
		return;
	}
	entity->facts = arena_array(c->arena, count + 1, sizeof *entity->facts);
	for (const struct fact_tree *f = item->facts.first; f; f = f->next)
		build_fact(c, entity, f, order);
}

static void declare_entity(struct checker *c, const struct item *item)
{
	struct entity *entity = arena_alloc(c->arena, sizeof *entity);
	struct model *model = c->model;

	if (!name_is_good(c, &item->name, NULL))
		return;
	if (model_entity(model, item->name.text)) {
		diag_say(c->diags, MSG_E0511, item->name.at, TEXT_ARGS(item->name.text));
		return;
	}
	entity->name = item->name.text;
	entity->label = item->title.text;
	entity->kind = item->kind == ITEM_STREAM ? ENTITY_STREAM : ENTITY_CONTEXT;
	entity->key = NO_SLOT;
	for (const struct fact_tree *f = item->facts.first; f; f = f->next)
		for (const struct word *w = f->type.modifiers.first; w; w = w->next)
			if (text_equal(w->text, TEXT("key")))
				entity->key = 0;        /* set for good when its facts are built */
	entity->index = model->entity_count;
	model->entities[model->entity_count++] = entity;
	if (item->kind == ITEM_STREAM) {
		if (model->stream)
			diag_say(c->diags, MSG_E0515, item->name.at);
		model->stream = entity;
	}
}

void models_build(struct checker *c, const struct file_tree *file)
{
	uint32_t order = 100000;        /* a certificate's facts come before */

	for (const struct item *i = file->first; i; i = i->next)
		if (i->kind == ITEM_CONTEXT || i->kind == ITEM_STREAM)
			declare_entity(c, i);
	for (const struct item *i = file->first; i; i = i->next) {
		struct entity *entity = i->kind == ITEM_CONTEXT || i->kind == ITEM_STREAM
			? model_entity(c->model, i->name.text) : NULL;

		if (entity && !entity->facts && entity->key == 0) {
			entity->key = NO_SLOT;
			build_entity(c, i, &order);
		} else if (entity) {
			build_entity(c, i, &order);
		}
	}
	if (!c->model->stream) {
		diag_say(c->diags, MSG_E0516, file->first ? file->first->at : file->language_at);
		c->model->stream = c->model->certificate;
	}
}
