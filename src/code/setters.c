/* SPDX-License-Identifier: Apache-2.0 */
#include "code/setters.h"

const uint32_t **setters_find(const struct program *program, const struct row_frame *frame,
                              struct arena *arena)
{
	const uint32_t **setters = arena_array(arena, frame->variable_count + 1, sizeof *setters);
	const uint32_t *code = program->code + frame->start;

	for (; *code != OP_END; code += operation_info(*code)->words)
		if (operation_info(*code)->operands[0] == 'V')
			setters[code[1]] = code;
	return setters;
}
