/* SPDX-License-Identifier: Apache-2.0 */
/* Public keys that no tool makes: each either has its size or says why it has none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "certcheck.h"

#define RSA "06 09 2a 86 48 86 f7 0d 01 01 01 05 00"
#define EC "06 07 2a 86 48 ce 3d 02 01"
#define P256 EC "06 08 2a 86 48 ce 3d 03 01 07"

static struct arena arena;

static struct text hex(const char *digits)
{
	return certgen_hex(&arena, digits);
}

static struct text octets(uint32_t count)
{
	return certgen_repeat(&arena, TEXT("\x11"), count);
}

static struct value fact_of(struct text key, enum certificate_fact fact)
{
	struct certgen parts = certgen_parts(&arena);

	parts.key = key;
	return certcheck_fact(&arena, certgen_build(&arena, &parts), fact);
}

static void check_key(struct text key, enum certificate_key algorithm, int64_t bits)
{
	certcheck_number(fact_of(key, CERTIFICATE_KEY_ALGORITHM), algorithm);
	certcheck_number(fact_of(key, CERTIFICATE_KEY_BITS), bits);
}

static void check_bad(struct text key, enum certificate_key algorithm, const char *why)
{
	certcheck_number(fact_of(key, CERTIFICATE_KEY_ALGORITHM), algorithm);
	certcheck_flaw(fact_of(key, CERTIFICATE_KEY_BITS), why);
}

/* A modulus of so many bits, the highest and the lowest set. */
static struct text modulus(uint32_t bits)
{
	uint32_t count = (bits + 7) / 8;
	char *at = arena_alloc(&arena, count + 1);
	struct text body = { at + 1, count };

	at[1] = (char)(1 << (bits - 1) % 8);
	at[count] = (char)(at[count] | 1);
	return bits % 8 == 0 ? (struct text){ at, count + 1 } : body;
}

static void rsa_keys_have_the_bits_of_their_modulus(void **state)
{
	static const uint32_t sizes[] = { 1, 512, 1024, 2047, 2048, 2049, 3072, 4096, 1 << 20 };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		check_key(certgen_rsa_key(&arena, modulus(sizes[i]), TEXT("\x03")),
		          CERTIFICATE_KEY_IS_RSA, sizes[i]);
	check_key(certgen_rsa_key(&arena, hex("00"), TEXT("\x03")),
	          CERTIFICATE_KEY_IS_RSA, 0);
	check_key(certgen_rsa_key(&arena, hex("40 00"), TEXT("\x03")),
	          CERTIFICATE_KEY_IS_RSA, 15);
}

static void broken_moduli_are_undecodable(void **state)
{
	struct text key = CERTGEN_SEQUENCE(&arena, hex("02 01 05 02 01 03"));
	struct text padded = CERTGEN_JOIN(&arena, { "\0", 1 }, modulus(2048));

	(void)state;
	check_bad(certgen_rsa_key(&arena, padded, TEXT("\x03")),
	          CERTIFICATE_KEY_IS_RSA, "superfluous");
	check_bad(certgen_rsa_key(&arena, TEXT("\x80\x01"), TEXT("\x03")),
	          CERTIFICATE_KEY_IS_RSA, "negative");
	check_bad(certgen_rsa_key(&arena, TEXT(""), TEXT("\x03")),
	          CERTIFICATE_KEY_IS_RSA, "empty");
	check_bad(certgen_key(&arena, hex(RSA), TEXT("")), CERTIFICATE_KEY_IS_RSA, "missing");
	check_bad(certgen_key(&arena, hex(RSA), CERTGEN_JOIN(&arena, key, { "\0", 1 })),
	          CERTIFICATE_KEY_IS_RSA, "follow");
	check_bad(certgen_key(&arena, hex(RSA), hex("30 09 02 01 05 02 01 03 02 01 03")),
	          CERTIFICATE_KEY_IS_RSA, "follow");
	check_bad(CERTGEN_SEQUENCE(&arena, certgen_item(&arena, 0x30, hex(RSA)),
	                           hex("03 09 01 30 06 02 01 05 02 01 02")),
	          CERTIFICATE_KEY_IS_RSA, "whole octet");
	check_bad(CERTGEN_SEQUENCE(&arena, certgen_item(&arena, 0x30, hex(RSA)), hex("03 00")),
	          CERTIFICATE_KEY_IS_RSA, "empty");
}

