/* SPDX-License-Identifier: Apache-2.0 */
/* chains.c - assay_chains: files to a pool, then a chain for each leaf. */
#include "api/chains_tell.h"

#include "api/handle.h"
#include "base/guard.h"
#include "chains/signers.h"
#include "files/walk.h"
#include "jobs/evaluate.h"
#include "jobs/input.h"

enum { MAX_FILE = 64 << 20 };

/* A run over the paths. Freed by assay_chains, whatever happens. */
struct chain_run {
	const struct assay_chain_options *options;
	struct arena arena, records, words;     /* of the pool, of one file, of one message or chain */
	struct buffer bytes;
	struct pool pool;
	struct chain_file *files, *file;        /* whose chains are wanted; that being read, or NULL */
	uint32_t file_count, file_capacity;
	const char *path;               /* being read */
	bool wanted;                    /* chains of what is read now */
	bool trusted;
	bool found_by_walk;             /* nobody named the path */
	bool refused;
	uint64_t damaged, left_out;     /* of the path */
	struct certificate_visit visit;
};

static void tell(struct chain_run *run, enum assay_severity severity, const char *text)
{
	if (severity == ASSAY_ERROR)
		run->refused = true;
	tell_input(run->options->on_message, run->options->user, severity, run->path, text);
	arena_reset(&run->words);
}

static void refuse_certificate(void *user, const struct certificate_refusal *refusal)
{
	struct chain_run *run = user;

	if (refusal->nothing && run->found_by_walk)
		tell(run, ASSAY_WARNING, refusal->why);
	else if (run->damaged++ < DAMAGED_TOLD)
		tell(run, ASSAY_ERROR, certificate_trouble(&run->words, refusal).at);
}

static const char *next_password(void *user, unsigned int attempt)
{
	const struct chain_run *run = user;

	if (!run->options->password)
		return NULL;
	return run->options->password(run->path, attempt, run->options->user);
}

static bool is_in_file(const struct chain_file *file, uint32_t index)
{
	for (uint32_t i = 0; i < file->count; i++)
		if (file->members[i] == index)
			return true;
	return false;
}

static void take_certificate(void *user, struct record *record)
{
	struct chain_run *run = user;
	struct chain_file *file = run->file;
	const struct pool_source source = { record->key, record->file, record->offset,
	                                    run->trusted };
	uint32_t index;

	if (run->visit.der.length == 0) {
		tell(run, ASSAY_WARNING, "a request, or what its container keeps, has no chain");
		return;
	}
	index = pool_add(&run->pool, run->visit.der, &source);
	if (index == POOL_NONE)
		run->left_out++;
	else if (file && !is_in_file(file, index)) {
		file->members = arena_grow(&run->arena, file->members, &file->capacity,
		                           file->count + 1, sizeof *file->members);
		file->members[file->count++] = index;
	}
}

static void tell_left_out(struct chain_run *run)
{
	if (run->damaged > DAMAGED_TOLD)
		tell(run, ASSAY_ERROR, arena_printf(&run->words,
			"%llu more: certificates that can't be read",
			(unsigned long long)run->damaged - DAMAGED_TOLD).at);
	if (run->left_out)
		tell(run, ASSAY_ERROR, arena_printf(&run->words, "%llu certificates are not used:"
			" there were %d before", (unsigned long long)run->left_out,
			POOL_MOST).at);
}

static void add_file(struct chain_run *run, struct text name)
{
	run->files = arena_grow(&run->arena, run->files, &run->file_capacity, run->file_count + 1,
	                        sizeof *run->files);
	run->file = &run->files[run->file_count++];
	run->file->path = arena_text(&run->arena, name).at;
}

static void take_file(void *user, const struct walk_file *file)
{
	static const uint64_t nothing[CERTIFICATE_MASK];
	struct chain_run *run = user;

	run->path = file->name.at;
	run->found_by_walk = !file->named;
	run->damaged = run->left_out = 0;
	run->visit = (struct certificate_visit){ .arena = &run->records,
		.entity = run->pool.entity, .wanted = nothing, .name = file->name,
		.take = take_certificate, .refuse = refuse_certificate,
		.password = next_password, .user = run };
	if (run->wanted)
		add_file(run, file->name);
	certificates_read(&run->visit, file->bytes);
	tell_left_out(run);
	arena_reset(&run->records);
}

static void take_trouble(void *user, const struct walk_trouble *trouble)
{
	struct chain_run *run = user;

	run->path = trouble->name.at;
	tell(run, trouble->passed_over ? ASSAY_WARNING : ASSAY_ERROR, trouble->why);
}

static void read_paths(struct chain_run *run, const char *const *paths, size_t count)
{
	const struct walk walk = { NULL, take_file, take_trouble, run };
	char why[INPUT_WHY];

	for (size_t i = 0; i < count; i++) {
		run->path = paths[i];
		buffer_reset(&run->bytes);
		if (input_is_walked(paths[i]))
			walk_path(&walk, paths[i]);
		else if (input_read(paths[i], MAX_FILE, &run->bytes, why))
			walk_bytes(&walk, text_from(paths[i]), buffer_view(&run->bytes));
		else
			tell(run, ASSAY_ERROR, why);
	}
}

static void read_all(struct chain_run *run, const char *const *paths, size_t count)
{
	const struct assay_chain_options *options = run->options;

	run->wanted = true;
	read_paths(run, paths, count);
	run->wanted = false;
	run->file = NULL;
	read_paths(run, options->certificates, options->certificate_count);
	run->trusted = true;
	run->pool.has_trusted = options->trust_count > 0;
	read_paths(run, options->trust, options->trust_count);
}

static void find_all(struct chain_run *run, const char *const *paths, size_t count)
{
	pool_begin(&run->pool, &run->arena, run->options->now);
	read_all(run, paths, count);
	pool_seal(&run->pool);
	for (uint32_t i = 0; i < run->file_count; i++)
		chains_tell(&run->pool, &run->files[i], run->options, &run->words);
}

enum assay_status assay_chains(const char *const *paths, size_t count,
	const struct assay_chain_options *options)
{
	struct chain_run run = { .options = options };
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	if (!options || options->size != sizeof *options || !options->on_chain)
		return ASSAY_USAGE;
	if (!GUARD_ENTER(&guard)) {
		find_all(&run, paths, count);
		status = run.refused ? ASSAY_REFUSED : ASSAY_OK;
		guard_leave(&guard);
	}
	pool_done(&run.pool);
	buffer_done(&run.bytes);
	arena_free(&run.records);
	arena_free(&run.words);
	arena_free(&run.arena);
	return status;
}
