/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/why_page.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"
#include "cli/report.h"

enum { BODY = 9, STEP = 2 };

void why_page_open(struct page *page, const char *heading)
{
	page_blank(page);
	page->indent = BODY;
	page_tab(page, BODY);
	page_put(page, PAGE_CYAN, heading);
	page_end(page);
	page->indent = BODY + STEP;
}

void why_page_close(struct page *page)
{
	page_end(page);
	page->indent = BODY;
}

static void put_line(struct page *page, const char *text)
{
	page_words(page, text);
	page_end(page);
}

static void put_section(struct page *page, const char *heading, const char *text)
{
	if (!*text)
		return;
	why_page_open(page, heading);
	put_line(page, text);
	why_page_close(page);
}

/* --- head and clause --------------------------------------------------- */

static void put_head(struct page *page, const struct assay_rule *rule,
	const struct assay_finding *finding)
{
	char *right = memory_print("%s, %s%s", rule->level, rule->severity,
		rule->approximate ? ", approximate" : "");

	page->indent = BODY;
	page_put(page, report_style(finding->result), assay_result_name(finding->result));
	page_tab(page, page->column >= BODY ? page->column + 1 : BODY);
	page_put(page, PAGE_BOLD, rule->id);
	page_right(page, right);
	page_end(page);
	put_line(page, rule->title);
	put_line(page, finding->subject);
	free(right);
}

static const char *clause_heading(const struct assay_finding *finding)
{
	if (strcmp(finding->clause_kind, "when") == 0)
		return "It does not apply: this is false";
	if (strcmp(finding->clause_kind, "unless") == 0)
		return "It is exempt: this holds";
	if (strcmp(finding->clause_kind, "manual") == 0)
		return "It is to be checked by hand";
	if (finding->result == ASSAY_FAIL && strcmp(finding->clause_kind, "row") == 0)
		return "It fails: this row does not allow it";
	if (finding->result == ASSAY_FAIL)
		return "It fails: this does not hold";
	return "Decided by";
}

static void put_names(struct page *page, const struct assay_explanation *e)
{
	for (size_t i = 0; i < e->name_count; i++) {
		const struct assay_name *name = &e->names[i];
		char *text = memory_print("%s %s %s", name->name,
			name->is_parameter ? "is set to" : "stands for:", name->text);

		page_words(page, text);
		if (*name->place)
			page_right(page, name->place);
		page_end(page);
		free(text);
	}
}

static void put_clause(struct page *page, const struct assay_explanation *e)
{
	const struct assay_finding *finding = e->finding;

	if (!*finding->clause_kind)
		return;
	why_page_open(page, clause_heading(finding));
	if (strcmp(finding->clause_kind, "note") == 0) {
		char *title = memory_print("[%s] %s", finding->clause_name, finding->message);

		put_line(page, title);
		free(title);
	}
	page_words(page, finding->clause);
	page_right(page, e->place);
	page_end(page);
	page->indent += STEP;
	put_names(page, e);
	why_page_close(page);
}

/* --- values ------------------------------------------------------------ */

/* Does the label say more than the word, capitals and hyphens apart? */
static bool is_telling(const char *label, const char *word)
{
	for (; *label && *word; label++, word++)
		if (tolower((unsigned char)*label) != tolower((unsigned char)*word)
		    && !(*label == ' ' && *word == '-'))
			return true;
	return *label != '\0';
}

/* A certificate inside a record has no other name; its place is told anyway. */
static bool is_called_by_place(const struct assay_value *value)
{
	char *place = memory_print("%s:%" PRIu32 " (%s)", value->file, value->line, value->where);
	bool is = strcmp(value->source, "facts") == 0 && strcmp(value->value, place) == 0;

	free(place);
	return is;
}

