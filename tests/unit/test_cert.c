/* SPDX-License-Identifier: Apache-2.0 */
/* Layout, numbers, times and signatures of certificates that were never issued. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"
#include "base/calendar.h"

static struct arena arena;

static struct text hex(const char *digits)
{
	return certgen_hex(&arena, digits);
}

static struct value fact_of(const struct certgen *parts, enum certificate_fact fact)
{
	return certcheck_fact(&arena, certgen_build(&arena, parts), fact);
}

static void a_proper_certificate_has_its_facts(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	certcheck_number(fact_of(&parts, CERTIFICATE_VERSION), 3);
	certcheck_text(fact_of(&parts, CERTIFICATE_SERIAL), "1234");
	certcheck_text(fact_of(&parts, CERTIFICATE_SIGNATURE_ALGORITHM),
	               "sha256WithRSAEncryption");
	certcheck_state(fact_of(&parts, CERTIFICATE_KEY_USAGE), STATE_ABSENT);
	certcheck_state(fact_of(&parts, CERTIFICATE_EXTENDED_KEY_USAGE), STATE_ABSENT);
	certcheck_state(fact_of(&parts, CERTIFICATE_DNS_NAMES), STATE_ABSENT);
	certcheck_state(fact_of(&parts, CERTIFICATE_PATH_LENGTH), STATE_ABSENT);
	certcheck_number(fact_of(&parts, CERTIFICATE_CA), 0);
}

static void every_fact_has_its_declared_type(void **state)
{
	const struct entity *entity = certificate_entity_new(&arena);

	(void)state;
	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++) {
		const struct fact *fact = &entity->facts[i];
		struct value value = certcheck_fact(&arena,
			certgen_real(&arena, CERTGEN_RSA), (enum certificate_fact)i);

		if (certcheck_of_container((enum certificate_fact)i))
			certcheck_state(value, STATE_MISSING);
		else if (value.state == STATE_ABSENT)
			assert_true(fact->flags & FACT_OPTIONAL);
		else
			certcheck_state(value, STATE_PRESENT);
		if (value.state == STATE_PRESENT)
			assert_int_equal(value.type, fact->type);
		assert_int_equal(entity_slot(entity, fact->name), i);
	}
}

static void only_versions_one_to_three_are_known(void **state)
{
	static const struct {
		const char *digits;
		int64_t version;        /* 0: undecodable */
	} rows[] = {
		{ "", 1 }, { "a0 03 02 01 00", 1 }, { "a0 03 02 01 01", 2 },
		{ "a0 03 02 01 02", 3 }, { "a0 03 02 01 03", 0 },
		{ "a0 03 02 01 04", 0 }, { "a0 03 02 01 ff", 0 },
		{ "a0 0b 02 09 01 00 00 00 00 00 00 00 02", 0 },
		{ "a0 04 02 02 00 02", 0 }, { "a0 02 02 00", 0 },
		{ "a0 00", 0 }, { "a0 06 02 01 02 02 01 02", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct certgen parts = certgen_parts(&arena);
		struct value value;

		parts.version = hex(rows[i].digits);
		value = fact_of(&parts, CERTIFICATE_VERSION);
		if (rows[i].version)
			certcheck_number(value, rows[i].version);
		else
			certcheck_flaw(value, "version");
		certcheck_text(fact_of(&parts, CERTIFICATE_SERIAL), "1234");
	}
}

static void extensions_of_version_one_are_read(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	parts.version = TEXT("");
	parts.extensions = certgen_extensions(&arena, certgen_extension(&arena,
		19, hex("30 03 01 01 ff")));
	certcheck_number(fact_of(&parts, CERTIFICATE_VERSION), 1);
	certcheck_number(fact_of(&parts, CERTIFICATE_CA), 1);
}

static void serials_are_octets_in_hexadecimal(void **state)
{
	static const struct {
		const char *digits, *text;      /* NULL: undecodable */
	} rows[] = {
		{ "02 01 00", "00" }, { "02 01 7f", "7f" }, { "02 01 80", "-80" },
		{ "02 01 ff", "-01" }, { "02 02 ff 7f", "-81" },
		{ "02 02 00 80", "80" }, { "02 03 01 00 00", "010000" },
		{ "02 02 00 7f", NULL }, { "02 02 ff ff", NULL }, { "02 00", NULL },
	};
	struct certgen parts = certgen_parts(&arena);
	struct value value;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		parts.serial = hex(rows[i].digits);
		value = fact_of(&parts, CERTIFICATE_SERIAL);
		if (rows[i].text)
			certcheck_text(value, rows[i].text);
		else
			certcheck_flaw(value, "serial: the INTEGER");
	}
	parts.serial = certgen_item(&arena, 0x02,
		certgen_repeat(&arena, TEXT("\x11"), 64));
	assert_int_equal(fact_of(&parts, CERTIFICATE_SERIAL).length, 128);
}

