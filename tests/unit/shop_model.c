/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/unit/shop_model.h"

#include "model/certificate.h"

#define COUNT(array) (sizeof(array) / sizeof (array)[0])
#define NAME(literal) { literal, sizeof(literal) - 1 }

static const struct choice kinds[] = {
	[KIND_STAFFED] = { NAME("staffed"), NAME("staffed") },
	[KIND_SELF_SERVICE] = { NAME("self-service"), NAME("Self service") },
};

static const struct choice means[] = {
	[PAID_CASH] = { NAME("cash"), NAME("cash") },
	[PAID_CARD] = { NAME("card"), NAME("card") },
};

static const struct fact site_facts[SITE_FACT_COUNT] = {
	[SITE_VERSION] = { .name = NAME("version"), .type = TYPE_INTEGER },
	[SITE_OPEN] = { .name = NAME("open"), .type = TYPE_BOOL },
	[SITE_BUILD] = { .name = NAME("build"), .type = TYPE_VERSION },
	[SITE_SINCE] = { .name = NAME("since"), .type = TYPE_DATE },
	[SITE_BREAK] = { .name = NAME("break"), .type = TYPE_DURATION },
	[SITE_PURPOSE] = { .name = NAME("purpose"), .type = TYPE_OID },
	[SITE_ROOTS] = { .name = NAME("roots"), .type = TYPE_LIST,
	                 .element = TYPE_RECORD, .cap = 4 },
	[SITE_SIGNS] = { .name = NAME("signs"), .type = TYPE_SET,
	                 .element = TYPE_OID, .flags = FACT_OPTIONAL },
};

static const struct fact till_facts[TILL_FACT_COUNT] = {
	[TILL_NAME] = { .name = NAME("name"), .type = TYPE_TEXT,
	                .flags = FACT_KEY },
	[TILL_KIND] = { .name = NAME("kind"), .type = TYPE_CHOICE },
	[TILL_CERT] = { .name = NAME("cert"), .type = TYPE_RECORD,
	                .flags = FACT_OPTIONAL },
};

static const struct fact visit_facts[VISIT_FACT_COUNT] = {
	[VISIT_ID] = { .name = NAME("id"), .type = TYPE_TEXT, .flags = FACT_KEY },
	[VISIT_PAID] = { .name = NAME("paid"), .type = TYPE_SET,
	                 .element = TYPE_CHOICE },
	[VISIT_TILL] = { .name = NAME("till"), .type = TYPE_RECORD,
	                 .flags = FACT_OPTIONAL },
	[VISIT_AGE] = { .name = NAME("age"), .type = TYPE_INTEGER,
	                .flags = FACT_OPTIONAL, .unit = NAME("years") },
	[VISIT_FAST] = { .name = NAME("fast"), .type = TYPE_BOOL,
	                 .flags = FACT_DERIVED },
	[VISIT_HIDDEN] = { .name = NAME("invariant-1"), .type = TYPE_BOOL,
	                   .flags = FACT_DERIVED | FACT_HIDDEN },
	[VISIT_TILLS] = { .name = NAME("tills"), .type = TYPE_LIST,
	                  .element = TYPE_RECORD, .cap = 3 },
	[VISIT_TAGS] = { .name = NAME("tags"), .type = TYPE_LIST,
	                 .element = TYPE_TEXT, .cap = 2,
	                 .flags = FACT_OPTIONAL },
	[VISIT_CARDS] = { .name = NAME("cards"), .type = TYPE_SET,
	                  .element = TYPE_TEXT },
	[VISIT_NOTES] = { .name = NAME("notes"), .type = TYPE_TEXT },
};

static struct entity *entity_new(struct arena *arena, struct text name,
                                 const struct fact *facts, uint32_t count)
{
	struct entity *entity = arena_alloc(arena, sizeof *entity);

	entity->name = entity->label = name;
	entity->facts = arena_array(arena, count, sizeof *entity->facts);
	memcpy(entity->facts, facts, count * sizeof *facts);
	entity->fact_count = count;
	entity->key = NO_SLOT;
	for (uint32_t i = 0; i < count; i++) {
		entity->facts[i].order = i;
		if (facts[i].flags & FACT_KEY)
			entity->key = i;
	}
	return entity;
}

static void set_choices(struct arena *arena, struct fact *fact,
                        const struct choice *choices, uint32_t count)
{
	fact->choices = arena_array(arena, count, sizeof *choices);
	memcpy(fact->choices, choices, count * sizeof *choices);
	fact->choice_count = count;
}

struct model *shop_model_new(struct arena *arena)
{
	struct model *model = arena_alloc(arena, sizeof *model);
	struct entity *site = entity_new(arena, TEXT("site"), site_facts,
	                                 SITE_FACT_COUNT);
	struct entity *till = entity_new(arena, TEXT("till"), till_facts,
	                                 TILL_FACT_COUNT);
	struct entity *visit = entity_new(arena, TEXT("visit"), visit_facts,
	                                  VISIT_FACT_COUNT);
	struct entity *certificate = certificate_entity_new(arena);
	struct entity *const all[] = { site, till, visit, certificate };

	visit->kind = ENTITY_STREAM;
	set_choices(arena, &till->facts[TILL_KIND], kinds, COUNT(kinds));
	set_choices(arena, &visit->facts[VISIT_PAID], means, COUNT(means));
	site->facts[SITE_ROOTS].target = certificate;
	till->facts[TILL_CERT].target = certificate;
	visit->facts[VISIT_TILL].target = till;
	visit->facts[VISIT_TILLS].target = till;
	model->name = TEXT("shop");
	model->entity_count = SHOP_ENTITY_COUNT;
	model->entities = arena_array(arena, COUNT(all), sizeof all[0]);
	for (uint32_t i = 0; i < COUNT(all); i++) {
		model->entities[i] = all[i];
		all[i]->index = i;
	}
	model->stream = visit;
	model->certificate = certificate;
	return model;
}
