/* SPDX-License-Identifier: Apache-2.0 */
/* policy.h - fact models, conditions, rules and tables as plain data.
 *
 * What docs/language.md describes, without text and without a parser: the generator builds these, print.h writes them as assay text, and
 * evaluate.h says what they mean. Everything lives in the store.
 */
#ifndef REFERENCE_POLICY_H
#define REFERENCE_POLICY_H

#include <stdbool.h>
#include <stdint.h>

enum {
	MAX_WORDS = 6, MAX_FACTS = 14, MAX_ENTITIES = 5, MAX_STEPS = 4, MAX_VALUES = 4,
	MAX_ROWS = 24, MAX_COLUMNS = 3, MAX_CLAUSES = 6, MAX_RULES = 6, MAX_PARAMETERS = 4,
	MAX_INVARIANTS = 3, MAX_NOTES = 2, MAX_DEFINITIONS = 3, MAX_LOOKUPS = 2
};

enum kind {
	KIND_BOOL, KIND_CHOICE, KIND_INTEGER, KIND_DATE, KIND_DURATION, KIND_VERSION, KIND_TEXT,
	KIND_WORDS,             /* set of declared words */
	KIND_TEXTS,             /* set of text */
	KIND_TEXT_LIST, KIND_REFERENCE, KIND_LIST
};

/* A value of any kind. Versions are packed, 15 bits a number. */
struct value {
	int64_t number;         /* bool, integer, date, duration, version, index of a word,
	                           bits of a set of words */
	const char *text;       /* text, or the key of a reference */
	int count;              /* of a list or a set of text: texts, or keys */
	const char *items[MAX_VALUES];
};

enum comparison { EQUAL, DIFFERENT, LESS, AT_MOST, GREATER, AT_LEAST };

enum path_start { FROM_RECORD, FROM_CONTEXT, FROM_VARIABLE };

struct path {
	enum path_start start;
	const struct entity *context;           /* FROM_CONTEXT: a single one */
	const struct condition *variable;       /* FROM_VARIABLE: its quantifier */
	int length;
	const struct fact *steps[MAX_STEPS];
};

enum operand_kind { OPERAND_FACT, OPERAND_VALUE, OPERAND_PARAMETER, OPERAND_NOW };
enum measure { MEASURE_WHOLE, MEASURE_COUNT, MEASURE_LENGTH,
               MEASURE_FIRST, MEASURE_SECOND, MEASURE_THIRD, MEASURE_FOURTH };

struct operand {
	enum operand_kind kind;
	enum measure measure;
	struct path path;
	int64_t shift;                          /* seconds added */
	struct value value;
	const struct parameter *parameter;
};

enum condition_kind {
	CONDITION_TRUTH,                        /* a bool fact: left */
	CONDITION_PARAMETER,                    /* a bool parameter */
	CONDITION_DEFINITION,
	CONDITION_COMPARE,                      /* left, comparison, right */
	CONDITION_IN,                           /* left, values */
	CONDITION_IN_LIST,                      /* left, right: a list or set of text */
	CONDITION_INCLUDES, CONDITION_EXCLUDES, /* left: a set or list; values[0] */
	CONDITION_STARTS, CONDITION_ENDS, CONDITION_CONTAINS, CONDITION_FOLDED,
	CONDITION_MATCHES,                      /* left, and values[0] or, if it has a path, right */
	CONDITION_MADE,                         /* left, number: classes, as bits */
	CONDITION_PRESENT, CONDITION_ABSENT,    /* left */
	CONDITION_EVERY, CONDITION_SOME,        /* variable, left: the list, first: the body */
	CONDITION_ANY, CONDITION_NO,            /* first: where */
	CONDITION_ALL,                          /* first: where, second: have */
	CONDITION_COUNT,                        /* first: where, comparison, number */
	CONDITION_SHARE,                        /* first: where, second: have, number */
	CONDITION_NOT, CONDITION_AND, CONDITION_OR,     /* first, second */
	CONDITION_CONSTANT,                     /* only in canonical form: number */
	CONDITION_WORDS                         /* the same: left is one of number, as bits */
};

struct condition {
	enum condition_kind kind;
	struct operand left, right;
	enum comparison comparison;
	int value_count;
	struct value values[MAX_VALUES];
	int64_t number;
	const char *variable;
	const struct entity *entity;            /* of the variable, or of an aggregate */
	const struct fact *element;             /* of a variable that is a text; else NULL */
	const struct parameter *parameter;
	const struct definition *definition;
	struct condition *first, *second;
	const struct condition *origin;         /* of a canonical form: what it was */
};

/* A row of a table. Cells are bit masks over the values of their column's fact. */
struct row {
	uint32_t cells[MAX_COLUMNS];
	int value;                              /* a derived word, or -1: conflict */
	uint32_t allowed;                       /* of a decision table */
	uint8_t marks[MAX_WORDS];               /* notes on each allowed value, as bits */
	uint8_t row_marks;                      /* notes on the whole row */
};

