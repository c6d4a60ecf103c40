/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/frames.h"

/* Diagrams are written before the code of their frame, which is then straight. */
struct plan {
	struct written *written;        /* by job */
};

static void write_bases(struct frame_writer *w)
{
	w->row.first_base = w->e->counts[TABLE_base];
	w->row.base_count = w->frame->base_count;
	for (uint32_t i = 0; i < w->frame->base_count; i++) {
		const struct base *base = w->frame->bases[i];

		emit_row(w->e, TABLE_base, &(struct row_base){
			.entity = base->entity ? base->entity->index + 1 : 0,
			.kind = (uint32_t)base->kind,
			.parent = base->parent ? base->parent->index : 0,
			.slot = base->slot, .name = emit_string(w->e, base->name) });
	}
}

static void emit_uses(struct frame_writer *w, const struct written *written)
{
	for (uint32_t v = 0; v < w->variables.count; v++)
		if (written->uses[v])
			emit_variable(w, w->variables.all[v]);
}

/* Names the base facts of the subject that an invariant reads. */
static void emit_marks(struct frame_writer *w, const struct binding *binding)
{
	uint32_t facts = frame_fact_count(w->frame);
	bool *marks = arena_alloc(w->arena, (size_t)facts + w->frame->binding_count + 1);

	bindings_of_decision(w->frame, binding->decision, marks + facts, marks);
	for (uint32_t slot = 0; slot < w->frame->entity->fact_count; slot++)
		if (marks[slot])
			EMIT(w->e, MARK, binding->path.slot, slot);
}

static void forget_emitted(struct frame_writer *w)
{
	for (uint32_t v = 0; v < w->variables.count; v++)
		w->variables.all[v]->emitted = false;
}

static bool is_invariant(const struct job *job)
{
	return job->kind == JOB_BINDING && path_fact(job->binding->path)->flags & FACT_HIDDEN;
}

static void emit_invariants(struct frame_writer *w, const struct plan *plan)
{
	for (uint32_t i = 0; i < w->job_count; i++) {
		if (!is_invariant(&w->jobs[i]))
			continue;
		emit_uses(w, &plan->written[i]);
		EMIT(w->e, BIND, w->jobs[i].binding->path.slot, plan->written[i].diagram);
	}
}

/* Invariants are judged against the facts as read, each by itself; then the facts of broken ones are in
 * conflict, and the others are asked again for what they restrict. */
static void emit_bindings(struct frame_writer *w, const struct plan *plan)
{
	if (w->job_count && is_invariant(&w->jobs[0])) {
		emit_invariants(w, plan);
		for (uint32_t i = 0; i < w->job_count; i++)
			if (is_invariant(&w->jobs[i]))
				emit_marks(w, w->jobs[i].binding);
		emit_bases(w);          /* a reference may be in conflict now */
		forget_emitted(w);
		emit_invariants(w, plan);
		forget_emitted(w);
	}
	for (uint32_t i = 0; i < w->job_count; i++) {
		const struct job *job = &w->jobs[i];

		if (job->kind != JOB_BINDING || is_invariant(job))
			continue;
		emit_uses(w, &plan->written[i]);
		EMIT(w->e, DERIVE, job->binding->path.slot, plan->written[i].diagram);
	}
}

static void emit_tallies(struct frame_writer *w, const struct plan *plan)
{
	for (uint32_t i = 0; i < w->job_count; i++) {
		const struct job *job = &w->jobs[i];

		if (job->kind != JOB_TALLY)
			continue;
		emit_uses(w, &plan->written[i]);
		EMIT(w->e, TALLY, job->plan->first + job->tally, plan->written[i].diagram);
	}
}

static const struct tally_plan *plan_of(const struct frame_writer *w,
                                        const struct instance *instance)
{
	for (uint32_t i = 0; i < w->plans->count; i++)
		if (w->plans->all[i].instance == instance)
			return &w->plans->all[i];
	return NULL;
}

/* Cautions stand behind their check among the jobs. */
static uint32_t write_cautions(struct frame_writer *w, const struct plan *plan, uint32_t job,
                               uint32_t *count)
{
	uint32_t first = w->e->counts[TABLE_caution];
	uint32_t pieces, piece_count;

	for (*count = 0; ++job < w->job_count && w->jobs[job].kind == JOB_CAUTION; ++*count) {
		pieces = write_pieces(w, w->jobs[job].caution->message, &piece_count);
		emit_row(w->e, TABLE_caution, &(struct row_caution){
			.diagram = plan->written[job].diagram, .first_piece = pieces,
			.piece_count = piece_count });
	}
	return first;
}

