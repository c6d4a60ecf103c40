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
 *
 * What lives on the stack between the two is lost when memory ends; it says before it is
 * filled how it is given back:
 *
 *	struct arena scratch = { 0 };
 *	struct guard_cleanup cleanup;
 *
 *	guard_keep(&cleanup, arena_cleanup, &scratch);
 *	...
 *	guard_give_back(&cleanup);
 */
#ifndef BASE_GUARD_H
#define BASE_GUARD_H

#include <setjmp.h>

struct guard_cleanup {
	struct guard_cleanup *outer;
	void (*give_back)(void *what);
	void *what;
};

struct guard {
	jmp_buf back;
	struct guard *outer;
	struct guard_cleanup *cleanups;         /* the latest one first */
};

/* Zero when entered; nonzero when an allocation failed since (the guard is
 * left already). A macro, since setjmp must stand in the caller's frame. */
#define GUARD_ENTER(guard) (guard_push(guard), setjmp((guard)->back))

void guard_push(struct guard *guard);
void guard_leave(struct guard *guard);

/* Have `what` given back when memory ends; the latest first. */
void guard_keep(struct guard_cleanup *cleanup, void (*give_back)(void *what), void *what);

/* Give it back now. It is the latest that is kept. */
void guard_give_back(struct guard_cleanup *cleanup);

/* After a library failed without saying why: if there is no memory left, memory ended. Else what
 * failed may be tried once more, and then means what it says. */
void guard_probe(void);

/* Memory ended: give back what is kept, then jump to the innermost guard. Without one, the process is
 * stopped, since no caller could be told. */
_Noreturn void guard_no_memory(void);

#endif
