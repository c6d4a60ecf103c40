/* SPDX-License-Identifier: Apache-2.0 */
/* facts.c - assay_facts: certificates as JSON. */
#include <assay-tools.h>

#include "api/handle.h"
#include "base/guard.h"
#include "facts/write.h"
#include "files/walk.h"
#include "jobs/evaluate.h"
#include "jobs/input.h"
#include "model/certificate.h"

enum { MAX_FILE = 64 << 20 };

/* A run over the paths. Freed by assay_facts, whatever happens. */
struct facts_run {
	const struct assay_facts_options *options;
	struct arena arena, records, words;     /* of the run, of one record, of one message */
	struct buffer file, lines;
	const struct entity *entity;
	const char *path;               /* being read */
	bool refused;
	bool found_by_walk;             /* nobody named the path */
	uint64_t damaged;               /* certificates of the path that can't be read */
};

static void hand_lines(struct facts_run *run)
{
	run->options->on_lines(run->lines.at, run->lines.length, run->options->user);
	buffer_reset(&run->lines);
}

static void write_certificate(void *user, struct record *record)
{
	struct facts_run *run = user;

	write_record(&run->lines, record, WRITE_GIVEN);
	arena_reset(&run->records);
	hand_lines(run);
}

static void tell(struct facts_run *run, enum assay_severity severity, const char *text)
{
	if (severity == ASSAY_ERROR)
		run->refused = true;
	tell_input(run->options->on_message, run->options->user, severity, run->path, text);
	arena_reset(&run->words);
}

static void refuse_certificate(void *user, const struct certificate_refusal *refusal)
{
	struct facts_run *run = user;

	if (refusal->nothing && run->found_by_walk)
		tell(run, ASSAY_WARNING, refusal->why);
	else if (run->damaged++ < DAMAGED_TOLD)
		tell(run, ASSAY_ERROR, certificate_trouble(&run->words, refusal).at);
}

static void remark_certificate(void *user, const char *what)
{
	tell(user, ASSAY_WARNING, what);
}

static const char *next_password(void *user, unsigned int attempt)
{
	const struct facts_run *run = user;

	if (!run->options->password)
		return NULL;
	return run->options->password(run->path, attempt, run->options->user);
}

static void tell_rest(struct facts_run *run)
{
	if (run->damaged > DAMAGED_TOLD)
		tell(run, ASSAY_ERROR, arena_printf(&run->words,
			"%llu more: certificates that can't be read",
			(unsigned long long)run->damaged - DAMAGED_TOLD).at);
	run->damaged = 0;
}

static void take_file(void *user, const struct walk_file *file)
{
	struct facts_run *run = user;
	struct certificate_visit visit = { .arena = &run->records, .entity = run->entity,
		.name = file->name, .take = write_certificate,
		.refuse = refuse_certificate, .remark = remark_certificate,
		.password = next_password, .user = run };

	run->path = file->name.at;
	run->found_by_walk = !file->named;
	certificates_read(&visit, file->bytes);
	tell_rest(run);
}

static void take_trouble(void *user, const struct walk_trouble *trouble)
{
	struct facts_run *run = user;

	run->path = trouble->name.at;
	tell(run, trouble->passed_over ? ASSAY_WARNING : ASSAY_ERROR, trouble->why);
}

static void facts_of_path(struct facts_run *run, const char *path)
{
	const struct walk walk = { NULL, take_file, take_trouble, run };
	char why[INPUT_WHY];

	run->path = path;
	buffer_reset(&run->file);
	if (input_is_walked(path))
		walk_path(&walk, path);
	else if (input_read(path, MAX_FILE, &run->file, why))
		walk_bytes(&walk, text_from(path), buffer_view(&run->file));
	else
		tell(run, ASSAY_ERROR, why);
}

static void facts_of_all(struct facts_run *run, const char *const *paths, size_t count)
{
	run->entity = certificate_entity_new(&run->arena);
	write_format(&run->lines);
	hand_lines(run);
	for (size_t i = 0; i < count; i++)
		facts_of_path(run, paths[i]);
}

enum assay_status assay_facts(const char *const *paths, size_t count,
	const struct assay_facts_options *options)
{
	struct facts_run run = { .options = options };
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	if (!options || options->size != sizeof *options || !options->on_lines)
		return ASSAY_USAGE;
	if (!GUARD_ENTER(&guard)) {
		facts_of_all(&run, paths, count);
		status = run.refused ? ASSAY_REFUSED : ASSAY_OK;
		guard_leave(&guard);
	}
	buffer_done(&run.file);
	buffer_done(&run.lines);
	arena_free(&run.records);
	arena_free(&run.words);
	arena_free(&run.arena);
	return status;
}
