/* SPDX-License-Identifier: Apache-2.0 */
/* diag.h - mistakes, as data.
 *
 * A message is collected here and rendered later (diag/render.h). Its code,
 * severity and long explanation stand in messages.def. At most MAX_MISTAKES
 * are kept; a second message of one code at one place is dropped. Errors beyond
 * the limit are dropped too, but counted.
 */
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include "diag/source.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE };

enum message {
#define MSG(id, severity, text, long_text) MSG_##id,
#include "diag/messages.def"
#undef MSG
	MSG_COUNT
};

enum { MAX_MISTAKES = 100, MAX_NOTES = 3 };

struct diag_note {
	struct span at;         /* {0, 0}: about the whole message */
	struct text text;
};

struct diag {
	enum message code;
	enum severity severity;
	struct span at;
	struct text text;       /* short, lower case, no full stop */
	struct text help;       /* what to do; may be empty */
	struct diag_note notes[MAX_NOTES];
	uint32_t note_count;
	struct span fix_at;     /* replace this ... */
	struct text fix;        /* ... by this; only when has_fix */
	bool has_fix;
	struct diag *next;
};

struct diags {
	struct arena *arena;
	struct diag *first, **last;     /* kept in the order they were said */
	uint32_t count;
	uint32_t errors;
	bool too_many;
	struct diag dropped;            /* what diag_say hands out for a dropped one */
};

void diags_init(struct diags *diags, struct arena *arena);

/* Say it. `code` gives the format; the arguments follow. The result is never NULL, so that
 * notes, help and a fix can be added; a dropped message is kept nowhere. */
struct diag *diag_say(struct diags *diags, enum message code, struct span at, ...);

void diag_note(struct diags *diags, struct diag *diag, struct span at,
               const char *format, ...) __attribute__((format(printf, 4, 5)));
void diag_help(struct diags *diags, struct diag *diag, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void diag_fix(struct diags *diags, struct diag *diag, struct span at, struct text text);

/* "E0101", its severity, format and long explanation. */
const char *message_code(enum message message);
enum severity message_severity(enum message message);
const char *message_text(enum message message);
const char *message_explanation(enum message message);

/* The message with this code ("E0101"), or MSG_COUNT. */
enum message message_find(struct text code);

#endif
