/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/prove.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/calendar.h"
#include "base/number.h"
#include "compile/lower.h"

struct prover {
	struct arena *arena;
	struct diags *diags;
	const struct proof *proof;
	struct variables variables;
	struct lowering_space shared;
	struct lowering lowering;
	uint8_t *values;
};

static const struct cut_variable *variable_of(const struct prover *p, struct path path)
{
	for (uint32_t i = 0; i < p->variables.count; i++) {
		const struct cut_variable *v = p->variables.all[i];

		if (v->path.base == path.base && v->path.slot == path.slot)
			return v;
	}
	return NULL;
}

static void number_text(struct buffer *out, const struct fact *fact, int64_t number)
{
	char text[CALENDAR_TEXT];

	if (fact->type == TYPE_DATE)
		calendar_format(number, text);
	else if (fact->type == TYPE_VERSION)
		version_format(number, text);
	else
		snprintf(text, sizeof text, "%lld", (long long)number);
	buffer_string(out, text);
}

static void region_text(struct buffer *out, const struct cut_variable *v, uint32_t region)
{
	const struct fact *fact = path_fact(v->path);
	uint32_t i = region / 2;

	if (region % 2) {
		number_text(out, fact, v->numbers[i]);
	} else if (i < v->constant_count) {
		buffer_string(out, "< ");
		number_text(out, fact, v->numbers[i]);
	} else {
		buffer_string(out, "> ");
		number_text(out, fact, v->numbers[i - 1]);
	}
}

static void class_text(struct buffer *out, const struct cut_variable *v, uint8_t class)
{
	const struct fact *fact = path_fact(v->path);
	uint32_t region = 0;

	while (region + 1 < v->map_count && v->map[region] != class)
		region++;
	if (v->kind == VARIABLE_WORDS && fact->type == TYPE_BOOL)
		buffer_string(out, region ? "yes" : "no");
	else if (v->kind == VARIABLE_WORDS)
		buffer_text(out, fact->choices[region].label);
	else if (v->kind == VARIABLE_TEXT && region < v->constant_count)
		buffer_printf(out, "\"%.*s\"", TEXT_ARGS(v->texts[region]));
	else if (v->kind == VARIABLE_NUMBER)
		region_text(out, v, region);
	else
		buffer_string(out, "any");
}

/* The combination as the row of a table. */
static void row_text(const struct prover *p, struct buffer *out)
{
	buffer_byte(out, '|');
	for (uint32_t i = 0; i < p->proof->column_count; i++) {
		const struct cut_variable *v = variable_of(p, p->proof->columns[i]);

		buffer_byte(out, ' ');
		if (!v || p->values[v->level] == 0xff)
			buffer_string(out, "any");
		else
			class_text(out, v, p->values[v->level]);
		buffer_string(out, " |");
	}
}

static void say_row(struct prover *p, enum message message, struct span at, struct span other,
                    const char *format)
{
	struct buffer text = { .arena = p->arena };
	struct diag *diag = diag_say(p->diags, message, at);

	row_text(p, &text);
	diag_help(p->diags, diag, format, text.at);
	if (other.to)
		diag_note(p->diags, diag, other, "this row covers it too");
}

/* A column that may be absent is guarded: what the table says then does not matter. */
static space_ref absent_columns(struct prover *p)
{
	space_ref absent = SPACE_NO;

	for (uint32_t i = 0; i < p->variables.count; i++) {
		const struct cut_variable *v = p->variables.all[i];

		if (v->absent && v->kind != VARIABLE_PRESENT)
			absent = space_or(p->lowering.space, absent, space_test(p->lowering.space,
				v->level, UINT64_C(1) << (v->absent - 1)));
	}
	return absent;
}

static void prove_complete(struct prover *p, const space_ref *rows)
{
	space_ref covered = SPACE_NO;

	for (uint32_t i = 0; i < p->proof->row_count; i++)
		covered = space_or(p->lowering.space, covered, rows[i]);
	covered = space_or(p->lowering.space, covered, absent_columns(p));
	if (space_witness(p->lowering.space, covered, 0, p->values))
		say_row(p, MSG_E0415, p->proof->at, (struct span){ 0, 0 },
		        "add a row for %s ... |");
}

static void prove_unique(struct prover *p, const space_ref *rows)
{
	for (uint32_t i = 0; i < p->proof->row_count; i++)
		for (uint32_t j = i + 1; j < p->proof->row_count; j++) {
			space_ref both = space_and(p->lowering.space, rows[i], rows[j]);

			both = space_and(p->lowering.space, both,
			                 space_not(p->lowering.space, absent_columns(p)));
			if (space_witness(p->lowering.space, both, 1, p->values)) {
				say_row(p, MSG_E0416, p->proof->row_spans[j],
				        p->proof->row_spans[i], "both cover %s ... |");
				return;
			}
		}
}

static void prove_one(struct prover *p)
{
	const struct proof *proof = p->proof;
	space_ref *rows;

	variables_begin(&p->variables, p->arena, proof->frame);
	for (uint32_t i = 0; i < proof->row_count; i++)
		variables_offer(&p->variables, proof->rows[i], NULL, false);
	if (!variables_cut(&p->variables, p->diags))
		return;
	lower_share(&p->shared, p->arena, &p->variables);
	lower_begin(&p->lowering, p->arena, &p->variables, &p->shared);
	rows = arena_array(p->arena, proof->row_count + 1, sizeof *rows);
	p->values = arena_alloc(p->arena, p->variables.count + 1);
	for (uint32_t i = 0; i < proof->row_count; i++)
		rows[i] = lower_condition(&p->lowering, proof->rows[i]);
	prove_complete(p, rows);
	prove_unique(p, rows);
}

void prove_tables(struct arena *arena, struct diags *diags, const struct checked_policy *policy)
{
	for (const struct proof *proof = policy->proofs; proof; proof = proof->next) {
		struct prover p = { .arena = arena, .diags = diags, .proof = proof };

		prove_one(&p);
	}
}
