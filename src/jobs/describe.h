/* SPDX-License-Identifier: Apache-2.0 */
/* describe.h - a finding in words. All texts are NUL-terminated and live in the arena or the program. */
#ifndef JOBS_DESCRIBE_H
#define JOBS_DESCRIBE_H

#include "model/value_text.h"
#include "vm/vm.h"

struct described_fact {
	const char *path, *state, *value, *why;
};

struct described {
	enum vm_result result;
	const struct row_rule *rule;
	uint32_t rule_index;
	const char *subject;
	const char *name;               /* of a certificate, for people; may be empty */
	struct text file;
	uint64_t offset;
	const char *clause, *clause_kind, *clause_name, *message, *fix;
	uint32_t line;
	struct described_fact *facts, *unknown;
	uint32_t fact_count, unknown_count;
	const char **cautions;
	uint32_t caution_count;
	bool approximate;
	const char *json;               /* finding_json.h; NULL unless somebody wants it */
};

/* What findings are described with. */
struct describe_with {
	struct arena *arena;
	const struct program *program;
	const struct value_names *names;        /* of certificates; may be NULL */
};

/* Only while the finding is being reported. */
void describe_finding(const struct describe_with *with, const struct vm *vm,
                      const struct vm_finding *finding, struct described *out);

/* A message of the finding's check: `count` pieces from row `first`. */
const char *describe_message(const struct describe_with *with, const struct vm *vm,
                             const struct vm_finding *finding, uint32_t first, uint32_t count);

/* "required", "recommended", "supported" */
const char *rule_level_name(const struct row_rule *rule);

/* "fail", "error", ... */
const char *result_name(enum vm_result result);

#endif
