/* SPDX-License-Identifier: Apache-2.0 */
/* resolve.h - the addresses of a host, within a time. */
#ifndef PROBE_RESOLVE_H
#define PROBE_RESOLVE_H

#include <netdb.h>

#include "probe/address.h"
#include "probe/wait.h"

enum resolved { RESOLVED, RESOLVED_NONE, RESOLVED_FAILED, RESOLVED_LATE };

/* Ask the system. RESOLVED, and the list, for freeaddrinfo; or that there is no such host; or that its
 * name servers can't tell; or that the deadline came first. */
enum resolved resolve(const struct address *address, int64_t deadline, struct addrinfo **list);

#endif
