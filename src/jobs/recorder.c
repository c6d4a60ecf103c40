/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/recorder.h"

#include "jobs/finding_json.h"

void events_clear(struct events *events)
{
	arena_reset(&events->arena);
	events->first = NULL;
	events->last = &events->first;
}

static struct event *event_new(struct events *events)
{
	struct event *event = arena_alloc(&events->arena, sizeof *event);

	*events->last = event;
	events->last = &event->next;
	return event;
}

struct recorder *recorder_new(struct arena *arena, struct evaluation *e)
{
	struct recorder *recorder = arena_alloc(arena, sizeof *recorder);

	recorder->evaluation = e;
	recorder_into(recorder, NULL);
	return recorder;
}

void recorder_done(struct recorder *recorder)
{
	arena_free(&recorder->words);
}

void recorder_into(struct recorder *recorder, struct events *events)
{
	struct arena *arena = events ? &events->arena : &recorder->words;

	recorder->events = events;
	place_names_init(&recorder->names, recorder->evaluation, arena);
	recorder->describe = (struct describe_with){ arena, recorder->evaluation->program,
	                                             &recorder->names.names };
}

static void describe(struct recorder *recorder, struct vm *vm, const struct vm_finding *finding,
                     struct described *out)
{
	describe_finding(&recorder->describe, vm, finding, out);
	if (recorder->evaluation->options.lines)
		out->json = finding_json(recorder->describe.arena, recorder->describe.program, out).at;
}

void recorder_take(struct vm *vm, const struct vm_finding *finding, void *user)
{
	struct recorder *recorder = user;
	struct evaluation *e = recorder->evaluation;
	const struct row_check *check = &e->program->check[finding->check];
	struct described described;

	e->counts[e->program->rule[check->rule].level][finding->result]++;
	if (!(e->options.on_described || e->options.on_explained)
	    || !(e->options.results >> finding->result & 1)) {
		e->cautioned += finding->caution_count > 0;
		return;
	}
	if (recorder->events) {
		struct event *event = event_new(recorder->events);

		event->is_finding = true;
		describe(recorder, vm, finding, &event->finding);
		return;
	}
	describe(recorder, vm, finding, &described);
	if (e->options.on_described)
		e->options.on_described(&described, e->options.user);
	if (e->options.on_explained)
		e->options.on_explained(vm, finding, &described, e->options.user);
	arena_reset(&recorder->words);
}

void recorder_trouble(struct recorder *recorder, const struct inventory_trouble *trouble)
{
	struct arena *arena = &recorder->events->arena;
	struct event *event = event_new(recorder->events);

	event->trouble = *trouble;
	event->trouble.text = arena_text(arena, text_from(trouble->text)).at;
	event->trouble.what = arena_text(arena, text_from(trouble->what)).at;
}
