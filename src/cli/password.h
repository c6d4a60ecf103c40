/* SPDX-License-Identifier: Apache-2.0 */
/* password.h - passwords of files: from a file, from the environment, or asked for on the terminal.
 * Never from the command line, where others see it.
 */
#ifndef CLI_PASSWORD_H
#define CLI_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/command.h"

enum { OPTION_PASSWORD_FILE = 544, OPTION_PASSWORD_ENV };

#define PASSWORD_OPTIONS \
	{ OPTION_PASSWORD_FILE, "password-file", "FILE", NULL, \
	  "the first line of this file is a password to try on files that need one; may be " \
	  "repeated" }, \
	{ OPTION_PASSWORD_ENV, "password-env", "NAME", NULL, \
	  "so is the value of this variable of the environment" }

/* Empty when zeroed. */
struct passwords {
	char **all;
	size_t count;
	unsigned int asked;             /* questions about the file at hand */
};

/* Is it one of PASSWORD_OPTIONS? */
bool password_is_option(int id);

/* Take one of them (option.h). */
int password_take_option(const struct call *call, int id, const char *argument,
	struct passwords *passwords);

/* The one to try after `attempt` others on the file; NULL when there is none left. Asks for more
 * when a person sits at the terminal. */
const char *password_next(struct passwords *passwords, const char *file, unsigned int attempt);

/* Wipes them. */
void password_done(struct passwords *passwords);

#endif
