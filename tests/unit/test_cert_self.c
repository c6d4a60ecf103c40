/* SPDX-License-Identifier: Apache-2.0 */
/* Which certificates are signed by their own key, and of which it can't be told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"

static struct arena arena;

static struct value self_signed(struct text der)
{
	return certcheck_fact(&arena, der, CERTIFICATE_SELF_SIGNED);
}

/* A certificate with a dummy signature whose issuer is its subject. */
static struct certgen self_issued(void)
{
	struct certgen parts = certgen_parts(&arena);

	parts.issuer = parts.subject;
	return parts;
}

static void what_openssl_signed_is_self_signed(void **state)
{
	(void)state;
	for (int i = 0; i < CERTGEN_KINDS; i++)
		certcheck_number(self_signed(certgen_real(&arena, (enum certgen_kind)i)), 1);
}

static void a_changed_byte_ends_it(void **state)
{
	(void)state;
	for (int i = 0; i < CERTGEN_KINDS; i++) {
		struct text der = certgen_real(&arena, (enum certgen_kind)i);
		char *copy = arena_alloc(&arena, der.length);

		memcpy(copy, der.at, der.length);
		copy[der.length - 1] ^= 1;
		certcheck_number(self_signed((struct text){ copy, der.length }), 0);
	}
}

static void another_issuer_is_not_itself(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	certcheck_number(self_signed(certgen_build(&arena, &parts)), 0);
	/* Then the key does not matter. */
	parts.key = certgen_hex(&arena, "30 00");
	certcheck_number(self_signed(certgen_build(&arena, &parts)), 0);
}

static void a_dummy_signature_is_none(void **state)
{
	struct certgen parts = self_issued();

	(void)state;
	certcheck_number(self_signed(certgen_build(&arena, &parts)), 0);
}

static void what_openssl_can_t_compute_is_undecodable(void **state)
{
	struct certgen parts = self_issued();

	(void)state;
	parts.key = certgen_key(&arena, certgen_hex(&arena, "06 03 2a 03 04"),
	                        TEXT("\1\2\3"));
	certcheck_flaw(self_signed(certgen_build(&arena, &parts)), "can't use the key");
	parts = self_issued();
	parts.inner = parts.outer = certgen_hex(&arena, "30 05 06 03 2a 03 04");
	certcheck_flaw(self_signed(certgen_build(&arena, &parts)), "can't verify");
	parts = self_issued();
	parts.key = certgen_hex(&arena, "30 00");
	certcheck_flaw(self_signed(certgen_build(&arena, &parts)), "can't decode");
	parts = self_issued();
	parts.subject = parts.issuer = certgen_hex(&arena, "30 02 05 00");
	certcheck_flaw(self_signed(certgen_build(&arena, &parts)), "can't decode");
}

/* An odd number of so many octets. */
static struct text number(uint32_t octets)
{
	return CERTGEN_JOIN(&arena, { "\0", 1 },
		certgen_repeat(&arena, TEXT("\x81"), octets - 1), { "\x81", 1 });
}

static void huge_keys_are_answered_in_time(void **state)
{
	struct certgen parts = self_issued();
	struct text padded = CERTGEN_JOIN(&arena, { "\0", 1 }, number(1 << 17));

	(void)state;
	parts.key = certgen_rsa_key(&arena, number(1 << 17), TEXT("\3"));
	certcheck_flaw(self_signed(certgen_build(&arena, &parts)), "keys of this size");
	parts.key = certgen_rsa_key(&arena, padded, TEXT("\3"));
	certcheck_flaw(self_signed(certgen_build(&arena, &parts)), "keys of this size");
	parts.key = certgen_rsa_key(&arena, number(1 << 18), TEXT("\3"));
	certcheck_flaw(self_signed(certgen_build(&arena, &parts)), "too large");
	parts.key = certgen_rsa_key(&arena, number(256), number(256));
	parts.signature = certgen_item(&arena, 0x03, CERTGEN_JOIN(&arena, { "\0", 1 },
		certgen_repeat(&arena, TEXT("\x7f"), 256)));
	certcheck_number(self_signed(certgen_build(&arena, &parts)), 0);
	parts.key = certgen_rsa_key(&arena, number(2048), number(2048));
	parts.signature = certgen_item(&arena, 0x03, CERTGEN_JOIN(&arena, { "\0", 1 },
		certgen_repeat(&arena, TEXT("\x7f"), 2048)));
	certcheck_flaw(self_signed(certgen_build(&arena, &parts)), "keys of this size");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_openssl_signed_is_self_signed),
		cmocka_unit_test(a_changed_byte_ends_it),
		cmocka_unit_test(another_issuer_is_not_itself),
		cmocka_unit_test(a_dummy_signature_is_none),
		cmocka_unit_test(what_openssl_can_t_compute_is_undecodable),
		cmocka_unit_test(huge_keys_are_answered_in_time),
	};
	int failed = cmocka_run_group_tests_name("cert self", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
