/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_ask.c - assay ask: which values a table would allow a subject. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/inquiry.h"
#include "cli/memory.h"
#include "cli/report.h"
#include "cli/why_json.h"
#include "cli/why_page.h"

enum { MOST_SUBJECTS = 10, BODY = 9, STEP = 2 };

const struct option_row cmd_ask_options[] = {
	{ OPTION_INQUIRY_RULE, "table", "ID", NULL, "ask about this table" },
	INQUIRY_OPTIONS,
	{ OPTION_INQUIRY_ALL, "all", NULL, NULL,
	  "answer for every subject, also those that a table is not about; without it, for ten of "
	  "each table" },
	OPTIONS_END
};

struct asking {
	struct inquiry inquiry;
	struct page page;
	uint64_t *answered;             /* by rule */
	uint64_t count, left_out, not_about;
};

static bool is_named(const struct asking *asking)
{
	return asking->inquiry.all || (asking->inquiry.rule && asking->inquiry.subject);
}

static int wants(const struct assay_finding *finding, void *user)
{
	struct asking *asking = user;
	struct inquiry *inquiry = &asking->inquiry;

	if ((inquiry->rule && strcmp(inquiry->rules[finding->rule].id, inquiry->rule) != 0)
	    || !inquiry_is_about(inquiry, finding->subject))
		return 0;
	if (is_named(asking))
		return 1;
	if (finding->result == ASSAY_NOTAPPLICABLE) {
		asking->not_about++;
		return 0;
	}
	if (asking->answered[finding->rule] < MOST_SUBJECTS)
		return 1;
	asking->left_out++;
	return 0;
}

/* --- for people -------------------------------------------------------- */

static void put_text(struct page *page, char *text)
{
	page_words(page, text);
	free(text);
}

static void put_cases(struct page *page, const struct assay_option *option)
{
	for (size_t i = 0; i < option->case_count; i++) {
		const struct assay_case *one = &option->cases[i];

		page_words(page, i ? "or if" : "");
		for (size_t c = 0; c < one->condition_count; c++) {
			page_words(page, c ? "and" : "");
			page_words(page, one->conditions[c]);
		}
		for (size_t t = 0; t < one->then_count; t++)
			put_text(page, memory_print("%s%s%s", t ? "" : "(then ", one->then[t],
				t + 1 < one->then_count ? ", " : ")"));
		page_put(page, PAGE_PLAIN, i + 1 < option->case_count ? "," : "");
	}
	if (option->cases_cut)
		page_words(page, ", and in more cases");
}

static const struct {
	const char *verdict;
	enum page_style style;
	const char *words, *before;     /* before the cases */
} verdicts[] = {
	{ "works", PAGE_GREEN, "works", "" },
	{ "depends", PAGE_YELLOW, "works if", "" },
	{ "change", PAGE_RED, "does not work as it is;", "it would if" },
	{ "no", PAGE_RED, "does not work", "" },
	{ "silent", PAGE_PLAIN, "is not judged by the table:", "" },
};

static void put_option(struct page *page, const struct assay_option *option, int indent)
{
	page_tab(page, BODY + STEP);
	page_put(page, PAGE_BOLD, option->label);
	page_tab(page, indent);
	page->indent = indent;
	for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
		if (strcmp(verdicts[i].verdict, option->verdict) != 0)
			continue;
		page_put(page, verdicts[i].style, verdicts[i].words);
		page->pending = true;
		page_words(page, verdicts[i].before);
	}
	page_words(page, option->reason);
	put_cases(page, option);
	for (size_t i = 0; i < option->note_count; i++)
		put_text(page, memory_print("[%s]", option->notes[i]));
	if (option->has_now)
		page_words(page, "(it has this now)");
	page_end(page);
	for (size_t i = 0; i < option->caution_count; i++) {
		put_text(page, memory_print("note: %s", option->cautions[i]));
		page_end(page);
	}
}

static int widest_label(const struct assay_answer *answer)
{
	size_t widest = 0;

	for (size_t i = 0; i < answer->option_count; i++) {
		size_t length = strlen(answer->options[i].label);

		widest = length > widest ? length : widest;
	}
	return widest > 30 ? 30 : (int)widest;
}

static void put_options(struct page *page, const struct assay_answer *answer)
{
	char *heading;

	if (!answer->applies) {
		why_page_open(page, "The table is not about it: this is false");
		page_words(page, answer->finding->clause);
		page_end(page);
		return;
	}
	heading = memory_print("Values of %s", answer->table->target);
	why_page_open(page, heading);
	free(heading);
	for (size_t i = 0; i < answer->option_count; i++)
		put_option(page, &answer->options[i], BODY + STEP + widest_label(answer) + STEP);
	why_page_open(page, "The table, with the subject's row marked");
	why_page_table(page, answer->table);
}

