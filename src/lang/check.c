/* SPDX-License-Identifier: Apache-2.0 */
#include "lang/check.h"

#include "diag/suggest.h"
#include "lang/checker.h"
#include "lang/order.h"
#include "model/certificate.h"

enum { LANGUAGE_VERSION = 1, MAX_ENTITIES = 100 };

void checker_language(struct checker *c, const struct file_tree *file)
{
	if (file->language == LANGUAGE_VERSION)
		return;
	if (!file->first && c->diags->errors)
		return;
	if (file->language == 0)
		diag_say(c->diags, MSG_E0701, (struct span){ file->source->base,
		         file->source->base }, (int)LANGUAGE_VERSION);
	else
		diag_say(c->diags, MSG_E0702, file->language_at, (int)file->language,
		         (int)LANGUAGE_VERSION);
}

static void start_model(struct checker *c, uint32_t items)
{
	struct model *model = arena_alloc(c->arena, sizeof *model);

	model->entities = arena_array(c->arena, items + 1, sizeof *model->entities);
	model->certificate = certificate_entity_new(c->arena);
	model->certificate->index = 0;
	model->entities[0] = model->certificate;
	model->entity_count = 1;
	c->model = model;
}

static void read_model(struct checker *c, const struct file_tree *file)
{
	uint32_t items = 0;

	for (const struct item *i = file ? file->first : NULL; i; i = i->next)
		items++;
	start_model(c, items);
	if (!file) {
		c->model->stream = c->model->certificate;
		c->model->name = TEXT("");
		return;
	}
	checker_language(c, file);
	for (const struct item *i = file->first; i; i = i->next)
		if (i->kind == ITEM_MODEL)
			c->model->name = i->name.text;
	models_build(c, file);
	if (c->model->entity_count > MAX_ENTITIES)
		diag_say(c->diags, MSG_E0514, file->first->at, (int)MAX_ENTITIES);
}

/* Keys and values of a lookup are single values. */
static bool lookup_type(struct checker *c, const struct type_tree *tree, struct fact *fact)
{
	if (!model_type(c, tree, fact))
		return false;
	if (fact->type < TYPE_SET && !(fact->flags & (FACT_OPTIONAL | FACT_KEY)))
		return true;
	diag_say(c->diags, MSG_E0417, tree->at, fact_type_text(c, fact));
	return false;
}

static bool lookup_has(const struct lookup *lookup, const struct operand *key)
{
	for (uint32_t i = 0; i < lookup->count; i++)
		if (key->kind == OPERAND_TEXT
		    ? text_equal(lookup->rows[i].key.text, key->text)
		    : lookup->rows[i].key.number == key->number)
			return true;
	return false;
}

static bool lookup_cell(const struct cell *cell, const struct fact *fact, struct operand *value)
{
	const struct cell_item *item = cell->first;

	return item && !item->next && item->quoted == (fact->type == TYPE_TEXT)
	    && operand_from_text(item->text, fact, value);
}

static void read_lookup_row(struct checker *c, struct lookup *lookup, const struct row *row)
{
	struct lookup_row *to = &lookup->rows[lookup->count];

	if (row->count != 2 || !lookup_cell(row->first, &lookup->from, &to->key)
	    || !lookup_cell(row->last, &lookup->to, &to->value)) {
		struct diag *diag = diag_say(c->diags, MSG_E0413, row->at,
			fact_type_text(c, &lookup->from), fact_type_text(c, &lookup->to));

		if (lookup->from.type == TYPE_TEXT || lookup->to.type == TYPE_TEXT)
			diag_help(c->diags, diag, "text stands in quotes");
		return;
	}
	if (lookup_has(lookup, &to->key)) {
		diag_say(c->diags, MSG_E0414, row->first->at,
		         TEXT_ARGS(row->first->first->text));
		return;
	}
	to->at = row->at;
	lookup->count++;
}

static void read_lookup(struct checker *c, const struct item *item)
{
	struct lookup lookup = { .item = item };

	if (!lookup_type(c, &item->from, &lookup.from)
	    || !lookup_type(c, &item->type, &lookup.to))
		return;
	lookup.rows = arena_array(c->arena, item->rows.count, sizeof *lookup.rows);
	for (const struct row *row = item->rows.first->next; row; row = row->next)
		if (!ast_row_is_rule(row))
			read_lookup_row(c, &lookup, row);
	c->lookups = arena_grow(c->arena, c->lookups, &c->lookup_capacity,
	                        c->lookup_count + 1, sizeof *c->lookups);
	c->lookups[c->lookup_count++] = lookup;
}

