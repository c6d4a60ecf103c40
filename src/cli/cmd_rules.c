/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_rules.c - assay rules: what a policy asks for. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/memory.h"
#include "cli/option.h"
#include "cli/page.h"
#include "cli/policy.h"

enum { BODY = 2 };

const struct option_row cmd_rules_options[] = {
	POLICY_OPTIONS,
	OPTIONS_END
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	return policy_take_option(call, id, argument, user);
}

static void print_line(struct page *page, char *text)
{
	page_words(page, text);
	page_end(page);
	free(text);
}

static void print_rule(struct page *page, const struct assay_rule *rule)
{
	char *right = memory_print("%s, %s%s%s", rule->level, rule->severity,
		rule->approximate ? ", approximate" : "", rule->selected ? "" : ", left out");

	page_put(page, PAGE_BOLD, rule->id);
	page_right(page, right);
	page_end(page);
	free(right);
	page->indent = BODY;
	print_line(page, memory_copy(rule->title));
	if (*rule->cite)
		print_line(page, memory_print("see: %s", rule->cite));
	print_line(page, memory_print("%s:%" PRIu32 ", at most %" PRIu64 " instructions",
		rule->file, rule->line, rule->bound));
	page->indent = 0;
}

static void print_rules(const struct assay_policy *policy)
{
	struct page page = page_open();
	uint32_t count = assay_policy_rule_count(policy);
	struct assay_rule rule = { .size = sizeof rule };

	print_line(&page, memory_print("%s %s: %s", assay_policy_name(policy),
		assay_policy_version(policy), assay_policy_title(policy)));
	for (uint32_t i = 0; i < count; i++) {
		if (assay_policy_rule(policy, i, &rule) != ASSAY_OK)
			continue;
		page_blank(&page);
		print_rule(&page, &rule);
	}
	page_blank(&page);
	print_line(&page, memory_print("%" PRIu32 " rule%s", count, count == 1 ? "" : "s"));
}

int cmd_rules(struct call *call)
{
	struct policy_options options = { 0 };
	struct assay_policy *policy;
	int status = option_read(call, take_option, &options);

	if (status != OPTION_TAKEN)
		return status;
	if (call->argc != 1) {
		status = call_wrong(call, "one policy is needed");
	} else if ((policy = policy_open(call->argv[0], &options, EXIT_MISTAKES, &status))) {
		print_rules(policy);
		assay_policy_free(policy);
	}
	policy_options_done(&options);
	return status;
}
