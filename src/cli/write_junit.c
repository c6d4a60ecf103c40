/* SPDX-License-Identifier: Apache-2.0 */
/* write_junit.c - JUnit XML, as build servers read it: a test case for each rule and subject. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/findings.h"
#include "cli/writer.h"
#include "cli/xml_out.h"

void write_junit_begin(struct writer *writer)
{
	writer->spool = writer_spool();
}

/* The element that says how a case ended: only what is required can make a build fail, and
 * what is unknown does. NULL for a case that passed. */
static const char *element_of(const struct assay_finding *finding, const struct assay_rule *rule)
{
	if (finding->result == ASSAY_PASS)
		return NULL;
	if (!writer_is_bad(finding->result) || findings_level(rule) != 0)
		return "skipped";
	return finding->result == ASSAY_FAIL ? "failure" : "error";
}

static void put_facts(FILE *out, const struct assay_finding *finding)
{
	for (size_t i = 0; i < finding->fact_count; i++) {
		const struct assay_fact *fact = &finding->facts[i];

		xml_out_text(out, fact->path);
		fputs(*fact->value ? " = " : " is ", out);
		xml_out_text(out, *fact->value ? fact->value : fact->state);
		putc('\n', out);
	}
}

static void put_end(FILE *out, const struct assay_finding *finding, const struct assay_rule *rule,
	const char *element)
{
	char *sentence = writer_sentence(finding, rule);

	fprintf(out, "<%s", element);
	xml_out_attribute(out, "message", sentence);
	if (strcmp(element, "skipped") != 0)
		xml_out_attribute(out, "type", assay_result_name(finding->result));
	putc('>', out);
	fprintf(out, "%s, %s\n", assay_result_name(finding->result), rule->level);
	put_facts(out, finding);
	fprintf(out, "</%s>\n", element);
	free(sentence);
}

void write_junit_take(struct writer *writer, const struct assay_finding *finding)
{
	const struct assay_rule *rule = &writer->rules[finding->rule];
	const char *element = element_of(finding, rule);
	FILE *out = writer->spool;

	fputs("<testcase", out);
	xml_out_attribute(out, "classname", rule->id);
	xml_out_attribute(out, "name", finding->subject);
	fputs(" time=\"0\">\n", out);
	if (element)
		put_end(out, finding, rule, element);
	fputs("</testcase>\n", out);
}

/* Cases shown, of required rules or of others, with one of the results from `first` to `last`. */
static uint64_t count(const struct writer *writer, bool required, int first, int last)
{
	uint64_t sum = 0;

	for (uint32_t i = 0; i < writer->rule_count; i++) {
		if (required != (findings_level(&writer->rules[i]) == 0)
		    || (writer->only && !writer->only[i]))
			continue;
		for (int result = first; result <= last; result++)
			if (writer->show[result])
				sum += writer->by_rule[(size_t)i * ASSAY_RESULT_COUNT
					+ (size_t)result];
	}
	return sum;
}

void write_junit_end(struct writer *writer, const struct assay_summary *summary)
{
	uint64_t failures = count(writer, true, ASSAY_FAIL, ASSAY_FAIL);
	uint64_t errors = count(writer, true, ASSAY_RESULT_ERROR, ASSAY_UNKNOWN);
	uint64_t passed = writer->counts[ASSAY_PASS];
	uint64_t skipped = writer->written - failures - errors - passed;
	char date[WRITER_DATE];

	(void)summary;
	writer_date(writer->now, date);
	printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite");
	xml_out_attribute(stdout, "name", assay_policy_name(writer->policy));
	printf(" tests=\"%" PRIu64 "\" failures=\"%" PRIu64 "\" errors=\"%" PRIu64
	       "\" skipped=\"%" PRIu64 "\" time=\"0\" hostname=\"assay\" timestamp=\"%.19s\">\n",
	       writer->written, failures, errors, skipped, date);
	writer_unspool(writer);
	fputs("</testsuite>\n</testsuites>\n", stdout);
}
