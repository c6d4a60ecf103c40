/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/suggest.h"
#include "lang/checker.h"

bool path_equal(struct path a, struct path b)
{
	return a.base == b.base && a.slot == b.slot;
}

struct text path_text(struct checker *c, struct path path)
{
	struct text name = path_fact(path)->name;

	if (path.base->name.length == 0)
		return name;
	if (!path.base->entity)
		return path.base->name;
	return arena_printf(c->arena, "%.*s.%.*s", TEXT_ARGS(path.base->name),
	                    TEXT_ARGS(name));
}

static bool base_equal(const struct base *a, const struct base *b)
{
	return a->kind == b->kind && a->entity == b->entity
	    && a->parent == b->parent && a->slot == b->slot && a->depth == b->depth;
}

struct base *frame_base(struct checker *c, struct frame *frame, const struct base *like)
{
	struct base *base;

	for (uint32_t i = 0; i < frame->base_count; i++)
		if (base_equal(frame->bases[i], like))
			return frame->bases[i];
	base = arena_alloc(c->arena, sizeof *base);
	*base = *like;
	base->index = frame->base_count;
	frame->bases = arena_grow(c->arena, frame->bases, &frame->base_capacity,
	                          frame->base_count + 1, sizeof *frame->bases);
	frame->bases[frame->base_count++] = base;
	return base;
}

struct base *base_self(struct checker *c, struct frame *frame)
{
	return frame_base(c, frame, &(struct base){ .kind = BASE_SELF,
	                                            .entity = frame->entity });
}

struct base *base_step(struct checker *c, struct frame *frame, struct path path)
{
	struct base like = { .kind = BASE_STEP, .entity = path_fact(path)->target,
	                     .parent = path.base, .slot = path.slot };

	like.name = path_text(c, path);
	return frame_base(c, frame, &like);
}

static struct base *base_context(struct checker *c, struct frame *frame,
                                 const struct entity *entity)
{
	if (entity == frame->entity)
		return base_self(c, frame);
	return frame_base(c, frame, &(struct base){ .kind = BASE_CONTEXT,
		.entity = entity, .name = entity->name });
}

static struct text head_of(struct text word)
{
	const char *dot = word.length ? memchr(word.at, '.', word.length) : NULL;

	return (struct text){ word.at, dot ? (uint32_t)(dot - word.at) : word.length };
}

static struct text tail_of(struct text word, struct text head)
{
	if (head.length >= word.length)
		return (struct text){ "", 0 };
	return (struct text){ word.at + head.length + 1, word.length - head.length - 1 };
}

static bool function_of(const struct fact *fact, struct text name, enum function *function)
{
	static const char *const parts[] = { "first", "second", "third", "fourth" };

	if (fact->type != TYPE_VERSION)
		return false;
	for (int i = 0; i < 4; i++)
		if (text_equal(name, text_from(parts[i]))) {
			*function = (enum function)(FUNCTION_FIRST + i);
			return true;
		}
	return false;
}

/* The rest of a path, from a record. */
static bool find_from(const struct scope *scope, struct base *base, struct text word,
                      struct path *path, enum function *function)
{
	struct text head = head_of(word);
	uint32_t slot;
	const struct fact *fact;

	*function = FUNCTION_NONE;
	if (!base->entity)
		return false;
	slot = entity_slot(base->entity, word);
	if (slot != NO_SLOT && !(base->entity->facts[slot].flags & FACT_HIDDEN)) {
		*path = (struct path){ base, slot };
		return true;
	}
	slot = entity_slot(base->entity, head);
	if (slot == NO_SLOT || head.length == word.length)
		return false;
	fact = &base->entity->facts[slot];
	*path = (struct path){ base, slot };
	if (function_of(fact, tail_of(word, head), function))
		return true;
	if (fact->type != TYPE_RECORD)
		return false;
	return find_from(scope, base_step(scope->c, scope->frame, *path),
	                 tail_of(word, head), path, function);
}

static bool find_variable(const struct scope *scope, struct text word, struct path *path,
                          enum function *function)
{
	struct text head = head_of(word);

	for (const struct variable *v = scope->variables; v; v = v->next) {
		if (!text_equal(v->name, head))
			continue;
		if (head.length == word.length) {
			*path = (struct path){ v->base, 0 };
			return !v->base->entity;
		}
		return find_from(scope, v->base, tail_of(word, head), path, function);
	}
	return false;
}

bool scope_find_path(const struct scope *scope, struct text word, struct path *path,
                     enum function *function)
{
	struct text head = head_of(word);
	const struct entity *entity;

	*function = FUNCTION_NONE;
	if (scope->parameters_only)
		return false;
	if (find_variable(scope, word, path, function)
	    || find_from(scope, scope->self, word, path, function))
		return true;
	if (head.length == word.length)
		return false;
	if (text_equal(head, scope->frame->entity->name))
		return find_from(scope, base_self(scope->c, scope->frame),
		                 tail_of(word, head), path, function);
	entity = model_entity(scope->c->model, head);
	if (entity && entity_is_single(entity))
		return find_from(scope, base_context(scope->c, scope->frame, entity),
		                 tail_of(word, head), path, function);
	return false;
}

