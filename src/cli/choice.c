/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/choice.h"

#include <stdio.h>
#include <string.h>

bool choice_at(const char *choices, size_t index, char word[CHOICE_BYTES])
{
	size_t length;

	for (; choices && *choices; choices += length + strspn(choices + length, " ")) {
		length = strcspn(choices, " ");
		if (index-- > 0)
			continue;
		snprintf(word, CHOICE_BYTES, "%.*s", (int)length, choices);
		return true;
	}
	return false;
}

bool choice_has(const char *choices, const char *word)
{
	char choice[CHOICE_BYTES];

	for (size_t i = 0; choice_at(choices, i, choice); i++)
		if (strcmp(choice, word) == 0)
			return true;
	return false;
}
