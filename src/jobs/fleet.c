/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/fleet.h"

#include <pthread.h>
#include <unistd.h>

#include "base/guard.h"
#include "facts/inventory.h"
#include "jobs/input.h"
#include "jobs/limit.h"
#include "jobs/lines.h"
#include "jobs/recorder.h"

enum slot_state { SLOT_FREE, SLOT_READ, SLOT_TAKEN, SLOT_JUDGED };

/* A piece on its way. */
struct slot {
	enum slot_state state;
	struct piece piece;
	bool is_late;                   /* contexts in it come too late */
	struct events events;
	const struct vm_seen *seen;
	uint64_t counts[3][VM_RESULTS], records, cautioned;
	bool no_memory;
};

struct worker {
	struct fleet *fleet;
	struct arena arena;             /* of its machine */
	struct evaluation *evaluation;
	struct inventory *inventory;
	pthread_t thread;
};

struct fleet {
	struct evaluation *main;
	const struct input *input;      /* being judged */
	struct lines lines;
	struct buffer window;
	int file;                       /* open for it, or -1 */
	struct limit *limit;            /* of what is told of it */
	struct worker *workers;
	struct slot *slots;
	uint32_t worker_count, slot_count;
	uint32_t started;               /* threads */
	uint64_t read, taken, told;     /* pieces so far */
	bool ended;
	pthread_mutex_t lock;
	pthread_cond_t some_read, some_judged;
};

/* --- judging ----------------------------------------------------------- */

static void judge(struct worker *worker, struct slot *slot)
{
	struct evaluation *e = worker->evaluation;
	const struct input *whole = worker->fleet->input;
	struct input piece = { .name = whole->name, .bytes = buffer_view(&slot->piece.bytes),
		.offset = slot->piece.offset, .line = slot->piece.line, .file = -1 };

	e->arena = &slot->events.arena;
	e->first = e->last = &piece;
	e->records = e->cautioned = 0;
	memset(e->counts, 0, sizeof e->counts);
	recorder_into(e->recorder, &slot->events);
	evaluate_piece(e, worker->inventory, &piece, slot->is_late);
	slot->seen = vm_take_seen(e->vm, &slot->events.arena);
	slot->records = e->records;
	slot->cautioned = e->cautioned;
	memcpy(slot->counts, e->counts, sizeof slot->counts);
	e->first = e->last = NULL;
}

static void judge_guarded(struct worker *worker, struct slot *slot)
{
	struct guard guard;

	slot->no_memory = true;
	if (GUARD_ENTER(&guard))
		return;
	judge(worker, slot);
	guard_leave(&guard);
	slot->no_memory = false;
}

static void *work(void *user)
{
	struct worker *worker = user;
	struct fleet *fleet = worker->fleet;

	pthread_mutex_lock(&fleet->lock);
	for (;;) {
		struct slot *slot;

		while (!fleet->ended && fleet->taken == fleet->read)
			pthread_cond_wait(&fleet->some_read, &fleet->lock);
		if (fleet->ended)
			break;
		slot = &fleet->slots[fleet->taken++ % fleet->slot_count];
		slot->state = SLOT_TAKEN;
		pthread_mutex_unlock(&fleet->lock);
		judge_guarded(worker, slot);
		pthread_mutex_lock(&fleet->lock);
		slot->state = SLOT_JUDGED;
		pthread_cond_signal(&fleet->some_judged);
	}
	pthread_mutex_unlock(&fleet->lock);
	return NULL;
}

/* --- the fleet --------------------------------------------------------- */

static void keep_trouble(void *user, const struct inventory_trouble *trouble)
{
	struct evaluation *e = user;

	recorder_trouble(e->recorder, trouble);
}

/* An evaluation beside another one, with the same contexts and a machine of its own. */
static struct evaluation *worker_evaluation(struct arena *arena, struct evaluation *main)
{
	struct evaluation *e = arena_alloc(arena, sizeof *e);
	struct vm_options vm = { main->options.now, main->options.complete, recorder_take, NULL };