struct time_row {
	const char *kind, *time;
	const char *meaning;            /* or why not */
};

static void check_times(const struct time_row *rows, size_t count, bool good)
{
	for (size_t i = 0; i < count; i++) {
		struct certgen parts = certgen_parts(&arena);
		struct value value;
		int64_t seconds;

		parts.until = certgen_item(&arena,
			rows[i].kind[0] == 'u' ? 0x17 : 0x18, text_from(rows[i].time));
		value = fact_of(&parts, CERTIFICATE_VALID_UNTIL);
		if (good) {
			assert_true(calendar_parse(text_from(rows[i].meaning), &seconds));
			certcheck_number(value, seconds);
			assert_int_equal(value.type, TYPE_DATE);
		} else {
			certcheck_flaw(value, rows[i].meaning);
		}
		certcheck_number(fact_of(&parts, CERTIFICATE_VALID_FROM), 1767225600);
	}
}

static void times_that_mean_one_thing_are_read(void **state)
{
	static const struct time_row rows[] = {
		{ "utc", "491231235959Z", "2049-12-31T23:59:59Z" },
		{ "utc", "500101000000Z", "1950-01-01T00:00:00Z" },
		{ "utc", "2601010000Z", "2026-01-01T00:00:00Z" },
		{ "utc", "260101000000+0130", "2025-12-31T22:30:00Z" },
		{ "utc", "2601010000-0800", "2026-01-01T08:00:00Z" },
		{ "utc", "240229120000Z", "2024-02-29T12:00:00Z" },
		{ "general", "20260101000000Z", "2026-01-01T00:00:00Z" },
		{ "general", "19490101000000Z", "1949-01-01T00:00:00Z" },
		{ "general", "00000101000000Z", "0000-01-01T00:00:00Z" },
		{ "general", "99991231235959Z", "9999-12-31T23:59:59Z" },
		{ "general", "20260101000000.999Z", "2026-01-01T00:00:00Z" },
	};

	(void)state;
	check_times(rows, sizeof rows / sizeof rows[0], true);
}

static void times_that_do_not_are_undecodable(void **state)
{
	static const struct time_row rows[] = {
		{ "utc", "261301000000Z", "no such time" },
		{ "utc", "260230000000Z", "no such time" },
		{ "utc", "230229000000Z", "no such time" },
		{ "utc", "260101240000Z", "no such time" },
		{ "utc", "260101000060Z", "no such time" },
		{ "utc", "260100000000Z", "no such time" },
		{ "utc", "260101000000", "does not end with Z" },
		{ "utc", "260101000000z", "does not end with Z" },
		{ "utc", "260101000000Z ", "does not end with Z" },
		{ "utc", "260101000000.5Z", "does not end with Z" },
		{ "utc", "260101000000+2400", "does not end with Z" },
		{ "utc", "260101000000+01", "does not end with Z" },
		{ "utc", "26010100000Z", "too few digits" },
		{ "utc", "", "too few digits" },
		{ "utc", "26010100-100Z", "too few digits" },
		{ "general", "20260101000000", "does not end with Z" },
		{ "general", "20260101000000.Z", "fraction" },
		{ "general", "2026010100Z", "too few digits" },
		{ "general", "260101000000Z", "no such time" },
		{ "general", "", "too few digits" },
		{ "general", "20261301000000Z", "no such time" },
		{ "general", "20260101000060Z", "no such time" },
	};

	(void)state;
	check_times(rows, sizeof rows / sizeof rows[0], false);
}

static void a_validity_of_other_values_is_undecodable(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	parts.until = hex("02 01 05");
	certcheck_flaw(fact_of(&parts, CERTIFICATE_VALID_UNTIL), "not a time");
	parts.until = TEXT("");
	certcheck_flaw(fact_of(&parts, CERTIFICATE_VALID_UNTIL), "missing");
	parts = certgen_parts(&arena);
	parts.until = CERTGEN_JOIN(&arena, parts.until, parts.until);
	certcheck_flaw(fact_of(&parts, CERTIFICATE_VALID_FROM), "more than two");
}

