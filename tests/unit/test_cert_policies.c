/* SPDX-License-Identifier: Apache-2.0 */
/* Policies, Windows' application policies and templates, and what they say beside the purposes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"

enum { ID_POLICIES = 32, ID_EKU = 37 };

#define WINDOWS "\x2b\x06\x01\x04\x01\x82\x37"
#define SERVER "2b 06 01 05 05 07 03 01"
#define CLIENT "2b 06 01 05 05 07 03 02"

static const struct text template_name = { WINDOWS "\x14\x02", 9 };
static const struct text template = { WINDOWS "\x15\x07", 9 };
static const struct text application = { WINDOWS "\x15\x0a", 9 };

static struct arena arena;

static struct text hex(const char *digits)
{
	return certgen_hex(&arena, digits);
}

static struct value fact_in(struct text list, enum certificate_fact fact)
{
	struct certgen parts = certgen_parts(&arena);

	parts.extensions = certgen_extensions(&arena, list);
	return certcheck_fact(&arena, certgen_build(&arena, &parts), fact);
}

static struct value fact_of(struct text oid, struct text value, enum certificate_fact fact)
{
	return fact_in(certgen_extension_of(&arena, oid, value), fact);
}

static void policies_are_identifiers_with_or_without_qualifiers(void **state)
{
	struct text two = hex("30 0d 30 03 06 01 2a 30 06 06 02 2a 03 30 00");
	struct text standard = certgen_extension(&arena, ID_POLICIES, two);

	(void)state;
	certcheck_members(fact_in(standard, CERTIFICATE_CERTIFICATE_POLICIES), "1.2,1.2.3");
	certcheck_state(fact_in(standard, CERTIFICATE_APPLICATION_POLICIES), STATE_ABSENT);
	certcheck_members(fact_of(application, two, CERTIFICATE_APPLICATION_POLICIES),
	                  "1.2,1.2.3");
	certcheck_state(fact_of(application, two, CERTIFICATE_CERTIFICATE_POLICIES),
	                STATE_ABSENT);
	certcheck_members(fact_of(application, hex("30 00"), CERTIFICATE_APPLICATION_POLICIES),
	                  "");
	certcheck_state(fact_in(CERTGEN_JOIN(&arena, standard, standard),
	                        CERTIFICATE_CERTIFICATE_POLICIES), STATE_DUPLICATE);
}

static void broken_policies_are_undecodable(void **state)
{
	static const char *const rows[] = {
		"", "05 00", "30 02 05 00", "30 02 30 00", "30 05 30 03 06 01 80",
		"30 07 30 05 06 01 2a 05 00", "30 09 30 07 06 01 2a 30 00 05 00",
		"30 80 00 00", "30 05 30 03 06 01 2a 00",
	};
	struct text many = certgen_repeat(&arena, hex("30 03 06 01 2a"), 10000);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		certcheck_flaw(fact_of(application, hex(rows[i]),
		                       CERTIFICATE_APPLICATION_POLICIES), "application policies: ");
	certcheck_flaw(fact_of(application, certgen_item(&arena, 0x30, many),
	                       CERTIFICATE_APPLICATION_POLICIES), "more than 256");
}

/* The two lists in hexadecimal, NULL where the extension is not there. */
static struct value disagree(const char *purposes, const char *policies)
{
	struct text list = TEXT("");

	if (purposes)
		list = certgen_extension(&arena, ID_EKU, hex(purposes));
	if (policies)
		list = CERTGEN_JOIN(&arena, list, certgen_extension_of(&arena, application,
			hex(policies)));
	return fact_in(list, CERTIFICATE_PURPOSES_DISAGREE);
}

static void purposes_and_policies_are_compared_as_sets(void **state)
{
	static const char *const purposes = "30 14 06 08" SERVER "06 08" CLIENT;
	static const char *const same = "30 18 30 0a 06 08" CLIENT "30 0a 06 08" SERVER;
	static const char *const twice = "30 24 30 0a 06 08" CLIENT "30 0a 06 08" SERVER
		"30 0a 06 08" CLIENT;
	static const char *const fewer = "30 0c 30 0a 06 08" CLIENT;
	static const char *const more = "30 1d 30 0a 06 08" CLIENT "30 0a 06 08" SERVER
		"30 03 06 01 2a";

	(void)state;
	certcheck_number(disagree(purposes, same), 0);
	certcheck_number(disagree(purposes, twice), 0);
	certcheck_number(disagree(purposes, fewer), 1);
	certcheck_number(disagree(purposes, more), 1);
	certcheck_number(disagree("30 00", "30 00"), 0);
	certcheck_number(disagree("30 00", fewer), 1);
	certcheck_number(disagree(purposes, NULL), 0);
	certcheck_number(disagree(NULL, same), 0);
	certcheck_number(disagree(NULL, NULL), 0);
	certcheck_number(disagree(NULL, "05 00"), 0);
	certcheck_flaw(disagree(purposes, "05 00"), "application policies: ");
	certcheck_flaw(disagree("05 00", same), "extended key usage: ");
}

