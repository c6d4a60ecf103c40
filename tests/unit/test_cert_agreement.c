/* SPDX-License-Identifier: Apache-2.0 */
/* Every fact against OpenSSL's own accessors, on the machine's root certificates and on ones that
 * OpenSSL made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>
#include <openssl/core_names.h>
#include <openssl/x509v3.h>

#include "certgen.h"
#include "facts/cert.h"
#include "facts/pem.h"

static struct arena arena;
static struct entity *entity;

/* --- what OpenSSL says, as text; "-" when it is absent --- */

static struct text absent(void)
{
	return TEXT("-");
}

static struct text number_text(long long number)
{
	return arena_printf(&arena, "%lld", number);
}

static struct text octets_text(const unsigned char *octets, size_t length)
{
	struct text out = TEXT("");

	for (size_t i = 0; i < length; i++)
		out = arena_printf(&arena, "%.*s%02x", TEXT_ARGS(out), octets[i]);
	return out;
}

static struct text string_text(const ASN1_STRING *string)
{
	return string ? octets_text(ASN1_STRING_get0_data(string),
	                            (size_t)ASN1_STRING_length(string)) : absent();
}

static struct text joined(struct text list, struct text next)
{
	return arena_printf(&arena, "%.*s%.*s|", TEXT_ARGS(list), TEXT_ARGS(next));
}

static struct text serial_of(X509 *x509)
{
	BIGNUM *number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(x509), NULL);
	char *digits = BN_bn2hex(number);
	struct text out = arena_text(&arena, text_from(BN_is_zero(number) ? "00" : digits));

	OPENSSL_free(digits);
	BN_free(number);
	return out;
}

static struct text name_of(const X509_NAME *name)
{
	BIO *bio = BIO_new(BIO_s_mem());
	unsigned long flags = XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB;
	struct text out;
	char *bytes;
	long length;

	X509_NAME_print_ex(bio, name, 0, flags);
	length = BIO_get_mem_data(bio, &bytes);
	out = arena_text(&arena, (struct text){ bytes, (uint32_t)length });
	BIO_free(bio);
	return out;
}

static struct text last_of(const X509_NAME *name, int nid)
{
	int at = -1, last = -1;
	unsigned char *bytes;
	struct text out;

	while ((at = X509_NAME_get_index_by_NID(name, nid, at)) >= 0)
		last = at;
	if (last < 0)
		return absent();
	at = ASN1_STRING_to_UTF8(&bytes,
		X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
	out = arena_text(&arena, (struct text){ (char *)bytes, (uint32_t)at });
	OPENSSL_free(bytes);
	return out;
}

static struct text time_of(const ASN1_TIME *time)
{
	ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
	int days, seconds;

	assert_int_equal(ASN1_TIME_diff(&days, &seconds, epoch, time), 1);
	ASN1_TIME_free(epoch);
	return number_text((long long)days * 86400 + seconds);
}

static struct text key_algorithm_of(EVP_PKEY *key)
{
	switch (EVP_PKEY_get_base_id(key)) {
	case EVP_PKEY_RSA:     return number_text(CERTIFICATE_KEY_IS_RSA);
	case EVP_PKEY_EC:      return number_text(CERTIFICATE_KEY_IS_EC);
	case EVP_PKEY_ED25519: return number_text(CERTIFICATE_KEY_IS_ED25519);
	default:               return TEXT("?");
	}
}

static struct text curve_of(EVP_PKEY *key)
{
	char name[64] = "";

	if (!EVP_PKEY_is_a(key, "EC"))
		return absent();
	EVP_PKEY_get_group_name(key, name, sizeof name, NULL);
	if (strcmp(name, "secp384r1") == 0)
		return TEXT("p-384");
	return strcmp(name, "prime256v1") == 0 ? TEXT("p-256") : arena_text(&arena,
		text_from(name));
}

static struct text exponent_of(EVP_PKEY *key)
{
	BIGNUM *number = NULL;
	struct text out;

	if (!EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &number))
		return absent();
	out = number_text((long long)BN_get_word(number));
	BN_free(number);
	return out;
}

static struct text digest_of(X509 *x509)
{
	int digest;

