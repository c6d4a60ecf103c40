/* SPDX-License-Identifier: Apache-2.0 */
/* texts.c - what is asked of a text: to start with another one, to be made of some characters. */
#include "base/characters.h"
#include "diag/suggest.h"
#include "lang/checker.h"

static const struct fact plain_text = { .type = TYPE_TEXT };
static const struct operand any_text = { .type = TYPE_TEXT, .words = &plain_text };

/* Of a set or list of texts, the texts can be asked one by one. */
static void help_each(struct scope *scope, struct diag *diag, const struct expr *expr,
                      const struct operand *many)
{
	if ((many->type == TYPE_SET || many->type == TYPE_LIST)
	    && many->words->element == TYPE_TEXT)
		diag_help(scope->c->diags, diag, "ask of its texts one by one: `some x in %.*s "
		          "has (... x ...)`, or `every`", TEXT_ARGS(expr->text));
}

/* What stands on the left: a text fact, a parameter or a text. */
static bool text_asked(struct scope *scope, const struct expr *expr, struct operand *text)
{
	struct diag *diag;

	if (!operand_resolve(scope, expr, expr->kind == EXPR_TEXT ? &any_text : NULL, text))
		return false;
	if (text->type != TYPE_TEXT) {
		diag = diag_say(scope->c->diags, MSG_E0214, expr->at,
		                operand_type_text(scope->c, text));
		help_each(scope, diag, expr, text);
		return false;
	}
	return text->kind != OPERAND_FACT || scope_check_present(scope, text->path, true, text->at);
}

static struct condition *test_of(struct scope *scope, struct operand text, enum relation relation,
                                 struct operand with, struct span at)
{
	bool holds;

	if (text.kind == OPERAND_FACT)
		return condition_test(scope->c, text, relation, with, at);
	holds = relation == RELATION_MADE ? characters_make((uint32_t)with.number, text.text)
		: match_text(relation_pattern(relation), text.text, with.text);
	return condition_constant(scope->c, holds, at);
}

/* The pattern is a fact: decided by itself, as a comparison of two facts is. */
static struct condition *test_with_fact(struct scope *scope, struct operand text,
                                        enum relation relation, struct operand with,
                                        struct span at)
{
	struct condition *condition;

	if (!scope_check_present(scope, with.path, true, with.at))
		return NULL;
	condition = condition_test(scope->c, text, relation, with, at);
	condition->kind = CONDITION_COMPARE;
	return condition;
}

struct condition *condition_pattern(struct scope *scope, const struct expr *expr)
{
	static const enum relation relations[] = {
		[OPERATOR_STARTS] = RELATION_STARTS, [OPERATOR_ENDS] = RELATION_ENDS,
		[OPERATOR_CONTAINS] = RELATION_CONTAINS, [OPERATOR_MATCHES] = RELATION_MATCHES,
		[OPERATOR_FOLDED] = RELATION_FOLDED,
	};
	struct operand text, with;
	struct diag *diag;

	if (!text_asked(scope, expr->left, &text)
	    || !operand_resolve(scope, expr->right, &text, &with))
		return NULL;
	if (with.type != TYPE_TEXT) {
		diag = diag_say(scope->c->diags, MSG_E0215, expr->right->at,
		                operand_type_text(scope->c, &with));
		help_each(scope, diag, expr->right, &with);
		return NULL;
	}
	if (with.kind == OPERAND_FACT)
		return test_with_fact(scope, text, relations[expr->op], with, expr->at);
	if (expr->left->kind == EXPR_TEXT) {
		diag_say(scope->c->diags, MSG_E0218, expr->at);
		return NULL;
	}
	return test_of(scope, text, relations[expr->op], with, expr->at);
}

/* --- characters ---------------------------------------------------------- */

static void say_class(struct scope *scope, const struct expr *word)
{
	struct diags *diags = scope->c->diags;
	struct suggest suggest = suggest_for(word->text);
	struct diag *diag = diag_say(diags, MSG_E0224, word->at, TEXT_ARGS(word->text));
	struct text list = TEXT("");

	for (uint32_t i = 0; characters_class(i); i++) {
		struct text name = characters_class(i)->name;

		suggest_offer(&suggest, name);
		list = arena_printf(scope->c->arena, "%.*s%s%.*s", TEXT_ARGS(list),
		                    i ? ", " : "", TEXT_ARGS(name));
	}
	if (suggest.best.length && word->kind == EXPR_WORD) {
		diag_help(diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
		diag_fix(diags, diag, word->at, suggest.best);
	} else {
		diag_help(diags, diag, "the classes are %.*s", TEXT_ARGS(list));
	}
}

/* The kinds of characters that the words name; false after a mistake. */
static bool kinds_of(struct scope *scope, const struct expr *words, int64_t *kinds)
{
	bool good = true;

	for (*kinds = 0; words; words = words->next) {
		const struct character_class *class = characters_find(words->text);

		if (!class || words->kind == EXPR_TEXT) {
			say_class(scope, words);
			good = false;
			continue;
		}
		if (!(class->kinds & ~*kinds))
			diag_say(scope->c->diags, MSG_W0201, words->at, TEXT_ARGS(words->text));
		*kinds |= class->kinds;
	}
	return good;
}

struct condition *condition_made(struct scope *scope, const struct expr *expr)
{
	struct operand text, kinds = { .kind = OPERAND_NUMBER, .type = TYPE_INTEGER };
	bool good = text_asked(scope, expr->left, &text);

	if (expr->left->kind == EXPR_TEXT) {
		diag_say(scope->c->diags, MSG_E0218, expr->left->at);
		good = false;
	}
	good &= kinds_of(scope, expr->items, &kinds.number);
	return good ? test_of(scope, text, RELATION_MADE, kinds, expr->at) : NULL;
}
