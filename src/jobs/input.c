/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

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

static bool read_all(int file, size_t most, struct buffer *out, char why[INPUT_WHY])
{
	char chunk[65536];
	ssize_t got;

	while ((got = read(file, chunk, sizeof chunk)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return say_system(why, errno);
		if (out->length + (size_t)got > most) {
			snprintf(why, INPUT_WHY, "it is larger than %zu MiB", most >> 20);
			return false;
		}
		buffer_add(out, chunk, (size_t)got);
	}
	return true;
}

bool input_read(const char *path, size_t most, struct buffer *out, char why[INPUT_WHY])
{
	struct stat status;
	bool good;
	int file;

	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, most, out, why);
	file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (file < 0)
		return say_system(why, errno);
	if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode))
		good = say(why, "it is a directory");
	else if (fstat(file, &status) == 0 && !S_ISREG(status.st_mode)
	         && !S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode))
		good = say(why, "it is no file");
	else {
		fcntl(file, F_SETFL, fcntl(file, F_GETFL) & ~O_NONBLOCK);
		good = read_all(file, most, out, why);
	}
	close(file);
	return good;
}
