/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/variables.h"

#include <stdlib.h>

#include "code/program.h"
#include "compile/regions.h"

static bool operand_equal(const struct operand *a, const struct operand *b)
{
	return a->kind == b->kind && a->type == b->type && a->path.base == b->path.base
	    && a->path.slot == b->path.slot && a->function == b->function
	    && a->number == b->number && text_equal(a->text, b->text);
}

bool condition_equal(const struct condition *a, const struct condition *b)
{
	if (!a || !b)
		return a == b;
	return a->kind == b->kind && a->truth == b->truth && a->with_now == b->with_now
	    && a->relation == b->relation && a->mask == b->mask && a->element == b->element
	    && a->aggregate == b->aggregate && a->weights[0] == b->weights[0]
	    && a->weights[1] == b->weights[1] && operand_equal(&a->a, &b->a)
	    && operand_equal(&a->b, &b->b) && condition_equal(a->left, b->left)
	    && condition_equal(a->right, b->right);
}

bool condition_has_aggregate(const struct condition *condition)
{
	return condition && (condition->kind == CONDITION_AGGREGATE
		|| condition_has_aggregate(condition->left)
		|| condition_has_aggregate(condition->right));
}

struct joint {
	const struct condition **conditions;
	uint32_t count;
};

static void joint_in(struct joint *joint, const struct condition *condition)
{
	if (!condition)
		return;
	if (condition->kind != CONDITION_AGGREGATE) {
		joint_in(joint, condition->left);
		joint_in(joint, condition->right);
		return;
	}
	if (condition->aggregate != AGGREGATE_ANY || joint->count > CODE_MAX_TALLIES)
		return;
	for (uint32_t i = 0; i < joint->count; i++)
		if (condition_equal(joint->conditions[i], condition))
			return;
	joint->conditions[joint->count++] = condition;
}

static void joint_decision(struct joint *joint, const struct decision *decision)
{
	for (; decision && decision->kind == DECISION_IF; decision = decision->no) {
		joint_in(joint, decision->condition);
		joint_decision(joint, decision->yes);
		if (decision->no == decision->yes)
			break;
	}
}

uint32_t instance_joint(const struct instance *instance, const struct condition **conditions)
{
	struct joint joint = { conditions, 0 };

	joint_decision(&joint, instance->decision);
	for (const struct checked_caution *c = instance->cautions; c; c = c->next)
		joint_in(&joint, c->condition);
	return joint.count;
}

static bool variable_same(const struct cut_variable *a, const struct cut_variable *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == VARIABLE_ATOM || a->kind == VARIABLE_SUM)
		return condition_equal(a->atom, b->atom) && a->fleet == b->fleet;
	return a->path.base == b->path.base && a->path.slot == b->path.slot
	    && a->function == b->function && a->number == b->number
	    && a->relation == b->relation && a->fleet == b->fleet
	    && text_equal(a->text, b->text);
}

static struct cut_variable *find(const struct variables *v, const struct cut_variable *like)
{
	for (uint32_t i = 0; i < v->count; i++)
		if (variable_same(v->all[i], like))
			return v->all[i];
	return NULL;
}

static struct cut_variable *intern(struct variables *v, const struct cut_variable *like)
{
	struct cut_variable *variable = find(v, like);

	if (variable || v->cut)
		return variable;
	variable = arena_alloc(v->arena, sizeof *variable);
	*variable = *like;
	variable->created = v->count;
	v->all = arena_grow(v->arena, v->all, &v->capacity, v->count + 1, sizeof *v->all);
	v->all[v->count++] = variable;
	return variable;
}

static void add_test(struct variables *v, struct cut_variable *variable, struct region_test test)
{
	variable->tests = arena_grow(v->arena, variable->tests, &variable->test_capacity,
	                             variable->test_count + 1, sizeof test);
	variable->tests[variable->test_count++] = test;
}

