/* SPDX-License-Identifier: Apache-2.0 */
/* Where the readers and OpenSSL disagree: the list of it, in both directions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <openssl/err.h>
#include <openssl/x509.h>

#include "certcheck.h"

enum { ID_SKI = 14, ID_KU = 15, ID_SAN = 17, ID_BASIC = 19, ID_CRL = 31, ID_EKU = 37 };

static struct arena arena;

static struct text hex(const char *digits)
{
	return certgen_hex(&arena, digits);
}

/* Undecodable, and the reason says whether OpenSSL decodes it. */
static void check(const struct certgen *parts, enum certificate_fact fact, bool decodes)
{
	struct value value = certcheck_fact(&arena, certgen_build(&arena, parts), fact);

	certcheck_flaw(value, "");
	if (!strstr(value.as.text, "; OpenSSL decodes this") == decodes)
		fail_msg("\"%s\"", value.as.text);
}

static void extensions_that_openssl_decodes_are_told(void **state)
{
	static const struct {
		uint8_t id;
		const char *digits;
		enum certificate_fact fact;
		bool decodes;
	} rows[] = {
		/* strings with NUL or beyond ASCII, addresses of any length */
		{ ID_SAN, "30 05 82 03 61 00 62", CERTIFICATE_DNS_NAMES, true },
		{ ID_SAN, "30 03 82 01 e4", CERTIFICATE_ALTERNATIVE_NAMES, true },
		{ ID_SAN, "30 07 87 05 01 02 03 04 05", CERTIFICATE_IP_ADDRESSES, true },
		{ ID_SAN, "30 02 89 00", CERTIFICATE_URIS, false },
		{ ID_SAN, "05 00", CERTIFICATE_UPNS, false },
		/* BER */
		{ ID_SAN, "30 80 82 01 61 00 00", CERTIFICATE_DNS_NAMES, true },
		{ ID_EKU, "30 81 03 06 01 2a", CERTIFICATE_EXTENDED_KEY_USAGE, true },
		{ ID_BASIC, "30 03 01 01 01", CERTIFICATE_CA, true },
		{ ID_BASIC, "30 07 01 01 ff 02 02 00 05", CERTIFICATE_PATH_LENGTH, false },
		{ ID_BASIC, "30 06 01 01 ff 02 01 ff", CERTIFICATE_PATH_LENGTH, true },
		{ ID_KU, "03 02 07 ff", CERTIFICATE_KEY_USAGE, true },
		{ ID_KU, "03 00", CERTIFICATE_KEY_USAGE, false },
		{ ID_SKI, "05 00", CERTIFICATE_SUBJECT_KEY_ID, false },
		{ ID_SKI, "04 02 ab", CERTIFICATE_SUBJECT_KEY_ID, false },
		{ ID_CRL, "30 09 30 07 a0 05 a0 03 86 01 e4", CERTIFICATE_CRL_URLS, true },
		{ ID_CRL, "30 02 05 00", CERTIFICATE_CRL_URLS, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct certgen parts = certgen_parts(&arena);

		parts.extensions = certgen_extensions(&arena, certgen_extension(&arena,
			rows[i].id, hex(rows[i].digits)));
		check(&parts, rows[i].fact, rows[i].decodes);
	}
}

static void a_limit_is_no_flaw_to_openssl(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	parts.extensions = certgen_extensions(&arena, certgen_extension(&arena, ID_SAN,
		certgen_item(&arena, 0x30, certgen_repeat(&arena, hex("82 01 61"), 257))));
	check(&parts, CERTIFICATE_DNS_NAMES, true);
}

static void a_broken_list_hides_all_but_openssl_may_read_it(void **state)
{
	struct text basic = certgen_extension(&arena, ID_BASIC, hex("30 00"));
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	parts.extensions = certgen_extensions(&arena, CERTGEN_JOIN(&arena, basic,
		hex("30 0a 06 01 2a 24 80 04 01 00 00 00")));
	check(&parts, CERTIFICATE_CA, true);
	parts.extensions = certgen_extensions(&arena, CERTGEN_JOIN(&arena, basic, hex("05 00")));
	check(&parts, CERTIFICATE_CA, false);
}

static void other_parts_that_openssl_decodes_are_told(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	parts.serial = hex("02 02 00 7f");
	check(&parts, CERTIFICATE_SERIAL, false);
	parts = certgen_parts(&arena);
	parts.until = certgen_item(&arena, 0x17, TEXT("261301000000Z"));
	check(&parts, CERTIFICATE_VALID_UNTIL, false);
	parts.until = certgen_item(&arena, 0x17, TEXT("260101000000Z "));
	check(&parts, CERTIFICATE_VALID_UNTIL, false);
	parts = certgen_parts(&arena);
	parts.subject = certgen_item(&arena, 0x30, certgen_attribute(&arena, 3, 0x16,
		TEXT("\xe4")));
	check(&parts, CERTIFICATE_COMMON_NAME, true);
	parts.subject = certgen_item(&arena, 0x30, certgen_attribute(&arena, 3, 0x0c,
		TEXT("\xe4")));
	check(&parts, CERTIFICATE_SUBJECT, false);
	parts = certgen_parts(&arena);
	parts.outer = hex("30 0d 06 09 2a 86 48 86 f7 0d 01 01 05 05 00");
	check(&parts, CERTIFICATE_SIGNATURE_DIGEST, true);
	parts.inner = parts.outer = hex("30 02 06 00");
	check(&parts, CERTIFICATE_SIGNATURE_ALGORITHM, false);
}

static void keys_that_openssl_can_use_are_told(void **state)
{
	struct certgen parts = certgen_parts(&arena);
	struct text modulus = CERTGEN_JOIN(&arena, { "\0\0\x80", 3 },
		certgen_repeat(&arena, TEXT("\x55"), 255));

	(void)state;
	parts.key = certgen_rsa_key(&arena, modulus, TEXT("\3"));
	check(&parts, CERTIFICATE_KEY_BITS, true);
	parts.key = certgen_key(&arena, hex("06 03 2b 65 6e"), certgen_repeat(&arena,
		TEXT("\x11"), 32));
	check(&parts, CERTIFICATE_KEY_BITS, true);
	parts.key = certgen_key(&arena, hex("06 03 2a 03 04"), TEXT("\1"));
	check(&parts, CERTIFICATE_KEY_BITS, false);
}

static bool openssl_decodes(struct text der)
{
	const unsigned char *at = (const unsigned char *)der.at;
	X509 *x509 = d2i_X509(NULL, &at, (long)der.length);

	X509_free(x509);
	ERR_clear_error();
	return x509;
}

/* The other direction: a flaw costs us one fact, and OpenSSL the certificate. */
static void what_only_the_walk_reads_keeps_its_other_facts(void **state)
{
	struct certgen rows[4];
	static const enum certificate_fact lost[] = {
		CERTIFICATE_SERIAL, CERTIFICATE_SUBJECT, CERTIFICATE_SUBJECT, CERTIFICATE_KEY_USAGE,
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		rows[i] = certgen_parts(&arena);
	rows[0].serial = hex("02 02 00 7f");
	rows[1].subject = certgen_name(&arena, "\xff");
	rows[2].subject = hex("30 02 05 00");
	rows[3].extensions = certgen_extensions(&arena, hex("05 00"));
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct text der = certgen_build(&arena, &rows[i]);

		assert_false(openssl_decodes(der));
		certcheck_flaw(certcheck_fact(&arena, der, lost[i]), "");
		certcheck_number(certcheck_fact(&arena, der, CERTIFICATE_KEY_BITS), 2048);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(extensions_that_openssl_decodes_are_told),
		cmocka_unit_test(a_limit_is_no_flaw_to_openssl),
		cmocka_unit_test(a_broken_list_hides_all_but_openssl_may_read_it),
		cmocka_unit_test(other_parts_that_openssl_decodes_are_told),
		cmocka_unit_test(keys_that_openssl_can_use_are_told),
		cmocka_unit_test(what_only_the_walk_reads_keeps_its_other_facts),
	};
	int failed = cmocka_run_group_tests_name("cert second", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
