/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/json_out.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/glyph.h"

static void begin_value(struct json_out *json)
{
	if (json->comma)
		fputs(", ", stdout);
	json->comma = true;
}

/* A character as one or two \u (RFC 8259 7). */
static void put_escaped(uint32_t character)
{
	if (character < 0x10000) {
		printf("\\u%04" PRIx32, character);
		return;
	}
	character -= 0x10000;
	printf("\\u%04" PRIx32 "\\u%04" PRIx32, 0xd800 + (character >> 10),
		0xdc00 + (character & 0x3ff));
}

static void put_glyph(const struct glyph *glyph)
{
	if (glyph->character == '\n') {
		fputs("\\n", stdout);
	} else if (glyph->character == '\t') {
		fputs("\\t", stdout);
	} else if (glyph->hidden) {
		put_escaped(glyph->character == UINT32_MAX ? 0xfffd : glyph->character);
	} else {
		if (glyph->character == '"' || glyph->character == '\\')
			putchar('\\');
		fputs(glyph->shown, stdout);
	}
}

/* Bytes that stand for themselves; nearly all do. */
static size_t plain_length(const char *text)
{
	size_t length = 0;

	while (text[length] >= ' ' && text[length] < 0x7f && text[length] != '"'
	       && text[length] != '\\')
		length++;
	return length;
}

static void put_string(const char *text)
{
	struct glyph glyph;

	putchar('"');
	for (;; text += glyph.bytes) {
		size_t plain = plain_length(text);

		fwrite(text, 1, plain, stdout);
		text += plain;
		glyph = glyph_first(text);
		if (glyph.bytes == 0)
			break;
		put_glyph(&glyph);
	}
	putchar('"');
}

void json_out_key(struct json_out *json, const char *key)
{
	begin_value(json);
	putchar('"');
	fputs(key, stdout);
	fputs("\": ", stdout);
	json->comma = false;
}

void json_out_open(struct json_out *json, char bracket)
{
	begin_value(json);
	putchar(bracket);
	json->comma = false;
}

void json_out_close(struct json_out *json, char bracket)
{
	putchar(bracket);
	json->comma = true;
}

void json_out_text(struct json_out *json, const char *text)
{
	begin_value(json);
	put_string(text);
}

void json_out_number(struct json_out *json, uint64_t number)
{
	begin_value(json);
	printf("%" PRIu64, number);
}

void json_out_bool(struct json_out *json, bool value)
{
	begin_value(json);
	fputs(value ? "true" : "false", stdout);
}

void json_out_null(struct json_out *json)
{
	begin_value(json);
	fputs("null", stdout);
}

void json_out_raw(struct json_out *json, const char *text)
{
	begin_value(json);
	fwrite(text, 1, strcspn(text, "\n"), stdout);
}

void json_out_members(struct json_out *json, const char *object)
{
	begin_value(json);
	fwrite(object + 1, 1, strlen(object) - 2, stdout);
}

void json_out_line(struct json_out *json)
{
	if (json->comma)
		putchar(',');
	json->comma = false;
	putchar('\n');
}

void json_out_text_member(struct json_out *json, const char *key, const char *text)
{
	json_out_key(json, key);
	json_out_text(json, text);
}

void json_out_number_member(struct json_out *json, const char *key, uint64_t number)
{
	json_out_key(json, key);
	json_out_number(json, number);
}

void json_out_bool_member(struct json_out *json, const char *key, bool value)
{
	json_out_key(json, key);
	json_out_bool(json, value);
}
