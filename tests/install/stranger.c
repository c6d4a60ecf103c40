/* SPDX-License-Identifier: Apache-2.0 */
/* stranger.c - a program by somebody who has only the header and the library.
 *
 * usage: stranger ROOT.pem      0 if the library did what its header says
 */
#include <assay.h>

#include <stdio.h>
#include <string.h>

static const char policy_text[] =
	"language 1\n"
	"policy stranger 1.2.3 \"What a stranger asks\"\n"
	"rule root.key-length on certificate \"Root keys are long enough\"\n"
	"  when     subject-name = issuer-name\n"
	"  require  (key.algorithm != rsa or key.bits >= 2048 bits)\n";

static const char broken_text[] =
	"language 1\n"
	"policy broken 1.0.0 \"What a stranger mistypes\"\n"
	"rule root.key-length on certificate \"No such fact\"\n"
	"  require  key.bitz >= 2048 bits\n";

struct seen {
	int messages, findings, passes;
	char text[1024];
};

static void on_message(const struct assay_message *message, void *user)
{
	struct seen *seen = user;

	seen->messages++;
	snprintf(seen->text, sizeof seen->text, "%s", message->rendered);
}

static void on_finding(const struct assay_finding *finding, void *user)
{
	struct seen *seen = user;

	seen->findings++;
	seen->passes += finding->result == ASSAY_PASS;
}

static int expect(int holds, const char *what)
{
	if (!holds)
		printf("it is not so that %s\n", what);
	return holds;
}

static enum assay_status compile(const char *text, struct seen *seen, struct assay_policy **policy)
{
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;

	options.on_message = on_message;
	options.user = seen;
	return assay_policy_compile("stranger.assay", text, strlen(text), &options, policy);
}

static int mistakes_are_told(void)
{
	struct seen seen = { 0 };
	struct assay_policy *policy;
	int good = expect(compile(broken_text, &seen, &policy) == ASSAY_MISTAKES,
		"a mistake is a mistake");

	good &= expect(policy == NULL, "there is no policy after a mistake");
	good &= expect(seen.messages > 0, "a mistake has a message");
	good &= expect(strstr(seen.text, "key.bitz") != NULL, "the message shows the place");
	assay_policy_free(policy);
	return good;
}

static int check_certificate(const struct assay_policy *policy, const char *path)
{
	struct seen seen = { 0 };
	struct assay_run_options options = ASSAY_RUN_OPTIONS_INIT;
	struct assay_summary summary;
	struct assay_run *run;
	int good;

	memset(&summary, 0, sizeof summary);
	summary.size = sizeof summary;
	options.on_finding = on_finding;
	options.user = &seen;
	assay_parse_date("2026-01-01", &options.now);
	good = expect(assay_run_new(policy, &options, &run) == ASSAY_OK, "a run can begin");
	good &= expect(assay_run_add_file(run, path) == ASSAY_OK, "a certificate can be read");
	good &= expect(assay_run_finish(run) == ASSAY_OK, "a run can end");
	good &= expect(assay_run_summary(run, &summary) == ASSAY_OK, "a run has a summary");
	good &= expect(seen.findings == 1 && seen.passes == 1, "there is one finding, a pass");
	good &= expect(summary.subjects == 1, "there is one subject");
	good &= expect(summary.exit_status == 0, "a pass is success");
	assay_run_free(run);
	return good;
}

int main(int argc, char **argv)
{
	struct seen seen = { 0 };
	struct assay_policy *policy;
	int good = expect(argc == 2, "there is one argument");

	good = good && expect(compile(policy_text, &seen, &policy) == ASSAY_OK,
		"the policy compiles");
	if (!good) {
		printf("%s", seen.text);
		return 1;
	}
	good &= expect(strcmp(assay_policy_name(policy), "stranger") == 0, "it has its name");
	good &= expect(strcmp(assay_policy_version(policy), "1.2.3") == 0, "it has its version");
	good &= expect(assay_policy_rule_count(policy) == 1, "it has one rule");
	good &= check_certificate(policy, argv[1]);
	assay_policy_free(policy);
	good &= mistakes_are_told();
	return !good;
}
