/* SPDX-License-Identifier: Apache-2.0 */
/* policy.c - assay_policy_...: from texts, files and images. */
#include "api/handle.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/guard.h"
#include "code/image.h"
#include "code/verify.h"
#include "jobs/describe.h"
#include "jobs/evaluate.h"
#include "jobs/input.h"

enum { MAX_POLICY_FILE = 64 << 20 };

const struct assay_compile_options default_options = ASSAY_COMPILE_OPTIONS_INIT;

bool load_begin(struct load *load, struct arena *arena, const struct assay_compile_options *options)
{
	const char **folders;
	struct check_setting *settings;
	size_t folder_count = options->include_count;

	load_init(load, arena);
	folders = arena_array(arena, folder_count + 1, sizeof *folders);
	settings = arena_array(arena, options->setting_count + 1, sizeof *settings);
	for (size_t i = 0; i < folder_count; i++)
		folders[i] = options->include[i];
	folders[folder_count] = ASSAY_DATADIR "/policies";
	load->folders = folders;
	load->folder_count = folder_count + 1;
	if (options->profile)
		load->profile = text_from(options->profile);
	for (size_t i = 0; i < options->setting_count; i++)
		settings[i] = (struct check_setting){ text_from(options->settings[i].name),
			text_from(options->settings[i].value) };
	load->settings = settings;
	load->setting_count = (uint32_t)options->setting_count;
	return true;
}

static void take_digest(struct assay_policy *policy)
{
	const unsigned char *digest = (const unsigned char *)policy->image.at + IMAGE_DIGEST_AT;

	for (int i = 0; i < IMAGE_DIGEST; i++)
		snprintf(policy->digest + 2 * i, 3, "%02x", digest[i]);
}

static enum assay_status refuse_image(const char *name, const struct assay_compile_options *options,
                                      const struct image_trouble *why)
{
	struct arena words = { 0 };
	struct guard_cleanup cleanup;
	struct buffer text = { .arena = &words };

	guard_keep(&cleanup, arena_cleanup, &words);
	buffer_string(&text, "this compiled policy can't be used: ");
	trouble_write(&text, why);
	tell_input(options->on_message, options->user, ASSAY_ERROR, name, text.at);
	guard_give_back(&cleanup);
	return ASSAY_REFUSED;
}

enum assay_status policy_take_image(struct assay_policy *policy, const char *name,
                                    const struct assay_compile_options *options)
{
	struct arena scratch = { 0 };
	struct guard_cleanup cleanup;
	struct image_trouble why = { { "", "", 0, "" }, "" };
	bool good;

	guard_keep(&cleanup, arena_cleanup, &scratch);
	good = image_read(&policy->arena, buffer_view(&policy->image), &policy->program, &why)
	    && verify_program(&policy->program, &scratch, &why);

	if (good && !program_fits(&policy->program, &scratch)) {
		snprintf(why.reason, sizeof why.reason, "it was compiled for other certificate "
		         "facts than this version of the program has; compile it again");
		good = false;
	}
	guard_give_back(&cleanup);
	if (!good)
		return refuse_image(name, options, &why);
	take_digest(policy);
	return ASSAY_OK;
}

enum assay_status policy_take_load(struct assay_policy *policy, struct load *load,
                                   const struct assay_compile_options *options)
{
	struct program program;
	bool good = load_compile(load, &program);

	tell_diags(load, options);
	if (!good)
		return ASSAY_MISTAKES;
	if (!image_write(&policy->image, &program))
		return ASSAY_NO_MEMORY;
	return policy_take_image(policy, "", options);
}

static enum assay_status compile_text(struct assay_policy *policy, struct arena *scratch,
                                      const char *path, struct text name, struct text text,
                                      const struct assay_compile_options *options)
{
	struct load load;

	load_begin(&load, scratch, options);
	if (!load_text(&load, name, text, path))
		return ASSAY_MISTAKES;
	return policy_take_load(policy, &load, options);
}

static bool is_image(struct text bytes)
{
	return text_starts(bytes, TEXT("\x89""ASSAY\r\n"));
}

/* Another profile or other parameters than the image was compiled with: compile its texts again. */
static enum assay_status recompile(struct assay_policy *policy, struct arena *scratch,
                                   const struct assay_compile_options *options)
{
	struct assay_policy old = *policy;
	struct load load;
	struct text name, text;
	enum assay_status status;

	load_begin(&load, scratch, options);
	load.embedded = &old.program;
	policy->arena = (struct arena){ 0 };
	policy->image = (struct buffer){ 0 };
	name = program_text(&old.program, old.program.file[0].name);
	text = program_text(&old.program, old.program.file[0].text);
	status = load_text(&load, name, text, NULL)
		? policy_take_load(policy, &load, options) : ASSAY_MISTAKES;
	buffer_done(&old.image);
	arena_free(&old.arena);
	return status;
}

static enum assay_status load_image(struct assay_policy *policy, struct arena *scratch,
                                    const char *name, struct text bytes,
                                    const struct assay_compile_options *options)
{
	enum assay_status status;

	buffer_text(&policy->image, bytes);
	status = policy_take_image(policy, name, options);
	if (status != ASSAY_OK || (!options->profile && options->setting_count == 0))
		return status;
	return recompile(policy, scratch, options);
}

