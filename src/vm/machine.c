/* SPDX-License-Identifier: Apache-2.0 */
#include "vm/machine.h"

/* The most that any frame or diagram needs. */
struct needs {
	uint32_t facts, bases, variables, groups, words, leaves, nodes, pairs, stack;
};

static void most(uint32_t *so_far, uint32_t value)
{
	if (value > *so_far)
		*so_far = value;
}

static struct needs find_needs(const struct program *program)
{
	struct needs needs = { 0 };

	for (uint32_t i = 0; i < program->entity_count; i++)
		most(&needs.facts, program->entity[i].fact_count);
	for (uint32_t i = 0; i < program->frame_count; i++) {
		most(&needs.bases, program->frame[i].base_count);
		most(&needs.variables, program->frame[i].variable_count);
		most(&needs.groups, program->frame[i].group_count);
		most(&needs.stack, program->frame[i].stack);
	}
	for (uint32_t i = 0; i < program->diagram_count; i++) {
		const struct row_diagram *d = &program->diagram[i];

		most(&needs.words, d->words);
		most(&needs.leaves, d->leaf_count);
		most(&needs.nodes, d->nodes);
		most(&needs.pairs, d->nodes + d->leaf_count);
	}
	return needs;
}

static const struct value *absent_facts(struct arena *arena, uint32_t count)
{
	struct value *values = arena_array(arena, count, sizeof *values);

	for (uint32_t i = 0; i < count; i++)
		values[i].state = STATE_ABSENT;
	return values;
}

static void allocate(struct vm *vm, const struct needs *n)
{
	struct arena *a = vm->arena;
	size_t pairs = (size_t)n->pairs * n->pairs;

	vm->absent = absent_facts(a, n->facts);
	vm->bases = arena_array(a, n->bases + 1, sizeof *vm->bases);
	vm->reach = arena_alloc(a, n->bases + 1);
	vm->noted = arena_alloc(a, n->bases + 1);
	vm->class = arena_alloc(a, n->variables + 1);
	vm->knowledge = arena_alloc(a, n->variables + 1);
	vm->free = arena_alloc(a, n->variables + 1);
	vm->open = arena_array(a, n->variables + 1, sizeof *vm->open);
	vm->allow = arena_array(a, n->variables + 1, sizeof *vm->allow);
	vm->atom_unknown = arena_array(a, n->variables + 1, sizeof *vm->atom_unknown);
	vm->chosen = arena_alloc(a, n->groups + 1);
	vm->reached_groups = arena_alloc(a, n->groups + 1);
	vm->candidates = arena_alloc(a, n->groups + 1);
	vm->stack = arena_array(a, n->stack + 1, sizeof *vm->stack);
	vm->trail = arena_array(a, n->nodes + 1, sizeof *vm->trail);
	vm->kept = arena_array(a, n->nodes + 1, sizeof *vm->kept);
	vm->seen = arena_alloc(a, n->words + 1);
	vm->leaf_seen = arena_alloc(a, n->leaves + 1);
	vm->ordinals = arena_array(a, n->words + 1, sizeof *vm->ordinals);
	vm->pairs = arena_array(a, pairs / 64 + 1, sizeof *vm->pairs);
	vm->addresses = arena_array(a, n->pairs + 1, sizeof *vm->addresses);
}

static void make_blanks(struct vm *vm)
{
	for (uint32_t i = 0; i < vm->model->entity_count; i++) {
		struct entity *entity = vm->model->entities[i];
		struct record *blank = record_new(vm->arena, entity);

		for (uint32_t f = 0; f < entity->fact_count; f++)
			if (entity->facts[f].flags & FACT_DERIVED)
				blank->values[f].flags = VALUE_OPEN;
		entity->blank = blank;
	}
}

static void find_loops(struct vm *vm)
{
	const uint32_t *code = vm->program->code;

	vm->next_of = arena_array(vm->arena, vm->program->code_count + 1, sizeof *vm->next_of);
	for (uint32_t f = 0; f < vm->program->frame_count; f++) {
		uint32_t open[CODE_MAX_NESTING + 1], depth = 0;
		uint32_t at = vm->program->frame[f].start;

		for (; code[at] != OP_END; at += operation_info(code[at])->words) {
			if (code[at] == OP_EACH)
				open[depth++] = at;
			if (code[at] == OP_NEXT)
				vm->next_of[open[--depth]] = at;
		}
	}
}

struct vm *vm_new(struct arena *arena, const struct program *program, struct model *model,
                  struct world *world, const struct vm_options *options)
{
	struct vm *vm = arena_alloc(arena, sizeof *vm);
	struct needs needs = find_needs(program);

	vm->program = program;
	vm->constants = program->constants;
	vm->maps = program->maps;
	vm->code = program->code;
	vm->model = model;
	vm->world = world;
	vm->arena = arena;
	vm->options = *options;
	vm->frame_of = arena_array(arena, model->entity_count, sizeof *vm->frame_of);
	for (uint32_t i = 0; i < program->frame_count; i++)
		vm->frame_of[program->frame[i].entity] = &program->frame[i];
	vm->sha256_slot = entity_slot(model->certificate, TEXT("sha256"));
	vm->sha1_slot = entity_slot(model->certificate, TEXT("sha1"));
	allocate(vm, &needs);
	if (!model->certificate->blank)
		make_blanks(vm);
	find_loops(vm);
	plan_checks(vm);
	tally_start(vm);
	return vm;
}

