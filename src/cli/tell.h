/* SPDX-License-Identifier: Apache-2.0 */
/* tell.h - trouble, told on standard error: one line each, in the order of what is printed. */
#ifndef CLI_TELL_H
#define CLI_TELL_H

#include <stdarg.h>

/* "assay: ..."; shown as glyph.h says. */
void tell(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* "assay COMMAND: ..."; without a command as above. */
void tell_list(const char *command, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

/* A line that follows another. */
void tell_hint(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
