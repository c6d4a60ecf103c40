/* SPDX-License-Identifier: Apache-2.0 */
/* number.h - numbers and versions from text. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/text.h"

/* Decimal, with an optional minus; false when it is anything else or doesn't fit. */
bool number_parse(struct text text, int64_t *number);

/* One to four numbers below 32,768 with dots between, packed 16 bits each, the first
 * highest; missing ones are 0. False when it is anything else. */
bool version_parse(struct text text, int64_t *version);

enum { VERSION_TEXT = 32 };

/* Without trailing zero parts but with at least two: "5.0.9040". */
size_t version_format(int64_t version, char out[VERSION_TEXT]);

/* Is it a dotted object identifier (two arcs or more, the first 0 to 2)? */
bool oid_is_valid(struct text text);

/* "30 days", "90 seconds": the largest unit that divides it. */
enum { DURATION_TEXT = 40 };
size_t duration_format(int64_t seconds, char out[DURATION_TEXT]);

/* Seconds in a unit ("days", "day", ...), or 0. */
int64_t duration_unit(struct text unit);

#endif
