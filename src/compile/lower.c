/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/lower.h"

#include "base/guard.h"

void lower_share(struct lowering_space *shared, struct arena *arena,
                 const struct variables *variables)
{
	uint8_t *sizes = arena_alloc(arena, variables->count + 1);
	uint32_t bindings = variables->frame->binding_count;

	for (uint32_t i = 0; i < variables->count; i++)
		sizes[i] = (uint8_t)variables->all[i]->size;
	shared->space = space_new(arena, sizes, variables->count, LOWER_LIMIT);
	shared->holds = arena_array(arena, bindings + 1, sizeof *shared->holds);
	shared->known = arena_alloc(arena, bindings + 1);
}

void lower_begin(struct lowering *l, struct arena *arena, struct variables *variables,
                 struct lowering_space *shared)
{
	*l = (struct lowering){ .arena = arena, .variables = variables,
	                        .space = shared->space, .shared = shared };
}

static space_ref test_variable(struct lowering *l, const struct cut_variable *variable,
                               uint64_t values)
{
	return space_test(l->space, variable->level, values);
}

static space_ref lower_test(struct lowering *l, const struct condition *test)
{
	struct cut_test cut = variables_test(l->variables, test);
	space_ref plain = test_variable(l, cut.variable, cut.values);

	if (!cut.by_text)
		return plain;
	return space_or(l->space, test_variable(l, cut.by_text, cut.text_yes),
	                space_and(l->space, test_variable(l, cut.by_text, cut.text_other),
	                          plain));
}

static space_ref lower_aggregate(struct lowering *l, const struct condition *condition)
{
	const struct cut_variable *variable;
	uint64_t values = 0;

	if (condition->aggregate == AGGREGATE_SUM) {
		for (uint32_t i = 0; i < l->variables->count; i++) {
			variable = l->variables->all[i];
			if (variable->kind == VARIABLE_SUM && variable->fleet == l->instance
			    && condition_equal(variable->atom, condition))
				return test_variable(l, variable, 2);
		}
		return SPACE_NO;
	}
	variable = variables_fleet(l->variables, l->instance);
	for (uint32_t i = 0; i < l->joint_count; i++)
		if (condition_equal(l->joint[i], condition))
			for (uint32_t vector = 0; vector < variable->size; vector++)
				if (vector >> i & 1)
					values |= UINT64_C(1) << vector;
	return test_variable(l, variable, values);
}

space_ref lower_condition(struct lowering *l, const struct condition *condition)
{
	space_ref left, right;

	if (l->whole && condition->kind != CONDITION_CONSTANT
	    && !condition_has_aggregate(condition))
		return test_variable(l, variables_atom(l->variables, condition), 2);
	switch (condition->kind) {
	case CONDITION_CONSTANT:
		return condition->truth ? SPACE_YES : SPACE_NO;
	case CONDITION_NOT:
		return space_not(l->space, lower_condition(l, condition->left));
	case CONDITION_AND:
	case CONDITION_OR:
		left = lower_condition(l, condition->left);
		right = lower_condition(l, condition->right);
		return condition->kind == CONDITION_AND ? space_and(l->space, left, right)
		                                        : space_or(l->space, left, right);
	case CONDITION_TEST:
		return lower_test(l, condition);
	case CONDITION_AGGREGATE:
		return lower_aggregate(l, condition);
	case CONDITION_COMPARE: case CONDITION_ELEMENT: case CONDITION_QUANTIFIER:
	default:
		return test_variable(l, variables_atom(l->variables, condition), 2);
	}
}

space_ref lower_leaf(struct lowering *l, struct row_leaf leaf)
{
	struct leaves *leaves = &l->leaves;

	for (uint32_t i = 0; i < leaves->count; i++)
		if (memcmp(&leaves->rows[i], &leaf, sizeof leaf) == 0)
			return space_terminal(i);
	leaves->rows = arena_grow(l->arena, leaves->rows, &leaves->capacity,
	                          leaves->count + 1, sizeof leaf);
	leaves->rows[leaves->count] = leaf;
	return space_terminal(leaves->count++);
}

static space_ref outcome_leaf(struct lowering *l, const struct decision *decision)
{
	static const uint32_t outcomes[] = {
		[OUTCOME_FAIL] = CODE_FAIL, [OUTCOME_PASS] = CODE_PASS,
		[OUTCOME_EXEMPT] = CODE_EXEMPT, [OUTCOME_NOTAPPLICABLE] = CODE_NOTAPPLICABLE,
		[OUTCOME_NOTCHECKED] = CODE_NOTCHECKED,
	};

	return lower_leaf(l, (struct row_leaf){ .kind = CODE_LEAF_OUTCOME,
		.outcome = outcomes[decision->outcome],
		.clause = decision->clause == NO_CLAUSE ? 0 : decision->clause + 1 });
}

space_ref lower_decision(struct lowering *l, const struct decision *decision)
{
	space_ref yes, no;

	if (decision->kind == DECISION_LEAF)
		return outcome_leaf(l, decision);
	yes = lower_decision(l, decision->yes);
	no = decision->no == decision->yes ? yes : lower_decision(l, decision->no);
	return space_if(l->space, lower_condition(l, decision->condition), yes, no);
}

