/* SPDX-License-Identifier: Apache-2.0 */
#include "policy.h"

#include <string.h>

#include "store.h"

const struct entity *policy_stream(const struct policy *policy)
{
	return policy->entities[policy->entity_count - 1];
}

const struct fact *path_end(const struct path *path)
{
	return path->steps[path->length - 1];
}

bool path_equal(const struct path *a, const struct path *b)
{
	if (a->start != b->start || a->context != b->context ||
	    a->variable != b->variable || a->length != b->length)
		return false;
	for (int i = 0; i < a->length; i++)
		if (a->steps[i] != b->steps[i])
			return false;
	return true;
}

const char *path_text(const struct path *path)
{
	const char *text = "";

	if (path->start == FROM_CONTEXT)
		text = path->context->name;
	if (path->start == FROM_VARIABLE)
		text = path->variable->variable;
	for (int i = 0; i < path->length; i++)
		text = store_print("%s%s%s", text, *text ? "." : "", path->steps[i]->name);
	return text;
}

int64_t version_pack(int first, int second, int third, int fourth)
{
	return ((int64_t)first << 45) | ((int64_t)second << 30) | ((int64_t)third << 15) |
	       fourth;
}

int version_part(int64_t version, enum measure part)
{
	int shift = 15 * (MEASURE_FOURTH - (int)part);

	return (int)(version >> shift) & 0x7fff;
}

int64_t text_length(const char *text)
{
	int64_t length = 0;

	for (; *text; text++)
		length += ((unsigned char)*text & 0xc0) != 0x80;
	return length;
}

bool compare_numbers(int64_t left, enum comparison comparison, int64_t right)
{
	switch (comparison) {
	case EQUAL:     return left == right;
	case DIFFERENT: return left != right;
	case LESS:      return left < right;
	case AT_MOST:   return left <= right;
	case GREATER:   return left > right;
	case AT_LEAST:  return left >= right;
	}
	return false;
}

const char *comparison_text(enum comparison comparison)
{
	static const char *const texts[] = { "=", "!=", "<", "<=", ">", ">=" };

	return texts[comparison];
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool equal_folded(const char *a, const char *b)
{
	while (*a && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return lower(*a) == lower(*b);
}

/* RFC 6125 section 6.4.3: `*` stands for exactly one label, the leftmost. */
static bool name_matches(const char *name, const char *pattern)
{
	const char *rest;

	if (strncmp(pattern, "*.", 2) != 0)
		return equal_folded(name, pattern);
	rest = strchr(name, '.');
	return rest && rest > name && equal_folded(rest, pattern + 1);
}

bool text_passes(const struct condition *test, const char *text)
{
	const char *wanted = test->values[0].text;
	size_t length = strlen(text), part = strlen(wanted);

	switch ((int)test->kind) {
	case CONDITION_STARTS:
		return strncmp(text, wanted, part) == 0;
	case CONDITION_ENDS:
		return length >= part && strcmp(text + length - part, wanted) == 0;
	case CONDITION_CONTAINS:
		return strstr(text, wanted) != NULL;
	case CONDITION_FOLDED:
		return equal_folded(text, wanted);
	default:
		return name_matches(text, wanted);
	}
}
