/* SPDX-License-Identifier: Apache-2.0 */
/* derive.c - derived facts and invariants of the subject ("Facts and their states" in docs/language.md). */
#include "vm/machine.h"

/* What completions of the facts used give. */
struct possible {
	uint32_t values;                /* how many different ones */
	int64_t value;                  /* the last of them */
	bool free, conflict, has_given;
	const char *why;
};

static bool holds_text(enum type type)
{
	return type == TYPE_TEXT || type == TYPE_OID;
}

/* Is it the value that the constant of a leaf stands for? */
static bool is_value(const struct vm *vm, const struct value *value, int64_t constant)
{
	if (holds_text((enum type)value->type))
		return text_equal(value_as_text(value),
		                  program_text(vm->program, (uint32_t)constant));
	return value->as.number == constant;
}

static struct value value_of(const struct vm *vm, enum type type, int64_t constant)
{
	return holds_text(type)
		? value_text(type, program_text(vm->program, (uint32_t)constant))
		: value_number(type, constant);
}

static void add_leaf(struct vm *vm, struct possible *p, const struct row_leaf *leaf,
                     const struct value *given)
{
	int64_t number;

	if (leaf->kind == CODE_LEAF_CONFLICT) {
		p->conflict = true;
		if (program_text(vm->program, leaf->text).length)
			p->why = program_string(vm->program, leaf->text);
		return;
	}
	if (leaf->kind == CODE_LEAF_FREE) {
		p->free = true;
		return;
	}
	number = vm->program->constants[leaf->value];
	if (p->values == 0 || p->value != number)
		p->values++;
	p->value = number;
	p->has_given |= given->state == STATE_PRESENT && is_value(vm, given, number);
}

static struct possible possible_values(struct vm *vm, const struct row_diagram *diagram,
                                       const struct value *given)
{
	uint32_t reached = walk_diagram(vm, diagram);
	struct possible p = { .why = NULL };

	if (reached != MANY_LEAVES) {
		add_leaf(vm, &p, &vm->program->leaf[diagram->first_leaf + reached], given);
		return p;
	}
	for (uint32_t i = 0; i < diagram->leaf_count; i++)
		if (vm->leaf_seen[i])
			add_leaf(vm, &p, &vm->program->leaf[diagram->first_leaf + i], given);
	return p;
}

static void put_in_conflict(struct value *value, const char *why)
{
	*value = value_in_state(STATE_CONFLICT, why);
}

static void derive_given(struct value *value, const struct possible *p)
{
	bool settled = p->free ? p->values == 0 && !p->conflict
	                       : p->values == 1 && !p->conflict;

	if (!p->free && !p->has_given) {
		put_in_conflict(value, p->why ? p->why
			: "given, but other facts derive another value");
		return;
	}
	value->flags = (uint8_t)(VALUE_GIVEN | (settled ? 0 : VALUE_OPEN));
}

void derive_fact(struct vm *vm, uint32_t slot, const struct row_diagram *diagram)
{
	struct value *value = &vm->record->values[slot];
	const struct fact *fact = &vm->record->entity->facts[slot];
	bool given = value->state == STATE_PRESENT && value->flags & VALUE_GIVEN;
	struct value none = { 0 };
	struct possible p;

	if (value->state == STATE_CONFLICT && value->flags & VALUE_GIVEN)
		return;
	p = possible_values(vm, diagram, given ? value : &none);
	if (given) {
		derive_given(value, &p);
		return;
	}
	if (p.values == 0 && !p.free) {
		put_in_conflict(value, p.why ? p.why : "no value fits the other facts");
		return;
	}
	if (p.values == 1 && !p.free) {
		*value = value_of(vm, fact->type, p.value);
		value->flags = p.conflict ? VALUE_OPEN : 0;
		return;
	}
	if (value->state != STATE_UNDECODABLE && value->state != STATE_DUPLICATE)
		*value = value_in_state(STATE_MISSING, NULL);
	value->flags = p.values || p.conflict ? VALUE_OPEN : 0;
}

/* Asked twice: first against the facts as read, then, when the facts of broken ones are in conflict, for what the
 * others still restrict. */
void derive_invariant(struct vm *vm, uint32_t slot, const struct row_diagram *diagram)
{
	struct value *value = &vm->record->values[slot];
	struct value none = { 0 };
	struct possible p;

	if (value->state == STATE_CONFLICT)
		return;
	p = possible_values(vm, diagram, &none);
	if (p.values == 0) {
		put_in_conflict(value, p.why);
		return;
	}
	*value = value_number(TYPE_BOOL, 1);
	value->flags = p.conflict ? VALUE_OPEN : 0;
}
