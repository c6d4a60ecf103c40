/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/mapped.h"

#include "base/guard.h"
#include "facts/mapped_state.h"
#include "facts/show.h"

/* --- binding --- */

static bool same_words(const struct fact *a, const struct fact *b)
{
	if (a->choice_count != b->choice_count)
		return false;
	for (uint32_t i = 0; i < a->choice_count; i++)
		if (!text_equal(a->choices[i].name, b->choices[i].name))
			return false;
	return true;
}

static bool same_fact(const struct fact *a, const struct fact *b)
{
	return a->type == b->type && a->element == b->element && same_words(a, b)
	    && (a->flags & FACT_OPTIONAL) == (b->flags & FACT_OPTIONAL);
}

static bool bind_target(struct mapped *m, struct arena *arena, uint32_t index, const char **why)
{
	const struct mapping_target *from = &m->mapping->targets[index];
	struct mapped_target *to = &m->targets[index];

	to->entity = model_entity(m->model, from->entity->name);
	to->facts = arena_array(arena, from->origin_count, sizeof *to->facts);
	for (uint32_t i = 0; i < from->origin_count; i++) {
		const struct fact *fact = &from->entity->facts[from->origins[i].slot];
		uint32_t slot = to->entity ? entity_slot(to->entity, fact->name) : NO_SLOT;

		if (slot == NO_SLOT || !same_fact(fact, &to->entity->facts[slot])) {
			*why = arena_printf(arena, "the mapping %.*s gives `%.*s.%.*s`, which the "
				"policy's model has not, or has otherwise",
				TEXT_ARGS(m->mapping->name), TEXT_ARGS(from->entity->name),
				TEXT_ARGS(fact->name)).at;
			return false;
		}
		to->facts[to->count++] = (struct mapped_fact){ .origin = &from->origins[i],
			.fact = &to->entity->facts[slot], .slot = slot };
	}
	return to->entity != NULL;
}

struct mapped *mapped_new(struct arena *arena, const struct mapping *mapping,
                          const struct model *model, const char **why)
{
	struct mapped *m = arena_alloc(arena, sizeof *m);

	m->mapping = mapping;
	m->model = model;
	m->targets = arena_array(arena, mapping->target_count, sizeof *m->targets);
	m->columns = arena_array(arena, mapping->column_count, sizeof *m->columns);
	m->values = arena_array(arena, mapping->column_count, sizeof *m->values);
	m->known = arena_array(arena, mapping->column_count, sizeof *m->known);
	*why = "the mapping gives records that the policy's model has not";
	for (uint32_t i = 0; i < mapping->target_count; i++)
		if (!bind_target(m, arena, i, why))
			return NULL;
	for (uint32_t i = 0; i < mapping->column_count; i++) {
		struct text name = mapping->columns[i].name;

		m->columns[i].empty = arena_printf(arena, "column %.*s is empty",
		                                   TEXT_ARGS(name)).at;
		m->columns[i].lacking = arena_printf(arena, "the input has no column %.*s",
		                                     TEXT_ARGS(name)).at;
	}
	return m;
}

/* --- titles --- */

bool mapped_text(const struct mapped *m, uint32_t place, struct text *text)
{
	if (m->mapping->form == MAPPING_COLUMNS)
		return csv_text(&m->csv, place, m->arena, text);
	*text = m->lines.at[place];
	return true;
}

static struct texts titles_of(const struct csv_reader *csv, struct arena *arena)
{
	struct text *titles = arena_array(arena, csv->count, sizeof *titles);

	for (uint32_t i = 0; i < csv->count; i++)
		csv_text(csv, i, arena, &titles[i]);
	return (struct texts){ titles, csv->count };
}

/* The places of the column's first title that is there. */
static void find_places(const struct mapping_column *column, struct texts titles,
                        struct mapped_column *out)
{
	uint32_t best = NO_SLOT;

