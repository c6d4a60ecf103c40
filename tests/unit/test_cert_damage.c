/* SPDX-License-Identifier: Apache-2.0 */
/* What becomes of certificates that were cut or changed: each is read or refused, and no byte past
 * its end is looked at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>
#include <openssl/err.h>

#include "certcheck.h"
#include "facts/cert.h"

static struct arena arena;
static struct entity *entity;

/* Read from memory that ends where the certificate does, so that reading past it is seen. */
static bool is_read(struct text der)
{
	struct arena local = { NULL, 0 };
	char *copy = malloc(der.length ? der.length : 1);
	struct cert_result result;

	memcpy(copy, der.at, der.length);
	result = cert_read(&local, entity, (struct text){ copy, der.length }, NULL);
	free(copy);
	assert_true((result.record == NULL) == (result.why != NULL));
	assert_int_equal(ERR_peek_error(), 0);
	for (uint32_t i = 0; result.record && i < CERTIFICATE_FACT_COUNT; i++) {
		const struct value *value = &result.record->values[i];

		assert_int_equal(value->state == STATE_MISSING, certcheck_of_container(
			(enum certificate_fact)i));
		if (value->state == STATE_UNDECODABLE)
			assert_non_null(value->as.text);
	}
	arena_free(&local);
	return result.record;
}

static void a_certificate_cut_anywhere_is_refused(void **state)
{
	(void)state;
	for (int i = 0; i < CERTGEN_KINDS; i++) {
		struct text der = certgen_real(&arena, (enum certgen_kind)i);

		for (uint32_t length = 0; length < der.length; length++)
			assert_false(is_read((struct text){ der.at, length }));
		assert_true(is_read(der));
	}
}

static void a_changed_certificate_is_read_or_refused(void **state)
{
	uint32_t random = 12345, read = 0, rounds = 20000;
	struct text der = TEXT("");

	(void)state;
	for (uint32_t i = 0; i < rounds; i++) {
		char *at;

		if (i % (rounds / CERTGEN_KINDS + 1) == 0)
			der = certgen_real(&arena, (enum certgen_kind)
				(i / (rounds / CERTGEN_KINDS + 1)));
		at = malloc(der.length);
		memcpy(at, der.at, der.length);
		for (uint32_t flips = i % 3 + 1; flips > 0; flips--) {
			random = random * 1664525 + 1013904223;
			at[(random >> 8) % der.length] ^= (char)(1 << (random >> 5 & 7));
		}
		read += is_read((struct text){ at, der.length });
		free(at);
	}
	assert_true(read > rounds / 10 && read < rounds);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_certificate_cut_anywhere_is_refused),
		cmocka_unit_test(a_changed_certificate_is_read_or_refused),
	};
	int failed;

	entity = certificate_entity_new(&arena);
	failed = cmocka_run_group_tests_name("cert damage", tests, NULL, NULL);
	arena_free(&arena);
	return failed;
}
