/* SPDX-License-Identifier: Apache-2.0 */
/* value_text.h - a value as it would stand in a policy. */
#ifndef MODEL_VALUE_TEXT_H
#define MODEL_VALUE_TEXT_H

#include "base/buffer.h"
#include "model/entity.h"

/* Add the value of the fact: `yes`, `2048 bits`, `"x"`, `2026-11-22`, `30 days`, `5.0.9040`,
 * `server-auth`, `self-service`; elements with `, ` between, `none` if there are none; a
 * record as its key, a certificate without quotes. A value in another state is that state's name. What a policy refuses
 * in text, such as a control character, is written as `\u{1b}` so that it is seen; bytes
 * that are not UTF-8 as `\x{ff}`. */
void value_write(struct buffer *out, const struct fact *fact,
                 const struct value *value);

/* What to call a certificate that has no key, since it is written down inside a record. */
struct value_names {
	struct text (*name)(void *user, const struct record *record);
	void *user;
};

/* The same with names for those, which else are `a certificate`; `names` may be NULL. */
void value_write_named(struct buffer *out, const struct fact *fact,
                       const struct value *value, const struct value_names *names);

#endif
