/* SPDX-License-Identifier: Apache-2.0 */
#include "model/certificate.h"

struct row {
	struct text name, unit, doc;
	enum type type, element;
	uint32_t flags;
};

static const struct row rows[CERTIFICATE_FACT_COUNT] = {
#define FACT(id, spelling, type, element, flags, unit, documentation) \
	[CERTIFICATE_##id] = { { spelling, sizeof(spelling) - 1 }, \
	                       { unit, sizeof(unit) - 1 }, \
	                       { documentation, sizeof(documentation) - 1 }, \
	                       TYPE_##type, TYPE_##element, flags },
#include "model/certificate.def"
};

#define WORD(word, label) { { word, sizeof(word) - 1 }, { label, sizeof(label) - 1 } },

static const struct choice keys[CERTIFICATE_KEY_COUNT] = {
#define KEY_ALGORITHM(id, word, label) WORD(word, label)
#include "model/certificate.def"
};

static const struct choice digests[CERTIFICATE_DIGEST_COUNT] = {
#define DIGEST(id, word, label) WORD(word, label)
#include "model/certificate.def"
};

static const struct choice usages[CERTIFICATE_USAGE_COUNT] = {
#define KEY_USAGE(id, word, label) WORD(word, label)
#include "model/certificate.def"
};

static const struct choice strings[CERTIFICATE_STRING_COUNT] = {
#define STRING_KIND(id, word, label) WORD(word, label)
#include "model/certificate.def"
};

static const struct choice providers[CERTIFICATE_PROVIDER_COUNT] = {
#define PROVIDER_KIND(id, word, label) WORD(word, label)
#include "model/certificate.def"
};

static const struct choice protections[CERTIFICATE_PROTECTION_COUNT] = {
#define PROTECTION(id, word, label) WORD(word, label)
#include "model/certificate.def"
};

/* The words of each fact that has some. */
static const struct {
	const struct choice *choices;
	enum certificate_fact fact;
	uint32_t count;
} words[] = {
	{ keys, CERTIFICATE_KEY_ALGORITHM, CERTIFICATE_KEY_COUNT },
	{ digests, CERTIFICATE_SIGNATURE_DIGEST, CERTIFICATE_DIGEST_COUNT },
	{ usages, CERTIFICATE_KEY_USAGE, CERTIFICATE_USAGE_COUNT },
	{ strings, CERTIFICATE_SUBJECT_STRING_TYPES, CERTIFICATE_STRING_COUNT },
	{ strings, CERTIFICATE_ISSUER_STRING_TYPES, CERTIFICATE_STRING_COUNT },
	{ providers, CERTIFICATE_KEY_PROVIDER_KIND, CERTIFICATE_PROVIDER_COUNT },
	{ protections, CERTIFICATE_PROTECTION, CERTIFICATE_PROTECTION_COUNT },
};

static void fact_set_choices(struct arena *arena, struct fact *fact,
                             const struct choice *choices, uint32_t count)
{
	fact->choice_count = count;
	fact->choices = arena_array(arena, count, sizeof *fact->choices);
	memcpy(fact->choices, choices, count * sizeof *choices);
}

static void fact_from_row(struct fact *fact, const struct row *row,
                          uint32_t order)
{
	bool holds_many = row->type == TYPE_SET || row->type == TYPE_LIST;

	fact->name = row->name;
	fact->type = row->type;
	fact->element = row->element;
	fact->flags = row->flags;
	fact->cap = holds_many && row->element != TYPE_CHOICE
		? MODEL_MAX_LIST : 0;
	fact->unit = row->unit;
	fact->doc = row->doc;
	fact->order = order;
}

struct entity *certificate_entity_new(struct arena *arena)
{
	struct entity *entity = arena_alloc(arena, sizeof *entity);
	struct fact *facts = arena_array(arena, CERTIFICATE_FACT_COUNT,
	                                 sizeof *facts);

	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++)
		fact_from_row(&facts[i], &rows[i], i);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		fact_set_choices(arena, &facts[words[i].fact],
		                 words[i].choices, words[i].count);
	entity->name = TEXT("certificate");
	entity->label = TEXT("Certificate");
	entity->kind = ENTITY_CERTIFICATE;
	entity->facts = facts;
	entity->fact_count = CERTIFICATE_FACT_COUNT;
	entity->key = NO_SLOT;
	return entity;
}
