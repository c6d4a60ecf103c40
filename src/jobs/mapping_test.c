/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/mapping_test.h"

#include "base/guard.h"
#include "facts/inventory.h"
#include "facts/mapped.h"
#include "jobs/given.h"
#include "model/value_text.h"

struct found {
	const struct record *record;
	struct found *next;
};

struct trial {
	const struct load *load;
	const struct item *test;
	struct arena *arena;
	struct arena messages, scratch;
	struct buffer *detail;
	const struct mapping *mapping;
	struct found *first, *last;     /* records that came of the input */
	const struct record *expected;
};

static void say(struct trial *t, struct text text)
{
	if (t->detail->length)
		buffer_byte(t->detail, '\n');
	buffer_text(t->detail, text);
}

/* --- the mapping with the test's parameters --- */

static struct text setting_text(struct arena *arena, const struct expr *value)
{
	switch ((int)value->kind) {
	case EXPR_BOOL:
		return value->number ? TEXT("yes") : TEXT("no");
	case EXPR_NUMBER:
		return arena_printf(arena, "%lld", (long long)value->number);
	default:
		return value->text;
	}
}

static const struct mapping *check_with(struct trial *t)
{
	struct check_mapping_input input = { .sources = &t->load->sources,
		.model = t->load->model, .mapping = t->load->mapping };
	struct check_setting *settings;
	struct mapping *mapping;
	struct diags diags;

	for (const struct setup *s = t->test->setups; s; s = s->next)
		input.setting_count += s->kind == SETUP_PARAMETER;
	input.settings = settings = arena_array(t->arena, input.setting_count, sizeof *settings);
	for (const struct setup *s = t->test->setups; s; s = s->next)
		if (s->kind == SETUP_PARAMETER)
			*settings++ = (struct check_setting){ s->name.text,
				setting_text(t->arena, s->value) };
	diags_init(&diags, t->arena);
	mapping = check_mapping(t->arena, &diags, &input);
	for (const struct diag *d = diags.first; d; d = d->next)
		if (d->severity == SEVERITY_ERROR)
			say(t, arena_printf(t->arena, "given parameter: %.*s",
			                    TEXT_ARGS(d->text)));
	return diags.errors ? NULL : mapping;
}

/* --- the input --- */

static struct text unquoted(struct text text)
{
	if (text.length >= 2 && *text.at == '"' && text.at[text.length - 1] == '"')
		return (struct text){ text.at + 1, text.length - 2 };
	return text;
}

static void add_field(struct buffer *out, struct text text)
{
	buffer_byte(out, '"');
	for (uint32_t i = 0; i < text.length; i++) {
		if (text.at[i] == '"')
			buffer_byte(out, '"');
		buffer_byte(out, text.at[i]);
	}
	buffer_byte(out, '"');
}

/* With a mark, so that it is UTF-8 whatever the mapping says. */
static void write_rows(const struct trial *t, const struct rows *rows, struct buffer *out)
{
	bool lines = t->mapping->form == MAPPING_LINES;
	char between = t->mapping->delimiter ? t->mapping->delimiter : ',';

	buffer_string(out, "\xef\xbb\xbf");
	for (const struct row *row = rows->first; row; row = row->next) {
		if (ast_row_is_rule(row))
			continue;
		for (const struct cell *cell = row->first; cell; cell = cell->next) {
			struct text text = unquoted(ast_cell_text(t->load->mapping->source, cell));

			if (cell != row->first)
				buffer_byte(out, lines ? ':' : between);
			if (lines)
				buffer_text(out, text);
			else
				add_field(out, text);
		}
		buffer_byte(out, '\n');
	}
}

static void keep_record(struct trial *t, struct record *record)
{
	struct found *found = arena_alloc(t->arena, sizeof *found);

	found->record = record;
	if (t->last)
		t->last->next = found;
	else
		t->first = found;
	t->last = found;
}

static bool keep_context(void *user, struct record *record)
{
	keep_record(user, record);
	return true;
}

static void keep_stream(void *user, struct record *record)
{
	keep_record(user, record);
}

/* What the facts do not show: lines and inputs that are not used. */
static void keep_trouble(void *user, const struct inventory_trouble *trouble)
{
	struct trial *t = user;

	if (trouble->fault == INVENTORY_BROKEN || trouble->fault == INVENTORY_REFUSED)
		say(t, arena_printf(t->arena, "given: %s", trouble->text));
}

