/* SPDX-License-Identifier: Apache-2.0 */
/* match.h - tests of a text by another one; DNS names as in RFC 6125 section 6.4. */
#ifndef BASE_MATCH_H
#define BASE_MATCH_H

#include "base/text.h"

/* Does `name` match `pattern`, where a `*` may be the whole leftmost label of the pattern and stands for
 * exactly one label? ASCII case is ignored; a trailing dot is ignored. */
bool match_dns(struct text name, struct text pattern);

/* What is asked of a text: to begin, end, contain, ..., or equal another one. */
enum pattern { PATTERN_STARTS, PATTERN_ENDS, PATTERN_CONTAINS, PATTERN_MATCHES, PATTERN_FOLDED,
               PATTERN_EQUALS, PATTERN_COUNT };

static inline bool match_text(enum pattern pattern, struct text text, struct text with)
{
	switch (pattern) {
	case PATTERN_STARTS:   return text_starts(text, with);
	case PATTERN_ENDS:     return text_ends(text, with);
	case PATTERN_CONTAINS: return text_contains(text, with);
	case PATTERN_MATCHES:  return match_dns(text, with);
	case PATTERN_FOLDED:   return text_equal_folded(text, with);
	case PATTERN_EQUALS:
	case PATTERN_COUNT:
	default:               return text_equal(text, with);
	}
}

#endif
