/* SPDX-License-Identifier: Apache-2.0 */
/* why_json.h - explanations for programs (docs/schema/explanations.json). */
#ifndef CLI_WHY_JSON_H
#define CLI_WHY_JSON_H

#include <assay-tools.h>

#include "cli/json_out.h"

/* Explanations stand in an array between these two. */
void why_json_begin(struct json_out *json, const struct assay_policy *policy, int64_t now);
void why_json_end(struct json_out *json);

void why_json_print(struct json_out *json, const struct assay_rule *rule,
	const struct assay_explanation *explanation);

/* "policy" and "now", in an object that is open. */
void why_json_head(struct json_out *json, const struct assay_policy *policy, int64_t now);

/* Members of an open object. */
void why_json_texts(struct json_out *json, const char *key, const char *const *texts, size_t count);
void why_json_cases(struct json_out *json, const char *key, const struct assay_case *cases,
	size_t count);
void why_json_table(struct json_out *json, const struct assay_table *table);

#endif
