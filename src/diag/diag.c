/* SPDX-License-Identifier: Apache-2.0 */
#include "diag/diag.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
	const char *code, *text, *explanation;
	enum severity severity;
} messages[MSG_COUNT] = {
#define MSG(id, severity, text, long_text) \
	[MSG_##id] = { #id, text, long_text, SEVERITY_##severity },
#include "diag/messages.def"
#undef MSG
};

void diags_init(struct diags *diags, struct arena *arena)
{
	*diags = (struct diags){ .arena = arena };
	diags->last = &diags->first;
}

static struct text write_text(struct arena *arena, const char *format,
                              va_list args)
{
	va_list again;
	int length;
	char *memory;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		length = 0;
	memory = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(memory, (size_t)length + 1, format, args);
	return (struct text){ memory, (uint32_t)length };
}

static bool is_nowhere(struct span span)
{
	return span.from == 0;
}

/* Messages about no place are the same only if they say the same. */
static bool is_same(const struct diag *a, const struct diag *b)
{
	return a->code == b->code
	    && a->at.from == b->at.from && a->at.to == b->at.to
	    && (!is_nowhere(a->at) || text_equal(a->text, b->text));
}

static bool was_said(const struct diags *diags, const struct diag *diag)
{
	for (const struct diag *d = diags->first; d; d = d->next)
		if (is_same(d, diag))
			return true;
	return false;
}

/* Blank again, since callers may have written into it. */
static struct diag *drop(struct diags *diags, const struct diag *diag)
{
	diags->dropped = *diag;
	return &diags->dropped;
}

static struct diag *keep(struct diags *diags, const struct diag *diag)
{
	struct diag *kept = arena_alloc(diags->arena, sizeof *kept);

	*kept = *diag;
	*diags->last = kept;
	diags->last = &kept->next;
	diags->count++;
	return kept;
}

struct diag *diag_say(struct diags *diags, enum message code, struct span at,
                      ...)
{
	struct diag diag = { .code = code, .at = at,
	                     .severity = messages[code].severity };
	bool room = diags->count < MAX_MISTAKES;
	va_list args;

	if (room || is_nowhere(at)) {
		va_start(args, at);
		diag.text = write_text(diags->arena, messages[code].text,
		                       args);
		va_end(args);
	}
	if (was_said(diags, &diag))
		return drop(diags, &diag);
	diags->errors += diag.severity == SEVERITY_ERROR;
	if (room)
		return keep(diags, &diag);
	diags->too_many = true;
	return drop(diags, &diag);
}

void diag_note(struct diags *diags, struct diag *diag, struct span at,
               const char *format, ...)
{
	va_list args;

	if (diag == &diags->dropped || diag->note_count == MAX_NOTES)
		return;
	va_start(args, format);
	diag->notes[diag->note_count++] = (struct diag_note){
		at, write_text(diags->arena, format, args) };
	va_end(args);
}

void diag_help(struct diags *diags, struct diag *diag, const char *format, ...)
{
	va_list args;

	if (diag == &diags->dropped)
		return;
	va_start(args, format);
	diag->help = write_text(diags->arena, format, args);
	va_end(args);
}

void diag_fix(struct diags *diags, struct diag *diag, struct span at,
              struct text text)
{
	if (diag == &diags->dropped)
		return;
	diag->fix_at = at;
	diag->fix = arena_text(diags->arena, text);
	diag->has_fix = true;
}

const char *message_code(enum message message)
{
	return messages[message].code;
}

enum severity message_severity(enum message message)
{
	return messages[message].severity;
}

const char *message_text(enum message message)
{
	return messages[message].text;
}

const char *message_explanation(enum message message)
{
	return messages[message].explanation;
}

enum message message_find(struct text code)
{
	int m = 0;

	while (m < MSG_COUNT && !text_equal(code, text_from(messages[m].code)))
		m++;
	return (enum message)m;
}
