/* SPDX-License-Identifier: Apache-2.0 */
/* groups.c - what results depend on, by name. A group's row index counts in its frame. */
#include "compile/frames.h"

static uint32_t add_group(struct frame_writer *w, struct row_group row, struct path path)
{
	uint32_t index = w->row.group_count++;

	w->group_paths = arena_grow(w->arena, w->group_paths, &w->group_capacity, index + 1,
	                            sizeof *w->group_paths);
	w->group_paths[index] = path;
	emit_row(w->e, TABLE_group, &row);
	return index;
}

static enum group_kind kind_of(struct path path)
{
	uint32_t flags = path_fact(path)->flags;

	if (flags & FACT_HIDDEN)
		return GROUP_BINDING;
	return flags & FACT_DERIVED ? GROUP_DERIVED : GROUP_FACT;
}

static struct text name_of(struct frame_writer *w, struct path path)
{
	struct text name = path_fact(path)->name;

	if (path.base->name.length == 0)
		return name;
	if (!path.base->entity)
		return path.base->name;
	return arena_printf(w->arena, "%.*s.%.*s", TEXT_ARGS(path.base->name), TEXT_ARGS(name));
}

uint32_t group_of_path(void *writer, struct path path)
{
	struct frame_writer *w = writer;

	for (uint32_t i = 0; i < w->row.group_count; i++)
		if (w->group_paths[i].base == path.base && w->group_paths[i].slot == path.slot)
			return i;
	return add_group(w, (struct row_group){
		.name = emit_string(w->e, name_of(w, path)), .base = path.base->index,
		.slot = path.slot, .kind = kind_of(path) }, path);
}

uint32_t group_of_variable(struct frame_writer *w, struct cut_variable *variable,
                           const struct readings *readings)
{
	struct path nowhere = { NULL, 0 };
	struct row_group row = { .kind = GROUP_ATOM };

	if (variable->kind == VARIABLE_FLEET || variable->kind == VARIABLE_SUM) {
		if (!w->fleet_group) {
			row.kind = GROUP_FLEET;
			row.name = emit_string(w->e, TEXT("fleet"));
			w->fleet_group = add_group(w, row, nowhere) + 1;
		}
		return w->fleet_group - 1;
	}
	if (variable->kind != VARIABLE_ATOM)
		return group_of_path(w, variable->path);
	row.name = emit_string(w->e, source_line(w, variable->atom->at));
	row.first_link = w->e->counts[TABLE_link];
	row.link_count = readings->count;
	for (uint32_t i = 0; i < readings->count; i++)
		emit_row(w->e, TABLE_link, &(struct row_link){ readings->groups[i] });
	return add_group(w, row, nowhere);
}

/* The atoms of a derivation: what is derived follows from them. */
static void link_atoms(struct frame_writer *w, const struct condition *condition, bool *seen)
{
	const struct cut_variable *variable;

	if (!condition || condition->kind == CONDITION_TEST)
		return;
	if (condition->kind != CONDITION_COMPARE && condition->kind != CONDITION_ELEMENT
	    && condition->kind != CONDITION_QUANTIFIER) {
		link_atoms(w, condition->left, seen);
		link_atoms(w, condition->right, seen);
		return;
	}
	variable = variables_atom(&w->variables, condition);
	if (variable)
		seen[w->variable_groups[variable->level]] = true;
}

static void link_decision(struct frame_writer *w, const struct decision *decision, bool *seen)
{
	for (; decision && decision->kind == DECISION_IF; decision = decision->no) {
		link_atoms(w, decision->condition, seen);
		link_decision(w, decision->yes, seen);
	}
}

/* What the definition itself reads; *marks gets facts, and behind them the bindings that are used. */
static void link_direct(struct frame_writer *w, const struct binding *binding, bool *seen,
                        bool *marks)
{
	struct frame *frame = w->frame;

	bindings_of_decision(frame, binding->decision, marks + frame_fact_count(frame), marks);
	link_decision(w, binding->decision, seen);
	for (uint32_t i = 0; i < w->row.group_count; i++) {
		struct path path = w->group_paths[i];

		if (path.base && marks[frame_fact(frame, path)])
			seen[i] = true;
	}
}

static bool *marks_new(const struct frame_writer *w)
{
	return arena_alloc(w->arena, (size_t)frame_fact_count(w->frame)
	                   + w->frame->binding_count + 1);
}

static void link_all(struct frame_writer *w, const struct binding *binding, bool *seen)
{
	const struct frame *frame = w->frame;
	bool *marks = marks_new(w);

	link_direct(w, binding, seen, marks);
	for (uint32_t i = 0; i < frame->binding_count; i++)
		if (marks[frame_fact_count(frame) + i] && frame->bindings[i] != binding)
			link_all(w, frame->bindings[i], seen);
}

static void write_links(struct frame_writer *w, const struct binding *binding, uint32_t group,
                        struct row_group *row)
{
	bool *direct = arena_alloc(w->arena, w->row.group_count + 1);
	bool *all = arena_alloc(w->arena, w->row.group_count + 1);

	link_direct(w, binding, direct, marks_new(w));
	link_all(w, binding, all);
	direct[group] = all[group] = false;
	row->first_link = w->e->counts[TABLE_link];
	for (uint32_t g = 0; g < w->row.group_count; g++)
		if (direct[g])
			emit_row(w->e, TABLE_link, &(struct row_link){ g });
	row->direct = w->e->counts[TABLE_link] - row->first_link;
	for (uint32_t g = 0; g < w->row.group_count; g++)
		if (all[g] && !direct[g])
			emit_row(w->e, TABLE_link, &(struct row_link){ g });
	row->link_count = w->e->counts[TABLE_link] - row->first_link;
}

void groups_link(struct frame_writer *w)
{
	uint32_t *rows = w->e->rows[TABLE_group];
	uint32_t columns = table_info(TABLE_group)->column_count;

	for (uint32_t i = 0; i < w->frame->binding_count; i++) {
		const struct binding *binding = w->frame->bindings[i];
		uint32_t group = UINT32_MAX;

		for (uint32_t g = 0; g < w->row.group_count; g++)
			if (w->group_paths[g].base == binding->path.base
			    && w->group_paths[g].slot == binding->path.slot)
				group = g;
		if (group == UINT32_MAX || path_fact(binding->path)->flags & FACT_HIDDEN)
			continue;
		write_links(w, binding, group, (struct row_group *)(void *)
		            (rows + (w->row.first_group + group) * columns));
	}
}
