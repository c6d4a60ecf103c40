/* SPDX-License-Identifier: Apache-2.0 */
#include "grammar/token.h"

#include "base/buffer.h"
#include "base/calendar.h"
#include "base/guard.h"
#include "base/number.h"
#include "base/utf8.h"
#include "grammar/parse.h"

void token_begin(struct parse *p)
{
	p->line_begun = true;
}

static struct word word_of(struct span at, const char *text, int length)
{
	return (struct word){ { text, (uint32_t)length }, at, NULL };
}

/* The scanner's buffer is its own copy: point into the source instead. */
static struct word word_in_source(const struct parse *p, struct span at, int length)
{
	const struct source *source = p->file->source;

	return word_of(at, source->text.at + (at.from - source->base), length);
}

void token_word(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length)
{
	(void)text;
	value->TOK_WORD = word_in_source(p, at, length);
}

bool token_comment(struct parse *p, struct span at)
{
	const struct source *source = p->file->source;
	uint32_t offset = at.from - source->base;
	char before = offset > 0 ? source->text.at[offset - 1] : '\n';
	struct comment *comment;

	while (source->text.at[offset] != '#')
		before = source->text.at[offset++];
	at.from = source->base + offset;
	if (before != ' ' && before != '\t' && before != '\n' && before != '\r') {
		diag_say(p->diags, MSG_E0012, (struct span){ at.from, at.from + 1 });
		return false;
	}
	comment = arena_alloc(p->arena, sizeof *comment);
	comment->at = at;
	comment->alone = !p->line_begun;
	if (p->file->last_comment)
		p->file->last_comment->next = comment;
	else
		p->file->comments = comment;
	p->file->last_comment = comment;
	return true;
}

static const struct keyword {
	struct text text;
	int token;
} keywords[] = {
#define TOK_NONE TOK_WORD
#define KEYWORD(token, spelling) { TEXT(spelling), TOK_##token },
#include "grammar/keywords.def"
#undef KEYWORD
};

