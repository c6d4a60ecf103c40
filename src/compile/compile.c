/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/compile.h"

#include "base/buffer.h"
#include "code/verify.h"
#include "compile/emitter.h"
#include "compile/frames.h"
#include "compile/prove.h"

static void write_fact(struct emitter *e, const struct fact *fact)
{
	struct row_fact row = {
		.name = emit_string(e, fact->name), .doc = emit_string(e, fact->doc),
		.unit = emit_string(e, fact->unit), .type = (uint32_t)fact->type,
		.element = (uint32_t)fact->element, .flags = fact->flags, .cap = fact->cap,
		.target = fact->target ? fact->target->index + 1 : 0,
		.first_choice = e->counts[TABLE_choice], .choice_count = fact->choice_count,
		.order = fact->order,
	};

	for (uint32_t i = 0; i < fact->choice_count; i++)
		emit_row(e, TABLE_choice, &(struct row_choice){
			emit_string(e, fact->choices[i].name),
			emit_string(e, fact->choices[i].label) });
	emit_row(e, TABLE_fact, &row);
}

static void write_model(struct emitter *e, const struct model *model)
{
	for (uint32_t i = 0; i < model->entity_count; i++) {
		const struct entity *entity = model->entities[i];
		struct row_entity row = {
			.name = emit_string(e, entity->name),
			.label = emit_string(e, entity->label), .kind = (uint32_t)entity->kind,
			.first_fact = e->counts[TABLE_fact], .fact_count = entity->fact_count,
			.key = entity->key == NO_SLOT ? 0 : entity->key + 1,
		};

		for (uint32_t f = 0; f < entity->fact_count; f++)
			write_fact(e, &entity->facts[f]);
		emit_row(e, TABLE_entity, &row);
	}
}

static uint32_t citation_text(struct emitter *e, const struct rule_tree *rule)
{
	struct buffer text = { .arena = e->arena };

	for (const struct citation *c = rule->citations; c; c = c->next)
		buffer_printf(&text, "%s%.*s, %.*s", c == rule->citations ? "" : "; ",
		              TEXT_ARGS(c->source), TEXT_ARGS(c->section));
	return emit_string(e, buffer_view(&text));
}

static uint32_t level_number(struct text level)
{
	return text_equal(level, TEXT("required")) ? 0
	     : text_equal(level, TEXT("recommended")) ? 1 : 2;
}

static void write_rules(struct emitter *e, const struct compile_input *input)
{
	for (uint32_t i = 0; i < input->policy->rule_count; i++) {
		const struct rule_tree *rule = input->policy->rules[i];
		struct row_rule row = {
			.id = emit_string(e, rule->id), .title = emit_string(e, rule->title),
			.severity = emit_string(e, rule->severity),
			.level = level_number(rule->level), .fix = emit_string(e, rule->fix),
			.cite = citation_text(e, rule), .selected = rule->selected,
			.is_table = rule->is_table,
		};

		for (uint32_t s = 0; s < input->sources->count; s++) {
			const struct source *source = input->sources->all[s];

			if (rule->at.from < source->base
			    || rule->at.from > source->base + source->text.length)
				continue;
			row.file = s;
			row.from = rule->at.from - source->base;
			row.to = rule->at.to - source->base;
		}
		emit_row(e, TABLE_rule, &row);
	}
}

static struct text file_name(struct text path)
{
	for (uint32_t i = path.length; i > 0; i--)
		if (path.at[i - 1] == '/')
			return (struct text){ path.at + i, path.length - i };
	return path;
}

static void write_about(struct emitter *e, const struct compile_input *input)
{
	const struct checked_policy *p = input->policy;

	for (uint32_t i = 0; i < p->parameter_count; i++)
		emit_row(e, TABLE_parameter, &(struct row_parameter){
			emit_string(e, p->parameters[i].name),
			emit_string(e, p->parameters[i].value),
			emit_string(e, p->parameters[i].doc) });
	for (uint32_t i = 0; i < p->source_count; i++)
		emit_row(e, TABLE_document, &(struct row_document){
			emit_string(e, p->sources[i].name), emit_string(e, p->sources[i].title),
			emit_string(e, p->sources[i].dated) });
	for (uint32_t i = 0; i < input->sources->count; i++)
		emit_row(e, TABLE_file, &(struct row_file){
			emit_string(e, file_name(input->sources->all[i]->name)),
			input->roles[i], emit_string(e, input->sources->all[i]->text) });
	emit_row(e, TABLE_about, &(struct row_about){
		emit_string(e, p->name), emit_string(e, p->version), emit_string(e, p->title),
		emit_string(e, p->model_name), emit_string(e, p->profile),
		p->model->stream->index });
}

/* The bounds are those that the verifier will find. */
static void write_bounds(struct emitter *e)
{
	struct program program;
	struct row_frame *frames = (struct row_frame *)(void *)e->rows[TABLE_frame];

	emitter_program(e, &program);
	for (uint32_t i = 0; i < program.frame_count; i++)
		verify_measure(&program, i, &frames[i].stack, &frames[i].bound);
}

bool compile_program(struct arena *arena, struct diags *diags, const struct compile_input *input,
                     struct program *program)
{
	struct emitter e;

	emitter_init(&e, arena);
	prove_tables(arena, diags, input->policy);
	if (diags->errors)
		return false;
	write_model(&e, input->policy->model);
	write_rules(&e, input);
	if (!frames_write(arena, &e, diags, input->sources, input->policy) || diags->errors)
		return false;
	write_about(&e, input);
	write_bounds(&e);
	emitter_program(&e, program);
	return true;
}
