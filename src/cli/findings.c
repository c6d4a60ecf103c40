/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/findings.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"

const char *const findings_levels[3] = { "required", "recommended", "supported" };

int findings_level(const struct assay_rule *rule)
{
	for (int i = 0; i < 2; i++)
		if (strcmp(rule->level, findings_levels[i]) == 0)
			return i;
	return 2;
}

void findings_init(struct findings *findings, const struct assay_policy *policy)
{
	uint32_t count = assay_policy_rule_count(policy);

	*findings = (struct findings){ .policy = policy, .rule_count = count };
	findings->rules = memory_new(count, sizeof *findings->rules);
	for (uint32_t i = 0; i < count; i++) {
		findings->rules[i].size = sizeof *findings->rules;
		assay_policy_rule(policy, i, &findings->rules[i]);
	}
	findings->groups = memory_new((size_t)count * ASSAY_RESULT_COUNT,
		sizeof *findings->groups);
}

static struct finding_group **place_of(const struct findings *findings, uint32_t rule,
	enum assay_result result)
{
	return &findings->groups[(size_t)rule * ASSAY_RESULT_COUNT + (size_t)result];
}

struct finding_group *findings_group(const struct findings *findings, uint32_t rule,
	enum assay_result result)
{
	return *place_of(findings, rule, result);
}

/* --- keeping ----------------------------------------------------------- */

static void print_facts(FILE *out, const struct assay_fact *facts, size_t count)
{
	fprintf(out, "%zu\n", count);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s\n%s\n%s\n%s\n", facts[i].path, facts[i].state, facts[i].value,
			facts[i].why);
}

/* Everything but subject and fix, as a text of the heap. */
static char *key_of(const struct assay_finding *finding)
{
	char *key = NULL;
	size_t size;
	FILE *out = open_memstream(&key, &size);

	if (!out)
		return memory_copy(finding->subject);
	fprintf(out, "%" PRIu32 "\n%d\n%s\n%s\n%s\n%s\n", finding->line, finding->approximate,
		finding->clause, finding->clause_kind, finding->clause_name, finding->message);
	print_facts(out, finding->facts, finding->fact_count);
	print_facts(out, finding->unknown, finding->unknown_count);
	for (size_t i = 0; i < finding->caution_count; i++)
		fprintf(out, "%s\n", finding->cautions[i]);
	fclose(out);
	return key;
}

static const struct assay_fact *copy_facts(struct pool *pool, const struct assay_fact *facts,
	size_t count)
{
	struct assay_fact *copies = pool_new(pool, count * sizeof *copies);

	for (size_t i = 0; i < count; i++)
		copies[i] = (struct assay_fact){ pool_copy(pool, facts[i].path),
			pool_copy(pool, facts[i].state), pool_copy(pool, facts[i].value),
			pool_copy(pool, facts[i].why) };
	return copies;
}

/* With the name of a certificate, as one is called by the place where it stands. */
static const char *copy_subject(struct pool *pool, const struct assay_finding *finding)
{
	char *text = *finding->name ? memory_print("%s (%s)", finding->subject, finding->name)
		: memory_copy(finding->subject);
	const char *copy = pool_copy(pool, text);

	free(text);
	return copy;
}

static struct assay_finding copy_finding(struct pool *pool, const struct assay_finding *finding)
{
	struct assay_finding copy = *finding;
	const char **cautions = pool_new(pool, finding->caution_count * sizeof *cautions);

	for (size_t i = 0; i < finding->caution_count; i++)
		cautions[i] = pool_copy(pool, finding->cautions[i]);
	copy.subject = copy.name = copy.file = "";
	copy.clause = pool_copy(pool, finding->clause);
	copy.clause_kind = pool_copy(pool, finding->clause_kind);
	copy.clause_name = pool_copy(pool, finding->clause_name);
	copy.message = pool_copy(pool, finding->message);
	copy.fix = pool_copy(pool, finding->fix);
	copy.facts = copy_facts(pool, finding->facts, finding->fact_count);
	copy.unknown = copy_facts(pool, finding->unknown, finding->unknown_count);
	copy.cautions = cautions;
	return copy;
}

