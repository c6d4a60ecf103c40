/* SPDX-License-Identifier: Apache-2.0 */
/* cert_name.h - whole names as text; for cert*.c only. */
#ifndef FACTS_CERT_NAME_H
#define FACTS_CERT_NAME_H

#include "facts/cert_part.h"

/* A Name as RFC 4514 writes it, or, folded, for comparison (RFC 5280 7.1); in the arena. NULL, or
 * the flaw. */
const char *cert_name_text(struct cert *cert, const struct der_item *name,
                           bool folded, struct text *text);

/* "subject" or "issuer". */
static inline const char *cert_name_of(enum cert_part part)
{
	return part == PART_SUBJECT ? "subject" : "issuer";
}

#endif
