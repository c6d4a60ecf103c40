/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/writer.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/command.h"
#include "cli/memory.h"
#include "cli/tell.h"

static const struct writer_format formats[] = {
#define FORMAT(name, json, help) \
	{ #name, json, help, write_##name##_begin, write_##name##_take, write_##name##_end },
#include "cli/formats.def"
#undef FORMAT
};

const struct writer_format *writer_format(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

void writer_begin(struct writer *writer)
{
	writer->by_rule = memory_new((size_t)writer->rule_count * ASSAY_RESULT_COUNT,
		sizeof *writer->by_rule);
	writer->format->begin(writer);
}

void writer_take(const struct assay_finding *finding, void *user)
{
	struct writer *writer = user;

	writer->by_rule[(size_t)finding->rule * ASSAY_RESULT_COUNT + (size_t)finding->result]++;
	if ((writer->only && !writer->only[finding->rule]) || !writer->show[finding->result])
		return;
	writer->written++;
	writer->counts[finding->result]++;
	writer->format->take(writer, finding);
}

void writer_end(struct writer *writer, const struct assay_summary *summary)
{
	writer->format->end(writer, summary);
	free(writer->by_rule);
}

FILE *writer_spool(void)
{
	FILE *spool = tmpfile();

	if (spool)
		return spool;
	tell("this format needs a temporary file, and none can be made (see TMPDIR)");
	exit(EXIT_TROUBLE);
}

void writer_unspool(struct writer *writer)
{
	char bytes[1 << 16];
	size_t count;

	rewind(writer->spool);
	while ((count = fread(bytes, 1, sizeof bytes, writer->spool)) > 0)
		fwrite(bytes, 1, count, stdout);
	if (ferror(writer->spool))
		tell("the temporary file can't be read; the output is not complete");
	fclose(writer->spool);
	writer->spool = NULL;
}

void writer_date(int64_t seconds, char text[WRITER_DATE])
{
	time_t time = (time_t)seconds;
	struct tm date;

	*text = '\0';
	if (gmtime_r(&time, &date))
		snprintf(text, WRITER_DATE, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.tm_year + 1900,
			date.tm_mon + 1, date.tm_mday, date.tm_hour, date.tm_min, date.tm_sec);
}

bool writer_is_bad(enum assay_result result)
{
	return result < ASSAY_WAIVED;
}

/* --- a sentence -------------------------------------------------------- */

static void put_unknown(FILE *out, const struct assay_finding *finding)
{
	for (size_t i = 0; i < finding->unknown_count; i++) {
		const struct assay_fact *fact = &finding->unknown[i];

		fprintf(out, "%s%s is %s", i ? ", " : ": ", fact->path, fact->state);
		if (*fact->why)
			fprintf(out, " (%s)", fact->why);
	}
}

char *writer_sentence(const struct assay_finding *finding, const struct assay_rule *rule)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return memory_copy(rule->title);
	fputs(rule->title, out);
	if (finding->unknown_count)
		put_unknown(out, finding);
	else if (*finding->message)
		fprintf(out, ": %s", finding->message);
	else if (*finding->clause)
		fprintf(out, ": %s", finding->clause);
	if (*finding->fix)
		fprintf(out, ". %s", finding->fix);
	fclose(out);
	return text;
}
