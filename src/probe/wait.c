/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/wait.h"

#include <limits.h>
#include <poll.h>
#include <time.h>

int64_t wait_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool wait_socket(int socket, short events, int64_t deadline)
{
	struct pollfd wanted = { .fd = socket, .events = events };
	int64_t left;

	while ((left = deadline - wait_clock()) > 0)
		if (poll(&wanted, 1, left > INT_MAX ? INT_MAX : (int)left) > 0)
			return true;
	return false;
}
