/* SPDX-License-Identifier: Apache-2.0 */
/* The machine: nothing is allocated for a record, whatever is known of it; and results beyond the bound on nodes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "code/verify.h"
#include "jobs/load.h"
#include "model/certificate.h"
#include "vm/vm.h"

struct machine {
	struct arena arena;
	struct load load;
	struct program program;
	struct model *model;
	struct vm *vm;
	uint32_t results[VM_NOTSELECTED + 1];
	uint32_t named;
};

static void on_finding(struct vm *vm, const struct vm_finding *finding, void *user)
{
	struct machine *m = user;

	(void)vm;
	m->results[finding->result]++;
	m->named += finding->named_count;
}

static void machine_open(struct machine *m, const char *policy)
{
	struct image_trouble why;
	struct vm_options options = { .now = 1790000000, .on_finding = on_finding, .user = m };

	*m = (struct machine){ .named = 0 };
	load_init(&m->load, &m->arena);
	load_text(&m->load, TEXT("test.assay"), text_from(policy), NULL);
	assert_true(load_compile(&m->load, &m->program));
	assert_true(verify_program(&m->program, &m->arena, &why));
	m->model = program_model(&m->program, &m->arena);
	m->vm = vm_new(&m->arena, &m->program, m->model, world_new(&m->arena, m->model), &options);
	vm_prepare(m->vm);
}

static const char two_rules[] =
	"language 1\n"
	"policy made 1 \"x\"\n"
	"rule a.b on certificate \"x\"\n"
	"  when key.algorithm = rsa\n"
	"  unless [old] valid-from < 2020-01-01 \"x\"\n"
	"  require key.bits >= 2048 bits\n"
	"  require valid-from < valid-until\n"
	"  caution when key.bits > 8192 bits \"x\"\n"
	"rule c.d on certificate \"x\"\n"
	"  require extended-key-usage is absent or extended-key-usage includes server-auth\n"
	"  require ca or self-issued\n";

static struct record *certificate(struct machine *m, uint32_t known)
{
	struct record *r = record_new(&m->arena, m->model->certificate);

	if (known & 1)
		r->values[CERTIFICATE_KEY_ALGORITHM] =
			value_number(TYPE_CHOICE, CERTIFICATE_KEY_IS_RSA);
	if (known & 2)
		r->values[CERTIFICATE_KEY_BITS] = value_number(TYPE_INTEGER, known & 16 ? 1024 : 4096);
	if (known & 4)
		r->values[CERTIFICATE_VALID_FROM] = value_number(TYPE_DATE, 1700000000);
	if (known & 8)
		r->values[CERTIFICATE_VALID_UNTIL] = value_number(TYPE_DATE, 1800000000);
	if (known & 16)
		r->values[CERTIFICATE_CA] = value_in_state(STATE_UNDECODABLE, "x");
	return r;
}

/* malloc counts for the whole program: glibc's own entry stands behind it. The address sanitizer has a
 * malloc of its own, which is left alone. */
static unsigned long allocations;

#ifndef __SANITIZE_ADDRESS__
extern void *__libc_malloc(size_t size);

void *malloc(size_t size)
{
	allocations++;
	return __libc_malloc(size);
}
#endif

static void nothing_is_allocated_for_a_record(void **state)
{
	struct record *records[32];
	struct machine m;
	unsigned long before;
	size_t used;

	(void)state;
	machine_open(&m, two_rules);
	for (uint32_t i = 0; i < 32; i++)
		records[i] = certificate(&m, i);
	before = allocations;
	used = m.arena.used;
	for (uint32_t round = 0; round < 100; round++)
		for (uint32_t i = 0; i < 32; i++)
			vm_record(m.vm, records[i]);
	assert_int_equal(allocations, before);
	assert_int_equal(m.arena.used, used);
	assert_true(m.results[VM_FAIL] > 0);
	assert_true(m.results[VM_UNKNOWN] > 0);
	assert_true(m.results[VM_ERROR] > 0);
	assert_true(m.named > 0);
	arena_free(&m.arena);
}

static void a_missing_fact_is_named_only_where_it_matters(void **state)
{
	struct record *record;
	struct machine m;

	(void)state;
	machine_open(&m, two_rules);
	/* A short RSA key: it fails or is exempt, and only the date from which it is valid tells. */
	record = certificate(&m, 1 | 8);
	record->values[CERTIFICATE_KEY_BITS] = value_number(TYPE_INTEGER, 1024);
	record->values[CERTIFICATE_EXTENDED_KEY_USAGE] = value_in_state(STATE_ABSENT, NULL);
	record->values[CERTIFICATE_CA] = value_number(TYPE_BOOL, 1);
	vm_record(m.vm, record);
	assert_int_equal(m.results[VM_UNKNOWN], 1);
	assert_int_equal(m.named, 1);
	assert_int_equal(m.results[VM_PASS], 1);
	arena_free(&m.arena);
}

/* Each name has its purpose: a diagram that must remember all names until it comes to the purposes. */
static const char *wide_policy(struct buffer *text, int pairs)
{
	buffer_string(text, "language 1\npolicy wide 1 \"x\"\nrule a.b on certificate \"x\"\n"
	              "  when dns-names is present\n  when extended-key-usage is present\n");
	for (int i = 0; i < pairs; i++)
		buffer_printf(text, "  require ((dns-names includes \"n%d\" and "
		              "extended-key-usage includes 1.3.%d) or (dns-names excludes \"n%d\" "
		              "and extended-key-usage excludes 1.3.%d))\n", i, i, i, i);
	return text->at;
}

static struct value set_of(struct machine *m, enum type type, const char *member)
{
	struct list *list = arena_alloc(&m->arena, sizeof *list);
	struct value *item = arena_alloc(&m->arena, sizeof *item);

	*item = value_text(type, text_from(member));
	list->items = item;
	list->count = 1;
	return value_list(TYPE_SET, list);
}

static void a_rule_beyond_the_bound_is_decided_clause_by_clause(void **state)
{
	struct buffer small = { 0 }, wide = { 0 };
	struct record *record;
	struct machine m;

	(void)state;
	machine_open(&m, wide_policy(&small, 8));
	assert_int_equal(m.program.check[0].approximate, 0);
	assert_int_equal(m.load.diags.count, 0);
	arena_free(&m.arena);
	machine_open(&m, wide_policy(&wide, 13));
	assert_int_equal(m.program.check[0].approximate, 1);
	assert_int_equal(m.load.diags.first->code, MSG_W0402);
	record = certificate(&m, 0);
	record->values[CERTIFICATE_DNS_NAMES] = set_of(&m, TYPE_TEXT, "n3");
	record->values[CERTIFICATE_EXTENDED_KEY_USAGE] = set_of(&m, TYPE_OID, "1.3.3");
	vm_record(m.vm, record);
	assert_int_equal(m.results[VM_PASS], 1);
	record->values[CERTIFICATE_EXTENDED_KEY_USAGE] = set_of(&m, TYPE_OID, "1.3.4");
	vm_record(m.vm, record);
	assert_int_equal(m.results[VM_FAIL], 1);
	record->values[CERTIFICATE_EXTENDED_KEY_USAGE] = value_in_state(STATE_MISSING, NULL);
	vm_record(m.vm, record);
	assert_int_equal(m.results[VM_UNKNOWN], 1);
	arena_free(&m.arena);
	buffer_done(&small);
	buffer_done(&wide);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_allocated_for_a_record),
		cmocka_unit_test(a_missing_fact_is_named_only_where_it_matters),
		cmocka_unit_test(a_rule_beyond_the_bound_is_decided_clause_by_clause),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
