/* SPDX-License-Identifier: Apache-2.0 */
#include "certgen.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509v3.h>
#include <stdlib.h>

struct text certgen_item(struct arena *arena, uint8_t tag, struct text contents)
{
	unsigned char header[6] = { tag };
	size_t used = 2;
	struct text parts[3] = { { (char *)header, 0 }, contents, { NULL, 0 } };

	header[1] = (unsigned char)contents.length;
	if (contents.length > 127) {
		unsigned int octets = 1;

		while (contents.length >> 8 * octets && octets < 4)
			octets++;
		header[1] = (unsigned char)(0x80 | octets);
		for (unsigned int i = octets; i-- > 0;)
			header[used++] = (unsigned char)(contents.length >> 8 * i);
	}
	parts[0].length = (uint32_t)used;
	if (!contents.at)
		parts[1] = TEXT("");
	return certgen_join(arena, parts);
}

struct text certgen_join(struct arena *arena, const struct text *texts)
{
	size_t length = 0;
	char *out;

	for (const struct text *text = texts; text->at; text++)
		length += text->length;
	out = arena_alloc(arena, length + 1);
	length = 0;
	for (const struct text *text = texts; text->at; text++) {
		memcpy(out + length, text->at, text->length);
		length += text->length;
	}
	return (struct text){ out, (uint32_t)length };
}

static int digit_value(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

struct text certgen_hex(struct arena *arena, const char *digits)
{
	char *out = arena_alloc(arena, strlen(digits) / 2 + 1);
	uint32_t length = 0;

	for (; *digits; digits++) {
		if (*digits == ' ')
			continue;
		out[length++] = (char)(digit_value(digits[0]) << 4
		                       | digit_value(digits[1]));
		digits++;
	}
	return (struct text){ out, length };
}

struct text certgen_repeat(struct arena *arena, struct text text, uint32_t count)
{
	char *out = arena_alloc(arena, (size_t)text.length * count + 1);

	for (uint32_t i = 0; i < count; i++)
		memcpy(out + (size_t)i * text.length, text.at, text.length);
	return (struct text){ out, text.length * count };
}

struct text certgen_attribute(struct arena *arena, uint8_t type, uint8_t kind,
                              struct text value)
{
	char oid[] = { 0x06, 0x03, 0x55, 0x04, (char)type };
	struct text pair = CERTGEN_SEQUENCE(arena, { oid, sizeof oid },
	                                    certgen_item(arena, kind, value));

	return certgen_item(arena, 0x31, pair);
}

struct text certgen_name(struct arena *arena, const char *common_name)
{
	return certgen_item(arena, 0x30, certgen_attribute(arena, 3, 0x0c,
		text_from(common_name)));
}

struct text certgen_extension_of(struct arena *arena, struct text oid, struct text value)
{
	return CERTGEN_SEQUENCE(arena, certgen_item(arena, 0x06, oid),
	                        certgen_item(arena, 0x04, value));
}

struct text certgen_extension(struct arena *arena, uint8_t id, struct text value)
{
	char oid[] = { 0x55, 0x1d, (char)id };

	return certgen_extension_of(arena, (struct text){ oid, sizeof oid }, value);
}

struct text certgen_extensions(struct arena *arena, struct text list)
{
	return certgen_item(arena, 0xa3, certgen_item(arena, 0x30, list));
}

struct text certgen_key(struct arena *arena, struct text algorithm, struct text key)
{
	struct text bits = CERTGEN_JOIN(arena, { "\0", 1 }, key);

	return CERTGEN_SEQUENCE(arena, certgen_item(arena, 0x30, algorithm),
	                        certgen_item(arena, 0x03, bits));
}

struct text certgen_rsa_key(struct arena *arena, struct text modulus, struct text exponent)
{
	struct text algorithm = certgen_hex(arena,
		"06 09 2a 86 48 86 f7 0d 01 01 01 05 00");
	struct text key = CERTGEN_SEQUENCE(arena,
		certgen_item(arena, 0x02, modulus),
		certgen_item(arena, 0x02, exponent));

	return certgen_key(arena, algorithm, key);
}

/* A modulus of 2,048 bits that begins and ends with one. */
static struct text proper_modulus(struct arena *arena)
{
	return CERTGEN_JOIN(arena, { "\0\x80", 2 },
	                    certgen_repeat(arena, TEXT("\x55"), 254),
	                    { "\x01", 1 });
}

struct certgen certgen_parts(struct arena *arena)
{
	struct text sha256_rsa = certgen_hex(arena,
		"30 0d 06 09 2a 86 48 86 f7 0d 01 01 0b 05 00");

	return (struct certgen){
		.version = certgen_hex(arena, "a0 03 02 01 02"),
		.serial = certgen_hex(arena, "02 02 12 34"),
		.inner = sha256_rsa,
		.issuer = certgen_name(arena, "issuer"),
		.from = certgen_item(arena, 0x17, TEXT("260101000000Z")),
		.until = certgen_item(arena, 0x17, TEXT("270101000000Z")),
		.subject = certgen_name(arena, "subject"),
		.key = certgen_rsa_key(arena, proper_modulus(arena),
		                       TEXT("\x01\x00\x01")),
		.extensions = TEXT(""),
		.outer = sha256_rsa,
		.signature = certgen_hex(arena, "03 05 00 de ad be ef"),
	};
}

struct text certgen_build(struct arena *arena, const struct certgen *parts)
{
	struct text tbs = CERTGEN_SEQUENCE(arena, parts->version, parts->serial,
		parts->inner, parts->issuer,
		CERTGEN_SEQUENCE(arena, parts->from, parts->until),
		parts->subject, parts->key, parts->extensions);

	return CERTGEN_SEQUENCE(arena, tbs, parts->outer, parts->signature);
}

static void add_entries(X509_NAME *name, const char *const *entries)
{
	for (; entries[0]; entries += 2)
		X509_NAME_add_entry_by_txt(name, entries[0], MBSTRING_UTF8,
			(const unsigned char *)entries[1], -1, -1, 0);
}

static void add_extensions(X509 *x509)
{
	static const char *const extensions[][2] = {
		{ "basicConstraints", "critical,CA:TRUE,pathlen:3" },
		{ "keyUsage", "critical,digitalSignature,keyCertSign,decipherOnly" },
		{ "extendedKeyUsage", "serverAuth,clientAuth,1.3.6.1.4.1.311.101.2" },
		{ "subjectAltName", "DNS:a.example.org,DNS:*.example.org,"
		  "IP:192.0.2.1,IP:2001:db8::1:0:0:1,IP:::,email:a@example.org,"
		  "URI:https://example.org/,otherName:msUPN;UTF8:user@example.org,"
		  "otherName:1.2.3.4.5;UTF8:x,RID:1.2.3.4" },
		{ "subjectKeyIdentifier", "hash" },
		{ "authorityKeyIdentifier", "keyid" },
		{ "certificatePolicies", "2.23.140.1.2.1,1.2.3.4" },
		{ "crlDistributionPoints", "URI:http://crl.example.org/1.crl,"
		  "URI:ldap:///CN=1" },
		{ "authorityInfoAccess", "OCSP;URI:http://ocsp.example.org/,"
		  "caIssuers;URI:http://ca.example.org/1.cer,caIssuers;email:a@example.org,"
		  "caIssuers;URI:ldap:///CN=1" },
		/* Of Windows: purposes server and client, template 1.3.6.1.4.1.311.21.8.1.2 of
		 * revision 100.4, and the name of a template of version 1. */
		{ "1.3.6.1.4.1.311.21.10",
		  "DER:3018300a06082b06010505070301300a06082b06010505070302" },
		{ "1.3.6.1.4.1.311.21.7",
		  "DER:3013060b2b0601040182371508010202016402" "0104" },
		{ "1.3.6.1.4.1.311.20.2", "ASN1:BMP:WebServer" },
	};
	X509V3_CTX context;

	X509V3_set_ctx(&context, x509, x509, NULL, NULL, 0);
	for (size_t i = 0; i < sizeof extensions / sizeof extensions[0]; i++) {
		X509_EXTENSION *extension = X509V3_EXT_conf(NULL, &context,
			extensions[i][0], extensions[i][1]);

		X509_add_ext(x509, extension, -1);
		X509_EXTENSION_free(extension);
	}
	/* OpenSSL leaves errors even where it succeeds. */
	ERR_clear_error();
}

static EVP_PKEY *make_key(enum certgen_kind kind)
{
	if (kind == CERTGEN_RSA)
		return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)2048);
	if (kind == CERTGEN_EC)
		return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-384");
	return EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
}

