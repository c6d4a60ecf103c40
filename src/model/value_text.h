/* SPDX-License-Identifier: Apache-2.0 */
/* value_text.h - a value as it would stand in a policy. */
#ifndef MODEL_VALUE_TEXT_H
#define MODEL_VALUE_TEXT_H

#include "base/buffer.h"
#include "model/entity.h"

/* Add the value of the fact: `yes`, `2048 bits`, `"x"`, `2026-11-22`, `30 days`, `5.0.9040`,
 * `server-auth`, `self-service`; elements with `, ` between, `none` if there are none; a
 * record as its key. A value in another state is that state's name. What a policy refuses
 * in text, such as a control character, is written as `\u{1b}` so that it is seen; bytes
 * that are not UTF-8 as `\x{ff}`. */
void value_write(struct buffer *out, const struct fact *fact,
                 const struct value *value);

#endif
