/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/needs.h"

#define FAILS (UINT32_C(1) << VM_FAIL)

struct needs {
	struct explainer *x;
	struct vm *vm;                  /* looks at what is not so */
	uint8_t *can;                   /* by check and slot: required of nobody (1), of some (2) */
	uint32_t slots;                 /* most facts of an entity */
};

struct needs *needs_new(struct arena *arena, struct explainer *x)
{
	struct needs *needs = arena_alloc(arena, sizeof *needs);
	struct evaluation *e = x->evaluation;
	struct vm_options options = { e->options.now, e->options.complete, NULL, NULL };

	needs->x = x;
	needs->vm = vm_new(arena, x->program, e->model, e->world, &options);
	for (uint32_t i = 0; i < e->model->entity_count; i++)
		if (e->model->entities[i]->fact_count > needs->slots)
			needs->slots = e->model->entities[i]->fact_count;
	needs->can = arena_array(arena, (size_t)x->program->check_count + 1, needs->slots + 1);
	return needs;
}

/* One certificate fact of one subject. */
struct asking {
	struct needs *needs;
	struct explainer *x;
	const struct record *record;
	uint32_t slot, group;
	struct need *need;
};

/* --- the subject without it -------------------------------------------- */

static bool is_certificate(const struct fact *fact)
{
	return fact->target && fact->target->kind == ENTITY_CERTIFICATE
	    && (fact->type == TYPE_RECORD || fact->type == TYPE_LIST);
}

/* The record as it was read, without the fact. */
static struct record *without(struct asking *a)
{
	static const struct list nothing = { 0, NULL };
	const struct entity *entity = a->record->entity;
	struct record *copy = record_new(a->x->words, entity);
	bool list = entity->facts[a->slot].type == TYPE_LIST;

	copy->key = a->record->key;
	copy->file = a->record->file;
	copy->offset = a->record->offset;
	for (uint32_t i = 0; i < entity->fact_count; i++) {
		bool derived = entity->facts[i].flags & (FACT_DERIVED | FACT_HIDDEN);

		if (!derived || a->record->values[i].flags & VALUE_GIVEN)
			copy->values[i] = a->record->values[i];
	}
	copy->values[a->slot] = list ? value_list(TYPE_LIST, &nothing)
	                             : value_in_state(STATE_ABSENT, NULL);
	return copy;
}

static uint32_t group_of(const struct asking *a)
{
	const struct row_frame *frame = vm_frame(a->needs->vm);

	for (uint32_t g = 0; g < frame->group_count; g++) {
		const struct row_group *row = &a->x->program->group[frame->first_group + g];

		if (row->kind == GROUP_FACT && row->base == 0 && row->slot == a->slot)
			return g;
	}
	return NO_GROUP;
}

/* --- one rule ---------------------------------------------------------- */

/* With it: its own facts, and conditions that read it, may be anything. */
static void put_there(struct asking *a, struct what_if *w)
{
	const struct row_frame *frame = vm_frame(a->needs->vm);

	what_if_free(w, a->group);
	for (uint32_t v = 0; v < frame->variable_count; v++) {
		uint64_t without = what_if_now(w, v);

		if (w->asked[v] && !what_if_is_binding(w, v)
		    && a->x->program->variable[frame->first_variable + v].group == a->group
		    && (w->allow[v] & ~without))
			w->allow[v] &= ~without;
	}
}

static void hide_own(const struct what_if *w, struct residual *r, uint32_t variables)
{
	for (uint32_t v = 0; v < variables; v++)
		if (w->asked[v] && what_if_is_freed(w, v))
			residual_hide(r, v);
}

/* Where the rule requires it (yes) and where it doesn't (no), over what is free in `w`,
 * without it. */
static struct residual requirement(struct asking *a, struct what_if *w)
{
	struct residual without, with;
	struct what_if there = *w;

	what_if_loosen(w);
	residual_begin(w, FAILS, NULL, &without);
	there.allow = arena_array(a->x->words, without.variables + 1, sizeof *there.allow);
	memcpy(there.allow, w->allow, without.variables * sizeof *there.allow);
	there.freed = arena_alloc(a->x->words, vm_frame(a->needs->vm)->group_count + 1);
	put_there(a, &there);
	residual_begin(&there, ~FAILS, without.space, &with);
	hide_own(&there, &with, with.variables);
	with.no = space_or(without.space, without.yes, without.no);
	without.yes = space_and(without.space, without.yes, with.yes);
	without.no = space_and(without.space, with.no, space_not(without.space, without.yes));
	return without;
}

static uint8_t *can_of(struct asking *a, uint32_t check)
{
	return &a->needs->can[(size_t)check * (a->needs->slots + 1) + a->slot];
}

