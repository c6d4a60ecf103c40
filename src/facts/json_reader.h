/* SPDX-License-Identifier: Apache-2.0 */
/* json_reader.h - reading JSON token by token, strictly (RFC 8259).
 *
 * Over bytes in memory, in one pass, without allocating: what is skipped costs
 * nothing. Refused are bytes that are not UTF-8 (RFC 3629), `\u0000`, halves of
 * surrogate pairs, control characters in strings, trailing commas, comments,
 * leading zeros, and nesting deeper than READER_MAX_DEPTH. Names that occur twice
 * are the caller's to notice. After READER_ERROR every call returns READER_ERROR.
 *
 * One reader reads a sequence of texts:
 *
 *	reader_open(&reader, bytes);
 *	while (reader_begin(&reader))
 *		while (reader_next(&reader) > READER_END) ...;
 */
#ifndef FACTS_JSON_READER_H
#define FACTS_JSON_READER_H

#include "base/arena.h"

enum { READER_MAX_DEPTH = 32, READER_NAME_BYTES = 64 * 6 };

enum reader_token {
	READER_ERROR,             /* see struct reader_error */
	READER_END,               /* the text is complete; more may follow it */
	READER_OBJECT, READER_OBJECT_END,
	READER_ARRAY, READER_ARRAY_END,
	READER_NAME,              /* of a member; its value is next */
	READER_STRING,
	READER_INTEGER,           /* without fraction and exponent; fits 64 bits */
	READER_NUMBER,            /* any other number */
	READER_TRUE, READER_FALSE, READER_NULL
};

struct reader_error {
	uint32_t offset;        /* of the byte that can't stand where it does */
	const char *expected;   /* "`,` or `}`"; NULL if `fault` tells it all */
	const char *fault;      /* "text that is not UTF-8"; NULL if expected */
};

struct json_reader {
	struct text text;       /* borrowed */
	uint32_t at;            /* the next byte to be read */
	uint32_t start;         /* the first byte of the token */
	enum reader_token token;  /* the last one read */
	bool escaped;           /* of a name or string: it holds escapes */
	uint8_t expect;         /* private: what may come next */
	uint32_t depth;         /* of the objects and arrays now open */
	uint64_t objects;       /* private: bit n is set if level n is an object */
	struct text raw;        /* of a name or string: between its quotes;
	                           of a number: as written; borrowed */
	int64_t number;         /* of an integer */
	struct reader_error error;
};

void reader_open(struct json_reader *reader, struct text text);

/* Pass white space and make ready for a text. False when there is none left, or
 * after an error. */
bool reader_begin(struct json_reader *reader);

enum reader_token reader_next(struct json_reader *reader);

/* Pass the value that starts with the last token; the last token of it becomes the
 * last one read. False after an error. */
bool reader_skip(struct json_reader *reader);

/* Pass all tokens until no more than `depth` objects and arrays are open. */
bool reader_leave(struct json_reader *reader, uint32_t depth);

/* The last name or string: borrowed if it holds no escapes, else in the arena. */
struct text reader_string(const struct json_reader *reader, struct arena *arena);

/* The last name: borrowed if it holds no escapes, else in the buffer. With its escapes if it
 * has more bytes than 64 characters can, so that it names nothing. */
struct text reader_name(const struct json_reader *reader,
                        char buffer[READER_NAME_BYTES]);

/* What the last token is, for people: `text "2048"`, `number 1.5`, `an array`. Long
 * ones are shortened. */
struct text reader_describe(const struct json_reader *reader, struct arena *arena);

/* What the error is, for people: "expected `:`, found `x`". */
struct text reader_explain(const struct json_reader *reader, struct arena *arena);

/* Does an object stand at `at`, alone in its line? And, if it may stand inside an object or
 * array that began before, does neither `,` nor `]` nor `}` follow, so that it can't? Then
 * it is a text of its own. Looks at no more than that line and the space after it. */
bool reader_is_line(struct text text, uint32_t at, bool inside);

/* After READER_ERROR in the text that began at `begin`: make ready for the next line that is a
 * text of its own. False, with the reader as it was, when there is none. */
bool reader_resume(struct json_reader *reader, uint32_t begin);

#endif
