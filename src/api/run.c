/* SPDX-License-Identifier: Apache-2.0 */
/* run.c - assay_run_...: a policy over inputs. */
#include <assay.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/run.h"
#include "base/guard.h"
#include "jobs/input.h"

enum { MAX_INPUT_MIB = 2048, MAX_THREADS = 256 };

static const char *const empty[1] = { NULL };

static struct assay_fact *public_facts(struct assay_run *run, const struct described_fact *facts,
                                       uint32_t number)
{
	struct assay_fact *out = arena_array(&run->words, number + 1, sizeof *out);

	for (uint32_t i = 0; i < number; i++)
		out[i] = (struct assay_fact){ facts[i].path, facts[i].state, facts[i].value,
		                              facts[i].why };
	return out;
}

static struct assay_finding public_finding(struct assay_run *run, const struct described *d)
{
	struct assay_finding finding = { .size = sizeof finding,
		.result = (enum assay_result)d->result, .rule = d->rule_index,
		.subject = d->subject, .name = d->name, .offset = d->offset, .clause = d->clause,
		.clause_kind = d->clause_kind, .clause_name = d->clause_name,
		.message = d->message, .fix = d->fix, .line = d->line,
		.fact_count = d->fact_count, .unknown_count = d->unknown_count,
		.cautions = d->caution_count ? d->cautions : empty,
		.caution_count = d->caution_count, .approximate = d->approximate,
		.json = d->json ? d->json : "" };

	finding.file = arena_text(&run->words, d->file).at;
	finding.facts = public_facts(run, d->facts, d->fact_count);
	finding.unknown = public_facts(run, d->unknown, d->unknown_count);
	return finding;
}

static void on_explained(struct vm *vm, const struct vm_finding *found,
                         const struct described *described, void *user)
{
	struct assay_run *run = user;
	struct assay_finding finding = public_finding(run, described);

	run_explain(run, vm, found, described, &finding);
	run_ask(run, vm, found, described, &finding);
	run_needs(run, vm, found);
	arena_reset(&run->words);
}

void run_explain_begin(struct assay_run *run)
{
	run->evaluation->options.on_explained = on_explained;
	run->evaluation->options.results = UINT32_MAX;
}

static void on_described(const struct described *d, void *user)
{
	struct assay_run *run = user;
	struct assay_finding finding = public_finding(run, d);

	run->options.on_finding(&finding, run->options.user);
	arena_reset(&run->words);
}

static void on_trouble(const struct trouble *trouble, void *user)
{
	struct assay_run *run = user;

	if (!run->options.on_message)
		return;
	tell_message(run->options.on_message, run->options.user, (struct assay_message){
		.severity = trouble->remark ? ASSAY_WARNING : ASSAY_ERROR,
		.file = arena_text(&run->words, trouble->file).at, .text = trouble->text,
		.line = (uint32_t)trouble->line, .column = (uint32_t)trouble->column });
	arena_reset(&run->words);
}

static const char *next_password(const char *file, unsigned int attempt, void *user)
{
	const struct assay_run *run = user;

	return run->options.password(file, attempt, run->options.user);
}

static enum assay_status start(struct assay_run *run)
{
	const char *why = "";
	uint32_t threads = run->options.threads > MAX_THREADS ? MAX_THREADS : run->options.threads;
	struct evaluation_options options = { .now = run->options.now,
		.complete = run->options.complete != 0, .place = TEXT(""),
		.threads = threads, .lines = run->options.json != 0, .on_trouble = on_trouble, .user = run,
		.password = run->options.password ? next_password : NULL };

	if (run->options.on_finding) {
		options.on_described = on_described;
		options.results = run->options.results ? run->options.results : UINT32_MAX;
	}
	if (run->options.place)
		options.place = arena_text(&run->arena, text_from(run->options.place));
	run->evaluation = evaluation_new(&run->arena, &run->policy->program, &options, &why);
	if (run->evaluation) {
		explainer_init(&run->explainer, &run->arena,
		               &run->evaluation->recorder->describe, run->evaluation);
		return ASSAY_OK;
	}
	tell_input(run->options.on_message, run->options.user, ASSAY_ERROR,
	           run->options.place, why);
	return ASSAY_USAGE;
}

enum assay_status assay_run_new(const struct assay_policy *policy,
	const struct assay_run_options *options, struct assay_run **out)
{
	struct assay_run *volatile run = calloc(1, sizeof *run);
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	*out = NULL;
	if (!run)
		return ASSAY_NO_MEMORY;
	run->policy = policy;
	run->options = *options;
	run->summary.size = sizeof run->summary;
	if (!GUARD_ENTER(&guard)) {
		status = start(run);
		guard_leave(&guard);
	}
	if (status == ASSAY_OK)
		*out = run;
	else
		assay_run_free(run);
	return status;
}

void assay_run_free(struct assay_run *run)
{
	if (!run)
		return;
	if (run->evaluation)
		evaluation_done(run->evaluation);
	arena_free(&run->arena);
	arena_free(&run->words);
	free(run);
}

