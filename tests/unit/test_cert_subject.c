/* SPDX-License-Identifier: Apache-2.0 */
/* Single attributes of names, their kinds of string, and their bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"

enum { UTF8 = 0x0c, PRINTABLE = 0x13, T61 = 0x14, IA5 = 0x16, UNIVERSAL = 0x1c, BMP = 0x1e };
enum { CN = 3, O = 10 };

static struct arena arena;

static struct text hex(const char *digits)
{
	return certgen_hex(&arena, digits);
}

static struct value fact_of(struct text relative_names, enum certificate_fact fact)
{
	struct certgen parts = certgen_parts(&arena);

	parts.subject = certgen_item(&arena, 0x30, relative_names);
	parts.issuer = parts.subject;
	return certcheck_fact(&arena, certgen_build(&arena, &parts), fact);
}

static struct text attribute(uint8_t type, uint8_t kind, const char *value)
{
	return certgen_attribute(&arena, type, kind, text_from(value));
}

static void attributes_stand_in_their_order_and_unescaped(void **state)
{
	struct text unknown = CERTGEN_SEQUENCE(&arena, hex("06 03 2a 03 04 0c 01 78"));
	struct text names = CERTGEN_JOIN(&arena, attribute(O, UTF8, "Example, Inc. + \"Sons\""),
		attribute(CN, PRINTABLE, " a "), attribute(CN, 0x02, "\x05"),
		certgen_item(&arena, 0x31, unknown), attribute(O, UTF8, ""));

	(void)state;
	certcheck_members(fact_of(names, CERTIFICATE_SUBJECT_ATTRIBUTES),
		"O=Example, Inc. + \"Sons\",CN= a ,CN=#020105,1.2.3.4=x,O=");
	certcheck_members(fact_of(names, CERTIFICATE_ISSUER_ATTRIBUTES),
		"O=Example, Inc. + \"Sons\",CN= a ,CN=#020105,1.2.3.4=x,O=");
	certcheck_members(fact_of(TEXT(""), CERTIFICATE_SUBJECT_ATTRIBUTES), "");
}

static void attributes_of_one_relative_name_stand_one_by_one(void **state)
{
	struct text both = certgen_item(&arena, 0x31, CERTGEN_JOIN(&arena,
		hex("30 08 06 03 55 04 0b 0c 01 61"), hex("30 08 06 03 55 04 03 0c 01 62")));

	(void)state;
	certcheck_members(fact_of(both, CERTIFICATE_SUBJECT_ATTRIBUTES), "OU=a,CN=b");
}

static void broken_attributes_are_undecodable(void **state)
{
	static const char *const rows[] = {
		"31 00", "30 00", "31 02 30 00", "31 07 30 05 06 03 55 04 03",
		"31 0a 30 08 06 03 55 04 03 0c 01 ff", "31 08 30 06 06 01 80 0c 01 61",
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		certcheck_flaw(fact_of(hex(rows[i]), CERTIFICATE_SUBJECT_ATTRIBUTES), "subject: ");
		certcheck_flaw(fact_of(hex(rows[i]), CERTIFICATE_ISSUER_ATTRIBUTES), "issuer: ");
	}
	certcheck_flaw(fact_of(certgen_repeat(&arena, attribute(CN, UTF8, "a"), 10000),
	                       CERTIFICATE_SUBJECT_ATTRIBUTES), "more than 256");
}

static void kinds_of_string_are_a_set(void **state)
{
	static const struct {
		uint8_t kind;
		enum certificate_string word;
	} rows[] = {
		{ PRINTABLE, CERTIFICATE_STRING_IS_PRINTABLE }, { UTF8, CERTIFICATE_STRING_IS_UTF8 },
		{ BMP, CERTIFICATE_STRING_IS_BMP }, { IA5, CERTIFICATE_STRING_IS_IA5 },
		{ T61, CERTIFICATE_STRING_IS_TELETEX },
		{ UNIVERSAL, CERTIFICATE_STRING_IS_UNIVERSAL },
		{ 0x12, CERTIFICATE_STRING_IS_NUMERIC }, { 0x1a, CERTIFICATE_STRING_IS_OTHER },
		{ 0x02, CERTIFICATE_STRING_IS_OTHER },
	};
	struct text names = TEXT("");

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct text one = certgen_attribute(&arena, CN, rows[i].kind, TEXT("\1\2\3"));

		certcheck_number(fact_of(one, CERTIFICATE_SUBJECT_STRING_TYPES),
		                 1 << rows[i].word);
		names = CERTGEN_JOIN(&arena, names, one);
	}
	/* It counts how the bytes are marked, even if they are not of that kind. */
	certcheck_number(fact_of(names, CERTIFICATE_ISSUER_STRING_TYPES),
	                 (1 << CERTIFICATE_STRING_COUNT) - 1);
	certcheck_number(fact_of(TEXT(""), CERTIFICATE_SUBJECT_STRING_TYPES), 0);
	certcheck_flaw(fact_of(hex("31 00"), CERTIFICATE_SUBJECT_STRING_TYPES), "subject: ");
}

