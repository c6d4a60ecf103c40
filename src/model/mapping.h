/* SPDX-License-Identifier: Apache-2.0 */
/* mapping.h - how an export becomes records: its columns, and where facts come from.
 *
 * docs/language.md, "Mappings", says what all of it means. Read-only once built. Slots and words
 * are those of the model that the mapping was checked against.
 */
#ifndef MODEL_MAPPING_H
#define MODEL_MAPPING_H

#include "base/charset.h"
#include "model/entity.h"

enum { MAPPING_MAX_COLUMNS = 256, MAPPING_MAX_ROWS = 64, MAPPING_MAX_INPUTS = 16 };

enum mapping_form {
	MAPPING_COLUMNS,        /* CSV: a record in each line, after one with the titles */
	MAPPING_LINES           /* `name : value` in each line; the whole is one record */
};

enum column_type {
	COLUMN_TEXT, COLUMN_INTEGER, COLUMN_BOOL, COLUMN_VERSION, COLUMN_DATE,
	COLUMN_BITS,            /* yes: all of them are set in the number; no: none is */
	COLUMN_SPLIT,           /* texts with a separator between them */
	COLUMN_FILE             /* the name of the input, without folder and ending */
};

enum date_order { DATE_YEAR_MONTH_DAY, DATE_DAY_MONTH_YEAR, DATE_MONTH_DAY_YEAR };

struct texts {
	const struct text *at;
	uint32_t count;
};

struct mapping_column {
	struct text name;       /* in the mapping */
	enum column_type type;
	bool required;          /* without it, the input is another one */
	bool optional;          /* empty says that there is none */
	struct texts titles;    /* in the input; the first that is there counts */
	int64_t bits;
	enum date_order order;
	struct text separator;
};

struct mapping_parameter {
	struct fact type;       /* a bool, one-of or set of text; its name and doc */
	bool set;
	int64_t number;         /* of a bool or one-of */
	struct texts texts;
};

enum mapping_test_kind {
	MAPPING_ANY,            /* also what is not known */
	MAPPING_OTHER,          /* what no other row of the column lists */
	MAPPING_ABSENT,
	MAPPING_EQUAL,          /* text, ASCII letters folded, here and below */
	MAPPING_PATTERN,        /* text, with anything before or after it */
	MAPPING_AMONG,          /* one of a parameter's texts */
	MAPPING_RANGE           /* low <= number <= high; a bool is 0 or 1 */
};

struct mapping_test {
	enum mapping_test_kind kind;
	struct text text;
	bool open_start, open_end;      /* of a pattern */
	uint32_t parameter;
	int64_t low, high;
};

struct mapping_cell {
	const struct mapping_test *tests;
	uint32_t count;
};

enum mapping_outcome { MAPPING_VALUE, MAPPING_CONFLICT, MAPPING_NOT_KNOWN };

struct mapping_row {
	const struct mapping_cell *cells;       /* one for each input of the table */
	enum mapping_outcome outcome;
	struct value value;
	const char *why;        /* if it is no value */
};

/* A column of the table: a column of the input, or a parameter. */
struct mapping_input {
	bool is_parameter;
	uint32_t index;
};

struct mapping_table {
	const struct mapping_input *inputs;
	uint32_t input_count;
	const struct mapping_row *rows;
	uint32_t row_count;
};

struct mapping_origin {
	uint32_t slot;
	const uint32_t *columns;        /* the first that is known counts */
	uint32_t column_count;
	const struct mapping_table *table;      /* instead; or NULL */
};

struct mapping_target {
	const struct entity *entity;
	const struct mapping_origin *origins;
	uint32_t origin_count;
};

struct mapping {
	struct text name, version, title;
	const struct model *model;
	enum mapping_form form;
	enum charset charset;   /* of input without a byte order mark */
	char delimiter;         /* 0: found by looking */
	struct texts unknown;   /* what stands for a value that is not known, besides empty and NULL */
	const struct mapping_column *columns;
	uint32_t column_count;
	const struct mapping_parameter *parameters;
	uint32_t parameter_count;
	const struct mapping_target *targets;
	uint32_t target_count;
};

/* Is this title of an input the column's? Its place among the column's titles, or NO_SLOT. Case
 * does not matter, nor does a 0 behind it, which SQL views have. */
uint32_t mapping_column_title(const struct mapping_column *column, struct text title);

/* Does a pattern or text of a cell hold for the value? */
bool mapping_test_text(const struct mapping_test *test, struct text value);

#endif
