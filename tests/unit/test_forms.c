/* SPDX-License-Identifier: Apache-2.0 */
/* Certificates are found in whatever they come in, and the rest is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "certgen.h"
#include "forms/forms.h"

static struct arena arena;

/* What was visited: "found 1 at 0\n" or "damaged at 0: why\n" each. */
struct visit {
	char log[4096];
	size_t used;
	struct text expected;           /* what each certificate must be; may be empty */
	bool stop;
};

static void note(struct visit *visit, const char *kind, uint64_t offset, const char *why)
{
	if (visit->used < sizeof visit->log - 128)
		visit->used += (size_t)snprintf(visit->log + visit->used,
			sizeof visit->log - visit->used, "%s at %llu%s%s\n", kind,
			(unsigned long long)offset, *why ? ": " : "", why);
}

static bool found(const struct form_found *found, void *user)
{
	struct visit *visit = user;
	char kind[48];

	snprintf(kind, sizeof kind, "%s%s %u", found->request ? "request" : "found",
	         found->inside ? " inside" : "", found->ordinal);
	note(visit, kind, found->offset, "");
	if (visit->expected.length)
		assert_true(text_equal(found->der, visit->expected));
	return !visit->stop;
}

static bool refused(const struct form_refused *refused, void *user)
{
	static const char *const kinds[] = {
		[FORM_DAMAGED] = "damaged", [FORM_FOREIGN] = "foreign", [FORM_NOTHING] = "nothing",
	};
	struct visit *visit = user;

	note(visit, kinds[refused->trouble], refused->offset, refused->why);
	return !visit->stop;
}

/* Visit within 100 ms of processor time. */
static struct form_visitor run(struct text bytes, struct visit *visit)
{
	struct arena scratch = { NULL, 0 };
	struct form_visitor visitor = {
		.arena = &scratch, .found = found, .refused = refused, .user = visit
	};
	clock_t start = clock();

	assert_int_equal(forms_each(bytes, &visitor), !visit->stop);
	assert_true(clock() - start < CLOCKS_PER_SEC / 10);
	arena_free(&scratch);
	return visitor;
}

static struct text proper(void)
{
	struct certgen parts = certgen_parts(&arena);

	return certgen_build(&arena, &parts);
}

static void check(struct text bytes, const char *log)
{
	struct visit visit = { .expected = proper() };

	run(bytes, &visit);
	assert_string_equal(visit.log, log);
}

static struct text pem(const char *label)
{
	return certgen_pem(&arena, label, proper());
}

/* The text with every `from` replaced. */
static struct text replaced(struct text text, char from, const char *to)
{
	char *out = arena_alloc(&arena, text.length * strlen(to) + text.length + 1);
	uint32_t used = 0;

	for (uint32_t i = 0; i < text.length; i++) {
		if (text.at[i] != from) {
			out[used++] = text.at[i];
			continue;
		}
		memcpy(out + used, to, strlen(to));
		used += (uint32_t)strlen(to);
	}
	return (struct text){ out, used };
}

static void der_is_found_by_itself_and_in_a_row(void **state)
{
	struct text der = proper();
	char log[128];

	(void)state;
	check(der, "found 1 at 0\n");
	snprintf(log, sizeof log, "found 1 at 0\nfound 2 at %u\nfound 3 at %u\n",
	         der.length, 2 * der.length);
	check(certgen_repeat(&arena, der, 3), log);
	check(CERTGEN_JOIN(&arena, der, TEXT("\r\n")), "found 1 at 0\n");
	check(CERTGEN_JOIN(&arena, TEXT("\xef\xbb\xbf"), der), "found 1 at 3\n");
	snprintf(log, sizeof log, "found 1 at 0\nforeign at %u: "
	         "what follows is not a certificate\n", der.length);
	check(CERTGEN_JOIN(&arena, der, { "\0\0", 2 }), log);
}