static void raw_names_are_their_der(void **state)
{
	(void)state;
	certcheck_text(fact_of(TEXT(""), CERTIFICATE_SUBJECT_RAW), "3000");
	certcheck_text(fact_of(attribute(CN, UTF8, "\xff"), CERTIFICATE_ISSUER_RAW),
	               "300c310a300806035504030c01ff");
}

static void all_common_names_are_listed(void **state)
{
	struct text three = CERTGEN_JOIN(&arena, attribute(CN, UTF8, "a"), attribute(O, UTF8, "o"),
		attribute(CN, BMP, "\x20\xac"), attribute(CN, UTF8, "a"));
	struct text bad = CERTGEN_JOIN(&arena, attribute(CN, UTF8, "\xff"),
		attribute(CN, UTF8, "last.x"));

	(void)state;
	certcheck_members(fact_of(three, CERTIFICATE_COMMON_NAMES), "a,\xe2\x82\xac,a");
	certcheck_state(fact_of(attribute(O, UTF8, "o"), CERTIFICATE_COMMON_NAMES), STATE_ABSENT);
	certcheck_flaw(fact_of(bad, CERTIFICATE_COMMON_NAMES), "common name: ");
	certcheck_text(fact_of(bad, CERTIFICATE_COMMON_NAME_PREFIX), "last");
	certcheck_flaw(fact_of(certgen_repeat(&arena, attribute(CN, UTF8, "a"), 10000),
	                       CERTIFICATE_COMMON_NAMES), "more than 256");
}

static void a_common_name_is_cut_at_its_first_dot(void **state)
{
	static const struct {
		const char *name, *prefix, *domain;     /* NULL: absent */
	} rows[] = {
		{ "cmg.example.org", "cmg", "example.org" }, { "*.example.org", "*", "example.org" },
		{ "cmg", "cmg", NULL }, { "", "", NULL }, { ".org", "", "org" }, { "cmg.", "cmg", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct text name = attribute(CN, UTF8, rows[i].name);
		struct value domain = fact_of(name, CERTIFICATE_COMMON_NAME_DOMAIN);

		certcheck_text(fact_of(name, CERTIFICATE_COMMON_NAME_PREFIX), rows[i].prefix);
		if (rows[i].domain)
			certcheck_text(domain, rows[i].domain);
		else
			certcheck_state(domain, STATE_ABSENT);
	}
	certcheck_state(fact_of(TEXT(""), CERTIFICATE_COMMON_NAME_PREFIX), STATE_ABSENT);
	certcheck_flaw(fact_of(attribute(CN, UTF8, "\xff"), CERTIFICATE_COMMON_NAME_DOMAIN),
	               "common name: ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attributes_stand_in_their_order_and_unescaped),
		cmocka_unit_test(attributes_of_one_relative_name_stand_one_by_one),
		cmocka_unit_test(broken_attributes_are_undecodable),
		cmocka_unit_test(kinds_of_string_are_a_set),
		cmocka_unit_test(raw_names_are_their_der),
		cmocka_unit_test(all_common_names_are_listed),
		cmocka_unit_test(a_common_name_is_cut_at_its_first_dot),
	};
	int failed = cmocka_run_group_tests_name("cert subject", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
