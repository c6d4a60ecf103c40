/* SPDX-License-Identifier: Apache-2.0 */
#include "policy.h"

#include <string.h>

#include "store.h"

const struct entity *policy_stream(const struct policy *policy)
{
	return policy->entities[policy->entity_count - 1];
}

const struct entity *policy_certificate(const struct policy *policy)
{
	for (int i = 0; i < policy->entity_count; i++)
		if (policy->entities[i]->kind == ENTITY_CERTIFICATE)
			return policy->entities[i];
	return NULL;
}

const struct entity *rule_about(const struct rule *rule)
{
	return rule->place ? rule->place->target : rule->entity;
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
	if (path->start == FROM_VARIABLE && path->variable->element)
		return text;
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

static const char *const classes[] = { "lower-case", "upper-case", "letters", "digits", "hyphen",
                                       "dot", "ascii", "latin-1" };

enum { CLASS_COUNT = sizeof classes / sizeof *classes, CHARACTERS = 0x110 };

const char *class_text(int class)
{
	return class < CLASS_COUNT ? classes[class] : NULL;
}

static bool class_allows(int class, int c)
{
	bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';

	switch (class) {
	case 0:  return lower;
	case 1:  return upper;
	case 2:  return lower || upper;
	case 3:  return c >= '0' && c <= '9';
	case 4:  return c == '-';
	case 5:  return c == '.';
	case 6:  return c >= 0x20 && c <= 0x7e;
	default: return (c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xff);
	}
}

static bool classes_allow(int64_t set, int c)
{
	for (int class = 0; class < CLASS_COUNT; class++)
		if ((set >> class & 1) && class_allows(class, c))
			return true;
	return false;
}

bool classes_equal(int64_t a, int64_t b)
{
	for (int c = 0; c < CHARACTERS; c++)
		if (classes_allow(a, c) != classes_allow(b, c))
			return false;
	return true;
}

/* Characters of one or two bytes; all others are in no class. */
static bool made_of(const char *text, int64_t set)
{
	const unsigned char *at = (const unsigned char *)text;

	while (*at) {
		int c = *at++;

		if (c >= 0xc0)
			c = c < 0xe0 ? (c & 0x1f) << 6 | (*at++ & 0x3f) : CHARACTERS;
		if (!classes_allow(set, c))
			return false;
	}
	return true;
}

bool condition_is_alike(const struct condition *condition)
{
	return condition->kind >= CONDITION_STARTS && condition->kind <= CONDITION_MATCHES &&
	       condition->right.path.length > 0;
}

bool text_passes(const struct condition *test, const char *text)
{
	const char *wanted = test->values[0].text;
	size_t length = strlen(text), part = wanted ? strlen(wanted) : 0;

	switch ((int)test->kind) {
	case CONDITION_MADE:
		return made_of(text, test->number);
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
