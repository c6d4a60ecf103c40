/* SPDX-License-Identifier: Apache-2.0 */
/* When memory ends: whatever allocation fails, a call of the library says so, or does all that it
 * does otherwise; it never does less without a word, and leaves nothing behind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <openssl/crypto.h>

#include <assay-tools.h>
#include <assay.h>

/* --- an allocator that fails when it is told to ------------------------- */

/* Stands before glibc's for the whole program. The address sanitizer has one of its own, which is
 * left alone; then nothing fails, and each call is made once. */
static unsigned long calls, fail_at, fail_to;   /* calls [fail_at, fail_to) get nothing */
static long outstanding;

enum { TRIALS = 1500 };          /* of more allocations, only some fail */

#ifndef __SANITIZE_ADDRESS__
#define SHOWN __attribute__((visibility("default")))   /* to OpenSSL, too */
static int fails(void)
{
	calls++;
	return calls >= fail_at && calls < fail_to;
}

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void __libc_free(void *old);

SHOWN void *malloc(size_t size)
{
	void *memory = fails() ? NULL : __libc_malloc(size);

	outstanding += memory != NULL;
	return memory;
}

SHOWN void *calloc(size_t count, size_t size)
{
	void *memory = fails() ? NULL : __libc_calloc(count, size);

	outstanding += memory != NULL;
	return memory;
}

SHOWN void *realloc(void *old, size_t size)
{
	void *memory = fails() ? NULL : __libc_realloc(old, size);

	outstanding += memory != NULL && old == NULL;
	return memory;
}

SHOWN void free(void *old)
{
	outstanding -= old != NULL;
	__libc_free(old);
}
#endif

/* --- what was said ------------------------------------------------------- */

static char heard[1 << 20], expected[1 << 20];
static size_t heard_length;

static void hear(const char *text)
{
	size_t length = strlen(text);

	assert_true(heard_length + length + 2 < sizeof heard);
	memcpy(heard + heard_length, text, length);
	heard_length += length;
	heard[heard_length++] = '\n';
	heard[heard_length] = '\0';
}

static void hear_message(const struct assay_message *message, void *user)
{
	(void)user;
	hear(message->rendered);
	hear(message->json);
}

static void hear_finding(const struct assay_finding *finding, void *user)
{
	(void)user;
	hear(assay_result_name(finding->result));
	hear(finding->subject);
	hear(finding->fix);
	for (size_t i = 0; i < finding->fact_count; i++) {
		hear(finding->facts[i].path);
		hear(finding->facts[i].value);
		hear(finding->facts[i].why);
	}
}

static void hear_coverage(const struct assay_coverage *coverage, void *user)
{
	(void)user;
	hear(coverage->rule);
}

static void hear_test(const struct assay_test *test, void *user)
{
	(void)user;
	hear(test->name);
	hear(test->detail ? test->detail : "");
}

/* --- trials -------------------------------------------------------------- */

typedef enum assay_status trial_fn(void);

/* What is given to the trials. */
static struct assay_policy *policy;
static char path[4096], source[1 << 16], facts[1 << 16];

static const char *in_tree(const char *name)
{
	snprintf(path, sizeof path, "%s/tests/golden/%s", getenv("top_srcdir"), name);
	return path;
}

static size_t read_file(const char *name, char *bytes, size_t room)
{
	FILE *file = fopen(in_tree(name), "rb");
	size_t length;

	assert_non_null(file);
	length = fread(bytes, 1, room - 1, file);
	bytes[length] = '\0';
	fclose(file);
	return length;
}

static void set_failures(unsigned long from, unsigned long to)
{
	heard_length = 0;
	heard[0] = '\0';
	calls = 0;
	fail_at = from;
	fail_to = to;
}

/* The call of the allocator fails, alone or with all after it. */
static void try_one(trial_fn *trial, enum assay_status good, unsigned long n, bool rest)
{
	enum assay_status status;
	long before;

	OPENSSL_thread_stop();          /* its queue of errors keeps memory for the next ones */
	before = outstanding;
	set_failures(n, rest ? (unsigned long)-1 : n + 1);
	status = trial();
	fail_at = fail_to = 0;
	OPENSSL_thread_stop();
	if (status != ASSAY_NO_MEMORY && (status != good || strcmp(heard, expected) != 0))
		fail_msg("allocation %lu%s: status %d, and other words:\n%s", n,
		         rest ? " and all after it" : "", status, heard);
	if (outstanding != before)
		fail_msg("allocation %lu%s: %ld not given back", n, rest ? " and all after it" : "",
		         outstanding - before);
}

