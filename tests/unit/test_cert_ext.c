/* SPDX-License-Identifier: Apache-2.0 */
/* Extensions: there, not there, there twice, or not what they should be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"

enum { ID_SKI = 14, ID_KU = 15, ID_SAN = 17, ID_BASIC = 19, ID_AKI = 35, ID_EKU = 37 };

static struct arena arena;

static struct text hex(const char *digits)
{
	return certgen_hex(&arena, digits);
}

/* A fact of a certificate with this list of extensions. */
static struct value fact_in(struct text list, enum certificate_fact fact)
{
	struct certgen parts = certgen_parts(&arena);

	parts.extensions = certgen_extensions(&arena, list);
	return certcheck_fact(&arena, certgen_build(&arena, &parts), fact);
}

static struct value fact_of(uint8_t id, struct text value, enum certificate_fact fact)
{
	return fact_in(certgen_extension(&arena, id, value), fact);
}

static void key_usage_is_read_bit_by_bit(void **state)
{
	static const struct {
		const char *digits;
		int64_t mask;           /* -1: undecodable */
	} rows[] = {
		{ "03 02 00 a0", 5 }, { "03 02 07 80", 1 }, { "03 03 07 00 80", 256 },
		{ "03 03 00 ff 80", 511 }, { "03 01 00", 0 }, { "03 02 07 00", 0 },
		{ "03 02 01 06", 96 }, { "03 04 00 80 00 ff", 1 },
		{ "03 02 07 ff", -1 }, { "03 00", -1 }, { "03 02 08 00", -1 },
		{ "03 01 01", -1 }, { "05 00", -1 }, { "", -1 },
		{ "03 02 00 a0 00", -1 }, { "23 80 00 00", -1 }, { "04 02 00 a0", -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct value value = fact_of(ID_KU, hex(rows[i].digits), CERTIFICATE_KEY_USAGE);

		if (rows[i].mask >= 0)
			certcheck_number(value, rows[i].mask);
		else
			certcheck_flaw(value, "key usage: ");
	}
}

static void purposes_are_a_set_of_identifiers(void **state)
{
	struct text two = hex("30 14 06 08 2b 06 01 05 05 07 03 02 06 08 2b 06 01 05 05 07 03 01");

	(void)state;
	certcheck_members(fact_of(ID_EKU, two, CERTIFICATE_EXTENDED_KEY_USAGE),
	                  "1.3.6.1.5.5.7.3.2,1.3.6.1.5.5.7.3.1");
	certcheck_members(fact_of(ID_EKU, hex("30 06 06 04 55 1d 25 00"),
	                          CERTIFICATE_EXTENDED_KEY_USAGE), "2.5.29.37.0");
	certcheck_members(fact_of(ID_EKU, hex("30 00"), CERTIFICATE_EXTENDED_KEY_USAGE), "");
	certcheck_flaw(fact_of(ID_EKU, TEXT(""), CERTIFICATE_EXTENDED_KEY_USAGE), "missing");
	certcheck_flaw(fact_of(ID_EKU, hex("30 02 05 00"), CERTIFICATE_EXTENDED_KEY_USAGE),
	               "another kind");
	certcheck_flaw(fact_of(ID_EKU, hex("30 03 06 01 80"), CERTIFICATE_EXTENDED_KEY_USAGE),
	               "object identifier");
	certcheck_flaw(fact_of(ID_EKU, hex("30 80 00 00"), CERTIFICATE_EXTENDED_KEY_USAGE),
	               "indefinite");
}

static void more_than_256_members_are_undecodable(void **state)
{
	struct text oid = hex("06 01 2a"), name = hex("82 01 61");
	struct text full = certgen_item(&arena, 0x30, certgen_repeat(&arena, oid, 256));
	struct text over = certgen_item(&arena, 0x30, certgen_repeat(&arena, oid, 10000));
	struct text names = certgen_item(&arena, 0x30, CERTGEN_JOIN(&arena,
		certgen_repeat(&arena, name, 10000), hex("81 01 62")));
	struct value value = fact_of(ID_EKU, full, CERTIFICATE_EXTENDED_KEY_USAGE);

	(void)state;
	certcheck_state(value, STATE_PRESENT);
	assert_int_equal(value.as.list->count, 256);
	certcheck_flaw(fact_of(ID_EKU, over, CERTIFICATE_EXTENDED_KEY_USAGE), "more than 256");
	certcheck_flaw(fact_of(ID_SAN, names, CERTIFICATE_DNS_NAMES), "more than 256");
	certcheck_members(fact_of(ID_SAN, names, CERTIFICATE_EMAIL_ADDRESSES), "b");
}

static void basic_constraints_tell_authorities(void **state)
{
	static const struct {
		const char *digits;
		int ca;                 /* -1: undecodable */
		int path;               /* -1: undecodable, -2: absent */
	} rows[] = {
		{ "30 00", 0, -2 }, { "30 03 01 01 ff", 1, -2 }, { "30 03 01 01 00", 0, -2 },
		{ "30 06 01 01 ff 02 01 05", 1, 5 }, { "30 03 02 01 00", 0, 0 },
		{ "30 06 01 01 ff 02 01 ff", 1, -1 }, { "30 03 01 01 01", -1, -2 },
		{ "30 02 01 00", -1, -2 }, { "30 07 01 01 ff 02 02 00 05", 1, -1 },
		{ "30 0e 01 01 ff 02 09 01 00 00 00 00 00 00 00 00", 1, -1 },
		{ "30 03 04 01 00", -1, -1 }, { "05 00", -1, -1 }, { "", -1, -1 },
		{ "30 03 01 01 ff 00", -1, -1 }, { "30 06 01 01 ff 01 01 ff", -1, -1 },
		{ "30 04 01 01 ff", -1, -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct text value = hex(rows[i].digits);
		struct value ca = fact_of(ID_BASIC, value, CERTIFICATE_CA);
		struct value path = fact_of(ID_BASIC, value, CERTIFICATE_PATH_LENGTH);

		if (rows[i].ca >= 0)
			certcheck_number(ca, rows[i].ca);
		else
			certcheck_flaw(ca, "basic constraints: ");
		if (rows[i].path >= 0)
			certcheck_number(path, rows[i].path);
		else if (rows[i].path == -1)
			certcheck_flaw(path, "basic constraints: ");
		else
			certcheck_state(path, STATE_ABSENT);
	}
}

static void key_ids_are_hexadecimal(void **state)
{
	(void)state;
	certcheck_text(fact_of(ID_SKI, hex("04 03 00 ab cd"), CERTIFICATE_SUBJECT_KEY_ID), "00abcd");
	certcheck_text(fact_of(ID_SKI, hex("04 00"), CERTIFICATE_SUBJECT_KEY_ID), "");
	certcheck_text(fact_of(ID_AKI, hex("30 02 80 00"), CERTIFICATE_AUTHORITY_KEY_ID), "");
	certcheck_state(fact_of(ID_AKI, hex("30 00"), CERTIFICATE_AUTHORITY_KEY_ID), STATE_ABSENT);
	certcheck_flaw(fact_of(ID_SKI, hex("00 ab cd"), CERTIFICATE_SUBJECT_KEY_ID), "subject key");
	certcheck_text(fact_of(ID_AKI, hex("30 04 80 02 be ef"), CERTIFICATE_AUTHORITY_KEY_ID),
	               "beef");
	certcheck_text(fact_of(ID_AKI, hex("30 09 80 02 be ef a1 00 82 01 05"),
	                       CERTIFICATE_AUTHORITY_KEY_ID), "beef");
	certcheck_state(fact_of(ID_AKI, hex("30 00"), CERTIFICATE_AUTHORITY_KEY_ID), STATE_ABSENT);
	certcheck_flaw(fact_of(ID_AKI, hex("30 02 85 00"), CERTIFICATE_AUTHORITY_KEY_ID),
	               "another kind");
	certcheck_flaw(fact_of(ID_AKI, TEXT(""), CERTIFICATE_AUTHORITY_KEY_ID), "missing");
}

static void alternative_names_are_told_apart(void **state)
{
	struct text value = CERTGEN_SEQUENCE(&arena,
		certgen_item(&arena, 0x82, TEXT("b.example.org")),
		certgen_item(&arena, 0x81, TEXT("x@example.org")),
		certgen_item(&arena, 0x82, TEXT("*.a.example.org")),
		certgen_item(&arena, 0x86, TEXT("https://example.org")),
		hex("87 04 c0 00 02 01"), hex("88 02 2a 03"), hex("a4 02 30 00"),
		hex("a0 12 06 0a 2b 06 01 04 01 82 37 14 02 03 a0 04 0c 02 75 40"),
		hex("a0 09 06 03 2a 03 04 a0 02 05 00"));

	(void)state;
	certcheck_members(fact_of(ID_SAN, value, CERTIFICATE_DNS_NAMES),
	                  "b.example.org,*.a.example.org");
	certcheck_members(fact_of(ID_SAN, value, CERTIFICATE_EMAIL_ADDRESSES), "x@example.org");
	certcheck_members(fact_of(ID_SAN, value, CERTIFICATE_URIS), "https://example.org");
	certcheck_members(fact_of(ID_SAN, value, CERTIFICATE_IP_ADDRESSES), "192.0.2.1");
	certcheck_members(fact_of(ID_SAN, value, CERTIFICATE_UPNS), "u@");
	certcheck_state(fact_of(ID_SAN, hex("30 00"), CERTIFICATE_DNS_NAMES), STATE_ABSENT);
	certcheck_state(fact_of(ID_SAN, hex("30 02 81 00"), CERTIFICATE_DNS_NAMES), STATE_ABSENT);
	certcheck_members(fact_of(ID_SAN, hex("30 02 82 00"), CERTIFICATE_DNS_NAMES), "");
}

static void addresses_are_written_as_rfc_5952_wants(void **state)
{
	static const struct {
		const char *digits, *text;
	} rows[] = {
		{ "20 01 0d b8 00 00 00 00 00 01 00 00 00 00 00 01", "2001:db8::1:0:0:1" },
		{ "20 01 0d b8 00 00 00 01 00 00 00 00 00 00 00 01", "2001:db8:0:1::1" },
		{ "20 01 0d b8 00 00 00 01 00 01 00 01 00 01 00 01", "2001:db8:0:1:1:1:1:1" },
		{ "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00", "::" },
		{ "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01", "::1" },
		{ "00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00", "1::" },
		{ "fe 80 00 01 00 02 00 03 00 04 00 05 00 00 00 00", "fe80:1:2:3:4:5::" },
		{ "0f ff 0f ff 0f ff 0f ff 0f ff 0f ff 0f ff 0f ff",
		  "fff:fff:fff:fff:fff:fff:fff:fff" },
		{ "00 00 00 00 00 03 00 04 00 05 00 06 00 07 00 08", "::3:4:5:6:7:8" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		certcheck_members(fact_of(ID_SAN, CERTGEN_SEQUENCE(&arena,
			certgen_item(&arena, 0x87, hex(rows[i].digits))),
			CERTIFICATE_IP_ADDRESSES), rows[i].text);
}

static void one_bad_name_spoils_its_own_kind_only(void **state)
{
	static const struct {
		const char *digits;
		enum certificate_fact fact;
		const char *why;
	} rows[] = {
		{ "82 03 61 00 62", CERTIFICATE_DNS_NAMES, "IA5String holds 0x00 at byte 1" },
		{ "82 01 e4", CERTIFICATE_DNS_NAMES, "IA5String holds 0xe4" },
		{ "81 01 ff", CERTIFICATE_EMAIL_ADDRESSES, "IA5String holds 0xff" },
		{ "87 05 01 02 03 04 05", CERTIFICATE_IP_ADDRESSES, "5 octets" },
		{ "87 00", CERTIFICATE_IP_ADDRESSES, "0 octets" },
		{ "a0 10 06 0a 2b 06 01 04 01 82 37 14 02 03 a0 02 05 00",
		  CERTIFICATE_UPNS, "not a string" },
		{ "a0 00", CERTIFICATE_UPNS, "missing" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct text value = CERTGEN_SEQUENCE(&arena, hex(rows[i].digits),
			certgen_item(&arena, 0x86, TEXT("u:")));

		certcheck_flaw(fact_of(ID_SAN, value, rows[i].fact), rows[i].why);
		certcheck_members(fact_of(ID_SAN, value, CERTIFICATE_URIS), "u:");
	}
	certcheck_flaw(fact_of(ID_SAN, hex("30 02 89 00"), CERTIFICATE_URIS), "another kind");
	certcheck_flaw(fact_of(ID_SAN, hex("30 02 82 05"), CERTIFICATE_URIS), "past the end");
}

static void an_extension_that_is_there_twice_is_duplicate(void **state)
{
	struct text san = certgen_extension(&arena, ID_SAN, hex("30 03 82 01 61"));
	struct text eku = certgen_extension(&arena, ID_EKU, hex("30 03 06 01 2a"));
	struct text basic = certgen_extension(&arena, ID_BASIC, hex("30 00"));
	struct text unknown = certgen_extension(&arena, 99, TEXT(""));
	struct text list = CERTGEN_JOIN(&arena, san, eku, basic, unknown, san, unknown, basic);
	struct text purposes = CERTGEN_JOIN(&arena, eku, certgen_extension(&arena, ID_EKU,
		hex("30 03 06 01 2b")), eku);
	struct value value = fact_in(purposes, CERTIFICATE_EXTENDED_KEY_USAGE);

	(void)state;
	certcheck_state(fact_in(list, CERTIFICATE_DNS_NAMES), STATE_DUPLICATE);
	certcheck_state(fact_in(list, CERTIFICATE_IP_ADDRESSES), STATE_DUPLICATE);
	certcheck_state(fact_in(list, CERTIFICATE_CA), STATE_DUPLICATE);
	certcheck_state(fact_in(list, CERTIFICATE_PATH_LENGTH), STATE_DUPLICATE);
	certcheck_members(fact_in(list, CERTIFICATE_EXTENDED_KEY_USAGE), "1.2");
	certcheck_state(fact_in(list, CERTIFICATE_KEY_USAGE), STATE_ABSENT);
	certcheck_state(value, STATE_DUPLICATE);
	assert_string_equal(value.as.text, "extended key usage: the extension is there 3 times, "
	                    "where one is allowed");
	certcheck_state(fact_in(purposes, CERTIFICATE_PURPOSES_DISAGREE), STATE_PRESENT);
}

static void critical_may_be_said_or_not(void **state)
{
	(void)state;
	certcheck_number(fact_in(hex("30 0f 06 03 55 1d 13 01 01 00 04 05 30 03 01 01 ff"),
	                         CERTIFICATE_CA), 1);
	certcheck_number(fact_in(hex("30 0f 06 03 55 1d 13 01 01 ff 04 05 30 03 01 01 ff"),
	                         CERTIFICATE_CA), 1);
	certcheck_number(fact_in(hex("30 0a 06 03 2a 03 04 01 01 ff 04 00"), CERTIFICATE_CA), 0);
}

/* A list that can't be read to its end may hide a second extension of any kind. */
static void a_broken_list_tells_nothing(void **state)
{
	struct text basic = certgen_extension(&arena, ID_BASIC, hex("30 00"));
	static const char *const tails[] = {
		"30 80 00 00", "05 00", "30 03 06 01 2a", "30 08 06 01 2a 04 00 04 01 00",
		"30 05 06 01 2a 05 00", "30 07 06 01 2a 24 02 04 00",
	};

	(void)state;
	for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
		struct text list = CERTGEN_JOIN(&arena, basic, hex(tails[i]));

		certcheck_flaw(fact_in(list, CERTIFICATE_CA), "extensions: ");
		certcheck_flaw(fact_in(list, CERTIFICATE_KEY_USAGE), "extensions: ");
	}
	certcheck_number(fact_in(TEXT(""), CERTIFICATE_CA), 0);
}

static void deep_and_many_extensions_are_passed_in_time(void **state)
{
	struct text deep = TEXT("\x05\x00"), many;

	(void)state;
	for (int i = 0; i < 300; i++)
		deep = certgen_item(&arena, 0x30, deep);
	certcheck_number(fact_of(99, deep, CERTIFICATE_CA), 0);
	certcheck_flaw(fact_of(ID_EKU, deep, CERTIFICATE_EXTENDED_KEY_USAGE), "another kind");
	many = certgen_repeat(&arena, certgen_extension(&arena, 99, TEXT("x")), 10000);
	certcheck_number(fact_in(many, CERTIFICATE_CA), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(key_usage_is_read_bit_by_bit),
		cmocka_unit_test(purposes_are_a_set_of_identifiers),
		cmocka_unit_test(more_than_256_members_are_undecodable),
		cmocka_unit_test(basic_constraints_tell_authorities),
		cmocka_unit_test(key_ids_are_hexadecimal),
		cmocka_unit_test(alternative_names_are_told_apart),
		cmocka_unit_test(addresses_are_written_as_rfc_5952_wants),
		cmocka_unit_test(one_bad_name_spoils_its_own_kind_only),
		cmocka_unit_test(an_extension_that_is_there_twice_is_duplicate),
		cmocka_unit_test(critical_may_be_said_or_not),
		cmocka_unit_test(a_broken_list_tells_nothing),
		cmocka_unit_test(deep_and_many_extensions_are_passed_in_time),
	};
	int failed = cmocka_run_group_tests_name("cert ext", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
