/* SPDX-License-Identifier: Apache-2.0 */
#include "facts.h"

#include <string.h>

#include "print.h"

const struct record *scene_find(const struct scene *scene, const struct entity *entity,
                                const char *key)
{
	for (int i = 0; i < scene->counts[entity->index]; i++)
		if (strcmp(scene->records[entity->index][i].key, key) == 0)
			return &scene->records[entity->index][i];
	return NULL;
}

const struct record *scene_single(const struct scene *scene, const struct entity *entity)
{
	return &scene->records[entity->index][0];
}

int fact_index(const struct entity *entity, const struct fact *fact)
{
	return (int)(fact - entity->facts);
}

static void write_record(struct writing *out, const struct scene *scene,
                         const struct record *record);

static bool is_certificate(const struct fact *fact)
{
	return fact->target && fact->target->kind == ENTITY_CERTIFICATE;
}

/* What a key stands for; of a certificate that is the certificate itself. The last one can't be read. */
static void write_key(struct writing *out, const struct scene *scene, const struct fact *fact,
                      const char *key)
{
	const struct record *record = NULL;
	int e = fact->target ? fact->target->index : 0;

	if (is_certificate(fact))
		record = scene_find(scene, fact->target, key);
	if (record && record == &scene->records[e][scene->counts[e] - 1])
		write_text(out, "\"nowhere.pem\"");
	else if (record)
		write_record(out, scene, record);
	else
		write_text(out, "\"%s\"", key);
}

static void write_items(struct writing *out, const struct scene *scene, const struct fact *fact,
                        const struct value *value)
{
	const char *between = "";

	write_text(out, "[");
	for (int i = 0; i < value->count; i++) {
		write_text(out, "%s", i ? ", " : "");
		write_key(out, scene, fact, value->items[i]);
	}
	for (int i = 0; fact->kind == KIND_WORDS && i < fact->word_count; i++) {
		if (!(value->number >> i & 1))
			continue;
		write_text(out, "%s\"%s\"", between, fact->words[i]);
		between = ", ";
	}
	write_text(out, "]");
}

static void write_value(struct writing *out, const struct scene *scene, const struct fact *fact,
                        const struct value *value)
{
	switch (fact->kind) {
	case KIND_BOOL:
		write_text(out, "%s", value->number ? "true" : "false");
		break;
	case KIND_INTEGER:
		write_text(out, "%lld", (long long)value->number);
		break;
	case KIND_DATE:
		write_text(out, "\"%s\"", date_text(value->number));
		break;
	case KIND_CHOICE:
	case KIND_DURATION:
	case KIND_VERSION:
		write_text(out, "\"");
		print_value(out, fact->kind, fact->words, value);
		write_text(out, "\"");
		break;
	case KIND_TEXT:
	case KIND_REFERENCE:
		write_key(out, scene, fact, value->text);
		break;
	case KIND_WORDS:
	case KIND_TEXTS:
	case KIND_TEXT_LIST:
	case KIND_LIST:
		write_items(out, scene, fact, value);
		break;
	}
}

static void write_cell(struct writing *out, const struct scene *scene, const struct fact *fact,
                       const struct cell *cell)
{
	static const char *const states[] = {
		"", "", "null", "{\"state\": \"undecodable\"}", "{\"state\": \"duplicate\"}",
		"{\"state\": \"conflict\"}"
	};

	write_text(out, "\"%s\": ", fact->name);
	if (cell->spelling)
		write_text(out, "%s", cell->spelling);
	else if (cell->state == STATE_PRESENT)
		write_value(out, scene, fact, &cell->value);
	else
		write_text(out, "%s", states[cell->state]);
}

static void write_record(struct writing *out, const struct scene *scene,
                         const struct record *record)
{
	const char *between = "";

	write_text(out, "{");
	for (int i = 0; i < record->entity->fact_count; i++) {
		const struct cell *cell = &record->cells[i];

		if (cell->state == STATE_MISSING && !cell->spelling)
			continue;
		write_text(out, "%s", between);
		write_cell(out, scene, &record->entity->facts[i], cell);
		between = ", ";
	}
	write_text(out, "}");
}

static void write_entity(struct writing *out, const struct scene *scene,
                         const struct entity *entity)
{
	const struct record *records = scene->records[entity->index];

	write_text(out, "  \"%s\": ", entity->name);
	if (entity->kind == ENTITY_SINGLE) {
		write_record(out, scene, &records[0]);
		return;
	}
	write_text(out, "[");
	for (int i = 0; i < scene->counts[entity->index]; i++) {
		write_text(out, "%s\n    ", i ? "," : "");
		write_record(out, scene, &records[i]);
	}
	write_text(out, "]");
}

void write_facts(struct writing *out, const struct scene *scene)
{
	const struct policy *policy = scene->policy;
	const char *between = "";

	write_text(out, "{\n");
	for (int i = 0; i < policy->entity_count; i++) {
		const struct entity *entity = policy->entities[i];

		if (entity->kind == ENTITY_CERTIFICATE ||
		    (entity->kind == ENTITY_SINGLE && !scene->records[i][0].given))
			continue;
		write_text(out, "%s", between);
		write_entity(out, scene, entity);
		between = ",\n";
	}
	write_text(out, "\n}\n");
}
