/* SPDX-License-Identifier: Apache-2.0 */
/* selftest.h - the tests that stand in policies. */
#ifndef JOBS_SELFTEST_H
#define JOBS_SELFTEST_H

#include "jobs/coverage.h"
#include "jobs/load.h"

struct selftest_result {
	struct text name;
	const char *file;
	uint32_t line;
	bool passed;
	const char *detail;             /* what was expected and found; NULL when it passed */
};

typedef void selftest_fn(const struct selftest_result *result, void *user);

struct selftest {
	struct arena *arena;
	const char *const *folders;
	size_t folder_count;
	selftest_fn *on_test;
	/* Messages of texts that can't be compiled. */
	void (*on_load)(const struct load *load, void *user);
	void (*on_unreadable)(const char *path, const char *why, void *user);
	void *user;
	uint64_t passed, failed;
	bool broken;                    /* a text could not be compiled */
	struct coverage coverage;       /* its arena is to be set */
};

/* Run all tests of the text at `path`. */
void selftest_file(struct selftest *s, const char *path);

#endif