static void the_name_of_a_template_is_a_string(void **state)
{
	static const struct {
		const char *digits, *name;      /* NULL: undecodable */
	} rows[] = {
		{ "1e 08 00 57 00 65 00 62 00 c4", "Web\xc3\x84" }, { "1e 00", "" },
		{ "0c 03 57 65 62", "Web" }, { "13 01 41", "A" },
		{ "", NULL }, { "1e 01 00", NULL }, { "1e 02 d8 00", NULL }, { "05 00", NULL },
		{ "1e 02 00 41 00", NULL }, { "1e 02 00 00", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct value value = fact_of(template_name, hex(rows[i].digits),
		                             CERTIFICATE_TEMPLATE_NAME);

		if (rows[i].name)
			certcheck_text(value, rows[i].name);
		else
			certcheck_flaw(value, "template name: ");
	}
	certcheck_state(fact_in(TEXT(""), CERTIFICATE_TEMPLATE_NAME), STATE_ABSENT);
}

static void check_revision(struct value value, int64_t number)
{
	if (number >= 0)
		certcheck_number(value, number);
	else if (number == -2)
		certcheck_state(value, STATE_ABSENT);
	else
		certcheck_flaw(value, "template: ");
}

static void a_template_has_an_identifier_and_revisions(void **state)
{
	static const struct {
		const char *digits;
		int64_t major, minor;           /* -1: undecodable, -2: absent */
	} rows[] = {
		{ "30 0a 06 02 2a 03 02 01 64 02 01 04", 100, 4 },
		{ "30 07 06 02 2a 03 02 01 64", 100, -2 },
		{ "30 04 06 02 2a 03", -2, -2 },
		{ "30 0e 06 02 2a 03 02 05 00 ff ff ff ff 02 01 00", 4294967295, 0 },
		{ "30 0e 06 02 2a 03 02 05 01 00 00 00 00 02 01 00", -1, 0 },
		{ "30 0a 06 02 2a 03 02 01 ff 02 01 04", -1, 4 },
		{ "30 0b 06 02 2a 03 02 02 00 01 02 01 04", -1, 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct text value = hex(rows[i].digits);
		struct value oid = fact_of(template, value, CERTIFICATE_TEMPLATE);

		certcheck_state(oid, STATE_PRESENT);
		assert_int_equal(oid.type, TYPE_OID);
		assert_memory_equal(oid.as.text, "1.2.3", 6);
		check_revision(fact_of(template, value, CERTIFICATE_TEMPLATE_MAJOR),
		               rows[i].major);
		check_revision(fact_of(template, value, CERTIFICATE_TEMPLATE_MINOR),
		               rows[i].minor);
	}
	certcheck_state(fact_in(TEXT(""), CERTIFICATE_TEMPLATE), STATE_ABSENT);
	certcheck_state(fact_in(TEXT(""), CERTIFICATE_TEMPLATE_MAJOR), STATE_ABSENT);
}

static void a_broken_template_is_undecodable(void **state)
{
	static const char *const rows[] = {
		"", "05 00", "30 00", "30 02 05 00", "30 06 06 02 2a 03 05 00",
		"30 0d 06 02 2a 03 02 01 01 02 01 01 02 01 01", "30 04 06 02 2a 03 00",
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct text value = hex(rows[i]);

		certcheck_flaw(fact_of(template, value, CERTIFICATE_TEMPLATE), "template: ");
		certcheck_flaw(fact_of(template, value, CERTIFICATE_TEMPLATE_MINOR), "template: ");
	}
	certcheck_flaw(fact_of(template, hex("30 03 06 01 80"), CERTIFICATE_TEMPLATE),
	               "template: ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(policies_are_identifiers_with_or_without_qualifiers),
		cmocka_unit_test(broken_policies_are_undecodable),
		cmocka_unit_test(purposes_and_policies_are_compared_as_sets),
		cmocka_unit_test(the_name_of_a_template_is_a_string),
		cmocka_unit_test(a_template_has_an_identifier_and_revisions),
		cmocka_unit_test(a_broken_template_is_undecodable),
	};
	int failed = cmocka_run_group_tests_name("cert policies", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
