/* SPDX-License-Identifier: Apache-2.0 */
/* hello.h - what a server's handshake messages say, each with its header (RFC 5246 7.4, RFC 8446 4). */
#ifndef PROBE_HELLO_H
#define PROBE_HELLO_H

#include <stdbool.h>
#include <stddef.h>

enum { HELLO_SERVER = 2, HELLO_CERTIFICATE = 11, HELLO_REQUEST = 13, HELLO_DONE = 14, HELLO_FINISHED = 20 };

/* The version that a ServerHello, or a HelloRetryRequest, selects: 0x0303 is TLS 1.2. 0: it is damaged. */
int hello_version(const unsigned char *message, size_t length);

/* Goes through the certificates of a Certificate message, as they were sent. */
struct hello_chain {
	const unsigned char *at, *end;
	bool is_13;                     /* laid out as by TLS 1.3 */
};

/* False when the message is damaged. */
bool hello_chain_open(struct hello_chain *chain, const unsigned char *message, size_t length, bool is_13);

/* False at the end, or where the rest is damaged: then `at` is not `end`. */
bool hello_chain_next(struct hello_chain *chain, const unsigned char **der, size_t *length);

#endif
