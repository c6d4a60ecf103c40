/* SPDX-License-Identifier: Apache-2.0 */
/* The algorithm of the signature (RFC 5280 4.1.1.2). It is named twice, outside and inside of
 * what is signed; where the two differ neither can be believed. An algorithm that is not listed
 * here has a name, its object identifier, but no digest: it could be any. */
#include "facts/cert_part.h"

#define OCTETS(literal) { literal, sizeof(literal) - 1 }

struct signature {
	struct text oid;
	struct text name;
	enum certificate_digest digest;
};

static const struct signature signatures[] = {
#define SIGNATURE(oid, name, digest) \
	{ OCTETS(oid), OCTETS(name), CERTIFICATE_DIGEST_IS_##digest },
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b", "sha256WithRSAEncryption", SHA256)
	SIGNATURE("\x2a\x86\x48\xce\x3d\x04\x03\x02", "ecdsa-with-SHA256", SHA256)
	SIGNATURE("\x2a\x86\x48\xce\x3d\x04\x03\x03", "ecdsa-with-SHA384", SHA384)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c", "sha384WithRSAEncryption", SHA384)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d", "sha512WithRSAEncryption", SHA512)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05", "sha1WithRSAEncryption", SHA1)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0e", "sha224WithRSAEncryption", SHA224)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04", "md5WithRSAEncryption", MD5)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x02", "md2WithRSAEncryption", MD2)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x03", "md4WithRSAEncryption", OTHER)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0f", "sha512-224WithRSAEncryption", OTHER)
	SIGNATURE("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x10", "sha512-256WithRSAEncryption", OTHER)
	SIGNATURE("\x2b\x0e\x03\x02\x1d", "sha1WithRSASignature", SHA1)
	SIGNATURE("\x2b\x0e\x03\x02\x03", "md5WithRSA", MD5)
	SIGNATURE("\x2a\x86\x48\xce\x3d\x04\x03\x04", "ecdsa-with-SHA512", SHA512)
	SIGNATURE("\x2a\x86\x48\xce\x3d\x04\x03\x01", "ecdsa-with-SHA224", SHA224)
	SIGNATURE("\x2a\x86\x48\xce\x3d\x04\x01", "ecdsa-with-SHA1", SHA1)
	SIGNATURE("\x2b\x65\x70", "id-Ed25519", NONE)
	SIGNATURE("\x2b\x65\x71", "id-Ed448", NONE)
	SIGNATURE("\x2a\x86\x48\xce\x38\x04\x03", "id-dsa-with-sha1", SHA1)
	SIGNATURE("\x2b\x0e\x03\x02\x1b", "dsaWithSHA1", SHA1)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x01", "id-dsa-with-sha224", SHA224)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x02", "id-dsa-with-sha256", SHA256)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x03", "id-dsa-with-sha384", SHA384)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x04", "id-dsa-with-sha512", SHA512)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x09", "id-ecdsa-with-sha3-224", OTHER)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x0a", "id-ecdsa-with-sha3-256", SHA3_256)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x0b", "id-ecdsa-with-sha3-384", SHA3_384)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x0c", "id-ecdsa-with-sha3-512", SHA3_512)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x0d",
	          "id-rsassa-pkcs1-v1-5-with-sha3-224", OTHER)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x0e",
	          "id-rsassa-pkcs1-v1-5-with-sha3-256", SHA3_256)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x0f",
	          "id-rsassa-pkcs1-v1-5-with-sha3-384", SHA3_384)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x10",
	          "id-rsassa-pkcs1-v1-5-with-sha3-512", SHA3_512)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x11", "id-ml-dsa-44", NONE)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x12", "id-ml-dsa-65", NONE)
	SIGNATURE("\x60\x86\x48\x01\x65\x03\x04\x03\x13", "id-ml-dsa-87", NONE)
	SIGNATURE("\x2b\x06\x01\x05\x05\x07\x06\x1e", "id-RSASSA-PSS-SHAKE128", OTHER)
	SIGNATURE("\x2b\x06\x01\x05\x05\x07\x06\x1f", "id-RSASSA-PSS-SHAKE256", OTHER)
	SIGNATURE("\x2b\x06\x01\x05\x05\x07\x06\x20", "id-ecdsa-with-shake128", OTHER)
	SIGNATURE("\x2b\x06\x01\x05\x05\x07\x06\x21", "id-ecdsa-with-shake256", OTHER)
	SIGNATURE("\x2b\x24\x03\x03\x01\x02", "rsaSignatureWithripemd160", OTHER)
	SIGNATURE("\x2a\x81\x1c\xcf\x55\x01\x83\x75", "sm2-with-sm3", OTHER)
	SIGNATURE("\x2a\x85\x03\x07\x01\x01\x03\x02",
	          "id-tc26-signwithdigest-gost3410-12-256", OTHER)
	SIGNATURE("\x2a\x85\x03\x07\x01\x01\x03\x03",
	          "id-tc26-signwithdigest-gost3410-12-512", OTHER)
#undef SIGNATURE
};

/* Its digest is in its parameters (RFC 4055 3.1). */
static const struct text pss = OCTETS("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a");

