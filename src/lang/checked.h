/* SPDX-License-Identifier: Apache-2.0 */
/* checked.h - what a policy means, after names and types were settled.
 *
 * Conditions speak of paths instead of names; every constant has the type of what it is
 * compared with; tables are decisions. Everything lives in the arena of the compilation.
 */
#ifndef LANG_CHECKED_H
#define LANG_CHECKED_H

#include "base/arena.h"
#include "base/match.h"
#include "diag/source.h"
#include "model/entity.h"

/* A record that a condition can reach: the subject, a context, what a reference or certificate
 * fact leads to, or the element of a quantifier. */
enum base_kind { BASE_SELF, BASE_CONTEXT, BASE_STEP, BASE_ELEMENT };

struct base {
	enum base_kind kind;
	const struct entity *entity;    /* NULL for an element that is a text */
	const struct fact *element;     /* of an element that is a text: a fact of its type */
	struct base *parent;            /* of a step; of an element: where the list is */
	uint32_t slot;                  /* of a step or a list: the fact in parent */
	uint32_t depth;                 /* of an element: how many quantifiers are around */
	uint32_t index;                 /* in its frame */
	struct text name;               /* "" for the subject, "site", "management-point" */
};

struct path {
	struct base *base;
	uint32_t slot;
};

enum function { FUNCTION_NONE, FUNCTION_FIRST, FUNCTION_SECOND, FUNCTION_THIRD,
                FUNCTION_FOURTH, FUNCTION_LENGTH, FUNCTION_COUNT };

enum relation {
	RELATION_LESS,          /* number */
	RELATION_AT_MOST,
	RELATION_EQUAL,
	RELATION_WORDS,         /* a one-of or bool: one of the values in mask */
	RELATION_TEXT,          /* equal to text */
	RELATION_STARTS, RELATION_ENDS, RELATION_CONTAINS, RELATION_MATCHES, RELATION_FOLDED,
	RELATION_MADE,          /* of characters of the kinds in number */
	RELATION_MEMBER,        /* a set includes number (words) or text */
	RELATION_PRESENT
};

enum operand_kind { OPERAND_FACT, OPERAND_NUMBER, OPERAND_TEXT, OPERAND_NOW };

struct operand {
	enum operand_kind kind;
	enum type type;
	struct path path;
	enum function function;
	const struct fact *words;       /* of a one-of: whose words */
	int64_t number;                 /* constant; of a fact or now: added to it */
	struct text text;
	struct span at;
};

enum condition_kind {
	CONDITION_CONSTANT,     /* truth */
	CONDITION_NOT,          /* left */
	CONDITION_AND,          /* left, right */
	CONDITION_OR,
	CONDITION_TEST,         /* relation of one fact with a constant, or with now */
	CONDITION_COMPARE,      /* relation of two operands: a, b */
	CONDITION_ELEMENT,      /* a is an element of the list b */
	CONDITION_QUANTIFIER,   /* every: all elements of list a have left; else some */
	CONDITION_AGGREGATE
};

/* `any` asks for one record with left; a sum is of weights over all records, asked to be at least b.
 * `no` and `all` are negations of `any`. */
enum aggregate_kind { AGGREGATE_ANY, AGGREGATE_SUM };

struct condition {
	enum condition_kind kind;
	struct span at;
	bool truth;                     /* of a constant; every */
	bool with_now;                  /* of a test: the number is relative to now */
	enum relation relation;
	struct condition *left, *right; /* of an aggregate: where (or NULL), have (or NULL) */
	struct operand a, b;            /* of a test: a and the constant b */
	uint64_t mask;
	struct base *element;           /* of a quantifier */
	enum aggregate_kind aggregate;
	int64_t weights[2];             /* of a sum: added for where and have, for where alone */
};

/* A decision: conditions asked in order until a leaf. */
enum outcome { OUTCOME_FAIL, OUTCOME_PASS, OUTCOME_EXEMPT, OUTCOME_NOTAPPLICABLE,
               OUTCOME_NOTCHECKED, OUTCOME_COUNT };

