/* SPDX-License-Identifier: Apache-2.0 */
#include "tree/format.h"

#include <inttypes.h>

#include "base/guard.h"
#include "tree/format_part.h"

/* --- clauses ------------------------------------------------------------- */

/* Where what follows the word of a clause begins: in a rule, in a note. */
enum { RULE_COLUMN = 11, NOTE_COLUMN = 12 };

static uint32_t clause_column(uint32_t indent)
{
	return indent == 2 ? RULE_COLUMN : NOTE_COLUMN;
}

static const char *clause_word(const struct clause *clause)
{
	switch (clause->kind) {
	case CLAUSE_CITE: return "cite";
	case CLAUSE_SEVERITY: return "severity";
	case CLAUSE_LEVEL: return "level";
	case CLAUSE_WHEN: return "when";
	case CLAUSE_UNLESS: return "unless";
	case CLAUSE_REQUIRE: return "require";
	case CLAUSE_MANUAL: return "check manually";
	case CLAUSE_CAUTION: return "caution";
	case CLAUSE_FIX: return "fix";
	case CLAUSE_ALLOW: return "allow";
	case CLAUSE_NOTE_COVERS: return "covers";
	case CLAUSE_NOTE_WIDENS: return "widens";
	case CLAUSE_NOTE: return "note";
	case CLAUSE_COVERS: case CLAUSE_ROWS: break;
	}
	return "";
}

/* Up to here comments inside the clause move before it. */
static uint32_t clause_first_end(const struct clause *clause)
{
	if (clause->kind == CLAUSE_NOTE)
		return clause->text.at.to;
	return clause->condition ? format_first_end(clause->condition) : clause->at.to;
}

static void put_words(struct format *f, uint32_t column, const struct words *words)
{
	for (const struct word *word = words->first; word; word = word->next) {
		buffer_reset(&f->scratch);
		buffer_text(&f->scratch, word->text);
		if (word->next)
			buffer_byte(&f->scratch, ',');
		format_piece(f, column, buffer_view(&f->scratch));
	}
}

/* The condition of a clause and the text behind it, which goes below it if it does not fit. */
static void put_condition(struct format *f, const struct clause *clause)
{
	uint32_t column = format_column(f);

	f->indent = column;
	format_condition(f, clause->condition, 0);
	if (!clause->text.at.to)
		return;
	format_comments(f, column, clause->text.at.from);
	format_quoted_piece(f, column, clause->text);
}

static void put_quoted(struct format *f, struct text text)
{
	buffer_reset(&f->scratch);
	format_quoted(&f->scratch, text);
	format_text(f, buffer_view(&f->scratch));
}

static void put_allow(struct format *f, const struct clause *clause)
{
	format_text(f, clause->name.text);
	format_string(f, " by");
	put_words(f, RULE_COLUMN, &clause->words);
}

static void put_covers(struct format *f, const struct clause *clause)
{
	format_text(f, clause->words.first->text);
	if (format_column(f) < RULE_COLUMN - 1)
		format_space(f, RULE_COLUMN - 1);
	format_string(f, " covers ");
	format_text(f, clause->words.last->text);
}

static void put_mark(struct format *f, const struct clause *clause)
{
	format_string(f, "[");
	format_text(f, clause->name.text);
	format_string(f, "] ");
}

/* What stands behind the clause's word. */
static void put_clause_rest(struct format *f, const struct clause *clause)
{
	switch (clause->kind) {
	case CLAUSE_CITE:
		format_text(f, clause->words.first->text);
		format_quoted_piece(f, RULE_COLUMN, clause->text);
		break;
	case CLAUSE_SEVERITY: case CLAUSE_LEVEL:
		format_text(f, clause->words.first->text);
		break;
	case CLAUSE_MANUAL: case CLAUSE_FIX:
		put_quoted(f, clause->text.text);
		break;
	case CLAUSE_ALLOW:
		put_allow(f, clause);
		break;
	case CLAUSE_UNLESS:
		put_mark(f, clause);
		put_condition(f, clause);
		break;
	case CLAUSE_CAUTION:
		format_string(f, "when ");
		put_condition(f, clause);
		break;
	case CLAUSE_NOTE_COVERS: case CLAUSE_NOTE_WIDENS:
		format_string(f, "row when ");
		put_condition(f, clause);
		break;
	case CLAUSE_WHEN: case CLAUSE_REQUIRE:
		put_condition(f, clause);
		break;
	case CLAUSE_COVERS: case CLAUSE_ROWS: case CLAUSE_NOTE:
		break;
	}
}

