/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/evaluation.h"

#include <unistd.h>

#include "base/guard.h"
#include "code/uses.h"
#include "jobs/fleet.h"
#include "jobs/input.h"
#include "jobs/limit.h"
#include "jobs/lines.h"
#include "jobs/recorder.h"
#include "jobs/store_fill.h"
#include "jobs/walked.h"

static bool resolve_place(struct evaluation *e, const char **why)
{
	struct text place = e->options.place;
	const char *dot = place.length ? memchr(place.at, '.', place.length) : NULL;
	struct text name = { place.at, dot ? (uint32_t)(dot - place.at) : place.length };

	if (place.length == 0)
		return true;
	*why = "a place is an entity and one of its certificates, such as `gateway.server-auth`";
	e->place_entity = model_entity(e->model, name);
	if (!e->place_entity || !dot)
		return false;
	e->place_slot = entity_slot(e->place_entity, (struct text){ dot + 1,
		place.length - name.length - 1 });
	return e->place_slot != NO_SLOT
	    && e->place_entity->facts[e->place_slot].target == e->model->certificate;
}

static void make_machine(struct evaluation *e)
{
	struct vm_options vm = { e->options.now, e->options.complete, e->options.on_finding,
	                         e->options.user };

	if (!e->options.on_finding) {
		e->recorder = recorder_new(e->arena, e);
		vm.on_finding = recorder_take;
		vm.user = e->recorder;
	}
	e->world = world_new(e->arena, e->model);
	e->vm = vm_new(e->arena, e->program, e->model, e->world, &vm);
}

/* Of certificates, besides what the program reads: what findings call them by. */
static void want(struct evaluation *e, uint32_t slot)
{
	e->wanted[slot / 64] |= UINT64_C(1) << slot % 64;
}

struct evaluation *evaluation_new(struct arena *arena, const struct program *program,
                                  const struct evaluation_options *options, const char **why)
{
	struct evaluation *e = arena_alloc(arena, sizeof *e);

	e->arena = arena;
	e->program = program;
	e->options = *options;
	e->model = program_model(program, arena);
	program_uses(program, e->wanted);
	if (!e->options.on_finding) {
		want(e, CERTIFICATE_COMMON_NAME);
		want(e, CERTIFICATE_ORGANIZATION);
	}
	if (!resolve_place(e, why))
		return NULL;
	pthread_mutex_init(&e->places_lock, NULL);
	pthread_mutex_init(&e->password_lock, NULL);
	make_machine(e);
	return e;
}

/* --- inputs ------------------------------------------------------------ */

static struct input *add(struct evaluation *e, struct text name)
{
	struct input *input = arena_alloc(e->arena, sizeof *input);

	input->name = arena_text(e->arena, name);
	input->file = -1;
	if (e->last)
		e->last->next = input;
	else
		e->first = input;
	e->last = input;
	return input;
}

void evaluation_add(struct evaluation *e, struct text name, struct text bytes)
{
	add(e, name)->bytes = arena_text(e->arena, bytes);
}

bool evaluation_add_mapped(struct evaluation *e, const struct mapping *mapping,
                           const struct input *input, const char **why)
{
	struct mapped *mapped = mapped_new(e->arena, mapping, e->model, why);

	if (!mapped)
		return false;
	evaluation_add(e, input->name, input->bytes);
	e->last->mapped = mapped;
	return true;
}

void evaluation_add_path(struct evaluation *e, struct text path)
{
	struct input *input = add(e, path);

	input->path = input->name.at;
}

void evaluation_add_rest(struct evaluation *e, struct text name, struct text read, int file)
{
	struct input *input = add(e, name);

	input->file = file;
	input->bytes = arena_text(e->arena, read);
}

void evaluation_add_walk(struct evaluation *e, struct text path)
{
	add(e, path)->is_walk = true;
}

void evaluation_add_certificates(struct evaluation *e, const char *path)
{
	store_fill(e, path);
}

/* --- evaluating -------------------------------------------------------- */

static void link_contexts(struct evaluation *e)
{
	for (uint32_t t = 0; t < e->model->entity_count; t++)
		for (uint32_t i = 0; i < e->world->tables[t].count; i++)
			inventory_link(e->world, e->world->tables[t].records[i], e->arena);
}