struct grid {
	int column_count, row_count;
	struct path columns[MAX_COLUMNS];
	struct row rows[MAX_ROWS];
};

struct lookup {
	const char *name;
	enum kind from, to;
	const struct fact *from_words, *to_words;       /* of one-ofs: whose words; or NULL */
	int count;
	struct value keys[MAX_VALUES], results[MAX_VALUES];
};

enum derivation { DERIVED_NOT, DERIVED_BY_CONDITION, DERIVED_BY_LOOKUP, DERIVED_BY_TABLE };

struct fact {
	const char *name;
	enum kind kind;
	bool optional, key, ordered;
	int word_count;
	const char *words[MAX_WORDS];
	const char *labels[MAX_WORDS];          /* NULL where there is none */
	const struct entity *target;
	int cap;
	enum derivation derivation;
	const struct condition *condition;
	struct operand operand;
	const struct lookup *lookup;
	const struct grid *grid;
	int pool_count;                         /* values worth asking for */
	struct value pool[MAX_VALUES];
	bool by_parts, by_patterns, by_now;     /* how conditions look at it */
};

/* The records of ENTITY_CERTIFICATE stand inside others; their keys are no facts. */
enum entity_kind { ENTITY_SINGLE, ENTITY_KEYED, ENTITY_CERTIFICATE, ENTITY_STREAM };

struct entity {
	const char *name;
	enum entity_kind kind;
	int index;
	int fact_count;
	struct fact facts[MAX_FACTS];
	int invariant_count;
	const struct condition *invariants[MAX_INVARIANTS];
};

/* `value` is the one in force: the default, the profile's, or what the run sets. */
struct parameter {
	const char *name;
	enum kind kind;
	int word_count;
	const char *words[MAX_WORDS];
	struct value standard, profile, setting, value;
	bool in_profile, set;
};

struct definition {
	const char *name;
	const struct entity *entity;
	const struct condition *condition;
};

struct unless {
	const char *name;
	const struct condition *condition;
};

struct caution {
	const char *text;
	const struct condition *condition;
};

struct note {
	const struct condition *require, *covers, *widens;      /* each may be NULL */
	struct caution caution;                                 /* condition may be NULL */
};

struct decision_table {
	struct path allow;
	struct grid grid;
	int covering, covered;                  /* words; -1: none */
	int note_count;
	struct note notes[MAX_NOTES];
};

struct rule {
	const char *id;
	const struct entity *entity;
	const struct fact *place;               /* a certificate fact of the entity; NULL: none */
	int when_count, unless_count, require_count, caution_count;
	const struct condition *whens[MAX_CLAUSES];
	struct unless unlesses[MAX_CLAUSES];
	const struct condition *requires[MAX_CLAUSES];
	struct caution cautions[MAX_CLAUSES];
	bool manual;
	const struct decision_table *table;     /* NULL: no table */
	const char *level;
	bool left_out;                          /* by the profile in force */
};

struct policy {
	bool reversed;                          /* the model is written last to first */
	int entity_count;
	struct entity *entities[MAX_ENTITIES];  /* the stream is the last */
	int lookup_count;
	struct lookup lookups[MAX_LOOKUPS];
	int parameter_count;
	struct parameter parameters[MAX_PARAMETERS];
	bool has_profile, use_profile;
	int definition_count;
	struct definition definitions[MAX_DEFINITIONS];
	const struct condition *applies;        /* NULL: always */
	int rule_count;
	struct rule rules[MAX_RULES];
};

const struct entity *policy_stream(const struct policy *policy);

/* NULL if the model has none. */
const struct entity *policy_certificate(const struct policy *policy);

/* What the conditions of a rule speak of: its entity, or the certificate at its place. */
const struct entity *rule_about(const struct rule *rule);

/* The fact at the end of a path. */
const struct fact *path_end(const struct path *path);
bool path_equal(const struct path *a, const struct path *b);

/* In the store: the form that all conditions have which say the same. */
const struct condition *condition_canonical(const struct condition *condition);

/* Do the two say the same of a record, or of the one record of `about`? A definition stands for its text, a
 * parameter for its value. */
bool condition_equal(const struct condition *a, const struct condition *b,
                     const struct entity *about);

/* "site.version", "till.kind", "x1.kind" */
const char *path_text(const struct path *path);

int64_t version_pack(int first, int second, int third, int fourth);
int version_part(int64_t version, enum measure part);

/* Characters of UTF-8 text. */
int64_t text_length(const char *text);
bool compare_numbers(int64_t left, enum comparison comparison, int64_t right);

/* A comparison as written: "<=". */
const char *comparison_text(enum comparison comparison);

/* A class of characters; NULL behind the last one. Do two sets of classes allow the same? */
const char *class_text(int class);
bool classes_equal(int64_t a, int64_t b);

/* Is it one of STARTS to MATCHES whose right side is a fact? */
bool condition_is_alike(const struct condition *condition);

/* Does the text pass a test of it: STARTS, ENDS, CONTAINS, FOLDED, MATCHES, MADE? */
bool text_passes(const struct condition *test, const char *text);

#endif
