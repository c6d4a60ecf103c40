/* SPDX-License-Identifier: Apache-2.0 */
/* messages.h - what the library has to tell, printed once each and counted. */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H

#include <stdio.h>

#include <assay.h>

#include "cli/json_out.h"
#include "cli/lookup.h"

struct messages {
	FILE *out;              /* as text */
	struct json_out *json;  /* or as elements of a JSON array, unless NULL */
	size_t counts[3];       /* by severity */
	struct lookup said;     /* a message about a shared file comes once with each user */
};

/* Text on a stream, with an empty line between messages. */
struct messages messages_on(FILE *out);

/* An assay_message_fn; user is a struct messages. */
void messages_take(const struct assay_message *message, void *user);

/* "2 errors, 1 warning", if there was more than one message. */
void messages_sum_up(const struct messages *messages);

void messages_done(struct messages *messages);

#endif