/* Let each allocation fail. */
static void try_all(trial_fn *trial, enum assay_status good)
{
	unsigned long count, step;

	assert_int_equal(trial(), good);        /* makes what is made once, such as OpenSSL's tables */
	set_failures(0, 0);
	assert_int_equal(trial(), good);
	count = calls;
	memcpy(expected, heard, sizeof heard);
	print_message("# %lu allocations\n", count);
	step = count / TRIALS + 1;
	for (unsigned long n = 1; n <= count; n += step) {
		try_one(trial, good, n, false);
		try_one(trial, good, n, true);
	}
}

static enum assay_status compile_policy(void)
{
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_policy *compiled;
	enum assay_status status;

	options.on_message = hear_message;
	status = assay_policy_open(in_tree("shop-rules.assay"), &options, &compiled);
	if (status == ASSAY_OK)
		hear(assay_policy_digest(compiled));
	assay_policy_free(compiled);
	return status;
}

static enum assay_status compile_mistakes(void)
{
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_policy *compiled;
	static const char text[] = "language 1\npolicy p 1 \"P\"\nrule a on certificate \"A\"\n"
		"  require key.bit >= 2048 bits and subject = 3\nrule a on cert \"B\"\n  require\n";
	enum assay_status status;

	options.on_message = hear_message;
	status = assay_policy_compile("p.assay", text, sizeof text - 1, &options, &compiled);
	assay_policy_free(compiled);
	return status;
}

static enum assay_status load_image(void)
{
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;
	size_t length;
	const void *image = assay_policy_image(policy, &length);
	struct assay_policy *loaded;
	enum assay_status status;

	options.on_message = hear_message;
	status = assay_policy_load("shop.assayc", image, length, &options, &loaded);
	assay_policy_free(loaded);
	return status;
}

static enum assay_status evaluate(struct assay_run *run)
{
	struct assay_summary summary = { .size = sizeof summary };
	enum assay_status status = assay_run_add_file(run, in_tree("shop.json"));

	if (status == ASSAY_OK)
		status = assay_run_add_bytes(run, "facts", facts, strlen(facts));
	if (status == ASSAY_OK)
		status = assay_run_add_file(run, in_tree("wrong.json"));
	if (status == ASSAY_OK)
		status = assay_run_finish(run);
	if (status == ASSAY_OK && assay_run_summary(run, &summary) == ASSAY_OK)
		hear(summary.exit_status == 3 ? "3" : "not 3");
	return status;
}

static void hear_explanation(const struct assay_explanation *explanation, void *user)
{
	(void)user;
	hear(explanation->place);
	for (size_t i = 0; i < explanation->value_count; i++) {
		hear(explanation->values[i].path);
		hear(explanation->values[i].where);
	}
	for (size_t i = 0; i < explanation->way_count; i++)
		for (size_t j = 0; j < explanation->ways[i].condition_count; j++)
			hear(explanation->ways[i].conditions[j]);
	if (explanation->table)
		for (size_t i = 0; i < explanation->table->cell_count; i++)
			hear(explanation->table->cells[i].text);
}

static enum assay_status run_policy(bool explaining)
{
	struct assay_explain_options explain = { .size = sizeof explain,
	                                         .on_explanation = hear_explanation };
	struct assay_run_options options = ASSAY_RUN_OPTIONS_INIT;
	struct assay_run *run;
	enum assay_status status;

	options.on_message = hear_message;
	options.on_finding = hear_finding;
	options.place = "till.cert";
	status = assay_run_new(policy, &options, &run);
	if (status == ASSAY_OK && explaining)
		status = assay_run_explain(run, &explain);
	if (status == ASSAY_OK)
		status = evaluate(run);
	assay_run_free(run);
	return status;
}

static enum assay_status evaluate_only(void)
{
	return run_policy(false);
}

static enum assay_status evaluate_and_explain(void)
{
	return run_policy(true);
}

static enum assay_status hear_text(enum assay_status status, struct assay_text *text)
{
	if (status == ASSAY_OK)
		hear(assay_text_bytes(text, NULL));
	assay_text_free(text);
	return status;
}