	e->program = main->program;
	e->model = main->model;
	e->world = main->world;
	e->options = main->options;
	e->place_entity = main->place_entity;
	e->place_slot = main->place_slot;
	memcpy(e->wanted, main->wanted, sizeof e->wanted);
	e->parent = main;
	e->on_piece_trouble = keep_trouble;
	e->recorder = recorder_new(arena, e);
	vm.user = e->recorder;
	e->vm = vm_new(arena, e->program, e->model, e->world, &vm);
	return e;
}

static void prepare_worker(struct fleet *fleet, struct worker *worker)
{
	worker->fleet = fleet;
	worker->evaluation = worker_evaluation(&worker->arena, fleet->main);
	worker->inventory = inventory_new(&worker->arena, fleet->main->model);
}

static void end_worker(struct worker *worker)
{
	struct evaluation *e = worker->evaluation;

	if (e) {
		recorder_done(e->recorder);
		arena_free(&e->stream);
		arena_free(&e->messages);
	}
	arena_free(&worker->arena);
}

/* Threads that can't be started are done without; one works in the caller's. */
static void start_threads(struct fleet *fleet)
{
	for (uint32_t i = 0; i < fleet->worker_count && fleet->worker_count > 1; i++) {
		struct worker *worker = &fleet->workers[i];

		if (pthread_create(&worker->thread, NULL, work, worker) != 0)
			break;
		fleet->started++;
	}
}

static struct fleet *fleet_new(struct evaluation *main)
{
	struct fleet *fleet = arena_alloc(main->arena, sizeof *fleet);

	fleet->main = main;
	fleet->file = -1;
	fleet->worker_count = main->options.threads > 1 ? main->options.threads : 1;
	fleet->slot_count = 2 * fleet->worker_count;
	fleet->workers = arena_array(main->arena, fleet->worker_count, sizeof *fleet->workers);
	fleet->slots = arena_array(main->arena, fleet->slot_count, sizeof *fleet->slots);
	pthread_mutex_init(&fleet->lock, NULL);
	pthread_cond_init(&fleet->some_read, NULL);
	pthread_cond_init(&fleet->some_judged, NULL);
	main->fleet = fleet;
	for (uint32_t i = 0; i < fleet->worker_count; i++)
		prepare_worker(fleet, &fleet->workers[i]);
	start_threads(fleet);
	return fleet;
}

static void close_file(struct fleet *fleet)
{
	if (fleet->file >= 0)
		close(fleet->file);
	fleet->file = -1;
}

void fleet_free(struct fleet *fleet)
{
	if (!fleet)
		return;
	pthread_mutex_lock(&fleet->lock);
	fleet->ended = true;
	pthread_cond_broadcast(&fleet->some_read);
	pthread_mutex_unlock(&fleet->lock);
	for (uint32_t i = 0; i < fleet->started; i++)
		pthread_join(fleet->workers[i].thread, NULL);
	for (uint32_t i = 0; i < fleet->worker_count; i++)
		end_worker(&fleet->workers[i]);
	for (uint32_t i = 0; i < fleet->slot_count; i++) {
		buffer_done(&fleet->slots[i].piece.bytes);
		arena_free(&fleet->slots[i].events.arena);
	}
	close_file(fleet);
	lines_close(&fleet->lines);
	buffer_done(&fleet->window);
	pthread_mutex_destroy(&fleet->lock);
	pthread_cond_destroy(&fleet->some_read);
	pthread_cond_destroy(&fleet->some_judged);
}

/* --- handing on -------------------------------------------------------- */

static void hand_on_events(struct fleet *fleet, const struct slot *slot)
{
	struct evaluation *e = fleet->main;

	for (const struct event *event = slot->events.first; event; event = event->next) {
		if (event->is_finding)
			e->options.on_described(&event->finding, e->options.user);
		else if (limit_admits(fleet->limit, &event->trouble))
			evaluate_tell(e, &event->trouble);
	}
}

static void hand_on(struct fleet *fleet, struct slot *slot)
{
	struct evaluation *e = fleet->main;

	if (slot->no_memory)
		guard_no_memory();
	hand_on_events(fleet, slot);
	vm_add_seen(e->vm, slot->seen);
	e->records += slot->records;
	e->cautioned += slot->cautioned;
	for (int level = 0; level < 3; level++)
		for (int result = 0; result < VM_RESULTS; result++)
			e->counts[level][result] += slot->counts[level][result];
	slot->state = SLOT_FREE;
	fleet->told++;
}

