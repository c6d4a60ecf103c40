/* SPDX-License-Identifier: Apache-2.0 */
/* address.h - what an endpoint is called: tls://HOST:PORT (RFC 3986 3.2, without user and path). */
#ifndef PROBE_ADDRESS_H
#define PROBE_ADDRESS_H

#include <stdbool.h>

enum { ADDRESS_HOST = 254, ADDRESS_NAME = ADDRESS_HOST + 16 };

struct address {
	char host[ADDRESS_HOST];        /* lower case; an IPv6 address without its brackets */
	char port[6];
	char name[ADDRESS_NAME];        /* the whole, always with its port */
	bool literal;                   /* the host is an IP address, not a name */
};

/* Read an address; `tls://` may be left out, and the port, which is 443 then. NULL, or why it is
 * none (static). */
const char *address_read(const char *text, struct address *address);

#endif