static void structures_that_are_no_certificates_are_told(void **state)
{
	struct visit visit = { .used = 0 };
	struct text der = proper();

	(void)state;
	run(certgen_hex(&arena, "30 03 06 01 2a"), &visit);
	assert_non_null(strstr(visit.log, "foreign at 0: PKCS #7"));
	run(certgen_hex(&arena, "30 05 02 01 03 30 00"), &visit);
	assert_non_null(strstr(visit.log, "foreign at 0: a private key or"));
	visit = (struct visit){ .used = 0 };
	run(certgen_hex(&arena, "30 03 06 01 2a 30 82 00"), &visit);
	assert_non_null(strstr(visit.log, "foreign at 5: what follows"));
	visit = (struct visit){ .used = 0 };
	run((struct text){ der.at, der.length - 1 }, &visit);
	assert_string_equal(visit.log, "found 1 at 0\n");
}

static void pem_is_found_with_every_line_ending(void **state)
{
	struct text text = pem("CERTIFICATE");

	(void)state;
	check(text, "found 1 at 0\n");
	check(replaced(text, '\n', "\r\n"), "found 1 at 0\n");
	check(replaced(text, '\n', "\r"), "found 1 at 0\n");
	check(replaced(text, '\n', " \t\v\f\n\n"), "found 1 at 0\n");
	check((struct text){ text.at, text.length - 1 }, "found 1 at 0\n");
	check(CERTGEN_JOIN(&arena, TEXT("\xef\xbb\xbf"), text), "found 1 at 3\n");
}

static void every_label_of_a_certificate_counts(void **state)
{
	struct text trusted = certgen_pem(&arena, "TRUSTED CERTIFICATE",
		CERTGEN_JOIN(&arena, proper(), certgen_hex(&arena, "30 03 04 01 61")));

	(void)state;
	check(pem("X509 CERTIFICATE"), "found 1 at 0\n");
	check(trusted, "found 1 at 0\n");
}

static void text_around_is_passed(void **state)
{
	struct text text = CERTGEN_JOIN(&arena, TEXT("0 s:CN=x\nBag Attributes -- - ----\n"),
		pem("CERTIFICATE"), TEXT("and\n"), pem("CERTIFICATE"), TEXT("the end -----"));
	char log[128];

	(void)state;
	snprintf(log, sizeof log, "found 1 at 34\nfound 2 at %u\n",
	         34 + pem("CERTIFICATE").length + 4);
	check(text, log);
}

static void headers_are_passed(void **state)
{
	struct text text = pem("CERTIFICATE");
	struct text begin = { text.at, 28 }, body = { text.at + 28, text.length - 28 };
	struct text with = CERTGEN_JOIN(&arena, begin,
		TEXT("Proc-Type: 4,CLEAR\nX-Note: a\n b - c\n\n"), body);

	(void)state;
	check(with, "found 1 at 0\n");
	check(replaced(with, '\n', "\r\n"), "found 1 at 0\n");
	check(CERTGEN_JOIN(&arena, begin, TEXT("A: b\n-----END CERTIFICATE-----\n")),
	      "damaged at 0: the block is empty\n");
}

static void other_blocks_are_told_and_passed(void **state)
{
	struct text other = certgen_hex(&arena, "30 02 05 00");
	struct text text = CERTGEN_JOIN(&arena, pem("EC PRIVATE KEY"), pem("CERTIFICATE"),
		pem("X509 CRL"), certgen_pem(&arena, "PKCS7", other),
		certgen_pem(&arena, "CERTIFICATE REQUEST", other), pem("PUBLIC KEY"),
		pem("EC PARAMETERS"), certgen_pem(&arena, "OTHER", other));
	struct visit visit = { .used = 0 };
	struct form_visitor visitor = run(text, &visit);
	const char *at;

	(void)state;
	assert_int_equal(visitor.found_count, 1);
	assert_int_equal(visitor.refused_count, 7);
	assert_non_null(strstr(visit.log, "foreign at 0: a private key"));
	assert_non_null(strstr(visit.log, "found 1 at "));
	assert_non_null(strstr(visit.log, "a revocation list"));
	at = strstr(visit.log, ": a DER structure, not a certificate\ndamaged at ");
	assert_non_null(at);
	assert_non_null(strstr(at + 1, ": a DER structure, not a certificate\nforeign at "));
	assert_non_null(strstr(visit.log, "a public key"));
	assert_non_null(strstr(visit.log, "parameters"));
	assert_non_null(strstr(visit.log, "another label"));
}

