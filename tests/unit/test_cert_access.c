/* SPDX-License-Identifier: Apache-2.0 */
/* Where an authority's lists, certificate and responders are; and all alternative names at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"

enum { ID_SAN = 17, ID_CRL = 31 };

#define AIA "\x2b\x06\x01\x05\x05\x07\x01\x01"
#define OCSP "06 08 2b 06 01 05 05 07 30 01"
#define ISSUERS "06 08 2b 06 01 05 05 07 30 02"

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

static struct value lists(struct text value)
{
	return fact_in(certgen_extension(&arena, ID_CRL, value), CERTIFICATE_CRL_URLS);
}

static struct value access(struct text value, enum certificate_fact fact)
{
	return fact_in(certgen_extension_of(&arena, TEXT(AIA), value), fact);
}

static void urls_of_lists_are_those_of_all_points(void **state)
{
	static const struct {
		const char *digits, *urls;      /* NULL: absent */
	} rows[] = {
		{ "30 00", NULL },
		{ "30 02 30 00", NULL },
		/* two names in a point, then one; reasons; another kind of name between */
		{ "30 1a 30 0c a0 0a a0 08 86 01 61 82 00 86 01 62"
		  "30 0a a0 05 a0 03 86 01 63 81 01 00", "a,b,c" },
		/* a name relative to the issuer of the list; only an issuer */
		{ "30 06 30 04 a0 02 a1 00", NULL },
		{ "30 06 30 04 a2 02 86 00", NULL },
		{ "30 09 30 07 a0 05 a0 03 86 01 61", "a" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct value value = lists(hex(rows[i].digits));

		if (rows[i].urls)
			certcheck_members(value, rows[i].urls);
		else
			certcheck_state(value, STATE_ABSENT);
	}
	certcheck_state(fact_in(TEXT(""), CERTIFICATE_CRL_URLS), STATE_ABSENT);
}

