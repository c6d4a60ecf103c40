/* SPDX-License-Identifier: Apache-2.0 */
/* generator.h - what the parts of the generator share. */
#ifndef REFERENCE_GENERATOR_H
#define REFERENCE_GENERATOR_H

#include "generate.h"

enum { MAX_FAVOURITES = 4, MAX_SURE = 6, MAX_JOINT_AGGREGATES = 3 };

struct generator {
	struct random *random;
	struct policy *policy;
	int serial;                     /* for names that are unique */
};

/* Where a condition stands, and so what it may say. */
struct scope {
	struct generator *generator;
	const struct entity *self;
	const struct condition *variable;       /* innermost quantifier; NULL: none */
	int limit;                      /* facts of self below this index; they come first */
	bool own_only;                  /* base facts of self, without atoms */
	bool contexts_only;             /* facts of single contexts */
	bool no_definitions;
	bool in_aggregate;              /* where nothing may be fixed by parameters */
	int quantifiers;                /* that may still be nested */
	int *aggregates;                /* any, no, all that may still be used; NULL: none */
	int favourite_count;            /* paths that are asked for again and again */
	struct path favourites[MAX_FAVOURITES];
	int sure_count;                 /* paths that an earlier `when` made sure of */
	struct path sure[MAX_SURE];
};

const char *generate_name(struct generator *generator, const char *stem);

/* A random condition of about so many comparisons. */
struct condition *generate_condition(struct scope *scope, int size);
struct condition *condition_new(enum condition_kind kind);
struct condition *condition_join(enum condition_kind kind, struct condition *first,
                                 struct condition *second);
struct condition *condition_on(enum condition_kind kind, const struct path *path);

/* A path to a fact of one of the kinds (bits), or false if chance finds none. */
bool generate_path(struct scope *scope, unsigned kinds, struct path *path);

/* A comparison with the fact at the path, without guards. */
struct condition *generate_test_of(struct scope *scope, const struct path *path);

/* A constant to compare the fact with. */
struct value generate_constant(struct generator *generator, const struct fact *fact);

/* The paths on the way that must be present first; their number is the result. */
int path_guards(const struct scope *scope, const struct path *path, struct path *guards);

void generate_entities(struct generator *generator);
void generate_pool(struct generator *generator, struct fact *fact);

/* Rows that cover each combination of the columns once. */
void generate_rows(struct generator *generator, struct grid *grid, int cuts);

void generate_rules(struct generator *generator);
struct condition *generate_parameter_test(struct generator *generator);
struct condition *generate_aggregate(struct scope *scope);

/* Any value of the fact's type, near those that conditions ask for. */
struct value generate_value(struct random *random, const struct fact *fact);

/* Texts that facts hold and conditions ask for. */
const char *generate_text(struct random *random);

#endif