#define BEGIN "-----BEGIN CERTIFICATE-----\n"
#define END "-----END CERTIFICATE-----\n"

static void damaged_blocks_are_told(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
		{ BEGIN END, "the block is empty" },
		{ BEGIN "MAAA", "the END line is missing" },
		{ BEGIN "MAAA\n-----END CERT", "the END line is broken" },
		{ BEGIN "MAAA\n-----END CERTIFICATE----", "the END line is broken" },
		{ BEGIN "MAAA\n-----END X509 CRL-----", "the END line has another label" },
		{ BEGIN "MAA\n" END, "the base64 ends inside a group of four" },
		{ BEGIN "M!AA\n" END, "the block holds something that is not base64" },
		{ BEGIN "MA-A\n" END, "the END line is missing" },
		{ BEGIN "MAA=AAAA\n" END, "the base64 has padding before its end" },
		{ BEGIN "M=A=\n" END, "the base64 has padding before its end" },
		{ BEGIN "M===\n" END, "the base64 has padding before its end" },
		{ BEGIN "\\nMAAA\\n\n" END, "the block holds something that is not base64" },
		{ BEGIN "MAA\x01\n" END, "the block holds something that is not base64" },
		{ "-----BEGIN CERTIFICATE", "the BEGIN line is broken" },
		{ "-----BEGIN CERTIFICATE----", "the BEGIN line is broken" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char log[128];

		snprintf(log, sizeof log, "damaged at 0: %s\n", rows[i].why);
		check(text_from(rows[i].text), log);
	}
}

/* A damaged block has a number too, so that "#2" is the second one for people as well. */
static void damage_does_not_hide_what_follows(void **state)
{
	struct text text = CERTGEN_JOIN(&arena, TEXT(BEGIN "MIIB\n"), pem("CERTIFICATE"),
		TEXT(BEGIN "MIIB"));
	char log[256];

	(void)state;
	snprintf(log, sizeof log, "damaged at 0: the END line is missing\nfound 2 at 33\n"
	         "damaged at %u: the END line is missing\n", text.length - 32);
	check(text, log);
}

static void padding_is_taken_off(void **state)
{
	struct visit visit = { .expected = certgen_hex(&arena, "30 02 05 00") };

	(void)state;
	run(TEXT(BEGIN "MAIFAA==\n" END), &visit);
	assert_string_equal(visit.log, "found 1 at 0\n");
	visit = (struct visit){ .expected = certgen_hex(&arena, "30 03 02 01 05") };
	run(TEXT(BEGIN "MAMCAQU=\n" END), &visit);
	assert_string_equal(visit.log, "found 1 at 0\n");
}

#define UTF16 "it is UTF-16 without PEM; anything else is read as UTF-8\n"

static void bytes_without_a_certificate_are_told_once(void **state)
{
	struct visit visit = { .used = 0 };

	(void)state;
	check(TEXT(""), "nothing at 0: it is empty\n");
	check((struct text){ NULL, 0 }, "nothing at 0: it is empty\n");
	check(TEXT("hello"), "nothing at 0: it holds neither PEM nor DER\n");
	check(TEXT("0"), "nothing at 0: it holds neither PEM nor DER\n");
	check(TEXT("\xef\xbb\xbf"), "nothing at 0: it holds neither PEM nor DER\n");
	check(TEXT("\xff\xfe-\0-\0"), "nothing at 0: " UTF16);
	check(TEXT("\0-\0-"), "nothing at 0: " UTF16);
	check(TEXT("\xfe\xff"), "nothing at 0: " UTF16);
	check(TEXT("\xff\xfe-"), "nothing at 0: " UTF16);
	run(TEXT("\xfe\xed\xfe\xed\0\0\0\2"), &visit);
	assert_non_null(strstr(visit.log, "nothing at 0: it is a Java key store; `keytool"));
}

