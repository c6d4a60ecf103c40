/* SPDX-License-Identifier: Apache-2.0 */
/* write_xccdf.c - a TestResult of XCCDF 1.2 (NISTIR 7275 revision 4, 6.6). */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/findings.h"
#include "cli/writer.h"
#include "cli/xml_out.h"

/* Ids have a form of their own (6.2.3): xccdf_<namespace>_<kind>_<name>. */
#define ID(kind) "xccdf_assay_" kind "_"

void write_xccdf_begin(struct writer *writer)
{
	char date[WRITER_DATE];

	writer_date(writer->now, date);
	printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	       "<TestResult xmlns=\"http://checklists.nist.gov/xccdf/1.2\" id=\"" ID("testresult"));
	xml_out_text(stdout, assay_policy_name(writer->policy));
	printf("\" end-time=\"%.19s\" test-system=\"cpe:/a:assay:assay:%s\"", date, assay_version());
	xml_out_attribute(stdout, "version", assay_policy_version(writer->policy));
	fputs(">\n<benchmark id=\"" ID("benchmark"), stdout);
	xml_out_text(stdout, assay_policy_name(writer->policy));
	fputs("\"", stdout);
	xml_out_attribute(stdout, "href", assay_policy_name(writer->policy));
	fputs("/>\n", stdout);
	xml_out_element(stdout, "title", assay_policy_title(writer->policy));
	printf("<remark>policy digest sha-256 %s</remark>\n", assay_policy_digest(writer->policy));
	xml_out_element(stdout, "target", "facts");
}

/* XCCDF has no word for an exemption, and none for a waiver but an override. */
static const char *word_of(enum assay_result result)
{
	if (result == ASSAY_EXEMPT)
		return "notapplicable";
	return result == ASSAY_WAIVED ? "pass" : assay_result_name(result);
}

static const char *severity_of(const struct assay_rule *rule)
{
	return strcmp(rule->severity, "critical") == 0 ? "high" : rule->severity;
}

static void put_override(const struct writer *writer)
{
	char date[WRITER_DATE];

	writer_date(writer->now, date);
	printf("<override time=\"%.19s\" authority=\"waiver\"><old-result>fail</old-result>"
	       "<new-result>pass</new-result><remark>waived</remark></override>\n", date);
}

/* A message has to say something, and at most that. */
static void put_message(const struct assay_finding *finding, const struct assay_rule *rule)
{
	char *sentence;

	if (finding->result == ASSAY_PASS)
		return;
	sentence = writer_sentence(finding, rule);
	printf("<message severity=\"%s\">", writer_is_bad(finding->result) ? "error" : "info");
	xml_out_text(stdout, sentence);
	fputs("</message>\n", stdout);
	free(sentence);
}

void write_xccdf_take(struct writer *writer, const struct assay_finding *finding)
{
	const struct assay_rule *rule = &writer->rules[finding->rule];

	fputs("<rule-result idref=\"" ID("rule"), stdout);
	xml_out_text(stdout, rule->id);
	printf("\" role=\"%s\" severity=\"%s\">\n",
	       findings_level(rule) == 0 ? "full" : "unscored", severity_of(rule));
	printf("<result>%s</result>\n", word_of(finding->result));
	if (finding->result == ASSAY_WAIVED)
		put_override(writer);
	put_message(finding, rule);
	fputs("<instance context=\"subject\">", stdout);
	xml_out_text(stdout, finding->subject);
	fputs("</instance>\n", stdout);
	if (*finding->fix) {
		fputs("<fix system=\"urn:xccdf:fix:system:manual\">", stdout);
		xml_out_text(stdout, finding->fix);
		fputs("</fix>\n", stdout);
	}
	fputs("</rule-result>\n", stdout);
}

/* Of the required rules' results, how many pass of those that count (7.3.2). */
void write_xccdf_end(struct writer *writer, const struct assay_summary *summary)
{
	const uint64_t *counts = summary->counts[0];
	uint64_t passed = counts[ASSAY_PASS] + counts[ASSAY_WAIVED];
	uint64_t most = passed + counts[ASSAY_FAIL] + counts[ASSAY_RESULT_ERROR]
		+ counts[ASSAY_UNKNOWN];

	(void)writer;
	printf("<score system=\"urn:xccdf:scoring:flat-unweighted\" maximum=\"%" PRIu64 "\">%" PRIu64
	       "</score>\n</TestResult>\n", most, passed);
}