static void broken_points_are_undecodable(void **state)
{
	static const char *const rows[] = {
		"", "05 00", "30 02 05 00", "30 04 30 02 05 00", "30 06 30 04 a0 02 05 00",
		"30 0a 30 08 a0 06 a0 04 86 02 61 00", "30 08 30 06 a0 04 a0 02 05 00",
		"30 0a 30 08 a0 06 a0 02 86 00 a1 00", "30 09 30 07 a0 05 a0 03 86 01 e4",
		"30 09 30 07 a0 05 a0 03 86 02 61", "30 80 00 00",
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		certcheck_flaw(lists(hex(rows[i])), "CRL distribution points: ");
}

static void responders_and_issuers_are_told_apart(void **state)
{
	struct text value = CERTGEN_SEQUENCE(&arena,
		hex("30 0d" OCSP "86 01 61"), hex("30 0d" ISSUERS "86 01 62"),
		hex("30 0d" ISSUERS "82 01 63"), hex("30 0d" ISSUERS "86 01 64"),
		hex("30 07 06 02 2a 03 86 01 65"));

	(void)state;
	certcheck_members(access(value, CERTIFICATE_OCSP_URLS), "a");
	certcheck_members(access(value, CERTIFICATE_CA_ISSUER_URLS), "b,d");
	certcheck_state(access(hex("30 00"), CERTIFICATE_OCSP_URLS), STATE_ABSENT);
	certcheck_state(access(hex("30 0f 30 0d" ISSUERS "86 01 61"), CERTIFICATE_OCSP_URLS),
	                STATE_ABSENT);
	certcheck_state(fact_in(CERTGEN_JOIN(&arena,
		certgen_extension_of(&arena, TEXT(AIA), value),
		certgen_extension_of(&arena, TEXT(AIA), value)), CERTIFICATE_OCSP_URLS),
		STATE_DUPLICATE);
}

static void broken_access_is_undecodable(void **state)
{
	static const char *const rows[] = {
		"", "05 00", "30 02 05 00", "30 02 30 00", "30 0c 30 0a" OCSP,
		"30 0e 30 0c" OCSP "05 00", "30 11 30 0f" OCSP "86 01 61 05 00",
		"30 0f 30 0d" OCSP "86 01 00",
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		certcheck_flaw(access(hex(rows[i]), CERTIFICATE_OCSP_URLS),
		               "authority information access: ");
	/* A location of the other method is not read. */
	certcheck_state(access(hex("30 0f 30 0d" OCSP "86 01 00"), CERTIFICATE_CA_ISSUER_URLS),
	                STATE_ABSENT);
}

static struct value names(struct text value, enum certificate_fact fact)
{
	return fact_in(certgen_extension(&arena, ID_SAN, value), fact);
}

static void all_names_keep_their_order_and_kind(void **state)
{
	struct text directory = certgen_name(&arena, "a, b");
	struct text value = CERTGEN_SEQUENCE(&arena,
		certgen_item(&arena, 0x81, TEXT("x@example.org")),
		certgen_item(&arena, 0x82, TEXT("a.example.org")),
		hex("87 04 c0 00 02 01"), certgen_item(&arena, 0x86, TEXT("u:x")),
		hex("a0 12 06 0a 2b 06 01 04 01 82 37 14 02 03 a0 04 0c 02 75 40"),
		hex("a0 09 06 03 2a 03 04 a0 02 05 00"),
		certgen_item(&arena, 0xa4, directory), hex("88 02 2a 03"),
		hex("a3 02 30 00"), hex("a5 02 81 00"),
		certgen_item(&arena, 0x82, TEXT("b.example.org")));

	(void)state;
	certcheck_members(names(value, CERTIFICATE_ALTERNATIVE_NAMES),
		"email:x@example.org,dns:a.example.org,ip:192.0.2.1,uri:u:x,upn:u@,other:1.2.3.4,"
		"directory:CN=a\\, b,rid:1.2.3,x400:3000,edi:8100,dns:b.example.org");
	certcheck_text(names(value, CERTIFICATE_FIRST_ALTERNATIVE_NAME), "email:x@example.org");
}

static void names_that_are_not_there_are_absent_or_empty(void **state)
{
	(void)state;
	certcheck_state(fact_in(TEXT(""), CERTIFICATE_ALTERNATIVE_NAMES), STATE_ABSENT);
	certcheck_state(fact_in(TEXT(""), CERTIFICATE_FIRST_ALTERNATIVE_NAME), STATE_ABSENT);
	certcheck_members(names(hex("30 00"), CERTIFICATE_ALTERNATIVE_NAMES), "");
	certcheck_state(names(hex("30 00"), CERTIFICATE_FIRST_ALTERNATIVE_NAME), STATE_ABSENT);
}

static void a_broken_name_spoils_all_but_the_first_before_it(void **state)
{
	static const char *const rows[] = {
		"82 01 00", "87 03 01 02 03", "a0 00", "88 00", "a4 00", "a4 02 05 00",
		"a4 04 30 02 05 00", "a0 0e 06 0a 2b 06 01 04 01 82 37 14 02 03 a0 00",
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct text good = hex("82 01 61"), bad = hex(rows[i]);
		struct text last = CERTGEN_SEQUENCE(&arena, good, bad);
		struct text first = CERTGEN_SEQUENCE(&arena, bad, good);

		certcheck_flaw(names(last, CERTIFICATE_ALTERNATIVE_NAMES), "alternative names: ");
		certcheck_text(names(last, CERTIFICATE_FIRST_ALTERNATIVE_NAME), "dns:a");
		certcheck_flaw(names(first, CERTIFICATE_FIRST_ALTERNATIVE_NAME),
		               "alternative names: ");
	}
	certcheck_flaw(names(hex("30 02 89 00"), CERTIFICATE_FIRST_ALTERNATIVE_NAME),
	               "another kind");
	certcheck_flaw(names(hex("05 00"), CERTIFICATE_FIRST_ALTERNATIVE_NAME), "another kind");
}

static void ten_thousand_are_refused_in_time(void **state)
{
	struct text url = hex("86 01 61");
	struct text many = certgen_repeat(&arena, url, 10000);
	struct text point = CERTGEN_SEQUENCE(&arena, certgen_item(&arena, 0xa0,
		certgen_item(&arena, 0xa0, url)));
	struct text access_one = hex("30 0d" OCSP "86 01 61");

	(void)state;
	certcheck_flaw(lists(certgen_item(&arena, 0x30, certgen_item(&arena, 0x30,
		certgen_item(&arena, 0xa0, certgen_item(&arena, 0xa0, many))))), "more than 256");
	certcheck_flaw(lists(certgen_item(&arena, 0x30,
		certgen_repeat(&arena, point, 10000))), "more than 256");
	certcheck_flaw(access(certgen_item(&arena, 0x30,
		certgen_repeat(&arena, access_one, 10000)), CERTIFICATE_OCSP_URLS), "more than 256");
	certcheck_flaw(names(certgen_item(&arena, 0x30, many), CERTIFICATE_ALTERNATIVE_NAMES),
	               "more than 256");
	certcheck_text(names(certgen_item(&arena, 0x30, many),
	                     CERTIFICATE_FIRST_ALTERNATIVE_NAME), "uri:a");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(urls_of_lists_are_those_of_all_points),
		cmocka_unit_test(broken_points_are_undecodable),
		cmocka_unit_test(responders_and_issuers_are_told_apart),
		cmocka_unit_test(broken_access_is_undecodable),
		cmocka_unit_test(all_names_keep_their_order_and_kind),
		cmocka_unit_test(names_that_are_not_there_are_absent_or_empty),
		cmocka_unit_test(a_broken_name_spoils_all_but_the_first_before_it),
		cmocka_unit_test(ten_thousand_are_refused_in_time),
	};
	int failed = cmocka_run_group_tests_name("cert access", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
