/* SPDX-License-Identifier: Apache-2.0 */
/* jobs.c - the diagrams of a frame: offered to the variables, then built.
 *
 * A diagram that is too large is built again with its clauses as atoms; since atoms are variables, the
 * whole frame is then offered anew.
 */
#include "compile/frames.h"

static struct job *job_add(struct frame_writer *w, enum job_kind kind)
{
	struct job *job;

	w->jobs = arena_grow(w->arena, w->jobs, &w->job_capacity, w->job_count + 1,
	                     sizeof *w->jobs);
	job = &w->jobs[w->job_count++];
	*job = (struct job){ .kind = kind };
	return job;
}

static void plan_jobs(struct frame_writer *w)
{
	struct frame *frame = w->frame;
	bool stream = frame->entity == w->policy->model->stream;

	for (int hidden = 1; hidden >= 0; hidden--)
		for (uint32_t i = 0; i < frame->binding_count; i++) {
			const struct binding *b = frame->bindings[i];
			bool invariant = path_fact(b->path)->flags & FACT_HIDDEN;

			if (b->path.base->kind == BASE_SELF && invariant == hidden)
				job_add(w, JOB_BINDING)->binding = b;
		}
	for (uint32_t p = 0; stream && p < w->plans->count; p++) {
		const struct tally_plan *plan = &w->plans->all[p];

		for (uint32_t t = 0; t < (plan->joint_count > 0) + plan->sum_count; t++) {
			struct job *job = job_add(w, JOB_TALLY);

			job->plan = plan;
			job->tally = t;
		}
	}
	for (struct instance *i = frame->instances; i; i = i->next) {
		job_add(w, JOB_CHECK)->instance = i;
		for (const struct checked_caution *c = i->cautions; c; c = c->next) {
			struct job *job = job_add(w, JOB_CAUTION);

			job->instance = i;
			job->caution = c;
		}
	}
}

static void offer_decision(struct frame_writer *w, const struct job *job,
                           const struct decision *decision)
{
	for (; decision && decision->kind == DECISION_IF; decision = decision->no) {
		variables_offer(&w->variables, decision->condition, job->instance, job->whole);
		offer_decision(w, job, decision->yes);
		if (decision->no == decision->yes)
			break;
	}
}

static const struct condition *sum_of(const struct job *job)
{
	return job->plan->sums[job->tally - (job->plan->joint_count > 0)];
}

static bool is_joint(const struct job *job)
{
	return job->plan->joint_count > 0 && job->tally == 0;
}

static void offer_tally(struct frame_writer *w, const struct job *job)
{
	const struct condition *sum;

	if (is_joint(job)) {
		for (uint32_t i = 0; i < job->plan->joint_count; i++)
			variables_offer(&w->variables, job->plan->joint[i]->left, NULL,
			                job->whole);
		return;
	}
	sum = sum_of(job);
	if (sum->left)
		variables_offer(&w->variables, sum->left, NULL, job->whole);
	if (sum->right)
		variables_offer(&w->variables, sum->right, NULL, job->whole);
}

/* A derivation's own diagram reads what its binding reads. */
static void offer_own(struct frame_writer *w, const struct job *job)
{
	w->variables.reader = job->binding->index + 1;
	offer_decision(w, job, job->binding->decision);
	w->variables.reader = READER_RULE;
}

static void offer_all(struct frame_writer *w)
{
	variables_begin(&w->variables, w->arena, w->frame);
	for (uint32_t i = 0; i < w->frame->binding_count; i++)
		variables_offer_binding(&w->variables, w->frame->bindings[i]);
	for (uint32_t i = 0; i < w->job_count; i++) {
		const struct job *job = &w->jobs[i];

		if (job->kind == JOB_BINDING)
			offer_own(w, job);
		else if (job->kind == JOB_TALLY)
			offer_tally(w, job);
		else if (job->kind == JOB_CHECK)
			offer_decision(w, job, job->instance->decision);
		else
			variables_offer(&w->variables, job->caution->condition, job->instance,
			                job->whole);
	}
}

