/* SPDX-License-Identifier: Apache-2.0 */
#include "base/guard.h"

#include <stdlib.h>

enum { PROBE_SIZE = 65536 };

static _Thread_local struct guard *innermost;

void guard_push(struct guard *guard)
{
	guard->outer = innermost;
	guard->cleanups = NULL;
	innermost = guard;
}

void guard_leave(struct guard *guard)
{
	innermost = guard->outer;
}

void guard_keep(struct guard_cleanup *cleanup, void (*give_back)(void *what), void *what)
{
	*cleanup = (struct guard_cleanup){ NULL, give_back, what };
	if (!innermost)
		return;
	cleanup->outer = innermost->cleanups;
	innermost->cleanups = cleanup;
}

void guard_give_back(struct guard_cleanup *cleanup)
{
	if (innermost)
		innermost->cleanups = cleanup->outer;
	cleanup->give_back(cleanup->what);
}

void guard_probe(void)
{
	void *probe = malloc(PROBE_SIZE);

	if (!probe)
		guard_no_memory();
	free(probe);
}

void guard_no_memory(void)
{
	struct guard *guard = innermost;

	if (!guard)
		abort();
	while (guard->cleanups)
		guard_give_back(guard->cleanups);
	innermost = guard->outer;
	longjmp(guard->back, 1);
}