/* The text in UTF-16, the lower byte first or last. */
static struct text wide(struct text text, bool big)
{
	char *out = arena_alloc(&arena, 2 * (size_t)text.length);

	for (uint32_t i = 0; i < text.length; i++)
		out[2 * i + big] = text.at[i];
	return (struct text){ out, 2 * text.length };
}

static void utf_16_is_read_as_the_ascii_in_it(void **state)
{
	struct text text = CERTGEN_JOIN(&arena, pem("CERTIFICATE"), TEXT("and\r\n"),
	                                pem("CERTIFICATE"));
	uint32_t second = 2 * (pem("CERTIFICATE").length + 5);
	char log[128];

	(void)state;
	snprintf(log, sizeof log, "found 1 at 0\nfound 2 at %u\n", second);
	check(wide(text, false), log);
	check(wide(text, true), log);
	snprintf(log, sizeof log, "found 1 at 2\nfound 2 at %u\n", second + 2);
	check(CERTGEN_JOIN(&arena, TEXT("\xff\xfe"), wide(text, false)), log);
	check(CERTGEN_JOIN(&arena, TEXT("\xfe\xff"), wide(text, true), TEXT("\0")), log);
}

static void a_label_does_not_hide_what_a_block_holds(void **state)
{
	(void)state;
	check(pem("PKCS7"), "found 1 at 0\n");
	check(pem("CERTIFICATE REQUEST"), "found 1 at 0\n");
	check(pem("MYSTERY"), "found 1 at 0\n");
	check(TEXT("-----BEGIN PGP MESSAGE-----\nV: 1\n\n!\n-----END PGP MESSAGE-----\n"),
	      "foreign at 0: a PEM block with another label, not a certificate\n");
}

static struct text bare_base64(struct text der)
{
	struct text text = certgen_pem(&arena, "X", der);

	return (struct text){ text.at + 18, text.length - 18 - 16 };
}

static void base64_without_lines_of_pem_is_decoded(void **state)
{
	struct text bare = bare_base64(proper());

	(void)state;
	check(bare, "found 1 at 0\n");
	check(replaced(bare, '\n', ""), "found 1 at 0\n");
	check(CERTGEN_JOIN(&arena, TEXT("\xef\xbb\xbf \r\n"), bare), "found 1 at 3\n");
	check(wide(bare, false), "found 1 at 0\n");
	check(CERTGEN_JOIN(&arena, bare, TEXT("!")),
	      "nothing at 0: it holds neither PEM nor DER\n");
	check(TEXT("MAAA"), "foreign at 0: a DER structure that is empty, not a certificate\n");
	check(TEXT("Monday"), "nothing at 0: it holds neither PEM nor DER\n");
}

/* PKCS #7 of these certificates, which may be empty for none. */
static struct text signed_data(struct text certificates)
{
	struct text held = certificates.length
		? certgen_item(&arena, 0xa0, certificates) : certificates;
	struct text data = CERTGEN_SEQUENCE(&arena, certgen_hex(&arena, "02 01 01 31 00"),
		certgen_hex(&arena, "30 0b 06 09 2a 86 48 86 f7 0d 01 07 01"), held,
		certgen_hex(&arena, "31 00"));

	return CERTGEN_SEQUENCE(&arena, certgen_hex(&arena, "06 09 2a 86 48 86 f7 0d 01 07 02"),
	                        certgen_item(&arena, 0xa0, data));
}

