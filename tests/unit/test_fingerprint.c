/* SPDX-License-Identifier: Apache-2.0 */
/* Fingerprints are understood as people copy them, and nothing else is taken for one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "facts/fingerprint.h"

static struct arena arena;

#define SHA1 "a9993e364706816aba3e25717850c26c9cd0d89d"
#define SHA256 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void check(const char *text, const char *expected)
{
	struct fingerprint fingerprint;

	assert_true(fingerprint_parse(text_from(text), &fingerprint));
	assert_string_equal(fingerprint_text(&fingerprint, &arena).at, expected);
}

static void any_way_of_writing_is_understood(void **state)
{
	(void)state;
	check(SHA1, "sha1:" SHA1);
	check("sha1:" SHA1, "sha1:" SHA1);
	check(SHA256, "sha256:" SHA256);
	check("sha256:" SHA256, "sha256:" SHA256);
	check("A9:99:3E:36:47:06:81:6A:BA:3E:25:71:78:50:C2:6C:9C:D0:D8:9D", "sha1:" SHA1);
	check("\xe2\x80\x8e" "a9 99 3e 36 47 06 81 6a ba 3e 25 71 78 50 c2 6c 9c d0 d8 9d\r\n",
	      "sha1:" SHA1);
}

static void nothing_else_is_one(void **state)
{
	static const char *const wrong[] = { "", "sha1:", SHA1 "00", SHA1 "0", SHA256 "0",
		"sha256:" SHA1, "sha1:" SHA256, "g" SHA1, SHA1 ".cer", "md5:" SHA1, SHA1 SHA1 };
	struct fingerprint fingerprint;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_false(fingerprint_parse(text_from(wrong[i]), &fingerprint));
}

static void both_digests_are_made(void **state)
{
	struct fingerprint fingerprint;

	(void)state;
	assert_true(fingerprint_of(TEXT("abc"), FINGERPRINT_SHA1, &fingerprint));
	assert_string_equal(fingerprint_text(&fingerprint, &arena).at, "sha1:" SHA1);
	assert_true(fingerprint_of(TEXT("abc"), FINGERPRINT_SHA256, &fingerprint));
	assert_string_equal(fingerprint_text(&fingerprint, &arena).at, "sha256:" SHA256);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_way_of_writing_is_understood),
		cmocka_unit_test(nothing_else_is_one),
		cmocka_unit_test(both_digests_are_made),
	};
	int failed = cmocka_run_group_tests_name("fingerprint", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
