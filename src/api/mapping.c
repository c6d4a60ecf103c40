/* SPDX-License-Identifier: Apache-2.0 */
/* mapping.c - assay_mapping_...: exports as administrators have them. */
#include <assay-tools.h>

#include <stdlib.h>

#include "api/run.h"
#include "base/guard.h"
#include "facts/mapped.h"
#include "facts/write.h"
#include "jobs/input.h"

enum { MAX_INPUT = 1 << 30 };

struct assay_mapping {
	struct arena arena;
	struct mapping *mapping;
	const char *name, *title;
};

static enum assay_status load(struct assay_mapping *handle, const char *name,
                              const struct assay_compile_options *options)
{
	struct load load;
	const char *why;

	load_begin(&load, &handle->arena, options);
	handle->mapping = mapping_open(&load, name, &why);
	tell_diags(&load, options);
	if (why)
		tell_input(options->on_message, options->user, ASSAY_ERROR, name, why);
	if (!handle->mapping)
		return why ? ASSAY_UNREADABLE : ASSAY_MISTAKES;
	handle->name = arena_text(&handle->arena, handle->mapping->name).at;
	handle->title = arena_text(&handle->arena, handle->mapping->title).at;
	return ASSAY_OK;
}

enum assay_status assay_mapping_open(const char *name, const struct assay_compile_options *options,
                                     struct assay_mapping **out)
{
	struct assay_mapping *volatile handle = calloc(1, sizeof *handle);
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	*out = NULL;
	if (!handle)
		return ASSAY_NO_MEMORY;
	if (!GUARD_ENTER(&guard)) {
		status = load(handle, name, options ? options : &default_options);
		guard_leave(&guard);
	}
	if (status == ASSAY_OK)
		*out = handle;
	else
		assay_mapping_free(handle);
	return status;
}

void assay_mapping_free(struct assay_mapping *mapping)
{
	if (!mapping)
		return;
	arena_free(&mapping->arena);
	free(mapping);
}

const char *assay_mapping_name(const struct assay_mapping *mapping)
{
	return mapping->name;
}

const char *assay_mapping_title(const struct assay_mapping *mapping)
{
	return mapping->title;
}

int assay_mapping_takes(const struct assay_mapping *mapping, const char *setting)
{
	return mapping_takes(mapping->mapping, text_from(setting));
}

/* --- inputs of a run --- */

static enum assay_status refuse(struct assay_run *run, const char *name, const char *why,
                                enum assay_status status)
{
	run->evaluation->refused++;
	tell_input(run->options.on_message, run->options.user, ASSAY_ERROR, name, why);
	return status;
}

static enum assay_status add(struct assay_run *run, const struct mapping *mapping,
                             const char *name, struct text bytes)
{
	const char *why;

	if (run->finished)
		return ASSAY_USAGE;
	if (bytes.length == 0)
		return refuse(run, name, "it is empty", ASSAY_REFUSED);
	if (!evaluation_add_mapped(run->evaluation, mapping, &(struct input){
	    .name = text_from(name), .bytes = bytes }, &why))
		return refuse(run, name, why, ASSAY_REFUSED);
	return ASSAY_OK;
}

enum assay_status assay_run_add_mapped_file(struct assay_run *run,
	const struct assay_mapping *mapping, const char *path)
{
	struct buffer bytes = { 0 };
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	char why[INPUT_WHY];
	struct guard guard;

	if (!GUARD_ENTER(&guard)) {
		if (input_read(path, MAX_INPUT, &bytes, why))
			status = add(run, mapping->mapping, path, buffer_view(&bytes));
		else
			status = refuse(run, path, why, ASSAY_UNREADABLE);
		guard_leave(&guard);
	}
	buffer_done(&bytes);
	return status;
}

enum assay_status assay_run_add_mapped_bytes(struct assay_run *run,
	const struct assay_mapping *mapping, const char *name, const struct assay_bytes *bytes)
{
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	if (bytes->length > MAX_INPUT)
		return ASSAY_USAGE;
	if (!GUARD_ENTER(&guard)) {
		status = add(run, mapping->mapping, name,
		             (struct text){ bytes->at, (uint32_t)bytes->length });
		guard_leave(&guard);
	}
	return status;
}

/* --- inputs that are known by their titles --- */

static void find_mappings(struct assay_run *run)
{
	struct assay_compile_options compile = ASSAY_COMPILE_OPTIONS_INIT;
	struct load load;

	compile.include = run->options.include;
	compile.include_count = run->options.include_count;
	load_begin(&load, &run->arena, &compile);
	mappings_find(&load, &run->mappings);
	run->mappings_found = true;
}

