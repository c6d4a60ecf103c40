/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_why.c - assay why: why rules say of subjects what they say. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/inquiry.h"
#include "cli/memory.h"
#include "cli/why_json.h"
#include "cli/why_page.h"

enum { MOST_SUBJECTS = 10 };

const struct option_row cmd_why_options[] = {
	{ OPTION_INQUIRY_RULE, "rule", "ID", NULL, "explain this rule" },
	INQUIRY_OPTIONS,
	{ OPTION_INQUIRY_ALL, "all", NULL, NULL,
	  "explain every finding asked for; without it, those that fail, are in error or are "
	  "unknown, ten of each rule, unless a rule and a subject are named" },
	OPTIONS_END
};

struct asking {
	struct inquiry inquiry;
	struct page page;
	uint64_t *explained;            /* by rule */
	uint64_t count, others, left_out;       /* explained; of other results; of more subjects */
};

static int wants(const struct assay_finding *finding, void *user)
{
	struct asking *asking = user;
	struct inquiry *inquiry = &asking->inquiry;

	if (inquiry->rule && strcmp(inquiry->rules[finding->rule].id, inquiry->rule) != 0)
		return 0;
	if (!inquiry_is_about(inquiry, finding->subject))
		return 0;
	if (inquiry->all || (inquiry->rule && inquiry->subject))
		return 1;
	if (finding->result >= ASSAY_WAIVED) {
		asking->others++;
		return 0;
	}
	if (asking->explained[finding->rule] < MOST_SUBJECTS)
		return 1;
	asking->left_out++;
	return 0;
}

static void take(const struct assay_explanation *explanation, void *user)
{
	struct asking *asking = user;
	const struct assay_rule *rule = &asking->inquiry.rules[explanation->finding->rule];

	asking->explained[explanation->finding->rule]++;
	if (asking->inquiry.as_json) {
		why_json_print(&asking->inquiry.json, rule, explanation);
	} else {
		if (asking->count > 0)
			page_blank(&asking->page);
		why_page_print(&asking->page, rule, explanation);
	}
	asking->count++;
}

static void put_count(struct page *page, uint64_t count, const char *one, const char *more)
{
	char *text = memory_print("%" PRIu64 " %s", count, count == 1 ? one : more);

	page_words(page, text);
	page_end(page);
	free(text);
}

/* What was not explained. */
static void print_rest(struct asking *asking)
{
	if (asking->left_out > 0 && asking->count > 0)
		page_blank(&asking->page);
	if (asking->left_out > 0)
		put_count(&asking->page, asking->left_out,
			"more finding is not explained here; --all explains it",
			"more findings are not explained here; --all explains them");
	if (asking->count == 0 && asking->others > 0)
		put_count(&asking->page, asking->others,
			"finding, and it does not fail, is not in error and not unknown; "
			"--all explains it",
			"findings, and none fails, is in error or is unknown; "
			"--all explains them");
	else if (asking->count == 0)
		put_count(&asking->page, 0, "", "findings to explain");
}

static int answer(struct asking *asking)
{
	struct assay_explain_options options = { sizeof options, wants, take, asking };
	struct inquiry *inquiry = &asking->inquiry;
	int status;

	asking->page = page_open();
	asking->explained = memory_new(inquiry->rule_count, sizeof *asking->explained);
	assay_run_explain(inquiry->run, &options);
	if (inquiry->as_json)
		why_json_begin(&inquiry->json, inquiry->policy, inquiry->now, "explanations");
	status = inquiry_run(inquiry);
	if (inquiry->as_json)
		why_json_end(&inquiry->json);
	if (inquiry->subject && !inquiry->found && status == EXIT_FINE)
		status = inquiry_no_subject(inquiry);
	else if (!inquiry->as_json)
		print_rest(asking);
	free(asking->explained);
	return status;
}

int cmd_why(struct call *call)
{
	struct asking asking = { .count = 0 };
	int status = inquiry_begin(&asking.inquiry, call);

	if (status == OPTION_TAKEN)
		status = answer(&asking);
	inquiry_done(&asking.inquiry);
	return status;
}
