/* SPDX-License-Identifier: Apache-2.0 */
/* condition.c - from expressions to conditions. */
#include "lang/checker.h"
#include "model/oid.h"

enum { MAX_QUANTIFIERS = 2 };

static struct condition *resolve_join(struct scope *scope, const struct expr *expr)
{
	bool conjunction = expr->kind == EXPR_AND;
	struct condition *left = condition_resolve(scope, expr->left);
	const struct known *before = scope->known;
	struct condition *right;

	scope->known = known_after(scope->c, left, conjunction, before);
	right = condition_resolve(scope, expr->right);
	scope->known = before;
	return condition_join(scope->c, conjunction ? CONDITION_AND : CONDITION_OR, left, right);
}

static struct definition *find_definition(struct scope *scope, struct text name)
{
	struct checker *c = scope->c;

	for (uint32_t i = 0; i < c->definition_count; i++)
		if (text_equal(c->definitions[i].item->name.text, name)
		    && c->definitions[i].entity == scope->self->entity)
			return &c->definitions[i];
	return NULL;
}

static struct condition *resolve_definition(struct scope *scope, struct definition *definition,
                                            struct span at)
{
	struct scope inner = *scope;
	struct condition *condition;

	if (definition->resolving) {
		diag_say(scope->c->diags, MSG_E0102, at,
		         TEXT_ARGS(definition->item->name.text));
		return NULL;
	}
	definition->resolving = definition->used = true;
	inner.variables = NULL;
	condition = condition_resolve(&inner, definition->item->condition);
	definition->resolving = false;
	return condition;
}

static struct condition *truth_of(struct scope *scope, struct operand operand, struct span at)
{
	if (operand.type != TYPE_BOOL) {
		struct diag *diag = diag_say(scope->c->diags, MSG_E0217, at);

		diag_help(scope->c->diags, diag, "it is %s; compare it with something",
		          operand.words ? fact_type_text(scope->c, operand.words)
		                        : type_spelling(operand.type));
		return NULL;
	}
	if (operand.kind != OPERAND_FACT)
		return condition_constant(scope->c, operand.number != 0, at);
	if (!scope_check_present(scope, operand.path, true, at))
		return NULL;
	return condition_words(scope->c, operand, 2, at);
}

static struct condition *resolve_bare(struct scope *scope, const struct expr *expr)
{
	struct definition *definition = expr->kind == EXPR_WORD
		? find_definition(scope, expr->text) : NULL;
	struct operand operand;

	if (definition && !scope->parameters_only)
		return resolve_definition(scope, definition, expr->at);
	if (expr->kind == EXPR_BOOL)
		return condition_constant(scope->c, expr->number != 0, expr->at);
	if (!operand_resolve(scope, expr, NULL, &operand))
		return NULL;
	return truth_of(scope, operand, expr->at);
}

static struct condition *resolve_compare(struct scope *scope, const struct expr *expr)
{
	struct operand a, b;
	const struct expr *left = expr->left, *right = expr->right;

	if (left->kind == EXPR_AGGREGATE && right->kind == EXPR_NUMBER)
		return condition_aggregate(scope, left, expr->op, right->number);
	if (left->kind == EXPR_AGGREGATE) {
		diag_say(scope->c->diags, MSG_E0301, right->at);
		return NULL;
	}
	if (expr_is_literal(left) && !expr_is_literal(right)) {
		if (!operand_resolve(scope, right, NULL, &b)
		    || !operand_resolve(scope, left, &b, &a))
			return NULL;
	} else if (expr_is_literal(left)) {
		diag_say(scope->c->diags, MSG_E0218, expr->at);
		return NULL;
	} else if (!operand_resolve(scope, left, NULL, &a)
	           || !operand_resolve(scope, right, &a, &b)) {
		return NULL;
	}
	return condition_compare(scope, expr->op, a, b, expr->at);
}

static struct condition *resolve_presence(struct scope *scope, const struct expr *expr)
{
	struct condition *condition;
	struct operand a;
	struct diag *diag;

	if (!operand_resolve(scope, expr->left, NULL, &a))
		return NULL;
	if (a.kind != OPERAND_FACT || a.function || !a.path.base->entity
	    || !(path_fact(a.path)->flags & FACT_OPTIONAL)) {
		diag = diag_say(scope->c->diags, MSG_E0219, expr->left->at);
		diag_help(scope->c->diags, diag, "only facts declared `optional` can be absent");
		return NULL;
	}
	if (!scope_check_present(scope, a.path, false, a.at))
		return NULL;
	condition = condition_test(scope->c, a, RELATION_PRESENT, (struct operand){ 0 }, expr->at);
	return expr->kind == EXPR_ABSENT ? condition_not(scope->c, condition) : condition;
}

