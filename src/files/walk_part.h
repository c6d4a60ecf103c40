/* SPDX-License-Identifier: Apache-2.0 */
/* walk_part.h - what the two halves of walk.h share, folders and archives; for walk*.c only. */
#ifndef FILES_WALK_PART_H
#define FILES_WALK_PART_H

#include "base/buffer.h"
#include "base/map.h"

struct walk;

struct walking {
	const struct walk *walk;
	struct buffer name;             /* of what is being read */
	struct buffer bytes;            /* of it, unless it is in an archive */
	struct arena arena;             /* of the map */
	struct map seen;                /* folders, by device and number */
	uint32_t depth;                 /* of folders */
	uint32_t nesting;               /* of archives */
	uint64_t may_unpack;            /* bytes, until the outermost archive is done */
};

/* Bytes of an archive, or where they can be read. */
struct walk_source {
	int file;                       /* at its start; -1: in memory */
	struct text bytes;
	uint64_t size;
};

/* What begins with these bytes. */
enum walk_packing { PACKING_NONE, PACKING_TAR, PACKING_ZIP, PACKING_GZIP, PACKING_ZSTD };
enum walk_packing walk_packing_of(struct text head);

/* Give the members of an archive, whose name is the one at hand, to the walk. */
void walk_archive(struct walking *w, enum walk_packing packing, const struct walk_source *source);

void walk_tell(struct walking *w, bool passed_over, const char *why);

#endif