/* One of the three ways to make a policy. */
struct making {
	const char *name;
	const char *path;               /* of a file, or NULL */
	struct text bytes;
	bool must_be_image, must_be_text;
};

static enum assay_status make_from(struct assay_policy *policy, struct arena *scratch,
                                   struct buffer *bytes, struct making *making,
                                   const struct assay_compile_options *options)
{
	char why[INPUT_WHY];

	if (making->path) {
		struct load load;

		load_init(&load, scratch);
		making->name = making->path = load_path(&load, making->path);
		if (!input_read(making->path, MAX_POLICY_FILE, bytes, why)) {
			tell_input(options->on_message, options->user, ASSAY_ERROR,
			           making->path, why);
			return ASSAY_UNREADABLE;
		}
		making->bytes = buffer_view(bytes);
	}
	if (making->must_be_image || (!making->must_be_text && is_image(making->bytes)))
		return load_image(policy, scratch, making->name, making->bytes, options);
	return compile_text(policy, scratch, making->path, text_from(making->name),
	                    making->bytes, options);
}

static enum assay_status make(struct making making, const struct assay_compile_options *options,
                              struct assay_policy **out)
{
	struct assay_policy *volatile policy = calloc(1, sizeof *policy);
	struct arena scratch = { 0 };
	struct buffer bytes = { 0 };
	struct guard guard;
	volatile enum assay_status status = ASSAY_NO_MEMORY;

	*out = NULL;
	if (!policy)
		return ASSAY_NO_MEMORY;
	if (!GUARD_ENTER(&guard)) {
		status = make_from(policy, &scratch, &bytes, &making,
		                   options ? options : &default_options);
		guard_leave(&guard);
	}
	arena_free(&scratch);
	buffer_done(&bytes);
	if (status == ASSAY_OK)
		*out = policy;
	else
		assay_policy_free(policy);
	return status;
}

enum assay_status assay_policy_open(const char *path, const struct assay_compile_options *options,
                                    struct assay_policy **policy)
{
	return make((struct making){ .path = path }, options, policy);
}

enum assay_status assay_policy_compile(const char *name, const char *text, size_t length,
	const struct assay_compile_options *options, struct assay_policy **policy)
{
	if (length > MAX_POLICY_FILE)
		return ASSAY_USAGE;
	return make((struct making){ .name = name, .bytes = { text, (uint32_t)length },
	                             .must_be_text = true }, options, policy);
}

enum assay_status assay_policy_load(const char *name, const void *image, size_t length,
	const struct assay_compile_options *options, struct assay_policy **policy)
{
	if (length > MAX_POLICY_FILE)
		return ASSAY_USAGE;
	return make((struct making){ .name = name, .bytes = { image, (uint32_t)length },
	                             .must_be_image = true }, options, policy);
}

void assay_policy_free(struct assay_policy *policy)
{
	if (!policy)
		return;
	arena_free(&policy->arena);
	buffer_done(&policy->image);
	free(policy);
}

const char *assay_policy_name(const struct assay_policy *policy)
{
	return program_string(&policy->program, policy->program.about->name);
}

const char *assay_policy_version(const struct assay_policy *policy)
{
	return program_string(&policy->program, policy->program.about->version);
}

const char *assay_policy_title(const struct assay_policy *policy)
{
	return program_string(&policy->program, policy->program.about->title);
}

const char *assay_policy_digest(const struct assay_policy *policy)
{
	return policy->digest;
}

const void *assay_policy_image(const struct assay_policy *policy, size_t *length)
{
	*length = policy->image.length;
	return policy->image.at;
}

uint32_t assay_policy_rule_count(const struct assay_policy *policy)
{
	return policy->program.rule_count;
}

static uint64_t bound_of(const struct program *program, uint32_t rule, int *approximate)
{
	uint64_t bound = 0;

	for (uint32_t f = 0; f < program->frame_count; f++)
		for (uint32_t c = 0; c < program->frame[f].check_count; c++) {
			const struct row_check *check =
				&program->check[program->frame[f].first_check + c];

			if (check->rule != rule)
				continue;
			*approximate |= (int)check->approximate;
			if (program->frame[f].bound > bound)
				bound = program->frame[f].bound;
		}
	return bound;
}

enum assay_status assay_policy_rule(const struct assay_policy *policy, uint32_t index,
                                    struct assay_rule *rule)
{
	const struct program *p = &policy->program;
	const struct row_rule *row;

	if (index >= p->rule_count || rule->size != sizeof *rule)
		return ASSAY_USAGE;
	row = &p->rule[index];
	*rule = (struct assay_rule){ .size = sizeof *rule,
		.id = program_string(p, row->id), .title = program_string(p, row->title),
		.severity = program_string(p, row->severity), .level = rule_level_name(row),
		.fix = program_string(p, row->fix), .cite = program_string(p, row->cite),
		.file = program_string(p, p->file[row->file].name), .line = program_rule_line(p, row),
		.selected = (int)row->selected };
	rule->bound = bound_of(p, index, &rule->approximate);
	return ASSAY_OK;
}
