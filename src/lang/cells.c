/* SPDX-License-Identifier: Apache-2.0 */
/* cells.c - a cell of a table as a condition on the fact of its column. */
#include "diag/suggest.h"
#include "lang/checker.h"

void cell_say_value(struct checker *c, struct span at, struct text text, const struct fact *fact)
{
	struct suggest suggest = suggest_for(text);
	struct diag *diag = diag_say(c->diags, MSG_E0402, at, TEXT_ARGS(text),
	                             TEXT_ARGS(fact->name));

	for (uint32_t i = 0; i < fact->choice_count; i++) {
		suggest_offer(&suggest, fact->choices[i].name);
		suggest_offer(&suggest, fact->choices[i].label);
	}
	if (suggest.best.length)
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
	else
		diag_help(c->diags, diag, "it is %s", fact_type_text(c, fact));
}

struct cell_range cell_range(struct text text)
{
	static const struct {
		struct text sign;
		enum expr_op op;
	} signs[] = {
		{ TEXT(">="), OPERATOR_AT_LEAST }, { TEXT("<="), OPERATOR_AT_MOST },
		{ TEXT(">"), OPERATOR_GREATER }, { TEXT("<"), OPERATOR_LESS },
	};
	struct cell_range range = { OPERATOR_EQUAL, text, { "", 0 } };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (text_starts(text, signs[i].sign)) {
			text.at += signs[i].sign.length;
			text.length -= signs[i].sign.length;
			return (struct cell_range){ signs[i].op, text_trim(text), { "", 0 } };
		}
	for (uint32_t i = 1; i + 4 < text.length; i++)
		if (memcmp(text.at + i, " to ", 4) == 0) {
			range.op = OPERATOR_AT_LEAST;
			range.first = text_trim((struct text){ text.at, i });
			range.second = text_trim((struct text){ text.at + i + 4,
			                                        text.length - i - 4 });
			break;
		}
	return range;
}

static struct condition *item_condition(struct scope *scope, const struct cell_item *item,
                                        struct operand fact)
{
	struct cell_range range = { OPERATOR_EQUAL, item->text, { "", 0 } };
	struct fact plain = { .name = fact.words->name, .type = fact.type };
	const struct fact *type = fact.function ? &plain : fact.words;
	struct condition *condition, *upper;
	struct operand value;

	if (type_is_ordered(fact.type) && !item->quoted)
		range = cell_range(item->text);
	if (item->quoted != (fact.type == TYPE_TEXT)
	    || !operand_from_text(range.first, type, &value)) {
		cell_say_value(scope->c, item->at, item->text, type);
		return NULL;
	}
	value.at = item->at;
	condition = condition_compare(scope, range.op, fact, value, item->at);
	if (range.second.length == 0)
		return condition;
	if (!operand_from_text(range.second, type, &value)) {
		cell_say_value(scope->c, item->at, item->text, type);
		return NULL;
	}
	value.at = item->at;
	upper = condition_compare(scope, OPERATOR_AT_MOST, fact, value, item->at);
	return condition_join(scope->c, CONDITION_AND, condition, upper);
}

/* Always true, but it asks about the fact: what binds the column binds the table. */
static struct condition *any_value(struct checker *c, struct operand fact, struct span at)
{
	uint32_t words = fact.type == TYPE_BOOL ? 2 : fact.words->choice_count;

	if (fact.type == TYPE_BOOL || fact.type == TYPE_CHOICE)
		return condition_words(c, fact, words == 64 ? UINT64_MAX
		                       : (UINT64_C(1) << words) - 1, at);
	return condition_test(c, fact, RELATION_PRESENT, (struct operand){ 0 }, at);
}

struct condition *cell_condition(struct scope *scope, const struct cell *cell, struct operand fact)
{
	struct condition *all = NULL;

	if (!cell->first) {
		diag_say(scope->c->diags, MSG_E0403, cell->at);
		return NULL;
	}
	if (!cell->first->next && !cell->first->quoted
	    && text_equal_folded(cell->first->text, TEXT("any")))
		return any_value(scope->c, fact, cell->at);
	for (const struct cell_item *item = cell->first; item; item = item->next) {
		struct condition *one = item_condition(scope, item, fact);

		if (!one)
			return NULL;
		all = all ? condition_join(scope->c, CONDITION_OR, all, one) : one;
	}
	return all;
}