static space_ref build_joint(struct lowering *l, const struct tally_plan *plan, uint32_t i,
                             uint32_t bits)
{
	if (i == plan->joint_count)
		return lower_leaf(l, (struct row_leaf){ .kind = CODE_LEAF_TALLY, .value = bits });
	return space_if(l->space, lower_condition(l, plan->joint[i]->left),
	                build_joint(l, plan, i + 1, bits | 1u << i),
	                build_joint(l, plan, i + 1, bits));
}

static space_ref weight_leaf(struct frame_writer *w, struct lowering *l, int64_t weight)
{
	return lower_leaf(l, (struct row_leaf){ .kind = CODE_LEAF_TALLY,
		.value = emit_constants(w->e, &weight, 1) });
}

static space_ref build_sum(struct frame_writer *w, struct lowering *l, const struct condition *sum)
{
	space_ref in = weight_leaf(w, l, sum->weights[0]);

	if (sum->right)
		in = space_if(l->space, lower_condition(l, sum->right), in,
		              weight_leaf(w, l, sum->weights[1]));
	if (!sum->left)
		return in;
	return space_if(l->space, lower_condition(l, sum->left), in, weight_leaf(w, l, 0));
}

static uint32_t value_constant(struct frame_writer *w, const struct binding *binding,
                               const struct decision *leaf)
{
	enum type type = path_fact(binding->path)->type;
	int64_t value = leaf->value;

	if (type == TYPE_TEXT || type == TYPE_OID)
		value = emit_string(w->e, leaf->text);
	return emit_constants(w->e, &value, 1);
}

/* A derivation's own diagram: its leaves are values. */
static space_ref build_binding(struct frame_writer *w, struct lowering *l, const struct binding *binding,
                               const struct decision *decision)
{
	static const uint32_t kinds[] = {
		[LEAF_OUTCOME] = CODE_LEAF_OUTCOME, [LEAF_VALUE] = CODE_LEAF_VALUE,
		[LEAF_CONFLICT] = CODE_LEAF_CONFLICT, [LEAF_FREE] = CODE_LEAF_FREE,
	};
	struct row_leaf leaf = { 0 };

	if (decision->kind == DECISION_IF) {
		space_ref yes = build_binding(w, l, binding, decision->yes);
		space_ref no = build_binding(w, l, binding, decision->no);

		return space_if(l->space, lower_condition(l, decision->condition), yes, no);
	}
	leaf.kind = kinds[decision->leaf];
	leaf.text = emit_string(w->e, decision->why);
	if (decision->leaf == LEAF_VALUE)
		leaf.value = value_constant(w, binding, decision);
	return lower_leaf(l, leaf);
}

static void bindings_of_tally(const struct frame *frame, const struct job *job, bool *bindings,
                              bool *facts)
{
	if (!is_joint(job)) {
		bindings_of_condition(frame, sum_of(job)->left, bindings, facts);
		bindings_of_condition(frame, sum_of(job)->right, bindings, facts);
		return;
	}
	for (uint32_t i = 0; i < job->plan->joint_count; i++)
		bindings_of_condition(frame, job->plan->joint[i]->left, bindings, facts);
}

static void bind_job(struct frame_writer *w, struct job *job)
{
	const struct frame *frame = w->frame;
	uint32_t facts = frame_fact_count(frame);
	bool *marks = arena_alloc(w->arena, (size_t)facts + frame->binding_count + 1);
	bool *bindings = marks + facts;

	switch (job->kind) {
	case JOB_BINDING:
		bindings_of_decision(frame, job->binding->decision, bindings, marks);
		break;
	case JOB_TALLY:
		bindings_of_tally(frame, job, bindings, marks);
		break;
	case JOB_CHECK:
		bindings_of_decision(frame, job->instance->decision, bindings, marks);
		break;
	case JOB_CAUTION:
	default:
		bindings_of_condition(frame, job->caution->condition, bindings, marks);
		break;
	}
	bindings_close(frame, bindings, marks);
	if (job->kind == JOB_BINDING)
		for (uint32_t i = 0; i < frame->binding_count; i++)
			if (frame->bindings[i] == job->binding
			    || path_fact(job->binding->path)->flags & FACT_HIDDEN)
				bindings[i] = false;
	job->ref = lower_bind(&job->lowering, job->ref, bindings);
}