/* The same with indefinite lengths around everything but the certificates. */
static struct text open_signed_data(struct text certificates)
{
	return CERTGEN_JOIN(&arena,
		certgen_hex(&arena, "30 80 06 09 2a 86 48 86 f7 0d 01 07 02 a0 80 30 80 02 01 01 31 80"),
		certgen_hex(&arena, "00 00 30 80 06 09 2a 86 48 86 f7 0d 01 07 01 00 00 a0 80"),
		certificates, certgen_hex(&arena, "00 00 31 80 00 00 00 00 00 00 00 00"));
}

static void pkcs_7_gives_its_certificates(void **state)
{
	struct text two = certgen_repeat(&arena, proper(), 2), old = certgen_hex(&arena, "a1 02 05 00");
	const char *log = "found inside 1 at 0\nfound inside 2 at 0\n";

	(void)state;
	check(signed_data(two), log);
	check(certgen_pem(&arena, "PKCS7", signed_data(two)), log);
	check(certgen_pem(&arena, "CERTIFICATE", signed_data(two)), log);
	check(bare_base64(signed_data(two)), log);
	check(signed_data(CERTGEN_JOIN(&arena, proper(), old, proper())), log);
}

static void pkcs_7_that_is_not_der_is_decoded_by_openssl(void **state)
{
	struct text real = certgen_real(&arena, CERTGEN_EC);
	struct visit visit = { .expected = real };

	(void)state;
	run(open_signed_data(certgen_repeat(&arena, real, 2)), &visit);
	assert_string_equal(visit.log, "found inside 1 at 0\nfound inside 2 at 0\n");
}

static void pkcs_7_without_certificates_or_form_is_told(void **state)
{
	struct text whole = signed_data(proper());
	const char *broken = "damaged at 0: the PKCS #7 is broken or cut off\n";

	(void)state;
	check(signed_data(TEXT("")), "foreign at 0: PKCS #7 without a certificate\n");
	check(open_signed_data(TEXT("")), "foreign at 0: PKCS #7 without a certificate\n");
	check((struct text){ whole.at, whole.length - 1 }, broken);
	whole = open_signed_data(proper());
	check((struct text){ whole.at, whole.length - 14 }, broken);
	check(signed_data(CERTGEN_JOIN(&arena, proper(), certgen_hex(&arena, "30 05 00"))),
	      "found inside 1 at 0\n"
	      "damaged at 0: the list of certificates in the PKCS #7 is broken\n");
}

static struct text request(void)
{
	struct certgen parts = certgen_parts(&arena);
	struct text info = CERTGEN_SEQUENCE(&arena, certgen_hex(&arena, "02 01 00"), parts.subject,
	                                    parts.key, certgen_hex(&arena, "a0 00"));

	return CERTGEN_SEQUENCE(&arena, info, parts.outer, parts.signature);
}

static void requests_are_told_from_certificates(void **state)
{
	struct visit visit = { .expected = request() };
	struct text both = CERTGEN_JOIN(&arena, request(),
		certgen_hex(&arena, "30 0b 30 07 02 01 00 30 00 30 00 05 00"));

	(void)state;
	run(request(), &visit);
	run(certgen_pem(&arena, "NEW CERTIFICATE REQUEST", request()), &visit);
	run(certgen_pem(&arena, "CERTIFICATE", request()), &visit);
	assert_string_equal(visit.log, "request 1 at 0\nrequest 1 at 0\nrequest 1 at 0\n");
	visit = (struct visit){ .used = 0 };
	run(both, &visit);
	assert_non_null(strstr(visit.log, "request 1 at 0\nfound 2 at "));
}

