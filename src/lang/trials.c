/* SPDX-License-Identifier: Apache-2.0 */
/* trials.c - the names in tests: rules, results, profiles, entities and facts. What values they give is
 * looked at when they run. */
#include "diag/suggest.h"
#include "lang/checker.h"
#include "model/mapping.h"

static void offer_best(struct checker *c, struct diag *diag, struct span at,
                       const struct suggest *suggest)
{
	if (!suggest->best.length)
		return;
	diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest->best));
	diag_fix(c->diags, diag, at, suggest->best);
}

static void check_rule(struct checker *c, const struct word *rule)
{
	struct suggest suggest = suggest_for(rule->text);
	struct diag *diag;

	for (uint32_t i = 0; i < c->out->rule_count; i++)
		if (text_equal(c->out->rules[i]->id, rule->text))
			return;
	diag = diag_say(c->diags, MSG_E0704, rule->at, TEXT_ARGS(rule->text));
	for (uint32_t i = 0; i < c->out->rule_count; i++)
		suggest_offer(&suggest, c->out->rules[i]->id);
	offer_best(c, diag, rule->at, &suggest);
}

static void check_result(struct checker *c, const struct word *result)
{
	static const char *const results[] = { "fail", "error", "unknown", "pass", "exempt",
		"notapplicable", "notchecked", "notselected" };
	enum { COUNT = sizeof results / sizeof *results };
	struct suggest suggest = suggest_for(result->text);
	struct diag *diag;

	for (int i = 0; i < COUNT; i++)
		if (text_equal(result->text, text_from(results[i])))
			return;
	diag = diag_say(c->diags, MSG_E0714, result->at, TEXT_ARGS(result->text));
	for (int i = 0; i < COUNT; i++)
		suggest_offer(&suggest, text_from(results[i]));
	offer_best(c, diag, result->at, &suggest);
}

static void say_fact(struct checker *c, const struct entity *entity, const struct word *name)
{
	struct suggest suggest = suggest_for(name->text);
	struct diag *diag = diag_say(c->diags, MSG_E0713, name->at,
		arena_printf(c->arena, "`%.*s` has no fact called `%.*s`",
		             TEXT_ARGS(entity->name), TEXT_ARGS(name->text)).at);

	for (uint32_t i = 0; i < entity->fact_count; i++)
		if (!(entity->facts[i].flags & FACT_HIDDEN))
			suggest_offer(&suggest, entity->facts[i].name);
	offer_best(c, diag, name->at, &suggest);
}

static const struct entity *named_entity(struct checker *c, const struct word *name)
{
	const struct entity *entity = model_entity(c->model, name->text);
	struct suggest suggest = suggest_for(name->text);
	struct diag *diag;

	if (entity)
		return entity;
	diag = diag_say(c->diags, MSG_E0713, name->at,
		arena_printf(c->arena, "there is no entity called `%.*s`",
		             TEXT_ARGS(name->text)).at);
	for (uint32_t i = 0; i < c->model->entity_count; i++)
		suggest_offer(&suggest, c->model->entities[i]->name);
	offer_best(c, diag, name->at, &suggest);
	return NULL;
}

static void check_fields(struct checker *c, const struct entity *entity,
                         const struct fields *fields);

/* Nesting has its limit in the parser. */
static void check_given(struct checker *c, const struct given *given)
{
	const struct entity *entity;

	for (const struct given *item = given->items; item; item = item->next)
		check_given(c, item);
	if (given->kind != GIVEN_RECORD)
		return;
	entity = named_entity(c, &given->name);
	if (entity)
		check_fields(c, entity, &given->fields);
}

static void check_fields(struct checker *c, const struct entity *entity,
                         const struct fields *fields)
{
	for (const struct field *field = fields->first; field; field = field->next) {
		uint32_t slot = entity_slot(entity, field->name.text);

		if (slot == NO_SLOT || entity->facts[slot].flags & FACT_HIDDEN)
			say_fact(c, entity, &field->name);
		check_given(c, field->value);
	}
}

/* Is it declared in this file? Offers those that are. */
static bool has_profile(const struct file_tree *file, struct text name, struct suggest *suggest)
{
	for (const struct item *i = file->first; i; i = i->next) {
		if (i->kind != ITEM_PROFILE)
			continue;
		if (text_equal(i->name.text, name))
			return true;
		suggest_offer(suggest, i->name.text);
	}
	return false;
}

static void check_profile(struct checker *c, const struct word *name,
                          const struct file_tree *const *files, uint32_t file_count)
{
	struct suggest suggest = suggest_for(name->text);
	struct diag *diag;

	for (uint32_t f = 0; f < file_count; f++)
		if (has_profile(files[f], name->text, &suggest))
			return;
	diag = diag_say(c->diags, MSG_E0705, name->at, TEXT_ARGS(name->text));
	offer_best(c, diag, name->at, &suggest);
}

void trial_check(struct checker *c, const struct item *item,
                 const struct file_tree *const *files, uint32_t file_count)
{
	for (const struct setup *s = item->setups; s; s = s->next) {
		const struct entity *entity;

		if (s->kind == SETUP_INPUT || s->kind == SETUP_PARAMETER)
			diag_say(c->diags, MSG_E0813, s->at);
		if (s->kind == SETUP_PROFILE)
			check_profile(c, &s->name, files, file_count);
		if (s->kind != SETUP_RECORD)
			continue;
		entity = named_entity(c, &s->name);
		if (entity)
			check_fields(c, entity, &s->fields);
	}
	for (const struct expect *e = item->expects; e; e = e->next) {
		if (e->is_record) {
			diag_say(c->diags, MSG_E0813, e->at);
			continue;
		}
		check_rule(c, &e->rule);
		check_result(c, &e->result);
	}
}

/* --- tests of mappings --------------------------------------------------- */

static void check_parameter(struct checker *c, const struct mapping *mapping,
                            const struct word *name)
{
	static const char *const settings[] = { "dates", "delimiter", "encoding" };
	struct suggest suggest = suggest_for(name->text);
	struct diag *diag;

	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
		if (text_equal(name->text, text_from(settings[i])))
			return;
	for (uint32_t i = 0; i < mapping->parameter_count; i++) {
		if (text_equal(mapping->parameters[i].type.name, name->text))
			return;
		suggest_offer(&suggest, mapping->parameters[i].type.name);
	}
	diag = diag_say(c->diags, MSG_E0703, name->at, TEXT_ARGS(name->text));
	offer_best(c, diag, name->at, &suggest);
}

static void check_setup(struct checker *c, const struct mapping *mapping, const struct setup *s)
{
	struct text form = mapping->form == MAPPING_LINES ? TEXT("lines") : TEXT("columns");

	if (s->kind == SETUP_PARAMETER)
		check_parameter(c, mapping, &s->name);
	else if (s->kind != SETUP_INPUT)
		diag_say(c->diags, MSG_E0813, s->at);
	else if (!text_equal(s->name.text, form))
		diag_say(c->diags, MSG_E0814, s->name.at, TEXT_ARGS(s->name.text));
}

void trial_check_mapping(struct checker *c, const struct mapping *mapping, const struct item *item)
{
	for (const struct setup *s = item->setups; s; s = s->next)
		check_setup(c, mapping, s);
	for (const struct expect *e = item->expects; e; e = e->next) {
		const struct entity *entity;

		if (!e->is_record) {
			diag_say(c->diags, MSG_E0813, e->at);
			continue;
		}
		entity = named_entity(c, &e->rule);
		if (entity)
			check_fields(c, entity, &e->fields);
	}
}
