/* SPDX-License-Identifier: Apache-2.0 */
/* regions.h - cutting the values of a fact where conditions tell them apart. */
#ifndef COMPILE_REGIONS_H
#define COMPILE_REGIONS_H

#include "compile/cut.h"

/* Give the variable its constants, classes and map. False when there are more than 64 classes. */
bool regions_cut(struct arena *arena, struct cut_variable *variable);

/* The classes in which the test holds. */
uint64_t regions_where(const struct cut_variable *variable, const struct region_test *test);

/* The class that holds the value of a derivation's leaf. */
uint32_t regions_class(const struct cut_variable *variable, const struct decision *leaf);

/* Does a text satisfy a test of its pattern, characters or length? */
bool text_satisfies(const struct condition *test, struct text text);

#endif
