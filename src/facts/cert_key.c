/* SPDX-License-Identifier: Apache-2.0 */
/* Facts of the public key, from the raw SubjectPublicKeyInfo (RFC 5280 4.1.2.7): OpenSSL makes no
 * key object for algorithms and curves that it does not know. */
#include "facts/cert_part.h"

#define OCTETS(literal) { literal, sizeof(literal) - 1 }

/* How the size of a key is found. */
enum shape {
	SHAPE_UNKNOWN,
	SHAPE_RSA,                      /* RSAPublicKey, RFC 8017 A.1.1 */
	SHAPE_EC,                       /* named curve, RFC 5480 2 */
	SHAPE_PRIME,                    /* first number of the parameters, RFC 3279 2.3.2, 2.3.3 */
	SHAPE_OCTETS                    /* so many octets */
};

struct algorithm {
	struct text oid;
	enum certificate_key key;
	enum shape shape;
	uint32_t octets, bits;
};

static const struct algorithm algorithms[] = {
	{ OCTETS("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01"),
	  CERTIFICATE_KEY_IS_RSA, SHAPE_RSA, 0, 0 },
	{ OCTETS("\x2a\x86\x48\xce\x3d\x02\x01"),
	  CERTIFICATE_KEY_IS_EC, SHAPE_EC, 0, 0 },
	{ OCTETS("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a"),
	  CERTIFICATE_KEY_IS_RSA_PSS, SHAPE_RSA, 0, 0 },
	{ OCTETS("\x2b\x65\x70"),
	  CERTIFICATE_KEY_IS_ED25519, SHAPE_OCTETS, 32, 256 },
	{ OCTETS("\x2b\x65\x71"),
	  CERTIFICATE_KEY_IS_ED448, SHAPE_OCTETS, 57, 456 },
	{ OCTETS("\x2a\x86\x48\xce\x38\x04\x01"),
	  CERTIFICATE_KEY_IS_DSA, SHAPE_PRIME, 0, 0 },
	{ OCTETS("\x2a\x86\x48\xce\x3e\x02\x01"),
	  CERTIFICATE_KEY_IS_DH, SHAPE_PRIME, 0, 0 },
	{ OCTETS("\x2a\x86\x48\x86\xf7\x0d\x01\x03\x01"),
	  CERTIFICATE_KEY_IS_DH, SHAPE_PRIME, 0, 0 },
	{ OCTETS("\x60\x86\x48\x01\x65\x03\x04\x03\x11"),
	  CERTIFICATE_KEY_IS_ML_DSA, SHAPE_OCTETS, 1312, 10496 },
	{ OCTETS("\x60\x86\x48\x01\x65\x03\x04\x03\x12"),
	  CERTIFICATE_KEY_IS_ML_DSA, SHAPE_OCTETS, 1952, 15616 },
	{ OCTETS("\x60\x86\x48\x01\x65\x03\x04\x03\x13"),
	  CERTIFICATE_KEY_IS_ML_DSA, SHAPE_OCTETS, 2592, 20736 },
};

static const struct algorithm other = {
	.key = CERTIFICATE_KEY_IS_OTHER, .shape = SHAPE_UNKNOWN
};

struct curve {
	struct text oid;
	struct text name;
	uint32_t bits;
};

static const struct curve curves[] = {
	{ OCTETS("\x2a\x86\x48\xce\x3d\x03\x01\x07"), OCTETS("p-256"), 256 },
	{ OCTETS("\x2b\x81\x04\x00\x22"), OCTETS("p-384"), 384 },
	{ OCTETS("\x2b\x81\x04\x00\x23"), OCTETS("p-521"), 521 },
	{ OCTETS("\x2b\x81\x04\x00\x21"), OCTETS("p-224"), 224 },
	{ OCTETS("\x2a\x86\x48\xce\x3d\x03\x01\x01"), OCTETS("p-192"), 192 },
	{ OCTETS("\x2b\x81\x04\x00\x0a"), OCTETS("secp256k1"), 256 },
	{ OCTETS("\x2a\x81\x1c\xcf\x55\x01\x82\x2d"), OCTETS("sm2"), 256 },
#define BRAINPOOL(octet, name, bits) \
	{ OCTETS("\x2b\x24\x03\x03\x02\x08\x01\x01" octet), \
	  OCTETS("brainpool-" name), bits },
	BRAINPOOL("\x01", "p160r1", 160)
	BRAINPOOL("\x02", "p160t1", 160)
	BRAINPOOL("\x03", "p192r1", 192)
	BRAINPOOL("\x04", "p192t1", 192)
	BRAINPOOL("\x05", "p224r1", 224)
	BRAINPOOL("\x06", "p224t1", 224)
	BRAINPOOL("\x07", "p256r1", 256)
	BRAINPOOL("\x08", "p256t1", 256)
	BRAINPOOL("\x09", "p320r1", 320)
	BRAINPOOL("\x0a", "p320t1", 320)
	BRAINPOOL("\x0b", "p384r1", 384)
	BRAINPOOL("\x0c", "p384t1", 384)
	BRAINPOOL("\x0d", "p512r1", 512)
	BRAINPOOL("\x0e", "p512t1", 512)
#undef BRAINPOOL
};