static void run_contexts(struct vm *vm, uint32_t parts)
{
	for (uint32_t f = 0; f < vm->program->frame_count; f++) {
		const struct row_frame *frame = &vm->program->frame[f];
		const struct entity *entity = vm->model->entities[frame->entity];
		const struct record_table *table = &vm->world->tables[frame->entity];

		if (entity->kind != ENTITY_CONTEXT)
			continue;
		for (uint32_t i = 0; i < table->count; i++)
			run_frame(vm, frame, table->records[i], parts);
	}
}

void vm_prepare(struct vm *vm)
{
	for (uint32_t i = 0; i < vm->model->entity_count; i++) {
		const struct entity *entity = vm->model->entities[i];

		if (entity_is_single(entity) && vm->world->tables[i].count == 0)
			world_add(vm->world, record_new(vm->world->arena, entity));
	}
	run_contexts(vm, RUN_DERIVE);
}

void vm_record(struct vm *vm, struct record *record)
{
	run_frame(vm, vm->frame_of[record->entity->index], record,
	          RUN_DERIVE | RUN_CHECK);
}

void vm_contexts(struct vm *vm)
{
	run_contexts(vm, RUN_CHECK);
}

void vm_look(struct vm *vm, const struct vm *seen, struct record *record)
{
	memcpy(vm->tallies, seen->tallies, vm->program->tally_count * sizeof *vm->tallies);
	run_frame(vm, vm->frame_of[record->entity->index], record, RUN_DERIVE);
}

const struct row_frame *vm_frame(const struct vm *vm)
{
	return vm->frame;
}

enum group_kind vm_group_kind(const struct vm *vm, uint32_t group)
{
	return (enum group_kind)vm->groups[group].kind;
}

bool base_is_of_element(const struct vm *vm, uint32_t base)
{
	const struct row_base *rows = vm->program->base + vm->frame->first_base;

	while (rows[base].kind == CODE_BASE_STEP)
		base = rows[base].parent;
	return rows[base].kind == CODE_BASE_ELEMENT;
}

const struct value *vm_base_value(const struct vm *vm, uint32_t base, uint32_t slot,
                                  const struct fact **fact)
{
	const struct row_base *row = &vm->program->base[vm->frame->first_base + base];

	if (row->entity == 0)
		return NULL;
	*fact = &vm->model->entities[row->entity - 1]->facts[slot];
	if (base_is_of_element(vm, base) || vm->reach[base] != REACH_THERE)
		return NULL;
	return &vm->bases[base][slot];
}

/* The first step to a base that leads nowhere, as a base; 0 when all lead somewhere. */
static uint32_t broken_step(const struct vm *vm, uint32_t base)
{
	const struct row_base *rows = vm->program->base + vm->frame->first_base;
	uint32_t broken = 0;

	for (; rows[base].kind == CODE_BASE_STEP; base = rows[base].parent)
		if (vm->reach[base] != REACH_THERE)
			broken = base;
	return broken;
}

/* Values of a base are those of a record, unless the base is a text of a list. */
static const struct record *record_of(const struct vm *vm, uint32_t base)
{
	const struct row_base *row = &vm->program->base[vm->frame->first_base + base];

	if (row->entity == 0 || vm->reach[base] != REACH_THERE || base_is_of_element(vm, base))
		return NULL;
	return (const struct record *)(const void *)((const char *)vm->bases[base]
		- offsetof(struct record, values));
}

bool vm_group_fact(const struct vm *vm, uint32_t group, struct vm_fact *fact)
{
	const struct row_group *row = &vm->groups[group];
	const struct row_base *rows = vm->program->base + vm->frame->first_base;
	static const struct value missing;
	uint32_t broken = 0, base = row->base;

	if (row->kind == GROUP_ATOM || row->kind == GROUP_FLEET)
		return false;
	fact->of_element = base_is_of_element(vm, row->base);
	if (!fact->of_element)
		broken = broken_step(vm, row->base);
	fact->name = program_text(vm->program, row->name);
	fact->fact = NULL;
	fact->slot = row->slot;
	if (broken) {
		fact->name = program_text(vm->program, rows[broken].name);
		fact->slot = rows[broken].slot;
		base = rows[broken].parent;
	}
	fact->record = record_of(vm, base);
	fact->value = vm_base_value(vm, base, fact->slot, &fact->fact);
	if (!fact->value)
		fact->value = &missing;
	return true;
}

uint32_t vm_atom_unknown(const struct vm *vm, uint32_t group, uint32_t out[64])
{
	const struct row_group *row = &vm->groups[group];
	uint64_t unknown = 0;
	uint32_t count = 0;

	for (uint32_t v = 0; v < vm->frame->variable_count; v++)
		if (vm->variables[v].group == group && vm->class[v] == CLASS_MANY)
			unknown |= vm->atom_unknown[v];
	for (uint32_t i = 0; i < row->link_count && i < 64; i++)
		if (unknown >> i & 1)
			out[count++] = vm->program->link[row->first_link + i].group;
	return count;
}

uint32_t vm_atom_reads(const struct vm *vm, uint32_t group, uint32_t out[64])
{
	const struct row_group *row = &vm->groups[group];
	uint32_t count = 0;

	for (uint32_t i = 0; i < row->link_count && count < 64; i++)
		out[count++] = vm->program->link[row->first_link + i].group;
	return count;
}
