/* SPDX-License-Identifier: Apache-2.0 */
#include "opinion.h"

#include <openssl/core_names.h>
#include <openssl/x509v3.h>

struct text opinion_number(struct arena *arena, long long number)
{
	return arena_printf(arena, "%lld", number);
}

struct text opinion_octets(struct arena *arena, const unsigned char *octets, size_t length)
{
	char *out = arena_alloc(arena, 2 * length + 1);

	for (size_t i = 0; i < length; i++) {
		out[2 * i] = "0123456789abcdef"[octets[i] >> 4];
		out[2 * i + 1] = "0123456789abcdef"[octets[i] & 15];
	}
	return (struct text){ out, (uint32_t)(2 * length) };
}

struct text opinion_joined(struct arena *arena, struct text list, struct text next)
{
	return arena_printf(arena, "%.*s%.*s|", TEXT_ARGS(list), TEXT_ARGS(next));
}

/* OpenSSL takes every value for a string. */
#define STRINGS (B_ASN1_DIRECTORYSTRING | B_ASN1_IA5STRING | B_ASN1_NUMERICSTRING \
                 | B_ASN1_VISIBLESTRING)

struct text opinion_utf8(struct arena *arena, const ASN1_STRING *string)
{
	unsigned char *bytes;
	int length = ASN1_STRING_to_UTF8(&bytes, string);
	struct text out;

	if (length < 0 || !(ASN1_tag2bit(ASN1_STRING_type(string)) & STRINGS))
		return opinion_none();
	out = arena_text(arena, (struct text){ (char *)bytes, (uint32_t)length });
	OPENSSL_free(bytes);
	return out;
}

struct text opinion_oid(struct arena *arena, const ASN1_OBJECT *object)
{
	char dotted[1024];

	OBJ_obj2txt(dotted, sizeof dotted, object, 1);
	return arena_text(arena, text_from(dotted));
}

static struct text serial_of(struct arena *arena, X509 *x509)
{
	BIGNUM *number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(x509), NULL);
	char *digits = BN_bn2hex(number);
	struct text out = arena_text(arena, text_from(BN_is_zero(number) ? "00" : digits));

	OPENSSL_free(digits);
	BN_free(number);
	return out;
}

static struct text time_of(struct arena *arena, const ASN1_TIME *time)
{
	ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
	int days = 0, seconds = 0;
	int known = ASN1_TIME_diff(&days, &seconds, epoch, time);

	ASN1_TIME_free(epoch);
	return known ? opinion_number(arena, (long long)days * 86400 + seconds) : opinion_none();
}

static struct text digest_of(struct arena *arena, X509 *x509)
{
	int digest;

	X509_get_signature_info(x509, &digest, NULL, NULL, NULL);
	switch (digest) {
	case NID_undef:  return opinion_number(arena, CERTIFICATE_DIGEST_IS_NONE);
	case NID_md5:    return opinion_number(arena, CERTIFICATE_DIGEST_IS_MD5);
	case NID_sha1:   return opinion_number(arena, CERTIFICATE_DIGEST_IS_SHA1);
	case NID_sha224: return opinion_number(arena, CERTIFICATE_DIGEST_IS_SHA224);
	case NID_sha256: return opinion_number(arena, CERTIFICATE_DIGEST_IS_SHA256);
	case NID_sha384: return opinion_number(arena, CERTIFICATE_DIGEST_IS_SHA384);
	case NID_sha512: return opinion_number(arena, CERTIFICATE_DIGEST_IS_SHA512);
	default:         return TEXT("?");
	}
}

static struct text signature_of(X509 *x509)
{
	int nid = X509_get_signature_nid(x509);

	return nid == NID_ED25519 ? TEXT("id-Ed25519")
	     : nid == NID_ED448 ? TEXT("id-Ed448")
	     : nid == NID_rsassaPss ? TEXT("id-RSASSA-PSS") : text_from(OBJ_nid2ln(nid));
}

static struct text fingerprint_of(struct arena *arena, X509 *x509, const EVP_MD *digest)
{
	unsigned char octets[EVP_MAX_MD_SIZE];
	unsigned int length;

	X509_digest(x509, digest, octets, &length);
	return opinion_octets(arena, octets, length);
}

