/* SPDX-License-Identifier: Apache-2.0 */
/* process.c - how long does it take to compile a policy, and to run the whole program once?
 *
 * usage: process POLICY ASSAY ARGUMENT...
 *
 * Compiles POLICY through the library again and again, then runs `ASSAY ARGUMENT...` as a process,
 * its output thrown away, and tells the least and the median time and the greatest memory.
 */
#include <assay.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 51 };

static double seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void report(const char *what, double *times)
{
	qsort(times, ROUNDS, sizeof *times, compare);
	printf("%-32s %8.2f ms least     %6.2f ms median\n", what, times[0] * 1e3,
	       times[ROUNDS / 2] * 1e3);
}

static int measure_compiling(const char *path)
{
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_policy *policy;
	double times[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

		if (assay_policy_open(path, &options, &policy) != ASSAY_OK)
			return 3;
		times[i] = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
		assay_policy_free(policy);
	}
	report("compile the policy", times);
	return 0;
}

static void run_child(char **arguments)
{
	int null = open("/dev/null", O_WRONLY);

	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	execv(arguments[0], arguments);
	_exit(127);
}

static int measure_process(const char *what, char **arguments)
{
	double times[ROUNDS];
	struct rusage usage;

	for (int i = 0; i < ROUNDS; i++) {
		double start = seconds(CLOCK_MONOTONIC);
		pid_t child = fork();
		int status;

		if (child == 0)
			run_child(arguments);
		if (child < 0 || waitpid(child, &status, 0) < 0
		    || !WIFEXITED(status) || WEXITSTATUS(status) > 3)
			return 3;
		times[i] = seconds(CLOCK_MONOTONIC) - start;
	}
	getrusage(RUSAGE_CHILDREN, &usage);
	report(what, times);
	printf("%-32s %8.1f MiB\n", "peak memory so far", (double)usage.ru_maxrss / 1024);
	return 0;
}

int main(int argc, char **argv)
{
	char *empty[] = { "/bin/true", NULL };
	int status;

	if (argc < 3)
		return 64;
	status = measure_compiling(argv[1]);
	if (status == 0)
		status = measure_process("an empty program, for comparison", empty);
	return status ? status : measure_process("cold start, one certificate", argv + 2);
}
