/* SPDX-License-Identifier: Apache-2.0 */
/* program.h - a compiled policy: tables, pools and code.
 *
 * A program is read-only once it was made by the emitter or loaded from an image, and nothing runs
 * one that was not verified (code/verify.h).
 */
#ifndef CODE_PROGRAM_H
#define CODE_PROGRAM_H

#include "base/arena.h"
#include "base/match.h"
#include "model/entity.h"

enum operation {
#define OP(name, operands, pops, pushes, doc) OP_##name,
#include "code/ops.def"
#undef OP
	OP_COUNT
};

struct operation_info {
	const char *name, *operands, *doc;
	uint8_t pops, pushes, words;    /* words with its operands; of TEST without targets */
};

const struct operation_info *operation_info(uint32_t op);

enum code_leaf { CODE_LEAF_OUTCOME, CODE_LEAF_VALUE, CODE_LEAF_CONFLICT, CODE_LEAF_FREE,
                 CODE_LEAF_TALLY };
enum code_outcome { CODE_FAIL, CODE_PASS, CODE_EXEMPT, CODE_NOTAPPLICABLE, CODE_NOTCHECKED };
enum code_function { CODE_WHOLE, CODE_FIRST, CODE_SECOND, CODE_THIRD, CODE_FOURTH, CODE_LENGTH,
                     CODE_COUNT, CODE_FUNCTION_COUNT };
enum code_base { CODE_BASE_SELF, CODE_BASE_CONTEXT, CODE_BASE_STEP, CODE_BASE_ELEMENT };
enum group_kind { GROUP_FACT, GROUP_DERIVED, GROUP_BINDING, GROUP_ATOM, GROUP_FLEET };
enum tally_kind { TALLY_JOINT, TALLY_SUM };

enum {
	CODE_MAX_TALLIES = 3,           /* joint conditions of a rule */
	CODE_MAX_DIAGRAM = 4096,        /* nodes */
	CODE_MAX_STACK = 256,
	CODE_MAX_NESTING = 2
};

#define CODE_LEAF 0x80000000u           /* a target that is a leaf */
#define NO_GROUP UINT32_MAX

/* struct row_entity, row_fact, ... */
#define TABLE(name, doc) struct row_##name {
#define COLUMN(table, name, kind, doc) uint32_t name;
#define END(table) };
#include "code/tables.def"
#undef TABLE
#undef COLUMN
#undef END

enum table {
#define TABLE(name, doc) TABLE_##name,
#define COLUMN(table, name, kind, doc)
#define END(table)
#include "code/tables.def"
#undef TABLE
#undef COLUMN
#undef END
	TABLE_COUNT
};

struct program {
#define TABLE(name, doc) const struct row_##name *name; uint32_t name##_count;
#define COLUMN(table, name, kind, doc)
#define END(table)
#include "code/tables.def"
#undef TABLE
#undef COLUMN
#undef END
	const char *strings;            /* length (4 bytes, as this machine has numbers), bytes, NUL; each at a multiple of 4 */
	uint32_t string_bytes;
	const int64_t *constants;
	uint32_t constant_count;
	const uint8_t *maps;
	uint32_t map_count;
	const uint32_t *code;
	uint32_t code_count;
};

/* A string of the pool, borrowed. */
static inline struct text program_text(const struct program *program, uint32_t offset)
{
	uint32_t length;

	memcpy(&length, program->strings + offset, sizeof length);
	return (struct text){ program->strings + offset + 4, length };
}

static inline const char *program_string(const struct program *program, uint32_t offset)
{
	return program->strings + offset + 4;
}

/* The rows of any table as numbers, and what its columns are. */
struct table_info {
	const char *name;
	uint32_t column_count;
	const char *const *columns;
	const char *const *kinds;
};

const struct table_info *table_info(enum table table);
const uint32_t *program_rows(const struct program *program, enum table table, uint32_t *count);
void program_set_rows(struct program *program, enum table table, const uint32_t *rows,
                      uint32_t count);

/* The fact model that the program carries, in the arena. */
struct model *program_model(const struct program *program, struct arena *arena);

/* The line of its file where a rule begins. */
uint32_t program_rule_line(const struct program *program, const struct row_rule *rule);

#endif
