/* SPDX-License-Identifier: Apache-2.0 */
/* dial.h - a connection to an endpoint. */
#ifndef PROBE_DIAL_H
#define PROBE_DIAL_H

#include <netinet/in.h>
#include <sys/socket.h>

#include "probe/address.h"
#include "probe/wait.h"

enum dialed {
	DIALED,
	DIALED_NO_HOST,                 /* there is no such host */
	DIALED_NO_NAMES,                /* no name server said whether there is */
	DIALED_REFUSED,                 /* the host refuses connections to the port */
	DIALED_LATE,                    /* the time was over before there was a connection */
	DIALED_UNREACHABLE              /* anything else */
};

struct dial {
	const struct address *address;
	struct sockaddr_storage found;  /* which of its addresses answered, once one has */
	socklen_t found_length;
	char ip[INET6_ADDRSTRLEN];      /* the same as text; empty before */
	int error;                      /* errno of DIALED_UNREACHABLE; or 0 */
};

/* Connect: to the address that answered before, or to the first that does. DIALED, and a socket that does
 * not block, for the caller to close. */
enum dialed dial(struct dial *dial, int64_t deadline, int *out);

#endif
