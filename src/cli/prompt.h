/* SPDX-License-Identifier: Apache-2.0 */
/* prompt.h - asking a person at the terminal. */
#ifndef CLI_PROMPT_H
#define CLI_PROMPT_H

#include <stdbool.h>

enum { PROMPT_BYTES = 1024 };

/* Ask for the password of a file, without showing what is typed. False if nobody sits there
 * (standard error is no terminal), or nothing was typed. */
bool prompt_secret(const char *file, char typed[PROMPT_BYTES]);

#endif
