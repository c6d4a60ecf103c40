/* SPDX-License-Identifier: Apache-2.0 */
/* csv_reader.h - reading CSV record by record, as Windows writes it.
 *
 * RFC 4180, and what Export-Csv and SQL Server Management Studio make of it: the first line may be
 * `#TYPE ...` or `sep=;`, fields are parted by comma, semicolon or tab, lines end in CRLF or LF,
 * fields in quotes may hold line ends and doubled quotes. Blanks around a field are part of it.
 * A quote inside a field that does not begin with one is a character like any other.
 *
 * Over bytes in memory, in one pass and without allocating: a field is where it stands, and its
 * text is made only when it is asked for. What can't be read is refused record by record, with its
 * place: a NUL, text behind a closing quote, a quote that is never closed, and whatever is larger
 * than the limits below. Reading goes on behind the record; where its end can't be known (the two
 * mistakes with quotes), at the next line. Each byte is looked at a bounded number of times,
 * whatever the input.
 */
#ifndef FACTS_CSV_READER_H
#define FACTS_CSV_READER_H

#include "base/arena.h"
#include "base/charset.h"

enum {
	CSV_MAX_FIELDS = 4096,          /* columns that a query may have in SQL Server */
	CSV_MAX_FIELD = 1 << 20,        /* bytes, as they stand in the input */
	CSV_MAX_RECORD = 4 << 20
};

enum csv_step { CSV_END, CSV_RECORD, CSV_REFUSED };

enum csv_fault {
	CSV_FINE,
	CSV_NUL,
	CSV_BEHIND_QUOTE,       /* text behind a closing quote */
	CSV_OPEN_QUOTE,
	CSV_LONG_FIELD, CSV_LONG_RECORD, CSV_MANY_FIELDS,
	CSV_CUT                 /* UTF-16 ends in the middle of a character */
};

struct csv_field {
	uint32_t from, to;      /* bytes, without its quotes */
	bool quoted;
	bool doubled;           /* holds doubled quotes */
};

struct csv_place {
	uint32_t at;            /* bytes before it */
	uint32_t line_start;    /* bytes before its line */
	uint64_t lines;         /* line ends before it */
};

struct csv_reader {
	struct text bytes;      /* borrowed */
	enum charset charset;
	char delimiter;
	struct csv_place now;   /* of the next byte to be read */
	struct csv_place start; /* of the record */
	struct csv_field *fields;
	uint32_t count;
	enum csv_fault fault;   /* of a record that is refused */
	struct csv_place fault_place;   /* of what can't stand where it does */
	uint32_t one_line_until;        /* private: up to here no field goes over a line end */
};

struct csv_options {
	enum charset charset;   /* of input without a byte order mark */
	char delimiter;         /* 0: the one that the first record holds most of */
};

/* Begin: pass a byte order mark, `#TYPE` and `sep=`. The fields' places live in the arena. */
void csv_open(struct csv_reader *reader, struct text bytes, const struct csv_options *options,
              struct arena *arena);

/* The next record, or one that is refused, or the end. Empty lines are passed. */
enum csv_step csv_next(struct csv_reader *reader);

/* A field's text in UTF-8: borrowed from the input, or in the arena if it had to be made. False if
 * its bytes are not of the encoding; then *text is the bytes. */
bool csv_text(const struct csv_reader *reader, uint32_t index, struct arena *arena,
              struct text *text);

/* The column of a place, from 1: in bytes, in UTF-16 in units of two. */
uint64_t csv_column(const struct csv_reader *reader, const struct csv_place *place);

/* What the fault is, for people. */
const char *csv_explain(enum csv_fault fault);

#endif
