/* SPDX-License-Identifier: Apache-2.0 */
#include "code/uses.h"

#include "model/certificate.h"

struct uses {
	const struct program *program;
	const struct row_frame *frame;
	uint64_t *mask;
};

static void note(const struct uses *uses, uint32_t slot)
{
	uses->mask[slot / 64] |= UINT64_C(1) << slot % 64;
}

static uint32_t entity_of(const struct uses *uses, uint32_t base)
{
	return uses->program->base[uses->frame->first_base + base].entity;
}

/* A fact of a base of the frame. */
static void note_fact(const struct uses *uses, uint32_t base, uint32_t slot)
{
	if (entity_of(uses, base) == 1)
		note(uses, slot);
}

/* What is loaded may be compared, and certificates are by their fingerprints. */
static void note_loaded(const struct uses *uses, uint32_t base, uint32_t slot)
{
	const struct program *p = uses->program;
	uint32_t entity = entity_of(uses, base);

	if (!entity || p->fact[p->entity[entity - 1].first_fact + slot].target != 1)
		return;
	note(uses, CERTIFICATE_SHA256);
	note(uses, CERTIFICATE_SHA1);
}

/* Each slot stands right after its base. */
static void note_operands(const struct uses *uses, uint32_t op, const uint32_t *operands)
{
	const char *letters = operation_info(op)->operands;

	for (uint32_t i = 0; letters[i] && letters[i + 1]; i++) {
		if (letters[i] != 'B' || letters[i + 1] != 'S')
			continue;
		note_fact(uses, operands[i], operands[i + 1]);
		if (op == OP_LOAD)
			note_loaded(uses, operands[i], operands[i + 1]);
	}
}

static void note_code(const struct uses *uses)
{
	const uint32_t *code = uses->program->code + uses->frame->start;

	for (; *code != OP_END; code += operation_info(*code)->words)
		note_operands(uses, *code, code + 1);
}

static void note_pieces(const struct uses *uses, uint32_t first, uint32_t count)
{
	const struct row_piece *piece = uses->program->piece + first;

	for (uint32_t i = 0; i < count; i++)
		if (piece[i].kind == 1)
			note_fact(uses, piece[i].base, piece[i].slot);
}

static void note_check(const struct uses *uses, const struct row_check *check)
{
	const struct row_caution *caution = uses->program->caution + check->first_caution;

	note_pieces(uses, check->first_piece, check->piece_count);
	for (uint32_t i = 0; i < check->caution_count; i++)
		note_pieces(uses, caution[i].first_piece, caution[i].piece_count);
}

static void note_groups(const struct uses *uses)
{
	const struct row_group *group = uses->program->group + uses->frame->first_group;

	for (uint32_t i = 0; i < uses->frame->group_count; i++)
		if (group[i].kind == GROUP_FACT || group[i].kind == GROUP_DERIVED)
			note_fact(uses, group[i].base, group[i].slot);
}

/* NOLINTNEXTLINE(readability-non-const-parameter): written through uses.mask */
void program_uses(const struct program *program, uint64_t *mask)
{
	struct uses uses = { .program = program, .mask = mask };

	for (uint32_t i = 0; i < program->frame_count; i++) {
		uses.frame = &program->frame[i];
		note_code(&uses);
		note_groups(&uses);
		for (uint32_t j = 0; j < uses.frame->check_count; j++)
			note_check(&uses, &program->check[uses.frame->first_check + j]);
	}
}
