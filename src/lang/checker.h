/* SPDX-License-Identifier: Apache-2.0 */
/* checker.h - what the modules of this room share. Private to it. */
#ifndef LANG_CHECKER_H
#define LANG_CHECKER_H

#include "diag/diag.h"
#include "lang/checked.h"
#include "tree/ast.h"

struct parameter {
	struct word name;
	struct fact type;               /* its type, words and unit */
	struct operand value;
	bool set;                       /* value is good */
	struct text doc;
};

struct definition {
	const struct item *item;
	const struct entity *entity;
	bool resolving, used;
};

struct lookup_row {
	struct operand key, value;
	struct span at;
};

struct lookup {
	const struct item *item;
	struct fact from, to;           /* types only */
	struct lookup_row *rows;
	uint32_t count;
};

/* A condition or table that defines a fact, before it is resolved at a base. */
struct derivation {
	const struct entity *entity;
	uint32_t slot;
	const struct fact_tree *tree;
};

struct checker {
	struct arena *arena;
	struct diags *diags;
	const struct sources *sources;
	struct checked_policy *out;
	struct model *model;
	struct derivation *derivations;
	uint32_t derivation_count, derivation_capacity;
	struct parameter *parameters;
	uint32_t parameter_count, parameter_capacity;
	struct definition *definitions;
	uint32_t definition_count, definition_capacity;
	struct lookup *lookups;
	uint32_t lookup_count, lookup_capacity;
	const struct item *applies;     /* applies when, or NULL */
};

/* A fact that is certainly present where a condition stands. */
struct known {
	struct path path;
	const struct known *next;
};

/* A quantifier's variable. */
struct variable {
	struct text name;
	struct base *base;
	const struct variable *next;
};

/* Where a name is read. */
struct scope {
	struct checker *c;
	struct frame *frame;
	struct base *self;              /* names are its facts first */
	const struct variable *variables;
	const struct known *known;
	bool all_present;               /* don't ask for guards */
	bool parameters_only;           /* in a note's `covers` and `widens` */
	bool aggregates;                /* may aggregates stand here */
	uint32_t quantifiers;           /* how deep */
};

/* scope.c: bases and paths. */
struct base *frame_base(struct checker *c, struct frame *frame, const struct base *like);
struct base *base_self(struct checker *c, struct frame *frame);
struct base *base_step(struct checker *c, struct frame *frame, struct path path);
bool scope_find_path(const struct scope *scope, struct text word, struct path *path,
                     enum function *function);
void scope_say_unknown(const struct scope *scope, struct text word, struct span at);
bool scope_is_known(const struct scope *scope, struct path path);
/* Is each optional step to this path, and with `value` the fact itself, certainly present? Says what guard to add if not. */
bool scope_check_present(const struct scope *scope, struct path path, bool value, struct span at);
/* `known`, and that this path is present. */
const struct known *known_path(struct checker *c, struct path path, const struct known *known);
/* What follows to be present from a condition being true (or false), before `known`. */
const struct known *known_after(struct checker *c, const struct condition *condition, bool truth,
                                const struct known *known);
bool path_equal(struct path a, struct path b);
struct text path_text(struct checker *c, struct path path);

/* operand.c: facts, constants and parameters. */
bool operand_resolve(struct scope *scope, const struct expr *expr, const struct operand *like,
                     struct operand *operand);
/* A constant of the type of `fact` from a literal or a word. */
bool operand_constant(struct checker *c, const struct expr *expr, const struct fact *fact,
                      struct operand *operand);
/* The same from the text of a table's cell; says nothing. */
bool operand_from_text(struct text text, const struct fact *fact, struct operand *operand);
bool expr_is_literal(const struct expr *expr);
const char *fact_type_text(struct checker *c, const struct fact *fact);
const char *operand_type_text(struct checker *c, const struct operand *operand);
struct parameter *checker_parameter(struct checker *c, struct text name);

/* condition.c: conditions. NULL after a mistake, which is said. */
struct condition *condition_resolve(struct scope *scope, const struct expr *expr);
struct condition *condition_constant(struct checker *c, bool truth, struct span at);
struct condition *condition_not(struct checker *c, struct condition *left);
struct condition *condition_join(struct checker *c, enum condition_kind kind,
                                 struct condition *left, struct condition *right);
struct condition *condition_compare(struct scope *scope, enum expr_op op, struct operand a,
                                    struct operand b, struct span at);
/* compare.c */
struct condition *condition_words(struct checker *c, struct operand a, uint64_t mask, struct span at);
struct condition *condition_test(struct checker *c, struct operand a, enum relation relation,
                                 struct operand b, struct span at);
struct condition *condition_in(struct scope *scope, const struct expr *expr);
struct condition *condition_member(struct scope *scope, const struct expr *expr);
/* texts.c */
struct condition *condition_pattern(struct scope *scope, const struct expr *expr);
struct condition *condition_made(struct scope *scope, const struct expr *expr);
/* fleet.c */
struct condition *condition_aggregate(struct scope *scope, const struct expr *expr,
                                      enum expr_op op, int64_t number);

/* cells.c: say that the text is no value of the fact, and which is perhaps meant. */
void cell_say_value(struct checker *c, struct span at, struct text text, const struct fact *fact);

/* ">= 2002", "2002 to 2010", "< 5": what stands before and after the number. */
struct cell_range {
	enum expr_op op;
	struct text first, second;      /* second is empty but for `to` */
};
struct cell_range cell_range(struct text text);

/* cells.c: a table's cell as a condition on a fact; NULL after a mistake. */
struct condition *cell_condition(struct scope *scope, const struct cell *cell, struct operand fact);

/* derive.c: bind the derived facts and invariants that a frame uses. */
void derive_path(struct checker *c, struct frame *frame, struct path path);
void derive_base(struct checker *c, struct frame *frame, struct base *base);

/* A table to be proved unique and complete. */
struct proof *proof_new(struct checker *c, struct frame *frame, const struct rows *rows,
                        uint32_t columns);
void proof_add(struct checker *c, struct proof *proof);

/* template.c */
struct piece *template_parse(struct scope *scope, struct word text);

/* trials.c: the names in a test. Profiles are those of all these files. */
void trial_check(struct checker *c, const struct item *item,
                 const struct file_tree *const *files, uint32_t file_count);

struct mapping;
void trial_check_mapping(struct checker *c, const struct mapping *mapping, const struct item *item);

/* check.c: does the file begin with a language that is read here? */
void checker_language(struct checker *c, const struct file_tree *file);

/* models.c */
void models_build(struct checker *c, const struct file_tree *file);
bool model_type(struct checker *c, const struct type_tree *tree, struct fact *fact);

/* tables.c, rules.c */
void rule_check(struct checker *c, const struct item *item);
/* The requirement of a table: which values its rows allow. `prove` asks for the proof once. */
struct decision *table_decision(struct scope *scope, struct instance *instance, const struct item *item,
                                bool prove);
const struct clause *clause_find(const struct clauses *clauses, enum clause_kind kind);
struct decision *decision_leaf(struct checker *c, enum outcome outcome, uint32_t clause);
struct decision *decision_if(struct checker *c, struct condition *condition, struct decision *yes,
                             struct decision *no);
uint32_t instance_add_clause(struct checker *c, struct instance *instance,
                             struct checked_clause clause);

#endif
