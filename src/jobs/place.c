/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/place.h"

#include "facts/json_place.h"

/* The input of facts that the record was read from; NULL if it is of another file. */
static struct input *facts_of(const struct evaluation *e, const struct record *record)
{
	for (struct input *i = e->first; i; i = i->next)
		if (text_equal(i->name, record->file))
			return bytes_are_json(i->bytes) ? i : NULL;
	return NULL;
}

static void find_in_facts(struct evaluation *e, struct input *input, const struct record *record,
                          struct text member, struct arena *arena, struct place *place)
{
	struct json_place found;

	if (!input->places)
		input->places = json_places_new(e->arena, input->bytes);
	if (!json_places_find(input->places, record->offset, member, arena, &found))
		return;
	place->kind = PLACE_FACTS;
	place->line = found.line;
	place->path = found.path;
}

struct place place_find(struct evaluation *e, const struct record *record, struct text member,
                        struct arena *arena)
{
	bool standard = text_equal(record->file, TEXT("-"));
	struct place place = { .file = standard ? TEXT("standard input") : record->file,
	                       .offset = record->offset };
	struct input *input;

	if (record->file.length == 0)
		return place;
	input = facts_of(e, record);
	if (input)
		find_in_facts(e, input, record, member, arena, &place);
	else
		place.kind = PLACE_CERTIFICATE;
	return place;
}

struct text place_words(const struct place *place, struct arena *arena)
{
	switch (place->kind) {
	case PLACE_FACTS:
		return arena_printf(arena, "%.*s:%llu (%.*s)", TEXT_ARGS(place->file),
		                    (unsigned long long)place->line, TEXT_ARGS(place->path));
	case PLACE_CERTIFICATE:
		return arena_printf(arena, "%.*s, byte %llu", TEXT_ARGS(place->file),
		                    (unsigned long long)place->offset);
	case PLACE_NONE:
	default:
		return TEXT("");
	}
}

static struct text name_of(void *user, const struct record *record)
{
	struct place_names *names = user;
	struct place place = place_find(names->evaluation, record, TEXT(""), names->arena);

	return place.kind == PLACE_NONE ? TEXT("a certificate")
	                                : place_words(&place, names->arena);
}

void place_names_init(struct place_names *names, struct evaluation *e, struct arena *arena)
{
	*names = (struct place_names){ { name_of, names }, e, arena };
}