static struct text whole(struct arena *arena, X509 *x509, enum certificate_fact fact)
{
	switch ((int)fact) {
	case CERTIFICATE_VERSION:
		return opinion_number(arena, X509_get_version(x509) + 1);
	case CERTIFICATE_SERIAL: return serial_of(arena, x509);
	case CERTIFICATE_VALID_FROM: return time_of(arena, X509_get0_notBefore(x509));
	case CERTIFICATE_VALID_UNTIL: return time_of(arena, X509_get0_notAfter(x509));
	case CERTIFICATE_SIGNATURE_ALGORITHM: return signature_of(x509);
	case CERTIFICATE_SIGNATURE_DIGEST: return digest_of(arena, x509);
	case CERTIFICATE_SELF_SIGNED:
		return opinion_number(arena, X509_self_signed(x509, 1) == 1);
	case CERTIFICATE_SHA1: return fingerprint_of(arena, x509, EVP_sha1());
	case CERTIFICATE_SHA256: return fingerprint_of(arena, x509, EVP_sha256());
	default: return opinion_none();
	}
}

struct text opinion_openssl(struct arena *arena, X509 *x509, enum certificate_fact fact)
{
	struct text out = whole(arena, x509, fact);

	if (!out.at)
		out = opinion_name(arena, x509, fact);
	if (!out.at)
		out = opinion_key(arena, x509, fact);
	return out.at ? out : opinion_extension(arena, x509, fact);
}

/* --- the key --- */

static struct text algorithm_of(struct arena *arena, EVP_PKEY *key)
{
	switch (EVP_PKEY_get_base_id(key)) {
	case EVP_PKEY_RSA:     return opinion_number(arena, CERTIFICATE_KEY_IS_RSA);
	case EVP_PKEY_RSA_PSS: return opinion_number(arena, CERTIFICATE_KEY_IS_RSA_PSS);
	case EVP_PKEY_EC:      return opinion_number(arena, CERTIFICATE_KEY_IS_EC);
	case EVP_PKEY_ED25519: return opinion_number(arena, CERTIFICATE_KEY_IS_ED25519);
	case EVP_PKEY_ED448:   return opinion_number(arena, CERTIFICATE_KEY_IS_ED448);
	case EVP_PKEY_DSA:     return opinion_number(arena, CERTIFICATE_KEY_IS_DSA);
	default:               return TEXT("?");
	}
}

static struct text curve_of(struct arena *arena, EVP_PKEY *key)
{
	char name[64] = "";

	if (!EVP_PKEY_is_a(key, "EC"))
		return opinion_absent();
	EVP_PKEY_get_group_name(key, name, sizeof name, NULL);
	if (strcmp(name, "secp384r1") == 0)
		return TEXT("p-384");
	if (strcmp(name, "secp521r1") == 0)
		return TEXT("p-521");
	return strcmp(name, "prime256v1") == 0 ? TEXT("p-256") : arena_text(arena,
		text_from(name));
}

static struct text exponent_of(struct arena *arena, EVP_PKEY *key)
{
	BIGNUM *number = NULL;
	struct text out;

	if (!EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &number))
		return opinion_absent();
	out = opinion_number(arena, (long long)BN_get_word(number));
	BN_free(number);
	return out;
}

struct text opinion_key(struct arena *arena, X509 *x509, enum certificate_fact fact)
{
	EVP_PKEY *key = X509_get0_pubkey(x509);

	if (!key)
		return opinion_none();
	switch ((int)fact) {
	case CERTIFICATE_KEY_ALGORITHM: return algorithm_of(arena, key);
	case CERTIFICATE_KEY_BITS: return opinion_number(arena, EVP_PKEY_get_bits(key));
	case CERTIFICATE_KEY_CURVE: return curve_of(arena, key);
	case CERTIFICATE_KEY_EXPONENT: return exponent_of(arena, key);
	default: return opinion_none();
	}
}

/* --- ours --- */

struct text opinion_ours(struct arena *arena, const struct fact *fact, struct value value)
{
	struct text out = TEXT("");

	if (value.state == STATE_ABSENT)
		return opinion_absent();
	if (value.state != STATE_PRESENT)
		return arena_printf(arena, "%s: %s", state_name((enum state)value.state),
		                    value.as.text ? value.as.text : "");
	if (value.type == TYPE_TEXT || value.type == TYPE_OID)
		return value_as_text(&value);
	if (fact->type != TYPE_SET || fact->element == TYPE_CHOICE)
		return opinion_number(arena, value.as.number);
	for (uint32_t i = 0; i < value.as.list->count; i++)
		out = opinion_joined(arena, out, value_as_text(&value.as.list->items[i]));
	return out;
}
