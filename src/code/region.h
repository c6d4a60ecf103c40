/* SPDX-License-Identifier: Apache-2.0 */
/* region.h - numbers cut into regions by constants, and some of the regions.
 *
 * Region 2i + 1 is constant i, region 2i lies before it; the last lies behind all constants.
 */
#ifndef CODE_REGION_H
#define CODE_REGION_H

#include <stdbool.h>
#include <stdint.h>

struct region_set {
	const int64_t *constants;       /* rising */
	uint32_t count;
	const uint8_t *map;             /* class of each region */
	uint64_t values;                /* classes wanted */
	int64_t least;                  /* number there is */
};

/* No whole number lies there, so its map byte says nothing. */
bool region_is_empty(const struct region_set *set, uint32_t region);
bool region_is_wanted(const struct region_set *set, uint32_t region);

/* Wanted regions in a row, from `from` to `to`, at or after *next, which is set to where to
 * look for another. False when there are none left. A run that begins with the least number
 * begins at 0. */
struct region_run {
	uint32_t from, to;
};
bool region_next_run(const struct region_set *set, uint32_t *next, struct region_run *run);

/* Is everything wanted but some single constants? */
bool region_lacks_only_constants(const struct region_set *set);

#endif