static const struct {
	struct text oid;
	enum certificate_digest digest;
} digests[] = {
#define DIGEST(oid, digest) { OCTETS(oid), CERTIFICATE_DIGEST_IS_##digest },
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x01", SHA256)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x02", SHA384)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x03", SHA512)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x04", SHA224)
	DIGEST("\x2b\x0e\x03\x02\x1a", SHA1)
	DIGEST("\x2a\x86\x48\x86\xf7\x0d\x02\x05", MD5)
	DIGEST("\x2a\x86\x48\x86\xf7\x0d\x02\x02", MD2)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x08", SHA3_256)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x09", SHA3_384)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x0a", SHA3_512)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x05", OTHER)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x06", OTHER)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x07", OTHER)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x0b", OTHER)
	DIGEST("\x60\x86\x48\x01\x65\x03\x04\x02\x0c", OTHER)
	DIGEST("\x2b\x24\x03\x02\x01", OTHER)
	DIGEST("\x2a\x81\x1c\xcf\x55\x01\x83\x11", OTHER)
#undef DIGEST
};

/* AlgorithmIdentifier ::= SEQUENCE { OID, parameters OPTIONAL } (RFC 5280 4.1.1.2). */
struct algorithm {
	struct text oid;
	struct der_item parameters;     /* start is NULL if there are none */
};

static const char *algorithm_read(const struct der_item *item,
                                  struct algorithm *algorithm)
{
	struct der inside = der_inside(item);
	struct der_item oid;

	algorithm->parameters.start = NULL;
	if (!der_expect(&inside, DER_OID, &oid))
		return inside.why;
	algorithm->oid = der_contents(&oid);
	if (!der_at_end(&inside) && !der_next(&inside, &algorithm->parameters))
		return inside.why;
	if (!der_at_end(&inside))
		return "the algorithm has more than one parameter";
	return NULL;
}

static const char *algorithm_of(struct cert *cert, struct algorithm *algorithm)
{
	const struct der_item *outer = &cert->parts[PART_ALGORITHM];
	const struct der_item *inner = &cert->parts[PART_SIGNATURE];

	if (cert->flaws[PART_ALGORITHM])
		return cert->flaws[PART_ALGORITHM];
	if (cert->flaws[PART_SIGNATURE])
		return cert->flaws[PART_SIGNATURE];
	if (!text_equal(der_contents(outer), der_contents(inner)))
		return "the algorithms inside and outside differ";
	return algorithm_read(outer, algorithm);
}

static const struct signature *signature_find(struct text oid)
{
	for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++)
		if (text_equal(signatures[i].oid, oid))
			return &signatures[i];
	return NULL;
}

struct value cert_fact_SIGNATURE_ALGORITHM(struct cert *cert)
{
	const struct signature *known;
	struct algorithm algorithm;
	struct text dotted;
	const char *flaw = algorithm_of(cert, &algorithm);

	if (!flaw) {
		known = signature_find(algorithm.oid);
		if (known)
			return value_text(TYPE_TEXT, known->name);
		if (text_equal(algorithm.oid, pss))
			return value_text(TYPE_TEXT, TEXT("id-RSASSA-PSS"));
		flaw = der_oid_text(cert->arena, algorithm.oid, &dotted);
	}
	if (flaw)
		return cert_undecodable_at(cert, "signature algorithm", flaw);
	return value_text(TYPE_TEXT, dotted);
}

static const char *digest_read(const struct der_item *item, int64_t *digest)
{
	struct algorithm algorithm;
	const char *flaw = algorithm_read(item, &algorithm);

	if (flaw)
		return flaw;
	for (size_t i = 0; i < sizeof digests / sizeof digests[0]; i++) {
		if (text_equal(digests[i].oid, algorithm.oid)) {
			*digest = digests[i].digest;
			return NULL;
		}
	}
	return "the digest is not known";
}

/* RSASSA-PSS-params ::= SEQUENCE { [0] digest DEFAULT sha1, [1] mask generation, [2] salt length,
 * [3] trailer }, all optional (RFC 8017 A.2.3). */
static const char *pss_digest(const struct der_item *parameters, int64_t *digest)
{
	struct der inside, deeper;
	struct der_item holder, item, ignored;

	if (!parameters->start || parameters->tag != DER_SEQUENCE)
		return "RSASSA-PSS has no parameters";
	inside = der_inside(parameters);
	if (!der_optional(&inside, DER_CONTEXT_HOLDS, &holder))
		return inside.why;
	for (uint8_t i = 1; i < 4; i++)
		if (!der_optional(&inside, (uint8_t)(DER_CONTEXT_HOLDS | i),
		                  &ignored))
			return inside.why;
	if (!der_at_end(&inside))
		return "RSASSA-PSS has other parameters than it should";
	*digest = CERTIFICATE_DIGEST_IS_SHA1;
	if (!holder.start)
		return NULL;
	deeper = der_inside(&holder);
	if (!der_only(&deeper, DER_SEQUENCE, &item))
		return deeper.why;
	return digest_read(&item, digest);
}

struct value cert_fact_SIGNATURE_DIGEST(struct cert *cert)
{
	const struct signature *known;
	struct algorithm algorithm;
	int64_t digest = 0;
	const char *flaw = algorithm_of(cert, &algorithm);

	if (!flaw) {
		known = signature_find(algorithm.oid);
		if (known)
			digest = known->digest;
		else if (text_equal(algorithm.oid, pss))
			flaw = pss_digest(&algorithm.parameters, &digest);
		else
			flaw = "the algorithm is not known";
	}
	if (flaw)
		return cert_undecodable_at(cert, "signature algorithm", flaw);
	return value_number(TYPE_CHOICE, digest);
}
