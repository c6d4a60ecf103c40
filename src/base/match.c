/* SPDX-License-Identifier: Apache-2.0 */
#include "base/match.h"

static struct text without_dot(struct text name)
{
	if (name.length && name.at[name.length - 1] == '.')
		name.length--;
	return name;
}

bool match_dns(struct text name, struct text pattern)
{
	const char *dot;

	name = without_dot(name);
	pattern = without_dot(pattern);
	if (!text_starts(pattern, TEXT("*.")))
		return text_equal_folded(name, pattern);
	dot = name.length ? memchr(name.at, '.', name.length) : NULL;
	if (!dot || dot == name.at)
		return false;
	name.length -= (uint32_t)(dot - name.at) + 1;
	name.at = dot + 1;
	pattern.at += 2;
	pattern.length -= 2;
	return pattern.length > 0 && text_equal_folded(name, pattern);
}
