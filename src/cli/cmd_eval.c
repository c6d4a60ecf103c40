/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_eval.c - assay eval: a policy over facts and certificates. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/endpoints.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/mapping.h"
#include "cli/memory.h"
#include "cli/nearest.h"
#include "cli/option.h"
#include "cli/policy.h"
#include "cli/report.h"
#include "cli/tell.h"
#include "cli/verdict.h"
#include "cli/writer.h"

enum { OPTION_THREADS = OPTION_LONG + 64, OPTION_RESULTS };
enum { OPTION_NOW = OPTION_LONG + 16, OPTION_COMPLETE, OPTION_AS, OPTION_FORMAT, OPTION_ALL,
       OPTION_RULE };
enum { SUBJECTS_SHOWN = 10 };

/* "text", and every format of formats.def. */
static const char format_names[] = "text"
#define FORMAT(name, json, help) " " #name
#include "cli/formats.def"
#undef FORMAT
	;

const struct option_row cmd_eval_options[] = {
	{ OPTION_NOW, "now", "DATE", NULL, "evaluate as of this date, not as of today" },
	{ OPTION_NOW, "as-of", "DATE", NULL, NULL },
	POLICY_OPTIONS,
	MAPPING_OPTIONS,
	{ OPTION_COMPLETE, "complete", NULL, NULL,
	  "the records are the whole fleet: rules about all of it can be decided" },
	{ OPTION_AS, "as", "PLACE", NULL,
	  "where the certificates given stand, such as gateway.server-auth" },
	INPUT_OPTIONS,
	ENDPOINT_OPTIONS,
	{ OPTION_FORMAT, "format", "FORMAT", format_names, "how to print" },
	{ OPTION_ALL, "all", NULL, NULL,
	  "show every finding; without it, ten of each rule that fails, is in error or is "
	  "unknown" },
	{ OPTION_RESULTS, "results", "RESULT,...", NULL,
	  "show findings with these results only, such as fail,error,unknown" },
	{ OPTION_RULE, "rule", "ID", NULL, "show this rule only, whatever its results; may be "
	  "repeated" },
	{ OPTION_THREADS, "threads", "N", NULL,
	  "judge large inputs of lines (NDJSON) by N threads; without it, one for each processor" },
	{ 'q', "quiet", NULL, NULL, "print no findings; the exit status tells" },
	OPTIONS_END
};

/* What the options said. */
struct wish {
	struct policy_options policy;
	struct mapping_options mapping;
	int64_t now;
	bool complete, all, quiet;
	const char *place;
	uint32_t threads;
	uint32_t results;               /* to be shown: bits; 0: as the format has it */
	const struct writer_format *format;     /* NULL: for a person */
	const char **rules;
	size_t rule_count;
	struct inputs inputs;
	struct endpoints endpoints;
};

static int take_date(const struct call *call, const char *argument, struct wish *wish)
{
	if (assay_parse_date(argument, &wish->now))
		return OPTION_TAKEN;
	return call_wrong(call, "`%s` is no date; write 2026-11-22 or 2026-11-22T10:30:00Z",
		argument);
}

static int take_result(const struct call *call, const char *word, size_t length, struct wish *wish)
{
	for (int i = 0; i < ASSAY_RESULT_COUNT; i++) {
		const char *name = assay_result_name((enum assay_result)i);

		if (strlen(name) == length && strncmp(name, word, length) == 0) {
			wish->results |= 1u << i;
			return OPTION_TAKEN;
		}
	}
	return call_wrong(call, "--results has no `%.*s`; results are fail, error, unknown, waived, "
		"pass, exempt, notapplicable, notchecked, notselected", (int)length, word);
}

static int take_results(const struct call *call, const char *argument, struct wish *wish)
{
	int status = OPTION_TAKEN;

	while (status == OPTION_TAKEN) {
		size_t length = strcspn(argument, ",");

		status = take_result(call, argument, length, wish);
		if (!argument[length])
			break;
		argument += length + 1;
	}
	return status;
}

enum { MOST_THREADS = 256 };

static int take_threads(const struct call *call, const char *argument, struct wish *wish)
{
	char *end;
	unsigned long number = strtoul(argument, &end, 10);

	if (*end || *argument == '-' || number < 1 || number > MOST_THREADS)
		return call_wrong(call, "--threads is a number from 1 to %d, not `%s`", MOST_THREADS,
			argument);
	wish->threads = (uint32_t)number;
	return OPTION_TAKEN;
}

