/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/change.h"

#include "code/setters.h"

enum { MOST_CANDIDATES = 40, MOST_WAYS = 6 };

/* Aggregates that the expression has. */
static uint32_t find_aggregates(const struct expr *expr, const struct expr **found)
{
	uint32_t count = 0;

	for (; expr; expr = expr->next) {
		if (expr->kind == EXPR_AGGREGATE) {
			*found = expr;
			count++;
		}
		count += find_aggregates(expr->left, found);
		count += find_aggregates(expr->right, found);
	}
	return count;
}

/* What a rule asks of the fleet, if it is one `any`, perhaps as its opposite, `no`. */
static struct text fleet_text(struct explainer *x, const struct row_rule *rule)
{
	const struct item *item = written_rule(&x->written, program_text(x->program, rule->id));
	const struct expr *found = NULL;
	uint32_t count = 0;
	struct text text;

	for (const struct clause *c = item ? item->clauses.first : NULL; c; c = c->next)
		count += find_aggregates(c->condition, &found);
	if (count != 1 || (found->op != OPERATOR_ANY && found->op != OPERATOR_NO))
		return TEXT("");
	text = written_line(&x->written, found->at, x->words);
	if (found->op == OPERATOR_NO && text.length > 2)
		text = arena_printf(x->words, "any%.*s", (int)text.length - 2, text.at + 2);
	return text;
}

void change_begin(struct change *c, struct explainer *x, const struct vm *vm, uint32_t check)
{
	const struct row_rule *rule = &x->program->rule[x->program->check[check].rule];

	*c = (struct change){ .x = x, .vm = vm };
	what_if_begin(&c->what_if, x->words, vm, check);
	c->wording = (struct wording){ .program = x->program, .model = x->evaluation->model,
		.frame = vm_frame(vm), .setters = c->what_if.setters,
		.fleet = fleet_text(x, rule) };
}

static const struct row_group *group_of(const struct change *c, uint32_t variable)
{
	const struct row_frame *frame = c->wording.frame;

	return &c->x->program->group[frame->first_group + c->x->program->variable[
		frame->first_variable + variable].group];
}

static uint32_t group_index(const struct change *c, uint32_t variable)
{
	return c->x->program->variable[c->wording.frame->first_variable + variable].group;
}

/* --- saying a way --- */

static const char *say_literal(struct change *c, const struct literal *literal)
{
	struct buffer text = { .arena = c->x->words };

	wording_condition(&c->wording, &text, literal->variable, literal->values);
	return buffer_view(&text).at;
}

static bool has_condition(const struct change_case *one, const char *condition)
{
	for (uint32_t i = 0; i < one->count; i++)
		if (strcmp(one->conditions[i], condition) == 0)
			return true;
	return false;
}

/* Does `one` ask for all that `other` does? */
static bool asks_more(const struct change_case *one, const struct change_case *other)
{
	if (one->result != other->result)
		return false;
	for (uint32_t i = 0; i < other->count; i++)
		if (!has_condition(one, other->conditions[i]))
			return false;
	return true;
}

/* Parentheses that nothing stands beside. */
static const char *without_parentheses(struct change *c, const char *condition)
{
	size_t length = strlen(condition);

	if (condition[0] != '(' || length < 2 || condition[length - 1] != ')')
		return condition;
	return arena_text(c->x->words, (struct text){ condition + 1, (uint32_t)length - 2 }).at;
}

/* Does this say something of a fact that is there; `rest` follows the fact's name? */
static bool implies_presence(const char *rest)
{
	static const char *const sayings[] = { ".", " includes ", " contains ", " starts with ",
		" ends with ", " matches ", " is made of ", " is \"", " < ", " <= ", " > ",
		" >= " };

	for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++)
		if (strncmp(rest, sayings[i], strlen(sayings[i])) == 0)
			return true;
	return false;
}