static void parameters_of_rsa_do_not_change_its_size(void **state)
{
	struct text key = CERTGEN_SEQUENCE(&arena,
		certgen_item(&arena, 0x02, modulus(2048)), hex("02 01 03"));

	(void)state;
	check_key(certgen_key(&arena, hex("06 09 2a 86 48 86 f7 0d 01 01 01"), key),
	          CERTIFICATE_KEY_IS_RSA, 2048);
	check_key(certgen_key(&arena, hex("06 09 2a 86 48 86 f7 0d 01 01 01 02 01 07"), key),
	          CERTIFICATE_KEY_IS_RSA, 2048);
	check_key(certgen_key(&arena, hex("06 09 2a 86 48 86 f7 0d 01 01 0a"), key),
	          CERTIFICATE_KEY_IS_RSA_PSS, 2048);
}

static void exponents_fit_in_63_bits_or_are_undecodable(void **state)
{
	struct text n = modulus(2048);

	(void)state;
	certcheck_number(fact_of(certgen_rsa_key(&arena, n, TEXT("\x01")),
	                         CERTIFICATE_KEY_EXPONENT), 1);
	certcheck_number(fact_of(certgen_rsa_key(&arena, n, TEXT("\x01\x00\x01")),
	                         CERTIFICATE_KEY_EXPONENT), 65537);
	certcheck_number(fact_of(certgen_rsa_key(&arena, n, hex("7f ff ff ff ff ff ff ff")),
	                         CERTIFICATE_KEY_EXPONENT), INT64_MAX);
	certcheck_flaw(fact_of(certgen_rsa_key(&arena, n, hex("00 80 00 00 00 00 00 00 00")),
	                       CERTIFICATE_KEY_EXPONENT), "63 bits");
	certcheck_flaw(fact_of(certgen_rsa_key(&arena, n, modulus(1 << 16)),
	                       CERTIFICATE_KEY_EXPONENT), "63 bits");
	certcheck_flaw(fact_of(certgen_rsa_key(&arena, n, TEXT("\xff")),
	                       CERTIFICATE_KEY_EXPONENT), "negative");
	certcheck_state(fact_of(certgen_key(&arena, hex(P256), octets(65)),
	                        CERTIFICATE_KEY_EXPONENT), STATE_ABSENT);
	certcheck_state(fact_of(certgen_rsa_key(&arena, n, TEXT("\x03")),
	                        CERTIFICATE_KEY_CURVE), STATE_ABSENT);
}

static struct text point(char form, uint32_t length)
{
	return CERTGEN_JOIN(&arena, { &form, 1 }, octets(length));
}

/* The points are on no curve: that is not what the size is about. */
static void ec_keys_have_the_size_of_their_named_curve(void **state)
{
	(void)state;
	check_key(certgen_key(&arena, hex(P256), point(4, 64)), CERTIFICATE_KEY_IS_EC, 256);
	check_key(certgen_key(&arena, hex(P256), point(2, 32)), CERTIFICATE_KEY_IS_EC, 256);
	check_key(certgen_key(&arena, hex(P256), point(3, 32)), CERTIFICATE_KEY_IS_EC, 256);
	check_key(certgen_key(&arena, hex(EC "06 05 2b 81 04 00 23"), point(4, 132)),
	          CERTIFICATE_KEY_IS_EC, 521);
	check_key(certgen_key(&arena, hex(EC "06 09 2b 24 03 03 02 08 01 01 0d"), point(4, 128)),
	          CERTIFICATE_KEY_IS_EC, 512);
	certcheck_text(fact_of(certgen_key(&arena, hex(P256), point(4, 64)),
	                       CERTIFICATE_KEY_CURVE), "p-256");
	certcheck_text(fact_of(certgen_key(&arena, hex(EC "06 05 2b 81 04 00 01"), point(4, 64)),
	                       CERTIFICATE_KEY_CURVE), "1.3.132.0.1");
}

