/* SPDX-License-Identifier: Apache-2.0 */
#include "base/number.h"

#include <inttypes.h>
#include <stdio.h>

enum { VERSION_PARTS = 4, VERSION_PART_END = 32768 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool number_parse(struct text text, int64_t *number)
{
	bool minus = text.length > 0 && text.at[0] == '-';
	uint64_t limit = (uint64_t)INT64_MAX + minus;
	uint64_t value = 0;

	if (text.length <= minus)
		return false;
	for (uint32_t i = minus; i < text.length; i++) {
		uint64_t digit = (uint64_t)(text.at[i] - '0');

		if (!is_digit(text.at[i]) || value > (limit - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	if (minus && value > 0)
		*number = -(int64_t)(value - 1) - 1;
	else
		*number = (int64_t)value;
	return true;
}

/* The part that begins at *at; *at moves to its end. */
static bool parse_part(struct text text, uint32_t *at, int64_t *part)
{
	uint32_t start = *at;

	*part = 0;
	while (*at < text.length && is_digit(text.at[*at])) {
		*part = *part * 10 + (text.at[(*at)++] - '0');
		if (*part >= VERSION_PART_END)
			return false;
	}
	return *at > start;
}

bool version_parse(struct text text, int64_t *version)
{
	int64_t packed = 0, part;
	uint32_t at = 0;

	for (int parts = 1; parts <= VERSION_PARTS; parts++) {
		if (!parse_part(text, &at, &part))
			return false;
		packed = packed << 16 | part;
		if (at == text.length) {
			*version = packed << 16 * (VERSION_PARTS - parts);
			return true;
		}
		if (text.at[at++] != '.')
			return false;
	}
	return false;
}

size_t version_format(int64_t version, char out[VERSION_TEXT])
{
	uint64_t packed = (uint64_t)version;
	int parts = VERSION_PARTS;
	size_t length = 0;

	while (parts > 2
	       && (packed >> 16 * (VERSION_PARTS - parts) & 0xffff) == 0)
		parts--;
	for (int i = 0; i < parts; i++) {
		unsigned part = packed >> 16 * (VERSION_PARTS - 1 - i) & 0xffff;

		length += (size_t)snprintf(out + length, VERSION_TEXT - length,
		                           i ? ".%u" : "%u", part);
	}
	return length;
}

/* Length of the arc at the start of `text`, 0 if there is none. */
static uint32_t arc_length(struct text text)
{
	uint32_t length = 0;

	while (length < text.length && is_digit(text.at[length]))
		length++;
	return length > 1 && text.at[0] == '0' ? 0 : length;
}

/* X.660 7.6: below 0 and 1 there are 40 arcs. */
static bool is_second_arc(char first, struct text arc)
{
	return first == '2' || arc.length == 1
	    || (arc.length == 2 && arc.at[0] < '4');
}

bool oid_is_valid(struct text text)
{
	char first = text.length > 0 ? text.at[0] : '3';
	uint32_t arcs = 0, length;

	if (first < '0' || first > '2')
		return false;
	for (;;) {
		length = arc_length(text);
		if (length == 0 || (arcs == 0 && length > 1))
			return false;
		if (arcs == 1 && !is_second_arc(first, (struct text){
			text.at, length }))
			return false;
		arcs++;
		if (length == text.length)
			return arcs >= 2;
		if (text.at[length] != '.')
			return false;
		text.at += length + 1;
		text.length -= length + 1;
	}
}

static const struct {
	const char *one, *many;
	int64_t seconds;
} units[] = {
	{ "week", "weeks", 604800 },
	{ "day", "days", 86400 },
	{ "hour", "hours", 3600 },
	{ "minute", "minutes", 60 },
	{ "second", "seconds", 1 },
};

enum { UNITS = sizeof units / sizeof *units };

size_t duration_format(int64_t seconds, char out[DURATION_TEXT])
{
	size_t u = seconds == 0 ? UNITS - 1 : 0;
	int64_t count;

	while (seconds % units[u].seconds != 0)
		u++;
	count = seconds / units[u].seconds;
	return (size_t)snprintf(out, DURATION_TEXT, "%" PRId64 " %s", count,
	                        count == 1 ? units[u].one : units[u].many);
}

int64_t duration_unit(struct text unit)
{
	for (size_t u = 0; u < UNITS; u++)
		if (text_equal(unit, text_from(units[u].one))
		    || text_equal(unit, text_from(units[u].many)))
			return units[u].seconds;
	return 0;
}
