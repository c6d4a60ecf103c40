/* SPDX-License-Identifier: Apache-2.0 */
/* guard.h - what happens when memory ends.
 *
 * Every entry to the library that allocates from arenas stands inside a guard.
 * An allocation that can't be met jumps back to the innermost guard of its
 * thread, which frees its arenas and reports that memory ended. Foreign
 * frames (OpenSSL, callbacks) must not lie between a guard and an allocation.
 *
 *	struct guard guard;
 *	if (GUARD_ENTER(&guard)) { ...clean up...; return ASSAY_NO_MEMORY; }
 *	...
 *	guard_leave(&guard);
 */
#ifndef BASE_GUARD_H
#define BASE_GUARD_H

#include <setjmp.h>

struct guard {
	jmp_buf back;
	struct guard *outer;
};

/* Zero when entered; nonzero when an allocation failed since (the guard is
 * left already). A macro, since setjmp must stand in the caller's frame. */
#define GUARD_ENTER(guard) (guard_push(guard), setjmp((guard)->back))

void guard_push(struct guard *guard);
void guard_leave(struct guard *guard);

/* Memory ended: jump to the innermost guard. Without one, the process is
 * stopped, since no caller could be told. */
_Noreturn void guard_no_memory(void);

#endif
