/* SPDX-License-Identifier: Apache-2.0 */
/* shop.h - a small model for the tests of the reference evaluator: a site, its tills, and
 * visits; one record of each; one rule, on visits; and short ways to write conditions.
 */
#ifndef REFERENCE_SHOP_H
#define REFERENCE_SHOP_H

#include "evaluate.h"

extern struct entity site, till, visit;
extern struct policy policy;
extern struct scene scene;

/* For cmocka: begin and end of every test. */
int shop_open(void **state);
int shop_close(void **state);

struct fact *shop_fact(struct entity *entity, const char *name);
struct fact *shop_add_fact(struct entity *entity, const char *name, enum kind kind);
void shop_add_words(struct fact *fact, const char *a, const char *b, const char *c);

/* The fact of the entity's record; and give it a value. */
struct cell *shop_cell_of(struct entity *entity, const char *name);
void shop_give(struct entity *entity, const char *name, int64_t number);
void shop_give_text(struct entity *entity, const char *name, const char *text);

/* Conditions on facts of the visit. */
struct path shop_own(const char *name);
struct condition *shop_test(enum condition_kind kind, const char *name);
struct condition *shop_truth(const char *name);
struct condition *shop_compare(const char *name, enum comparison comparison, int64_t number);
struct condition *shop_join(enum condition_kind kind, struct condition *first,
                            struct condition *second);
struct condition *shop_not(struct condition *condition);
struct condition *shop_and(struct condition *first, struct condition *second);
struct condition *shop_or(struct condition *first, struct condition *second);

/* Another `require` of the rule; what the rule says; and that it says just this, of the
 * facts named (separated by a space, in any order). */
void shop_require(const struct condition *condition);
struct finding shop_decide(void);
void shop_expect(enum result result, const char *names);

#endif
