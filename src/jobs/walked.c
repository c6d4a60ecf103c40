/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/walked.h"

#include "files/walk.h"

struct reading {
	struct evaluation *e;
	struct inventory *inventory;
	enum inventory_pass pass;
};

bool walked_is(const struct input *input)
{
	return input->is_walk || (input->file < 0 && walk_is_archive(input->bytes));
}

/* Certificates at a place of a context are contexts, and come before the stream. */
static bool is_pass_of_certificates(const struct reading *reading)
{
	return reading->pass & (evaluate_place_is_context(reading->e) ? INVENTORY_CONTEXTS
	                                                              : INVENTORY_STREAM);
}

static bool wants_file(void *user, const struct walk_file *file)
{
	return bytes_are_json(file->bytes) || is_pass_of_certificates(user);
}

/* What is kept of a record of the stream is gone before the file is; others need the name. */
static void take_file(void *user, const struct walk_file *file)
{
	const struct reading *reading = user;
	struct evaluation *e = reading->e;
	bool is_json = bytes_are_json(file->bytes);
	struct input input = { .bytes = file->bytes, .file = -1, .is_transient = true };

	input.name = is_json || evaluate_place_is_context(e) ? arena_text(e->arena, file->name)
	                                                     : file->name;
	e->found_by_walk = !file->named;
	e->in_archive = file->packed;
	if (is_json)
		evaluate_facts(e, reading->inventory, &input, reading->pass);
	else if (is_pass_of_certificates(reading))
		evaluate_certificates(e, &input);
	e->found_by_walk = e->in_archive = false;
}

/* Once, in the last pass. */
static void take_trouble(void *user, const struct walk_trouble *trouble)
{
	const struct reading *reading = user;

	if (!(reading->pass & INVENTORY_STREAM))
		return;
	if (trouble->passed_over)
		evaluate_passed_over(reading->e, trouble->name, trouble->why);
	else
		evaluate_tell(reading->e, &(struct inventory_trouble){ .fault = INVENTORY_REFUSED,
			.count = 1, .file = trouble->name, .text = trouble->why });
}

static bool has_contexts(const struct model *model)
{
	for (uint32_t i = 0; i < model->entity_count; i++)
		if (model->entities[i]->kind == ENTITY_CONTEXT)
			return true;
	return false;
}

void walked_read(struct evaluation *e, struct inventory *inventory, const struct input *input,
                 enum inventory_pass pass)
{
	struct reading reading = { e, inventory, pass };
	const struct walk walk = { wants_file, take_file, take_trouble, &reading };

	if (!has_contexts(e->model)) {
		if (pass == INVENTORY_CONTEXTS)
			return;
		reading.pass = INVENTORY_BOTH;
	}
	e->passed_over = 0;
	if (input->is_walk)
		walk_path(&walk, input->name.at);
	else
		walk_bytes(&walk, input->name, input->bytes);
	evaluate_tell_rest(e, input->name);
}
