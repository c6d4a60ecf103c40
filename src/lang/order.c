/* SPDX-License-Identifier: Apache-2.0 */
/* order.c - which derived facts each frame uses, and an order in which each comes after those it uses. */
#include "lang/order.h"

/* Visits every path that a condition reads. */
typedef void path_fn(void *user, struct path path);

struct walk {
	path_fn *visit;
	void *user;
};

static void walk_operand(const struct walk *w, const struct operand *operand)
{
	if (operand->kind == OPERAND_FACT && operand->path.base)
		w->visit(w->user, operand->path);
}

static void walk_condition(const struct walk *w, const struct condition *condition)
{
	if (!condition || condition->kind == CONDITION_AGGREGATE)
		return;
	walk_operand(w, &condition->a);
	walk_operand(w, &condition->b);
	walk_condition(w, condition->left);
	walk_condition(w, condition->right);
}

static void walk_decision(const struct walk *w, const struct decision *decision)
{
	for (; decision && decision->kind == DECISION_IF; decision = decision->no) {
		walk_condition(w, decision->condition);
		walk_decision(w, decision->yes);
		if (decision->no == decision->yes)
			break;
	}
}

struct collect {
	struct checker *c;
	struct frame *frame;
};

static void collect_path(void *user, struct path path)
{
	struct collect *collect = user;

	derive_path(collect->c, collect->frame, path);
}

static void collect_aggregates(const struct walk *w, const struct condition *condition)
{
	if (!condition)
		return;
	if (condition->kind == CONDITION_AGGREGATE) {
		walk_condition(w, condition->left);
		walk_condition(w, condition->right);
		return;
	}
	collect_aggregates(w, condition->left);
	collect_aggregates(w, condition->right);
}

static void collect_aggregates_in(const struct walk *w, const struct decision *decision)
{
	for (; decision && decision->kind == DECISION_IF; decision = decision->no) {
		collect_aggregates(w, decision->condition);
		collect_aggregates_in(w, decision->yes);
		if (decision->no == decision->yes)
			break;
	}
}

static void collect_instances(struct checker *c, struct frame *frame)
{
	struct collect own = { c, frame };
	struct collect fleet = { c, c->out->frames[c->model->stream->index] };
	struct walk walk = { collect_path, &own };
	struct walk walk_fleet = { collect_path, &fleet };

	for (struct instance *i = frame->instances; i; i = i->next) {
		walk_decision(&walk, i->decision);
		collect_aggregates_in(&walk_fleet, i->decision);
		for (struct checked_caution *k = i->cautions; k; k = k->next)
			walk_condition(&walk, k->condition);
	}
}

static void collect_own(struct checker *c, struct frame *frame)
{
	struct base *self = base_self(c, frame);

	for (uint32_t i = 0; i < frame->entity->fact_count; i++)
		if (frame->entity->facts[i].flags & FACT_DERIVED)
			derive_path(c, frame, (struct path){ self, i });
}

/* Derivations use derived facts that bring derivations; bases bring invariants: until nothing is new. */
static void collect_closure(struct checker *c, struct frame *frame)
{
	struct collect own = { c, frame };
	struct walk walk = { collect_path, &own };
	uint32_t base = 0;

	for (uint32_t i = 0; i < frame->binding_count || base < frame->base_count; ) {
		if (i < frame->binding_count)
			walk_decision(&walk, frame->bindings[i++]->decision);
		while (base < frame->base_count)
			derive_base(c, frame, frame->bases[base++]);
	}
}

struct uses {
	struct checker *c;
	struct frame *frame;
	struct binding *binding;
	uint32_t capacity;
};

static void use_path(void *user, struct path path)
{
	struct uses *uses = user;
	struct binding *binding = uses->binding;

	for (uint32_t i = 0; i < uses->frame->binding_count; i++) {
		if (!path_equal(uses->frame->bindings[i]->path, path))
			continue;
		binding->uses = arena_grow(uses->c->arena, binding->uses, &uses->capacity,
		                           binding->use_count + 1, sizeof *binding->uses);
		binding->uses[binding->use_count++] = i;
	}
}

static void find_uses(struct checker *c, struct frame *frame)
{
	for (uint32_t i = 0; i < frame->binding_count; i++) {
		struct uses uses = { c, frame, frame->bindings[i], 0 };

		walk_decision(&(struct walk){ use_path, &uses }, frame->bindings[i]->decision);
	}
}

enum mark { MARK_NEW, MARK_OPEN, MARK_DONE };

