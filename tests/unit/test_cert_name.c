/* SPDX-License-Identifier: Apache-2.0 */
/* Names as they come in by mistake or malice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"

enum { UTF8 = 0x0c, PRINTABLE = 0x13, T61 = 0x14, IA5 = 0x16, UNIVERSAL = 0x1c, BMP = 0x1e };

static struct arena arena;

static struct text hex(const char *digits)
{
	return certgen_hex(&arena, digits);
}

static struct text build(struct text subject, struct text issuer)
{
	struct certgen parts = certgen_parts(&arena);

	parts.subject = subject;
	parts.issuer = issuer;
	return certgen_build(&arena, &parts);
}

/* A fact of a certificate whose subject holds these relative names. */
static struct value fact_of(struct text relative_names, enum certificate_fact fact)
{
	struct text name = certgen_item(&arena, 0x30, relative_names);

	return certcheck_fact(&arena, build(name, certgen_name(&arena, "issuer")), fact);
}

static struct text common_name(uint8_t kind, struct text value)
{
	return certgen_attribute(&arena, 3, kind, value);
}

struct string_row {
	uint8_t kind;
	const char *digits;
	const char *result;             /* text, or why it is undecodable */
};

static void strings_of_every_kind_become_utf8(void **state)
{
	static const struct string_row rows[] = {
		{ UTF8, "41 c3 a4 f0 9f 98 80", "A\xc3\xa4\xf0\x9f\x98\x80" },
		{ UTF8, "", "" },
		{ PRINTABLE, "2a 40 5f 26", "*@_&" },
		{ IA5, "61 40 62 0a 1b", "a@b\n\x1b" },
		{ T61, "e4 7e ff", "\xc3\xa4~\xc3\xbf" },
		{ BMP, "00 41 20 ac", "A\xe2\x82\xac" },
		{ UNIVERSAL, "00 00 00 41 00 01 f6 00", "A\xf0\x9f\x98\x80" },
		{ UTF8, "e2 80 ae 61", "\xe2\x80\xae" "a" },
		{ 0x12, "31 32", "12" },
		{ 0x1a, "61", "a" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		certcheck_text(fact_of(common_name(rows[i].kind, hex(rows[i].digits)),
		                       CERTIFICATE_COMMON_NAME), rows[i].result);
}

static void strings_that_are_not_of_their_kind_are_undecodable(void **state)
{
	static const struct string_row rows[] = {
		{ UTF8, "61 00 62", "UTF8String holds 0x00 at byte 1" },
		{ UTF8, "61 ff", "UTF8String holds 0xff at byte 1" },
		{ UTF8, "c0 af", "UTF8String holds 0xc0 at byte 0" },
		{ UTF8, "ed a0 80", "UTF8String holds 0xed at byte 0" },
		{ UTF8, "f4 90 80 80", "UTF8String holds 0xf4 at byte 0" },
		{ UTF8, "41 c3", "UTF8String holds 0xc3 at byte 1" },
		{ PRINTABLE, "61 e4", "PrintableString holds 0xe4 at byte 1" },
		{ PRINTABLE, "00", "PrintableString holds 0x00 at byte 0" },
		{ IA5, "80", "IA5String holds 0x80 at byte 0" },
		{ T61, "61 00", "T61String holds 0x00 at byte 1" },
		{ BMP, "00 41 00", "BMPString ends inside a character" },
		{ BMP, "d8 3d de 00", "BMPString holds 0xd83d at byte 0" },
		{ BMP, "00 00", "BMPString holds 0x0000 at byte 0" },
		{ UNIVERSAL, "00 00 41", "UniversalString ends inside a character" },
		{ UNIVERSAL, "00 11 00 00", "UniversalString holds 0x00110000" },
		{ 0x02, "05", "not a string" },
		{ 0x30, "", "not a string" },
		{ 0x03, "00 41", "not a string" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		certcheck_flaw(fact_of(common_name(rows[i].kind, hex(rows[i].digits)),
		                       CERTIFICATE_COMMON_NAME), rows[i].result);
}

static void a_flaw_in_a_name_is_told_with_the_name(void **state)
{
	struct text bad = common_name(UTF8, TEXT("a\0b"));

	(void)state;
	certcheck_flaw(fact_of(bad, CERTIFICATE_SUBJECT), "subject: the UTF8String holds 0x00");
	certcheck_flaw(fact_of(bad, CERTIFICATE_SUBJECT_NAME), "subject: the UTF8String");
	certcheck_flaw(fact_of(bad, CERTIFICATE_SELF_ISSUED), "subject: the UTF8String");
	certcheck_text(fact_of(bad, CERTIFICATE_ISSUER), "CN=issuer");
	certcheck_state(fact_of(bad, CERTIFICATE_ORGANIZATION), STATE_ABSENT);
}

static void the_last_common_name_counts(void **state)
{
	struct text two = CERTGEN_JOIN(&arena, common_name(UTF8, TEXT("first")),
		certgen_attribute(&arena, 10, UTF8, TEXT("org")),
		common_name(UTF8, TEXT("last")));
	struct text bad_first = CERTGEN_JOIN(&arena, common_name(UTF8, TEXT("\xff")),
		common_name(UTF8, TEXT("last")));

	(void)state;
	certcheck_text(fact_of(two, CERTIFICATE_COMMON_NAME), "last");
	certcheck_text(fact_of(two, CERTIFICATE_ORGANIZATION), "org");
	certcheck_text(fact_of(two, CERTIFICATE_SUBJECT), "CN=last,O=org,CN=first");
	certcheck_text(fact_of(bad_first, CERTIFICATE_COMMON_NAME), "last");
}

static void an_empty_subject_is_empty_text(void **state)
{
	(void)state;
	certcheck_text(fact_of(TEXT(""), CERTIFICATE_SUBJECT), "");
	certcheck_text(fact_of(TEXT(""), CERTIFICATE_SUBJECT_NAME), "");
	certcheck_state(fact_of(TEXT(""), CERTIFICATE_COMMON_NAME), STATE_ABSENT);
}

static void text_is_escaped_as_rfc_4514_wants(void **state)
{
	static const struct string_row rows[] = {
		{ UTF8, "20 61 20", "CN=\\ a\\ " },
		{ UTF8, "20", "CN=\\ " },
		{ UTF8, "23 61 23", "CN=\\#a#" },
		{ UTF8, "22 2b 2c 3b 3c 3e 5c 3d", "CN=\\\"\\+\\,\\;\\<\\>\\\\=" },
		{ UTF8, "1b 5b 33 31 6d 0a 7f", "CN=\\1b[31m\\0a\\7f" },
		{ PRINTABLE, "4c 75 c4", NULL },
		{ 0x02, "05", "CN=#020105" },
		{ 0x30, "05 00", "CN=#30020500" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct value value = fact_of(common_name(rows[i].kind, hex(rows[i].digits)),
		                             CERTIFICATE_SUBJECT);

		if (rows[i].result)
			certcheck_text(value, rows[i].result);
		else
			certcheck_state(value, STATE_UNDECODABLE);
	}
}

static struct text pair(const char *type, struct text value)
{
	return CERTGEN_SEQUENCE(&arena, hex(type), certgen_item(&arena, UTF8, value));
}

static void types_without_a_name_are_numbers(void **state)
{
	struct text unknown = certgen_item(&arena, 0x31, pair("06 03 2a 03 04", TEXT("x")));
	struct text broken = certgen_item(&arena, 0x31, pair("06 01 80", TEXT("x")));

	(void)state;
	certcheck_text(fact_of(unknown, CERTIFICATE_SUBJECT), "1.2.3.4=#0c0178");
	certcheck_text(fact_of(unknown, CERTIFICATE_SUBJECT_NAME), "1.2.3.4=x");
	certcheck_flaw(fact_of(broken, CERTIFICATE_SUBJECT), "object identifier");
}

static void attributes_of_one_relative_name_are_a_set(void **state)
{
	struct text cn = pair("06 03 55 04 03", TEXT("b")), ou = pair("06 03 55 04 0b", TEXT("a"));
	struct text one = certgen_item(&arena, 0x31, CERTGEN_JOIN(&arena, ou, cn));
	struct text other = certgen_item(&arena, 0x31, CERTGEN_JOIN(&arena, cn, ou));
	struct text name = certgen_item(&arena, 0x30, one);

	(void)state;
	certcheck_text(fact_of(one, CERTIFICATE_SUBJECT), "OU=a+CN=b");
	certcheck_text(fact_of(other, CERTIFICATE_SUBJECT), "CN=b+OU=a");
	certcheck_text(fact_of(one, CERTIFICATE_SUBJECT_NAME), "CN=b+OU=a");
	certcheck_text(fact_of(other, CERTIFICATE_SUBJECT_NAME), "CN=b+OU=a");
	certcheck_number(certcheck_fact(&arena, build(name,
		certgen_item(&arena, 0x30, other)), CERTIFICATE_SELF_ISSUED), 1);
}

/* Is a certificate with these two common names self-issued? */
static int64_t matches(uint8_t kind, const char *subject, uint8_t other, const char *issuer)
{
	struct text a = certgen_item(&arena, 0x30, common_name(kind, hex(subject)));
	struct text b = certgen_item(&arena, 0x30, common_name(other, hex(issuer)));
	struct value value = certcheck_fact(&arena, build(a, b), CERTIFICATE_SELF_ISSUED);

	certcheck_state(value, STATE_PRESENT);
	return value.as.number;
}

static void names_match_whatever_their_case_kind_and_space(void **state)
{
	(void)state;
	assert_int_equal(matches(UTF8, "41 62", PRINTABLE, "61 42"), 1);
	assert_int_equal(matches(UTF8, "20 61 20 20 62 09", PRINTABLE, "61 20 62"), 1);
	assert_int_equal(matches(T61, "e4", UTF8, "c3 a4"), 1);
	assert_int_equal(matches(BMP, "00 41", IA5, "61"), 1);
	assert_int_equal(matches(UTF8, "61 62", UTF8, "61 20 62"), 0);
	assert_int_equal(matches(UTF8, "61", UTF8, "62"), 0);
	assert_int_equal(matches(UTF8, "20 20", UTF8, ""), 1);
	assert_int_equal(matches(0x12, "31", PRINTABLE, "31"), 0);
	assert_int_equal(matches(0x12, "31", 0x12, "31"), 1);
	assert_int_equal(matches(0x02, "41", 0x02, "61"), 0);
	assert_int_equal(matches(0x02, "41", 0x02, "41"), 1);
}

/* What is written in one name must not read as the parts of another. */
static void names_that_differ_never_match(void **state)
{
	struct text one = certgen_item(&arena, 0x30, common_name(UTF8, TEXT("a,CN=b")));
	struct text two = certgen_item(&arena, 0x30, CERTGEN_JOIN(&arena,
		common_name(UTF8, TEXT("b")), common_name(UTF8, TEXT("a"))));
	struct text hash = certgen_item(&arena, 0x30, common_name(UTF8, TEXT("#020105")));
	struct text number = certgen_item(&arena, 0x30, common_name(0x02, TEXT("\x05")));

	(void)state;
	certcheck_number(certcheck_fact(&arena, build(one, two), CERTIFICATE_SELF_ISSUED), 0);
	certcheck_number(certcheck_fact(&arena, build(hash, number), CERTIFICATE_SELF_ISSUED), 0);
}

static void equal_bytes_match_even_if_undecodable(void **state)
{
	struct text bad = certgen_item(&arena, 0x30, common_name(UTF8, TEXT("\xff")));

	(void)state;
	certcheck_number(certcheck_fact(&arena, build(bad, bad), CERTIFICATE_SELF_ISSUED), 1);
}

static void broken_names_are_undecodable(void **state)
{
	(void)state;
	certcheck_flaw(fact_of(hex("31 00"), CERTIFICATE_SUBJECT), "missing");
	certcheck_flaw(fact_of(hex("30 00"), CERTIFICATE_SUBJECT), "another kind");
	certcheck_flaw(fact_of(hex("31 02 30 00"), CERTIFICATE_COMMON_NAME), "missing");
	certcheck_flaw(fact_of(hex("31 07 30 05 06 03 55 04 03"), CERTIFICATE_SUBJECT), "missing");
	certcheck_flaw(fact_of(hex("31 0b 30 09 06 03 55 04 03 0c 00 0c 00"),
	                       CERTIFICATE_SUBJECT), "more than one value");
	certcheck_flaw(fact_of(hex("31 05 30"), CERTIFICATE_SUBJECT), "past the end");
}

static void huge_names_are_read_in_time(void **state)
{
	struct text long_value = common_name(UTF8, certgen_repeat(&arena, TEXT("x"), 65536));
	struct text many = certgen_repeat(&arena, common_name(UTF8, TEXT("y")), 10000);
	struct text wide = certgen_item(&arena, 0x31, certgen_repeat(&arena,
		pair("06 03 55 04 03", TEXT("z")), 10000));
	struct text blank = common_name(UTF8, certgen_repeat(&arena, TEXT("  a"), 100000));

	(void)state;
	assert_int_equal(fact_of(long_value, CERTIFICATE_SUBJECT).length, 65539);
	assert_int_equal(fact_of(many, CERTIFICATE_SUBJECT_NAME).length, 49999);
	assert_int_equal(fact_of(wide, CERTIFICATE_SUBJECT_NAME).length, 49999);
	assert_int_equal(fact_of(blank, CERTIFICATE_SUBJECT_NAME).length, 200002);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_of_every_kind_become_utf8),
		cmocka_unit_test(strings_that_are_not_of_their_kind_are_undecodable),
		cmocka_unit_test(a_flaw_in_a_name_is_told_with_the_name),
		cmocka_unit_test(the_last_common_name_counts),
		cmocka_unit_test(an_empty_subject_is_empty_text),
		cmocka_unit_test(text_is_escaped_as_rfc_4514_wants),
		cmocka_unit_test(types_without_a_name_are_numbers),
		cmocka_unit_test(attributes_of_one_relative_name_are_a_set),
		cmocka_unit_test(names_match_whatever_their_case_kind_and_space),
		cmocka_unit_test(names_that_differ_never_match),
		cmocka_unit_test(equal_bytes_match_even_if_undecodable),
		cmocka_unit_test(broken_names_are_undecodable),
		cmocka_unit_test(huge_names_are_read_in_time),
	};
	int failed = cmocka_run_group_tests_name("cert name", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
