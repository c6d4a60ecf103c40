/* SPDX-License-Identifier: Apache-2.0 */
/* What a rule would say: told from its diagram, and by a machine that is shown the changed record. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "code/setters.h"
#include "code/verify.h"
#include "jobs/load.h"
#include "vm/what_if.h"

static const char model[] =
	"language 1\n"
	"model lot 1 \"Lot\"\n"
	"context site \"Site\"\n"
	"  open: bool \"Open\"\n"
	"context gate \"Gate\"\n"
	"  name: text key \"Name\"\n"
	"  kind: one of a, b, c \"Kind\"\n"
	"stream car \"Car\"\n"
	"  id: text key \"Id\"\n"
	"  color: one of red, green, blue \"Colour\"\n"
	"  size: one of s, m, l ordered \"Size\"\n"
	"  old: bool \"Old\"\n"
	"  tag: one of x, y optional \"Tag\"\n"
	"  gate: gate optional \"Gate\"\n"
	"  class: one of p, q, r \"Class\" by\n"
	"    | color | old | class |\n"
	"    |-------|-----|-------|\n"
	"    | red   | any | p     |\n"
	"    | green | yes | q     |\n"
	"    | green | no  | r     |\n"
	"    | blue  | no  | p     |\n"
	"    | blue  | yes | conflict \"no old blue cars\" |\n"
	"  fit: bool = (size >= m and class != q)  \"Fit\"\n"
	"  invariant size < l or not old or color != red \"no large old red cars\"\n";

static const char policy[] =
	"language 1\n"
	"policy p 1 \"P\"\n"
	"use model lot 1\n"
	"rule a on car \"A\"\n  when site.open\n  require class in p, r\n"
	"rule b on car \"B\"\n  unless [old] old \"it is old\"\n  require fit or color = green\n"
	"rule c on car \"C\"\n  when tag is present\n  require tag = x\n  require size < l\n"
	"rule d on car \"D\"\n  when gate is present\n  require gate.kind = a or fit\n"
	"table e on car \"E\"\n  allow size by class\n"
	"  | Class | Size |\n  |-------|------|\n"
	"  | p     | s[1], m |\n  | q     | any  |\n  | r     | l    |\n"
	"  note [1] \"N\" {\n    require tag is absent or tag = y\n  }\n";

static char folder[] = "/tmp/test_what_if.XXXXXX";
static struct arena arena, words;
static struct program program;
static uint64_t state = 1;
static uint64_t compared;               /* questions that both answered */

static uint32_t chance(uint32_t below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % below;
}

/* --- two machines in one world --- */

struct pair {
	struct model *model;
	struct world *world;
	struct vm *judge, *looker;
};

/* Is something of the record in conflict? Then completions are another matter. */
static bool is_broken(const struct record *record)
{
	for (uint32_t i = 0; i < record->entity->fact_count; i++)
		if (record->values[i].state == STATE_CONFLICT)
			return true;
	return false;
}

/* The record as it was read, with another word. */
static struct record *changed(const struct record *record, uint32_t slot, int64_t word)
{
	struct record *copy = record_new(&words, record->entity);

	copy->key = record->key;
	for (uint32_t i = 0; i < record->entity->fact_count; i++)
		if (!(record->entity->facts[i].flags & (FACT_DERIVED | FACT_HIDDEN)))
			copy->values[i] = record->values[i];
	copy->values[slot] = value_number(record->entity->facts[slot].type, word);
	return copy;
}

static void compare(struct pair *pair, const struct vm_finding *finding, struct what_if *w,
                    uint32_t group, uint32_t word)
{
	const struct row_group *row = &program.group[vm_frame(pair->judge)->first_group + group];
	struct record *record = changed(finding->record, row->slot, word);
	struct what_if seen;
	uint32_t told;

	what_if_reset(w);
	assert_true(what_if_choose(w, group, word));
	told = what_if_results(w, NULL);
	vm_look(pair->looker, pair->judge, record);
	if (told == 0 || is_broken(record))
		return;
	what_if_begin(&seen, &words, pair->looker, finding->check);
	assert_int_equal(told, what_if_results(&seen, NULL));
	compared++;
}

/* Every word of every fact of the subject that the rule asks about. */
static void ask_all(struct pair *pair, const struct vm_finding *finding, struct what_if *w)
{
	const struct row_frame *frame = vm_frame(pair->judge);
	const uint32_t *groups;
	uint32_t count = what_if_groups(w, &groups);

	for (uint32_t i = 0; i < count; i++) {
		const struct row_group *row = &program.group[frame->first_group + groups[i]];
		const struct fact *fact = &finding->record->entity->facts[row->slot];
		uint32_t size = fact->type == TYPE_BOOL ? 2 : fact->choice_count;

		if (row->kind != GROUP_FACT || row->base != 0 || size == 0)
			continue;
		for (uint32_t word = 0; word < size; word++)
			compare(pair, finding, w, groups[i], word);
	}
}

