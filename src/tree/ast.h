/* SPDX-License-Identifier: Apache-2.0 */
/* ast.h - what was written, with where it was written.
 *
 * Trees say nothing about meaning: a name is a word, a table is rows of cells.
 * They live in the arena of the compilation and point into its source texts.
 */
#ifndef TREE_AST_H
#define TREE_AST_H

#include "base/arena.h"
#include "diag/source.h"

struct word {
	struct text text;
	struct span at;         /* {0, 0} when it was left out */
	struct word *next;
};

struct words {
	struct word *first, *last;
	uint32_t count;
};

enum expr_kind {
	EXPR_ERROR,             /* already reported */
	EXPR_WORD,              /* text */
	EXPR_NUMBER,            /* number, unit in name */
	EXPR_TEXT,              /* text, escapes resolved */
	EXPR_DOTTED,            /* text: version or object identifier */
	EXPR_DATE,              /* number, text as written */
	EXPR_BOOL,              /* number */
	EXPR_NOW,
	EXPR_NOT,               /* left */
	EXPR_AND,               /* left, right */
	EXPR_OR,
	EXPR_COMPARE,           /* op, left, right */
	EXPR_IN,                /* left, items */
	EXPR_INCLUDES,          /* left, right */
	EXPR_EXCLUDES,
	EXPR_PATTERN,           /* op, left, right */
	EXPR_MADE,              /* left, items: words, or texts by mistake */
	EXPR_PRESENT,           /* left */
	EXPR_ABSENT,
	EXPR_QUANTIFIER,        /* op, name (variable), left (list), right (body) */
	EXPR_AGGREGATE,         /* op, name (entity), left (where or NULL), right (have or NULL), number (percent) */
	EXPR_COUNT,             /* left */
	EXPR_LENGTH,
	EXPR_PLUS,              /* left, right */
	EXPR_MINUS,
	EXPR_LOOKUP             /* left, name (lookup) */
};

enum expr_op {
	OPERATOR_EQUAL, OPERATOR_DIFFERENT, OPERATOR_LESS, OPERATOR_AT_MOST,
	OPERATOR_GREATER, OPERATOR_AT_LEAST,
	OPERATOR_STARTS, OPERATOR_ENDS, OPERATOR_CONTAINS, OPERATOR_MATCHES,
	OPERATOR_FOLDED,
	OPERATOR_EVERY, OPERATOR_SOME,
	OPERATOR_ANY, OPERATOR_NO, OPERATOR_ALL, OPERATOR_COUNT, OPERATOR_PERCENT
};

struct expr {
	enum expr_kind kind;
	enum expr_op op;
	struct span at;
	struct text text;
	int64_t number;
	struct word name;
	struct expr *left, *right;
	struct expr *items;     /* of EXPR_IN and EXPR_MADE, linked by next */
	struct expr *next;
};

/* A table as written: rows of cells of items. */
struct cell_item {
	struct text text;
	struct span at;
	bool quoted;
	uint32_t marks[4];      /* note numbers, 0 where there is none */
	struct cell_item *next;
};

struct cell {
	struct cell_item *first, *last;
	struct span at;
	struct cell *next;
};

struct row {
	struct cell *first, *last;
	uint32_t count;
	struct span at;
	struct row *next;
};

struct rows {
	struct row *first, *last;
	uint32_t count;
};

enum clause_kind {
	CLAUSE_CITE,            /* words: source; text: section */
	CLAUSE_SEVERITY,        /* words */
	CLAUSE_LEVEL,           /* words */
	CLAUSE_WHEN,            /* condition */
	CLAUSE_UNLESS,          /* name, condition, text */
	CLAUSE_REQUIRE,         /* condition */
	CLAUSE_MANUAL,          /* text */
	CLAUSE_CAUTION,         /* condition, text */
	CLAUSE_FIX,             /* text */
	CLAUSE_ALLOW,           /* name: fact; words: by */
	CLAUSE_COVERS,          /* words: value, covered value */
	CLAUSE_ROWS,            /* rows */
	CLAUSE_NOTE,            /* number, text, clauses */
	CLAUSE_NOTE_COVERS,     /* condition */
	CLAUSE_NOTE_WIDENS      /* condition */
};

struct clauses {
	struct clause *first, *last;
};

struct clause {
	enum clause_kind kind;
	struct span at;
	struct word name;
	struct words words;
	struct expr *condition;
	struct word text;       /* resolved text, where it stands */
	int64_t number;
	struct rows rows;
	struct clauses clauses;
	struct clause *next;
};

struct type_tree {
	enum { TYPE_TREE_PLAIN, TYPE_TREE_ONE_OF, TYPE_TREE_SET, TYPE_TREE_LIST } form;
	struct span at;
	struct words words;     /* plain: the type; one-of and set: the values; list: the element */
	struct words labels;    /* beside words: empty text where none */
	struct words modifiers; /* unit, optional, key, ordered */
	int64_t cap;            /* of a list */
};

struct fact_tree {
	enum { FACT_TREE_FACT, FACT_TREE_INVARIANT } kind;
	struct span at;
	struct word name;
	struct type_tree type;
	struct word doc;
	struct expr *value;     /* = condition or lookup */
	struct rows rows;       /* by */
	struct fact_tree *next;
};

struct facts_tree {
	struct fact_tree *first, *last;
};

