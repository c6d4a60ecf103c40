/* SPDX-License-Identifier: Apache-2.0 */
/* handshake.h - one handshake with one version of TLS, and what the server showed in it.
 *
 * Whether it succeeds says little: a client without a certificate is turned away after all that is
 * asked about was shown. So the server's messages are looked at, not the result. Nothing is
 * verified, and no limit of security is set, lest something is taken for the server's refusal that
 * is ours.
 */
#ifndef PROBE_HANDSHAKE_H
#define PROBE_HANDSHAKE_H

#include <openssl/x509.h>

#include "probe/address.h"
#include "probe/wait.h"

enum { HANDSHAKE_CHAIN = 1 << 17 };     /* bytes of a chain that are kept */

enum handshake_end {
	HANDSHAKE_OURS,         /* this OpenSSL failed before anything was sent */
	HANDSHAKE_DONE,
	HANDSHAKE_STOPPED,      /* by an alert, or by an error of either side */
	HANDSHAKE_CLOSED,       /* the server closed or reset the connection */
	HANDSHAKE_LATE,         /* the time was over */
	HANDSHAKE_NO_TLS,       /* the first bytes are not of TLS */
	HANDSHAKE_NO_MEMORY
};

struct handshake {
	const struct address *address;
	int version;            /* to try: TLS1_2_VERSION ... */
	int socket;             /* borrowed */
	int64_t deadline;
	/* What came of it. */
	enum handshake_end end;
	int selected;           /* the version of the server's hello; 0: there was none */
	int alert;              /* the server's fatal alert; -1: none */
	unsigned char *chain;   /* its Certificate message, of the heap; NULL: none was seen */
	size_t chain_length;
	bool chain_too_long;
	bool settled;           /* it would have asked for a certificate by now */
	bool asked;
	bool stapled;           /* an OCSP response came along; known with HANDSHAKE_DONE or `settled` */
	STACK_OF(X509_NAME) *authorities;       /* whose certificates it asks for; NULL: it named none */
	/* While it runs. */
	unsigned char first[2];
	size_t received;
};

/* Do it. The fields before `end` are set, all others zero. */
void handshake(struct handshake *handshake);

void handshake_done(struct handshake *handshake);

#endif
