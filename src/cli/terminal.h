/* SPDX-License-Identifier: Apache-2.0 */
/* terminal.h - where the output goes: its width, and whether colours make sense there. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

/* What --color says: "auto", "always" or "never". */
void terminal_set_color(const char *when);

/* Colours on this stream? NO_COLOR and TERM=dumb count unless --color says otherwise. */
bool terminal_color(FILE *stream);

/* Columns: COLUMNS, else those of the terminal that standard output is, else 80. */
int terminal_width(void);

/* Give each of the three standard streams a place, so that no file takes it; writing to one
 * that was closed fails. A reader that goes away is an error of writing, no signal. */
void terminal_open(void);

/* Write what is left; trouble with it is told and makes the exit status worse. */
int terminal_close(int status);

#endif