/* Wait until the oldest piece is judged, and hand it on. */
static void hand_on_next(struct fleet *fleet)
{
	struct slot *slot = &fleet->slots[fleet->told % fleet->slot_count];

	pthread_mutex_lock(&fleet->lock);
	while (slot->state != SLOT_JUDGED)
		pthread_cond_wait(&fleet->some_judged, &fleet->lock);
	pthread_mutex_unlock(&fleet->lock);
	hand_on(fleet, slot);
}

/* --- reading ----------------------------------------------------------- */

/* Trouble with the input itself; line 0 where it is about none. */
static void tell(struct fleet *fleet, uint64_t line, const char *text)
{
	evaluate_tell(fleet->main, &(struct inventory_trouble){ .fault = INVENTORY_BROKEN,
		.file = fleet->input->name, .line = line, .column = line ? 1 : 0, .count = 1,
		.text = text });
}

/* The next piece into its slot; false at the end. */
static bool read_piece(struct fleet *fleet, bool is_late)
{
	struct lines *lines = &fleet->lines;
	struct slot *slot = &fleet->slots[fleet->read % fleet->slot_count];

	while (!lines_next(lines, &slot->piece)) {
		if (!lines->too_long)
			return false;
		tell(fleet, lines->too_long, "this line is longer than 64 MiB; it is not used");
	}
	slot->is_late = is_late;
	events_clear(&slot->events);
	return true;
}

static void offer_piece(struct fleet *fleet)
{
	struct slot *slot = &fleet->slots[fleet->read % fleet->slot_count];

	if (fleet->started == 0) {
		judge_guarded(&fleet->workers[0], slot);
		slot->state = SLOT_JUDGED;
		fleet->read++;
		return;
	}
	pthread_mutex_lock(&fleet->lock);
	slot->state = SLOT_READ;
	fleet->read++;
	pthread_cond_signal(&fleet->some_read);
	pthread_mutex_unlock(&fleet->lock);
}

static void judge_lines(struct fleet *fleet, bool is_late)
{
	uint64_t most = fleet->started ? fleet->slot_count : 1;

	while (read_piece(fleet, is_late)) {
		offer_piece(fleet);
		if (fleet->read - fleet->told == most)
			hand_on_next(fleet);
	}
	while (fleet->told < fleet->read)
		hand_on_next(fleet);
}

/* An open file behind the window in which contexts may stand. */
static void judge_behind(struct fleet *fleet, struct text window, int file)
{
	size_t whole = file >= 0 ? lines_whole(window) : window.length;

	lines_open(&fleet->lines, -1, (struct text){ window.at, (uint32_t)whole });
	judge_lines(fleet, false);
	lines_behind(&fleet->lines, file, (struct text){ window.at + whole,
		(uint32_t)(window.length - whole) });
	judge_lines(fleet, true);
	if (fleet->lines.error)
		tell(fleet, 0, "it can't be read to its end");
}

static void judge_path(struct fleet *fleet, const char *path)
{
	char why[INPUT_WHY];

	buffer_reset(&fleet->window);
	if (input_begin(path, INVENTORY_WINDOW, &fleet->window, &fleet->file, why))
		judge_behind(fleet, buffer_view(&fleet->window), fleet->file);
	else
		tell(fleet, 0, why);
	close_file(fleet);
}

void fleet_judge(struct evaluation *e, const struct input *input)
{
	struct fleet *fleet = e->fleet ? e->fleet : fleet_new(e);

	fleet->input = input;
	fleet->limit = input->limit ? input->limit : arena_alloc(e->arena, sizeof *fleet->limit);
	if (!input->limit)
		limit_begin(fleet->limit, e->arena);
	if (input->path) {
		judge_path(fleet, input->path);
	} else if (input->file >= 0) {
		judge_behind(fleet, input->bytes, input->file);
	} else {
		lines_open(&fleet->lines, -1, input->bytes);
		judge_lines(fleet, false);
	}
	lines_close(&fleet->lines);
	limit_end(fleet->limit, input->name, evaluate_tell, e);
}
