/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/memory.h"
#include "cli/tell.h"

enum { PATH_BYTES = 4096, MOST_LINKS = 40 };
static const size_t BLOCK = 65536;

static bool fail(const char *path)
{
	tell("%s: %s", strcmp(path, "-") == 0 ? "standard input" : path, strerror(errno));
	return false;
}

/* --- reading ----------------------------------------------------------- */

static bool read_all(int in, struct file *file)
{
	size_t capacity = 0;
	ssize_t got;

	do {
		if (capacity - file->length <= BLOCK) {
			char *larger = memory_new(2 * (capacity + BLOCK), 1);

			capacity = 2 * (capacity + BLOCK);
			if (file->bytes)
				memcpy(larger, file->bytes, file->length);
			free(file->bytes);
			file->bytes = larger;
		}
		got = read(in, file->bytes + file->length, BLOCK);
		if (got > 0)
			file->length += (size_t)got;
	} while (got > 0 || (got < 0 && errno == EINTR));
	return got == 0;
}

bool file_read(const char *path, struct file *file)
{
	bool given = strcmp(path, "-") == 0, complete;
	int in = given ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);

	*file = (struct file){ NULL, 0 };
	if (in < 0)
		return fail(path);
	complete = read_all(in, file) || fail(path);
	if (!given)
		close(in);
	if (!complete)
		file_free(file);
	return complete;
}

void file_free(struct file *file)
{
	free(file->bytes);
	*file = (struct file){ NULL, 0 };
}

/* --- writing ----------------------------------------------------------- */

static bool write_all(int out, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t put = write(out, bytes, length);

		if (put < 0 && errno != EINTR)
			return false;
		if (put > 0) {
			bytes += put;
			length -= (size_t)put;
		}
	}
	return true;
}

/* A device or pipe is written to as it is; there is nothing to replace. */
static bool write_through(const char *path, const void *bytes, size_t length)
{
	int out = open(path, O_WRONLY | O_CLOEXEC);
	bool complete;

	if (out < 0)
		return fail(path);
	complete = write_all(out, bytes, length);
	complete = (close(out) == 0 && complete) || fail(path);
	return complete;
}

/* Fill a new file beside the one at `path` and let it take that one's place. */
static bool write_beside(const char *path, mode_t mode, const void *bytes, size_t length)
{
	size_t size = strlen(path) + sizeof ".XXXXXX";
	char *name = memory_new(size, 1);
	bool complete;
	int out;

	snprintf(name, size, "%s.XXXXXX", path);
	out = mkstemp(name);
	complete = out >= 0 && write_all(out, bytes, length) && fchmod(out, mode) == 0
		&& fsync(out) == 0;
	if (out >= 0)
		complete = close(out) == 0 && complete;
	complete = (complete && rename(name, path) == 0) || fail(path);
	if (!complete && out >= 0)
		unlink(name);
	free(name);
	return complete;
}

/* What a symbolic link leads to in the end, of the heap. NULL, and errno, if it leads nowhere. */
static char *follow_links(const char *path)
{
	char *target = memory_copy(path), *next, link[PATH_BYTES];
	int steps = 0;
	ssize_t length;

	while ((length = readlink(target, link, sizeof link)) > 0) {
		const char *slash = strrchr(target, '/');
		int folder = slash && link[0] != '/' ? (int)(slash - target) + 1 : 0;

		if (length == sizeof link || ++steps > MOST_LINKS) {
			free(target);
			errno = ELOOP;
			return NULL;
		}
		next = memory_print("%.*s%.*s", folder, target, (int)length, link);
		free(target);
		target = next;
	}
	return target;
}

bool file_replace(const char *path, const void *bytes, size_t length)
{
	struct stat status;
	mode_t mask;
	char *target;
	bool complete;

	if (stat(path, &status) != 0) {
		mask = umask(0);
		umask(mask);
		return write_beside(path, 0666 & ~mask, bytes, length);
	}
	if (S_ISDIR(status.st_mode)) {
		errno = EISDIR;
		return fail(path);
	}
	if (!S_ISREG(status.st_mode))
		return write_through(path, bytes, length);
	target = follow_links(path);
	if (!target)
		return fail(path);
	complete = write_beside(target, status.st_mode & 07777, bytes, length);
	free(target);
	return complete;
}

bool file_create(const char *path, const void *bytes, size_t length, bool *exists)
{
	int out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool complete;

	*exists = out < 0 && errno == EEXIST;
	if (*exists)
		return false;
	complete = out >= 0 && write_all(out, bytes, length);
	if (out >= 0)
		complete = close(out) == 0 && complete;
	if (!complete)
		fail(path);
	if (!complete && out >= 0)
		unlink(path);
	return complete;
}

/* --- walking ----------------------------------------------------------- */

static bool ends_in_assay(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && strcmp(dot, ".assay") == 0;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths of what is in a folder, sorted; NULL after trouble was told. */
static char **list_folder(const char *path, size_t *count)
{
	DIR *folder = opendir(path);
	char **paths = memory_new(1, sizeof *paths);
	const struct dirent *entry;

	*count = 0;
	if (!folder) {
		fail(path);
		free(paths);
		return NULL;
	}
	while ((entry = readdir(folder))) {
		size_t size = strlen(path) + strlen(entry->d_name) + 2;

		if (entry->d_name[0] == '.')
			continue;
		paths = memory_grow(paths, *count, sizeof *paths);
		paths[*count] = memory_new(size, 1);
		snprintf(paths[*count], size, "%s%s%s", path,
			path[strlen(path) - 1] == '/' ? "" : "/", entry->d_name);
		++*count;
	}
	closedir(folder);
	qsort(paths, *count, sizeof *paths, compare_names);
	return paths;
}

static bool walk_folder(const char *path, file_fn *visit, void *user)
{
	size_t count;
	char **paths = list_folder(path, &count);
	bool complete = true;
	struct stat status;

	if (!paths)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (lstat(paths[i], &status) == 0 && S_ISDIR(status.st_mode))
			complete = walk_folder(paths[i], visit, user) && complete;
		else if (ends_in_assay(paths[i]))
			visit(paths[i], user);
		free(paths[i]);
	}
	free(paths);
	return complete;
}

bool file_walk(const char *path, file_fn *visit, void *user)
{
	struct stat status;

	if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
		return walk_folder(path, visit, user);
	visit(path, user);
	return true;
}
