/* SPDX-License-Identifier: Apache-2.0 */
/* PKCS #12 gives its certificates, and what stands on keys even without the password. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>

#include "certgen.h"
#include "forms/pkcs12.h"

static struct arena arena;
static EVP_PKEY *key;
static X509 *leaf, *authority;

#define PASSWORD "geheim"
#define STORAGE "Microsoft Software Key Storage Provider"

static X509 *make_certificate(EVP_PKEY *of, const char *name)
{
	X509 *x509 = X509_new();

	X509_set_pubkey(x509, of);
	X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
	                           (const unsigned char *)name, -1, -1, 0);
	X509_set_issuer_name(x509, X509_get_subject_name(x509));
	X509_gmtime_adj(X509_getm_notBefore(x509), 0);
	X509_gmtime_adj(X509_getm_notAfter(x509), 86400);
	X509_sign(x509, of, EVP_sha256());
	return x509;
}

static int make_keys(void **state)
{
	EVP_PKEY *other = EVP_EC_gen("P-256");

	(void)state;
	key = EVP_EC_gen("P-256");
	leaf = make_certificate(key, "leaf");
	authority = make_certificate(other, "authority");
	EVP_PKEY_free(other);
	return 0;
}

static int free_keys(void **state)
{
	(void)state;
	EVP_PKEY_free(key);
	X509_free(leaf);
	X509_free(authority);
	arena_free(&arena);
	return 0;
}

/* How a file is made. */
struct plan {
	int certificates, keys;         /* how parts are encrypted: NIDs; -1: not at all */
	bool no_mac, no_key_id, no_key, alone;
	const char *provider;
	int mac_iterations;             /* that it pretends to; 0: as made */
};

static void add_key(STACK_OF(PKCS7) **safes, const struct plan *plan)
{
	STACK_OF(PKCS12_SAFEBAG) *bags = NULL;
	PKCS12_SAFEBAG *bag = PKCS12_add_key(&bags, key, 0, 10, plan->keys,
	                                     plan->keys == -1 ? NULL : PASSWORD);

	if (!plan->no_key_id)
		PKCS12_add_localkeyid(bag, (unsigned char *)"id", 2);
	if (plan->provider)
		PKCS12_add_CSPName_asc(bag, plan->provider, -1);
	PKCS12_add_friendlyname_utf8(bag, "h\xc3\xb6rnchen", -1);
	PKCS12_add_safe(safes, bags, -1, 0, NULL);
	sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}

/* The authority first, so that order in the file is not what counts. */
static void add_certificates(STACK_OF(PKCS7) **safes, const struct plan *plan)
{
	STACK_OF(PKCS12_SAFEBAG) *bags = NULL;
	PKCS12_SAFEBAG *bag;

	if (!plan->alone)
		PKCS12_add_cert(&bags, authority);
	bag = PKCS12_add_cert(&bags, leaf);
	if (!plan->no_key_id)
		PKCS12_add_localkeyid(bag, (unsigned char *)"id", 2);
	PKCS12_add_safe(safes, bags, plan->certificates, 10, PASSWORD);
	sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}

static void pretend(PKCS12 *file, int iterations)
{
	const ASN1_INTEGER *count;

	PKCS12_get0_mac(NULL, NULL, NULL, &count, file);
	ASN1_INTEGER_set((ASN1_INTEGER *)count, iterations);
}

static struct text make(const struct plan *plan)
{
	STACK_OF(PKCS7) *safes = NULL;
	unsigned char *der = NULL;
	PKCS12 *file;
	struct text bytes;

	if (!plan->no_key)
		add_key(&safes, plan);
	add_certificates(&safes, plan);
	file = PKCS12_add_safes(safes, 0);
	if (!plan->no_mac)
		PKCS12_set_mac(file, PASSWORD, -1, NULL, 0, 10, EVP_sha256());
	if (plan->mac_iterations)
		pretend(file, plan->mac_iterations);
	bytes.length = (uint32_t)i2d_PKCS12(file, &der);
	bytes.at = (const char *)der;
	bytes = arena_text(&arena, bytes);
	OPENSSL_free(der);
	PKCS12_free(file);
	sk_PKCS7_pop_free(safes, PKCS7_free);
	return bytes;
}

/* What was told: a line each. */
struct visit {
	char log[2048];
	size_t used;
	const char *passwords[3];
	unsigned int asked;
};

static const char *name_of(struct text der)
{
	const unsigned char *at = (const unsigned char *)der.at;
	X509 *x509 = der.length ? d2i_X509(NULL, &at, (long)der.length) : NULL;
	const char *name = !x509 ? "nothing" : X509_cmp(x509, leaf) == 0 ? "leaf" : "authority";

	X509_free(x509);
	return name;
}