static void tell_unreadable(struct evaluation *e, const struct input *input, const char *why)
{
	evaluate_tell(e, &(struct inventory_trouble){ .fault = INVENTORY_REFUSED,
		.file = input->name, .count = 1, .text = why });
}

/* Read the start of a stream for contexts; a line that is cut off is left for later. */
static void read_start(struct evaluation *e, struct inventory *inventory,
                       struct input *input, struct text start)
{
	struct input window = *input;

	input->limit = arena_alloc(e->arena, sizeof *input->limit);
	limit_begin(input->limit, e->arena);
	window.bytes = start;
	e->limit = input->limit;
	evaluate_facts(e, inventory, &window, INVENTORY_CONTEXTS);
	e->limit = NULL;
}

static void read_window(struct evaluation *e, struct inventory *inventory, struct input *input)
{
	struct buffer window = { 0 };
	struct guard_cleanup cleanup;
	struct text start;
	char why[INPUT_WHY];
	int file;

	guard_keep(&cleanup, buffer_cleanup, &window);
	if (!input_begin(input->path, INVENTORY_WINDOW, &window, &file, why)) {
		tell_unreadable(e, input, why);
		input->path = NULL;
		guard_give_back(&cleanup);
		return;
	}
	start = buffer_view(&window);
	if (file >= 0) {
		start.length = (uint32_t)lines_whole(start);
		close(file);
	}
	read_start(e, inventory, input, start);
	guard_give_back(&cleanup);
}

static bool is_facts(const struct input *input)
{
	return input->mapped || input_is_stream(input) || bytes_are_json(input->bytes);
}

static void read_contexts(struct evaluation *e, struct inventory *inventory)
{
	for (struct input *i = e->first; i; i = i->next) {
		if (walked_is(i))
			walked_read(e, inventory, i, INVENTORY_CONTEXTS);
		else if (i->path)
			read_window(e, inventory, i);
		else if (i->file >= 0)
			read_start(e, inventory, i, (struct text){ i->bytes.at,
				(uint32_t)lines_whole(i->bytes) });
		else if (is_facts(i))
			evaluate_facts(e, inventory, i, INVENTORY_CONTEXTS);
		else if (evaluate_place_is_context(e))
			evaluate_certificates(e, i);
	}
}

/* Whoever asks the machine itself has whole inputs judged. */
static bool is_for_fleet(const struct evaluation *e, const struct input *input)
{
	if (!e->recorder || e->options.on_explained || input->mapped)
		return false;
	return input_is_stream(input) || bytes_are_lines(input->bytes);
}

static void read_stream(struct evaluation *e, struct inventory *inventory)
{
	for (struct input *i = e->first; i; i = i->next) {
		if (walked_is(i))
			walked_read(e, inventory, i, INVENTORY_STREAM);
		else if (is_facts(i) && is_for_fleet(e, i))
			fleet_judge(e, i);
		else if (is_facts(i))
			evaluate_facts(e, inventory, i, INVENTORY_STREAM);
		else if (!evaluate_place_is_context(e))
			evaluate_certificates(e, i);
	}
}

void evaluation_finish(struct evaluation *e)
{
	struct inventory *inventory = inventory_new(e->arena, e->model);

	read_contexts(e, inventory);
	link_contexts(e);
	vm_prepare(e->vm);
	read_stream(e, inventory);
	vm_contexts(e->vm);
}

uint64_t evaluation_subjects(const struct evaluation *e)
{
	uint64_t count = e->records;

	for (uint32_t t = 0; t < e->model->entity_count; t++)
		count += e->world->tables[t].count;
	return count;
}

void evaluation_done(struct evaluation *e)
{
	fleet_free(e->fleet);
	for (const struct input *i = e->first; i; i = i->next)
		if (i->file >= 0)
			close(i->file);
	if (e->recorder)
		recorder_done(e->recorder);
	pthread_mutex_destroy(&e->places_lock);
	pthread_mutex_destroy(&e->password_lock);
	arena_free(&e->places);
	arena_free(&e->stream);
	arena_free(&e->messages);
	arena_free(&e->header);
}
