/* SPDX-License-Identifier: Apache-2.0 */
/* steps.c - instructions that reach records and compute variables. */
#include "compile/frames.h"

static bool below_element(const struct base *base)
{
	while (base->kind == BASE_STEP)
		base = base->parent;
	return base->kind == BASE_ELEMENT;
}

void emit_bases(struct frame_writer *w)
{
	for (uint32_t i = 0; i < w->frame->base_count; i++) {
		const struct base *base = w->frame->bases[i];

		if (base->kind == BASE_CONTEXT)
			EMIT(w->e, CONTEXT, i, base->entity->index);
		if (base->kind == BASE_STEP && !below_element(base))
			EMIT(w->e, BASE, i, base->parent->index, base->slot);
	}
}

static uint32_t text_constants(struct frame_writer *w, const struct cut_variable *v)
{
	int64_t *offsets = arena_array(w->arena, v->constant_count + 1, sizeof *offsets);

	for (uint32_t i = 0; i < v->constant_count; i++)
		offsets[i] = emit_string(w->e, v->texts[i]);
	return emit_constants(w->e, offsets, v->constant_count);
}

static void emit_fact_variable(struct frame_writer *w, const struct cut_variable *v)
{
	uint32_t level = v->level, base = v->path.base->index, slot = v->path.slot;
	struct emitter *e = w->e;

	switch ((int)v->kind) {
	case VARIABLE_OPEN:
		EMIT(e, OPEN, level, base, slot);
		break;
	case VARIABLE_NUMBER:
		EMIT(e, RANGE, level, base, slot, (uint32_t)v->function,
		     emit_constants(e, v->numbers, v->constant_count), v->constant_count,
		     emit_map(e, v->map, v->map_count));
		break;
	case VARIABLE_NOW:
		EMIT(e, NOW, level, base, slot,
		     emit_constants(e, v->numbers, v->constant_count), v->constant_count,
		     emit_map(e, v->map, v->map_count));
		break;
	case VARIABLE_WORDS:
		EMIT(e, WORDS, level, base, slot, v->map_count - 1,
		     emit_map(e, v->map, v->map_count));
		break;
	case VARIABLE_TEXT:
		EMIT(e, TEXT, level, base, slot, text_constants(w, v), v->constant_count,
		     emit_map(e, v->map, v->map_count));
		break;
	case VARIABLE_PRESENT:
		EMIT(e, PRESENT, level, base, slot);
		break;
	case VARIABLE_MEMBER:
		EMIT(e, MEMBER, level, base, slot, (uint32_t)v->number);
		break;
	case VARIABLE_HOLDS:
		EMIT(e, HOLDS, level, base, slot, emit_string(e, v->text));
		break;
	case VARIABLE_MADE:
		EMIT(e, MADE, level, base, slot, (uint32_t)v->number);
		break;
	default:
		EMIT(e, MATCH, level, base, slot, (uint32_t)relation_pattern(v->relation),
		     emit_string(e, v->text));
		break;
	}
}

static const struct tally_plan *plan_of(const struct tally_plans *plans,
                                        const struct instance *instance)
{
	for (uint32_t i = 0; i < plans->count; i++)
		if (plans->all[i].instance == instance)
			return &plans->all[i];
	return &plans->all[0];
}

static uint32_t sum_tally(const struct cut_variable *v, const struct tally_plan *plan)
{
	for (uint32_t i = 0; i < plan->sum_count; i++)
		if (condition_equal(plan->sums[i], v->atom))
			return plan->first + (plan->joint_count > 0) + i;
	return plan->first;
}

void emit_variable(struct frame_writer *w, struct cut_variable *v)
{
	struct readings readings = { .group_of = group_of_path, .user = w,
	                             .frame = w->frame };
	const struct tally_plan *plan;

	if (v->emitted)
		return;
	v->emitted = true;
	switch ((int)v->kind) {
	case VARIABLE_ATOM:
		emit_condition(w->e, &readings, v->atom);
		EMIT(w->e, ATOM, v->level);
		break;
	case VARIABLE_FLEET:
		EMIT(w->e, FLEET, v->level, plan_of(w->plans, v->fleet)->first);
		break;
	case VARIABLE_SUM:
		plan = plan_of(w->plans, v->fleet);
		EMIT(w->e, SUM, v->level, sum_tally(v, plan),
		     emit_constants(w->e, &v->atom->b.number, 1));
		break;
	default:
		emit_fact_variable(w, v);
		break;
	}
	if (w->variable_groups[v->level] == NO_GROUP)
		w->variable_groups[v->level] = group_of_variable(w, v, &readings);
}
