/* SPDX-License-Identifier: Apache-2.0 */
/* findings.h - findings, gathered by rule for a report.
 *
 * All are counted; only those that will be shown are kept, and of findings that differ in
 * nothing but their subject one. So memory goes with the length of the report.
 */
#ifndef CLI_FINDINGS_H
#define CLI_FINDINGS_H

#include <stdbool.h>

#include <assay.h>

#include "cli/lookup.h"
#include "cli/pool.h"

/* Findings that differ only in their subject, and perhaps in the fix, which may name it. */
struct finding_case {
	struct finding_case *next;
	struct assay_finding detail;    /* of the first one */
	bool fixes_differ;
	const char **subjects;
	const char **fixes;             /* one for each subject; equal ones share their text */
	size_t subject_count;
};

/* What a rule came to: all findings with one result. */
struct finding_group {
	uint32_t rule;
	enum assay_result result;
	uint64_t count;                 /* of findings, kept or not */
	uint64_t kept;
	struct finding_case *first, **last;
	struct lookup cases;            /* by everything but subject and fix */
};

struct findings {
	/* Set by the caller. */
	const struct assay_policy *policy;
	bool show[ASSAY_RESULT_COUNT];
	const bool *only;               /* by rule; NULL: all */
	uint64_t most;                  /* findings to keep in a group */
	/* Read by the caller. */
	struct assay_rule *rules;
	uint32_t rule_count;
	struct finding_group **groups;  /* by rule and result; NULL where there are none */
	uint64_t remarks_left_out;      /* findings with cautions that are not kept */
	size_t required_rules[ASSAY_RESULT_COUNT];      /* with a finding worse than waived */
	uint64_t required_subjects[ASSAY_RESULT_COUNT];
	struct lookup record_subjects[ASSAY_RESULT_COUNT];      /* of the record being judged */
	char *file;                     /* the record: its input and place there */
	uint64_t offset;
	struct pool pool;
};

/* Nothing is shown until the caller says so. */
void findings_init(struct findings *findings, const struct assay_policy *policy);

/* An assay_finding_fn; user is a struct findings. */
void findings_take(const struct assay_finding *finding, void *user);

/* The group; NULL if it is empty. */
struct finding_group *findings_group(const struct findings *findings, uint32_t rule,
	enum assay_result result);

void findings_done(struct findings *findings);

/* "required", "recommended", "supported", and the place of a rule's level among them. */
extern const char *const findings_levels[3];
int findings_level(const struct assay_rule *rule);

#endif
