/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/finding_json.h"

#include "base/json.h"

static void put_member(struct buffer *out, const char *before, const char *text)
{
	buffer_string(out, before);
	json_text(out, text_from(text));
}

static void put_facts(struct buffer *out, const char *before, const struct described_fact *facts,
                      uint32_t count)
{
	buffer_string(out, before);
	for (uint32_t i = 0; i < count; i++) {
		put_member(out, i ? ", {\"path\": " : "{\"path\": ", facts[i].path);
		put_member(out, ", \"state\": ", facts[i].state);
		put_member(out, ", \"value\": ", facts[i].value);
		put_member(out, ", \"why\": ", facts[i].why);
		buffer_byte(out, '}');
	}
	buffer_byte(out, ']');
}

static void put_clause(struct buffer *out, const struct described *finding)
{
	if (!*finding->clause_kind) {
		buffer_string(out, ", \"clause\": null");
		return;
	}
	put_member(out, ", \"clause\": {\"kind\": ", finding->clause_kind);
	put_member(out, ", \"name\": ", finding->clause_name);
	put_member(out, ", \"text\": ", finding->clause);
	buffer_printf(out, ", \"line\": %u}", finding->line);
}

static void put_cautions(struct buffer *out, const struct described *finding)
{
	buffer_string(out, ", \"cautions\": [");
	for (uint32_t i = 0; i < finding->caution_count; i++)
		put_member(out, i ? ", " : "", finding->cautions[i]);
	buffer_byte(out, ']');
}

struct text finding_json(struct arena *arena, const struct program *program,
                         const struct described *finding)
{
	struct buffer out = { .arena = arena };

	buffer_room(&out, 1000);
	put_member(&out, "{\"rule\": ", program_string(program, finding->rule->id));
	put_member(&out, ", \"result\": ", result_name(finding->result));
	put_member(&out, ", \"level\": ", rule_level_name(finding->rule));
	put_member(&out, ", \"severity\": ", program_string(program, finding->rule->severity));
	put_member(&out, ", \"subject\": ", finding->subject);
	put_member(&out, ", \"name\": ", finding->name);
	put_clause(&out, finding);
	put_member(&out, ", \"message\": ", finding->message);
	put_member(&out, ", \"fix\": ", finding->fix);
	put_facts(&out, ", \"facts\": [", finding->facts, finding->fact_count);
	put_facts(&out, ", \"unknown\": [", finding->unknown, finding->unknown_count);
	put_cautions(&out, finding);
	buffer_string(&out, finding->approximate ? ", \"approximate\": true" : ", \"approximate\": false");
	buffer_string(&out, ", \"file\": ");
	json_text(&out, finding->file);
	buffer_printf(&out, ", \"offset\": %llu}", (unsigned long long)finding->offset);
	return buffer_view(&out);
}