static struct base *element_base(struct scope *scope, struct path list)
{
	const struct fact *fact = path_fact(list);
	struct base like = { .kind = BASE_ELEMENT, .parent = list.base, .slot = list.slot,
	                     .depth = scope->quantifiers,
	                     .name = path_text(scope->c, list) };

	if (fact->element == TYPE_RECORD) {
		like.entity = fact->target;
	} else {
		struct fact *element = arena_alloc(scope->c->arena, sizeof *element);

		*element = (struct fact){ .name = fact->name, .type = fact->element,
		                          .doc = fact->doc };
		like.element = element;
	}
	return frame_base(scope->c, scope->frame, &like);
}

/* Among the object identifiers of a set, a known one's name would stand for that one. */
static bool variable_is_free(struct scope *scope, const struct word *name, enum type element)
{
	bool taken = element == TYPE_OID && oid_by_name(name->text).length > 0;
	enum function function;
	struct path path;
	struct diag *diag;

	for (const struct variable *v = scope->variables; v; v = v->next)
		taken |= text_equal(v->name, name->text);
	if (!taken && !scope_find_path(scope, name->text, &path, &function))
		return true;
	diag = diag_say(scope->c->diags, MSG_E0103, name->at, TEXT_ARGS(name->text));
	diag_help(scope->c->diags, diag, "call it something else, such as `one-%.*s`",
	          TEXT_ARGS(name->text));
	return false;
}

static bool is_ranged_over(const struct operand *list)
{
	return list->kind == OPERAND_FACT && list->function == FUNCTION_NONE
	    && (list->type == TYPE_LIST
	        || (list->type == TYPE_SET && list->words->element != TYPE_CHOICE));
}

static void say_not_ranged(struct scope *scope, const struct expr *expr, const struct operand *list)
{
	struct diags *diags = scope->c->diags;
	struct diag *diag = diag_say(diags, MSG_E0220, expr->left->at, TEXT_ARGS(expr->left->text));

	if (list->type == TYPE_SET)
		diag_help(diags, diag, "it is a set of words: ask for each word by itself, such "
		          "as `%.*s includes %.*s`", TEXT_ARGS(expr->left->text),
		          TEXT_ARGS(list->words->choices[0].name));
	else
		diag_help(diags, diag, "it is %s; ask about it without `%s %.*s in`",
		          list->words ? fact_type_text(scope->c, list->words)
		                      : type_spelling(list->type),
		          expr->op == OPERATOR_EVERY ? "every" : "some",
		          TEXT_ARGS(expr->name.text));
}

static bool quantifier_list(struct scope *scope, const struct expr *expr, struct operand *list)
{
	if (!operand_resolve(scope, expr->left, NULL, list))
		return false;
	if (!is_ranged_over(list)) {
		say_not_ranged(scope, expr, list);
		return false;
	}
	if (scope->quantifiers >= MAX_QUANTIFIERS) {
		diag_say(scope->c->diags, MSG_E0302, expr->at);
		return false;
	}
	return scope_check_present(scope, list->path, true, list->at)
	    && variable_is_free(scope, &expr->name, list->words->element);
}

static struct condition *resolve_quantifier(struct scope *scope, const struct expr *expr)
{
	struct scope inner = *scope;
	struct variable variable = { .name = expr->name.text, .next = scope->variables };
	struct condition *condition, *body;
	struct operand list;

	if (!quantifier_list(scope, expr, &list))
		return NULL;
	variable.base = element_base(scope, list.path);
	inner.variables = &variable;
	inner.quantifiers++;
	inner.aggregates = false;
	body = condition_resolve(&inner, expr->right);
	if (!body)
		return NULL;
	condition = condition_not(scope->c, body);
	condition->kind = CONDITION_QUANTIFIER;
	condition->at = expr->at;
	condition->truth = expr->op == OPERATOR_EVERY;
	condition->a = list;
	condition->element = variable.base;
	return condition;
}

struct condition *condition_resolve(struct scope *scope, const struct expr *expr)
{
	switch ((int)expr->kind) {
	case EXPR_ERROR:      return NULL;
	case EXPR_NOT:        return condition_not(scope->c, condition_resolve(scope, expr->left));
	case EXPR_AND:
	case EXPR_OR:         return resolve_join(scope, expr);
	case EXPR_COMPARE:    return resolve_compare(scope, expr);
	case EXPR_IN:         return condition_in(scope, expr);
	case EXPR_INCLUDES:
	case EXPR_EXCLUDES:   return condition_member(scope, expr);
	case EXPR_PATTERN:    return condition_pattern(scope, expr);
	case EXPR_MADE:       return condition_made(scope, expr);
	case EXPR_PRESENT:
	case EXPR_ABSENT:     return resolve_presence(scope, expr);
	case EXPR_QUANTIFIER: return resolve_quantifier(scope, expr);
	case EXPR_AGGREGATE:  return condition_aggregate(scope, expr, OPERATOR_EQUAL, 0);
	default:              return resolve_bare(scope, expr);
	}
}
