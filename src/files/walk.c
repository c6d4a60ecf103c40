/* SPDX-License-Identifier: Apache-2.0 */
#include "files/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/guard.h"
#include "files/walk_part.h"

static const size_t NAMED_MAX = (size_t)1 << 31;        /* bytes of a file that was named itself */

void walk_tell(struct walking *w, bool passed_over, const char *why)
{
	struct walk_trouble trouble = { passed_over, buffer_view(&w->name), why };

	w->walk->trouble(w->walk->user, &trouble);
}

static void tell_system(struct walking *w, int error)
{
	char text[100] = "it can't be read";

	if (error == ENOMEM)
		guard_no_memory();
	if (strerror_r(error, text, sizeof text) != 0)
		walk_tell(w, false, "it can't be read");
	else
		walk_tell(w, false, text);
}

static bool is_named(const struct walking *w)
{
	return w->depth == 0 && w->nesting == 0;
}

static struct walk_file file_at_hand(const struct walking *w, struct text bytes)
{
	return (struct walk_file){ buffer_view(&w->name), bytes, is_named(w), false };
}

/* --- files --- */

/* Read on to the end, or until there are `enough` bytes. False after trouble. */
static bool read_bytes(struct walking *w, int file, uint64_t enough)
{
	char chunk[65536];
	ssize_t got = 1;

	while (got != 0 && w->bytes.length < enough) {
		got = read(file, chunk, sizeof chunk);
		if (got < 0 && errno != EINTR) {
			tell_system(w, errno);
			return false;
		}
		if (got > 0)
			buffer_add(&w->bytes, chunk, (size_t)got);
	}
	return true;
}

static bool is_wanted(const struct walking *w)
{
	struct text head = buffer_view(&w->bytes);
	struct walk_file file;

	head.length = head.length < WALK_HEAD ? head.length : WALK_HEAD;
	file = file_at_hand(w, head);
	return !w->walk->wants || w->walk->wants(w->walk->user, &file);
}

static void give_file(struct walking *w)
{
	struct walk_file file = file_at_hand(w, buffer_view(&w->bytes));

	w->walk->file(w->walk->user, &file);
}

/* An open file, of which the first bytes were read. */
static void read_rest(struct walking *w, int file, uint64_t size)
{
	size_t most = is_named(w) ? NAMED_MAX : WALK_MAX;
	char why[64];

	if (!is_wanted(w) || !read_bytes(w, file, size < most ? size : most + 1))
		return;
	if (w->bytes.length <= most) {
		give_file(w);
		return;
	}
	snprintf(why, sizeof why, "it is larger than %zu MiB", most >> 20);
	walk_tell(w, false, why);
}

static void read_file(struct walking *w, int file)
{
	struct stat status;
	enum walk_packing packing;
	uint64_t size;

	buffer_reset(&w->bytes);
	if (fstat(file, &status) != 0) {
		tell_system(w, errno);
		return;
	}
	if (!S_ISREG(status.st_mode)) {
		walk_tell(w, true, "it is no file any more");
		return;
	}
	/* Some files, as in /proc, say that they are empty. */
	size = status.st_size > 0 ? (uint64_t)status.st_size : UINT64_MAX;
	if (!read_bytes(w, file, size < WALK_HEAD ? size : WALK_HEAD))
		return;
	packing = walk_packing_of(buffer_view(&w->bytes));
	if (packing == PACKING_NONE)
		read_rest(w, file, size);
	else if (lseek(file, 0, SEEK_SET) == 0)
		walk_archive(w, packing, &(struct walk_source){ .file = file,
			.size = (uint64_t)status.st_size });
	else
		tell_system(w, errno);
}

static void close_file(void *what)
{
	close(*(int *)what);
}

/* Not to wait where somebody puts a pipe in the place of the file. */
static void open_file(struct walking *w, int folder, const char *name)
{
	int file = openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct guard_cleanup cleanup;

	if (file < 0) {
		tell_system(w, errno);
		return;
	}
	guard_keep(&cleanup, close_file, &file);
	read_file(w, file);
	guard_give_back(&cleanup);
}

/* --- folders --- */