static void offer_facts(struct suggest *suggest, struct checker *c, const struct entity *entity,
                        struct text prefix)
{
	for (uint32_t i = 0; i < entity->fact_count; i++) {
		const struct fact *fact = &entity->facts[i];
		struct text name = fact->name;

		if (fact->flags & FACT_HIDDEN)
			continue;
		if (prefix.length)
			name = arena_printf(c->arena, "%.*s.%.*s", TEXT_ARGS(prefix),
			                    TEXT_ARGS(name));
		suggest_offer(suggest, name);
		if (fact->type == TYPE_RECORD && prefix.length < 64)
			offer_facts(suggest, c, fact->target, name.length < 64 && !prefix.length
			            ? name : TEXT("................................................................"));
	}
}

/* A text has no facts; a record is nothing but its facts. */
static void say_element(const struct scope *scope, const struct variable *variable,
                        struct text word, struct span at)
{
	struct checker *c = scope->c;
	const struct entity *entity = variable->base->entity;
	struct diag *diag;

	if (!entity) {
		diag = diag_say(c->diags, MSG_E0221, at, TEXT_ARGS(variable->name),
		                fact_type_text(c, variable->base->element));
		diag_help(c->diags, diag, "write `%.*s` alone", TEXT_ARGS(variable->name));
		diag_fix(c->diags, diag, at, variable->name);
		return;
	}
	diag = diag_say(c->diags, MSG_E0222, at, TEXT_ARGS(word), TEXT_ARGS(entity->name));
	diag_help(c->diags, diag, "say which of its facts is meant, such as `%.*s.%.*s`",
	          TEXT_ARGS(word), TEXT_ARGS(entity->facts[0].name));
}

/* Is it about a quantifier's element, misused? */
static bool say_misused(const struct scope *scope, struct text word, struct span at)
{
	struct text head = head_of(word);

	for (const struct variable *v = scope->variables; v; v = v->next)
		if (text_equal(v->name, head) && (head.length == word.length || !v->base->entity)) {
			say_element(scope, v, word, at);
			return true;
		}
	return false;
}

void scope_say_unknown(const struct scope *scope, struct text word, struct span at)
{
	struct checker *c = scope->c;
	struct suggest suggest = suggest_for(word);
	struct diag *diag;

	if (say_misused(scope, word, at))
		return;
	diag = diag_say(c->diags, MSG_E0101, at, TEXT_ARGS(word));
	for (const struct variable *v = scope->variables; v; v = v->next) {
		suggest_offer(&suggest, v->name);
		if (v->base->entity)
			offer_facts(&suggest, c, v->base->entity, v->name);
	}

	if (scope->parameters_only) {
		diag_help(c->diags, diag, "only parameters can stand here");
	} else {
		if (scope->self->entity)
			offer_facts(&suggest, c, scope->self->entity, TEXT(""));
		for (uint32_t i = 0; i < c->model->entity_count; i++)
			if (entity_is_single(c->model->entities[i]))
				offer_facts(&suggest, c, c->model->entities[i],
				            c->model->entities[i]->name);
		for (uint32_t i = 0; i < c->definition_count; i++)
			suggest_offer(&suggest, c->definitions[i].item->name.text);
	}
	for (uint32_t i = 0; i < c->parameter_count; i++)
		suggest_offer(&suggest, c->parameters[i].name.text);
	if (suggest.best.length) {
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
		diag_fix(c->diags, diag, at, suggest.best);
	}
}

bool scope_is_known(const struct scope *scope, struct path path)
{
	if (scope->all_present)
		return true;
	for (const struct known *k = scope->known; k; k = k->next)
		if (path_equal(k->path, path))
			return true;
	return false;
}

static bool check_one(const struct scope *scope, struct path path, struct span at)
{
	struct checker *c = scope->c;
	struct diag *diag;
	struct text name;

	if (!(path_fact(path)->flags & FACT_OPTIONAL) || !path.base->entity
	    || scope_is_known(scope, path))
		return true;
	name = path_text(c, path);
	diag = diag_say(c->diags, MSG_E0205, at, TEXT_ARGS(name));
	diag_help(c->diags, diag, "add `when %.*s is present` before, or write `(%.*s is absent or ...)`",
	          TEXT_ARGS(name), TEXT_ARGS(name));
	return false;
}

bool scope_check_present(const struct scope *scope, struct path path, bool value, struct span at)
{
	for (const struct base *base = path.base; base; base = base->parent) {
		if (base->kind == BASE_ELEMENT)
			break;
		if (base->kind == BASE_STEP
		    && !check_one(scope, (struct path){ base->parent, base->slot }, at))
			return false;
	}
	return !value || check_one(scope, path, at);
}

const struct known *known_path(struct checker *c, struct path path, const struct known *known)
{
	struct known *more = arena_alloc(c->arena, sizeof *more);

	more->path = path;
	more->next = known;
	return more;
}

const struct known *known_after(struct checker *c, const struct condition *condition, bool truth,
                                const struct known *known)
{
	if (!condition)
		return known;
	if (condition->kind == CONDITION_NOT)
		return known_after(c, condition->left, !truth, known);
	if (condition->kind == (truth ? CONDITION_AND : CONDITION_OR)) {
		known = known_after(c, condition->left, truth, known);
		return known_after(c, condition->right, truth, known);
	}
	if (condition->kind == CONDITION_TEST && truth
	    && condition->relation == RELATION_PRESENT)
		return known_path(c, condition->a.path, known);
	return known;
}
