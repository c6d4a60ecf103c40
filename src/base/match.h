/* SPDX-License-Identifier: Apache-2.0 */
/* match.h - DNS names against a presented name, RFC 6125 section 6.4. */
#ifndef BASE_MATCH_H
#define BASE_MATCH_H

#include "base/text.h"

/* Does `name` match `pattern`, where a `*` may be the whole leftmost label of the pattern and stands for
 * exactly one label? ASCII case is ignored; a trailing dot is ignored. */
bool match_dns(struct text name, struct text pattern);

#endif
