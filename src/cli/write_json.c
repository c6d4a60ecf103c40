/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "cli/findings.h"
#include "cli/writer.h"

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
	json_out_raw(&writer->json, finding->json);
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
	(void)writer;
	fputs(finding->json, stdout);
	putchar('\n');
}

void write_ndjson_end(struct writer *writer, const struct assay_summary *summary)
{
	(void)writer;
	(void)summary;
}
