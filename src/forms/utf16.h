/* SPDX-License-Identifier: Apache-2.0 */
/* utf16.h - text in UTF-16, as Windows writes it, of which only ASCII matters. */
#ifndef FORMS_UTF16_H
#define FORMS_UTF16_H

#include "base/arena.h"

struct utf16 {
	bool is;                /* a byte order mark tells, or the zero beside a first `-` or `M` */
	bool big;               /* the higher byte comes first */
	uint32_t skip;          /* bytes of the mark */
};

struct utf16 utf16_recognise(struct text bytes);

/* One byte for each unit, `?` for what is not ASCII; in the arena. */
struct text utf16_to_ascii(struct text bytes, struct utf16 how, struct arena *arena);

#endif
