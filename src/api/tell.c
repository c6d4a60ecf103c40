/* SPDX-License-Identifier: Apache-2.0 */
/* tell.c - messages to the caller. */
#include "api/handle.h"
#include "base/guard.h"
#include "base/json.h"
#include "diag/render.h"

static void tell_one(const struct load *load, const struct diag *diag,
                     const struct assay_compile_options *options)
{
	static const enum assay_severity severities[] = {
		[SEVERITY_ERROR] = ASSAY_ERROR, [SEVERITY_WARNING] = ASSAY_WARNING,
		[SEVERITY_NOTE] = ASSAY_NOTE };
	const struct source *source = sources_find(&load->sources, diag->at.from);
	struct buffer rendered = { .arena = load->arena }, json = { .arena = load->arena };
	struct assay_message message = { .severity = severities[diag->severity],
		.code = message_code(diag->code), .file = "", .text = diag->text.at };

	render_text(&rendered, &load->sources, diag, options->color);
	render_json(&json, &load->sources, diag);
	message.rendered = rendered.at;
	message.json = json.at;
	if (source && diag->at.from) {
		struct position position = source_position(source, diag->at.from);

		message.file = source->name.at;
		message.line = position.line;
		message.column = position.column;
	}
	options->on_message(&message, options->user);
}

/* In the order of the source; what was said first about a place stays first. */
static const struct diag **sort_diags(const struct load *load)
{
	const struct diag **sorted = arena_array(load->arena, load->diags.count + 1, sizeof *sorted);
	uint32_t count = 0;

	for (const struct diag *diag = load->diags.first; diag; diag = diag->next) {
		uint32_t at = count++;

		for (; at > 0 && sorted[at - 1]->at.from > diag->at.from; at--)
			sorted[at] = sorted[at - 1];
		sorted[at] = diag;
	}
	return sorted;
}

void tell_diags(const struct load *load, const struct assay_compile_options *options)
{
	const struct diag **sorted;

	if (!options->on_message)
		return;
	sorted = sort_diags(load);
	for (uint32_t i = 0; i < load->diags.count; i++)
		tell_one(load, sorted[i], options);
}

void tell_message(assay_message_fn *fn, void *user, struct assay_message message)
{
	static const char *const names[] = { "error", "warning", "note" };
	struct arena words = { 0 };
	struct guard_cleanup cleanup;
	struct buffer rendered = { .arena = &words }, json = { .arena = &words };

	if (!fn)
		return;
	guard_keep(&cleanup, arena_cleanup, &words);
	message.code = "";
	buffer_string(&rendered, message.file);
	if (message.line)
		buffer_printf(&rendered, ":%u:%u", message.line, message.column);
	buffer_printf(&rendered, ": %s: %s\n", names[message.severity], message.text);
	buffer_printf(&json, "{\"code\": \"\", \"severity\": \"%s\", \"file\": ",
	              names[message.severity]);
	json_text(&json, text_from(message.file));
	if (message.line)
		buffer_printf(&json, ", \"line\": %u, \"column\": %u", message.line,
		              message.column);
	buffer_string(&json, ", \"message\": ");
	json_text(&json, text_from(message.text));
	buffer_string(&json, ", \"notes\": []}");
	message.rendered = rendered.at;
	message.json = json.at;
	fn(&message, user);
	guard_give_back(&cleanup);
}

void tell_input(assay_message_fn *fn, void *user, enum assay_severity severity, const char *file,
                const char *text)
{
	tell_message(fn, user, (struct assay_message){ .severity = severity, .file = file,
	                                               .text = text });
}
