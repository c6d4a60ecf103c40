/* SPDX-License-Identifier: Apache-2.0 */
/* Plans of rules, tables, conditions and derived facts. */
#include "facts.h"
#include "plan.h"
#include "store.h"

static struct plan *plan_new(const struct entity *root)
{
	struct plan *plan = store_take(sizeof *plan);

	plan->root = root;
	plan->subject.context = root->kind == ENTITY_SINGLE ? root : NULL;
	plan->joint_slot = -1;
	return plan;
}

/* The same about what stands at the place of a rule. */
static struct plan *plan_about(const struct rule *rule)
{
	struct plan *plan = plan_new(rule->entity);

	if (rule->place)
		plan->subject.steps[plan->subject.length++] = rule->place;
	return plan;
}

static void add_step(struct plan *plan, enum step_kind kind, const struct condition *condition)
{
	plan->steps[plan->step_count].kind = kind;
	if (condition)
		plan->steps[plan->step_count].node =
			plan_expand(plan, &plan->subject, condition);
	plan->step_count++;
}

/* A place that is absent is out of a rule's sight. */
static void add_place_step(struct plan *plan, const struct rule *rule)
{
	if (!rule->place || !rule->place->optional)
		return;
	plan->steps[plan->step_count].kind = STEP_WHEN;
	plan->steps[plan->step_count++].node = plan_node((struct node){
		.kind = NODE_PRESENT,
		.slot = plan_slot(plan, &plan->subject, ASPECT_WHOLE) });
}

static void expand_bodies(struct plan *plan, const struct condition *const *aggregates,
                          int count)
{
	struct place root = plan->subject;

	for (int i = 0; i < count; i++) {
		const struct node *where = plan_expand(plan, &root, aggregates[i]->first);
		const struct node *have;

		plan->steps[plan->step_count++].node = where;
		if (!aggregates[i]->second)
			continue;
		have = plan_expand(plan, &root, aggregates[i]->second);
		if (aggregates[i]->kind == CONDITION_SHARE) {
			plan->steps[plan->step_count++].node = have;
			continue;
		}
		have = plan_node((struct node){ .kind = NODE_NOT, .first = have });
		plan->steps[plan->step_count - 1].node = plan_node((struct node){
			.kind = NODE_AND, .first = where, .second = have });
	}
}

/* The plan of what one record of the stream says to an aggregate. */
static struct plan *plan_bodies(const struct entity *stream,
                                const struct condition *const *aggregates, int count)
{
	struct plan *plan = plan_new(stream), *unseen = plan_new(stream);

	expand_bodies(unseen, aggregates, count);
	expand_bodies(plan, aggregates, count);
	plan_close(plan);
	plan->unseen = unseen;
	return plan;
}

static void plan_aggregates(struct plan *plan)
{
	if (plan->joint_count > 0)
		plan->joint_body = plan_bodies(plan->joint[0]->entity, plan->joint,
		                               plan->joint_count);
	for (int i = 0; i < plan->slot_count; i++) {
		const struct condition *what = plan->slots[i].what;

		if (plan->slots[i].aspect == ASPECT_ATOM &&
		    (what->kind == CONDITION_COUNT || what->kind == CONDITION_SHARE))
			plan->bodies[i] = plan_bodies(what->entity, &what, 1);
	}
}

static void plan_steps(struct plan *plan, const struct policy *policy, const struct rule *rule)
{
	if (policy->applies)
		add_step(plan, STEP_WHEN, policy->applies);
	add_place_step(plan, rule);
	for (int i = 0; i < rule->when_count; i++)
		add_step(plan, STEP_WHEN, rule->whens[i]);
	for (int i = 0; i < rule->unless_count; i++)
		add_step(plan, STEP_UNLESS, rule->unlesses[i].condition);
	if (rule->manual)
		add_step(plan, STEP_MANUAL, NULL);
	for (int i = 0; i < rule->require_count; i++)
		add_step(plan, STEP_REQUIRE, rule->requires[i]);
	if (rule->table) {
		plan->steps[plan->step_count].kind = STEP_REQUIRE;
		plan->steps[plan->step_count++].node = plan_table(plan, rule->table);
	}
}

struct plan *plan_for_rule(const struct policy *policy, const struct rule *rule)
{
	struct plan *plan = plan_about(rule);

	plan_steps(plan, policy, rule);
	plan_close(plan);
	plan_aggregates(plan);
	return plan;
}

