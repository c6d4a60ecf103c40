/* SPDX-License-Identifier: Apache-2.0 */
/* As many threads judge a large input as were asked for: output alone can't tell, since it is the same. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <assay.h>

enum { LINES = 8000, LINE = 64 };

/* Of this process now; 0 where that can't be told. */
static int threads_now(void)
{
	DIR *folder = opendir("/proc/self/task");
	int count = 0;

	if (!folder)
		return 0;
	for (const struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
		count += entry->d_name[0] != '.';
	closedir(folder);
	return count;
}

static void see(const struct assay_finding *finding, void *user)
{
	int *most = user, now = threads_now();

	(void)finding;
	*most = now > *most ? now : *most;
}

/* The most threads there are while findings are given. */
static int threads_of_run(uint32_t threads)
{
	struct assay_compile_options compile = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_run_options options = ASSAY_RUN_OPTIONS_INIT;
	struct assay_policy *policy;
	struct assay_run *run;
	char path[4096], *lines = malloc((size_t)LINES * LINE);
	size_t length = 0;
	int most = 0;

	assert_non_null(lines);
	snprintf(path, sizeof path, "%s/tests/golden/shop-rules.assay", getenv("top_srcdir"));
	assert_int_equal(assay_policy_open(path, &compile, &policy), ASSAY_OK);
	for (int i = 0; i < LINES; i++)
		length += (size_t)snprintf(lines + length, LINE,
			"{\"visit\": {\"id\": \"V%d\", \"till\": null, \"paid\": []}}\n", i);
	options.threads = threads;
	options.on_finding = see;
	options.user = &most;
	assert_int_equal(assay_run_new(policy, &options, &run), ASSAY_OK);
	assert_int_equal(assay_run_add_bytes(run, "lines", lines, length), ASSAY_OK);
	assert_int_equal(assay_run_finish(run), ASSAY_OK);
	assay_run_free(run);
	assay_policy_free(policy);
	free(lines);
	return most;
}

static void workers_are_as_many_as_were_asked_for(void **state)
{
	int alone = threads_of_run(1);

	(void)state;
	if (threads_now() == 0)
		skip();
	assert_true(alone > 0);
	assert_int_equal(threads_of_run(3), alone + 3);
	assert_int_equal(threads_now(), alone);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(workers_are_as_many_as_were_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