static void what_is_signed_but_no_certificate_is_told(void **state)
{
	static const struct {
		const char *hex, *why;
	} rows[] = {
		{ "30 0b 30 09 30 00 30 00 17 03 31 32 33", "a revocation list" },
		{ "30 0e 30 0c 02 01 01 30 00 30 00 17 03 31 32 33", "a revocation list" },
		{ "30 08 30 04 06 02 2a 03 03 00", "a public key" },
		{ "30 08 30 04 06 02 2a 03 04 00", "an encrypted private key" },
		{ "30 05 02 01 00 30 00", "a private key or another structure" },
		{ "30 03 0a 01 00", "a DER structure" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct visit visit = { .used = 0 };

		run(certgen_hex(&arena, rows[i].hex), &visit);
		assert_non_null(strstr(visit.log, "foreign at 0: "));
		assert_non_null(strstr(visit.log, rows[i].why));
	}
}

static void a_visit_can_be_stopped(void **state)
{
	struct visit visit = { .stop = true };
	struct form_visitor visitor;

	(void)state;
	visitor = run(CERTGEN_JOIN(&arena, pem("CERTIFICATE"), pem("CERTIFICATE")), &visit);
	assert_int_equal(visitor.found_count, 1);
	visitor = run(certgen_repeat(&arena, proper(), 2), &visit);
	assert_int_equal(visitor.found_count, 1);
	visitor = run(certgen_repeat(&arena, TEXT(BEGIN), 2), &visit);
	assert_int_equal(visitor.refused_count, 1);
}

static uint32_t refusals(struct text bytes)
{
	struct visit visit = { .used = 0 };

	return run(bytes, &visit).refused_count;
}

/* Each of these made some other reader quadratic. */
static void hostile_bytes_take_linear_time(void **state)
{
	const uint32_t many = 20000, bulk = 1000000;
	struct text line = certgen_repeat(&arena, TEXT("QUJD"), bulk / 4);

	(void)state;
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT(BEGIN), many)), many);
	assert_int_equal(refusals(certgen_repeat(&arena,
		TEXT("-----BEGIN CERTIFICATE-----"), many)), many);
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT(BEGIN "A: b\n"), many)), many);
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT(BEGIN END), many)), many);
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT("-----BEGIN "), many)), many / 2);
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT("-----BEGIN X-----"), many)), many);
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT("-"), bulk)), 1);
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT("\0"), bulk)), 1);
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT("0"), bulk)), 1);
	assert_int_equal(refusals(CERTGEN_JOIN(&arena, TEXT(BEGIN), line)), 1);
	assert_int_equal(refusals(CERTGEN_JOIN(&arena, TEXT(BEGIN),
		certgen_repeat(&arena, TEXT("\n"), bulk))), 1);
	assert_int_equal(refusals(CERTGEN_JOIN(&arena, TEXT(BEGIN),
		certgen_repeat(&arena, TEXT("a:\n"), bulk))), 1);
	assert_int_equal(refusals(certgen_repeat(&arena, TEXT("\x30\x00"), many)), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(der_is_found_by_itself_and_in_a_row),
		cmocka_unit_test(structures_that_are_no_certificates_are_told),
		cmocka_unit_test(pem_is_found_with_every_line_ending),
		cmocka_unit_test(every_label_of_a_certificate_counts),
		cmocka_unit_test(text_around_is_passed),
		cmocka_unit_test(headers_are_passed),
		cmocka_unit_test(other_blocks_are_told_and_passed),
		cmocka_unit_test(damaged_blocks_are_told),
		cmocka_unit_test(damage_does_not_hide_what_follows),
		cmocka_unit_test(padding_is_taken_off),
		cmocka_unit_test(bytes_without_a_certificate_are_told_once),
		cmocka_unit_test(utf_16_is_read_as_the_ascii_in_it),
		cmocka_unit_test(a_label_does_not_hide_what_a_block_holds),
		cmocka_unit_test(base64_without_lines_of_pem_is_decoded),
		cmocka_unit_test(pkcs_7_gives_its_certificates),
		cmocka_unit_test(pkcs_7_that_is_not_der_is_decoded_by_openssl),
		cmocka_unit_test(pkcs_7_without_certificates_or_form_is_told),
		cmocka_unit_test(requests_are_told_from_certificates),
		cmocka_unit_test(what_is_signed_but_no_certificate_is_told),
		cmocka_unit_test(a_visit_can_be_stopped),
		cmocka_unit_test(hostile_bytes_take_linear_time),
	};
	int failed = cmocka_run_group_tests_name("forms", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