static enum variable_kind kind_of_fact(const struct fact *fact)
{
	switch ((int)fact->type) {
	case TYPE_BOOL:
	case TYPE_CHOICE:   return VARIABLE_WORDS;
	case TYPE_TEXT:
	case TYPE_OID:      return VARIABLE_TEXT;
	case TYPE_SET:
	case TYPE_LIST:
	case TYPE_RECORD:   return VARIABLE_PRESENT;
	default:            return VARIABLE_NUMBER;
	}
}

/* The variable that a test asks, before or after the cut. */
static struct cut_variable *variable_of_test(struct variables *v, const struct condition *test)
{
	const struct fact *fact = path_fact(test->a.path);
	struct cut_variable like = { .path = test->a.path, .function = test->a.function };

	switch (test->relation) {
	case RELATION_STARTS: case RELATION_ENDS: case RELATION_CONTAINS:
	case RELATION_MATCHES: case RELATION_FOLDED:
		like.kind = VARIABLE_MATCH;
		like.relation = test->relation;
		like.text = test->b.text;
		break;
	case RELATION_MADE:
		like.kind = VARIABLE_MADE;
		like.number = test->b.number;
		break;
	case RELATION_MEMBER:
		like.kind = VARIABLE_HOLDS;
		like.text = test->b.text;
		if (fact->element != TYPE_CHOICE)
			break;
		like.kind = VARIABLE_MEMBER;
		like.number = test->b.number;
		like.text = TEXT("");
		break;
	case RELATION_LESS: case RELATION_AT_MOST: case RELATION_EQUAL:
	case RELATION_WORDS: case RELATION_TEXT: case RELATION_PRESENT:
	default:
		like.kind = test->with_now ? VARIABLE_NOW
			: test->a.function ? VARIABLE_NUMBER : kind_of_fact(fact);
		break;
	}
	return intern(v, &like);
}

static struct region_test region_test_of(const struct condition *test)
{
	return (struct region_test){ test->relation, test->b.number, test->b.text, test->mask };
}

static void offer_atom(struct variables *v, const struct condition *condition)
{
	intern(v, &(struct cut_variable){ .kind = VARIABLE_ATOM, .atom = condition });
}

static void offer_aggregate(struct variables *v, const struct condition *condition,
                            const struct instance *instance)
{
	if (condition->aggregate == AGGREGATE_ANY)
		intern(v, &(struct cut_variable){ .kind = VARIABLE_FLEET, .fleet = instance });
	else
		intern(v, &(struct cut_variable){ .kind = VARIABLE_SUM, .atom = condition,
		                                  .fleet = instance });
}

void variables_begin(struct variables *v, struct arena *arena, struct frame *frame)
{
	*v = (struct variables){ .arena = arena, .frame = frame, .reader = READER_RULE };
	readers_begin(&v->readers, arena, frame);
}

void variables_offer(struct variables *v, const struct condition *condition,
                     const struct instance *instance, bool whole)
{
	if (whole && condition->kind != CONDITION_CONSTANT
	    && !condition_has_aggregate(condition)) {
		offer_atom(v, condition);
		return;
	}
	switch (condition->kind) {
	case CONDITION_CONSTANT:
		break;
	case CONDITION_NOT:
		variables_offer(v, condition->left, instance, whole);
		break;
	case CONDITION_AND:
	case CONDITION_OR:
		variables_offer(v, condition->left, instance, whole);
		variables_offer(v, condition->right, instance, whole);
		break;
	case CONDITION_TEST:
		readers_note(&v->readers, condition->a.path, v->reader);
		add_test(v, variable_of_test(v, condition), region_test_of(condition));
		break;
	case CONDITION_AGGREGATE:
		offer_aggregate(v, condition, instance);
		break;
	case CONDITION_COMPARE: case CONDITION_ELEMENT: case CONDITION_QUANTIFIER:
	default:
		offer_atom(v, condition);
		break;
	}
}

