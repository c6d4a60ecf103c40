/* SPDX-License-Identifier: Apache-2.0 */
/* json_out.h - JSON on standard output (RFC 8259), written as it comes, in ASCII-safe form:
 * control and hidden characters are escaped, bytes that are not UTF-8 become U+FFFD.
 *
 * A value follows a key inside an object, and stands alone in an array or at the top.
 * Commas are seen to.
 */
#ifndef CLI_JSON_OUT_H
#define CLI_JSON_OUT_H

#include <stdbool.h>
#include <stdint.h>

struct json_out {
	bool comma;             /* something stands before in this object or array */
};

/* Keys are ours: they need no escapes. */
void json_out_key(struct json_out *json, const char *key);

/* '{', '[', '}', ']'. */
void json_out_open(struct json_out *json, char bracket);
void json_out_close(struct json_out *json, char bracket);

void json_out_text(struct json_out *json, const char *text);
void json_out_number(struct json_out *json, uint64_t number);
void json_out_bool(struct json_out *json, bool value);
void json_out_null(struct json_out *json);

/* What is JSON already. */
void json_out_raw(struct json_out *json, const char *text);

/* The members of an object that is JSON already. */
void json_out_members(struct json_out *json, const char *object);

/* White space: what follows begins on a new line. */
void json_out_line(struct json_out *json);

/* Members of an object. */
void json_out_text_member(struct json_out *json, const char *key, const char *text);
void json_out_number_member(struct json_out *json, const char *key, uint64_t number);
void json_out_bool_member(struct json_out *json, const char *key, bool value);

#endif