static void keep_subject(struct findings *findings, struct finding_case *one,
	const struct assay_finding *finding)
{
	size_t count = one->subject_count;
	bool differs = strcmp(one->detail.fix, finding->fix) != 0;

	one->subjects = memory_grow(one->subjects, count, sizeof *one->subjects);
	one->fixes = memory_grow(one->fixes, count, sizeof *one->fixes);
	one->subjects[count] = copy_subject(&findings->pool, finding);
	one->fixes[count] = differs ? pool_copy(&findings->pool, finding->fix) : one->detail.fix;
	one->fixes_differ = one->fixes_differ || differs;
	one->subject_count++;
}

static void keep(struct findings *findings, struct finding_group *group,
	const struct assay_finding *finding)
{
	char *key = key_of(finding);
	struct lookup_entry *entry = lookup_add(&group->cases, key);
	struct finding_case *one = entry->value;

	free(key);
	if (!one) {
		one = pool_new(&findings->pool, sizeof *one);
		one->detail = copy_finding(&findings->pool, finding);
		entry->value = one;
		*group->last = one;
		group->last = &one->next;
	}
	keep_subject(findings, one, finding);
	group->kept++;
}

/* --- counting ---------------------------------------------------------- */

static struct finding_group *group_of(struct findings *findings,
	const struct assay_finding *finding)
{
	struct finding_group **place = place_of(findings, finding->rule, finding->result);

	if (!*place) {
		*place = pool_new(&findings->pool, sizeof **place);
		(*place)->rule = finding->rule;
		(*place)->result = finding->result;
		(*place)->last = &(*place)->first;
	}
	return *place;
}

/* Findings come record by record: what is remembered of subjects ends with theirs. */
static void begin_record(struct findings *findings, const struct assay_finding *finding)
{
	if (findings->file && findings->offset == finding->offset
	    && strcmp(findings->file, finding->file) == 0)
		return;
	for (size_t i = 0; i < ASSAY_RESULT_COUNT; i++)
		lookup_done(&findings->record_subjects[i]);
	free(findings->file);
	findings->file = memory_copy(finding->file);
	findings->offset = finding->offset;
}

/* What the verdict speaks of. */
static void count_required(struct findings *findings, const struct finding_group *group,
	const struct assay_finding *finding)
{
	struct lookup *subjects = &findings->record_subjects[finding->result];
	size_t before;

	if (finding->result >= ASSAY_WAIVED || findings_level(&findings->rules[finding->rule]) != 0)
		return;
	findings->required_rules[finding->result] += group->count == 1;
	begin_record(findings, finding);
	before = subjects->count;
	lookup_add(subjects, finding->subject);
	findings->required_subjects[finding->result] += subjects->count - before;
}

static bool is_shown(const struct findings *findings, const struct finding_group *group)
{
	if (group->kept >= findings->most)
		return false;
	return (!findings->only || findings->only[group->rule]) && findings->show[group->result];
}

void findings_take(const struct assay_finding *finding, void *user)
{
	struct findings *findings = user;
	struct finding_group *group = group_of(findings, finding);

	group->count++;
	count_required(findings, group, finding);
	if (is_shown(findings, group))
		keep(findings, group, finding);
	else if (finding->caution_count > 0)
		findings->remarks_left_out++;
}

void findings_done(struct findings *findings)
{
	size_t count = (size_t)findings->rule_count * ASSAY_RESULT_COUNT;

	for (size_t i = 0; i < count; i++) {
		if (!findings->groups[i])
			continue;
		lookup_done(&findings->groups[i]->cases);
		for (struct finding_case *one = findings->groups[i]->first; one; one = one->next) {
			free(one->subjects);
			free(one->fixes);
		}
	}
	for (size_t i = 0; i < ASSAY_RESULT_COUNT; i++)
		lookup_done(&findings->record_subjects[i]);
	free(findings->file);
	free(findings->groups);
	free(findings->rules);
	pool_done(&findings->pool);
}
