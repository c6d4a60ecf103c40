/* SPDX-License-Identifier: Apache-2.0 */
#include "base/calendar.h"
#include "base/number.h"
#include "diag/suggest.h"
#include "lang/checker.h"
#include "model/oid.h"

/* Of a duration: no unit makes more seconds of it than numbers hold. */
#define MOST_UNITS (INT64_C(1) << 40)

bool expr_is_literal(const struct expr *expr)
{
	return expr->kind == EXPR_NUMBER || expr->kind == EXPR_TEXT
	    || expr->kind == EXPR_DOTTED || expr->kind == EXPR_DATE
	    || expr->kind == EXPR_BOOL;
}

const char *fact_type_text(struct checker *c, const struct fact *fact)
{
	switch (fact->type) {
	case TYPE_CHOICE:
		return arena_printf(c->arena, "one of %.*s, ...",
		                    TEXT_ARGS(fact->choices[0].name)).at;
	case TYPE_RECORD:
		return arena_printf(c->arena, "a %.*s", TEXT_ARGS(fact->target->name)).at;
	case TYPE_SET:
		return fact->element == TYPE_TEXT ? "a set of text"
			: fact->element == TYPE_OID ? "a set of oid" : "a set of words";
	case TYPE_LIST:
		return fact->element == TYPE_TEXT ? "a list of text" : "a list of records";
	case TYPE_OID:
		return "an object identifier";
	case TYPE_INTEGER:
		if (fact->unit.length)
			return arena_printf(c->arena, "a number of %.*s",
			                    TEXT_ARGS(fact->unit)).at;
		return "a number";
	case TYPE_BOOL:
		return "yes or no";
	case TYPE_TEXT: case TYPE_DATE: case TYPE_DURATION: case TYPE_VERSION:
	case TYPE_COUNT:
	default:
		return arena_printf(c->arena, "a %s", type_spelling(fact->type)).at;
	}
}

const char *operand_type_text(struct checker *c, const struct operand *operand)
{
	if (operand->function == FUNCTION_NONE && operand->words
	    && operand->words->type == operand->type)
		return fact_type_text(c, operand->words);
	return fact_type_text(c, &(struct fact){ .type = operand->type });
}

struct parameter *checker_parameter(struct checker *c, struct text name)
{
	for (uint32_t i = 0; i < c->parameter_count; i++)
		if (text_equal(c->parameters[i].name.text, name))
			return &c->parameters[i];
	return NULL;
}

static bool say_type(struct checker *c, const struct expr *expr, const struct fact *fact)
{
	struct diag *diag = diag_say(c->diags, MSG_E0201, expr->at, fact_type_text(c, fact));

	if (fact->name.length)
		diag_help(c->diags, diag, fact->doc.length ? "`%.*s` is %s: %.*s" : "`%.*s` is %s", TEXT_ARGS(fact->name),
		          fact_type_text(c, fact), TEXT_ARGS(fact->doc));
	return false;
}

/* The words of a fact, or the first few of many. */
static const char *words_of(struct checker *c, const struct fact *fact)
{
	struct text list = TEXT("");
	uint32_t most = fact->choice_count <= 8 ? fact->choice_count : 6;

	for (uint32_t i = 0; i < most; i++)
		list = arena_printf(c->arena, "%.*s%s`%.*s`", TEXT_ARGS(list), i ? ", " : "",
		                    TEXT_ARGS(fact->choices[i].name));
	return arena_printf(c->arena, "%.*s%s", TEXT_ARGS(list),
	                    most < fact->choice_count ? ", ..." : "").at;
}

static bool say_word(struct checker *c, const struct expr *expr, const struct fact *fact)
{
	struct suggest suggest = suggest_for(expr->text);
	struct diag *diag = diag_say(c->diags, MSG_E0202, expr->at, TEXT_ARGS(expr->text));

	for (uint32_t i = 0; i < fact->choice_count; i++)
		suggest_offer(&suggest, fact->choices[i].name);
	if (suggest.best.length) {
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
		diag_fix(c->diags, diag, expr->at, suggest.best);
	} else if (fact->choice_count) {
		diag_help(c->diags, diag, "its words are %s", words_of(c, fact));
	}
	return false;
}

