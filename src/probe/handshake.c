/* SPDX-License-Identifier: Apache-2.0 */
/* OpenSSL is given memory in place of the socket: its writes could not be kept from raising SIGPIPE, and
 * its reads not from waiting for ever. */
#include "probe/handshake.h"

#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "probe/hello.h"

/* --- what the server says ---------------------------------------------- */

static void keep_chain(struct handshake *h, const unsigned char *message, size_t length)
{
	if (h->chain)
		return;
	h->chain_too_long = length > HANDSHAKE_CHAIN;
	if (h->chain_too_long)
		return;
	h->chain = malloc(length);
	if (!h->chain)
		return;
	memcpy(h->chain, message, length);
	h->chain_length = length;
}

static void take_message(struct handshake *h, const unsigned char *message, size_t length)
{
	switch (message[0]) {
	case HELLO_SERVER:
		h->selected = hello_version(message, length);
		break;
	case HELLO_CERTIFICATE:
		keep_chain(h, message, length);
		h->settled = h->settled || h->selected == TLS1_3_VERSION;
		break;
	case HELLO_REQUEST:
		h->asked = true;
		break;
	case HELLO_DONE: case HELLO_FINISHED:
		h->settled = true;
		break;
	default:
		break;
	}
}

static void take(int sent, int version, int type, const void *bytes, size_t length, SSL *ssl,
                 void *user)
{
	struct handshake *h = user;
	const unsigned char *at = bytes;

	(void)version;
	(void)ssl;
	if (sent || length == 0)
		return;
	if (type == SSL3_RT_HANDSHAKE)
		take_message(h, at, length);
	else if (type == SSL3_RT_ALERT && length == 2 && at[0] == SSL3_AL_FATAL)
		h->alert = at[1];
}

/* --- the two ways of bytes --------------------------------------------- */

static bool send_all(struct handshake *h, BIO *out)
{
	char *bytes;
	long left = BIO_get_mem_data(out, &bytes);

	while (left > 0) {
		ssize_t put = send(h->socket, bytes, (size_t)left, MSG_NOSIGNAL);

		if (put > 0) {
			bytes += put;
			left -= put;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			if (!wait_socket(h->socket, POLLOUT, h->deadline)) {
				h->end = HANDSHAKE_LATE;
				return false;
			}
		} else if (errno != EINTR) {
			return true;    /* what the server said before may still be read */
		}
	}
	BIO_reset(out);
	return true;
}

/* Records of SSL 3 and TLS begin with a type from 20 to 24 and a 3. */
static bool looks_like_tls(struct handshake *h, const unsigned char *bytes, size_t length)
{
	for (size_t i = 0; i < length && h->received < sizeof h->first; i++)
		h->first[h->received++] = bytes[i];
	if (h->received > 0 && (h->first[0] < 20 || h->first[0] > 24))
		return false;
	return h->received < 2 || h->first[1] == 3;
}

static bool receive(struct handshake *h, BIO *in)
{
	unsigned char bytes[4096];
	ssize_t got;

	do {
		if (!wait_socket(h->socket, POLLIN, h->deadline)) {
			h->end = HANDSHAKE_LATE;
			return false;
		}
		got = recv(h->socket, bytes, sizeof bytes, 0);
	} while (got < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK));
	if (got <= 0) {
		h->end = HANDSHAKE_CLOSED;
		return false;
	}
	if (!looks_like_tls(h, bytes, (size_t)got)) {
		h->end = HANDSHAKE_NO_TLS;
		return false;
	}
	if (BIO_write(in, bytes, (int)got) == (int)got)
		return true;
	h->end = HANDSHAKE_NO_MEMORY;
	return false;
}

static void converse(struct handshake *h, SSL *ssl, BIO *in, BIO *out)
{
	bool sent = false;
	int result;

	do {
		ERR_clear_error();
		result = SSL_connect(ssl);
		sent = sent || BIO_pending(out) > 0;
		if (!send_all(h, out))
			return;
		if (result == 1) {
			h->end = HANDSHAKE_DONE;
			return;
		}
		if (SSL_get_error(ssl, result) != SSL_ERROR_WANT_READ) {
			h->end = sent ? HANDSHAKE_STOPPED : HANDSHAKE_OURS;
			return;
		}
	} while (receive(h, in));
}

static void read_extras(struct handshake *h, SSL *ssl)
{
	const STACK_OF(X509_NAME) *names = SSL_get0_peer_CA_list(ssl);
	unsigned char *staple;

	h->stapled = SSL_get_tlsext_status_ocsp_resp(ssl, &staple) > 0;
	if (h->asked && names)
		h->authorities = sk_X509_NAME_deep_copy(names, X509_NAME_dup, X509_NAME_free);
}

/* --- our side ---------------------------------------------------------- */

/* What the system's configuration says of versions, ciphers and levels is replaced by all there is. */
static SSL_CTX *context_new(struct handshake *h)
{
	SSL_CTX *context = SSL_CTX_new(TLS_client_method());

	if (!context)
		return NULL;
	SSL_CTX_set_security_level(context, 0);
	SSL_CTX_clear_options(context, SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1 | SSL_OP_NO_TLSv1_2
		| SSL_OP_NO_TLSv1_3);
	SSL_CTX_set_options(context, SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_IGNORE_UNEXPECTED_EOF
		| SSL_OP_NO_TICKET);
	SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
	SSL_CTX_set_msg_callback(context, take);
	SSL_CTX_set_msg_callback_arg(context, h);
	SSL_CTX_set_tlsext_status_type(context, TLSEXT_STATUSTYPE_ocsp);
	if (SSL_CTX_set_min_proto_version(context, h->version)
	    && SSL_CTX_set_max_proto_version(context, h->version)
	    && SSL_CTX_set_cipher_list(context, "ALL:COMPLEMENTOFALL:@SECLEVEL=0"))
		return context;
	SSL_CTX_free(context);
	return NULL;
}

static void run(struct handshake *h, SSL *ssl)
{
	BIO *in = BIO_new(BIO_s_mem()), *out = BIO_new(BIO_s_mem());

	if (!in || !out) {
		BIO_free(in);
		BIO_free(out);
		h->end = HANDSHAKE_NO_MEMORY;
		return;
	}
	BIO_set_mem_eof_return(in, -1);
	BIO_set_mem_eof_return(out, -1);
	SSL_set_bio(ssl, in, out);
	if (!h->address->literal && !SSL_set_tlsext_host_name(ssl, h->address->host))
		return;
	converse(h, ssl, in, out);
	read_extras(h, ssl);
}

void handshake(struct handshake *h)
{
	SSL_CTX *context = context_new(h);
	SSL *ssl = context ? SSL_new(context) : NULL;

	h->alert = -1;
	h->end = HANDSHAKE_OURS;
	if (ssl)
		run(h, ssl);
	SSL_free(ssl);
	SSL_CTX_free(context);
	ERR_clear_error();
}

void handshake_done(struct handshake *h)
{
	free(h->chain);
	sk_X509_NAME_pop_free(h->authorities, X509_NAME_free);
	h->chain = NULL;
	h->authorities = NULL;
}