static void hear_lines(const char *bytes, size_t length, void *user)
{
	(void)length;
	(void)user;
	hear(bytes);
}

static enum assay_status read_certificates(void)
{
	static char paths[3][4096];
	const char *const list[] = { paths[0], paths[1], paths[2] };
	struct assay_facts_options options = ASSAY_FACTS_OPTIONS_INIT;

	options.on_lines = hear_lines;
	options.on_message = hear_message;
	memcpy(paths[0], in_tree("certs/gateway.pem"), sizeof path);
	memcpy(paths[1], in_tree("certs/bundle.pem"), sizeof path);
	memcpy(paths[2], in_tree("certs/cut.der"), sizeof path);
	return assay_facts(list, 3, &options);
}

static void hear_chain(const struct assay_chain *chain, void *user)
{
	(void)user;
	hear(chain->verdict);
	hear(chain->order);
	for (size_t i = 0; i < chain->link_count; i++) {
		hear(chain->links[i].subject);
		for (size_t j = 0; j < chain->links[i].trouble_count; j++)
			hear(chain->links[i].troubles[j]);
	}
}

static enum assay_status find_chains(void)
{
	static char paths[2][4096];
	const char *const list[] = { paths[0], paths[1] };
	struct assay_chain_options options = ASSAY_CHAIN_OPTIONS_INIT;

	options.on_chain = hear_chain;
	options.on_message = hear_message;
	options.now = 1700000000;
	memcpy(paths[0], in_tree("certs/gateway.pem"), sizeof path);
	memcpy(paths[1], in_tree("certs/root.pem"), sizeof path);
	return assay_chains(list, 2, &options);
}

static enum assay_status format_text(void)
{
	struct assay_text *text;
	enum assay_status status = assay_format("s.assay", source, strlen(source), NULL, &text);

	return hear_text(status, text);
}

static enum assay_status disassemble(void)
{
	struct assay_text *text;
	enum assay_status status = assay_disassemble(policy, &text);

	return hear_text(status, text);
}

static enum assay_status list_facts(void)
{
	struct assay_text *text;
	enum assay_status status = assay_fact_list(&text);

	return hear_text(status, text);
}

static enum assay_status test_policy(void)
{
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_test_options test = ASSAY_TEST_OPTIONS_INIT;
	struct assay_test_summary summary = { .size = sizeof summary };

	options.on_message = hear_message;
	test.compile = &options;
	test.on_test = hear_test;
	test.on_coverage = hear_coverage;
	return assay_run_tests(in_tree("shop-tests.assay"), &test, &summary);
}

static int prepare(void **state)
{
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;

	(void)state;
	read_file("shop-rules.assay", source, sizeof source);
	read_file("certs/gateway.pem", facts, sizeof facts);
	return assay_policy_open(in_tree("shop-rules.assay"), &options, &policy) != ASSAY_OK;
}

static int clean_up(void **state)
{
	(void)state;
	assay_policy_free(policy);
	return 0;
}

/* --- cases --------------------------------------------------------------- */

#define CASE(name, trial, good) \
	static void name(void **state) { (void)state; try_all(trial, good); }

CASE(compiling, compile_policy, ASSAY_OK)
CASE(compiling_what_is_full_of_mistakes, compile_mistakes, ASSAY_MISTAKES)
CASE(loading_an_image, load_image, ASSAY_OK)
CASE(evaluating, evaluate_only, ASSAY_OK)
CASE(explaining, evaluate_and_explain, ASSAY_OK)
CASE(reading_certificates, read_certificates, ASSAY_REFUSED)
CASE(finding_chains, find_chains, ASSAY_OK)
CASE(formatting, format_text, ASSAY_OK)
CASE(disassembling, disassemble, ASSAY_OK)
CASE(listing_facts, list_facts, ASSAY_OK)
CASE(testing, test_policy, ASSAY_OK)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compiling),
		cmocka_unit_test(compiling_what_is_full_of_mistakes),
		cmocka_unit_test(loading_an_image),
		cmocka_unit_test(evaluating),
		cmocka_unit_test(explaining),
		cmocka_unit_test(reading_certificates),
		cmocka_unit_test(finding_chains),
		cmocka_unit_test(formatting),
		cmocka_unit_test(disassembling),
		cmocka_unit_test(listing_facts),
		cmocka_unit_test(testing),
	};

	return cmocka_run_group_tests_name("no_memory", tests, prepare, clean_up);
}
