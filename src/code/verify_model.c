/* SPDX-License-Identifier: Apache-2.0 */
/* verify_model.c - the fact model: types that fit together, and the certificate that readers
 * fill. */
#include "code/verifier.h"

#include "model/certificate.h"

static bool expect_words(struct verifier *v, const struct row_fact *fact, struct trouble_place at)
{
	bool words = fact->type == TYPE_CHOICE
		|| (fact->type == TYPE_SET && fact->element == TYPE_CHOICE);
	uint32_t most = words ? MODEL_MAX_WORDS : 0;

	at.detail = "choice_count";
	if (fact->choice_count > most || (words && fact->choice_count == 0))
		return trouble_say(v->why, at, "expected %u to %u words, found %u", words, most,
		                   fact->choice_count);
	return true;
}

static bool expect_element(struct verifier *v, const struct row_fact *fact, struct trouble_place at)
{
	uint32_t e = fact->element;
	bool open = fact->type == TYPE_LIST || (fact->type == TYPE_SET && e != TYPE_CHOICE);

	at.detail = "element";
	if (fact->type == TYPE_SET && e != TYPE_CHOICE && e != TYPE_OID && e != TYPE_TEXT)
		return trouble_say(v->why, at, "expected words, oid or text, found %u", e);
	if (fact->type == TYPE_LIST && e != TYPE_TEXT && e != TYPE_RECORD)
		return trouble_say(v->why, at, "expected text or records, found %u", e);
	at.detail = "cap";
	if (fact->cap > MODEL_MAX_LIST || (open && fact->cap == 0))
		return trouble_say(v->why, at, "expected %u to %u elements, found %u",
		                   open, MODEL_MAX_LIST, fact->cap);
	return true;
}

/* A reference leads to a certificate or to records of a context that have keys. */
static bool expect_target(struct verifier *v, const struct row_fact *fact, struct trouble_place at)
{
	bool refers = fact->type == TYPE_RECORD
		|| (fact->type == TYPE_LIST && fact->element == TYPE_RECORD);
	const struct row_entity *target;

	at.detail = "target";
	if (refers != (fact->target != 0))
		return trouble_say(v->why, at, refers ? "expected an entity, found none"
		                   : "expected no entity, found %u", fact->target);
	if (!refers)
		return true;
	target = &v->program->entity[fact->target - 1];
	if (target->kind == ENTITY_STREAM || (target->kind == ENTITY_CONTEXT && !target->key))
		return trouble_say(v->why, at, "expected a certificate or a context with a key, "
		                   "found entity %u", fact->target - 1);
	return true;
}

static bool expect_flags(struct verifier *v, const struct row_fact *fact, struct trouble_place at)
{
	bool derived = fact->flags & FACT_DERIVED;

	at.detail = "flags";
	if (fact->flags & FACT_HIDDEN && (!derived || fact->type != TYPE_BOOL))
		return trouble_say(v->why, at, "expected an invariant to be a derived bool, "
		                   "found flags %u", fact->flags);
	if (derived && (fact->flags & (FACT_OPTIONAL | FACT_KEY)))
		return trouble_say(v->why, at, "expected a derived fact to be neither optional nor "
		                   "a key, found flags %u", fact->flags);
	return true;
}

static bool check_facts(struct verifier *v)
{
	for (uint32_t i = 0; i < v->program->fact_count; i++) {
		const struct row_fact *fact = &v->program->fact[i];
		struct trouble_place at = place_row(TABLE_fact, i, "");

		if (!expect_words(v, fact, at) || !expect_element(v, fact, at)
		    || !expect_target(v, fact, at) || !expect_flags(v, fact, at))
			return false;
	}
	return true;
}

static bool check_key(struct verifier *v, const struct row_entity *entity, struct trouble_place at)
{
	const struct row_fact *fact;

	at.detail = "key";
	if (entity->key > entity->fact_count)
		return trouble_say(v->why, at, "expected at most %u, found %u",
		                   entity->fact_count, entity->key);
	if (entity->key == 0)
		return true;
	fact = &v->program->fact[entity->first_fact + entity->key - 1];
	if (fact->type != TYPE_TEXT || fact->flags & FACT_OPTIONAL)
		return trouble_say(v->why, at, "expected a text that is not optional, found fact %u",
		                   entity->key - 1);
	return true;
}

static bool check_entities(struct verifier *v)
{
	const struct program *p = v->program;

	for (uint32_t i = 0; i < p->entity_count; i++) {
		const struct row_entity *entity = &p->entity[i];
		struct trouble_place at = place_row(TABLE_entity, i, "kind");

		if ((entity->kind == ENTITY_CERTIFICATE) != (i == 0))
			return trouble_say(v->why, at, "expected entity 0, and no other, to be the "
			                   "certificate, found %u", entity->kind);
		if (entity->kind == ENTITY_STREAM && i != p->about->stream)
			return trouble_say(v->why, at, "expected no stream but entity %u",
			                   p->about->stream);
		if (i != 0 && entity->kind != ENTITY_STREAM && i == p->about->stream)
			return trouble_say(v->why, at, "expected a stream, found %u", entity->kind);
		at.detail = "fact_count";
		if (entity->fact_count > MODEL_MAX_FACTS)
			return trouble_say(v->why, at, "expected at most %u, found %u",
			                   MODEL_MAX_FACTS, entity->fact_count);
		if (!check_key(v, entity, at))
			return false;
	}
	return true;
}

static bool same_words(const struct program *p, const struct row_fact *row, const struct fact *fact)
{
	if (row->choice_count != fact->choice_count)
		return false;
	for (uint32_t i = 0; i < fact->choice_count; i++)
		if (!text_equal(program_text(p, p->choice[row->first_choice + i].name),
		                fact->choices[i].name))
			return false;
	return true;
}

/* Readers of certificates fill slots by number, with numbers of words. */
static bool check_certificate(struct verifier *v)
{
	const struct program *p = v->program;
	const struct row_entity *row = &p->entity[0];
	const struct entity *entity = certificate_entity_new(v->scratch);

	if (row->fact_count != entity->fact_count || row->key != 0)
		return trouble_say(v->why, place_row(TABLE_entity, 0, "fact_count"),
		                   "expected the %u facts of certificates, found %u",
		                   entity->fact_count, row->fact_count);
	for (uint32_t i = 0; i < entity->fact_count; i++) {
		const struct row_fact *fact = &p->fact[row->first_fact + i];
		const struct fact *wanted = &entity->facts[i];

		if (fact->type != wanted->type || fact->element != wanted->element
		    || fact->flags != wanted->flags || fact->cap != wanted->cap
		    || !text_equal(program_text(p, fact->name), wanted->name)
		    || !same_words(p, fact, wanted))
			return trouble_say(v->why, place_row(TABLE_fact, row->first_fact + i, ""),
			                   "expected the certificate's fact %.*s as this library "
			                   "knows it", TEXT_ARGS(wanted->name));
	}
	return true;
}

bool verify_model(struct verifier *v)
{
	const struct program *p = v->program;

	if (p->about_count != 1)
		return trouble_say(v->why, (struct trouble_place){ "about", "", 0, "" },
		                   "expected one row, found %u", p->about_count);
	return check_entities(v) && check_facts(v) && check_certificate(v);
}