static space_ref boolean_leaves(struct frame_writer *w, struct lowering *l, space_ref condition)
{
	static const int64_t truths[] = { 0, 1 };
	uint32_t first = emit_constants(w->e, truths, 2);
	struct row_leaf no = { .kind = CODE_LEAF_VALUE, .value = first };
	struct row_leaf yes = { .kind = CODE_LEAF_VALUE, .value = first + 1 };
	space_ref no_leaf = lower_leaf(l, no);

	return space_if(l->space, condition, lower_leaf(l, yes), no_leaf);
}

static void build_job(struct frame_writer *w, struct job *job, struct lowering_space *shared)
{
	struct lowering *l = &job->lowering;

	lower_begin(l, w->arena, &w->variables, shared);
	l->whole = job->whole;
	l->instance = job->instance;
	if (job->instance)
		l->joint_count = instance_joint(job->instance, l->joint);
	if (job->kind == JOB_BINDING)
		job->ref = build_binding(w, l, job->binding, job->binding->decision);
	else if (job->kind == JOB_TALLY)
		job->ref = is_joint(job) ? build_joint(l, job->plan, 0, 0)
			: build_sum(w, l, sum_of(job));
	else if (job->kind == JOB_CHECK)
		job->ref = lower_decision(l, job->instance->decision);
	else
		job->ref = boolean_leaves(w, l, lower_condition(l, job->caution->condition));
	bind_job(w, job);
}

static bool job_fits(const struct job *job)
{
	return job->ref != SPACE_FULL && !space_is_full(job->lowering.space)
	    && space_count(job->lowering.space, job->ref) <= CODE_MAX_DIAGRAM;
}

bool jobs_build(struct frame_writer *w)
{
	struct lowering_space shared;
	bool again = true;

	plan_jobs(w);
	while (again) {
		again = false;
		offer_all(w);
		if (!variables_cut(&w->variables, w->diags))
			return false;
		lower_share(&shared, w->arena, &w->variables);
		for (uint32_t i = 0; i < w->job_count; i++) {
			struct job *job = &w->jobs[i];

			build_job(w, job, &shared);
			if (job_fits(job))
				continue;
			lower_share(&shared, w->arena, &w->variables);
			if (job->whole)
				return false;
			if (job->kind == JOB_CHECK)
				diag_say(w->diags, MSG_W0402, job->instance->rule->at);
			job->whole = again = true;
		}
	}
	return true;
}

static void sums_in(struct tally_plan *plan, const struct condition *condition)
{
	if (!condition)
		return;
	if (condition->kind != CONDITION_AGGREGATE) {
		sums_in(plan, condition->left);
		sums_in(plan, condition->right);
		return;
	}
	if (condition->aggregate != AGGREGATE_SUM || plan->sum_count == MAX_SUMS)
		return;
	for (uint32_t i = 0; i < plan->sum_count; i++)
		if (condition_equal(plan->sums[i], condition))
			return;
	plan->sums[plan->sum_count++] = condition;
}

static void sums_of(struct tally_plan *plan, const struct decision *decision)
{
	for (; decision && decision->kind == DECISION_IF; decision = decision->no) {
		sums_in(plan, decision->condition);
		sums_of(plan, decision->yes);
		if (decision->no == decision->yes)
			break;
	}
}

void plan_tallies(struct arena *arena, struct diags *diags, const struct checked_policy *policy,
                  struct tally_plans *plans)
{
	uint32_t next = 0;

	for (uint32_t f = 0; f < policy->model->entity_count; f++) {
		const struct frame *frame = policy->frames[policy->frame_order[f]];

		for (struct instance *i = frame->instances; i; i = i->next) {
			struct tally_plan plan = { .instance = i, .first = next };

			plan.joint_count = instance_joint(i, plan.joint);
			sums_of(&plan, i->decision);
			for (struct checked_caution *c = i->cautions; c; c = c->next)
				sums_in(&plan, c->condition);
			if (plan.joint_count > CODE_MAX_TALLIES)
				diag_say(diags, MSG_E0305, i->rule->at);
			if (plan.joint_count + plan.sum_count == 0)
				continue;
			next += (plan.joint_count > 0) + plan.sum_count;
			plans->all = arena_grow(arena, plans->all, &plans->capacity,
			                        plans->count + 1, sizeof plan);
			plans->all[plans->count++] = plan;
		}
	}
}
