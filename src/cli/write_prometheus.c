/* SPDX-License-Identifier: Apache-2.0 */
/* write_prometheus.c - counts in Prometheus' text format (0.0.4), for a textfile collector. */
#include <inttypes.h>

#include "cli/writer.h"

void write_prometheus_begin(struct writer *writer)
{
	(void)writer;
}

void write_prometheus_take(struct writer *writer, const struct assay_finding *finding)
{
	(void)writer;
	(void)finding;
}

static void put_label(const char *name, const char *value, const char *after)
{
	printf("%s=\"", name);
	for (; *value; value++) {
		if (*value == '\\' || *value == '"')
			putchar('\\');
		if (*value == '\n')
			fputs("\\n", stdout);
		else
			putchar(*value);
	}
	printf("\"%s", after);
}

static void put_rule(const struct writer *writer, uint32_t index)
{
	const struct assay_rule *rule = &writer->rules[index];

	for (int result = 0; result < ASSAY_RESULT_COUNT; result++) {
		if (!writer->show[result])
			continue;
		fputs("assay_findings{", stdout);
		put_label("policy", assay_policy_name(writer->policy), ",");
		put_label("rule", rule->id, ",");
		put_label("level", rule->level, ",");
		put_label("severity", rule->severity, ",");
		put_label("result", assay_result_name((enum assay_result)result), "} ");
		printf("%" PRIu64 "\n", writer->by_rule[(size_t)index * ASSAY_RESULT_COUNT
			+ (size_t)result]);
	}
}

static void put_gauge(const struct writer *writer, const char *name, const char *help,
	int64_t value)
{
	printf("# HELP %s %s\n# TYPE %s gauge\n%s{", name, help, name, name);
	put_label("policy", assay_policy_name(writer->policy), "} ");
	printf("%" PRId64 "\n", value);
}

void write_prometheus_end(struct writer *writer, const struct assay_summary *summary)
{
	puts("# HELP assay_findings Findings of a rule, by result.\n# TYPE assay_findings gauge");
	for (uint32_t i = 0; i < writer->rule_count; i++)
		if (!writer->only || writer->only[i])
			put_rule(writer, i);
	put_gauge(writer, "assay_records", "Records that were evaluated.",
		(int64_t)summary->subjects);
	put_gauge(writer, "assay_refused", "Inputs and records that could not be used.",
		(int64_t)summary->refused);
	put_gauge(writer, "assay_exit_status",
		"0 passes, 1 fails, 2 cannot be decided, 3 cannot be relied on.",
		summary->exit_status);
	put_gauge(writer, "assay_evaluated_as_of_seconds",
		"The time that it was evaluated for, as a Unix time.", writer->now);
}
