/* SPDX-License-Identifier: Apache-2.0 */
/* A request gives what it asks for, and says of all else that its issuer decides. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certgen.h"
#include "facts/cert.h"

static struct arena arena;

#define EXTENSION_REQUEST "06 09 2a 86 48 86 f7 0d 01 09 0e"
#define MICROSOFT_EXTENSIONS "06 0a 2b 06 01 04 01 82 37 02 01 0e"
#define SERVER_AUTH "30 0a 06 08 2b 06 01 05 05 07 03 01"

/* An attribute that asks for one extension, the purposes of the key. */
static struct text asking(const char *oid)
{
	struct text purposes = CERTGEN_SEQUENCE(&arena, certgen_hex(&arena, "06 03 55 1d 25"),
		certgen_item(&arena, 0x04, certgen_hex(&arena, SERVER_AUTH)));

	return CERTGEN_SEQUENCE(&arena, certgen_hex(&arena, oid),
		certgen_item(&arena, 0x31, CERTGEN_SEQUENCE(&arena, purposes)));
}

/* A request with these attributes, [0] with its header. */
static struct text request(struct text attributes)
{
	struct certgen parts = certgen_parts(&arena);

	return CERTGEN_SEQUENCE(&arena,
		CERTGEN_SEQUENCE(&arena, certgen_hex(&arena, "02 01 00"), parts.subject, parts.key,
		                 attributes),
		parts.outer, parts.signature);
}

static struct text attributes(struct text list)
{
	return certgen_item(&arena, 0xa0, list);
}

static struct record *read_request(struct text der)
{
	return cert_read_request(&arena, certificate_entity_new(&arena), der, NULL).record;
}

static void subject_and_key_are_known(void **state)
{
	struct certgen parts = certgen_parts(&arena);
	struct record *made = cert_read(&arena, certificate_entity_new(&arena),
	                                certgen_build(&arena, &parts), NULL).record;
	static const enum certificate_fact same[] = { CERTIFICATE_SUBJECT, CERTIFICATE_SUBJECT_NAME,
		CERTIFICATE_COMMON_NAME };
	struct record *record = read_request(request(attributes(TEXT(""))));

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
		assert_true(text_equal(value_as_text(&record->values[same[i]]),
		                       value_as_text(&made->values[same[i]])));
	assert_int_equal(record->values[CERTIFICATE_KEY_BITS].as.number,
	                 made->values[CERTIFICATE_KEY_BITS].as.number);
}

static void requested_extensions_are_known_and_no_others(void **state)
{
	static const char *const oids[] = { EXTENSION_REQUEST, MICROSOFT_EXTENSIONS };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct record *record = read_request(request(attributes(asking(oids[i]))));
		const struct value *purposes = &record->values[CERTIFICATE_EXTENDED_KEY_USAGE];
		const struct value *ca = &record->values[CERTIFICATE_CA];

		assert_int_equal(purposes->state, STATE_PRESENT);
		assert_true(text_equal(value_as_text(&purposes->as.list->items[0]),
		                       TEXT("1.3.6.1.5.5.7.3.1")));
		assert_int_equal(ca->state, STATE_MISSING);
		assert_string_equal(ca->as.text,
		                    "the request does not ask for it; its issuer decides");
	}
}

