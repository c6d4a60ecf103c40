/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"

enum { BODY = 9, DETAIL = 11 };

enum page_style report_style(enum assay_result result)
{
	static const enum page_style styles[ASSAY_RESULT_COUNT] = {
		[ASSAY_FAIL] = PAGE_RED, [ASSAY_RESULT_ERROR] = PAGE_MAGENTA,
		[ASSAY_UNKNOWN] = PAGE_YELLOW, [ASSAY_WAIVED] = PAGE_CYAN,
		[ASSAY_PASS] = PAGE_GREEN, [ASSAY_EXEMPT] = PAGE_CYAN,
	};

	return styles[result];
}

/* --- parts ------------------------------------------------------------- */

/* "label: text", the text wrapped behind the label. */
static void put_labelled(struct page *page, const char *label, const char *text)
{
	int indent = page->indent;

	page_end(page);
	page_tab(page, indent);
	page_put(page, PAGE_CYAN, label);
	page_put(page, PAGE_PLAIN, ": ");
	page->indent = page->column;
	page_words(page, text);
	page_end(page);
	page->indent = indent;
}

/* The clause that decided. An exemption has its reason in it, a note has its title elsewhere. */
static void put_clause(struct page *page, const struct assay_finding *detail, const char *place)
{
	bool is_note = strcmp(detail->clause_kind, "note") == 0;
	char *title = is_note ? memory_print("[%s] %s", detail->clause_name, detail->message)
		: memory_copy("");

	page_words(page, title);
	page_end(page);
	free(title);
	if (!*detail->clause)
		return;
	page_words(page, detail->clause);
	page_right(page, place);
	page_end(page);
}

static bool is_unknown(const struct assay_finding *detail, const char *path)
{
	for (size_t i = 0; i < detail->unknown_count; i++)
		if (strcmp(detail->unknown[i].path, path) == 0)
			return true;
	return false;
}

/* What a fact without a value is. */
static const char *state_words(const struct assay_fact *fact)
{
	if (strcmp(fact->state, "conflict") == 0)
		return "in conflict";
	return strcmp(fact->state, "duplicate") == 0 ? "given twice" : fact->state;
}

/* "age is undecodable: expected an integer, found true" */
static char *state_of(const struct assay_fact *fact)
{
	return memory_print("%s is %s%s%s", fact->path, state_words(fact),
		*fact->why ? ": " : "", fact->why);
}

static void put_facts(struct page *page, const struct assay_finding *detail)
{
	for (size_t i = 0; i < detail->fact_count; i++) {
		const struct assay_fact *fact = &detail->facts[i];
		char *item;

		if (is_unknown(detail, fact->path))
			continue;
		item = *fact->value ? memory_print("%s = %s", fact->path, fact->value)
			: state_of(fact);
		page_item(page, item, 3);
		free(item);
	}
	page_end(page);
}

static bool is_plainly_missing(const struct assay_fact *fact)
{
	return strcmp(fact->state, "missing") == 0 && !*fact->why;
}

/* What to collect: the facts that are missing for no particular reason. */
static void put_missing(struct page *page, const struct assay_finding *detail)
{
	const char *before = "";

	for (size_t i = 0; i < detail->unknown_count; i++) {
		if (!is_plainly_missing(&detail->unknown[i]))
			continue;
		if (!*before)
			page_words(page, "not known:");
		page_put(page, PAGE_PLAIN, before);
		page_item(page, detail->unknown[i].path, 1);
		before = ",";
	}
	page_end(page);
}

/* Other facts that are not known, one a line. */
static void put_reasons(struct page *page, const struct assay_finding *detail)
{
	for (size_t i = 0; i < detail->unknown_count; i++) {
		const struct assay_fact *fact = &detail->unknown[i];
		char *item;

		if (is_plainly_missing(fact))
			continue;
		item = state_of(fact);
		page_item(page, item, 0);
		page_end(page);
		free(item);
	}
	if (detail->result == ASSAY_RESULT_ERROR && detail->unknown_count == 0) {
		page_words(page, "the facts contradict one another");
		page_end(page);
	}
}

static void put_subjects(struct page *page, const struct finding_case *one)
{
	for (size_t i = 0; i < one->subject_count; i++) {
		page_item(page, one->subjects[i], 1);
		page_put(page, PAGE_PLAIN, i + 1 < one->subject_count ? "," : "");
	}
	page_end(page);
}