/* A value in a test: a literal, a word, a list, a certificate. */
struct field;
struct fields {
	struct field *first, *last;
};

struct given {
	enum { GIVEN_LITERAL, GIVEN_ABSENT, GIVEN_LIST, GIVEN_RECORD } kind;
	struct span at;
	struct expr *literal;   /* word, number, text, dotted, date, bool */
	struct word name;       /* of a record: its entity */
	struct given *items, *last_item;        /* of a list */
	struct fields fields;   /* of a record */
	struct given *next;
};

struct field {
	struct word name;
	struct given *value;
	struct field *next;
};

struct setup {
	enum { SETUP_RECORD, SETUP_NOW, SETUP_PROFILE, SETUP_COMPLETE, SETUP_INPUT,
	       SETUP_PARAMETER } kind;
	struct span at;
	struct word name;       /* entity, profile, form of input or parameter */
	struct word key;
	struct fields fields;
	struct expr *date;
	struct expr *value;     /* of a parameter */
	struct rows rows;       /* of an input */
	struct setup *next;
};

struct expect {
	struct span at;
	bool is_record;         /* of a mapping: the facts of a record, not the result of a rule */
	struct word rule, result, subject, mark;        /* of a record, rule is its entity */
	struct word key;
	struct fields fields;
	int64_t note;           /* 0: none */
	struct words facts;
	struct expect *next;
};

struct setting {
	struct word name;       /* a parameter; or a rule left out */
	struct expr *value;     /* NULL when it leaves out a rule */
	struct setting *next;
};

/* A column of a mapping, or what holds for all of them. */
struct column_tree {
	enum { COLUMN_TREE_COLUMN, COLUMN_TREE_OPTION } kind;
	struct span at;
	struct word name;       /* of the column, or of the option */
	struct word type;       /* text, bits, ... */
	int64_t number;         /* of bits */
	struct word separator;  /* behind `at` */
	struct words modifiers; /* required, optional, ... */
	struct words titles;    /* texts behind `called`; of an option, its texts */
	struct column_tree *next;
};

struct columns_tree {
	struct column_tree *first, *last;
};

/* Where a mapping takes a fact from: the first column that is known, or a table. */
struct origin_tree {
	struct span at;
	struct word name;
	struct words columns;
	struct rows rows;
	struct origin_tree *next;
};

struct origins_tree {
	struct origin_tree *first, *last;
};

enum item_kind {
	ITEM_POLICY,            /* name, version, title */
	ITEM_MODEL,
	ITEM_MAPPING,
	ITEM_USE_MODEL,         /* name, version */
	ITEM_USE_POLICY,        /* name */
	ITEM_APPLIES,           /* condition */
	ITEM_SOURCE,            /* name, title, date or NULL */
	ITEM_PARAMETER,         /* name, type, condition (value; of a mapping or NULL), title */
	ITEM_PROFILE,           /* name, title, settings */
	ITEM_DEFINE,            /* name, places (entity), condition */
	ITEM_CONTEXT,           /* name, title, facts */
	ITEM_STREAM,
	ITEM_FROM,              /* name (of the form), columns */
	ITEM_TO,                /* name (entity), origins */
	ITEM_LOOKUP,            /* name, from and type (of keys and values), rows */
	ITEM_RULE,              /* name, places, title, clauses */
	ITEM_TABLE,
	ITEM_TEST               /* title, setups, expects */
};

struct item {
	enum item_kind kind;
	struct span at;
	struct word name, title;
	struct word version;    /* number or dotted, as written */
	struct words places;
	struct type_tree type, from;
	struct expr *condition;
	struct expr *date;
	struct rows rows;
	struct clauses clauses;
	struct facts_tree facts;
	struct columns_tree columns;
	struct origins_tree origins;
	struct setting *settings, *last_setting;
	struct setup *setups, *last_setup;
	struct expect *expects, *last_expect;
	struct item *next;
};

struct comment {
	struct span at;         /* from the # to the end of the line */
	bool alone;             /* nothing else on its line */
	struct comment *next;
};

/* One file as written. */
struct file_tree {
	const struct source *source;
	int64_t language;       /* 0 when the line is missing */
	struct span language_at;
	struct item *first, *last;
	struct comment *comments, *last_comment;
};

/* Append `node` to a list with first and last. */
#define TREE_ADD(list, node)                                            \
	do {                                                            \
		if ((list).last)                                        \
			(list).last->next = (node);                     \
		else                                                    \
			(list).first = (node);                          \
		(list).last = (node);                                   \
	} while (0)

struct expr *ast_expr(struct arena *arena, enum expr_kind kind, struct span at);
struct expr *ast_binary(struct arena *arena, enum expr_kind kind, struct expr *left,
                        struct expr *right);
struct clause *ast_clause(struct arena *arena, enum clause_kind kind, struct span at);
struct item *ast_item(struct arena *arena, enum item_kind kind, struct span at);
void ast_words_add(struct arena *arena, struct words *words, struct word word);

/* What stands between the bars of a cell, as it was written, without white space around it. */
struct text ast_cell_text(const struct source *source, const struct cell *cell);

/* Is this row the line of dashes below a table's head? */
bool ast_row_is_rule(const struct row *row);

/* Are two files the same but for spans and comments? */
bool ast_equal(const struct file_tree *a, const struct file_tree *b);

#endif
