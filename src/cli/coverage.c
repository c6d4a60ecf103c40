/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/coverage.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/glyph.h"
#include "cli/memory.h"

/* --- gathering ----------------------------------------------------------- */

static struct assay_coverage *find_or_add(struct coverage *coverage, const struct assay_coverage *rule)
{
	char *key = memory_print("%s\n%s", rule->file, rule->rule);
	struct lookup_entry *entry = lookup_add(&coverage->places, key);
	size_t *place = entry->value;

	free(key);
	if (place)
		return &coverage->rules[*place];
	entry->value = place = pool_new(&coverage->pool, sizeof *place);
	*place = coverage->count;
	coverage->rules = memory_grow(coverage->rules, coverage->count, sizeof *coverage->rules);
	coverage->rules[coverage->count++] = (struct assay_coverage){ .size = sizeof *rule,
		.rule = pool_copy(&coverage->pool, rule->rule), .level = rule->level,
		.file = pool_copy(&coverage->pool, rule->file), .line = rule->line };
	return &coverage->rules[*place];
}

void coverage_take(const struct assay_coverage *rule, void *user)
{
	struct assay_coverage *kept = find_or_add(user, rule);

	for (int i = 0; i < ASSAY_RESULT_COUNT; i++) {
		kept->reachable[i] = kept->reachable[i] || rule->reachable[i];
		kept->expected[i] += rule->expected[i];
	}
}

void coverage_done(struct coverage *coverage)
{
	lookup_done(&coverage->places);
	pool_done(&coverage->pool);
	free(coverage->rules);
}

/* --- what is lacking ----------------------------------------------------- */

static bool is_lacking(const struct assay_coverage *rule, int result)
{
	return rule->reachable[result] && rule->expected[result] == 0;
}

static bool has_gap(const struct assay_coverage *rule)
{
	return is_lacking(rule, ASSAY_FAIL) || is_lacking(rule, ASSAY_PASS);
}

size_t coverage_gaps(const struct coverage *coverage)
{
	size_t count = 0;

	for (size_t i = 0; i < coverage->count; i++)
		count += has_gap(&coverage->rules[i]);
	return count;
}

/* --- as a table ---------------------------------------------------------- */

/* The columns of results that any rule can have. */
static const char *const heads[ASSAY_RESULT_COUNT] = {
	[ASSAY_FAIL] = "fail", [ASSAY_RESULT_ERROR] = "error", [ASSAY_UNKNOWN] = "unknown",
	[ASSAY_PASS] = "pass", [ASSAY_EXEMPT] = "exempt", [ASSAY_NOTAPPLICABLE] = "n/a",
	[ASSAY_NOTCHECKED] = "manual",
};

static bool has_column(const struct coverage *coverage, int result)
{
	bool any = false;

	for (size_t i = 0; i < coverage->count; i++)
		any = any || coverage->rules[i].reachable[result];
	return any && heads[result];
}

/* Put a cell so that it ends at the right of its column, which begins at `column`; the result is
 * where the next one begins. A 0 is a result that no test expects. */
static int put_cell(struct page *page, int column, int result, const char *text)
{
	int width = glyph_width(heads[result]) + 1;

	page_tab(page, column + width - glyph_width(text));
	page_put(page, strcmp(text, "0") == 0 ? PAGE_YELLOW : PAGE_PLAIN, text);
	return column + width;
}

/* The columns end at the right margin, if they have room. */
static int first_column(const struct page *page, const struct coverage *coverage)
{
	int column = page->width;

	for (int i = 0; i < ASSAY_RESULT_COUNT; i++)
		if (has_column(coverage, i))
			column -= glyph_width(heads[i]) + 1;
	return column > 0 ? column : 0;
}

static void put_rule(struct page *page, const struct coverage *coverage,
	const struct assay_coverage *rule)
{
	int column = first_column(page, coverage);

	page_put(page, PAGE_PLAIN, rule->rule);
	if (page->column > column)
		page_end(page);
	for (int i = 0; i < ASSAY_RESULT_COUNT; i++) {
		char *text;

		if (!has_column(coverage, i))
			continue;
		text = rule->reachable[i] || rule->expected[i]
			? memory_print("%" PRIu64, rule->expected[i]) : memory_copy("-");
		column = put_cell(page, column, i, text);
		free(text);
	}
	page_end(page);
}

static void put_gap(struct page *page, const struct assay_coverage *rule)
{
	char *text = memory_print("%s (%s:%" PRIu32 "): %s%s%s", rule->rule, rule->file, rule->line,
		is_lacking(rule, ASSAY_FAIL) ? "fail" : "",
		is_lacking(rule, ASSAY_FAIL) && is_lacking(rule, ASSAY_PASS) ? ", " : "",
		is_lacking(rule, ASSAY_PASS) ? "pass" : "");

	page->indent = 2;
	page_item(page, text, 0);
	page_end(page);
	page->indent = 0;
	free(text);
}

void coverage_print(struct page *page, const struct coverage *coverage)
{
	int column = first_column(page, coverage);

	page->indent = 0;
	page_blank(page);
	for (int i = 0; i < ASSAY_RESULT_COUNT; i++)
		if (has_column(coverage, i))
			column = put_cell(page, column, i, heads[i]);
	page_end(page);
	for (size_t i = 0; i < coverage->count; i++)
		put_rule(page, coverage, &coverage->rules[i]);
	page_blank(page);
	if (coverage_gaps(coverage) > 0)
		page_words(page, "no test expects:");
	page_end(page);
	for (size_t i = 0; i < coverage->count; i++)
		if (has_gap(&coverage->rules[i]))
			put_gap(page, &coverage->rules[i]);
}

/* --- as JSON ------------------------------------------------------------- */

static void write_rule(struct json_out *json, const struct assay_coverage *rule)
{
	json_out_open(json, '{');
	json_out_text_member(json, "rule", rule->rule);
	json_out_text_member(json, "level", rule->level);
	json_out_text_member(json, "file", rule->file);
	json_out_number_member(json, "line", rule->line);
	json_out_key(json, "expected");
	json_out_open(json, '{');
	for (int i = 0; i < ASSAY_RESULT_COUNT; i++)
		if (rule->reachable[i] || rule->expected[i])
			json_out_number_member(json, assay_result_name((enum assay_result)i),
				rule->expected[i]);
	json_out_close(json, '}');
	json_out_close(json, '}');
}

void coverage_write(struct json_out *json, const struct coverage *coverage)
{
	json_out_key(json, "rules");
	json_out_open(json, '[');
	for (size_t i = 0; i < coverage->count; i++) {
		json_out_line(json);
		write_rule(json, &coverage->rules[i]);
	}
	putchar('\n');
	json_out_close(json, ']');
}
