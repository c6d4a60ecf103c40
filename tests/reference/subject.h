/* SPDX-License-Identifier: Apache-2.0 */
/* subject.h - the compiler and VM under test, through the public interface. */
#ifndef REFERENCE_SUBJECT_H
#define REFERENCE_SUBJECT_H

#include <assay.h>

#include "facts.h"
#include "kleene.h"

enum { MAX_FINDINGS = 64 };

struct subject_finding {
	const char *rule, *subject, *result;
	struct names unknown, cautions, facts;
};

struct subject_run {
	int count;
	struct subject_finding findings[MAX_FINDINGS];
};

/* The folder that models are written to; false if it can't be made. */
bool subject_open(void);
void subject_close(void);

/* Compile the policy; NULL if it is refused. Messages are written to `messages`. */
struct assay_policy *subject_compile(const struct policy *policy, struct writing *messages);

/* Evaluate the facts. False if the run fails; messages say why. */
bool subject_evaluate(const struct assay_policy *compiled, const struct scene *scene,
                      struct subject_run *run, struct writing *messages);

/* Is the rule marked as approximate? */
bool subject_is_approximate(const struct assay_policy *compiled, const char *rule);

const struct subject_finding *subject_find(const struct subject_run *run, const char *rule,
                                           const char *subject);

#endif