/* What is said of a fact that is there, or of facts behind it, says that it is there. */
static void drop_presence(struct change_case *one)
{
	static const char present[] = " is present";
	uint32_t kept = 0;

	for (uint32_t i = 0; i < one->count; i++) {
		size_t length = strlen(one->conditions[i]);
		bool drop = false;

		length -= length < sizeof present ? length : sizeof present - 1;
		for (uint32_t o = 0; o < one->count && length; o++)
			drop |= o != i && strcmp(one->conditions[i] + length, present) == 0
				&& strncmp(one->conditions[o], one->conditions[i], length) == 0
				&& implies_presence(one->conditions[o] + length);
		if (!drop)
			one->conditions[kept++] = one->conditions[i];
	}
	one->count = kept;
}

/* A case is left out where another asks for less. */
static void add_case(struct change *c, struct change_cases *out, const struct change_case *one)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < out->count; i++)
		if (asks_more(one, &out->all[i]))
			return;
	for (uint32_t i = 0; i < out->count; i++)
		if (!asks_more(&out->all[i], one))
			out->all[kept++] = out->all[i];
	out->count = kept;
	out->all = arena_grow(c->x->words, out->all, &out->capacity, out->count + 1,
	                      sizeof *out->all);
	out->all[out->count++] = *one;
}

/* Hide the variables of derived facts, or of what others are derived from; and of bindings. */
static void hide(struct change *c, struct residual *way, bool derived)
{
	uint32_t count = c->wording.frame->variable_count;

	for (uint32_t v = 0; v < count; v++) {
		bool hides = what_if_is_binding(&c->what_if, v);

		if (!c->what_if.asked[v])
			continue;
		if (derived)
			hides |= group_of(c, v)->kind == GROUP_DERIVED;
		for (uint32_t d = 0; d < count && !hides && !derived; d++)
			hides = c->what_if.asked[d] && group_of(c, d)->kind == GROUP_DERIVED
				&& !what_if_is_binding(&c->what_if, d)
				&& what_if_follows(&c->what_if, group_index(c, d),
				                   group_index(c, v));
		if (hides)
			residual_hide(way, v);
	}
}

/* Where one kind of facts doesn't say it all, the other does; where neither does, all are said. */
static struct residual plainest(struct change *c, enum change_words words,
                                const struct residual *way)
{
	for (int i = 0; i < 2; i++) {
		struct residual plain = *way;

		hide(c, &plain, (words == CHANGE_BASE) != i);
		if (!residual_overlaps(&plain))
			return plain;
	}
	return *way;
}

static bool is_said(const struct conjunction *and, uint32_t variable)
{
	for (uint32_t i = 0; i < and->count; i++)
		if (and->literals[i].variable == variable)
			return true;
	return false;
}

/* What derived facts come to under the conditions, if it is news. */
static void say_then(struct change *c, const struct residual *way, const struct conjunction *and,
                     struct change_case *one)
{
	uint32_t count = c->wording.frame->variable_count;
	space_ref under = way->yes;

	for (uint32_t i = 0; i < and->count; i++)
		under = space_and(way->space, under, space_test(way->space,
			and->literals[i].variable, and->literals[i].values));
	one->then = arena_array(c->x->words, count + 1, sizeof *one->then);
	for (uint32_t v = 0; v < count; v++) {
		struct literal then = { v, 0 };
		uint32_t size = space_size(way->space, v);

		if (!c->what_if.asked[v] || group_of(c, v)->kind != GROUP_DERIVED
		    || what_if_is_binding(&c->what_if, v) || is_said(and, v))
			continue;
		for (uint32_t value = 0; value < size; value++)
			if (space_fix(way->space, under, v, value) != SPACE_NO)
				then.values |= UINT64_C(1) << value;
		if (then.values && (then.values & what_if_now(&c->what_if, v)) == 0)
			one->then[one->then_count++] = say_literal(c, &then);
	}
}