static uint32_t processors(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);

	if (count < 1)
		return 1;
	return count > MOST_THREADS ? MOST_THREADS : (uint32_t)count;
}

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct wish *wish = user;

	switch (id) {
	case OPTION_OPERAND:
		mapping_note_operand(&wish->mapping);
		break;
	case OPTION_MAPPING:
	case OPTION_MAPPING_SET:
		return mapping_take_option(call, id, argument, &wish->mapping);
	case OPTION_NOW:
		return take_date(call, argument, wish);
	case OPTION_COMPLETE:
		wish->complete = true;
		break;
	case OPTION_AS:
		wish->place = argument;
		break;
	case OPTION_FORMAT:
		wish->format = writer_format(argument);
		break;
	case OPTION_ALL:
		wish->all = true;
		break;
	case OPTION_RULE:
		wish->rules = memory_grow(wish->rules, wish->rule_count, sizeof *wish->rules);
		wish->rules[wish->rule_count++] = argument;
		break;
	case OPTION_RESULTS:
		return take_results(call, argument, wish);
	case OPTION_THREADS:
		return take_threads(call, argument, wish);
	case 'q':
		wish->quiet = true;
		break;
	default:
		if (endpoints_is_option(id))
			return endpoints_take_option(call, id, argument, &wish->endpoints);
		return inputs_is_option(id)
			? inputs_take_option(call, id, argument, &wish->inputs)
			: policy_take_option(call, id, argument, &wish->policy);
	}
	return OPTION_TAKEN;
}

/* --- one evaluation ---------------------------------------------------- */

struct session {
	const struct call *call;
	struct wish *wish;
	struct assay_policy *policy;
	struct findings findings;
	struct writer writer;
	struct messages messages;
	bool *only;
	struct assay_run *run;
	bool begun;
};

static int choose_rule(struct session *session, const char *id)
{
	const struct findings *findings = &session->findings;
	struct nearest nearest = nearest_to(id);

	for (uint32_t i = 0; i < findings->rule_count; i++) {
		if (strcmp(findings->rules[i].id, id) == 0) {
			session->only[i] = true;
			return OPTION_TAKEN;
		}
		nearest_offer(&nearest, findings->rules[i].id);
	}
	if (nearest.best)
		return call_wrong(session->call, "the policy has no rule `%s`; did you mean `%s`?",
			id, nearest.best);
	return call_wrong(session->call, "the policy has no rule `%s`", id);
}

/* Which findings are shown: of rules that are chosen all, unless results are chosen too. */
static int choose(struct session *session)
{
	const struct wish *wish = session->wish;
	struct findings *findings = &session->findings;
	int status = OPTION_TAKEN;

	for (int i = 0; i < ASSAY_RESULT_COUNT; i++)
		findings->show[i] = wish->results ? wish->results >> i & 1
			: wish->all || wish->format || wish->rule_count > 0 || i < ASSAY_WAIVED;
	findings->most = wish->all ? UINT64_MAX : SUBJECTS_SHOWN;
	if (wish->rule_count > 0)
		session->only = memory_new(findings->rule_count, sizeof *session->only);
	for (size_t i = 0; i < wish->rule_count && status == OPTION_TAKEN; i++)
		status = choose_rule(session, wish->rules[i]);
	findings->only = session->only;
	return status;
}

static void print_begin(struct session *session)
{
	const struct wish *wish = session->wish;
	struct writer *writer = &session->writer;

	*writer = (struct writer){ .format = wish->format, .policy = session->policy,
		.rules = session->findings.rules, .rule_count = session->findings.rule_count,
		.only = session->only, .now = wish->now, .complete = wish->complete };
	for (int i = 0; i < ASSAY_RESULT_COUNT; i++)
		writer->show[i] = session->findings.show[i];
	if (wish->format && !wish->quiet)
		writer_begin(writer);
}

static void print_end(struct session *session, const struct assay_summary *summary)
{
	struct page page;

	if (session->wish->quiet)
		return;
	if (session->wish->format) {
		writer_end(&session->writer, summary);
		return;
	}
	page = page_open();
	report_print(&page, &session->findings);
	verdict_print(&page, &session->findings, summary);
}

static void take_finding(const struct assay_finding *finding, void *user)
{
	struct session *session = user;

	if (session->wish->quiet)
		return;
	if (session->wish->format)
		writer_take(finding, &session->writer);
	else
		findings_take(finding, &session->findings);
}

/* Before the run began there is nothing that can be wrong but the place. */
static void take_message(const struct assay_message *message, void *user)
{
	struct session *session = user;

	if (session->begun)
		messages_take(message, &session->messages);
	else
		call_wrong(session->call, "--as %s: %s", session->wish->place, message->text);
}

static const char *next_password(const char *file, unsigned int attempt, void *user)
{
	return password_next(&((struct session *)user)->wish->inputs.passwords, file, attempt);
}

