/* SPDX-License-Identifier: Apache-2.0 */
/* structure.h - what a structure in DER is, told from how it begins.
 *
 * Only a few bytes are looked at: whether it is whole and proper is for its reader to say. BER with
 * indefinite lengths is told apart just as well.
 */
#ifndef FORMS_STRUCTURE_H
#define FORMS_STRUCTURE_H

#include "base/text.h"

enum structure {
	STRUCTURE_NONE,         /* text, or anything else */
	STRUCTURE_CERTIFICATE,  /* or what can't be told from one (RFC 5280 4.1) */
	STRUCTURE_REQUEST,      /* PKCS #10 (RFC 2986) */
	STRUCTURE_SIGNED_DATA,  /* PKCS #7 with room for certificates (RFC 5652 5) */
	STRUCTURE_PKCS12,       /* RFC 7292 */
	STRUCTURE_FOREIGN       /* see structure_why_foreign */
};

/* What begins with the first byte. *length gets the bytes it has: all there are where it does not
 * say so, or says more. */
enum structure structure_at(struct text bytes, uint32_t *length);

/* What a foreign one is: "a private key, not a certificate". */
const char *structure_why_foreign(struct text bytes);

#endif
