/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/numbering.h"

uint32_t frame_fact_count(const struct frame *frame)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < frame->base_count; i++)
		count += frame->bases[i]->entity ? frame->bases[i]->entity->fact_count : 1;
	return count;
}

uint32_t frame_fact(const struct frame *frame, struct path path)
{
	uint32_t before = 0;

	for (uint32_t i = 0; i < path.base->index; i++)
		before += frame->bases[i]->entity ? frame->bases[i]->entity->fact_count : 1;
	return before + path.slot;
}