static void the_provider_that_windows_names_is_known(void **state)
{
	/* "Microsoft Platform Crypto Provider" and its first word. */
	static const char *const names[] = {
		"00 4d 00 69 00 63 00 72 00 6f 00 73 00 6f 00 66 00 74 00 20 00 50 00 6c 00 61 00 74"
		"00 66 00 6f 00 72 00 6d 00 20 00 43 00 72 00 79 00 70 00 74 00 6f 00 20 00 50 00 72"
		"00 6f 00 76 00 69 00 64 00 65 00 72", "00 4d 00 69 00 63 00 72 00 6f" };
	struct record *records[2];

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct text value = CERTGEN_SEQUENCE(&arena, certgen_hex(&arena, "02 01 01"),
			certgen_item(&arena, 0x1e, certgen_hex(&arena, names[i])),
			certgen_hex(&arena, "03 01 00"));

		records[i] = read_request(request(attributes(CERTGEN_SEQUENCE(&arena,
			certgen_hex(&arena, "06 0a 2b 06 01 04 01 82 37 0d 02 02"),
			certgen_item(&arena, 0x31, value)))));
	}
	assert_int_equal(records[0]->values[CERTIFICATE_KEY_PROVIDER_KIND].as.number,
	                 CERTIFICATE_PROVIDER_IS_KSP);
	assert_true(text_equal(value_as_text(&records[1]->values[CERTIFICATE_KEY_PROVIDER]),
	                       TEXT("Micro")));
	assert_int_equal(records[1]->values[CERTIFICATE_KEY_PROVIDER_KIND].state, STATE_MISSING);
}

static void what_the_issuer_decides_is_missing(void **state)
{
	static const enum certificate_fact facts[] = { CERTIFICATE_SERIAL, CERTIFICATE_ISSUER,
		CERTIFICATE_VALID_UNTIL, CERTIFICATE_SIGNATURE_DIGEST, CERTIFICATE_SHA256 };
	struct record *record = read_request(request(TEXT("")));

	(void)state;
	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
		assert_int_equal(record->values[facts[i]].state, STATE_MISSING);
		assert_string_equal(record->values[facts[i]].as.text,
		                    "this is a request; its issuer decides");
	}
}

static void only_wanted_facts_are_read(void **state)
{
	uint64_t wanted[CERTIFICATE_MASK] = { 0 };
	struct record *record;

	(void)state;
	wanted[CERTIFICATE_KEY_BITS / 64] |= (uint64_t)1 << CERTIFICATE_KEY_BITS % 64;
	record = cert_read_request(&arena, certificate_entity_new(&arena),
	                           request(TEXT("")), wanted).record;
	assert_int_equal(record->values[CERTIFICATE_KEY_BITS].state, STATE_PRESENT);
	assert_int_equal(record->values[CERTIFICATE_SUBJECT].state, STATE_MISSING);
}

static void broken_attributes_spoil_the_extensions_only(void **state)
{
	struct text twice = CERTGEN_JOIN(&arena, asking(EXTENSION_REQUEST),
	                                 asking(MICROSOFT_EXTENSIONS));
	struct text lists[] = { twice, certgen_hex(&arena, "30 03 02 01 01"),
	                        certgen_hex(&arena, "31 00") };

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		struct record *record = read_request(request(attributes(lists[i])));

		assert_int_equal(record->values[CERTIFICATE_EXTENDED_KEY_USAGE].state,
		                 STATE_UNDECODABLE);
		assert_int_equal(record->values[CERTIFICATE_SUBJECT].state, STATE_PRESENT);
	}
}

static void what_is_not_laid_out_as_a_request_is_refused(void **state)
{
	struct text whole = request(TEXT(""));
	struct text wrong[] = { TEXT(""), { whole.at, whole.length - 1 },
		CERTGEN_JOIN(&arena, whole, TEXT("\0")), request(certgen_hex(&arena, "a1 00")),
		certgen_hex(&arena, "30 00") };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct cert_result result = cert_read_request(&arena,
			certificate_entity_new(&arena), wrong[i], NULL);

		assert_null(result.record);
		assert_non_null(result.why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(subject_and_key_are_known),
		cmocka_unit_test(requested_extensions_are_known_and_no_others),
		cmocka_unit_test(the_provider_that_windows_names_is_known),
		cmocka_unit_test(what_the_issuer_decides_is_missing),
		cmocka_unit_test(only_wanted_facts_are_read),
		cmocka_unit_test(broken_attributes_spoil_the_extensions_only),
		cmocka_unit_test(what_is_not_laid_out_as_a_request_is_refused),
	};
	int failed = cmocka_run_group_tests_name("cert_request", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
