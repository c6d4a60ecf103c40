/* SPDX-License-Identifier: Apache-2.0 */
/* rows.c - clauses and messages of rules, for findings. */
#include "compile/frames.h"

uint32_t write_pieces(struct frame_writer *w, const struct piece *piece, uint32_t *count)
{
	uint32_t first = w->e->counts[TABLE_piece];

	*count = 0;
	for (; piece; piece = piece->next, ++*count)
		emit_row(w->e, TABLE_piece, &(struct row_piece){
			.text = emit_string(w->e, piece->text),
			.kind = piece->is_witnesses ? 2 : piece->has_path,
			.base = piece->has_path ? piece->path.base->index : 0,
			.slot = piece->has_path ? piece->path.slot : 0 });
	return first;
}

static bool is_gap(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Bytes that stand together at `i`: a text in quotes, or a character; 0 where a gap is. */
static uint32_t word_bytes(struct text source, uint32_t i)
{
	uint32_t end = i + 1;

	if (is_gap(source.at[i]) || (source.at[i] == '#' && i && is_gap(source.at[i - 1])))
		return 0;
	if (source.at[i] != '"')
		return 1;
	while (end < source.length && source.at[end] != '"')
		end += source.at[end] == '\\' ? 2 : 1;
	return (end < source.length ? end + 1 : source.length) - i;
}

/* Past white space or a comment. */
static uint32_t after_gap(struct text source, uint32_t i)
{
	if (source.at[i] != '#')
		return i + 1;
	while (i < source.length && source.at[i] != '\n')
		i++;
	return i;
}

struct text source_line(struct frame_writer *w, struct span at)
{
	struct text source = sources_text(w->sources, at);
	char *line = arena_alloc(w->arena, (size_t)source.length + 1);
	uint32_t length = 0, i = 0;
	bool space = false;

	while (i < source.length) {
		uint32_t bytes = word_bytes(source, i);

		if (bytes == 0) {
			space = true;
			i = after_gap(source, i);
			continue;
		}
		if (space && length && line[length - 1] != '(' && source.at[i] != ')')
			line[length++] = ' ';
		memcpy(line + length, source.at + i, bytes);
		length += bytes;
		i += bytes;
		space = false;
	}
	return (struct text){ line, length };
}

uint32_t write_clauses(struct frame_writer *w, const struct instance *instance)
{
	uint32_t first = w->e->counts[TABLE_clause];

	for (uint32_t i = 0; i < instance->clause_count; i++) {
		const struct checked_clause *clause = &instance->clauses[i];
		const struct source *source = sources_find(w->sources, clause->at.from);
		struct row_clause row = {
			.kind = emit_string(w->e, text_from(clause->kind)),
			.name = emit_string(w->e, clause->name),
			.message = emit_string(w->e, clause->message),
			.text = emit_string(w->e, source_line(w, clause->at)),
		};

		if (source) {
			row.line = source_position(source, clause->at.from).line;
			row.from = clause->at.from - source->base;
			row.to = clause->at.to - source->base;
		}
		emit_row(w->e, TABLE_clause, &row);
	}
	return first;
}

void write_place(struct frame_writer *w, struct span at)
{
	for (uint32_t i = 0; i < w->sources->count; i++) {
		const struct source *source = w->sources->all[i];

		if (at.from < source->base || at.from > source->base + source->text.length)
			continue;
		emit_row(w->e, TABLE_place, &(struct row_place){
			.word = w->e->code_count, .file = i,
			.from = at.from - source->base, .to = at.to - source->base });
		return;
	}
}
