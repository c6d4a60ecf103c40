/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_archive.c - any bytes as a file that may be an archive: every member has a name and bytes, and
 * not too many of them come out.
 */
#include <stdlib.h>

#include "files/walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct work {
	uint64_t unpacked;
	uint32_t told;
};

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void take(void *user, const struct walk_file *file)
{
	struct work *work = user;

	demand(text_starts(file->name, TEXT("x")) && file->name.at[file->name.length] == '\0');
	demand(file->named != file->packed && file->bytes.length <= WALK_MAX);
	work->unpacked += file->packed ? file->bytes.length : 0;
}

static void trouble(void *user, const struct walk_trouble *trouble)
{
	demand(trouble->why && *trouble->why);
	((struct work *)user)->told++;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct work work = { 0, 0 };
	const struct walk walk = { NULL, take, trouble, &work };

	if (length > UINT32_MAX)
		return 0;
	walk_bytes(&walk, TEXT("x"), (struct text){ (const char *)bytes, (uint32_t)length });
	demand(work.unpacked <= WALK_UNPACKED + (uint64_t)WALK_RATIO * length);
	return 0;
}
