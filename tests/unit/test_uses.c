/* SPDX-License-Identifier: Apache-2.0 */
/* Which facts of certificates a program reads: all that its findings rest on, and few others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "code/uses.h"
#include "code/verify.h"
#include "jobs/input.h"
#include "jobs/load.h"
#include "model/certificate.h"
#include "run_program.h"

static const char model[] =
	"language 1\n"
	"model gates 1 \"Gates\"\n"
	"context gate \"Gate\"\n"
	"  name: text key \"Its name\"\n"
	"  own: certificate \"What it shows\"\n"
	"  roots: list of certificate up to 4 \"What it trusts\"\n"
	"stream caller \"Caller\"\n"
	"  id: text key \"Its name\"\n"
	"  gate: gate \"Where it calls\"\n"
	"  cert: certificate \"What it shows\"\n";

static char folder[] = "/tmp/test_uses.XXXXXX";

/* The text of a policy that lies in the folder of the model, or any file. */
static void compile(struct arena *arena, const char *path, struct text text,
                    struct program *program)
{
	struct image_trouble why = { .reason = "" };
	struct load load;

	load_init(&load, arena);
	assert_non_null(load_text(&load, text_from(path), text, path));
	if (!load_compile(&load, program))
		fail_msg("this does not compile:\n%.*s", TEXT_ARGS(text));
	assert_true(verify_program(program, arena, &why));
}

static void compile_rules(struct arena *arena, const char *rules, struct program *program)
{
	struct text path = arena_printf(arena, "%s/p.assay", folder);

	compile(arena, path.at, arena_printf(arena, "language 1\npolicy p 1 \"P\"\n"
		"use model gates 1\n%s", rules), program);
}

static void check(const struct program *program, const uint64_t *mask)
{
	for (uint64_t seed = 1; seed < 200; seed++)
		assert_true(run_program(program, seed, NULL)
		            == run_program(program, seed, mask));
}

static void facts_that_are_not_used_change_nothing(void **state)
{
	static const struct {
		const char *rules;
		const char *facts;      /* of certificates, with spaces around */
	} rows[] = {
		{ "rule r on caller \"R\"\n  require cert.key.bits > 1 bits\n", " key.bits " },
		{ "rule r on caller \"R\"\n  require id = \"a\"\n", " " },
		{ "rule r on gate.own \"R\"\n  require self-signed\n"
		  "  fix \"by {issuer}\"\n", " issuer self-signed " },
		{ "rule r on caller \"R\"\n  require gate.own.ca\n"
		  "  caution when id = \"a\" \"until {gate.own.valid-until} {cert.serial}\"\n",
		  " serial valid-until ca " },
		{ "rule r on caller \"R\"\n"
		  "  require some x in gate.roots has (x.subject-name = cert.issuer-name)\n",
		  " subject-name issuer-name " },
		{ "rule r on caller \"R\"\n  require cert in gate.roots\n", " sha1 sha256 " },
		{ "define old on caller = cert.valid-until < now\n"
		  "rule r on gate \"R\"\n  require no caller where (old)\n", " valid-until " },
		{ "rule r on caller \"R\"\n"
		  "  require some u in cert.crl-urls has (u starts with \"http:\")\n"
		  "  when cert.crl-urls is present\n", " crl-urls " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct arena arena = { 0 };
		struct program program;
		uint64_t mask[CERTIFICATE_MASK] = { 0 };
		const struct entity *entity = certificate_entity_new(&arena);
		struct text used = TEXT(" ");

		compile_rules(&arena, rows[i].rules, &program);
		program_uses(&program, mask);
		for (uint32_t fact = 0; fact < CERTIFICATE_FACT_COUNT; fact++)
			if (mask[fact / 64] >> fact % 64 & 1)
				used = arena_printf(&arena, "%.*s%.*s ", TEXT_ARGS(used),
				                    TEXT_ARGS(entity->facts[fact].name));
		assert_string_equal(used.at, rows[i].facts);
		check(&program, mask);
		arena_free(&arena);
	}
}

static void shipped_policies_read_what_they_use(void **state)
{
	static const char *const policies[] = { "policies/roots.assay",
	                                        "policies/cmg/cmg.assay" };
	const char *top = getenv("top_srcdir");

	(void)state;
	for (size_t i = 0; i < sizeof policies / sizeof policies[0]; i++) {
		struct arena arena = { 0 };
		struct program program;
		uint64_t mask[CERTIFICATE_MASK] = { 0 };
		struct buffer bytes = { 0 };
		char path[4096], why[INPUT_WHY];

		snprintf(path, sizeof path, "%s/%s", top ? top : ".", policies[i]);
		assert_true(input_read(path, 1 << 22, &bytes, why));
		compile(&arena, path, buffer_view(&bytes), &program);
		program_uses(&program, mask);
		assert_int_not_equal(mask[0], 0);
		check(&program, mask);
		buffer_done(&bytes);
		arena_free(&arena);
	}
}

static int write_model(void **state)
{
	char path[64];
	FILE *file;

	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/gates.assay", folder);
	file = fopen(path, "w");
	return file && fputs(model, file) >= 0 && fclose(file) == 0 ? 0 : -1;
}

static int remove_model(void **state)
{
	char path[64];

	(void)state;
	snprintf(path, sizeof path, "%s/gates.assay", folder);
	return unlink(path) || rmdir(folder) ? -1 : 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_that_are_not_used_change_nothing),
		cmocka_unit_test(shipped_policies_read_what_they_use),
	};

	return cmocka_run_group_tests_name("uses", tests, write_model, remove_model);
}