/* SPACE_YES where the derived fact has the value that its derivation gives. */
static space_ref lower_derivation(struct lowering *l, const struct binding *binding,
                                  const struct decision *decision)
{
	struct cut_test cut;
	space_ref yes, no;

	if (decision->kind == DECISION_IF) {
		yes = lower_derivation(l, binding, decision->yes);
		no = lower_derivation(l, binding, decision->no);
		return space_if(l->space, lower_condition(l, decision->condition), yes, no);
	}
	if (decision->leaf == LEAF_CONFLICT)
		return SPACE_NO;
	if (decision->leaf == LEAF_FREE || path_fact(binding->path)->flags & FACT_HIDDEN)
		return SPACE_YES;
	cut = variables_value(l->variables, binding->path, decision);
	return test_variable(l, cut.variable, cut.values);
}

/* Where a record on the way to the base is absent, nothing is said of it. */
static space_ref not_there(struct lowering *l, const struct base *base)
{
	space_ref absent = SPACE_NO;

	for (; base->kind == BASE_STEP; base = base->parent) {
		struct path step = { base->parent, base->slot };

		if (path_fact(step)->flags & FACT_OPTIONAL)
			absent = space_or(l->space, absent, test_variable(l,
				variables_present(l->variables, step), 1));
	}
	return absent;
}

/* Where the binding holds: it is settled, or gives what the record has, or speaks of nothing. */
static space_ref binding_holds(struct lowering *l, const struct binding *binding)
{
	struct lowering_space *shared = l->shared;
	space_ref holds;

	if (shared->known[binding->index])
		return shared->holds[binding->index];
	holds = space_or(l->space,
		test_variable(l, variables_open(l->variables, binding->path), 1),
		lower_derivation(l, binding, binding->decision));
	holds = space_or(l->space, holds, not_there(l, binding->path.base));
	shared->known[binding->index] = true;
	shared->holds[binding->index] = holds;
	return holds;
}

space_ref lower_bind(struct lowering *l, space_ref diagram, const bool *bindings)
{
	const struct frame *frame = l->variables->frame;
	bool whole = l->whole;

	l->whole = false;
	for (uint32_t i = 0; i < frame->binding_count; i++) {
		space_ref conflict;

		if (!bindings[i] || whole)
			continue;
		conflict = lower_leaf(l, (struct row_leaf){ .kind = CODE_LEAF_CONFLICT });
		diagram = space_if(l->space, binding_holds(l, frame->bindings[i]), diagram,
		                   conflict);
	}
	l->whole = whole;
	return diagram;
}

static void mark_fact(const struct frame *frame, struct path path, bool *bindings, bool *facts)
{
	facts[frame_fact(frame, path)] = true;
	for (uint32_t i = 0; i < frame->binding_count; i++)
		if (frame->bindings[i]->path.base == path.base
		    && frame->bindings[i]->path.slot == path.slot)
			bindings[i] = true;
}

void bindings_of_condition(const struct frame *frame, const struct condition *condition, bool *bindings,
                           bool *facts)
{
	if (!condition || condition->kind == CONDITION_COMPARE
	    || condition->kind == CONDITION_ELEMENT || condition->kind == CONDITION_QUANTIFIER
	    || condition->kind == CONDITION_AGGREGATE)
		return;
	if (condition->kind == CONDITION_TEST) {
		mark_fact(frame, condition->a.path, bindings, facts);
		return;
	}
	bindings_of_condition(frame, condition->left, bindings, facts);
	bindings_of_condition(frame, condition->right, bindings, facts);
}

void bindings_of_decision(const struct frame *frame, const struct decision *decision, bool *bindings,
                          bool *facts)
{
	for (; decision && decision->kind == DECISION_IF; decision = decision->no) {
		bindings_of_condition(frame, decision->condition, bindings, facts);
		bindings_of_decision(frame, decision->yes, bindings, facts);
		if (decision->no == decision->yes)
			break;
	}
}

/* Does an invariant read one of these facts? */
static bool shares(const struct frame *frame, const struct binding *invariant, const bool *facts,
                   bool *own)
{
	uint32_t count = frame_fact_count(frame);

	memset(own, 0, 2 * count);
	bindings_of_decision(frame, invariant->decision, own + count, own);
	for (uint32_t i = 0; i < count; i++)
		if (own[i] && facts[i])
			return true;
	return false;
}

static bool close_once(const struct frame *frame, bool *bindings, bool *facts, bool *own)
{
	bool grown = false;

	for (uint32_t i = 0; i < frame->binding_count; i++) {
		const struct binding *b = frame->bindings[i];
		bool hidden = path_fact(b->path)->flags & FACT_HIDDEN;
		uint32_t count = frame_fact_count(frame);

		if (!bindings[i] && hidden && shares(frame, b, facts, own)) {
			bindings[i] = grown = true;
			for (uint32_t f = 0; f < count; f++)
				facts[f] |= own[f];
		}
	}
	return grown;
}

void bindings_close(const struct frame *frame, bool *bindings, bool *facts)
{
	uint32_t count = frame_fact_count(frame);
	struct arena scratch = { 0 };
	struct guard_cleanup cleanup;
	bool *own;

	guard_keep(&cleanup, arena_cleanup, &scratch);
	own = arena_alloc(&scratch, 2 * (size_t)count + frame->binding_count + 1);
	/* Derived facts that derivations use: bindings are sorted, those used come first. */
	for (uint32_t i = frame->binding_count; i-- > 0; )
		if (bindings[i])
			bindings_of_decision(frame, frame->bindings[i]->decision, bindings, facts);
	while (close_once(frame, bindings, facts, own))
		;
	guard_give_back(&cleanup);
}
