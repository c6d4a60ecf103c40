/* SPDX-License-Identifier: Apache-2.0 */
#include "subject.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "print.h"

static char folder[] = "check_reference.XXXXXX";
static char model_path[sizeof folder + sizeof "/shapes.assay"];

bool subject_open(void)
{
	if (!mkdtemp(folder))
		return false;
	snprintf(model_path, sizeof model_path, "%s/shapes.assay", folder);
	return true;
}

void subject_close(void)
{
	unlink(model_path);
	rmdir(folder);
}

static bool write_model(const struct policy *policy)
{
	struct writing text = { 0 };
	FILE *file = fopen(model_path, "w");
	bool done;

	if (!file)
		return false;
	print_model(&text, policy);
	done = fwrite(text.at, 1, text.length, file) == text.length;
	done &= fclose(file) == 0;
	writing_done(&text);
	return done;
}

static void keep_message(const struct assay_message *message, void *user)
{
	if (message->severity == ASSAY_ERROR)
		write_text(user, "%s\n", message->rendered && *message->rendered ?
		           message->rendered : message->text);
}

static size_t settings_of(const struct policy *policy, struct assay_setting *settings)
{
	size_t count = 0;

	for (int i = 0; i < policy->parameter_count; i++) {
		const struct parameter *parameter = &policy->parameters[i];
		struct writing value = { 0 };

		if (!parameter->set)
			continue;
		print_value(&value, parameter->kind, parameter->words, &parameter->setting);
		settings[count].name = parameter->name;
		settings[count++].value = store_print("%s", value.at);
		writing_done(&value);
	}
	return count;
}

struct assay_policy *subject_compile(const struct policy *policy, struct writing *messages)
{
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_setting settings[MAX_PARAMETERS];
	struct assay_policy *compiled = NULL;
	const char *include = folder;
	struct writing text = { 0 };

	if (!write_model(policy))
		return NULL;
	options.on_message = keep_message;
	options.user = messages;
	options.include = &include;
	options.include_count = 1;
	options.profile = policy->use_profile ? "careful" : NULL;
	options.settings = settings;
	options.setting_count = settings_of(policy, settings);
	print_policy(&text, policy);
	if (assay_policy_compile("chance.assay", text.at, text.length, &options,
	                         &compiled) != ASSAY_OK)
		compiled = NULL;
	writing_done(&text);
	return compiled;
}

struct gathering {
	const struct assay_policy *compiled;
	struct subject_run *run;
	struct writing *messages;
};

static const char *rule_id(const struct assay_policy *compiled, uint32_t index)
{
	struct assay_rule rule = { .size = sizeof rule };

	if (assay_policy_rule(compiled, index, &rule) != ASSAY_OK)
		return "?";
	return rule.id;
}

static void keep_finding(const struct assay_finding *finding, void *user)
{
	struct gathering *gathering = user;
	struct subject_run *run = gathering->run;
	struct subject_finding *kept = &run->findings[run->count];

	if (run->count == MAX_FINDINGS || finding->result == ASSAY_NOTSELECTED)
		return;
	run->count++;
	*kept = (struct subject_finding){ .rule = rule_id(gathering->compiled,
	                                                  finding->rule) };
	kept->subject = store_print("%s", finding->subject);
	kept->result = assay_result_name(finding->result);
	for (size_t i = 0; i < finding->unknown_count; i++)
		names_add(&kept->unknown, store_print("%s", finding->unknown[i].path));
	for (size_t i = 0; i < finding->fact_count; i++)
		names_add(&kept->facts, store_print("%s", finding->facts[i].path));
	for (size_t i = 0; i < finding->caution_count; i++)
		names_add(&kept->cautions, store_print("%s", finding->cautions[i]));
}

static void keep_run_message(const struct assay_message *message, void *user)
{
	keep_message(message, ((struct gathering *)user)->messages);
}

bool subject_evaluate(const struct assay_policy *compiled, const struct scene *scene,
                      struct subject_run *run, struct writing *messages)
{
	struct assay_run_options options = ASSAY_RUN_OPTIONS_INIT;
	struct gathering gathering = { compiled, run, messages };
	struct assay_run *running = NULL;
	struct writing facts = { 0 };
	bool done;

	run->count = 0;
	options.now = scene->now;
	options.complete = scene->complete;
	options.on_finding = keep_finding;
	options.on_message = keep_run_message;
	options.user = &gathering;
	write_facts(&facts, scene);
	done = assay_run_new(compiled, &options, &running) == ASSAY_OK &&
	       assay_run_add_bytes(running, "facts.json", facts.at, facts.length) ==
	       ASSAY_OK &&
	       assay_run_finish(running) == ASSAY_OK;
	assay_run_free(running);
	writing_done(&facts);
	return done;
}

bool subject_is_approximate(const struct assay_policy *compiled, const char *rule)
{
	for (uint32_t i = 0; i < assay_policy_rule_count(compiled); i++) {
		struct assay_rule about = { .size = sizeof about };

		if (assay_policy_rule(compiled, i, &about) == ASSAY_OK &&
		    strcmp(about.id, rule) == 0)
			return about.approximate != 0;
	}
	return false;
}

const struct subject_finding *subject_find(const struct subject_run *run, const char *rule,
                                           const char *subject)
{
	for (int i = 0; i < run->count; i++)
		if (strcmp(run->findings[i].rule, rule) == 0 &&
		    strcmp(run->findings[i].subject, subject) == 0)
			return &run->findings[i];
	return NULL;
}
