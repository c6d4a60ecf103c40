/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/needs_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"
#include "cli/page.h"

enum { MOST_SUBJECTS = 10, BODY = 2, DETAIL = 4 };

/* Subjects with the same answer. */
struct need_answer {
	struct need_answer *next;
	char *text;                     /* the answer, a line for each rule: what is printed */
	const char *verdict, *level;
	const char **subjects;          /* each with the state of its certificate */
	size_t shown;
	uint64_t count;
};

struct need_place {
	struct need_place *next;
	const char *entity, *place, *meaning;
	struct need_answer *first, **last;
};

/* --- gathering --------------------------------------------------------- */

static void print_cases(FILE *out, const struct assay_need_rule *rule)
{
	for (size_t i = 0; i < rule->case_count; i++) {
		fputs(i ? ", or if " : " if ", out);
		for (size_t c = 0; c < rule->cases[i].condition_count; c++)
			fprintf(out, "%s%s", c ? " and " : "", rule->cases[i].conditions[c]);
	}
	if (rule->cases_cut)
		fputs(", and in more cases", out);
}

/* What one rule says, on a line, and what it cites. */
static void print_rule(FILE *out, const struct assay_need_rule *rule, const struct assay_rule *of)
{
	const char *says = *rule->message ? rule->message : rule->clause;
	bool is_required = strcmp(of->level, "required") == 0;

	fprintf(out, "%s: ", of->id);
	if (strcmp(rule->verdict, "not-required") != 0)
		fputs(is_required ? "requires it" : "asks for it", out);
	else if (strcmp(rule->reason, "fail") == 0)
		fprintf(out, "fails with or without it");
	else if (strcmp(rule->reason, "exempt") == 0)
		fprintf(out, "exempt, %s", says);
	else if (strcmp(rule->reason, "notapplicable") == 0)
		fprintf(out, "does not apply; this is false: %s", rule->clause);
	else
		fprintf(out, "holds without it");
	print_cases(out, rule);
	if (!is_required)
		fprintf(out, " (level %s)", of->level);
	if (*of->cite)
		fprintf(out, "\t%s", of->cite);
	fputc('\n', out);
}

/* Of rules that don't require it, those are told only where none does. */
static char *answer_text(const struct needs_page *needs, const struct assay_need *need)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return memory_copy("");
	for (size_t i = 0; i < need->rule_count; i++)
		if (strcmp(need->verdict, "not-required") == 0
		    || strcmp(need->rules[i].verdict, "not-required") != 0)
			print_rule(out, &need->rules[i], &needs->rules[need->rules[i].rule]);
	fclose(out);
	return text;
}

static struct need_place *place_of(struct needs_page *needs, const struct assay_need *need)
{
	char *key = memory_print("%s.%s", need->entity, need->place);
	struct lookup_entry *entry = lookup_add(&needs->places, key);
	struct need_place *place = entry->value;

	free(key);
	if (place)
		return place;
	place = pool_new(&needs->pool, sizeof *place);
	place->entity = pool_copy(&needs->pool, need->entity);
	place->place = pool_copy(&needs->pool, need->place);
	place->meaning = pool_copy(&needs->pool, need->meaning);
	place->last = &place->first;
	entry->value = place;
	if (!needs->last)
		needs->last = &needs->first;
	*needs->last = place;
	needs->last = &place->next;
	return place;
}

static struct need_answer *answer_of(struct needs_page *needs, const struct assay_need *need)
{
	struct need_place *place = place_of(needs, need);
	char *text = answer_text(needs, need);
	char *key = memory_print("%s.%s\n%s\n%s", need->entity, need->place, need->verdict,
		text);
	struct lookup_entry *entry = lookup_add(&needs->answers, key);
	struct need_answer *answer = entry->value;

	if (!answer) {
		answer = pool_new(&needs->pool, sizeof *answer);
		answer->text = pool_copy(&needs->pool, text);
		answer->verdict = pool_copy(&needs->pool, need->verdict);
		answer->level = pool_copy(&needs->pool, need->level);
		entry->value = answer;
		*place->last = answer;
		place->last = &answer->next;
	}
	free(key);
	free(text);
	return answer;
}

static const char *state_words(const char *state)
{
	static const char *const words[][2] = {
		{ "missing", "not known" }, { "conflict", "in conflict" },
		{ "duplicate", "given twice" },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i][0], state) == 0)
			return words[i][1];
	return state;
}

