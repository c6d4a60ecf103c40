/* SPDX-License-Identifier: Apache-2.0 */
/* endpoints.h - endpoints among the inputs of a command: tls://HOST:PORT, and lists of them. */
#ifndef CLI_ENDPOINTS_H
#define CLI_ENDPOINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <assay-tools.h>

#include "cli/command.h"
#include "cli/file.h"

enum { OPTION_ENDPOINTS = 576, OPTION_TIMEOUT, OPTION_ROOTS };

#define ENDPOINT_OPTIONS \
	{ OPTION_ENDPOINTS, "endpoints", "FILE", NULL, \
	  "probe the endpoints in this file, too: one HOST:PORT a line; may be repeated" }, \
	{ OPTION_TIMEOUT, "timeout", "SECONDS", NULL, \
	  "how long a connection to an endpoint may take, with its handshake; 10 without it" }, \
	{ OPTION_ROOTS, "roots", "FILE", NULL, \
	  "certificates (PEM) where the chains that endpoints send may end" }

/* Empty when zeroed. */
struct endpoints {
	char **names;
	size_t count;
	uint32_t timeout;               /* milliseconds; 0: the library's */
	struct file roots;
};

/* Is it one of ENDPOINT_OPTIONS? */
bool endpoints_is_option(int id);

/* Take one of them (option.h). */
int endpoints_take_option(const struct call *call, int id, const char *argument,
	struct endpoints *endpoints);

/* Is it an endpoint, not a file? */
bool endpoints_is_name(const char *operand);

/* Take the endpoints among the operands from number `first` on, too; they stay there. */
void endpoints_take_operands(const struct call *call, int first, struct endpoints *endpoints);

/* Probe them all, if there are any. */
enum assay_status endpoints_probe(const struct endpoints *endpoints, assay_endpoint_fn *on_endpoint,
	assay_message_fn *on_message, void *user);

void endpoints_done(struct endpoints *endpoints);

#endif