/* As the facts are, the diagram says what the finding says. */
static void assert_agree(const struct vm_finding *finding, uint32_t results)
{
	uint32_t fail = 1u << VM_FAIL;

	switch ((int)finding->result) {
	case VM_FAIL:
		assert_int_equal(results, fail);
		break;
	case VM_UNKNOWN:
		assert_true(results & fail && results & ~fail);
		break;
	case VM_ERROR:
		assert_true(results == 0 || (results & fail && results & ~fail));
		break;
	default:
		assert_false(results & fail);
		assert_true(results >> finding->result & 1);
		break;
	}
}

static void on_finding(struct vm *vm, const struct vm_finding *finding, void *user)
{
	struct what_if w;
	uint32_t results;

	what_if_begin(&w, &words, vm, finding->check);
	results = what_if_results(&w, NULL);
	assert_agree(finding, results);
	if (!is_broken(finding->record)) {
		what_if_loosen(&w);     /* says the same of the same facts */
		assert_int_equal(what_if_results(&w, NULL), results);
		ask_all(user, finding, &w);
	}
	arena_reset(&words);
}

/* --- records --- */

static struct value draw(const struct fact *fact, const struct world *world)
{
	uint32_t size = fact->type == TYPE_BOOL ? 2 : fact->choice_count;

	if (chance(4) == 0 || fact->flags & (FACT_DERIVED | FACT_HIDDEN))
		return value_in_state(STATE_MISSING, NULL);
	if (fact->flags & FACT_OPTIONAL && chance(3) == 0)
		return value_in_state(STATE_ABSENT, NULL);
	if (fact->type == TYPE_RECORD)
		return value_record(world_find(world, fact->target, TEXT("G")));
	if (fact->type == TYPE_TEXT)
		return value_text(TYPE_TEXT, TEXT("C"));
	return value_number(fact->type, chance(size));
}

static struct record *draw_record(struct pair *pair, const struct entity *entity, struct text key)
{
	struct record *record = record_new(&arena, entity);

	record->key = key;
	for (uint32_t i = 0; i < entity->fact_count; i++)
		if (!(entity->facts[i].flags & (FACT_DERIVED | FACT_HIDDEN)))
			record->values[i] = draw(&entity->facts[i], pair->world);
	return record;
}

static void run_once(void)
{
	struct pair pair = { .model = program_model(&program, &arena) };
	struct vm_options judge = { .now = 0, .on_finding = on_finding, .user = &pair };
	struct vm_options looker = { .now = 0 };

	pair.world = world_new(&arena, pair.model);
	pair.judge = vm_new(&arena, &program, pair.model, pair.world, &judge);
	pair.looker = vm_new(&arena, &program, pair.model, pair.world, &looker);
	world_add(pair.world, draw_record(&pair, model_entity(pair.model, TEXT("site")), TEXT("")));
	world_add(pair.world, draw_record(&pair, model_entity(pair.model, TEXT("gate")),
	                                  TEXT("G")));
	vm_prepare(pair.judge);
	for (int i = 0; i < 40; i++)
		vm_record(pair.judge, draw_record(&pair, pair.model->stream, TEXT("C")));
}

static void what_the_diagram_tells_is_what_the_changed_record_gets(void **context)
{
	(void)context;
	for (int i = 0; i < 20; i++)
		run_once();
	assert_true(compared > 5000);
}

/* --- setting up --- */

static int compile(void **context)
{
	struct image_trouble why = { .reason = "" };
	char path[64];
	struct load load;
	FILE *file;

	(void)context;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/lot.assay", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(model, file);
	fclose(file);
	load_init(&load, &arena);
	assert_non_null(load_text(&load, TEXT("p.assay"), text_from(policy),
	                          arena_printf(&arena, "%s/p.assay", folder).at));
	assert_true(load_compile(&load, &program));
	assert_true(verify_program(&program, &arena, &why));
	return 0;
}

static int clean(void **context)
{
	char path[64];

	(void)context;
	snprintf(path, sizeof path, "%s/lot.assay", folder);
	unlink(path);
	rmdir(folder);
	arena_free(&words);
	arena_free(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_the_diagram_tells_is_what_the_changed_record_gets),
	};

	return cmocka_run_group_tests_name("what_if", tests, compile, clean);
}
