/* SPDX-License-Identifier: Apache-2.0 */
#include "code/region.h"

bool region_is_empty(const struct region_set *set, uint32_t region)
{
	uint32_t i = region / 2;

	if (region % 2)
		return set->constants[i] < set->least;
	if (i == 0)
		return set->count && set->constants[0] <= set->least;
	return i < set->count && set->constants[i] - 1 == set->constants[i - 1];
}

bool region_is_wanted(const struct region_set *set, uint32_t region)
{
	return set->values >> set->map[region] & 1;
}

bool region_next_run(const struct region_set *set, uint32_t *next, struct region_run *run)
{
	uint32_t last = 2 * set->count, region = *next;

	while (region <= last && (region_is_empty(set, region) || !region_is_wanted(set, region)))
		region++;
	if (region > last)
		return false;
	run->from = region;
	for (run->to = region; region < last; region++) {
		if (region_is_empty(set, region + 1))
			continue;
		if (!region_is_wanted(set, region + 1))
			break;
		run->to = region + 1;
	}
	*next = region + 1;
	if (run->from > 0 && run->from <= 2 && region_is_empty(set, run->from - 1))
		run->from = 0;
	return true;
}

bool region_lacks_only_constants(const struct region_set *set)
{
	uint32_t lacking = 0;

	for (uint32_t region = 0; region <= 2 * set->count; region++) {
		if (region_is_empty(set, region) || region_is_wanted(set, region))
			continue;
		if (region % 2 == 0)
			return false;
		lacking++;
	}
	return lacking > 0;
}