static void offer_decision(struct variables *v, const struct decision *decision)
{
	for (; decision->kind == DECISION_IF; decision = decision->no) {
		variables_offer(v, decision->condition, NULL, false);
		offer_decision(v, decision->yes);
	}
}

void variables_offer_binding(struct variables *v, const struct binding *binding)
{
	intern(v, &(struct cut_variable){ .kind = VARIABLE_OPEN, .path = binding->path });
	for (const struct base *b = binding->path.base; b->kind == BASE_STEP; b = b->parent) {
		struct path step = { b->parent, b->slot };

		if (path_fact(step)->flags & FACT_OPTIONAL)
			intern(v, &(struct cut_variable){ .kind = VARIABLE_PRESENT,
			                                  .path = step });
	}
	if (!(path_fact(binding->path)->flags & FACT_HIDDEN))
		intern(v, &(struct cut_variable){ .kind = kind_of_fact(path_fact(binding->path)),
		                                  .path = binding->path });
	v->reader = binding->index + 1;
	offer_decision(v, binding->decision);
	v->reader = READER_RULE;
}

/* The declared order of a path: the orders of the facts on it. */
static uint32_t path_orders(struct path path, uint32_t orders[8])
{
	uint32_t count = 0;

	if (path.base->kind == BASE_STEP)
		count = path_orders((struct path){ path.base->parent, path.base->slot }, orders);
	if (count < 8)
		orders[count++] = path_fact(path)->order;
	return count;
}