/* A SubjectPublicKeyInfo taken apart. */
struct key {
	const struct algorithm *algorithm;
	struct text oid;
	struct der_item parameters;     /* start is NULL if there are none */
	struct der_item bits;
};

static const struct algorithm *algorithm_find(struct text oid)
{
	for (size_t i = 0; i < sizeof algorithms / sizeof algorithms[0]; i++)
		if (text_equal(algorithms[i].oid, oid))
			return &algorithms[i];
	return &other;
}

static const struct curve *curve_find(struct text oid)
{
	for (size_t i = 0; i < sizeof curves / sizeof curves[0]; i++)
		if (text_equal(curves[i].oid, oid))
			return &curves[i];
	return NULL;
}

/* SEQUENCE { SEQUENCE { OID, parameters OPTIONAL }, BIT STRING }. NULL, or the flaw. */
static const char *key_open(struct cert *cert, struct key *key)
{
	struct der info, inside;
	struct der_item algorithm, oid;

	if (cert->flaws[PART_KEY])
		return cert->flaws[PART_KEY];
	*key = (struct key){ .algorithm = &other };
	info = der_inside(&cert->parts[PART_KEY]);
	if (!der_expect(&info, DER_SEQUENCE, &algorithm)
	    || !der_only(&info, DER_BIT_STRING, &key->bits))
		return info.why;
	inside = der_inside(&algorithm);
	if (!der_expect(&inside, DER_OID, &oid)
	    || (!der_at_end(&inside) && !der_next(&inside, &key->parameters)))
		return inside.why;
	if (!der_at_end(&inside))
		return "the algorithm has more than one parameter";
	if (oid.length == 0)
		return "the object identifier is empty";
	key->oid = der_contents(&oid);
	key->algorithm = algorithm_find(key->oid);
	return NULL;
}

struct value cert_fact_KEY_ALGORITHM(struct cert *cert)
{
	struct key key;
	const char *flaw = key_open(cert, &key);

	if (flaw)
		return cert_undecodable_at(cert, "public key", flaw);
	return value_number(TYPE_CHOICE, key.algorithm->key);
}

/* A number that must not be negative. */
static const char *take_natural(struct der *der, struct der_item *number)
{
	const char *flaw;

	if (!der_expect(der, DER_INTEGER, number))
		return der->why;
	flaw = der_integer_flaw(number);
	if (flaw)
		return flaw;
	return number->at[0] & 0x80 ? "the INTEGER is negative" : NULL;
}

/* RSAPublicKey ::= SEQUENCE { modulus, publicExponent } (RFC 8017 A.1.1). */
static const char *rsa_open(const struct key *key, struct der_item *modulus,
                            struct der_item *exponent)
{
	struct text octets;
	struct der outside, inside;
	struct der_item whole;
	const char *flaw = der_octets(&key->bits, &octets);

	if (flaw)
		return flaw;
	outside = der_over(octets);
	if (!der_only(&outside, DER_SEQUENCE, &whole))
		return outside.why;
	inside = der_inside(&whole);
	flaw = take_natural(&inside, modulus);
	if (!flaw)
		flaw = take_natural(&inside, exponent);
	if (!flaw && !der_at_end(&inside))
		flaw = "bytes follow the exponent";
	return flaw;
}

static const char *rsa_bits(const struct key *key, uint32_t *bits)
{
	struct der_item modulus, exponent;
	const char *flaw = rsa_open(key, &modulus, &exponent);

	if (!flaw)
		*bits = der_integer_bits(&modulus);
	return flaw;
}

