/* SPDX-License-Identifier: Apache-2.0 */
/* Every fact against OpenSSL's own accessors, on the machine's root certificates and on ones that
 * OpenSSL made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>
#include <openssl/err.h>

#include "certcheck.h"
#include "forms/forms.h"
#include "opinion.h"

static struct arena arena;
static struct entity *entity;

static void agree(struct text der)
{
	const unsigned char *at = (const unsigned char *)der.at;
	X509 *x509 = d2i_X509(NULL, &at, (long)der.length);
	struct cert_result result = cert_read(&arena, entity, der, NULL);

	assert_non_null(x509);
	if (!result.record)
		fail_msg("refused: %s", result.why);
	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++) {
		struct text theirs = opinion_openssl(&arena, x509,
			(enum certificate_fact)i);
		struct text ours = opinion_ours(&arena, &entity->facts[i],
		                                result.record->values[i]);

		if (!theirs.at)
			assert_true(certcheck_of_container((enum certificate_fact)i)
			            || i == CERTIFICATE_SUBJECT_NAME
			            || i == CERTIFICATE_ISSUER_NAME
			            || i == CERTIFICATE_PURPOSES_DISAGREE);
		else if (!text_equal_folded(ours, theirs))
			fail_msg("%.*s: OpenSSL says `%.*s`, we say `%.*s`",
			         TEXT_ARGS(entity->facts[i].name), TEXT_ARGS(theirs),
			         TEXT_ARGS(ours));
	}
	X509_free(x509);
}

/* Fingerprints are of the bytes; OpenSSL takes those that it would write. */
static bool is_print(uint32_t fact)
{
	return fact == CERTIFICATE_SHA1 || fact == CERTIFICATE_SHA256;
}

/* Of a certificate that was changed: what both see is the same. */
static void agree_where_both_see(struct text der, uint32_t *seen)
{
	const unsigned char *at = (const unsigned char *)der.at;
	X509 *x509 = d2i_X509(NULL, &at, (long)der.length);
	struct arena local = { 0 };
	struct cert_result result = cert_read(&local, entity, der, NULL);

	for (uint32_t i = 0; x509 && result.record && i < CERTIFICATE_FACT_COUNT; i++) {
		struct value value = result.record->values[i];
		struct text theirs = opinion_openssl(&local, x509, (enum certificate_fact)i);
		struct text ours = opinion_ours(&local, &entity->facts[i], value);
		bool comparable = theirs.at && !is_print(i)
			&& (value.state == STATE_PRESENT || value.state == STATE_ABSENT);

		*seen += comparable;
		if (comparable && !text_equal_folded(ours, theirs))
			fail_msg("%.*s: OpenSSL says `%.*s`, we say `%.*s`",
			         TEXT_ARGS(entity->facts[i].name), TEXT_ARGS(theirs),
			         TEXT_ARGS(ours));
	}
	X509_free(x509);
	arena_free(&local);
}

static void changed_certificates_have_the_facts_that_both_see(void **state)
{
	uint32_t random = 99, seen = 0;

	(void)state;
	for (int kind = 0; kind < CERTGEN_KINDS; kind++) {
		struct text der = certgen_real(&arena, (enum certgen_kind)kind);

		for (uint32_t i = 0; i < 3000; i++) {
			char *copy = arena_alloc(&arena, der.length);

			memcpy(copy, der.at, der.length);
			random = random * 1664525 + 1013904223;
			copy[(random >> 8) % der.length] ^= (char)(1 << (random >> 5 & 7));
			agree_where_both_see((struct text){ copy, der.length }, &seen);
		}
	}
	assert_true(seen > 100000);
	ERR_clear_error();
}

static bool agree_on(const struct form_found *found, void *user)
{
	(void)user;
	agree(found->der);
	return true;
}

static void made_certificates_have_the_facts_that_openssl_sees(void **state)
{
	(void)state;
	for (int i = 0; i < CERTGEN_KINDS; i++)
		agree(certgen_real(&arena, (enum certgen_kind)i));
}

static void generated_certificates_have_the_facts_that_openssl_sees(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	agree(certgen_build(&arena, &parts));
	parts.version = TEXT("");
	parts.serial = certgen_hex(&arena, "02 02 ff 7f");
	parts.from = certgen_item(&arena, 0x17, TEXT("2601010000+0130"));
	parts.subject = certgen_item(&arena, 0x30, CERTGEN_JOIN(&arena,
		certgen_attribute(&arena, 3, 0x1e, certgen_hex(&arena, "00 e4 20 ac")),
		certgen_attribute(&arena, 3, 0x14, TEXT("\xe4")),
		certgen_attribute(&arena, 3, 0x0c, TEXT(" a,+\"\\<>;#=\n "))));
	agree(certgen_build(&arena, &parts));
}

