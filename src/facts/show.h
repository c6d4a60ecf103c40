/* SPDX-License-Identifier: Apache-2.0 */
/* show.h - text from an input inside a message of one line. */
#ifndef FACTS_SHOW_H
#define FACTS_SHOW_H

#include "base/arena.h"

enum { SHOW_BYTES = 64 };

/* The text in quotes, in the arena. After SHOW_BYTES bytes `...` stands for the rest; a
 * character that could not be seen is written as `\u{1b}`, a byte that is not UTF-8 as
 * `\x{ff}`. */
struct text show_text(struct text text, struct arena *arena);

#endif
