/* SPDX-License-Identifier: Apache-2.0 */
/* write_tap.c - TAP 14: a test point for each rule and subject. What is only recommended is marked as
 * work to be done, so that a harness counts it without failing for it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/findings.h"
#include "cli/glyph.h"
#include "cli/writer.h"

void write_tap_begin(struct writer *writer)
{
	(void)writer;
	puts("TAP version 14");
}

/* `#` would begin a directive, and `\` escape it. */
static void put_description(const char *text)
{
	for (struct glyph glyph = glyph_first(text); glyph.bytes; glyph = glyph_first(text)) {
		if (glyph.character == '#' || glyph.character == '\\')
			putchar('\\');
		fputs(glyph.character == '\n' ? " " : glyph.shown, stdout);
		text += glyph.bytes;
	}
}

/* A YAML scalar in double quotes. */
static void put_scalar(const char *key, const char *text)
{
	struct json_out json = { false };

	if (!*text)
		return;
	printf("  %s: ", key);
	json_out_text(&json, text);
	putchar('\n');
}

static void put_facts(const struct assay_finding *finding)
{
	if (finding->fact_count > 0)
		puts("  facts:");
	for (size_t i = 0; i < finding->fact_count; i++) {
		const struct assay_fact *fact = &finding->facts[i];
		struct json_out json = { false };

		printf("    %s: ", fact->path);
		json_out_text(&json, *fact->value ? fact->value : fact->state);
		putchar('\n');
	}
}

static void put_diagnosis(const struct assay_finding *finding, const struct assay_rule *rule)
{
	char *sentence = writer_sentence(finding, rule);

	puts("  ---");
	put_scalar("message", sentence);
	put_scalar("result", assay_result_name(finding->result));
	put_scalar("severity", rule->severity);
	put_scalar("source", rule->cite);
	put_facts(finding);
	puts("  ...");
	free(sentence);
}

void write_tap_take(struct writer *writer, const struct assay_finding *finding)
{
	const struct assay_rule *rule = &writer->rules[finding->rule];
	bool bad = writer_is_bad(finding->result);

	printf("%s %" PRIu64 " - ", bad ? "not ok" : "ok", writer->written);
	put_description(rule->id);
	fputs(" on ", stdout);
	put_description(finding->subject);
	if (bad && findings_level(rule) != 0)
		printf(" # TO" "DO %s only", rule->level);
	else if (!bad && finding->result != ASSAY_PASS)
		printf(" # SKIP %s", assay_result_name(finding->result));
	putchar('\n');
	if (bad)
		put_diagnosis(finding, rule);
}

void write_tap_end(struct writer *writer, const struct assay_summary *summary)
{
	(void)summary;
	printf("1..%" PRIu64 "\n", writer->written);
}
