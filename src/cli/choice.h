/* SPDX-License-Identifier: Apache-2.0 */
/* choice.h - the words that the argument of an option may be: one text, spaces between. */
#ifndef CLI_CHOICE_H
#define CLI_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

enum { CHOICE_BYTES = 24 };

/* Copy word number `index`; false past the last one, or without a text. */
bool choice_at(const char *choices, size_t index, char word[CHOICE_BYTES]);

bool choice_has(const char *choices, const char *word);

#endif
