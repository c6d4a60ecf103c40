/* SPDX-License-Identifier: Apache-2.0 */
/* json.h - writing JSON: strings and numbers, RFC 8259. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buffer.h"

/* A quoted string. Each byte that is not UTF-8 becomes U+FFFD; control and hidden
 * characters are escaped. (Named so that it can be linked beside jansson.) */
void json_text(struct buffer *out, struct text text);

/* `"key": ` with a comma before it unless it is the first of its object. */
void json_key(struct buffer *out, bool *first, const char *key);

#endif
