/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/suggest.h"

enum { LONGEST = 64 };          /* bytes of a name */

static char fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* The last three rows of the table of distances between beginnings. */
struct rows {
	uint32_t older[LONGEST + 1];
	uint32_t old[LONGEST + 1];
	uint32_t now[LONGEST + 1];
};

static void fill_row(struct rows *rows, struct text a, struct text b,
                     uint32_t i)
{
	rows->now[0] = i;
	for (uint32_t j = 1; j <= b.length; j++) {
		char x = fold(a.at[i - 1]), y = fold(b.at[j - 1]);
		uint32_t edits = least(rows->old[j], rows->now[j - 1]) + 1;

		edits = least(edits, rows->old[j - 1] + (x != y));
		if (i > 1 && j > 1 && x == fold(b.at[j - 2])
		    && fold(a.at[i - 2]) == y)
			edits = least(edits, rows->older[j - 2] + 1);
		rows->now[j] = edits;
	}
}

/* Bytes to insert, delete, replace or swap with their neighbour. */
static uint32_t distance_between(struct text a, struct text b)
{
	struct rows rows = { { 0 }, { 0 }, { 0 } };

	for (uint32_t j = 0; j <= b.length; j++)
		rows.now[j] = j;
	for (uint32_t i = 1; i <= a.length; i++) {
		memcpy(rows.older, rows.old, sizeof rows.old);
		memcpy(rows.old, rows.now, sizeof rows.now);
		fill_row(&rows, a, b, i);
	}
	return rows.now[b.length];
}

/* One letter in three may be wrong. */
static bool is_near(const struct suggest *suggest, struct text candidate,
                    uint32_t distance)
{
	uint32_t longer = suggest->wanted.length > candidate.length
	                ? suggest->wanted.length : candidate.length;

	return distance <= longer / 3;
}

void suggest_offer(struct suggest *suggest, struct text candidate)
{
	uint32_t distance;

	if (suggest->wanted.length > LONGEST || candidate.length > LONGEST
	    || candidate.length == 0)
		return;
	distance = distance_between(suggest->wanted, candidate);
	if (distance >= suggest->distance
	    || !is_near(suggest, candidate, distance))
		return;
	suggest->best = candidate;
	suggest->distance = distance;
}
