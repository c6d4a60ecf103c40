/* SPDX-License-Identifier: Apache-2.0 */
/* help.h - how the program and its commands are used, read from their tables. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

void help_print(const struct command *command);

/* All commands. */
void help_overview(void);

#endif