static void ec_keys_without_a_known_curve_have_no_size(void **state)
{
	(void)state;
	check_bad(certgen_key(&arena, hex(P256), point(4, 63)), CERTIFICATE_KEY_IS_EC, "point");
	check_bad(certgen_key(&arena, hex(P256), point(0, 64)), CERTIFICATE_KEY_IS_EC, "point");
	check_bad(certgen_key(&arena, hex(P256), point(2, 64)), CERTIFICATE_KEY_IS_EC, "point");
	check_bad(certgen_key(&arena, hex(P256), TEXT("")), CERTIFICATE_KEY_IS_EC, "point");
	check_bad(certgen_key(&arena, hex(EC), point(4, 64)), CERTIFICATE_KEY_IS_EC, "not named");
	check_bad(certgen_key(&arena, hex(EC "05 00"), point(4, 64)),
	          CERTIFICATE_KEY_IS_EC, "not named");
	check_bad(certgen_key(&arena, hex(EC "30 03 02 01 01"), point(4, 64)),
	          CERTIFICATE_KEY_IS_EC, "explicit");
	check_bad(certgen_key(&arena, hex(EC "06 05 2b 81 04 00 01"), point(4, 64)),
	          CERTIFICATE_KEY_IS_EC, "not known");
	certcheck_flaw(fact_of(certgen_key(&arena, hex(EC "30 00"), point(4, 64)),
	                       CERTIFICATE_KEY_CURVE), "explicit");
	certcheck_flaw(fact_of(certgen_key(&arena, hex(EC "06 02 2b 81"), point(4, 64)),
	                       CERTIFICATE_KEY_CURVE), "ends inside an arc");
}

/* P-256 spelt out (SEC 1 C.2): right, or with another order, it has no name and so no size. */
static void explicit_parameters_are_no_curve(void **state)
{
	static const char right[] = "30 81 f7 02 01 01 30 2c 06 07 2a 86 48 ce 3d 01 01 02 21 00"
		"ff ff ff ff 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00 00 ff ff ff ff ff ff ff ff"
		"ff ff ff ff 30 5b 04 20 ff ff ff ff 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00 00"
		"ff ff ff ff ff ff ff ff ff ff ff fc 04 20 5a c6 35 d8 aa 3a 93 e7 b3 eb bd 55 76 98"
		"86 bc 65 1d 06 b0 cc 53 b0 f6 3b ce 3c 3e 27 d2 60 4b 03 15 00 c4 9d 36 08 86 e7 04"
		"93 6a 66 78 e1 13 9d 26 b7 81 9f 7e 90 04 41 04 6b 17 d1 f2 e1 2c 42 47 f8 bc e6 e5"
		"63 a4 40 f2 77 03 7d 81 2d eb 33 a0 f4 a1 39 45 d8 98 c2 96 4f e3 42 e2 fe 1a 7f 9b"
		"8e e7 eb 4a 7c 0f 9e 16 2b ce 33 57 6b 31 5e ce cb b6 40 68 37 bf 51 f5 02 21 00 ff"
		"ff ff ff 00 00 00 00 ff ff ff ff ff ff ff ff bc e6 fa ad a7 17 9e 84 f3 b9 ca c2 fc"
		"63 25 51 02 01 01";
	struct text parameters = hex(right);
	char *wrong = arena_alloc(&arena, parameters.length);

	(void)state;
	memcpy(wrong, parameters.at, parameters.length);
	wrong[parameters.length - 10] ^= 1;
	for (int i = 0; i < 2; i++) {
		struct text algorithm = CERTGEN_JOIN(&arena, hex(EC), parameters);

		check_bad(certgen_key(&arena, algorithm, point(4, 64)), CERTIFICATE_KEY_IS_EC,
		          "explicit parameters");
		parameters.at = wrong;
	}
}

