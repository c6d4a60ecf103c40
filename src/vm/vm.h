/* SPDX-License-Identifier: Apache-2.0 */
/* vm.h - programs over records.
 *
 * A machine is made for one program and one world of contexts. It allocates when it is made (and for the
 * witnesses that a tally keeps), never per record. The program must have been verified: the loop
 * has no checks.
 */
#ifndef VM_VM_H
#define VM_VM_H

#include "code/program.h"
#include "model/record.h"

/* From worst to best, as docs/language.md orders them. */
enum vm_result { VM_FAIL, VM_ERROR, VM_UNKNOWN, VM_WAIVED, VM_PASS, VM_EXEMPT, VM_NOTAPPLICABLE,
                 VM_NOTCHECKED, VM_NOTSELECTED, VM_RESULTS };

/* Of a leaf: an enum code_outcome. */
enum vm_result outcome_result(uint32_t outcome);

struct vm;

/* What a rule says about a subject. Borrowed: valid until the callback returns. */
struct vm_finding {
	enum vm_result result;
	uint32_t check;                 /* row */
	const struct record *record;    /* of the subject or the owner of its place */
	const struct row_clause *clause;        /* that decided; NULL if none did */
	const uint32_t *asked;          /* variables that it rests on, in order of asking */
	uint32_t asked_count;
	const uint32_t *named;          /* groups that it is unknown or in error for */
	uint32_t named_count;
	const uint32_t *cautions;       /* rows of cautions that hold */
	uint32_t caution_count;
};

typedef void vm_finding_fn(struct vm *vm, const struct vm_finding *finding, void *user);

struct vm_options {
	int64_t now;
	bool complete;                  /* the stream is the whole fleet */
	vm_finding_fn *on_finding;      /* may be NULL */
	void *user;
};

/* `model` is that of the program (program_model); `world` holds its contexts by then, or later. */
struct vm *vm_new(struct arena *arena, const struct program *program, struct model *model,
                  struct world *world, const struct vm_options *options);

/* Derive the facts of every context record. Before the first record. */
void vm_prepare(struct vm *vm);

/* Derive, tally and check one record of the stream. Its derived facts are written to it. */
void vm_record(struct vm *vm, struct record *record);

/* What a machine saw of the stream since it was made or last asked this, in the arena; it begins anew. */
struct vm_seen;
const struct vm_seen *vm_take_seen(struct vm *vm, struct arena *arena);

/* Add what another machine for the same program saw, as if this one had seen it. */
void vm_add_seen(struct vm *vm, const struct vm_seen *seen);

/* Check the contexts, once all records were seen. */
void vm_contexts(struct vm *vm);

/* Derive a record and compute what its checks ask, without judging or tallying it: for questions about records that are not
 * so (vm/what_if.h). The fleet is what `seen`, a machine of the same program, has seen so far. */
void vm_look(struct vm *vm, const struct vm *seen, struct record *record);

/* While in on_finding: the groups behind the variables asked, each once, in order; the result is their number,
 * at most `most`. */
uint32_t vm_asked_groups(const struct vm *vm, const struct vm_finding *finding, uint32_t *groups,
                         uint32_t most);

/* While in on_finding: the fact behind a group. When a record on the way to it is not known,
 * that reference is given instead. `name` may be longer than the fact's. For a group that is an atom the result is false. */
struct vm_fact {
	struct text name;
	const struct fact *fact;
	const struct value *value;
	const struct record *record;    /* that it is a fact of; NULL if that is not there */
	uint32_t slot;
	bool of_element;                /* of each element of a list: it has no one value */
};
bool vm_group_fact(const struct vm *vm, uint32_t group, struct vm_fact *fact);
/* Groups that an atom reads and that are not known. */
uint32_t vm_atom_unknown(const struct vm *vm, uint32_t group, uint32_t out[64]);
/* All groups that an atom reads. */
uint32_t vm_atom_reads(const struct vm *vm, uint32_t group, uint32_t out[64]);
enum group_kind vm_group_kind(const struct vm *vm, uint32_t group);

/* While in on_finding: a fact of a base of the frame; NULL if the base is not there. */
const struct value *vm_base_value(const struct vm *vm, uint32_t base, uint32_t slot,
                                  const struct fact **fact);
/* The base that is the subject of a check is a place that is there, absent, or not known. */
const struct row_frame *vm_frame(const struct vm *vm);

/* The smallest keys that a tally counted; at most ten. */
uint32_t vm_witnesses(const struct vm *vm, uint32_t tally, const struct text **keys);

#endif
