/* SPDX-License-Identifier: Apache-2.0 */
/* frames.h - what is computed for the records of each entity, as tables and code. */
#ifndef COMPILE_FRAMES_H
#define COMPILE_FRAMES_H

#include "compile/atoms.h"
#include "compile/emitter.h"
#include "compile/lower.h"
#include "diag/diag.h"

enum { MAX_SUMS = 16 };

/* The aggregates of one instance: rows of the tally table, the joint one first. */
struct tally_plan {
	const struct instance *instance;
	uint32_t first;
	const struct condition *joint[CODE_MAX_TALLIES + 1];
	const struct condition *sums[MAX_SUMS];
	uint32_t joint_count, sum_count;
};

struct tally_plans {
	struct tally_plan *all;
	uint32_t count, capacity;
};

enum job_kind { JOB_BINDING, JOB_TALLY, JOB_CHECK, JOB_CAUTION };

/* A diagram to be built, then written. */
struct job {
	enum job_kind kind;
	const struct binding *binding;
	const struct tally_plan *plan;
	uint32_t tally;                 /* of a tally: 0 joint if there is one, then the sums */
	struct instance *instance;      /* of a check or caution */
	const struct checked_caution *caution;
	bool whole;                     /* its clauses are atoms */
	struct lowering lowering;
	space_ref ref;
};

/* A frame as it is being written. */
struct frame_writer {
	struct arena *arena;
	struct emitter *e;
	struct diags *diags;
	const struct sources *sources;
	const struct checked_policy *policy;
	struct tally_plans *plans;
	struct frame *frame;
	struct variables variables;
	struct job *jobs;
	uint32_t job_count, job_capacity;
	struct row_frame row;
	struct path *group_paths;       /* of fact groups, in order of their rows */
	uint32_t group_capacity;
	uint32_t fleet_group;           /* + 1, or 0 */
	uint32_t *variable_groups;      /* by level */
};

/* jobs.c: what diagrams a frame needs, and building them. False when a fact has too many regions. */
bool jobs_build(struct frame_writer *w);
void plan_tallies(struct arena *arena, struct diags *diags, const struct checked_policy *policy,
                  struct tally_plans *plans);

/* diagrams.c: write a diagram. */
struct written {
	uint32_t diagram;               /* row */
	uint8_t *uses;                  /* by level: is the variable tested */
};
struct written write_diagram(struct frame_writer *w, struct lowering *l, space_ref ref);

/* groups.c: names of what results depend on. */
uint32_t group_of_path(void *writer, struct path path);
uint32_t group_of_variable(struct frame_writer *w, struct cut_variable *variable,
                           const struct readings *readings);
void groups_link(struct frame_writer *w);

/* steps.c: instructions that compute variables. */
void emit_bases(struct frame_writer *w);
void emit_variable(struct frame_writer *w, struct cut_variable *variable);

/* What is written at a place, on one line. */
struct text source_line(struct frame_writer *w, struct span at);

/* rows.c: rules, clauses and messages as rows. */
uint32_t write_pieces(struct frame_writer *w, const struct piece *piece, uint32_t *count);
uint32_t write_clauses(struct frame_writer *w, const struct instance *instance);
void write_place(struct frame_writer *w, struct span at);

/* Write all frames. */
bool frames_write(struct arena *arena, struct emitter *e, struct diags *diags,
                  const struct sources *sources, const struct checked_policy *policy);

#endif
