/* SPDX-License-Identifier: Apache-2.0 */
/* verify_measure.c - how much a frame can need, at most. The compiler asks it too. */
#include "code/verify.h"

struct measure {
	const struct program *program;
	const struct row_frame *frame;
	uint64_t sums[CODE_MAX_NESTING + 1];    /* instructions, in each EACH that is open */
	uint32_t caps[CODE_MAX_NESTING + 1];
	uint32_t nesting, height, most;
};

static uint64_t depth_of(const struct program *p, uint32_t diagram)
{
	return diagram < p->diagram_count ? p->diagram[diagram].depth : 0;
}

static uint64_t check_depth(const struct measure *m, uint32_t index)
{
	const struct program *p = m->program;
	const struct row_check *check;
	uint64_t depth;

	if (index >= m->frame->check_count)
		return 0;
	check = &p->check[m->frame->first_check + index];
	depth = depth_of(p, check->diagram);
	for (uint32_t i = 0; i < check->caution_count; i++)
		depth += depth_of(p, p->caution[check->first_caution + i].diagram);
	return depth;
}

/* The most instructions that one instruction stands for, besides the body of an EACH. */
static uint64_t cost_of(const struct measure *m, const uint32_t *code)
{
	switch ((int)code[0]) {
	case OP_DERIVE:
	case OP_BIND:
	case OP_TALLY:
		return 1 + depth_of(m->program, code[2]);
	case OP_CHECK:
		return 1 + check_depth(m, code[1]);
	default:
		return 1;
	}
}

static void add_cost(struct measure *m, uint64_t cost)
{
	uint64_t *sum = &m->sums[m->nesting];

	*sum = *sum + cost > UINT32_MAX ? UINT32_MAX : *sum + cost;
}

static void measure_one(struct measure *m, const uint32_t *code)
{
	const struct operation_info *info = operation_info(code[0]);
	uint64_t body;

	m->height -= info->pops < m->height ? info->pops : m->height;
	m->height += info->pushes;
	if (m->height > m->most)
		m->most = m->height;
	add_cost(m, cost_of(m, code));
	if (code[0] == OP_EACH && m->nesting < CODE_MAX_NESTING) {
		m->caps[++m->nesting] = code[5];
		m->sums[m->nesting] = 0;
	} else if (code[0] == OP_NEXT && m->nesting > 0) {
		body = m->sums[m->nesting] * m->caps[m->nesting];
		m->nesting--;
		add_cost(m, body);
	}
}

void verify_measure(const struct program *program, uint32_t frame, uint32_t *stack,
                    uint32_t *bound)
{
	const struct row_frame *row = &program->frame[frame];
	struct measure m = { .program = program, .frame = row };
	uint32_t at = row->start, words;

	while (at < program->code_count && program->code[at] < OP_COUNT) {
		words = operation_info(program->code[at])->words;
		if (words > program->code_count - at)
			break;
		measure_one(&m, program->code + at);
		if (program->code[at] == OP_END)
			break;
		at += words;
	}
	*stack = m.most;
	*bound = (uint32_t)m.sums[0];
}
