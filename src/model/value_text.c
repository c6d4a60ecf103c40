/* SPDX-License-Identifier: Apache-2.0 */
#include "model/value_text.h"

#include <inttypes.h>

#include "base/calendar.h"
#include "base/number.h"
#include "base/utf8.h"
#include "model/oid.h"
#include "model/record.h"

enum { DAY = 24 * 60 * 60 };

/* One character that is shown, not written. */
static void write_hidden(struct buffer *out, struct text text, uint32_t at,
                         uint32_t character)
{
	if (character == UTF8_BAD)
		buffer_printf(out, "\\x{%02x}", (unsigned char)text.at[at]);
	else
		buffer_printf(out, "\\u{%x}", character);
}

/* Text may not go over a line's end in a policy. */
static bool is_shown(uint32_t character)
{
	return character == UTF8_BAD || utf8_is_hidden(character)
	    || character == '\n' || character == '\r' || character == '\t';
}

static void write_characters(struct buffer *out, struct text text)
{
	uint32_t length, character;

	for (uint32_t at = 0; at < text.length; at += length) {
		character = utf8_next(text, at, &length);
		if (is_shown(character)) {
			write_hidden(out, text, at, character);
			continue;
		}
		if (character == '"' || character == '\\')
			buffer_byte(out, '\\');
		buffer_add(out, text.at + at, length);
	}
}

static void write_quoted(struct buffer *out, struct text text)
{
	buffer_byte(out, '"');
	write_characters(out, text);
	buffer_byte(out, '"');
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

/* A key stands bare where it can. */
static void write_key(struct buffer *out, struct text key)
{
	bool is_word = key.length > 0;

	for (uint32_t i = 0; i < key.length; i++)
		is_word = is_word && is_word_byte(key.at[i]);
	if (is_word)
		buffer_text(out, key);
	else
		write_quoted(out, key);
}

static void write_date(struct buffer *out, int64_t seconds)
{
	char date[CALENDAR_TEXT];
	size_t length = calendar_format(seconds, date);

	if (seconds % DAY == 0)
		length = strcspn(date, "T");
	buffer_add(out, date, length);
}

static void write_version(struct buffer *out, int64_t version)
{
	char text[VERSION_TEXT];

	buffer_add(out, text, version_format(version, text));
}

static void write_duration(struct buffer *out, int64_t seconds)
{
	char text[DURATION_TEXT];

	buffer_add(out, text, duration_format(seconds, text));
}

static void write_integer(struct buffer *out, const struct fact *fact,
                          int64_t number)
{
	buffer_printf(out, "%" PRId64, number);
	if (fact->unit.length > 0) {
		buffer_byte(out, ' ');
		buffer_text(out, fact->unit);
	}
}

static void write_oid(struct buffer *out, struct text dotted)
{
	struct text name = oid_name(dotted);

	buffer_text(out, name.length > 0 ? name : dotted);
}

static void write_choice(struct buffer *out, const struct fact *fact,
                         int64_t choice)
{
	if (choice >= 0 && choice < fact->choice_count)
		buffer_text(out, fact->choices[choice].name);
}

static void write_words(struct buffer *out, const struct fact *fact,
                        uint64_t mask)
{
	const char *between = "";

	for (uint32_t i = 0; i < fact->choice_count; i++) {
		if (!(mask >> i & 1))
			continue;
		buffer_string(out, between);
		buffer_text(out, fact->choices[i].name);
		between = ", ";
	}
	if (*between == '\0')
		buffer_string(out, "none");
}

static void write_record(struct buffer *out, const struct record *record,
                         const struct value_names *names)
{
	if (record->entity->kind != ENTITY_CERTIFICATE)
		write_key(out, record->key);
	else if (record->key.length > 0)
		write_characters(out, record->key);
	else if (names)
		write_characters(out, names->name(names->user, record));
	else
		buffer_string(out, "a certificate");
}

static void write_one(struct buffer *out, const struct fact *fact,
                      const struct value *value, const struct value_names *names)
{
	switch ((enum type)value->type) {
	case TYPE_BOOL:
		buffer_string(out, value->as.number ? "yes" : "no");
		break;
	case TYPE_INTEGER:
		write_integer(out, fact, value->as.number);
		break;
	case TYPE_TEXT:
		if (fact->type == TYPE_RECORD || fact->element == TYPE_RECORD)
			write_key(out, value_as_text(value));
		else
			write_quoted(out, value_as_text(value));
		break;
	case TYPE_DATE:
		write_date(out, value->as.number);
		break;
	case TYPE_DURATION:
		write_duration(out, value->as.number);
		break;
	case TYPE_VERSION:
		write_version(out, value->as.number);
		break;
	case TYPE_OID:
		write_oid(out, value_as_text(value));
		break;
	case TYPE_CHOICE:
		write_choice(out, fact, value->as.number);
		break;
	case TYPE_RECORD:
		write_record(out, value->as.record, names);
		break;
	case TYPE_SET: case TYPE_LIST: case TYPE_COUNT:
		break;
	}
}

static void write_list(struct buffer *out, const struct fact *fact,
                       const struct list *list, const struct value_names *names)
{
	if (list->count == 0)
		buffer_string(out, "none");
	for (uint32_t i = 0; i < list->count; i++) {
		const struct value *item = &list->items[i];

		if (i > 0)
			buffer_string(out, ", ");
		if (item->state == STATE_PRESENT)
			write_one(out, fact, item, names);
		else
			buffer_string(out, state_name(item->state));
	}
}

void value_write_named(struct buffer *out, const struct fact *fact,
                       const struct value *value, const struct value_names *names)
{
	if (value->state != STATE_PRESENT)
		buffer_string(out, state_name(value->state));
	else if (value->type == TYPE_SET && fact->element == TYPE_CHOICE)
		write_words(out, fact, (uint64_t)value->as.number);
	else if (value->type == TYPE_SET || value->type == TYPE_LIST)
		write_list(out, fact, value->as.list, names);
	else
		write_one(out, fact, value, names);
}

void value_write(struct buffer *out, const struct fact *fact,
                 const struct value *value)
{
	value_write_named(out, fact, value, NULL);
}