static void write_check(struct frame_writer *w, const struct plan *plan, uint32_t job)
{
	struct instance *instance = w->jobs[job].instance;
	const struct tally_plan *tally = plan_of(w, instance);
	struct row_check row = {
		.rule = instance->rule->index,
		.place = instance->place ? instance->place->index : 0,
		.diagram = plan->written[job].diagram, .approximate = w->jobs[job].whole,
	};

	row.first_clause = write_clauses(w, instance);
	row.clause_count = instance->clause_count;
	row.first_caution = write_cautions(w, plan, job, &row.caution_count);
	row.first_piece = write_pieces(w, instance->fix, &row.piece_count);
	row.first_tally = tally ? tally->first : 0;
	row.tally_count = tally ? (tally->joint_count > 0) + tally->sum_count : 0;
	emit_row(w->e, TABLE_check, &row);
	w->row.check_count++;
}

static void emit_checks(struct frame_writer *w, const struct plan *plan)
{
	uint32_t check = 0;

	for (uint32_t i = 0; i < w->job_count; i++) {
		if (w->jobs[i].kind != JOB_CHECK)
			continue;
		write_place(w, w->jobs[i].instance->rule->at);
		emit_uses(w, &plan->written[i]);
		for (uint32_t c = i + 1; c < w->job_count && w->jobs[c].kind == JOB_CAUTION; c++)
			emit_uses(w, &plan->written[c]);
		EMIT(w->e, CHECK, check++);
	}
}

static void write_variables(struct frame_writer *w)
{
	struct readings none = { .group_of = group_of_path, .user = w, .frame = w->frame };

	for (uint32_t i = 0; i < w->variables.count; i++)
		if (w->variable_groups[i] == NO_GROUP)
			w->variable_groups[i] = group_of_variable(w, w->variables.all[i], &none);
	w->row.first_variable = w->e->counts[TABLE_variable];
	w->row.variable_count = w->variables.count;
	for (uint32_t i = 0; i < w->variables.count; i++)
		emit_row(w->e, TABLE_variable, &(struct row_variable){
			.group = w->variable_groups[i], .size = w->variables.all[i]->size,
			.absent = w->variables.all[i]->absent });
}

static void write_tally_rows(struct frame_writer *w, const struct plan *plan)
{
	for (uint32_t i = 0; i < w->job_count; i++) {
		const struct job *job = &w->jobs[i];
		bool joint;

		if (job->kind != JOB_TALLY)
			continue;
		joint = job->plan->joint_count > 0 && job->tally == 0;
		emit_row(w->e, TABLE_tally, &(struct row_tally){
			.kind = joint ? TALLY_JOINT : TALLY_SUM,
			.diagram = plan->written[i].diagram,
			.bits = joint ? job->plan->joint_count : 0 });
	}
}

static bool write_frame(struct frame_writer *w)
{
	struct plan plan;

	if (!jobs_build(w))
		return false;
	w->variable_groups = arena_array(w->arena, w->variables.count + 1, sizeof(uint32_t));
	for (uint32_t i = 0; i < w->variables.count; i++)
		w->variable_groups[i] = NO_GROUP;
	plan.written = arena_array(w->arena, w->job_count + 1, sizeof *plan.written);
	for (uint32_t i = 0; i < w->job_count; i++)
		plan.written[i] = write_diagram(w, &w->jobs[i].lowering, w->jobs[i].ref);
	w->row.entity = w->frame->entity->index;
	w->row.first_group = w->e->counts[TABLE_group];
	write_bases(w);
	w->row.start = w->e->code_count;
	emit_bases(w);
	emit_bindings(w, &plan);
	emit_tallies(w, &plan);
	emit_checks(w, &plan);
	emit_word(w->e, OP_END);
	w->row.first_check = w->e->counts[TABLE_check];
	for (uint32_t i = 0; i < w->job_count; i++)
		if (w->jobs[i].kind == JOB_CHECK)
			write_check(w, &plan, i);
	write_variables(w);
	groups_link(w);
	write_tally_rows(w, &plan);
	emit_row(w->e, TABLE_frame, &w->row);
	return true;
}

bool frames_write(struct arena *arena, struct emitter *e, struct diags *diags,
                  const struct sources *sources, const struct checked_policy *policy)
{
	struct tally_plans plans = { 0 };

	plan_tallies(arena, diags, policy, &plans);
	if (diags->errors)
		return false;
	for (uint32_t i = 0; i < policy->model->entity_count; i++) {
		struct frame_writer w = { .arena = arena, .e = e, .diags = diags,
			.sources = sources, .policy = policy, .plans = &plans };

		w.frame = policy->frames[policy->frame_order[i]];
		if (!write_frame(&w))
			return false;
	}
	return true;
}