static void read_parameter(struct checker *c, const struct item *item)
{
	struct parameter *p;

	if (checker_parameter(c, item->name.text)) {
		diag_say(c->diags, MSG_E0511, item->name.at, TEXT_ARGS(item->name.text));
		return;
	}
	c->parameters = arena_grow(c->arena, c->parameters, &c->parameter_capacity,
	                           c->parameter_count + 1, sizeof *c->parameters);
	p = &c->parameters[c->parameter_count++];
	*p = (struct parameter){ .name = item->name, .doc = item->title.text };
	p->type.name = item->name.text;
	p->type.doc = item->title.text;
	if (!item->condition) {
		diag_say(c->diags, MSG_E0715, item->name.at, TEXT_ARGS(item->name.text));
		return;
	}
	p->set = model_type(c, &item->type, &p->type)
	      && operand_constant(c, item->condition, &p->type, &p->value);
	p->value.words = &p->type;
}

static void read_definition(struct checker *c, const struct item *item)
{
	const struct word *place = item->places.first;
	struct entity *entity = model_entity(c->model, place->text);

	if (!entity) {
		diag_say(c->diags, MSG_E0609, place->at, TEXT_ARGS(place->text));
		return;
	}
	for (uint32_t i = 0; i < c->definition_count; i++)
		if (text_equal(c->definitions[i].item->name.text, item->name.text)
		    && c->definitions[i].entity == entity) {
			diag_say(c->diags, MSG_E0511, item->name.at, TEXT_ARGS(item->name.text));
			return;
		}
	if (entity_slot(entity, item->name.text) != NO_SLOT)
		diag_say(c->diags, MSG_E0511, item->name.at, TEXT_ARGS(item->name.text));
	c->definitions = arena_grow(c->arena, c->definitions, &c->definition_capacity,
	                            c->definition_count + 1, sizeof *c->definitions);
	c->definitions[c->definition_count++] =
		(struct definition){ .item = item, .entity = entity };
}

static void read_source(struct checker *c, const struct item *item, uint32_t *capacity)
{
	struct checked_policy *out = c->out;

	out->sources = arena_grow(c->arena, out->sources, capacity, out->source_count + 1,
	                          sizeof *out->sources);
	out->sources[out->source_count++] = (struct checked_source){
		item->name.text, item->title.text,
		item->date ? item->date->text : TEXT("") };
}

static void read_declarations(struct checker *c, const struct check_input *input)
{
	uint32_t sources = 0;

	for (uint32_t f = 0; f < input->file_count; f++) {
		checker_language(c, input->files[f]);
		for (const struct item *i = input->files[f]->first; i; i = i->next) {
			if (i->kind == ITEM_PARAMETER)
				read_parameter(c, i);
			if (i->kind == ITEM_LOOKUP && input->files[f] != input->model)
				read_lookup(c, i);
			if (i->kind == ITEM_DEFINE)
				read_definition(c, i);
			if (i->kind == ITEM_SOURCE)
				read_source(c, i, &sources);
			if (i->kind == ITEM_FROM || i->kind == ITEM_TO)
				diag_say(c->diags, MSG_E0813, i->at);
		}
	}
	for (const struct item *i = input->model ? input->model->first : NULL; i; i = i->next)
		if (i->kind == ITEM_LOOKUP)
			read_lookup(c, i);
}

static struct parameter *parameter_named(struct checker *c, struct text name, struct span at)
{
	struct parameter *parameter = checker_parameter(c, name);
	struct suggest suggest = suggest_for(name);
	struct diag *diag;

	if (parameter)
		return parameter;
	for (uint32_t i = 0; i < c->parameter_count; i++)
		suggest_offer(&suggest, c->parameters[i].name.text);
	diag = diag_say(c->diags, MSG_E0703, at, TEXT_ARGS(name));
	if (suggest.best.length)
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
	return NULL;
}

static void leave_out(struct checker *c, const struct word *name, bool apply)
{
	for (uint32_t i = 0; i < c->out->rule_count; i++)
		if (text_equal(c->out->rules[i]->id, name->text)) {
			if (apply)
				c->out->rules[i]->selected = false;
			return;
		}
	diag_say(c->diags, MSG_E0704, name->at, TEXT_ARGS(name->text));
}

static void apply_profile(struct checker *c, const struct item *item, bool chosen)
{
	for (const struct setting *s = item->settings; s; s = s->next) {
		struct parameter *parameter;
		struct operand value;

		if (!s->value)
			continue;
		parameter = parameter_named(c, s->name.text, s->name.at);
		if (!parameter || !operand_constant(c, s->value, &parameter->type, &value))
			continue;
		if (chosen)
			parameter->value = value;
		parameter->value.words = &parameter->type;
	}
}

static bool is_chosen(const struct check_input *input, const struct item *item)
{
	return item->kind == ITEM_PROFILE && text_equal(item->name.text, input->profile);
}

static void apply_settings(struct checker *c, const struct check_input *input)
{
	bool found = input->profile.length == 0;

	for (uint32_t f = 0; f < input->file_count; f++)
		for (const struct item *i = input->files[f]->first; i; i = i->next) {
			if (i->kind != ITEM_PROFILE)
				continue;
			found |= is_chosen(input, i);
			apply_profile(c, i, is_chosen(input, i));
		}
	if (!found)
		diag_say(c->diags, MSG_E0705, (struct span){ 0, 0 }, TEXT_ARGS(input->profile));
	for (uint32_t i = 0; i < input->setting_count; i++) {
		struct parameter *p = parameter_named(c, input->settings[i].name,
		                                      (struct span){ 0, 0 });
		struct operand value;

		if (!p)
			continue;
		if (operand_from_text(input->settings[i].value, &p->type, &value))
			p->value = value;
		else
			diag_say(c->diags, MSG_E0706, (struct span){ 0, 0 },
			         TEXT_ARGS(input->settings[i].value), TEXT_ARGS(p->name.text),
			         fact_type_text(c, &p->type));
		p->value.words = &p->type;
	}
}

