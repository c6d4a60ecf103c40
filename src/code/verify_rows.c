/* SPDX-License-Identifier: Apache-2.0 */
/* verify_rows.c - rows that speak of others in their frame, and places in files. */
#include "code/verifier.h"

struct frame_rows {
	struct verifier *v;
	const struct row_frame *frame;
	const struct row_base *bases;
};

/* The fact of a base that is the text in a list. */
static bool element_fact(const struct verifier *v, const struct row_frame *frame,
                         const struct row_base *base, struct operand_fact *fact)
{
	struct operand_fact list;

	if (!verify_fact(v, frame, base->parent, base->slot, &list))
		return false;
	*fact = (struct operand_fact){ .type = list.element, .element = list.element };
	return true;
}

bool verify_fact(const struct verifier *v, const struct row_frame *frame, uint32_t base,
                 uint32_t slot, struct operand_fact *fact)
{
	const struct program *p = v->program;
	const struct row_base *row;
	const struct row_entity *entity;
	const struct row_fact *found;

	if (base >= frame->base_count)
		return false;
	row = &p->base[frame->first_base + base];
	if (row->entity == 0)
		return slot == 0 && element_fact(v, frame, row, fact);
	entity = &p->entity[row->entity - 1];
	if (slot >= entity->fact_count)
		return false;
	found = &p->fact[entity->first_fact + slot];
	*fact = (struct operand_fact){ .type = (enum type)found->type,
		.element = (enum type)found->element, .flags = found->flags, .cap = found->cap,
		.choice_count = found->choice_count, .target = found->target };
	return true;
}

static bool refuse_base(struct verifier *v, uint32_t index, const char *column, const char *wanted)
{
	return trouble_say(v->why, place_row(TABLE_base, index, column), "expected %s", wanted);
}

/* A step leads where its fact leads; an element is one of its list. */
static bool check_reached(struct frame_rows *f, uint32_t index)
{
	const struct row_base *base = &f->bases[index];
	uint32_t row = f->frame->first_base + index;
	struct operand_fact fact;

	if (base->parent >= index)
		return refuse_base(f->v, row, "parent", "a base before this one");
	if (!verify_fact(f->v, f->frame, base->parent, base->slot, &fact))
		return refuse_base(f->v, row, "slot", "a fact of the parent");
	if (base->kind == CODE_BASE_STEP && fact.type != TYPE_RECORD)
		return refuse_base(f->v, row, "slot", "a fact that is a record");
	if (base->kind == CODE_BASE_ELEMENT && fact.type != TYPE_LIST
	    && (fact.type != TYPE_SET || fact.element == TYPE_CHOICE))
		return refuse_base(f->v, row, "slot", "a fact that is a list, or a set without "
		                   "words");
	if (base->entity != fact.target)
		return refuse_base(f->v, row, "entity", "that of the fact's records");
	return true;
}

static bool check_base(struct frame_rows *f, uint32_t index)
{
	const struct program *p = f->v->program;
	const struct row_base *base = &f->bases[index];
	uint32_t row = f->frame->first_base + index;
	const struct row_entity *entity;

	if ((base->kind == CODE_BASE_SELF) != (index == 0))
		return refuse_base(f->v, row, "kind", "the first base, and no other, to be the "
		                   "subject");
	if (index == 0 && base->entity != f->frame->entity + 1)
		return refuse_base(f->v, row, "entity", "that of the frame");
	if (base->kind == CODE_BASE_STEP || base->kind == CODE_BASE_ELEMENT)
		return check_reached(f, index);
	if (index == 0)
		return true;
	entity = base->entity ? &p->entity[base->entity - 1] : NULL;
	if (!entity || entity->kind != ENTITY_CONTEXT || entity->key)
		return refuse_base(f->v, row, "entity", "a context with one record");
	return true;
}

static bool check_group(struct frame_rows *f, uint32_t index)
{
	struct verifier *v = f->v;
	const struct row_group *group = &v->program->group[index];
	struct operand_fact fact;

	if (group->kind != GROUP_ATOM && group->kind != GROUP_FLEET
	    && !verify_fact(v, f->frame, group->base, group->slot, &fact))
		return trouble_say(v->why, place_row(TABLE_group, index, "slot"),
		                   "expected a fact, found base %u, slot %u", group->base,
		                   group->slot);
	if (group->direct > group->link_count)
		return trouble_say(v->why, place_row(TABLE_group, index, "direct"),
		                   "expected at most %u, found %u", group->link_count,
		                   group->direct);
	for (uint32_t i = 0; i < group->link_count; i++) {
		uint32_t link = v->program->link[group->first_link + i].group;

		if (link >= f->frame->group_count)
			return trouble_say(v->why, place_row(TABLE_link, group->first_link + i,
				"group"), "expected less than %u, found %u",
				f->frame->group_count, link);
	}
	return true;
}

