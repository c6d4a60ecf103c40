/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"
#include "cli/messages.h"
#include "cli/option.h"

int mapping_take_option(const struct call *call, int id, const char *argument,
	struct mapping_options *options)
{
	if (id == OPTION_MAPPING_SET)
		return setting_take(call, "mapping-set", argument, &(struct setting_list){
			&options->settings, &options->setting_count });
	options->current = strcmp(argument, "auto") == 0 ? NULL : argument;
	return OPTION_TAKEN;
}

void mapping_note_operand(struct mapping_options *options)
{
	options->by_operand = memory_grow(options->by_operand, options->operand_count,
		sizeof *options->by_operand);
	options->by_operand[options->operand_count++] = options->current;
}

static struct mapping_open *find_open(const struct mapping_options *options, const char *name)
{
	for (size_t i = 0; i < options->open_count; i++)
		if (strcmp(options->open[i].name, name) == 0)
			return &options->open[i];
	return NULL;
}

static enum assay_status open_with(const char *name, struct assay_compile_options *compile,
	const struct assay_setting *settings, size_t count, struct assay_mapping **mapping)
{
	compile->settings = settings;
	compile->setting_count = count;
	return assay_mapping_open(name, compile, mapping);
}

/* Open it to see which settings are its own, and again with those. */
static int open_one(struct mapping_options *options, const char *name,
	struct assay_compile_options *compile)
{
	struct assay_setting *own = memory_new(options->setting_count + 1, sizeof *own);
	struct assay_mapping *mapping = NULL;
	enum assay_status status = open_with(name, compile, NULL, 0, &mapping);
	size_t count = 0;

	for (size_t i = 0; mapping && i < options->setting_count; i++)
		if (assay_mapping_takes(mapping, options->settings[i].name))
			own[count++] = options->settings[i];
	if (count > 0) {
		assay_mapping_free(mapping);
		status = open_with(name, compile, own, count, &mapping);
	}
	free(own);
	if (!mapping)
		return status_to_exit(status, EXIT_TROUBLE);
	options->open = memory_grow(options->open, options->open_count, sizeof *options->open);
	options->open[options->open_count++] = (struct mapping_open){ name, mapping };
	return OPTION_TAKEN;
}

/* A setting that no mapping takes is a slip. */
static int check_settings(const struct call *call, const struct mapping_options *options)
{
	for (size_t i = 0; i < options->setting_count; i++) {
		bool taken = false;

		for (size_t k = 0; k < options->open_count; k++)
			if (assay_mapping_takes(options->open[k].mapping,
			                        options->settings[i].name))
				taken = true;
		if (taken)
			continue;
		if (options->open_count == 0)
			return call_wrong(call, "--mapping-set needs --mapping before the files");
		return call_wrong(call, "no mapping named has a parameter `%s`",
			options->settings[i].name);
	}
	return OPTION_TAKEN;
}

int mapping_open_all(const struct call *call, struct mapping_options *options,
	const struct policy_options *policy)
{
	struct messages messages = messages_on(stderr);
	struct assay_compile_options compile = policy_compile_options(policy, &messages);
	int status = OPTION_TAKEN;

	compile.profile = NULL;
	for (size_t i = 0; i < options->operand_count && status == OPTION_TAKEN; i++) {
		const char *name = options->by_operand[i];

		if (name && !find_open(options, name))
			status = open_one(options, name, &compile);
	}
	messages_done(&messages);
	return status == OPTION_TAKEN ? check_settings(call, options) : status;
}

const struct assay_mapping *mapping_of(const struct mapping_options *options, size_t operand)
{
	const char *name = operand < options->operand_count ? options->by_operand[operand] : NULL;
	const struct mapping_open *open = name ? find_open(options, name) : NULL;

	return open ? open->mapping : NULL;
}

void mapping_options_done(struct mapping_options *options)
{
	for (size_t i = 0; i < options->open_count; i++)
		assay_mapping_free(options->open[i].mapping);
	for (size_t i = 0; i < options->setting_count; i++)
		free((char *)options->settings[i].name);
	free(options->settings);
	free(options->open);
	free(options->by_operand);
}
