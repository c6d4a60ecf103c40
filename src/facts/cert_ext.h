/* SPDX-License-Identifier: Apache-2.0 */
/* cert_ext.h - finding one extension (RFC 5280 4.2); for cert*.c only.
 *
 * The list of extensions is walked once, when the first one is asked for.
 */
#ifndef FACTS_CERT_EXT_H
#define FACTS_CERT_EXT_H

#include "facts/cert_part.h"

struct cert_found {
	struct text bytes;              /* contents of extnValue */
	struct value instead;           /* the fact's value if it was not found */
};

/* Is it there, once? If not, `instead` is absent, duplicate or undecodable. */
bool cert_extension(struct cert *cert, enum cert_extension which,
                    struct cert_found *found);

#endif