static bool say_oid(struct checker *c, const struct expr *expr)
{
	struct suggest suggest = suggest_for(expr->text);
	struct diag *diag = diag_say(c->diags, MSG_E0223, expr->at, TEXT_ARGS(expr->text));
	struct oid_row row;

	for (uint32_t i = 0; oid_row_at(i, &row); i++)
		suggest_offer(&suggest, row.name);
	if (suggest.best.length) {
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
		diag_fix(c->diags, diag, expr->at, suggest.best);
	} else {
		diag_help(c->diags, diag, "write it in numbers, such as `1.3.6.1.5.5.7.3.1`");
	}
	return false;
}

static bool integer_constant(struct checker *c, const struct expr *expr, const struct fact *fact,
                             struct operand *operand)
{
	struct text unit = expr->name.text;

	if (expr->kind != EXPR_NUMBER)
		return say_type(c, expr, fact);
	if (unit.length && !text_equal(unit, fact->unit)) {
		diag_say(c->diags, MSG_E0203, expr->name.at, TEXT_ARGS(unit),
		         fact_type_text(c, fact));
		return false;
	}
	operand->number = expr->number;
	return true;
}

static bool duration_constant(struct checker *c, const struct expr *expr, struct operand *operand)
{
	static const struct fact duration = { .type = TYPE_DURATION };
	int64_t unit;

	if (expr->kind != EXPR_NUMBER)
		return say_type(c, expr, &duration);
	unit = duration_unit(expr->name.text);
	if (unit == 0) {
		diag_say(c->diags, MSG_E0204, expr->at);
		return false;
	}
	if (expr->number > MOST_UNITS || expr->number < -MOST_UNITS) {
		diag_say(c->diags, MSG_E0009, expr->at);
		return false;
	}
	operand->number = expr->number * unit;
	return true;
}

static bool version_constant(struct checker *c, const struct expr *expr, const struct fact *fact,
                             struct operand *operand)
{
	if (expr->kind != EXPR_DOTTED && expr->kind != EXPR_NUMBER)
		return say_type(c, expr, fact);
	if (!version_parse(expr->text, &operand->number)) {
		diag_say(c->diags, MSG_E0009, expr->at);
		return false;
	}
	return true;
}

static bool oid_constant(struct checker *c, const struct expr *expr, const struct fact *fact,
                         struct operand *operand)
{
	if (expr->kind == EXPR_DOTTED && oid_is_valid(expr->text)) {
		operand->text = expr->text;
		return true;
	}
	if (expr->kind == EXPR_TEXT && oid_is_valid(expr->text)) {
		struct diag *diag = diag_say(c->diags, MSG_E0201, expr->at, fact_type_text(c, fact));

		diag_help(c->diags, diag, "write `%.*s`, without quotes", TEXT_ARGS(expr->text));
		diag_fix(c->diags, diag, expr->at, expr->text);
		return false;
	}
	if (expr->kind != EXPR_WORD)
		return say_type(c, expr, fact);
	operand->text = oid_by_name(expr->text);
	return operand->text.length > 0 || say_oid(c, expr);
}

/* The text without what other programs put between and before the digits, in lower case; empty if it
 * is no hexadecimal number then either. */
static struct text plain_hex(struct checker *c, struct text text)
{
	char *plain = arena_alloc(c->arena, text.length + 1);
	uint32_t length = 0, from = text_starts(text, TEXT("0x")) ? 2 : 0;

	for (uint32_t i = from; i < text.length; i++) {
		char byte = text.at[i];

		if (strchr(" :-", byte) && (i > 0 || byte != '-'))
			continue;
		if (byte >= 'A' && byte <= 'F')
			byte = (char)(byte - 'A' + 'a');
		if (!strchr("0123456789abcdef-", byte))
			return TEXT("");
		plain[length++] = byte;
	}
	return (struct text){ plain, length };
}

static bool text_constant(struct checker *c, const struct expr *expr, const struct fact *fact,
                          struct operand *operand)
{
	struct text plain;
	struct diag *diag;

	operand->text = expr->text;
	if (expr->kind != EXPR_TEXT)
		return say_type(c, expr, fact);
	if (!(fact->flags & FACT_HEX))
		return true;
	plain = plain_hex(c, expr->text);
	if (text_equal(plain, expr->text))
		return true;
	diag = diag_say(c->diags, MSG_E0225, expr->at, TEXT_ARGS(fact->name));
	if (plain.length) {
		plain = arena_printf(c->arena, "\"%.*s\"", TEXT_ARGS(plain));
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(plain));
		diag_fix(c->diags, diag, expr->at, plain);
	}
	return false;
}

