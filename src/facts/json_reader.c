/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/json_reader.h"

#include "base/utf8.h"
#include "facts/json_escape.h"

enum expect {
	EXPECT_VALUE,
	EXPECT_FIRST_VALUE,     /* or the end of the array */
	EXPECT_NAME,
	EXPECT_FIRST_NAME,      /* or the end of the object */
	EXPECT_MORE,            /* a comma or the end */
	EXPECT_NOTHING,         /* the text is complete */
	EXPECT_TEXT             /* reader_begin comes first */
};

static enum reader_token fail(struct json_reader *reader, uint32_t offset,
                            const char *expected, const char *fault)
{
	reader->error = (struct reader_error){ offset, expected, fault };
	return reader->token = READER_ERROR;
}

/* The next byte, or 0 at the end: NUL can stand nowhere in JSON. */
static char peek(const struct json_reader *reader)
{
	return reader->at < reader->text.length
	       ? reader->text.at[reader->at] : '\0';
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static void skip_more_space(struct json_reader *reader)
{
	const struct text text = reader->text;
	uint32_t at = reader->at;

	while (at < text.length && is_space(text.at[at]))
		at++;
	reader->at = at;
}

/* Mostly there is none, or one blank. */
static inline void skip_space(struct json_reader *reader)
{
	reader->at += peek(reader) == ' ';
	if ((unsigned char)peek(reader) <= ' ')
		skip_more_space(reader);
}

/* Between two lines of which the second is a text of its own, the first was cut off. */
static bool is_cut_off(const struct json_reader *reader)
{
	return reader->depth > 0 && reader->at > 0
	    && reader->text.at[reader->at - 1] == '\n'
	    && peek(reader) == '{'
	    && reader_is_line(reader->text, reader->at, true);
}

static enum reader_token cut_off(struct json_reader *reader)
{
	uint32_t end = reader->at;

	while (end > 0 && is_space(reader->text.at[end - 1]))
		end--;
	return fail(reader, end, NULL, "a text cut off at the end of its line");
}

static enum reader_token expected(struct json_reader *reader, const char *what)
{
	if (is_cut_off(reader))
		return cut_off(reader);
	return fail(reader, reader->at, what, NULL);
}

static bool in_object(const struct json_reader *reader)
{
	return reader->objects >> reader->depth & 1;
}

/* --- strings --- */

/* Eight bytes as a number whose lowest byte is the first. */
static uint64_t load_word(const char *at)
{
	uint64_t word;

	memcpy(&word, at, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

/* How many of these eight bytes come before one that is a quote, a backslash, a control
 * character or not ASCII. A borrow reaches only bytes above such a one. */
static uint32_t plain_bytes(uint64_t word)
{
	const uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
	uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';
	uint64_t hits = word | ((word - ones * ' ') & ~word);

	hits |= (quote - ones) & ~quote;
	hits |= (backslash - ones) & ~backslash;
	hits &= high;
	return hits ? (uint32_t)__builtin_ctzll(hits) / 8 : 8;
}

static void skip_plain(struct json_reader *reader)
{
	const struct text text = reader->text;
	uint32_t at = reader->at, plain = 8;

	while (plain == 8 && text.length - at >= 8) {
		plain = plain_bytes(load_word(text.at + at));
		at += plain;
	}
	if (plain == 8)
		while (at < text.length && text.at[at] != '"'
		       && text.at[at] != '\\'
		       && (unsigned char)(text.at[at] - ' ') < 0x80 - ' ')
			at++;
	reader->at = at;
}

static enum reader_token bad_byte(struct json_reader *reader)
{
	char c = peek(reader);

	if (reader->at == reader->text.length)
		return fail(reader, reader->start, NULL, "a string without an end");
	if (c == '\n' || c == '\r')
		return fail(reader, reader->at, NULL, "a line end in a string");
	if ((unsigned char)c < ' ')
		return fail(reader, reader->at, NULL,
		            "a control character in a string");
	return fail(reader, reader->at, NULL, "bytes that are not UTF-8");
}

/* Read a string from its first quote to after its last. */
static enum reader_token read_string(struct json_reader *reader,
                                   enum reader_token token)
{
	uint32_t begin = ++reader->at;

	reader->escaped = false;
	for (skip_plain(reader); peek(reader) != '"'; skip_plain(reader)) {
		uint32_t length, character;

		if (peek(reader) == '\\') {
			reader->escaped = true;
			character = json_escape_read(reader->text, reader->at,
			                             &length);
			if (character == UTF8_BAD || character == 0)
				return fail(reader, reader->at, NULL,
				            json_escape_fault(reader->text,
				                              reader->at));
		} else {
			if (reader->at == reader->text.length
			    || (unsigned char)peek(reader) < ' ')
				return bad_byte(reader);
			if (utf8_next(reader->text, reader->at, &length)
			    == UTF8_BAD)
				return bad_byte(reader);
		}
		reader->at += length;
	}
	reader->raw = (struct text){ reader->text.at + begin,
	                             reader->at - begin };
	reader->at++;
	return reader->token = token;
}

/* --- numbers --- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Pass digits; false if there is none. */
static bool skip_digits(struct json_reader *reader)
{
	uint32_t from = reader->at;

	while (is_digit(peek(reader)))
		reader->at++;
	return reader->at > from;
}

/* Does the integer as written fit 64 bits? Then it is kept. */
static bool keep_integer(struct json_reader *reader)
{
	const struct text raw = reader->raw;
	bool negative = raw.at[0] == '-';
	int64_t number = 0;

	for (uint32_t i = negative; i < raw.length; i++) {
		int digit = raw.at[i] - '0';

		if (__builtin_mul_overflow(number, 10, &number)
		    || __builtin_sub_overflow(number, digit, &number))
			return false;
	}
	if (!negative && number == INT64_MIN)
		return false;
	reader->number = negative ? number : -number;
	return true;
}

static enum reader_token read_number(struct json_reader *reader)
{
	bool whole = true;

	reader->at += peek(reader) == '-';
	if (peek(reader) == '0')
		reader->at++;
	else if (!skip_digits(reader))
		return expected(reader, "a digit");
	if (peek(reader) == '.') {
		whole = false;
		reader->at++;
		if (!skip_digits(reader))
			return expected(reader, "a digit");
	}
	if ((peek(reader) | ' ') == 'e') {
		whole = false;
		reader->at++;
		reader->at += peek(reader) == '+' || peek(reader) == '-';
		if (!skip_digits(reader))
			return expected(reader, "a digit");
	}
	reader->raw = (struct text){ reader->text.at + reader->start,
	                             reader->at - reader->start };
	return reader->token = whole && keep_integer(reader) ? READER_INTEGER
	                                                     : READER_NUMBER;
}

/* --- structure --- */

static enum reader_token open_level(struct json_reader *reader,
                                  enum reader_token token)
{
	if (reader->depth == READER_MAX_DEPTH)
		return fail(reader, reader->at, NULL, "nesting deeper than 32");
	reader->at++;
	reader->depth++;
	reader->objects &= ~((uint64_t)1 << reader->depth);
	if (token == READER_OBJECT)
		reader->objects |= (uint64_t)1 << reader->depth;
	reader->expect = token == READER_OBJECT ? EXPECT_FIRST_NAME
	                                      : EXPECT_FIRST_VALUE;
	return reader->token = token;
}

static enum reader_token close_level(struct json_reader *reader)
{
	enum reader_token token = in_object(reader) ? READER_OBJECT_END
	                                          : READER_ARRAY_END;

	reader->at++;
	reader->depth--;
	reader->expect = reader->depth ? EXPECT_MORE : EXPECT_NOTHING;
	return reader->token = token;
}

static enum reader_token read_word(struct json_reader *reader, struct text word,
                                 enum reader_token token)
{
	if (reader->text.length - reader->at < word.length
	    || memcmp(reader->text.at + reader->at, word.at, word.length) != 0)
		return expected(reader, "a value");
	reader->at += word.length;
	return reader->token = token;
}

static enum reader_token read_scalar(struct json_reader *reader)
{
	char c = peek(reader);

	reader->expect = reader->depth ? EXPECT_MORE : EXPECT_NOTHING;
	if (c == '"')
		return read_string(reader, READER_STRING);
	if (c == '-' || is_digit(c))
		return read_number(reader);
	if (c == 't')
		return read_word(reader, TEXT("true"), READER_TRUE);
	if (c == 'f')
		return read_word(reader, TEXT("false"), READER_FALSE);
	if (c == 'n')
		return read_word(reader, TEXT("null"), READER_NULL);
	return expected(reader, "a value");
}

static enum reader_token read_value(struct json_reader *reader)
{
	char c = peek(reader);

	if (c == ']' && reader->expect == EXPECT_FIRST_VALUE)
		return close_level(reader);
	if (c == '[')
		return open_level(reader, READER_ARRAY);
	if (c != '{')
		return read_scalar(reader);
	if (is_cut_off(reader))
		return cut_off(reader);
	return open_level(reader, READER_OBJECT);
}

static enum reader_token read_name(struct json_reader *reader)
{
	char c = peek(reader);

	if (c == '}' && reader->expect == EXPECT_FIRST_NAME)
		return close_level(reader);
	if (c != '"')
		return expected(reader, reader->expect == EXPECT_NAME
		                ? "a name in quotes" : "a name in quotes or `}`");
	if (read_string(reader, READER_NAME) == READER_ERROR)
		return READER_ERROR;
	skip_space(reader);
	if (peek(reader) != ':')
		return expected(reader, "`:`");
	reader->at++;
	reader->expect = EXPECT_VALUE;
	return READER_NAME;
}

/* After a value: pass a comma, or stay before the end of the level. */
static bool read_separator(struct json_reader *reader)
{
	bool object = in_object(reader);

	if (peek(reader) != ',') {
		if (peek(reader) != (object ? '}' : ']'))
			expected(reader, object ? "`,` or `}`" : "`,` or `]`");
		return false;
	}
	reader->at++;
	reader->expect = object ? EXPECT_NAME : EXPECT_VALUE;
	skip_space(reader);
	return true;
}

enum reader_token reader_next(struct json_reader *reader)
{
	if (reader->token == READER_ERROR)
		return READER_ERROR;
	if (reader->expect >= EXPECT_NOTHING) {
		reader->expect = EXPECT_TEXT;
		return reader->token = READER_END;
	}
	skip_space(reader);
	if (reader->expect == EXPECT_MORE) {
		bool more = read_separator(reader);

		if (reader->token == READER_ERROR)
			return READER_ERROR;
		reader->start = reader->at;
		if (!more)
			return close_level(reader);
	}
	reader->start = reader->at;
	if (reader->expect == EXPECT_NAME || reader->expect == EXPECT_FIRST_NAME)
		return read_name(reader);
	return read_value(reader);
}

void reader_open(struct json_reader *reader, struct text text)
{
	*reader = (struct json_reader){ .text = text, .token = READER_END,
	                                .expect = EXPECT_TEXT };
}

bool reader_begin(struct json_reader *reader)
{
	if (reader->token == READER_ERROR)
		return false;
	skip_space(reader);
	if (reader->at == reader->text.length)
		return false;
	reader->start = reader->at;
	reader->depth = 0;
	reader->expect = EXPECT_VALUE;
	return true;
}

bool reader_leave(struct json_reader *reader, uint32_t depth)
{
	while (reader->token != READER_ERROR && reader->depth > depth)
		reader_next(reader);
	return reader->token != READER_ERROR;
}

bool reader_skip(struct json_reader *reader)
{
	if (reader->token == READER_NAME)
		reader_next(reader);
	if (reader->token == READER_OBJECT || reader->token == READER_ARRAY)
		return reader_leave(reader, reader->depth - 1);
	return reader->token != READER_ERROR;
}

bool reader_is_line(struct text text, uint32_t at, bool inside)
{
	const char *end = memchr(text.at + at, '\n', text.length - at);
	struct json_reader line;
	char next;

	reader_open(&line, (struct text){ text.at + at, end
	          ? (uint32_t)(end - text.at) - at : text.length - at });
	if (!reader_begin(&line) || reader_next(&line) != READER_OBJECT
	    || !reader_skip(&line) || reader_begin(&line))
		return false;
	line = (struct json_reader){ .text = text, .at = at + line.at };
	skip_space(&line);
	next = peek(&line);
	return !inside || (next != ',' && next != ']' && next != '}');
}

bool reader_resume(struct json_reader *reader, uint32_t begin)
{
	const struct text text = reader->text;
	bool inside = reader->depth > 0;
	const char *end;

	do {
		end = memchr(text.at + begin, '\n', text.length - begin);
		if (!end)
			return false;
		begin = (uint32_t)(end - text.at) + 1;
	} while (begin == text.length || text.at[begin] != '{'
	         || !reader_is_line(text, begin, inside));
	reader_open(reader, text);
	reader->at = begin;
	return true;
}

struct text reader_string(const struct json_reader *reader, struct arena *arena)
{
	const struct text raw = reader->raw;

	if (!reader->escaped)
		return raw;
	return json_escape_decode(raw, arena_alloc(arena,
	                                           (size_t)raw.length + 1));
}

struct text reader_name(const struct json_reader *reader,
                        char buffer[READER_NAME_BYTES])
{
	if (reader->escaped && reader->raw.length <= READER_NAME_BYTES)
		return json_escape_decode(reader->raw, buffer);
	return reader->raw;
}