static enum assay_status cannot_read(struct assay_run *run, const char *path, const char *why)
{
	run->evaluation->refused++;
	tell_input(run->options.on_message, run->options.user, ASSAY_ERROR, path, why);
	return ASSAY_UNREADABLE;
}

static enum assay_status add_bytes(struct assay_run *run, const char *name, struct text bytes)
{
	enum assay_status status;

	if (run->finished)
		return ASSAY_USAGE;
	if (bytes.length == 0) {
		run->evaluation->refused++;
		tell_input(run->options.on_message, run->options.user, ASSAY_ERROR, name,
		           "it is empty");
		return ASSAY_REFUSED;
	}
	if (!bytes_are_json(bytes)) {
		status = mapping_recognize(run, name, bytes);
		if (status != ASSAY_USAGE)
			return status;
	}
	evaluation_add(run->evaluation, text_from(name), bytes);
	return ASSAY_OK;
}

/* An input that is larger than the window: lines are read when they are judged, all else now. */
static enum assay_status add_large(struct assay_run *run, const char *path, struct buffer *bytes,
                                   int file)
{
	char why[INPUT_WHY];

	if (run->finished) {
		close(file);
		return ASSAY_USAGE;
	}
	if (run->evaluation->options.on_explained || !bytes_are_lines(buffer_view(bytes))) {
		if (!input_rest(file, (size_t)MAX_INPUT_MIB << 20, bytes, why))
			return cannot_read(run, path, why);
		return add_bytes(run, path, buffer_view(bytes));
	}
	if (input_is_regular(file)) {
		close(file);
		evaluation_add_path(run->evaluation, text_from(path));
	} else {
		evaluation_add_rest(run->evaluation, text_from(path), buffer_view(bytes), file);
	}
	return ASSAY_OK;
}

enum assay_status assay_run_add_file(struct assay_run *run, const char *path)
{
	struct buffer bytes = { 0 };
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	char why[INPUT_WHY];
	struct guard guard;
	int file;

	if (!GUARD_ENTER(&guard)) {
		if (!run->finished && input_is_walked(path)) {
			evaluation_add_walk(run->evaluation, text_from(path));
			status = ASSAY_OK;
		} else if (!input_begin(path, INVENTORY_WINDOW, &bytes, &file, why))
			status = cannot_read(run, path, why);
		else if (file >= 0)
			status = add_large(run, path, &bytes, file);
		else
			status = add_bytes(run, path, buffer_view(&bytes));
		guard_leave(&guard);
	}
	buffer_done(&bytes);
	return status;
}

enum assay_status assay_run_add_certificates(struct assay_run *run, const char *path)
{
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	uint64_t refused = run->evaluation->refused;
	struct guard guard;

	if (run->finished)
		return ASSAY_USAGE;
	if (!GUARD_ENTER(&guard)) {
		evaluation_add_certificates(run->evaluation, path);
		status = run->evaluation->refused > refused ? ASSAY_REFUSED : ASSAY_OK;
		guard_leave(&guard);
	}
	return status;
}

enum assay_status assay_run_add_bytes(struct assay_run *run, const char *name,
	const void *bytes, size_t length)
{
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	if (length > (size_t)MAX_INPUT_MIB << 20)
		return ASSAY_USAGE;
	if (!GUARD_ENTER(&guard)) {
		status = add_bytes(run, name, (struct text){ bytes, (uint32_t)length });
		guard_leave(&guard);
	}
	return status;
}

static int exit_status(const struct assay_run *run)
{
	const uint64_t *required = run->summary.counts[0];
	uint64_t decided = 0;

	for (int level = 0; level < 3; level++)
		for (int result = 0; result < ASSAY_NOTSELECTED; result++)
			decided += run->summary.counts[level][result];
	if (required[ASSAY_RESULT_ERROR] || run->summary.refused)
		return 3;
	if (required[ASSAY_FAIL])
		return 1;
	return required[ASSAY_UNKNOWN] || decided == 0 ? 2 : 0;
}

enum assay_status assay_run_finish(struct assay_run *run)
{
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	if (run->finished)
		return ASSAY_USAGE;
	run->finished = true;
	if (!GUARD_ENTER(&guard)) {
		evaluation_finish(run->evaluation);
		guard_leave(&guard);
		status = ASSAY_OK;
	}
	memcpy(run->summary.counts, run->evaluation->counts, sizeof run->summary.counts);
	run->summary.refused = run->evaluation->refused;
	run->summary.warnings = run->evaluation->remarks;
	run->summary.remarks = run->evaluation->cautioned;
	run->summary.subjects = evaluation_subjects(run->evaluation);
	run->summary.exit_status = exit_status(run);
	return status;
}

enum assay_status assay_run_summary(const struct assay_run *run, struct assay_summary *summary)
{
	if (summary->size != sizeof *summary || !run->finished)
		return ASSAY_USAGE;
	*summary = run->summary;
	return ASSAY_OK;
}