static void check_rules(struct checker *c, const struct file_tree *file)
{
	c->applies = NULL;
	for (const struct item *i = file->first; i; i = i->next)
		if (i->kind == ITEM_APPLIES)
			c->applies = i;
	for (const struct item *i = file->first; i; i = i->next)
		if (i->kind == ITEM_RULE || i->kind == ITEM_TABLE)
			rule_check(c, i);
}

/* Where what was asked for could not be read, nothing is said of the names in it. */
static void check_tests(struct checker *c, const struct check_input *input)
{
	for (const struct diag *diag = c->diags->first; diag; diag = diag->next)
		if (diag->code == MSG_E0707)
			return;
	for (uint32_t f = 0; f < input->file_count; f++)
		for (const struct item *i = input->files[f]->first; i; i = i->next)
			if (i->kind == ITEM_TEST)
				trial_check(c, i, input->files, input->file_count);
}

static void check_unused(struct checker *c)
{
	for (uint32_t i = 0; i < c->definition_count; i++) {
		struct definition *d = &c->definitions[i];
		struct frame *frame = c->out->frames[d->entity->index];
		struct scope scope = { .c = c, .frame = frame, .all_present = true };

		if (d->used)
			continue;
		scope.self = base_self(c, frame);
		condition_resolve(&scope, d->item->condition);
		diag_say(c->diags, MSG_W0101, d->item->name.at, TEXT_ARGS(d->item->name.text));
	}
}

static void make_frames(struct checker *c)
{
	uint32_t count = c->model->entity_count;

	c->out->frames = arena_array(c->arena, count, sizeof *c->out->frames);
	for (uint32_t i = 0; i < count; i++) {
		c->out->frames[i] = arena_alloc(c->arena, sizeof **c->out->frames);
		c->out->frames[i]->entity = c->model->entities[i];
		base_self(c, c->out->frames[i]);
	}
}

static void read_head(struct checker *c, const struct file_tree *file)
{
	for (const struct item *i = file->first; i; i = i->next)
		if (i->kind == ITEM_POLICY || (i->kind == ITEM_MODEL && !c->out->name.length)) {
			c->out->name = i->name.text;
			c->out->version = i->version.text;
			c->out->title = i->title.text;
		}
}

static void export_parameters(struct checker *c)
{
	struct checked_policy *out = c->out;

	out->parameters = arena_array(c->arena, c->parameter_count, sizeof *out->parameters);
	for (uint32_t i = 0; i < c->parameter_count; i++) {
		const struct parameter *p = &c->parameters[i];
		struct text value = p->value.text;

		if (p->value.kind == OPERAND_NUMBER && p->type.type == TYPE_CHOICE && p->set)
			value = p->type.choices[p->value.number].name;
		else if (p->value.kind == OPERAND_NUMBER && p->type.type == TYPE_BOOL)
			value = p->value.number ? TEXT("yes") : TEXT("no");
		else if (p->value.kind == OPERAND_NUMBER)
			value = arena_printf(c->arena, "%lld", (long long)p->value.number);
		out->parameters[out->parameter_count++] =
			(struct checked_parameter){ p->name.text, value, p->doc };
	}
}

struct checked_policy *check_policy(struct arena *arena, struct diags *diags,
                                    const struct check_input *input)
{
	struct checked_policy *out = arena_alloc(arena, sizeof *out);
	struct checker c = { .arena = arena, .diags = diags, .sources = input->sources,
	                     .out = out };

	read_model(&c, input->model);
	out->model = c.model;
	out->model_name = c.model->name;
	out->profile = input->profile;
	if (input->file_count)
		read_head(&c, input->files[0]);
	make_frames(&c);
	read_declarations(&c, input);
	apply_settings(&c, input);
	for (uint32_t f = 0; f < input->file_count; f++)
		check_rules(&c, input->files[f]);
	for (uint32_t f = 0; f < input->file_count; f++)
		for (const struct item *i = input->files[f]->first; i; i = i->next)
			for (const struct setting *s = i->settings; s; s = s->next)
				if (!s->value)
					leave_out(&c, &s->name, is_chosen(input, i));
	check_tests(&c, input);
	check_unused(&c);
	order_frames(&c);
	export_parameters(&c);
	return out;
}

struct model *check_model(struct arena *arena, struct diags *diags,
                          const struct sources *sources, const struct file_tree *file)
{
	struct checked_policy *out = check_policy(arena, diags,
		&(struct check_input){ .sources = sources, .model = file });

	return out->model;
}
