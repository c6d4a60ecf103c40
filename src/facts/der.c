/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/der.h"

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include "base/guard.h"

enum {
	HEADER_ERROR = 0x80, HEADER_INDEFINITE = 0x01,  /* of ASN1_get_object */
	TAG_NUMBER = 0x1f,
	OID_MAX_OCTETS = 128,
	OID_TEXT = 640                  /* 128 octets in decimal with dots */
};

struct der der_over(struct text bytes)
{
	const void *start = bytes.length ? bytes.at : "";
	const unsigned char *at = start;

	return (struct der){ at, at + bytes.length, NULL };
}

struct der der_inside(const struct der_item *item)
{
	return (struct der){ item->at, item->at + item->length, NULL };
}

/* Octets that DER wants for a tag and a length (X.690 8.1.2, 10.1). */
static long header_length(int tag, long length)
{
	long octets = 2;

	if (tag >= TAG_NUMBER)
		for (octets++; tag > 127; tag >>= 7)
			octets++;
	if (length > 127)
		for (; length > 0; length >>= 8)
			octets++;
	return octets;
}

bool der_next(struct der *der, struct der_item *item)
{
	const unsigned char *at = der->at;
	long length;
	int tag, class, header;

	*item = (struct der_item){ .start = NULL };
	if (der_at_end(der)) {
		der->why = "something is missing here";
		return false;
	}
	header = ASN1_get_object(&at, &length, &tag, &class, der->end - at);
	if (header & HEADER_ERROR) {
		der->why = "a tag or length is broken or runs past the end";
		return false;
	}
	if (header & HEADER_INDEFINITE) {
		der->why = "a length is indefinite, which DER does not allow";
		return false;
	}
	if (at - der->at != header_length(tag, length)) {
		der->why = "a tag or length is longer than DER allows";
		return false;
	}
	item->start = der->at;
	item->at = at;
	item->length = (uint32_t)length;
	item->tag = *der->at;
	der->at = at + length;
	return true;
}

/* Static, as all reasons are: it can't tell what was found. */
static const char *expectation(uint8_t tag)
{
#define EXPECTED(what) "expected " what ", found another kind of value"
	switch (tag) {
	case DER_BOOLEAN:      return EXPECTED("a BOOLEAN");
	case DER_INTEGER:      return EXPECTED("an INTEGER");
	case DER_BIT_STRING:   return EXPECTED("a BIT STRING");
	case DER_OCTET_STRING: return EXPECTED("an OCTET STRING");
	case DER_OID:          return EXPECTED("an object identifier");
	case DER_SEQUENCE:     return EXPECTED("a SEQUENCE");
	case DER_SET:          return EXPECTED("a SET");
	default:               return "there is another kind of value here";
	}
#undef EXPECTED
}

bool der_expect(struct der *der, uint8_t tag, struct der_item *item)
{
	struct der before = *der;

	if (!der_next(der, item))
		return false;
	if (item->tag == tag)
		return true;
	*der = before;
	der->why = expectation(tag);
	item->start = NULL;
	return false;
}

bool der_optional(struct der *der, uint8_t tag, struct der_item *item)
{
	*item = (struct der_item){ .start = NULL };
	if (der_at_end(der) || *der->at != tag)
		return true;
	return der_next(der, item);
}

bool der_only(struct der *der, uint8_t tag, struct der_item *item)
{
	if (!der_expect(der, tag, item))
		return false;
	if (der_at_end(der))
		return true;
	der->why = "bytes follow the value";
	return false;
}

struct text der_contents(const struct der_item *item)
{
	return (struct text){ (const char *)item->at, item->length };
}

struct text der_whole(const struct der_item *item)
{
	return (struct text){ (const char *)item->start,
	                      (uint32_t)(item->at - item->start) + item->length };
}

const char *der_integer_flaw(const struct der_item *item)
{
	const unsigned char *at = item->at;

	if (item->length == 0)
		return "the INTEGER is empty";
	if (item->length > 1
	    && ((at[0] == 0x00 && at[1] < 0x80)
	        || (at[0] == 0xff && at[1] >= 0x80)))
		return "the INTEGER has superfluous leading octets";
	return NULL;
}

bool der_integer(const struct der_item *item, int64_t *number)
{
	uint64_t value;

	if (item->length == 0 || item->length > sizeof value)
		return false;
	value = item->at[0] & 0x80 ? UINT64_MAX : 0;
	for (uint32_t i = 0; i < item->length; i++)
		value = value << 8 | item->at[i];
	memcpy(number, &value, sizeof value);
	return true;
}

