/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/tell.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/glyph.h"

/* One line, even if memory is gone: then it is cut to what fits. */
static void tell_line(const char *format, va_list arguments)
{
	char small[256], *line = small;
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(small, sizeof small, format, again);
	va_end(again);
	if (length >= (int)sizeof small && (line = malloc((size_t)length + 1)))
		vsnprintf(line, (size_t)length + 1, format, arguments);
	glyph_print(stderr, line ? line : small);
	fputc('\n', stderr);
	if (line != small)
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
