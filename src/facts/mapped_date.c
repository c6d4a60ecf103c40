/* SPDX-License-Identifier: Apache-2.0 */
/* Dates as a culture of Windows writes them: digits, with the order of day, month and year known. */
#include "base/calendar.h"
#include "facts/mapped_state.h"

struct scan {
	struct text text;
	uint32_t at;
};

static bool is_digit(const struct scan *s)
{
	return s->at < s->text.length && s->text.at[s->at] >= '0' && s->text.at[s->at] <= '9';
}

/* One of these characters; the one that stands there, or 0. */
static char take(struct scan *s, const char *any)
{
	if (s->at < s->text.length && s->text.at[s->at] && strchr(any, s->text.at[s->at]))
		return s->text.at[s->at++];
	return 0;
}

/* Up to `most` digits; how many there were. */
static uint32_t take_number(struct scan *s, uint32_t most, int *number)
{
	uint32_t from = s->at;

	*number = 0;
	while (is_digit(s) && s->at - from < most)
		*number = *number * 10 + (s->text.at[s->at++] - '0');
	return is_digit(s) ? 0 : s->at - from;
}

/* A year has four digits, so that no century is guessed. */
static bool take_day(struct scan *s, enum date_order order, struct calendar *c)
{
	int *const parts[][3] = {
		[DATE_YEAR_MONTH_DAY] = { &c->year, &c->month, &c->day },
		[DATE_DAY_MONTH_YEAR] = { &c->day, &c->month, &c->year },
		[DATE_MONTH_DAY_YEAR] = { &c->month, &c->day, &c->year },
	};
	char between = 0;

	for (int i = 0; i < 3; i++) {
		int *part = parts[order][i];
		char sign = i ? take(s, "./-") : 0;
		uint32_t digits;

		if (i && (!sign || (between && sign != between)))
			return false;
		between = sign;
		while (i && take(s, " "))
			;
		digits = take_number(s, 4, part);
		if (part == &c->year ? digits != 4 : digits < 1 || digits > 2)
			return false;
	}
	take(s, ".");
	return true;
}

static bool take_half(struct scan *s, struct calendar *c)
{
	char half = take(s, "AaPp");

	if (!half)
		return true;
	if (!take(s, "Mm") || c->hour < 1 || c->hour > 12)
		return false;
	c->hour = c->hour % 12 + (half == 'P' || half == 'p' ? 12 : 0);
	return true;
}

static bool take_time(struct scan *s, struct calendar *c)
{
	int fraction;

	if (take_number(s, 2, &c->hour) == 0 || !take(s, ":.")
	    || take_number(s, 2, &c->minute) != 2)
		return false;
	if (take(s, ":.") && take_number(s, 2, &c->second) != 2)
		return false;
	if (take(s, ".,") && take_number(s, 9, &fraction) == 0)
		return false;
	while (take(s, " "))
		;
	return take_half(s, c);
}

bool mapped_date(struct text text, enum date_order order, int64_t *seconds)
{
	struct scan s = { text_trim(text), 0 };
	struct calendar c = { 0 };

	if (order == DATE_YEAR_MONTH_DAY && calendar_parse(s.text, seconds))
		return true;
	if (!take_day(&s, order, &c))
		return false;
	if (s.at < s.text.length) {
		take(&s, ",");
		if (!take(&s, " T"))
			return false;
		while (take(&s, " "))
			;
		if (!take_time(&s, &c))
			return false;
	}
	if (s.at != s.text.length || !calendar_is_valid(&c))
		return false;
	*seconds = calendar_seconds(&c);
	return true;
}
