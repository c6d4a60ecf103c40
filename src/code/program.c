/* SPDX-License-Identifier: Apache-2.0 */
#include "code/program.h"

const struct operation_info *operation_info(uint32_t op)
{
	static const struct operation_info operations[OP_COUNT] = {
#define OP(name, operands, pops, pushes, doc) \
	[OP_##name] = { #name, operands, doc, pops, pushes, sizeof operands },
#include "code/ops.def"
#undef OP
	};

	return &operations[op];
}

#define TABLE(name, doc) static const char *const columns_##name[] = {
#define COLUMN(table, name, kind, doc) #name,
#define END(table) };
#include "code/tables.def"
#undef TABLE
#undef COLUMN
#undef END

#define TABLE(name, doc) static const char *const kinds_##name[] = {
#define COLUMN(table, name, kind, doc) #kind,
#define END(table) };
#include "code/tables.def"
#undef TABLE
#undef COLUMN
#undef END

const struct table_info *table_info(enum table table)
{
	static const struct table_info tables[TABLE_COUNT] = {
#define TABLE(name, doc) [TABLE_##name] = { #name, \
		sizeof columns_##name / sizeof *columns_##name, columns_##name, kinds_##name },
#define COLUMN(table, name, kind, doc)
#define END(table)
#include "code/tables.def"
#undef TABLE
#undef COLUMN
#undef END
	};

	return &tables[table];
}

const uint32_t *program_rows(const struct program *program, enum table table, uint32_t *count)
{
	switch (table) {
#define TABLE(name, doc) case TABLE_##name: \
		*count = program->name##_count; return (const uint32_t *)program->name;
#define COLUMN(table, name, kind, doc)
#define END(table)
#include "code/tables.def"
#undef TABLE
#undef COLUMN
#undef END
	case TABLE_COUNT:
	default:
		*count = 0;
		return NULL;
	}
}

void program_set_rows(struct program *program, enum table table, const uint32_t *rows,
                      uint32_t count)
{
	switch (table) {
#define TABLE(name, doc) case TABLE_##name: \
		program->name = (const struct row_##name *)rows; \
		program->name##_count = count; break;
#define COLUMN(table, name, kind, doc)
#define END(table)
#include "code/tables.def"
#undef TABLE
#undef COLUMN
#undef END
	case TABLE_COUNT:
	default:
		break;
	}
}

static void load_fact(const struct program *program, struct model *model, struct fact *fact,
                      const struct row_fact *row, struct choice *choices)
{
	*fact = (struct fact){
		.name = program_text(program, row->name),
		.type = (enum type)row->type, .element = (enum type)row->element,
		.flags = row->flags, .cap = row->cap,
		.target = row->target ? model->entities[row->target - 1] : NULL,
		.choices = choices + row->first_choice, .choice_count = row->choice_count,
		.unit = program_text(program, row->unit),
		.doc = program_text(program, row->doc), .order = row->order,
	};
}

static void load_entity(const struct program *program, struct model *model, uint32_t index,
                        struct fact *facts)
{
	const struct row_entity *row = &program->entity[index];
	struct entity *entity = model->entities[index];

	*entity = (struct entity){
		.name = program_text(program, row->name),
		.label = program_text(program, row->label),
		.kind = (enum entity_kind)row->kind,
		.facts = facts + row->first_fact, .fact_count = row->fact_count,
		.key = row->key ? row->key - 1 : NO_SLOT, .index = index,
	};
}

struct model *program_model(const struct program *program, struct arena *arena)
{
	struct model *model = arena_alloc(arena, sizeof *model);
	struct choice *choices = arena_array(arena, program->choice_count + 1, sizeof *choices);
	struct fact *facts = arena_array(arena, program->fact_count + 1, sizeof *facts);

	model->name = program_text(program, program->about->model);
	model->entity_count = program->entity_count;
	model->entities = arena_array(arena, model->entity_count, sizeof *model->entities);
	for (uint32_t i = 0; i < model->entity_count; i++)
		model->entities[i] = arena_alloc(arena, sizeof **model->entities);
	for (uint32_t i = 0; i < program->choice_count; i++) {
		choices[i].name = program_text(program, program->choice[i].name);
		choices[i].label = program_text(program, program->choice[i].label);
	}
	for (uint32_t i = 0; i < program->fact_count; i++)
		load_fact(program, model, &facts[i], &program->fact[i], choices);
	for (uint32_t i = 0; i < model->entity_count; i++)
		load_entity(program, model, i, facts);
	model->certificate = model->entities[0];
	model->stream = model->entities[program->about->stream];
	return model;
}

uint32_t program_rule_line(const struct program *program, const struct row_rule *rule)
{
	struct text text = program_text(program, program->file[rule->file].text);
	uint32_t line = 1;

	for (uint32_t i = 0; i < rule->from && i < text.length; i++)
		line += text.at[i] == '\n';
	return line;
}
