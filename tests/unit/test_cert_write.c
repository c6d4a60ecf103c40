/* SPDX-License-Identifier: Apache-2.0 */
/* What `assay facts` writes of a certificate is read as the same facts, in every state. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"
#include "facts/write.h"
#include "tests/unit/shop_input.h"

static struct arena arena;
static struct shop shop;

static int open_shop(void **state)
{
	(void)state;
	shop_open(&shop);
	return 0;
}

static int close_shop(void **state)
{
	(void)state;
	shop_close(&shop);
	arena_free(&arena);
	return 0;
}

static void assert_read_as_written(struct text der)
{
	struct cert_result result = cert_read(&arena, certificate_entity_new(&arena),
	                                      der, NULL);
	struct buffer out = { 0 }, again = { 0 };
	uint32_t before = shop.certificates.count;

	assert_non_null(result.record);
	write_record(&out, result.record, WRITE_GIVEN);
	shop_read(&shop, arena_text(&shop.arena, buffer_view(&out)));
	assert_int_equal(shop.trouble_count, 0);
	assert_int_equal(shop.certificates.count, before + 1);
	write_record(&again, shop.certificates.records[before], WRITE_GIVEN);
	assert_string_equal(out.at, again.at);
	buffer_done(&out);
	buffer_done(&again);
}

static void certificates_with_all_extensions(void **state)
{
	(void)state;
	for (int i = 0; i < CERTGEN_KINDS; i++)
		assert_read_as_written(certgen_real(&arena, (enum certgen_kind)i));
}

static void facts_in_every_state(void **state)
{
	struct certgen parts = certgen_parts(&arena);
	struct text san = certgen_extension(&arena, 17, certgen_hex(&arena, "30 03 82 01 61"));
	struct text usage = certgen_extension(&arena, 15, TEXT("\xff"));

	(void)state;
	assert_read_as_written(certgen_build(&arena, &parts));
	parts.extensions = certgen_extensions(&arena, CERTGEN_JOIN(&arena, san, usage, san));
	assert_read_as_written(certgen_build(&arena, &parts));
	parts.serial = certgen_hex(&arena, "02 00");
	parts.until = certgen_item(&arena, 0x17, TEXT("no time"));
	parts.key = certgen_hex(&arena, "30 00");
	assert_read_as_written(certgen_build(&arena, &parts));
}

static void names_of_any_characters(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	parts.subject = certgen_name(&arena, "\x1b[31m\"\\\b\f\n\r\t\x7f\xc2\x9b\xe2\x80\xae,+=<>#;");
	assert_read_as_written(certgen_build(&arena, &parts));
	parts.subject = certgen_name(&arena, "\xff");
	assert_read_as_written(certgen_build(&arena, &parts));
}

static void what_a_container_says(void **state)
{
	static const char input[] = "{\"certificate\": {\"private-key\": true, "
		"\"key.provider\": \"Microsoft Software Key Storage Provider\", "
		"\"key.provider-kind\": \"ksp\", \"key.exportable\": false, "
		"\"friendly-name\": null, \"protection\": \"aes256-sha256\"}}\n";
	struct buffer out = { 0 };

	(void)state;
	shop_read(&shop, TEXT(input));
	assert_int_equal(shop.trouble_count, 0);
	write_record(&out, shop.certificates.records[0], WRITE_GIVEN);
	assert_string_equal(out.at, input);
	buffer_done(&out);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_shop, close_shop)
	const struct CMUnitTest tests[] = {
		TEST(certificates_with_all_extensions),
		TEST(facts_in_every_state),
		TEST(names_of_any_characters),
		TEST(what_a_container_says),
	};

	return cmocka_run_group_tests_name("cert write", tests, NULL, NULL);
}
