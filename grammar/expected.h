/* SPDX-License-Identifier: Apache-2.0 */
/* expected.h - a word that can't stand where it stands, told in the words of the language.
 * Private to this room. */
#ifndef GRAMMAR_EXPECTED_H
#define GRAMMAR_EXPECTED_H

#include "grammar/state.h"

enum { EXPECTED_TOKENS = 128 };

struct expected {
	int found;                              /* token */
	struct span at;                         /* where */
	const char *names[EXPECTED_TOKENS];     /* of the tokens that could stand there, else NULL */
};

void expected_say(struct parse *p, const struct expected *expected);

#endif
