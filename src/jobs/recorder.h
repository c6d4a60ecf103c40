/* SPDX-License-Identifier: Apache-2.0 */
/* recorder.h - findings of a machine in words: counted, and handed on or kept for later. */
#ifndef JOBS_RECORDER_H
#define JOBS_RECORDER_H

#include "facts/inventory_input.h"
#include "jobs/describe.h"
#include "jobs/place.h"

/* Something that was found, or went wrong, in the order in which it happened. */
struct event {
	struct event *next;
	bool is_finding;
	struct described finding;
	struct inventory_trouble trouble;       /* with texts of its own */
};

/* Events of a piece of an input, and what they are made of. */
struct events {
	struct arena arena;
	struct event *first, **last;
};

void events_clear(struct events *events);

struct recorder {
	struct evaluation *evaluation;
	struct place_names names;
	struct describe_with describe;
	struct arena words;             /* of one finding */
	struct events *events;          /* where findings are kept; NULL: they are handed on */
};

/* For a machine that works for `e`; lives as long as the evaluation. */
struct recorder *recorder_new(struct arena *arena, struct evaluation *e);
void recorder_done(struct recorder *recorder);

/* Keep findings in `events` from now on, or hand them on at once (NULL). */
void recorder_into(struct recorder *recorder, struct events *events);

/* A vm_finding_fn; user is a struct recorder. */
void recorder_take(struct vm *vm, const struct vm_finding *finding, void *user);

/* Keep a message with the findings. */
void recorder_trouble(struct recorder *recorder, const struct inventory_trouble *trouble);

#endif
