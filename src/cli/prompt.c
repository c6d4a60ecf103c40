/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/prompt.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "cli/glyph.h"

/* Signals that would leave the terminal without echo. */
static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };
enum { SIGNALS = sizeof signals / sizeof signals[0] };

static volatile sig_atomic_t caught;

static void note_signal(int number)
{
	caught = number;
}

static void catch_signals(struct sigaction before[SIGNALS])
{
	struct sigaction action = { .sa_handler = note_signal };

	caught = 0;
	sigemptyset(&action.sa_mask);
	for (int i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &action, &before[i]);
}

/* And let the one that was caught do what it does. */
static void release_signals(const struct sigaction before[SIGNALS])
{
	for (int i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &before[i], NULL);
	if (caught)
		raise(caught);
}

/* A line; what does not fit is lost. False if there is none. */
static bool read_line(int terminal, char typed[PROMPT_BYTES])
{
	size_t length = 0;
	char byte = '\0';
	ssize_t got;

	while ((got = read(terminal, &byte, 1)) == 1 && byte != '\n' && byte != '\r')
		if (length < PROMPT_BYTES - 1)
			typed[length++] = byte;
	typed[length] = '\0';
	return got == 1 && length > 0;
}

static bool read_hidden(int terminal, char typed[PROMPT_BYTES])
{
	struct sigaction before[SIGNALS];
	struct termios shown, hidden;
	bool done = false;

	if (tcgetattr(terminal, &shown) != 0)
		return false;
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
	catch_signals(before);
	if (tcsetattr(terminal, TCSAFLUSH, &hidden) == 0) {
		done = read_line(terminal, typed);
		tcsetattr(terminal, TCSAFLUSH, &shown);
	}
	release_signals(before);
	return done;
}

bool prompt_secret(const char *file, char typed[PROMPT_BYTES])
{
	FILE *out;
	bool done;
	int terminal;

	if (!isatty(STDERR_FILENO))
		return false;
	terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (terminal < 0)
		return false;
	fflush(stdout);
	out = stderr;
	fputs("Password of ", out);
	glyph_print(out, file);
	fputs(": ", out);
	fflush(out);
	done = read_hidden(terminal, typed);
	fputc('\n', out);
	close(terminal);
	return done;
}
