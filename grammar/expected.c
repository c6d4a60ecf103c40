/* SPDX-License-Identifier: Apache-2.0 */
#include "grammar/expected.h"

#include "base/buffer.h"
#include "diag/suggest.h"
#include "grammar/parse.h"
#include "grammar/parser.h"

/* Tokens that are told together, in the order in which they are told. */
enum group {
	GROUP_OTHER,            /* told by its own name */
	GROUP_CONDITION,
	GROUP_VALUE,
	GROUP_COMPARISON,
	GROUP_LINK,
	GROUP_CLAUSE,
	GROUP_ITEM,
	GROUP_QUIET,            /* told only when there is nothing else to tell */
	GROUP_COUNT
};

static const unsigned char groups[EXPECTED_TOKENS] = {
	[TOK_NOT] = GROUP_CONDITION, [TOK_LEFT] = GROUP_CONDITION,
	[TOK_EVERY] = GROUP_CONDITION, [TOK_SOME] = GROUP_CONDITION,
	[TOK_ANY] = GROUP_CONDITION, [TOK_ALL] = GROUP_CONDITION,
	[TOK_AT_LEAST] = GROUP_CONDITION,
	[TOK_NOW] = GROUP_VALUE, [TOK_COUNT] = GROUP_VALUE, [TOK_LENGTH] = GROUP_VALUE,
	[TOK_DOTTED] = GROUP_VALUE, [TOK_YES] = GROUP_VALUE, [TOK_NO] = GROUP_VALUE,
	[TOK_EQUAL] = GROUP_COMPARISON, [TOK_DIFFERENT] = GROUP_COMPARISON,
	[TOK_LESS] = GROUP_COMPARISON, [TOK_AT_MOST] = GROUP_COMPARISON,
	[TOK_GREATER] = GROUP_COMPARISON, [TOK_NOT_BELOW] = GROUP_COMPARISON,
	[TOK_IN] = GROUP_COMPARISON, [TOK_IS] = GROUP_COMPARISON,
	[TOK_INCLUDES] = GROUP_COMPARISON, [TOK_EXCLUDES] = GROUP_COMPARISON,
	[TOK_STARTS] = GROUP_COMPARISON, [TOK_ENDS] = GROUP_COMPARISON,
	[TOK_CONTAINS] = GROUP_COMPARISON, [TOK_MATCHES] = GROUP_COMPARISON,
	[TOK_EQUALS] = GROUP_COMPARISON, [TOK_MADE_OF] = GROUP_COMPARISON,
	[TOK_AND] = GROUP_LINK, [TOK_OR] = GROUP_LINK,
	[TOK_CITE] = GROUP_CLAUSE, [TOK_SEVERITY] = GROUP_CLAUSE, [TOK_LEVEL] = GROUP_CLAUSE,
	[TOK_WHEN] = GROUP_CLAUSE, [TOK_UNLESS] = GROUP_CLAUSE, [TOK_REQUIRE] = GROUP_CLAUSE,
	[TOK_CHECK_MANUALLY] = GROUP_CLAUSE, [TOK_CAUTION] = GROUP_CLAUSE,
	[TOK_FIX] = GROUP_CLAUSE, [TOK_ALLOW] = GROUP_CLAUSE, [TOK_NOTE] = GROUP_CLAUSE,
	[TOK_COVERING] = GROUP_CLAUSE, [TOK_COVERS] = GROUP_CLAUSE,
	[TOK_WIDENS] = GROUP_CLAUSE,
	[TOK_MAPPING] = GROUP_ITEM, [TOK_FROM] = GROUP_ITEM, [TOK_TO] = GROUP_ITEM,
	[TOK_POLICY] = GROUP_ITEM, [TOK_MODEL] = GROUP_ITEM, [TOK_USE] = GROUP_ITEM,
	[TOK_APPLIES] = GROUP_ITEM, [TOK_SOURCE] = GROUP_ITEM, [TOK_PARAMETER] = GROUP_ITEM,
	[TOK_PROFILE] = GROUP_ITEM, [TOK_DEFINE] = GROUP_ITEM, [TOK_CONTEXT] = GROUP_ITEM,
	[TOK_STREAM] = GROUP_ITEM, [TOK_LOOKUP] = GROUP_ITEM, [TOK_RULE] = GROUP_ITEM,
	[TOK_TABLE] = GROUP_ITEM, [TOK_TEST] = GROUP_ITEM,
	[TOK_PLUS] = GROUP_QUIET, [TOK_MINUS] = GROUP_QUIET, [TOK_END] = GROUP_QUIET,
};

