/* SPDX-License-Identifier: Apache-2.0 */
#include "base/guard.h"

#include <stdlib.h>

static _Thread_local struct guard *innermost;

void guard_push(struct guard *guard)
{
	guard->outer = innermost;
	innermost = guard;
}

void guard_leave(struct guard *guard)
{
	innermost = guard->outer;
}

void guard_no_memory(void)
{
	struct guard *guard = innermost;

	if (!guard)
		abort();
	innermost = guard->outer;
	longjmp(guard->back, 1);
}