	out->count = 0;
	for (uint32_t i = 0; i < titles.count; i++) {
		uint32_t title = mapping_column_title(column, titles.at[i]);

		if (title == NO_SLOT || (title > best))
			continue;
		if (title < best)
			out->count = 0;
		best = title;
		if (out->count < MAPPED_PLACES)
			out->places[out->count++] = i;
	}
}

static bool has_required(const struct mapping *mapping, struct texts titles)
{
	for (uint32_t i = 0; i < mapping->column_count; i++) {
		struct mapped_column found;

		find_places(&mapping->columns[i], titles, &found);
		if (mapping->columns[i].required && found.count == 0)
			return false;
	}
	return true;
}

static void open_csv(struct csv_reader *csv, const struct mapping *mapping, struct text bytes,
                     struct arena *arena)
{
	csv_open(csv, bytes, &(struct csv_options){ .charset = mapping->charset,
	         .delimiter = mapping->delimiter }, arena);
}

/* --- the input as a whole --- */

static void tell_whole(struct mapped *m, enum inventory_fault fault, struct text text)
{
	mapped_tell(m, fault, (struct mapped_place){ 0 }, text);
}

/* "A, B and 3 more": titles of the input. */
static struct text list_titles(const struct mapped *m)
{
	struct arena *arena = m->input->messages;
	struct text list = TEXT("");
	uint32_t i;

	for (i = 0; i < m->titles.count && i < 5; i++)
		list = arena_printf(arena, "%.*s%s%.*s", TEXT_ARGS(list), i ? ", " : "",
		                    TEXT_ARGS(show_text(m->titles.at[i], arena)));
	if (i < m->titles.count)
		list = arena_printf(arena, "%.*s and %u more", TEXT_ARGS(list),
		                    m->titles.count - i);
	return list;
}

/* Without a column that is required the input is another one. False after saying so. */
static bool check_required(struct mapped *m)
{
	const struct mapping *mapping = m->mapping;

	for (uint32_t i = 0; i < mapping->column_count; i++) {
		const struct mapping_column *column = &mapping->columns[i];

		if (!column->required || m->columns[i].count)
			continue;
		tell_whole(m, INVENTORY_BROKEN, arena_printf(m->input->messages,
			"this is no input for the mapping %.*s, which needs the column %.*s; found "
			"%.*s", TEXT_ARGS(mapping->name), TEXT_ARGS(column->titles.at[0]),
			TEXT_ARGS(list_titles(m))));
		return false;
	}
	return true;
}

static bool is_read(const struct mapped *m, uint32_t column)
{
	for (uint32_t t = 0; t < m->mapping->target_count; t++)
		for (uint32_t i = 0; i < m->targets[t].count; i++) {
			const struct mapping_origin *origin = m->targets[t].facts[i].origin;

			for (uint32_t c = 0; c < origin->column_count; c++)
				if (origin->columns[c] == column)
					return true;
			for (uint32_t c = 0; origin->table && c < origin->table->input_count; c++)
				if (!origin->table->inputs[c].is_parameter
				    && origin->table->inputs[c].index == column)
					return true;
		}
	return false;
}

/* False if the input is another one. */
static bool find_columns(struct mapped *m)
{
	const struct mapping *mapping = m->mapping;
	struct text lacking = TEXT("");

	for (uint32_t i = 0; i < mapping->column_count; i++)
		find_places(&mapping->columns[i], m->titles, &m->columns[i]);
	if (!check_required(m))
		return false;
	for (uint32_t i = 0; i < mapping->column_count; i++)
		if (mapping->columns[i].type != COLUMN_FILE && !m->columns[i].count && is_read(m, i))
			lacking = arena_printf(m->input->messages, "%.*s%s%.*s", TEXT_ARGS(lacking),
				lacking.length ? ", " : "", TEXT_ARGS(mapping->columns[i].name));
	if (lacking.length)
		tell_whole(m, INVENTORY_REMARK, arena_printf(m->input->messages,
			"the mapping %.*s also reads columns that are not there: %.*s",
			TEXT_ARGS(mapping->name), TEXT_ARGS(lacking)));
	return true;
}

