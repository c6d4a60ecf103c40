/* SPDX-License-Identifier: Apache-2.0 */
/* needs.h - which certificates a subject has to have.
 *
 * A rule requires a certificate (or some certificate, of a list) where it fails without one,
 * all else being as it is, and need not fail with one, whatever that is like.
 */
#ifndef EXPLAIN_NEEDS_H
#define EXPLAIN_NEEDS_H

#include "explain/explain.h"

enum need_verdict {
	NEED_REQUIRED,
	NEED_CONDITIONAL,       /* it depends on facts that are not known */
	NEED_NOT,               /* not of this subject */
	NEED_UNASKED            /* no rule ever requires it */
};

/* What one rule says. All texts are NUL-terminated. */
struct need_rule {
	uint32_t rule;          /* row */
	enum need_verdict verdict;
	struct change_cases cases;      /* conditional: when it is required */
	const char *reason;     /* not: "exempt", "notapplicable", "pass"; "fail": in any case */
	const char *clause;     /* that says so, as written; may be empty */
	const char *message;    /* of an exemption; may be empty */
	const char *cite;
};

struct need {
	const char *subject;    /* "device/PC06" */
	const char *entity, *place;     /* "device", "client-auth" */
	const char *meaning;    /* what the certificate is, from the model */
	const char *state;      /* of the fact now; of a list: "empty" when nothing is in it */
	enum need_verdict verdict;
	uint32_t level;         /* of the rules that give the verdict */
	struct need_rule *rules;        /* that can require it, in the order of the policy */
	uint32_t rule_count;
};

struct needs;

/* A machine of its own looks at subjects as they would be; it lives in the arena. */
struct needs *needs_new(struct arena *arena, struct explainer *x);

/* The certificates of the record that a finding is about, while the finding is reported by
 * `vm`. `tell` borrows. */
void needs_of(struct needs *needs, const struct vm *vm, const struct record *record,
              void (*tell)(const struct need *need, void *user), void *user);

#endif
