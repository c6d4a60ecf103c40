/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/endpoints.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/memory.h"
#include "cli/option.h"

static void add(struct endpoints *endpoints, const char *name)
{
	endpoints->names = memory_grow(endpoints->names, endpoints->count,
		sizeof *endpoints->names);
	endpoints->names[endpoints->count++] = memory_copy(name);
}

/* A name ends where white space or a remark begins. */
static void take_line(char *line, struct endpoints *endpoints)
{
	line += strspn(line, " \t");
	line[strcspn(line, "#\r")] = '\0';
	for (size_t end = strlen(line); end > 0 && strchr(" \t", line[end - 1]); end--)
		line[end - 1] = '\0';
	if (*line)
		add(endpoints, line);
}

static int take_file(const char *path, struct endpoints *endpoints)
{
	struct file file;
	char *at;

	if (!file_read(path, &file))
		return EXIT_TROUBLE;
	at = file.bytes;
	if (at && strncmp(at, "\xef\xbb\xbf", 3) == 0)
		at += 3;
	while (at && at < file.bytes + file.length) {
		size_t length = strcspn(at, "\n");
		char *next = at + length + 1;

		at[length] = '\0';
		take_line(at, endpoints);
		at = next;
	}
	file_free(&file);
	return OPTION_TAKEN;
}

static int take_timeout(const struct call *call, const char *argument, struct endpoints *endpoints)
{
	enum { MOST_SECONDS = 600 };
	char *end;
	double seconds = strtod(argument, &end);

	if (*end || end == argument || !(seconds >= 0.1 && seconds <= MOST_SECONDS))
		return call_wrong(call, "--timeout is a number of seconds from 0.1 to %d, not `%s`",
			MOST_SECONDS, argument);
	endpoints->timeout = (uint32_t)(seconds * 1000);
	return OPTION_TAKEN;
}

bool endpoints_is_option(int id)
{
	return id == OPTION_ENDPOINTS || id == OPTION_TIMEOUT || id == OPTION_ROOTS;
}

int endpoints_take_option(const struct call *call, int id, const char *argument,
	struct endpoints *endpoints)
{
	if (id == OPTION_TIMEOUT)
		return take_timeout(call, argument, endpoints);
	if (id == OPTION_ENDPOINTS)
		return take_file(argument, endpoints);
	file_free(&endpoints->roots);
	return file_read(argument, &endpoints->roots) ? OPTION_TAKEN : EXIT_TROUBLE;
}

bool endpoints_is_name(const char *operand)
{
	return strncasecmp(operand, "tls://", 6) == 0;
}

void endpoints_take_operands(const struct call *call, int first, struct endpoints *endpoints)
{
	for (int i = first; i < call->argc; i++)
		if (endpoints_is_name(call->argv[i]))
			add(endpoints, call->argv[i]);
}

enum assay_status endpoints_probe(const struct endpoints *endpoints, assay_endpoint_fn *on_endpoint,
	assay_message_fn *on_message, void *user)
{
	struct assay_probe_options options = ASSAY_PROBE_OPTIONS_INIT;

	options.timeout = endpoints->timeout;
	options.roots = endpoints->roots.bytes;
	options.roots_length = endpoints->roots.length;
	options.on_endpoint = on_endpoint;
	options.on_message = on_message;
	options.user = user;
	return assay_probe((const char *const *)endpoints->names, endpoints->count, &options);
}

void endpoints_done(struct endpoints *endpoints)
{
	for (size_t i = 0; i < endpoints->count; i++)
		free(endpoints->names[i]);
	free(endpoints->names);
	file_free(&endpoints->roots);
}
