/* SPDX-License-Identifier: Apache-2.0 */
/* cert_general.h - names of the kinds that extensions hold, GeneralName (RFC 5280 4.2.1.6); for
 * cert*.c only.
 *
 * Readers turn one name into text in the arena; the result is NULL, or the flaw.
 */
#ifndef FACTS_CERT_GENERAL_H
#define FACTS_CERT_GENERAL_H

#include "facts/cert_part.h"

/* GeneralName ::= CHOICE, by its tag. */
enum {
	CERT_GENERAL_OTHER = DER_CONTEXT_HOLDS | 0,
	CERT_GENERAL_MAIL = DER_CONTEXT | 1,
	CERT_GENERAL_DNS = DER_CONTEXT | 2,
	CERT_GENERAL_X400 = DER_CONTEXT_HOLDS | 3,
	CERT_GENERAL_DIRECTORY = DER_CONTEXT_HOLDS | 4,
	CERT_GENERAL_EDI = DER_CONTEXT_HOLDS | 5,
	CERT_GENERAL_URI = DER_CONTEXT | 6,
	CERT_GENERAL_ADDRESS = DER_CONTEXT | 7,
	CERT_GENERAL_REGISTERED = DER_CONTEXT | 8
};

typedef const char *cert_general_reader(struct cert *cert,
                                        const struct der_item *name,
                                        struct text *text);

/* Of a mail address, DNS name or URI; of an address, as in RFC 5952. */
cert_general_reader cert_general_ia5;
cert_general_reader cert_general_address;

/* A user principal name; text->at is NULL if it is another name of kind other. */
cert_general_reader cert_general_upn;

/* Of any kind, with the kind before it: "dns:x", as the fact alternative-names has it. */
cert_general_reader cert_general_text;

/* The next item, which must be a name. */
bool cert_general_next(struct der *der, struct der_item *name);

/* Add all URIs among the names. NULL, or the flaw. */
const char *cert_general_uris(struct cert *cert, struct der *names,
                              struct cert_items *items);

#endif