struct text certgen_real(struct arena *arena, enum certgen_kind kind)
{
	static const char *const subject[] = {
		"C", "DE", "O", "Über, \"Quoted\" + Sons", "OU", "#first ",
		"CN", "a.example.org", "emailAddress", "a@example.org", NULL
	};
	EVP_PKEY *key = make_key(kind);
	X509 *x509 = X509_new();
	unsigned char *bytes = NULL;
	struct text der;
	int length;

	X509_set_version(x509, 2);
	ASN1_INTEGER_set_uint64(X509_get_serialNumber(x509), 0x8000000000000001);
	add_entries(X509_get_subject_name(x509), subject);
	add_entries(X509_get_issuer_name(x509), subject);
	ASN1_TIME_set(X509_getm_notBefore(x509), 1767225600);
	ASN1_TIME_set(X509_getm_notAfter(x509), 4102444800);
	X509_set_pubkey(x509, key);
	add_extensions(x509);
	X509_sign(x509, key, kind == CERTGEN_ED25519 ? NULL : EVP_sha384());
	length = i2d_X509(x509, &bytes);
	der = arena_text(arena, (struct text){ (char *)bytes, (uint32_t)length });
	OPENSSL_free(bytes);
	X509_free(x509);
	EVP_PKEY_free(key);
	return der;
}

struct text certgen_pem(struct arena *arena, const char *label, struct text der)
{
	char *encoded = arena_alloc(arena, (size_t)der.length * 4 / 3 + 8);
	struct text out = arena_printf(arena, "-----BEGIN %s-----\n", label);
	int length = EVP_EncodeBlock((unsigned char *)encoded,
		(const unsigned char *)der.at, (int)der.length);
	char *lines = arena_alloc(arena, (size_t)length * 65 / 64 + 2);
	size_t used = 0;

	for (int i = 0; i < length; i++) {
		lines[used++] = encoded[i];
		if (i % 64 == 63 || i == length - 1)
			lines[used++] = '\n';
	}
	return CERTGEN_JOIN(arena, out, { lines, (uint32_t)used },
	                    arena_printf(arena, "-----END %s-----\n", label));
}
