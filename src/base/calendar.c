/* SPDX-License-Identifier: Apache-2.0 */
#include "base/calendar.h"

#include <limits.h>
#include <stdio.h>

#define DAY INT64_C(86400)

enum {
	DAYS_PER_ERA = 146097,          /* 400 years */
	EPOCH_DAY = 719468              /* 1970-01-01 counted from 0000-03-01 */
};

/* First and last second that a date in text can name. */
#define EARLIEST INT64_C(-62167219200)
#define LATEST INT64_C(253402300799)

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool calendar_is_valid(const struct calendar *c)
{
	return c->year >= 0 && c->year <= 9999
	    && c->month >= 1 && c->month <= 12
	    && c->day >= 1 && c->day <= days_in(c->year, c->month)
	    && c->hour >= 0 && c->hour <= 23
	    && c->minute >= 0 && c->minute <= 59
	    && c->second >= 0 && c->second <= 59;
}

static int64_t divide_down(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Days before the first of a month, in a year that begins in March: the
 * lengths 31 30 31 30 31 repeat, which this line runs through. */
static int64_t days_before(int64_t month)
{
	return (153 * month + 2) / 5;
}

int64_t calendar_seconds(const struct calendar *c)
{
	int64_t month = (c->month + 9) % 12;
	int64_t year = (int64_t)c->year - (c->month <= 2);
	int64_t era = divide_down(year, 400);
	int64_t in_era = year - era * 400;
	int64_t days = era * DAYS_PER_ERA + in_era * 365 + in_era / 4
	             - in_era / 100 + days_before(month) + c->day - 1
	             - EPOCH_DAY;

	return days * DAY + c->hour * 3600 + c->minute * 60 + c->second;
}

static int fit_year(int64_t year)
{
	if (year > INT_MAX)
		return INT_MAX;
	return year < INT_MIN ? INT_MIN : (int)year;
}

struct calendar calendar_from(int64_t seconds)
{
	int64_t days = divide_down(seconds, DAY);
	int64_t rest = (seconds % DAY + DAY) % DAY;
	int64_t era = divide_down(days + EPOCH_DAY, DAYS_PER_ERA);
	int64_t day = days + EPOCH_DAY - era * DAYS_PER_ERA;
	int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	int64_t month;

	day -= year * 365 + year / 4 - year / 100;
	month = (5 * day + 2) / 153;
	day -= days_before(month);
	return (struct calendar){
		.year = fit_year(year + era * 400 + (month >= 10)),
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)day + 1,
		.hour = (int)(rest / 3600),
		.minute = (int)(rest / 60 % 60),
		.second = (int)(rest % 60),
	};
}

/* --- text -------------------------------------------------------------- */

/* Takes `count` digits off the front. */
static bool take_digits(struct text *text, int count, int *number)
{
	*number = 0;
	if (text->length < (uint32_t)count)
		return false;
	for (int i = 0; i < count; i++) {
		if (text->at[i] < '0' || text->at[i] > '9')
			return false;
		*number = *number * 10 + (text->at[i] - '0');
	}
	text->at += count;
	text->length -= (uint32_t)count;
	return true;
}

static bool take(struct text *text, char wanted)
{
	if (text->length == 0 || text->at[0] != wanted)
		return false;
	text->at++;
	text->length--;
	return true;
}

/* Nothing, or a point and at least one digit. */
static bool take_fraction(struct text *text)
{
	int digit;

	if (!take(text, '.'))
		return true;
	if (!take_digits(text, 1, &digit))
		return false;
	while (take_digits(text, 1, &digit))
		;
	return true;
}

/* RFC 3339 time-offset, in seconds. */
static bool take_offset(struct text *text, int64_t *offset)
{
	int sign = 1, hour, minute;

	*offset = 0;
	if (take(text, 'Z') || take(text, 'z'))
		return true;
	if (take(text, '-'))
		sign = -1;
	else if (!take(text, '+'))
		return false;
	if (!take_digits(text, 2, &hour) || !take(text, ':')
	    || !take_digits(text, 2, &minute) || hour > 23 || minute > 59)
		return false;
	*offset = sign * (hour * 3600 + minute * 60);
	return true;
}

static bool take_time(struct text *text, struct calendar *c)
{
	return take_digits(text, 2, &c->hour) && take(text, ':')
	    && take_digits(text, 2, &c->minute) && take(text, ':')
	    && take_digits(text, 2, &c->second) && take_fraction(text);
}

bool calendar_parse(struct text text, int64_t *seconds)
{
	struct calendar c = { 0 };
	int64_t offset = 0, result;

	if (!take_digits(&text, 4, &c.year) || !take(&text, '-')
	    || !take_digits(&text, 2, &c.month) || !take(&text, '-')
	    || !take_digits(&text, 2, &c.day))
		return false;
	if (text.length > 0
	    && ((!take(&text, 'T') && !take(&text, 't'))
	        || !take_time(&text, &c) || !take_offset(&text, &offset)))
		return false;
	if (text.length > 0 || !calendar_is_valid(&c))
		return false;
	result = calendar_seconds(&c) - offset;
	if (result < EARLIEST || result > LATEST)
		return false;
	*seconds = result;
	return true;
}

size_t calendar_format(int64_t seconds, char out[CALENDAR_TEXT])
{
	struct calendar c = calendar_from(seconds);

	return (size_t)snprintf(out, CALENDAR_TEXT,
	                        "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year,
	                        c.month, c.day, c.hour, c.minute, c.second);
}