static void roots_have_the_facts_that_openssl_sees(void **state)
{
	FILE *file = fopen("/etc/ssl/certs/ca-certificates.crt", "rb");
	struct form_visitor visitor = { .arena = &arena, .found = agree_on };
	enum { MOST = 1 << 22 };
	char *bytes = arena_alloc(&arena, MOST);
	size_t length;

	(void)state;
	if (!file) {
		print_message("# this machine has no root certificates\n");
		skip();
	}
	length = fread(bytes, 1, MOST, file);
	fclose(file);
	assert_true(forms_each((struct text){ bytes, (uint32_t)length }, &visitor));
	assert_int_equal(visitor.refused_count, 0);
	assert_true(visitor.found_count > 0);
}

/* --- names that match, and names that do not --- */

static uint32_t random_number(uint32_t *random, uint32_t below)
{
	*random = *random * 1664525 + 1013904223;
	return (*random >> 8) % below;
}

/* A name of up to two attributes from few letters, so that equal ones are not rare. */
static struct text random_name(uint32_t *random)
{
	static const char letters[] = "aAb ,\t";
	static const uint8_t kinds[] = { 0x0c, 0x13, 0x14, 0x16, 0x1e };
	static const uint8_t types[] = { 3, 10 };
	struct text list = TEXT("");

	for (uint32_t left = random_number(random, 3); left > 0; left--) {
		uint8_t kind = kinds[random_number(random, 5)];
		char value[8];
		uint32_t length = 0;

		for (uint32_t count = random_number(random, 4); count > 0; count--) {
			if (kind == 0x1e)
				value[length++] = 0;
			value[length++] = letters[random_number(random, 6)];
		}
		list = CERTGEN_JOIN(&arena, list, certgen_attribute(&arena,
			types[random_number(random, 2)], kind,
			(struct text){ value, length }));
	}
	return certgen_item(&arena, 0x30, list);
}

static int openssl_matches(struct text a, struct text b)
{
	const unsigned char *at = (const unsigned char *)a.at;
	X509_NAME *first = d2i_X509_NAME(NULL, &at, (long)a.length), *second;
	int matches;

	at = (const unsigned char *)b.at;
	second = d2i_X509_NAME(NULL, &at, (long)b.length);
	assert_non_null(first);
	assert_non_null(second);
	matches = X509_NAME_cmp(first, second) == 0;
	X509_NAME_free(first);
	X509_NAME_free(second);
	return matches;
}

static void names_match_when_openssl_says_so(void **state)
{
	uint32_t random = 1, matches = 0, rounds = 3000;

	(void)state;
	for (uint32_t i = 0; i < rounds; i++) {
		struct certgen parts = certgen_parts(&arena);
		struct cert_result result;
		int expected_match;

		parts.subject = random_name(&random);
		parts.issuer = random_name(&random);
		expected_match = openssl_matches(parts.subject, parts.issuer);
		result = cert_read(&arena, entity, certgen_build(&arena, &parts), NULL);
		assert_non_null(result.record);
		assert_int_equal(result.record->values[CERTIFICATE_SELF_ISSUED].as.number,
		                 expected_match);
		assert_int_equal(text_equal(
			value_as_text(&result.record->values[CERTIFICATE_SUBJECT_NAME]),
			value_as_text(&result.record->values[CERTIFICATE_ISSUER_NAME])),
			expected_match);
		matches += (uint32_t)expected_match;
	}
	assert_true(matches > rounds / 20 && matches < rounds / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(made_certificates_have_the_facts_that_openssl_sees),
		cmocka_unit_test(generated_certificates_have_the_facts_that_openssl_sees),
		cmocka_unit_test(roots_have_the_facts_that_openssl_sees),
		cmocka_unit_test(changed_certificates_have_the_facts_that_both_see),
		cmocka_unit_test(names_match_when_openssl_says_so),
	};
	int failed;

	entity = certificate_entity_new(&arena);
	failed = cmocka_run_group_tests_name("cert agreement", tests, NULL, NULL);
	arena_free(&arena);
	return failed;
}