static bool found(const struct pkcs12_found *found, void *user)
{
	static const char *const keys[] = { "a key?", "no key", "its key" };
	struct visit *visit = user;
	const struct container *c = found->container;

	visit->used += (size_t)snprintf(visit->log + visit->used, sizeof visit->log - visit->used,
		"%s%s, %s, %.*s, %.*s%s%s\n", found->beside ? "beside: " : "", name_of(found->der),
		keys[c->key], TEXT_ARGS(c->provider.at ? c->provider : TEXT("-")),
		TEXT_ARGS(c->name.at ? c->name : TEXT("-")), found->why ? ": " : "",
		found->why ? found->why : "");
	return true;
}

static const char *password(void *user, unsigned int attempt)
{
	struct visit *visit = user;

	visit->asked = attempt + 1;
	return attempt < 3 ? visit->passwords[attempt] : NULL;
}

static struct pkcs12_trouble read_file(struct text bytes, struct visit *visit)
{
	struct pkcs12_visitor visitor = { .arena = &arena, .found = found, .password = password,
	                                  .user = visit };
	clock_t start = clock();
	struct pkcs12_trouble trouble = pkcs12_each(bytes, &visitor);

	assert_true(clock() - start < CLOCKS_PER_SEC / 5);
	ERR_clear_error();
	return trouble;
}

static void check(const struct plan *plan, const char *given, const char *log)
{
	struct visit visit = { .passwords = { given } };

	assert_null(read_file(make(plan), &visit).why);
	assert_string_equal(visit.log, log);
}

#define AES NID_aes_256_cbc
#define DES3 NID_pbe_WithSHA1And3_Key_TripleDES_CBC
#define RC2 NID_pbe_WithSHA1And40BitRC2_CBC

static void the_certificate_with_the_key_comes_first(void **state)
{
	static const int kinds[] = { AES, DES3, -1 };

	(void)state;
	for (int i = 0; i < 3; i++)
		check(&(struct plan){ .certificates = kinds[i], .keys = kinds[i],
		                      .provider = STORAGE }, PASSWORD,
		      "leaf, its key, " STORAGE ", h\xc3\xb6rnchen\n"
		      "beside: authority, no key, -, -\n");
}

static void keys_without_an_identifier_are_compared(void **state)
{
	const char *log = "leaf, its key, -, h\xc3\xb6rnchen\nbeside: authority, no key, -, -\n";

	(void)state;
	check(&(struct plan){ .certificates = AES, .keys = AES, .no_key_id = true }, PASSWORD, log);
	check(&(struct plan){ .certificates = -1, .keys = -1, .no_key_id = true }, NULL, log);
	check(&(struct plan){ .certificates = -1, .keys = AES, .no_key_id = true }, NULL,
	      "authority, a key?, -, -\nleaf, a key?, -, -\n");
	check(&(struct plan){ .certificates = -1, .keys = AES, .no_key_id = true, .alone = true },
	      NULL, "leaf, its key, -, h\xc3\xb6rnchen\n");
}

static void certificates_without_keys_are_just_that(void **state)
{
	(void)state;
	check(&(struct plan){ .certificates = AES, .no_key = true }, PASSWORD,
	      "authority, no key, -, -\nleaf, no key, -, -\n");
}

#define NONE_GIVEN "it is protected by a password, and none was given\n"
#define WRONG "it is protected by a password, and it is none of those given\n"

static void what_stands_on_a_key_needs_no_password(void **state)
{
	const struct plan plan = { .certificates = AES, .keys = AES, .provider = "Own HSM" };
	const struct plan no_mac = { .certificates = AES, .keys = AES, .no_mac = true };

	(void)state;
	check(&plan, NULL, "nothing, its key, Own HSM, h\xc3\xb6rnchen: " NONE_GIVEN);
	check(&plan, "falsch", "nothing, its key, Own HSM, h\xc3\xb6rnchen: " WRONG);
	check(&no_mac, "falsch", "nothing, its key, -, h\xc3\xb6rnchen: " WRONG);
	check(&no_mac, PASSWORD, "leaf, its key, -, h\xc3\xb6rnchen\n"
	                         "beside: authority, no key, -, -\n");
	check(&(struct plan){ .certificates = AES, .no_key = true }, NULL,
	      "nothing, a key?, -, -: " NONE_GIVEN);
}