static void edwards_and_lattice_keys_have_one_length(void **state)
{
	struct text ml_dsa = hex("06 09 60 86 48 01 65 03 04 03 12");

	(void)state;
	check_key(certgen_key(&arena, hex("06 03 2b 65 70"), octets(32)),
	          CERTIFICATE_KEY_IS_ED25519, 256);
	check_key(certgen_key(&arena, hex("06 03 2b 65 71"), octets(57)),
	          CERTIFICATE_KEY_IS_ED448, 456);
	check_key(certgen_key(&arena, ml_dsa, octets(1952)), CERTIFICATE_KEY_IS_ML_DSA, 15616);
	check_bad(certgen_key(&arena, hex("06 03 2b 65 70"), octets(31)),
	          CERTIFICATE_KEY_IS_ED25519, "length");
	check_bad(certgen_key(&arena, hex("06 03 2b 65 70 05 00"), octets(32)),
	          CERTIFICATE_KEY_IS_ED25519, "parameters");
	check_bad(certgen_key(&arena, ml_dsa, octets(1951)), CERTIFICATE_KEY_IS_ML_DSA, "length");
}

static void dsa_and_dh_keys_have_the_bits_of_their_prime(void **state)
{
	struct text primes = CERTGEN_SEQUENCE(&arena,
		certgen_item(&arena, 0x02, modulus(1024)), hex("02 01 07 02 01 02"));
	struct text dsa = hex("06 07 2a 86 48 ce 38 04 01");
	struct text dh = hex("06 09 2a 86 48 86 f7 0d 01 03 01");

	(void)state;
	check_key(certgen_key(&arena, CERTGEN_JOIN(&arena, dsa, primes), hex("02 01 05")),
	          CERTIFICATE_KEY_IS_DSA, 1024);
	check_key(certgen_key(&arena, CERTGEN_JOIN(&arena, dh, primes), hex("02 01 05")),
	          CERTIFICATE_KEY_IS_DH, 1024);
	check_bad(certgen_key(&arena, dsa, hex("02 01 05")),
	          CERTIFICATE_KEY_IS_DSA, "no parameters of its own");
}

static void other_keys_are_named_other(void **state)
{
	(void)state;
	check_bad(certgen_key(&arena, hex("06 03 2b 65 6e"), octets(32)),
	          CERTIFICATE_KEY_IS_OTHER, "not known");
	certcheck_flaw(fact_of(certgen_key(&arena, hex("06 00"), octets(32)),
	                       CERTIFICATE_KEY_ALGORITHM), "empty");
	certcheck_flaw(fact_of(certgen_key(&arena, TEXT(""), octets(32)),
	                       CERTIFICATE_KEY_ALGORITHM), "missing");
	certcheck_flaw(fact_of(hex("30 00"), CERTIFICATE_KEY_ALGORITHM), "missing");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rsa_keys_have_the_bits_of_their_modulus),
		cmocka_unit_test(broken_moduli_are_undecodable),
		cmocka_unit_test(parameters_of_rsa_do_not_change_its_size),
		cmocka_unit_test(exponents_fit_in_63_bits_or_are_undecodable),
		cmocka_unit_test(ec_keys_have_the_size_of_their_named_curve),
		cmocka_unit_test(ec_keys_without_a_known_curve_have_no_size),
		cmocka_unit_test(explicit_parameters_are_no_curve),
		cmocka_unit_test(edwards_and_lattice_keys_have_one_length),
		cmocka_unit_test(dsa_and_dh_keys_have_the_bits_of_their_prime),
		cmocka_unit_test(other_keys_are_named_other),
	};
	int failed = cmocka_run_group_tests_name("cert key", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