void needs_page_take(struct needs_page *needs, const struct assay_need *need)
{
	struct need_answer *answer;
	char *subject;

	if (strcmp(need->verdict, "unasked") == 0 && !needs->all)
		return;
	answer = answer_of(needs, need);
	answer->count++;
	if (answer->shown >= MOST_SUBJECTS && !needs->all)
		return;
	answer->subjects = memory_grow(answer->subjects, answer->shown, sizeof *answer->subjects);
	subject = memory_print("%s (%s)", need->subject, state_words(need->state));
	answer->subjects[answer->shown++] = pool_copy(&needs->pool, subject);
	free(subject);
}

/* --- printing ---------------------------------------------------------- */

static const struct {
	const char *verdict, *level, *words;    /* level: of the rules; NULL: any */
	enum page_style style;
} verdicts[] = {
	{ "required", "required", "required", PAGE_BOLD },
	{ "conditional", "required", "required under a condition", PAGE_YELLOW },
	{ "required", "recommended", "recommended", PAGE_BOLD },
	{ "conditional", "recommended", "recommended under a condition", PAGE_YELLOW },
	{ "required", "supported", "needed to be supported", PAGE_BOLD },
	{ "conditional", "supported", "needed to be supported, under a condition", PAGE_YELLOW },
	{ "not-required", NULL, "not required", PAGE_GREEN },
	{ "unasked", NULL, "never required", PAGE_PLAIN },
};

/* Lines of the answer, each perhaps with a source after a tab. */
static void put_text(struct page *page, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n"), says = strcspn(text, "\t\n");
		char *line = memory_print("%.*s", (int)says, text);

		page->indent = DETAIL;
		page_item(page, line, 0);
		free(line);
		if (says < length) {
			line = memory_print("%.*s", (int)(length - says - 1), text + says + 1);
			page_right(page, line);
			free(line);
		}
		page_end(page);
		text += length + (text[length] == '\n');
	}
}

static void put_subjects(struct page *page, const struct need_answer *answer)
{
	page->indent = DETAIL;
	for (size_t i = 0; i < answer->shown; i++) {
		page_item(page, answer->subjects[i], 1);
		page_put(page, PAGE_PLAIN, i + 1 < answer->shown ? "," : "");
	}
	page_end(page);
	if (answer->count > answer->shown) {
		char *more = memory_print("... and %" PRIu64 " more",
			answer->count - answer->shown);

		page_words(page, more);
		page_end(page);
		free(more);
	}
}

static void put_answer(struct page *page, const struct need_answer *answer, size_t verdict)
{
	page_blank(page);
	page_tab(page, BODY);
	page_put(page, verdicts[verdict].style, verdicts[verdict].words);
	page_end(page);
	put_subjects(page, answer);
	put_text(page, answer->text);
}

static void put_place(struct page *page, const struct need_place *place)
{
	char *name = memory_print("%s.%s", place->entity, place->place);

	page->indent = 0;
	page_put(page, PAGE_BOLD, name);
	page_put(page, PAGE_PLAIN, ":");
	page->pending = true;
	page_words(page, place->meaning);
	page_end(page);
	for (size_t v = 0; v < sizeof verdicts / sizeof *verdicts; v++)
		for (const struct need_answer *a = place->first; a; a = a->next)
			if (strcmp(a->verdict, verdicts[v].verdict) == 0
			    && (!verdicts[v].level
			        || strcmp(a->level, verdicts[v].level) == 0))
				put_answer(page, a, v);
	free(name);
}

void needs_page_print(struct needs_page *needs)
{
	struct page page = page_open();

	if (!needs->first)
		page_words(&page, "no rule requires a certificate of what was given");
	for (const struct need_place *p = needs->first; p; p = p->next) {
		if (p != needs->first)
			page_blank(&page);
		put_place(&page, p);
	}
	page_end(&page);
}

void needs_page_done(struct needs_page *needs)
{
	for (const struct need_place *p = needs->first; p; p = p->next)
		for (const struct need_answer *a = p->first; a; a = a->next)
			free(a->subjects);
	lookup_done(&needs->places);
	lookup_done(&needs->answers);
	pool_done(&needs->pool);
}
