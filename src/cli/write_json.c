/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "cli/findings.h"
#include "cli/writer.h"

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

void write_json_members(struct json_out *json, const struct assay_rule *rule,
	const struct assay_finding *finding)
{
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
}

static void put_finding(struct writer *writer, const struct assay_finding *finding)
{
	json_out_open(&writer->json, '{');
	write_json_members(&writer->json, &writer->rules[finding->rule], finding);
	json_out_close(&writer->json, '}');
}

void write_json_begin(struct writer *writer)
{
	struct json_out *json = &writer->json;
	char date[WRITER_DATE];

	writer_date(writer->now, date);
	json_out_open(json, '{');
	json_out_key(json, "policy");
	json_out_open(json, '{');
	json_out_text_member(json, "name", assay_policy_name(writer->policy));
	json_out_text_member(json, "version", assay_policy_version(writer->policy));
	json_out_text_member(json, "digest", assay_policy_digest(writer->policy));
	json_out_close(json, '}');
	json_out_text_member(json, "now", date);
	json_out_bool_member(json, "complete", writer->complete);
	json_out_key(json, "findings");
	json_out_open(json, '[');
}

void write_json_take(struct writer *writer, const struct assay_finding *finding)
{
	json_out_line(&writer->json);
	put_finding(writer, finding);
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

void write_json_end(struct writer *writer, const struct assay_summary *summary)
{
	struct json_out *json = &writer->json;

	putchar('\n');
	json_out_close(json, ']');
	json_out_key(json, "summary");
	json_out_open(json, '{');
	put_counts(json, summary);
	json_out_number_member(json, "records", summary->subjects);
	json_out_number_member(json, "refused", summary->refused);
	json_out_number_member(json, "warnings", summary->warnings);
	json_out_number_member(json, "exitStatus", (uint64_t)summary->exit_status);
	json_out_close(json, '}');
	json_out_close(json, '}');
	putchar('\n');
}

void write_ndjson_begin(struct writer *writer)
{
	(void)writer;
}

void write_ndjson_take(struct writer *writer, const struct assay_finding *finding)
{
	put_finding(writer, finding);
	putchar('\n');
	writer->json.comma = false;
}

void write_ndjson_end(struct writer *writer, const struct assay_summary *summary)
{
	(void)writer;
	(void)summary;
}
