/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/given.h"

#include "base/json.h"

static void write_state(struct buffer *out, struct text state)
{
	buffer_printf(out, "{\"state\": \"%.*s\"", TEXT_ARGS(state));
	if (!text_equal(state, TEXT("missing")))
		buffer_string(out, ", \"why\": \"given so by the test\"");
	buffer_byte(out, '}');
}

static bool is_state(struct text word)
{
	return text_equal(word, TEXT("missing")) || text_equal(word, TEXT("undecodable"))
	    || text_equal(word, TEXT("duplicate")) || text_equal(word, TEXT("conflict"));
}

static void write_literal(struct buffer *out, const struct expr *expr)
{
	switch ((int)expr->kind) {
	case EXPR_BOOL:
		buffer_string(out, expr->number ? "true" : "false");
		break;
	case EXPR_NUMBER:
		if (expr->name.text.length)
			buffer_printf(out, "\"%lld %.*s\"", (long long)expr->number,
			              TEXT_ARGS(expr->name.text));
		else
			buffer_printf(out, "%lld", (long long)expr->number);
		break;
	default:
		if (expr->kind == EXPR_WORD && is_state(expr->text))
			write_state(out, expr->text);
		else
			json_text(out, expr->text);
		break;
	}
}

/* A number with a unit is a duration, or, where the fact has that unit, a number. */
static void write_number(struct buffer *out, const struct fact *fact, const struct expr *expr)
{
	if (fact && fact->type == TYPE_INTEGER && text_equal(fact->unit, expr->name.text))
		buffer_printf(out, "%lld", (long long)expr->number);
	else if (fact && fact->type == TYPE_VERSION && !expr->name.text.length)
		buffer_printf(out, "\"%lld\"", (long long)expr->number);
	else
		write_literal(out, expr);
}

static void write_fields(struct buffer *out, const struct model *model,
                         const struct entity *entity, const struct fields *fields, bool *first);

static void write_value(struct buffer *out, const struct model *model, const struct fact *fact,
                        const struct given *given)
{
	bool first = true;

	switch (given->kind) {
	case GIVEN_ABSENT:
		buffer_string(out, "null");
		break;
	case GIVEN_LIST:
		buffer_byte(out, '[');
		for (const struct given *i = given->items; i; i = i->next) {
			if (i != given->items)
				buffer_string(out, ", ");
			write_value(out, model, fact, i);
		}
		buffer_byte(out, ']');
		break;
	case GIVEN_RECORD:
		buffer_byte(out, '{');
		write_fields(out, model, model_entity(model, given->name.text), &given->fields,
		             &first);
		buffer_byte(out, '}');
		break;
	case GIVEN_LITERAL:
	default:
		if (given->literal->kind == EXPR_NUMBER)
			write_number(out, fact, given->literal);
		else
			write_literal(out, given->literal);
		break;
	}
}

static void write_fields(struct buffer *out, const struct model *model,
                         const struct entity *entity, const struct fields *fields, bool *first)
{
	for (const struct field *f = fields->first; f; f = f->next) {
		uint32_t slot = entity ? entity_slot(entity, f->name.text) : NO_SLOT;

		if (!*first)
			buffer_string(out, ", ");
		*first = false;
		json_text(out, f->name.text);
		buffer_string(out, ": ");
		write_value(out, model, slot == NO_SLOT ? NULL : &entity->facts[slot], f->value);
	}
}

static bool has_field(const struct fields *fields, struct text name)
{
	for (const struct field *f = fields->first; f; f = f->next)
		if (text_equal(f->name.text, name))
			return true;
	return false;
}

void given_write(struct buffer *out, const struct model *model, const struct setup *setup,
                 uint32_t ordinal)
{
	const struct entity *entity = model_entity(model, setup->name.text);
	bool first = true;

	buffer_byte(out, '{');
	json_text(out, setup->name.text);
	buffer_string(out, ": {");
	if (entity && entity->key != NO_SLOT
	    && !has_field(&setup->fields, entity->facts[entity->key].name)) {
		json_text(out, entity->facts[entity->key].name);
		buffer_string(out, ": ");
		if (setup->key.text.length)
			json_text(out, setup->key.text);
		else
			buffer_printf(out, "\"%.*s-%u\"", TEXT_ARGS(setup->name.text), ordinal);
		first = false;
	}
	write_fields(out, model, entity, &setup->fields, &first);
	buffer_string(out, "}}\n");
}
