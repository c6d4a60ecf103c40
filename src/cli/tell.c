/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/tell.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/glyph.h"

static void tell_line(const char *format, va_list arguments)
{
	char *line = NULL;
	size_t size;
	FILE *out = open_memstream(&line, &size);

	if (out) {
		/* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): its callers began the list. */
		vfprintf(out, format, arguments);
		fclose(out);
	}
	glyph_print(stderr, line ? line : format);
	fputc('\n', stderr);
	free(line);
}

void tell_list(const char *command, const char *format, va_list arguments)
{
	fflush(stdout);
	fputs("assay", stderr);
	if (command)
		fprintf(stderr, " %s", command);
	fputs(": ", stderr);
	tell_line(format, arguments);
}

void tell(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	tell_list(NULL, format, arguments);
	va_end(arguments);
}

void tell_hint(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	tell_line(format, arguments);
	va_end(arguments);
}