/* From this many on, tokens of a group are told by its words. */
enum { MANY = 3 };

static const char *const group_words[GROUP_COUNT] = {
	[GROUP_CONDITION] = "a condition",
	[GROUP_VALUE] = "a fact or a value",
	[GROUP_COMPARISON] = "a comparison such as `=` or `in`",
	[GROUP_CLAUSE] = "a clause such as `require` or `caution`",
	[GROUP_ITEM] = "a declaration such as `rule` or `test`",
};

struct telling {
	const struct expected *expected;
	uint32_t counts[GROUP_COUNT];
	bool quiet[EXPECTED_TOKENS];    /* a group's words say it too */
};

static bool is_wanted(const struct expected *expected, int token)
{
	return expected->names[token] != NULL;
}

/* What the words of a group say already is not told besides; and where a clause could stand, that
 * a declaration could goes without saying. */
static void hush(struct telling *t)
{
	static const int values[] = { TOK_WORD, TOK_NUMBER, TOK_TEXT, TOK_DATE, TOK_MINUS };
	if (t->counts[GROUP_CONDITION] >= MANY)
		t->counts[GROUP_VALUE] = 0;
	if (t->counts[GROUP_CONDITION] >= MANY || t->counts[GROUP_VALUE] >= MANY)
		for (size_t i = 0; i < sizeof values / sizeof *values; i++)
			t->quiet[values[i]] = true;
	if (t->counts[GROUP_CLAUSE] >= MANY) {
		t->quiet[TOK_BAR] = true;
		t->counts[GROUP_ITEM] = 0;
	}
}

static struct telling telling_of(const struct expected *expected)
{
	struct telling t = { .expected = expected };

	for (int token = 0; token < EXPECTED_TOKENS; token++)
		if (is_wanted(expected, token))
			t.counts[groups[token]]++;
	hush(&t);
	return t;
}

/* What is to be told, one part after another. */
struct parts {
	struct buffer *text;
	uint32_t count, told;   /* the first pass only counts */
};

static void add_part(struct parts *parts, const char *words, bool quoted)
{
	if (parts->told > 0)
		buffer_string(parts->text, parts->told + 1 == parts->count ? " or " : ", ");
	buffer_printf(parts->text, quoted ? "`%s`" : "%s", words);
	parts->told++;
}

/* The words of the language and its signs stand in backticks, what is a kind of word does not. */
static bool is_literal(int token)
{
	switch (token) {
	case TOK_END: case TOK_ROW_END: case TOK_WORD: case TOK_LABEL: case TOK_TEXT:
	case TOK_DOTTED: case TOK_SUBJECT: case TOK_CELL: case TOK_COVERING: case TOK_NUMBER:
	case TOK_DATE: case TOK_MARK:
		return false;
	default:
		return true;
	}
}

static void tell_token(struct parts *parts, const struct telling *t, int token)
{
	if (is_wanted(t->expected, token) && !t->quiet[token])
		add_part(parts, t->expected->names[token], is_literal(token));
}

static const char *words_of(const struct telling *t, enum group group)
{
	if (t->counts[group] < MANY)
		return NULL;
	if (group == GROUP_CLAUSE && is_wanted(t->expected, TOK_WHEN))
		return "a clause such as `when` or `require`";
	return group_words[group];
}

static void tell_group(struct parts *parts, const struct telling *t, enum group group)
{
	const char *words = words_of(t, group);

	if (words) {
		add_part(parts, words, false);
		return;
	}
	for (int token = 0; t->counts[group] && token < EXPECTED_TOKENS; token++)
		if (groups[token] == group)
			tell_token(parts, t, token);
}

static void tell_all(struct parts *parts, const struct telling *t)
{
	for (int group = GROUP_OTHER; group < GROUP_QUIET; group++)
		tell_group(parts, t, (enum group)group);
	if (parts->told == 0)
		tell_group(parts, t, GROUP_QUIET);
}

static struct text text_at(const struct parse *p, struct span at)
{
	const struct source *source = p->file->source;

	return (struct text){ source->text.at + (at.from - source->base), at.to - at.from };
}

