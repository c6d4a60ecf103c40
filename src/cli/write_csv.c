/* SPDX-License-Identifier: Apache-2.0 */
/* write_csv.c - a row for each finding: UTF-8 with a mark at the start, so that Excel knows it; CRLF
 * and quotes as in RFC 4180. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/glyph.h"
#include "cli/writer.h"

static void put_glyph(const struct glyph *glyph)
{
	if (glyph->character == '"')
		fputs("\"\"", stdout);
	else if (glyph->character == '\n')
		putchar('\n');
	else
		fputs(glyph->shown, stdout);
}

/* A spreadsheet takes text that begins like this for a formula; a quote before it shows what it is. */
static bool is_formula(const char *text)
{
	return *text && strchr("=+-@\t\r", *text);
}

static void put_quoted(const char *text)
{
	for (struct glyph glyph = glyph_first(text); glyph.bytes; glyph = glyph_first(text)) {
		put_glyph(&glyph);
		text += glyph.bytes;
	}
}

static void put_field(const char *text, const char *after)
{
	putchar('"');
	if (is_formula(text))
		putchar('\'');
	put_quoted(text);
	putchar('"');
	fputs(after, stdout);
}

static void put_facts(const struct assay_fact *facts, size_t count)
{
	putchar('"');
	for (size_t i = 0; i < count; i++) {
		const struct assay_fact *fact = &facts[i];

		if (i > 0)
			fputs("; ", stdout);
		put_quoted(fact->path);
		fputs(*fact->value ? " = " : " is ", stdout);
		put_quoted(*fact->value ? fact->value : fact->state);
		if (*fact->why)
			fputs(": ", stdout);
		put_quoted(fact->why);
	}
	fputs("\",", stdout);
}

static void put_cautions(const struct assay_finding *finding)
{
	putchar('"');
	for (size_t i = 0; i < finding->caution_count; i++) {
		if (i > 0)
			fputs("; ", stdout);
		put_quoted(finding->cautions[i]);
	}
	fputs("\",", stdout);
}

void write_csv_begin(struct writer *writer)
{
	(void)writer;
	fputs("\xef\xbb\xbfResult,Level,Severity,Rule,Title,Subject,Clause,Message,Fix,Facts,Unknown,"
	      "Cautions,Source,File,Offset\r\n", stdout);
}

void write_csv_take(struct writer *writer, const struct assay_finding *finding)
{
	const struct assay_rule *rule = &writer->rules[finding->rule];

	put_field(assay_result_name(finding->result), ",");
	put_field(rule->level, ",");
	put_field(rule->severity, ",");
	put_field(rule->id, ",");
	put_field(rule->title, ",");
	put_field(finding->subject, ",");
	put_field(finding->clause, ",");
	put_field(finding->message, ",");
	put_field(finding->fix, ",");
	put_facts(finding->facts, finding->fact_count);
	put_facts(finding->unknown, finding->unknown_count);
	put_cautions(finding);
	put_field(rule->cite, ",");
	put_field(finding->file, ",");
	printf("%" PRIu64 "\r\n", finding->offset);
}

void write_csv_end(struct writer *writer, const struct assay_summary *summary)
{
	(void)writer;
	(void)summary;
}