static bool choice_constant(struct checker *c, const struct expr *expr, const struct fact *fact,
                            struct operand *operand)
{
	uint32_t choice;

	if (expr->kind != EXPR_WORD)
		return say_type(c, expr, fact);
	choice = fact_choice(fact, expr->text);
	if (choice == NO_SLOT)
		return say_word(c, expr, fact);
	operand->number = choice;
	return true;
}

bool operand_constant(struct checker *c, const struct expr *expr, const struct fact *fact,
                      struct operand *operand)
{
	*operand = (struct operand){ .kind = OPERAND_NUMBER, .type = fact->type,
	                             .words = fact, .at = expr->at };
	if (expr->kind == EXPR_ERROR)
		return false;
	switch (fact->type) {
	case TYPE_INTEGER:
		return integer_constant(c, expr, fact, operand);
	case TYPE_DURATION:
		return duration_constant(c, expr, operand);
	case TYPE_VERSION:
		return version_constant(c, expr, fact, operand);
	case TYPE_OID:
		operand->kind = OPERAND_TEXT;
		return oid_constant(c, expr, fact, operand);
	case TYPE_CHOICE:
		return choice_constant(c, expr, fact, operand);
	case TYPE_TEXT:
		operand->kind = OPERAND_TEXT;
		return text_constant(c, expr, fact, operand);
	case TYPE_BOOL:
		operand->number = expr->number;
		return expr->kind == EXPR_BOOL || say_type(c, expr, fact);
	case TYPE_DATE:
		operand->number = expr->number;
		return expr->kind == EXPR_DATE || say_type(c, expr, fact);
	case TYPE_SET: case TYPE_LIST: case TYPE_RECORD: case TYPE_COUNT:
	default:
		return say_type(c, expr, fact);
	}
}

static bool bool_from_text(struct text text, int64_t *number)
{
	*number = text_equal_folded(text, TEXT("yes"));
	return *number || text_equal_folded(text, TEXT("no"));
}

/* "30 days" */
static bool duration_from_text(struct text text, int64_t *number)
{
	const char *space = text.length ? memchr(text.at, ' ', text.length) : NULL;
	uint32_t digits = space ? (uint32_t)(space - text.at) : 0;
	int64_t unit;

	if (!space || !number_parse((struct text){ text.at, digits }, number)
	    || *number > MOST_UNITS || *number < -MOST_UNITS)
		return false;
	unit = duration_unit(text_trim((struct text){ space, text.length - digits }));
	*number *= unit;
	return unit != 0;
}

bool operand_from_text(struct text text, const struct fact *fact, struct operand *operand)
{
	uint32_t choice;

	*operand = (struct operand){ .kind = OPERAND_NUMBER, .type = fact->type, .words = fact };
	switch (fact->type) {
	case TYPE_BOOL:
		return bool_from_text(text, &operand->number);
	case TYPE_INTEGER:
		return number_parse(text, &operand->number);
	case TYPE_VERSION:
		return version_parse(text, &operand->number);
	case TYPE_DATE:
		return calendar_parse(text, &operand->number);
	case TYPE_CHOICE:
		choice = fact_choice_by_label(fact, text);
		operand->number = choice;
		return choice != NO_SLOT;
	case TYPE_DURATION:
		return duration_from_text(text, &operand->number);
	case TYPE_OID:
		operand->kind = OPERAND_TEXT;
		operand->text = oid_is_valid(text) ? text : oid_by_name(text);
		return operand->text.length > 0;
	case TYPE_TEXT:
		operand->kind = OPERAND_TEXT;
		operand->text = text;
		return true;
	case TYPE_SET: case TYPE_LIST: case TYPE_RECORD: case TYPE_COUNT:
	default:
		return false;
	}
}

static bool resolve_path(struct scope *scope, const struct expr *expr, struct operand *operand)
{
	struct path path;
	enum function function;

	if (!scope_find_path(scope, expr->text, &path, &function))
		return false;
	operand->kind = OPERAND_FACT;
	operand->path = path;
	operand->function = function;
	operand->words = path_fact(path);
	operand->type = function == FUNCTION_NONE ? path_fact(path)->type : TYPE_INTEGER;
	return true;
}

static bool resolve_word(struct scope *scope, const struct expr *expr, const struct operand *like,
                         struct operand *operand)
{
	struct checker *c = scope->c;
	struct parameter *parameter = checker_parameter(c, expr->text);

