/* SPDX-License-Identifier: Apache-2.0 */
/* plan.h - what a rule, a derived fact or a condition depends on.
 *
 * A plan belongs to a policy and an entity: it names every fact that matters by its
 * place, as seen from one record of that entity, says which values of it must be told
 * apart, and which derivations and invariants bind it. A slot is one number that a
 * completion chooses: a fact as a whole, one independent test of it, or an atom.
 * The slots of one fact form a group.
 */
#ifndef REFERENCE_PLAN_H
#define REFERENCE_PLAN_H

#include "policy.h"

enum { MAX_PLACE = 6, MAX_SLOTS = 64, MAX_CUTS = 12, MAX_GROUPS = 64, MAX_CONSTRAINTS = 64,
       MAX_JOINT = 3 };

/* Where a fact or record is: from the record that the plan is about, or from the one
 * record of a single context, by references. */
struct place {
	const struct entity *context;           /* NULL: the record itself */
	int length;
	const struct fact *steps[MAX_PLACE];
};

/* The first seven are those of enum measure. */
enum aspect {
	ASPECT_WHOLE, ASPECT_COUNT, ASPECT_LENGTH, ASPECT_FIRST, ASPECT_SECOND, ASPECT_THIRD,
	ASPECT_FOURTH,
	ASPECT_NOW,             /* a date less now */
	ASPECT_PATTERN,         /* does the text pass `what`? */
	ASPECT_MEMBER,          /* is `member` in the set? */
	ASPECT_ATOM,            /* `what`, decided by itself */
	ASPECT_JOINT            /* the any, no and all of a rule, as bits */
};

/* In the slot of a whole fact: not there (a number that nothing else is); and a text that
 * no constant names. */
#define VALUE_ABSENT (INT64_MIN + 4711)
#define VALUE_OTHER  INT64_C(-1)

struct slot {
	enum aspect aspect;
	struct place place;                     /* of an atom: the record it is about */
	const struct condition *what;
	struct value member;
	int whole;                              /* slot of the fact as a whole */
	int group;
	int cut_count;                          /* numbers it is compared with */
	int64_t cuts[MAX_CUTS];
	int constant_count;                     /* texts it is compared with; the number of
	                                           a text is its index here */
	const char *constants[MAX_CUTS];
};

enum node_kind { NODE_YES, NODE_NO, NODE_NOT, NODE_AND, NODE_OR, NODE_COMPARE, NODE_PRESENT,
                 NODE_BIT };

struct node {
	enum node_kind kind;
	int slot;
	enum comparison comparison;
	int64_t number;                         /* compared with; or index of a bit */
	const struct node *first, *second;
};

enum constraint_kind { CONSTRAINT_PART, CONSTRAINT_INVARIANT, CONSTRAINT_CONDITION,
                       CONSTRAINT_LOOKUP, CONSTRAINT_TABLE };

struct constraint {
	enum constraint_kind kind;
	struct place record;                    /* that it is about */
	const struct entity *entity;            /* of that record */
	int index;                              /* of the invariant or the derived fact */
	int result;                             /* slot of the derived fact, or the part */
	const struct node *node;
	int inputs[MAX_COLUMNS];                /* slots of columns or of the key */
	int key_count;
	int64_t keys[MAX_VALUES], results[MAX_VALUES];
	uint64_t uses;                          /* slots, as bits */
};

enum step_kind { STEP_WHEN, STEP_UNLESS, STEP_MANUAL, STEP_REQUIRE };

struct step {
	enum step_kind kind;
	const struct node *node;
};

enum { MAX_PLAN_STEPS = 3 * MAX_CLAUSES + 4 };

struct plan {
	const struct entity *root;
	struct place subject;                   /* what it speaks of: the root, or a place of it */
	int slot_count, group_count, constraint_count, step_count;
	struct slot slots[MAX_SLOTS];
	struct constraint constraints[MAX_CONSTRAINTS];
	struct step steps[MAX_PLAN_STEPS];      /* in the order they are decided */
	int joint_slot;                         /* -1: none */
	int joint_count;
	const struct condition *joint[MAX_JOINT];
	const struct plan *bodies[MAX_SLOTS];   /* of a count or share, by its slot */
	const struct plan *joint_body;
	const struct plan *unseen;              /* of a body: the same, bound by nothing */
	bool too_large;                         /* more than the arrays hold */
};

/* Rules: the steps decide. What binds their facts is in: the derivations of the derived
 * ones, and the invariants that share a fact with these or with the rule. */
struct plan *plan_for_rule(const struct policy *policy, const struct rule *rule);

/* A caution of a rule, as a single `require`. */
struct plan *plan_for_caution(const struct rule *rule, const struct condition *condition);

/* One condition, as a single `require`; `bound` as for rules, else by itself. */
struct plan *plan_for_condition(const struct entity *root, const struct condition *condition,
                                bool bound);

/* The derived fact; the first constraint is its derivation. */
struct plan *plan_for_fact(const struct entity *root, const struct fact *fact);

bool node_holds(const struct node *node, const int64_t *values);

/* For the parts of this module: plan_close.c and plan_rule.c. */
struct place place_of(const struct place *record, const struct path *path);
struct place place_record(const struct place *place);
bool place_equal(const struct place *a, const struct place *b);
const struct entity *place_entity(const struct plan *plan, const struct place *record);
const struct node *plan_expand(struct plan *plan, const struct place *record,
                               const struct condition *condition);
const struct node *plan_node(struct node node);
int plan_slot(struct plan *plan, const struct place *place, enum aspect aspect);
void plan_cut(struct plan *plan, int slot, int64_t number);
int64_t plan_constant(struct plan *plan, int slot, const char *text);
void plan_close(struct plan *plan);
struct constraint *plan_derive(struct plan *plan, const struct place *record, int index);

/* The requirement of a table. */
const struct node *plan_table(struct plan *plan, const struct decision_table *table);

#endif