static const struct keyword *keyword_find(struct text word)
{
	size_t low = 0, high = sizeof keywords / sizeof *keywords;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = text_compare(word, keywords[middle].text);

		if (order == 0)
			return &keywords[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const char *const *parse_reserved_words(void)
{
	static const char *const words[] = {
#define KEYWORD(token, spelling) spelling,
#include "grammar/keywords.def"
#undef KEYWORD
		NULL
	};

	return words;
}

bool parse_is_reserved(struct text word)
{
	return keyword_find(word) != NULL;
}

/* --- names --------------------------------------------------------------- */

int token_first_word(const char *text)
{
	return (int)strcspn(text, " \t\r");
}

/* What stands behind `at`, from there to the end of the source. */
static struct text text_behind(const struct parse *p, struct span at)
{
	const struct source *source = p->file->source;
	uint32_t offset = at.to - source->base;

	return (struct text){ source->text.at + offset, source->text.length - offset };
}

/* Without white space at the begin; false if there is none. */
static bool skip_space(struct text *text)
{
	uint32_t before = text->length;

	while (text->length && (*text->at == ' ' || *text->at == '\t' || *text->at == '\r')) {
		text->at++;
		text->length--;
	}
	return text->length < before;
}

/* Is this the name of a fact, parameter or field: `name:`? */
static bool is_label(const struct parse *p, struct span at)
{
	struct text behind = text_behind(p, at);

	skip_space(&behind);
	return behind.length && *behind.at == ':';
}

/* Is this the value of `VALUE covers OTHER`? In a note, `covers row` begins a clause. */
static bool is_covering(const struct parse *p, struct span at)
{
	struct text behind = text_behind(p, at);

	if (!skip_space(&behind) || !text_starts(behind, TEXT("covers")))
		return false;
	behind.at += 6;
	behind.length -= 6;
	return skip_space(&behind) && !text_starts(behind, TEXT("row "));
}

/* A word that stands only beside another one. */
static int refuse_half(struct parse *p, struct span at, struct text word)
{
	static const char *const phrases[] = { "check manually", "ends with", "fleet complete",
		"ignoring case", "starts with" };
	struct diag *diag = diag_say(p->diags, MSG_E0013, at, TEXT_ARGS(word));

	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (text_starts(text_from(phrases[i]), word)
		    || text_ends(text_from(phrases[i]), word)) {
			diag_help(p->diags, diag, "it stands in `%s`", phrases[i]);
			break;
		}
	return TOK_REPORTED;
}

static void refuse_reserved(struct parse *p, struct span at, struct text word)
{
	struct diag *diag = diag_say(p->diags, MSG_E0013, at, TEXT_ARGS(word));

	diag_help(p->diags, diag, "call it something else, such as `the-%.*s`",
	          TEXT_ARGS(word));
}

int token_name(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length)
{
	struct text word = { text, (uint32_t)length };
	const struct keyword *keyword = keyword_find(word);

	token_word(p, value, at, text, length);
	if (length > NAME_BYTES) {
		diag_say(p->diags, MSG_E0014, at);
		return TOK_REPORTED;
	}
	if (is_label(p, at)) {
		if (keyword)
			refuse_reserved(p, at, word);
		return TOK_LABEL;
	}
	if (keyword)
		return keyword->token == TOK_WORD ? refuse_half(p, at, word) : keyword->token;
	return is_covering(p, at) ? TOK_COVERING : TOK_WORD;
}

static struct expr *literal(struct parse *p, YYSTYPE *value, enum expr_kind kind, struct span at)
{
	struct expr *expr = ast_expr(p->arena, kind, at);

	expr->text = word_in_source(p, at, (int)(at.to - at.from)).text;
	value->TOK_NUMBER = expr;
	return expr;
}

int token_date(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length)
{
	struct expr *expr = literal(p, value, EXPR_DATE, at);

	if (!calendar_parse((struct text){ text, (uint32_t)length }, &expr->number)) {
		diag_say(p->diags, MSG_E0010, at);
		expr->kind = EXPR_ERROR;
	}
	return TOK_DATE;
}

int token_number(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length)
{
	struct expr *expr = literal(p, value, EXPR_NUMBER, at);

	if (!number_parse((struct text){ text, (uint32_t)length }, &expr->number)) {
		diag_say(p->diags, MSG_E0009, at);
		expr->kind = EXPR_ERROR;
	}
	return TOK_NUMBER;
}

int token_mark(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length)
{
	int64_t number = 0;
	int i = 0;

	while (i < length && (text[i] < '0' || text[i] > '9'))
		i++;
	while (i < length && text[i] >= '0' && text[i] <= '9' && number < 1000000)
		number = number * 10 + (text[i++] - '0');
	if (number == 0 || number >= 1000) {
		diag_say(p->diags, MSG_E0009, at);
		number = 1;
	}
	value->TOK_MARK = number;
	return TOK_MARK;
}

int token_cell_text(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length)
{
	(void)text;
	value->TOK_TEXT = word_in_source(p, at, length);
	value->TOK_TEXT.text.at++;
	value->TOK_TEXT.text.length -= 2;
	return TOK_TEXT;
}

void token_slip(struct parse *p, struct span at, const char *written, const char *meant)
{
	struct diag *diag = diag_say(p->diags, MSG_E0015, at, written, meant);

	diag_fix(p->diags, diag, at, text_from(meant));
}

int token_open(struct parse *p, struct span at, int token)
{
	if (++p->depth <= PARSE_MAX_DEPTH)
		return token;
	diag_say(p->diags, MSG_E0006, at);
	p->ended = true;
	return TOK_REPORTED;
}

void token_close(struct parse *p)
{
	if (p->depth > 0)
		p->depth--;
}

void token_text_begin(struct parse *p, struct span at)
{
	p->open_at = at.from;
	buffer_reset(p->text);
}

void token_text_add(struct parse *p, const char *text, int length)
{
	buffer_add(p->text, text, (size_t)length);
}

void token_bad_escape(struct parse *p, struct span at)
{
	diag_say(p->diags, MSG_E0008, at);
}

int token_text_end(struct parse *p, YYSTYPE *value, struct span *at)
{
	at->from = p->open_at;
	value->TOK_TEXT.text = arena_text(p->arena, buffer_view(p->text));
	value->TOK_TEXT.at = *at;
	value->TOK_TEXT.next = NULL;
	return TOK_TEXT;
}

int token_text_unclosed(struct parse *p, struct span *at)
{
	at->from = p->open_at;
	at->to = p->offset;
	diag_say(p->diags, MSG_E0003, *at);
	return TOK_REPORTED;
}

/* Is it told already by what looks at all characters (parse.c)? */
static bool is_told(struct text text)
{
	uint32_t length;

	for (uint32_t at = 0; at < text.length; at += length) {
		uint32_t character = utf8_next(text, at, &length);

		if (character == UTF8_BAD || utf8_is_hidden(character))
			return true;
	}
	return false;
}

int token_stray(struct parse *p, struct span at, const char *text, int length)
{
	if (!is_told((struct text){ text, (uint32_t)length }))
		diag_say(p->diags, MSG_E0002, at);
	return TOK_REPORTED;
}

void token_fatal(const char *message)
{
	(void)message;
	guard_no_memory();
}