	if (like && like->type == TYPE_CHOICE && fact_choice(like->words, expr->text) != NO_SLOT)
		return operand_constant(c, expr, like->words, operand);
	if (like && like->type == TYPE_OID && oid_by_name(expr->text).length)
		return operand_constant(c, expr, like->words, operand);
	if (resolve_path(scope, expr, operand))
		return true;
	if (parameter) {
		*operand = parameter->value;
		operand->at = expr->at;
		return parameter->set;
	}
	if (like && like->type == TYPE_CHOICE)
		return say_word(c, expr, like->words);
	if (like && like->type == TYPE_OID && !memchr(expr->text.at, '.', expr->text.length))
		return say_oid(c, expr);
	scope_say_unknown(scope, expr->text, expr->at);
	return false;
}

static bool resolve_counted(struct scope *scope, const struct expr *expr, struct operand *operand)
{
	bool count = expr->kind == EXPR_COUNT;
	const struct fact *fact;

	if (!resolve_path(scope, expr->left, operand) || operand->function) {
		scope_say_unknown(scope, expr->left->text, expr->left->at);
		return false;
	}
	fact = path_fact(operand->path);
	if (count ? fact->type != TYPE_LIST
	            && (fact->type != TYPE_SET || fact->element == TYPE_CHOICE)
	          : fact->type != TYPE_TEXT) {
		diag_say(scope->c->diags, count ? MSG_E0206 : MSG_E0207, expr->left->at,
		         TEXT_ARGS(expr->left->text), fact_type_text(scope->c, fact));
		return false;
	}
	operand->function = count ? FUNCTION_COUNT : FUNCTION_LENGTH;
	operand->type = TYPE_INTEGER;
	return true;
}

/* FACT or now, plus or minus a duration (or a number, for numbers). */
static bool resolve_sum(struct scope *scope, const struct expr *expr, const struct operand *like,
                        struct operand *operand)
{
	static const struct fact duration = { .type = TYPE_DURATION };
	static const struct fact integer = { .type = TYPE_INTEGER };
	struct operand right;
	bool dates;

	if (!operand_resolve(scope, expr->left, like, operand))
		return false;
	dates = operand->type == TYPE_DATE || operand->type == TYPE_DURATION;
	if (operand->kind == OPERAND_TEXT || (!dates && operand->type != TYPE_INTEGER)) {
		diag_say(scope->c->diags, MSG_E0208, expr->left->at);
		return false;
	}
	if (expr->right->kind == EXPR_WORD) {
		struct parameter *p = checker_parameter(scope->c, expr->right->text);

		if (!p || !p->set || p->value.type != (dates ? TYPE_DURATION : TYPE_INTEGER)) {
			diag_say(scope->c->diags, MSG_E0208, expr->right->at);
			return false;
		}
		right = p->value;
	} else if (!operand_constant(scope->c, expr->right, dates ? &duration : &integer, &right)) {
		return false;
	}
	if (right.number > INT64_C(1) << 60 || right.number < -(INT64_C(1) << 60)) {
		diag_say(scope->c->diags, MSG_E0009, expr->right->at);
		return false;
	}
	if (expr->kind == EXPR_MINUS)
		right.number = -right.number;
	if (__builtin_add_overflow(operand->number, right.number, &operand->number)) {
		diag_say(scope->c->diags, MSG_E0009, expr->at);
		return false;
	}
	operand->at = expr->at;
	return true;
}

bool operand_resolve(struct scope *scope, const struct expr *expr, const struct operand *like,
                     struct operand *operand)
{
	*operand = (struct operand){ .at = expr->at };
	if (like && expr_is_literal(expr)) {
		struct fact plain = { .type = like->type };

		return operand_constant(scope->c, expr,
			like->function || !like->words ? &plain : like->words, operand);
	}
	switch ((int)expr->kind) {
	case EXPR_WORD:
		return resolve_word(scope, expr, like, operand);
	case EXPR_NOW:
		operand->kind = OPERAND_NOW;
		operand->type = TYPE_DATE;
		return true;
	case EXPR_COUNT:
	case EXPR_LENGTH:
		return resolve_counted(scope, expr, operand);
	case EXPR_PLUS:
	case EXPR_MINUS:
		return resolve_sum(scope, expr, like, operand);
	case EXPR_ERROR:
		return false;
	default:
		diag_say(scope->c->diags, MSG_E0209, expr->at);
		return false;
	}
}