uint32_t der_integer_bits(const struct der_item *item)
{
	uint32_t zeros = item->at[0] == 0 ? 1 : 0;
	uint32_t bits = (item->length - zeros) * 8;

	if (bits == 0)
		return 0;
	for (unsigned int top = item->at[zeros]; !(top & 0x80); top <<= 1)
		bits--;
	return bits;
}

const char *der_boolean(const struct der_item *item, bool *value)
{
	if (item->length != 1)
		return "the BOOLEAN is not one octet";
	if (item->at[0] != 0x00 && item->at[0] != 0xff)
		return "the BOOLEAN is neither 00 nor ff";
	*value = item->at[0] != 0;
	return NULL;
}

const char *der_octets(const struct der_item *item, struct text *octets)
{
	if (item->length == 0)
		return "the BIT STRING is empty";
	if (item->at[0] != 0)
		return "the BIT STRING does not end with a whole octet";
	octets->at = (const char *)item->at + 1;
	octets->length = item->length - 1;
	return NULL;
}

static size_t decimal_write(char *out, uint64_t number)
{
	char digits[20];
	size_t count = 0;

	do {
		digits[count++] = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	for (size_t i = 0; i < count; i++)
		out[i] = digits[count - 1 - i];
	return count;
}

/* The arcs of a checked identifier (X.690 8.19); 0 when one is over 64 bits. */
static size_t oid_write(char *out, struct text contents)
{
	size_t length = 0;
	uint64_t arc = 0;

	for (uint32_t i = 0; i < contents.length; i++) {
		unsigned char octet = (unsigned char)contents.at[i];

		if (arc >> 57)
			return 0;
		arc = arc << 7 | (octet & 0x7f);
		if (octet & 0x80)
			continue;
		if (length == 0) {
			uint64_t first = arc < 80 ? arc / 40 : 2;

			out[length++] = (char)('0' + first);
			arc -= first * 40;
		}
		out[length++] = '.';
		length += decimal_write(out + length, arc);
		arc = 0;
	}
	return length;
}

/* The same by OpenSSL, whose arcs have no limit. */
static size_t oid_write_long(char *out, struct text contents)
{
	unsigned char bytes[OID_MAX_OCTETS + 3];
	const unsigned char *at = bytes;
	size_t header = contents.length > 127 ? 3 : 2;
	ASN1_OBJECT *object;
	int length;

	bytes[0] = DER_OID;
	bytes[1] = 0x81;
	bytes[header - 1] = (unsigned char)contents.length;
	memcpy(bytes + header, contents.at, contents.length);
	object = d2i_ASN1_OBJECT(NULL, &at, (long)(header + contents.length));
	if (!object)
		return 0;
	length = OBJ_obj2txt(out, OID_TEXT, object, 1);
	ASN1_OBJECT_free(object);
	return length > 0 && length < OID_TEXT ? (size_t)length : 0;
}

static const char *oid_flaw(struct text contents)
{
	bool starts = true;

	if (contents.length == 0)
		return "the object identifier is empty";
	if (contents.length > OID_MAX_OCTETS)
		return "the object identifier is longer than 128 octets";
	for (uint32_t i = 0; i < contents.length; i++) {
		unsigned char octet = (unsigned char)contents.at[i];

		if (starts && octet == 0x80)
			return "an arc of the object identifier has"
			       " superfluous leading octets";
		starts = octet < 0x80;
	}
	return starts ? NULL : "the object identifier ends inside an arc";
}

const char *der_oid_text(struct arena *arena, struct text contents,
                         struct text *dotted)
{
	char out[OID_TEXT];
	const char *flaw = oid_flaw(contents);
	size_t length;

	if (flaw)
		return flaw;
	length = oid_write(out, contents);
	if (length == 0)
		length = oid_write_long(out, contents);
	if (length == 0) {
		guard_probe();
		length = oid_write_long(out, contents);
	}
	if (length == 0)
		return "the object identifier has an arc that is too large";
	*dotted = arena_text(arena, (struct text){ out, (uint32_t)length });
	return NULL;
}

struct text der_hex(struct arena *arena, struct text bytes)
{
	static const char digits[] = "0123456789abcdef";
	char *out = arena_alloc(arena, 2 * (size_t)bytes.length + 1);

	for (uint32_t i = 0; i < bytes.length; i++) {
		unsigned char byte = (unsigned char)bytes.at[i];

		out[2 * i] = digits[byte >> 4];
		out[2 * i + 1] = digits[byte & 15];
	}
	return (struct text){ out, 2 * bytes.length };
}
