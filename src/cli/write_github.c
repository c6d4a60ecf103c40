/* SPDX-License-Identifier: Apache-2.0 */
/* write_github.c - workflow commands of GitHub Actions: what does not hold, as annotations. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/findings.h"
#include "cli/glyph.h"
#include "cli/writer.h"

void write_github_begin(struct writer *writer)
{
	(void)writer;
}

/* As the runner wants it: in a property, `:` and `,` are escaped too. */
static void put_escaped(const char *text, bool property)
{
	for (struct glyph glyph = glyph_first(text); glyph.bytes; glyph = glyph_first(text)) {
		uint32_t c = glyph.character;

		if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
			printf("%%%02" PRIX32, c);
		else
			fputs(glyph.shown, stdout);
		text += glyph.bytes;
	}
}

static const char *command_of(const struct assay_finding *finding, const struct assay_rule *rule)
{
	if (findings_level(rule) != 0)
		return findings_level(rule) == 1 && finding->result == ASSAY_FAIL
			? "warning" : "notice";
	return finding->result == ASSAY_UNKNOWN ? "warning" : "error";
}

void write_github_take(struct writer *writer, const struct assay_finding *finding)
{
	const struct assay_rule *rule = &writer->rules[finding->rule];
	char *sentence;

	if (!writer_is_bad(finding->result))
		return;
	sentence = writer_sentence(finding, rule);
	printf("::%s title=", command_of(finding, rule));
	put_escaped(rule->id, true);
	if (*finding->file) {
		fputs(",file=", stdout);
		put_escaped(finding->file, true);
	}
	printf("::%s on ", assay_result_name(finding->result));
	put_escaped(finding->subject, false);
	fputs(": ", stdout);
	put_escaped(sentence, false);
	putchar('\n');
	free(sentence);
}

void write_github_end(struct writer *writer, const struct assay_summary *summary)
{
	(void)writer;
	(void)summary;
}