	X509_get_signature_info(x509, &digest, NULL, NULL, NULL);
	switch (digest) {
	case NID_undef:  return number_text(CERTIFICATE_DIGEST_IS_NONE);
	case NID_md5:    return number_text(CERTIFICATE_DIGEST_IS_MD5);
	case NID_sha1:   return number_text(CERTIFICATE_DIGEST_IS_SHA1);
	case NID_sha256: return number_text(CERTIFICATE_DIGEST_IS_SHA256);
	case NID_sha384: return number_text(CERTIFICATE_DIGEST_IS_SHA384);
	case NID_sha512: return number_text(CERTIFICATE_DIGEST_IS_SHA512);
	default:         return TEXT("?");
	}
}

static struct text signature_of(X509 *x509)
{
	int nid = X509_get_signature_nid(x509);

	return nid == NID_ED25519 ? TEXT("id-Ed25519") : text_from(OBJ_nid2ln(nid));
}

static struct text usage_of(X509 *x509)
{
	uint32_t bits = X509_get_key_usage(x509);
	long long mask = 0;

	if (bits == UINT32_MAX)
		return absent();
	for (int i = 0; i < 9; i++)
		if (bits & (i == 8 ? KU_DECIPHER_ONLY : KU_DIGITAL_SIGNATURE >> i))
			mask |= 1LL << i;
	return number_text(mask);
}

static struct text purposes_of(X509 *x509)
{
	EXTENDED_KEY_USAGE *list = X509_get_ext_d2i(x509, NID_ext_key_usage, NULL, NULL);
	struct text out = TEXT("");
	char dotted[128];

	if (!list)
		return absent();
	for (int i = 0; i < sk_ASN1_OBJECT_num(list); i++) {
		OBJ_obj2txt(dotted, sizeof dotted, sk_ASN1_OBJECT_value(list, i), 1);
		out = joined(out, text_from(dotted));
	}
	EXTENDED_KEY_USAGE_free(list);
	return out;
}

static struct text general_name(const GENERAL_NAME *name)
{
	const ASN1_STRING *string;
	int type;
	const void *value = GENERAL_NAME_get0_value(name, &type);

	if (type == GEN_OTHERNAME)
		string = name->d.otherName->value->value.utf8string;
	else
		string = value;
	if (type == GEN_IPADD && ASN1_STRING_length(string) == 16)
		return octets_text(ASN1_STRING_get0_data(string), 16);
	if (type == GEN_IPADD) {
		const unsigned char *at = ASN1_STRING_get0_data(string);

		return arena_printf(&arena, "%d.%d.%d.%d", at[0], at[1], at[2], at[3]);
	}
	return (struct text){ (const char *)ASN1_STRING_get0_data(string),
	                      (uint32_t)ASN1_STRING_length(string) };
}

static struct text names_of(X509 *x509, int type)
{
	GENERAL_NAMES *list = X509_get_ext_d2i(x509, NID_subject_alt_name, NULL, NULL);
	struct text out = TEXT("");

	for (int i = 0; i < sk_GENERAL_NAME_num(list); i++) {
		const GENERAL_NAME *name = sk_GENERAL_NAME_value(list, i);

		if (name->type == type)
			out = joined(out, general_name(name));
	}
	GENERAL_NAMES_free(list);
	return out.length ? out : absent();
}

static struct text authority_of(X509 *x509)
{
	BASIC_CONSTRAINTS *basic = X509_get_ext_d2i(x509, NID_basic_constraints, NULL, NULL);
	int ca = basic && basic->ca;

	BASIC_CONSTRAINTS_free(basic);
	return number_text(ca);
}

static struct text path_of(X509 *x509)
{
	long length = X509_get_pathlen(x509);

	return length < 0 ? absent() : number_text(length);
}

static struct text fingerprint_of(X509 *x509, const EVP_MD *digest)
{
	unsigned char octets[EVP_MAX_MD_SIZE];
	unsigned int length;

	X509_digest(x509, digest, octets, &length);
	return octets_text(octets, length);
}

static struct text expected(X509 *x509, enum certificate_fact fact)
{
	EVP_PKEY *key = X509_get0_pubkey(x509);
	X509_NAME *subject = X509_get_subject_name(x509), *issuer = X509_get_issuer_name(x509);

