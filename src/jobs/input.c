/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/walk.h"
#include "forms/forms.h"

bool input_is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool input_exists(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && !S_ISDIR(status.st_mode);
}

static bool say(char why[INPUT_WHY], const char *text)
{
	snprintf(why, INPUT_WHY, "%s", text);
	return false;
}

static bool say_system(char why[INPUT_WHY], int error)
{
	char text[100] = "it can't be read";

	if (strerror_r(error, text, sizeof text) != 0)
		return say(why, "it can't be read");
	return say(why, text);
}

/* Read until there are `most` bytes, or to the end: then *ended is set. */
static bool read_up_to(int file, size_t most, struct buffer *out, bool *ended, char why[INPUT_WHY])
{
	enum { STEP = 65536 };

	*ended = false;
	while (!*ended && out->length < most) {
		size_t step = most - out->length < STEP ? most - out->length : STEP;
		ssize_t got = read(file, buffer_room(out, step), step);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return say_system(why, errno);
		*ended = got == 0;
		out->length += (size_t)got;
	}
	return true;
}

static bool read_all(int file, size_t most, struct buffer *out, char why[INPUT_WHY])
{
	bool ended;

	if (!read_up_to(file, most + 1, out, &ended, why))
		return false;
	if (out->length > most) {
		snprintf(why, INPUT_WHY, "it is larger than %zu MiB", most >> 20);
		return false;
	}
	return true;
}

/* A file descriptor of the caller's; -1, and why, when there is nothing to read. */
static int open_input(const char *path, char why[INPUT_WHY])
{
	struct stat status;
	int file = strcmp(path, "-") == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
		: open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (file < 0) {
		say_system(why, errno);
		return -1;
	}
	if (strcmp(path, "-") == 0)
		return file;
	if (fstat(file, &status) != 0) {
		say_system(why, errno);
	} else if (S_ISDIR(status.st_mode)) {
		say(why, "it is a directory");
	} else if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)
	           && !S_ISCHR(status.st_mode)) {
		say(why, "it is no file");
	} else {
		fcntl(file, F_SETFL, fcntl(file, F_GETFL) & ~O_NONBLOCK);
		return file;
	}
	close(file);
	return -1;
}

bool input_read(const char *path, size_t most, struct buffer *out, char why[INPUT_WHY])
{
	int file = open_input(path, why);

	return file >= 0 && input_rest(file, most, out, why);
}

bool input_read_file(const char *path, size_t most, struct buffer *out, char why[INPUT_WHY])
{
	int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (file < 0)
		return say_system(why, errno);
	if (input_is_regular(file))
		return input_rest(file, most, out, why);
	close(file);
	return say(why, input_is_folder(path) ? "it is a directory" : "it is no file");
}

bool input_begin(const char *path, size_t window, struct buffer *out, int *file,
                 char why[INPUT_WHY])
{
	bool ended, good;

	*file = open_input(path, why);
	if (*file < 0)
		return false;
	good = read_up_to(*file, window, out, &ended, why);
	if (!good || ended) {
		close(*file);
		*file = -1;
	}
	return good;
}

bool input_rest(int file, size_t most, struct buffer *out, char why[INPUT_WHY])
{
	bool good = read_all(file, most, out, why);

	close(file);
	return good;
}

bool input_is_regular(int file)
{
	struct stat status;

	return fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

bool input_is_walked(const char *path)
{
	struct stat status;
	char head[WALK_HEAD];
	ssize_t got;
	struct text text;
	int file;

	if (strcmp(path, "-") == 0 || stat(path, &status) != 0)
		return false;
	if (S_ISDIR(status.st_mode))
		return true;
	file = S_ISREG(status.st_mode) ? open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) : -1;
	got = file < 0 ? 0 : read(file, head, sizeof head);
	if (file >= 0)
		close(file);
	text = (struct text){ head, got > 0 ? (uint32_t)got : 0 };
	return walk_is_archive(text) || forms_may_hold(text);
}
