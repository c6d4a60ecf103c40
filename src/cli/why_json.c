/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/why_json.h"

#include <stdio.h>

#include "cli/writer.h"

static void put_head(struct json_out *json, const struct assay_policy *policy, int64_t now)
{
	char date[WRITER_DATE];

	writer_date(now, date);
	json_out_key(json, "policy");
	json_out_open(json, '{');
	json_out_text_member(json, "name", assay_policy_name(policy));
	json_out_text_member(json, "version", assay_policy_version(policy));
	json_out_text_member(json, "digest", assay_policy_digest(policy));
	json_out_close(json, '}');
	json_out_text_member(json, "now", date);
}

void why_json_begin(struct json_out *json, const struct assay_policy *policy, int64_t now,
	const char *array)
{
	json_out_open(json, '{');
	put_head(json, policy, now);
	json_out_key(json, array);
	json_out_open(json, '[');
}

void why_json_end(struct json_out *json)
{
	putchar('\n');
	json_out_close(json, ']');
	json_out_close(json, '}');
	putchar('\n');
}

void why_json_list(struct json_out *json, const char *const *texts, size_t count)
{
	json_out_open(json, '[');
	for (size_t i = 0; i < count; i++)
		json_out_text(json, texts[i]);
	json_out_close(json, ']');
}

void why_json_texts(struct json_out *json, const char *key, const char *const *texts, size_t count)
{
	json_out_key(json, key);
	why_json_list(json, texts, count);
}

void why_json_cases(struct json_out *json, const char *key, const struct assay_case *cases,
	size_t count)
{
	json_out_key(json, key);
	json_out_open(json, '[');
	for (size_t i = 0; i < count; i++) {
		json_out_open(json, '{');
		json_out_text_member(json, "result", assay_result_name(cases[i].result));
		why_json_texts(json, "conditions", cases[i].conditions, cases[i].condition_count);
		why_json_texts(json, "then", cases[i].then, cases[i].then_count);
		json_out_close(json, '}');
	}
	json_out_close(json, ']');
}

static void put_names(struct json_out *json, const struct assay_explanation *e)
{
	json_out_key(json, "names");
	json_out_open(json, '[');
	for (size_t i = 0; i < e->name_count; i++) {
		json_out_open(json, '{');
		json_out_text_member(json, "name", e->names[i].name);
		json_out_text_member(json, "kind",
			e->names[i].is_parameter ? "parameter" : "definition");
		json_out_text_member(json, "text", e->names[i].text);
		json_out_text_member(json, "place", e->names[i].place);
		json_out_close(json, '}');
	}
	json_out_close(json, ']');
}

static void put_value(struct json_out *json, const struct assay_value *value)
{
	json_out_open(json, '{');
	json_out_number_member(json, "depth", value->depth);
	json_out_text_member(json, "path", value->path);
	json_out_text_member(json, "state", value->state);
	json_out_text_member(json, "value", value->value);
	json_out_text_member(json, "label", value->label);
	json_out_text_member(json, "why", value->why);
	json_out_text_member(json, "meaning", value->meaning);
	json_out_bool_member(json, "decides", value->decides);
	json_out_text_member(json, "source", value->source);
	json_out_text_member(json, "file", value->file);
	json_out_number_member(json, "line", value->line);
	json_out_number_member(json, "offset", value->offset);
	json_out_text_member(json, "where", value->where);
	json_out_text_member(json, "how", value->how);
	json_out_close(json, '}');
}

static void put_values(struct json_out *json, const struct assay_explanation *e)
{
	json_out_key(json, "values");
	json_out_open(json, '[');
	for (size_t i = 0; i < e->value_count; i++)
		put_value(json, &e->values[i]);
	json_out_close(json, ']');
}

/* The values of a cell, and which of them is the subject's. */
static void put_row(struct json_out *json, const struct assay_table *table, uint32_t row)
{
	json_out_open(json, '{');
	json_out_bool_member(json, "chosen", row && table->chosen_rows[row - 1]);
	json_out_key(json, "cells");
	json_out_open(json, '[');
	for (uint32_t column = 0; column < table->column_count; column++) {
		json_out_open(json, '[');
		for (size_t i = 0; i < table->cell_count; i++) {
			const struct assay_cell *cell = &table->cells[i];

			if (cell->row != row || cell->column != column)
				continue;
			json_out_open(json, '{');
			json_out_text_member(json, "text", cell->text);
			json_out_bool_member(json, "chosen", cell->chosen);
			json_out_close(json, '}');
		}
		json_out_close(json, ']');
	}
	json_out_close(json, ']');
	json_out_close(json, '}');
}

static void put_notes(struct json_out *json, const struct assay_table *table)
{
	json_out_key(json, "notes");
	json_out_open(json, '[');
	for (size_t i = 0; i < table->note_count; i++) {
		const struct assay_note *note = &table->notes[i];

		json_out_open(json, '{');
		json_out_text_member(json, "mark", note->mark);
		json_out_text_member(json, "title", note->title);
		why_json_texts(json, "requires", note->requires, note->require_count);
		json_out_bool_member(json, "applies", note->applies);
		json_out_close(json, '}');
	}
	json_out_close(json, ']');
}

void why_json_table(struct json_out *json, const char *key, const struct assay_table *table)
{
	json_out_key(json, key);
	if (!table) {
		json_out_null(json);
		return;
	}
	json_out_open(json, '{');
	json_out_text_member(json, "target", table->target);
	json_out_key(json, "rows");
	json_out_open(json, '[');
	for (uint32_t row = 0; row <= table->row_count; row++)
		put_row(json, table, row);
	json_out_close(json, ']');
	put_notes(json, table);
	json_out_close(json, '}');
}

void why_json_print(struct json_out *json, const struct assay_rule *rule,
	const struct assay_explanation *e)
{
	json_out_line(json);
	json_out_open(json, '{');
	json_out_members(json, e->finding->json);
	json_out_text_member(json, "title", rule->title);
	json_out_text_member(json, "place", e->place);
	json_out_text_member(json, "cite", e->cite);
	put_names(json, e);
	put_values(json, e);
	why_json_cases(json, "outcomes", e->outcomes, e->outcome_count);
	json_out_bool_member(json, "outcomesCut", e->outcomes_cut);
	why_json_cases(json, "ways", e->ways, e->way_count);
	json_out_bool_member(json, "waysCut", e->ways_cut);
	why_json_table(json, "table", e->table);
	json_out_close(json, '}');
}
