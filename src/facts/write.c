/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/write.h"

#include <inttypes.h>

#include "base/calendar.h"
#include "base/json.h"
#include "base/number.h"
#include "base/utf8.h"

struct writer {
	struct buffer *out;
	enum write_derived derived;
};

/* JSON, as it is read here, has no NUL; and text need not be UTF-8. */
static void write_text(struct buffer *out, struct text text)
{
	if (utf8_first_bad(text) == text.length
	    && !(text.length && memchr(text.at, '\0', text.length))) {
		json_text(out, text);
		return;
	}
	buffer_string(out, "{\"hex\": \"");
	for (uint32_t i = 0; i < text.length; i++)
		buffer_printf(out, "%02x", (unsigned char)text.at[i]);
	buffer_string(out, "\"}");
}

static void write_number(struct buffer *out, int64_t number)
{
	buffer_printf(out, "%" PRId64, number);
}

static void write_date(struct buffer *out, int64_t seconds)
{
	char date[CALENDAR_TEXT];
	uint32_t length = (uint32_t)calendar_format(seconds, date);

	json_text(out, (struct text){ date, length });
}

static void write_version(struct buffer *out, int64_t version)
{
	char text[VERSION_TEXT];
	uint32_t length = (uint32_t)version_format(version, text);

	json_text(out, (struct text){ text, length });
}

static void write_choice(struct buffer *out, const struct fact *fact,
                         int64_t choice)
{
	json_text(out, fact->choices[choice].name);
}

static void write_words(struct buffer *out, const struct fact *fact,
                        uint64_t mask)
{
	const char *between = "";

	buffer_byte(out, '[');
	for (uint32_t i = 0; i < fact->choice_count; i++) {
		if (!(mask >> i & 1))
			continue;
		buffer_string(out, between);
		json_text(out, fact->choices[i].name);
		between = ", ";
	}
	buffer_byte(out, ']');
}

static void write_state(struct buffer *out, const struct value *value)
{
	bool first = true;

	buffer_byte(out, '{');
	json_key(out, &first, "state");
	json_text(out, text_from(state_name(value->state)));
	if (value->as.text) {
		json_key(out, &first, "why");
		json_text(out, text_from(value->as.text));
	}
	buffer_byte(out, '}');
}

static void write_facts(struct writer *writer, const struct record *record);

/* A certificate stands where it is used; any other record is named. */
static void write_reference(struct writer *writer, const struct record *record)
{
	if (record->entity->kind == ENTITY_CERTIFICATE)
		write_facts(writer, record);
	else
		write_text(writer->out, record->key);
}

static void write_one(struct writer *writer, const struct fact *fact,
                      const struct value *value)
{
	struct buffer *out = writer->out;

	switch ((enum type)value->type) {
	case TYPE_BOOL:
		buffer_string(out, value->as.number ? "true" : "false");
		break;
	case TYPE_INTEGER: case TYPE_DURATION:
		write_number(out, value->as.number);
		break;
	case TYPE_TEXT: case TYPE_OID:
		write_text(out, value_as_text(value));
		break;
	case TYPE_DATE:
		write_date(out, value->as.number);
		break;
	case TYPE_VERSION:
		write_version(out, value->as.number);
		break;
	case TYPE_CHOICE:
		write_choice(out, fact, value->as.number);
		break;
	case TYPE_RECORD:
		write_reference(writer, value->as.record);
		break;
	case TYPE_SET: case TYPE_LIST: case TYPE_COUNT:
		break;
	}
}

static void write_list(struct writer *writer, const struct fact *fact,
                       const struct list *list)
{
	buffer_byte(writer->out, '[');
	for (uint32_t i = 0; i < list->count; i++) {
		if (i > 0)
			buffer_string(writer->out, ", ");
		if (list->items[i].state == STATE_PRESENT)
			write_one(writer, fact, &list->items[i]);
		else
			write_state(writer->out, &list->items[i]);
	}
	buffer_byte(writer->out, ']');
}

static void write_value(struct writer *writer, const struct fact *fact,
                        const struct value *value)
{
	if (value->state == STATE_ABSENT && !value->as.text)
		buffer_string(writer->out, "null");
	else if (value->state != STATE_PRESENT)
		write_state(writer->out, value);
	else if (value->type == TYPE_SET && fact->element == TYPE_CHOICE)
		write_words(writer->out, fact, (uint64_t)value->as.number);
	else if (value->type == TYPE_SET || value->type == TYPE_LIST)
		write_list(writer, fact, value->as.list);
	else
		write_one(writer, fact, value);
}

static bool is_written(const struct writer *writer, const struct fact *fact,
                       const struct value *value)
{
	if (fact->flags & FACT_HIDDEN)
		return false;
	if (value->state == STATE_MISSING && !value->as.text)
		return false;
	return !(fact->flags & FACT_DERIVED) || value->flags & VALUE_GIVEN
	    || writer->derived == WRITE_DERIVED;
}

static void write_facts(struct writer *writer, const struct record *record)
{
	const struct entity *entity = record->entity;
	const char *between = "";

	buffer_byte(writer->out, '{');
	for (uint32_t i = 0; i < entity->fact_count; i++) {
		const struct fact *fact = &entity->facts[i];

		if (!is_written(writer, fact, &record->values[i]))
			continue;
		buffer_string(writer->out, between);
		json_text(writer->out, fact->name);
		buffer_string(writer->out, ": ");
		write_value(writer, fact, &record->values[i]);
		between = ", ";
	}
	buffer_byte(writer->out, '}');
}

void write_format(struct buffer *out)
{
	buffer_string(out, "{\"format\": \"assay-facts 1\"}\n");
}

void write_record(struct buffer *out, const struct record *record,
                  enum write_derived derived)
{
	struct writer writer = { out, derived };

	buffer_byte(out, '{');
	json_text(out, record->entity->name);
	buffer_string(out, ": ");
	write_facts(&writer, record);
	buffer_string(out, "}\n");
}
