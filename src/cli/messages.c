/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/messages.h"

#include <inttypes.h>
#include <string.h>

#include "cli/glyph.h"

struct messages messages_on(FILE *out)
{
	return (struct messages){ .out = out };
}

static const char *const severities[] = { "error", "warning", "note" };

/* Trouble with an input: one line, in which may stand what was read. */
static void print_line(FILE *out, const struct assay_message *message)
{
	glyph_print(out, strcmp(message->file, "-") == 0 ? "standard input" : message->file);
	if (message->line)
		fprintf(out, ":%" PRIu32 ":%" PRIu32, message->line, message->column);
	fprintf(out, "%s%s: ", *message->file ? ": " : "", severities[message->severity]);
	glyph_print(out, message->text);
	fputc('\n', out);
}

static void print_text(struct messages *messages, const struct assay_message *message)
{
	if (messages->out == stderr)
		fflush(stdout);
	if (!*message->code) {
		print_line(messages->out, message);
		return;
	}
	if (messages->said.count > 1)
		fputc('\n', messages->out);
	fputs(message->rendered, messages->out);
}

void messages_take(const struct assay_message *message, void *user)
{
	struct messages *messages = user;
	struct lookup_entry *entry = lookup_add(&messages->said, message->json);

	if (entry->value)
		return;
	entry->value = messages;
	messages->counts[message->severity]++;
	if (messages->json) {
		json_out_line(messages->json);
		json_out_raw(messages->json, message->json);
	} else {
		print_text(messages, message);
	}
}

void messages_sum_up(const struct messages *messages)
{
	const char *between = "\n";

	if (messages->json || messages->said.count < 2)
		return;
	for (size_t i = 0; i < 3; i++) {
		if (messages->counts[i] == 0)
			continue;
		fprintf(messages->out, "%s%zu %s%s", between, messages->counts[i], severities[i],
			messages->counts[i] == 1 ? "" : "s");
		between = ", ";
	}
	fputc('\n', messages->out);
}

void messages_done(struct messages *messages)
{
	lookup_done(&messages->said);
}
