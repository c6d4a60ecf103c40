/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/selftest.h"

#include <stdio.h>

#include "base/guard.h"
#include "facts/inventory.h"
#include "jobs/describe.h"
#include "jobs/evaluation.h"
#include "jobs/given.h"
#include "jobs/input.h"
#include "jobs/mapping_test.h"

enum { MAX_PROFILES = 16, MAX_TEXT = 64 << 20, DEFAULT_NOW = 1767225600 };     /* 2026-01-01 */

/* The policy of a test file, compiled under a profile. */
struct compiled {
	struct text profile;
	struct program program;
	bool good;
};

struct found {
	struct described described;
	struct found *next;
};

struct trial {
	struct selftest *s;
	struct arena arena;             /* of one test */
	const struct item *item;
	const struct setup *setup;      /* being read */
	const struct program *program;
	struct evaluation *evaluation;
	struct found *first, *last;
	struct record **streams;
	uint32_t stream_count, stream_capacity;
	struct buffer detail;
};

static void say(struct trial *t, const char *format, const char *text)
{
	if (t->detail.length)
		buffer_byte(&t->detail, '\n');
	buffer_printf(&t->detail, format, text);
}

static void keep_finding(struct vm *vm, const struct vm_finding *finding, void *user)
{
	struct trial *t = user;
	struct found *found = arena_alloc(&t->arena, sizeof *found);
	struct describe_with with = { &t->arena, t->program, NULL };

	describe_finding(&with, vm, finding, &found->described);
	if (t->last)
		t->last->next = found;
	else
		t->first = found;
	t->last = found;
}

static bool keep_context(void *user, struct record *record)
{
	struct trial *t = user;

	return world_add(t->evaluation->world, record);
}

static void keep_stream(void *user, struct record *record)
{
	struct trial *t = user;

	if (record->entity->kind == ENTITY_CERTIFICATE && t->setup->key.text.length)
		record->key = t->setup->key.text;
	t->streams = arena_grow(&t->arena, t->streams, &t->stream_capacity,
	                        t->stream_count + 1, sizeof *t->streams);
	t->streams[t->stream_count++] = record;
}

/* A value that the model can't have is a mistake of the test. */
static void keep_trouble(void *user, const struct inventory_trouble *trouble)
{
	say(user, "given: %s", trouble->text);
}

static void read_setup(struct trial *t, struct inventory *inventory, uint32_t ordinal)
{
	struct inventory_sink sink = { .user = t, .context = keep_context,
		.stream = keep_stream, .trouble = keep_trouble,
		.certificate = keep_stream };
	struct buffer json = { .arena = &t->arena };

	if (!model_entity(t->evaluation->model, t->setup->name.text))
		say(t, "given: there is no entity `%s`",
		    arena_text(&t->arena, t->setup->name.text).at);
	given_write(&json, t->evaluation->model, t->setup, ordinal);
	inventory_read(inventory, &(struct inventory_input){ .name = TEXT("test"),
		.bytes = buffer_view(&json), .pass = INVENTORY_BOTH, .contexts = &t->arena,
		.stream = &t->arena, .messages = &t->evaluation->messages, .sink = &sink });
}

static void read_setups(struct trial *t)
{
	struct inventory *inventory = inventory_new(&t->arena, t->evaluation->model);
	uint32_t ordinal = 0;

	for (t->setup = t->item->setups; t->setup; t->setup = t->setup->next)
		if (t->setup->kind == SETUP_RECORD)
			read_setup(t, inventory, ++ordinal);
}

static void run_all(struct trial *t)
{
	struct world *world = t->evaluation->world;

	for (uint32_t e = 0; e < world->model->entity_count; e++)
		for (uint32_t i = 0; i < world->tables[e].count; i++)
			inventory_link(world, world->tables[e].records[i], &t->arena);
	vm_prepare(t->evaluation->vm);
	for (uint32_t i = 0; i < t->stream_count; i++) {
		inventory_link(world, t->streams[i], &t->arena);
		vm_record(t->evaluation->vm, t->streams[i]);
	}
	vm_contexts(t->evaluation->vm);
}

static bool is_named(const struct described *d, struct text name)
{
	for (uint32_t i = 0; i < d->unknown_count; i++) {
		struct text path = text_from(d->unknown[i].path);

		if (text_equal(path, name)
		    || (text_ends(path, name) && path.length > name.length
		        && path.at[path.length - name.length - 1] == '.'
		        && strstr(d->subject, "/") && text_ends(text_from(d->subject),
		           (struct text){ path.at, path.length - name.length - 1 })))
			return true;
	}
	return false;
}

