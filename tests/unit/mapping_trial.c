/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/unit/mapping_trial.h"

#include "facts/mapped.h"
#include "facts/write.h"
#include "grammar/parse.h"

static const char model_text[] =
	"language 1\n"
	"model shop 1 \"A small model\"\n"
	"context shop \"Shop\"\n"
	"  open: bool \"Is it open\"\n"
	"  version: integer \"Year and month\"\n"
	"context till \"Till\"\n"
	"  name: text key \"Name\"\n"
	"  kind: one of staffed, self-service called \"Self service\" \"Who works it\"\n"
	"  cert: certificate optional \"What it shows\"\n"
	"stream visit \"Visit\"\n"
	"  id: text key \"Number\"\n"
	"  age: integer optional \"Age\"\n"
	"  fast: bool \"In a hurry\"\n"
	"  member: bool \"Has a card\"\n"
	"  paid: set of cash, card \"How\"\n"
	"  goods: set of text \"What\"\n"
	"  build: version \"Of the till\"\n"
	"  come: date \"When\"\n"
	"  kind: one of old, young, unborn \"Which\"\n"
	"  till: till optional \"Where\"\n"
	"  purpose: oid optional \"What for\"\n";

static struct file_tree *parse(struct mapping_trial *trial, const char *name, struct text text)
{
	return parse_policy(&trial->arena, &trial->diags,
	                    sources_add(&trial->sources, text_from(name), text));
}

void mapping_trial_open(struct mapping_trial *trial, const char *text,
                        const struct check_setting *settings)
{
	struct check_mapping_input input = { .sources = &trial->sources, .settings = settings };

	*trial = (struct mapping_trial){ .sources.arena = NULL };
	trial->sources.arena = &trial->arena;
	diags_init(&trial->diags, &trial->arena);
	input.model = parse(trial, "shop.assay", text_from(model_text));
	input.mapping = parse(trial, "m.assay", arena_printf(&trial->arena,
		"language 1\nmapping m 1 \"A mapping\"\nuse model shop 1\n%s", text));
	for (const struct check_setting *s = settings; s && s->name.length; s++)
		input.setting_count++;
	trial->mapping = check_mapping(&trial->arena, &trial->diags, &input);
}

void mapping_trial_close(struct mapping_trial *trial)
{
	buffer_done(&trial->out);
	arena_free(&trial->contexts);
	arena_free(&trial->stream);
	arena_free(&trial->messages);
	arena_free(&trial->scratch);
	arena_free(&trial->arena);
}

static bool take_context(void *user, struct record *record)
{
	struct mapping_trial *trial = user;

	write_record(&trial->out, record, WRITE_GIVEN);
	return record->key.length == 0 || !text_starts(record->key, TEXT("twice"));
}

/* As an evaluation does, the arena of the record is emptied when it was used. */
static void take_stream(void *user, struct record *record)
{
	struct mapping_trial *trial = user;

	write_record(&trial->out, record, WRITE_GIVEN);
	arena_reset(&trial->stream);
}

static void take_trouble(void *user, const struct inventory_trouble *trouble)
{
	static const char *const names[] = { "broken", "refused", "unreadable", "remark", "misfit" };
	struct mapping_trial *trial = user;

	buffer_printf(&trial->out, "%u:%u %s: %s\n", (unsigned)trouble->line,
	              (unsigned)trouble->column, names[trouble->fault], trouble->text);
}

const char *mapping_trial_read(struct mapping_trial *trial, struct text bytes,
                               enum inventory_pass pass)
{
	struct inventory_sink sink = { .user = trial, .context = take_context,
		.stream = take_stream, .trouble = take_trouble };
	struct inventory_input input = { .name = TEXT("in/PC7.csv"), .bytes = bytes,
		.borrow = true, .pass = pass, .contexts = &trial->contexts,
		.stream = &trial->stream, .messages = &trial->messages, .sink = &sink };
	const char *why;
	struct mapped *mapped = mapped_new(&trial->arena, trial->mapping, trial->mapping->model,
	                                   &why);

	buffer_reset(&trial->out);
	mapped_read(mapped, &input, &trial->scratch);
	buffer_byte(&trial->out, '\0');
	return trial->out.at;
}
