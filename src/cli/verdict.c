/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/verdict.h"

#include <inttypes.h>
#include <stdlib.h>

#include "cli/glyph.h"
#include "cli/memory.h"
#include "cli/report.h"

enum { NAME_COLUMNS = 14, COUNT_COLUMNS = 13 };

/* --- the table --------------------------------------------------------- */

static uint64_t count_of_level(const struct assay_summary *summary, int level)
{
	uint64_t count = 0;

	for (int i = 0; i < ASSAY_RESULT_COUNT; i++)
		count += summary->counts[level][i];
	return count;
}

static uint64_t count_of_result(const struct assay_summary *summary, int result)
{
	return summary->counts[0][result] + summary->counts[1][result]
		+ summary->counts[2][result];
}

static void put_cell(struct page *page, int column, const char *text)
{
	page_tab(page, NAME_COLUMNS + (column + 1) * COUNT_COLUMNS - glyph_width(text));
	page_put(page, PAGE_PLAIN, text);
}

static void put_row(struct page *page, const struct assay_summary *summary, int result)
{
	int column = 0;

	page_put(page, report_style((enum assay_result)result),
		assay_result_name((enum assay_result)result));
	for (int level = 0; level < 3; level++) {
		uint64_t count = summary->counts[level][result];
		char *text;

		if (count_of_level(summary, level) == 0)
			continue;
		text = count ? memory_print("%" PRIu64, count) : memory_copy("-");
		put_cell(page, column++, text);
		free(text);
	}
	page_end(page);
}

static void put_table(struct page *page, const struct assay_summary *summary)
{
	int column = 0;

	for (int level = 0; level < 3; level++)
		if (count_of_level(summary, level) > 0)
			put_cell(page, column++, findings_levels[level]);
	page_end(page);
	for (int result = 0; result < ASSAY_RESULT_COUNT; result++)
		if (count_of_result(summary, result) > 0)
			put_row(page, summary, result);
	if (column > 0)
		page_blank(page);
}

/* --- the verdict ------------------------------------------------------- */

static const char *plural(uint64_t count)
{
	return count == 1 ? "" : "s";
}

/* Parts of the last line, with "; " between. */
struct line {
	struct page *page;
	const char *between, *before;
};

static void put_part(struct line *line, char *text)
{
	page_put(line->page, PAGE_PLAIN, line->before);
	page_words(line->page, text);
	line->before = line->between;
	free(text);
}

/* "3 required rules fail for 5 subjects" */
static void put_offence(struct line *line, const struct findings *findings,
	enum assay_result result)
{
	static const char *const verbs[][2] = {
		[ASSAY_FAIL] = { "fails", "fail" },
		[ASSAY_RESULT_ERROR] = { "is in error", "are in error" },
		[ASSAY_UNKNOWN] = { "is unknown", "are unknown" },
	};
	size_t rules = findings->required_rules[result];
	uint64_t subjects = findings->required_subjects[result];

	if (rules > 0)
		put_part(line, memory_print("%zu required rule%s %s for %" PRIu64 " subject%s", rules,
			plural(rules), verbs[result][rules != 1], subjects, plural(subjects)));
}

static void put_nothing_wrong(struct line *line, const struct assay_summary *summary)
{
	uint64_t manual = count_of_result(summary, ASSAY_NOTCHECKED);

	if (summary->exit_status == 0)
		put_part(line, memory_copy("no required rule fails"));
	else
		put_part(line, memory_copy("no rule was put to anything"));
	if (manual > 0)
		put_part(line, memory_print("%" PRIu64 " finding%s to be checked by hand", manual,
			manual == 1 ? " is" : "s are"));
}

static void put_verdict(struct page *page, const struct findings *findings,
	const struct assay_summary *summary)
{
	static const struct {
		enum page_style style;
		const char *word;
	} words[] = {
		{ PAGE_GREEN, "passes" }, { PAGE_RED, "fails" },
		{ PAGE_YELLOW, "cannot be decided" }, { PAGE_MAGENTA, "cannot be relied on" },
	};
	struct line line = { page, ";", "" };

	page_put(page, words[summary->exit_status].style, words[summary->exit_status].word);
	page_put(page, PAGE_PLAIN, ":");
	page->pending = true;
	if (summary->refused > 0)
		put_part(&line, memory_print("%" PRIu64 " input%s or record%s refused",
			summary->refused, plural(summary->refused),
			summary->refused == 1 ? " was" : "s were"));
	put_offence(&line, findings, ASSAY_RESULT_ERROR);
	put_offence(&line, findings, ASSAY_FAIL);
	put_offence(&line, findings, ASSAY_UNKNOWN);
	if (!*line.before)
		put_nothing_wrong(&line, summary);
	page_end(page);
}

void verdict_print(struct page *page, const struct findings *findings,
	const struct assay_summary *summary)
{
	uint64_t left_out = findings->remarks_left_out + summary->remarks;
	struct line line = { page, ",", "" };

	put_table(page, summary);
	put_part(&line, memory_print("%" PRIu64 " record%s", summary->subjects,
		plural(summary->subjects)));
	if (summary->warnings > 0)
		put_part(&line, memory_print("%" PRIu64 " warning%s about the input",
			summary->warnings, plural(summary->warnings)));
	if (left_out > 0)
		put_part(&line, memory_print("%" PRIu64 " finding%s with a note not shown; "
			"see --all", left_out, plural(left_out)));
	page_end(page);
	put_verdict(page, findings, summary);
}