/* --- records --- */

static void give_key(struct mapped *m, struct mapped_target *target, struct record *record)
{
	uint32_t slot = target->entity->key;
	const struct value *key = slot == NO_SLOT ? NULL : &record->values[slot];

	if (key && key->state == STATE_PRESENT && key->length > 0) {
		record->key = value_as_text(key);
		return;
	}
	record->key = arena_printf(m->arena, "#%llu", (unsigned long long)target->ordinal);
	if (key)
		mapped_tell(m, INVENTORY_REMARK, mapped_place_of(m, NULL),
			arena_printf(m->input->messages,
			"%.*s: no usable `%.*s` (%s); the record is called %.*s",
			TEXT_ARGS(target->entity->name),
			TEXT_ARGS(target->entity->facts[slot].name),
			key->state != STATE_PRESENT && key->as.text ? key->as.text : "it is empty",
			TEXT_ARGS(record->key)));
}

static void fill_facts(struct mapped *m, struct mapped_target *target, struct record *record)
{
	memset(m->known, 0, m->mapping->column_count * sizeof *m->known);
	for (uint32_t i = 0; i < target->count; i++) {
		struct mapped_fact *fact = &target->facts[i];
		struct value value = mapped_fact_value(m, fact);

		if (value.state == STATE_UNDECODABLE || value.state == STATE_DUPLICATE
		    || value.state == STATE_CONFLICT)
			mapped_misfit(m, fact, mapped_place_of(m, fact->origin),
			              value.as.text);
		if (value.state == STATE_MISSING)
			value.flags = record->values[fact->slot].flags;
		else if (fact->fact->flags & FACT_DERIVED)
			value.flags = VALUE_GIVEN;
		record->values[fact->slot] = value;
	}
}

static void deliver(struct mapped *m, struct record *record)
{
	const struct inventory_sink *sink = m->input->sink;
	struct arena *messages = m->input->messages;
	struct text shown = TEXT("");

	if (record->entity == m->model->stream) {
		sink->stream(sink->user, record);
		return;
	}
	if (sink->context(sink->user, record))
		return;
	if (!entity_is_single(record->entity))
		shown = arena_printf(messages, " %.*s",
		                     TEXT_ARGS(show_text(record->key, messages)));
	mapped_tell(m, INVENTORY_REFUSED, mapped_place_of(m, NULL),
		arena_printf(messages, "%.*s:%.*s was given before; this one is not used",
		             TEXT_ARGS(record->entity->name), TEXT_ARGS(shown)));
}

static bool is_wanted(const struct mapped *m, const struct mapped_target *target)
{
	return m->input->pass & (target->entity == m->model->stream ? INVENTORY_STREAM
	                                                           : INVENTORY_CONTEXTS);
}

/* The stream's record last: with it, the arena of all may be emptied. */
static void read_record(struct mapped *m)
{
	for (int stream = 0; stream < 2; stream++)
		for (uint32_t t = 0; t < m->mapping->target_count; t++) {
			struct mapped_target *target = &m->targets[t];
			bool is_stream = target->entity == m->model->stream;
			struct record *record;

			if (is_stream != (stream == 1) || !is_wanted(m, target))
				continue;
			m->arena = is_stream ? m->input->stream : m->input->contexts;
			record = record_new(m->arena, target->entity);
			record->file = m->input->name;
			record->offset = m->csv.start.at;
			target->ordinal++;
			fill_facts(m, target, record);
			if (!entity_is_single(target->entity))
				give_key(m, target, record);
			deliver(m, record);
		}
}

/* --- reading --- */

static void refuse_line(struct mapped *m)
{
	struct mapped_place place = { m->csv.fault_place.at, m->csv.fault_place.lines + 1,
	                              csv_column(&m->csv, &m->csv.fault_place) };

	mapped_tell(m, INVENTORY_BROKEN, place,
		arena_printf(m->input->messages, "%s; this record is not used",
		             csv_explain(m->csv.fault)));
}

