/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens and errors of json_reader.h, for people. */
#include "facts/json_reader.h"

#include "facts/show.h"

struct text reader_describe(const struct json_reader *reader, struct arena *arena)
{
	static const char *const names[] = {
		[READER_ERROR] = "an error", [READER_END] = "the end",
		[READER_OBJECT] = "an object", [READER_OBJECT_END] = "`}`",
		[READER_ARRAY] = "an array", [READER_ARRAY_END] = "`]`",
		[READER_NAME] = "name", [READER_STRING] = "text",
		[READER_INTEGER] = "number", [READER_NUMBER] = "number",
		[READER_TRUE] = "true", [READER_FALSE] = "false",
		[READER_NULL] = "null",
	};
	enum reader_token token = reader->token;
	struct text raw = reader->raw;
	struct text shown;

	if (token == READER_INTEGER || token == READER_NUMBER)
		return arena_printf(arena, "%s %.*s%s", names[token],
		                    (int)(raw.length < SHOW_BYTES ? raw.length
		                                                  : SHOW_BYTES),
		                    raw.at, raw.length > SHOW_BYTES ? "..." : "");
	if (token == READER_NAME || token == READER_STRING) {
		shown = show_text(raw, arena);
		return arena_printf(arena, "%s %.*s", names[token],
		                    TEXT_ARGS(shown));
	}
	return text_from(names[token]);
}

static struct text describe_byte(const struct json_reader *reader,
                                 struct arena *arena)
{
	uint32_t at = reader->error.offset;
	unsigned char byte;

	if (at >= reader->text.length)
		return TEXT("the end");
	byte = (unsigned char)reader->text.at[at];
	if (byte == '\n' || byte == '\r')
		return TEXT("the end of the line");
	if (byte > ' ' && byte < 0x7f)
		return arena_printf(arena, "`%c`", byte);
	return arena_printf(arena, "the byte 0x%02x", byte);
}

struct text reader_explain(const struct json_reader *reader, struct arena *arena)
{
	const struct reader_error *error = &reader->error;
	struct text found;

	if (error->fault)
		return text_from(error->fault);
	found = describe_byte(reader, arena);
	return arena_printf(arena, "expected %s, found %.*s", error->expected,
	                    TEXT_ARGS(found));
}