static void read_input(struct trial *t, const struct setup *setup)
{
	struct inventory_sink sink = { .user = t, .context = keep_context, .stream = keep_stream,
	                               .trouble = keep_trouble };
	struct buffer bytes = { .arena = t->arena };
	struct inventory_input input = { .name = TEXT("test"), .borrow = true,
		.pass = INVENTORY_BOTH, .contexts = t->arena, .stream = t->arena,
		.messages = &t->messages, .sink = &sink };
	const char *why;
	struct mapped *mapped = mapped_new(t->arena, t->mapping, t->mapping->model, &why);

	write_rows(t, &setup->rows, &bytes);
	input.bytes = buffer_view(&bytes);
	mapped_read(mapped, &input, &t->scratch);
}

/* --- what is expected --- */

static bool keep_expected(void *user, struct record *record)
{
	((struct trial *)user)->expected = record;
	return true;
}

static void keep_expected_stream(void *user, struct record *record)
{
	keep_expected(user, record);
}

static void keep_expected_trouble(void *user, const struct inventory_trouble *trouble)
{
	struct trial *t = user;

	say(t, arena_printf(t->arena, "expect: %s", trouble->text));
}

static const struct record *expected_record(struct trial *t, const struct expect *expect)
{
	struct inventory_sink sink = { .user = t, .context = keep_expected,
		.stream = keep_expected_stream, .trouble = keep_expected_trouble };
	const struct setup setup = { .name = expect->rule, .key = expect->key,
	                             .fields = expect->fields };
	struct buffer json = { .arena = t->arena };

	t->expected = NULL;
	given_write(&json, t->mapping->model, &setup, 1);
	inventory_read(inventory_new(t->arena, t->mapping->model), &(struct inventory_input){
		.name = TEXT("test"), .bytes = buffer_view(&json), .borrow = true,
		.pass = INVENTORY_BOTH, .contexts = t->arena, .stream = t->arena,
		.messages = &t->messages, .sink = &sink });
	return t->expected;
}

/* The records of that entity and, if there is one, key; the last of them in *found. */
static uint32_t find_records(const struct trial *t, const struct expect *expect,
                             const struct record **found)
{
	uint32_t count = 0;

	for (const struct found *f = t->first; f; f = f->next)
		if (text_equal(f->record->entity->name, expect->rule.text)
		    && (expect->key.text.length == 0
		        || text_equal(f->record->key, expect->key.text))) {
			*found = f->record;
			count++;
		}
	return count;
}

static struct text value_of(const struct trial *t, const struct record *record, uint32_t slot)
{
	const struct value *value = &record->values[slot];
	struct buffer out = { .arena = t->arena };

	if (value->state == STATE_PRESENT && value->type == TYPE_TEXT)
		buffer_printf(&out, "\"%.*s\"", TEXT_ARGS(value_as_text(value)));
	else
		value_write(&out, &record->entity->facts[slot], value);
	return buffer_view(&out);
}

static void compare(struct trial *t, const struct expect *expect, const struct record *found)
{
	const struct record *expected = expected_record(t, expect);

	for (const struct field *f = expect->fields.first; expected && f; f = f->next) {
		uint32_t slot = entity_slot(found->entity, f->name.text);
		struct text one = value_of(t, expected, slot), other = value_of(t, found, slot);
		const char *why = found->values[slot].state == STATE_PRESENT ? NULL
			: found->values[slot].as.text;

		if (!text_equal(one, other))
			say(t, arena_printf(t->arena, "%.*s %.*s: %.*s: expected %.*s, found %.*s%s%s%s",
				TEXT_ARGS(expect->rule.text), TEXT_ARGS(found->key),
				TEXT_ARGS(f->name.text), TEXT_ARGS(one), TEXT_ARGS(other),
				why ? " (" : "", why ? why : "", why ? ")" : ""));
	}
}

static void check_expect(struct trial *t, const struct expect *expect)
{
	const struct record *found = NULL;
	uint32_t count = find_records(t, expect, &found);

	if (count == 1)
		compare(t, expect, found);
	else
		say(t, arena_printf(t->arena, "%.*s %.*s: the input gives %u records of this name",
			TEXT_ARGS(expect->rule.text), TEXT_ARGS(expect->key.text), count));
}

void mapping_test_run(const struct load *load, const struct item *test, struct arena *arena,
                      struct buffer *detail)
{
	struct trial t = { .load = load, .test = test, .arena = arena, .detail = detail };
	struct guard_cleanup messages, scratch;

	guard_keep(&messages, arena_cleanup, &t.messages);
	guard_keep(&scratch, arena_cleanup, &t.scratch);
	t.mapping = check_with(&t);
	for (const struct setup *s = test->setups; s && t.mapping; s = s->next)
		if (s->kind == SETUP_INPUT)
			read_input(&t, s);
	for (const struct expect *e = test->expects; e && t.mapping; e = e->next)
		check_expect(&t, e);
	if (!test->expects)
		say(&t, TEXT("this test expects nothing"));
	guard_give_back(&scratch);
	guard_give_back(&messages);
}
