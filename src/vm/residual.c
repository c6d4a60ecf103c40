/* SPDX-License-Identifier: Apache-2.0 */
/* residual.c - what is left of a rule, as conjunctions of conditions (vm/what_if.h). */
#include "vm/what_if.h"

void residual_hide(struct residual *r, uint32_t variable)
{
	space_ref *const ways[] = { &r->yes, &r->no };

	for (int i = 0; i < 2; i++) {
		space_ref any = SPACE_NO;

		for (uint32_t v = 0; v < space_size(r->space, variable); v++)
			any = space_or(r->space, any, space_fix(r->space, *ways[i], variable, v));
		*ways[i] = any;
	}
}

bool residual_overlaps(const struct residual *r)
{
	return space_and(r->space, r->yes, r->no) != SPACE_NO;
}

/* A search for conjunctions: `cube` is the one being made, the values allowed by variable. */
struct cover {
	const struct residual *r;
	struct arena *arena;
	uint32_t *support;              /* variables that either way asks */
	uint32_t count;
	uint64_t *possible;             /* by place in the support: values of any way */
	uint64_t *cube;
	uint8_t *witness;               /* by variable */
};

static void note_support(struct cover *c, space_ref ref, uint8_t *seen)
{
	struct space_list list = { 0 };

	if (!space_is_terminal(ref))
		list = space_nodes(c->r->space, ref, c->arena);
	for (uint32_t i = 0; i < list.count; i++)
		seen[space_variable(c->r->space, list.nodes[i])] = 1;
}

static uint64_t possible_values(const struct residual *r, space_ref any, uint32_t variable)
{
	uint64_t values = 0;

	for (uint32_t v = 0; v < space_size(r->space, variable); v++)
		if (space_fix(r->space, any, variable, v) != SPACE_NO)
			values |= UINT64_C(1) << v;
	return values;
}

static void cover_begin(struct cover *c, const struct residual *r, struct arena *arena)
{
	uint8_t *seen = arena_alloc(arena, r->variables + 1);
	space_ref any = space_or(r->space, r->yes, r->no);

	*c = (struct cover){ .r = r, .arena = arena };
	c->support = arena_array(arena, r->variables + 1, sizeof *c->support);
	c->witness = arena_alloc(arena, r->variables + 1);
	if (any == SPACE_FULL)
		return;
	note_support(c, r->yes, seen);
	note_support(c, r->no, seen);
	for (uint32_t v = 0; v < r->variables; v++)
		if (seen[v])
			c->support[c->count++] = v;
	c->possible = arena_array(arena, c->count + 1, sizeof *c->possible);
	c->cube = arena_array(arena, c->count + 1, sizeof *c->cube);
	for (uint32_t i = 0; i < c->count; i++)
		c->possible[i] = possible_values(r, any, c->support[i]);
}

/* The cube as a diagram; a literal that holds all that is possible asks nothing. */
static space_ref cube_ref(const struct cover *c)
{
	space_ref cube = SPACE_YES;

	for (uint32_t i = 0; i < c->count; i++)
		if (c->cube[i] != c->possible[i])
			cube = space_and(c->r->space, cube,
			                 space_test(c->r->space, c->support[i], c->cube[i]));
	return cube;
}

static bool cube_is_good(const struct cover *c)
{
	return space_and(c->r->space, cube_ref(c), c->r->no) == SPACE_NO;
}

static void try_values(struct cover *c, uint32_t i, uint64_t values)
{
	uint64_t before = c->cube[i];

	c->cube[i] = values;
	if (!cube_is_good(c))
		c->cube[i] = before;
}

/* From one assignment to all that can be said with it at once: literals that need not be are left
 * out, the last first; then each takes the values that it can. */
static void widen(struct cover *c)
{
	for (uint32_t i = c->count; i-- > 0; )
		try_values(c, i, c->possible[i]);
	for (uint32_t i = 0; i < c->count; i++)
		for (uint64_t left = c->possible[i] & ~c->cube[i]; left; left &= left - 1)
			try_values(c, i, c->cube[i] | (left & -left));
}

static void add_cube(struct cover *c, struct conditions *out)
{
	struct conjunction *one = &out->all[out->count++];

	one->literals = arena_array(c->arena, c->count + 1, sizeof *one->literals);
	for (uint32_t i = 0; i < c->count; i++)
		if (c->cube[i] != c->possible[i])
			one->literals[one->count++] =
				(struct literal){ c->support[i], c->cube[i] };
}

static bool next_cube(struct cover *c, space_ref left)
{
	if (left == SPACE_FULL || !space_witness(c->r->space, left, 1, c->witness))
		return false;
	for (uint32_t i = 0; i < c->count; i++) {
		uint8_t value = c->witness[c->support[i]];

		c->cube[i] = value == 0xff ? c->possible[i] : UINT64_C(1) << value;
	}
	widen(c);
	return true;
}

void residual_conditions(const struct residual *r, struct arena *arena, uint32_t most,
                         struct conditions *out)
{
	space_ref left = r->yes;
	struct cover cover;

	*out = (struct conditions){ .all = arena_array(arena, most + 1, sizeof *out->all) };
	cover_begin(&cover, r, arena);
	while (left != SPACE_NO && out->count < most && next_cube(&cover, left)) {
		add_cube(&cover, out);
		left = space_and(r->space, left, space_not(r->space, cube_ref(&cover)));
	}
	out->cut = left != SPACE_NO;
}