/* --- groups ------------------------------------------------------------ */

enum { FIXES_APART = 3 };       /* subjects in one place of which each may have its own fix */

/* What is said once for the group. */
struct shared {
	bool clause;            /* all cases have the same */
	const char *fix;        /* NULL: by case */
};

static struct shared shared_of(const struct finding_group *group)
{
	const struct assay_finding *first = &group->first->detail;
	struct shared shared = { true, first->fix };

	for (const struct finding_case *one = group->first; one; one = one->next)
		if (one->fixes_differ || strcmp(one->detail.fix, first->fix) != 0)
			shared.fix = NULL;
	for (const struct finding_case *one = group->first; one; one = one->next)
		shared.clause = shared.clause && one->detail.line == first->line
			&& strcmp(one->detail.clause, first->clause) == 0
			&& strcmp(one->detail.message, first->message) == 0;
	return shared;
}

static void put_header(struct page *page, const struct finding_group *group,
	const struct assay_rule *rule)
{
	char *right = memory_print("%s, %s%s", rule->level, rule->severity,
		rule->approximate ? ", approximate" : "");

	page->indent = BODY;
	page_put(page, report_style(group->result), assay_result_name(group->result));
	page_tab(page, page->column >= BODY ? page->column + 1 : BODY);
	page_put(page, PAGE_BOLD, rule->id);
	page_right(page, right);
	page_end(page);
	page_words(page, rule->title);
	page_end(page);
	free(right);
}

static void put_fix(struct page *page, const char *fix)
{
	if (*fix)
		put_labelled(page, "fix", fix);
}

/* Of many subjects that stand together, one has to do for all. */
static void put_fixes(struct page *page, const struct finding_case *one)
{
	size_t told = one->subject_count > FIXES_APART ? 1 : one->subject_count;

	if (!one->fixes_differ) {
		put_fix(page, one->detail.fix);
		return;
	}
	for (size_t i = 0; i < told; i++) {
		char *fix = memory_print("for %s%s: %s", one->subjects[i],
			told < one->subject_count ? ", and the others likewise" : "",
			one->fixes[i]);

		put_fix(page, fix);
		free(fix);
	}
}

static void put_case(struct page *page, const struct finding_case *one,
	const struct shared *shared, const char *place)
{
	const struct assay_finding *detail = &one->detail;

	page->indent = BODY;
	put_subjects(page, one);
	page->indent = DETAIL;
	if (!shared->clause)
		put_clause(page, detail, place);
	put_facts(page, detail);
	put_missing(page, detail);
	put_reasons(page, detail);
	for (size_t i = 0; i < detail->caution_count; i++)
		put_labelled(page, "note", detail->cautions[i]);
	if (!shared->fix)
		put_fixes(page, one);
	page->indent = BODY;
}

static char *place_of(const struct assay_rule *rule, uint32_t line)
{
	return memory_print("%s:%" PRIu32, rule->file, line ? line : rule->line);
}

static void put_group(struct page *page, const struct finding_group *group,
	const struct assay_rule *rule)
{
	const struct assay_finding *first = &group->first->detail;
	struct shared shared = shared_of(group);
	char *place = place_of(rule, first->line);

	put_header(page, group, rule);
	if (shared.clause)
		put_clause(page, first, place);
	page_blank(page);
	for (const struct finding_case *one = group->first; one; one = one->next) {
		free(place);
		place = place_of(rule, one->detail.line);
		put_case(page, one, &shared, place);
	}
	free(place);
	if (group->count > group->kept) {
		char *more = memory_print("... and %" PRIu64 " more", group->count - group->kept);

		page_words(page, more);
		page_end(page);
		free(more);
	}
	if (shared.fix)
		put_fix(page, shared.fix);
	if (*rule->cite)
		put_labelled(page, "see", rule->cite);
	page->indent = 0;
	page_blank(page);
}

void report_print(struct page *page, const struct findings *findings)
{
	for (int result = 0; result < ASSAY_RESULT_COUNT; result++) {
		for (int level = 0; level < 3; level++) {
			for (uint32_t i = 0; i < findings->rule_count; i++) {
				const struct assay_rule *rule = &findings->rules[i];
				const struct finding_group *group;

				group = findings_group(findings, i, (enum assay_result)result);
				if (group && group->kept && findings_level(rule) == level)
					put_group(page, group, rule);
			}
		}
	}
}

