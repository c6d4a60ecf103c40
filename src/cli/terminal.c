/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/tell.h"

enum { WIDTH_DEFAULT = 80, WIDTH_LEAST = 40, WIDTH_MOST = 120 };

static enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color;

void terminal_set_color(const char *when)
{
	if (strcmp(when, "always") == 0)
		color = COLOR_ALWAYS;
	else
		color = strcmp(when, "never") == 0 ? COLOR_NEVER : COLOR_AUTO;
}

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value;
}

bool terminal_color(FILE *stream)
{
	const char *kind = getenv("TERM");

	if (color != COLOR_AUTO)
		return color == COLOR_ALWAYS;
	if (is_set("NO_COLOR") || (kind && strcmp(kind, "dumb") == 0))
		return false;
	return isatty(fileno(stream));
}

static long columns_of_terminal(void)
{
#ifdef TIOCGWINSZ
	struct winsize size;

	if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		return size.ws_col;
#endif
	return 0;
}

int terminal_width(void)
{
	const char *variable = getenv("COLUMNS");
	long width = variable ? strtol(variable, NULL, 10) : 0;

	if (width <= 0)
		width = columns_of_terminal();
	if (width <= 0)
		width = WIDTH_DEFAULT;
	if (width < WIDTH_LEAST)
		return WIDTH_LEAST;
	return width > WIDTH_MOST ? WIDTH_MOST : (int)width;
}

void terminal_open(void)
{
	int last;

	do {
		last = open("/dev/null", O_RDONLY);
	} while (last >= 0 && last <= STDERR_FILENO);
	if (last >= 0)
		close(last);
	signal(SIGPIPE, SIG_IGN);
}

/* head(1), say, wants to hear no more; that is nothing to tell. */
static bool is_reader_gone(void)
{
	struct pollfd reader = { STDOUT_FILENO, 0, 0 };

	return poll(&reader, 1, 0) == 1 && (reader.revents & POLLERR);
}

int terminal_close(int status)
{
	bool failed = ferror(stdout);
	int trouble = fflush(stdout) ? errno : 0;

	if (!failed && !trouble)
		return status;
	if (is_reader_gone())
		return EXIT_TROUBLE;
	if (trouble)
		tell("standard output can't be written: %s", strerror(trouble));
	else
		tell("standard output can't be written");
	return EXIT_TROUBLE;
}
