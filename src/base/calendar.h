/* SPDX-License-Identifier: Apache-2.0 */
/* calendar.h - dates as seconds since 1970-01-01T00:00:00Z, proleptic Gregorian,
 * no leap seconds. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/text.h"

struct calendar {
	int year, month, day, hour, minute, second;
};

bool calendar_is_valid(const struct calendar *c);   /* year 0 to 9999, second 0 to 59 */
int64_t calendar_seconds(const struct calendar *c);
struct calendar calendar_from(int64_t seconds);

/* "2026-11-22" or RFC 3339 "2026-11-22T10:00:00Z" (offsets and fractions are accepted;
 * fractions are dropped). False when it is neither, or outside the years 0 to 9999. */
bool calendar_parse(struct text text, int64_t *seconds);

enum { CALENDAR_TEXT = 40 };

/* "2026-11-22T10:00:00Z", NUL-terminated; the result is its length. */
size_t calendar_format(int64_t seconds, char out[CALENDAR_TEXT]);

#endif
