/* SPDX-License-Identifier: Apache-2.0 */
/* probe.h - what is found at one endpoint. The only file whose functions make anyone open a connection.
 *
 * One connection for each version of TLS, one after another, each with one hello that offers just that
 * version. SSL 3 is not tried: OpenSSL does not send it.
 */
#ifndef PROBE_PROBE_H
#define PROBE_PROBE_H

#include "probe/dial.h"
#include "probe/handshake.h"

enum probe_connection {
#define CONNECTION(id, word, label) PROBE_##id,
#include "probe/endpoint.def"
	PROBE_CONNECTIONS
};

enum probe_version { PROBE_TLS10, PROBE_TLS11, PROBE_TLS12, PROBE_TLS13, PROBE_VERSIONS };

enum probe_answer { PROBE_UNKNOWN, PROBE_ACCEPTED, PROBE_REFUSED };

struct probe {
	struct address address;         /* set by the caller, all else zero */
	enum probe_connection connection;
	char ip[INET6_ADDRSTRLEN];      /* that answered; or empty */
	char why[160];                  /* there is no connection with TLS; or empty */
	enum probe_answer answers[PROBE_VERSIONS];
	const char *whys[PROBE_VERSIONS];       /* of the unknown ones; static, or `why` */
	struct handshake shown;         /* the handshake that showed most; its `end` says if there was one */
	bool has_shown;
};

/* Probe it. A connection and its handshake take `timeout` milliseconds at most; after one that takes
 * longer no other is made. */
void probe(struct probe *probe, int64_t timeout);

void probe_done(struct probe *probe);

#endif
