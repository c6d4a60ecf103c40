/* SPDX-License-Identifier: Apache-2.0 */
/* inquiry.h - what the commands that ask about results have in common: a policy, inputs, and which
 * rule and subject the question is about.
 */
#ifndef CLI_INQUIRY_H
#define CLI_INQUIRY_H

#include <assay-tools.h>

#include "cli/inputs.h"
#include "cli/json_out.h"
#include "cli/nearest.h"
#include "cli/option.h"
#include "cli/policy.h"

enum { OPTION_INQUIRY = 640, OPTION_INQUIRY_NOW, OPTION_INQUIRY_COMPLETE, OPTION_INQUIRY_AS,
       OPTION_INQUIRY_FORMAT, OPTION_INQUIRY_RULE, OPTION_INQUIRY_SUBJECT, OPTION_INQUIRY_ALL };

#define INQUIRY_OPTIONS \
	{ OPTION_INQUIRY_SUBJECT, "subject", "SUBJECT", NULL, \
	  "ask about this subject: device/PC06, or PC06" }, \
	{ OPTION_INQUIRY_NOW, "now", "DATE", NULL, "evaluate as of this date, not as of today" }, \
	{ OPTION_INQUIRY_NOW, "as-of", "DATE", NULL, NULL }, \
	POLICY_OPTIONS, \
	{ OPTION_INQUIRY_COMPLETE, "complete", NULL, NULL, \
	  "the records are the whole fleet: rules about all of it can be decided" }, \
	{ OPTION_INQUIRY_AS, "as", "PLACE", NULL, \
	  "where the certificates given stand, such as gateway.server-auth" }, \
	INPUT_OPTIONS, \
	{ OPTION_INQUIRY_FORMAT, "format", "FORMAT", "text json", "how to print" }

struct inquiry {
	/* What the options said. */
	struct policy_options options;
	struct inputs inputs;
	int64_t now;
	bool complete, all, as_json;
	const char *place, *rule, *subject;
	/* While it is answered. */
	const struct call *call;
	struct assay_policy *policy;
	struct assay_rule *rules;
	uint32_t rule_count;
	struct assay_run *run;
	struct messages messages;
	struct json_out json;
	char *nearest;                  /* subject that was perhaps meant; NULL if none is near */
	unsigned distance;
	bool begun, found;              /* a subject that is asked about */
};

/* Take an option of INQUIRY_OPTIONS, or OPTION_INQUIRY_RULE or OPTION_INQUIRY_ALL; an option_fn. */
int inquiry_take_option(const struct call *call, int id, const char *argument, void *user);

/* Read the options, open the policy and begin a run on it. OPTION_TAKEN, or the exit status
 * when that was told. inquiry_done is due in each case. */
int inquiry_begin(struct inquiry *inquiry, struct call *call);

/* Is the question about this subject? */
bool inquiry_is_about(struct inquiry *inquiry, const char *subject);

/* Read the inputs and evaluate. EXIT_FINE, or EXIT_TROUBLE when an input could not be used. */
int inquiry_run(struct inquiry *inquiry);

/* Say that there is no such subject; the result is an exit status. */
int inquiry_no_subject(const struct inquiry *inquiry);

void inquiry_done(struct inquiry *inquiry);

#endif