static void passwords_are_tried_in_turn_and_only_if_needed(void **state)
{
	struct visit visit = { .passwords = { "falsch", PASSWORD, "falsch" } };

	(void)state;
	read_file(make(&(struct plan){ .certificates = AES, .keys = AES }), &visit);
	assert_int_equal(visit.asked, 2);
	assert_non_null(strstr(visit.log, "leaf, its key"));
	visit = (struct visit){ .passwords = { PASSWORD } };
	read_file(make(&(struct plan){ .certificates = -1, .keys = AES }), &visit);
	assert_int_equal(visit.asked, 0);
	assert_non_null(strstr(visit.log, "leaf, its key"));
}

/* Change the number of iterations that the encrypted parts ask for. */
static struct text make_costly(int iterations)
{
	struct text made = make(&(struct plan){ .certificates = DES3, .keys = DES3,
	                                        .no_mac = true });
	const unsigned char *at = (const unsigned char *)made.at;
	PKCS12 *file = d2i_PKCS12(NULL, &at, (long)made.length);
	STACK_OF(PKCS7) *safes = PKCS12_unpack_authsafes(file);
	X509_ALGOR *algorithm = sk_PKCS7_value(safes, 1)->d.encrypted->enc_data->algorithm;
	PBEPARAM *params = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBEPARAM),
	                                             algorithm->parameter);
	unsigned char *der = NULL;

	ASN1_INTEGER_set(params->iter, iterations);
	ASN1_TYPE_pack_sequence(ASN1_ITEM_rptr(PBEPARAM), params, &algorithm->parameter);
	PKCS12_pack_authsafes(file, safes);
	made = arena_text(&arena, (struct text){ NULL, 0 });
	made.length = (uint32_t)i2d_PKCS12(file, &der);
	made = arena_text(&arena, (struct text){ (const char *)der, made.length });
	OPENSSL_free(der);
	PBEPARAM_free(params);
	sk_PKCS7_pop_free(safes, PKCS7_free);
	PKCS12_free(file);
	return made;
}

static void too_many_iterations_are_not_begun(void **state)
{
	static const int counts[] = { INT32_MAX, 1000001, 0, -1 };
	struct visit visit = { .used = 0 };

	(void)state;
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		visit = (struct visit){ .passwords = { PASSWORD } };
		if (counts[i]) {
			read_file(make(&(struct plan){ .certificates = AES, .keys = AES,
			                               .mac_iterations = counts[i] }), &visit);
			assert_non_null(strstr(visit.log, "more than 1,000,000 iterations"));
		}
		visit = (struct visit){ .passwords = { PASSWORD } };
		read_file(make_costly(counts[i]), &visit);
		assert_non_null(strstr(visit.log, "nothing, its key, -, "));
	}
}

static void old_ciphers_are_read_or_told(void **state)
{
	OSSL_PROVIDER *legacy = OSSL_PROVIDER_load(NULL, "legacy"), *standard;
	struct visit visit = { .passwords = { PASSWORD } };

	(void)state;
	if (!legacy)
		skip();
	standard = OSSL_PROVIDER_load(NULL, "default");
	read_file(make(&(struct plan){ .certificates = RC2, .keys = DES3 }), &visit);
	OSSL_PROVIDER_unload(standard);
	OSSL_PROVIDER_unload(legacy);
	assert_string_equal(visit.log, "leaf, its key, -, h\xc3\xb6rnchen\n"
	                               "beside: authority, no key, -, -\n");
}

static void damage_is_told_wherever_it_is(void **state)
{
	struct text whole = make(&(struct plan){ .certificates = AES, .keys = AES });
	char *copy = arena_alloc(&arena, whole.length);

	(void)state;
	for (uint32_t length = 0; length < whole.length; length += 7) {
		struct visit visit = { .passwords = { PASSWORD } };

		assert_non_null(read_file((struct text){ whole.at, length }, &visit).why);
	}
	for (uint32_t i = 0; i < whole.length; i++) {
		struct visit visit = { .passwords = { PASSWORD } };
		struct pkcs12_trouble trouble;

		memcpy(copy, whole.at, whole.length);
		copy[i] ^= 0x11;
		trouble = read_file((struct text){ copy, whole.length }, &visit);
		assert_true(trouble.why || visit.used > 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_certificate_with_the_key_comes_first),
		cmocka_unit_test(keys_without_an_identifier_are_compared),
		cmocka_unit_test(certificates_without_keys_are_just_that),
		cmocka_unit_test(what_stands_on_a_key_needs_no_password),
		cmocka_unit_test(passwords_are_tried_in_turn_and_only_if_needed),
		cmocka_unit_test(too_many_iterations_are_not_begun),
		cmocka_unit_test(old_ciphers_are_read_or_told),
		cmocka_unit_test(damage_is_told_wherever_it_is),
	};

	return cmocka_run_group_tests_name("pkcs12", tests, make_keys, free_keys);
}
