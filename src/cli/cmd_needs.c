/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_needs.c - assay needs: which certificates are required of which subject, and by which
 * rule. */
#include <stdlib.h>
#include <string.h>

#include "cli/inquiry.h"
#include "cli/needs_page.h"
#include "cli/why_json.h"

const struct option_row cmd_needs_options[] = {
	INQUIRY_OPTIONS,
	{ OPTION_INQUIRY_ALL, "all", NULL, NULL,
	  "name every subject, and certificates that no rule requires; without it, ten subjects of "
	  "each answer" },
	OPTIONS_END
};

struct asking {
	struct inquiry inquiry;
	struct needs_page answers;
};

static void put_rule(struct json_out *json, const struct assay_rule *rule,
	const struct assay_need_rule *need)
{
	json_out_open(json, '{');
	json_out_text_member(json, "rule", rule->id);
	json_out_text_member(json, "title", rule->title);
	json_out_text_member(json, "level", rule->level);
	json_out_text_member(json, "verdict", need->verdict);
	json_out_key(json, "cases");
	json_out_open(json, '[');
	for (size_t i = 0; i < need->case_count; i++)
		why_json_list(json, need->cases[i].conditions, need->cases[i].condition_count);
	json_out_close(json, ']');
	json_out_bool_member(json, "casesCut", need->cases_cut);
	json_out_text_member(json, "reason", need->reason);
	json_out_text_member(json, "clause", need->clause);
	json_out_text_member(json, "message", need->message);
	json_out_text_member(json, "cite", need->cite);
	json_out_close(json, '}');
}

static void put_need(struct asking *asking, const struct assay_need *need)
{
	struct json_out *json = &asking->inquiry.json;

	json_out_line(json);
	json_out_open(json, '{');
	json_out_text_member(json, "subject", need->subject);
	json_out_text_member(json, "place", need->place);
	json_out_text_member(json, "meaning", need->meaning);
	json_out_text_member(json, "state", need->state);
	json_out_text_member(json, "verdict", need->verdict);
	json_out_text_member(json, "level", need->level);
	json_out_key(json, "rules");
	json_out_open(json, '[');
	for (size_t i = 0; i < need->rule_count; i++)
		put_rule(json, &asking->inquiry.rules[need->rules[i].rule], &need->rules[i]);
	json_out_close(json, ']');
	json_out_close(json, '}');
}

static void take(const struct assay_need *need, void *user)
{
	struct asking *asking = user;

	if (!inquiry_is_about(&asking->inquiry, need->subject))
		return;
	if (asking->inquiry.as_json)
		put_need(asking, need);
	else
		needs_page_take(&asking->answers, need);
}

static int answer(struct asking *asking)
{
	struct inquiry *inquiry = &asking->inquiry;
	struct assay_needs_options options = { sizeof options, take, asking };
	int status;

	asking->answers = (struct needs_page){ .rules = inquiry->rules, .all = inquiry->all };
	assay_run_needs(inquiry->run, &options);
	if (inquiry->as_json)
		why_json_begin(&inquiry->json, inquiry->policy, inquiry->now, "needs");
	status = inquiry_run(inquiry);
	if (inquiry->as_json)
		why_json_end(&inquiry->json);
	if (inquiry->subject && !inquiry->found && status == EXIT_FINE)
		status = inquiry_no_subject(inquiry);
	else if (!inquiry->as_json)
		needs_page_print(&asking->answers);
	needs_page_done(&asking->answers);
	return status;
}

int cmd_needs(struct call *call)
{
	struct asking asking = { .answers = { .all = false } };
	int status = inquiry_begin(&asking.inquiry, call);

	if (status == OPTION_TAKEN)
		status = answer(&asking);
	inquiry_done(&asking.inquiry);
	return status;
}
