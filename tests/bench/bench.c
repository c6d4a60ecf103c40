/* SPDX-License-Identifier: Apache-2.0 */
/* bench.c - how fast are decisions, on facts already read and typed?
 *
 * One decision is five rules about a certificate and the connection-mode matrix with its note, for one
 * client; reasons are on: every rule reports the facts that it rests on. Beside it, in the same run and
 * over the same records, a hand-written evaluator of the same policy that keeps no reasons.
 *
 * Every call of the allocator is counted; in the measured loop there must be none.
 *
 * usage: bench FOLDER [RECORDS [ROUNDS [only-vm]]]
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "api/handle.h"
#include "jobs/evaluation.h"
#include "model/certificate.h"
#include "vm/vm.h"

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static unsigned long allocations;

void *malloc(size_t size)
{
	allocations++;
	return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	allocations++;
	return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	allocations++;
	return __libc_realloc(old, size);
}

enum { NOW = 1790000000, DAY = 86400, RULES = 6 };
enum { SLOT_ID, SLOT_JOIN, SLOT_NETWORK, SLOT_MODE, SLOT_HAS, SLOT_CERT };

struct bench {
	struct arena arena;
	struct record **records;
	uint32_t count;
	uint64_t random;
	unsigned long results[16];
	unsigned long facts;
	struct text server_auth, client_auth;
};

static uint32_t draw(struct bench *b, uint32_t below)
{
	b->random ^= b->random << 13;
	b->random ^= b->random >> 7;
	b->random ^= b->random << 17;
	return (uint32_t)(b->random >> 33) % below;
}

static struct record *make_certificate(struct bench *b, const struct entity *entity)
{
	static const int64_t bits[] = { 2048, 4096, 2048, 1024, 3072 };
	static const int64_t digests[] = { CERTIFICATE_DIGEST_IS_SHA256, CERTIFICATE_DIGEST_IS_SHA384,
	                                   CERTIFICATE_DIGEST_IS_SHA1 };
	struct record *record = record_new(&b->arena, entity);
	struct value *purposes = arena_array(&b->arena, 2, sizeof *purposes);
	struct list *list = arena_alloc(&b->arena, sizeof *list);
	int64_t from = NOW - (int64_t)draw(b, 700) * DAY;

	purposes[0] = value_text(TYPE_OID, b->client_auth);
	purposes[1] = value_text(TYPE_OID, b->server_auth);
	list->items = purposes;
	list->count = 1 + (draw(b, 4) != 0);
	record->values[CERTIFICATE_KEY_BITS] = value_number(TYPE_INTEGER, bits[draw(b, 5)]);
	record->values[CERTIFICATE_EXTENDED_KEY_USAGE] = value_list(TYPE_SET, list);
	record->values[CERTIFICATE_SIGNATURE_DIGEST] = value_number(TYPE_CHOICE, digests[draw(b, 3)]);
	record->values[CERTIFICATE_VALID_FROM] = value_number(TYPE_DATE, from);
	record->values[CERTIFICATE_VALID_UNTIL] =
		value_number(TYPE_DATE, from + (int64_t)(300 + draw(b, 400)) * DAY);
	return record;
}

static void make_records(struct bench *b, const struct model *model)
{
	b->server_auth = TEXT("1.3.6.1.5.5.7.3.1");
	b->client_auth = TEXT("1.3.6.1.5.5.7.3.2");
	b->records = arena_array(&b->arena, b->count, sizeof *b->records);
	for (uint32_t i = 0; i < b->count; i++) {
		struct record *record = record_new(&b->arena, model->stream);

		record->key = TEXT("client");
		record->values[SLOT_ID] = value_text(TYPE_TEXT, record->key);
		record->values[SLOT_JOIN] = value_number(TYPE_CHOICE, draw(b, 4));
		record->values[SLOT_NETWORK] = value_number(TYPE_CHOICE, draw(b, 2));
		record->values[SLOT_MODE] = value_number(TYPE_CHOICE, draw(b, 3));
		record->values[SLOT_HAS] = value_number(TYPE_BOOL, draw(b, 2));
		record->values[SLOT_CERT] = value_record(make_certificate(b, model->certificate));
		b->records[i] = record;
	}
}

static void on_finding(struct vm *vm, const struct vm_finding *finding, void *user)
{
	struct bench *b = user;

	(void)vm;
	b->results[finding->result]++;
	b->facts += finding->asked_count;
}

/* The same policy by hand: how many of the six rules pass. */
static uint32_t by_hand(const struct record *record)
{
	const struct value *v = record->values;
	const struct value *c = v[SLOT_CERT].as.record->values;
	int64_t bits = c[CERTIFICATE_KEY_BITS].as.number;
	int64_t digest = c[CERTIFICATE_SIGNATURE_DIGEST].as.number;
	int64_t from = c[CERTIFICATE_VALID_FROM].as.number;
	int64_t until = c[CERTIFICATE_VALID_UNTIL].as.number;
	const struct list *purposes = c[CERTIFICATE_EXTENDED_KEY_USAGE].as.list;
	int64_t join = v[SLOT_JOIN].as.number, mode = v[SLOT_MODE].as.number;
	bool server = false, allowed;

	for (uint32_t i = 0; i < purposes->count; i++)
		server |= text_equal(value_as_text(&purposes->items[i]), TEXT("1.3.6.1.5.5.7.3.1"));
	if (v[SLOT_NETWORK].as.number == 0)
		allowed = mode == 2 || (mode == 1 && (join >= 2 || v[SLOT_HAS].as.number));
	else
		allowed = join != 2 || mode != 0;
	return (uint32_t)(bits == 2048 || bits == 4096) + server + (until >= NOW) + (from < until)
	     + (digest == CERTIFICATE_DIGEST_IS_SHA256 || digest == CERTIFICATE_DIGEST_IS_SHA384
	        || digest == CERTIFICATE_DIGEST_IS_SHA512) + allowed;
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double best_of_vm(struct bench *b, struct vm *vm, int rounds, unsigned long *allocated)
{
	double best = 1e9;

	for (int round = 0; round < rounds; round++) {
		unsigned long before = allocations;
		double start = seconds(), took;

		for (uint32_t i = 0; i < b->count; i++)
			vm_record(vm, b->records[i]);
		took = seconds() - start;
		*allocated += allocations - before;
		best = took < best ? took : best;
	}
	return best;
}

static double best_by_hand(struct bench *b, int rounds, unsigned long *passes)
{
	double best = 1e9;

	for (int round = 0; round < rounds; round++) {
		double start = seconds(), took;

		*passes = 0;
		for (uint32_t i = 0; i < b->count; i++)
			*passes += by_hand(b->records[i]);
		took = seconds() - start;
		best = took < best ? took : best;
	}
	return best;
}

static int measure(struct bench *b, struct vm *vm, int rounds, bool only_vm)
{
	unsigned long allocated = 0, passes = 0, passed;
	double vm_time = best_of_vm(b, vm, rounds, &allocated), hand_time;

	passed = b->results[VM_PASS] / (unsigned long)rounds;
	printf("decisions of the machine       %8.2f million/s   %6.1f ns each, %5.1f ns a rule\n",
	       b->count / vm_time / 1e6, vm_time * 1e9 / b->count,
	       vm_time * 1e9 / b->count / RULES);
	printf("allocations in %d records      %lu\n", (int)b->count * rounds, allocated);
	if (only_vm)
		return allocated != 0;
	hand_time = best_by_hand(b, rounds, &passes);
	printf("by hand, without reasons       %8.2f million/s   the machine reaches %.0f %% of it\n",
	       b->count / hand_time / 1e6, 100 * hand_time / vm_time);
	if (passes != passed)
		printf("they disagree: %lu and %lu rules pass\n", passed, passes);
	return allocated != 0 || passes != passed;
}

int main(int argc, char **argv)
{
	struct bench b = { .random = 88172645463325252u,
		.count = argc > 2 ? (uint32_t)atoi(argv[2]) : 100000 };
	int rounds = argc > 3 ? atoi(argv[3]) : 20;
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_policy *policy;
	char path[4096];
	const char *why;
	struct evaluation *evaluation;
	int status;

	if (argc < 2 || rounds < 1 || b.count < 1)
		return 64;
	snprintf(path, sizeof path, "%s/decisions.assay", argv[1]);
	if (assay_policy_open(path, &options, &policy) != ASSAY_OK)
		return 3;
	evaluation = evaluation_new(&b.arena, &policy->program, &(struct evaluation_options){
		.now = NOW, .place = TEXT(""), .on_finding = on_finding, .user = &b }, &why);
	make_records(&b, evaluation->model);
	vm_prepare(evaluation->vm);
	status = measure(&b, evaluation->vm, rounds, argc > 4);
	evaluation_done(evaluation);
	arena_free(&b.arena);
	assay_policy_free(policy);
	return status;
}