static bool facts_agree(const struct expect *expect, const struct described *d)
{
	if (expect->facts.count == 0)
		return true;
	for (const struct word *w = expect->facts.first; w; w = w->next)
		if (!is_named(d, w->text))
			return false;
	return expect->facts.count == d->unknown_count;
}

static bool mark_agrees(const struct expect *expect, const struct described *d)
{
	char number[24];

	if (expect->note) {
		snprintf(number, sizeof number, "%lld", (long long)expect->note);
		return strcmp(d->clause_kind, "note") == 0 && strcmp(d->clause_name, number) == 0;
	}
	return expect->mark.text.length == 0
	    || text_equal(expect->mark.text, text_from(d->clause_name));
}

static void list_found(struct buffer *out, const struct described *d)
{
	buffer_printf(out, "%s", result_name(d->result));
	if (*d->clause)
		buffer_printf(out, " at `%s`", d->clause);
	for (uint32_t i = 0; i < d->unknown_count; i++)
		buffer_printf(out, "%s%s", i ? ", " : " for ", d->unknown[i].path);
}

static void compare(struct trial *t, const struct expect *expect, const struct described *d)
{
	struct buffer text = { .arena = &t->arena };

	if (text_equal(expect->result.text, text_from(result_name(d->result)))
	    && mark_agrees(expect, d) && facts_agree(expect, d)) {
		coverage_find(&t->s->coverage, t->program, expect->rule.text)
			->held[d->result]++;
		return;
	}
	buffer_printf(&text, "%.*s: expected %.*s", TEXT_ARGS(expect->rule.text),
	              TEXT_ARGS(expect->result.text));
	if (expect->note)
		buffer_printf(&text, " at note [%lld]", (long long)expect->note);
	if (expect->mark.text.length)
		buffer_printf(&text, " at [%.*s]", TEXT_ARGS(expect->mark.text));
	for (const struct word *w = expect->facts.first; w; w = w->next)
		buffer_printf(&text, "%s%.*s", w == expect->facts.first ? " for " : ", ",
		              TEXT_ARGS(w->text));
	buffer_printf(&text, ", found ");
	list_found(&text, d);
	buffer_printf(&text, " (%s)", d->subject);
	say(t, "%s", text.at);
}

static void check_expect(struct trial *t, const struct expect *expect)
{
	const char *rule = arena_text(&t->arena, expect->rule.text).at;
	struct rule_coverage *covered = coverage_find(&t->s->coverage, t->program,
	                                              expect->rule.text);
	uint32_t matches = 0;
	const struct described *only = NULL;

	if (!covered) {
		say(t, "there is no rule `%s`", rule);
		return;
	}
	covered->named = true;
	for (const struct found *f = t->first; f; f = f->next) {
		struct text id = program_text(t->program, f->described.rule->id);

		if (!text_equal(id, expect->rule.text)
		    || (expect->subject.text.length
		        && !text_equal(expect->subject.text, text_from(f->described.subject))))
			continue;
		matches++;
		only = &f->described;
	}
	if (matches == 0)
		say(t, "%s has no such subject in this test", rule);
	else if (matches > 1)
		say(t, "%s has several subjects here; say which one: `on device/...`", rule);
	else
		compare(t, expect, only);
}

static struct evaluation_options options_of(struct trial *t)
{
	struct evaluation_options options = { .now = DEFAULT_NOW, .place = TEXT(""),
		.on_finding = keep_finding, .user = t };

	for (const struct setup *s = t->item->setups; s; s = s->next) {
		if (s->kind == SETUP_NOW)
			options.now = s->date->number;
		if (s->kind == SETUP_COMPLETE)
			options.complete = true;
	}
	return options;
}

static void run_trial(struct trial *t, struct selftest_result *result)
{
	struct evaluation_options options = options_of(t);
	const char *why;

	t->evaluation = evaluation_new(&t->arena, t->program, &options, &why);
	read_setups(t);
	if (t->detail.length == 0) {
		run_all(t);
		for (const struct expect *e = t->item->expects; e; e = e->next)
			check_expect(t, e);
	}
	if (!t->item->expects)
		say(t, "%s", "this test expects nothing");
	result->passed = t->detail.length == 0;
	result->detail = result->passed ? NULL : t->detail.at;
}