static void the_end_may_come_before_the_beginning(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	parts.until = certgen_item(&arena, 0x17, TEXT("200101000000Z"));
	certcheck_number(fact_of(&parts, CERTIFICATE_VALID_UNTIL), 1577836800);
}

struct signature_row {
	const char *digits, *name;
	int digest;                     /* -1: undecodable */
};

static void digests_come_from_the_signature_algorithm(void **state)
{
	static const struct signature_row rows[] = {
		{ "30 0d 06 09 2a 86 48 86 f7 0d 01 01 05 05 00", "sha1WithRSAEncryption",
		  CERTIFICATE_DIGEST_IS_SHA1 },
		{ "30 0a 06 08 2a 86 48 ce 3d 04 03 03", "ecdsa-with-SHA384",
		  CERTIFICATE_DIGEST_IS_SHA384 },
		{ "30 05 06 03 2b 65 70", "id-Ed25519", CERTIFICATE_DIGEST_IS_NONE },
		{ "30 0b 06 09 60 86 48 01 65 03 04 03 12", "id-ml-dsa-65",
		  CERTIFICATE_DIGEST_IS_NONE },
		{ "30 0d 06 09 2a 86 48 86 f7 0d 01 01 0a 30 00", "id-RSASSA-PSS",
		  CERTIFICATE_DIGEST_IS_SHA1 },
		{ "30 1e 06 09 2a 86 48 86 f7 0d 01 01 0a 30 11 a0 0f 30 0d 06 09"
		  "60 86 48 01 65 03 04 02 03 05 00", "id-RSASSA-PSS",
		  CERTIFICATE_DIGEST_IS_SHA512 },
		{ "30 0b 06 09 2a 86 48 86 f7 0d 01 01 0a", "id-RSASSA-PSS", -1 },
		{ "30 0f 06 09 2a 86 48 86 f7 0d 01 01 0a a4 02 05 00", "id-RSASSA-PSS", -1 },
		{ "30 07 06 05 2a 03 04 05 06", "1.2.3.4.5.6", -1 },
		{ "30 02 06 00", NULL, -1 },
		{ "30 00", NULL, -1 },
		{ "30 09 06 03 2b 65 70 05 00 05 00", NULL, -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct certgen parts = certgen_parts(&arena);

		parts.inner = parts.outer = hex(rows[i].digits);
		if (rows[i].name)
			certcheck_text(fact_of(&parts, CERTIFICATE_SIGNATURE_ALGORITHM),
			               rows[i].name);
		else
			certcheck_flaw(fact_of(&parts, CERTIFICATE_SIGNATURE_ALGORITHM),
			               "signature algorithm");
		if (rows[i].digest >= 0)
			certcheck_number(fact_of(&parts, CERTIFICATE_SIGNATURE_DIGEST),
			                 rows[i].digest);
		else
			certcheck_flaw(fact_of(&parts, CERTIFICATE_SIGNATURE_DIGEST),
			               "signature algorithm");
	}
}

static void two_signature_algorithms_are_not_believed(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	parts.outer = hex("30 0d 06 09 2a 86 48 86 f7 0d 01 01 05 05 00");
	certcheck_flaw(fact_of(&parts, CERTIFICATE_SIGNATURE_DIGEST), "differ");
	certcheck_flaw(fact_of(&parts, CERTIFICATE_SIGNATURE_ALGORITHM), "differ");
}

static void fingerprints_are_of_all_bytes(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	certcheck_text(fact_of(&parts, CERTIFICATE_SHA1),
	               "d3a1b6351b558994e79faa1a21370e1dbb488c4a");
	certcheck_text(fact_of(&parts, CERTIFICATE_SHA256),
	               "a038399632c945a251b39ded0785953d"
	               "089a16e94d34c21b02c6aba3456ce466");
}

static void what_is_no_certificate_is_refused(void **state)
{
	struct certgen parts = certgen_parts(&arena);
	struct text der = certgen_build(&arena, &parts);
	struct text longer = CERTGEN_JOIN(&arena, der, { "\0", 1 });
	struct text shorter = { der.at, der.length - 1 };

	(void)state;
	certcheck_refusal(&arena, TEXT(""));
	certcheck_refusal(&arena, TEXT("0"));
	certcheck_refusal(&arena, hex("30 00"));
	certcheck_refusal(&arena, TEXT("neither"));
	assert_non_null(strstr(certcheck_refusal(&arena, longer), "bytes follow"));
	assert_non_null(strstr(certcheck_refusal(&arena, shorter), "past the end"));
	parts.serial = TEXT("");
	assert_non_null(strstr(certcheck_refusal(&arena,
		certgen_build(&arena, &parts)), "serial"));
	parts = certgen_parts(&arena);
	parts.extensions = hex("a4 00");
	assert_non_null(strstr(certcheck_refusal(&arena,
		certgen_build(&arena, &parts)), "more here"));
}

/* OpenSSL reads these; the walk does not: the certificate stays, its facts do not. */
static void what_only_openssl_reads_is_undecodable(void **state)
{
	struct certgen parts = certgen_parts(&arena);
	struct text der = certgen_build(&arena, &parts);
	struct text inside = { der.at + 4, der.length - 4 };
	struct text ber = CERTGEN_JOIN(&arena, { "\x30\x80", 2 }, inside, { "\0\0", 2 });
	struct text wide = CERTGEN_JOIN(&arena, { "\x30\x83\0", 3 },
	                                { der.at + 2, der.length - 2 });

	(void)state;
	certcheck_flaw(certcheck_fact(&arena, ber, CERTIFICATE_KEY_BITS), "indefinite");
	certcheck_flaw(certcheck_fact(&arena, wide, CERTIFICATE_KEY_BITS), "longer than DER");
	certcheck_state(certcheck_fact(&arena, ber, CERTIFICATE_SHA256), STATE_PRESENT);
	certcheck_flaw(certcheck_fact(&arena, ber, CERTIFICATE_SELF_ISSUED), "indefinite");
}

static void parts_before_a_flaw_are_read(void **state)
{
	struct certgen parts = certgen_parts(&arena);
	struct text der;

	(void)state;
	parts.subject = CERTGEN_JOIN(&arena, { "\x30\x80", 2 },
		{ parts.subject.at + 2, parts.subject.length - 2 }, { "\0\0", 2 });
	der = certgen_build(&arena, &parts);
	certcheck_text(certcheck_fact(&arena, der, CERTIFICATE_ISSUER), "CN=issuer");
	certcheck_flaw(certcheck_fact(&arena, der, CERTIFICATE_SUBJECT), "indefinite");
	certcheck_flaw(certcheck_fact(&arena, der, CERTIFICATE_KEY_BITS), "indefinite");
	certcheck_flaw(certcheck_fact(&arena, der, CERTIFICATE_CA), "indefinite");
	certcheck_number(certcheck_fact(&arena, der, CERTIFICATE_VALID_FROM), 1767225600);
}

static void a_certificate_has_at_most_4_mebibytes(void **state)
{
	struct text zeros = certgen_repeat(&arena, TEXT("\0"), CERT_MAX + 1);

	(void)state;
	assert_non_null(strstr(certcheck_refusal(&arena, zeros), "larger"));
	arena_reset(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_proper_certificate_has_its_facts),
		cmocka_unit_test(every_fact_has_its_declared_type),
		cmocka_unit_test(only_versions_one_to_three_are_known),
		cmocka_unit_test(extensions_of_version_one_are_read),
		cmocka_unit_test(serials_are_octets_in_hexadecimal),
		cmocka_unit_test(times_that_mean_one_thing_are_read),
		cmocka_unit_test(times_that_do_not_are_undecodable),
		cmocka_unit_test(a_validity_of_other_values_is_undecodable),
		cmocka_unit_test(the_end_may_come_before_the_beginning),
		cmocka_unit_test(digests_come_from_the_signature_algorithm),
		cmocka_unit_test(two_signature_algorithms_are_not_believed),
		cmocka_unit_test(fingerprints_are_of_all_bytes),
		cmocka_unit_test(what_is_no_certificate_is_refused),
		cmocka_unit_test(what_only_openssl_reads_is_undecodable),
		cmocka_unit_test(parts_before_a_flaw_are_read),
		cmocka_unit_test(a_certificate_has_at_most_4_mebibytes),
	};
	int failed = cmocka_run_group_tests_name("cert", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