enum decision_kind { DECISION_IF, DECISION_LEAF };
enum leaf_kind { LEAF_OUTCOME, LEAF_VALUE, LEAF_CONFLICT, LEAF_FREE };

struct decision {
	enum decision_kind kind;
	struct condition *condition;    /* of an if */
	struct decision *yes, *no;
	enum leaf_kind leaf;
	enum outcome outcome;
	uint32_t clause;                /* index of the clause that decided; NO_CLAUSE */
	int64_t value;                  /* of a derived fact */
	struct text text;               /* the same, where it is a text or object identifier */
	struct text why;                /* of a conflict */
};

#define NO_CLAUSE UINT32_MAX

/* A clause as findings show it. */
struct checked_clause {
	const char *kind;               /* "when", "unless", "require", "row", "note", "manual" */
	struct span at;
	struct text name;               /* of an exemption or note */
	struct text message;
};

/* A message with places for facts. */
struct piece {
	struct text text;               /* before the fact */
	bool has_path, is_witnesses;
	struct path path;
	struct piece *next;
};

struct checked_caution {
	struct condition *condition;
	struct piece *message;
	struct checked_caution *next;
};

/* What binds the facts of a frame: a derivation or an invariant, at one base. */
struct binding {
	struct path path;               /* the derived fact or the invariant's hidden fact */
	struct decision *decision;
	uint32_t index;                 /* in its frame */
	uint32_t *uses;                 /* bindings of the derived facts that it reads */
	uint32_t use_count;
};

/* One rule at one place. */
struct instance {
	struct base *place;             /* of the subject: NULL for the record itself */
	struct decision *decision;
	struct checked_clause *clauses;
	uint32_t clause_count, clause_capacity;
	struct checked_caution *cautions, *last_caution;
	struct piece *fix;
	struct rule_tree *rule;
	struct instance *next;          /* in its frame */
};

struct citation {
	struct text source, section;
	struct citation *next;
};

struct rule_tree {
	struct text id, title, severity, level, fix;
	struct citation *citations, *last_citation;
	struct span at;
	bool selected, is_table;
	uint32_t index;
};

/* A table to be proved: its rows as conditions, and how to print a row. */
struct proof {
	struct frame *frame;
	struct span at;                 /* of the table */
	struct condition **rows;
	struct span *row_spans;
	uint32_t row_count;
	struct path *columns;
	uint32_t column_count;
	struct proof *next;
};

/* All that is said about the records of one entity. */
struct frame {
	const struct entity *entity;
	struct base **bases;
	uint32_t base_count, base_capacity;
	struct binding **bindings;
	uint32_t binding_count, binding_capacity;
	struct instance *instances, *last_instance;
	struct condition **aggregates;  /* of the stream: asked by rules on contexts */
	uint32_t aggregate_count;
};

struct checked_parameter {
	struct text name, value, doc;
};

struct checked_source {
	struct text name, title, dated;
};

struct checked_policy {
	struct text name, version, title, model_name;
	struct model *model;
	struct frame **frames;          /* by entity index */
	uint32_t *frame_order;          /* entity indexes, each after those whose derived facts it uses */
	struct rule_tree **rules;
	uint32_t rule_count, rule_capacity;
	struct proof *proofs, *last_proof;
	struct checked_parameter *parameters;
	uint32_t parameter_count;
	struct checked_source *sources;
	uint32_t source_count;
	struct text profile;
};

/* What a relation of texts asks. */
static inline enum pattern relation_pattern(enum relation relation)
{
	switch ((int)relation) {
	case RELATION_STARTS:   return PATTERN_STARTS;
	case RELATION_ENDS:     return PATTERN_ENDS;
	case RELATION_CONTAINS: return PATTERN_CONTAINS;
	case RELATION_MATCHES:  return PATTERN_MATCHES;
	case RELATION_FOLDED:   return PATTERN_FOLDED;
	default:                return PATTERN_EQUALS;
	}
}

static inline const struct fact *path_fact(struct path path)
{
	return path.base->entity ? &path.base->entity->facts[path.slot]
	                         : path.base->element;
}

#endif