static bool load_file(struct selftest *s, struct load *load, const char *path, struct text profile)
{
	struct buffer bytes = { 0 };
	struct guard_cleanup cleanup;
	char why[INPUT_WHY];
	bool good;

	guard_keep(&cleanup, buffer_cleanup, &bytes);
	good = input_read(path, MAX_TEXT, &bytes, why);
	load_init(load, s->arena);
	load->folders = s->folders;
	load->folder_count = s->folder_count;
	load->profile = profile;
	if (good)
		good = load_text(load, text_from(path), buffer_view(&bytes), path) != NULL;
	else
		s->on_unreadable(path, why, s->user);
	guard_give_back(&cleanup);
	return good;
}

static struct compiled *compile_under(struct selftest *s, const char *path, struct text profile,
                                      struct compiled *cache)
{
	struct load load;
	uint32_t i = 0;

	while (i < MAX_PROFILES && cache[i].profile.at)
		if (text_equal(cache[i++].profile, profile))
			return &cache[i - 1];
	if (i == MAX_PROFILES)
		i = MAX_PROFILES - 1;
	cache[i].profile = profile;
	cache[i].good = load_file(s, &load, path, profile)
		&& load_compile(&load, &cache[i].program);
	s->on_load(&load, s->user);
	if (cache[i].good)
		coverage_add(&s->coverage, &cache[i].program);
	else
		s->broken = true;
	return &cache[i];
}

static struct text profile_of(const struct item *item)
{
	for (const struct setup *s = item->setups; s; s = s->next)
		if (s->kind == SETUP_PROFILE)
			return s->name.text;
	return TEXT("");
}

static void trial_done(void *what)
{
	struct trial *t = what;

	if (t->evaluation)
		evaluation_done(t->evaluation);
	arena_free(&t->arena);
}

static struct selftest_result result_of(const struct item *item, const struct source *source)
{
	return (struct selftest_result){ .name = item->title.text, .file = source->name.at,
		.line = source_position(source, item->at.from).line };
}

static void report(struct selftest *s, const struct selftest_result *result)
{
	if (result->passed)
		s->passed++;
	else
		s->failed++;
	s->on_test(result, s->user);
}

static void run_test(struct selftest *s, const struct item *item, const struct source *source,
                     const struct program *program)
{
	struct trial t = { .s = s, .item = item, .program = program };
	struct selftest_result result = result_of(item, source);
	struct guard_cleanup cleanup;

	t.detail.arena = &t.arena;
	guard_keep(&cleanup, trial_done, &t);
	run_trial(&t, &result);
	report(s, &result);
	guard_give_back(&cleanup);
}

/* The tests of a mapping stand in its own text. */
static void run_mapping(struct selftest *s, struct load *load)
{
	struct arena arena = { 0 };
	struct guard_cleanup cleanup;

	load_mapping(load);
	if (load->diags.errors) {
		s->broken = true;
		s->on_load(load, s->user);
		return;
	}
	guard_keep(&cleanup, arena_cleanup, &arena);
	for (const struct item *i = load->mapping->first; i; i = i->next) {
		struct selftest_result result = result_of(i, load->mapping->source);
		struct buffer detail = { .arena = &arena };

		if (i->kind != ITEM_TEST)
			continue;
		mapping_test_run(load, i, &arena, &detail);
		result.passed = detail.length == 0;
		result.detail = result.passed ? NULL : detail.at;
		report(s, &result);
		arena_reset(&arena);
	}
	guard_give_back(&cleanup);
}

void selftest_file(struct selftest *s, const char *path)
{
	struct compiled cache[MAX_PROFILES] = { 0 };
	const struct file_tree *tree;
	struct load load;

	if (!load_file(s, &load, path, TEXT("")) || load.diags.errors) {
		s->broken = true;
		s->on_load(&load, s->user);
		return;
	}
	if (load.mapping)
		run_mapping(s, &load);
	if (load.file_count == 0)
		return;
	tree = load.files[0];
	if (!compile_under(s, path, TEXT(""), cache)->good)
		return;
	for (const struct item *i = tree->first; i; i = i->next) {
		const struct compiled *compiled;

		if (i->kind != ITEM_TEST)
			continue;
		compiled = compile_under(s, path, profile_of(i), cache);
		if (compiled->good)
			run_test(s, i, tree->source, &compiled->program);
	}
}
