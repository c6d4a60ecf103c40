/* SPDX-License-Identifier: Apache-2.0 */
#include "model/mapping.h"

static bool titles_agree(struct text wanted, struct text title)
{
	if (text_equal_folded(wanted, title))
		return true;
	if (title.length == 0 || title.at[title.length - 1] != '0')
		return false;
	title.length--;
	return text_equal_folded(wanted, title);
}

uint32_t mapping_column_title(const struct mapping_column *column, struct text title)
{
	for (uint32_t i = 0; i < column->titles.count; i++)
		if (titles_agree(column->titles.at[i], text_trim(title)))
			return i;
	return NO_SLOT;
}

static struct text part(struct text text, uint32_t from, uint32_t length)
{
	return (struct text){ text.at + from, length };
}

static bool contains_folded(struct text value, struct text wanted)
{
	for (uint32_t at = 0; at + wanted.length <= value.length; at++)
		if (text_equal_folded(part(value, at, wanted.length), wanted))
			return true;
	return false;
}

bool mapping_test_text(const struct mapping_test *test, struct text value)
{
	struct text wanted = test->text;

	if (test->kind == MAPPING_EQUAL)
		return text_equal_folded(value, wanted);
	if (value.length < wanted.length)
		return false;
	if (test->open_start && test->open_end)
		return contains_folded(value, wanted);
	return text_equal_folded(part(value, test->open_start ? value.length - wanted.length : 0,
	                              wanted.length), wanted);
}
