/* SPDX-License-Identifier: Apache-2.0 */
/* mapper.h - what the modules that check a mapping share. Private to mapping*.c. */
#ifndef LANG_MAPPER_H
#define LANG_MAPPER_H

#include "lang/check.h"
#include "lang/checker.h"
#include "model/mapping.h"

struct mapper {
	struct checker c;               /* for what policies and mappings share */
	struct mapping *out;
	struct mapping_column *columns;
	struct mapping_parameter *parameters;
	const struct item *from;
};

/* mapping_parts.c: what stands below `from`, and parameters. */
void mapping_read_columns(struct mapper *m);
void mapping_read_parameter(struct mapper *m, const struct item *item);
void mapping_set_parameter(struct mapper *m, const struct check_setting *setting);

/* The column or parameter of that name; false after saying that there is none. */
bool mapping_find_column(struct mapper *m, struct text name, struct span at, uint32_t *index);
bool mapping_find_input(struct mapper *m, struct text name, struct span at,
                        struct mapping_input *input);

/* "text", "a version", ...: what a column holds. */
const char *mapping_holds(enum column_type type);

/* mapping_table.c: the table of a fact; NULL after a mistake. */
const struct mapping_table *mapping_table_read(struct mapper *m, const struct rows *rows,
                                               const struct fact *fact);

/* The type of the values that a column of a table holds. */
struct fact mapping_asked_type(const struct mapper *m, struct mapping_input input);

/* mapping_proof.c: say which combination no row covers, or two do. */
void mapping_prove(struct mapper *m, const struct mapping_table *table, const struct rows *rows);

/* The rows of a table, without its head and the line of dashes. */
static inline const struct row *mapping_next_row(const struct row *row)
{
	do
		row = row->next;
	while (row && ast_row_is_rule(row));
	return row;
}

#endif
