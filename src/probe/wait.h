/* SPDX-License-Identifier: Apache-2.0 */
/* wait.h - how long something may still take. Times are milliseconds of the monotonic clock, which
 * nothing but waiting is done by. */
#ifndef PROBE_WAIT_H
#define PROBE_WAIT_H

#include <stdbool.h>
#include <stdint.h>

int64_t wait_clock(void);

/* Wait until the socket can be read (POLLIN) or written (POLLOUT). False at the deadline. */
bool wait_socket(int socket, short events, int64_t deadline);

#endif
