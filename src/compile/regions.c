/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/regions.h"

#include <stdlib.h>

#include "base/characters.h"
#include "base/utf8.h"

static int compare_numbers(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static int compare_texts(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

struct bounds {
	int64_t low, high;
};

static struct bounds bounds_of(const struct cut_variable *v)
{
	const struct fact *fact = path_fact(v->path);

	if (v->kind == VARIABLE_NOW)
		return (struct bounds){ INT64_MIN, INT64_MAX };
	if (v->function == FUNCTION_COUNT)
		return (struct bounds){ 0, fact->element == TYPE_CHOICE
			? fact->choice_count : fact->cap };
	if (v->function == FUNCTION_LENGTH)
		return (struct bounds){ 0, UINT32_MAX };
	if (v->function != FUNCTION_NONE)
		return (struct bounds){ 0, INT16_MAX };
	if (fact->type == TYPE_VERSION)
		return (struct bounds){ 0, INT64_MAX };
	return (struct bounds){ INT64_MIN, INT64_MAX };
}

/* Is there a number in this region? Region 2i+1 is constant i, region 2i lies before it. */
static bool region_exists(const struct cut_variable *v, uint32_t region)
{
	struct bounds bounds = bounds_of(v);
	uint32_t i = region / 2, last = v->constant_count;

	if (region % 2)
		return v->numbers[i] >= bounds.low && v->numbers[i] <= bounds.high;
	if (last == 0)
		return true;
	if (i == 0)
		return v->numbers[0] > bounds.low;
	if (i == last)
		return v->numbers[last - 1] < bounds.high;
	return v->numbers[i] > v->numbers[i - 1] + 1 && v->numbers[i] > bounds.low
	    && v->numbers[i - 1] < bounds.high
	    && !(v->numbers[i - 1] < bounds.low && v->numbers[i] == bounds.low);
}

static bool number_holds(const struct cut_variable *v, uint32_t region,
                         const struct region_test *test)
{
	uint32_t i = region / 2;
	bool exact = region % 2;

	switch ((int)test->relation) {
	case RELATION_LESS:
		return exact ? v->numbers[i] < test->number
		     : i < v->constant_count && v->numbers[i] <= test->number;
	case RELATION_AT_MOST:
		return exact ? v->numbers[i] <= test->number
		     : i < v->constant_count && v->numbers[i] <= test->number;
	default:
		return exact && v->numbers[i] == test->number;
	}
}

static bool region_holds(const struct cut_variable *v, uint32_t region,
                         const struct region_test *test)
{
	if (v->kind == VARIABLE_WORDS)
		return test->mask >> region & 1;
	if (v->kind == VARIABLE_TEXT)
		return region < v->constant_count && text_equal(v->texts[region], test->text);
	return number_holds(v, region, test);
}

static uint32_t region_count(const struct cut_variable *v)
{
	const struct fact *fact = path_fact(v->path);

	if (v->kind == VARIABLE_WORDS)
		return fact->type == TYPE_BOOL ? 2 : fact->choice_count;
	if (v->kind == VARIABLE_TEXT)
		return v->constant_count + 1;
	return 2 * v->constant_count + 1;
}

static void collect_numbers(struct arena *arena, struct cut_variable *v)
{
	uint32_t count = 0;

	v->numbers = arena_array(arena, v->test_count + 1, sizeof *v->numbers);
	for (uint32_t i = 0; i < v->test_count; i++)
		if (v->tests[i].relation != RELATION_PRESENT)
			v->numbers[count++] = v->tests[i].number;
	qsort(v->numbers, count, sizeof *v->numbers, compare_numbers);
	for (uint32_t i = 0; i < count; i++)
		if (i == 0 || v->numbers[i] != v->numbers[v->constant_count - 1])
			v->numbers[v->constant_count++] = v->numbers[i];
}

static void collect_texts(struct arena *arena, struct cut_variable *v)
{
	uint32_t count = 0;

	v->texts = arena_array(arena, v->test_count + 1, sizeof *v->texts);
	for (uint32_t i = 0; i < v->test_count; i++)
		if (v->tests[i].relation == RELATION_TEXT)
			v->texts[count++] = v->tests[i].text;
	qsort(v->texts, count, sizeof *v->texts, compare_texts);
	for (uint32_t i = 0; i < count; i++)
		if (i == 0 || !text_equal(v->texts[i], v->texts[v->constant_count - 1]))
			v->texts[v->constant_count++] = v->texts[i];
}

/* Do all tests say the same of two regions? Texts that a pattern may tell apart are never merged. */
static bool regions_alike(const struct cut_variable *v, uint32_t a, uint32_t b)
{
	if (v->kind == VARIABLE_TEXT)
		return false;
	for (uint32_t i = 0; i < v->test_count; i++)
		if (v->tests[i].relation != RELATION_PRESENT
		    && region_holds(v, a, &v->tests[i]) != region_holds(v, b, &v->tests[i]))
			return false;
	return true;
}

static uint32_t class_of(const struct cut_variable *v, uint32_t region)
{
	for (uint32_t r = 0; r < region; r++)
		if ((v->kind == VARIABLE_WORDS || v->kind == VARIABLE_TEXT
		     || region_exists(v, r)) && regions_alike(v, r, region))
			return v->map[r];
	return UINT32_MAX;
}

bool regions_cut(struct arena *arena, struct cut_variable *v)
{
	uint32_t regions;
	bool numbers = v->kind == VARIABLE_NUMBER || v->kind == VARIABLE_NOW;
	bool optional = path_fact(v->path)->flags & FACT_OPTIONAL
		&& v->function == FUNCTION_NONE && v->kind != VARIABLE_NOW;

	if (numbers)
		collect_numbers(arena, v);
	if (v->kind == VARIABLE_TEXT)
		collect_texts(arena, v);
	regions = region_count(v);
	v->map = arena_alloc(arena, regions + 1);
	v->map_count = regions + 1;
	for (uint32_t r = 0; r < regions; r++) {
		uint32_t class;

		if (numbers && !region_exists(v, r))
			continue;
		class = class_of(v, r);
		if (class == UINT32_MAX) {
			if (v->size >= SPACE_MAX_SIZE - 1)
				return false;
			class = v->size++;
		}
		v->map[r] = (uint8_t)class;
	}
	if (optional) {
		v->map[regions] = (uint8_t)v->size++;
		v->absent = v->size;
	}
	return true;
}

uint64_t regions_where(const struct cut_variable *v, const struct region_test *test)
{
	uint32_t regions = v->map_count - 1;
	bool numbers = v->kind == VARIABLE_NUMBER || v->kind == VARIABLE_NOW;
	uint64_t values = 0;

	if (test->relation == RELATION_PRESENT) {
		values = v->size == 64 ? UINT64_MAX : (UINT64_C(1) << v->size) - 1;
		return v->absent ? values & ~(UINT64_C(1) << (v->absent - 1)) : values;
	}
	for (uint32_t r = 0; r < regions; r++)
		if ((!numbers || region_exists(v, r)) && region_holds(v, r, test))
			values |= UINT64_C(1) << v->map[r];
	return values;
}

static uint32_t class_of_text(const struct cut_variable *v, struct text text)
{
	uint32_t i = 0;

	while (i < v->constant_count && !text_equal(v->texts[i], text))
		i++;
	return v->map[i];
}

uint32_t regions_class(const struct cut_variable *v, const struct decision *leaf)
{
	uint32_t i = 0;

	if (v->kind == VARIABLE_WORDS)
		return v->map[leaf->value];
	if (v->kind == VARIABLE_TEXT)
		return class_of_text(v, leaf->text);
	while (i < v->constant_count && leaf->value > v->numbers[i])
		i++;
	return v->map[2 * i + (i < v->constant_count && leaf->value == v->numbers[i])];
}

bool text_satisfies(const struct condition *test, struct text text)
{
	int64_t length;

	if (test->a.function == FUNCTION_LENGTH) {
		length = utf8_length(text);
		return test->relation == RELATION_LESS ? length < test->b.number
		     : test->relation == RELATION_AT_MOST ? length <= test->b.number
		     : length == test->b.number;
	}
	if (test->relation == RELATION_MADE)
		return characters_make((uint32_t)test->b.number, text);
	return match_text(relation_pattern(test->relation), text, test->b.text);
}
