/* SPDX-License-Identifier: Apache-2.0 */
/* random.h - numbers that look random and are the same everywhere (splitmix64). */
#ifndef REFERENCE_RANDOM_H
#define REFERENCE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct random {
	uint64_t state;
};

static inline uint64_t random_next(struct random *random)
{
	uint64_t z = random->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* 0 .. limit - 1; limit is positive. */
static inline int random_below(struct random *random, int limit)
{
	return (int)(random_next(random) % (uint64_t)limit);
}

/* True in so many of a hundred cases. */
static inline bool random_chance(struct random *random, int percent)
{
	return random_below(random, 100) < percent;
}

#endif
