/* SPDX-License-Identifier: Apache-2.0 */
/* Where a record and its facts stand in an input that a mapping read. */
#include "facts/mapped.h"
#include "facts/mapped_state.h"

uint64_t mapped_line(struct mapped *m, struct text bytes, uint64_t offset)
{
	uint32_t mark, at = m->located < offset ? m->located : 0;
	uint64_t lines = at ? m->located_lines : 0;
	enum charset charset = charset_of_mark(bytes, &mark);
	uint32_t width = charset_width(charset);

	if (at == 0)
		at = width == 2 ? mark : 0;
	for (; at < offset && at + width <= bytes.length; at += width)
		lines += charset_unit(charset, bytes, at) == '\n';
	m->located = at;
	m->located_lines = lines;
	return lines + 1;
}

static struct text first_column(const struct mapped *m, const struct mapping_origin *origin)
{
	if (origin->column_count)
		return m->mapping->columns[origin->columns[0]].name;
	for (uint32_t i = 0; origin->table && i < origin->table->input_count; i++)
		if (!origin->table->inputs[i].is_parameter)
			return m->mapping->columns[origin->table->inputs[i].index].name;
	return TEXT("");
}

struct text mapped_column_of(const struct mapped *m, const struct entity *entity, struct text fact)
{
	for (uint32_t t = 0; t < m->mapping->target_count; t++)
		for (uint32_t i = 0; m->targets[t].entity == entity && i < m->targets[t].count; i++)
			if (text_equal(m->targets[t].facts[i].fact->name, fact))
				return first_column(m, m->targets[t].facts[i].origin);
	return TEXT("");
}
