/* SPDX-License-Identifier: Apache-2.0 */
/* Times as RFC 5280 4.1.2.5 has them, and those other forms of X.680 that can only be read one
 * way: UTCTime without seconds, an offset from UTC, a fraction of a second (dropped). */
#include "facts/cert_part.h"

#include "base/calendar.h"

struct digits {
	const char *at;
	uint32_t left;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Exactly `count` digits. */
static bool take_number(struct digits *in, uint32_t count, int *number)
{
	*number = 0;
	if (in->left < count)
		return false;
	for (uint32_t i = 0; i < count; i++) {
		if (!is_digit(in->at[i]))
			return false;
		*number = *number * 10 + (in->at[i] - '0');
	}
	in->at += count;
	in->left -= count;
	return true;
}

static bool take_fraction(struct digits *in)
{
	uint32_t count = 1;

	if (in->left == 0 || (in->at[0] != '.' && in->at[0] != ','))
		return true;
	while (count < in->left && is_digit(in->at[count]))
		count++;
	in->at += count;
	in->left -= count;
	return count > 1;
}

/* Z, or +hhmm or -hhmm, at the end. */
static bool take_zone(struct digits *in, int *offset)
{
	char sign = in->left ? in->at[0] : 0;
	int hours, minutes;

	*offset = 0;
	if (sign == 'Z')
		return in->left == 1;
	if (sign != '+' && sign != '-')
		return false;
	in->at++;
	in->left--;
	if (!take_number(in, 2, &hours) || !take_number(in, 2, &minutes))
		return false;
	*offset = (hours * 60 + minutes) * 60;
	if (sign == '-')
		*offset = -*offset;
	return in->left == 0 && hours < 24 && minutes < 60;
}

static bool take_day(struct digits *in, bool utc, struct calendar *c)
{
	if (!take_number(in, utc ? 2 : 4, &c->year))
		return false;
	if (utc)
		c->year += c->year < 50 ? 2000 : 1900;
	return take_number(in, 2, &c->month) && take_number(in, 2, &c->day);
}

static const char *read_time(const struct der_item *item, int64_t *seconds)
{
	struct digits in = { (const char *)item->at, item->length };
	struct calendar c = { .second = 0 };
	bool utc = item->tag == DER_UTC_TIME;
	int offset;

	if (!take_day(&in, utc, &c) || !take_number(&in, 2, &c.hour)
	    || !take_number(&in, 2, &c.minute))
		return "the time has too few digits";
	if (in.left && is_digit(in.at[0]) && !take_number(&in, 2, &c.second))
		return "the time has too few digits";
	if (!utc && !take_fraction(&in))
		return "the fraction of the time is broken";
	if (!take_zone(&in, &offset))
		return "the time does not end with Z or an offset from UTC";
	if (!calendar_is_valid(&c))
		return "there is no such time in the calendar";
	*seconds = calendar_seconds(&c) - offset;
	return NULL;
}

static struct value validity(struct cert *cert, bool until)
{
	const char *name = until ? "notAfter" : "notBefore";
	const char *flaw = cert->flaws[PART_VALIDITY];
	struct der inside;
	struct der_item times[2];
	int64_t seconds;

	if (flaw)
		return cert_undecodable(flaw);
	inside = der_inside(&cert->parts[PART_VALIDITY]);
	if (!der_next(&inside, &times[0]) || !der_next(&inside, &times[1]))
		return cert_undecodable_at(cert, "validity", inside.why);
	if (!der_at_end(&inside))
		return cert_undecodable("the validity has more than two times");
	if (times[until].tag != DER_UTC_TIME
	    && times[until].tag != DER_GENERALIZED_TIME)
		return cert_undecodable_at(cert, name, "this is not a time");
	flaw = read_time(&times[until], &seconds);
	if (flaw)
		return cert_undecodable_at(cert, name, flaw);
	return value_number(TYPE_DATE, seconds);
}

struct value cert_fact_VALID_FROM(struct cert *cert)
{
	return validity(cert, false);
}

struct value cert_fact_VALID_UNTIL(struct cert *cert)
{
	return validity(cert, true);
}