static char *value_text(const struct assay_value *value)
{
	if (is_called_by_place(value))
		return memory_print("%s is present", value->path);
	if (*value->value && is_telling(value->label, value->value))
		return memory_print("%s = %s (%s)", value->path, value->value, value->label);
	if (*value->value)
		return memory_print("%s = %s", value->path, value->value);
	if (strcmp(value->state, "conflict") == 0)
		return memory_print("%s is in conflict", value->path);
	if (strcmp(value->state, "duplicate") == 0)
		return memory_print("%s is given twice", value->path);
	if (strcmp(value->state, "missing") == 0)
		return memory_print("%s is not known", value->path);
	return memory_print("%s is %s", value->path, value->state);
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static char *source_text(const struct assay_value *value)
{
	if (strcmp(value->source, "facts") == 0)
		return memory_print("%s:%" PRIu32 " %s", last_part(value->file), value->line,
			value->where);
	if (strcmp(value->source, "certificate") == 0)
		return memory_print("%s, certificate at byte %" PRIu64, last_part(value->file),
			value->offset);
	if (strcmp(value->source, "derived") == 0)
		return memory_print("by %s, %s", value->how, value->where);
	if (*value->where)
		return memory_print("not in %s:%" PRIu32 " %s", last_part(value->file), value->line,
			value->where);
	return memory_copy("");
}

static void put_value(struct page *page, const struct assay_value *value)
{
	char *text = value_text(value), *source = source_text(value);

	page->indent = BODY + STEP + STEP * (int)value->depth;
	page_item(page, text, 0);
	if (*source)
		page_right(page, source);
	page_end(page);
	if (*value->why) {
		page->indent += STEP;
		put_line(page, value->why);
	}
	free(source);
	free(text);
}

static void put_values(struct page *page, const struct assay_explanation *e)
{
	if (e->value_count == 0)
		return;
	why_page_open(page, "What it rests on");
	for (size_t i = 0; i < e->value_count; i++)
		put_value(page, &e->values[i]);
	why_page_close(page);
}

/* What to collect, and what it is. */
static void put_missing(struct page *page, const struct assay_explanation *e)
{
	bool any = false;

	for (size_t i = 0; i < e->value_count; i++) {
		const struct assay_value *value = &e->values[i];
		char *text;

		if (!value->decides || strcmp(value->state, "missing") != 0)
			continue;
		if (!any)
			why_page_open(page, "What to find out");
		any = true;
		text = memory_print("%s: %s", value->path, value->meaning);
		page_item(page, text, 0);
		page_end(page);
		free(text);
	}
	if (any)
		why_page_close(page);
}

/* --- cases ------------------------------------------------------------- */

void why_page_case(struct page *page, const struct assay_case *one)
{
	page_tab(page, page->indent);
	page_put(page, PAGE_PLAIN, "- ");
	page->indent += STEP;
	if (one->condition_count == 0)
		page_words(page, "in any case");
	for (size_t i = 0; i < one->condition_count; i++) {
		page_words(page, i ? "and" : "");
		page_words(page, one->conditions[i]);
	}
	for (size_t i = 0; i < one->then_count; i++) {
		char *text = memory_print("%s%s%s", i ? "" : "(then ", one->then[i],
			i + 1 < one->then_count ? ", " : ")");

		page_words(page, text);
		free(text);
	}
	page_end(page);
	page->indent -= STEP;
}

static const char *outcome_heading(enum assay_result result, size_t count)
{
	static const char *const headings[ASSAY_RESULT_COUNT] = {
		[ASSAY_FAIL] = "It fails if", [ASSAY_PASS] = "It passes if",
		[ASSAY_EXEMPT] = "It is exempt if", [ASSAY_NOTAPPLICABLE] = "It does not apply if",
		[ASSAY_NOTCHECKED] = "It is to be checked by hand if",
	};

	(void)count;
	return headings[result] ? headings[result] : "";
}

static const char *way_heading(enum assay_result result, size_t count)
{
	if (result == ASSAY_EXEMPT)
		return count == 1 ? "It would be exempt with this change"
			: "It would be exempt with one of these changes";
	return count == 1 ? "It would pass with this change"
		: "It would pass with one of these changes";
}

static size_t count_cases(const struct assay_case *cases, size_t count, int result)
{
	size_t alike = 0;

	for (size_t i = 0; i < count; i++)
		alike += (int)cases[i].result == result;
	return alike;
}

static void put_cases(struct page *page, const struct assay_case *cases, size_t count,
	const char *(*heading)(enum assay_result result, size_t count))
{
	for (int result = 0; result < ASSAY_RESULT_COUNT; result++) {
		size_t alike = count_cases(cases, count, result);

		if (alike == 0)
			continue;
		why_page_open(page, heading((enum assay_result)result, alike));
		for (size_t i = 0; i < count; i++)
			if ((int)cases[i].result == result)
				why_page_case(page, &cases[i]);
		why_page_close(page);
	}
}

static void put_outcomes(struct page *page, const struct assay_explanation *e)
{
	put_cases(page, e->outcomes, e->outcome_count, outcome_heading);
	if (e->outcomes_cut)
		put_section(page, "And more", "There are more conditions than are listed here.");
	put_cases(page, e->ways, e->way_count, way_heading);
	if (e->ways_cut)
		put_section(page, "And more", "There are more such changes than are listed here.");
	if (e->finding->result == ASSAY_FAIL && e->way_count == 0)
		put_section(page, "It would pass with no small change",
			"No change of one or two facts is enough.");
}

/* --- tables ------------------------------------------------------------ */

static char *cell_text(const struct assay_table *table, uint32_t row, uint32_t column)
{
	char *text = memory_copy("");

	for (size_t i = 0; i < table->cell_count; i++) {
		const struct assay_cell *cell = &table->cells[i];
		char *longer;

		if (cell->row != row || cell->column != column)
			continue;
		longer = memory_print(cell->chosen ? "%s%s>%s<" : "%s%s%s", text,
			*text ? ", " : "", cell->text);
		free(text);
		text = longer;
	}
	return text;
}

static int column_width(const struct assay_table *table, uint32_t column)
{
	int widest = 0;

	for (uint32_t row = 0; row <= table->row_count; row++) {
		char *text = cell_text(table, row, column);
		int width = (int)strlen(text);

		widest = width > widest ? width : widest;
		free(text);
	}
	return widest;
}

static void put_row(struct page *page, const struct assay_table *table, uint32_t row)
{
	bool chosen = row > 0 && table->chosen_rows[row - 1];
	int at = BODY + 2 * STEP;

	page_tab(page, BODY + STEP);
	page_put(page, PAGE_BOLD, chosen ? "> " : "  ");
	for (uint32_t column = 0; column < table->column_count; column++) {
		char *text = cell_text(table, row, column);

		page_tab(page, at);
		page->indent = at;
		if (column + 1 == table->column_count)
			page_words(page, text);
		else
			page_put(page, row ? PAGE_PLAIN : PAGE_BOLD, text);
		at += column_width(table, column) + 2;
		free(text);
	}
	page_end(page);
}

static void put_notes(struct page *page, const struct assay_table *table)
{
	for (size_t i = 0; i < table->note_count; i++) {
		const struct assay_note *note = &table->notes[i];
		char *title;

		if (!note->applies)
			continue;
		page->indent = BODY + STEP;
		title = memory_print("[%s] %s", note->mark, note->title);
		put_line(page, title);
		free(title);
		page->indent += 2 * STEP;
		for (size_t r = 0; r < note->require_count; r++)
			put_line(page, note->requires[r]);
	}
}

void why_page_table(struct page *page, const struct assay_table *table)
{
	for (uint32_t row = 0; row <= table->row_count; row++)
		put_row(page, table, row);
	put_notes(page, table);
}

/* --- all of it --------------------------------------------------------- */

void why_page_print(struct page *page, const struct assay_rule *rule,
	const struct assay_explanation *e)
{
	const struct assay_finding *finding = e->finding;

	put_head(page, rule, finding);
	put_clause(page, e);
	if (e->table) {
		why_page_open(page, "The table, with the subject's row and its value marked");
		why_page_table(page, e->table);
		why_page_close(page);
	}
	put_values(page, e);
	put_missing(page, e);
	if (finding->result == ASSAY_RESULT_ERROR && finding->unknown_count == 0)
		put_section(page, "Why it is in error",
			"The facts contradict one another: no values of what is not known fit.");
	put_outcomes(page, e);
	put_section(page, "What to do", finding->fix);
	for (size_t i = 0; i < finding->caution_count; i++)
		put_section(page, "Note", finding->cautions[i]);
	put_section(page, "Source", e->cite);
	page->indent = 0;
}
