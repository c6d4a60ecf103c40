/* SPDX-License-Identifier: Apache-2.0 */
/* walk.h - all files under a path: in folders, in archives, and in archives inside these.
 *
 * Folders are read in the byte order of names, archives in their own. Symbolic links are followed,
 * but each folder is read once, so that links in a circle end. Only files are opened: pipes,
 * sockets and devices are told and passed over. Archives are known by their first bytes: tar, zip,
 * and either or a single file packed by gzip or zstd; they are unpacked in memory, and never to
 * more than WALK_RATIO times their size. One file is in memory at a time, and the names in the
 * folders that are open.
 */
#ifndef FILES_WALK_H
#define FILES_WALK_H

#include "base/arena.h"
#include "base/buffer.h"

enum {
	WALK_HEAD = 4096,               /* bytes that are enough to know a file */
	WALK_MAX = 1 << 26,             /* bytes of a file that was not named itself */
	WALK_MAX_DEPTH = 64,            /* folders in one another */
	WALK_MAX_NESTING = 3,           /* archives in one another */
	WALK_MAX_MEMBERS = 1 << 20,     /* of an archive */
	WALK_RATIO = 64,                /* bytes that an archive may unpack to for each of its own, ... */
	WALK_UNPACKED = 1 << 26         /* ... and besides */
};

/* Borrowed until the call that gives it returns. */
struct walk_file {
	struct text name;       /* "folder/bundle.zip!dir/a.cer"; a NUL follows */
	struct text bytes;      /* all of them; when asked whether it is wanted, at most WALK_HEAD */
	bool named;             /* it is the path itself */
	bool packed;            /* it is in an archive: there is no such path */
};

/* Something that can't be read, or that is passed over. */
struct walk_trouble {
	bool passed_over;
	struct text name;
	const char *why;
};

struct walk {
	bool (*wants)(void *user, const struct walk_file *file);        /* NULL: all */
	void (*file)(void *user, const struct walk_file *file);
	void (*trouble)(void *user, const struct walk_trouble *trouble);
	void *user;
};

/* A path that is no pipe and no device; what is there is told to the walk. */
void walk_path(const struct walk *walk, const char *path);

/* Do an archive's bytes begin so? */
bool walk_is_archive(struct text head);

/* Bytes that came from somewhere else, as if they were the file of that name. */
void walk_bytes(const struct walk *walk, struct text name, struct text bytes);

#endif