struct names {
	struct arena arena;
	const char **all;
	uint32_t count, capacity;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted; false after trouble. */
static bool read_names(struct walking *w, DIR *folder, struct names *names)
{
	const struct dirent *entry;

	for (errno = 0; (entry = readdir(folder)) != NULL; errno = 0) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		names->all = arena_grow(&names->arena, names->all, &names->capacity,
		                        names->count + 1, sizeof *names->all);
		names->all[names->count++] =
			arena_text(&names->arena, text_from(entry->d_name)).at;
	}
	if (errno != 0)
		tell_system(w, errno);
	else if (names->count)
		qsort(names->all, names->count, sizeof *names->all, compare_names);
	return errno == 0;
}

static void walk_entry(struct walking *w, int folder, const char *name);

static void walk_names(struct walking *w, DIR *folder)
{
	struct names names = { .count = 0 };
	struct guard_cleanup cleanup;
	size_t length = w->name.length;
	bool slash = length > 0 && w->name.at[length - 1] == '/';

	guard_keep(&cleanup, arena_cleanup, &names.arena);
	if (read_names(w, folder, &names)) {
		w->depth++;
		for (uint32_t i = 0; i < names.count; i++) {
			buffer_string(&w->name, slash ? "" : "/");
			buffer_string(&w->name, names.all[i]);
			walk_entry(w, dirfd(folder), names.all[i]);
			buffer_cut(&w->name, length);
		}
		w->depth--;
	}
	guard_give_back(&cleanup);
}

/* Was this folder met before? If not, it is remembered. */
static bool was_seen(struct walking *w, const struct stat *status)
{
	uint64_t identity[2] = { (uint64_t)status->st_dev, (uint64_t)status->st_ino };
	struct text key = { (const char *)identity, sizeof identity };

	if (map_get(&w->seen, key) != MAP_NONE)
		return true;
	map_put(&w->seen, &w->arena, arena_text(&w->arena, key), 0);
	return false;
}

static void close_folder(void *what)
{
	closedir(what);
}

static void walk_folder(struct walking *w, int parent, const char *name)
{
	int file = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *folder = file < 0 ? NULL : fdopendir(file);
	struct guard_cleanup cleanup;

	if (!folder) {
		tell_system(w, errno);
		if (file >= 0)
			close(file);
		return;
	}
	guard_keep(&cleanup, close_folder, folder);
	walk_names(w, folder);
	guard_give_back(&cleanup);
}

static const char *what_it_is(mode_t mode)
{
	if (S_ISFIFO(mode))
		return "it is a pipe";
	if (S_ISSOCK(mode))
		return "it is a socket";
	return "it is a device";
}

static void walk_entry(struct walking *w, int folder, const char *name)
{
	struct stat status;

	if (fstatat(folder, name, &status, 0) != 0) {
		if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
		    && S_ISLNK(status.st_mode) && !is_named(w))
			walk_tell(w, true, "it is a link that leads nowhere");
		else
			tell_system(w, errno);
	} else if (S_ISREG(status.st_mode)) {
		open_file(w, folder, name);
	} else if (!S_ISDIR(status.st_mode)) {
		walk_tell(w, true, what_it_is(status.st_mode));
	} else if (was_seen(w, &status)) {
		walk_tell(w, true, "this folder was read before, under another name");
	} else if (w->depth == WALK_MAX_DEPTH) {
		walk_tell(w, false, "folders are nested deeper than 64");
	} else {
		walk_folder(w, folder, name);
	}
}

/* --- the whole --- */

static void finish(void *what)
{
	struct walking *w = what;

	buffer_done(&w->name);
	buffer_done(&w->bytes);
	arena_free(&w->arena);
}

void walk_path(const struct walk *walk, const char *path)
{
	struct walking w = { .walk = walk };
	struct guard_cleanup cleanup;

	guard_keep(&cleanup, finish, &w);
	buffer_string(&w.name, path);
	walk_entry(&w, AT_FDCWD, path);
	guard_give_back(&cleanup);
}

void walk_bytes(const struct walk *walk, struct text name, struct text bytes)
{
	struct walking w = { .walk = walk };
	enum walk_packing packing = walk_packing_of(bytes);
	struct walk_file file;
	struct guard_cleanup cleanup;

	guard_keep(&cleanup, finish, &w);
	buffer_text(&w.name, name);
	file = file_at_hand(&w, bytes);
	if (packing != PACKING_NONE)
		walk_archive(&w, packing, &(struct walk_source){ .file = -1, .bytes = bytes,
			.size = bytes.length });
	else
		walk->file(walk->user, &file);
	guard_give_back(&cleanup);
}