/* The named curve (RFC 5480 2.1.1). NULL, or the flaw. */
static const char *curve_oid(const struct key *key, struct text *oid)
{
	if (!key->parameters.start)
		return "the curve is not named";
	if (key->parameters.tag == DER_SEQUENCE)
		return "the curve is given by explicit parameters";
	if (key->parameters.tag != DER_OID || key->parameters.length == 0)
		return "the curve is not named";
	*oid = der_contents(&key->parameters);
	return NULL;
}

/* A point of a field of so many octets: compressed, uncompressed or hybrid. */
static bool is_point(struct text point, uint32_t octets)
{
	unsigned char form = point.length ? (unsigned char)point.at[0] : 0;

	if (form == 2 || form == 3)
		return point.length == 1 + octets;
	return (form == 4 || form == 6 || form == 7)
	    && point.length == 1 + 2 * octets;
}

/* Size of the curve; the point must be of that size (RFC 5480 2.2, SEC 1 2.3.3). */
static const char *ec_bits(const struct key *key, uint32_t *bits)
{
	const struct curve *curve;
	struct text oid, point;
	const char *flaw = curve_oid(key, &oid);

	if (!flaw)
		flaw = der_octets(&key->bits, &point);
	if (flaw)
		return flaw;
	curve = curve_find(oid);
	if (!curve)
		return "the curve is not known";
	if (!is_point(point, (curve->bits + 7) / 8))
		return "the key is not a point of the size of its curve";
	*bits = curve->bits;
	return NULL;
}

/* Bits of the prime in the parameters of DSA and DH. */
static const char *prime_bits(const struct key *key, uint32_t *bits)
{
	struct der inside;
	struct der_item prime;
	const char *flaw;

	if (!key->parameters.start || key->parameters.tag != DER_SEQUENCE)
		return "the key has no parameters of its own";
	inside = der_inside(&key->parameters);
	flaw = take_natural(&inside, &prime);
	if (!flaw)
		*bits = der_integer_bits(&prime);
	return flaw;
}

static const char *octet_bits(const struct key *key, uint32_t *bits)
{
	struct text octets;
	const char *flaw = der_octets(&key->bits, &octets);

	if (flaw)
		return flaw;
	if (key->parameters.start)
		return "the algorithm has parameters, which it must not";
	if (octets.length != key->algorithm->octets)
		return "the key is not of the length of its algorithm";
	*bits = key->algorithm->bits;
	return NULL;
}

struct value cert_fact_KEY_BITS(struct cert *cert)
{
	struct key key;
	const char *flaw = key_open(cert, &key);
	uint32_t bits = 0;

	if (flaw)
		return cert_undecodable_at(cert, "public key", flaw);
	switch (key.algorithm->shape) {
	case SHAPE_RSA:    flaw = rsa_bits(&key, &bits);   break;
	case SHAPE_EC:     flaw = ec_bits(&key, &bits);    break;
	case SHAPE_PRIME:  flaw = prime_bits(&key, &bits); break;
	case SHAPE_OCTETS: flaw = octet_bits(&key, &bits); break;
	case SHAPE_UNKNOWN:
	default:           flaw = "the algorithm is not known"; break;
	}
	if (flaw)
		return cert_undecodable_at(cert, "public key", flaw);
	return value_number(TYPE_INTEGER, bits);
}

struct value cert_fact_KEY_CURVE(struct cert *cert)
{
	struct key key;
	struct text oid, dotted;
	const struct curve *curve;
	const char *flaw = key_open(cert, &key);

	if (!flaw && key.algorithm->shape != SHAPE_EC)
		return cert_absent();
	if (!flaw)
		flaw = curve_oid(&key, &oid);
	if (flaw)
		return cert_undecodable_at(cert, "public key", flaw);
	curve = curve_find(oid);
	if (curve)
		return value_text(TYPE_TEXT, curve->name);
	flaw = der_oid_text(cert->arena, oid, &dotted);
	if (flaw)
		return cert_undecodable_at(cert, "curve", flaw);
	return value_text(TYPE_TEXT, dotted);
}

struct value cert_fact_KEY_EXPONENT(struct cert *cert)
{
	struct key key;
	struct der_item modulus, exponent;
	int64_t number;
	const char *flaw = key_open(cert, &key);

	if (!flaw && key.algorithm->shape != SHAPE_RSA)
		return cert_absent();
	if (!flaw)
		flaw = rsa_open(&key, &modulus, &exponent);
	if (!flaw && !der_integer(&exponent, &number))
		flaw = "the exponent is over 63 bits";
	if (flaw)
		return cert_undecodable_at(cert, "public key", flaw);
	return value_number(TYPE_INTEGER, number);
}
