/* SPDX-License-Identifier: Apache-2.0 */
/* mapping.h - the options that say by which mapping inputs are read. */
#ifndef CLI_MAPPING_H
#define CLI_MAPPING_H

#include <assay.h>

#include "cli/command.h"
#include "cli/policy.h"

enum { OPTION_MAPPING = 704, OPTION_MAPPING_SET };

#define MAPPING_OPTIONS \
	{ OPTION_MAPPING, "mapping", "NAME", NULL, \
	  "read the files behind it by this mapping, up to the next --mapping; auto: by the one " \
	  "whose titles they have" }, \
	{ OPTION_MAPPING_SET, "mapping-set", "NAME=VALUE", NULL, \
	  "set a parameter of the mappings, or their encoding, delimiter or dates; may be " \
	  "repeated" }

/* Which mapping reads which operand. Empty when zeroed. */
struct mapping_options {
	const char *current;            /* NULL: none was named */
	const char **by_operand;        /* names, or NULL */
	size_t operand_count;
	struct assay_setting *settings;
	size_t setting_count;
	struct mapping_open {
		const char *name;
		struct assay_mapping *mapping;
	} *open;
	size_t open_count;
};

static inline bool mapping_is_option(int id)
{
	return id == OPTION_MAPPING || id == OPTION_MAPPING_SET;
}

/* Take one of MAPPING_OPTIONS (option.h). */
int mapping_take_option(const struct call *call, int id, const char *argument,
	struct mapping_options *options);

/* Operands are to be noted in their order. */
void mapping_note_operand(struct mapping_options *options);

/* Open the mappings that were named, telling mistakes. OPTION_TAKEN or an exit status. */
int mapping_open_all(const struct call *call, struct mapping_options *options,
	const struct policy_options *policy);

/* The mapping of an operand; NULL if it is known by its content. */
const struct assay_mapping *mapping_of(const struct mapping_options *options, size_t operand);

void mapping_options_done(struct mapping_options *options);

#endif
