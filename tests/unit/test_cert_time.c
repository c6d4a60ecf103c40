/* SPDX-License-Identifier: Apache-2.0 */
/* How long the worst certificates take: all facts of each within 100 ms of processor time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <time.h>

#include <cmocka.h>

#include "certcheck.h"

enum { ID_SAN = 17, ID_CRL = 31, ID_POLICIES = 32, ID_EKU = 37 };

/* The sanitizers slow it down. */
#ifdef __SANITIZE_ADDRESS__
enum { SLOWER = 5 };
#elif UINTPTR_MAX == UINT32_MAX
enum { SLOWER = 2 };    /* OpenSSL counts in smaller words */
#else
enum { SLOWER = 1 };
#endif

static struct arena arena;
static const struct entity *entity;

static struct text hex(const char *digits)
{
	return certgen_hex(&arena, digits);
}

/* All facts are read in time, or it is refused in time. */
static const struct record *read_all(struct text der)
{
	static struct arena record;
	struct cert_result result;
	clock_t start;

	arena_reset(&record);
	start = clock();
	result = cert_read(&record, entity, der, NULL);
	assert_true(clock() - start < SLOWER * CLOCKS_PER_SEC / 10);
	assert_true(!result.record == (result.why != NULL));
	return result.record;
}

/* Issued to itself, so that its signature is looked at, too. */
static struct certgen proper(void)
{
	struct certgen parts = certgen_parts(&arena);

	parts.issuer = parts.subject;
	return parts;
}

static void check_extension(uint8_t id, struct text value)
{
	struct certgen parts = proper();

	parts.extensions = certgen_extensions(&arena, certgen_extension(&arena, id, value));
	assert_non_null(read_all(certgen_build(&arena, &parts)));
}

/* Relative names as subject and issuer. */
static void check_names(struct text names)
{
	struct certgen parts = proper();

	parts.subject = parts.issuer = certgen_item(&arena, 0x30, names);
	assert_non_null(read_all(certgen_build(&arena, &parts)));
}

/* A SEQUENCE of items, of so many bytes. */
static struct text filled(const char *item, uint32_t bytes)
{
	struct text one = hex(item);

	return certgen_item(&arena, 0x30, certgen_repeat(&arena, one, bytes / one.length));
}

enum { MOST = CERT_MAX - 2000, HALF = MOST / 2 };

static void what_is_no_certificate_is_refused_in_time(void **state)
{
	(void)state;
	assert_null(read_all(certgen_repeat(&arena, TEXT("\0"), CERT_MAX)));
	assert_null(read_all(certgen_repeat(&arena, TEXT("\x30"), CERT_MAX)));
	assert_null(read_all(certgen_repeat(&arena, TEXT("\x30\x80"), CERT_MAX / 2)));
	assert_null(read_all(certgen_repeat(&arena, TEXT("\0"), 100 * 1000 * 1000)));
	assert_null(read_all(filled("30 00", MOST)));
}

static void extensions_full_of_anything_are_read_in_time(void **state)
{
	struct text directory = certgen_item(&arena, 0xa4, certgen_item(&arena, 0x30,
		certgen_repeat(&arena, certgen_attribute(&arena, 3, 0x0c, TEXT("x")), 300)));

	(void)state;
	check_extension(ID_SAN, filled("82 00", MOST));
	check_extension(ID_SAN, filled("82 01 61", 30000));
	check_extension(ID_SAN, filled("87 04 01 02 03 04", MOST));
	check_extension(ID_SAN, certgen_item(&arena, 0x30,
		certgen_repeat(&arena, directory, 250)));
	check_extension(ID_EKU, filled("06 01 2a", MOST));
	check_extension(ID_POLICIES, filled("30 03 06 01 2a", MOST));
	check_extension(ID_CRL, filled("30 00", MOST));
	check_extension(ID_CRL, filled("30 04 a0 02 a1 00", MOST));
}

static void many_extensions_are_read_in_time(void **state)
{
	struct certgen parts = proper();
	struct text empty = certgen_extension(&arena, 99, TEXT(""));

	(void)state;
	parts.extensions = certgen_extensions(&arena,
		certgen_repeat(&arena, empty, MOST / empty.length));
	assert_non_null(read_all(certgen_build(&arena, &parts)));
	empty = certgen_extension(&arena, ID_SAN, TEXT(""));
	parts.extensions = certgen_extensions(&arena,
		certgen_repeat(&arena, empty, MOST / empty.length));
	assert_non_null(read_all(certgen_build(&arena, &parts)));
}

static void deep_nesting_is_read_in_time(void **state)
{
	struct text deep = hex("05 00");
	static const uint8_t ids[] = { ID_SAN, ID_CRL, ID_POLICIES, ID_EKU, 99 };

	(void)state;
	for (int depth = 1; depth <= 3000; depth++) {
		deep = certgen_item(&arena, 0x30, deep);
		for (size_t i = 0; depth % 300 == 0 && i < sizeof ids; i++)
			check_extension(ids[i], deep);
	}
	check_names(deep);
}

static void huge_names_are_read_in_time(void **state)
{
	struct text one = certgen_attribute(&arena, 3, 0x0c, TEXT("x"));
	struct text pair = hex("30 08 06 03 55 04 03 0c 01 61");

	(void)state;
	check_names(certgen_repeat(&arena, one, 10000));
	check_names(certgen_repeat(&arena, one, HALF / one.length));
	check_names(certgen_item(&arena, 0x31,
		certgen_repeat(&arena, pair, HALF / pair.length)));
	check_names(certgen_attribute(&arena, 3, 0x0c, certgen_repeat(&arena, TEXT("x"), HALF)));
	check_names(certgen_attribute(&arena, 3, 0x0c, certgen_repeat(&arena, TEXT("\1"), HALF)));
	check_names(certgen_attribute(&arena, 3, 0x1e,
		certgen_repeat(&arena, TEXT("\x20\xac"), HALF / 2)));
}

static void huge_keys_are_read_in_time(void **state)
{
	struct certgen parts = proper();
	static const uint32_t octets[] = { 384, 1024, 2048, 1 << 17, 1 << 19 };

	(void)state;
	for (size_t i = 0; i < sizeof octets / sizeof octets[0]; i++) {
		struct text number = certgen_repeat(&arena, TEXT("\x55"), octets[i]);

		parts.key = certgen_rsa_key(&arena, number, TEXT("\3"));
		assert_non_null(read_all(certgen_build(&arena, &parts)));
		parts.key = certgen_rsa_key(&arena, number,
			octets[i] < 1 << 19 ? number : TEXT("\3"));
		parts.signature = certgen_item(&arena, 0x03, CERTGEN_JOIN(&arena, { "\0", 1 },
			certgen_repeat(&arena, TEXT("\x11"), octets[i] % 4096)));
		assert_non_null(read_all(certgen_build(&arena, &parts)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_no_certificate_is_refused_in_time),
		cmocka_unit_test(extensions_full_of_anything_are_read_in_time),
		cmocka_unit_test(many_extensions_are_read_in_time),
		cmocka_unit_test(deep_nesting_is_read_in_time),
		cmocka_unit_test(huge_names_are_read_in_time),
		cmocka_unit_test(huge_keys_are_read_in_time),
	};
	int failed;

	entity = certificate_entity_new(&arena);
	failed = cmocka_run_group_tests_name("cert time", tests, NULL, NULL);
	arena_free(&arena);
	return failed;
}