/* Text, and no certificate in PEM: only then is it worth looking for titles. */
static bool may_have_titles(struct text bytes)
{
	struct text begin = { bytes.at, bytes.length < 4096 ? bytes.length : 4096 };
	uint32_t mark;

	if (charset_width(charset_of_mark(bytes, &mark)) == 2)
		return true;
	return !memchr(begin.at, '\0', begin.length)
	    && !text_contains(begin, TEXT("-----BEGIN "));
}

enum assay_status mapping_recognize(struct assay_run *run, const char *name, struct text bytes)
{
	const struct mapping *mapping;
	struct text names;
	const char *text;

	if (!may_have_titles(bytes))
		return ASSAY_USAGE;
	if (!run->mappings_found)
		find_mappings(run);
	mapping = mappings_fit(&run->mappings, bytes, &run->words, &names);
	if (!mapping && names.length) {
		text = arena_printf(&run->words, "several mappings are for such a file; name one "
		                    "with --mapping: %.*s", TEXT_ARGS(names)).at;
		return refuse(run, name, text, ASSAY_REFUSED);
	}
	if (!mapping)
		return ASSAY_USAGE;
	text = arena_printf(&run->words, "its titles are those of the mapping %.*s, which reads it",
	                    TEXT_ARGS(names)).at;
	tell_input(run->options.on_message, run->options.user, ASSAY_NOTE, name, text);
	return add(run, mapping, name, bytes);
}

/* --- facts as text --- */

struct printing {
	struct buffer *out;
	const struct assay_compile_options *options;
	const char *path;
	bool refused;
};

static bool print_context(void *user, struct record *record)
{
	write_record(((struct printing *)user)->out, record, WRITE_GIVEN);
	return true;
}

static void print_stream(void *user, struct record *record)
{
	write_record(((struct printing *)user)->out, record, WRITE_GIVEN);
}

static void print_trouble(void *user, const struct inventory_trouble *trouble)
{
	struct printing *printing = user;
	bool remark = trouble->fault == INVENTORY_REMARK || trouble->fault == INVENTORY_MISFIT;

	if (!remark)
		printing->refused = true;
	tell_message(printing->options->on_message, printing->options->user,
		(struct assay_message){ .severity = remark ? ASSAY_WARNING : ASSAY_ERROR,
		.file = printing->path, .line = (uint32_t)trouble->line,
		.column = (uint32_t)trouble->column, .text = trouble->text });
}

struct printing_arenas {
	struct arena contexts, stream, messages, scratch;
};

static enum assay_status print_facts(const struct mapping *mapping, struct printing *printing,
                                     struct printing_arenas *arenas, struct text bytes)
{
	struct inventory_sink sink = { .user = printing, .context = print_context,
		.stream = print_stream, .trouble = print_trouble };
	struct inventory_input input = { .name = text_from(printing->path), .bytes = bytes,
		.borrow = true, .pass = INVENTORY_BOTH, .contexts = &arenas->contexts,
		.stream = &arenas->stream, .messages = &arenas->messages, .sink = &sink };
	const char *why;
	struct mapped *mapped = mapped_new(&arenas->contexts, mapping, mapping->model, &why);

	write_format(printing->out);
	mapped_read(mapped, &input, &arenas->scratch);
	return printing->refused ? ASSAY_REFUSED : ASSAY_OK;
}

static enum assay_status read_and_print(const struct assay_mapping *mapping,
                                        struct printing *printing, struct buffer *bytes,
                                        struct printing_arenas *arenas)
{
	char why[INPUT_WHY];

	if (input_read(printing->path, MAX_INPUT, bytes, why))
		return print_facts(mapping->mapping, printing, arenas, buffer_view(bytes));
	tell_input(printing->options->on_message, printing->options->user, ASSAY_ERROR,
	           printing->path, why);
	return ASSAY_UNREADABLE;
}

enum assay_status assay_mapping_facts(const struct assay_mapping *mapping, const char *path,
	const struct assay_compile_options *options, struct assay_text **json)
{
	struct assay_text *volatile text = calloc(1, sizeof *text);
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct printing_arenas arenas = { 0 };
	struct buffer bytes = { 0 };
	struct guard guard;

	*json = NULL;
	if (!text)
		return ASSAY_NO_MEMORY;
	if (!GUARD_ENTER(&guard)) {
		struct printing printing = { &text->bytes, options ? options : &default_options,
		                             path, false };

		status = read_and_print(mapping, &printing, &bytes, &arenas);
		guard_leave(&guard);
	}
	arena_free(&arenas.contexts);
	arena_free(&arenas.stream);
	arena_free(&arenas.messages);
	arena_free(&arenas.scratch);
	buffer_done(&bytes);
	if (status == ASSAY_NO_MEMORY)
		assay_text_free(text);
	else
		*json = text;
	return status;
}