	switch (fact) {
	case CERTIFICATE_VERSION: return number_text(X509_get_version(x509) + 1);
	case CERTIFICATE_SERIAL: return serial_of(x509);
	case CERTIFICATE_SUBJECT: return name_of(subject);
	case CERTIFICATE_ISSUER: return name_of(issuer);
	case CERTIFICATE_COMMON_NAME: return last_of(subject, NID_commonName);
	case CERTIFICATE_ORGANIZATION: return last_of(subject, NID_organizationName);
	case CERTIFICATE_VALID_FROM: return time_of(X509_get0_notBefore(x509));
	case CERTIFICATE_VALID_UNTIL: return time_of(X509_get0_notAfter(x509));
	case CERTIFICATE_KEY_ALGORITHM: return key_algorithm_of(key);
	case CERTIFICATE_KEY_BITS: return number_text(EVP_PKEY_get_bits(key));
	case CERTIFICATE_KEY_CURVE: return curve_of(key);
	case CERTIFICATE_KEY_EXPONENT: return exponent_of(key);
	case CERTIFICATE_SIGNATURE_ALGORITHM: return signature_of(x509);
	case CERTIFICATE_SIGNATURE_DIGEST: return digest_of(x509);
	case CERTIFICATE_KEY_USAGE: return usage_of(x509);
	case CERTIFICATE_EXTENDED_KEY_USAGE: return purposes_of(x509);
	case CERTIFICATE_DNS_NAMES: return names_of(x509, GEN_DNS);
	case CERTIFICATE_EMAIL_ADDRESSES: return names_of(x509, GEN_EMAIL);
	case CERTIFICATE_URIS: return names_of(x509, GEN_URI);
	case CERTIFICATE_UPNS: return names_of(x509, GEN_OTHERNAME);
	case CERTIFICATE_CA: return authority_of(x509);
	case CERTIFICATE_PATH_LENGTH: return path_of(x509);
	case CERTIFICATE_SELF_ISSUED: return number_text(X509_NAME_cmp(subject, issuer) == 0);
	case CERTIFICATE_SUBJECT_KEY_ID: return string_text(X509_get0_subject_key_id(x509));
	case CERTIFICATE_AUTHORITY_KEY_ID: return string_text(X509_get0_authority_key_id(x509));
	case CERTIFICATE_SHA1: return fingerprint_of(x509, EVP_sha1());
	case CERTIFICATE_SHA256: return fingerprint_of(x509, EVP_sha256());
	case CERTIFICATE_SUBJECT_NAME:
	case CERTIFICATE_ISSUER_NAME:
	case CERTIFICATE_IP_ADDRESSES:  /* OpenSSL writes no RFC 5952 */
	case CERTIFICATE_FACT_COUNT:
	default: return TEXT("");
	}
}

/* --- what we say --- */

static struct text actual(const struct fact *fact, struct value value)
{
	struct text out = TEXT("");

	if (value.state == STATE_ABSENT)
		return absent();
	if (value.state != STATE_PRESENT)
		return arena_printf(&arena, "%s: %s", state_name((enum state)value.state),
		                    value.as.text);
	if (value.type == TYPE_TEXT)
		return value_as_text(&value);
	if (fact->type != TYPE_SET || fact->element == TYPE_CHOICE)
		return number_text(value.as.number);
	for (uint32_t i = 0; i < value.as.list->count; i++)
		out = joined(out, value_as_text(&value.as.list->items[i]));
	return out;
}

static void agree(struct text der)
{
	const unsigned char *at = (const unsigned char *)der.at;
	X509 *x509 = d2i_X509(NULL, &at, (long)der.length);
	struct cert_result result = cert_read(&arena, entity, der, NULL);

	assert_non_null(x509);
	if (!result.record)
		fail_msg("refused: %s", result.why);
	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++) {
		struct text theirs = expected(x509, (enum certificate_fact)i);
		struct text ours = actual(&entity->facts[i],
		                          result.record->values[i]);

		if (theirs.length && !text_equal_folded(ours, theirs))
			fail_msg("%.*s: OpenSSL says `%.*s`, we say `%.*s`",
			         TEXT_ARGS(entity->facts[i].name), TEXT_ARGS(theirs),
			         TEXT_ARGS(ours));
	}
	X509_free(x509);
}

static bool agree_on(struct text der, uint64_t offset, uint32_t ordinal, void *user)
{
	(void)offset;
	(void)ordinal;
	(void)user;
	agree(der);
	return true;
}

static void made_certificates_have_the_facts_that_openssl_sees(void **state)
{
	(void)state;
	for (int i = 0; i < CERTGEN_KINDS; i++)
		agree(certgen_real(&arena, (enum certgen_kind)i));
}

