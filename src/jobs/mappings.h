/* SPDX-License-Identifier: Apache-2.0 */
/* mappings.h - mappings from their texts, and which of them an input is for. */
#ifndef JOBS_MAPPINGS_H
#define JOBS_MAPPINGS_H

#include "jobs/load.h"

/* Load the mapping that is called so: a file, or a name that is looked for in the folder `mappings`
 * of each folder. NULL after mistakes, said to load->diags, or where there is no such mapping: then
 * *why says so. Lives in load->arena. */
struct mapping *mapping_open(struct load *load, const char *name, const char **why);

/* Has the mapping a parameter or setting of this name? */
bool mapping_takes(const struct mapping *mapping, struct text name);

/* The mappings that are installed, without those that have mistakes. */
struct mapping_list {
	const struct mapping **all;
	uint32_t count, capacity;
};
void mappings_find(struct load *load, struct mapping_list *list);

/* The one that the input is for. NULL if there is none, or if there are more: then *names lists
 * them. */
const struct mapping *mappings_fit(const struct mapping_list *list, struct text bytes,
                                   struct arena *scratch, struct text *names);

#endif
