/* SPDX-License-Identifier: Apache-2.0 */
/* writer.h - what was found, for programs: each finding is written when it comes.
 *
 * Memory goes with the number of rules, not of findings; what can be printed only at the end
 * waits in a temporary file.
 */
#ifndef CLI_WRITER_H
#define CLI_WRITER_H

#include <stdbool.h>
#include <stdio.h>

#include <assay.h>

#include "cli/json_out.h"

struct writer;

struct writer_format {
	const char *name;
	bool json;                      /* it prints finding->json */
	const char *help;
	void (*begin)(struct writer *writer);
	void (*take)(struct writer *writer, const struct assay_finding *finding);
	void (*end)(struct writer *writer, const struct assay_summary *summary);
};

struct writer {
	/* Set by the caller. */
	const struct writer_format *format;
	const struct assay_policy *policy;
	const struct assay_rule *rules;
	uint32_t rule_count;
	const bool *only;               /* by rule; NULL: all */
	bool show[ASSAY_RESULT_COUNT];
	int64_t now;                    /* seconds since 1970-01-01T00:00:00Z */
	bool complete;
	/* Private. */
	struct json_out json;
	FILE *spool;                    /* what waits for the end */
	uint64_t written;               /* findings */
	uint64_t counts[ASSAY_RESULT_COUNT];    /* of those written */
	uint64_t *by_rule;              /* by rule and result, of all findings */
};

/* The format of that name; NULL if there is none. */
const struct writer_format *writer_format(const char *name);

void writer_begin(struct writer *writer);

/* An assay_finding_fn; user is a struct writer. */
void writer_take(const struct assay_finding *finding, void *user);

void writer_end(struct writer *writer, const struct assay_summary *summary);

/* --- for the formats --------------------------------------------------- */

#define FORMAT(name, json, help) \
	void write_##name##_begin(struct writer *writer); \
	void write_##name##_take(struct writer *writer, const struct assay_finding *finding); \
	void write_##name##_end(struct writer *writer, const struct assay_summary *summary);
#include "cli/formats.def"
#undef FORMAT

/* A temporary file, or the end of the program after trouble was told. */
FILE *writer_spool(void);

/* Print what waits in the spool, and close it. */
void writer_unspool(struct writer *writer);

enum { WRITER_DATE = 64 };

/* RFC 3339, UTC. */
void writer_date(int64_t seconds, char text[WRITER_DATE]);

/* Does a result count against the policy: fail, error, unknown. */
bool writer_is_bad(enum assay_result result);

/* One line for a person: what was asked of the subject, or what is not known. As a text of the heap. */
char *writer_sentence(const struct assay_finding *finding, const struct assay_rule *rule);

#endif
