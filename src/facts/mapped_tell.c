/* SPDX-License-Identifier: Apache-2.0 */
/* What is said of an input that a mapping reads. */
#include "facts/mapped_state.h"

static void say(struct mapped *m, struct inventory_trouble trouble)
{
	trouble.file = m->input->name;
	m->input->sink->trouble(m->input->sink->user, &trouble);
	arena_reset(m->input->messages);
}

/* Line ends from the begin of the record to the byte; a field in quotes may hold some. */
struct mapped_place mapped_place_at(const struct mapped *m, uint32_t offset)
{
	struct csv_place place = m->csv.start;
	uint32_t width = charset_width(m->csv.charset);

	while (place.at < offset && place.at + width <= m->csv.bytes.length) {
		uint32_t unit = charset_unit(m->csv.charset, m->csv.bytes, place.at);

		place.at += width;
		if (unit != '\n')
			continue;
		place.lines++;
		place.line_start = place.at;
	}
	return (struct mapped_place){ place.at, place.lines + 1, csv_column(&m->csv, &place) };
}

/* A column that the origin reads and the input has, or NO_SLOT. */
static uint32_t column_of(const struct mapped *m, const struct mapping_origin *origin)
{
	for (uint32_t i = 0; i < origin->column_count; i++)
		if (m->columns[origin->columns[i]].count)
			return origin->columns[i];
	for (uint32_t i = 0; origin->table && i < origin->table->input_count; i++) {
		struct mapping_input input = origin->table->inputs[i];

		if (!input.is_parameter && m->columns[input.index].count)
			return input.index;
	}
	return NO_SLOT;
}

struct mapped_place mapped_place_of(const struct mapped *m, const struct mapping_origin *origin)
{
	uint32_t column = origin ? column_of(m, origin) : NO_SLOT;
	uint32_t place;

	if (column == NO_SLOT)
		return mapped_place_at(m, m->csv.start.at);
	place = m->columns[column].places[0];
	if (m->mapping->form == MAPPING_LINES)
		return mapped_place_at(m, m->line_offsets[place]);
	return mapped_place_at(m, m->csv.fields[place].from);
}

void mapped_tell(struct mapped *m, enum inventory_fault fault, struct mapped_place place,
                 struct text text)
{
	if (m->told[fault]++ >= MAPPED_TOLD) {
		arena_reset(m->input->messages);
		return;
	}
	say(m, (struct inventory_trouble){ .fault = fault, .offset = place.offset,
	       .line = place.line, .column = place.column, .text = text.at, .count = 1 });
}

void mapped_misfit(struct mapped *m, struct mapped_fact *fact, struct mapped_place place,
                   const char *why)
{
	struct text text;

	m->misfits++;
	if (fact->told++ >= MAPPED_TOLD_FACT)
		return;
	text = arena_printf(m->input->messages, "%.*s: %s", TEXT_ARGS(fact->fact->name), why);
	say(m, (struct inventory_trouble){ .fault = INVENTORY_MISFIT, .offset = place.offset,
	       .line = place.line, .column = place.column, .text = text.at, .count = 1 });
}

static void say_more(struct mapped *m, enum inventory_fault fault, uint64_t count,
                     struct text what)
{
	struct text text = arena_printf(m->input->messages, "%llu more: %.*s",
	                                (unsigned long long)count, TEXT_ARGS(what));

	say(m, (struct inventory_trouble){ .fault = fault, .text = text.at, .count = count });
}

void mapped_tell_rest(struct mapped *m)
{
	static const char *const kinds[INVENTORY_FAULTS] = {
		[INVENTORY_BROKEN] = "lines that can't be read",
		[INVENTORY_REFUSED] = "records that are not used",
		[INVENTORY_UNREADABLE] = "certificates that can't be read",
		[INVENTORY_REMARK] = "records without a usable key",
	};

	for (uint32_t t = 0; t < m->mapping->target_count; t++)
		for (uint32_t i = 0; i < m->targets[t].count; i++) {
			const struct mapped_fact *fact = &m->targets[t].facts[i];

			if (fact->told > MAPPED_TOLD_FACT)
				say_more(m, INVENTORY_MISFIT, fact->told - MAPPED_TOLD_FACT,
				         arena_printf(m->input->messages,
				         "values of `%.*s` that do not fit",
				         TEXT_ARGS(fact->fact->name)));
		}
	for (int i = 0; i < INVENTORY_FAULTS; i++)
		if (kinds[i] && m->told[i] > MAPPED_TOLD)
			say_more(m, (enum inventory_fault)i, m->told[i] - MAPPED_TOLD,
			         text_from(kinds[i]));
}