static int compare_paths(struct path a, struct path b)
{
	uint32_t x[8], y[8];
	uint32_t m = path_orders(a, x), n = path_orders(b, y);

	for (uint32_t i = 0; i < m && i < n; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return (m > n) - (m < n);
}

static int rank_of(const struct cut_variable *v)
{
	return v->kind == VARIABLE_OPEN ? 0 : v->kind >= VARIABLE_ATOM ? 2 : 1;
}

static int compare_variables(const void *left, const void *right)
{
	const struct cut_variable *a = *(struct cut_variable *const *)left;
	const struct cut_variable *b = *(struct cut_variable *const *)right;
	int order = rank_of(a) - rank_of(b);

	if (order == 0 && rank_of(a) < 2)
		order = compare_paths(a->path, b->path);
	if (order == 0 && rank_of(a) < 2)
		order = (int)a->kind - (int)b->kind;
	if (order == 0)
		order = a->created < b->created ? -1 : 1;
	return order;
}

static struct cut_variable *find_kind(const struct variables *v, struct path path,
                                      enum variable_kind kind, enum function function)
{
	return find(v, &(struct cut_variable){ .kind = kind, .path = path,
	                                       .function = function });
}

static void tell_apart(struct variables *v, struct cut_variable *variable,
                       const struct decision *decision)
{
	for (; decision->kind == DECISION_IF; decision = decision->no)
		tell_apart(v, variable, decision->yes);
	if (decision->leaf == LEAF_VALUE)
		add_test(v, variable, (struct region_test){
			.relation = variable->kind == VARIABLE_TEXT ? RELATION_TEXT : RELATION_EQUAL,
			.number = decision->value, .text = decision->text,
			.mask = UINT64_C(1) << (decision->value & 63) });
}

/* The parts of a version, what a date is less now, and what is asked of a text are taken as independent of the
 * whole. Where they are asked of a derived fact, its values are told apart, so that what it is derived from stays
 * in the diagram. */
static bool has_other_variables(const struct variables *v, struct path path)
{
	for (uint32_t i = 0; i < v->count; i++) {
		const struct cut_variable *one = v->all[i];

		if (one->path.base == path.base && one->path.slot == path.slot
		    && (one->kind == VARIABLE_NOW || one->kind == VARIABLE_MATCH
		        || one->kind == VARIABLE_MADE
		        || (one->kind == VARIABLE_NUMBER && one->function != FUNCTION_NONE)))
			return true;
	}
	return false;
}

static void tell_values_apart(struct variables *v)
{
	for (uint32_t i = 0; i < v->frame->binding_count; i++) {
		const struct binding *binding = v->frame->bindings[i];
		struct cut_variable *whole = find_kind(v, binding->path, VARIABLE_NUMBER,
		                                       FUNCTION_NONE);

		whole = whole ? whole : find_kind(v, binding->path, VARIABLE_WORDS,
		                                  FUNCTION_NONE);
		whole = whole ? whole : find_kind(v, binding->path, VARIABLE_TEXT,
		                                  FUNCTION_NONE);
		if (whole && (has_other_variables(v, binding->path)
		              || !readers_are_private(&v->readers, binding)))
			tell_apart(v, whole, binding->decision);
	}
}

bool variables_cut(struct variables *v, struct diags *diags)
{
	bool good = true;

	tell_values_apart(v);
	if (v->count)
		qsort(v->all, v->count, sizeof *v->all, compare_variables);
	for (uint32_t i = 0; i < v->count; i++) {
		struct cut_variable *one = v->all[i];

		one->level = i;
		if (one->kind == VARIABLE_FLEET) {
			const struct condition *joint[CODE_MAX_TALLIES + 1];

			one->size = 1u << instance_joint(one->fleet, joint);
		} else if (one->kind >= VARIABLE_NUMBER && one->kind <= VARIABLE_TEXT) {
			if (!regions_cut(v->arena, one)) {
				diag_say(diags, MSG_E0711, (struct span){ 0, 0 },
				         TEXT_ARGS(path_fact(one->path)->name));
				good = false;
			}
		} else {
			one->size = 2;
			if (one->kind == VARIABLE_PRESENT)
				one->absent = 1;
		}
	}
	v->cut = true;
	return good;
}

static bool decided_by_text(const struct condition *test)
{
	return (test->relation >= RELATION_STARTS && test->relation <= RELATION_MADE)
	    || test->a.function == FUNCTION_LENGTH;
}

struct cut_test variables_test(struct variables *v, const struct condition *test)
{
	struct cut_test result = { .variable = variable_of_test(v, test) };
	struct cut_variable *text = NULL;

	if (result.variable->kind >= VARIABLE_NUMBER && result.variable->kind <= VARIABLE_TEXT) {
		struct region_test region = region_test_of(test);

		result.values = regions_where(result.variable, &region);
	} else {
		result.values = 2;
	}
	if (decided_by_text(test))
		text = find(v, &(struct cut_variable){ .kind = VARIABLE_TEXT,
		                                       .path = test->a.path });
	if (!text || text == result.variable)
		return result;
	result.by_text = text;
	for (uint32_t i = 0; i < text->constant_count; i++)
		if (text_satisfies(test, text->texts[i]))
			result.text_yes |= UINT64_C(1) << text->map[i];
	result.text_other = UINT64_C(1) << text->map[text->constant_count];
	return result;
}

struct cut_variable *variables_open(struct variables *v, struct path path)
{
	return find(v, &(struct cut_variable){ .kind = VARIABLE_OPEN, .path = path });
}

struct cut_variable *variables_present(struct variables *v, struct path path)
{
	return find(v, &(struct cut_variable){ .kind = VARIABLE_PRESENT, .path = path });
}

struct cut_variable *variables_atom(struct variables *v, const struct condition *condition)
{
	return find(v, &(struct cut_variable){ .kind = VARIABLE_ATOM, .atom = condition });
}

struct cut_variable *variables_fleet(struct variables *v, const struct instance *instance)
{
	return find(v, &(struct cut_variable){ .kind = VARIABLE_FLEET, .fleet = instance });
}

struct cut_test variables_value(struct variables *v, struct path path,
                                const struct decision *leaf)
{
	struct cut_test result = { .variable = find(v, &(struct cut_variable){
		.kind = kind_of_fact(path_fact(path)), .path = path }) };

	result.values = UINT64_C(1) << regions_class(result.variable, leaf);
	return result;
}
