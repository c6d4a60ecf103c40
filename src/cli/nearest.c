/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/nearest.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

enum { LONGEST = 64 };

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Letters to add, leave out, replace or exchange with their neighbour. */
static unsigned edits_between(const char *a, const char *b)
{
	unsigned rows[3][LONGEST + 1];
	unsigned *before = rows[0], *above = rows[1], *row = rows[2], *spare;
	size_t length = strlen(b);

	for (unsigned j = 0; j <= length; j++)
		above[j] = j;
	for (unsigned i = 1; a[i - 1]; i++) {
		row[0] = i;
		for (size_t j = 1; j <= length; j++) {
			unsigned cost = a[i - 1] != b[j - 1];

			row[j] = least(above[j - 1] + cost, least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
		spare = before;
		before = above;
		above = row;
		row = spare;
	}
	return above[length];
}

struct nearest nearest_to(const char *wanted)
{
	return (struct nearest){ wanted, NULL, UINT_MAX };
}

void nearest_offer(struct nearest *nearest, const char *word)
{
	size_t length = strlen(nearest->wanted);
	unsigned distance;

	if (length > LONGEST || strlen(word) > LONGEST)
		return;
	distance = edits_between(nearest->wanted, word);
	if (distance > 1 + length / 4 || distance >= strlen(word) || distance >= nearest->distance)
		return;
	nearest->distance = distance;
	nearest->best = word;
}
