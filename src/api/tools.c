/* SPDX-License-Identifier: Apache-2.0 */
/* tools.c - assay-tools.h. */
#include <assay-tools.h>

#include <stdlib.h>

#include "api/handle.h"
#include "base/guard.h"
#include "code/disasm.h"
#include "grammar/parse.h"
#include "jobs/input.h"
#include "model/certificate.h"
#include "tree/format.h"

enum { MAX_FILE = 64 << 20 };

const char *assay_text_bytes(const struct assay_text *text, size_t *length)
{
	if (length)
		*length = text->bytes.length;
	return text->bytes.at ? text->bytes.at : "";
}

void assay_text_free(struct assay_text *text)
{
	if (!text)
		return;
	buffer_done(&text->bytes);
	free(text);
}

/* Work that makes a text: run inside a guard, with an arena of its own. */
struct making_text {
	struct arena arena;
	struct assay_text *text;
	const void *input;
};
typedef enum assay_status make_text_fn(struct making_text *making);

static enum assay_status make_text(make_text_fn *work, const void *input, struct assay_text **out)
{
	struct making_text making = { .text = calloc(1, sizeof *making.text), .input = input };
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	*out = NULL;
	if (!making.text)
		return ASSAY_NO_MEMORY;
	if (!GUARD_ENTER(&guard)) {
		status = work(&making);
		guard_leave(&guard);
	}
	arena_free(&making.arena);
	if (status == ASSAY_OK)
		*out = making.text;
	else
		assay_text_free(making.text);
	return status;
}

struct format_input {
	const char *name, *text;
	size_t length;
	const struct assay_compile_options *options;
};

static enum assay_status format_text(struct making_text *making)
{
	const struct format_input *in = making->input;
	struct load load;
	struct source *source;
	struct file_tree *tree;

	load_begin(&load, &making->arena, in->options);
	source = sources_add(&load.sources, text_from(in->name),
	                     (struct text){ in->text, (uint32_t)in->length });
	if (!source)
		return ASSAY_USAGE;
	tree = parse_policy(&making->arena, &load.diags, source);
	tell_diags(&load, in->options);
	if (load.diags.errors)
		return ASSAY_MISTAKES;
	format_file(&making->text->bytes, &load.sources, tree);
	return ASSAY_OK;
}

enum assay_status assay_format(const char *name, const char *text, size_t length,
	const struct assay_compile_options *options, struct assay_text **formatted)
{
	struct format_input input = { name, text, length, options ? options : &default_options };

	*formatted = NULL;
	if (length > MAX_FILE)
		return ASSAY_USAGE;
	return make_text(format_text, &input, formatted);
}

static enum assay_status disassemble(struct making_text *making)
{
	const struct assay_policy *policy = making->input;

	disasm_program(&making->text->bytes, &policy->program, &making->arena);
	return ASSAY_OK;
}

enum assay_status assay_disassemble(const struct assay_policy *policy, struct assay_text **listing)
{
	return make_text(disassemble, policy, listing);
}

static enum assay_status list_facts(struct making_text *making)
{
	const struct entity *entity = certificate_entity_new(&making->arena);
	struct buffer *out = &making->text->bytes;

	for (uint32_t i = 0; i < entity->fact_count; i++) {
		const struct fact *fact = &entity->facts[i];

		buffer_printf(out, "%-22.*s %s", TEXT_ARGS(fact->name),
		              type_spelling(fact->type));
		if (fact->type == TYPE_SET && fact->element != TYPE_CHOICE)
			buffer_printf(out, " %s", type_spelling(fact->element));
		for (uint32_t c = 0; c < fact->choice_count; c++)
			buffer_printf(out, "%s%.*s", c ? ", " : " ",
			              TEXT_ARGS(fact->choices[c].name));
		buffer_printf(out, "%s%.*s%s\n    %.*s\n", fact->unit.length ? " " : "",
		              TEXT_ARGS(fact->unit),
		              fact->flags & FACT_OPTIONAL ? " optional" : "",
		              TEXT_ARGS(fact->doc));
	}
	return ASSAY_OK;
}

enum assay_status assay_fact_list(struct assay_text **listing)
{
	return make_text(list_facts, NULL, listing);
}
