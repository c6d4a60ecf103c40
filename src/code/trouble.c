/* SPDX-License-Identifier: Apache-2.0 */
#include "code/trouble.h"

#include <stdarg.h>
#include <stdio.h>

bool trouble_say(struct image_trouble *why, struct trouble_place at, const char *format, ...)
{
	va_list args;

	why->at = at;
	va_start(args, format);
	vsnprintf(why->reason, sizeof why->reason, format, args);
	va_end(args);
	return false;
}

void trouble_write(struct buffer *out, const struct image_trouble *why)
{
	const struct trouble_place *at = &why->at;

	buffer_string(out, at->section);
	if (at->unit[0])
		buffer_printf(out, ", %s %u", at->unit, at->index);
	if (at->detail[0])
		buffer_printf(out, ", %s", at->detail);
	buffer_printf(out, ": %s", why->reason);
}
