/* SPDX-License-Identifier: Apache-2.0 */
/* why_json.h - explanations for programs (docs/schema/explanations.json). */
#ifndef CLI_WHY_JSON_H
#define CLI_WHY_JSON_H

#include <assay-tools.h>

#include "cli/json_out.h"

/* What stands between these two are the elements of an array of this name. */
void why_json_begin(struct json_out *json, const struct assay_policy *policy, int64_t now,
	const char *array);
void why_json_end(struct json_out *json);

void why_json_print(struct json_out *json, const struct assay_rule *rule,
	const struct assay_explanation *explanation);

/* An array of texts. */
void why_json_list(struct json_out *json, const char *const *texts, size_t count);

/* Members of an open object. */
void why_json_texts(struct json_out *json, const char *key, const char *const *texts, size_t count);
void why_json_cases(struct json_out *json, const char *key, const struct assay_case *cases,
	size_t count);
void why_json_table(struct json_out *json, const char *key, const struct assay_table *table);

#endif