void change_say(struct change *c, enum change_words words, enum vm_result result,
                const struct residual *way, struct change_cases *out)
{
	struct residual plain = plainest(c, words, way);
	struct conditions conditions;

	residual_conditions(&plain, c->x->words, CHANGE_MOST_CASES, &conditions);
	out->cut |= conditions.cut;
	for (uint32_t i = 0; i < conditions.count; i++) {
		const struct conjunction *and = &conditions.all[i];
		struct change_case one = { .result = result, .count = and->count };

		one.conditions = arena_array(c->x->words, and->count + 1,
		                             sizeof *one.conditions);
		for (uint32_t l = 0; l < and->count; l++)
			one.conditions[l] = say_literal(c, &and->literals[l]);
		if (words == CHANGE_BASE)
			say_then(c, way, and, &one);
		drop_presence(&one);
		if (one.count == 1)
			one.conditions[0] = without_parentheses(c, one.conditions[0]);
		add_case(c, out, &one);
	}
}

void change_choose(struct change *c, uint32_t group, uint32_t word)
{
	c->has_choice = true;
	c->group = group;
	c->word = word;
}

void change_outcomes(struct change *c, struct change_cases *out)
{
	uint32_t results;

	what_if_reset(&c->what_if);
	results = what_if_results(&c->what_if, NULL);
	for (int result = VM_FAIL; result <= VM_NOTCHECKED; result++) {
		struct residual way;

		if (!(results >> result & 1))
			continue;
		residual_begin(&c->what_if, 1u << result, NULL, &way);
		change_say(c, CHANGE_DERIVED, (enum vm_result)result, &way, out);
	}
}

/* --- ways out --- */

static bool is_key(const struct change *c, uint32_t group)
{
	struct vm_fact fact;

	return vm_group_fact(c->vm, group, &fact) && fact.fact && fact.fact->flags & FACT_KEY;
}

/* A derived fact changes with what it is derived from, unless that is not known and it was
 * given. */
static bool is_candidate(const struct change *c, uint32_t group, const uint8_t *fixed)
{
	const struct value *value;
	struct vm_fact fact;

	if (is_key(c, group) || (fixed && fixed[group]))
		return false;
	if (vm_group_kind(c->vm, group) != GROUP_DERIVED)
		return vm_group_kind(c->vm, group) != GROUP_BINDING;
	value = vm_group_fact(c->vm, group, &fact) ? fact.value : NULL;
	return value && value->flags & VALUE_GIVEN;
}

enum { GOOD = 1u << VM_PASS | 1u << VM_EXEMPT | 1u << VM_NOTCHECKED };

/* With these groups free: is there a way to a result asked for, and which? */
static bool try_groups(struct change *c, const uint32_t *groups, uint32_t count,
                       struct change_cases *out)
{
	uint32_t results;

	what_if_reset(&c->what_if);
	for (uint32_t i = 0; i < count; i++)
		what_if_free(&c->what_if, groups[i]);
	if (c->has_choice)
		what_if_choose(&c->what_if, c->group, c->word);
	results = what_if_results(&c->what_if, NULL) & GOOD;
	for (int result = VM_FAIL; results && result <= VM_NOTCHECKED; result++) {
		struct residual way;

		if (!(results >> result & 1))
			continue;
		residual_begin(&c->what_if, 1u << result, NULL, &way);
		change_say(c, CHANGE_BASE, (enum vm_result)result, &way, out);
	}
	return results != 0;
}

static uint32_t list_candidates(struct change *c, const uint8_t *fixed, uint32_t *list)
{
	const uint32_t *groups;
	uint32_t all = what_if_groups(&c->what_if, &groups), count = 0;

	for (uint32_t i = 0; i < all && count < MOST_CANDIDATES; i++)
		if (is_candidate(c, groups[i], fixed))
			list[count++] = groups[i];
	return count;
}

void change_ways_out(struct change *c, const uint8_t *fixed, struct change_cases *out)
{
	uint32_t candidates[MOST_CANDIDATES];
	uint32_t count = list_candidates(c, fixed, candidates);

	for (uint32_t i = 0; i < count; i++)
		try_groups(c, &candidates[i], 1, out);
	for (uint32_t i = 0; i < count && out->count == 0; i++)
		for (uint32_t j = i + 1; j < count && out->count < MOST_WAYS; j++)
			try_groups(c, (uint32_t[]){ candidates[i], candidates[j] }, 2, out);
	if (out->count > MOST_WAYS) {
		out->count = MOST_WAYS;
		out->cut = true;
	}
	what_if_reset(&c->what_if);
}
