/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/unit/run_program.h"

#include "explain/ask.h"
#include "explain/needs.h"
#include "vm/vm.h"

enum { RECORDS = 3 };

struct chance {
	struct arena arena, words;
	uint64_t state;
	const struct program *program;
	struct world *world;
	const uint64_t *mask;
	uint64_t digest;
	struct evaluation evaluation;   /* only what explaining looks at */
	struct explainer explainer;
	struct needs *needs;
};

static uint32_t draw(struct chance *c, uint32_t below)
{
	c->state ^= c->state << 13;
	c->state ^= c->state >> 7;
	c->state ^= c->state << 17;
	return (uint32_t)(c->state >> 33) % below;
}

static struct text draw_text(struct chance *c)
{
	static const char *const texts[] = { "", "a", "abc", "1.3.6.1.5.5.7.3.1",
	                                     "x.example.org", "\xc3\xa4" };
	const struct program *p = c->program;

	if (draw(c, 2) && p->fact_count)
		return program_text(p, p->fact[draw(c, p->fact_count)].name);
	return text_from(texts[draw(c, sizeof texts / sizeof *texts)]);
}

static int64_t draw_number(struct chance *c)
{
	const struct program *p = c->program;

	if (draw(c, 3) && p->constant_count)
		return p->constants[draw(c, p->constant_count)] + (int64_t)draw(c, 3) - 1;
	return draw(c, 2) ? INT64_MIN : (int64_t)draw(c, 5000);
}

static struct value draw_record(struct chance *c, const struct entity *entity)
{
	const struct record_table *table = &c->world->tables[entity->index];

	if (table->count == 0)
		return value_in_state(STATE_MISSING, NULL);
	return value_record(table->records[draw(c, table->count)]);
}

static struct value draw_list(struct chance *c, const struct fact *fact)
{
	struct list *list = arena_alloc(&c->arena, sizeof *list);
	uint32_t count = draw(c, 5);
	struct value *items;

	count = fact->cap && count > fact->cap ? fact->cap : count;
	items = arena_array(&c->arena, count + 1, sizeof *items);
	for (uint32_t i = 0; i < count; i++)
		items[i] = fact->element == TYPE_RECORD ? draw_record(c, fact->target)
			: value_text(fact->element, draw_text(c));
	list->items = items;
	list->count = count;
	return value_list(fact->type, list);
}

static struct value draw_present(struct chance *c, const struct fact *fact)
{
	switch (fact->type) {
	case TYPE_BOOL:
		return value_number(TYPE_BOOL, draw(c, 2));
	case TYPE_CHOICE:
		return value_number(TYPE_CHOICE, draw(c, fact->choice_count));
	case TYPE_TEXT: case TYPE_OID:
		return value_text(fact->type, draw_text(c));
	case TYPE_SET:
		if (fact->element == TYPE_CHOICE)
			return value_number(TYPE_SET, draw(c, 1u << (fact->choice_count & 15)));
		return draw_list(c, fact);
	case TYPE_LIST:
		return draw_list(c, fact);
	case TYPE_RECORD:
		return draw_record(c, fact->target);
	case TYPE_VERSION:
		return value_number(TYPE_VERSION, draw_number(c) & INT64_MAX);
	case TYPE_INTEGER: case TYPE_DATE: case TYPE_DURATION: case TYPE_COUNT:
	default:
		return value_number(fact->type, draw_number(c));
	}
}

static struct value draw_value(struct chance *c, const struct fact *fact)
{
	struct value value;
	uint32_t state = draw(c, 12);

	if (state == 0 && fact->flags & FACT_OPTIONAL)
		return value_in_state(STATE_ABSENT, NULL);
	if (state == 1)
		return value_in_state(STATE_UNDECODABLE, "by chance");
	if (state == 2)
		return value_in_state(STATE_DUPLICATE, "by chance");
	if (state < 5 || fact->flags & FACT_HIDDEN)
		return value_in_state(STATE_MISSING, NULL);
	if (fact->flags & FACT_DERIVED && draw(c, 3))
		return value_in_state(STATE_MISSING, NULL);
	value = draw_present(c, fact);
	if (fact->flags & FACT_DERIVED)
		value.flags = VALUE_GIVEN;
	return value;
}

