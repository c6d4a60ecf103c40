/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/store_fill.h"

#include "base/guard.h"
#include "files/walk.h"
#include "jobs/input.h"
#include "jobs/store.h"

enum { MOST_AT_ONCE = 1 << 30 };        /* bytes from a pipe */

static void tell(struct evaluation *e, const char *why)
{
	if (e->damaged++ < DAMAGED_TOLD)
		evaluate_tell(e, &(struct inventory_trouble){ .fault = INVENTORY_REFUSED,
			.count = 1, .file = e->file, .text = why });
}

static void refuse(void *user, const struct certificate_refusal *refusal)
{
	struct evaluation *e = user;

	if (refusal->nothing && e->found_by_walk)
		evaluate_passed_over(e, e->file, refusal->why);
	else
		tell(e, certificate_trouble(&e->messages, refusal).at);
	arena_reset(&e->messages);
}

/* Read nothing of it but whether it can be read, which is told if not. */
static bool is_readable(struct evaluation *e, const struct form_found *found)
{
	static const uint64_t nothing[CERTIFICATE_MASK];
	struct certificate_visit visit = { .arena = &e->messages,
		.entity = e->model->certificate, .wanted = nothing, .refuse = refuse, .user = e };
	bool is = certificate_read(&visit, found) != NULL;

	arena_reset(&e->messages);
	return is;
}

static void keep(void *user, const struct form_found *found, struct text key)
{
	struct evaluation *e = user;

	if (found->why)
		tell(e, found->why);
	else if (is_readable(e, found))
		store_add(e->store, found, key, e->file);
}

static void take_file(void *user, const struct walk_file *file)
{
	struct evaluation *e = user;
	struct certificate_visit visit = { .arena = &e->stream, .name = file->name,
		.refuse = refuse, .keep = keep, .password = evaluate_password, .user = e };

	e->file = file->name;
	e->found_by_walk = !file->named;
	certificates_read(&visit, file->bytes);
	e->found_by_walk = false;
	arena_reset(&e->stream);
}

static void take_trouble(void *user, const struct walk_trouble *trouble)
{
	struct evaluation *e = user;

	e->file = trouble->name;
	if (trouble->passed_over)
		evaluate_passed_over(e, trouble->name, trouble->why);
	else
		tell(e, trouble->why);
}

/* What is no folder and no file: standard input, or a pipe. */
static void fill_at_once(struct evaluation *e, const struct walk *walk, const char *path)
{
	struct buffer bytes = { 0 };
	struct guard_cleanup cleanup;
	char why[INPUT_WHY];

	guard_keep(&cleanup, buffer_cleanup, &bytes);
	e->file = text_from(path);
	if (input_read(path, MOST_AT_ONCE, &bytes, why))
		walk_bytes(walk, text_from(path), buffer_view(&bytes));
	else
		tell(e, why);
	guard_give_back(&cleanup);
}

void store_fill(struct evaluation *e, const char *path)
{
	const struct walk walk = { NULL, take_file, take_trouble, e };

	if (!e->store)
		e->store = store_new(e->arena);
	e->passed_over = e->damaged = 0;
	if (input_is_walked(path))
		walk_path(&walk, path);
	else
		fill_at_once(e, &walk, path);
	evaluate_tell_rest(e, text_from(path));
}

