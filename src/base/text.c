/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"

static unsigned char fold(char byte)
{
	unsigned char c = (unsigned char)byte;

	return c >= 'A' && c <= 'Z' ? (unsigned char)(c + ('a' - 'A')) : c;
}

int text_compare(struct text a, struct text b)
{
	uint32_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter ? memcmp(a.at, b.at, shorter) : 0;

	if (order != 0)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

bool text_equal_folded(struct text a, struct text b)
{
	if (a.length != b.length)
		return false;
	for (uint32_t i = 0; i < a.length; i++)
		if (fold(a.at[i]) != fold(b.at[i]))
			return false;
	return true;
}

bool text_starts(struct text a, struct text prefix)
{
	return a.length >= prefix.length
	    && text_equal((struct text){ a.at, prefix.length }, prefix);
}

bool text_ends(struct text a, struct text suffix)
{
	if (a.length < suffix.length)
		return false;
	return suffix.length == 0
	    || memcmp(a.at + (a.length - suffix.length), suffix.at,
	              suffix.length) == 0;
}

/* POSIX.1-2024; the headers hide it where an older edition is asked for. Its time is linear in both
 * texts, which may come from outside. */
void *memmem(const void *whole, size_t length, const void *part, size_t part_length);

bool text_contains(struct text a, struct text part)
{
	return part.length == 0
	    || (a.length >= part.length && memmem(a.at, a.length, part.at, part.length));
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct text text_trim(struct text a)
{
	while (a.length > 0 && is_space(a.at[0]))
		a.at++, a.length--;
	while (a.length > 0 && is_space(a.at[a.length - 1]))
		a.length--;
	return a;
}

uint32_t text_hash(struct text a)
{
	uint32_t hash = 2166136261u;

	for (uint32_t i = 0; i < a.length; i++)
		hash = (hash ^ (unsigned char)a.at[i]) * 16777619u;
	return hash;
}