static void fill(struct chance *c, struct record *record)
{
	const struct entity *entity = record->entity;
	const uint64_t *mask = entity->kind == ENTITY_CERTIFICATE ? c->mask : NULL;

	for (uint32_t i = 0; i < entity->fact_count; i++) {
		struct value value = draw_value(c, &entity->facts[i]);

		if (!mask || mask[i / 64] >> i % 64 & 1)
			record->values[i] = value;
	}
}

static struct record *add_record(struct chance *c, const struct entity *entity, uint32_t ordinal)
{
	struct record *record = record_new(&c->arena, entity);

	record->key = arena_printf(&c->arena, "r%u", ordinal);
	return record;
}

static void fill_world(struct chance *c)
{
	const struct model *model = c->world->model;

	for (uint32_t e = 0; e < model->entity_count; e++)
		for (uint32_t i = 0; i < RECORDS; i++)
			world_add(c->world, add_record(c, model->entities[e], i));
	for (uint32_t e = 0; e < model->entity_count; e++)
		for (uint32_t i = 0; i < c->world->tables[e].count; i++)
			fill(c, c->world->tables[e].records[i]);
}

static void digest_text(struct chance *c, const char *text)
{
	do
		c->digest = (c->digest ^ (unsigned char)*text) * UINT64_C(1099511628211);
	while (*text++);
}

static void digest_facts(struct chance *c, const struct described_fact *facts, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		digest_text(c, facts[i].path);
		digest_text(c, facts[i].state);
		digest_text(c, facts[i].value);
		digest_text(c, facts[i].why);
	}
}

static void digest_finding(struct chance *c, const struct described *described)
{
	digest_text(c, result_name(described->result));
	digest_text(c, described->subject);
	digest_text(c, described->clause);
	digest_text(c, described->fix);
	digest_facts(c, described->facts, described->fact_count);
	digest_facts(c, described->unknown, described->unknown_count);
	for (uint32_t i = 0; i < described->caution_count; i++)
		digest_text(c, described->cautions[i]);
}

static void take_need(const struct need *need, void *user)
{
	digest_text(user, need->state);
}

/* Every question that can be asked about the finding. */
static void explain(struct chance *c, struct vm *vm, const struct vm_finding *finding,
                    const struct described *described)
{
	struct explained explained;
	struct ask_answer answer;

	explain_finding(&c->explainer, vm, finding, described, &explained);
	ask_table(&c->explainer, vm, finding, described, &answer);
	needs_of(c->needs, vm, finding->record, take_need, c);
}

static void on_finding(struct vm *vm, const struct vm_finding *finding, void *user)
{
	struct chance *c = user;
	struct describe_with with = { &c->words, c->program, NULL };
	struct described described;

	describe_finding(&with, vm, finding, &described);
	digest_finding(c, &described);
	explain(c, vm, finding, &described);
	arena_reset(&c->words);
}

uint64_t run_program(const struct program *program, uint64_t seed, const uint64_t *mask)
{
	struct chance c = { .state = seed | 1, .program = program, .mask = mask };
	struct model *model = program_model(program, &c.arena);
	struct vm_options options = { .now = 1790000000, .complete = seed & 2,
	                              .on_finding = on_finding, .user = &c };
	struct vm *vm;

	c.world = world_new(&c.arena, model);
	vm = vm_new(&c.arena, program, model, c.world, &options);
	c.evaluation = (struct evaluation){ .program = program, .model = model, .world = c.world,
	                                    .options.now = options.now };
	explainer_init(&c.explainer, &c.arena,
	               &(struct describe_with){ &c.words, program, NULL }, &c.evaluation);
	c.needs = needs_new(&c.arena, &c.explainer);
	fill_world(&c);
	vm_prepare(vm);
	for (uint32_t i = 0; i < RECORDS; i++) {
		struct record *record = add_record(&c, model->stream, i);

		fill(&c, record);
		vm_record(vm, record);
	}
	vm_contexts(vm);
	arena_free(&c.words);
	arena_free(&c.arena);
	return c.digest;
}
