/* SPDX-License-Identifier: Apache-2.0 */
/* Facts that come from containers; the providers of Windows by their names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "facts/provider.h"
#include "forms/container.h"

static struct arena arena;

static const struct value *note(struct container container, enum certificate_fact fact)
{
	struct record *record = record_new(&arena, certificate_entity_new(&arena));

	container_note(record, &container);
	return &record->values[fact];
}

static void providers_are_known_by_name(void **state)
{
	static const struct {
		const char *name;
		int kind;               /* -1: not known */
	} rows[] = {
		{ "Microsoft Software Key Storage Provider", CERTIFICATE_PROVIDER_IS_KSP },
		{ "Acme key storage provider", CERTIFICATE_PROVIDER_IS_KSP },
		{ "Microsoft Platform Crypto Provider", CERTIFICATE_PROVIDER_IS_KSP },
		{ "Microsoft RSA SChannel Cryptographic Provider", CERTIFICATE_PROVIDER_IS_CSP },
		{ "MICROSOFT STRONG CRYPTOGRAPHIC PROVIDER", CERTIFICATE_PROVIDER_IS_CSP },
		{ "Acme Cryptographic Provider", -1 },
		{ "Key Storage Provider of Acme", -1 },
		{ "", -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct container container = { .key = CONTAINER_KEY_THERE,
		                               .provider = text_from(rows[i].name) };
		const struct value *kind = note(container, CERTIFICATE_KEY_PROVIDER_KIND);

		if (rows[i].kind < 0) {
			assert_int_equal(kind->state, STATE_MISSING);
			continue;
		}
		assert_int_equal(kind->state, STATE_PRESENT);
		assert_int_equal(kind->as.number, rows[i].kind);
	}
}

static void a_provider_that_is_not_named_is_missing(void **state)
{
	struct container container = { .key = CONTAINER_KEY_THERE };

	(void)state;
	assert_int_equal(note(container, CERTIFICATE_KEY_PROVIDER)->state, STATE_MISSING);
	assert_int_equal(note(container, CERTIFICATE_KEY_PROVIDER_KIND)->state, STATE_MISSING);
	assert_int_equal(note(container, CERTIFICATE_PRIVATE_KEY)->as.number, 1);
	assert_int_equal(note(container, CERTIFICATE_KEY_EXPORTABLE)->as.number, 1);
}

static void without_a_key_nothing_of_a_key_is_known(void **state)
{
	struct container none = { .key = CONTAINER_KEY_NONE }, unknown = { .key = 0 };

	(void)state;
	assert_int_equal(note(none, CERTIFICATE_PRIVATE_KEY)->state, STATE_PRESENT);
	assert_int_equal(note(none, CERTIFICATE_PRIVATE_KEY)->as.number, 0);
	assert_int_equal(note(none, CERTIFICATE_PROTECTION)->state, STATE_MISSING);
	assert_int_equal(note(unknown, CERTIFICATE_PRIVATE_KEY)->state, STATE_MISSING);
}

static void a_name_is_absent_only_where_it_could_have_been_read(void **state)
{
	struct container read = { .knows_name = true }, sealed = { .knows_name = false };

	(void)state;
	assert_int_equal(note(read, CERTIFICATE_FRIENDLY_NAME)->state, STATE_ABSENT);
	assert_int_equal(note(sealed, CERTIFICATE_FRIENDLY_NAME)->state, STATE_MISSING);
	sealed.name = TEXT("x");
	assert_int_equal(note(sealed, CERTIFICATE_FRIENDLY_NAME)->state, STATE_PRESENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(providers_are_known_by_name),
		cmocka_unit_test(a_provider_that_is_not_named_is_missing),
		cmocka_unit_test(without_a_key_nothing_of_a_key_is_known),
		cmocka_unit_test(a_name_is_absent_only_where_it_could_have_been_read),
	};
	int failed = cmocka_run_group_tests_name("container", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
