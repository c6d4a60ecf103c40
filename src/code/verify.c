/* SPDX-License-Identifier: Apache-2.0 */
#include "code/verify.h"

#include "code/verifier.h"

struct trouble_place place_row(enum table table, uint32_t row, const char *column)
{
	return (struct trouble_place){ table_info(table)->name, "row", row, column };
}

/* Each entity has its frame. */
static bool check_frames(struct verifier *v)
{
	const struct program *p = v->program;
	bool *seen = arena_array(v->scratch, p->entity_count, sizeof *seen);

	if (p->frame_count != p->entity_count)
		return trouble_say(v->why, (struct trouble_place){ "frame", "", 0, "" },
		                   "expected %u rows, found %u", p->entity_count, p->frame_count);
	for (uint32_t i = 0; i < p->frame_count; i++) {
		if (seen[p->frame[i].entity])
			return trouble_say(v->why, place_row(TABLE_frame, i, "entity"),
			                   "expected one frame of entity %u", p->frame[i].entity);
		seen[p->frame[i].entity] = true;
	}
	return true;
}

static bool check_measure(struct verifier *v, uint32_t frame)
{
	const struct row_frame *row = &v->program->frame[frame];
	uint32_t stack, bound;

	verify_measure(v->program, frame, &stack, &bound);
	if (row->stack != stack)
		return trouble_say(v->why, place_row(TABLE_frame, frame, "stack"),
		                   "expected %u, found %u", stack, row->stack);
	if (row->bound != bound)
		return trouble_say(v->why, place_row(TABLE_frame, frame, "bound"),
		                   "expected %u, found %u", bound, row->bound);
	return true;
}

/* What no frame uses would be looked at by nobody. */
static bool check_all_used(struct verifier *v)
{
	const struct program *p = v->program;

	for (uint32_t i = 0; i < p->code_count; i++)
		if (!v->taken[i])
			return trouble_say(v->why, (struct trouble_place){ "code", "word", i, "" },
			                   "expected a word of a frame or diagram in use");
	for (uint32_t i = 0; i < p->diagram_count; i++)
		if (!v->diagrams[i].owner)
			return trouble_say(v->why, place_row(TABLE_diagram, i, ""),
			                   "expected a diagram in use");
	for (uint32_t i = 0; i < p->check_count; i++)
		if (!v->checks[i])
			return trouble_say(v->why, place_row(TABLE_check, i, ""),
			                   "expected a check of a frame");
	for (uint32_t i = 0; i < p->tally_count; i++)
		if (!v->tallied[i])
			return trouble_say(v->why, place_row(TABLE_tally, i, ""),
			                   "expected a TALLY of it");
	return true;
}

static void verifier_init(struct verifier *v)
{
	const struct program *p = v->program;
	size_t words = (size_t)p->code_count + 1;

	v->taken = arena_alloc(v->scratch, words);
	v->reached = arena_alloc(v->scratch, words);
	v->depths = arena_array(v->scratch, words, sizeof *v->depths);
	v->diagrams = arena_array(v->scratch, (size_t)p->diagram_count + 1, sizeof *v->diagrams);
	v->tallied = arena_alloc(v->scratch, (size_t)p->tally_count + 1);
	v->checks = arena_alloc(v->scratch, (size_t)p->check_count + 1);
}

bool verify_program(const struct program *program, struct arena *scratch,
                    struct image_trouble *why)
{
	struct verifier *v = arena_alloc(scratch, sizeof *v);

	*v = (struct verifier){ .program = program, .scratch = scratch, .why = why };
	verifier_init(v);
	if (!verify_strings(v) || !verify_columns(v) || !verify_model(v) || !verify_spans(v)
	    || !check_frames(v))
		return false;
	for (uint32_t i = 0; i < program->frame_count; i++)
		if (!verify_frame_rows(v, i) || !verify_code(v, i) || !check_measure(v, i))
			return false;
	return check_all_used(v);
}