static uint32_t results_wanted(const struct session *session)
{
	uint32_t results = 0;

	for (int i = 0; i < ASSAY_RESULT_COUNT; i++)
		if (session->findings.show[i])
			results |= 1u << i;
	return results;
}

static enum assay_status run_new(struct session *session, struct assay_run **run)
{
	struct assay_run_options options = ASSAY_RUN_OPTIONS_INIT;

	options.now = session->wish->now;
	options.complete = session->wish->complete;
	options.place = session->wish->place;
	options.include = session->wish->policy.include;
	options.include_count = session->wish->policy.include_count;
	options.on_finding = session->wish->quiet ? NULL : take_finding;
	options.results = results_wanted(session);
	options.json = session->wish->format && session->wish->format->json;
	options.threads = session->wish->threads;
	options.on_message = take_message;
	options.password = next_password;
	options.user = session;
	return assay_run_new(session->policy, &options, run);
}

/* Trouble with an input is told by take_message, and the summary knows of it. */
static void add_input(const struct session *session, int operand)
{
	const struct assay_mapping *mapping = mapping_of(&session->wish->mapping,
		(size_t)operand);
	const char *path = operand < session->call->argc ? session->call->argv[operand] : "-";

	if (mapping)
		assay_run_add_mapped_file(session->run, mapping, path);
	else if (!endpoints_is_name(path))
		assay_run_add_file(session->run, path);
}

static void add_endpoint(const struct assay_endpoint *endpoint, void *user)
{
	assay_run_add_endpoint(((struct session *)user)->run, endpoint);
}

static enum assay_status add_inputs(struct session *session)
{
	const struct endpoints *endpoints = &session->wish->endpoints;

	if (session->call->argc > 1 || endpoints->count == 0)
		add_input(session, 1);
	for (int i = 2; i < session->call->argc; i++)
		add_input(session, i);
	return endpoints_probe(endpoints, add_endpoint, take_message, session);
}

static int evaluate(struct session *session)
{
	struct assay_summary summary = { .size = sizeof summary };
	enum assay_status status = run_new(session, &session->run), probed;
	struct assay_run *run = session->run;

	if (status != ASSAY_OK)
		return status_to_exit(status, EXIT_TROUBLE);
	session->begun = true;
	inputs_add_certificates(&session->wish->inputs, session->run);
	probed = add_inputs(session);
	print_begin(session);
	status = assay_run_finish(run);
	if (status == ASSAY_OK)
		status = assay_run_summary(run, &summary);
	if (status == ASSAY_OK)
		print_end(session, &summary);
	else
		tell("the evaluation could not be finished");
	assay_run_free(run);
	return status == ASSAY_OK && probed == ASSAY_OK ? summary.exit_status : EXIT_TROUBLE;
}

static int eval_policy(const struct call *call, struct wish *wish)
{
	struct session session = { .call = call, .wish = wish, .messages = messages_on(stderr) };
	int status;

	session.policy = policy_open(call->argv[0], &wish->policy, EXIT_TROUBLE, &status);
	if (!session.policy)
		return status;
	findings_init(&session.findings, session.policy);
	status = choose(&session);
	if (status == OPTION_TAKEN)
		status = evaluate(&session);
	findings_done(&session.findings);
	messages_done(&session.messages);
	free(session.only);
	assay_policy_free(session.policy);
	return status;
}

static int check_operands(const struct call *call, const struct endpoints *endpoints)
{
	if (call->argc < 1)
		return call_wrong(call, "a policy is needed");
	if (call->argc == 1 && endpoints->count == 0 && isatty(STDIN_FILENO))
		return call_wrong(call, "facts or certificates are needed");
	return OPTION_TAKEN;
}

static int open_and_eval(const struct call *call, struct wish *wish)
{
	int status;

	if (call->argc == 1)
		mapping_note_operand(&wish->mapping);   /* standard input */
	status = mapping_open_all(call, &wish->mapping, &wish->policy);
	return status == OPTION_TAKEN ? eval_policy(call, wish) : status;
}

int cmd_eval(struct call *call)
{
	struct wish wish = { .now = assay_now(), .threads = processors() };
	int status = option_read_in_order(call, take_option, &wish);

	if (status == OPTION_TAKEN) {
		endpoints_take_operands(call, 1, &wish.endpoints);
		status = check_operands(call, &wish.endpoints);
	}
	if (status == OPTION_TAKEN)
		status = open_and_eval(call, &wish);
	policy_options_done(&wish.policy);
	mapping_options_done(&wish.mapping);
	inputs_done(&wish.inputs);
	endpoints_done(&wish.endpoints);
	free(wish.rules);
	return status;
}