static void print_answer(struct page *page, const struct assay_rule *rule,
	const struct assay_answer *answer)
{
	page->indent = BODY;
	page_put(page, report_style(answer->finding->result),
		assay_result_name(answer->finding->result));
	page_tab(page, page->column >= BODY ? page->column + 1 : BODY);
	page_put(page, PAGE_BOLD, rule->id);
	page_right(page, answer->place);
	page_end(page);
	page_words(page, rule->title);
	page_end(page);
	page_words(page, answer->finding->subject);
	page_end(page);
	put_options(page, answer);
	if (*answer->cite) {
		why_page_open(page, "Source");
		page_words(page, answer->cite);
	}
	why_page_close(page);
	page->indent = 0;
}

static void print_rest(struct asking *asking)
{
	struct page *page = &asking->page;

	if (asking->count > 0 && asking->left_out > 0)
		page_blank(page);
	if (asking->left_out > 0)
		put_text(page, memory_print("%" PRIu64 " more; --all answers for all",
			asking->left_out));
	else if (asking->count == 0 && asking->not_about > 0)
		put_text(page, memory_print("no table is about it; --all says why not"));
	else if (asking->count == 0)
		put_text(page, memory_print("there is no table to ask about it"));
	page_end(page);
}

/* --- for programs ------------------------------------------------------ */

static void json_answer(struct json_out *json, const struct assay_rule *rule,
	const struct assay_answer *answer)
{
	json_out_line(json);
	json_out_open(json, '{');
	json_out_text_member(json, "table", rule->id);
	json_out_text_member(json, "title", rule->title);
	json_out_text_member(json, "subject", answer->finding->subject);
	json_out_text_member(json, "result", assay_result_name(answer->finding->result));
	json_out_text_member(json, "place", answer->place);
	json_out_text_member(json, "cite", answer->cite);
	json_out_bool_member(json, "applies", answer->applies);
	json_out_text_member(json, "clause", answer->finding->clause);
	json_out_key(json, "values");
	json_out_open(json, '[');
	for (size_t i = 0; i < answer->option_count; i++) {
		const struct assay_option *option = &answer->options[i];

		json_out_open(json, '{');
		json_out_text_member(json, "value", option->word);
		json_out_text_member(json, "label", option->label);
		json_out_text_member(json, "verdict", option->verdict);
		json_out_bool_member(json, "hasNow", option->has_now);
		why_json_cases(json, "cases", option->cases, option->case_count);
		json_out_bool_member(json, "casesCut", option->cases_cut);
		json_out_text_member(json, "reason", option->reason);
		why_json_texts(json, "notes", option->notes, option->note_count);
		why_json_texts(json, "cautions", option->cautions, option->caution_count);
		json_out_close(json, '}');
	}
	json_out_close(json, ']');
	why_json_table(json, "printed", answer->table);
	json_out_close(json, '}');
}

/* --- the command ------------------------------------------------------- */

static void take(const struct assay_answer *answer, void *user)
{
	struct asking *asking = user;
	const struct assay_rule *rule = &asking->inquiry.rules[answer->finding->rule];

	asking->answered[answer->finding->rule]++;
	if (asking->inquiry.as_json) {
		json_answer(&asking->inquiry.json, rule, answer);
	} else {
		if (asking->count > 0)
			page_blank(&asking->page);
		print_answer(&asking->page, rule, answer);
	}
	asking->count++;
}

static int answer_all(struct asking *asking)
{
	struct assay_ask_options options = { sizeof options, wants, take, asking };
	struct inquiry *inquiry = &asking->inquiry;
	int status;

	asking->page = page_open();
	asking->answered = memory_new(inquiry->rule_count, sizeof *asking->answered);
	assay_run_ask(inquiry->run, &options);
	if (inquiry->as_json)
		why_json_begin(&inquiry->json, inquiry->policy, inquiry->now, "answers");
	status = inquiry_run(inquiry);
	if (inquiry->as_json)
		why_json_end(&inquiry->json);
	if (inquiry->subject && !inquiry->found && status == EXIT_FINE)
		status = inquiry_no_subject(inquiry);
	else if (!inquiry->as_json)
		print_rest(asking);
	free(asking->answered);
	return status;
}

int cmd_ask(struct call *call)
{
	struct asking asking = { .count = 0 };
	int status = inquiry_begin(&asking.inquiry, call);

	if (status == OPTION_TAKEN)
		status = answer_all(&asking);
	inquiry_done(&asking.inquiry);
	return status;
}
