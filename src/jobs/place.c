/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/place.h"

#include "facts/json_place.h"

/* What is asked, and what is found. */
struct place_question {
	struct text member;
	struct arena *arena;
	struct place place;
};

/* The input, or piece of one, that the record was read from. */
static struct input *input_of(struct input *first, const struct record *record)
{
	for (struct input *i = first; i; i = i->next)
		if (text_equal(i->name, record->file) && record->offset >= i->offset
		    && (i->bytes.length == 0 || record->offset - i->offset < i->bytes.length))
			return i;
	return NULL;
}

static void find_in_facts(struct arena *keep, struct input *input, const struct record *record,
                          struct place_question *question)
{
	struct json_place found;

	if (!input->places)
		input->places = json_places_new(keep, input->bytes);
	if (!json_places_find(input->places, record->offset - input->offset, question->member,
	                      question->arena, &found))
		return;
	question->place.kind = PLACE_FACTS;
	question->place.line = input->line + found.line;
	question->place.path = found.path;
}

/* In an export that a mapping reads: the line, and the column of the member. */
static void find_in_export(struct input *input, const struct record *record,
                           struct place_question *question)
{
	struct text column = TEXT("");

	if (question->member.length) {
		column = mapped_column_of(input->mapped, record->entity, question->member);
		if (!column.length)
			return;
	}
	question->place.kind = PLACE_FACTS;
	question->place.line = mapped_line(input->mapped, input->bytes, record->offset);
	question->place.path = column.length
		? arena_printf(question->arena, "column %.*s", TEXT_ARGS(column))
		: record->entity->name;
}

/* Workers ask about contexts while others do. */
static void find_in_contexts(struct evaluation *e, const struct record *record,
                             struct place_question *question)
{
	struct input *input = input_of(e->first, record);

	if (!input || !(input->mapped || bytes_are_json(input->bytes))) {
		question->place.kind = PLACE_CERTIFICATE;
		return;
	}
	pthread_mutex_lock(&e->places_lock);
	if (input->mapped)
		find_in_export(input, record, question);
	else
		find_in_facts(&e->places, input, record, question);
	pthread_mutex_unlock(&e->places_lock);
}

struct place place_find(struct evaluation *e, const struct record *record, struct text member,
                        struct arena *arena)
{
	bool standard = text_equal(record->file, TEXT("-"));
	struct place_question question = { member, arena, { .offset = record->offset,
		.file = standard ? TEXT("standard input") : record->file } };
	struct input *piece;

	if (record->file.length == 0)
		return question.place;
	piece = e->parent ? input_of(e->first, record) : NULL;
	if (piece)
		find_in_facts(e->arena, piece, record, &question);
	else
		find_in_contexts(e->parent ? e->parent : e, record, &question);
	return question.place;
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