/* Can the rule require it of any subject? */
static bool can_require(struct asking *a, uint32_t check)
{
	uint8_t *can = can_of(a, check);
	const uint32_t *groups;
	struct residual r;
	struct what_if w;
	uint32_t count;

	if (*can)
		return *can == 2;
	what_if_begin(&w, a->x->words, a->needs->vm, check);
	count = what_if_groups(&w, &groups);
	for (uint32_t i = 0; i < count; i++)
		if (groups[i] != a->group && !what_if_follows(&w, groups[i], a->group))
			what_if_free_alone(&w, groups[i]);
	r = requirement(a, &w);
	*can = r.yes == SPACE_NO ? 1 : 2;
	return *can == 2;
}

static void say_why_not(struct asking *a, const struct what_if *w, uint32_t check,
                        struct need_rule *out)
{
	const struct row_check *row = &a->x->program->check[check];
	uint8_t *clauses = arena_alloc(a->x->words, row->clause_count + 1);
	uint32_t results = what_if_results(w, clauses);

	for (int result = VM_FAIL; result <= VM_NOTCHECKED; result++)
		if (results >> result & 1) {
			out->reason = result_name((enum vm_result)result);
			break;
		}
	for (uint32_t i = 0; i < row->clause_count; i++) {
		const struct row_clause *clause = &a->x->program->clause[row->first_clause + i];

		if (!clauses[i])
			continue;
		out->clause = program_string(a->x->program, clause->text);
		out->message = program_string(a->x->program, clause->message);
		return;
	}
}

static void ask_rule(struct asking *a, uint32_t check, struct need_rule *out)
{
	struct change change;
	struct residual r;

	*out = (struct need_rule){ .rule = a->x->program->check[check].rule, .reason = "",
	                           .clause = "", .message = "" };
	out->cite = explain_cite(a->x, &a->x->program->rule[out->rule]);
	change_begin(&change, a->x, a->needs->vm, check);
	r = requirement(a, &change.what_if);
	if (r.yes == SPACE_NO) {
		out->verdict = NEED_NOT;
		say_why_not(a, &change.what_if, check, out);
	} else if (r.no == SPACE_NO) {
		out->verdict = NEED_REQUIRED;
	} else {
		out->verdict = NEED_CONDITIONAL;
		change_say(&change, CHANGE_DERIVED, VM_FAIL, &r, &out->cases);
	}
}

/* --- one certificate --------------------------------------------------- */

/* The rules of the first level of which one requires it, perhaps under a condition, say what
 * is said. */
static void sum_up(struct need *need, const struct program *program)
{
	need->verdict = need->rule_count ? NEED_NOT : NEED_UNASKED;
	for (uint32_t level = 0; level < 3 && need->verdict >= NEED_NOT; level++)
		for (uint32_t i = 0; i < need->rule_count; i++)
			if (program->rule[need->rules[i].rule].level == level
			    && need->rules[i].verdict < need->verdict) {
				need->verdict = need->rules[i].verdict;
				need->level = level;
			}
}

static void ask_rules(struct asking *a)
{
	const struct row_frame *frame = vm_frame(a->needs->vm);

	a->need->rules = arena_array(a->x->words, frame->check_count + 1,
	                             sizeof *a->need->rules);
	a->group = group_of(a);
	for (uint32_t i = 0; i < frame->check_count && a->group != NO_GROUP; i++) {
		uint32_t check = frame->first_check + i;
		const struct row_check *row = &a->x->program->check[check];

		if (a->x->program->rule[row->rule].selected && can_require(a, check))
			ask_rule(a, check, &a->need->rules[a->need->rule_count++]);
	}
	sum_up(a->need, a->x->program);
}

static const char *state_of(const struct value *value)
{
	if (value->state == STATE_PRESENT && value->type == TYPE_LIST
	    && (!value->as.list || value->as.list->count == 0))
		return "empty";
	return state_name((enum state)value->state);
}

void needs_of(struct needs *needs, const struct vm *vm, const struct record *record,
              void (*tell)(const struct need *need, void *user), void *user)
{
	const struct entity *entity = record->entity;
	struct asking a = { .needs = needs, .x = needs->x, .record = record };

	for (a.slot = 0; a.slot < entity->fact_count; a.slot++) {
		const struct fact *fact = &entity->facts[a.slot];
		struct need need = { .entity = entity->name.at, .place = fact->name.at };

		if (!is_certificate(fact))
			continue;
		a.need = &need;
		need.entity = arena_text(a.x->words, entity->name).at;
		need.place = arena_text(a.x->words, fact->name).at;
		need.meaning = arena_text(a.x->words, fact->doc).at;
		need.subject = entity_is_single(entity) ? need.entity
			: arena_printf(a.x->words, "%s/%.*s", need.entity,
			               TEXT_ARGS(record->key)).at;
		need.state = state_of(&record->values[a.slot]);
		vm_look(needs->vm, vm, without(&a));
		ask_rules(&a);
		tell(&need, user);
	}
}
