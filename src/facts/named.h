/* SPDX-License-Identifier: Apache-2.0 */
/* named.h - certificates that facts name. */
#ifndef FACTS_NAMED_H
#define FACTS_NAMED_H

#include "facts/inventory_input.h"

/* What a text names a certificate by: PEM and fingerprints are plain to see, all else is a path. */
enum inventory_source named_kind(struct text text);

/* Have the record stand for a certificate that can't be had: all its facts are missing and say why, but for the
 * fingerprint that names it. The result is why, in the arena of what was wanted. */
struct text named_missing(struct record *record, const struct inventory_wanted *wanted);

#endif