struct plan *plan_for_caution(const struct rule *rule, const struct condition *condition)
{
	struct plan *plan = plan_about(rule);

	add_step(plan, STEP_REQUIRE, condition);
	plan_close(plan);
	return plan;
}

struct plan *plan_for_condition(const struct entity *root, const struct condition *condition,
                                bool bound)
{
	struct plan *plan = plan_new(root);

	add_step(plan, STEP_REQUIRE, condition);
	if (bound)
		plan_close(plan);
	return plan;
}

struct plan *plan_for_fact(const struct entity *root, const struct fact *fact)
{
	struct plan *plan = plan_new(root);
	plan_derive(plan, &plan->subject, fact_index(root, fact));
	plan_close(plan);
	return plan;
}

static const struct node *join(enum node_kind kind, const struct node *first,
                               const struct node *second)
{
	return plan_node((struct node){ .kind = kind, .first = first, .second = second });
}

/* The fact has one of the values in the mask. */
static const struct node *test_mask(struct plan *plan, const struct path *path, uint32_t mask)
{
	struct place place = place_of(&plan->subject, path);
	const struct node *any = plan_node((struct node){ .kind = NODE_NO });
	int slot = plan_slot(plan, &place, ASPECT_WHOLE);

	for (int i = 0; i < MAX_WORDS; i++)
		if (mask >> i & 1)
			any = join(NODE_OR, any, plan_node((struct node){
				NODE_COMPARE, slot, EQUAL, i, NULL, NULL }));
	return any;
}

static bool condition_is_set(struct plan *plan, const struct condition *condition)
{
	return condition && node_holds(plan_expand(plan, &plan->subject, condition), NULL);
}

/* The row as the page means it: `covers`, `covers row` and `widens row` are applied. */
static struct row finish_row(struct plan *plan, const struct decision_table *table,
                             struct row row)
{
	const struct fact *allow = path_end(&table->allow);
	int count = allow->kind == KIND_BOOL ? 2 : allow->word_count;
	uint8_t in_row = row.row_marks;

	if (table->covering >= 0 && (row.allowed >> table->covering & 1) &&
	    !(row.allowed >> table->covered & 1)) {
		row.allowed |= 1u << table->covered;
		row.marks[table->covered] = row.marks[table->covering];
	}
	for (int i = 0; i < count; i++)
		if (row.allowed >> i & 1)
			in_row |= row.marks[i];
	for (int i = 0; i < table->note_count; i++) {
		if (!(in_row >> i & 1))
			continue;
		if (condition_is_set(plan, table->notes[i].covers))
			row.row_marks |= (uint8_t)(1u << i);
		if (condition_is_set(plan, table->notes[i].widens))
			row.allowed |= (1u << count) - 1;
	}
	for (int i = 0; i < count; i++)
		row.marks[i] |= row.row_marks;
	return row;
}

/* What the notes on a value demand besides. */
static const struct node *note_demands(struct plan *plan, const struct decision_table *table,
                                       unsigned marks)
{
	const struct node *all = plan_node((struct node){ .kind = NODE_YES });

	for (int i = 0; i < table->note_count; i++)
		if ((marks >> i & 1) && table->notes[i].require)
			all = join(NODE_AND, all, plan_expand(plan, &plan->subject,
			                                      table->notes[i].require));
	return all;
}

static const struct node *row_holds(struct plan *plan, const struct decision_table *table,
                                    const struct row *row)
{
	const struct node *any = plan_node((struct node){ .kind = NODE_NO });

	for (int i = 0; i < MAX_WORDS; i++) {
		const struct node *is;

		if (!(row->allowed >> i & 1))
			continue;
		is = test_mask(plan, &table->allow, 1u << i);
		is = join(NODE_AND, is, note_demands(plan, table, row->marks[i]));
		any = join(NODE_OR, any, is);
	}
	return any;
}

const struct node *plan_table(struct plan *plan, const struct decision_table *table)
{
	const struct node *any = plan_node((struct node){ .kind = NODE_NO });

	for (int i = 0; i < table->grid.row_count; i++) {
		struct row row = finish_row(plan, table, table->grid.rows[i]);
		const struct node *match = plan_node((struct node){ .kind = NODE_YES });

		for (int column = 0; column < table->grid.column_count; column++)
			match = join(NODE_AND, match,
			             test_mask(plan, &table->grid.columns[column],
			                       row.cells[column]));
		any = join(NODE_OR, any,
		           join(NODE_AND, match, row_holds(plan, table, &row)));
	}
	return any;
}
