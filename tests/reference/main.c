/* SPDX-License-Identifier: Apache-2.0 */
/* check_reference - compare the compiler and VM with the reference evaluator.
 *
 * usage: check_reference [--seed N] [--policies N] [--facts N] [--one SEED]
 *
 * Policy number i of a run has the seed N + i; --one makes just that policy and prints
 * it with everything that was given, expected and got. Output is TAP.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare.h"
#include "generate.h"
#include "print.h"
#include "shrink.h"

enum { BATCH = 100, MAX_REPORTS = 5, SAMPLE = 4 };

struct options {
	uint64_t seed;
	int policies, facts;
	bool one;
};

struct totals {
	uint64_t pairs, findings, skipped, places, results[RESULT_NOTCHECKED + 1];
	int reports;
};

static void print_comment(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");

		printf("# %.*s\n", (int)length, text);
		text += length + (text[length] == '\n');
	}
}

static void print_texts(const struct policy *policy, const struct scene *scene)
{
	struct writing text = { 0 };

	print_model(&text, policy);
	write_text(&text, "\n--- policy%s ---\n", policy->use_profile ? " (careful)" : "");
	print_policy(&text, policy);
	for (int i = 0; i < policy->parameter_count; i++)
		if (policy->parameters[i].set)
			write_text(&text, "--- setting %s, number %lld ---\n",
			           policy->parameters[i].name,
			           (long long)policy->parameters[i].setting.number);
	if (scene) {
		write_text(&text, "\n--- facts at %s, fleet %s ---\n", date_text(scene->now),
		           scene->complete ? "complete" : "not complete");
		write_facts(&text, scene);
	}
	print_comment(text.at);
	writing_done(&text);
}

static void report_failure(const struct policy *policy, const struct scene *scene,
                           uint64_t seed, const char *report)
{
	size_t mark = store_mark();
	struct policy *small_policy = shrink_copy(policy);
	struct scene *small_scene = store_take(sizeof *small_scene);
	struct writing again = { 0 };

	printf("# --- seed %llu ---\n", (unsigned long long)seed);
	print_comment(report);
	*small_scene = *scene;
	if (shrink(small_policy, small_scene, &again)) {
		printf("# --- made smaller ---\n");
		print_texts(small_policy, small_scene);
		print_comment(again.at);
	} else {
		print_texts(policy, scene);
	}
	writing_done(&again);
	store_release(mark);
}

static void count_trial(struct totals *totals, const struct trial *trial)
{
	totals->findings += trial->findings;
	totals->skipped += trial->skipped;
	totals->places += trial->places;
	for (int i = 0; i <= RESULT_NOTCHECKED; i++)
		totals->results[i] += trial->results[i];
}

static bool check_facts(struct trial *trial, const struct options *options, uint64_t seed,
                        struct totals *totals)
{
	struct random random = { seed ^ 0x5851f42d4c957f2du };

	for (int i = 0; i < options->facts; i++) {
		size_t mark = store_mark();
		struct scene *scene = generate_facts(&random, trial->policy);
		struct writing report = { 0 };
		bool same = compare_facts(trial, scene, &report);

		totals->pairs++;
		if (!same && totals->reports++ < MAX_REPORTS)
			report_failure(trial->policy, scene, seed, report.at);
		writing_done(&report);
		store_release(mark);
		if (!same)
			return false;
	}
	return true;
}

/* One policy with all its facts. */
static bool check_policy(const struct options *options, uint64_t seed,
                         struct totals *totals)
{
	struct random random = { seed };
	struct writing messages = { 0 };
	struct trial trial = { .sample = SAMPLE };
	struct assay_policy *compiled;
	bool same = false;

	store_release(0);
	trial.policy = generate_policy(&random);
	trial.plans = plans_for(trial.policy);
	if (options->one)
		print_texts(trial.policy, NULL);
	compiled = subject_compile(trial.policy, &messages);
	trial.compiled = compiled;
	if (compiled) {
		same = check_facts(&trial, options, seed, totals);
	} else if (totals->reports++ < MAX_REPORTS) {
		printf("# --- seed %llu: the policy was refused ---\n",
		       (unsigned long long)seed);
		print_texts(trial.policy, NULL);
		print_comment(messages.at ? messages.at : "(without a message)");
	}
	count_trial(totals, &trial);
	assay_policy_free(compiled);
	writing_done(&messages);
	return same;
}

static bool read_options(int argc, char **argv, struct options *options)
{
	for (int i = 1; i + 1 < argc; i += 2) {
		unsigned long long number = strtoull(argv[i + 1], NULL, 10);

		if (strcmp(argv[i], "--seed") == 0) {
			options->seed = number;
		} else if (strcmp(argv[i], "--policies") == 0) {
			options->policies = (int)number;
		} else if (strcmp(argv[i], "--facts") == 0) {
			options->facts = (int)number;
		} else if (strcmp(argv[i], "--one") == 0) {
			options->seed = number;
			options->policies = 1;
			options->one = true;
		} else {
			return false;
		}
	}
	return argc % 2 == 1;
}

static void print_totals(const struct totals *totals)
{
	printf("# %llu pairs of policy and facts, %llu findings (%llu about certificates at a place), "
	       "%llu left out as too large\n",
	       (unsigned long long)totals->pairs, (unsigned long long)totals->findings,
	       (unsigned long long)totals->places, (unsigned long long)totals->skipped);
	for (int i = 0; i <= RESULT_NOTCHECKED; i++)
		printf("# %s: %llu\n", result_text((enum result)i),
		       (unsigned long long)totals->results[i]);
}

int main(int argc, char **argv)
{
	struct options options = { .seed = 1, .policies = 2500, .facts = 40 };
	struct totals totals = { 0 };
	int batches, failed = 0;

	if (!read_options(argc, argv, &options)) {
		fprintf(stderr, "usage: check_reference [--seed N] [--policies N] "
		        "[--facts N] [--one SEED]\n");
		return 64;
	}
	if (!subject_open()) {
		printf("Bail out! no folder can be made here\n");
		return 99;
	}
	batches = (options.policies + BATCH - 1) / BATCH;
	printf("1..%d\n", batches);
	for (int batch = 0; batch < batches; batch++) {
		int wrong = 0;

		for (int i = batch * BATCH; i < options.policies && i < (batch + 1) * BATCH; i++)
			wrong += !check_policy(&options, options.seed + (uint64_t)i, &totals);
		printf("%s %d - policies of seeds %llu on agree with the reference\n",
		       wrong ? "not ok" : "ok", batch + 1,
		       (unsigned long long)options.seed + (unsigned long long)(batch * BATCH));
		fflush(stdout);
		failed += wrong;
	}
	print_totals(&totals);
	subject_close();
	store_done();
	return failed != 0;
}