static void put_clause(struct format *f, const struct clause *clause, uint32_t indent)
{
	format_begin(f, indent, (struct span){ clause->at.from, clause_first_end(clause) });
	format_string(f, clause_word(clause));
	if (format_column(f) >= clause_column(indent))
		format_string(f, " ");
	format_space(f, clause_column(indent));
	put_clause_rest(f, clause);
}

/* note [1] "title" { clauses } */
static void put_note(struct format *f, const struct clause *note)
{
	format_begin(f, 2, (struct span){ note->at.from, clause_first_end(note) });
	format_string(f, "note [");
	buffer_printf(f->out, "%" PRId64 "]", note->number);
	format_quoted_piece(f, 4, note->text);
	format_string(f, " {");
	f->tight = true;
	for (const struct clause *clause = note->clauses.first; clause; clause = clause->next)
		put_clause(f, clause, 4);
	format_comments(f, 4, note->at.to - 1);
	format_line(f, 2);
	format_string(f, "}");
}

static void put_clauses(struct format *f, const struct clauses *clauses)
{
	for (const struct clause *clause = clauses->first; clause; clause = clause->next) {
		if (clause->kind == CLAUSE_NOTE) {
			put_note(f, clause);
		} else if (clause->kind == CLAUSE_ROWS) {
			format_rows(f, 2, &clause->rows);
		} else if (clause->kind == CLAUSE_COVERS) {
			format_begin(f, 2, clause->at);
			put_covers(f, clause);
		} else {
			put_clause(f, clause, 2);
		}
	}
}

/* --- profiles ------------------------------------------------------------ */

static uint32_t settings_column(const struct setting *setting)
{
	uint32_t longest = 0;

	for (; setting; setting = setting->next)
		if (setting->value && setting->name.text.length > longest)
			longest = setting->name.text.length;
	return 2 + longest + 2;
}

static void put_settings(struct format *f, const struct item *profile)
{
	uint32_t column = settings_column(profile->settings);
	uint32_t before = profile->title.at.to;

	for (const struct setting *setting = profile->settings; setting; setting = setting->next) {
		struct span at = setting->name.at;

		if (setting->value)
			at.to = setting->value->at.to;
		else
			at.from = format_next(f, before);
		before = at.to;
		format_begin(f, 2, at);
		if (setting->value) {
			format_text(f, setting->name.text);
			format_string(f, ":");
			format_space(f, column);
			format_condition(f, setting->value, 0);
		} else {
			format_string(f, "without ");
			format_text(f, setting->name.text);
		}
	}
}

/* --- items --------------------------------------------------------------- */

static const char *item_word(const struct item *item)
{
	switch (item->kind) {
	case ITEM_POLICY: return "policy ";
	case ITEM_MODEL: return "model ";
	case ITEM_MAPPING: return "mapping ";
	case ITEM_USE_MODEL: return "use model ";
	case ITEM_USE_POLICY: return "use policy ";
	case ITEM_APPLIES: return "applies when ";
	case ITEM_SOURCE: return "source ";
	case ITEM_PROFILE: return "profile ";
	case ITEM_DEFINE: return "define ";
	case ITEM_CONTEXT: return "context ";
	case ITEM_STREAM: return "stream ";
	case ITEM_FROM: return "from ";
	case ITEM_TO: return "to ";
	case ITEM_LOOKUP: return "lookup ";
	case ITEM_RULE: return "rule ";
	case ITEM_TABLE: return "table ";
	case ITEM_TEST: return "test";
	case ITEM_PARAMETER: break;
	}
	return "";
}

static bool has_body(const struct item *item)
{
	return item->kind >= ITEM_CONTEXT || item->kind == ITEM_PROFILE;
}

/* Between most items stands a blank line; between short ones, and before a profile, only where
 * the author put it. */
static bool wants_blank(const struct item *before, const struct item *item)
{
	return (before && has_body(before)) || (has_body(item) && item->kind != ITEM_PROFILE);
}

