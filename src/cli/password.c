/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/password.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/file.h"
#include "cli/memory.h"
#include "cli/option.h"
#include "cli/prompt.h"

enum { MOST_QUESTIONS = 3 };

static void wipe(char *text, size_t length)
{
	volatile char *at = text;

	while (length-- > 0)
		*at++ = '\0';
}

static void add(struct passwords *passwords, const char *password)
{
	passwords->all = memory_grow(passwords->all, passwords->count, sizeof *passwords->all);
	passwords->all[passwords->count++] = memory_copy(password);
}

/* The first line, without a byte order mark. */
static int take_file(const char *path, struct passwords *passwords)
{
	struct file file;
	char *line;

	if (!file_read(path, &file))
		return EXIT_TROUBLE;
	line = file.bytes ? file.bytes : memory_copy("");
	line[strcspn(line, "\r\n")] = '\0';
	add(passwords, strncmp(line, "\xef\xbb\xbf", 3) == 0 ? line + 3 : line);
	wipe(line, file.length);
	free(line);
	return OPTION_TAKEN;
}

bool password_is_option(int id)
{
	return id == OPTION_PASSWORD_FILE || id == OPTION_PASSWORD_ENV;
}

int password_take_option(const struct call *call, int id, const char *argument,
	struct passwords *passwords)
{
	const char *value;

	if (id == OPTION_PASSWORD_FILE)
		return take_file(argument, passwords);
	value = getenv(argument);
	if (!value)
		return call_wrong(call, "there is no variable `%s` in the environment", argument);
	add(passwords, value);
	return OPTION_TAKEN;
}

const char *password_next(struct passwords *passwords, const char *file, unsigned int attempt)
{
	char typed[PROMPT_BYTES];

	if (attempt == 0)
		passwords->asked = 0;
	if (attempt < passwords->count)
		return passwords->all[attempt];
	if (passwords->asked == MOST_QUESTIONS || !prompt_secret(file, typed))
		return NULL;
	passwords->asked++;
	add(passwords, typed);
	wipe(typed, sizeof typed);
	return passwords->all[attempt];
}

void password_done(struct passwords *passwords)
{
	for (size_t i = 0; i < passwords->count; i++) {
		wipe(passwords->all[i], strlen(passwords->all[i]));
		free(passwords->all[i]);
	}
	free(passwords->all);
}
