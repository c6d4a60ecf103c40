/* SPDX-License-Identifier: Apache-2.0 */
/* coverage.h - which results rules can have, and which of them tests expect. */
#ifndef JOBS_COVERAGE_H
#define JOBS_COVERAGE_H

#include "base/map.h"
#include "code/program.h"
#include "vm/vm.h"

struct rule_coverage {
	struct text id;                 /* NUL-terminated */
	const char *level, *file;
	uint32_t line;
	uint32_t reachable;             /* bits: 1 << enum vm_result */
	uint64_t held[VM_NOTSELECTED + 1];      /* expectations of each result that held */
	bool named;                     /* by any expectation */
};

/* Rules by id and file, of all programs that were added. */
struct coverage {
	struct arena *arena;
	struct map index;
	struct rule_coverage *rules;    /* in the order of adding */
	uint32_t count, capacity;
};

/* Add the rules that the program selects; one that is there already may gain results. The program
 * must outlive the coverage. */
void coverage_add(struct coverage *coverage, const struct program *program);

/* The program's rule of that id, once the program was added; NULL if it has none. */
struct rule_coverage *coverage_find(const struct coverage *coverage, const struct program *program,
                                    struct text id);

/* Rules that no test names. */
uint64_t coverage_untested(const struct coverage *coverage);

#endif