/* Up to here comments inside the item move before it. */
static uint32_t item_first_end(const struct item *item)
{
	if (item->kind == ITEM_PARAMETER)
		return format_parameter_first_end(item);
	if (item->kind == ITEM_LOOKUP)
		return format_lookup_first_end(item);
	if (item->kind == ITEM_FROM || item->kind == ITEM_TO)
		return item->name.at.to;
	if (item->condition)
		return format_first_end(item->condition);
	return has_body(item) ? item->title.at.to : item->at.to;
}

/* The condition of a definition stands whole on the line or begins a new one. */
static void put_define(struct format *f, const struct item *item)
{
	format_string(f, " on ");
	format_text(f, item->places.first->text);
	format_string(f, " =");
	buffer_reset(&f->scratch);
	format_flat(&f->scratch, item->condition);
	if (format_has_comment(f, format_last_end(item->condition))
	    || format_column(f) + 1 + format_width(buffer_view(&f->scratch)) > FORMAT_COLUMNS)
		format_line(f, 2);
	else
		format_string(f, " ");
	format_condition(f, item->condition, 0);
}

static void put_places(struct format *f, const struct item *item)
{
	if (item->kind == ITEM_LOOKUP) {
		format_lookup_types(f, item);
	} else if (item->places.first) {
		format_string(f, " on");
		put_words(f, 2, &item->places);
	}
}

static void put_head(struct format *f, const struct item *item)
{
	format_string(f, item_word(item));
	format_text(f, item->name.text);
	if (item->version.text.length)
		format_piece(f, 2, item->version.text);
	if (item->kind == ITEM_APPLIES) {
		format_condition(f, item->condition, 0);
	} else if (item->kind == ITEM_DEFINE) {
		put_define(f, item);
	} else {
		put_places(f, item);
		if (item->title.at.to)
			format_quoted_piece(f, 2, item->title);
	}
	if (item->date) {
		buffer_reset(&f->scratch);
		buffer_string(&f->scratch, "dated ");
		buffer_text(&f->scratch, item->date->text);
		format_piece(f, 2, buffer_view(&f->scratch));
	}
}

static void put_body(struct format *f, const struct item *item)
{
	f->tight = true;
	put_settings(f, item);
	format_facts(f, &item->facts);
	format_columns(f, &item->columns);
	format_origins(f, &item->origins);
	format_rows(f, 2, &item->rows);
	put_clauses(f, &item->clauses);
	format_test(f, item);
}

/* The comments before the item, and a blank line before all of that. */
static void begin_item(struct format *f, const struct item *before, const struct item *item)
{
	struct span part = { item->at.from, item_first_end(item) };

	if (format_has_comment(f, part.from) && !f->comment->alone && !f->commented)
		format_comments(f, 0, f->comment->at.to);
	if (wants_blank(before, item))
		format_blank(f);
	format_begin(f, 0, part);
}

static void put_items(struct format *f)
{
	const struct source *source = f->file->source;
	const struct item *before = NULL;
	uint32_t docs = 0;

	for (const struct item *item = f->file->first; item; item = item->next) {
		begin_item(f, before, item);
		if (item->kind == ITEM_PARAMETER) {
			if (!before || before->kind != ITEM_PARAMETER)
				docs = format_parameter_docs(f, item);
			format_parameter(f, item, docs);
		} else {
			put_head(f, item);
		}
		if (has_body(item)) {
			put_body(f, item);
			format_tail(f, item->next ? item->next->at.from
			                          : source->base + source->text.length);
		}
		f->tight = false;
		before = item;
	}
}

static void put_language(struct format *f)
{
	if (!f->file->language_at.to)
		return;
	format_begin(f, 0, f->file->language_at);
	format_string(f, "language ");
	buffer_printf(f->out, "%" PRId64, f->file->language);
}

/* Not inlined, so that nothing of it is kept in registers that a jump would lose. */
static __attribute__((noinline)) void put_file(struct format *f)
{
	const struct source *source = f->file->source;

	f->line = f->out->length;
	f->tight = true;
	put_language(f);
	put_items(f);
	format_comments(f, 0, source->base + source->text.length);
	format_line(f, 0);
}

static void forget(void *what)
{
	struct format *f = what;

	buffer_done(&f->scratch);
	buffer_done(&f->widths);
}

void format_file(struct buffer *out, const struct sources *sources, const struct file_tree *file)
{
	struct format f = { .out = out, .file = file, .comment = file->comments };
	struct guard_cleanup cleanup;

	(void)sources;
	guard_keep(&cleanup, forget, &f);
	put_file(&f);
	guard_give_back(&cleanup);
}
