/* SPDX-License-Identifier: Apache-2.0 */
/* diagrams.c - diagrams as code: nodes in order, each before its children. */
#include "compile/frames.h"

struct layout {
	const struct space_list *list;
	space_ref least;
	uint32_t *indexes;              /* of nodes, by reference */
	uint32_t *places;               /* code word of each node */
	uint32_t *depths;
	uint32_t *leaf_rows;            /* terminal -> leaf of the diagram + 1 */
	struct lowering *l;
	struct leaves used;
	struct arena *arena;
};

static uint32_t node_index(const struct layout *layout, space_ref ref)
{
	return layout->indexes[ref - layout->least];
}

/* References are small numbers: a table over their range finds a node's place. */
static void index_nodes(struct layout *layout)
{
	const struct space_list *list = layout->list;
	space_ref most = 0;

	layout->least = list->count ? list->nodes[0] : 0;
	for (uint32_t i = 0; i < list->count; i++) {
		most = list->nodes[i] > most ? list->nodes[i] : most;
		layout->least = list->nodes[i] < layout->least ? list->nodes[i] : layout->least;
	}
	layout->indexes = arena_array(layout->arena, (size_t)most - layout->least + 1,
	                              sizeof *layout->indexes);
	for (uint32_t i = 0; i < list->count; i++)
		layout->indexes[list->nodes[i] - layout->least] = i;
}

static uint32_t leaf_target(struct layout *layout, uint32_t terminal)
{
	if (layout->leaf_rows[terminal] == 0) {
		layout->used.rows = arena_grow(layout->arena, layout->used.rows,
			&layout->used.capacity, layout->used.count + 1,
			sizeof *layout->used.rows);
		layout->used.rows[layout->used.count] = layout->l->leaves.rows[terminal];
		layout->leaf_rows[terminal] = ++layout->used.count;
	}
	return CODE_LEAF | (layout->leaf_rows[terminal] - 1);
}

static uint32_t target_of(struct layout *layout, space_ref ref)
{
	if (space_is_terminal(ref))
		return leaf_target(layout, space_number(ref));
	return layout->places[node_index(layout, ref)];
}

static void lay_out(struct layout *layout, uint32_t start, struct space *space)
{
	uint32_t at = start;

	for (uint32_t i = 0; i < layout->list->count; i++) {
		layout->places[i] = at;
		at += 3 + space_size(space, space_variable(space, layout->list->nodes[i]));
	}
	for (uint32_t i = layout->list->count; i-- > 0; ) {
		space_ref node = layout->list->nodes[i];
		uint32_t size = space_size(space, space_variable(space, node));
		uint32_t deepest = 0;

		for (uint32_t v = 0; v < size; v++) {
			space_ref child = space_child(space, node, v);
			uint32_t depth = space_is_terminal(child) ? 0
				: layout->depths[node_index(layout, child)];

			if (depth > deepest)
				deepest = depth;
		}
		layout->depths[i] = deepest + 1;
	}
}

static void write_nodes(struct emitter *e, struct layout *layout, struct space *space,
                        uint8_t *uses)
{
	for (uint32_t i = 0; i < layout->list->count; i++) {
		space_ref node = layout->list->nodes[i];
		uint32_t variable = space_variable(space, node);
		uint32_t size = space_size(space, variable);

		uses[variable] = 1;
		emit_word(e, OP_TEST);
		emit_word(e, variable);
		emit_word(e, size);
		for (uint32_t v = 0; v < size; v++)
			emit_word(e, target_of(layout, space_child(space, node, v)));
	}
}

struct written write_diagram(struct frame_writer *w, struct lowering *l, space_ref ref)
{
	struct written written = { 0 };
	struct row_diagram row = { .start = w->e->code_count };
	struct layout layout = { .l = l, .arena = l->arena };
	struct space_list list;

	list = space_nodes(l->space, ref, l->arena);
	layout.list = &list;
	index_nodes(&layout);
	layout.places = arena_array(l->arena, list.count + 1, sizeof *layout.places);
	layout.depths = arena_array(l->arena, list.count + 1, sizeof *layout.depths);
	layout.leaf_rows = arena_array(l->arena, l->leaves.count + 1, sizeof *layout.leaf_rows);
	written.uses = arena_alloc(l->arena, w->variables.count + 1);
	lay_out(&layout, row.start, l->space);
	write_nodes(w->e, &layout, l->space, written.uses);
	row.entry = target_of(&layout, ref);
	row.words = w->e->code_count - row.start;
	row.depth = list.count ? layout.depths[0] : 0;
	row.nodes = list.count;
	row.first_leaf = w->e->counts[TABLE_leaf];
	row.leaf_count = layout.used.count;
	for (uint32_t i = 0; i < layout.used.count; i++)
		emit_row(w->e, TABLE_leaf, &layout.used.rows[i]);
	written.diagram = emit_row(w->e, TABLE_diagram, &row);
	return written;
}