/* A line of dashes, as sqlcmd draws one below the titles. */
static bool is_rule(const struct mapped *m)
{
	struct text text;

	for (uint32_t i = 0; i < m->csv.count; i++) {
		if (!csv_text(&m->csv, i, m->arena, &text) || text.length == 0)
			return false;
		for (uint32_t k = 0; k < text.length; k++)
			if (text.at[k] != '-')
				return false;
	}
	return true;
}

static void read_csv(struct mapped *m)
{
	enum csv_step step;
	bool first = true;

	while ((step = csv_next(&m->csv)) != CSV_END) {
		bool rule = first && step == CSV_RECORD && is_rule(m);

		first = false;
		if (step == CSV_REFUSED)
			refuse_line(m);
		else if (m->csv.count != m->titles.count)
			mapped_tell(m, INVENTORY_BROKEN, mapped_place_of(m, NULL),
				arena_printf(m->input->messages,
				"%u fields under %u titles; this record is not used",
				m->csv.count, m->titles.count));
		else if (!rule)
			read_record(m);
	}
}

static void begin(struct mapped *m, const struct inventory_input *input)
{
	m->input = input;
	m->arena = input->stream;
	m->misfits = 0;
	m->titles = (struct texts){ NULL, 0 };
	memset(m->told, 0, sizeof m->told);
	for (uint32_t t = 0; t < m->mapping->target_count; t++) {
		m->targets[t].ordinal = 0;
		for (uint32_t i = 0; i < m->targets[t].count; i++)
			m->targets[t].facts[i].told = 0;
	}
	open_csv(&m->csv, m->mapping, input->bytes, m->header);
}

/* The titles, or the lines. False if there are none. */
static bool read_titles(struct mapped *m)
{
	enum csv_step step;

	if (m->mapping->form == MAPPING_LINES) {
		mapped_read_lines(m);
		return true;
	}
	step = csv_next(&m->csv);
	if (step == CSV_REFUSED)
		tell_whole(m, INVENTORY_BROKEN, arena_printf(m->input->messages,
			"the line with the titles can't be read: %s", csv_explain(m->csv.fault)));
	else if (step == CSV_END)
		tell_whole(m, INVENTORY_BROKEN, TEXT("it has no line with titles"));
	else
		m->titles = titles_of(&m->csv, m->header);
	return step == CSV_RECORD;
}

void mapped_read(struct mapped *m, const struct inventory_input *input, struct arena *scratch)
{
	bool wanted = false;

	m->header = scratch;
	begin(m, input);
	for (uint32_t t = 0; t < m->mapping->target_count; t++)
		wanted = wanted || is_wanted(m, &m->targets[t]);
	if (wanted && read_titles(m) && find_columns(m)) {
		if (m->mapping->form == MAPPING_COLUMNS)
			read_csv(m);
		else
			read_record(m);
	}
	mapped_tell_rest(m);
	arena_reset(scratch);
}

static void pass_over(void *user, const struct inventory_trouble *trouble)
{
	(void)user;
	(void)trouble;
}

/* A mapping that requires no column is never found by looking. */
static bool requires_some(const struct mapping *mapping)
{
	for (uint32_t i = 0; i < mapping->column_count; i++)
		if (mapping->columns[i].required)
			return true;
	return false;
}

bool mapped_fits(const struct mapping *mapping, struct text bytes, struct arena *scratch)
{
	static const struct inventory_sink sink = { .trouble = pass_over };
	struct mapped m = { .mapping = mapping, .header = scratch, .arena = scratch };
	struct arena messages = { 0 };
	struct inventory_input input = { .messages = &messages, .sink = &sink };
	struct guard_cleanup cleanup;
	bool fits;

	if (!requires_some(mapping))
		return false;
	m.input = &input;
	guard_keep(&cleanup, arena_cleanup, &messages);
	open_csv(&m.csv, mapping, bytes, scratch);
	fits = read_titles(&m) && has_required(mapping, m.titles);
	guard_give_back(&cleanup);
	return fits;
}
