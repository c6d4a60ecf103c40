/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/utf16.h"

struct utf16 utf16_recognise(struct text bytes)
{
	if (text_starts(bytes, TEXT("\xff\xfe")))
		return (struct utf16){ .is = true, .skip = 2 };
	if (text_starts(bytes, TEXT("\xfe\xff")))
		return (struct utf16){ .is = true, .big = true, .skip = 2 };
	if (text_starts(bytes, TEXT("-\0")) || text_starts(bytes, TEXT("M\0")))
		return (struct utf16){ .is = true };
	if (text_starts(bytes, TEXT("\0-")) || text_starts(bytes, TEXT("\0M")))
		return (struct utf16){ .is = true, .big = true };
	return (struct utf16){ .is = false };
}

struct text utf16_to_ascii(struct text bytes, struct utf16 how, struct arena *arena)
{
	uint32_t count = (bytes.length - how.skip) / 2;
	const char *at = bytes.at + how.skip;
	char *out = arena_alloc(arena, (size_t)count + 1);

	for (uint32_t i = 0; i < count; i++) {
		char low = at[2 * i + how.big], high = at[2 * i + !how.big];

		out[i] = '?';
		if (high == 0 && (unsigned char)low < 0x80)
			out[i] = low;
	}
	return (struct text){ out, count };
}
