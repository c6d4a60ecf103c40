/* SPDX-License-Identifier: Apache-2.0 */
/* der.h - a strict walk over DER (X.690), in place.
 *
 * Nothing is copied: items point into the bytes that were given. Only what DER
 * allows passes: definite lengths, in the fewest octets, that end inside what
 * holds them. The walk never recurses; callers go down by der_inside.
 *
 * libcrypto's decoder of headers leaves errors in OpenSSL's queue when bytes
 * are refused; whoever starts a walk sets a mark and pops to it.
 */
#ifndef FACTS_DER_H
#define FACTS_DER_H

#include "base/arena.h"

/* First octet of an item: class, constructed bit and number (X.690 8.1.2). */
enum der_tag {
	DER_BOOLEAN = 0x01,
	DER_INTEGER = 0x02,
	DER_BIT_STRING = 0x03,
	DER_OCTET_STRING = 0x04,
	DER_NULL = 0x05,
	DER_OID = 0x06,
	DER_UTF8_STRING = 0x0c,
	DER_NUMERIC_STRING = 0x12,
	DER_PRINTABLE_STRING = 0x13,
	DER_T61_STRING = 0x14,
	DER_IA5_STRING = 0x16,
	DER_UTC_TIME = 0x17,
	DER_GENERALIZED_TIME = 0x18,
	DER_VISIBLE_STRING = 0x1a,
	DER_UNIVERSAL_STRING = 0x1c,
	DER_BMP_STRING = 0x1e,
	DER_SEQUENCE = 0x30,
	DER_SET = 0x31,
	DER_CONTEXT = 0x80,             /* [n], primitive */
	DER_CONTEXT_HOLDS = 0xa0        /* [n], constructed */
};

/* What is still to be read. */
struct der {
	const unsigned char *at, *end;
	const char *why;                /* why the last step was refused; static */
};

struct der_item {
	const unsigned char *start;     /* its first octet; NULL if there is no item */
	const unsigned char *at;        /* its contents */
	uint32_t length;                /* of the contents */
	uint8_t tag;                    /* first octet; of tags over 30, 5 bits are ones */
};

struct der der_over(struct text bytes);
struct der der_inside(const struct der_item *item);

static inline bool der_at_end(const struct der *der)
{
	return der->at == der->end;
}

/* The next item, whatever it is. False at the end or when it is not DER; `why` tells,
 * and the place stays where it was. */
bool der_next(struct der *der, struct der_item *item);

/* The next item, which must have this first octet. */
bool der_expect(struct der *der, uint8_t tag, struct der_item *item);

/* The next item if it has this first octet; otherwise item->start is NULL and nothing is read.
 * False when the item is there but is not DER. */
bool der_optional(struct der *der, uint8_t tag, struct der_item *item);

/* The only item in the bytes: nothing may follow it. */
bool der_only(struct der *der, uint8_t tag, struct der_item *item);

/* Contents, and the whole item with its header, as bytes. */
struct text der_contents(const struct der_item *item);
struct text der_whole(const struct der_item *item);

/* Is it a proper INTEGER: not empty, in the fewest octets? NULL, or why not. */
const char *der_integer_flaw(const struct der_item *item);

/* A proper INTEGER as a number; false when it does not fit. */
bool der_integer(const struct der_item *item, int64_t *number);

/* Bits in a proper INTEGER that is not negative. */
uint32_t der_integer_bits(const struct der_item *item);

/* A BOOLEAN: 00 or ff (X.690 11.1). NULL, or why it is none. */
const char *der_boolean(const struct der_item *item, bool *value);

/* The octets of a BIT STRING of whole octets. NULL, or why it is none. */
const char *der_octets(const struct der_item *item, struct text *octets);

/* The contents of an OBJECT IDENTIFIER as dotted text, in the arena; NULL, or why it is none. */
const char *der_oid_text(struct arena *arena, struct text contents,
                         struct text *dotted);

/* Bytes as lower-case hexadecimal, in the arena. */
struct text der_hex(struct arena *arena, struct text bytes);

#endif
