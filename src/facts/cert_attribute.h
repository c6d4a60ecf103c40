/* SPDX-License-Identifier: Apache-2.0 */
/* cert_attribute.h - the attributes of a name (RFC 5280 4.1.2.4), one by one; for cert*.c only. */
#ifndef FACTS_CERT_ATTRIBUTE_H
#define FACTS_CERT_ATTRIBUTE_H

#include "facts/cert_string.h"

struct cert_attribute {
	struct text type;               /* contents of the object identifier */
	struct der_item value;
	bool starts;                    /* the first of its relative name */
};

/* Name ::= SEQUENCE OF SET OF SEQUENCE { type, value }. */
struct cert_attributes {
	struct der names, attributes;
	const char *flaw;               /* why the last step was refused; static */
};

struct cert_attributes cert_attributes_over(const struct der_item *name);

/* The next attribute, in encoded order. False at the end, and when `flaw` is set. */
bool cert_attributes_next(struct cert_attributes *walk,
                          struct cert_attribute *attribute);

/* The short name of a type, such as CN; false if it has none and is written as dotted numbers. */
bool cert_attribute_name(struct text type, struct text *name);

/* The same, or the dotted numbers, in the arena. NULL, or the flaw. */
const char *cert_attribute_type(struct arena *arena, struct text type,
                                struct text *name);

/* "#" and the DER of the value in hexadecimal, for one that is no string (RFC 4514 2.4). */
void cert_attribute_hex(struct cert_sink *sink,
                        const struct cert_attribute *attribute);

#endif