static bool check_variable(struct frame_rows *f, uint32_t index)
{
	struct verifier *v = f->v;
	const struct row_variable *variable = &v->program->variable[index];

	if (variable->group >= f->frame->group_count)
		return trouble_say(v->why, place_row(TABLE_variable, index, "group"),
		                   "expected less than %u, found %u", f->frame->group_count,
		                   variable->group);
	if (variable->size == 0)
		return trouble_say(v->why, place_row(TABLE_variable, index, "size"),
		                   "expected 1 to 64, found 0");
	if (variable->absent > variable->size || (variable->absent && variable->size == 1))
		return trouble_say(v->why, place_row(TABLE_variable, index, "absent"),
		                   "expected one of several values, found %u of %u",
		                   variable->absent, variable->size);
	return true;
}

static bool check_pieces(struct frame_rows *f, uint32_t first, uint32_t count)
{
	struct verifier *v = f->v;
	struct operand_fact fact;

	for (uint32_t i = first; i < first + count; i++) {
		const struct row_piece *piece = &v->program->piece[i];

		if (piece->kind == 1
		    && !verify_fact(v, f->frame, piece->base, piece->slot, &fact))
			return trouble_say(v->why, place_row(TABLE_piece, i, "slot"),
			                   "expected a fact, found base %u, slot %u",
			                   piece->base, piece->slot);
	}
	return true;
}

static bool check_check(struct frame_rows *f, uint32_t index)
{
	struct verifier *v = f->v;
	const struct row_check *check = &v->program->check[index];

	if (check->place >= f->frame->base_count || !f->bases[check->place].entity)
		return trouble_say(v->why, place_row(TABLE_check, index, "place"),
		                   "expected a record, found base %u", check->place);
	for (uint32_t i = 0; i < check->caution_count; i++) {
		const struct row_caution *caution = &v->program->caution[check->first_caution + i];

		if (!check_pieces(f, caution->first_piece, caution->piece_count))
			return false;
	}
	return check_pieces(f, check->first_piece, check->piece_count);
}

static bool check_each(struct frame_rows *f, bool (*check)(struct frame_rows *, uint32_t),
                       uint32_t first, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (!check(f, first + i))
			return false;
	return true;
}

bool verify_frame_rows(struct verifier *v, uint32_t frame)
{
	const struct row_frame *row = &v->program->frame[frame];
	struct frame_rows f = { v, row, v->program->base + row->first_base };

	if (row->base_count == 0)
		return trouble_say(v->why, place_row(TABLE_frame, frame, "base_count"),
		                   "expected the subject, found no base");
	return check_each(&f, check_base, 0, row->base_count)
	    && check_each(&f, check_group, row->first_group, row->group_count)
	    && check_each(&f, check_variable, row->first_variable, row->variable_count)
	    && check_each(&f, check_check, row->first_check, row->check_count);
}

struct span_row {
	struct trouble_place at;
	uint32_t file, from, to;
};

static bool check_span(struct verifier *v, const struct span_row *span)
{
	struct text text = program_text(v->program, v->program->file[span->file].text);

	return (span->from <= span->to && span->to <= text.length)
		|| trouble_say(v->why, span->at, "expected a place in a file of %u bytes, found "
		               "%u to %u", text.length, span->from, span->to);
}

static bool check_clauses(struct verifier *v, const struct row_check *check)
{
	const struct program *p = v->program;

	for (uint32_t i = 0; i < check->clause_count; i++) {
		uint32_t index = check->first_clause + i;
		const struct row_clause *clause = &p->clause[index];

		if (!check_span(v, &(struct span_row){ place_row(TABLE_clause, index, "from"),
		                p->rule[check->rule].file, clause->from, clause->to }))
			return false;
	}
	return true;
}

static bool check_place(struct verifier *v, uint32_t index)
{
	const struct row_place *place = &v->program->place[index];
	uint32_t least = index ? place[-1].word + 1 : 0;

	if (place->word < least || place->word >= v->program->code_count)
		return trouble_say(v->why, place_row(TABLE_place, index, "word"),
		                   "expected %u to %u, found %u", least,
		                   v->program->code_count - 1, place->word);
	return check_span(v, &(struct span_row){ place_row(TABLE_place, index, "from"),
		place->file, place->from, place->to });
}

bool verify_spans(struct verifier *v)
{
	const struct program *p = v->program;

	for (uint32_t i = 0; i < p->rule_count; i++)
		if (!check_span(v, &(struct span_row){ place_row(TABLE_rule, i, "from"),
		                p->rule[i].file, p->rule[i].from, p->rule[i].to }))
			return false;
	for (uint32_t i = 0; i < p->check_count; i++)
		if (!check_clauses(v, &p->check[i]))
			return false;
	for (uint32_t i = 0; i < p->place_count; i++)
		if (!check_place(v, i))
			return false;
	return true;
}