static void tell_found(struct buffer *out, const struct parse *p,
                       const struct expected *expected)
{
	struct text text = text_at(p, expected->at);

	if (expected->found == TOK_END)
		buffer_string(out, "the end of the file");
	else if (expected->found == TOK_ROW_END)
		buffer_string(out, "the end of the line");
	else if (expected->found == TOK_TEXT)
		buffer_string(out, "text in quotes");
	else if (text.length > 64)
		buffer_string(out, "this");
	else
		buffer_printf(out, "`%.*s`", TEXT_ARGS(text));
}

/* --- special cases ------------------------------------------------------- */

/* A word that is nearly one of those that could stand here. */
static void suggest_word(struct parse *p, const struct expected *expected, struct diag *diag)
{
	struct suggest suggest = suggest_for(text_at(p, expected->at));

	if (expected->found != TOK_WORD && expected->found != TOK_LABEL)
		return;
	for (int token = 0; token < EXPECTED_TOKENS; token++)
		if (is_wanted(expected, token) && is_literal(token))
			suggest_offer(&suggest, text_from(expected->names[token]));
	if (suggest.best.length == 0)
		return;
	diag_help(p->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
	diag_fix(p->diags, diag, expected->at, suggest.best);
}

static uint32_t line_end(const struct parse *p, uint32_t at)
{
	const struct source *source = p->file->source;
	uint32_t offset = at - source->base;

	while (offset < source->text.length && source->text.at[offset] != '\n')
		offset++;
	return source->base + offset;
}

static bool begins_line(const struct parse *p, struct span at)
{
	const struct source *source = p->file->source;
	uint32_t offset = at.from - source->base;

	while (offset > 0 && (source->text.at[offset - 1] == ' '
	                      || source->text.at[offset - 1] == '\t'))
		offset--;
	return offset == 0 || source->text.at[offset - 1] == '\n';
}

/* A word of the language where a name was due; not if it seems to begin what comes next. */
static bool is_reserved_name(const struct parse *p, const struct expected *expected)
{
	enum group group = (enum group)groups[expected->found];

	if (!is_wanted(expected, TOK_WORD) || begins_line(p, expected->at)
	    || !parse_is_reserved(text_at(p, expected->at)))
		return false;
	return group == GROUP_CLAUSE || group == GROUP_ITEM || group == GROUP_CONDITION
	    || group == GROUP_VALUE || expected->found == TOK_PRESENT
	    || expected->found == TOK_ABSENT || expected->found == TOK_ROW
	    || expected->found == TOK_CERTIFICATE || expected->found == TOK_GIVEN
	    || expected->found == TOK_EXPECT;
}

static bool is_mixed(const struct expected *expected)
{
	return (expected->found == TOK_OR && is_wanted(expected, TOK_AND))
	    || (expected->found == TOK_AND && is_wanted(expected, TOK_OR));
}

/* Where a special message says more than what was expected; false if there is none. */
static bool say_special(struct parse *p, const struct expected *expected)
{
	struct text text = text_at(p, expected->at);
	struct diag *diag;

	if (is_reserved_name(p, expected)) {
		diag = diag_say(p->diags, MSG_E0013, expected->at, TEXT_ARGS(text));
		diag_help(p->diags, diag, "call it something else, such as `the-%.*s`",
		          TEXT_ARGS(text));
		p->quiet = line_end(p, expected->at.from);
		return true;
	}
	if (is_mixed(expected)) {
		diag = diag_say(p->diags, MSG_E0001, expected->at,
		                "`and` and `or` are mixed without parentheses");
		diag_help(p->diags, diag, "put parentheses around what belongs together");
		return true;
	}
	if (expected->found == TOK_ROW_END && is_wanted(expected, TOK_BAR)) {
		diag_say(p->diags, MSG_E0001, expected->at, "a row of a table ends with `|`");
		return true;
	}
	return false;
}

void expected_say(struct parse *p, const struct expected *expected)
{
	struct telling t = telling_of(expected);
	struct parts parts = { p->text, 0, 0 };
	struct diag *diag;

	if (expected->at.from < p->quiet || say_special(p, expected))
		return;
	tell_all(&parts, &t);
	parts.count = parts.told;
	parts.told = 0;
	buffer_reset(p->text);
	buffer_string(p->text, "expected ");
	tell_all(&parts, &t);
	buffer_string(p->text, ", not ");
	tell_found(p->text, p, expected);
	diag = diag_say(p->diags, MSG_E0001, expected->at, p->text->at);
	suggest_word(p, expected, diag);
}
