/* SPDX-License-Identifier: Apache-2.0 */
/* write_sarif.c - SARIF 2.1.0 (OASIS, 27 March 2020). Numbers in brackets are its sections. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"
#include "cli/writer.h"

static void put_message(struct json_out *json, const char *key, const char *text)
{
	json_out_key(json, key);
	json_out_open(json, '{');
	json_out_text_member(json, "text", text);
	json_out_close(json, '}');
}

/* The level of a violation (3.27.10). */
static const char *level_of(const struct assay_rule *rule)
{
	if (strcmp(rule->level, "required") == 0)
		return "error";
	return strcmp(rule->level, "recommended") == 0 ? "warning" : "note";
}

static void put_rule(struct json_out *json, const struct assay_rule *rule)
{
	json_out_line(json);
	json_out_open(json, '{');
	json_out_text_member(json, "id", rule->id);
	put_message(json, "shortDescription", rule->title);
	if (*rule->fix)
		put_message(json, "help", rule->fix);
	json_out_key(json, "defaultConfiguration");
	json_out_open(json, '{');
	json_out_text_member(json, "level", level_of(rule));
	json_out_close(json, '}');
	json_out_key(json, "properties");
	json_out_open(json, '{');
	json_out_text_member(json, "level", rule->level);
	json_out_text_member(json, "severity", rule->severity);
	json_out_text_member(json, "source", rule->cite);
	json_out_close(json, '}');
	json_out_close(json, '}');
}

void write_sarif_begin(struct writer *writer)
{
	struct json_out *json = &writer->json;

	json_out_open(json, '{');
	json_out_text_member(json, "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/"
		"schemas/sarif-schema-2.1.0.json");
	json_out_text_member(json, "version", "2.1.0");
	json_out_key(json, "runs");
	json_out_open(json, '[');
	json_out_open(json, '{');
	json_out_key(json, "tool");
	json_out_open(json, '{');
	json_out_key(json, "driver");
	json_out_open(json, '{');
	json_out_text_member(json, "name", "assay");
	json_out_text_member(json, "semanticVersion", assay_version());
	json_out_key(json, "rules");
	json_out_open(json, '[');
	for (uint32_t i = 0; i < writer->rule_count; i++)
		put_rule(json, &writer->rules[i]);
	json_out_close(json, ']');
	json_out_close(json, '}');
	json_out_close(json, '}');
	json_out_text_member(json, "columnKind", "utf16CodeUnits");
	json_out_key(json, "results");
	json_out_open(json, '[');
}

/* What kind of result it is (3.27.9): what is waived is a failure that is suppressed. */
static const char *kind_of(enum assay_result result)
{
	static const char *const kinds[ASSAY_RESULT_COUNT] = {
		[ASSAY_FAIL] = "fail", [ASSAY_RESULT_ERROR] = "open", [ASSAY_UNKNOWN] = "open",
		[ASSAY_WAIVED] = "fail", [ASSAY_PASS] = "pass", [ASSAY_EXEMPT] = "notApplicable",
		[ASSAY_NOTAPPLICABLE] = "notApplicable", [ASSAY_NOTCHECKED] = "review",
		[ASSAY_NOTSELECTED] = "notApplicable",
	};

	return kinds[result];
}

/* A path as a relative reference (RFC 3986); standard input has no name that could be found. */
static char *uri_of(const char *path)
{
	char *uri = memory_new(strlen(path) * 3 + 1, 1), *at = uri;

	for (; *path; path++) {
		unsigned char byte = (unsigned char)*path;

		if (byte < 0x80 && (isalnum(byte) || strchr("/-._~", byte)))
			*at++ = *path;
		else
			at += snprintf(at, 4, "%%%02X", byte);
	}
	return uri;
}

