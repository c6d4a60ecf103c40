/* SPDX-License-Identifier: Apache-2.0 */
/* machine.h - the machine's state. Private to this room. */
#ifndef VM_MACHINE_H
#define VM_MACHINE_H

#include "vm/vm.h"
#include "vm/witness.h"

enum { CLASS_MANY = 0xff, MAX_NAMED = 64 };

/* How a variable that has many values is not known. */
enum knowledge { UNKNOWN_MISSING = 1, UNKNOWN_BAD };

/* What a base leads to. */
enum reach { REACH_THERE, REACH_ABSENT, REACH_MISSING, REACH_BAD };

struct tally_state {
	uint32_t vectors;               /* joint: bit mask of truth vectors reached */
	int64_t least, greatest;        /* sum */
	bool rises, falls;              /* may unseen records add, or take away? */
	struct witnesses witnesses;
};

struct loop {
	const struct list *list;
	uint32_t index, back, base;
	uint8_t truth;                  /* so far */
	bool every;
};

/* What a leaf says of a rule: an enum vm_result (of an outcome, else error) and the clause. */
struct leaf_plan {
	enum vm_result result;
	const struct row_clause *clause;        /* NULL: none */
};

/* What deciding a check needs, looked up once. */
struct check_plan {
	const struct row_check *row;
	const struct row_diagram *diagram;
	const struct leaf_plan *leaves; /* of the diagram */
	uint32_t place;                 /* base; 0: the subject itself */
	bool selected, has_cautions;
};

struct vm {
	const struct program *program;
	struct model *model;
	struct world *world;
	struct arena *arena;
	struct vm_options options;
	const int64_t *constants;       /* of the program, at hand */
	const uint8_t *maps;
	const uint32_t *code;
	struct check_plan *plans;       /* by row of check */
	const struct check_plan *frame_plans;   /* of the checks of the frame */
	const struct value *absent;     /* facts of a record that is absent, enough for any entity */
	struct vm_finding finding;      /* being reported */
	const struct row_frame *frame;
	const struct row_frame **frame_of;      /* by entity index */
	const struct row_variable *variables;   /* of the frame */
	const struct row_group *groups;
	struct record *record;
	const struct value **bases;
	uint8_t *reach;                 /* of bases: enum reach */
	bool *noted;                    /* of bases: computed by STEP, a reading says when they are not known */
	uint8_t *class;                 /* of variables: value, or CLASS_MANY */
	uint64_t *allow;                /* of variables: values, when many */
	uint8_t *knowledge;             /* of variables, when many */
	uint64_t *atom_unknown;         /* of variables: readings not known */
	uint64_t reading_unknown;       /* of the atom being computed */
	bool reading_missing;           /* not only bad facts are unknown in it */
	struct value *stack;
	uint32_t height;
	struct loop loops[CODE_MAX_NESTING];
	uint32_t loop_count;
	uint32_t *next_of;              /* of EACH, by code word: its NEXT */
	uint32_t *trail;                /* variables asked on the way */
	uint32_t trail_count;
	uint32_t *kept;                 /* a trail put aside */
	uint8_t *seen;                  /* of code words of a diagram: reached */
	uint8_t *leaf_seen;             /* of leaves of a diagram */
	uint64_t *pairs;                /* of pairs of nodes */
	uint32_t *ordinals;             /* of code words of a diagram: its node */
	uint32_t *addresses;            /* of nodes and leaves of a diagram, by number */
	uint8_t *free, *chosen, *candidates;    /* of the search for what matters */
	uint8_t *reached_groups;                /* those chosen, and what follows from them */
	uint32_t *open, open_count;     /* variables not known where completions go */
	uint32_t sha256_slot, sha1_slot;
	struct tally_state *tallies;
	uint32_t named[MAX_NAMED], cautions[MAX_NAMED];
	uint32_t parts;                 /* enum run_part: what is being run */
};

/* machine.c: is the base an element of a list, or reached through one? Then it has many values, or none. */
bool base_is_of_element(const struct vm *vm, uint32_t base);

/* walk.c: mark all nodes and leaves of a diagram that completions reach. */
void walk_all(struct vm *vm, const struct row_diagram *diagram);
/* May two completions that differ only in the variables for which free[v] is set differ in whether they fail? */
bool walk_differs(struct vm *vm, const struct row_diagram *diagram, const uint8_t *free);
/* May two choices of values that differ only in these variables decide differently, or one contradict itself? */
bool walk_depends(struct vm *vm, const struct row_diagram *diagram, const uint8_t *free);

/* loop.c */
enum run_part { RUN_DERIVE = 1, RUN_CHECK = 2 };
void run_frame(struct vm *vm, const struct row_frame *frame, struct record *record, uint32_t parts);

/* derive.c */
void derive_fact(struct vm *vm, uint32_t slot, const struct row_diagram *diagram);
void derive_invariant(struct vm *vm, uint32_t slot, const struct row_diagram *diagram);

/* tally.c */
/* Sets of truth vectors of three conditions, as bit masks: every vector of the one OR every vector of the other. */
uint32_t tally_join(uint32_t a, uint32_t b);
void tally_start(struct vm *vm);
void tally_add(struct vm *vm, uint32_t tally, const struct row_diagram *diagram);
uint64_t tally_vectors(const struct vm *vm, uint32_t tally);
void tally_bounds(const struct vm *vm, uint32_t tally, int64_t *least, int64_t *greatest);

/* decide.c */
void plan_checks(struct vm *vm);
void decide_check(struct vm *vm, uint32_t index);

/* One variable's value. */
static inline void set_class(struct vm *vm, uint32_t variable, uint32_t class)
{
	vm->class[variable] = (uint8_t)class;
}

void set_many(struct vm *vm, uint32_t variable, uint32_t base, const struct value *value);

#define MANY_LEAVES UINT32_MAX

/* Follow a diagram: the leaf of it that completions reach; or MANY_LEAVES, and vm->leaf_seen says which. What was
 * asked is in vm->trail. As long as each variable has one value there is one path, and nothing to mark. */
static inline uint32_t walk_diagram(struct vm *vm, const struct row_diagram *diagram)
{
	uint32_t *trail = vm->trail;
	uint32_t at = diagram->entry, count = 0;

	while (!(at & CODE_LEAF)) {
		const uint32_t *node = vm->code + at;
		uint32_t class = vm->class[node[1]];

		if (class == CLASS_MANY) {
			walk_all(vm, diagram);
			return MANY_LEAVES;
		}
		trail[count++] = node[1];
		at = node[3 + class];
	}
	vm->trail_count = count;
	return at & ~CODE_LEAF;
}

#endif