struct sort {
	struct checker *c;
	struct frame *frame;
	uint8_t *marks;
	struct binding **sorted;
	uint32_t count;
};

static void sort_binding(struct sort *s, struct binding *binding)
{
	struct text name;

	if (s->marks[binding->index] == MARK_DONE)
		return;
	if (s->marks[binding->index] == MARK_OPEN) {
		name = path_text(s->c, binding->path);
		diag_say(s->c->diags, MSG_E0518, (struct span){ 0, 0 }, TEXT_ARGS(name));
		return;
	}
	s->marks[binding->index] = MARK_OPEN;
	for (uint32_t i = 0; i < binding->use_count; i++)
		sort_binding(s, s->frame->bindings[binding->uses[i]]);
	s->marks[binding->index] = MARK_DONE;
	s->sorted[s->count++] = binding;
}

static void sort_bindings(struct checker *c, struct frame *frame)
{
	struct sort s = { c, frame, arena_alloc(c->arena, frame->binding_count + 1),
		arena_array(c->arena, frame->binding_count + 1, sizeof *s.sorted), 0 };
	uint32_t *place = arena_array(c->arena, frame->binding_count + 1, sizeof *place);

	for (uint32_t i = 0; i < frame->binding_count; i++)
		sort_binding(&s, frame->bindings[i]);
	for (uint32_t i = 0; i < s.count; i++)
		place[s.sorted[i]->index] = i;
	for (uint32_t i = 0; i < s.count; i++)
		for (uint32_t k = 0; k < s.sorted[i]->use_count; k++)
			s.sorted[i]->uses[k] = place[s.sorted[i]->uses[k]];
	for (uint32_t i = 0; i < s.count; i++) {
		s.sorted[i]->index = i;
		frame->bindings[i] = s.sorted[i];
	}
	frame->binding_count = s.count;
}

struct needs {
	uint64_t entities[8];           /* bit per entity index */
};

static bool has_invariant(const struct entity *entity)
{
	for (uint32_t i = 0; i < entity->fact_count; i++)
		if (entity->facts[i].flags & FACT_HIDDEN)
			return true;
	return false;
}

/* Facts that are only final once their record is prepared: derived ones, and all that an invariant may put in
 * conflict. */
static void need_path(void *user, struct path path)
{
	struct needs *needs = user;
	uint32_t index;

	if (!path.base->entity || path.base->kind == BASE_SELF
	    || (!(path_fact(path)->flags & FACT_DERIVED) && !has_invariant(path.base->entity)))
		return;
	index = path.base->entity->index % 512;
	needs->entities[index / 64] |= UINT64_C(1) << index % 64;
}

struct entity_sort {
	struct checker *c;
	uint8_t *marks;
	uint32_t count;
};

static void sort_entity(struct entity_sort *s, uint32_t index)
{
	struct frame *frame = s->c->out->frames[index];
	struct needs needs = { { 0 } };

	if (s->marks[index] == MARK_DONE)
		return;
	if (s->marks[index] == MARK_OPEN) {
		diag_say(s->c->diags, MSG_E0517, (struct span){ 0, 0 },
		         TEXT_ARGS(frame->entity->name));
		return;
	}
	s->marks[index] = MARK_OPEN;
	for (uint32_t i = 0; i < frame->binding_count; i++)
		if (frame->bindings[i]->path.base->kind == BASE_SELF)
			walk_decision(&(struct walk){ need_path, &needs },
			              frame->bindings[i]->decision);
	for (uint32_t i = 0; i < s->c->model->entity_count; i++)
		if (needs.entities[i % 512 / 64] >> i % 64 & 1)
			sort_entity(s, i);
	s->marks[index] = MARK_DONE;
	s->c->out->frame_order[s->count++] = index;
}

void order_frames(struct checker *c)
{
	uint32_t count = c->model->entity_count;
	struct entity_sort sort = { c, arena_alloc(c->arena, count), 0 };

	for (uint32_t i = 0; i < count; i++)
		collect_own(c, c->out->frames[i]);
	for (uint32_t i = 0; i < count; i++)
		collect_instances(c, c->out->frames[i]);
	for (uint32_t i = 0; i < count; i++)
		collect_closure(c, c->out->frames[i]);
	for (uint32_t i = 0; i < count; i++) {
		find_uses(c, c->out->frames[i]);
		sort_bindings(c, c->out->frames[i]);
	}
	c->out->frame_order = arena_array(c->arena, count, sizeof *c->out->frame_order);
	for (uint32_t i = 0; i < count; i++)
		sort_entity(&sort, i);
}