static void put_physical(struct json_out *json, const struct assay_finding *finding)
{
	char *uri;

	if (!*finding->file)
		return;
	uri = uri_of(finding->file);
	json_out_key(json, "physicalLocation");
	json_out_open(json, '{');
	json_out_key(json, "artifactLocation");
	json_out_open(json, '{');
	json_out_text_member(json, "uri", uri);
	json_out_close(json, '}');
	json_out_key(json, "region");
	json_out_open(json, '{');
	json_out_number_member(json, "byteOffset", finding->offset);
	json_out_close(json, '}');
	json_out_close(json, '}');
	free(uri);
}

static void put_location(struct json_out *json, const struct assay_finding *finding)
{
	json_out_key(json, "locations");
	json_out_open(json, '[');
	json_out_open(json, '{');
	put_physical(json, finding);
	json_out_key(json, "logicalLocations");
	json_out_open(json, '[');
	json_out_open(json, '{');
	json_out_text_member(json, "fullyQualifiedName", finding->subject);
	json_out_text_member(json, "kind", "resource");
	json_out_close(json, '}');
	json_out_close(json, ']');
	json_out_close(json, '}');
	json_out_close(json, ']');
}

static void put_facts(struct json_out *json, const struct assay_finding *finding)
{
	json_out_key(json, "properties");
	json_out_open(json, '{');
	json_out_text_member(json, "result", assay_result_name(finding->result));
	json_out_key(json, "facts");
	json_out_open(json, '{');
	for (size_t i = 0; i < finding->fact_count; i++) {
		const struct assay_fact *fact = &finding->facts[i];

		json_out_text_member(json, fact->path, *fact->value ? fact->value : fact->state);
	}
	json_out_close(json, '}');
	json_out_close(json, '}');
}

/* So that a later run knows the same result again (3.27.17). */
static void put_fingerprint(struct json_out *json, const struct assay_finding *finding,
	const struct assay_rule *rule)
{
	char *print = memory_print("%s %s", rule->id, finding->subject);

	json_out_key(json, "partialFingerprints");
	json_out_open(json, '{');
	json_out_text_member(json, "ruleAndSubject/v1", print);
	json_out_close(json, '}');
	free(print);
}

void write_sarif_take(struct writer *writer, const struct assay_finding *finding)
{
	const struct assay_rule *rule = &writer->rules[finding->rule];
	struct json_out *json = &writer->json;
	const char *kind = kind_of(finding->result);
	char *sentence = writer_sentence(finding, rule);

	json_out_line(json);
	json_out_open(json, '{');
	json_out_text_member(json, "ruleId", rule->id);
	json_out_number_member(json, "ruleIndex", finding->rule);
	json_out_text_member(json, "kind", kind);
	json_out_text_member(json, "level", strcmp(kind, "fail") == 0 ? level_of(rule) : "none");
	put_message(json, "message", sentence);
	put_location(json, finding);
	put_fingerprint(json, finding, rule);
	if (finding->result == ASSAY_WAIVED)
		json_out_key(json, "suppressions"), json_out_raw(json, "[{\"kind\": \"external\"}]");
	put_facts(json, finding);
	json_out_close(json, '}');
	free(sentence);
}

void write_sarif_end(struct writer *writer, const struct assay_summary *summary)
{
	struct json_out *json = &writer->json;
	char date[WRITER_DATE];

	writer_date(writer->now, date);
	putchar('\n');
	json_out_close(json, ']');
	json_out_key(json, "invocations");
	json_out_open(json, '[');
	json_out_open(json, '{');
	json_out_bool_member(json, "executionSuccessful", summary->refused == 0);
	json_out_number_member(json, "exitCode", (uint64_t)summary->exit_status);
	json_out_close(json, '}');
	json_out_close(json, ']');
	json_out_key(json, "properties");
	json_out_open(json, '{');
	json_out_text_member(json, "policy", assay_policy_name(writer->policy));
	json_out_text_member(json, "policyVersion", assay_policy_version(writer->policy));
	json_out_text_member(json, "policyDigest", assay_policy_digest(writer->policy));
	json_out_text_member(json, "now", date);
	json_out_close(json, '}');
	json_out_close(json, '}');
	json_out_close(json, ']');
	json_out_close(json, '}');
	putchar('\n');
}