static void generated_certificates_have_the_facts_that_openssl_sees(void **state)
{
	struct certgen parts = certgen_parts(&arena);

	(void)state;
	agree(certgen_build(&arena, &parts));
	parts.version = TEXT("");
	parts.serial = certgen_hex(&arena, "02 02 ff 7f");
	parts.from = certgen_item(&arena, 0x17, TEXT("2601010000+0130"));
	parts.subject = certgen_item(&arena, 0x30, CERTGEN_JOIN(&arena,
		certgen_attribute(&arena, 3, 0x1e, certgen_hex(&arena, "00 e4 20 ac")),
		certgen_attribute(&arena, 3, 0x14, TEXT("\xe4")),
		certgen_attribute(&arena, 3, 0x0c, TEXT(" a,+\"\\<>;#=\n "))));
	agree(certgen_build(&arena, &parts));
}

static void roots_have_the_facts_that_openssl_sees(void **state)
{
	FILE *file = fopen("/etc/ssl/certs/ca-certificates.crt", "rb");
	struct pem_visitor visitor = { .arena = &arena, .found = agree_on };
	enum { MOST = 1 << 22 };
	char *bytes = arena_alloc(&arena, MOST);
	size_t length;

	(void)state;
	if (!file) {
		print_message("# this machine has no root certificates\n");
		skip();
	}
	length = fread(bytes, 1, MOST, file);
	fclose(file);
	assert_true(pem_each((struct text){ bytes, (uint32_t)length }, &visitor));
	assert_int_equal(visitor.refused_count, 0);
	assert_true(visitor.found_count > 0);
}

/* --- names that match, and names that do not --- */

static uint32_t random_number(uint32_t *random, uint32_t below)
{
	*random = *random * 1664525 + 1013904223;
	return (*random >> 8) % below;
}

/* A name of up to two attributes from few letters, so that equal ones are not rare. */
static struct text random_name(uint32_t *random)
{
	static const char letters[] = "aAb ,\t";
	static const uint8_t kinds[] = { 0x0c, 0x13, 0x14, 0x16, 0x1e };
	static const uint8_t types[] = { 3, 10 };
	struct text list = TEXT("");

	for (uint32_t left = random_number(random, 3); left > 0; left--) {
		uint8_t kind = kinds[random_number(random, 5)];
		char value[8];
		uint32_t length = 0;

		for (uint32_t count = random_number(random, 4); count > 0; count--) {
			if (kind == 0x1e)
				value[length++] = 0;
			value[length++] = letters[random_number(random, 6)];
		}
		list = CERTGEN_JOIN(&arena, list, certgen_attribute(&arena,
			types[random_number(random, 2)], kind,
			(struct text){ value, length }));
	}
	return certgen_item(&arena, 0x30, list);
}

static int openssl_matches(struct text a, struct text b)
{
	const unsigned char *at = (const unsigned char *)a.at;
	X509_NAME *first = d2i_X509_NAME(NULL, &at, (long)a.length), *second;
	int matches;

	at = (const unsigned char *)b.at;
	second = d2i_X509_NAME(NULL, &at, (long)b.length);
	assert_non_null(first);
	assert_non_null(second);
	matches = X509_NAME_cmp(first, second) == 0;
	X509_NAME_free(first);
	X509_NAME_free(second);
	return matches;
}

static void names_match_when_openssl_says_so(void **state)
{
	uint32_t random = 1, matches = 0, rounds = 3000;

	(void)state;
	for (uint32_t i = 0; i < rounds; i++) {
		struct certgen parts = certgen_parts(&arena);
		struct cert_result result;
		int expected_match;

		parts.subject = random_name(&random);
		parts.issuer = random_name(&random);
		expected_match = openssl_matches(parts.subject, parts.issuer);
		result = cert_read(&arena, entity, certgen_build(&arena, &parts), NULL);
		assert_non_null(result.record);
		assert_int_equal(result.record->values[CERTIFICATE_SELF_ISSUED].as.number,
		                 expected_match);
		assert_int_equal(text_equal(
			value_as_text(&result.record->values[CERTIFICATE_SUBJECT_NAME]),
			value_as_text(&result.record->values[CERTIFICATE_ISSUER_NAME])),
			expected_match);
		matches += (uint32_t)expected_match;
	}
	assert_true(matches > rounds / 20 && matches < rounds / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(made_certificates_have_the_facts_that_openssl_sees),
		cmocka_unit_test(generated_certificates_have_the_facts_that_openssl_sees),
		cmocka_unit_test(roots_have_the_facts_that_openssl_sees),
		cmocka_unit_test(names_match_when_openssl_says_so),
	};
	int failed;

	entity = certificate_entity_new(&arena);
	failed = cmocka_run_group_tests_name("cert agreement", tests, NULL, NULL);
	arena_free(&arena);
	return failed;
}
