/* SPDX-License-Identifier: Apache-2.0 */
/* verifier.h - what the modules of the verifier share. Private to them.
 *
 * Each step may rely on those before it: first columns and strings, then the fact model, then
 * the rows of each frame, then its code and diagrams. Functions are false when they refused.
 */
#ifndef CODE_VERIFIER_H
#define CODE_VERIFIER_H

#include "code/program.h"
#include "code/trouble.h"

/* What is known of a diagram once its nodes and leaves were looked at. */
struct diagram_summary {
	uint32_t owner;                 /* frame + 1, or 0 */
	uint32_t kinds;                 /* of its leaves: bit = enum code_leaf */
	uint32_t clause;                /* greatest */
	uint32_t tally;                 /* greatest value of a tally's leaf */
	bool heavy;                     /* as constants, these would make sums too large */
	int64_t least, most;            /* constants of its values */
	bool versions;                  /* all of them are packed versions */
	bool strings;                   /* all of them are offsets of strings */
};

struct verifier {
	const struct program *program;
	struct arena *scratch;
	struct image_trouble *why;
	uint8_t *strings;               /* by offset / 4: does a string start here */
	uint8_t *taken;                 /* by code word: does it belong to a frame or diagram */
	uint32_t *depths;               /* by code word: of the node that starts here, or 0 */
	uint8_t *reached;               /* by code word: is the node that starts here a target */
	uint32_t nodes[CODE_MAX_DIAGRAM];
	struct diagram_summary *diagrams;
	uint8_t *tallied, *checks;      /* by tally and check: was it met */
	uint64_t work;                  /* constants, texts and map bytes looked at */
};

/* A fact as an operand: of a record, or the text that is an element. */
struct operand_fact {
	enum type type, element;
	uint32_t flags, cap, choice_count;
	uint32_t target;                /* entity + 1, or 0 */
};

enum stack_kind { STACK_NONE, STACK_TRUTH, STACK_NUMBER, STACK_TEXT, STACK_RECORD,
                  STACK_WORDS, STACK_TEXTS, STACK_RECORDS, STACK_KIND_COUNT };

struct stack_entry {
	enum stack_kind kind;
	uint32_t words;                 /* of a set of words: how many there are */
};

/* An EACH that is open. */
struct each {
	uint32_t element, floor, scoped;
};

/* A frame while its code is walked. */
struct walk {
	struct verifier *v;
	uint32_t index;
	const struct row_frame *frame;
	const struct row_base *bases;
	const struct row_group *groups;
	const struct row_variable *variables;
	bool *base_set, *variable_set;
	uint32_t *scoped;               /* bases in the order in which they were set */
	uint32_t scoped_count;
	struct each each[CODE_MAX_NESTING];
	uint32_t nesting;
	struct stack_entry stack[CODE_MAX_STACK];
	uint32_t height;
	uint32_t readings;              /* of the atom so far: greatest + 1 */
	bool derived_set;               /* the records of derived facts were looked at */
};

struct instruction {
	uint32_t at;                    /* code word */
	uint32_t op;
	const struct operation_info *info;
	const uint32_t *operands;
	struct operand_fact fact;       /* of its last base and slot */
};

struct trouble_place place_row(enum table table, uint32_t row, const char *column);
struct trouble_place place_code(const struct instruction *instruction);

/* verify_columns.c */
bool verify_strings(struct verifier *v);
bool verify_columns(struct verifier *v);
bool verify_is_string(const struct verifier *v, int64_t offset);

/* verify_model.c */
bool verify_model(struct verifier *v);

/* verify_rows.c: rows that speak of others in their frame, or of a file. */
bool verify_frame_rows(struct verifier *v, uint32_t frame);
bool verify_spans(struct verifier *v);
bool verify_fact(const struct verifier *v, const struct row_frame *frame, uint32_t base,
                 uint32_t slot, struct operand_fact *fact);

/* verify_code.c, verify_operands.c, verify_steps.c, verify_stack.c */
bool verify_code(struct verifier *v, uint32_t frame);
bool verify_operands(struct walk *w, struct instruction *instruction);
bool verify_step(struct walk *w, const struct instruction *instruction);
bool verify_stack(struct walk *w, const struct instruction *instruction);
bool verify_function(const struct operand_fact *fact, uint32_t function);

/* Mark words of code as belonging to one thing. */
bool verify_take(struct verifier *v, struct trouble_place at, uint32_t start, uint32_t words);

/* verify_diagram.c: the diagram for one use. */
bool verify_diagram_use(struct walk *w, const struct instruction *instruction, uint32_t diagram,
                        uint32_t kinds);

#endif
