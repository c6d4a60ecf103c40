/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/results.h"

#include <stdio.h>
#include <time.h>

#include "cli/findings.h"

/* RFC 3339, UTC. */
static void put_date(struct json_out *json, int64_t seconds)
{
	time_t time = (time_t)seconds;
	struct tm date;
	char text[64] = "";

	if (gmtime_r(&time, &date))
		snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.tm_year + 1900,
			date.tm_mon + 1, date.tm_mday, date.tm_hour, date.tm_min, date.tm_sec);
	json_out_text(json, text);
}

static void put_facts(struct json_out *json, const char *key, const struct assay_fact *facts,
	size_t count)
{
	json_out_key(json, key);
	json_out_open(json, '[');
	for (size_t i = 0; i < count; i++) {
		json_out_open(json, '{');
		json_out_text_member(json, "path", facts[i].path);
		json_out_text_member(json, "state", facts[i].state);
		json_out_text_member(json, "value", facts[i].value);
		json_out_text_member(json, "why", facts[i].why);
		json_out_close(json, '}');
	}
	json_out_close(json, ']');
}

static void put_clause(struct json_out *json, const struct assay_finding *finding)
{
	json_out_key(json, "clause");
	if (!*finding->clause_kind) {
		json_out_null(json);
		return;
	}
	json_out_open(json, '{');
	json_out_text_member(json, "kind", finding->clause_kind);
	json_out_text_member(json, "name", finding->clause_name);
	json_out_text_member(json, "text", finding->clause);
	json_out_number_member(json, "line", finding->line);
	json_out_close(json, '}');
}

static void put_cautions(struct json_out *json, const struct assay_finding *finding)
{
	json_out_key(json, "cautions");
	json_out_open(json, '[');
	for (size_t i = 0; i < finding->caution_count; i++)
		json_out_text(json, finding->cautions[i]);
	json_out_close(json, ']');
}

static void put_finding(struct results *results, const struct assay_finding *finding)
{
	const struct assay_rule *rule = &results->rules[finding->rule];
	struct json_out *json = &results->json;

	json_out_open(json, '{');
	json_out_text_member(json, "rule", rule->id);
	json_out_text_member(json, "result", assay_result_name(finding->result));
	json_out_text_member(json, "level", rule->level);
	json_out_text_member(json, "severity", rule->severity);
	json_out_text_member(json, "subject", finding->subject);
	put_clause(json, finding);
	json_out_text_member(json, "message", finding->message);
	json_out_text_member(json, "fix", finding->fix);
	put_facts(json, "facts", finding->facts, finding->fact_count);
	put_facts(json, "unknown", finding->unknown, finding->unknown_count);
	put_cautions(json, finding);
	json_out_bool_member(json, "approximate", finding->approximate);
	json_out_text_member(json, "file", finding->file);
	json_out_number_member(json, "offset", finding->offset);
	json_out_close(json, '}');
}

void results_begin(struct results *results, int64_t now, bool complete)
{
	struct json_out *json = &results->json;

	if (results->lines)
		return;
	json_out_open(json, '{');
	json_out_key(json, "policy");
	json_out_open(json, '{');
	json_out_text_member(json, "name", assay_policy_name(results->policy));
	json_out_text_member(json, "version", assay_policy_version(results->policy));
	json_out_text_member(json, "digest", assay_policy_digest(results->policy));
	json_out_close(json, '}');
	json_out_key(json, "now");
	put_date(json, now);
	json_out_bool_member(json, "complete", complete);
	json_out_key(json, "findings");
	json_out_open(json, '[');
}

void results_take(const struct assay_finding *finding, void *user)
{
	struct results *results = user;

	if (results->only && !results->only[finding->rule])
		return;
	if (!results->lines)
		json_out_line(&results->json);
	put_finding(results, finding);
	if (results->lines) {
		putchar('\n');
		results->json.comma = false;
	}
}

static void put_counts(struct json_out *json, const struct assay_summary *summary)
{
	json_out_key(json, "counts");
	json_out_open(json, '{');
	for (int level = 0; level < 3; level++) {
		json_out_key(json, findings_levels[level]);
		json_out_open(json, '{');
		for (int i = 0; i < ASSAY_RESULT_COUNT; i++)
			json_out_number_member(json, assay_result_name((enum assay_result)i),
				summary->counts[level][i]);
		json_out_close(json, '}');
	}
	json_out_close(json, '}');
}

void results_end(struct results *results, const struct assay_summary *summary)
{
	struct json_out *json = &results->json;

	if (results->lines)
		return;
	putchar('\n');
	json_out_close(json, ']');
	json_out_key(json, "summary");
	json_out_open(json, '{');
	put_counts(json, summary);
	json_out_number_member(json, "records", summary->subjects);
	json_out_number_member(json, "refused", summary->refused);
	json_out_number_member(json, "exitStatus", (uint64_t)summary->exit_status);
	json_out_close(json, '}');
	json_out_close(json, '}');
	putchar('\n');
}
