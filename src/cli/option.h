/* SPDX-License-Identifier: Apache-2.0 */
/* option.h - options, read by the table from which help is printed. */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include "cli/command.h"

/* Take an option; the result is OPTION_TAKEN, or an exit status after trouble was told. */
enum { OPTION_TAKEN = -1, OPTION_OPERAND = 1 };
typedef int option_fn(const struct call *call, int id, const char *argument, void *user);

/* Read the options, giving each to `take` once its argument is one of the choices; --help and
 * --color are seen to here, so that a table with no others needs no `take`. OPTION_TAKEN leaves
 * the operands in the call; anything else is the exit status to end with. */
int option_read(struct call *call, option_fn *take, void *user);

/* The same for a command in which options count for the operands behind them: each operand is given
 * to `take`, too, as OPTION_OPERAND, in the order of the command line. */
int option_read_in_order(struct call *call, option_fn *take, void *user);

#endif
